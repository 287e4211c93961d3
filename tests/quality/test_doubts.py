"""From rows asked about to the range a figure could take: by hand, against every way of settling, and from files."""

from __future__ import annotations

import ast
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import everychild.intake
from everychild import month_end
from everychild.calendar import Month
from everychild.doubts import doubts
from everychild.intake.unread import Unread
from everychild.measure.figure import Figure, Window
from everychild.measure.possible import InDoubt, lowest_and_highest
from everychild.quality.fault import Severity
from everychild.quality.row_spans import as_spans, rows_of
from everychild.quality.rules import BY_CODE, RULES
from everychild.store.accounts import read_account
from tests.story.test_load_and_close import APRIL, THIRD_OF_MAY, a_file, home, load

__all__ = ["home"]

WITH_DOUBTS = """person_id,request_date,started_date,completed_date,team,worker
0001,28/02/2019,01/03/2019,12/04/2019,North,W1
0002,01/03/2019,04/03/2019,29/04/2019,South,W2
0003,01/11/2018,05/11/2018,15/02/2019,North,W1
0004,02/04/2019,03/04/2019,soon,South,W2
0002,01/03/2019,04/03/2019,29/04/2019,South,W2
"""
NUMBERS = st.integers(0, 3)


def share(above: int, under: int) -> Figure:
    return Figure("EH05", Window.MONTH, Month(2019, 4), None, None, above, under)


def test_a_share_by_hand():
    """One of two met. The one that is not may be, a row left out may count, and one set aside may join: 4 under the
    line at most, of which between 1 and 4 are met."""
    lowest, highest = lowest_and_highest(share(1, 2), InDoubt(not_met=1, left_out=1, may_join=1), is_share=True)
    assert (lowest.numerator, lowest.denominator) == (1, 4)
    assert (highest.numerator, highest.denominator) == (4, 4)


@given(NUMBERS, NUMBERS, st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS))
def test_the_range_of_a_share_is_that_of_every_way_of_settling_its_rows(sure_met, sure_not, rows):
    """Each row in doubt is met, or not met, or in no figure. No way of settling them all goes beyond the bounds, and
    each bound is reached."""
    met, not_met, left_out, may_join = rows
    figure = share(sure_met + met, sure_met + met + sure_not + not_met)
    found = lowest_and_highest(figure, InDoubt(met, not_met, left_out, may_join), is_share=True)
    ways = set()
    in_doubt = sum(rows)
    for yes in range(in_doubt + 1):
        for no in range(in_doubt + 1 - yes):
            above, under = sure_met + yes, sure_met + sure_not + yes + no
            if under:
                ways.add(above / under)
    if found is None:
        assert not ways
        return
    lowest, highest = found
    told = [figure.numerator / figure.denominator for figure in (lowest, highest)]
    assert told == [min(ways), max(ways)]


@given(NUMBERS, st.tuples(NUMBERS, NUMBERS))
def test_the_range_of_a_count_is_that_of_every_way_of_settling_its_rows(sure, rows):
    met, may_join = rows
    lowest, highest = lowest_and_highest(
        Figure("EH03", Window.MONTH, Month(2019, 4), None, None, sure + met, None),
        InDoubt(met=met, may_join=may_join),
        is_share=False,
    )
    ways = [
        sure + sum(kept) + sum(joined)
        for kept in product((0, 1), repeat=met)
        for joined in product((0, 1), repeat=may_join)
    ]
    assert (lowest.numerator, highest.numerator) == (min(ways), max(ways))


@given(st.sets(st.integers(1, 300)))
def test_row_numbers_are_kept_briefly_and_come_back(rows):
    assert rows_of(as_spans(rows)) == tuple(sorted(rows))


