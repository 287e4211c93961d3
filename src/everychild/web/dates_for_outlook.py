"""Meetings as an iCalendar file, which Outlook and every other calendar takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from everychild import wording
from everychild.web.presenters.committee_calendar import Dated

PRODUCT_ID = "-//Everychild//Committee calendar//EN"


def as_ics(found: Sequence[Dated], *, with_steps: bool) -> bytes:
    """All-day events: each meeting, the day its papers must be out, and, `with_steps`, what is cleared before.

    An event keeps its name for good, so that a meeting moved moves in a calendar that holds it, and one called off
    leaves it.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT_ID)
    calendar.add("version", "2.0")
    for dated in found:
        meeting, days = dated.meeting, dated.timetable
        told = meeting.changes[-1].at if meeting.changes else dated.announced_at
        month = wording.month(days.latest_month)
        events = [
            ("meeting", meeting.on, meeting.committee, f"Latest month that can be ready: {month}."),
            ("papers", days.papers_out_by, f"Papers out: {meeting.committee}", "The last day they may go out."),
        ]
        if with_steps:
            events += [
                (f"step-{place}", due.on, f"{due.step.name}: {meeting.committee}", due.step.who)
                for place, due in enumerate(days.due, 1)
            ]
        for name, on, summary, says in events:
            calendar.add_component(
                _event(f"meeting-{meeting.number}-{name}@everychild", on, summary, says, told, dated)
            )
    return bytes(calendar.to_ical())


def _event(uid: str, on: date, summary: str, says: str, told: datetime, dated: Dated) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", told)
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", says)
    event.add("sequence", len(dated.meeting.changes))
    event.add("status", "CANCELLED" if dated.meeting.is_off else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event
