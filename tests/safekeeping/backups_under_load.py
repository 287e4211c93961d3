"""The campaign of backups while others write: each restores, verifies, and holds what had been done when it was taken.

    python -m tests.safekeeping.backups_under_load --backups 50

Two processes of their own go on writing all the while: one loads files and closes the month again, one writes about
figures and looks at lists of children, each of which is a row of the record. A backup is only counted where something
was written while it was taken. It is restored with either key in turn and verified; its loads, editions and rows of the
record are never fewer than those of the backup before it, nor than were there when it was begun; every tenth has its
figures counted again.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from everychild.errors import EverychildError
from everychild.safekeeping.backup import backup
from everychild.safekeeping.keys import new_key, public_keys
from everychild.safekeeping.restore import Restored, restore
from everychild.store.home import Home
from tests.homes import by_hand, throw_away
from tests.safekeeping.small_home import small_home

NOON = datetime(2019, 6, 4, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
COUNTED_AGAIN = 10
MOST_QUIET = 5
"""Backups in turn in which nobody wrote: then the writers have stopped, and the campaign is of nothing."""

LOADING = """
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from everychild import month_end
from everychild.journal.connection import open_journal
from everychild.store.home import Home
from tests.safekeeping.small_home import APRIL, ASSESSMENTS, a_file

home, folder = Home(Path(sys.argv[1])), Path(sys.argv[2])
open_journal(home)
print("begun", flush=True)
for number in range(100_000):
    text = ASSESSMENTS + f"{number + 5:04},28/02/2019,01/03/2019,12/04/2019,North\\n"
    at = datetime(2019, 6, 4, tzinfo=UTC) + timedelta(minutes=number)
    month_end.load(home, [a_file(folder / str(number), text)], at, date(2019, 6, 4))
    if number % 4 == 3:
        month_end.close(home, APRIL, at)
"""
READING = """
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from everychild.journal import audit, commentary, ledger
from everychild.journal.connection import open_journal
from everychild.journal.writing import one_at_a_time
from everychild.roles import Role
from everychild.store.home import Home
from tests.safekeeping.small_home import APRIL, viewer

open_journal(Home(Path(sys.argv[1])))
print("begun", flush=True)
for number in range(1_000_000):
    at = datetime(2019, 6, 4, tzinfo=UTC) + timedelta(seconds=number)
    with one_at_a_time():
        audit.record(at, "sam", "analyst", "children seen", f"EH04, list {number}")
    words = f"Two assessments were late, said {number} times."
    commentary.act(ledger.newest_edition(APRIL), "EH03", commentary.Act.SAVED, words, viewer(Role.ANALYST), at)
    time.sleep(0.02)  # some fifty acts a second, as of a whole council: without a rest nobody else's turn would come
"""


@dataclass(frozen=True)
class Held:
    """How much of each there is: it only ever grows."""

    loads: int
    editions: int
    record: int

    def has_all_of(self, other: Held) -> bool:
        return self.loads >= other.loads and self.editions >= other.editions and self.record >= other.record


@dataclass(frozen=True)
class Taken:
    """One backup; `wrong` is empty where it came back whole, `was_under_load` false where nobody wrote meanwhile."""

    was_under_load: bool
    held: Held | None
    wrong: str


def backups_under_load(folder: Path, how_many: int) -> Iterator[Taken]:
    """Takes backups of a home that is written to until so many were taken under load, and tells each."""
    home = small_home(folder / "home")
    keys = (folder / "ada.key", folder / "sam.key")
    (home.path / "backup-keys.txt").write_text("".join(f"{new_key(key)}\n" for key in keys))
    made: list[tuple[Path, Held, Held]] = []
    with ExitStack() as writing:
        loading = writing.enter_context(_running(LOADING, home.path, folder / "received"))
        reading = writing.enter_context(_running(READING, home.path))
        quiet = 0
        while sum(before != after for _, before, after in made) < how_many and quiet < MOST_QUIET:
            before = _held(home)
            one = backup(home, folder / "backups", NOON + timedelta(seconds=len(made)), public_keys(home))
            made.append((one.path, before, _held(home)))
            quiet = quiet + 1 if made[-1][1] == made[-1][2] else 0
        ended = [process for process in (loading, reading) if process.poll() is not None]
    least = Held(0, 0, 0)
    for number, (path, before, after) in enumerate(made):
        key, count_again = keys[number % 2], number % COUNTED_AGAIN == 0
        held, wrong = _come_back(path, folder / "again", key, count_again=count_again)
        if held and not (held.has_all_of(before) and held.has_all_of(least) and after.has_all_of(held)):
            wrong = (
                f"holds {held}; there were {before} when it was begun, {after} when it ended, {least} the time before"
            )
        least = held or least
        yield Taken(before != after, held, wrong)
    if ended or quiet >= MOST_QUIET:
        yield Taken(was_under_load=False, held=None, wrong="whoever wrote stopped before the backups were taken")


def _come_back(path: Path, to: Path, key: Path, *, count_again: bool) -> tuple[Held | None, str]:
    try:
        again: Restored = restore(path, to, [key], counting_again=count_again)
        held = _held(again.home)
        throw_away(again.home)
    except EverychildError as error:
        shutil.rmtree(to, ignore_errors=True)
        return None, f"did not come back: {error}"
    return held, "; ".join(again.verified.faults)


def _held(home: Home) -> Held:
    with by_hand(home) as journal:
        counts = [
            journal.execute(f"select count(*) from {table}").fetchone()[0]
            for table in ("journal_extract", "journal_edition", "journal_auditentry")
        ]
    return Held(*counts)


@contextmanager
def _running(program: str, *told: object) -> Iterator[subprocess.Popen[str]]:
    """A process of its own that has begun, and is killed at the end: that too is what a backup lives with."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
    asked = [sys.executable, "-c", program, *map(str, told)]
    running = subprocess.Popen(asked, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        if running.stdout is None or not running.stdout.readline():
            raise RuntimeError("whoever was to write did not begin")
        yield running
    finally:
        running.kill()
        running.communicate()


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--backups", type=int, default=50)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="everychild-backups-") as folder:
        taken = list(backups_under_load(Path(folder), given.backups))
    for number, one in enumerate(taken):
        if one.wrong:
            print(f"backup {number + 1}: {one.wrong}")
    last = next((one.held for one in reversed(taken) if one.held), None)
    print(f"the last of them holds {last}; {sum(not one.was_under_load for one in taken)} more with nobody writing")
    print(f"ran={sum(one.was_under_load for one in taken)} failed={sum(bool(one.wrong) for one in taken)}")


if __name__ == "__main__":
    main()
