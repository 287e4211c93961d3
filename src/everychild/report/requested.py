"""What Members asked for last time, at the front of the next paper: each line, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from everychild import wording
from everychild.calendar import Month
from everychild.judgement.requested import Requested
from everychild.report.document import Bullets, Heading, Part


def what_members_asked(requested: Sequence[Requested], meeting: date, as_at: Month) -> Iterator[Part]:
    """Those not answered yet first, the oldest before the newer."""
    told = [one for one in requested if one.is_told_at(meeting, as_at)]
    if not told:
        return
    yield Heading(2, "What Members asked for")
    ordered = sorted(told, key=lambda one: (not one.is_open, one.asked_on, one.number))
    yield Bullets(tuple(f"{wording.day(one.asked_on)}: {_sentence(one.words)} {_became(one)}" for one in ordered))


def _became(one: Requested) -> str:
    if not one.answers:
        return "Not answered yet."
    last = one.answers[-1]
    return f"{wording.sentence(last.reply.value)}: {_sentence(last.words)}"


def _sentence(words: str) -> str:
    return wording.sentence(words if words.endswith((".", "?", "!")) else f"{words}.")
