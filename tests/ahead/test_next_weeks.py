"""What falls due is known exactly: by hand, and by doing the work and counting again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.ahead import how_to_look
from everychild.calendar import Month
from everychild.catalogue import BY_REF, CATALOGUE
from everychild.facts import FACTS, Shape
from everychild.intake.reading import Rows
from everychild.layouts.layout import Coverage
from everychild.measure.due import Ahead, Looking, due_ahead, finished_ahead, standing_ahead
from everychild.narrative.ahead import ahead_in_words
from everychild.store.engine import Engine
from everychild.store.home import Home
from tests.editions import april_2019
from tests.generative.over_records import engine_over, extract_of
from tests.small_council import Delivery, engine

FIRST, LAST = date(2019, 5, 1), date(2019, 5, 28)
KNOWN = date(2019, 5, 3)


def test_visits_that_fall_due_by_what_is_open_now(tmp_path):
    """Ten working days from each visit, Easter and May Day left out.

    1 was seen on 17 April: due 3 May, and may be seen yet. 2, seen on 15 April, was due on 1 May: too late. 3 was due
    on 2 May and was seen that day, so its next is due on 17 May. 4 was seen on 30 April: due 15 May. 5’s plan has ended.
    """
    records = {
        "child_protection_plan": """
            child_id | started_on | ended_on
            1        | 2019-01-02 |
            2        | 2019-01-02 |
            3        | 2019-01-02 |
            4        | 2019-01-02 |
            5        | 2019-01-02 | 2019-05-02
        """,
        "visit": """
            child_id | visited_on | place | child_seen | kind
            1        | 2019-04-17 | home  | yes        | child_protection
            2        | 2019-04-15 | home  | yes        | child_protection
            3        | 2019-04-16 | home  | yes        | child_protection
            3        | 2019-05-02 | home  | yes        | child_protection
            4        | 2019-04-30 | home  | yes        | child_protection
            5        | 2019-04-30 | home  | yes        | child_protection
        """,
        "child": """
            child_id | born_on
            1        | 2010-01-01
            2        | 2010-01-01
            3        | 2010-01-01
            4        | 2010-01-01
            5        | 2010-01-01
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = running.rows_due(BY_REF["CP22"], FIRST, LAST)
    found = due_ahead("CP22", FIRST, LAST, KNOWN, rows)

    assert [(row.child_id, str(row.due_on), row.is_met) for row in rows] == [
        ("2", "2019-05-01", False),
        ("3", "2019-05-02", True),
        ("1", "2019-05-03", False),
        ("4", "2019-05-15", False),
        ("3", "2019-05-17", False),
    ]
    assert (found.met, found.lost, found.to_do) == (1, 1, 3)
    assert (found.if_all, found.if_none) == (Fraction(80), Fraction(20))
    assert found.needed(Fraction(60)) == 2
    assert found.needed(Fraction(90)) is None
    assert found.needed(Fraction(10)) == 0


def test_finished_work_is_looked_ahead_of_with_what_lies_open(tmp_path):
    """Within 30 working days of the request. 1 was finished in time on 2 May; 2, open, was due in April; 3, open, falls
    due by 28 May; 4, open, later."""
    records = {
        "early_help_assessment": """
            child_id | requested_on | started_on | completed_on | status
            1        | 2019-04-08   | 2019-04-09 | 2019-05-02   | completed
            2        | 2019-02-01   | 2019-02-04 |              | open
            3        | 2019-04-01   | 2019-04-02 |              | open
            4        | 2019-04-30   | 2019-05-01 |              | open
        """,
    }
    eh05, open_ones = BY_REF["EH05"], BY_REF["EH06"].of
    with engine(tmp_path, [Delivery("2019-05-03", records)], days_ahead=[KNOWN]) as running:
        finished, unfinished = running.rows_finished(eh05, FIRST, LAST), running.rows_open(open_ones, KNOWN)
    found = finished_ahead("EH05", FIRST, LAST, KNOWN, finished, unfinished)

    assert (found.met, found.lost, found.to_do) == (1, 1, 1)


