"""What Members asked for at a meeting, and what became of it: a line that stays until somebody answers it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from everychild.calendar import Month


class Reply(StrEnum):
    """How a request stands. That it is not taken up is an answer like any other, with its reason."""

    WAITING = "not answered yet"
    IN_HAND = "in hand"
    ANSWERED = "answered"
    NOT_TAKEN_UP = "not taken up"

    @property
    def is_open(self) -> bool:
        return self in (Reply.WAITING, Reply.IN_HAND)


@dataclass(frozen=True)
class Answer:
    """What somebody said became of a request. `known` is the newest closed month on that day."""

    reply: Reply
    words: str
    name: str
    title: str
    at: datetime
    known: Month


@dataclass(frozen=True)
class Requested:
    """A line of a meeting’s minutes in which Members asked for something."""

    number: int
    committee: str
    asked_on: date
    words: str
    answers: tuple[Answer, ...]
    """Oldest first."""

    @property
    def reply(self) -> Reply:
        return self.answers[-1].reply if self.answers else Reply.WAITING

    @property
    def is_open(self) -> bool:
        return self.reply.is_open

    def is_told_at(self, meeting: date, month: Month) -> bool:
        """Whether a paper of that month for that meeting tells of it: open, or settled since the month before."""
        return self.asked_on < meeting and (self.is_open or self.answers[-1].known >= month - 1)
