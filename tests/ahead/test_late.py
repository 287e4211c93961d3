"""A month as first told and as known now: by hand, and the parts always add up."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from everychild import month_end
from everychild.calendar import Month
from everychild.catalogue import BY_REF
from everychild.late import late
from everychild.measure.late import Counted, FirstTold, first_told, recording_lag
from everychild.measure.lineage import RowBehind
from everychild.narrative.late import late_in_words, late_without_numbers
from everychild.report.work import Work, work_told
from tests.report.lively import lively
from tests.small_council import Delivery, engine
from tests.story.test_load_and_close import APRIL, ASSESSMENTS, THIRD_OF_MAY, a_file, home, load

__all__ = ["home"]
MARCH = Month(2019, 3)
CP22, MS06 = BY_REF["CP22"], BY_REF["MS06"]
RETURNS = """
    child_id | missing_id | went_missing_on | returned_on | kind
    1        | 1          | 2019-03-04      | 2019-03-05  | missing
    2        | 2          | 2019-03-11      | 2019-03-12  | missing
    3        | 3          | 2019-03-28      | 2019-03-29  | missing
    4        | 4          | 2019-03-18      | 2019-03-19  | missing
"""
FIRST = """
    child_id | missing_id | needed | offered | completed_on
    1        | 1          | yes    | yes     | 2019-03-07
    2        | 2          | yes    | yes     |
    3        | 3          | yes    | yes     |
    4        | 4          | yes    | yes     | 2019-03-20
"""
AGAIN = """
    child_id | missing_id | needed | offered | completed_on
    1        | 1          | yes    | yes     | 2019-03-07
    2        | 2          | yes    | yes     | 2019-03-14
    3        | 3          | yes    | yes     | 2019-04-03
    4        | 4          | yes    | yes     | 2019-03-26
"""


def test_written_up_later_done_later_and_put_right_are_three_things(tmp_path):
    """First told on 2 April: 1 and 4 of four. 2’s interview of 14 March was written up later; 3’s was held on 3 April,
    in time and after the first telling; 4’s day was put right, and is late. So 2 of 4, 3 of 4, 4 of 4, and now 3 of 4."""
    first = Delivery("2019-04-02", {"missing_episode": RETURNS, "return_interview": FIRST})
    second = Delivery("2019-05-03", {"missing_episode": RETURNS, "return_interview": AGAIN})
    with engine(tmp_path / "then", [first], last="2019-03") as running:
        then = running.rows_behind(MS06, MARCH, MARCH)
    with engine(tmp_path / "now", [first, second]) as running:
        now, done = running.rows_behind(MS06, MARCH, MARCH), running.done_days(MS06.of, MARCH)

    told = first_told(MS06, MARCH, date(2019, 4, 2), date(2019, 5, 3), then, now, done)

    assert (told.first, told.written_up, told.done_since, told.now) == (
        Counted(2, 4),
        Counted(3, 4),
        Counted(4, 4),
        Counted(3, 4),
    )
    assert (told.rows_written_up, told.rows_done_since, told.rows_otherwise) == (1, 1, 1)
    assert [told.recording_cost(MS06), told.done_after(MS06), told.otherwise(MS06)] == [25, 25, -25]
    item = lively().by_ref("MS06")
    assert tuple(map(str, late_in_words(item, [told], []))) == (
        "March 2019: as first told on 2 April 2019 50%, as known on 3 May 2019 75%: +25.0 points from work written up "
        "later, +25.0 points from work done only from that day on and −25.0 points from rows taken out or changed.",
    )


rows = st.lists(
    st.builds(
        lambda child, day, considered, met, source: RowBehind(
            source,
            considered,
            considered and met,
            int(considered and met),
            int(considered),
            f"C{child}",
            date(2019, 3, 1) + timedelta(days=day),
        ),
        st.integers(0, 3),
        st.integers(0, 3),
        st.booleans(),
        st.booleans(),
        st.integers(0, 50),
    ),
    max_size=12,
)


@given(then=rows, now=rows, days=st.lists(st.integers(0, 90), min_size=51, max_size=51))
def test_the_parts_add_up_to_the_change(then, now, days):
    """Whatever came, went or changed, and nothing is left over where every row is where it was."""
    done = {(row.source_id, row.own_date, row.child_id): row.own_date + timedelta(days[row.source_id]) for row in now}

    told = first_told(CP22, MARCH, date(2019, 4, 3), date(2019, 5, 3), then, now, done)

    parts = [told.recording_cost(CP22), told.done_after(CP22), told.otherwise(CP22)]
    if None not in parts:
        assert sum(parts) == told.now.value(CP22) - told.first.value(CP22)
    assert told.now == Counted(sum(row.numerator for row in now), sum(row.denominator for row in now))
    if sorted(then) == sorted(now):
        assert (told.rows_written_up, told.rows_done_since, told.rows_otherwise) == (0, 0, 0)


def test_a_home_tells_months_by_its_extracts(home, tmp_path):
    """An assessment finished in March and written up in April was missing from March’s first telling."""
    first = ASSESSMENTS.replace("01/03/2019,04/03/2019,29/04/2019", "01/02/2019,04/02/2019,")
    load(home, a_file(tmp_path, first + "0005,01/02/2019,,20/03/2019,North\n"), date(2019, 4, 3))
    second = ASSESSMENTS.replace("01/03/2019,04/03/2019,29/04/2019", "01/02/2019,04/02/2019,28/03/2019")
    load(home, a_file(tmp_path, second + "0005,01/02/2019,,20/03/2019,North\n", "again.csv"), date(2019, 5, 3))
    edition = month_end.close(home, APRIL, THIRD_OF_MAY)

    found = late(home, edition, ["EH05", "CP22"])

    assert set(found) == {"EH05"}
    april, march, *_ = found["EH05"].months
    assert (april.month, april.now, april.first_known_on) == (APRIL, None, date(2019, 5, 3))
    assert (march.first, march.now, march.rows_written_up) == (Counted(0, 1), Counted(0, 2), 1)


def test_the_lag_is_told_by_its_middle_and_nine_in_ten():
    """Ten known: the fifth is 4, the ninth 8. The one that does not say is told apart."""
    lag = recording_lag("visit", [0, 1, 2, 3, 4, 5, 6, 7, 8, 30, None])

    assert (lag.middle, lag.nine_in_ten, lag.unknown) == (4, 8, 1)
    assert recording_lag("visit", [None]).middle is None


def test_a_paper_names_no_month_that_changed_by_a_small_number():
    """Two interviews of 26 are two children."""
    edition = lively()
    told = FirstTold(
        "MS06", MARCH, date(2019, 4, 3), date(2019, 5, 3), Counted(20, 26), Counted(22, 26), Counted(22, 26),
        Counted(22, 26), 2, 0, 0,
    )  # fmt: skip

    said = work_told(edition, Work(first_told={"MS06": [told]}))["MS06"]

    assert str(said[1]).endswith(str(late_without_numbers([told])[0]))
    assert "7.7" not in str(said[1])
    assert told.recording_cost(MS06) == Fraction(100, 13)
