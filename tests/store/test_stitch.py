"""History stitched across extracts: inside the newest one's coverage it has the last word; outside, older rows stand."""

from datetime import date

import pytest

from everychild.calendar import Month, months_to
from everychild.layouts.layout import Coverage
from everychild.store import extracts
from everychild.store.supply import (
    KeptList,
    authorities,
    covered_from,
    supplied_from,
    supplied_month_ends,
    supplied_months,
    told_by,
)
from tests.small_council import Delivery, engine

ONE_PER_CHILD = Coverage(months=6, one_per_child=True)


def stitched(folder, deliveries, record, *columns):
    with engine(folder, deliveries) as running:
        running.need(record)
        rows = running.connection.execute(f"select {', '.join(columns)} from {record} order by all").fetchall()
    return [tuple(None if cell is None else str(cell) for cell in row) for row in rows]


def test_the_newest_extract_has_the_last_word_on_the_days_it_covers(tmp_path):
    """A visit taken out of the case system, or its date put right, is not counted twice."""
    old = {"contact": "child_id | contacted_on | source\nAnn | 2019-03-04 | 6\nBea | 2019-03-05 | 6"}
    new = {"contact": "child_id | contacted_on | source\nAnn | 2019-03-06 | 6"}

    rows = stitched(
        tmp_path, [Delivery("2019-04-03", old), Delivery("2019-05-03", new)], "contact", "child_id", "contacted_on"
    )

    assert rows == [("Ann", "2019-03-06")]


def test_what_the_newest_extract_does_not_reach_back_to_stands(tmp_path):
    """Six months before 3 May 2019 is 3 November 2018: what happened on the 2nd is the older extract's to tell."""
    old = {"contact": "child_id | contacted_on | source\nAnn | 2018-11-02 | 6\nBea | 2018-11-03 | 6"}
    new = {"contact": "child_id | contacted_on | source\nCal | 2019-05-01 | 6"}

    rows = stitched(
        tmp_path, [Delivery("2018-12-03", old), Delivery("2019-05-03", new)], "contact", "child_id", "contacted_on"
    )

    assert rows == [("Ann", "2018-11-02"), ("Cal", "2019-05-01")]


def test_an_open_spell_is_the_newest_extract_s_to_tell(tmp_path):
    """Ann's plan has ended since; Bea's was entered by mistake and is gone."""
    old = {"child_protection_plan": "child_id | started_on | ended_on\nAnn | 2018-01-10 |\nBea | 2019-01-10 |"}
    new = {"child_protection_plan": "child_id | started_on | ended_on\nAnn | 2018-01-10 | 2019-04-15"}

    rows = stitched(
        tmp_path,
        [Delivery("2019-04-03", old), Delivery("2019-05-03", new)],
        "child_protection_plan",
        "child_id",
        "ended_on",
    )

    assert rows == [("Ann", "2019-04-15")]


def test_a_spell_long_ended_stands_though_no_later_extract_has_room_for_it(tmp_path):
    """Ended before the newest extract's six months began."""
    old = {"child_protection_plan": "child_id | started_on | ended_on\nAnn | 2018-01-10 | 2018-06-01"}
    new = {"child_protection_plan": "child_id | started_on | ended_on\nBea | 2019-01-10 |"}

    rows = stitched(
        tmp_path,
        [Delivery("2018-07-03", old), Delivery("2019-05-03", new)],
        "child_protection_plan",
        "child_id",
        "ended_on",
    )

    assert rows == [("Ann", "2018-06-01"), ("Bea", None)]


def test_a_list_of_one_row_a_child_does_not_overrule_the_plan_it_has_no_room_for(tmp_path):
    """Ann's first plan was open in March; in April the list holds only her second, so the first ended by then."""
    old = {"child_protection_plan": "child_id | started_on | ended_on\nAnn | 2018-01-10 |"}
    new = {"child_protection_plan": "child_id | started_on | ended_on\nAnn | 2019-04-20 |"}
    deliveries = [Delivery("2019-04-03", old, ONE_PER_CHILD), Delivery("2019-05-03", new, ONE_PER_CHILD)]

    rows = stitched(tmp_path, deliveries, "child_protection_plan", "started_on", "ended_on")

    assert rows == [("2018-01-10", "2019-04-20"), ("2019-04-20", None)]


