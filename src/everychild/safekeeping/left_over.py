"""Files of a load or an erasure that was cut short: nothing names them and nothing reads them, but they tell of
children all the same, so no child is erased round them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from everychild.errors import NotAllowed
from everychild.journal.named import files_named_here
from everychild.journal.writing import one_at_a_time
from everychild.store.home import Home
from everychild.store.put_down import clear_abandoned

LONGEST_LOAD = timedelta(hours=6)
"""What nothing names and is younger may be what somebody is loading."""

REWRITTEN = "~"
"""In the name of a list without a child’s rows. One that nothing names is of an erasure that will be refused, or was
cut short: see `erase`."""


def require_nothing_left_over(home: Home, at: datetime) -> None:
    """Raises NotAllowed where a file may be one that is being loaded, or of a load that was cut short just now."""
    for path in _left_over(home):
        if REWRITTEN not in path.name and not _is_old(path, at):
            raise NotAllowed(
                f"Nothing names {path.relative_to(home.path).as_posix()}: something is being loaded, or a load was "
                "cut short. Nothing was erased. Wait for the load, or load the same files again; or remove that file "
                "when nothing is being loaded. Then look again."
            )


def take_left_over_away(home: Home, at: datetime) -> None:
    """All that nothing names and nobody can be writing any more, and rows put down by an engine that was killed."""
    clear_abandoned(home)
    with one_at_a_time():  # so that no erasure is committed between looking and taking
        for path in list(_left_over(home)):
            if REWRITTEN in path.name or _is_old(path, at):
                path.unlink(missing_ok=True)


def _left_over(home: Home) -> Iterator[Path]:
    named = {file.path for file in files_named_here()}
    for folder in (home.raw, home.extracts):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.relative_to(home.path).as_posix() not in named:
                yield path


def _is_old(path: Path, at: datetime) -> bool:
    try:
        return path.stat().st_mtime < (at - LONGEST_LOAD).timestamp()
    except FileNotFoundError:
        return True  # whoever wrote it has finished, or taken it away
