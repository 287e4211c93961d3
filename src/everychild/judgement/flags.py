"""Which figures need a paragraph in the paper: points by stated reasons, each threshold shown where it bites.

The recipe is ours and is printed: T1 off target 3 points, T2 close 1, T3 any child on a zero-tolerance measure 4,
F1 below the floor that is never acceptable, whatever the target, 3,
S1 a pattern getting worse 2, S2 a target that won't be met as things are 2, V1 worse than both last year's month and
last year's average 1, O1 overdue work growing behind a good percentage 2. E1 (on target, with a warning), Q1
(recording is late) and N1 (small numbers) are labels; N1 also holds the points to 1, unless T3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from everychild import wording
from everychild.catalogue import CATALOGUE
from everychild.catalogue.indicator import Area, Good, Indicator, Unit
from everychild.council import Target, Thresholds
from everychild.judgement.better import distance, worse_by
from everychild.judgement.judged import Code, FlaggedArea, Judged, Reason
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Moving, Pattern
from everychild.judgement.status import Status, is_below_floor, shortfall
from everychild.judgement.targets import floor_in_words, range_bounds, range_in_words, target_in_words, thresholds_of
from everychild.measure.figure import Figure

POINTS = {
    Code.T1: 3,
    Code.T2: 1,
    Code.T3: 4,
    Code.F1: 3,
    Code.S1: 2,
    Code.S2: 2,
    Code.V1: 1,
    Code.O1: 2,
    Code.E1: 0,
    Code.Q1: 0,
    Code.N1: 0,
}

AMISS = frozenset({Code.T1, Code.T2, Code.T3, Code.F1, Code.S2, Code.O1})


def reasons_for(
    indicator: Indicator,
    figure: Figure,
    target: Target | None,
    status: Status,
    pattern: Pattern,
    outlook: Outlook | None,
    last_year_month: Figure | None,
    last_year: Figure | None,
    thresholds: Thresholds,
) -> tuple[Reason, ...]:
    """Every reason that holds, in the recipe's order."""
    value = figure.value(indicator.unit)
    if value is None:
        return ()
    tests: tuple[tuple[Code, Callable[[], str | None]], ...] = (
        (Code.T1, lambda: _missed(value, figure, target, indicator) if status is Status.OFF_TARGET else None),
        (Code.T2, lambda: _missed(value, figure, target, indicator) if status is Status.CLOSE else None),
        (Code.T3, lambda: _any_at_all(value, indicator)),
        (Code.F1, lambda: _below_floor(value, figure, target, indicator)),
        (Code.S1, lambda: _getting_worse(pattern)),
        (Code.S2, lambda: _out_of_reach(pattern, outlook, target, indicator)),
        (Code.V1, lambda: _worse_than_last_year(value, last_year_month, last_year, target, indicator)),
        (
            Code.E1,
            lambda: _early_warning(value, status, pattern, outlook, target, indicator, last_year_month, last_year),
        ),
        (Code.N1, lambda: _few(figure, thresholds)),
    )
    found = ((code, sentence()) for code, sentence in tests)
    return tuple(Reason(code, POINTS[code], said) for code, said in found if said is not None)


def points_of(reasons: Iterable[Reason]) -> int:
    """The sum, held to 1 where numbers are small, unless a child's safety is the reason."""
    reasons = tuple(reasons)
    codes = {reason.code for reason in reasons}
    total = sum(reason.points for reason in reasons)
    return min(total, 1) if Code.N1 in codes and Code.T3 not in codes else total


def flags(reasons: Iterable[Reason], thresholds: Thresholds) -> bool:
    """Whether an indicator is an area for improvement: enough points, and something amiss."""
    reasons = tuple(reasons)
    is_amiss = any(reason.code in AMISS for reason in reasons)
    return is_amiss and points_of(reasons) >= thresholds.flag_at_points


def growing_backlog(judged: Judged, partner: Judged | None) -> Reason | None:
    """O1: the share on time is fine, and the work open and overdue has risen for three month ends running."""
    if partner is None or judged.status is not Status.ON_TARGET:
        return None
    last = [partner.value_of(figure) for figure in partner.history[-4:]]
    counts = [count for count in last if count is not None]
    if len(counts) < 4 or not all(after > before for before, after in pairwise(counts)):
        return None
    sentence = (
        f"Met its target, but work open and overdue has risen for three months running, from "
        f"{wording.rounded(counts[0])} to {wording.rounded(counts[-1])}."
    )
    return Reason(Code.O1, POINTS[Code.O1], sentence)


