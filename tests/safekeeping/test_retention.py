"""What is due goes, whole or not at all, on somebody’s word; what a hold covers stays; and figures stand as told."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from everychild import month_end
from everychild.calendar import Month, add_months
from everychild.cli import tell_retention
from everychild.cli.app import app
from everychild.cli.new_home import make_home
from everychild.errors import NotAllowed, SettingsError, UnknownReference
from everychild.intake.reading import FileRead
from everychild.intake.sources import Source
from everychild.journal import audit, deletions, holds, ledger, reasons
from everychild.journal.connection import open_journal
from everychild.looked_back import look_back, open_look_back
from everychild.safekeeping.due import plan
from everychild.safekeeping.finishing import finish_deletions
from everychild.safekeeping.of_child import child_named
from everychild.safekeeping.purge import purge
from everychild.safekeeping.schedule import FILE_NAME, SCHEDULE, Kept, schedule_of
from everychild.safekeeping.verify import verify
from everychild.store.home import Home
from everychild.store.seen_back import cut_short
from tests.generative.random_records import random_rows
from tests.homes import copy_of
from tests.intake.survey_documents import ANN, ISSUED, person, survey
from tests.safekeeping.small_home import APRIL, ASSESSMENTS, SETTINGS, THIRD_OF_MAY, a_file

MUCH_LATER = datetime(2022, 6, 4, 9, tzinfo=UTC)  # the first extract, of 3 May 2019, is 37 months and a day old
KILLED_AT = range(1, int(os.environ.get("EVERYCHILD_PURGE_STEPS", "0")) + 1)
WHO, WHY = "Ada Okafor", "Line CS14 of the schedule"


@pytest.fixture
def home(kept_home, tmp_path) -> Home:
    copy = copy_of(kept_home, tmp_path / "home")
    open_journal(copy)
    return copy


def standing(home: Home, kept: Kept, at: datetime = MUCH_LATER):
    return next(one for one in plan(home, at.date()).standing if one.line.kept is kept)


def purged(home: Home, at: datetime = MUCH_LATER):
    return purge(home, plan(home, at.date()).key, WHO, WHY, at)


def every_byte(home: Home) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(home.path.rglob("*")) if path.is_file())


@pytest.mark.parametrize(
    ("on", "due"), [(date(2022, 6, 3), 0), (date(2022, 6, 4), 1), (date(2022, 7, 3), 1), (date(2029, 1, 1), 1)]
)
def test_an_extract_is_due_when_its_months_are_over_and_the_newest_never_is(home, on, due):
    """37 months after 3 May 2019 is 3 June 2022, when it is still kept. The one of 3 June 2019 is the newest."""
    records = next(one for one in plan(home, on).standing if one.line.kept is Kept.RECORDS)
    assert (records.due, records.on_hold, records.not_due) == (due, 0, 2 - due)


def test_what_is_due_goes_and_figures_stand_as_they_were_told(home):
    """Editions that rest on it are no longer counted again, and verify says so by name; it finds no fault."""
    first = ledger.visible_extracts(None)[0]
    done = purged(home)
    assert list((home.extracts / first.sha256).iterdir()) == [home.extracts / first.sha256 / "calendar.json"]
    found = verify(home)
    assert found.faults == ()
    assert [(one.held != "", one.judgements_differing) for one in found.editions] == [(True, ()), (True, ())]
    assert any("deleted on 04 June 2022, by Ada Okafor: Line CS14" in told for told in found.notes)
    assert month_end.open_edition(home, APRIL, 1) is not None
    assert audit.entries(action="purged")[0].about == f"deletion {done.number}, {len(done.plan.files)} files"
    again = month_end.close(home, APRIL, MUCH_LATER)
    assert again.fingerprint == ledger.newest_edition(APRIL).fingerprint, "closing again tells nothing otherwise"


def test_files_as_they_came_go_first_and_everything_is_still_counted_again(home):
    """Three months after the first was received its rows are still there, and it is known not to be loaded twice."""
    at = THIRD_OF_MAY + timedelta(days=100)
    assert (standing(home, Kept.RECEIVED, at).due, standing(home, Kept.RECORDS, at).due) == (1, 0)
    purged(home, at)
    assert len(list(home.raw.iterdir())) == 1
    found = verify(home)
    assert (found.faults, [one.figures_agree for one in found.editions]) == ((), [True, True])
    again = month_end.load(home, [a_file(home.path.parent / "x", ASSESSMENTS)], MUCH_LATER, date(2019, 5, 3))
    assert again.extract is None


def test_old_words_of_the_journal_go_and_its_chains_hold(home):
    """That something was done, and when, stays; who and about whom does not. How often a reason was given stays."""
    at = datetime(2030, 1, 1, tzinfo=UTC)
    assert b"case 0002" not in every_byte(home)
    audit.record(THIRD_OF_MAY, "audrey", "team_manager", "reason given", "EH04, case 0002")
    before = len(audit.entries())
    purged(home, at)
    assert verify(home, counting_again=False).faults == ()
    entries = audit.entries()
    assert len(entries) == before + 1
    assert {(one.who, one.about) for one in entries[1:]} == {("", "words taken out, deletion 2")}
    assert reasons.tally("EH04", date(2019, 4, 1), date(2019, 4, 30)) == [("Court", 1)]
    assert "0002" not in {child for _, child, _ in reasons.given()}
    held = every_byte(home)
    assert b"case 0002" not in held
    assert b"audrey" not in held


def test_nothing_goes_while_a_hold_stands_on_everything(home):
    hold = holds.put_on("", WHO, "An inquiry was announced", date(2030, 1, 1), MUCH_LATER)
    found = plan(home, MUCH_LATER.date())
    assert found.is_empty
    assert (standing(home, Kept.RECORDS).due, standing(home, Kept.RECORDS).on_hold) == (0, 1)
    with pytest.raises(NotAllowed, match="a hold keeps it"):
        purge(home, found.key, WHO, WHY, MUCH_LATER)
    holds.lift(hold.number, WHO, "The inquiry is over", MUCH_LATER)
    assert standing(home, Kept.RECORDS).due == 1


def test_a_hold_on_a_child_keeps_what_tells_of_the_child_and_nothing_else(home):
    """0001 stands in both extracts; nobody by the number 7777 stands anywhere."""
    hold = holds.put_on("0001", WHO, "A claim", date(2030, 1, 1), MUCH_LATER)
    assert (standing(home, Kept.RECORDS).due, standing(home, Kept.RECORDS).on_hold) == (0, 1)
    assert (standing(home, Kept.RECEIVED).due, standing(home, Kept.RECEIVED).on_hold) == (0, 2)
    holds.lift(hold.number, WHO, "The claim was settled", MUCH_LATER)
    holds.put_on("7777", WHO, "Another claim", date(2030, 1, 1), MUCH_LATER)
    assert (standing(home, Kept.RECORDS).due, standing(home, Kept.RECORDS).on_hold) == (1, 0)


def test_a_child_whose_row_was_set_aside_is_held_by_the_file_as_it_came(home):
    """The row is in no list, since its date is none; the file still tells of the child."""
    aside = ASSESSMENTS + "5150,not a date,01/03/2019,12/04/2019,North\n"
    at = datetime(2019, 6, 10, tzinfo=UTC)
    month_end.load(home, [a_file(home.path.parent / "y", aside)], at, date(2019, 6, 3))
    holds.put_on("5150", WHO, "A claim", date(2030, 1, 1), MUCH_LATER)
    assert (standing(home, Kept.RECEIVED).due, standing(home, Kept.RECEIVED).on_hold) == (2, 1)


def test_a_child_is_held_by_the_pupil_number_of_a_return_too(home):
    """The survey of special educational needs has the number alone; the header of the other return has both."""
    at, folder = datetime(2019, 6, 10, tzinfo=UTC), home.path.parent / "returns"
    headings, who = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", f"0001,2,01/05/2010,WBRI,{ANN.lower()},,"
    for name, text in (("header.csv", f"{headings}\n{who}\n"), ("sen2.xml", survey(person(ANN, ISSUED)))):
        month_end.load(home, [a_file(folder, text, name)], at, date(2019, 1, 17))
    assert child_named(home, "0001").all == ("0001", ANN)
    survey_of = next(one for one in ledger.visible_extracts(None) if one.files.filter(name="sen2.xml").exists())
    path = f"raw/{survey_of.files.get().sha256}"
    assert path in {one.path for one in plan(home, MUCH_LATER.date()).files}
    holds.put_on("0001", WHO, "A claim", date(2030, 1, 1), MUCH_LATER)
    kept = plan(home, MUCH_LATER.date()).files
    assert path not in {one.path for one in kept}
    assert survey_of.sha256 not in {one.extract for one in kept}


@pytest.mark.parametrize(("who", "why"), [("", "A claim"), ("Ada", " "), (" ", "")])
def test_nothing_is_decided_without_a_name_and_a_reason(home, who, why):
    with pytest.raises(SettingsError, match="--who"):
        holds.put_on("0001", who, why, date(2030, 1, 1), MUCH_LATER)
    with pytest.raises(SettingsError, match="--who"):
        purge(home, plan(home, MUCH_LATER.date()).key, who, why, MUCH_LATER)


def test_a_hold_is_lifted_once_and_must_be_there(home):
    with pytest.raises(NotAllowed):
        holds.lift(1, WHO, WHY, MUCH_LATER)
    with pytest.raises(UnknownReference):
        holds.lift(99, WHO, WHY, MUCH_LATER)


def test_only_what_was_looked_at_is_deleted(home):
    """A hold put on, or more that has come to be due, between looking and confirming: nothing is deleted."""
    looked_at = plan(home, MUCH_LATER.date()).key
    holds.put_on("0001", WHO, "A claim", date(2030, 1, 1), MUCH_LATER)
    with pytest.raises(NotAllowed, match="Nothing was deleted"):
        purge(home, looked_at, WHO, WHY, MUCH_LATER)
    assert deletions.unfinished() == ()
    assert verify(home, counting_again=False).files["list of records"] == 4


def test_what_was_cut_short_after_the_commit_is_gone_at_the_next_start(home, monkeypatch):
    """Nothing was taken away yet; the next command takes it away before it does anything else."""
    monkeypatch.setattr("everychild.safekeeping.purge.finish_deletions", lambda home, at: ())
    purged(home)
    assert deletions.unfinished() != ()
    first = ledger.visible_extracts(None)[0]
    assert len(list((home.extracts / first.sha256).iterdir())) == 4
    said = CliRunner().invoke(app, ["retention", "--json", "--home", str(home.path)])
    assert said.exit_code == 0, said.output
    assert len(list((home.extracts / first.sha256).iterdir())) == 1
    assert deletions.unfinished() == ()
    assert finish_deletions(home, MUCH_LATER) == ()


def test_a_file_received_again_after_it_was_deleted_stays(home):
    """It is read anew, because a mapping changed since: nothing takes it away a second time."""
    at = THIRD_OF_MAY + timedelta(days=100)
    purged(home, at)
    path = deletions.paths_gone()[-1]
    files = [
        replace(file, reading=1)
        for file in month_end.read_files([a_file(home.path.parent / "z", ASSESSMENTS)], received_on=at.date())
    ]
    month_end.store_extracts.keep_raw(home, files)
    written = month_end.store_extracts.write_extract(
        home, files, date(2019, 6, 30), month_end.calendar_for(date(2019, 6, 30), month_end.read_council(home.settings))
    )
    ledger.record_extract(written, files, at)
    assert (home.path / path).is_file()
    purged(home, at + timedelta(days=60))
    assert (home.path / path).is_file()
    assert verify(home, counting_again=False).faults == ()


def test_the_commands_say_first_and_delete_only_when_confirmed(home):
    def run(*words: str) -> str:
        done = CliRunner().invoke(app, [*words, "--home", str(home.path)])
        assert done.exit_code == 0, done.output
        return done.output

    told = run("retention")
    assert "Records: 37 months from the day the extract was taken." in told
    assert "Everychild’s own proposal" in told
    key = json.loads(run("purge", "--json"))["key"]
    assert f"everychild purge --confirm {key}" in run("purge")
    assert deletions.unfinished() == ()
    held = run("hold", "set", "0001", "--who", WHO, "--why", "A claim", "--review-on", "2030-01-01")
    assert held == "Hold 2 stands. Lift it with: everychild hold lift 2\n"
    assert "Hold 2 on case 0001, by Ada Okafor" in run("hold", "list")
    assert "Hold 2 is lifted" in run("hold", "lift", "2", "--who", WHO, "--why", "Settled")
    assert "Closed months keep their figures" in run("purge", "--confirm", key, "--who", WHO, "--why", WHY)
    assert json.loads(run("verify", "--json"))["is_sound"] is True


def test_the_councils_own_schedule_counts(home):
    place = home.path / FILE_NAME
    place.write_text('[records]\nmonths = 60\nsource = "Line CS14"\n')
    line = next(line for line in schedule_of(home) if line.kept is Kept.RECORDS)
    assert (line.months, line.source, line.is_councils_own) == (60, "Line CS14", True)
    assert standing(home, Kept.RECORDS).due == 0


@pytest.mark.parametrize(
    "text",
    [
        "[recrods]\nmonths = 3\n",
        "[records]\nmonths = 0\nsource = 'x'\n",
        "[records]\nmonths = true\nsource = 'x'\n",
        "[records]\nmonths = 12\n",
        "[editions]\nmonths = 12\nsource = 'x'\n",
        "records = 12\n",
        "[records",
    ],
)
def test_a_schedule_that_says_what_it_cannot_is_refused(home, text):
    (home.path / FILE_NAME).write_text(text)
    with pytest.raises(SettingsError):
        plan(home, MUCH_LATER.date())


@given(on=st.dates(date(2010, 1, 1), date(2060, 1, 1)), age=st.integers(0, 30_000))
def test_what_is_due_once_is_due_ever_after(on, age):
    """The first day kept never goes backwards as days pass, and a day is never due before its months are over."""
    from everychild.safekeeping.due import first_kept

    for line in SCHEDULE:
        if line.months is not None:
            assert first_kept(line, on) <= first_kept(line, on + timedelta(days=1))
            day = on - timedelta(days=age)
            if day < first_kept(line, on):
                assert add_months(day, line.months) <= on


PURGE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from everychild.journal.connection import open_journal
from everychild.safekeeping.due import plan
from everychild.safekeeping.purge import purge
from everychild.store.home import Home
from tests.safekeeping.cut_short import Steps, watch

home, at = Home(Path(sys.argv[1])), datetime(2022, 6, 4, 9, tzinfo=UTC)
open_journal(home)
key = plan(home, at.date()).key
steps = Steps(home.path, int(sys.argv[2]), "kill")
watch(steps)
purge(home, key, "Ada Okafor", "The schedule", at)
print(steps.count)
"""


