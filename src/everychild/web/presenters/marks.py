"""The shape beside each word. The word carries the meaning; shape and colour repeat it, and differ without colour."""

from __future__ import annotations

from dataclasses import dataclass

from everychild import wording
from everychild.judgement.judged import Judged
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status


@dataclass(frozen=True)
class Mark:
    """A shape (by its name in `parts/shapes.html`), its words, and the name of its colours in the style sheet."""

    shape: str
    words: str
    look: str


@dataclass(frozen=True)
class Movement:
    """A sign in a box, and its words."""

    sign: str
    words: str
    look: str


_STATUS = {
    Status.OFF_TARGET: ("square", "off"),
    Status.CLOSE: ("triangle", "close"),
    Status.ON_TARGET: ("circle", "on"),
    Status.FOR_INFORMATION: ("ring", "information"),
    Status.NOT_JUDGED: ("dash", "absent"),
}
_MOVING = {
    Moving.GETTING_BETTER: ("+", "better"),
    Moving.STEADY: ("=", "steady"),
    Moving.GETTING_WORSE: (wording.MINUS, "worse"),
    Moving.HIGHER: ("↑", "steady"),
    Moving.LOWER: ("↓", "steady"),
    Moving.TOO_FEW_POINTS: ("?", "steady"),
}
_OUTLOOK = {
    Outlook.RELIABLY_MET: "disc-full",
    Outlook.HIT_OR_MISS: "disc-half",
    Outlook.WONT_BE_MET: "disc-empty",
}
WORST_FIRST = tuple(_STATUS)


def status_mark(status: Status) -> Mark:
    shape, look = _STATUS[status]
    return Mark(shape, status.in_words, look)


def mark_of(item: Judged) -> Mark:
    """An indicator's mark: its status, or the reason why there is no figure to have one."""
    if item.figure.absent is not None:
        return Mark("dash", item.figure.absent.in_words, "absent")
    return status_mark(item.status)


def movement(moving: Moving) -> Movement:
    sign, look = _MOVING[moving]
    return Movement(sign, moving.in_words, look)


def outlook_mark(outlook: Outlook) -> Mark:
    return Mark(_OUTLOOK[outlook], outlook.in_words, "outlook")


def outlook_of(item: Judged) -> Mark | None:
    """None where the question cannot be asked: no target, no direction, or too few months."""
    return None if item.outlook is None else outlook_mark(item.outlook)


def urgency(item: Judged) -> tuple[int, int]:
    """For sorting worst first: absent figures last, then by status, then the flagged before the rest."""
    order = len(WORST_FIRST) if item.figure.absent is not None else WORST_FIRST.index(item.status)
    return order, -item.points


KEY: tuple[Mark, ...] = tuple(status_mark(status) for status in (Status.ON_TARGET, Status.CLOSE, Status.OFF_TARGET))
KEY += (status_mark(Status.FOR_INFORMATION), Mark("dash", "No figure", "absent"))
KEY_MOVEMENTS = tuple(
    movement(moving) for moving in (Moving.GETTING_BETTER, Moving.STEADY, Moving.GETTING_WORSE, Moving.TOO_FEW_POINTS)
)
KEY_OUTLOOKS = tuple(outlook_mark(outlook) for outlook in Outlook)