def test_rows_asked_about_and_set_aside_move_a_figure_by_so_much_and_no_more(home, tmp_path):
    """April has 0001 (31 working days) and 0002 (39). Row 5’s completion cannot be read and row 6 is row 3 again, so
    there may have been two, three or four completions; the average is not to be told."""
    load(home, a_file(tmp_path, WITH_DOUBTS))
    edition = month_end.close(home, APRIL, THIRD_OF_MAY)

    found = doubts(home, edition)

    lines = {(line.rule.code, line.severity): line for line in found.found}
    unread = lines["not_a_date", Severity.QUERY]
    assert (unread.column, unread.rows, unread.at_least) == ("completed_date", 1, False)
    assert lines["duplicate_row", Severity.SET_ASIDE].rows == 1
    together = {touched.ref: touched for touched in found.together}
    count, timely, average = together["EH03"], together["EH05"], together["EH04"]
    assert (count.lowest.numerator, count.highest.numerator) == (2, 4)
    met = edition.by_ref("EH05").figure.numerator
    assert (timely.lowest.numerator, timely.lowest.denominator) == (met, 4)
    assert (timely.highest.numerator, timely.highest.denominator) == (met + 2, 4)
    assert (average.doubt.rows, average.lowest, average.highest) == (2, None, None)


def test_every_rule_is_found_or_clean_or_says_why_it_was_not_run(home, tmp_path):
    load(home, a_file(tmp_path, WITH_DOUBTS))
    found = doubts(home, month_end.close(home, APRIL, THIRD_OF_MAY))
    told = [{line.rule for line in found.found}, {rule for rule, _ in found.clean}, {rule for rule, _ in found.not_run}]
    assert set.union(*told) == set(RULES)
    assert sum(map(len, told)) == len(RULES)
    why = {rule.code: because for rule, because in found.not_run}
    assert why["header_absent"] == "Nothing that was loaded holds a census of children in need or of social workers."


def test_rows_in_doubt_are_told_by_the_team_and_worker_they_name(home, tmp_path):
    """Row 5 is South’s and W2’s; row 6 was set aside and made no record, so it names nobody."""
    load(home, a_file(tmp_path, WITH_DOUBTS))
    found = doubts(home, month_end.close(home, APRIL, THIRD_OF_MAY))
    assert {(share.team, bool(share.worker), share.rows) for share in found.shares} == {
        ("South", True, 1),
        ("", False, 1),
    }


def test_a_list_told_anew_is_asked_about_anew(home, tmp_path):
    """The newer telling of the list is clean, so nothing is left in doubt; the earlier edition keeps its own."""
    load(home, a_file(tmp_path, WITH_DOUBTS))
    first = month_end.close(home, APRIL, THIRD_OF_MAY)
    clean = WITH_DOUBTS.replace("soon", "30/04/2019").rstrip("\n").rpartition("\n")[0] + "\n"
    load(home, a_file(tmp_path, clean, "again.csv"), date(2019, 6, 3))
    second = month_end.close(home, APRIL, THIRD_OF_MAY)
    assert doubts(home, second).together == ()
    assert doubts(home, second).found == ()
    assert len(doubts(home, first).together) >= 3


def test_an_account_holds_every_row_and_not_the_first_few_alone(home, tmp_path):
    """Thirty dates that cannot be read are thirty rows, though twenty are named one by one."""
    rows = [f"{n:04},28/02/2019,01/03/2019,{'soon' if n < 30 else '12/04/2019'},North,W1" for n in range(80)]
    heading = WITH_DOUBTS.splitlines()[0]
    load(home, a_file(tmp_path, "\n".join([heading, *rows]) + "\n"))
    (extract,) = month_end.extracts_seen(None)
    ((asked,),) = read_account(home, extract.sha256, extract.faults_sha256).values()
    assert asked.rows == tuple(range(2, 32))
    assert asked.list_name == "early_help_assessments"
    assert not asked.at_least


def test_every_code_that_intake_gives_is_a_rule_in_words():
    """Read from intake itself: the first words given to a fault."""
    given = {one.value for one in Unread}
    for path in Path(everychild.intake.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in ("fault", "ask", "Fault", "_header_fault") and node.args:
                    first = node.args[0]
                    given |= {first.value} if isinstance(first, ast.Constant) else set()
    given |= {"began_before", "broken_off"}  # given in turn, in returns.py
    assert given - {""} == set(BY_CODE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_should_be_so(rule):
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
