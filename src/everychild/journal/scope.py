"""Whose children somebody sees must be said where their role does not say it."""

from __future__ import annotations

from collections.abc import Collection

from everychild.errors import SettingsError
from everychild.roles import PARTS, Reach, Role


def require_scope(role: Role, teams: Collection[str], worker: str) -> None:
    """Raises SettingsError where a role reaches somebody’s own teams or cases, and it is not said which those are."""
    part = PARTS[role]
    if part.reach is Reach.OWN_TEAMS and not teams:
        raise SettingsError(f"A {part.title} sees the children of their teams: say which, with --team.")
    if part.reach is Reach.OWN_CASES and not worker:
        raise SettingsError(f"A {part.title} sees their own cases: say their reference as a worker, with --worker.")
