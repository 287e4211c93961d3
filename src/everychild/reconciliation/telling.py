"""A difference between two sources as a sentence, for whoever puts one of them right."""

from __future__ import annotations

from datetime import date

from everychild import wording
from everychild.reconciliation.differences import Difference, Otherwise, Told
from everychild.reconciliation.kinds import EventKind
from everychild.reconciliation.stated import StatedFigure, StatedOtherwise

NOTHING_TO_COMPARE_WITH = "nothing to compare with"


def in_words(difference: Difference) -> str:
    """What the two say, each by its name; a child is not named."""
    one, other, kind = difference.one, difference.other, difference.kind
    match difference.how:
        case Otherwise.ONE_ALONE:
            return wording.sentence(f"{kind.event} {_says(one, kind)} by {one.source}; {other.source} has no such row.")
        case Otherwise.OTHER_DAY:
            return wording.sentence(
                f"{kind.event} {_says(one, kind)} by {one.source} and {_says(other, kind)} by {other.source}: differs "
                f"by {_days(difference)}."
            )
        case Otherwise.OTHER_END:
            return wording.sentence(
                f"{kind.end} {_says(one, kind)} by {one.source} and {_says(other, kind)} by {other.source}: differs "
                f"by {_days(difference)}."
            )
        case Otherwise.ENDED_IN_ONE:
            ended, goes_on = (one, other) if one.says is not None else (other, one)
            return wording.sentence(
                f"{kind.end} {_says(ended, kind)} by {ended.source}; by {goes_on.source} it has no end yet."
            )
        case Otherwise.OTHER_VALUE:
            column = difference.column
            meaning = kind.record.column(column).meaning
            return wording.sentence(
                f"{meaning}: “{_says(one, kind, column)}” by {one.source}, “{_says(other, kind, column)}” by "
                f"{other.source}."
            )
        case Otherwise.AT_MONTH_END:
            return wording.sentence(f"counted by {one.source}, since {_says(one, kind)}; {_why_not(other, kind)}.")


def _why_not(silent: Told, kind: EventKind) -> str:
    if silent.source_id is None:
        return f"{silent.source} has no row of it"
    return f"by {silent.source} it had {kind.end} by {_says(silent, kind)}"


def stated_in_words(figure: StatedFigure, row: StatedOtherwise) -> str:
    """What the row states, and what the events come to."""
    no_fewer = "no fewer than " if figure.at_least else ""
    return f"{figure.title}: {row.stated:,} stated, {no_fewer}{row.counted:,} by the {figure.of_events} loaded."


def _says(told: Told, kind: EventKind, column: str = "") -> str:
    if isinstance(told.says, date):
        return wording.day(told.says)
    if isinstance(told.says, bool):
        return "yes" if told.says else "no"
    codes = kind.record.column(column).codes if column else None
    return codes.values.get(str(told.says), str(told.says)) if codes else str(told.says)


def _days(difference: Difference) -> str:
    assert difference.days is not None, "two days are so many days apart"
    return wording.count(difference.days, "day")
