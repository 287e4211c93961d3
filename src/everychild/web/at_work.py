"""Long work away from the page that asked for it, as tasks of Django’s: one piece at a time, in the order asked for.

A page asks here; `worker` does it, in the same process on one computer, in a process of its own on a server. Between
the two lies the journal’s database, so that what waits is still there after a restart.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.tasks import Task, task
from django.utils import timezone

from everychild.errors import EverychildError
from everychild.journal import jobs
from everychild.journal.writing import one_at_a_time
from everychild.roles import Viewer
from everychild.store.durable import machine_failed

log = logging.getLogger("everychild.web")

Say = Callable[[str], None]


@dataclass(frozen=True)
class Asked:
    """Who asked for a piece of work, in which part, and when."""

    person: str
    title: str
    at: datetime


def long_work(work: Callable[..., Mapping[str, Any]]) -> Task:
    """Makes `work(asked, say, **given)` something a page can ask for. What it gives back is kept with the piece.

    It must stand at the top of a module; `say` tells the page what it is doing. Its errors are told in their own words.
    """

    @wraps(work)
    def do(number: int, person: str, title: str, at: str, **given: Any) -> None:
        try:
            jobs.doing(number, "")
            came_to = work(
                Asked(person, title, datetime.fromisoformat(at)), lambda words: jobs.doing(number, words), **given
            )
            jobs.done(number, timezone.now(), came_to)
        except EverychildError as problem:
            jobs.refused(number, timezone.now(), str(problem))
        except Exception as problem:
            log.exception("work %d", number)
            failed = machine_failed(problem)
            said = str(failed or "Something went wrong. Nothing was kept. Try again, then ask for help.")
            jobs.refused(number, timezone.now(), said)

    return task(do)


def ask(work: Task, what: str, about: str, viewer: Viewer, at: datetime, **given: Any) -> int:
    """The number of a piece of work that begins when what was asked for before it is over.

    What is `given` goes through the database, so it is text, numbers and truths.
    """
    with one_at_a_time():
        number = jobs.ask(what, about, viewer.person, at)
        work.enqueue(number, viewer.person, viewer.title, at.isoformat(), **given)
    return number
