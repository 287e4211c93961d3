"""A journal in PostgreSQL: moved there and back with its seals, written to by many at once, refused in plain words."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from everychild.cli.new_home import make_home
from everychild.errors import HomeError, SettingsError
from everychild.journal import audit, people
from everychild.journal.connection import open_journal
from everychild.journal.whereabouts import require_one_journal
from everychild.journal.writing import one_at_a_time
from everychild.roles import Role
from everychild.safekeeping.backup import backup
from everychild.safekeeping.restore import restore
from everychild.safekeeping.verify import verify
from everychild.store.home import Home
from tests import postgresql
from tests.homes import by_hand, copy_of
from tests.safekeeping.small_home import SETTINGS, THIRD_OF_MAY

WRITERS, ROWS = 4, 25
WRITE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from everychild.journal import audit
from everychild.journal.connection import open_journal
from everychild.store.home import Home

open_journal(Home(Path(sys.argv[1])))
for number in range(int(sys.argv[3])):
    audit.record(datetime.now(UTC), sys.argv[2], "analyst", "children seen", f"EH04, list {number}")
"""


@pytest.fixture
def home(kept_home, tmp_path) -> Home:
    copy = copy_of(kept_home, tmp_path / "home")
    open_journal(copy)
    return copy


@pytest.fixture
def empty_database(tmp_path, monkeypatch) -> str:
    """The address of an empty database, said in the environment."""
    url = postgresql.new_database(Home(tmp_path / "empty"))
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.fixture
def backed_up(home, tmp_path) -> Path:
    """Taken before another database is named: what the environment says goes before what the home says."""
    backup(home, tmp_path / "before", THIRD_OF_MAY, ())
    return tmp_path / "before"


@pytest.fixture
def in_postgresql(backed_up, tmp_path, empty_database, monkeypatch) -> Home:
    """The small council’s home moved to PostgreSQL, and open there."""
    moved = restore(backed_up, tmp_path / "moved", into_database=True, counting_again=False).home
    monkeypatch.delenv("DATABASE_URL")
    (moved.path / "database-url").write_text(empty_database)
    open_journal(moved)
    return moved


def test_a_journal_moves_to_postgresql_and_back_with_every_seal(home, tmp_path, in_postgresql):
    """The anchor kept while it was a file is still there when it is not, and again when it is."""
    open_journal(home)
    before = verify(home, counting_again=False)
    assert not in_postgresql.journal.exists()
    assert list(in_postgresql.path.glob(".journal*")) == []
    open_journal(in_postgresql)
    there = verify(in_postgresql, [before.anchor])
    assert there.faults == ()
    assert [edition.figures_agree for edition in there.editions] == [True, True]
    assert there.rows == before.rows
    backup(in_postgresql, tmp_path / "after", THIRD_OF_MAY, ())
    back = restore(tmp_path / "after", tmp_path / "back", counting_again=False)
    assert back.home.journal.is_file()
    assert back.verified.anchor == there.anchor
    assert back.verified.rows == before.rows
    assert "database-url" not in {path.name for path in back.home.path.iterdir()}, "it holds a password"


def test_those_who_write_at_once_make_one_chain(in_postgresql):
    """Each row is bound to the one before, whoever wrote that."""
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), *filter(None, sys.path)])}
    running = [
        subprocess.Popen([sys.executable, "-c", WRITE, in_postgresql.path, f"writer-{n}", str(ROWS)], env=environment)
        for n in range(WRITERS)
    ]
    assert [one.wait(timeout=120) for one in running] == [0] * WRITERS
    assert len([row for row in audit.entries() if row.who.startswith("writer-")]) == WRITERS * ROWS
    assert verify(in_postgresql, counting_again=False).faults == ()


def test_what_came_to_nothing_leaves_no_gap(in_postgresql):
    @one_at_a_time()
    def comes_to_nothing() -> float:
        return audit.record(THIRD_OF_MAY, "sam", "analyst", "children seen", "EH04").number / 0

    with pytest.raises(ZeroDivisionError):
        comes_to_nothing()
    audit.record(THIRD_OF_MAY, "sam", "analyst", "children seen", "EH04")
    assert verify(in_postgresql, counting_again=False).faults == ()


