"""Northbrook’s extracts about children in care that no list of Annex A holds: reviews, plans, health, the year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from everychild.calendar import add_months
from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.care_records import CareRecord, in_care_a_year
from everychild.northbrook.lives_in_care import Care

REVIEW_TYPES = ("first (20 working days)", "second (3 months)")


def reviews(known: AsKnown) -> Iterator[Row]:
    for record in _known(known):
        for number, day in enumerate(record.care.reviews):
            if known.since <= day <= known.on:
                yield {
                    "person_id": record.care.child.child_id,
                    "review_id": f"CR{record.care.child.child_id}{day:%y%m%d}",
                    "review_due_date": None,
                    "held_date": day,
                    "review_type": REVIEW_TYPES[number] if number < len(REVIEW_TYPES) else "subsequent (6 months)",
                    "participation": record.participation[day],
                    "iro_id": None,
                    "midway_contact_date": None,
                } | _held_by(known, record.care)


def care_plans(known: AsKnown) -> Iterator[Row]:
    """Those in force, and those that ended within six months."""
    for record in _known(known):
        care = record.care
        for started_on, replaced_on in pairwise((*record.plans, care.ended_on)):
            ended_on = known.past(replaced_on)
            if started_on is not None and started_on <= known.on and (ended_on is None or ended_on >= known.since):
                yield {
                    "person_id": care.child.child_id,
                    "care_plan_id": None,
                    "care_plan_start_date": started_on,
                    "care_plan_end_date": ended_on,
                    "parallel_plan": None,
                } | _held_by(known, care)


def health(known: AsKnown) -> Iterator[Row]:
    """A year of assessments and checks, and what has been asked for and not yet done."""
    for record in _known(known):
        for event in record.events:
            if event.requested_on <= known.on and event.completed_on >= known.year_ago:
                completed_on = known.past(event.completed_on)
                yield {
                    "person_id": record.care.child.child_id,
                    "type": event.kind,
                    "requested_date": event.requested_on,
                    "due_date": None,
                    "completed_date": completed_on,
                    "paperwork_received_date": known.past(event.report_received_on),
                    "outcome": "completed" if completed_on else "planned",
                    "score": None,
                    "not_done_reason": None,
                }


def outcomes(known: AsKnown) -> Iterator[Row]:
    """The outcomes list of the national return, run for the month end."""
    end = known.month.last_day
    for record in _known(known):
        if in_care_a_year(record.care, end):
            yield _outcome(known, record, end)


def _outcome(known: AsKnown, record: CareRecord, end: date) -> Row:
    care, age, year_ago = record.care, record.care.child.age(end), add_months(end, -12)
    is_asked = 4 <= age <= 16
    returned = is_asked and record.questionnaire_returned
    convicted = record.convicted_on is not None and year_ago < record.convicted_on <= end
    return {
        "CHILD": care.child.child_id,
        "DOB": care.child.born_on,
        "SDQ_SCORE": record.score(known.town.setting.seed, end) if returned else None,
        "SDQ_REASON": None if returned else record.why_not_returned if is_asked else "SDQ1",
        "CONVICTED": convicted if age >= 10 else None,
        "HEALTH_CHECK": record.development_checked if age < 5 else None,
        "IMMUNISATIONS": record.immunised,
        "TEETH_CHECK": any(year_ago < day <= end for day in care.dental_checks),
        "HEALTH_ASSESSMENT": any(year_ago < day <= end for day in care.health_assessments),
        "SUBSTANCE_MISUSE": record.substance_misuse,
        "INTERVENTION_RECEIVED": record.substance_misuse or None,
        "INTERVENTION_OFFERED": None,
    }


def _known(known: AsKnown) -> Iterator[CareRecord]:
    return (record for record in known.town.care_records if record.care.recorded_on <= known.on)


def _held_by(known: AsKnown, care: Care) -> Row:
    worker = known.worker_of(care.child)
    return {"team": worker.team, "worker_id": worker.number}
