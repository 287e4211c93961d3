"""Northbrook’s extracts about school: the virtual school’s, and the two registers of children out of school."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from everychild.calendar import add_months, months_to
from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.schooling import MONTHS_BEFORE, OutOfSchool

MONTHS_TOLD = 3
"""Registers are put right for some weeks, so the last months are told again each time."""


def education_plans(known: AsKnown) -> Iterator[Row]:
    """Two terms or so."""
    since = add_months(known.on, -9)
    for plan in known.town.schooling.plans:
        if since <= plan.completed_on <= known.on:
            yield {
                "person_id": plan.child.child_id,
                "term": plan.term,
                "pep_due_date": None,
                "completed_date": plan.completed_on,
                "quality": None,
                "school_urn": None,
                "attendance_pct": None,
                "fixed_exclusion_days": None,
            }


def attendance(known: AsKnown) -> Iterator[Row]:
    """The last months; in the first delivery the year before as well."""
    is_first = known.month == known.town.setting.timeline.months[0]
    for month in months_to(known.month, MONTHS_BEFORE + 1 if is_first else MONTHS_TOLD):
        for one in known.town.schooling.months[month]:
            yield {
                "person_id": one.child.child_id,
                "month_from": month.first_day,
                "sessions_possible": one.possible,
                "sessions_attended": one.attended,
                "suspensions": one.suspensions,
                "school_place": one.place,
                "attendance_school_urn": None,
            }


def at_home(known: AsKnown) -> Iterator[Row]:
    return _register(known, known.town.schooling.at_home, "ehe")


def nowhere(known: AsKnown) -> Iterator[Row]:
    return _register(known, known.town.schooling.nowhere, "cme")


def _register(known: AsKnown, children: Iterable[OutOfSchool], name: str) -> Iterator[Row]:
    """Those on it, and those who came off within six months."""
    for one in children:
        ended_on = known.past(one.ended_on)
        if one.started_on <= known.on and (ended_on is None or ended_on >= known.since):
            yield {
                "person_id": one.child_id,
                "date_of_birth": one.born_on,
                f"{name}_start_date": one.started_on,
                f"{name}_end_date": ended_on,
                f"{name}_reason": None,
            }
