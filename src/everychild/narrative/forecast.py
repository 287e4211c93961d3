"""A forecast in sentences, with its own record of being right."""

from __future__ import annotations

from fractions import Fraction

from everychild import wording
from everychild.calendar import Month
from everychild.catalogue.indicator import Unit
from everychild.judgement.forecast import LEAST_FOR_A_SEASON, Expected, Forecast
from everychild.judgement.judged import Judged
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, BoundNumber, Quantity, Source, said


def forecast_in_words(item: Judged, told: Forecast) -> tuple[Bound, ...]:
    """Month by month, then how it was made and how it has done."""
    return (*(_month(item, month) for month in told.months), _made(item, told), tested_sentence(item, told))


def tested_sentence(item: Judged, told: Forecast) -> Bound:
    """How often the past fell inside the intervals, and how near it came beside the same month a year before."""
    test = told.test
    return said(
        "Tried on its own past: of {tested} months it would have foretold, {within_80} fell inside four in five "
        "({share_80}) and {within_95} inside nineteen in twenty ({share_95}). It was {error} out on average, {nearer} "
        "the same month a year before ({error_of_last_year}).",
        tested=_whole(item, "tested", test.tested),
        within_80=_whole(item, "within_80", test.within_80),
        share_80=_share(item, "share_80", test.within_80, test.tested),
        within_95=_whole(item, "within_95", test.within_95),
        share_95=_share(item, "share_95", test.within_95, test.tested),
        error=_error(item, "error", test.error),
        nearer="nearer than" if test.beats_last_year else "no nearer than",
        error_of_last_year=_error(item, "error_of_last_year", test.error_of_last_year),
    )


def _month(item: Judged, month: Expected) -> Bound:
    middle, low_80, high_80, low_95, high_95 = (
        _number(item, month.month, which, value)
        for which, value in (
            ("middle", month.middle),
            ("low_80", month.low_80),
            ("high_80", month.high_80),
            ("low_95", month.low_95),
            ("high_95", month.high_95),
        )
    )
    return said(
        "{month}: {middle}; four times in five between {low_80} and {high_80}, nineteen in twenty between {low_95} and "
        "{high_95}.",
        month=quantities.month(month.month),
        middle=middle,
        low_80=low_80,
        high_80=high_80,
        low_95=low_95,
        high_95=high_95,
    )


def _made(item: Judged, told: Forecast) -> Bound:
    held = _whole(item, "months_held", told.months_held)
    if told.is_seasonal:
        return said("From {held} months, with their season, if things go on as they have.", held=held)
    return said(
        "From {held} months, if things go on as they have. No season is in it: that takes {least} months.",
        held=held,
        least=quantities.of_rule(str(LEAST_FOR_A_SEASON), "least for a season"),
    )


def _number(item: Judged, month: Month, which: str, value: Fraction) -> BoundNumber:
    return BoundNumber(wording.shown(value, item.indicator.unit), _source(item, which, month), value)


def _whole(item: Judged, which: str, number: int) -> BoundNumber:
    return BoundNumber(f"{number:,}", _source(item, which), Fraction(number))


def _error(item: Judged, which: str, value: Fraction) -> BoundNumber:
    unit = item.indicator.unit
    points = {Unit.PERCENT: " points", Unit.COUNT: ""}.get(unit, f" {unit.value}")
    return BoundNumber(wording.rounded(value, 1) + points, _source(item, which), value)


def _share(item: Judged, which: str, part: int, whole: int) -> BoundNumber:
    share = Fraction(100 * part, whole)
    return BoundNumber(wording.rounded(share) + "%", _source(item, which), share)


def _source(item: Judged, which: str, month: Month | None = None) -> Source:
    """By the name of what it tells, of the forecast made at the edition’s month or of a month it foretells."""
    return Source(
        Quantity.FORECAST,
        item.ref,
        item.indicator.rule or "",
        month=month or item.figure.as_at,
        detail=which,
    )
