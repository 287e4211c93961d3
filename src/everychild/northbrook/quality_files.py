"""Northbrook's logs of audits, complaints and serious incidents, as they stood on the day they were taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from everychild.calendar import add_months
from everychild.layouts.local import quality as layouts
from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.csv_tables import csv_table

MONTHS_LISTED = 13


def write_quality_files(known: AsKnown, folder: Path) -> list[Path]:
    return [
        csv_table(folder, layouts.AUDITS, _audits(known)),
        csv_table(folder, layouts.COMPLAINTS, _complaints(known)),
        csv_table(folder, layouts.SERIOUS_INCIDENTS, _incidents(known)),
    ]


def _audits(known: AsKnown) -> Iterator[Row]:
    """Those planned for the month just begun as well."""
    since, until = add_months(known.on, -MONTHS_LISTED), (known.month + 1).last_day
    for one in known.town.assurance.audits:
        if since <= one.due_on <= until:
            audited_on = known.past(one.audited_on)
            yield {
                "audit_id": one.audit_id,
                "person_id": one.child.child_id,
                "audit_due_date": one.due_on,
                "audit_date": audited_on,
                "team": one.team,
                "grade": one.grade if audited_on else None,
                "moderated_grade": one.moderated_grade if audited_on else None,
            }


def _complaints(known: AsKnown) -> Iterator[Row]:
    since = add_months(known.on, -MONTHS_LISTED)
    for one in known.town.assurance.complaints:
        if since <= one.received_on <= known.on:
            responded_on = known.past(one.responded_on)
            yield {
                "complaint_id": one.complaint_id,
                "received_date": one.received_on,
                "stage": one.stage,
                "responded_date": responded_on,
                "outcome": one.outcome if responded_on else None,
                "team": one.team,
            }


def _incidents(known: AsKnown) -> Iterator[Row]:
    since = add_months(known.on, -MONTHS_LISTED)
    for one in known.town.assurance.incidents:
        if since <= one.known_on <= known.on:
            yield {
                "incident_id": one.incident_id,
                "person_id": one.child.child_id,
                "incident_date": one.happened_on,
                "aware_date": one.known_on,
                "notified_date": known.past(one.notified_on),
                "incident_type": one.kind,
                "team": one.team,
            }
