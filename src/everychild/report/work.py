"""What the paper tells of an indicator’s work: what was written up late, what falls due next; no small number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from everychild.judgement.contribution import OTHERS
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.measure.due import Ahead
from everychild.measure.figure import Figure
from everychild.measure.late import Counted, FirstTold
from everychild.narrative import quantities
from everychild.narrative.ahead import NOT_KNOWN_AHEAD, ahead_sentence
from everychild.narrative.bound import Bound, said, sentences
from everychild.narrative.late import NEVER_TOLD_AGAIN, NOT_KNOWN_LATE, late_in_words, late_without_numbers
from everychild.narrative.main_part import FEWEST, contribution_by_work
from everychild.narrative.or_why_not import moved_by_work
from everychild.report.small_numbers import is_small

MOVED, LATE, AHEAD = "what moved it", "late work or late recording", "the next four weeks"
NOTHING_CHANGED = Bound(("No month has changed since it was first told by work written up late.",))


@dataclass(frozen=True)
class Work:
    """By reference: what is known to fall due, and each month as it was first told, the newest first."""

    ahead: Mapping[str, Ahead] = field(default_factory=dict)
    first_told: Mapping[str, Sequence[FirstTold]] = field(default_factory=dict)


def work_told(edition: JudgedEdition, work: Work) -> Mapping[str, tuple[Bound, ...]]:
    """For each indicator of an area, its paragraphs. From the edition itself, before numbers are hidden.

    Of an area’s first indicator each part is told, or why it cannot be; of the others what there is to tell.
    """
    told = {}
    leads = {area.judged[0].ref for area in edition.areas}
    for item in (item for area in edition.areas for item in area.judged):
        is_lead, months = item.ref in leads, work.first_told.get(item.ref, ())
        parts = (
            (MOVED, _what_moved(item, edition) if is_lead else Bound()),
            (LATE, _looking_back(item, months) if is_lead or any(_has_changed(month) for month in months) else Bound()),
            (AHEAD, _looking_ahead(item, work.ahead.get(item.ref), is_lead=is_lead)),
        )
        title = quantities.title(item)
        told[item.ref] = tuple(
            said(f"{{title}}, {part}. {{told}}", title=title, told=words) for part, words in parts if words
        )
    return told


def _what_moved(item: Judged, edition: JudgedEdition) -> Bound:
    """The group with the largest part of the change since last month, where it and the rest are many at both ends."""
    found = contribution_by_work(item, edition)
    if found is None or not found.change:
        return moved_by_work(item, edition)
    group = found.parts[0].group
    ends = ((item.groups, item.figure), (item.groups_last_month, item.last_month))
    if group == OTHERS or any(not _are_many(held.get(found.breakdown, ()), group, whole) for held, whole in ends):
        return said("Its parts rest on numbers too small to be told.")
    return moved_by_work(item, edition)


def _are_many(groups: Sequence[Figure], group: str, whole: Figure | None) -> bool:
    """No number of the group’s, nor of all the others together, from 1 to 9: one could be worked out from the rest."""
    own = next((figure for figure in groups if figure.group == group), None)
    if own is None or whole is None or own.numerator is None or whole.numerator is None:
        return False
    numbers = [own.numerator, whole.numerator - own.numerator]
    if own.denominator is not None and whole.denominator is not None:
        numbers += [own.denominator, whole.denominator - own.denominator]
        not_met = own.denominator - own.numerator
        if own.numerator <= own.denominator:  # of a share; an average’s sum of days has no other side
            numbers += [not_met, whole.denominator - whole.numerator - not_met]
    return all(number == 0 or number >= FEWEST for number in numbers)


def _looking_ahead(item: Judged, ahead: Ahead | None, *, is_lead: bool) -> Bound:
    """Where any of its numbers is small none is told, and the percentages are whole."""
    if ahead is None:
        return NOT_KNOWN_AHEAD if is_lead else Bound()
    target = item.target.value if item.target else None
    needed = None if target is None else ahead.needed(target)
    numbers = (ahead.met, ahead.lost, ahead.to_do, ahead.considered, ahead.meetings, needed)
    return ahead_sentence(item, ahead, with_numbers=not any(is_small(number) for number in numbers))


def _looking_back(item: Judged, months: Sequence[FirstTold]) -> Bound:
    """Where a month rests on a small number, or changed by one, no month is told in numbers."""
    changed = (month for month in months if _has_changed(month))
    hidden = any(is_small(number) for month in changed for number in _rests_on(item, month))
    told = sentences(late_without_numbers(months) if hidden else late_in_words(item, months, ()))
    if told:
        return told
    if months:
        return NOTHING_CHANGED
    return NOT_KNOWN_LATE if item.clock is None else NEVER_TOLD_AGAIN


def _has_changed(month: FirstTold) -> bool:
    return month.now is not None and month.now != month.first


def _rests_on(item: Judged, month: FirstTold) -> Iterator[int]:
    for counted in (month.first, month.written_up, month.done_since, month.now or month.first):
        yield from _counts(item, counted)
        yield from _counts(item, _less(counted, month.first))
    yield from (month.rows_written_up, month.rows_done_since, month.rows_otherwise)


def _counts(item: Judged, counted: Counted) -> Iterator[int]:
    """The counts under a figure; an average’s sum of days is none."""
    if counted.denominator is not None:
        yield counted.denominator
        if not item.indicator.is_share:
            return
        yield counted.denominator - counted.numerator
    yield counted.numerator


def _less(counted: Counted, other: Counted) -> Counted:
    denominator = None if counted.denominator is None else counted.denominator - (other.denominator or 0)
    return Counted(counted.numerator - other.numerator, denominator)
