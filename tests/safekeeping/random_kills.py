"""The campaign of kills at random moments: a real process loads, or closes, and is killed with SIGKILL whenever.

    python -m tests.safekeeping.random_kills load --kills 1000          a thousand that really were killed

`killing` cuts each command short at each thing it does to its home; this asks what happens in between, where nobody
thought of looking. Every other kill is drawn over the whole of the run, and the one after it from the moment the home
first changed, since most of a run only reads and counts. Seeded, so that a run can be had again, as far as the machine
is as quick. Each process is a fork of one that has everything imported, and a month to be closed has mostly been
counted ahead, as it is where files are loaded, so that a kill costs little.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import shutil
import signal
import statistics
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from everychild.calendar import Month
from everychild.journal.connection import open_journal
from everychild.month_end import count_ahead
from everychild.store.home import Home
from tests.homes import copy_of
from tests.safekeeping.killing import CLOSE, State, state, told_wrong
from tests.safekeeping.small_home import LATER, THIRD_OF_MAY, a_file, small_home

RUNS_MEASURED = 5
COUNTED_AT_ONCE = 20
"""One kill of a close in so many is of one that counts the month itself, which takes some five times as long."""

LONGEST = 120
"""Seconds after which a process that has not ended is a failure of its own."""

TOLD_DONE = {"load": "Loaded.", "close": "as known on"}


@dataclass(frozen=True)
class Kill:
    """One run that was to be killed; `wrong` is empty where all was well, `was_killed` false where it ended first."""

    moment: float
    was_killed: bool
    came_through: bool
    wrong: str


@dataclass(frozen=True)
class Known:
    """What a command is measured against: the home before it and after it, and how long it takes and writes."""

    before: State
    whole: State
    seconds: float
    seconds_from_first_change: float


def kills(home: Home, command: Sequence[str], how_many: int, seed: int, scratch: Path) -> Iterator[Kill]:
    """Runs the command on copies of the home until that many were killed; those that ended first are told too."""
    known = _known(home, command, scratch)
    drawn = random.Random(seed)
    killed = 0
    while killed < how_many:
        is_from_change = killed % 2 == 1
        longest = known.seconds_from_first_change if is_from_change else known.seconds
        kill = _killed(home, command, known, drawn.uniform(0, longest), is_from_change, scratch)
        killed += kill.was_killed
        yield kill


def _known(home: Home, command: Sequence[str], scratch: Path) -> Known:
    """The command left alone, some times: the first tells which modules it needs, and they are read in here."""
    copy = copy_of(home, scratch / "whole")
    before = _answered(lambda: _state_told(copy))
    modules = _answered(lambda: _modules_of(copy, command))
    whole = _answered(lambda: _state_told(copy))
    shutil.rmtree(copy.path)
    for name in modules:
        with suppress(ImportError):  # what is made while running is no module to read in
            importlib.import_module(name)
    whole_runs, changing_runs = zip(*(_measured(home, command, scratch) for _ in range(RUNS_MEASURED)), strict=True)
    return Known(_as_state(before), _as_state(whole), statistics.median(whole_runs), statistics.median(changing_runs))


def _measured(home: Home, command: Sequence[str], scratch: Path) -> tuple[float, float]:
    copy = copy_of(home, scratch / "measured")
    at_rest, begun = _looks(copy), time.perf_counter()
    process = _forked(lambda: _everychild(copy, command, scratch / "said"))
    _until_changed(copy, at_rest, process)
    changed = time.perf_counter()
    os.waitpid(process, 0)
    ended = time.perf_counter()
    shutil.rmtree(copy.path)
    return ended - begun, ended - changed


def _killed(
    home: Home, command: Sequence[str], known: Known, moment: float, is_from_change: bool, scratch: Path
) -> Kill:
    copy, said = copy_of(home, scratch / "home"), scratch / "said"
    at_rest = _looks(copy)
    process = _forked(lambda: _everychild(copy, command, said))
    if is_from_change:
        _until_changed(copy, at_rest, process)
    time.sleep(moment)
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    was_killed = os.WIFSIGNALED(status)
    was_told = TOLD_DONE[command[0]] in said.read_text(encoding="utf-8") if said.exists() else False
    found = _answered(lambda: _looked_at(copy, command, known, was_told_done=was_told, said=scratch / "again"))
    if not was_killed and status:
        found = ["", f"ended with {os.waitstatus_to_exitcode(status)} before it was killed"]
    shutil.rmtree(copy.path)
    said.unlink(missing_ok=True)
    return Kill(moment, was_killed, found[0] == "whole", found[1])


def _looked_at(home: Home, command: Sequence[str], known: Known, *, was_told_done: bool, said: Path) -> list[str]:
    """What the next start finds, and what doing it again comes to: whole or absent, and what is wrong."""
    wrong = told_wrong(home, known.before, known.whole, was_told_done=was_told_done)
    now = state(home)
    came_through = "whole" if now == known.whole else "absent"
    if not wrong:
        _everychild(home, command, said)
        wrong = told_wrong(home, known.whole, known.whole, was_told_done=True)
        wrong = f"done again: {wrong}" if wrong else ""
    return [came_through, wrong]


def _everychild(home: Home, command: Sequence[str], said: Path) -> None:
    """The command as somebody would give it, in this process, telling a file instead of a screen."""
    from everychild.cli import main

    sys.argv = ["everychild", *command, "--home", str(home.path)]
    with said.open("w", encoding="utf-8", buffering=1) as screen:
        sys.stdout = sys.stderr = screen
        try:
            main()
        except SystemExit as end:
            if end.code:
                raise


def _modules_of(home: Home, command: Sequence[str]) -> list[str]:
    with tempfile.NamedTemporaryFile() as said:
        _everychild(home, command, Path(said.name))
    return sorted(name for name in sys.modules if name != "__main__")


def _state_told(home: Home) -> list[object]:
    held = state(home)
    return [held.extracts, held.editions, held.releases]


def _as_state(told: list[Any]) -> State:
    extracts, editions, releases = told
    return State(tuple(extracts), tuple(tuple(one) for one in editions), releases)


def _looks(home: Home) -> tuple[tuple[str, int, int], ...]:
    """Enough to see that something in the home changed, and cheap enough to look a thousand times a second."""
    held = []
    for path in (home.path, home.raw, home.extracts, home.editions, home.counted, home.journal):
        with suppress(FileNotFoundError):
            told = path.stat()
            held.append((path.name, told.st_mtime_ns, told.st_size))
    return tuple(held)


def _until_changed(home: Home, at_rest: tuple[tuple[str, int, int], ...], process: int) -> None:
    """Until the home is not as it was, or the process has ended, which is left to be waited for."""
    until = time.perf_counter() + LONGEST
    while time.perf_counter() < until and _looks(home) == at_rest:
        if os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return
        time.sleep(0.001)


def _forked(work: Callable[[], None]) -> int:
    """Begins it in a process of its own and gives its number."""
    with warnings.catch_warnings():  # the libraries’ threads that there are wait, and hold nothing
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process:
        return process
    code = 1
    try:
        os.setsid()
        work()
        code = 0
    except BaseException:  # whatever it is, this process ends here and tells it
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(code)


def _answered(work: Callable[[], list[str] | list[object]]) -> list[Any]:  # Any: it is as JSON gives it back
    """What it comes to, worked out in a process of its own, so that none of its threads is ever forked."""
    reading, writing = os.pipe()

    def tell() -> None:
        answer = work()
        with os.fdopen(writing, "w") as file:
            json.dump(answer, file)

    process = _forked(tell)
    os.close(writing)
    with open(reading, encoding="utf-8") as file:
        told = file.read()
    os.waitpid(process, 0)
    return json.loads(told) if told else ["", "looking at it afterwards failed"]


def _of(command: str, home: Home, how_many: int, seed: int, scratch: Path) -> Iterator[Kill]:
    if command == "load":
        delivery = a_file(scratch, LATER.replace("North", "East"))
        yield from kills(home, ["load", str(delivery)], how_many, seed, scratch)
        return
    at_once = how_many // COUNTED_AT_ONCE
    ahead = copy_of(home, scratch / "ahead")
    _answered(lambda: _counted_ahead(ahead))
    yield from kills(ahead, CLOSE, how_many - at_once, seed, scratch)
    if at_once:
        yield from kills(home, CLOSE, at_once, seed, scratch)


def _counted_ahead(home: Home) -> list[str]:
    open_journal(home)
    return [str(count_ahead(home, THIRD_OF_MAY, Month.of(CLOSE[1])))]


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("command", choices=("load", "close"))
    asked.add_argument("--kills", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--home", type=Path, help="a home that tests made; else one is made")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="everychild-kills-") as folder:
        scratch = Path(folder)
        home = Home(given.home or scratch / "small")
        if given.home is None:
            _answered(lambda: [str(small_home(home.path).path)])
        done = []
        for kill in _of(given.command, home, given.kills, given.seed, scratch):
            done.append(kill)
            if kill.wrong:
                print(f"{given.command}, {kill.moment:.4f} seconds: {kill.wrong}", flush=True)
    ended_first = [kill for kill in done if not kill.was_killed]
    whole = sum(kill.came_through for kill in done if kill.was_killed)
    print(f"{len(ended_first)} more ended before their moment; of the killed, {whole} had been done and were whole")
    print(f"ran={len(done) - len(ended_first)} failed={sum(bool(kill.wrong) for kill in done)}")


if __name__ == "__main__":
    main()