def killed_at(home: Home, step: int) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), *filter(None, sys.path)])}
    return subprocess.run(
        [sys.executable, "-c", PURGE, str(home.path), str(step)], capture_output=True, text=True, env=environment
    )


@pytest.mark.skipif(os.name == "nt", reason="kills")
def test_a_purge_that_is_killed_is_whole_or_was_never_begun(home, tmp_path):
    """Killed at some of its steps, or at the first EVERYCHILD_PURGE_STEPS of them: either everything is there, or after the next start nothing of it is."""
    whole = copy_of(home, tmp_path / "whole")
    steps = int(killed_at(whole, 0).stdout)
    assert steps >= 8
    outcomes = set()
    for step in KILLED_AT or (1, steps):
        one = copy_of(home, tmp_path / f"killed-{step}")
        assert killed_at(one, step).returncode == -signal.SIGKILL
        open_journal(one)
        begun = bool(deletions.unfinished()) or len(deletions.names()) > 1
        finish_deletions(one, MUCH_LATER)
        lists = list(one.extracts.rglob("*.parquet"))
        assert len(lists) == (2 if begun else 4)
        assert verify(one, counting_again=False).faults == ()
        outcomes.add(begun)
    assert outcomes == {True, False}


def _plans_taken(home: Home, folder: Path, taken: date) -> None:
    """A list of child protection plans that looks back 18 months, and tells of no earlier plan itself."""
    (rows,) = random_rows(Random(7), children=4, rows=6, only={"child_protection_plan"})
    rows = replace(rows, columns={**rows.columns, "earlier_plans": [None] * len(rows)})
    received = a_file(folder, f"taken {taken}", f"plans {taken}.csv")
    digest = hashlib.sha256(received.read_bytes()).hexdigest()
    source = Source(received, received.name)
    file = FileRead(received.name, digest, "random", ("sheet",), 6, 6, 0, 0, (), (rows,), taken, source=source)
    month_end.store_extracts.keep_raw(home, [file])
    calendar = month_end.calendar_for(taken, month_end.read_council(home.settings))
    written = month_end.store_extracts.write_extract(home, [file], taken, calendar)
    ledger.record_extract(written, [file], datetime(taken.year, taken.month, taken.day, 9, tzinfo=UTC))


