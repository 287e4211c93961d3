"""How long a sign-in lasts: so long without a page, and so long in all, whichever comes first."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

SIGNED_IN_AT, SEEN_AT = "signed_in_at", "seen_at"
SEEN_AGAIN_AFTER = timedelta(minutes=1)
"""A page within this time of the one before is not written down: most are."""


class Over(StrEnum):
    """Why a sign-in is over."""

    IDLE = "idle"
    LONG = "long"


def begin(session: Any, now: datetime) -> None:
    session[SIGNED_IN_AT] = session[SEEN_AT] = now.isoformat()


def look(session: Any, now: datetime, idle: timedelta, longest: timedelta) -> Over | None:
    """Why it is over, if it is; and if not, that somebody was here. One whose beginning is not known is over."""
    began, seen = (_moment(session.get(name)) for name in (SIGNED_IN_AT, SEEN_AT))
    if began is None or seen is None or now - began >= longest:
        return Over.LONG
    if now - seen >= idle:
        return Over.IDLE
    if now - seen >= SEEN_AGAIN_AFTER:
        session[SEEN_AT] = now.isoformat()
    return None


def _moment(text: object) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None
