"""Data quality as each may read it: everybody the figures’ ranges, managers their own teams’ rows and no others."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from everychild.doubts import Doubts, Line, Share, Touched
from everychild.judgement.judged import JudgedEdition
from everychild.measure.possible import InDoubt, lowest_and_highest
from everychild.quality.fault import Severity
from everychild.quality.rules import BY_CODE
from everychild.roles import PARTS, VISITOR, Reach, Role, Viewer
from everychild.shapes import doubt_shapes
from everychild.store.home import Home
from everychild.web.presenters.quality import NO_RANGE, QualityPage
from tests.web.staff import signed_in


@pytest.fixture(scope="module")
def edition(home: Home) -> JudgedEdition:
    from everychild.calendar import Month
    from everychild.journal.connection import point_at
    from everychild.month_end import open_edition

    point_at(home)  # whichever home another test looked at last
    found = open_edition(home, Month(2019, 4))
    assert found is not None
    return found[0]


def told(edition: JudgedEdition) -> Doubts:
    """One rule touching two figures, one that finds nothing that matters, and the rows of two teams."""
    share, average = edition.by_ref("CP22"), edition.by_ref("EH04")
    assert share is not None
    assert average is not None
    bounds = lowest_and_highest(share.figure, InDoubt(met=2, may_join=1), is_share=True)
    assert bounds is not None
    touches = (
        Touched("CP22", InDoubt(met=2, may_join=1), *bounds),
        Touched("EH04", InDoubt(may_join=1), None, None),
    )
    dates, codes = BY_CODE["not_a_date"], BY_CODE["unknown_code"]
    return Doubts(
        found=(
            Line(dates, Severity.QUERY, "List 7 (Child protection)", "Date", 3, False, (), touches),
            Line(codes, Severity.QUERY, "List 1 (Contacts)", "Contact Source", 20, True, (), ()),
        ),
        clean=((BY_CODE["duplicate_row"], 11),),
        not_run=((BY_CODE["header_absent"], "Nothing that was loaded holds a children in need census."),),
        together=touches,
        shares=(Share("North", "W1", 2), Share("North", "", 1), Share("South", "W2", 5)),
    )


def page(edition: JudgedEdition, viewer: Viewer) -> QualityPage:
    from everychild.web.addresses import Place
    from everychild.web.editions import Asked, Opened

    asked = Asked(Place(edition.as_at), Opened(2, edition.known_on, edition, (), ()), (edition.as_at,), 2)
    return QualityPage(asked, told(edition), viewer)


def as_a(role: Role, teams: frozenset[str] = frozenset()) -> Viewer:
    part = PARTS[role]
    return Viewer("p", "P", part.may, part.reach, part.title, teams)


def test_a_figure_that_is_touched_stands_with_the_lowest_and_highest_it_could_be(edition: JudgedEdition) -> None:
    """CP22 is n of d; two met rows may not be, and one may join: from n − 2 of d + 1 to n + 1 of d + 1."""
    shown = page(edition, VISITOR)
    item = edition.by_ref("CP22")
    assert item is not None
    n, d = item.figure.numerator, item.figure.denominator
    (rule,) = shown.touching
    lowest, _, highest = rule.figures[0].could_be.partition(" to ")
    assert float(lowest.rstrip("%")) == pytest.approx(100 * (n - 2) / (d + 1), abs=0.06)
    assert float(highest.rstrip("%")) == pytest.approx(100 * (n + 1) / (d + 1), abs=0.06)
    assert rule.figures[1].could_be == NO_RANGE
    assert rule.found == "List 7 (Child protection), column “Date”. 3 rows. Used, and asked about."
    (other,) = shown.others
    assert other.rows == "At least 20 rows"
    assert shown.rules == [("Touch a published figure", 1), ("Found something else", 1), ("Clean", 1), ("Not run", 1)]


def test_whose_rows_they_are_is_told_to_those_who_answer_for_them_each_their_own(edition: JudgedEdition) -> None:
    assert not page(edition, VISITOR).may_see_teams
    assert page(edition, VISITOR).teams == []
    assert page(edition, as_a(Role.DEMOCRATIC_SERVICES)).teams == []
    assert page(edition, as_a(Role.PRACTITIONER)).teams == []
    assert page(edition, as_a(Role.TEAM_MANAGER, frozenset({"North"}))).teams == [("North", 3, "W1 2, Nobody named 1")]
    assert [team for team, *_ in page(edition, as_a(Role.ANALYST)).teams] == ["South", "North"]
    nowhere = replace(as_a(Role.TEAM_MANAGER), reach=Reach.OWN_TEAMS)
    assert page(edition, nowhere).teams == []


def test_the_twins_say_the_same_and_name_nobody(edition: JudgedEdition, server: str) -> None:
    rows = doubt_shapes(told(edition), edition)
    assert [(row["rule"], row["standing"], row["ref"]) for row in rows] == [
        ("not_a_date", "found", "CP22"),
        ("not_a_date", "found", "EH04"),
        ("unknown_code", "found", ""),
        ("duplicate_row", "clean", ""),
        ("header_absent", "not_run", ""),
    ]
    assert "W1" not in json.dumps(rows)
    assert rows[1]["lowest"] is None
    from tests.web.staff import Visitor

    as_json = json.loads(Visitor(server).get("/p/2019-04/quality.json").text)
    as_csv = list(csv.DictReader(io.StringIO(Visitor(server).get("/p/2019-04/quality.csv").text.lstrip("\ufeff"))))
    assert [row["rule"] for row in as_json] == [row["rule"] for row in as_csv]
    assert {"unknown_code", "duplicate_row", "read_as_cp1252"} <= {
        row["rule"] for row in as_json if row["standing"] == "found"
    }


def test_the_page_leads_nobody_to_what_is_not_theirs(staff_server: str) -> None:
    """A manager sees the teams’ part; Democratic Services reads the rules and the ranges and nothing of teams."""
    assert "Whose rows they are" in signed_in(staff_server, Role.TEAM_MANAGER).get("/p/2019-04/quality/").text
    assert (
        "Whose rows they are" not in signed_in(staff_server, Role.DEMOCRATIC_SERVICES).get("/p/2019-04/quality/").text
    )
    assert signed_in(staff_server, Role.COUNCILLOR).get("/p/2019-04/quality/").status == 403
    assert signed_in(staff_server, Role.ANALYST).get("/quality/").headers["location"] == "/p/2019-04/quality/"


def test_rules_stand_on_the_page_and_a_failed_one_on_the_front_page(edition: JudgedEdition) -> None:
    from everychild.checked import Checked, CheckedSet, Checks, Outcome
    from everychild.quality.declared import Owner, Weight
    from everychild.web.addresses import Place
    from everychild.web.presenters.quality_rules import RulesShown, failure

    def one(code: str, outcome: Outcome, because: str = "", **more: Any) -> Checked:
        return Checked(code, "Something is wrong.", Weight.ERROR, Owner.DATA, outcome, because=because, **more)

    results = (
        one("A1", Outcome.FOUND, rows=3, children=1, touches=("CP22", "XX99")),
        one("A2", Outcome.FAILED, "It crashed."),
        one("A3", Outcome.NOT_RUN, "No list was loaded."),
        one("A4", Outcome.CLEAN),
    )
    (kind,) = RulesShown(Checks((CheckedSet("own", "Our own rules", None, results),)), edition).sets
    assert kind.sentence == "4 rules: 1 found something, 1 clean, 1 not run, 1 failed."
    assert kind.found[0].lines == (
        "To be put right by the performance team. 3 rows, of 1 child.",
        "Bears on 1 indicator: CP22.",
    )
    assert kind.not_run == ("No list was loaded. 1 rule.",)
    place = Place(edition.as_at)
    assert failure(0, place) is None
    said = failure(1, place)
    assert said is not None
    assert said.sentence.startswith("1 quality rule failed when asked of this month’s data")
    assert said.link.address == place.quality


def test_the_front_page_says_that_a_rule_failed(edition: JudgedEdition, home: Home, tmp_path: Path) -> None:
    from everychild import looked_round
    from everychild.checked import Checked, CheckedSet, Checks, Outcome
    from everychild.journal.connection import open_journal
    from everychild.quality.declared import Owner, Weight
    from tests.homes import copy_of
    from tests.web.conftest import served
    from tests.web.staff import Visitor

    broken = Checked("A2", "Something is wrong.", Weight.ERROR, Owner.DATA, Outcome.FAILED, because="It crashed.")
    failed = Checks((CheckedSet("own", "Our own rules", None, (broken,)),))
    copy = copy_of(home, tmp_path / "copy")
    try:
        open_journal(copy)
        looked_round._keep(copy, edition, looked_round.CHECKS, failed, datetime(2019, 5, 4, tzinfo=UTC))
    finally:
        open_journal(home)
    for address in served(copy, 19100):
        assert "1 quality rule failed" in Visitor(address).get("/p/2019-04/").text
        assert "It crashed." in Visitor(address).get("/p/2019-04/quality/").text