def test_a_spell_left_open_before_a_gap_is_closed_when_the_record_begins_again(tmp_path):
    """No extract between July 2018 and May 2019: on 3 November the new one begins, and Ann is not in it."""
    old = {"child_protection_plan": "child_id | started_on | ended_on\nAnn | 2018-01-10 |"}
    new = {"child_protection_plan": "child_id | started_on | ended_on\nBea | 2019-01-10 |"}

    rows = stitched(
        tmp_path,
        [Delivery("2018-07-03", old), Delivery("2019-05-03", new)],
        "child_protection_plan",
        "child_id",
        "ended_on",
    )

    assert rows == [("Ann", "2018-11-03"), ("Bea", None)]


def test_visit_by_visit_data_outrank_a_list_of_latest_visits(tmp_path):
    """The list's date of last visit stands only where the visits themselves were not supplied."""
    latest = Coverage(proves_only=True)
    lists = {
        "visit": "child_id | kind | visited_on\nAnn | child_protection | 2019-04-29\nAnn | child_protection | 2018-09-10"
    }
    visits = {"visit": "child_id | kind | visited_on\nAnn | child_protection | 2019-04-30"}
    deliveries = [
        Delivery("2019-05-03", lists, latest, feed="annex_a", rank=2),
        Delivery("2019-05-03", visits, Coverage(months=6), feed="local", rank=1),
    ]

    rows = stitched(tmp_path, deliveries, "visit", "visited_on")

    assert rows == [("2018-09-10",), ("2019-04-30",)]


def test_the_same_latest_visit_in_many_extracts_is_one_visit(tmp_path):
    """Told by March's list and again by April's."""
    latest = Coverage(proves_only=True)
    visit = {"visit": "child_id | kind | visited_on\nAnn | child_protection | 2019-03-20"}

    rows = stitched(
        tmp_path, [Delivery("2019-04-03", visit, latest), Delivery("2019-05-03", visit, latest)], "visit", "visited_on"
    )

    assert rows == [("2019-03-20",)]


def test_two_things_on_one_day_in_one_extract_are_two_things(tmp_path):
    """Only exact copies are dropped, and that at the door."""
    two = {"supervision": "child_id | held_on | kind\nAnn | 2019-04-01 | case\nAnn | 2019-04-01 | case"}

    assert len(stitched(tmp_path, [Delivery("2019-05-03", two)], "supervision", "held_on")) == 2


def test_the_newest_telling_of_a_thing_counts_however_far_back_its_list_answers(tmp_path):
    """June's file holds nothing of May, so it answers for little; what it says of Ann is newer all the same."""
    old = {"early_help_assessment": "child_id | requested_on | completed_on\nAnn | 2019-04-02 |"}
    new = {"early_help_assessment": "child_id | requested_on | completed_on\nAnn | 2019-04-02 | 2019-04-30"}
    deliveries = [Delivery("2019-05-03", old, Coverage()), Delivery("2019-06-03", new, Coverage())]

    rows = stitched(tmp_path, deliveries, "early_help_assessment", "child_id", "completed_on")

    assert rows == [("Ann", "2019-04-30")]


def test_what_one_list_leaves_blank_of_a_child_another_may_tell(tmp_path):
    """The newest known value of each column."""
    march = {"child": "child_id | born_on | sex | disabled\nAnn | 2010-01-01 | female | yes"}
    april = {"child": "child_id | born_on | sex | disabled\nAnn | 2010-02-01 | |"}

    rows = stitched(
        tmp_path, [Delivery("2019-04-03", march), Delivery("2019-05-03", april)], "child", "born_on", "sex", "disabled"
    )

    assert rows == [("2010-02-01", "female", "True")]


@pytest.mark.parametrize(
    ("taken", "covers_from"),
    [
        ("2025-03-31", "2024-03-31"),
        ("2024-03-31", "2023-03-31"),
        ("2025-01-31", "2024-03-31"),
        ("2024-04-01", "2024-03-31"),
    ],
)
def test_a_yearly_return_answers_from_the_eve_of_its_year(taken, covers_from):
    """From 1 April to the day it was taken; and for who was still open on the night before."""
    coverage = Coverage(financial_year=True)

    assert str(covered_from(coverage, date.fromisoformat(taken), [])) == covers_from
    assert str(supplied_from(coverage, date.fromisoformat(taken), [])) == covers_from


