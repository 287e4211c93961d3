"""The Department’s rules asked of returns as they were sent: from CSV files and from XML, by year, with places."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from everychild import month_end
from everychild.checked import CheckedSet, Outcome, checks, rows_at_fault
from everychild.quality.rule_sets import RULE_SETS
from tests.intake.census_documents import child, document, episode
from tests.story.test_load_and_close import APRIL, THIRD_OF_MAY, home

__all__ = ["home"]

EPISODES = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
C101,02/05/2018,S,V2,N1,U6,PR1,01/08/2018,X1,,AA1 1AA,BB1 1BB,
C101,01/08/2018,L,C1,N1,U6,PR1,,,,AA1 1AA,BB1 1BB,
C102,03/07/2018,S,V2,N5,U6,PR1,09/02/2018,E4A,,AA1 1AA,BB1 1BB,
C103,03/07/2018,S,J1,N5,K2,PR1,,,,AA1 1AA,BB1 1BB,
"""
BEFORE = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
C104,02/05/2017,S,C2,N1,U6,PR1,,,,AA1 1AA,BB1 1BB,
"""
GOES_ON = "C104,02/05/2017,S,C1,N1,U6,PR1,,,,AA1 1AA,BB1 1BB,\n"
HEADER = """CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
C101,1,01/06/2008,WBRI,UN1,,
C102,2,02/06/2010,MWAS,UN1,,
C103,2,03/06/2011,AIND,UN1,,
"""
CENSUS_HEADER = [
    ("CollectionDetails", [("Collection", "CIN"), ("Year", 2019), ("ReferenceDate", date(2019, 3, 31))]),
    ("Source", [("SourceLevel", "L"), ("LEA", "999")]),
]


def load(home, folder: Path, files: dict[str, str], taken: date = date(2019, 3, 31)) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, encoding="utf-8")
    month_end.load(home, [folder], datetime(2019, 5, 3, 9, tzinfo=UTC), taken)


def asked(home, name: str, rules_of: int | None = None) -> CheckedSet:
    edition = month_end.close(home, APRIL, THIRD_OF_MAY)
    return next(kind for kind in checks(home, edition, rules_of).sets if kind.name == name)


def outcomes(kind: CheckedSet) -> dict[str, tuple[Outcome, int]]:
    return {result.code: (result.outcome, result.rows) for result in kind.results}


@pytest.fixture
def returned(home, tmp_path):
    load(home, tmp_path / "in", {"episodes.csv": EPISODES, "header.csv": HEADER})
    return home


def test_a_return_is_held_to_the_rules_of_its_year(returned):
    """C102’s care ends before it begins; C103 was on remand at seven; the code of sex was a number until 2024."""
    kind = asked(returned, "dfe_looked_after")
    told = outcomes(kind)
    assert kind.title.endswith("2018-19")
    assert told["356"] == (Outcome.FOUND, 1)
    assert told["358"] == (Outcome.FOUND, 1)
    assert told["101"] == (Outcome.CLEAN, 0)
    assert told["142"] == (Outcome.CLEAN, 0)
    assert "700" not in told, "a rule of 2026-27"
    assert kind.of(Outcome.FAILED) == ()


def test_the_rules_of_another_year_can_be_asked_beside_them(returned):
    """By the rules since 2024-25 the same header has three codes that are none."""
    told = outcomes(asked(returned, "dfe_looked_after", 2027))
    assert told["101"] == (Outcome.FOUND, 3)
    assert told["700"][0] is Outcome.NOT_RUN


def test_a_table_or_a_year_that_was_not_sent_is_said_to_be_why(returned):
    """A validator that counts such rules as clean says that a return is good because it is not there."""
    because = {result.code: result.because for result in asked(returned, "dfe_looked_after").results}
    assert because["440"] == "The return came without its table “Reviews of children in care (Reviews)”."
    assert because["503B"] == "The return of the year before is not loaded."
    assert because["454"] == "The table “Episodes of care (Episodes)” came without its column PL_DISTANCE."


def test_every_row_is_placed_in_its_file(returned):
    edition = month_end.close(returned, APRIL, THIRD_OF_MAY)
    from everychild.behind import places_of

    found = [row for row in rows_at_fault(returned, edition) if row.code == "356"]
    (place,) = places_of([row.source_id for row in found])
    assert (found[0].child_id, place.file, place.row) == ("C102", "episodes.csv", 4)


def test_the_year_before_is_found_in_a_folder_beside_it(home, tmp_path):
    """C104’s open episode comes again under another legal status."""
    load(home, tmp_path / "in", {"2018/episodes.csv": BEFORE, "2019/episodes.csv": EPISODES + GOES_ON})
    told = outcomes(asked(home, "dfe_looked_after"))
    assert told["503B"] == (Outcome.FOUND, 1)
    assert told["503D"] == (Outcome.CLEAN, 0)
    assert told["502"] == (Outcome.CLEAN, 0)


def test_an_impossible_date_is_told_once_and_hides_no_other_finding(home, tmp_path):
    """In one validator it becomes no date at all: one finding of its own, and all the others on that row are gone."""
    impossible = EPISODES.replace("09/02/2018,E4A", "31/02/2019,E4A").replace(
        "C102,03/07/2018,S,V2", "C102,03/07/2018,X,V2"
    )
    load(home, tmp_path / "in", {"episodes.csv": impossible, "header.csv": HEADER})
    told = outcomes(asked(home, "dfe_looked_after"))
    assert told["147"] == (Outcome.FOUND, 1)
    assert told["143"] == (Outcome.FOUND, 1)
    assert told["148"] == (Outcome.CLEAN, 0), "the cell is filled: what it says is another matter"


@pytest.mark.parametrize("start", ["", '<Message xmlns="urn:invented">'])
def test_a_census_is_read_with_what_its_parts_stand_under(home, tmp_path, start):
    """1: an assessment before the referral, open when the case closed, with a factor (a list, that crashed one
    validator’s rule). 2 stands twice, which crashed another."""
    assessment = [
        ("AssessmentActualStartDate", date(2018, 5, 1)),
        ("FactorsIdentifiedAtAssessment", [("AssessmentFactors", "3A"), ("AssessmentFactors", "21")]),
    ]
    one = episode(
        date(2018, 6, 1),
        ("CINclosureDate", date(2018, 9, 3)),
        ("ReasonForClosure", "RC7"),
        ("ReferralNFA", "0"),
        ("Assessments", assessment),
    )
    two = episode(date(2018, 7, 2), ("ReferralNFA", "0"))
    children = [child("0000000000001", one), child("0000000000002", two), child("0000000000002", two)]
    load(home, tmp_path / "in", {"census.xml": document(children, CENSUS_HEADER, start=start)})
    kind = asked(home, "dfe_census")
    told = outcomes(kind)
    assert kind.title.endswith("2018-19")
    assert told["1103"] == (Outcome.FOUND, 1)
    assert told["8867"] == (Outcome.FOUND, 1)
    assert told["8614"] == (Outcome.FOUND, 2)
    assert told["8869"] == (Outcome.FOUND, 1)
    assert told["8510"] == (Outcome.FOUND, 2)
    assert told["8630"] == (Outcome.CLEAN, 0)
    assert kind.of(Outcome.FAILED) == ()


def test_there_are_as_many_rules_as_were_asked_for():
    """Rules of our own, and of the newest year of each return that we could read."""
    own, looked_after, census = RULE_SETS
    assert len(own.rules) >= 80
    assert len(looked_after.of_year(looked_after.newest_year)) >= 120
    assert len(census.of_year(census.newest_year)) >= 60