def test_a_rule_of_the_database_taken_away_is_found(in_postgresql):
    with by_hand(in_postgresql) as journal:
        journal.execute("alter table journal_headline disable trigger all")
        journal.commit()
    (fault,) = verify(in_postgresql, counting_again=False).faults
    assert "no longer holds journal_headline to what they point at" in fault


def test_words_longer_than_their_place_are_refused_in_ours(home):
    """In either database alike, though SQLite would have kept them."""
    with pytest.raises(SettingsError, match="is 81 characters long, and 80 can be kept"):
        people.add("x" * 81, "Sam Okafor", Role.ANALYST, "a-long-enough-word", THIRD_OF_MAY, by="ada")
    with pytest.raises(SettingsError, match="a character that cannot be kept"):
        audit.record(THIRD_OF_MAY, "sam", "analyst", "children seen", "EH\0" + "04")


def test_a_new_home_may_have_its_journal_there_and_a_second_may_not_share_it(tmp_path, empty_database):
    made = make_home(tmp_path / "new", SETTINGS)
    assert not made.journal.exists()
    open_journal(made)
    assert verify(made, counting_again=False).is_sound
    with pytest.raises(HomeError, match="holds a journal already"):
        make_home(tmp_path / "second", SETTINGS)
    assert not (tmp_path / "second").exists()


def test_the_address_may_be_in_a_file(tmp_path, monkeypatch):
    url = postgresql.new_database(Home(tmp_path / "new"))
    (tmp_path / "secret").write_text(url + "\n")
    monkeypatch.setenv("DATABASE_URL_FILE", str(tmp_path / "secret"))
    assert not make_home(tmp_path / "new", SETTINGS).journal.exists()
    monkeypatch.setenv("DATABASE_URL_FILE", str(tmp_path / "nowhere"))
    with pytest.raises(HomeError, match="nowhere, which cannot be read"):
        open_journal(Home(tmp_path / "new"))


def test_a_database_that_cannot_be_used_is_refused_in_words(tmp_path, empty_database, monkeypatch):
    home = make_home(tmp_path / "new", SETTINGS)
    monkeypatch.setenv("DATABASE_URL", "mysql://host/name")
    with pytest.raises(HomeError, match="should be the address of a PostgreSQL database"):
        open_journal(home)
    monkeypatch.setenv("DATABASE_URL", empty_database.rsplit("/", 1)[0] + "/nowhere")
    with pytest.raises(HomeError, match=r"cannot be reached: .*nowhere"):
        open_journal(home)
    monkeypatch.setenv("DATABASE_URL", postgresql.new_database(Home(tmp_path / "another")))
    with pytest.raises(HomeError, match="holds no journal"):
        open_journal(home)
    monkeypatch.delenv("DATABASE_URL")
    with pytest.raises(HomeError, match="Where it is kept in PostgreSQL, say where"):
        open_journal(home)


@pytest.mark.skipif(postgresql.CHOSEN, reason="its journal is no file")
def test_nobody_guesses_which_of_two_journals_is_meant(home, empty_database):
    with pytest.raises(HomeError, match="to move, back up and then"):
        require_one_journal(home)


def test_nothing_is_restored_into_a_database_that_holds_another(backed_up, tmp_path, empty_database):
    make_home(tmp_path / "theirs", SETTINGS)
    with pytest.raises(HomeError, match="holds a journal already"):
        restore(backed_up, tmp_path / "again", into_database=True)
    assert not (tmp_path / "again").exists()


def test_every_write_of_the_journal_queues():
    """A transaction that does not, may bind its rows to one that is no longer the newest."""
    journal = Path(audit.__file__).parent
    found = [path.name for path in journal.glob("*.py") if "transaction.atomic" in path.read_text(encoding="utf-8")]
    assert sorted(found) == ["copying.py", "writing.py"]


def test_tests_copy_homes_with_their_journals():
    """A folder copied by itself shares its journal with the first, where that lies in PostgreSQL."""
    tests = Path(postgresql.__file__).parent
    found = [
        path.name for path in tests.rglob("*.py") if re.search(r"copytree\((\w+_)?home\b", path.read_text("utf-8"))
    ]
    assert found == ["homes.py"]
