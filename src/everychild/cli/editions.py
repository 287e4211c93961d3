"""The edition a command is about."""

from __future__ import annotations

from datetime import date
from typing import Any

from everychild.calendar import Month
from everychild.cli import tell


def edition_or_worked_out(home: Any, month: Month, known_on: date | None) -> Any:
    """The closed edition; or, for a month not closed or another day's knowledge, the same worked out and not kept."""
    from everychild import month_end

    closed = month_end.open_edition(home, month) if known_on is None else None
    if closed is not None:
        return closed
    if known_on is None:
        tell.note(f"{month} has not been closed: these figures were worked out now and not kept.")
    return month_end.work_out(home, month, known_on)
