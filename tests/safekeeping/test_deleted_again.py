"""What was deleted is in no backup that can be opened, and comes back by no restore; nor do rights that were taken."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from everychild import month_end
from everychild.errors import HomeError, Tampered
from everychild.journal import audit, deletions, people
from everychild.journal.connection import close_journal, open_journal
from everychild.journal.named import files_named_here
from everychild.safekeeping import finishing, places
from everychild.safekeeping.backup import backup
from everychild.safekeeping.begun import is_to_be_finished
from everychild.safekeeping.due import plan
from everychild.safekeeping.finishing import finish_deletions
from everychild.safekeeping.key_ring import read_ring, ring_beside
from everychild.safekeeping.keys import new_key, public_keys
from everychild.safekeeping.purge import purge
from everychild.safekeeping.restore import restore
from everychild.store.home import Home
from tests.homes import copy_of
from tests.safekeeping.small_home import APRIL

MADE, MUCH_LATER = datetime(2022, 5, 31, tzinfo=UTC), datetime(2022, 6, 4, 9, tzinfo=UTC)
WHO, WHY = "Ada Okafor", "Line CS14 of the schedule"


@pytest.fixture
def home(kept_home, tmp_path) -> Home:
    copy = copy_of(kept_home, tmp_path / "home")
    open_journal(copy)
    return copy


@pytest.fixture
def backups(home, tmp_path) -> Path:
    folder = tmp_path / "backups"
    backup(home, folder, MADE, ())
    places.remember(home, folder)
    return folder


def purged(home: Home):
    return purge(home, plan(home, MUCH_LATER.date()).key, WHO, WHY, MUCH_LATER)


def test_a_purge_destroys_the_keys_in_the_home_and_beside_the_backups(home, backups):
    before = read_ring(home)
    done = purged(home)
    assert done.to_know == ()
    still = {file.sha256 for file in files_named_here()}  # two accounts that ask nothing are the same bytes
    gone = {file.sha256 for file in done.plan.files} - still
    assert len(gone) == 3
    assert gone <= set(before.files)
    beside = ring_beside(backups / "x.tar", ())
    assert beside == read_ring(home)
    assert not gone & set(beside.files)
    assert [one.why for one in beside.deleted][-1] == WHY


def test_the_keys_beside_the_backups_go_though_somebody_uses_the_database(home, backups, monkeypatch):
    """A dashboard that is left running keeps free pages from being emptied, and nothing else of the purge."""
    monkeypatch.setattr(finishing, "_free_pages_are_empty", lambda: False)
    done = purged(home)
    assert done.to_know == (finishing.STILL_IN_USE,)
    assert ring_beside(backups / "x.tar", ()) == read_ring(home)
    assert is_to_be_finished(home)
    monkeypatch.undo()
    assert finishing.finish_deletions(home, MUCH_LATER) == ()
    assert not is_to_be_finished(home)


def test_an_older_backup_comes_back_without_what_was_purged_since(home, backups, tmp_path):
    """The journal in it knows nothing of the purge; it is made again before anybody can open the home."""
    done = purged(home)
    people.stop("sam", MUCH_LATER, "ada")
    backup(home, tmp_path / "elsewhere", MUCH_LATER, ())  # writes down who was stopped
    again = restore(backups, tmp_path / "again", data_keys=tmp_path / "elsewhere" / "everychild-data-keys.json")
    assert (again.deleted_again, again.stopped_again) == (1, ("sam",))
    open_journal(again.home)
    assert not any((again.home.path / file.path).exists() for file in done.plan.files)
    assert [entry.reason for entry in audit.entries(action="deleted again")] == [WHY]
    assert [known.is_active for known in people.everybody() if known.sign_in_name == "sam"] == [False]
    assert not is_to_be_finished(again.home)
    assert again.verified.faults == ()
    assert [one.held != "" for one in again.verified.editions] == [True, True]
    assert month_end.open_edition(again.home, APRIL, 1) is not None


def test_a_key_that_is_gone_and_was_not_deleted_stops_a_restore(home, backups, tmp_path):
    """As where the keys beside the backups are older than the backup."""
    older = copy_of(home, tmp_path / "older")
    open_journal(older)
    month_end.load(older, [_more(tmp_path)], MADE, date(2019, 7, 3))
    made = backup(older, tmp_path / "newer", MUCH_LATER, ())
    with pytest.raises(Tampered, match="not among the keys of the data"):
        restore(made.path, tmp_path / "again", data_keys=backups / "everychild-data-keys.json")
    assert not (tmp_path / "again").exists()


def _more(folder: Path) -> Path:
    from tests.safekeeping.small_home import ASSESSMENTS, a_file

    return a_file(folder / "more", ASSESSMENTS + "0009,02/06/2019,,,South\n")


def test_a_journal_put_back_by_hand_has_it_deleted_again_at_the_next_start(home, tmp_path):
    """Somebody copies an older journal and its files over the newer ones; the keys beside them still tell."""
    if not home.journal.is_file():
        pytest.skip("a journal in PostgreSQL is put back by its own tools")
    older = copy_of(home, tmp_path / "older")
    open_journal(home)
    backup(home, tmp_path / "backups", MADE, ())
    done = purged(home)
    close_journal()
    for path in (home.journal, *home.path.glob("journal.sqlite3-*")):
        path.unlink(missing_ok=True)
    shutil.copyfile(older.journal, home.journal)
    shutil.copytree(older.path, home.path, dirs_exist_ok=True, ignore=lambda _, names: {"journal.sqlite3"} & set(names))
    open_journal(home)
    assert is_to_be_finished(home)
    finish_deletions(home, MUCH_LATER)
    assert not any((home.path / file.path).exists() for file in done.plan.files)
    assert deletions.unfinished() == ()


def test_a_place_that_is_away_is_told_of(home, backups, tmp_path):
    backups.rename(tmp_path / "taken-away")
    done = purged(home)
    assert len(done.to_know) == 1
    assert "could not be written to" in done.to_know[0]


def test_backups_kept_too_long_can_no_longer_be_opened(home, backups, tmp_path):
    """Thirteen months after it was made a purge destroys the key of its journal."""
    at = datetime(2023, 7, 2, tzinfo=UTC)
    found = plan(home, at.date())
    assert found.backups == 1
    purge(home, found.key, WHO, WHY, at)
    with pytest.raises(Tampered, match="older than backups are kept"):
        restore(backups, tmp_path / "again")


def test_keys_of_a_locked_backup_are_locked_as_it_is(home, tmp_path):
    """And written over as such by a purge, which has only the public halves."""
    key = tmp_path / "ada.key"
    (home.path / "backup-keys.txt").write_text(f"{new_key(key)}\n{new_key(tmp_path / 'sam.key')}\n")
    folder = tmp_path / "backups"
    made = backup(home, folder, MADE, public_keys(home))
    places.remember(home, folder)
    before = (folder / "everychild-data-keys.age").read_bytes()
    assert before.startswith(b"age-encryption.org/v1\n")
    purged(home)
    assert (folder / "everychild-data-keys.age").read_bytes() != before
    assert ring_beside(made.path, [key]) == read_ring(home)
    assert restore(made.path, tmp_path / "again", [key], counting_again=False).deleted_again == 1


def test_a_backup_of_before_is_refused_once_a_child_was_erased():
    """Whose rows to take out is known to nobody any more."""
    from everychild.journal.deletions import Deleted, Kind
    from everychild.safekeeping.finishing import refuse_older_than_an_erasure

    erased = Deleted("e" * 64, Kind.ERASURE, {}, WHO, WHY, MUCH_LATER, ())
    with pytest.raises(HomeError, match="before a child was erased on 04 June 2022"):
        refuse_older_than_an_erasure((erased,))
