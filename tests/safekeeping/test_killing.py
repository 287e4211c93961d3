"""Samples of cutting load and close short, at each step and at random moments; the long runs are `killing` and
`random_kills` beside this."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from everychild.store.home import Home
from tests.safekeeping.killing import run
from tests.safekeeping.small_home import LATER, a_file

LEAST = 10


CAME_TO = re.compile(r"ran=(\d+) failed=(\d+)")
KILLS = 6

in_a_file = pytest.mark.skipif(
    os.environ.get("EVERYCHILD_JOURNALS") == "postgresql", reason="a copied file is the journal here"
)


@in_a_file
def test_what_is_cut_short_is_whole_or_absent(kept_home: Home, tmp_path: Path) -> None:
    delivery = a_file(tmp_path, LATER.replace("North", "East"))
    cases = [
        *run(kept_home, delivery, every=5, ways=("kill",), first=2),
        *run(kept_home, delivery, every=7, ways=("full",), first=4),
    ]
    print(f"ran={len(cases)} failed={sum(bool(case.wrong) for case in cases)}")
    assert [case for case in cases if case.wrong] == []
    assert len(cases) >= LEAST


@in_a_file
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.parametrize("command", ["load", "close"])
def test_what_is_killed_at_any_moment_is_whole_or_absent(kept_home: Home, command: str) -> None:
    asked = ["-m", "tests.safekeeping.random_kills", command, "--kills", str(KILLS), "--home", str(kept_home.path)]
    said = subprocess.run([sys.executable, *asked], capture_output=True, text=True, check=True).stdout
    found = CAME_TO.search(said)
    assert found is not None
    assert found.groups() == (str(KILLS), "0"), said
