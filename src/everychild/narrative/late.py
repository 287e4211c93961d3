"""Late work or late recording, in sentences: what a month was first told as, what it is now, and why it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from everychild import wording
from everychild.calendar import Month
from everychild.catalogue.indicator import Unit
from everychild.judgement.judged import Judged
from everychild.judgement.targets import thresholds_of
from everychild.measure.figure import Absent
from everychild.measure.late import Counted, FirstTold, RecordingLag
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, BoundNumber, BoundWord, Quantity, Source, listed, said, sentences

MONTHS_NAMED = 3
"""More months than these that have not changed are counted and not named."""

NOT_KNOWN_LATE = Bound(
    ("Whether work was late or written up late cannot be told: no day to be done by is set for what this counts.",)
)
NEVER_TOLD_AGAIN = Bound(
    ("What was written up late cannot be told: no extract taken since the month’s end tells all that this rests on.",)
)


def late_in_words(item: Judged, months: Sequence[FirstTold], lags: Sequence[RecordingLag]) -> tuple[Bound, ...]:
    """Month by month, the newest first, then how long writing up takes."""
    changed = [month for month in months if month.now is not None and month.now != month.first]
    same = [month for month in months if month.now is not None and month.now == month.first]
    once = [month for month in months if month.now is None]
    told = [
        *(_told_once(month) for month in once),
        *(changed_sentence(item, month) for month in changed),
        _unchanged(item, same),
        *(lag_sentence(lag) for lag in lags),
    ]
    return tuple(sentence for sentence in told if sentence)


def late_without_numbers(months: Sequence[FirstTold]) -> tuple[Bound, ...]:
    """The same where the numbers are too small to be printed."""
    moved = [quantities.month(month.month) for month in months if month.rows_written_up or month.rows_done_since]
    told = [_told_once(month) for month in months if month.now is None]
    if moved:
        told.append(
            said(
                "{months} changed after being first told, as work was written up later or done only from that day on. "
                "By how much is {held_back}.",
                months=listed(moved),
                held_back=Absent.HELD_BACK.in_words.lower(),
            )
        )
    return tuple(told)


def changed_sentence(item: Judged, told: FirstTold) -> Bound:
    """ "March 2019: as first told 71.2%, as known now 76.9%: +5.7 points came from work written up later." """
    assert told.now is not None, "only of a month told again"
    parts = [
        said("{change} from {what}", change=number_told(item, told, which), what=what)
        for which, what in (
            (LATER, "work written up later"),
            (SINCE, "work done only from that day on"),
            (OTHERWISE, "rows taken out or changed"),
        )
        if _parts(item, told)[which]
    ]
    because = said(": {parts}", parts=listed(parts)) if parts else said(", on other rows")
    return said(
        "{month}: as first told on {first_known_on} {first}, as known on {known_on} {now}{because}.",
        month=quantities.month(told.month),
        first_known_on=quantities.day(told.first_known_on),
        first=number_told(item, told, FIRST),
        known_on=quantities.day(told.known_on),
        now=number_told(item, told, NOW),
        because=because,
    )


def lag_sentence(lag: RecordingLag) -> Bound:
    """How long after it was done one kind of work was written up."""
    if lag.middle is None or lag.nine_in_ten is None:
        return Bound()
    unknown = said("{unknown} more do not say when.", unknown=number_of_lag(lag, UNKNOWN)) if lag.unknown else Bound()
    told = said(
        "Half of {rows} records of a {name} were written up within {middle}, nine in ten within {nine_in_ten}.",
        rows=number_of_lag(lag, ROWS),
        name=lag.record.replace("_", " "),
        middle=number_of_lag(lag, MIDDLE),
        nine_in_ten=number_of_lag(lag, NINE_IN_TEN),
    )
    return sentences((told, unknown))


# Its numbers, each told here and nowhere else

FIRST, NOW, LATER, SINCE, OTHERWISE = "first", "now", "written_up_later", "done_since", "otherwise"
ROWS, UNKNOWN, MIDDLE, NINE_IN_TEN = "rows", "unknown", "middle", "nine_in_ten"


def number_told(item: Judged, told: FirstTold, which: str) -> BoundNumber | BoundWord:
    """One number of how a month was first told, by its name, bound to the month it is about."""
    source = Source(Quantity.FIRST_TOLD, item.ref, item.indicator.rule or "", month=told.month, detail=which)
    if which in (FIRST, NOW):
        counted = told.first if which == FIRST else told.now
        assert counted is not None, "only of a month told again"
        value = counted.value(item.indicator)
        if value is None:
            return BoundWord(Absent.NO_CASES.in_words.lower(), source, state=str(Absent.NO_CASES))
        return BoundNumber(_written(item, value, counted), source, value)
    change = _parts(item, told)[which] or Fraction(0)
    return BoundNumber(_change(item, change), source, change)


def number_of_lag(lag: RecordingLag, which: str) -> BoundNumber:
    """One number of how long writing up takes, by its name, bound to the record it is about."""
    text, exact = _OF_LAG[which](lag)
    return BoundNumber(text, Source(Quantity.WRITTEN_UP, detail=f"{lag.record} {which}"), Fraction(exact))


_OF_LAG: Mapping[str, Callable[[RecordingLag], tuple[str, int]]] = {
    ROWS: lambda lag: (f"{lag.rows - lag.unknown:,}", lag.rows - lag.unknown),
    UNKNOWN: lambda lag: (f"{lag.unknown:,}", lag.unknown),
    MIDDLE: lambda lag: (wording.count(lag.middle or 0, "working day"), lag.middle or 0),
    NINE_IN_TEN: lambda lag: (wording.count(lag.nine_in_ten or 0, "working day"), lag.nine_in_ten or 0),
}


def _parts(item: Judged, told: FirstTold) -> Mapping[str, Fraction | None]:
    """Whence the change came, in the figure's own unit; the three add up to it."""
    indicator = item.indicator
    return {
        LATER: told.recording_cost(indicator),
        SINCE: told.done_after(indicator),
        OTHERWISE: told.otherwise(indicator),
    }


def _told_once(told: FirstTold) -> Bound:
    return said(
        "{month} has been told once, on {day}: what is written up after that will show from the next extract.",
        month=quantities.month(told.month),
        day=quantities.day(told.first_known_on),
    )


def _unchanged(item: Judged, months: Iterable[FirstTold]) -> Bound:
    held: list[Month] = [month.month for month in months]
    if not held:
        return Bound()
    if len(held) > MONTHS_NAMED:
        source = Source(Quantity.FIRST_TOLD, item.ref, item.indicator.rule or "", month=max(held), detail="unchanged")
        many = BoundNumber(wording.in_words(len(held)), source, Fraction(len(held)))
        return said("{many} months before it have not changed since first told.", many=many).capitalised()
    has = "has" if len(held) == 1 else "have"
    return said("{months} {has} not changed since first told.", months=listed(map(quantities.month, held)), has=has)


def _written(item: Judged, value: Fraction, counted: Counted) -> str:
    against = thresholds_of(item.target, item.indicator.good)
    text = wording.shown(value, item.indicator.unit, against, counted.denominator)
    return text if item.indicator.unit in (Unit.PERCENT, Unit.COUNT) else f"{text} {item.indicator.unit.value}"


def _change(item: Judged, difference: Fraction) -> str:
    unit = item.indicator.unit
    if unit is Unit.COUNT:
        return wording.change(difference, item.indicator.of.counted_in, 0)
    return wording.change(difference, "points" if unit is Unit.PERCENT else unit.value)
