"""A child who was erased is nowhere: not in the home, and in nothing that can be opened of any backup."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from typer.testing import CliRunner

from everychild import month_end
from everychild.cli.app import app
from everychild.errors import HomeError, NotAllowed, SettingsError, Tampered, UnknownReference
from everychild.intake.reading import FileRead, Rows
from everychild.intake.sources import Source
from everychild.intake.unknown_words import UnknownValue, UnknownWords
from everychild.journal import asked_words, audit, commentary, deletions, holds, ledger, reasons
from everychild.journal.connection import open_journal
from everychild.journal.models import RecordList
from everychild.journal.named import files_named_here
from everychild.layouts.layout import Coverage
from everychild.records import BY_NAME, RECORDS, Kind
from everychild.roles import Role
from everychild.safekeeping import places
from everychild.safekeeping.backup import backup
from everychild.safekeeping.erase import erase, look
from everychild.safekeeping.keys import new_key, public_keys
from everychild.safekeeping.restore import restore
from everychild.safekeeping.verify import verify
from everychild.store import pupil_numbers
from everychild.store.home import Home
from everychild.subject_access import How, held_of_child
from tests import processes
from tests.generative.random_records import random_rows
from tests.homes import copy_of
from tests.safekeeping.searching import search
from tests.safekeeping.small_home import APRIL, ASSESSMENTS, SETTINGS, THIRD_OF_MAY, a_file, viewer
from tests.web.leaking import NOT_OF_A_CHILD

CHILD, BORN = "CANARY7731", date(1997, 11, 19)
WHO, WHY = "Ada Okafor", "By order of the court, 4 June 2019"
MADE, NOW = THIRD_OF_MAY + timedelta(days=1), datetime(2019, 6, 4, 18, tzinfo=UTC)


def _in_every_column(rows: Rows, words: set[str]) -> Rows:
    """The rows with one more, of the child: a word of its own in each column that can hold one.

    Codes, days, numbers and yes or no have none, but for the day of birth; and names of teams, bodies and places are
    not the child’s: figures are told by them.
    """
    table = BY_NAME[rows.table]
    if "child_id" not in table.column_names:
        return rows
    columns: dict[str, list[Any]] = {}
    for column in table.columns:
        value = next((one for one in rows.columns[column.name] if one is not None), None)
        if column.name == "child_id":
            value = CHILD
        elif column.name == "born_on":
            value = BORN
        elif column.kind in (Kind.IDENTIFIER, Kind.TEXT) and column.name not in NOT_OF_A_CHILD:
            value = f"CANARY-{table.name}-{column.name}"
            words.add(value)
        columns[column.name] = [*rows.columns[column.name], value]
    return Rows(rows.table, rows.feed, rows.rank, rows.coverage, columns, [0] * (len(rows) + 1), [*rows.rows, 999])


def _load_every_list(home: Home, folder: Path, words: set[str], at: datetime, taken: date) -> None:
    rows = tuple(_in_every_column(one, words) for one in random_rows(Random(7), children=6, rows=8))
    received = a_file(folder, "\n".join(sorted(words)), "everything.csv")
    held = received.read_bytes()
    how_many = sum(len(one) for one in rows)
    file = FileRead(
        "everything.csv",
        hashlib.sha256(held).hexdigest(),
        "random",
        ("sheet",),
        how_many,
        how_many,
        0,
        0,
        (),
        rows,
        taken,
        source=Source(received, "everything.csv"),
    )
    month_end.store_extracts.keep_raw(home, [file])
    calendar = month_end.calendar_for(taken, month_end.read_council(home.settings))
    written = month_end.store_extracts.write_extract(home, [file], taken, calendar)
    ledger.record_extract(written, [file], at)


WORDS_OF_THE_TEST = "words.json"


def _home_with_the_child(path: Path) -> Home:
    """Three extracts: every list; one file with the child among others; one where the child’s only row was set aside."""
    from everychild.cli.new_home import make_home

    home, words, received = make_home(path, SETTINGS), {CHILD, BORN.isoformat()}, path.parent / "received"
    _load_every_list(home, received / "all", words, THIRD_OF_MAY, date(2019, 5, 3))
    one = ASSESSMENTS + f"{CHILD},28/02/2019,01/03/2019,12/04/2019,North\n"
    month_end.load(home, [a_file(received / "one", one)], THIRD_OF_MAY, date(2019, 5, 3))
    month_end.close(home, APRIL, THIRD_OF_MAY)
    aside = f"{ASSESSMENTS}{CHILD},28/02/2019,not a day,12/04/2019,North\n"
    month_end.load(home, [a_file(received / "aside", aside)], THIRD_OF_MAY, date(2019, 5, 3))
    reasons.give("EH04", CHILD, date(2019, 4, 15), "court", "tess", THIRD_OF_MAY)
    audit.record(THIRD_OF_MAY, "tess", "Team manager", "reason given", f"EH04, case {CHILD}")
    audit.record(THIRD_OF_MAY, "sam", "Analyst", "children opened", "EH04, 2019-04", f"Asked about {CHILD}")
    audit.record(THIRD_OF_MAY, "ana", "Analyst", "children opened", "EH04, 2019-04", "A question")
    audit.record(THIRD_OF_MAY, "tom", "Team manager", "worklist opened", "North", "own work")
    audit.record(THIRD_OF_MAY, "tim", "Team manager", "worklist opened", "Nowhere", "own work")
    audit.record(THIRD_OF_MAY, "sam", "Analyst", "Annex A written", "as at 2019-05-03")
    hold = holds.put_on(CHILD, WHO, "A claim", date(2020, 1, 1), THIRD_OF_MAY)
    holds.lift(hold.number, WHO, "Settled", THIRD_OF_MAY)
    unknown = UnknownWords("a.csv", "", "", ("Client", "X"), ("X",), (UnknownValue("X", f"CANARY-{CHILD}-asked", 1),))
    asked_words.ask(["a.csv"], [unknown], THIRD_OF_MAY)
    month_end.count_ahead(home, THIRD_OF_MAY, APRIL)
    (home.path / WORDS_OF_THE_TEST).write_text(json.dumps(sorted(words)), encoding="utf-8")
    return home


@pytest.fixture(scope="session")
def with_the_child(tmp_path_factory) -> Home:
    return processes.made_once(tmp_path_factory, "erased", _home_with_the_child)


@pytest.fixture
def home(with_the_child, tmp_path) -> Home:
    copy = copy_of(with_the_child, tmp_path / "home")
    open_journal(copy)
    return copy


def _shift(path: Path, by: timedelta) -> None:
    written = (NOW + by).timestamp()
    os.utime(path, (written, written))


def test_no_child_is_erased_round_a_file_of_a_load_that_may_be_going_on_and_an_old_one_goes(kept_home, tmp_path):
    """What a load leaves that was cut short is named by nothing, and has the child in it all the same."""
    home = copy_of(kept_home, tmp_path / "home")
    open_journal(home)
    left = home.raw / ("c" * 64)
    left.write_text(ASSESSMENTS, encoding="utf-8")
    _shift(left, timedelta(hours=-1))
    key = look(home, "0001").key
    with pytest.raises(NotAllowed, match="Nothing names raw/cccc"):
        erase(home, "0001", key, WHO, WHY, NOW)
    assert left.is_file()
    _shift(left, timedelta(hours=-7))
    erase(home, "0001", key, WHO, WHY, NOW)
    assert not left.exists()


def test_of_two_erasures_at_once_one_wins_and_leaves_nothing_of_the_other(kept_home, tmp_path, monkeypatch):
    """Both take one row out of the same list: the files they write are not each other’s."""
    import everychild.safekeeping.erase as erasing

    home = copy_of(kept_home, tmp_path / "home")
    open_journal(home)
    first, second = look(home, "0001").key, look(home, "0002").key
    rewritten, begun = erasing._rewritten, []

    def meanwhile(*asked: Any) -> Any:
        if not begun:
            begun.append(True)
            erase(home, "0002", second, WHO, WHY, NOW)
        return rewritten(*asked)

    monkeypatch.setattr(erasing, "_rewritten", meanwhile)
    with pytest.raises(NotAllowed, match="Nothing was erased"):
        erase(home, "0001", first, WHO, WHY, NOW)
    monkeypatch.undo()
    assert verify(home, counting_again=False).is_sound
    with pytest.raises(UnknownReference):
        look(home, "0002")
    erase(home, "0001", look(home, "0001").key, WHO, WHY, NOW + timedelta(minutes=5))
    assert verify(home, counting_again=False).is_sound
    named = {file.path for file in files_named_here()}
    lying = {path.relative_to(home.path).as_posix() for path in home.extracts.rglob("*.parquet")}
    assert lying <= named, "no list of an erasure that came to nothing is left, with everybody else in it"


@pytest.fixture
def words(home) -> set[str]:
    place = home.path / WORDS_OF_THE_TEST
    found = set(json.loads(place.read_text(encoding="utf-8")))
    place.unlink()
    return found


def erased(home: Home):
    return erase(home, CHILD, look(home, CHILD).key, WHO, WHY, NOW)


def test_nothing_of_an_erased_child_is_found_in_any_byte(home, words, tmp_path):
    """Some sixty words, one for each column that can hold one, in every list; found in all places before, in none
    after: the home’s files, its database and that database’s log, and a place of backups with every key there is."""
    files = [tmp_path / "ada.key", tmp_path / "sam.key"]
    (home.path / "backup-keys.txt").write_text("".join(f"{new_key(file)}\n" for file in files))
    folders = [tmp_path / "locked"]
    backup(home, folders[0], MADE, public_keys(home))
    places.remember(home, folders[0])
    found = search(home, folders, files, words)
    assert len(words) > 60
    assert found.words == words, "each is somewhere, and the search finds it"
    where = {name for name, word in found.hits if word == CHILD}
    assert any("journal" in name and "!" not in name for name in where)
    assert any(name.startswith("raw/") for name in where)
    assert sum("!journal.sqlite3, unlocked" in name for name in where) == 1
    done = erased(home)
    assert done.to_know == ()
    after = search(home, folders, files, words)
    assert after.hits == frozenset()
    assert after.pieces > 100


def test_no_backup_of_before_comes_back_and_the_new_one_holds_nothing_of_the_child(home, words, tmp_path):
    before = backup(home, tmp_path / "backups", MADE, ())
    places.remember(home, tmp_path / "backups")
    erased(home)
    with pytest.raises(HomeError, match="before a child was erased on 04 June 2019"):
        restore(before.path, tmp_path / "again")
    again = restore(tmp_path / "backups", tmp_path / "again", counting_again=False)
    assert again.manifest.made_at == NOW
    assert search(again.home, (), (), words).hits == frozenset()


def test_figures_stand_as_they_were_told_and_others_rows_are_untouched(home, words):
    closed = month_end.open_edition(home, APRIL)
    others = {item.path: item.rows for item in ledger.kept_lists(ledger.visible_extracts(None))}
    done = erased(home)
    again = month_end.open_edition(home, APRIL)
    assert again is not None
    assert closed is not None
    assert again[1] == closed[1]
    assert again[0].fingerprint == closed[0].fingerprint
    left = ledger.kept_lists(ledger.visible_extracts(None))
    assert sum(others.values()) - sum(item.rows for item in left) == done.held.rows
    found = verify(home)
    assert found.faults == ()
    assert [one.held != "" for one in found.editions] == [True]
    assert any("By order of the court" in told for told in found.notes)
    month_end.count_ahead(home, NOW, APRIL)  # the rewritten lists are read


def test_the_tombstone_names_nobody(home, words):
    done = erased(home)
    (tombstone,) = deletions.everything_deleted()
    assert tombstone.told == {"rows": done.held.rows, "lists": done.held.lists}
    assert CHILD not in str(tombstone)
    assert audit.entries(action="child erased")[0].about == f"deletion {done.number}, {done.held.rows} rows"
    with pytest.raises(UnknownReference):
        look(home, CHILD)


def test_what_is_known_by_the_pupil_number_or_an_earlier_reference_is_the_childs_too(home, words):
    """Told, held by a hold on any of them, and erased; a number two children have is nobody’s to take. That two
    references are one child’s was said by somebody."""
    ours, theirs, shared = "A12345678901B", "B12345678901C", "C12345678901D"
    lists = {"0001": ours, "EARLIER1": ours, "0002": theirs, "0003": shared, "0004": shared}
    _load_pupil_numbers(home, lists, [ours.lower(), theirs, shared])
    held = held_of_child(home, "0001")
    assert {row.values["child_id"] for row in held.rows if row.record == "ehc_plan"} == {ours.lower()}
    assert look(home, ours).key == look(home, "0001").key == look(home, "EARLIER1").key
    hold = holds.put_on(ours, WHO, "A claim", date(2020, 1, 1), NOW)
    with pytest.raises(NotAllowed, match="stands"):
        erase(home, "0001", look(home, "0001").key, WHO, WHY, NOW)
    holds.lift(hold.number, WHO, "Settled", NOW)
    erase(home, "0001", look(home, "0001").key, WHO, WHY, NOW)
    assert search(home, (), (), {ours, ours.lower(), "EARLIER1"}).hits == frozenset()
    assert search(home, (), (), {theirs, shared}).words == {theirs, shared}
    assert not [row for row in held_of_child(home, "0003").rows if row.values["child_id"] == shared]


def _load_pupil_numbers(home: Home, lists: dict[str, str], by_number: list[str]) -> None:
    told = Rows(
        "child",
        "own.child",
        1,
        Coverage(months=18),
        _rows_of("child", list(lists), list(lists.values())),
        [0] * len(lists),
        [2] * len(lists),
    )
    feed = f"{pupil_numbers.BY_NUMBER}plan"
    returned = Rows(
        "ehc_plan",
        feed,
        1,
        Coverage(months=18),
        _rows_of("ehc_plan", by_number, []),
        [0] * len(by_number),
        [2] * len(by_number),
    )
    same = {**_rows_of("child_reference", ["0001"], []), "earlier_id": ["EARLIER1"], "is_same_child": [True]}
    said = Rows("child_reference", "own.child_reference", 1, Coverage(months=18), same, [0], [2])
    received = a_file(home.path.parent / "numbers", "\n".join((*lists.values(), *by_number)), "numbers.csv")
    rows = len(lists) + len(by_number) + 1
    digest = hashlib.sha256(received.read_bytes()).hexdigest()
    taken = date(2019, 5, 4)
    file = FileRead(
        "numbers.csv",
        digest,
        "random",
        ("sheet",),
        rows,
        rows,
        0,
        0,
        (),
        (told, returned, said),
        taken,
        source=Source(received, "numbers.csv"),
    )
    month_end.store_extracts.keep_raw(home, [file])
    calendar = month_end.calendar_for(taken, month_end.read_council(home.settings))
    written = month_end.store_extracts.write_extract(home, [file], taken, calendar)
    ledger.record_extract(written, [file], THIRD_OF_MAY + timedelta(days=1))


def _rows_of(table: str, children: list[str], numbers: list[str]) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {name: [None] * len(children) for name in BY_NAME[table].column_names}
    began = BY_NAME[table].began
    if began:
        columns[began] = [date(2019, 4, 1)] * len(children)
    return {**columns, "child_id": children, **({"upn": numbers} if numbers else {})}


def test_two_children_are_erased_one_after_the_other(home, words):
    """Of a list that was rewritten before, the rewritten one is rewritten."""
    erased(home)
    before = sum(item.rows for item in ledger.kept_lists(ledger.visible_extracts(None)))
    other = look(home, "0003")
    erase(home, "0003", other.key, WHO, WHY, NOW + timedelta(days=1))
    assert before - sum(item.rows for item in ledger.kept_lists(ledger.visible_extracts(None))) == other.rows > 0
    assert verify(home, counting_again=False).faults == ()
    assert len(list(home.extracts.rglob("*~*~*"))) == 0


@pytest.mark.parametrize("of", [CHILD, ""])
def test_a_child_under_a_hold_is_not_erased(home, words, of):
    hold = holds.put_on(of, WHO, "A claim", date(2020, 1, 1), NOW)
    with pytest.raises(NotAllowed, match=f"Hold {hold.number} stands"):
        erased(home)
    assert deletions.everything_deleted() == ()
    holds.lift(hold.number, WHO, "Settled", NOW)
    assert erased(home).number == 1


def test_nothing_is_erased_without_a_name_a_reason_and_the_key(home, words):
    key = look(home, CHILD).key
    for who, why in (("", WHY), (WHO, "")):
        with pytest.raises(SettingsError):
            erase(home, CHILD, key, who, why, NOW)
    with pytest.raises(NotAllowed, match="must not name the child"):
        erase(home, CHILD, key, WHO, f"{CHILD} asked", NOW)
    reasons.give("EH04", CHILD, None, "court", "tess", NOW)
    with pytest.raises(NotAllowed, match="Nothing was erased"):
        erase(home, CHILD, key, WHO, WHY, NOW)
    assert deletions.everything_deleted() == ()


def test_a_place_without_its_backup_keeps_the_one_it_had_and_is_told_of(home, words, tmp_path, monkeypatch):
    """No place is ever left with keys that open nothing."""
    made = backup(home, tmp_path / "backups", MADE, ())
    places.remember(home, tmp_path / "backups")
    ring = (tmp_path / "backups" / "everychild-data-keys.json").read_bytes()

    def fails(*_: object, **__: object) -> None:
        raise Tampered("The disk is full.")

    monkeypatch.setattr("everychild.safekeeping.finishing.backup", fails)
    done = erased(home)
    assert ["keys there still open what was deleted" in told for told in done.to_know] == [True]
    assert (tmp_path / "backups" / "everychild-data-keys.json").read_bytes() == ring
    assert made.path.is_file()


def test_words_people_wrote_are_told_of_and_stand(home, words):
    edition = ledger.newest_edition(APRIL)
    commentary.act(edition, "EH04", commentary.Act.SAVED, f"Late for {CHILD}.", viewer(Role.ANALYST), NOW)
    assert look(home, CHILD).written == {"Commentary": 1}


def test_whoever_asks_is_told_every_row_and_who_saw_it(home, words):
    """By list, file, sheet, row and load; each reading of the child’s own record, of a list the child is in, and of
    lists of the child’s team, or of anybody; not of another team’s."""
    found = held_of_child(home, CHILD)
    held = look(home, CHILD)
    assert len(found.rows) == held.rows
    assert {row.record for row in found.rows} >= {table.name for table in RECORDS if "child_id" in table.column_names}
    shown = {value for row in found.rows for value in row.values.values()}
    assert words - {CHILD} <= shown
    assessed = [
        row for row in found.rows if (row.file, row.values.get("team")) == ("early_help_assessments.csv", "North")
    ]
    assert {(row.row, row.extracted_on) for row in assessed} == {(6, date(2019, 5, 3))}
    assert "2019-03-01" in {row.values.get("started_on") for row in assessed}
    assert len(found.files) == 3, "in the third only a row that was set aside tells of the child"
    assert [why for _, _, _, why in found.reasons] == ["Court"]
    assert [(one.entry.who, one.how) for one in found.seen_by] == [
        ("tess", How.NAMED),
        ("sam", How.NAMED),
        ("ana", How.IN_THE_LIST),
        ("tom", How.THEIR_TEAM),
        ("sam", How.MAY_BE),
    ]
    with pytest.raises(UnknownReference):
        held_of_child(home, "nobody")


def test_what_was_seen_of_lists_purged_since_is_told_too(home, words):
    """The rows that would tell who was in a list are gone, and that is no reason to say that nobody saw it."""
    lists = [
        deletions.Gone(extract.sha256, deletions.LIST, f"extracts/{item.path}", item.sha256)
        for extract in ledger.visible_extracts(None)
        for item in RecordList.objects.filter(extract=extract)
    ]
    deletions.record(deletions.Deleted("a purge", deletions.Kind.PURGE, {}, WHO, WHY, NOW, tuple(lists)))
    found = held_of_child(home, CHILD)
    assert found.rows == ()
    assert [(one.entry.who, one.how) for one in found.seen_by] == [
        ("tess", How.NAMED),
        ("sam", How.NAMED),
        ("ana", How.PURGED_SINCE),
        ("tom", How.PURGED_SINCE),
        ("tim", How.PURGED_SINCE),
        ("sam", How.PURGED_SINCE),
    ]


def test_the_commands_answer_and_erase(home, words):
    def run(*told: str) -> str:
        done = CliRunner().invoke(app, [*told, "--home", str(home.path)])
        assert done.exit_code == 0, done.output
        return done.output

    said = json.loads(run("subject-access", CHILD, "--json"))
    assert len(said["rows"]) > 55
    assert "a list the child is in" in run("subject-access", CHILD)
    assert audit.entries(action="subject access answered")[0].about == f"case {CHILD}"
    key = json.loads(run("erase", CHILD, "--json"))["key"]
    assert f"--confirm {key}" in run("erase", CHILD)
    told = run("erase", CHILD, "--confirm", key, "--who", WHO, "--why", WHY)
    assert "no longer tell of this child" in told
    assert CHILD not in told
