"""What if there were more workers, or fewer for some weeks: arithmetic on figures held, and nothing about causes.

Every number an answer rests on is told beside it with where it is from, and every assumption is a line of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from everychild import wording
from everychild.calendar import WorkingCalendar
from everychild.errors import EverychildError
from everychild.measure.due import Ahead

FULL_TIME = 100


@dataclass(frozen=True)
class Held:
    """Children held on a day by how many workers, and their full-time weeks in hundredths."""

    told_on: date
    workers: int
    children: int
    full_time_hundredths: int


@dataclass(frozen=True)
class Answer:
    """What it comes to: before, after, and the lines that say what each rests on and what is assumed."""

    before: Fraction
    after: Fraction
    lines: tuple[str, ...]


def caseload_if(held: Held, more_workers: int) -> Answer:
    """Children for each full-time week worked, with so many more full-time workers (fewer, if negative).

    Raises EverychildError where nobody would be left.
    """
    full_time = Fraction(held.full_time_hundredths, FULL_TIME)
    if full_time <= 0 or full_time + more_workers <= 0:
        raise EverychildError(
            f"{wording.rounded(full_time, 1)} full-time workers hold children, and {more_workers:+} would leave none. "
            "Ask for fewer."
        )
    before, after = held.children / full_time, held.children / (full_time + more_workers)
    return Answer(
        before,
        after,
        (
            f"Now: {held.children:,} children held by {wording.count(held.workers, 'worker')}, who work as much as "
            f"{wording.rounded(full_time, 1)} full-time (caseload extract, {wording.day(held.told_on)}): "
            f"{wording.rounded(before, 1)} for each full-time worker.",
            f"With {wording.change(Fraction(more_workers), _workers(more_workers), 0)}: "
            f"{wording.rounded(after, 1)} for each, {wording.change(after - before, 'children')}.",
            "Assumed: the same children; the workers full-time, holding as many as the rest from the first day. One "
            "newly qualified holds fewer, and one newly come takes weeks to get there.",
        ),
    )


def visits_if(
    due: Mapping[str, Ahead],
    titles: Mapping[str, str],
    workers: int,
    away: int,
    calendar: WorkingCalendar,
    *,
    in_school_holidays: bool,
) -> Answer:
    """Visits known to fall due for every ten worker-days, with some workers away, all the time or in school holidays.

    `due` is what is known ahead, by reference. Raises EverychildError where nothing is known or nobody is left.
    """
    if not due:
        raise EverychildError(
            "Nothing is known of visits to come. Load visits, plans and allocations, and close a month."
        )
    first, last = min(item.first for item in due.values()), max(item.last for item in due.values())
    days = _working_days(calendar, first, last)
    holidays = [day for day in days if not calendar.school.is_working_day(day)]
    days_away = holidays if in_school_holidays else days
    have, lost = workers * len(days), away * len(days_away)
    if workers <= away or have <= lost:
        raise EverychildError(f"{wording.count(workers, 'worker')} hold children, and {away} away would leave none.")
    visits = sum(item.to_do for item in due.values())
    before, after = Fraction(10 * visits, have), Fraction(10 * visits, have - lost)
    when = "in school holidays" if in_school_holidays else "all that time"
    return Answer(
        before,
        after,
        (
            *(f"{titles[ref]} ({ref}): {item.to_do:,} to do by {wording.day(item.last)}." for ref, item in due.items()),
            f"From {wording.day(first)} to {wording.day(last)}: {wording.count(len(days), 'working day')}, of which "
            f"{len(holidays):,} in school holidays (calendar and school terms).",
            f"{wording.count(workers, 'case worker')} (WF01): {have:,} worker-days, and "
            f"{wording.rounded(before, 1)} visits for every ten.",
            f"With {wording.count(away, 'worker')} away {when}: {have - lost:,} worker-days, and "
            f"{wording.rounded(after, 1)} visits for every ten.",
            "Assumed: every worker on every working day, but those away; one visit for each piece of work; none that "
            "begins later. A child due two kinds of visit is counted for each.",
        ),
    )


def _working_days(calendar: WorkingCalendar, first: date, last: date) -> Sequence[date]:
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if calendar.is_working_day(day)]


def _workers(how_many: int) -> str:
    return "full-time worker" if abs(how_many) == 1 else "full-time workers"
