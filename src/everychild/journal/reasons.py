"""Why work was late, from a short list, given by whoever manages it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime

from everychild.errors import NotAllowed
from everychild.journal.connection import make_ready

make_ready()
from everychild.journal.models import LateReason  # noqa: E402 - models need Django ready

REASONS: Mapping[str, str] = {
    "not_recorded": "Done, not recorded yet",
    "family_away": "Family away",
    "family_refused": "Family refused",
    "not_found": "Child could not be found",
    "worker_absent": "Worker absent",
    "no_worker": "No worker to give it to",
    "court": "Court",
    "other_agency": "Another agency",
    "other": "Something else",
}

Of = tuple[str, str, date | None]


def give(ref: str, child_id: str, due_on: date | None, code: str, who: str, at: datetime) -> None:
    """Adds a reason. Raises NotAllowed where it is not on the list."""
    if code not in REASONS:
        raise NotAllowed("Choose a reason from the list.")
    LateReason.objects.create(ref=ref, child_id=child_id, due_on=due_on, code=code, who=who, at=at)


def given() -> dict[Of, str]:
    """By measure, child and day due, the reason that stands."""
    return {(row.ref, row.child_id, row.due_on): row.code for row in LateReason.objects.all()}


def tally(ref: str, first: date, last: date) -> list[tuple[str, int]]:
    """How often each reason was given for a measure's work due on those days, the most frequent first."""
    rows = LateReason.objects.filter(ref=ref, due_on__range=(first, last))
    stands = {(row.child_id, row.due_on): row.code for row in rows}
    return [(REASONS[code], count) for code, count in Counter(stands.values()).most_common()]
