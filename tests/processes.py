"""Several processes of one run: what costs much is made once for all of them, and none holds what another needs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from everychild.journal.connection import close_journal, point_at
from everychild.store.home import Home
from tests.homes import copy_of

PORTS = 1000
"""For each process, from the port a test names."""


def is_one_of_several() -> bool:
    return "PYTEST_XDIST_WORKER" in os.environ


def own_port(first: int) -> int:
    """Where to look for a free port: another process that looks in the same place might find the same one free."""
    return first + PORTS * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))


def made_once(places: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Home:
    """A copy of this process’s own, and pointed at, of the home `make` makes: made by the first process that asks.

    A test may write in its copy; what another process reads is never changed.
    """
    base = places.getbasetemp()
    of_the_run = base.parent if is_one_of_several() else base
    place = of_the_run / "made once" / name
    place.parent.mkdir(exist_ok=True)
    with FileLock(f"{place}.lock"):
        done = place / "done"
        if not done.exists():
            shutil.rmtree(place, ignore_errors=True)  # what a process that failed left
            place.mkdir()
            make(place / "home")
            close_journal()  # or files beside it come and go while another process copies
            done.touch()
        copy = copy_of(Home(place / "home"), places.mktemp(name) / "home")
    point_at(copy)
    return copy
