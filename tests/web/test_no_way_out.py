"""A council’s server asks for nothing outside it: a month’s work with no way out sends no packet that wanted one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from everychild.store.home import Home
from tests.postgresql import CHOSEN

APART = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]


def can_stand_apart() -> bool:
    try:
        return subprocess.run([*APART, "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


@pytest.mark.skipif(CHOSEN, reason="the journal’s database is on the network that is taken away")
def test_a_months_work_sends_no_packet_out(counted: Home, tmp_path: Path) -> None:
    """Loading, closing, papers, publishing and pages; and the count is seen to rise where a packet is sent."""
    if not can_stand_apart():
        pytest.skip("NOT RUN: this system lets no program have a network of its own (unshare)")
    done = subprocess.run(
        [*APART, sys.executable, "-m", "tests.web.without_a_network", str(counted.path), str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert set(told["pages"].values()) == {200}, told["pages"]
    assert len(told["pages"]) == 8
    assert told["after"] == told["before"]
    assert told["control"] == told["after"] + 1
