"""Northbrook’s logs of escalations and of offers of an advocate, six months back."""

from __future__ import annotations

from collections.abc import Iterator

from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.as_known import AsKnown


def escalations(known: AsKnown) -> Iterator[Row]:
    for one in known.town.escalations:
        if known.since <= one.raised_on <= known.on:
            yield {
                "person_id": one.child.child_id,
                "escalation_date": one.raised_on,
                "raised_by": one.raised_by,
                "escalation_stage": None,
                "resolved_date": None,
                "team": one.worker.team,
                "worker_id": one.worker.number,
            }


def advocacy_offers(known: AsKnown) -> Iterator[Row]:
    for one in known.town.advocacy_offers:
        if known.since <= one.offered_on <= known.on:
            yield {
                "person_id": one.child.child_id,
                "advocacy_offered_date": one.offered_on,
                "taken_up": one.taken_up,
                "offered_for": one.occasion,
                "team": one.worker.team,
                "worker_id": one.worker.number,
            }
