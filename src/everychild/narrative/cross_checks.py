"""Pairs of figures that may seem to clash, and the sentence that says so: told before somebody at the table does.

Each says how the two are counted and never that either is wrong. To add a check, add a line to the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from everychild.catalogue.indicator import Good
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, BoundWord, Quantity, Source, said
from everychild.narrative.quantities import value_in_words


@dataclass(frozen=True)
class MoreAfter:
    """What comes after is more than what it comes from, in the same month."""

    before: str
    after: str
    because: str


@dataclass(frozen=True)
class DoesNotAddUp:
    """A number at a month end did not change by those who came less those who left."""

    stock: str
    came: str
    left: str
    because: str


@dataclass(frozen=True)
class PointsApart:
    """Two measures of one thing moved opposite ways since last month: one for the better, one for the worse."""

    first: str
    second: str
    because: str


CrossCheck = MoreAfter | DoesNotAddUp | PointsApart

_EARLIER = "what is finished in a month was often begun in an earlier one"
_AVERAGE = (
    "an average is moved by how long the longest take, a share only by how many are on time, so one may rise as the "
    "other falls"
)
CROSS_CHECKS: tuple[CrossCheck, ...] = (
    MoreAfter("EH01", "EH03", f"{_EARLIER}, and not every assessment follows a request"),
    MoreAfter("FD01", "FD06", "a referral may be recorded in the month after its contact"),
    MoreAfter("FD06", "AS01", f"{_EARLIER}, and children already known are assessed again without a new referral"),
    MoreAfter("CP01", "CP02", "a discussion may be held in one month and its enquiry begun in the next"),
    MoreAfter("CP02", "CP05", "a conference may be held in the month after its enquiry, or for a child who moved here"),
    MoreAfter("CP05", "CP13", "a plan may be taken over from another council without an initial conference here"),
    DoesNotAddUp(
        "CC01", "CC02", "CC03", "what is recorded late moves a past month end and no month’s coming or leaving"
    ),
    DoesNotAddUp("CP12", "CP13", "CP14", "what is recorded late moves a past month end and no month’s start or end"),
    PointsApart("EH04", "EH05", _AVERAGE),
    PointsApart("AS03", "AS02", _AVERAGE),
    PointsApart("CP25", "CP22", _AVERAGE),
    PointsApart("CC14", "CC15", _AVERAGE),
)


def cross_check_notes(edition: JudgedEdition) -> tuple[Bound, ...]:
    """A sentence for each pair that seems to clash this month, in the table's order."""
    notes = (_note(check, edition) for check in CROSS_CHECKS)
    return tuple(note for note in notes if note)


def notes_about(item: Judged, edition: JudgedEdition) -> tuple[Bound, ...]:
    """Those that name one indicator."""
    notes = (_note(check, edition) for check in CROSS_CHECKS if item.ref in refs_of(check))
    return tuple(note for note in notes if note)


def refs_of(check: CrossCheck) -> tuple[str, ...]:
    match check:
        case MoreAfter(before=first, after=second) | PointsApart(first=first, second=second):
            return (first, second)
        case DoesNotAddUp(stock=stock, came=came, left=left):
            return (stock, came, left)


def name_of(check: CrossCheck) -> str:
    return " ".join(refs_of(check))


def state_of_cross_check(name: str, edition: JudgedEdition) -> str:
    """ "clash" where that pair seems to clash in this edition."""
    check = next((check for check in CROSS_CHECKS if name_of(check) == name), None)
    return "clash" if check is not None and _note(check, edition) else ""


def _note(check: CrossCheck, edition: JudgedEdition) -> Bound:
    items = [edition.by_ref(ref) for ref in refs_of(check)]
    known = [item for item in items if item is not None and item.value is not None]
    if len(known) != len(items):
        return Bound()
    match check:
        case MoreAfter():
            return _more_after(check, *known)
        case DoesNotAddUp():
            return _does_not_add_up(check, *known)
        case PointsApart():
            return _points_apart(check, *known)


def _more_after(check: MoreAfter, before: Judged, after: Judged) -> Bound:
    if (after.value or 0) <= (before.value or 0):
        return Bound()
    return said(
        "{after} ({after_value}) {more} {before} ({before_value}) in {when}: {because}.",
        after=quantities.title(after),
        after_value=value_in_words(after),
        more=_clash(check, "are more than"),
        before=quantities.title(before),
        before_value=value_in_words(before),
        when=quantities.month(after.figure.as_at),
        because=check.because,
    )


def _does_not_add_up(check: DoesNotAddUp, stock: Judged, came: Judged, left: Judged) -> Bound:
    """Only numbers that are told elsewhere are told: what is missing between them is not."""
    was = stock.value_of(stock.last_month)
    if stock.last_month is None or was is None:
        return Bound()
    if (stock.value or 0) - was == (came.value or 0) - (left.value or 0):
        return Bound()
    return said(
        "{stock}: {was} at the end of {then} and {now} at the end of {when}, {clash} “{came}” ({came_value}) less "
        "“{left}” ({left_value}): {because}.",
        stock=quantities.title(stock),
        was=value_in_words(stock, stock.last_month),
        then=quantities.month(stock.last_month.as_at),
        now=value_in_words(stock),
        when=quantities.month(stock.figure.as_at),
        clash=_clash(check, "which is not the change that follows from"),
        came=quantities.title(came),
        came_value=value_in_words(came),
        left=quantities.title(left),
        left_value=value_in_words(left),
        because=check.because,
    )


def _points_apart(check: PointsApart, first: Judged, second: Judged) -> Bound:
    moved = [_better(item) for item in (first, second)]
    if moved[0] * moved[1] >= 0:
        return Bound()
    better, worse = (first, second) if moved[0] > 0 else (second, first)
    return said(
        "Since {then}, {better} is better ({was_better}, now {now_better}) and {worse} is worse ({was_worse}, now "
        "{now_worse}){clash}: {because}.",
        then=quantities.month(first.figure.as_at - 1),
        better=_quoted(better),
        was_better=value_in_words(better, better.last_month),
        now_better=value_in_words(better),
        worse=_quoted(worse),
        was_worse=value_in_words(worse, worse.last_month),
        now_worse=value_in_words(worse),
        clash=_clash(check, ""),
        because=check.because,
    )


def _better(item: Judged) -> Fraction:
    """How far it moved for the better since last month; below nought for the worse."""
    now, then = item.value, item.value_of(item.last_month)
    if now is None or then is None or item.indicator.good not in (Good.HIGHER, Good.LOWER):
        return Fraction(0)
    if str(value_in_words(item)) == str(value_in_words(item, item.last_month)):
        return Fraction(0)  # nobody can see it move
    return now - then if item.indicator.good is Good.HIGHER else then - now


def _quoted(item: Judged) -> Bound:
    return said("“{title}”", title=quantities.title(item))


def _clash(check: CrossCheck, text: str) -> BoundWord:
    return BoundWord(text, Source(Quantity.CROSS_CHECK, detail=name_of(check)), state="clash")
