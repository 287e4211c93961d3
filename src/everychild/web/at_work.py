"""Long work away from the page that asked for it: one thread, one piece at a time, in the order they were asked for."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connection
from django.utils import timezone

from everychild.errors import EverychildError
from everychild.journal import jobs

log = logging.getLogger("everychild.web")
_one_thread = ThreadPoolExecutor(1, thread_name_prefix="everychild-work")

Say = Callable[[str], None]
Work = Callable[[Say], Mapping[str, Any]]


def put_to_work(number: int, work: Work) -> None:
    """Begins when what was asked for before it is over. What `work` gives back is kept with the piece."""
    _one_thread.submit(_do, number, work)


def _do(number: int, work: Work) -> None:
    try:
        jobs.doing(number, "")
        came_to = work(lambda words: jobs.doing(number, words))
        jobs.done(number, timezone.now(), came_to)
    except EverychildError as problem:
        jobs.refused(number, timezone.now(), str(problem))
    except Exception:
        log.exception("work %d", number)
        jobs.refused(number, timezone.now(), "Something went wrong. Nothing was kept. Try again, then ask for help.")
    finally:
        connection.close()
