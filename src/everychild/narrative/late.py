"""Late work or late recording, in sentences: what a month was first told as, what it is now, and why it changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from everychild import wording
from everychild.catalogue.indicator import Unit
from everychild.judgement.judged import Judged
from everychild.judgement.targets import thresholds_of
from everychild.measure.figure import Absent
from everychild.measure.late import Counted, FirstTold, RecordingLag

MONTHS_NAMED = 3
"""More months than these that have not changed are counted and not named."""


def late_in_words(item: Judged, months: Sequence[FirstTold], lags: Sequence[RecordingLag]) -> tuple[str, ...]:
    """Month by month, the newest first, then how long writing up takes."""
    changed = [month for month in months if month.now is not None and month.now != month.first]
    same = [month for month in months if month.now is not None and month.now == month.first]
    once = [month for month in months if month.now is None]
    said = [
        *(_told_once(month) for month in once),
        *(changed_sentence(item, month) for month in changed),
        _unchanged(same),
        *(lag_sentence(lag) for lag in lags),
    ]
    return tuple(sentence for sentence in said if sentence)


def late_without_numbers(months: Sequence[FirstTold]) -> tuple[str, ...]:
    """The same where the numbers are too small to be printed."""
    moved = [wording.month(month.month) for month in months if month.rows_written_up or month.rows_done_since]
    said = [_told_once(month) for month in months if month.now is None]
    if moved:
        said.append(
            f"{wording.listed(moved)} changed after being first told, as work was written up later or done only from "
            f"that day on. By how much is {Absent.HELD_BACK.in_words.lower()}."
        )
    return tuple(said)


def changed_sentence(item: Judged, told: FirstTold) -> str:
    """ "March 2019: as first told 71.2%, as known now 76.9%: +5.7 points came from work written up later." """
    assert told.now is not None, "only of a month told again"
    first, now = _written(item, told.first), _written(item, told.now)
    indicator = item.indicator
    parts = [
        f"{_change(item, part)} from {what}"
        for part, what in (
            (told.recording_cost(indicator), "work written up later"),
            (told.done_after(indicator), "work done only from that day on"),
            (told.otherwise(indicator), "rows taken out or changed"),
        )
        if part
    ]
    because = f": {wording.listed(parts)}" if parts else ", on other rows"
    return (
        f"{wording.month(told.month)}: as first told on {wording.day(told.first_known_on)} {first}, as known on "
        f"{wording.day(told.known_on)} {now}{because}."
    )


def lag_sentence(lag: RecordingLag) -> str:
    """How long after it was done one kind of work was written up."""
    if lag.middle is None or lag.nine_in_ten is None:
        return ""
    name = lag.record.replace("_", " ")
    unknown = f" {lag.unknown:,} more do not say when." if lag.unknown else ""
    return (
        f"Half of {lag.rows - lag.unknown:,} records of a {name} were written up within "
        f"{wording.count(lag.middle, 'working day')}, nine in ten within "
        f"{wording.count(lag.nine_in_ten, 'working day')}.{unknown}"
    )


def _told_once(told: FirstTold) -> str:
    return (
        f"{wording.month(told.month)} has been told once, on {wording.day(told.first_known_on)}: what is written up "
        "after that will show from the next extract."
    )


def _unchanged(months: Iterable[FirstTold]) -> str:
    names = [wording.month(month.month) for month in months]
    if not names:
        return ""
    if len(names) > MONTHS_NAMED:
        return f"{wording.sentence(wording.in_words(len(names)))} months before it have not changed since first told."
    has = "has" if len(names) == 1 else "have"
    return f"{wording.listed(names)} {has} not changed since first told."


def _written(item: Judged, counted: Counted) -> str:
    value = counted.value(item.indicator)
    if value is None:
        return Absent.NO_CASES.in_words.lower()
    against = thresholds_of(item.target, item.indicator.good)
    text = wording.shown(value, item.indicator.unit, against, counted.denominator)
    return text if item.indicator.unit in (Unit.PERCENT, Unit.COUNT) else f"{text} {item.indicator.unit.value}"


def _change(item: Judged, difference: Fraction) -> str:
    unit = item.indicator.unit
    if unit is Unit.COUNT:
        return wording.change(difference, item.indicator.of.counted_in, 0)
    return wording.change(difference, "points" if unit is Unit.PERCENT else unit.value)
