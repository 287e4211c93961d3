"""In which order things reach the disk: a file, then its name, then the folder, and only then the journal’s commit."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper

from everychild import month_end
from everychild.journal.connection import open_journal
from everychild.store.home import Home
from tests.homes import copy_of
from tests.safekeeping.small_home import APRIL, LATER, THIRD_OF_MAY, a_file

AT = THIRD_OF_MAY + timedelta(days=60)
TAKEN = date(2019, 7, 2)
NEWER = LATER + "0005,03/06/2019,04/06/2019,20/06/2019,North\n"
KEPT = ("extracts", "raw", "editions")


@dataclass(frozen=True)
class Step:
    """`what` is made durable, renamed or committed; `to` is what it is then called."""

    what: str
    path: str = ""
    to: str = ""


@pytest.fixture
def home(kept_home: Home, tmp_path: Path) -> Iterator[Home]:
    copy = copy_of(kept_home, tmp_path / "home")
    open_journal(copy)
    yield copy
    open_journal(kept_home)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[Step]:
    """Everything that is made durable, renamed or committed from here on, in order; each as it has been done."""
    taken: list[Step] = []
    sync, commit = os.fsync, BaseDatabaseWrapper._commit  # type: ignore[attr-defined]

    def syncing(handle: int) -> None:
        sync(handle)
        taken.append(Step("sync", os.readlink(f"/proc/self/fd/{handle}")))

    def renaming(real: Callable[..., None]) -> Callable[..., None]:
        def renames(source: Any, to: Any, *more: Any, **named: Any) -> None:
            real(source, to, *more, **named)
            taken.append(Step("rename", os.path.abspath(source), os.path.abspath(to)))

        return renames

    def committing(self: Any) -> None:
        commit(self)
        taken.append(Step("commit"))

    monkeypatch.setattr(os, "fsync", syncing)
    for name in ("rename", "replace"):
        monkeypatch.setattr(os, name, renaming(getattr(os, name)))
    monkeypatch.setattr(BaseDatabaseWrapper, "_commit", committing)
    return taken


def kept_files(home: Home) -> set[str]:
    folders = [home.path / name for name in KEPT]
    return {str(path) for folder in folders for path in folder.rglob("*") if path.is_file()}


def follows(steps: list[Step], after: int, wanted: Callable[[Step], bool]) -> int | None:
    return next((place for place, step in enumerate(steps) if place > after and wanted(step)), None)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="what a handle is of is asked of Linux")
def test_a_file_then_its_name_then_its_folder_and_only_then_the_commit(
    home: Home, steps: list[Step], tmp_path: Path
) -> None:
    """For every file that a load and a close keep, whichever folder it was written in."""
    before = kept_files(home)
    month_end.load(home, [a_file(tmp_path / "newer", NEWER)], AT, TAKEN)
    month_end.close(home, APRIL, AT)
    came = sorted(kept_files(home) - before)
    looked_at = 0
    for path in came:
        named = path
        while True:  # back through what it was called before: its own name, then that of the folder it was written in
            place = next(
                (
                    n
                    for n, s in enumerate(steps)
                    if s.what == "rename" and (named == s.to or named.startswith(f"{s.to}/"))
                ),
                None,
            )
            if place is None:
                break
            renamed = steps[place]
            earlier = renamed.path + named.removeprefix(renamed.to)
            folder_synced = follows(
                steps, place, lambda s, at=renamed.to: s.what == "sync" and s.path == str(Path(at).parent)
            )  # type: ignore[misc]
            committed = follows(steps, place, lambda s: s.what == "commit")
            assert folder_synced is not None, f"{path}: nobody made its name durable"
            assert committed is not None, f"{path}: nothing was committed after it"
            assert folder_synced < committed, f"{path}: committed before its name was durable"
            if Path(renamed.to).name == Path(path).name:
                synced = next((n for n, s in enumerate(steps) if s.what == "sync" and s.path == earlier), None)
                assert synced is not None, f"{path}: nobody made what is in it durable"
                assert synced < place, f"{path}: it had its name before what is in it was durable"
                looked_at += 1
            named = earlier
    assert looked_at == len(came) >= 4, (looked_at, came)
