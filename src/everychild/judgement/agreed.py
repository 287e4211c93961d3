"""What people agreed to do about a figure, and what became of it. Each is bound to the edition it was agreed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from everychild.calendar import Month
from everychild.measure.figure import Figure


class State(StrEnum):
    """How an action stands. That it did not work is an answer like any other."""

    AGREED = "agreed"
    UNDER_WAY = "under way"
    DONE = "done"
    DID_NOT_WORK = "tried, and did not work"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        return self in (State.AGREED, State.UNDER_WAY)


@dataclass(frozen=True)
class Change:
    """A state somebody gave an action, with words. `known` is the newest closed month on that day."""

    state: State
    words: str
    name: str
    title: str
    at: datetime
    known: Month


@dataclass(frozen=True)
class Agreed:
    """An action: what, who owns it and by when; with the figure as it stood in the edition it was agreed on."""

    number: int
    ref: str
    what: str
    owner: str
    due_on: date
    name: str
    title: str
    at: datetime
    month: Month
    edition: int
    fingerprint: str
    figure: Figure
    changes: tuple[Change, ...]
    """Oldest first."""

    @property
    def state(self) -> State:
        return self.changes[-1].state if self.changes else State.AGREED

    @property
    def is_open(self) -> bool:
        return self.state.is_open

    def is_overdue(self, on: date) -> bool:
        return self.is_open and self.due_on < on

    def is_new_in(self, month: Month) -> bool:
        """Whether it was agreed on this month’s figures, so that nothing can have become of it yet."""
        return self.month == month

    def is_told_with(self, month: Month) -> bool:
        """Whether a paper of that month tells what became of it: open still, or settled since the month before."""
        return self.month <= month and (self.is_open or self.changes[-1].known >= month - 1)
