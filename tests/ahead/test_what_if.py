"""What if there were more workers, or fewer: arithmetic a reader can do again, and its limits said."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild import month_end
from everychild.capacity import what_if_caseload, what_if_visits
from everychild.errors import EverychildError, NothingSupplied
from everychild.judgement.what_if import Held, caseload_if, visits_if
from everychild.measure.due import Ahead, Looking
from tests.small_council import Delivery, calendar, engine
from tests.story.test_load_and_close import APRIL, ASSESSMENTS, a_file, home, load

__all__ = ["home"]
APRIL_30 = date(2019, 4, 30)
TITLES = {"CP22": "Visits due", "CC09": "Children visited"}


def ahead(ref: str, to_do: int, first: date = date(2019, 5, 1), last: date = date(2019, 5, 28)) -> Ahead:
    return Ahead(ref, Looking.DUE, first, last, date(2019, 5, 3), 0, 0, to_do)


def test_a_caseload_with_two_more():
    """525 children by 41 full-time are 12.8 each; by 43, 12.2."""
    answer = caseload_if(Held(APRIL_30, 45, 525, 4_100), 2)

    assert (answer.before, answer.after) == (Fraction(525, 41), Fraction(525, 43))
    assert answer.lines[1] == "With +2 full-time workers: 12.2 for each, −0.6 children."


@given(st.integers(1, 5_000), st.integers(1, 200), st.integers(-300, 300))
def test_the_children_are_the_same_children_whoever_holds_them(children, full_time, more):
    held = Held(APRIL_30, full_time, children, full_time * 100)
    if full_time + more <= 0:
        with pytest.raises(EverychildError, match="would leave none"):
            caseload_if(held, more)
    else:
        assert caseload_if(held, more).after * (full_time + more) == children


def test_workers_away_in_the_summer_holidays():
    """From 1 to 28 August 2019 every working day is in the holidays: 19, with the bank holiday of the 26th left out.

    Ten workers are 190 worker-days and 38 visits are two for every ten; with five away there are 95, and four.
    """
    due = {"CP22": ahead("CP22", 30, date(2019, 8, 1), date(2019, 8, 28))}
    due["CC09"] = ahead("CC09", 8, date(2019, 8, 1), date(2019, 8, 28))

    answer = visits_if(due, TITLES, 10, 5, calendar(), in_school_holidays=True)

    assert (answer.before, answer.after) == (2, 4)
    assert "19 working days, of which 19 in school holidays" in answer.lines[2]


def test_in_term_nobody_is_away_for_the_holidays():
    """1 to 24 May 2019 is term: three away in school holidays change nothing, and three away all the time do."""
    due = {"CP22": ahead("CP22", 30, last=date(2019, 5, 24))}

    in_holidays = visits_if(due, TITLES, 10, 3, calendar(), in_school_holidays=True)
    all_the_time = visits_if(due, TITLES, 10, 3, calendar(), in_school_holidays=False)

    assert in_holidays.before == in_holidays.after == all_the_time.before
    assert all_the_time.after == all_the_time.before * Fraction(10, 7)


def test_what_leaves_nobody_is_refused():
    with pytest.raises(EverychildError, match="3 away would leave none"):
        visits_if({"CP22": ahead("CP22", 30)}, TITLES, 3, 3, calendar(), in_school_holidays=False)
    with pytest.raises(EverychildError, match="Nothing is known of visits"):
        visits_if({}, TITLES, 3, 1, calendar(), in_school_holidays=False)


def test_the_newest_list_of_caseloads_by_the_day_is_taken(tmp_path):
    """W3 holds nobody; how much W4 works is not known; the list of May comes too late."""
    records = {
        "caseload": """
            told_on    | worker_id | fte | children
            2019-03-31 | W1        | 100 | 30
            2019-04-30 | W1        | 100 | 20
            2019-04-30 | W2        | 50  | 10
            2019-04-30 | W3        | 100 | 0
            2019-04-30 | W4        |     | 9
            2019-05-02 | W1        | 100 | 5
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        assert running.caseload_held(APRIL_30) == (APRIL_30, 2, 30, 150)
        assert running.caseload_held(date(2019, 1, 31)) is None


def test_what_was_not_supplied_is_said(home, tmp_path):
    load(home, a_file(tmp_path, ASSESSMENTS))
    edition, _ = month_end.work_out(home, APRIL)

    with pytest.raises(NothingSupplied, match="local extract of caseloads"):
        what_if_caseload(home, edition, 2)
    with pytest.raises(NothingSupplied, match="Load the allocations"):
        what_if_visits(home, edition, 1, in_school_holidays=True)
