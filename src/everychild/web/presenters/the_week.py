"""The side of the worklist: who is carrying what, what this week changes, and why last month’s work was late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from everychild import wording
from everychild.calendar import Month
from everychild.catalogue import BY_REF
from everychild.council import Council
from everychild.journal.reasons import REASONS, Of
from everychild.judgement.targets import target_in_words
from everychild.worklist import A_WEEK, WORK, Obligation, When, Worklist

WORKERS_SHOWN = 40
NOBODY = "Nobody named"
SATURDAY = 5


@dataclass(frozen=True)
class WorkerLine:
    """One worker: overdue, then each day, then all they hold. `looks` are tints, from none to most."""

    worker: str
    overdue: int
    days: tuple[tuple[int, str], ...]
    held: int


@dataclass(frozen=True)
class Carrying:
    """A row a worker, the fullest first, and the team under them."""

    days: tuple[str, ...]
    rows: tuple[WorkerLine, ...]
    team: WorkerLine
    more: str


@dataclass(frozen=True)
class Changing:
    """One kind of work: its month so far, and where the week can take it."""

    work: str
    says: str


@dataclass(frozen=True)
class WeekChanges:
    month: str
    rows: tuple[Changing, ...]


@dataclass(frozen=True)
class LateReasons:
    """Last month’s late work by the reason that was given."""

    heading: str
    rows: tuple[tuple[str, int], ...]


def carrying(found: Worklist) -> Carrying:
    """What each worker has overdue and due on each day of the week; weekends only where something falls due on one."""
    soon = [
        piece for piece in found.pieces if piece.when is When.DUE and piece.due_on and piece.due_on < found.on + A_WEEK
    ]
    due = Counter((piece.worker, piece.due_on) for piece in soon)
    late = Counter(piece.worker for piece in found.pieces if piece.when is When.OVERDUE)
    with_work = {piece.due_on for piece in soon}
    week = [found.on + timedelta(days=ahead) for ahead in range(A_WEEK.days)]
    days = [day for day in week if day.weekday() < SATURDAY or day in with_work]
    most = max(due.values(), default=0)

    def line(name: str, workers: Iterable[str], *, tinted: bool) -> WorkerLine:
        own = set(workers)
        counts = [sum(due[worker, day] for worker in own) for day in days]
        return WorkerLine(
            name,
            sum(late[worker] for worker in own),
            tuple((count, _tint(count, most) if tinted else "") for count in counts),
            sum(found.by_worker.get(worker, 0) for worker in own),
        )

    shown = list(found.by_worker)[:WORKERS_SHOWN]
    left = len(found.by_worker) - len(shown)
    return Carrying(
        tuple(f"{day:%a} {day.day}" for day in days),
        tuple(line(worker or NOBODY, [worker], tinted=True) for worker in shown),
        line("All", found.by_worker, tinted=False),
        f"{wording.count(left, 'more worker holds', 'more workers hold')} less than these." if left else "",
    )


def week_changes(found: Worklist, council: Council) -> WeekChanges:
    """For each kind of work that can still be done in time this week: what the month comes to if all of it is, or none.

    What falls due in the next month is left to the next month.
    """
    month = Month.of(found.on)
    rows = []
    for ref in dict.fromkeys(one.ref for one in found.obligations):
        own = [one for one in found.obligations if one.ref == ref and Month.of(one.due_on) == month]
        to_do = [one for one in own if not one.is_met and not one.is_over]
        if to_do:
            rows.append(Changing(WORK[ref], _said(ref, own, to_do, month, council)))
    return WeekChanges(wording.month(month), tuple(rows))


def late_reasons(found: Worklist, reasons: Mapping[Of, str]) -> LateReasons:
    """Why last month’s late work was late, most given first, with how much nobody has given a reason for."""
    month = Month.of(found.on) - 1
    late = [one for one in found.obligations if one.is_over and Month.of(one.due_on) == month]
    given = Counter(reasons.get((one.ref, one.child_id, one.due_on), "") for one in late)
    unsaid = given.pop("", 0)
    rows = [(REASONS[code], count) for code, count in given.most_common()]
    were = wording.count(len(late), "late piece of work was", "late pieces of work were")
    unsaid_row = [("No reason given yet", unsaid)] if unsaid else []
    return LateReasons(f"Why {wording.month_name(month)}’s {were} late", (*rows, *unsaid_row))


def _said(ref: str, own: list[Obligation], to_do: list[Obligation], month: Month, council: Council) -> str:
    met, known = sum(one.is_met for one in own), len(own) - len(to_do)
    target = council.target_for(ref, month.last_day)
    so_far = f"{met} of {known} on time so far" if known else "None so far"
    left = wording.count(len(to_do), "more falls", "more fall")
    return (
        f"{so_far}{f' ({_share(met, known)})' if known else ''}; {left} due this week. "
        f"{_share(met + len(to_do), len(own))} if all of them are on time, {_share(met, len(own))} if none are"
        f"{f'; the target is {target_in_words(target, BY_REF[ref])}' if target else ''}."
    )


def _share(met: int, of: int) -> str:
    return wording.shown(Fraction(100 * met, of), BY_REF["CP22"].unit, (), of)


def _tint(count: int, most: int) -> str:
    """One of five, by how near the fullest day it is; nothing for nothing."""
    return f"tint-{1 + 4 * (count - 1) // max(most - 1, 1)}" if count else ""
