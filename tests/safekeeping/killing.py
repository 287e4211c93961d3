"""The campaign of cutting short: load, close and publish killed, or their disk filled or broken, at each thing they do.

    python -m tests.safekeeping.killing --every 1        each step of each command, in each of three ways

Whole or absent: whatever happened, the home opens, verify finds nothing wrong, what was told to be done is done and
what was not is not half done, and doing it again comes to what it would have come to.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from everychild.journal.connection import open_journal, point_at
from everychild.store.home import Home
from tests.homes import copy_of

WAYS = ("kill", "full", "broken")
STEPS = re.compile(r"steps=(\d+)")
KILLED = -9
CLOSE = ["close", "2019-05"]
"""A month the small home has not closed: April is there already, and closing it again would only read it."""


@dataclass(frozen=True)
class Case:
    """One command cut short at one step in one way, and what was wrong afterwards; empty where all was well."""

    command: str
    step: int
    how: str
    wrong: str


@dataclass(frozen=True)
class State:
    """What a home holds, as far as a user can tell."""

    extracts: tuple[str, ...]
    editions: tuple[tuple[str, int, str], ...]
    releases: int


def run(home: Home, delivery: Path, every: int = 1, ways: Sequence[str] = WAYS, first: int = 1) -> Iterator[Case]:
    """Each `every`-th step of each command, on a copy of the home each time. `delivery` is a file not loaded yet."""
    for command in (["load", str(delivery)], CLOSE):
        for how in ways:
            whole, steps = _whole(home, command)
            for step in range(first, steps + 1, every):
                yield Case(command[0], step, how, _cut(home, command, step, how, whole))


def _whole(home: Home, command: Sequence[str]) -> tuple[State, int]:
    """What the command comes to when nothing happens to it, and in how many steps."""
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_of(home, Path(folder) / "home")
        done = _everychild(copy, 0, "kill", command)
        assert done.returncode == 0, done.stderr[-2000:]
        found = STEPS.search(done.stderr)
        assert found is not None
        return state(copy), int(found.group(1))


def _cut(home: Home, command: Sequence[str], step: int, how: str, whole: State) -> str:
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_of(home, Path(folder) / "home")
        before = state(copy)
        done = _everychild(copy, step, how, command)
        if "Traceback" in done.stderr:
            return f"a traceback: {done.stderr.strip().splitlines()[-1]}"
        if how == "kill" and done.returncode not in (KILLED, 0):
            return f"ended with {done.returncode} and not by the kill"
        wrong = told_wrong(copy, before, whole, was_told_done=done.returncode == 0)
        if wrong:
            return wrong
        again = _everychild(copy, 0, "kill", command)
        if again.returncode != 0:
            return f"could not be done again: {again.stderr[-300:]}"
        after = state(copy)
        same = after.extracts == whole.extracts and {one[2] for one in after.editions} == {
            one[2] for one in whole.editions
        }
        return "" if same else "done again, it came to something else"


def told_wrong(home: Home, before: State, whole: State, *, was_told_done: bool) -> str:
    """What the next start would find wrong; empty where what was begun is there whole, or not at all."""
    from everychild.safekeeping.verify import verify

    now = state(home)
    found = verify(home, counting_again=False)
    if found.faults:
        return f"verify: {found.faults[0]}"
    if now not in (before, whole):
        return "half done"
    if was_told_done and now != whole:
        return "told to be done, and is not"
    return ""


def state(home: Home) -> State:
    """Read afresh: what another process wrote is seen."""
    from django.db import connections

    connections.close_all()
    open_journal(home)
    point_at(home)
    from everychild.journal.models import Edition, Extract, PublicRelease

    return State(
        tuple(sorted(Extract.objects.values_list("sha256", flat=True))),
        tuple(Edition.objects.order_by("pk").values_list("month", "number", "figures_sha256")),
        PublicRelease.objects.count(),
    )


def _everychild(home: Home, step: int, how: str, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    asked = [sys.executable, "-m", "tests.safekeeping.cut_short", str(home.path), str(step), how, *command]
    return subprocess.run(asked, capture_output=True, text=True, timeout=300, check=False)


def main() -> None:
    from tests.safekeeping.small_home import LATER, a_file, small_home

    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--every", type=int, default=1)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = small_home(Path(folder) / "home")
        delivery = a_file(Path(folder), LATER.replace("North", "East"))
        cases = list(run(home, delivery, given.every))
    for case in cases:
        if case.wrong:
            print(f"{case.command} step {case.step} {case.how}: {case.wrong}")
    print(f"ran={len(cases)} failed={sum(bool(case.wrong) for case in cases)}")


if __name__ == "__main__":
    main()