def test_a_stock_is_told_as_it_would_stand_on_the_last_day(tmp_path):
    """Supervised within a month: the one of 30 April no longer is on 28 May plus its two days; the one of 2 May is."""
    records = {
        "allocation": """
            child_id | worker_id | role        | started_on | ended_on
            1        | W1        | case_worker | 2019-01-02 |
            2        | W1        | case_worker | 2019-01-02 |
            3        | W1        | case_worker | 2019-01-02 | 2019-05-02
        """,
        "supervision": """
            child_id | held_on    | recorded_on | kind
            1        | 2019-04-20 | 2019-04-21  | case
            2        | 2019-05-02 | 2019-05-02  | case
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], days_ahead=[LAST]) as running:
        found = standing_ahead("WF07", FIRST, LAST, KNOWN, running.rows_standing(BY_REF["WF07"], LAST))

    assert (found.met, found.to_do) == (1, 1)


DONE_BY = {
    "QA01": ("audit", "audited_on"),
    "QA09": ("serious_incident", "notified_on"),
    "SE11": ("ehc_advice", "received_on"),
    "AS08": ("assessment_review_point", "reviewed_on"),
}
"""Work whose being done is one date of one record, so that a test can do it."""


@pytest.mark.parametrize("ref", DONE_BY)
@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_doing_all_of_it_or_none_of_it_gives_the_two_ends(ref, seed):
    """Where every piece still to do is given its due day the figure is the one promised; where nothing is, the other."""
    table, done = DONE_BY[ref]
    indicator = BY_REF[ref]
    given_rows = _rows_of(table, done, Random(seed))
    with TemporaryDirectory() as folder:
        with engine_over(Path(folder) / "now", extract_of([given_rows]), extracted_on=KNOWN) as now:
            rows = now.rows_due(indicator, FIRST, LAST)
        told = due_ahead(ref, FIRST, LAST, KNOWN, rows)
        open_on = {row.source_id: row.due_on for row in rows if row.done_on is None and row.due_on >= KNOWN}
        with engine_over(Path(folder) / "done", extract_of([_done(given_rows, done, open_on)])) as after:
            met = [row.is_met for row in after.rows_due(indicator, FIRST, LAST)]

    assert len(met) == told.considered
    assert sum(met) == told.met + told.to_do
    assert sum(row.is_met for row in rows) == told.met


def _rows_of(table: str, done: str, chance: Random) -> Rows:
    """Some work of every age, done in time, late, or not yet; nothing done after the day the extract was taken."""
    from everychild.records import BY_NAME

    record = BY_NAME[table]
    began = {"serious_incident": "known_on", "ehc_advice": "asked_on"}.get(table, "due_on")
    columns: dict[str, list] = {column.name: [] for column in record.columns}
    for n in range(30):
        start = date(2019, 4, 1) + timedelta(days=chance.randrange(60))
        finished = start + timedelta(days=chance.randrange(-5, 50))
        row = {name: f"{name}{n}" for name in record.key if name.endswith("_id")}
        row |= {"child_id": f"C{n}", began: start, done: finished if finished <= KNOWN else None}
        for column in record.columns:
            columns[column.name].append(row.get(column.name, _filled(column, n, start)))
    return Rows(table, f"random.{table}", 1, Coverage(months=18), columns, [0] * 30, list(range(2, 32)))


def _filled(column, n, start):
    if not column.required:
        return None
    return {"date": start, "code": next(iter(column.codes.values)) if column.codes else None}.get(
        column.kind.value, f"{column.name}{n}"
    )


def _done(rows: Rows, done: str, open_on: dict[int, date]) -> Rows:
    from everychild.measure.lineage import source_cell

    by_row = {source_cell(source).row: day for source, day in open_on.items()}
    dates = [by_row.get(place, day) for place, day in zip(rows.rows, rows.columns[done], strict=True)]
    return replace(rows, columns={**rows.columns, done: dates})


def test_every_obligation_that_has_a_due_day_has_a_done_day(tmp_path):
    """Else what is done could not be told from what is not."""
    with Engine(Home(tmp_path), [], _calendar(), [Month(2019, 4)], {}, ()) as running:
        for fact in (fact for fact in FACTS if fact.due):
            running.make_facts([fact])
            names = [row[0] for row in running.connection.execute(f"describe {fact.name}").fetchall()]
            assert fact.due in names, fact.name
            assert fact.shape is Shape.OPEN or "done_on" in names, fact.name


def _calendar():
    from tests.small_council import calendar

    return calendar()


def test_which_indicators_can_be_looked_ahead_of():
    """The five areas the paper began with are among them; averages, counts and shares without a day are not."""
    found = {item.ref: how for item in CATALOGUE if (how := how_to_look(item)) is not None}

    assert {"CP22", "CP09", "RH03", "MS06"} <= {ref for ref, how in found.items() if how is Looking.DUE}
    assert {"EH05", "AS02"} <= {ref for ref, how in found.items() if how is Looking.FINISHED}
    assert {"CP21", "WF07"} <= {ref for ref, how in found.items() if how is Looking.STANDING}
    assert not {"EH04", "FD01", "MS07", "CP03", "CP26", "CL06"} & set(found)


def test_the_words_say_both_ends_and_what_would_do():
    """AS02 has a target of 85%."""
    item = april_2019().by_ref("AS02")
    told = Ahead("AS02", Looking.DUE, FIRST, LAST, KNOWN, met=13, lost=9, to_do=80)

    said = ahead_in_words(item, told)

    assert str(said.known).startswith("From 1 to 28 May 2019, as known on 3 May 2019: 102 ")
    assert str(said.known).endswith(", 13 done in time already, 9 too late already and 80 still to do.")
    assert str(said.comes_to) == "If all still to do are in time, 91.2%; if none, 12.7%."
    assert str(said.needed) == "74 of them in time would meet the target of 85% or more."


@pytest.mark.parametrize(
    ("met", "lost", "to_do", "says"),
    [
        (0, 20, 20, "Even all of them would not meet the target of 85% or more."),
        (0, 0, 6, "It takes all of them to meet the target of 85% or more."),
        (40, 0, 2, "Even that would meet the target of 85% or more."),
        (40, 0, 0, ""),
    ],
)
def test_a_target_out_of_reach_or_met_already_is_said_to_be(met, lost, to_do, says):
    item = april_2019().by_ref("AS02")

    assert str(ahead_in_words(item, Ahead("AS02", Looking.DUE, FIRST, LAST, KNOWN, met, lost, to_do)).needed) == says


def test_without_numbers_the_percentages_are_whole():
    """As a paper tells it that hides small numbers; 84.6% against a target of 85% is not told as 85%."""
    told = Ahead("AS02", Looking.DUE, FIRST, LAST, KNOWN, met=3, lost=2, to_do=8)

    said = ahead_in_words(april_2019().by_ref("AS02"), told, with_numbers=False)

    assert tuple(map(str, said.sentences)) == (
        "Of the work known on 3 May 2019 and due by 28 May 2019: if all still to do are in time, 84%; if none, 23%.",
    )


def test_reports_to_meetings_not_yet_held_are_not_known_and_the_meetings_are():
    item = april_2019().by_ref("CP09")

    said = ahead_in_words(item, Ahead("CP09", Looking.DUE, FIRST, LAST, KNOWN, 0, 0, 0, meetings=15))

    assert tuple(map(str, said.sentences)) == (
        "Reports are recorded with the meeting they were written for, so those to meetings still to come are not known. "
        "15 such meetings still to be held fall due by 28 May 2019: each needs one.",
    )
