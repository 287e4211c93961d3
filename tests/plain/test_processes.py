"""Several processes of one run keep out of each other’s way, and what costs much is made once for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from everychild.cli.new_home import make_home
from tests.postgresql import CHOSEN
from tests.processes import PORTS, made_once, own_port
from tests.spread import LONGEST_FIRST, OF_ONE_COUNCIL

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("worker", "port"), [("gw0", 18700), ("gw1", 18700 + PORTS), ("gw15", 18700 + 15 * PORTS)])
def test_each_process_has_ports_of_its_own(monkeypatch, worker, port):
    monkeypatch.setenv("PYTEST_XDIST_WORKER", worker)
    assert own_port(18700) == port < 2**16


@pytest.mark.skipif(CHOSEN, reason="its databases are made by tests of homes")
def test_a_home_is_made_once_and_each_has_a_copy_to_write_in(tmp_path_factory):
    made = []

    def make(place: Path) -> None:
        made.append(place)
        make_home(place, '[council]\nname = "Smallville"\n')

    one, another = (made_once(tmp_path_factory, "written in", make) for _ in range(2))
    one.settings.write_text("spoilt")
    assert len(made) == 1
    assert len({made[0], one.path, another.path}) == 3
    assert another.settings.read_text() == '[council]\nname = "Smallville"\n'


def test_what_is_begun_first_is_there():
    """A folder by another name would be begun last."""
    assert [folder for folder in LONGEST_FIRST if not (ROOT / folder).is_dir()] == []


@pytest.mark.parametrize(
    ("test", "together"),
    [
        ("tests/northbrook/test_story.py::test_a[3000 children, seed 7]", "3000 children, seed 7"),
        ("tests/northbrook/test_elsewhere.py::test_b[600 children, seed 41-plans]", "600 children, seed 41"),
        ("tests/northbrook/test_files.py::test_c[a]", None),
        ("tests/web/test_pages.py::test_d[3000 children, seed 7]", None),
    ],
)
def test_what_is_asked_of_one_council_is_asked_in_one_process(test, together):
    found = OF_ONE_COUNCIL.match(test)
    assert (found and found[2]) == together
