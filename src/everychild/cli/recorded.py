"""Reading rows of children at the command line is written down, as it is on a page."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime

AT_THE_COMMAND_LINE = "at the command line"


def who_is_here() -> str:
    """The name this computer knows the person by; nobody signs in at a command line."""
    try:
        return f"{getpass.getuser()}, {AT_THE_COMMAND_LINE}"
    except (KeyError, OSError):
        return f"somebody, {AT_THE_COMMAND_LINE}"


def children_read(action: str, about: str) -> None:
    """Adds a row to the audit chain of the home that is open."""
    from everychild.journal import audit

    audit.record(datetime.now(UTC), who_is_here(), "", action, about)