def test_two_yearly_returns_are_one_history(tmp_path):
    """Open at the end of one year, Ann’s plan ends in the next; Bea’s is not in the next, so it was no plan; Cal’s
    ended in the first and stands."""
    yearly = Coverage(financial_year=True)
    old = {
        "child_protection_plan": "child_id | started_on | ended_on\n"
        "Ann | 2023-01-10 |\nBea | 2024-01-10 |\nCal | 2023-05-01 | 2023-12-01"
    }
    new = {"child_protection_plan": "child_id | started_on | ended_on\nAnn | 2023-01-10 | 2024-04-15"}
    deliveries = [
        Delivery("2024-03-31", old, yearly, feed="census", rank=3),
        Delivery("2025-03-31", new, yearly, feed="census", rank=3),
    ]

    rows = stitched(tmp_path, deliveries, "child_protection_plan", "child_id", "ended_on")

    assert rows == [("Ann", "2024-04-15"), ("Cal", "2023-12-01")]


@pytest.mark.parametrize(
    ("coverage", "expected"),
    [
        (Coverage(months=6), "2018-11-03"),
        (Coverage(), "2019-02-11"),
        (Coverage(proves_only=True), "2019-05-03"),
    ],
)
def test_how_far_back_a_list_answers(coverage, expected):
    """Where no layout says, as far as its dates run without an empty month: the mistyped 2009 is not believed."""
    days = [date(2009, 4, 1), date(2018, 12, 1), date(2019, 2, 11), date(2019, 3, 20), date(2019, 4, 30)]

    assert str(covered_from(coverage, date(2019, 5, 3), days)) == expected


def test_a_list_that_begins_on_the_second_answers_for_the_month_and_one_quiet_month_does_not_end_it():
    """February has nothing in it; before January nothing for two months, so November is not believed."""
    days = [date(2018, 10, 9), date(2019, 1, 14), date(2019, 3, 20), date(2019, 4, 2)]

    assert supplied_from(Coverage(), date(2019, 5, 3), days) == date(2019, 1, 1)
    assert covered_from(Coverage(), date(2019, 5, 3), days) == date(2019, 3, 20)
    assert supplied_from(Coverage(), date(2019, 5, 3), []) == date(2019, 5, 1)


def kept(number, taken, starts, record="contact", **also):
    taken = date.fromisoformat(taken)
    values = {
        "feed": "f",
        "rank": 1,
        "one_per_child": False,
        "proves_only": False,
        "rows": 1,
        "path": "",
        "sha256": "",
        "columns": frozenset(),
    }
    return KeptList(
        extract_no=number,
        extracted_on=taken,
        record=record,
        covers_from=date.fromisoformat(starts),
        covers_to=taken,
        supplies_from=date.fromisoformat(starts),
        **{**values, **also},
    )


def test_every_day_belongs_to_the_newest_list_of_the_highest_rank():
    """The days before the newest one's coverage stay with the older."""
    lists = [kept(1, "2019-04-03", "2018-10-03"), kept(2, "2019-05-03", "2018-11-03")]

    assert [(str(span.starts), str(span.ends), span.extract_no) for span in authorities(lists, "contact")] == [
        ("2018-10-03", "2018-11-02", 1),
        ("2018-11-03", "2019-04-03", 2),
        ("2019-04-04", "2019-05-03", 2),
    ]


def test_a_month_is_supplied_only_if_every_day_of_it_is():
    """October 2018 begins on the third; April 2019 is whole; May has only three days."""
    lists = [kept(1, "2019-04-03", "2018-10-03"), kept(2, "2019-05-03", "2019-04-04")]
    months = months_to(Month(2019, 5), 9)

    assert sorted(map(str, supplied_months(lists, "contact", months))) == [
        "2018-11", "2018-12", "2019-01", "2019-02", "2019-03", "2019-04",
    ]  # fmt: skip
    assert Month(2018, 10) in supplied_month_ends(lists, "contact", months)
    assert Month(2019, 5) not in supplied_month_ends(lists, "contact", months)


def test_a_month_end_is_told_by_the_first_extract_after_it_within_a_month():
    """None was taken in May for the end of April's sake but on the third."""
    lists = [
        kept(1, "2019-03-29", "2018-10-03"),
        kept(2, "2019-05-03", "2018-11-03"),
        kept(3, "2019-05-20", "2018-11-20"),
    ]

    assert told_by(lists, "contact", months_to(Month(2019, 4), 3)) == {Month(2019, 2): 1, Month(2019, 4): 2}


def test_an_extract_kept_before_a_column_was_known_is_read_with_that_column_unknown(tmp_path, monkeypatch):
    """A later version of Everychild knows more columns of a record; what an earlier one kept still counts."""
    told = {"referral": "child_id | referred_on | source | team\nAnn | 2019-03-04 | 6 | North"}
    write = extracts.pq.write_table
    monkeypatch.setattr(
        extracts.pq, "write_table", lambda table, *asked, **how: write(table.drop_columns(["team"]), *asked, **how)
    )

    assert stitched(tmp_path, [Delivery("2019-05-03", told)], "referral", "child_id", "team") == [("Ann", None)]


