"""The audit chain: who did and saw what. Rows are added and never changed; each is bound to the one before.

A row's digest is taken over its own words and the digest of the row before, so that a row changed, moved or taken out
from among others is found. That the newest rows were not cut off is shown by an anchor kept somewhere else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from everychild.errors import Tampered
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time

make_ready()
from everychild.journal.models import AuditEntry  # noqa: E402 - models need Django ready

BEGINNING = "0" * 64

WORDS_TAKEN_OUT = "words taken out, deletion "
"""What a row is about, once that is no longer told. Its digest and its place stay; its seal vouches for it."""


@dataclass(frozen=True)
class Entry:
    """One row, as it is read."""

    number: int
    at: datetime
    who: str
    role: str
    action: str
    about: str
    reason: str
    sha256: str


@one_at_a_time()
def record(at: datetime, who: str, role: str, action: str, about: str, reason: str = "") -> Entry:
    """Adds a row. `about` names what it is about by reference (an indicator, a month, a case number), never a name."""
    newest = AuditEntry.objects.order_by("-id").first()
    before = newest.sha256 if newest else BEGINNING
    digest = _digest(before, at, who, role, action, about, reason)
    row = AuditEntry.objects.create(
        at=at, who=who, role=role, action=action, about=about, reason=reason, before_sha256=before, sha256=digest
    )
    return _entry(row)


def entries(who: str = "", action: str = "", about: str = "", at_most: int | None = None) -> list[Entry]:
    """Newest first; of one person, one kind of act, or about one thing."""
    rows = AuditEntry.objects.order_by("-id")
    if who:
        rows = rows.filter(who=who)
    if action:
        rows = rows.filter(action=action)
    if about:
        rows = rows.filter(about__icontains=about)
    return [_entry(row) for row in rows[:at_most]]


def how_often(who: str, action: str, since: datetime) -> int:
    return AuditEntry.objects.filter(who=who, action=action, at__gte=since).count()


def check() -> tuple[int, str]:
    """How many rows there are and the newest’s digest, the anchor. Raises Tampered naming the first wrong row."""
    before, count = BEGINNING, 0
    for row in _oldest_first():
        digest = _digest(before, row.at, row.who, row.role, row.action, row.about, row.reason)
        as_written = row.sha256 == digest or row.about.startswith(WORDS_TAKEN_OUT)
        if row.before_sha256 != before or not as_written:
            raise Tampered(
                f"The record of who did what was changed at its row {count + 1}. Restore the journal from "
                "a backup, and find out who can write to it."
            )
        before, count = row.sha256, count + 1
    return count, before


def _oldest_first() -> Iterator[AuditEntry]:
    return AuditEntry.objects.order_by("id").iterator()


def _digest(before: str, at: datetime, *words: str) -> str:
    told = json.dumps([before, at.astimezone(UTC).isoformat(), *words], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def _entry(row: AuditEntry) -> Entry:
    return Entry(row.pk, row.at, row.who, row.role, row.action, row.about, row.reason, row.sha256)
