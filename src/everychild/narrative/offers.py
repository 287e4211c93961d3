"""Numbers a person typed, each with the figures of an edition it could be: nearest first, to be bound or corrected."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from everychild import wording
from everychild.catalogue.indicator import Unit
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.measure.figure import Figure, Window
from everychild.narrative import calendar_facts, counts, quantities
from everychild.narrative.bound import BoundNumber, Quantity
from everychild.narrative.retold import figures_of

MOST = 5
"""How many figures are offered for one number."""

_MONTHS = "|".join(wording.MONTH_NAMES)
_WORDS = "|".join(wording.NUMBER_WORDS[2:])
_TYPED = re.compile(
    rf"(?P<when>\b\d{{1,2}} (?:{_MONTHS}) \d{{4}}\b|\b(?:{_MONTHS}) \d{{4}}\b|\b\d{{4}}[-–/]\d{{2}}\b)"
    r"|(?P<number>(?<![\w.,])[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d\w]))(?P<percent>\s?%|\sper\s?cent\b)?"
    rf"|(?P<word>\b(?:{_WORDS})\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z’']{4,}")
_TOO_COMMON = frozenset(
    {"with", "that", "this", "were", "from", "have", "their", "been", "than", "within", "many", "more", "month"}
    | {"working", "days", "child", "children"}
)


@dataclass(frozen=True)
class Offer:
    """A figure that a typed number could be."""

    number: BoundNumber
    says: str
    is_exact: bool
    """True where it is the figure itself as it is written here, and not the figure rounded otherwise."""


@dataclass(frozen=True)
class Typed:
    """A number as it was typed, where it stands, and what it could be; no offer means nothing says it."""

    text: str
    start: int
    end: int
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class _Candidate:
    number: BoundNumber
    exact: Fraction
    item: Judged | None
    is_percent: bool
    months_ago: int
    is_group: bool


def offers(text: str, edition: JudgedEdition, most: int = MOST) -> tuple[Typed, ...]:
    """Every number typed in a text, months and years too, with what it could be in this edition.

    A figure matches that is the very number, or that is it when rounded to as many decimals. First the indicator
    named, then those whose name shares most words with the sentence; of these the whole before a group, then
    the very number, the nearest and the newest.
    """
    return KnownNumbers(edition).offers(text, most)


class KnownNumbers:
    """Every number of an edition, gathered once, for an editor that asks again at every change."""

    def __init__(self, edition: JudgedEdition) -> None:
        self.edition = edition
        self._known = _by_whole_number(_candidates(edition))

    def offers(self, text: str, most: int = MOST) -> tuple[Typed, ...]:
        return tuple(self._typed(match, text, most) for match in _TYPED.finditer(text))

    def _typed(self, match: re.Match[str], text: str, most: int) -> Typed:
        found = _when(match["when"], self.edition) if match["when"] else _number(match, text, self._known)
        return Typed(match[0], match.start(), match.end(), tuple(found[:most]))


def _number(match: re.Match[str], text: str, known: Mapping[int, Sequence[_Candidate]]) -> list[Offer]:
    value, decimals = _read(match)
    is_percent = bool(match["percent"])
    near = _words_of(_sentence_around(text, match.start()))
    found = [
        (_order(candidate, value, decimals, near), candidate)
        for candidate in _near(known, value)
        if candidate.is_percent == is_percent and _is_it(candidate, value, decimals)
    ]
    found.sort(key=lambda pair: pair[0])
    return [
        Offer(candidate.number, told_of(candidate.number, candidate.item), _is_written_so(candidate, value, decimals))
        for _, candidate in found
    ]


def _read(match: re.Match[str]) -> tuple[Fraction, int]:
    """The number, and how many decimals it was typed with."""
    if match["word"]:
        return Fraction(wording.NUMBER_WORDS.index(match["word"].lower())), 0
    plain = match["number"].replace(",", "").replace(wording.MINUS, "-")
    return Fraction(plain), len(plain.partition(".")[2])


def _is_it(candidate: _Candidate, value: Fraction, decimals: int) -> bool:
    """Whether the figure is the number, or is it once rounded; a change may be told without its sign."""
    exact = candidate.exact
    if candidate.number.source.quantity is Quantity.DIFFERENCE and value >= 0:
        exact = abs(exact)
    return exact == value or wording.rounded(exact, decimals) == wording.rounded(value, decimals)


def _is_written_so(candidate: _Candidate, value: Fraction, decimals: int) -> bool:
    written = re.sub(r"[^\d.]", "", candidate.number.text)
    return candidate.exact == value or written == wording.rounded(abs(value), decimals).replace(",", "")


def _order(candidate: _Candidate, value: Fraction, decimals: int, near: frozenset[str]) -> tuple[object, ...]:
    source, item = candidate.number.source, candidate.item
    shared = len(near & _words_of(f"{item.title if item else ''} {_NAMES.get(source.quantity, '')}"))
    is_named = item is not None and item.ref.lower() in near
    return (
        not is_named,
        -shared,
        candidate.is_group,
        not _is_written_so(candidate, value, decimals),
        abs(abs(candidate.exact) - abs(value)),
        candidate.months_ago,
        source.window in _LONGER,
        _SAID_FIRST.get(source.quantity, len(_SAID_FIRST)),
    )


def _by_whole_number(candidates: Iterable[_Candidate]) -> dict[int, list[_Candidate]]:
    """So that a number is held only against those near it."""
    found: dict[int, list[_Candidate]] = defaultdict(list)
    for candidate in candidates:
        found[int(abs(candidate.exact))].append(candidate)
    return found


def _near(known: Mapping[int, Sequence[_Candidate]], value: Fraction) -> Iterator[_Candidate]:
    whole = int(abs(value))
    for number in (whole - 1, whole, whole + 1):
        yield from known.get(number, ())


# What can be offered


def _candidates(edition: JudgedEdition) -> Iterator[_Candidate]:
    for item in edition.indicators:
        for number in _of_item(item):
            if number is not None and number.exact is not None:
                yield _candidate(number, number.exact, item, edition)
    for number in _of_edition(edition):
        if number.exact is not None:
            is_percent = number.source.quantity is Quantity.SHARE_ON_TARGET
            yield _Candidate(number, number.exact, None, is_percent, months_ago=0, is_group=False)


def _candidate(number: BoundNumber, exact: Fraction, item: Judged, edition: JudgedEdition) -> _Candidate:
    source = number.source
    return _Candidate(
        number,
        exact,
        item,
        is_percent=source.quantity in _IN_ITS_UNIT and item.indicator.unit is Unit.PERCENT,
        months_ago=edition.as_at.index - (source.month or edition.as_at).index,
        is_group=bool(source.group),
    )


def _of_item(item: Judged) -> Iterator[BoundNumber | None]:
    for figure in figures_of(item):
        if figure.absent is None and figure.numerator is not None:
            yield from _of_figure(item, figure)
    for before in (item.last_month, item.same_month_last_year, item.last_financial_year):
        if before is not None:
            yield quantities.difference(item, before)
    if item.target is not None and item.target.value is not None:
        yield quantities.target(item)
    if item.pattern.limits is not None:
        yield from quantities.limits(item)
    if item.more_needed:
        yield quantities.more_needed(item)
    if item.fewer_needed:
        yield quantities.fewer_needed(item)
    if item.points:
        yield quantities.points(item)
    yield quantities.time_allowed(item)


def _of_figure(item: Judged, figure: Figure) -> Iterator[BoundNumber]:
    value = quantities.value(item, figure)
    if isinstance(value, BoundNumber):
        yield value
    if item.indicator.is_counted or figure.denominator is None:
        return
    yield quantities.denominator(item, figure)
    if item.indicator.is_share:
        yield quantities.numerator(item, figure)
        yield quantities.not_met(item, figure)


def _of_edition(edition: JudgedEdition) -> Iterator[BoundNumber]:
    yield counts.indicators(edition)
    yield counts.rated(edition)
    yield counts.areas(edition)
    yield counts.getting_worse(edition)
    yield counts.share_on_target(edition)
    yield from (counts.with_status(edition, status) for status in counts.RATED)
    yield calendar_facts.working_days(edition)
    yield calendar_facts.school_days_closed(edition)


# What it is called

_IN_ITS_UNIT = frozenset({Quantity.VALUE, Quantity.TARGET, Quantity.LOWER_LIMIT, Quantity.UPPER_LIMIT})
_OF_NO_MONTH = frozenset(
    {Quantity.TARGET, Quantity.TIME_ALLOWED, Quantity.LOWER_LIMIT, Quantity.UPPER_LIMIT, Quantity.POINTS}
)
_NAMES = {
    Quantity.VALUE: "",
    Quantity.NUMERATOR: "how many met it",
    Quantity.DENOMINATOR: "out of how many",
    Quantity.NOT_MET: "how many did not meet it",
    Quantity.TARGET: "its target",
    Quantity.DIFFERENCE: "the change since",
    Quantity.MORE_NEEDED: "how many more would have met its target",
    Quantity.FEWER_NEEDED: "how many fewer would have met its target",
    Quantity.LOWER_LIMIT: "the lower end of its expected range",
    Quantity.UPPER_LIMIT: "the upper end of its expected range",
    Quantity.TIME_ALLOWED: "the time it allows",
    Quantity.POINTS: "the points it is listed with",
    Quantity.HOW_MANY_INDICATORS: "all indicators",
    Quantity.HOW_MANY_RATED: "indicators with a figure and a target",
    Quantity.HOW_MANY_AREAS: "areas for improvement",
    Quantity.HOW_MANY_GETTING_WORSE: "areas in which a figure is getting worse",
    Quantity.HOW_MANY_STATUS: "indicators",
    Quantity.SHARE_ON_TARGET: "the share of indicators on target",
    Quantity.WORKING_DAYS: "the month’s working days",
    Quantity.SCHOOL_DAYS_CLOSED: "working days on which schools were closed",
}
_SAID_FIRST = {quantity: place for place, quantity in enumerate(_NAMES)}
_LONGER = {
    Window.YEAR_TO_DATE: "the year to date, to ",
    Window.ROLLING_12: "twelve months to ",
    Window.FINANCIAL_YEAR: "the year to ",
}
_KINDS = {
    Quantity.MONTH: "A month the edition tells of",
    Quantity.FINANCIAL_YEAR: "A year the edition tells of",
    Quantity.DAY: "A day the edition tells of",
}


def told_of(number: BoundNumber, item: Judged | None) -> str:
    """What a number is, in a line: "WF07, Case supervision held, team “North”, April 2019, out of how many: 444"."""
    source = number.source
    name = _NAMES.get(source.quantity, source.quantity.value)
    if item is None:
        about = f", {source.detail.replace('_', ' ')}" if source.detail else ""
        return f"{wording.sentence(name)}{about}: {number.text}"
    when = ""
    if source.month is not None and source.quantity not in _OF_NO_MONTH:
        longer = _LONGER.get(source.window, "") if source.window else ""
        when = longer + wording.month(source.month)
    if source.quantity is Quantity.DIFFERENCE:
        name, when = f"{name} {when}", ""
    kind = next((kind.title.lower() for kind in item.indicator.breakdowns if kind.name == source.breakdown), "")
    group = f"{kind} “{source.group}”" if source.group else ""
    said = ", ".join(part for part in (f"{item.ref}, {item.title}", group, when, name) if part)
    return f"{said}: {number.text}"


def _when(text: str, edition: JudgedEdition) -> list[Offer]:
    """A month, a day or a year of the edition’s own figures."""
    months = {figure.as_at for item in edition.indicators for figure in item.history}
    years = {year for item in edition.indicators for year in item.financial_years}
    known = [quantities.month(month) for month in months]
    known += [quantities.financial_year(year) for year in years]
    known += [quantities.day(month.last_day) for month in months]
    known += [quantities.day(day) for day in (*calendar_facts.days_off(edition), edition.known_on)]
    wanted = re.sub(r"[–/]", "-", text).lower()
    found = [each for each in known if each.text.lower() == wanted]
    return [Offer(each, f"{_KINDS[each.source.quantity]}: {each.text}", is_exact=True) for each in found[:1]]


def _sentence_around(text: str, place: int) -> str:
    before = max((text.rfind(mark, 0, place) for mark in (". ", "\n", "? ", "! ")), default=-1)
    ends = [found for mark in (". ", "\n", "? ", "! ") if (found := text.find(mark, place)) >= 0]
    return text[before + 1 : min(ends, default=len(text))]


def _words_of(text: str) -> frozenset[str]:
    """Words that tell one indicator from another, without their plural; and references."""
    words = frozenset(word.removesuffix("s") for word in _WORD.findall(text.lower()) if word not in _TOO_COMMON)
    return words | frozenset(re.findall(r"\b[a-z]{2}\d{2}\b", text.lower()))
