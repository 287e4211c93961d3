"""An edition with no number but those a release tells: what the paper for everybody is made from.

Which areas are listed was decided by people, and stays. Everything said of them follows from rounded numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from everychild.calendar import Clock, Month
from everychild.disclosure.released import Cell, Released, ReleasedEdition, as_figure
from everychild.judgement.agreed import Agreed
from everychild.judgement.flags import improvements
from everychild.judgement.judge import judge
from everychild.judgement.judged import Code, FlaggedArea, Judged, JudgedEdition, Reason
from everychild.judgement.status import Status
from everychild.measure.figure import Absent, Figure, HiddenNumber, WholeFigure, Window, told_whole
from everychild.report.small_numbers import said_again

TOO_FEW_TO_SAY = Reason(
    Code.N1, 0, "It is on the list by its exact figures. They are too few, or too near its target, to say more here."
)
BY_ITS_TARGET = frozenset({Code.T1, Code.T2, Code.T3, Code.F1})


def as_told(released: ReleasedEdition, clocks: Mapping[str, Clock], months: Sequence[Month]) -> JudgedEdition:
    """The edition as everybody may read it, its figures rounded or held back and everything judged from those."""
    edition = released.edition
    told = {item.ref: _told(item) for item in released.indicators}
    told |= {item.ref: item for item in _left_out(edition, frozenset(told), clocks, months)}
    items = tuple(_on_the_list(told[item.ref], item) for item in edition.indicators)
    by_ref = {item.ref: item for item in items}
    return replace(
        edition,
        indicators=items,
        areas=tuple(FlaggedArea(area.area, tuple(by_ref[item.ref] for item in area.judged)) for area in edition.areas),
        improvements=improvements(
            [item for item in items if item.value is not None], edition.council.thresholds.improvements_shown
        ),
    )


def as_agreed(agreed: Iterable[Agreed], told: JudgedEdition) -> tuple[Agreed, ...]:
    """What was agreed, each with the figure it was agreed on as the release tells it: that figure was exact."""
    return tuple(replace(one, figure=_agreed_on(one, told.by_ref(one.ref))) for one in agreed)


def _agreed_on(one: Agreed, item: Judged | None) -> Figure:
    then = (one.figure.window, one.figure.as_at)
    history = () if item is None else item.history
    return next((figure for figure in history if (figure.window, figure.as_at) == then), _hidden(one.figure))


def _told(item: Released) -> Judged:
    """Nothing of a group is released; of a year so far or of twelve months what is told in place of the month."""
    judged = item.judged
    history = tuple(_figure(figure, item.cells) for figure in judged.history)
    is_hidden = history[-1].absent is Absent.HELD_BACK
    is_unsure = is_hidden or item.status is None
    reasons = () if is_hidden else tuple(_reasons(item, is_unsure=is_unsure))
    return replace(
        judged,
        figure=history[-1],
        history=history,
        charted=tuple(_figure(figure, item.cells) for figure in judged.charted),
        financial_years={year: _figure(figure, item.cells) for year, figure in judged.financial_years.items()},
        year_to_date=judged.year_to_date and _longer(judged.year_to_date, item),
        rolling_12=judged.rolling_12 and _longer(judged.rolling_12, item),
        told_longer=None if item.longer is None else _together(item.longer, item.cells),
        groups={},
        groups_last_month={},
        by_other_rules={},
        outlook=None if is_unsure else judged.outlook,
        reasons=reasons,
        points=sum(one.points for one in reasons),
        status=Status.NOT_JUDGED if is_unsure and judged.target else judged.status,
    )


def _reasons(item: Released, *, is_unsure: bool) -> list[Reason]:
    """Without what rests on a target that the rounded number is too close to; and small numbers are not told of."""
    cell = item.cell
    kept = [
        one for one in item.judged.reasons if one.code is not Code.N1 and not (is_unsure and one.code in BY_ITS_TARGET)
    ]
    if cell is None or cell.percentage is None:
        return kept
    was, now = as_figure(cell), item.judged.figure
    return [replace(one, sentence=said_again(one.sentence, was, now, item.judged)) for one in kept]


def _together(cell: Cell, cells: Mapping[tuple[Window, Month], Cell]) -> Figure:
    figure = as_figure(cell)
    if cell.percentage is not None:
        figure = told_whole(figure, Fraction(round(cell.percentage.shown)))
    return _figure(figure, cells)


def _longer(figure: Figure, item: Released) -> Figure:
    return _figure(figure, item.cells) if (figure.window, figure.as_at) in item.cells else _hidden(figure)


def _figure(figure: Figure, cells: Mapping[tuple[Window, Month], Cell]) -> Figure:
    """The rounded value alone: what it rests on is on the public page. A bound is no value, and is not told as one."""
    cell = cells.get((figure.window, figure.as_at))
    if cell is None or cell.indicator.is_counted or figure.absent is not None:
        return figure
    if cell.percentage is not None and (cell.met is None or cell.met.number is None):
        return _hidden(figure)
    value = figure.value(cell.indicator.unit)
    if value is None:
        return figure
    return WholeFigure(figure.ref, figure.window, figure.as_at, None, None, HiddenNumber(1), None, whole=value)


def _left_out(
    edition: JudgedEdition, told: frozenset[str], clocks: Mapping[str, Clock], months: Sequence[Month]
) -> tuple[Judged, ...]:
    """Each indicator the release leaves out, without a figure: held back, or not there, as it is."""
    left_out = [item for item in edition.indicators if item.ref not in told]
    figures = [figure if figure.absent is not None else _hidden(figure) for item in left_out for figure in item.history]
    return judge(figures, [item.indicator for item in left_out], edition.as_at, months, edition.council, clocks)


def _on_the_list(told: Judged, exact: Judged) -> Judged:
    """Listed where it is listed, with what may be said of why."""
    if not exact.is_flagged:
        return replace(told, is_flagged=False)
    return replace(told, is_flagged=True, reasons=told.reasons or (TOO_FEW_TO_SAY,))


def _hidden(figure: Figure) -> Figure:
    return Figure(figure.ref, figure.window, figure.as_at, None, None, None, None, Absent.HELD_BACK)
