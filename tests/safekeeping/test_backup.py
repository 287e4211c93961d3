"""A backup is whole or absent, is opened by either of two keys and by nothing else, and comes back as it was."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from everychild.cli.app import app
from everychild.errors import EverychildError, HomeError, SettingsError, Tampered
from everychild.journal.connection import open_journal
from everychild.journal.named import files_named_here
from everychild.safekeeping.backup import backup
from everychild.safekeeping.drill import drill
from everychild.safekeeping.keys import new_key, public_keys
from everychild.safekeeping.restore import backup_at, restore
from everychild.safekeeping.verify import verify
from everychild.store.home import Home
from tests.homes import copy_of

NOW = datetime(2019, 6, 4, 18, tzinfo=UTC)
UNDER_LOAD = int(os.environ.get("EVERYCHILD_BACKUPS", "3"))

LOAD_FOR_EVER = """
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from everychild import month_end
from everychild.journal import audit
from everychild.journal.connection import open_journal
from everychild.store.home import Home
from tests.safekeeping.small_home import ASSESSMENTS, a_file

home, folder = Home(Path(sys.argv[1])), Path(sys.argv[2])
open_journal(home)
for number in range(100_000):
    text = ASSESSMENTS + f"{number + 5:04},28/02/2019,01/03/2019,12/04/2019,North\\n"
    at = datetime(2019, 6, 4, tzinfo=UTC) + timedelta(minutes=number)
    month_end.load(home, [a_file(folder / str(number), text)], at, date(2019, 6, 4))
    audit.record(at, "sam", "analyst", "loaded", f"load {number}")
    print(number, flush=True)
"""
BACK_UP_FOR_EVER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from everychild.safekeeping.backup import backup
from everychild.store.home import Home

for number in range(100_000):
    backup(Home(Path(sys.argv[1])), Path(sys.argv[2]), datetime(2019, 6, 4, tzinfo=UTC) + timedelta(seconds=number), sys.argv[3:])
    print(number, flush=True)
"""


@pytest.fixture
def home(kept_home, tmp_path) -> Home:
    copy = copy_of(kept_home, tmp_path / "home")
    open_journal(copy)
    return copy


@pytest.fixture
def keys(home, tmp_path) -> tuple[Path, Path]:
    """Two private keys, held by two people; the public ones stand in the home."""
    files = (tmp_path / "ada.key", tmp_path / "sam.key")
    (home.path / "backup-keys.txt").write_text("".join(f"{new_key(file)}\n" for file in files))
    return files


def contents(home: Home) -> dict[str, bytes]:
    """Every file but the journal, whose bytes a copy may lay out otherwise, and what no backup is to hold."""
    left_out = ("journal.sqlite3", "secret-key", "database-url")
    in_no_backup = (home.counted, home.put_down)
    files = (
        path
        for path in home.path.rglob("*")
        if path.is_file()
        and not path.name.startswith(left_out)
        and not any(path.is_relative_to(folder) for folder in in_no_backup)
    )
    return {path.relative_to(home.path).as_posix(): path.read_bytes() for path in files}


