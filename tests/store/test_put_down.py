"""What the engine’s memory cannot hold is put down in the home, in a folder of its own, and is gone afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from everychild.calendar import Month
from everychild.errors import DiskFailed, EverychildError, MemoryFull
from everychild.store.durable import machine_failed
from everychild.store.engine import Engine
from everychild.store.home import Home
from everychild.store.put_down import PutDown, clear_abandoned
from tests.small_council import calendar

MANY = "create table many as select range as number, hash(range) as other from range(30_000_000)"
"""Some 460 MB."""


def put_down_in(home: Home) -> list[Path]:
    return [path for path in home.put_down.rglob("*") if path.is_file() and path.suffix != ".lock"]


def engine(home: Home, memory_megabytes: int) -> Engine:
    return Engine(home, [], calendar(), [Month(2019, 4)], {}, (), memory_megabytes=memory_megabytes)


def test_rows_beyond_the_memory_are_put_down_in_the_home_and_nowhere_else(tmp_path, monkeypatch):
    """Left to itself, DuckDB puts them in a folder wherever a command is run."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    home = Home(tmp_path / "home")
    with engine(home, memory_megabytes=200) as running:
        running.say(MANY)

        assert put_down_in(home)
        assert not list(elsewhere.iterdir())
        assert running.ask("select count(*) from many") == [(30_000_000,)]
    assert not put_down_in(home)


@pytest.mark.skipif(os.name == "nt", reason="modes are not how Windows says who may read")
def test_nobody_else_may_look_into_it(tmp_path):
    """Whatever the home itself allows."""
    home = Home(tmp_path)
    home.put_down.mkdir(mode=0o755)
    place = PutDown(home)

    assert [path.stat().st_mode & 0o077 for path in (home.put_down, place.folder)] == [0, 0]
    place.clear()


def test_two_engines_have_a_folder_each_and_neither_clears_the_others_away(tmp_path):
    """Pages and work count at the same time, each in a process of its own."""
    home = Home(tmp_path)
    first = PutDown(home)
    (first.folder / "rows").write_text("in use")
    second = PutDown(home)

    assert first.folder != second.folder
    assert (first.folder / "rows").read_text() == "in use"
    second.clear()
    first.clear()
    first.clear()
    assert not put_down_in(home)
    assert not [path for path in home.put_down.iterdir() if path.is_dir()]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_what_a_killed_engine_left_is_gone_at_the_next_start(tmp_path):
    """And before a child is erased."""
    for clear in (lambda home: PutDown(home).clear(), clear_abandoned):
        home = Home(tmp_path)
        _leave_behind(home)
        assert len(put_down_in(home)) == 1

        clear(home)

        assert not put_down_in(home)
        assert not [path for path in home.put_down.iterdir() if path.name != ".gate.lock"]


def _leave_behind(home: Home) -> None:
    """A process that was killed while rows were put down."""
    script = (
        "import os, signal, sys; from pathlib import Path; from everychild.store.home import Home; "
        "from everychild.store.put_down import PutDown; place = PutDown(Home(Path(sys.argv[1]))); "
        "(place.folder / 'rows').write_text('left'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(home.path)], check=False)
    assert ended.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("problem", "kind", "says"),
    [
        ("Out of Memory Error: could not allocate block of size 256.0 KiB", MemoryFull, "memory_megabytes"),
        ("Out of Memory Error: raise the 'max_temp_directory_size' setting", DiskFailed, "The disk is full"),
        ("IO Error: Could not write file: No space left on device", DiskFailed, "The disk is full"),
    ],
)
def test_a_full_memory_is_told_in_plain_words(problem: str, kind: type[EverychildError], says: str):
    """With what to do, and nothing of the rows."""
    told = machine_failed(Exception(problem))

    assert isinstance(told, kind)
    assert says in str(told)
