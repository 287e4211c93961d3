"""From a figure back to its rows, to a worker, to another rule, and to what was said of it before."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from everychild import behind, month_end
from everychild.catalogue import CATALOGUE
from everychild.cli.app import app
from everychild.errors import DraftUnreadable, NothingSupplied, SettingsError, UnknownReference
from everychild.explained import explain
from everychild.journal.models import Edition
from everychild.measure.figure import Window
from everychild.measure.lineage import Part
from everychild.restated import restated
from tests.story.test_load_and_close import APRIL, ASSESSMENTS, LATER, SETTINGS, THIRD_OF_MAY, a_file, home, load

__all__ = ["home"]
IN_JUNE = date(2019, 6, 3)


def test_the_rows_say_what_they_add(home, tmp_path):
    """31 and 39 working days over two assessments; the one not completed is no row of completed ones."""
    load(home, a_file(tmp_path, ASSESSMENTS))

    found = behind.rows_behind(home, "EH04", APRIL)

    assert [row.numerator for row in found.rows] == [31, 39]
    assert (found.numerator, found.denominator) == (70, 2)


def test_a_longer_window_has_the_rows_of_its_months(home, tmp_path):
    """February’s assessment is in the twelve months and not in the month."""
    load(home, a_file(tmp_path, ASSESSMENTS))

    found = behind.rows_behind(home, "EH04", APRIL, window=Window.ROLLING_12)

    assert [row.row for row in found.rows] == [2, 3, 4]
    with pytest.raises(UnknownReference, match="EH04 has no quarter ending with 2019-04"):
        behind.rows_behind(home, "EH04", APRIL, window=Window.QUARTER)
    with pytest.raises(UnknownReference, match="EH06 has no rolling_12"):
        behind.rows_behind(home, "EH06", APRIL, window=Window.ROLLING_12)


def test_one_group_has_its_own_rows(home, tmp_path):
    """North’s one assessment of the month."""
    load(home, a_file(tmp_path, ASSESSMENTS))

    found = behind.rows_behind(home, "EH04", APRIL, within=("team", "North"))

    assert [row.row for row in found.rows] == [2]
    assert behind.rows_behind(home, "EH04", APRIL, within=("age", "5 to 9")).rows == ()
    with pytest.raises(UnknownReference, match=r"EH04 has no team “Nort”\. There are: North, South"):
        behind.rows_behind(home, "EH04", APRIL, within=("team", "Nort"))
    with pytest.raises(UnknownReference, match=r"not broken down by weather\. It is by: team, age"):
        behind.rows_behind(home, "EH04", APRIL, within=("weather", "rain"))


def test_workers_are_told_when_asked_and_never_kept(home, tmp_path):
    """In the answer, and in no frozen figure."""
    with_workers = (
        ASSESSMENTS.replace("team", "team,worker_id").replace("North", "North,W1").replace("South", "South,W2")
    )
    load(home, a_file(tmp_path, with_workers))
    edition = month_end.close(home, APRIL, THIRD_OF_MAY)
    assert "worker" not in edition.by_ref("EH04").groups

    told, figures = behind.with_workers(home, edition, None)

    groups = told.by_ref("EH04").groups["worker"]
    assert sorted(figure.numerator for figure in groups) == [31, 39]
    assert not {figure.group for figure in groups} & {"W1", "W2"}, "a worker goes by a pseudonym"
    assert set(groups) <= set(figures)


def test_what_was_told_otherwise_is_listed_with_the_rows_that_made_it(home, tmp_path):
    """In May one assessment was open; by June it was known to have ended in April."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    month_end.close(home, APRIL, THIRD_OF_MAY)
    assert restated(home, APRIL) == ()
    load(home, a_file(tmp_path, LATER, "later.csv"), IN_JUNE)
    month_end.close(home, APRIL, THIRD_OF_MAY)

    found = {(item.indicator.ref, item.month): item for item in restated(home, APRIL)}

    completed = found["EH03", APRIL]
    assert (completed.before.numerator, completed.after.numerator) == (2, 3)
    assert [(row.file, row.row, row.part) for row in completed.came] == [("later.csv", 5, Part.NUMERATOR)]
    assert completed.went == ()


def test_a_row_put_right_is_told_as_gone_from_its_month(home, tmp_path):
    """What was said to have ended in April had ended in March."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    month_end.close(home, APRIL, THIRD_OF_MAY)
    load(home, a_file(tmp_path, ASSESSMENTS.replace("12/04/2019", "29/03/2019"), "later.csv"), IN_JUNE)
    month_end.close(home, APRIL, THIRD_OF_MAY)

    found = {(item.indicator.ref, item.month): item for item in restated(home, APRIL)}

    assert [(row.file, row.row) for row in found["EH03", APRIL].went] == [("early_help_assessments.csv", 2)]
    assert [(row.file, row.row) for row in found["EH03", APRIL - 1].came] == [("later.csv", 2)]


def test_a_figure_counted_otherwise_is_not_blamed_on_rows(home, tmp_path):
    """A clock of 60 days where 30 were allowed: more in time, from the same rows."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    month_end.close(home, APRIL, THIRD_OF_MAY)
    longer = f"{SETTINGS}\n[clocks.early_help_assessment]\nlength = 60\n"
    home.settings.write_text(longer, encoding="utf-8")
    month_end.close(home, APRIL, THIRD_OF_MAY)

    found = {(item.indicator.ref, item.month): item for item in restated(home, APRIL)}

    in_time = found["EH05", APRIL]
    assert (in_time.before.numerator, in_time.after.numerator) == (0, 2)
    assert in_time.is_recounted


