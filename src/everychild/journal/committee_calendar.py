"""The committee’s calendar in the journal: meetings announced, moved and called off. Rows are added, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from everychild.errors import NotAllowed, UnknownReference
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time
from everychild.roles import Need, Viewer

make_ready()
from everychild.journal.models import Meeting, MeetingChange  # noqa: E402 - models need Django ready


@dataclass(frozen=True)
class Changed:
    """A meeting moved, or called off where there is no day."""

    on: date | None
    why: str
    name: str
    at: datetime


@dataclass(frozen=True)
class Announced:
    """A meeting as it stands. `on` is the day it is now for; a meeting that was called off keeps its last day."""

    number: int
    committee: str
    on: date
    first_on: date
    announced_at: datetime
    is_off: bool
    changes: tuple[Changed, ...]


@one_at_a_time()
def announce(committee: str, on: date, by: Viewer, at: datetime) -> Announced:
    """Adds a meeting. Raises NotAllowed where it is not theirs to, or stands already."""
    _may(by)
    if not committee.strip():
        raise NotAllowed("Say which committee meets.")
    if any(held.on == on and held.committee == committee.strip() for held in meetings()):
        raise NotAllowed("That meeting is in the calendar already.")
    row = Meeting.objects.create(
        committee=committee.strip()[:200], on=on, who=by.person, name=by.name, title=by.title, at=at
    )
    return _announced(row)


@one_at_a_time()
def change(number: int, on: date | None, why: str, by: Viewer, at: datetime) -> Announced:
    """Moves a meeting to a day, or with none calls it off. Raises NotAllowed without a reason."""
    _may(by)
    row = Meeting.objects.filter(pk=number).first()
    if row is None:
        raise UnknownReference(f"There is no meeting numbered {number}.")
    held = _announced(row)
    if not why.strip():
        raise NotAllowed("Say why the meeting is moved or called off.")
    if on is None and held.is_off:
        raise NotAllowed("It was called off already.")
    if on == held.on and not held.is_off:
        raise NotAllowed("It is on that day already.")
    MeetingChange.objects.create(
        meeting=row, on=on, why=why.strip()[:400], who=by.person, name=by.name, title=by.title, at=at
    )
    return _announced(row)


def meetings() -> list[Announced]:
    """Every meeting, by the day it is for; those called off among them."""
    found = [_announced(row) for row in Meeting.objects.prefetch_related("changes")]
    return sorted(found, key=lambda meeting: (meeting.on, meeting.number))


def coming(today: date) -> list[Announced]:
    """Those still to come, today’s among them."""
    return [meeting for meeting in meetings() if meeting.on >= today and not meeting.is_off]


def _may(by: Viewer) -> None:
    if not by.can(Need.REPORTS):
        raise NotAllowed(f"A {by.title} does not change the committee’s calendar here.")


def _announced(row: Meeting) -> Announced:
    changes = tuple(Changed(held.on, held.why, held.name, held.at) for held in row.changes.all())
    days = [row.on, *(held.on for held in changes if held.on is not None)]
    is_off = bool(changes) and changes[-1].on is None
    return Announced(row.pk, row.committee, days[-1], row.on, row.at, is_off, changes)