AT_MOST = Coverage(months=12, at_most=True)


def test_a_shorter_list_than_expected_loses_nothing_an_older_one_told(tmp_path):
    """An export of three months where twelve were thought of: what happened before its first row stands."""
    old = {"contact": "child_id | contacted_on | source\nAnn | 2018-09-04 | 6\nBea | 2019-03-05 | 6"}
    new = {"contact": "child_id | contacted_on | source\nCal | 2019-03-20 | 6"}

    rows = stitched(
        tmp_path,
        [Delivery("2019-04-03", old, AT_MOST), Delivery("2019-05-03", new, AT_MOST)],
        "contact",
        "child_id",
        "contacted_on",
    )

    assert rows == [("Ann", "2018-09-04"), ("Bea", "2019-03-05"), ("Cal", "2019-03-20")]


def test_what_vanished_from_the_month_just_told_is_gone(tmp_path):
    """An open plan of last month that the new list does not hold was a mistake, however few rows the list has."""
    old = {"child_protection_plan": "child_id | started_on | ended_on\nAnn | 2018-01-10 |\nBea | 2019-01-10 |"}
    new = {"child_protection_plan": "child_id | started_on | ended_on\nAnn | 2018-01-10 |"}

    rows = stitched(
        tmp_path,
        [Delivery("2019-04-03", old, AT_MOST), Delivery("2019-05-03", new, AT_MOST)],
        "child_protection_plan",
        "child_id",
    )

    assert rows == [("Ann",)]


@pytest.mark.parametrize(
    ("days", "covers", "supplies"),
    [
        ([], date(2019, 4, 1), date(2019, 4, 1)),
        ([date(2019, 2, 20)], date(2019, 2, 20), date(2019, 2, 1)),
        ([date(2019, 4, 20)], date(2019, 4, 1), date(2019, 4, 1)),
        ([date(2018, 5, 20)], date(2018, 5, 20), date(2018, 5, 3)),
        ([date(2011, 2, 20), date(2031, 1, 1)], date(2019, 4, 1), date(2019, 4, 1)),
    ],
)
def test_a_list_that_may_be_short_answers_for_its_rows_and_the_month_before_it(days, covers, supplies):
    """Never for a month of which it says nothing, and never on the word of one mistyped date."""
    assert covered_from(AT_MOST, date(2019, 5, 3), days) == covers
    assert supplied_from(AT_MOST, date(2019, 5, 3), days) == supplies


@pytest.mark.parametrize(
    ("days", "since"),
    [
        ([], date(2018, 4, 1)),
        ([date(2018, 5, 20)], date(2018, 4, 1)),
        ([date(2017, 5, 20), date(2017, 6, 1)], date(2017, 4, 1)),
        ([date(2016, 5, 20), date(2016, 7, 1), date(2017, 5, 20), date(2018, 3, 31)], date(2016, 4, 1)),
        ([date(2017, 5, 20), date(2017, 5, 21)], date(2018, 4, 1)),
        ([date(2015, 5, 20), date(2015, 7, 1)], date(2018, 4, 1)),
    ],
)
def test_a_return_answers_for_whole_years_from_1_april(days, since):
    """As many as it tells of without a gap; days of one month alone may be mistyped and make no year."""
    of_the_year = Coverage(return_years=True)

    assert covered_from(of_the_year, date(2019, 3, 31), days) == since
    assert supplied_from(of_the_year, date(2019, 3, 31), days) == since


def test_a_list_of_some_children_proves_them_and_supplies_no_month(tmp_path):
    """The return tells of children missing from care alone: no figure of missing children may rest on it."""
    missing = {
        "missing_episode": """
            child_id | went_missing_on | returned_on
            Ann      | 2019-03-04      | 2019-03-05
        """
    }
    delivery = Delivery("2019-03-31", missing, Coverage(proves_only=True, some_children=True), rank=3)
    with engine(tmp_path, [delivery], last="2019-03") as running:
        assert not supplied_months(running.kept, "missing_episode", months_to(Month(2019, 3), 3))
        assert not supplied_month_ends(running.kept, "missing_episode", months_to(Month(2019, 3), 3))
        running.need("missing_episode")
        assert running.connection.execute("select child_id from missing_episode").fetchall() == [("Ann",)]