def test_nothing_can_be_restated_of_a_month_not_closed(home, tmp_path):
    """It says what to do."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    with pytest.raises(NothingSupplied, match="everychild close 2019-04"):
        restated(home, APRIL)


def test_a_closed_month_is_not_counted_again_while_nothing_has_changed(home, tmp_path, monkeypatch):
    """No engine is opened. A new target has it judged again and not counted; a clock, or an extract, opens one."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    first = month_end.close(home, APRIL, THIRD_OF_MAY)
    opened = []
    whole = month_end.engine_of
    monkeypatch.setattr(month_end, "engine_of", lambda *asked: opened.append(asked) or whole(*asked))

    again = month_end.close(home, APRIL, THIRD_OF_MAY)
    assert (opened, again) == ([], first)

    home.settings.write_text(SETTINGS.replace("value = 30", "value = 40"), encoding="utf-8")
    month_end.close(home, APRIL, THIRD_OF_MAY)
    assert (len(opened), Edition.objects.count()) == (0, 2)

    home.settings.write_text(f"{SETTINGS}\n[clocks.early_help_assessment]\nlength = 60\n", encoding="utf-8")
    month_end.close(home, APRIL, THIRD_OF_MAY)
    assert (len(opened), Edition.objects.count()) == (1, 3)

    load(home, a_file(tmp_path, LATER, "later.csv"), IN_JUNE)
    month_end.close(home, APRIL, THIRD_OF_MAY)
    assert (len(opened), Edition.objects.count()) == (2, 4)


def test_a_rule_that_is_not_ours_is_refused_by_name(home, tmp_path):
    """With the ones there are."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    home.settings.write_text(f'{SETTINGS}\n[rules]\nEH03 = "by_the_moon"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=r"\[rules\] EH03 = “by_the_moon” is not one of its rules: as_declared"):
        month_end.close(home, APRIL, THIRD_OF_MAY)
    home.settings.write_text(f'{SETTINGS}\n[rules]\nEH99 = "as_declared"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="names EH99, and there is no such indicator"):
        month_end.close(home, APRIL, THIRD_OF_MAY)


def test_the_commands_answer_as_data(home, tmp_path, capsys):
    """Workers, a group’s rows, another edition: what a program is given."""
    with_workers = (
        ASSESSMENTS.replace("team", "team,worker_id").replace("North", "North,W1").replace("South", "South,W2")
    )
    load(home, a_file(tmp_path, with_workers))
    month_end.close(home, APRIL, THIRD_OF_MAY)

    def asked(*words: str) -> list[dict[str, Any]]:
        app([*words, "--home", str(home.path), "--json"], standalone_mode=False)
        return json.loads(capsys.readouterr().out)

    workers = [row for row in asked("figures", "2019-04", "--by", "worker") if row["breakdown"] == "worker"]
    assert {row["numerator"] for row in workers if row["ref"] == "EH04"} == {31, 39}
    rows = asked("behind", "EH04", "2019-04", "--by", "team", "--group", "North")
    assert [(row["row"], row["adds_to_numerator"], row["adds_to_denominator"]) for row in rows] == [(2, 31, 1)]
    assert asked("restated", "2019-04") == []


def test_one_child_is_explained_in_every_figure(home, tmp_path, capsys):
    """In the average, over the time allowed, not among those still open; and a number nobody has is told as such."""
    load(home, a_file(tmp_path, ASSESSMENTS))

    found = {each.indicator.ref: each for each in explain(home, "0001", APRIL)}
    assert len(found) == len(CATALOGUE)
    assert found["EH04"].part is Part.NUMERATOR
    assert [row.row for row in found["EH04"].rows] == [2]
    assert found["EH05"].part is Part.DENOMINATOR
    assert found["EH05"].sentence.startswith("Counted, but ")
    assert found["EH06"].part is None
    assert found["CP21"].sentence == "No figure: what it needs was not supplied for this month."
    with pytest.raises(UnknownReference, match="Give it as the case system does"):
        explain(home, "nobody", APRIL)

    app(["explain", "0001", "EH05", "--month", "2019-04", "--home", str(home.path)], standalone_mode=False)
    assert "under the line" in capsys.readouterr().out


def test_words_are_drafted_checked_and_told_again(home, tmp_path, capsys):
    """What a council does with a text: keeps the draft, checks one of its own, tells the draft over a later extract."""
    load(home, a_file(tmp_path, ASSESSMENTS))
    month_end.close(home, APRIL, THIRD_OF_MAY)
    (tmp_path / "words.txt").write_text("It took 35 working days in April 2019 and 77.7% were late.", encoding="utf-8")

    def told(*words: str) -> str:
        app([*words, "--home", str(home.path)], standalone_mode=False)
        return capsys.readouterr().out

    checked = told("check-words", str(tmp_path / "words.txt"), "--month", "2019-04")
    assert "35: EH04" in checked
    assert "77.7%: nothing in the edition says this." in checked
    told("draft", "2019-04", "--to", str(tmp_path / "drafts"))
    for kept in (tmp_path / "drafts").glob("*.json"):
        assert "To be read again" not in told("redraft", str(kept), "2019-04")
    with pytest.raises(DraftUnreadable):
        told("redraft", str(tmp_path / "words.txt"), "2019-04")
