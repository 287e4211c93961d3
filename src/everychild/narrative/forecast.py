"""A forecast in sentences, with its own record of being right."""

from __future__ import annotations

from fractions import Fraction

from everychild import wording
from everychild.catalogue.indicator import Unit
from everychild.judgement.forecast import LEAST_FOR_A_SEASON, Expected, Forecast
from everychild.judgement.judged import Judged


def forecast_in_words(item: Judged, told: Forecast) -> tuple[str, ...]:
    """Month by month, then how it was made and how it has done."""
    return (*(_month(item, month) for month in told.months), _made(told), tested_sentence(item, told))


def tested_sentence(item: Judged, told: Forecast) -> str:
    """How often the past fell inside the intervals, and how near it came beside the same month a year before."""
    test = told.test
    nearer = "nearer than" if test.beats_last_year else "no nearer than"
    return (
        f"Tried on its own past: of {test.tested:,} months it would have foretold, {test.within_80:,} fell inside four "
        f"in five ({_share(test.within_80, test.tested)}) and {test.within_95:,} inside nineteen in twenty "
        f"({_share(test.within_95, test.tested)}). It was {_error(item, test.error)} out on average, {nearer} the "
        f"same month a year before ({_error(item, test.error_of_last_year)})."
    )


def _month(item: Judged, month: Expected) -> str:
    return (
        f"{wording.month(month.month)}: {_number(item, month.middle)}; four times in five between "
        f"{_number(item, month.low_80)} and {_number(item, month.high_80)}, nineteen in twenty between "
        f"{_number(item, month.low_95)} and {_number(item, month.high_95)}."
    )


def _made(told: Forecast) -> str:
    if told.is_seasonal:
        return f"From {told.months_held} months, with their season, if things go on as they have."
    return (
        f"From {told.months_held} months, if things go on as they have. No season is in it: that takes "
        f"{LEAST_FOR_A_SEASON} months."
    )


def _number(item: Judged, value: Fraction) -> str:
    return wording.shown(value, item.indicator.unit)


def _error(item: Judged, value: Fraction) -> str:
    unit = item.indicator.unit
    points = {Unit.PERCENT: " points", Unit.COUNT: ""}.get(unit, f" {unit.value}")
    return wording.rounded(value, 1) + points


def _share(part: int, whole: int) -> str:
    return wording.rounded(Fraction(100 * part, whole)) + "%"
