"""Children’s homes held against Ofsted’s lists: by the Department’s rules over the return, by ours over records."""

from __future__ import annotations

from everychild import month_end
from everychild.behind import places_of
from everychild.checked import Outcome, checks, rows_at_fault
from tests.intake.test_provider_lists import AT_A_DATE, COMBINED
from tests.quality.test_returns_checked import HEADER, load, outcomes
from tests.story.test_load_and_close import APRIL, THIRD_OF_MAY, home

__all__ = ["home"]

EPISODES = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
C101,02/04/2018,S,C2,N1,U4,PR1,02/05/2018,X1,CARPL,AA1 1AA,BB1 1BB,XXXXXXX
C101,02/05/2018,P,C2,N1,K2,PR4,,,,AA1 1AA,BB1 1BB,SC900001
C102,03/07/2018,S,C2,N5,K2,PR4,,,,AA1 1AA,BB1 1BB,SC900009
C103,03/07/2018,S,C2,N5,U4,PR1,,,,AA1 1AA,BB1 1BB,SC900001
"""
NUMBERS = ("1008", "219", "224", "227", "228")


def test_a_number_is_looked_up_only_where_a_list_is_loaded(home, tmp_path):
    """Without one the rules are not run and say why: no finding is not a clean bill."""
    load(home, tmp_path / "in", {"episodes.csv": EPISODES, "header.csv": HEADER})
    own, returned, _ = checks(home, month_end.close(home, APRIL, THIRD_OF_MAY)).sets
    results = {result.code: result for result in returned.results}
    assert {results[code].outcome for code in NUMBERS} == {Outcome.NOT_RUN}
    assert results["1008"].because == "No list of “registered provider” was loaded."
    assert outcomes(own)["HO02"] == (Outcome.NOT_RUN, 0)


def test_the_departments_rules_look_a_number_up(home, tmp_path):
    """SC900001 is a home, for K2 and private providers alone, and closed on 31 January; SC900009 is nowhere."""
    files = {"return/episodes.csv": EPISODES, "return/header.csv": HEADER, "numbers.csv": COMBINED}
    load(home, tmp_path / "in", files)
    told = outcomes(checks(home, month_end.close(home, APRIL, THIRD_OF_MAY)).sets[1])
    assert {code: told[code] for code in NUMBERS} == {
        "1008": (Outcome.FOUND, 1),
        "219": (Outcome.FOUND, 1),
        "224": (Outcome.FOUND, 1),
        "227": (Outcome.CLEAN, 0),
        "228": (Outcome.FOUND, 2),
    }


def test_a_child_in_a_home_judged_inadequate_is_told_of(home, tmp_path):
    """Of our own rules, since the number is kept with the placement; the row is placed in the return."""
    files = {"return/episodes.csv": EPISODES, "return/header.csv": HEADER, "judged.csv": AT_A_DATE}
    load(home, tmp_path / "in", files)
    edition = month_end.close(home, APRIL, THIRD_OF_MAY)
    own, returned, _ = checks(home, edition).sets
    told = outcomes(own)
    assert told["HO01"] == (Outcome.FOUND, 1)
    assert told["HO02"] == (Outcome.FOUND, 2)
    assert told["HO05"] == (Outcome.FOUND, 1)
    unknown = [row for row in rows_at_fault(home, edition) if row.code == "HO01"]
    (place,) = places_of([row.source_id for row in unknown])
    assert (unknown[0].child_id, place.file, place.row) == ("C102", "episodes.csv", 4)
    assert outcomes(returned)["1008"] == (Outcome.NOT_RUN, 0), "no list says which codes go with a number"
