"""What a person said of an area that was flagged: that it stays on the list, or that it comes off it and why.

A decision changes no figure and no flag. It is about one edition; a newer edition of the month begins undecided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from everychild.errors import SettingsError

LONGEST_REASON = 400
LONGEST_NAME = 120


class Decision(StrEnum):
    """What was decided of an area."""

    CONFIRMED = "confirmed"
    REMOVED = "removed"

    @property
    def in_words(self) -> str:
        return {Decision.CONFIRMED: "Confirmed", Decision.REMOVED: "Taken off the list"}[self]


@dataclass(frozen=True)
class FlagDecision:
    """One decision: of which area in which edition of the month, by whom in which role, why, and when."""

    area: str
    decision: Decision
    by: str
    role: str
    reason: str
    at: datetime
    edition: int


def latest(decisions: Iterable[FlagDecision]) -> Mapping[str, FlagDecision]:
    """The last word on each area; `decisions` are oldest first."""
    return {decision.area: decision for decision in decisions}


def refuse_half_a_decision(decision: Decision, by: str, role: str, reason: str) -> None:
    """Raises SettingsError where a decision names nobody, or takes an area off the list without saying why."""
    if not by.strip():
        raise SettingsError("Nobody is named. Say who decides: --by “Director of Children’s Services”.")
    if decision is Decision.REMOVED and not reason.strip():
        raise SettingsError(
            "An area is taken off the list only with a reason, and the paper prints it. Give it: --because “…”."
        )
    for said, longest in ((by, LONGEST_NAME), (role, LONGEST_NAME), (reason, LONGEST_REASON)):
        if len(said) > longest or not said.isprintable():
            raise SettingsError(
                f"What is said of an area is printed as it stands: write it on one line, in {longest} letters at most."
            )
