"""An older journal opened by the pages and by the work at once, as they are after an upgrade."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from filelock import FileLock

from everychild.journal.connection import LOCK, close_journal, point_at
from everychild.store.home import Home
from tests.homes import copy_of

TOGETHER = 3
OPEN = """
import sys
from pathlib import Path
from everychild.journal.connection import make_ready, open_journal
from everychild.store.home import Home

make_ready()
print("ready", flush=True)
open_journal(Home(Path(sys.argv[1])))
"""


@pytest.fixture
def older_home(kept_home: Home, tmp_path: Path) -> Home:
    home = copy_of(kept_home, tmp_path / "home")
    point_at(home)
    call_command("migrate", "journal", "0021", "--no-input", verbosity=0)
    close_journal()
    return home


def test_those_who_open_an_older_journal_at_once_bring_it_up_one_after_another(older_home: Home) -> None:
    with FileLock(older_home.path / LOCK):
        opening = [
            subprocess.Popen([sys.executable, "-c", OPEN, str(older_home.path)], stdout=-1, stderr=-1, text=True)
            for _ in range(TOGETHER)
        ]
        for each in opening:
            assert each.stdout is not None
            assert each.stdout.readline() == "ready\n"
        time.sleep(1)
        assert [each.poll() for each in opening] == [None] * TOGETHER, "they wait for the one who has begun"
    told = [each.communicate(timeout=60)[1] for each in opening]
    assert [each.returncode for each in opening] == [0] * TOGETHER, told
    point_at(older_home)
    call_command("migrate", "--check", verbosity=0)  # exits with a fault where anything is left to do
