"""Northbrook’s extracts of early help, the front door, assessments and child in need plans."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from everychild.calendar import add_months
from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.workforce import Worker


def early_help_referrals(known: AsKnown) -> Iterator[Row]:
    for number, one in enumerate(known.town.early_work.requests, 1):
        if known.since <= one.received_on <= known.on:
            decided_on = known.past(one.decided_on)
            yield {
                "person_id": one.child.child_id,
                "request_id": f"ER{number:06}",
                "received_date": one.received_on,
                "source": one.source,
                "reason": None,
                "decision_date": decided_on,
                "outcome": one.outcome if decided_on else None,
                "step_down_from_csc": one.step_down,
            } | _held_by(one.worker)


def early_help_episodes(known: AsKnown) -> Iterator[Row]:
    for number, one in enumerate(known.town.early_work.help_given, 1):
        if one.started_on <= known.on and one.ended_on >= known.since:
            ended_on = known.past(one.ended_on)
            yield {
                "person_id": one.child.child_id,
                "episode_id": f"EE{number:06}",
                "start_date": one.started_on,
                "end_date": ended_on,
                "end_reason": one.end_reason if ended_on else None,
                "organisation": one.organisation,
            } | _held_by(one.worker)


def contact_decisions(known: AsKnown) -> Iterator[Row]:
    for number, one in enumerate(known.town.early_work.decisions, 1):
        contact = one.contact
        if known.since <= contact.contacted_on and contact.recorded_on <= known.on:
            decided_at = _by(known, one.decided_at)
            yield {
                "person_id": contact.child.child_id,
                "contact_id": f"CO{number:06}",
                "received_at": one.received_at,
                "decided_at": decided_at,
                "source": contact.source,
                "reason": None,
                "outcome": one.outcome if decided_at else None,
                "mash_rag": None,
            } | _held_by(one.worker)


def child_in_need_plans(known: AsKnown) -> Iterator[Row]:
    for number, one in enumerate(known.town.early_work.need_plans, 1):
        if one.started_on <= known.on and (one.ended_on is None or one.ended_on >= known.since):
            yield {
                "person_id": one.child.child_id,
                "plan_id": f"NP{number:06}",
                "plan_start_date": one.started_on,
                "plan_end_date": known.past(one.ended_on),
            } | _held_by(one.worker)


def child_in_need_reviews(known: AsKnown) -> Iterator[Row]:
    """Looks back a year, so that the review before the latest is there too."""
    since = add_months(known.on, -12)
    for number, plan in enumerate(known.town.early_work.need_plans, 1):
        for times, held_on in enumerate(plan.reviews, 1):
            if since <= held_on <= known.on:
                yield {
                    "person_id": plan.child.child_id,
                    "review_id": f"NR{number:06}-{times}",
                    "review_date": held_on,
                    "next_review_date": None,
                } | _held_by(plan.worker)


def assessment_review_points(known: AsKnown) -> Iterator[Row]:
    for one in known.town.early_work.review_points:
        if one.due_on >= known.since and one.assessment_started_on <= known.on and one.due_on <= known.on:
            yield {
                "person_id": one.child.child_id,
                "assessment_start_date": one.assessment_started_on,
                "review_point_date": one.due_on,
                "reviewed_date": known.past(one.reviewed_on),
            } | _held_by(one.worker)


def assessment_factors(known: AsKnown) -> Iterator[Row]:
    for one in known.town.early_work.factors:
        if known.since <= one.authorised_on <= known.on:
            for code in one.codes:
                yield {
                    "person_id": one.child.child_id,
                    "assessment_id": None,
                    "authorised_date": one.authorised_on,
                    "factor": code,
                } | _held_by(one.worker)


def pre_proceedings(known: AsKnown) -> Iterator[Row]:
    for one in known.town.early_work.before_court:
        if one.letter_on <= known.on and one.ended_on >= known.since:
            ended_on = known.past(one.ended_on)
            yield {
                "person_id": one.child.child_id,
                "family_id": f"F{one.child.family.number:06}",
                "gateway_decision_date": None,
                "letter_sent_date": one.letter_on,
                "first_meeting_date": known.past(one.first_met_on),
                "review_meetings": None,
                "fgdm_offered_date": one.offered_on,
                "fgdm_held_date": known.past(one.held_on),
                "outcome": one.outcome if ended_on else "continuing",
                "outcome_date": ended_on,
                "court_issue_date": ended_on if one.outcome == "issued" else None,
                "final_hearing_date": None,
            } | _held_by(one.worker)


def private_fostering(known: AsKnown) -> Iterator[Row]:
    for one in known.town.early_work.privately_fostered:
        if one.notified_on <= known.on and one.ended_on >= known.since:
            visited_on = known.past(one.first_visited_on)
            yield {
                "person_id": one.child.child_id,
                "notified_date": one.notified_on,
                "start_date": one.started_on,
                "end_date": known.past(one.ended_on),
                "initial_visit_date": visited_on,
                "last_visit_date": visited_on,
            } | _held_by(one.worker)


def allegations(known: AsKnown) -> Iterator[Row]:
    for one in known.town.early_work.allegations:
        if one.referred_on <= known.on and one.concluded_on >= known.since:
            concluded_on = known.past(one.concluded_on)
            yield {
                "allegation_id": one.allegation_id,
                "referred_date": one.referred_on,
                "concluded_date": concluded_on,
                "workplace": one.workplace,
                "outcome": one.outcome if concluded_on else None,
            }


TABLES = (
    early_help_referrals,
    early_help_episodes,
    contact_decisions,
    assessment_review_points,
    assessment_factors,
    child_in_need_plans,
    child_in_need_reviews,
    pre_proceedings,
    private_fostering,
    allegations,
)
"""Each writes the table of its own name."""


def _by(known: AsKnown, moment: datetime) -> datetime | None:
    return moment if moment.date() <= known.on else None


def _held_by(worker: Worker) -> Row:
    return {"team": worker.team, "worker_id": worker.number}
