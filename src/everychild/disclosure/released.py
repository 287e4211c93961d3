"""An edition as everybody may read it: each number rounded, and what is said of it said from those numbers alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from everychild.calendar import Clock, Month
from everychild.catalogue.indicator import Indicator, Unit
from everychild.council import Council
from everychild.disclosure import rounding
from everychild.disclosure.counted import Links, can_be_told, links
from everychild.disclosure.rounding import Percentage, Told
from everychild.judgement.judge import judge
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.judgement.status import Status
from everychild.judgement.targets import thresholds_of
from everychild.measure.figure import Absent, Figure, Window, told_whole

TOO_CLOSE = "Too close to tell from rounded numbers"
DECIMAL_UNITS = frozenset({Unit.EACH, Unit.SCORE, Unit.WEEKS})
LONGER = (Window.QUARTER, Window.YEAR_TO_DATE, Window.ROLLING_12)
"""What may be told in place of a month, the shortest first: decision 44."""


@dataclass(frozen=True)
class Cell:
    """One published row. An average tells only how many it is of; a count has nothing it is out of."""

    indicator: Indicator
    window: Window
    as_at: Month
    met: Told | None
    considered: Told | None
    percentage: Percentage | None
    average: Fraction | None
    absent: Absent | None

    @property
    def key(self) -> tuple[str, Window, Month]:
        return self.indicator.ref, self.window, self.as_at

    @property
    def has_number(self) -> bool:
        """Whether a value is told, and not a bound of one."""
        if self.average is not None:
            return True
        is_value = self.percentage is not None or self.indicator.is_counted
        return is_value and self.met is not None and self.met.number is not None


@dataclass(frozen=True)
class Released:
    """One indicator for everybody. `judged` holds rounded figures: its pattern and its picture follow from them."""

    judged: Judged
    cells: Mapping[tuple[Window, Month], Cell]
    status: Status | None
    """How the month stands against its target; None where the rounded numbers are too close to it to tell."""

    @property
    def ref(self) -> str:
        return self.judged.ref

    @property
    def cell(self) -> Cell | None:
        return self.cells.get((self.judged.window, self.judged.figure.as_at))

    @property
    def longer(self) -> Cell | None:
        """Several months told together in place of the month."""
        return next((cell for (window, _), cell in self.cells.items() if window in LONGER), None)


@dataclass(frozen=True)
class ReleasedEdition:
    """All of it, with what is left out and why, and how its numbers hang together."""

    edition: JudgedEdition
    indicators: tuple[Released, ...]
    left_out: Mapping[str, str]
    """Why an indicator of the catalogue is not told, by reference."""

    links: Links

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for item in self.indicators for cell in item.cells.values())


def release(
    edition: JudgedEdition,
    figures: Iterable[Figure],
    clocks: Mapping[str, Clock],
    months: Sequence[Month],
    held_back: Collection[tuple[str, Window, Month]] = (),
    together: Collection[tuple[str, Window, Month]] = (),
) -> ReleasedEdition:
    """The edition, rounded. `held_back` are rows that an audit found would tell too much: they are not told at all.
    `together` are the longer times told in place of a month.
    """
    of_all = [figure for figure in figures if figure.breakdown is None]
    left_out: dict[str, str] = {}
    told: list[Judged] = []
    for item in edition.indicators:
        why = _left_out(item, edition.council)
        if why:
            left_out[item.ref] = why
        else:
            told.append(item)
    by_ref: dict[str, list[Figure]] = {item.ref: [] for item in told}
    for figure in of_all:
        if figure.ref in by_ref:
            by_ref[figure.ref].append(figure)
    cells = {
        item.ref: _cells(item, by_ref[item.ref], months, frozenset(held_back), frozenset(together)) for item in told
    }
    again = _judged_again(edition, [item.indicator for item in told], cells, clocks, months)
    indicators = [item.indicator for item in told]
    return ReleasedEdition(
        edition, tuple(_released(item, cells[item.ref]) for item in again), left_out, links(indicators, clocks)
    )


def _released(item: Judged, cells: Mapping[tuple[Window, Month], Cell]) -> Released:
    status = _status(item, cells)
    return Released(replace(item, status=status or Status.NOT_JUDGED), cells, status)


def _left_out(item: Judged, council: Council) -> str:
    if item.ref in council.left_out_of_release:
        return "The council has chosen not to publish it."
    if not can_be_told(item.indicator):
        return "It adds up amounts and not children or pieces of work, and there is no rounding that would protect it."
    if all(figure.absent is not None for figure in item.history):
        return "The council’s records do not hold it."
    return ""


def _cells(
    item: Judged,
    figures: Sequence[Figure],
    months: Sequence[Month],
    held_back: Collection[tuple[str, Window, Month]],
    together: Collection[tuple[str, Window, Month]],
) -> dict[tuple[Window, Month], Cell]:
    """Each month, or month end; and of things that happen the whole financial years among those months."""
    indicator, first = item.indicator, months[0]
    found = {}
    for figure in figures:
        is_month = figure.window is item.window and figure.as_at in months
        is_year = figure.window is Window.FINANCIAL_YEAR and figure.as_at - 11 >= first and figure.as_at <= months[-1]
        is_longer = (figure.ref, figure.window, figure.as_at) in together
        if not is_month and not is_longer and not (is_year and not indicator.is_at_month_end):
            continue
        cell = cell_of(indicator, figure)
        if cell.key in held_back:
            cell = replace(cell, met=None, considered=None, percentage=None, average=None, absent=Absent.HELD_BACK)
        found[figure.window, figure.as_at] = cell
    return dict(sorted(found.items(), key=lambda pair: (pair[0][0].value, pair[0][1])))


def cell_of(indicator: Indicator, figure: Figure) -> Cell:
    """One figure as everybody may read it."""
    window, as_at = figure.window, figure.as_at
    if figure.absent is Absent.NO_CASES:
        # That there were none is a small number too: it is told as any other.
        none = rounding.tell(0)
        met = None if indicator.is_average else none
        return Cell(indicator, window, as_at, met, None if indicator.is_counted else none, None, None, None)
    if figure.absent is not None or figure.numerator is None:
        return Cell(indicator, window, as_at, None, None, None, None, figure.absent)
    if indicator.is_counted:
        return Cell(indicator, window, as_at, rounding.tell(figure.numerator), None, None, None, None)
    assert figure.denominator is not None, f"{indicator.ref} is a share or an average, and out of nothing"
    considered = rounding.tell(figure.denominator)
    if indicator.is_average:
        return Cell(indicator, window, as_at, None, considered, None, _average(indicator, figure, considered), None)
    met = rounding.tell_met(figure.numerator, figure.denominator)
    return Cell(indicator, window, as_at, met, considered, rounding.percentage(met, considered), None, None)


def _average(indicator: Indicator, figure: Figure, considered: Told) -> Fraction | None:
    value = figure.value(indicator.unit)
    if value is None or considered.number is None or considered.number < rounding.FEWEST_FOR_AN_AVERAGE:
        return None
    scale = 10 if indicator.unit in DECIMAL_UNITS else 1
    return Fraction(round(value * scale), scale)


def _judged_again(
    edition: JudgedEdition,
    indicators: Sequence[Indicator],
    cells: Mapping[str, Mapping[tuple[Window, Month], Cell]],
    clocks: Mapping[str, Clock],
    months: Sequence[Month],
) -> tuple[Judged, ...]:
    figures = [as_figure(cell) for of_one in cells.values() for cell in of_one.values()]
    judged = judge(figures, indicators, edition.as_at, months, edition.council, clocks)
    return tuple(_in_whole_numbers(item, cells[item.ref]) for item in judged)


def _in_whole_numbers(item: Judged, cells: Mapping[tuple[Window, Month], Cell]) -> Judged:
    """Shares told in whole per cent: rounded numbers bear no decimals."""

    def whole(figure: Figure) -> Figure:
        cell = cells.get((figure.window, figure.as_at))
        if cell is None or cell.percentage is None:
            return figure
        return told_whole(figure, Fraction(round(cell.percentage.shown)))

    history = tuple(whole(figure) for figure in item.history)
    return replace(
        item,
        figure=history[-1],
        history=history,
        charted=tuple(whole(figure) for figure in item.charted),
        financial_years={year: whole(figure) for year, figure in item.financial_years.items()},
        year_to_date=item.year_to_date and whole(item.year_to_date),
        rolling_12=item.rolling_12 and whole(item.rolling_12),
    )


def as_figure(cell: Cell) -> Figure:
    """The rounded number as a figure, so that it can be judged and drawn like any other."""

    def figure(numerator: int | None, denominator: int | None, absent: Absent | None = None) -> Figure:
        return Figure(cell.indicator.ref, cell.window, cell.as_at, None, None, numerator, denominator, absent)

    if cell.absent is not None:
        return figure(None, None, cell.absent)
    if cell.average is not None:
        days = cell.average * (7 if cell.indicator.unit is Unit.WEEKS else 1)
        return figure(days.numerator, days.denominator)
    if cell.percentage is not None and cell.considered is not None and cell.considered.number is not None:
        of = cell.considered.number
        return figure(round(cell.percentage.shown * of / 100), of)
    if cell.indicator.is_counted and cell.met is not None and cell.met.number is not None:
        return figure(cell.met.number, 12 if cell.window is Window.FINANCIAL_YEAR else None)
    return figure(None, None, Absent.HELD_BACK)


def _status(item: Judged, cells: Mapping[tuple[Window, Month], Cell]) -> Status | None:
    """The status that every number it may have been would have; None where some would have another.

    So it says nothing that the rounded numbers do not, and never contradicts the paper.
    """
    cell = cells.get((item.window, item.figure.as_at))
    ends = None if cell is None else _ends(cell)
    if ends is None:
        return Status.FOR_INFORMATION if item.status is Status.FOR_INFORMATION else Status.NOT_JUDGED
    if item.status is Status.FOR_INFORMATION:
        return item.status
    least, most = ends
    if any(least <= limit <= most for limit in thresholds_of(item.target, item.indicator.good)):
        return None
    return item.status


def _ends(cell: Cell) -> tuple[Fraction, Fraction] | None:
    if cell.percentage is not None:
        return cell.percentage.least, cell.percentage.most
    if cell.average is not None:
        step = Fraction(1, 20) if cell.indicator.unit in DECIMAL_UNITS else Fraction(1, 2)
        return cell.average - step, cell.average + step
    if cell.indicator.is_counted and cell.met is not None:
        return Fraction(cell.met.least), Fraction(cell.met.most)
    return None
