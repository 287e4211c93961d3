"""Northbrook's extracts about special educational needs, as the system stood on the day they were taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from everychild.calendar import add_months
from everychild.layouts.local import special_needs as layouts
from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.csv_tables import csv_table
from everychild.northbrook.lives import Child

REQUESTS_LISTED, REVIEWS_LISTED, ADVICE_LISTED, APPEALS_LISTED = 18, 14, 13, 24
"""How many months back each list goes; plans are listed while they last and for half a year after."""

TWENTY_WEEKS = timedelta(weeks=20)


def write_special_needs_files(known: AsKnown, folder: Path) -> list[Path]:
    return [
        csv_table(folder, layouts.EHCP_REQUESTS, _requests(known)),
        csv_table(folder, layouts.EHCP_PLANS, _plans(known)),
        csv_table(folder, layouts.EHCP_ANNUAL_REVIEWS, _reviews(known)),
        csv_table(folder, layouts.EHCP_ADVICE, _advice(known)),
        csv_table(folder, layouts.TRIBUNAL_APPEALS, _appeals(known)),
    ]


def _requests(known: AsKnown) -> Iterator[Row]:
    since = add_months(known.on, -REQUESTS_LISTED)
    for one in known.town.special_needs.requests:
        if since <= one.received_on <= known.on:
            final_on, outcome_on = known.past(one.final_on), known.past(one.outcome_on)
            yield _who(one.child) | {
                "request_id": one.request_id,
                "received_date": one.received_on,
                "decision_date": known.past(one.decided_on),
                "decision": one.decision if one.decided_on <= known.on else "awaiting",
                "assessment_outcome_date": outcome_on,
                "assessment_outcome": one.outcome if outcome_on else None,
                "draft_issued_date": known.past(one.draft_on),
                "final_issued_date": final_on,
                "exception": one.exception if final_on else None,
                "week20_date": one.received_on + TWENTY_WEEKS,
                "team": _team(one.child),
            }


def _plans(known: AsKnown) -> Iterator[Row]:
    for one in known.town.special_needs.plans:
        if one.started_on <= known.on and (one.ceased_on is None or one.ceased_on >= known.since):
            yield _who(one.child) | {
                "plan_id": one.plan_id,
                "start_date": one.started_on,
                "ceased_date": known.past(one.ceased_on),
                "out_of_area": one.out_of_area,
                "primary_need": one.need,
                "team": _team(one.child),
            }


def _reviews(known: AsKnown) -> Iterator[Row]:
    since = add_months(known.on, -REVIEWS_LISTED)
    for one in known.town.special_needs.reviews:
        if since <= one.met_on <= known.on:
            decided_on = known.past(one.decided_on)
            yield {
                "person_id": one.child.child_id,
                "plan_id": one.plan_id,
                "meeting_date": one.met_on,
                "decision_date": decided_on,
                "outcome": one.outcome if decided_on else None,
            }


def _advice(known: AsKnown) -> Iterator[Row]:
    since = add_months(known.on, -ADVICE_LISTED)
    for one in known.town.special_needs.advice:
        if since <= one.asked_on <= known.on:
            yield {
                "person_id": one.child.child_id,
                "request_id": one.request_id,
                "profession": one.profession,
                "advice_requested_date": one.asked_on,
                "advice_received_date": known.past(one.received_on),
                "team": _team(one.child),
            }


def _appeals(known: AsKnown) -> Iterator[Row]:
    since = add_months(known.on, -APPEALS_LISTED)
    for one in known.town.special_needs.appeals:
        if since <= one.registered_on <= known.on:
            concluded_on = known.past(one.concluded_on)
            yield {
                "person_id": one.child.child_id,
                "appeal_id": one.appeal_id,
                "appeal_type": one.against,
                "registered_date": one.registered_on,
                "concluded_date": concluded_on,
                "appeal_outcome": one.outcome if concluded_on else None,
            }


def _who(child: Child) -> Row:
    return {
        "person_id": child.child_id,
        "date_of_birth": child.born_on,
        "sex": child.sex,
        "ethnicity": child.ethnic_group,
        "upn": pupil_number(child),
    }


def pupil_number(child: Child) -> str:
    """An invented unique pupil number, of the council’s own number and the child’s."""
    return f"H999{int(child.child_id):09}"


def _team(child: Child) -> str:
    return f"SEND {child.family.area}"