def started(program: str, *told: object) -> subprocess.Popen[str]:
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), *filter(None, sys.path)])}
    running = subprocess.Popen(
        [sys.executable, "-c", program, *map(str, told)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert running.stdout is not None
    assert running.stdout.readline(), "it began"
    return running


def ended(running: subprocess.Popen[str]) -> None:
    running.kill()
    running.communicate()


@pytest.mark.parametrize("which", [0, 1])
def test_either_key_brings_everything_back(home, keys, tmp_path, which):
    """The same files, the same anchor, every figure counted again and the same."""
    made = backup(home, tmp_path / "backups", NOW, public_keys(home))
    anchor = verify(home, counting_again=False).anchor
    again = restore(tmp_path / "backups", tmp_path / "again", [keys[which]])
    assert contents(again.home) == contents(home)
    assert home.counted.is_dir()
    assert not again.home.counted.exists(), "what can be counted again is in no backup"
    assert again.verified.anchor == made.manifest.anchor == anchor
    assert [edition.figures_agree for edition in again.verified.editions] == [True, True]
    assert made.path.name == f"everychild-2019-06-04T180000Z-{anchor[:12]}.tar.age"


@pytest.mark.skipif(not hasattr(os, "sync"), reason="this system has no such order to give")
def test_everything_is_on_the_disk_before_it_is_a_home(home, tmp_path, monkeypatch):
    """What its own keys unlock too: a power cut just after would else leave files that are there and empty."""
    backup(home, tmp_path / "backups", NOW, ())
    on_the_disk = {}
    monkeypatch.setattr(
        os, "sync", lambda: on_the_disk.update(contents(Home(next(tmp_path.glob(".again.restoring-*")))))
    )
    again = restore(tmp_path / "backups", tmp_path / "again", counting_again=False)
    assert on_the_disk == contents(again.home)


def test_a_file_that_two_rows_name_is_in_a_backup_once(home, tmp_path):
    """A look back that finds what an edition says names the edition’s own file; the backup still comes back."""
    kinds = [named.kind for named in files_named_here() if named.path.startswith("editions/")]
    assert set(kinds) == {"figures of an edition", "figures looked back at"}
    made = backup(home, tmp_path / "backups", NOW, ())
    paths = [listed.path for listed in made.manifest.files]
    assert len(paths) == len(set(paths))
    assert contents(restore(tmp_path / "backups", tmp_path / "again", counting_again=False).home) == contents(home)


def test_nothing_in_a_locked_backup_can_be_read(home, keys, tmp_path):
    made = backup(home, tmp_path / "backups", NOW, public_keys(home))
    held = made.path.read_bytes()
    assert held.startswith(b"age-encryption.org/v1\n")
    for word in (b"Smallville", b"person_id", b"SQLite format", b"manifest.json", b"Okafor"):
        assert word not in held


def test_two_backups_of_one_journal_both_come_back(home, tmp_path):
    """Nothing was written between them, so that their journals are the same bytes under the same key."""
    made = [backup(home, tmp_path / "backups", NOW + timedelta(days=day), ()) for day in range(2)]
    for number, one in enumerate(made):
        assert restore(one.path, tmp_path / f"again-{number}", counting_again=False).verified.faults == ()


def test_no_backup_opens_without_the_keys_of_the_data(home, tmp_path):
    """Not even one that is not locked shows a row about a child; figures, settings and mappings it may."""
    made = backup(home, tmp_path / "backups", NOW, ())
    held = made.path.read_bytes()
    assert b"Smallville" in held
    for word in (b"person_id", b"0001,", b"SQLite format", b"child_id"):
        assert word not in held
    (beside,) = (tmp_path / "backups").glob("everychild-data-keys*")
    beside = beside.rename(tmp_path / "kept-elsewhere.json")
    with pytest.raises(SettingsError, match="--data-keys FILE"):
        restore(made.path, tmp_path / "again", counting_again=False)
    assert restore(made.path, tmp_path / "again", data_keys=beside, counting_again=False).verified.faults == ()


def test_another_key_does_not_open_it(home, keys, tmp_path):
    backup(home, tmp_path / "backups", NOW, public_keys(home))
    new_key(tmp_path / "other.key")
    with pytest.raises(Tampered, match="locked to other keys"):
        restore(tmp_path / "backups", tmp_path / "again", [tmp_path / "other.key"])
    with pytest.raises(SettingsError, match="--key FILE"):
        restore(tmp_path / "backups", tmp_path / "again")
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("lines", ["", "# nobody yet\n", "one", "one\none", "age1nonsense\n"])
def test_fewer_than_two_keys_are_refused(home, tmp_path, lines):
    """One lost key must not be the end of every backup."""
    lines = lines.replace("one", new_key(tmp_path / "one.key"))
    (home.path / "backup-keys.txt").write_text(lines)
    with pytest.raises(SettingsError):
        public_keys(home)


def test_a_private_key_is_its_owners_alone_and_is_never_written_over(tmp_path):
    new_key(tmp_path / "key")
    before = (tmp_path / "key").read_bytes()
    if os.name != "nt":
        assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    with pytest.raises(SettingsError, match="never written over"):
        new_key(tmp_path / "key")
    assert (tmp_path / "key").read_bytes() == before


@pytest.mark.parametrize("locked", [True, False])
def test_a_backup_changed_anywhere_is_refused(home, keys, tmp_path, locked):
    """Every so many bytes one is changed, and the end is cut off; nothing is left behind where it should have been."""
    made = backup(home, tmp_path / "backups", NOW, public_keys(home) if locked else ())
    held = made.path.read_bytes()
    changed = tmp_path / made.path.name
    for at in [*range(600, len(held) - 20_000, len(held) // 7)]:
        changed.write_bytes(held[:at] + bytes([held[at] ^ 1]) + held[at + 1 :])
        try:
            restored = restore(changed, tmp_path / "again", [keys[0]], counting_again=False)
        except EverychildError:
            assert not (tmp_path / "again").exists()
        else:  # padding between the files of an open backup holds nothing
            assert not locked
            assert contents(restored.home) == contents(home)
            shutil.rmtree(tmp_path / "again")
    changed.write_bytes(held[: len(held) // 2])
    with pytest.raises(Tampered):
        restore(changed, tmp_path / "again", [keys[0]])
    assert [path.name for path in tmp_path.iterdir() if "restoring" in path.name] == []


def test_a_restore_never_writes_over_anything(home, keys, tmp_path):
    backup(home, tmp_path / "backups", NOW, public_keys(home))
    before = contents(home)
    with pytest.raises(HomeError, match="Nothing was written over"):
        restore(tmp_path / "backups", home.path, [keys[0]])
    assert contents(home) == before


def test_the_newest_backup_of_a_folder_is_taken(home, tmp_path):
    for days in (0, 2, 1):
        backup(home, tmp_path / "backups", NOW + timedelta(days=days), ())
    assert backup_at(tmp_path / "backups").name.startswith("everychild-2019-06-06")


def test_a_home_that_was_tampered_with_is_not_backed_up(home, tmp_path):
    """Nor does what was begun look like a backup."""
    next(home.raw.iterdir()).write_text("x")
    with pytest.raises(Tampered, match="No backup was made"):
        backup(home, tmp_path / "backups", NOW, ())
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_backup_is_not_kept_in_the_home_it_is_of(home):
    with pytest.raises(HomeError, match="inside the home"):
        backup(home, home.path / "backups", NOW, ())


def test_backups_taken_while_files_are_loaded_all_come_back(home, keys, tmp_path):
    """EVERYCHILD_BACKUPS=50 for more. Each holds some whole number of the loads, and verifies."""
    loading = started(LOAD_FOR_EVER, home.path, tmp_path / "received")
    try:
        made = [
            backup(home, tmp_path / "backups", NOW + timedelta(seconds=number), public_keys(home))
            for number in range(UNDER_LOAD)
        ]
        assert loading.poll() is None, "it was loading all the while"
    finally:
        ended(loading)
    loads = []
    for number, one in enumerate(made):
        again = restore(one.path, tmp_path / f"again-{number}", [keys[number % 2]], counting_again=number == 0)
        assert again.verified.faults == ()
        loads.append(again.verified.files["file received"])
        shutil.rmtree(again.home.path)
    assert loads == sorted(loads)
    assert loads[0] >= 3


def test_a_backup_that_was_killed_leaves_nothing_that_looks_like_one(home, keys, tmp_path):
    """Whatever has a backup’s name restores."""
    public = public_keys(home)
    for number in range(4):
        folder = tmp_path / f"backups-{number}"
        running = started(BACK_UP_FOR_EVER, home.path, folder, *public)
        time.sleep(0.013 * number)
        running.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        running.communicate()
        whole = sorted(folder.glob("everychild-*.tar.age"))
        assert whole
        again = restore(folder, tmp_path / f"again-{number}", [keys[0]], counting_again=False)
        assert again.source == whole[-1]
    open_journal(home)
    assert verify(home, counting_again=False).is_sound


def test_a_drill_writes_a_dated_certificate(home, keys, tmp_path):
    """With what was restored, what was counted again, and the seconds; the home is left as it was."""
    before = contents(home)
    seconds = iter([10.0, 12.5, 20.0])
    done = drill(home, tmp_path / "certificates", NOW, lambda: next(seconds))
    told = done.certificate.read_text(encoding="utf-8")
    assert done.certificate.name == "drill-2019-06-04T180000Z.md"
    assert told.startswith("# Restore drill, 04 June 2019\n")
    assert "| Editions counted again | 2 |" in told
    assert "| Seconds to make the backup | 2.5 |" in told
    assert "| Seconds to recover, verified | 7.5 |" in told
    assert contents(home) == before
    assert verify(home, counting_again=False).is_sound


def run(*told: object) -> tuple[int, dict]:
    done = CliRunner().invoke(app, [str(word) for word in (*told, "--json")])
    return done.exit_code, json.loads(done.stdout) if done.stdout else {}


def test_the_commands_from_keys_to_a_home_again(home, tmp_path):
    """As an administrator would, one after another."""
    files: Sequence[Path] = (tmp_path / "ada.key", tmp_path / "sam.key")
    public = [CliRunner().invoke(app, ["backup-key", str(file)]).stdout.strip() for file in files]
    (home.path / "backup-keys.txt").write_text("\n".join(public))
    status, made = run("backup", tmp_path / "backups", "--home", home.path)
    assert (status, made["keys"]) == (0, 2)
    status, again = run("restore", tmp_path / "backups", "--to", tmp_path / "again", "--key", files[1])
    assert (status, again["verified"]["is_sound"]) == (0, True)
    status, _ = run("drill", tmp_path / "certificates", "--of", made["path"], "--key", files[0], "--home", home.path)
    assert status == 0
    assert run("verify", "--anchor", made["anchor"], "--home", tmp_path / "again")[0] == 0
