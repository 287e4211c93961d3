"""What two lists ask to have counted over twelve months, from records that reach so far back; nothing where none does.

List 5 asks how many initial conferences a child had before the latest enquiry; list 8 how often a child went missing or
away from a placement, and what came of the last return. No feed reads these cells back: events tell of themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from everychild.calendar import add_months
from everychild.store.supply import KeptList

Row = Mapping[str, Any]

MONTHS = 12
CONFERENCES = "Number of ICPCs in the last 12 months"
MISSING = "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months"
AWAY = "Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months"
OFFERED = "Was the child offered a Return Interview after their last missing episode (Y/N)?"
ACCEPTED = "Did the child accept a Return Interview after their last missing episode (Y/N)?"
RECORDS = ("conference", "section_47_enquiry", "missing_episode", "return_interview")


@dataclass(frozen=True)
class Held:
    """The rows of the records that are counted, by child, and of each record the day it reaches back to."""

    rows: Mapping[str, Mapping[str, Sequence[Row]]]
    known_from: Mapping[str, date] = field(default_factory=dict)

    def of(self, record: str, child_id: str) -> Sequence[Row]:
        return self.rows.get(record, {}).get(child_id, ())

    def reaches(self, record: str, day: date) -> bool:
        """Whether the record is known since a day: fewer than there were would read as fewer than there had been."""
        return record in self.known_from and self.known_from[record] <= day


def known_from(kept: Sequence[KeptList]) -> Mapping[str, date]:
    """The earliest day each record counted here is told of."""
    return {
        record: min(days)
        for record in RECORDS
        if (days := [item.covers_from for item in kept if item.record == record])
    }


def counted(number: int | None, row: Row, at: date, held: Held) -> dict[str, Any]:
    """The cells a list’s row asks to have counted; `row` is of the record the list is about."""
    if number == 5:
        return _conferences(row, at, held)
    return _times_missing(row, at, held) if number == 8 else {}


def _conferences(row: Row, at: date, held: Held) -> dict[str, Any]:
    """Initial conferences in the 12 months before the child’s latest enquiry; that enquiry’s own does not count."""
    child = row["child_id"]
    started = [one["started_on"] for one in held.of("section_47_enquiry", child) if one["started_on"] <= at]
    latest = max([row["started_on"], *started])
    since = add_months(latest, -MONTHS)
    if not held.reaches("conference", since):
        return {}
    earlier = [
        one
        for one in held.of("conference", child)
        if one["kind"] == "initial"
        and since <= one["held_on"] <= at
        and (one["enquiry_started_on"] or one["held_on"]) < latest
    ]
    return {CONFERENCES: len(earlier)}


def _times_missing(row: Row, at: date, held: Held) -> dict[str, Any]:
    """Those that began in this time in care; what came of the last that ended, where an interview was needed."""
    since = add_months(at, -MONTHS)
    if not held.reaches("missing_episode", since):
        return {}
    first = max(since, row["started_on"])
    last = min(at, row["ended_on"] or at)
    began = sorted(
        (one for one in held.of("missing_episode", row["child_id"]) if first <= one["went_missing_on"] <= last),
        key=lambda one: one["went_missing_on"],
    )
    missing = [one for one in began if one["kind"] == "missing"]
    cells = {MISSING: len(missing), AWAY: sum(one["kind"] in ("away", "absent") for one in began)}
    returned = [one for one in missing if one["returned_on"] is not None and one["returned_on"] <= at]
    return cells | (_interview(returned[-1], at, held) if returned else {})


def _interview(episode: Row, at: date, held: Held) -> dict[str, Any]:
    told = [
        one for one in held.of("return_interview", episode["child_id"]) if one["missing_id"] == episode["missing_id"]
    ]
    if not told or not told[-1]["needed"]:
        return {}
    interview = told[-1]
    offered = bool(interview["offered"]) if interview["offered_on"] is None else interview["offered_on"] <= at
    return {OFFERED: offered, ACCEPTED: offered and interview["response"] == "accepted"}
