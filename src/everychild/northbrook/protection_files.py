"""Northbrook’s logs of strategy discussions, enquiries, conferences and core groups, six months back."""

from __future__ import annotations

from collections.abc import Iterator

from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.workforce import Worker

CONFERENCE_IDS = {"initial": "IC", "pre_birth": "IC", "review": "RC"}


def strategy_discussions(known: AsKnown) -> Iterator[Row]:
    for one in known.town.protection_log.discussions:
        if known.since <= one.held_at.date() <= known.on and one.recorded_on <= known.on:
            yield {
                "person_id": one.child.child_id,
                "discussion_id": one.discussion_id,
                "requested_at": None,
                "held_at": one.held_at,
                "outcome": one.outcome,
                "agencies_present": "police;health",
            } | _held_by(one.worker)


def section_47_enquiries(known: AsKnown) -> Iterator[Row]:
    """Those going on, and those that ended within six months."""
    for one in known.town.protection_log.conclusions:
        enquiry, is_over = one.enquiry, one.recorded_on <= known.on
        if enquiry.recorded_on <= known.on and one.ended_on >= known.since:
            yield {
                "person_id": enquiry.child.child_id,
                "enquiry_id": None,
                "enquiry_start_date": enquiry.started_on,
                "enquiry_end_date": one.ended_on if is_over else None,
                "enquiry_outcome": one.outcome if is_over else None,
            } | _held_by(enquiry.worker)


def conferences(known: AsKnown) -> Iterator[Row]:
    for one in known.town.protection_log.attendances:
        if known.since <= one.held_on <= known.on:
            yield {
                "person_id": one.child.child_id,
                "meeting_id": f"{CONFERENCE_IDS[one.kind]}{one.child.family.number:06}{one.held_on:%y%m%d}",
                "conference_type": one.kind,
                "due_date": None,
                "held_date": one.held_on,
                "cancelled_or_adjourned": False,
                "adjourn_reason": None,
                "quorate": True,
                "conference_outcome": one.outcome,
                "category": one.category,
                "child_attended": one.participation in ("PN1", "PN2", "PN3", "PN4"),
                "participation": one.participation,
                "parent_attended": True,
                "chair_id": None,
            } | _held_by(one.worker)


def core_groups(known: AsKnown) -> Iterator[Row]:
    for one in known.town.protection_log.core_groups:
        if known.since <= one.held_on <= known.on and one.recorded_on <= known.on:
            yield {
                "person_id": one.child.child_id,
                "meeting_date": one.held_on,
                "type": "core_group",
                "due_date": None,
                "quorate": True,
            } | _held_by(one.worker)


def _held_by(worker: Worker) -> Row:
    return {"team": worker.team, "worker_id": worker.number}
