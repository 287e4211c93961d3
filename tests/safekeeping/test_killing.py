"""A sample of cutting load and close short; the long run is `python -m tests.safekeeping.killing`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from everychild.store.home import Home
from tests.safekeeping.killing import run
from tests.safekeeping.small_home import LATER, a_file

LEAST = 10


@pytest.mark.skipif(os.environ.get("EVERYCHILD_JOURNALS") == "postgresql", reason="a copied file is the journal here")
def test_what_is_cut_short_is_whole_or_absent(kept_home: Home, tmp_path: Path) -> None:
    delivery = a_file(tmp_path, LATER.replace("North", "East"))
    cases = [
        *run(kept_home, delivery, every=5, ways=("kill",), first=2),
        *run(kept_home, delivery, every=7, ways=("full",), first=4),
    ]
    print(f"ran={len(cases)} failed={sum(bool(case.wrong) for case in cases)}")
    assert [case for case in cases if case.wrong] == []
    assert len(cases) >= LEAST
