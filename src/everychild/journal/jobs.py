"""Long pieces of work somebody asked for on a page, and what came of each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from everychild.errors import UnknownReference
from everychild.journal.connection import make_ready

make_ready()
from everychild.journal.models import Job  # noqa: E402 - models need Django ready

WAITING, RUNNING, DONE, REFUSED, INTERRUPTED = "waiting", "running", "done", "refused", "interrupted"


@dataclass(frozen=True)
class Piece:
    """One piece of work as it stands."""

    number: int
    what: str
    about: str
    who: str
    asked_at: datetime
    state: str
    doing: str
    came_to: Mapping[str, Any]

    @property
    def is_over(self) -> bool:
        return self.state not in (WAITING, RUNNING)


def ask(what: str, about: str, who: str, at: datetime) -> int:
    return int(Job.objects.create(what=what, about=about[:200], who=who, asked_at=at, state=WAITING).pk)


def is_waiting(what: str) -> bool:
    """Whether such a piece of work has been asked for and not begun."""
    return Job.objects.filter(what=what, state=WAITING).exists()


def doing(number: int, words: str) -> None:
    Job.objects.filter(pk=number).update(state=RUNNING, doing=words[:200])


def done(number: int, at: datetime, came_to: Mapping[str, Any]) -> None:
    Job.objects.filter(pk=number).update(state=DONE, doing="", came_to=dict(came_to), ended_at=at)


def refused(number: int, at: datetime, why: str) -> None:
    Job.objects.filter(pk=number).update(state=REFUSED, doing="", came_to={"why": why}, ended_at=at)


def interrupt_all_but(numbers: Collection[int], at: datetime) -> None:
    """At the start of a worker: what was begun when the last one stopped will not be gone on with; what waits will."""
    unfinished = Job.objects.filter(state__in=(WAITING, RUNNING)).exclude(pk__in=list(numbers))
    unfinished.update(state=INTERRUPTED, doing="", ended_at=at)


def one(number: int) -> Piece:
    """Raises UnknownReference."""
    job = Job.objects.filter(pk=number).first()
    if job is None:
        raise UnknownReference(f"There is no piece of work numbered {number}.")
    return Piece(job.pk, job.what, job.about, job.who, job.asked_at, job.state, job.doing, job.came_to)