def late_recording(lag: Judged | None) -> Reason | None:
    """Q1: recording itself is off target, so figures that wait for it are uncertain."""
    if lag is None or lag.status is not Status.OFF_TARGET or lag.value is None:
        return None
    sentence = f"Uncertain: work is written up {wording.rounded(lag.value)} working days after it is done, on average."
    return Reason(Code.Q1, 0, sentence)


def flagged_areas(judged: Sequence[Judged]) -> tuple[FlaggedArea, ...]:
    """Flagged indicators gathered by subject, the most pressing area first.

    By points, then by children affected, then by how long it has been off target, then in catalogue order, whatever
    order they come in.
    """
    gathered: dict[Area, list[Judged]] = {}
    for item in sorted(judged, key=_place):
        if item.is_flagged:
            gathered.setdefault(item.indicator.area or _area_of_its_own(item), []).append(item)
    areas = [FlaggedArea(area, tuple(items)) for area, items in gathered.items()]
    return tuple(sorted(areas, key=lambda area: (-area.points, -area.children_affected, -area.months_off_target)))


def improvements(judged: Sequence[Judged], how_many: int) -> tuple[Judged, ...]:
    """Up to so many indicators that have got better: a signal first, then the largest gain on last year's average."""
    better = [(gain, item) for item in judged if (gain := _gain(item)) is not None]
    better.sort(key=lambda pair: (pair[1].pattern.moving is not Moving.GETTING_BETTER, -pair[0], _place(pair[1])))
    return tuple(item for _, item in better[:how_many])


_PLACES = {indicator.ref: place for place, indicator in enumerate(CATALOGUE)}


def _place(item: Judged) -> tuple[int, str]:
    """Where an indicator stands in the catalogue; one that is not in it comes last."""
    return _PLACES.get(item.ref, len(_PLACES)), item.ref


def _gain(item: Judged) -> Fraction | None:
    """How much better than last year's average, in widths of the expected range; None where it is not better."""
    now, before = item.value, item.value_of(item.last_financial_year)
    limits = item.pattern.usual
    if now is None or before is None or limits is None or limits.upper == limits.lower or item.is_small:
        return None
    worse = worse_by(now, before, item.target, item.indicator.good)
    if worse is None or item.is_flagged:
        return None
    is_signal = item.pattern.moving is Moving.GETTING_BETTER
    return -worse / (limits.upper - limits.lower) if worse < 0 and (is_signal or _also_on_last_year(item)) else None


def _also_on_last_year(item: Judged) -> bool:
    now, then = item.value, item.value_of(item.same_month_last_year)
    if now is None or then is None:
        return False
    worse = worse_by(now, then, item.target, item.indicator.good)
    return worse is not None and worse < 0


def _missed(value: Fraction, figure: Figure, target: Target | None, indicator: Indicator) -> str | None:
    if target is None:
        return None
    unit = "points" if indicator.unit is Unit.PERCENT else indicator.unit.value
    if target.tolerance == 1:
        unit = unit.removesuffix("s")
    said = wording.shown(value, indicator.unit, thresholds_of(target, indicator.good), figure.denominator)
    return (
        f"{said} against a target of {target_in_words(target, indicator)}; "
        f"close would be within {wording.exactly(target.tolerance)} {unit}."
    )


def _any_at_all(value: Fraction, indicator: Indicator) -> str | None:
    if not indicator.zero_tolerance or value <= 0:
        return None
    return f"{wording.rounded(value)}, where any child at all is one too many."


def _below_floor(value: Fraction, figure: Figure, target: Target | None, indicator: Indicator) -> str | None:
    if target is None or not is_below_floor(value, target, indicator.good):
        return None
    said = wording.shown(value, indicator.unit, thresholds_of(target, indicator.good), figure.denominator)
    return f"{said}, where whatever the target it is {floor_in_words(target, indicator)}."


