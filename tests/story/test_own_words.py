"""A council whose extracts speak its own words: asked once, remembered, and read by itself from then on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from everychild import month_end
from everychild.cli.app import app
from everychild.cli.new_home import make_home
from everychild.errors import EverychildError, FilesRefused, Tampered
from everychild.intake.unknown_words import UnknownValue, UnknownWords
from everychild.journal import asked_words, audit, mappings
from everychild.journal.connection import open_journal
from everychild.journal.models import Extract, SourceFile
from everychild.safekeeping.backup import backup
from everychild.safekeeping.restore import restore
from everychild.safekeeping.verify import verify
from everychild.store.home import Home
from tests.story.test_load_and_close import SETTINGS

THIRD_OF_MAY = datetime(2019, 5, 3, 9, tzinfo=UTC)
APRIL = """Client ref,Strat disc held on,Outcome of meeting
0001,01/04/2019,CIN/NFA
0002,02/04/2019,NFA
0004,04/04/2019,CIN/NFA
0005,05/04/2019,CIN/NFA
"""
MAY = APRIL + "0009,09/05/2019,cin nfa\n"
LIST = "strategy_discussions"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home", SETTINGS)


def load(home: Home, folder: Path, text: str, at: datetime = THIRD_OF_MAY, **how: bool) -> month_end.Loaded:
    folder.mkdir(exist_ok=True)
    (folder / "meetings.csv").write_text(text, encoding="utf-8")
    return month_end.load(home, [folder], at, at.date(), **how)


def run(home: Home, *words: str) -> str:
    """A command, as somebody at the computer types it."""
    ran = CliRunner().invoke(app, ["map", *words, "--home", str(home.path)])
    if isinstance(ran.exception, EverychildError):
        raise ran.exception
    assert ran.exit_code == 0, ran.output
    return ran.output


def asked(home: Home) -> list:
    return asked_words.asked(mappings.in_force(home))


def say_headings(home: Home) -> str:
    ((number, _),) = asked(home)
    headings = {"Client ref": "person_id", "Strat disc held on": "held_at", "Outcome of meeting": "outcome"}
    options = [word for written, column in headings.items() for word in ("--heading", f"{written}={column}")]
    return run(home, "sheet", str(number), "Strategy discussions", *options)


def test_a_file_in_their_own_words_is_asked_about_once_and_loads_by_itself_the_month_after(home, tmp_path):
    """Refused and asked; said what it is; loaded with its value unknown; said what that means; read anew; and in May
    nothing is asked."""
    with pytest.raises(FilesRefused):
        load(home, tmp_path / "april", APRIL, dry_run=True)
    assert "may be strategy_discussions" in run(home, "asked")
    assert "load the same files again" in say_headings(home)

    (file,) = load(home, tmp_path / "april", APRIL).files
    assert (file.rows, file.accepted, file.queried, file.set_aside) == (4, 1, 3, 0)
    assert "“CIN/NFA” in “outcome”, 3 rows" in run(home, "asked")
    run(home, "add", LIST, "--column", "outcome", "--value", "CIN/NFA", "--as", "no_further_action")
    assert "Nothing is asked" in run(home, "asked")

    (file,) = load(home, tmp_path / "may", MAY, THIRD_OF_MAY + timedelta(days=31)).files
    assert (file.accepted, file.queried) == (5, 0)
    assert asked(home) == []
    assert "was read as “no_further_action”, by your mapping of" in file.read_as[-1].in_words


def test_a_change_of_the_mapping_changes_nothing_loaded_and_the_same_file_is_read_anew(home, tmp_path):
    """Three readings of the same bytes are three extracts of the same day; what is read alike is not taken in again."""
    with pytest.raises(FilesRefused):
        load(home, tmp_path / "april", APRIL)
    say_headings(home)
    first = load(home, tmp_path / "april", APRIL)
    run(home, "add", LIST, "--column", "outcome", "--value", "CIN/NFA", "--as", "other")
    assert Extract.objects.count() == 1
    second = load(home, tmp_path / "april", APRIL)
    assert second.read_anew == ("meetings.csv",)
    assert load(home, tmp_path / "april", APRIL).already_loaded == ("meetings.csv",)
    run(home, "remove", LIST, "--column", "outcome", "--value", "CIN/NFA")
    third = load(home, tmp_path / "april", APRIL)
    assert len({first.extract, second.extract, third.extract}) == 3
    assert list(SourceFile.objects.order_by("id").values_list("reading", flat=True)) == [0, 1, 2]
    assert [extract.extracted_on for extract in Extract.objects.all()] == [date(2019, 5, 3)] * 3
    assert verify(home).faults == ()


def test_every_change_is_told_with_who_and_when_and_earlier_versions_are_kept(home):
    run(home, "add", LIST, "--heading", "Client ref", "--as", "person_id")
    run(home, "add", LIST, "--column", "outcome", "--value", "CIN/NFA", "--as", "nothing known")
    run(home, "remove", LIST, "--heading", "Client ref")
    told = [(entry.about, entry.reason) for entry in audit.entries(action=mappings.CHANGED)]
    assert told == [
        (f"{LIST}, version 3", "heading “Client ref” taken out"),
        (f"{LIST}, version 2", "“CIN/NFA” in “outcome” is “nothing known”"),
        (f"{LIST}, version 1", "heading “Client ref” is “person_id”"),
    ]
    assert [version.number for version in mappings.versions(LIST)] == [3, 2, 1]
    in_force = (home.mappings / f"{LIST}.toml").read_text(encoding="utf-8")
    assert 'written = "CIN/NFA"' in in_force
    assert "Client ref" not in in_force
    assert "Client ref" in (home.mappings / "versions" / f"{LIST}.2.toml").read_text(encoding="utf-8")
    assert "Version 2" in run(home, "show", LIST)


def test_saying_the_same_again_makes_no_version(home):
    for _ in range(2):
        said = run(home, "add", LIST, "--heading", "Client ref", "--as", "person_id")
    assert "Nothing was changed" in said
    assert len(mappings.versions()) == 1


def test_what_is_put_away_is_asked_again_when_a_file_says_it_again(home, tmp_path):
    for _ in range(2):
        with pytest.raises(FilesRefused):
            load(home, tmp_path / "april", APRIL)
        ((number, _),) = asked(home)
        run(home, "put-away", str(number))
        assert asked(home) == []


def test_the_same_words_in_the_next_months_file_are_asked_once(home):
    """And what only the earlier file holds is still asked."""
    first, second = (UnknownWords(file, file, LIST, (), (), ()) for file in ("april.csv", "may.csv"))
    one, other = UnknownValue("outcome", "CIN/NFA", 3), UnknownValue("outcome", "Jt enq", 3)
    asked_words.ask(["april.csv"], [replace(first, values=(one,))], THIRD_OF_MAY)
    asked_words.ask(["may.csv"], [replace(second, values=(one, other))], THIRD_OF_MAY)
    assert [words.file for _, words in asked(home)] == ["may.csv"]
    asked_words.ask(["april.csv"], [replace(first, values=(one,))], THIRD_OF_MAY)
    assert {words.file for _, words in asked(home)} == {"april.csv", "may.csv"}


def test_a_mapping_changed_by_hand_is_found_and_read_by_by_nothing(home, tmp_path):
    """It is readable, and changed where everybody sees who did."""
    run(home, "add", LIST, "--column", "outcome", "--value", "CIN/NFA", "--as", "other")
    path = home.mappings / f"{LIST}.toml"
    kept = path.read_bytes()
    path.write_bytes(kept.replace(b'"other"', b'"enquiry"'))
    assert [fault for fault in verify(home).faults if "past Everychild" in fault]
    with pytest.raises(Tampered, match="Remove it"):
        load(home, tmp_path / "april", APRIL)
    path.unlink()
    mappings.in_force(home)
    assert path.read_bytes() == kept
    (home.mappings / "visits.toml").write_text("x = 1\n")
    assert [fault for fault in verify(home).faults if "visits.toml is not in the journal" in fault]


def test_a_backup_holds_every_version_and_a_restored_home_reads_by_them(home, tmp_path):
    for value, code in (("CIN/NFA", "other"), ("Jt enq", "joint_enquiry")):
        run(home, "add", LIST, "--column", "outcome", "--value", value, "--as", code)
    made = backup(home, tmp_path / "backups", THIRD_OF_MAY, ())
    restored = restore(made.path, tmp_path / "again").home
    for path in (f"{LIST}.toml", f"versions/{LIST}.1.toml", f"versions/{LIST}.2.toml"):
        assert (restored.mappings / path).read_bytes() == (home.mappings / path).read_bytes()
    open_journal(restored)
    assert len(mappings.of_list(restored, LIST).values) == 2
    assert verify(restored).faults == ()
    (restored.mappings / "versions" / f"{LIST}.1.toml").unlink()
    assert [fault for fault in verify(restored).faults if fault.startswith("A mapping is missing")]
    open_journal(home)
