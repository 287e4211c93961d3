"""Quality rules from files to what is said of each: found, clean, not run because, and failed, which is never clean."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from typer.testing import CliRunner

from everychild import checked, month_end
from everychild.checked import Outcome, checks, rows_at_fault
from everychild.cli.app import app
from everychild.looked_round import checks_kept, look_round
from everychild.quality.declared import Owner, QualityRule, RuleSet, Weight
from everychild.quality.own import OWN
from tests.story.test_load_and_close import APRIL, THIRD_OF_MAY, a_file, home, load

__all__ = ["home"]

BACKWARDS = """person_id,request_date,started_date,completed_date,team
0001,28/02/2019,01/03/2019,12/04/2019,North
0002,05/03/2019,04/03/2019,29/04/2019,South
0003,01/11/2018,05/11/2018,15/02/2019,North
"""
BROKEN = QualityRule(
    "XX01", Weight.ERROR, "Something is wrong.", "early_help_assessment", "no_such_thing(early_help_assessment.team)",
    "", Owner.DATA,
)  # fmt: skip


@pytest.fixture
def edition(home, tmp_path):
    load(home, a_file(tmp_path, BACKWARDS))
    return month_end.close(home, APRIL, THIRD_OF_MAY)


@pytest.fixture
def with_a_broken_rule(monkeypatch):
    monkeypatch.setattr(checked, "RULE_SETS", (RuleSet("own", OWN.title, "", (BROKEN, *OWN.rules)),))


def one(home, edition, code):
    return next(result for kind in checks(home, edition).sets for result in kind.results if result.code == code)


def test_what_is_found_names_rows_children_and_figures(home, edition):
    """Child 0002’s assessment began the day before it was asked for."""
    found = one(home, edition, "AR02")
    assert (found.outcome, found.rows, found.children) == (Outcome.FOUND, 1, 1)
    assert "EH04" in found.touches
    (row,) = [row for row in rows_at_fault(home, edition) if row.code == "AR02"]
    assert row.child_id == "0002"


def test_what_was_asked_and_not_found_is_clean(home, edition):
    assert one(home, edition, "AR01").outcome is Outcome.CLEAN


def test_a_rule_about_a_record_or_a_column_nobody_told_of_is_not_run_and_says_why(home, edition):
    assert one(home, edition, "CP11").outcome is Outcome.NOT_RUN
    assert one(home, edition, "CP11").because == "No list of “child protection plan” was loaded."
    assert one(home, edition, "AR03").because.startswith("No list that was loaded says of “early help assessment”")


@pytest.mark.usefixtures("with_a_broken_rule")
def test_a_rule_that_crashes_has_failed_and_stops_no_other(home, edition):
    """The sector’s validators count such a rule among those that passed, or log it where nobody looks."""
    found = one(home, edition, "XX01")
    assert found.outcome is Outcome.FAILED
    assert "could not be run" in found.because
    assert one(home, edition, "AR02").outcome is Outcome.FOUND
    assert checks(home, edition).of(Outcome.FAILED) == 1


def test_every_rule_is_accounted_for_once(home, edition):
    found = checks(home, edition)
    for kind in found.sets:
        assert sum(len(kind.of(outcome)) for outcome in Outcome) == len(kind.results)
        assert len({result.code for result in kind.results}) == len(kind.results)


def test_what_is_kept_is_what_would_be_worked_out_and_names_no_child(home, edition):
    look_round(home, edition, THIRD_OF_MAY)
    assert checks_kept(home, edition) == checks(home, edition)
    for path in (home.path / "editions").rglob("*-checks.json"):
        assert "0002" not in path.read_text()


def test_the_command_prints_each_outcome_and_its_rows(home, edition):
    told = CliRunner().invoke(app, ["check", "2019-04", "--home", str(home.path)])
    assert told.exit_code == 0, told.output
    assert "AR02" in told.output
    assert "not run: No list of “visit” was loaded." in told.output
    as_data = json.loads(CliRunner().invoke(app, ["check", "--json", "--home", str(home.path)]).output)
    assert {row["outcome"] for row in as_data} == {"found", "clean", "not run"}
    rows = json.loads(CliRunner().invoke(app, ["check", "--rows", "--json", "--home", str(home.path)]).output)
    assert {"set": "own", "rule": "AR02", "file": "early_help_assessments.csv", "sheet": "early_help_assessments", "row": 3} in rows  # fmt: skip


@pytest.mark.usefixtures("with_a_broken_rule")
def test_the_command_fails_where_a_rule_failed(home, edition):
    told = CliRunner().invoke(app, ["check", "2019-04", "--home", str(home.path)])
    assert told.exit_code == 1
    assert "FAILED XX01" in told.output


def test_a_list_that_shrinks_or_loses_a_column_is_told(home, tmp_path):
    """Sixty rows, then ten of them without a team."""
    rows = [f"{number:04},01/03/2019,04/03/2019,29/03/2019,North" for number in range(60)]
    heading = BACKWARDS.splitlines()[0]
    load(home, a_file(tmp_path, "\n".join([heading, *rows]) + "\n"), date(2019, 4, 3))
    fewer = [row.replace("North", "") for row in rows[:10]]
    load(home, a_file(tmp_path, "\n".join([heading, *fewer]) + "\n", "again.csv"), date(2019, 5, 3))
    edition = month_end.close(home, APRIL, THIRD_OF_MAY)
    shrunk, lost = one(home, edition, "LO01"), one(home, edition, "LO04")
    assert (shrunk.outcome, lost.outcome) == (Outcome.FOUND, Outcome.FOUND)
    assert "taken 3 May 2019" in shrunk.about[0]


def test_rule_sets_hold_the_rules_of_a_year():
    """A rule of one year and its successor of the next stand side by side under one code."""
    older = replace(BROKEN, last=2024)
    newer = replace(BROKEN, first=2025, says="Something else is wrong.")
    kind = RuleSet("x", "X", "", (older, newer))
    assert kind.of_year(2024) == (older,)
    assert kind.of_year(2025) == (newer,)
