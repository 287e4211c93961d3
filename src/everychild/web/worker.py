"""Doing what pages ask for: one worker a home, in the dashboard’s own process or in one of its own."""

from __future__ import annotations

import logging
import shutil
from datetime import timedelta
from pathlib import Path
from threading import Thread
from time import sleep, time

from django.db import OperationalError, close_old_connections
from django.tasks import DEFAULT_TASK_BACKEND_ALIAS, TaskResultStatus
from django.utils import timezone
from filelock import FileLock, Timeout

from everychild.errors import NotAllowed
from everychild.journal import jobs
from everychild.journal.connection import make_ready
from everychild.store.home import Home

make_ready()
from django_tasks_db.management.commands.db_worker import Worker  # noqa: E402 - models need Django ready
from django_tasks_db.models import DBTaskResult  # noqa: E402 - likewise

log = logging.getLogger("everychild.web")

LOCK = ".work.lock"
LOOKS_AGAIN = 0.5
"""Seconds between one look at what waits and the next."""

AFTER_A_FAULT = 5.0
"""Seconds until a worker whose database did not answer looks again."""

A_LOOK = 2.0

LONGEST_UPLOAD = timedelta(hours=1)


def is_attended(home: Home) -> bool:
    """Whether anybody is at work for this home just now."""
    try:
        with _lock(home).acquire(timeout=0):
            return False
    except Timeout:
        return True


def begin(home: Home, received: Path) -> None:
    """Works beside the pages, in a thread of this process, which is the only one that serves them."""
    take_away_leftovers(received, timedelta(0))
    Thread(target=_work_beside, args=(home, received), name="everychild-work", daemon=True).start()


def work(home: Home, received: Path) -> None:
    """Works in this process until told to stop; what is begun is ended first. Raises NotAllowed where another does."""
    try:
        with _lock(home).acquire(timeout=A_LOOK):  # a page may be looking whether anybody is there
            worker = _worker()
            worker.configure_signals()
            _go_on(worker, received)
    except Timeout:
        raise NotAllowed(
            f"Another program is doing the work of {home.path} already: another `everychild work`, or a dashboard that "
            "is one process."
        ) from None


def take_stock(received: Path) -> None:
    """At the start of a worker, when no other is there: what was begun and never ended was cut off, and says so."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    jobs.interrupt_all_but([row.args_kwargs["args"][0] for row in waiting], timezone.now())
    for cut_off in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING):
        if folder := cut_off.args_kwargs["kwargs"].get("folder"):
            shutil.rmtree(folder, ignore_errors=True)
    DBTaskResult.objects.exclude(status=TaskResultStatus.READY).delete()
    take_away_leftovers(received, LONGEST_UPLOAD)


def take_away_leftovers(received: Path, older_than: timedelta) -> None:
    """Files somebody sent that no waiting work will read. They name children."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    wanted = {row.args_kwargs["kwargs"].get("folder") for row in waiting}
    for left in received.glob("*"):
        if str(left) not in wanted and time() - left.stat().st_mtime >= older_than.total_seconds():
            shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)


def _work_beside(home: Home, received: Path) -> None:
    with _lock(home):  # waits, where `everychild work` is at it
        _go_on(_worker(), received)


def _go_on(worker: Worker, received: Path) -> None:
    """Through times when the database does not answer: it may be restarted while we run."""
    while worker.running:
        try:
            take_stock(received)
            worker.run()
        except OperationalError:
            log.exception("The journal did not answer; looking again in %d seconds", AFTER_A_FAULT)
            close_old_connections()
            sleep(AFTER_A_FAULT)


def _worker() -> Worker:
    return Worker(
        queue_names=["default"],
        interval=LOOKS_AGAIN,
        batch=False,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=None,
        worker_id="everychild",
        excluded_queue_names=[],
    )


def _lock(home: Home) -> FileLock:
    return FileLock(home.path / LOCK)
