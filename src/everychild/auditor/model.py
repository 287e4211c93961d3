"""All that the releases tell, as whole numbers with bounds and equations between them.

An unknown is what one population came to over one window. What an earlier release told of the same thing is taken to
be of the same number while it can be; where it cannot, the number was told anew, and the two are two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from everychild.auditor.published import Cell, Published
from everychild.auditor.rule import ANYTHING, HIGH, LOW, Range

MONTH = "month"
QUARTER = "quarter"
YEAR_TO_DATE = "year_to_date"
YEAR = "financial_year"
TWELVE_MONTHS = "rolling_12"
MONTHS_IN_A_YEAR = 12
MONTHS_IN_A_QUARTER = 3
LAST_MONTH = 3
"""A financial year ends with March."""


class Unknown(NamedTuple):
    """One number behind the release. `told_in` names the earlier release that told it otherwise, else is empty."""

    counted: str
    window: str
    as_at: str
    told_in: str = ""


@dataclass(frozen=True)
class Equation:
    """The sum of some unknowns, each times a whole number, lies in a range; None is no bound."""

    terms: tuple[tuple[Unknown, int], ...]
    lowest: int | None
    highest: int | None


@dataclass
class Model:
    """Bounds, equations, and the rows they were read from."""

    bounds: dict[Unknown, Range] = field(default_factory=dict)
    equations: list[Equation] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    shares: dict[tuple[Unknown, Unknown], str] = field(default_factory=dict)
    """(met, considered) of every row that shows both, with its title."""

    held_back: set[Unknown] = field(default_factory=set)
    """What a row of the newest release would have told, and a reader sees that nothing there tells it."""

    told_otherwise: list[tuple[Unknown, Unknown]] = field(default_factory=list)
    """(now, then) of every number an earlier release told otherwise."""

    small: Range = ANYTHING
    """What the newest release’s rule calls low."""

    def narrow(self, unknown: Unknown, told: Range) -> bool:
        """Adds a bound; False, and nothing is added, where it cannot be true beside those there are."""
        held = self.bounds.get(unknown, Range(0, None))
        lowest = max(held.lowest, told.lowest)
        highest = min((end for end in (held.highest, told.highest) if end is not None), default=None)
        if highest is not None and highest < lowest:
            return False
        self.bounds[unknown] = Range(lowest, highest)
        return True


def model_of(newest: Published, earlier: Iterable[Published] = (), *, with_flows: bool = True) -> Model:
    """What anybody knows who has the newest release and kept the earlier ones.

    Without flows: that today’s stock is last month’s with arrivals and less departures need not be true of records.
    """
    model = Model(small=Range(0, newest.rounding.low_at_most))
    for release in (newest, *earlier):
        for cell in release.cells:
            _told(model, release, cell, is_earlier=release is not newest)
        if release is newest:
            model.held_back -= _numbers(release)
        _linked(model, release, with_flows=with_flows)
    return model


def _told(model: Model, release: Published, cell: Cell, *, is_earlier: bool) -> None:
    met, considered = _unknowns(release, cell)
    if cell.is_held_back:
        _missed(model, cell, met, considered, is_earlier=is_earlier)
        return
    for unknown, shown in ((met, cell.numerator), (considered, cell.denominator)):
        if unknown is None or shown == "":
            continue
        model.titles.setdefault(unknown.counted, cell.title)
        told = release.rounding.range_of(shown)
        if not model.narrow(unknown, told):
            then = unknown._replace(told_in=release.name)
            model.narrow(then, told)
            model.told_otherwise.append((unknown, then))
    if met and considered and not is_earlier and cell.numerator and cell.denominator:
        model.shares[met, considered] = cell.title
        few = release.rounding.low_at_most
        if cell.numerator == HIGH:
            model.equations.append(Equation(((considered, 1), (met, -1)), 0, few))
        elif cell.numerator != LOW and release.rounding.nearest > 1:
            model.equations.append(Equation(((considered, 1), (met, -1)), few + 1, None))


def _numbers(release: Published) -> set[Unknown]:
    """Each number that some row tells."""
    return {
        unknown
        for cell in release.cells
        for unknown, shown in zip(_unknowns(release, cell), (cell.numerator, cell.denominator), strict=True)
        if unknown is not None and shown
    }


def _missed(model: Model, cell: Cell, met: Unknown | None, considered: Unknown | None, *, is_earlier: bool) -> None:
    """A row that is not told is a number all the same: what the others leave it may be all that can be."""
    for unknown in (met, considered):
        if unknown is None:
            continue
        model.titles.setdefault(unknown.counted, cell.title)
        model.narrow(unknown, ANYTHING)
        if not is_earlier:
            model.held_back.add(unknown)
    if met and considered:
        model.shares.setdefault((met, considered), cell.title)
        model.equations.append(Equation(((considered, 1), (met, -1)), 0, None))


def _unknowns(release: Published, cell: Cell) -> tuple[Unknown | None, Unknown | None]:
    met, considered = release.counts.get(cell.ref, (None, None))
    window = same_time(cell.window, cell.as_at)
    return (
        Unknown(met, window, cell.as_at) if met else None,
        Unknown(considered, window, cell.as_at) if considered else None,
    )


def same_time(window: str, as_at: str) -> str:
    """One name for one time: twelve months to March are a financial year, and April is all of the year so far."""
    many = months_of(window, as_at)
    month = int(as_at.partition("-")[2])
    if many == MONTHS_IN_A_YEAR and month == LAST_MONTH:
        return YEAR
    if window == YEAR_TO_DATE and many == MONTHS_IN_A_QUARTER:
        return QUARTER
    return MONTH if many == 1 else window


def months_of(window: str, as_at: str) -> int:
    """How many months a window adds up; nought for one month end, which adds up none."""
    month = int(as_at.partition("-")[2])
    return {
        MONTH: 1,
        QUARTER: MONTHS_IN_A_QUARTER,
        YEAR_TO_DATE: (month - LAST_MONTH - 1) % MONTHS_IN_A_YEAR + 1,
        YEAR: MONTHS_IN_A_YEAR,
        TWELVE_MONTHS: MONTHS_IN_A_YEAR,
    }.get(window, 0)


def _linked(model: Model, release: Published, *, with_flows: bool) -> None:
    """The equations that follow from what is counted: parts and wholes, years and months, arrivals and departures."""
    held: Mapping[str, list[Unknown]] = _by_what_is_counted(model)
    for part, whole in release.within:
        for unknown in held.get(part, ()):
            other = unknown._replace(counted=whole)
            if other in model.bounds:
                model.equations.append(Equation(((other, 1), (unknown, -1)), 0, None))
    for whole, parts in release.parts:
        for unknown in held.get(whole, ()):
            others = [unknown._replace(counted=part) for part in parts]
            if all(other in model.bounds for other in others):
                terms = ((unknown, 1), *((other, -1) for other in others))
                model.equations.append(Equation(terms, 0, 0))
    for counted, unknowns in held.items():
        for longer in (unknown for unknown in unknowns if months_of(unknown.window, unknown.as_at) > 1):
            _adds_up(model, longer, is_sum=counted not in release.different)
        if counted in release.different:
            _hold_each_other(model, unknowns)
    for stock, into, out in release.flows if with_flows else ():
        for now in held.get(stock, ()):
            _flow(model, now, into, out)


def _by_what_is_counted(model: Model) -> dict[str, list[Unknown]]:
    held: dict[str, list[Unknown]] = defaultdict(list)
    for unknown in model.bounds:
        if not unknown.told_in:
            held[unknown.counted].append(unknown)
    return held


def _adds_up(model: Model, year: Unknown, *, is_sum: bool) -> None:
    """A year, a quarter, twelve months or the year so far, and the months in it."""
    many = months_of(year.window, year.as_at)
    months = [Unknown(year.counted, MONTH, before(year.as_at, back)) for back in reversed(range(many))]
    shown = [month for month in months if month in model.bounds]
    if not shown:
        return
    terms = ((year, 1), *((month, -1) for month in shown))
    is_whole = len(shown) == len(months)
    if is_sum:
        model.equations.append(Equation(terms, 0, 0 if is_whole else None))
        return
    if is_whole:
        model.equations.append(Equation(terms, None, 0))
    model.equations.extend(Equation(((year, 1), (month, -1)), 0, None) for month in shown)


def _hold_each_other(model: Model, unknowns: Sequence[Unknown]) -> None:
    """Different children of a time are no fewer than those of a time within it."""
    spans = [
        (unknown, int(unknown.as_at[:4]) * MONTHS_IN_A_YEAR + int(unknown.as_at[5:7]), many)
        for unknown in unknowns
        if (many := months_of(unknown.window, unknown.as_at)) > 1
    ]
    for whole, end, many in spans:
        for part, its_end, fewer in spans:
            if part != whole and its_end <= end and its_end - fewer >= end - many:
                model.equations.append(Equation(((whole, 1), (part, -1)), 0, None))


def _flow(model: Model, now: Unknown, into: str, out: str) -> None:
    then = now._replace(as_at=before(now.as_at, 1))
    arrived, left = Unknown(into, MONTH, now.as_at), Unknown(out, MONTH, now.as_at)
    if all(unknown in model.bounds for unknown in (then, arrived, left)):
        model.equations.append(Equation(((now, 1), (then, -1), (arrived, -1), (left, 1)), 0, 0))


def before(month: str, months: int) -> str:
    """The month so many before, both written 2019-04."""
    year, number = month.split("-")
    index = int(year) * MONTHS_IN_A_YEAR + int(number) - 1 - months
    return f"{index // MONTHS_IN_A_YEAR:04}-{index % MONTHS_IN_A_YEAR + 1:02}"


def components(
    model: Model, asked_together: Iterable[Sequence[Unknown]] = ()
) -> list[tuple[list[Unknown], list[Equation]]]:
    """The unknowns in groups that no equation and no question joins to another, each with its equations."""
    leader: dict[Unknown, Unknown] = {unknown: unknown for unknown in model.bounds}

    def find(unknown: Unknown) -> Unknown:
        while leader[unknown] != unknown:
            leader[unknown] = leader[leader[unknown]]
            unknown = leader[unknown]
        return unknown

    joined = [[unknown for unknown, _ in equation.terms] for equation in model.equations]
    for together in (*joined, *asked_together):
        first = find(together[0])
        for unknown in together[1:]:
            leader[find(unknown)] = first
    members: dict[Unknown, list[Unknown]] = defaultdict(list)
    for unknown in model.bounds:
        members[find(unknown)].append(unknown)
    ruled: dict[Unknown, list[Equation]] = defaultdict(list)
    for equation in model.equations:
        ruled[find(equation.terms[0][0])].append(equation)
    return [(unknowns, _once(ruled[root])) for root, unknowns in members.items()]


def _once(equations: Sequence[Equation]) -> list[Equation]:
    return list(dict.fromkeys(equations))