def _getting_worse(pattern: Pattern) -> str | None:
    if pattern.moving is not Moving.GETTING_WORSE or pattern.signal is None:
        return None
    return f"Getting worse: {pattern.why}."


def _out_of_reach(pattern: Pattern, outlook: Outlook | None, target: Target | None, indicator: Indicator) -> str | None:
    if outlook is not Outlook.WONT_BE_MET or pattern.usual is None or target is None:
        return None
    expected = range_in_words(pattern.usual, indicator)
    return f"Its expected range, {expected}, does not reach the target of {target_in_words(target, indicator)}."


def _worse_than_last_year(
    value: Fraction, month: Figure | None, year: Figure | None, target: Target | None, indicator: Indicator
) -> str | None:
    then = None if month is None else month.value(indicator.unit)
    average = None if year is None else year.value(indicator.unit)
    if then is None or average is None:
        return None
    worse = [worse_by(value, other, target, indicator.good) for other in (then, average)]
    if not all(by is not None and by > 0 for by in worse):
        return None
    return (
        f"Worse than the same month last year ({wording.shown(then, indicator.unit)}) and than last year’s average "
        f"({wording.shown(average, indicator.unit)})."
    )


def _early_warning(
    value: Fraction,
    status: Status,
    pattern: Pattern,
    outlook: Outlook | None,
    target: Target | None,
    indicator: Indicator,
    last_year_month: Figure | None,
    last_year: Figure | None,
) -> str | None:
    """E1: still on target, and by any of six stated tests it may not stay there.

    Hit or miss by itself is no warning, or every third figure would have one: its usual month must miss the target, or
    a second sign must go with it. Worse than last year by itself is none either: a third of all steady figures are.
    """
    if status is not Status.ON_TARGET or target is None or pattern.limits is None:
        return None
    expected = f"its expected range, {range_in_words(pattern.limits, indicator)},"
    misses = f"{expected} misses the target of {target_in_words(target, indicator)}"
    mostly = f"{expected} lies for the most part beyond the target of {target_in_words(target, indicator)}"
    is_hit_or_miss = outlook is Outlook.HIT_OR_MISS
    misses_mostly = is_hit_or_miss and shortfall(pattern.limits.mean, target, indicator.good) > 0
    is_worse = _worse_than_last_year(value, last_year_month, last_year, target, indicator) is not None
    tests = (
        ("it is getting worse", pattern.moving is Moving.GETTING_WORSE),
        ("it is near the worse end of its expected range", _is_near_the_worse_end(value, pattern, target, indicator)),
        (misses, outlook is Outlook.WONT_BE_MET),
        (mostly, misses_mostly),
        (
            "it is worse than the same month last year and than last year’s average, and its target is hit or miss",
            is_worse and is_hit_or_miss and not misses_mostly,
        ),
        (
            f"that range reaches past the floor, {floor_in_words(target, indicator)}",
            _may_pass_its_floor(pattern, target, indicator),
        ),
    )
    found = [said for said, holds in tests if holds]
    return f"On target, but {wording.listed(found)}." if found else None


def _is_near_the_worse_end(value: Fraction, pattern: Pattern, target: Target, indicator: Indicator) -> bool:
    limits = pattern.limits
    if limits is None or pattern.moving is Moving.GETTING_WORSE:
        return False
    is_low, is_high = limits.lower <= value < limits.near_lower, limits.near_upper < value <= limits.upper
    if indicator.good is Good.RANGE:
        lowest, highest = range_bounds(limits, indicator)
        return (is_low and distance(lowest, target) > 0) or (is_high and distance(highest, target) > 0)
    return is_low if indicator.good is Good.HIGHER else is_high


def _may_pass_its_floor(pattern: Pattern, target: Target, indicator: Indicator) -> bool:
    if pattern.limits is None:
        return False
    worst = pattern.limits.upper if indicator.good is Good.LOWER else pattern.limits.lower
    return is_below_floor(worst, target, indicator.good)


def _few(figure: Figure, thresholds: Thresholds) -> str | None:
    if figure.denominator is None or figure.denominator >= thresholds.small_denominator:
        return None
    return f"Small numbers: fewer than {thresholds.small_denominator}, so one child moves it visibly."


def _area_of_its_own(item: Judged) -> Area:
    return Area(item.ref.lower(), item.title)
