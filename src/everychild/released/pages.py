"""Each page of the released site as plain values, before any of it is HTML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from everychild import wording
from everychild.calendar import Month
from everychild.comparators.library import Library
from everychild.comparators.published import ATTRIBUTION
from everychild.disclosure.longer import times_in_words, why_together
from everychild.disclosure.open_data import value_in_words
from everychild.disclosure.released import LONGER, TOO_CLOSE, Cell, Released, ReleasedEdition
from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status
from everychild.judgement.targets import target_in_words, whose_target
from everychild.measure.figure import Window
from everychild.narrative import compared as says
from everychild.released import words
from everychild.report.charts import trend_chart

FEWEST_DRAWN = 2

MOVING = {
    Moving.GETTING_BETTER: "It is getting better.",
    Moving.GETTING_WORSE: "It is getting worse.",
    Moving.STEADY: "It is steady: inside its usual range.",
    Moving.HIGHER: "It is higher than usual.",
    Moving.LOWER: "It is lower than usual.",
}


@dataclass(frozen=True)
class Line:
    """One measure in a list."""

    ref: str
    title: str
    address: str
    value: str
    when: str
    status: str
    good: str


@dataclass(frozen=True)
class Overview:
    """The front page."""

    title: str
    opening: str
    eight: tuple[Line, ...]
    sections: tuple[tuple[str, tuple[Line, ...]], ...]


@dataclass(frozen=True)
class Row:
    """One time, with what is told of it."""

    when: str
    value: str
    met: str
    considered: str


@dataclass(frozen=True)
class Measure:
    """One measure’s page."""

    ref: str
    title: str
    section: str
    meaning: str
    good: str
    sentence: str
    target: str
    chart: str
    months: tuple[Row, ...]
    years: tuple[Row, ...]
    together: tuple[Row, ...]
    is_out_of: bool
    is_average: bool
    others: str
    attribution: str
    counted: str
    why: str
    misuse: str
    source: str
    examples: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...], str], ...]


@dataclass(frozen=True)
class Hidden:
    """What is hidden and why."""

    title: str
    rules: tuple[str, ...]
    checked: str
    left_out: tuple[tuple[str, str], ...]
    held_back: tuple[tuple[str, str], ...]
    together: tuple[tuple[str, str], ...]
    """Measures told over a longer time, with which."""


def overview(released: ReleasedEdition) -> Overview:
    """The front page: how many children are helped, eight measures, and all of them by section."""
    by_ref = {item.ref: item for item in released.indicators}
    told = [by_ref[ref] for ref in words.PLAIN if ref in by_ref and (cell := _told(by_ref[ref])) and _has_value(cell)]
    sections: dict[str, list[Line]] = {}
    for item in released.indicators:
        sections.setdefault(item.judged.indicator.section.title, []).append(_line(item))
    return Overview(
        title=f"How {released.edition.council.name} helps children",
        opening=_opening(released, by_ref),
        eight=tuple(_line(item) for item in told[: words.EIGHT]),
        sections=tuple((title, tuple(lines)) for title, lines in sections.items()),
    )


def _opening(released: ReleasedEdition, by_ref: Mapping[str, Released]) -> str:
    told = [
        f"{value_in_words(item.cell).lower()} {_lower(item.judged.title)}"
        for ref in words.HELPED
        if (item := by_ref.get(ref)) and item.cell and item.cell.absent is None
    ]
    when = wording.day(released.edition.as_at.last_day)
    if not told:
        return f"The position at {when}."
    return f"On {when} there were {wording.listed(told)}."


def _line(item: Released) -> Line:
    cell = _told(item)
    return Line(
        ref=item.ref,
        title=item.judged.title,
        address=f"measures/{item.ref}.html",
        value=_upper(value_in_words(cell)) if cell else "Not told",
        when=_when(cell) if cell else "",
        status=_status(item),
        good="" if item.status is Status.FOR_INFORMATION else item.judged.indicator.good.in_words,
    )


def _told(item: Released) -> Cell | None:
    """The month; where it is of too few, several together that hold it, or the last whole year, if they can be told."""
    cell = item.cell
    if cell is not None and _has_value(cell):
        return cell
    if item.longer is not None:
        return item.longer
    years = [one for (window, _), one in item.cells.items() if window is Window.FINANCIAL_YEAR and _has_value(one)]
    return years[-1] if years else cell


def _has_value(cell: Cell) -> bool:
    return (
        cell.percentage is not None
        or cell.average is not None
        or (cell.indicator.is_counted and cell.met is not None and cell.absent is None)
    )


def _when(cell: Cell) -> str:
    if cell.window is Window.FINANCIAL_YEAR:
        return f"Year to {wording.month(cell.as_at)}"
    if cell.window in LONGER:
        return _upper(times_in_words(cell.window, cell.as_at).removeprefix("the ").rstrip(","))
    return wording.day(cell.as_at.last_day) if cell.window is Window.AS_AT else wording.month(cell.as_at)


def _status(item: Released) -> str:
    if item.status is None:
        return TOO_CLOSE
    return "" if item.status is Status.NOT_JUDGED else item.status.in_words


def measure(item: Released, published: Library | None, released: ReleasedEdition) -> Measure:
    """One measure, with its picture, its numbers, what others publish, and what it means."""
    judged, indicator = item.judged, item.judged.indicator
    beside = published.beside(judged, released.edition.council) if published else None
    clocks = {clock.name: clock for clock in [judged.clock] if clock}
    return Measure(
        ref=item.ref,
        title=judged.title,
        section=indicator.section.title,
        meaning=judged.meaning,
        good=indicator.good.in_words,
        sentence=_sentence(item),
        target=_target(item),
        chart=_chart(item),
        months=_rows(item, (judged.window,)),
        years=_rows(item, (Window.FINANCIAL_YEAR,)),
        together=_rows(item, LONGER),
        is_out_of=indicator.is_share,
        is_average=indicator.is_average,
        others=str(says.others_sentence(beside)) if beside else indicator.comparator,
        attribution=ATTRIBUTION if beside else "",
        counted=indicator.condition_in_words(clocks),
        why=indicator.why,
        misuse=indicator.misuse,
        source=indicator.source,
        examples=tuple((one.says, one.headings, one.table, one.expect) for one in indicator.examples),
    )


def _sentence(item: Released) -> str:
    """What the latest number is, how it stands and how it moves, in a line or two."""
    cell = _told(item)
    if cell is None or not _has_value(cell):
        return "The latest numbers are too small to be told."
    told = value_in_words(cell)
    said = [f"{_upper(told)} {_at(cell)}."]
    if cell is item.cell and item.longer is not None:
        together = value_in_words(item.longer)
        said.append(f"{_upper(together)} {_lower(why_together(item.longer.window, item.longer.as_at))}.")
    status = _status(item)
    if cell is item.cell and status and item.status is not Status.FOR_INFORMATION:
        said.append(f"{status}.")
    if cell is item.cell and item.judged.pattern.moving in MOVING:
        said.append(MOVING[item.judged.pattern.moving])
    return " ".join(said)


def _at(cell: Cell) -> str:
    match cell.window:
        case Window.FINANCIAL_YEAR:
            return f"in the year to {wording.month(cell.as_at)}"
        case window if window in LONGER:
            return _lower(why_together(window, cell.as_at))
        case Window.AS_AT:
            return f"on {_when(cell)}"
        case _:
            return f"in {_when(cell)}"


def _target(item: Released) -> str:
    target = item.judged.target
    if target is None or item.status is Status.FOR_INFORMATION:
        return ""
    return f"{whose_target(target)}: {target_in_words(target, item.judged.indicator)}."


def _chart(item: Released) -> str:
    """A picture where there is something to see: rounded numbers that never change draw none."""
    drawn = {value for figure in item.judged.charted if (value := item.judged.value_of(figure)) is not None}
    return trend_chart(item.judged, narrow=False) if len(drawn) >= FEWEST_DRAWN else ""


def _rows(item: Released, windows: Sequence[Window]) -> tuple[Row, ...]:
    found = [cell for (window, _), cell in item.cells.items() if window in windows]
    return tuple(
        Row(
            when=_when(cell),
            value=value_in_words(cell),
            met=_number(cell.met.text) if cell.met else "",
            considered=_number(cell.considered.text) if cell.considered else "",
        )
        for cell in sorted(found, key=lambda cell: cell.as_at, reverse=True)
    )


def _number(text: str) -> str:
    return {"low": "Seven or fewer", "high": "All but a few"}.get(text) or f"{int(text):,}"


def hidden(released: ReleasedEdition, checked: str, held_back: Sequence[tuple[str, Window, Month]]) -> Hidden:
    """What is hidden, and why."""
    titles = {item.ref: item.title for item in released.edition.indicators}
    return Hidden(
        title=words.HIDDEN["title"],
        rules=words.rules(),
        checked=checked,
        left_out=tuple((titles[ref], why) for ref, why in sorted(released.left_out.items())),
        held_back=tuple((titles[ref], _times(told)) for ref, told in groupby(sorted(held_back), key=itemgetter(0))),
        together=tuple((item.judged.title, _when(item.longer)) for item in released.indicators if item.longer),
    )


def _times(told: Iterable[tuple[str, Window, Month]]) -> str:
    """When, in the order of time: months first, then years."""
    return wording.listed(_time(window, month) for _, window, month in sorted(told, key=lambda row: row[1:][::-1]))


def _time(window: Window, month: Month) -> str:
    return f"Year to {wording.month(month)}" if window is Window.FINANCIAL_YEAR else wording.month(month)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