def test_what_will_look_back_over_less_is_named_before_a_purge_and_after_it(tmp_path, capsys):
    """Repeat plans however long ago, and within two years: of the records that go they see nothing any more."""
    home = make_home(tmp_path / "home", SETTINGS)
    for taken in (date(2019, 5, 3), date(2020, 10, 3), date(2022, 3, 3)):
        _plans_taken(home, tmp_path / "received", taken)
    june, closed_at = Month(2020, 6), datetime(2022, 3, 4, 9, tzinfo=UTC)
    month_end.close(home, june, closed_at, date(2022, 3, 3))
    due = plan(home, MUCH_LATER.date())
    told = [(one.indicator.ref, one.now_from, one.then_from) for one in due.see_less]
    assert told == [(ref, date(2017, 11, 3), date(2019, 4, 3)) for ref in ("CP15", "CP16")]
    tell_retention.looked_at(due)
    words = capsys.readouterr().out
    assert "From the next closing on these look back over less, and say so:" in words
    assert "CP15  Plans started for children who had been on a plan before: back to 3 April 2019, not 3 Nov" in words
    assert [one["ref"] for one in tell_retention.plan_shape(due)["see_less"]] == ["CP15", "CP16"]

    assert purged(home).plan.see_less == due.see_less
    catalogue = month_end.catalogue_of(month_end.read_council(home.settings))
    every = ledger.visible_extracts(None)
    seen = cut_short(catalogue, ledger.kept_lists(every), Month(2020, 6))
    assert (seen["CP15"], seen["CP16"]) == (date(2019, 4, 3), date(2019, 4, 3))
    before = cut_short(catalogue, ledger.kept_lists(every, by=MUCH_LATER - timedelta(days=1)), Month(2020, 6))
    assert "CP16" not in before, "what was closed before it saw all it looks for"
    kept = month_end.open_edition(home, june)
    assert kept is not None
    assert kept[0].seen_from.get("CP16") is None
    back = look_back(home, june, date(2022, 3, 3), MUCH_LATER, "Ada Okafor")
    assert open_look_back(home, back)[0].seen_from["CP16"] == date(2019, 4, 3), "the time machine says so as pages do"
    assert plan(home, MUCH_LATER.date()).see_less == ()
