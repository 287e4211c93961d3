"""The fostering team's own tables: households, and the enquiries they come from."""

from __future__ import annotations

from collections.abc import Iterator

from everychild.calendar import add_months
from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.as_known import AsKnown

ENQUIRIES_BACK = 24


def households(known: AsKnown) -> Iterator[Row]:
    """Approved now, or until within twelve months."""
    filled = known.town.fostering.filled[known.month]
    for one in known.town.fostering.households:
        if one.recorded_on > known.on or (one.ended_on is not None and one.ended_on < known.year_ago):
            continue
        yield {
            "household_id": one.household_id,
            "approved_date": one.approved_on,
            "end_date": known.past(one.ended_on),
            "type": one.kind,
            "places": one.places,
            "children_placed": filled.get(one, 0),
            "annual_review_date": max((day for day in one.reviews if day <= known.on), default=None),
            "unannounced_visit_date": max((day for day in one.unannounced if day <= known.on), default=None),
            "extended_date": known.past(one.extended_on),
            "application_date": None,
            "dbs_date": None,
            "team": one.supervisor.team,
            "worker_id": one.supervisor.number,
        }


def enquiries(known: AsKnown) -> Iterator[Row]:
    since = add_months(known.on, -ENQUIRIES_BACK)
    for one in known.town.fostering.enquirers:
        if since <= one.enquired_on <= known.on:
            yield {
                "enquiry_id": one.enquiry_id,
                "enquiry_date": one.enquired_on,
                "application_date": known.past(one.applied_on),
                "approved_date": known.past(one.approved_on),
                "withdrawn_date": known.past(one.withdrew_on),
                "team": "Fostering",
                "worker_id": None,
            }
