"""A meeting’s days counted back, by hand and against counting one day after another."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild.calendar import Month, WorkingCalendar, working_calendar
from everychild.council import council_from
from everychild.errors import SettingsError
from everychild.meetings import Rules, Step, timetable

COUNCIL = '[council]\nname = "Smallville"\n'
JUNE_18 = date(2019, 6, 18)


@cache
def calendar() -> WorkingCalendar:
    return working_calendar(2017, 2020, {date(2018, 12, 27): "Closed"})


def test_the_meeting_of_tuesday_18_june_2019():
    """Papers out by Monday 10 June: 11, 12, 13, 14 and 17 June are the five clear days. April’s figures are checked by
    15 May (6 May is a bank holiday), before 28 May; May’s would be by 14 June. 49 days old, at the meeting."""
    days = timetable(JUNE_18, calendar(), Rules())
    assert days.papers_out_by == date(2019, 6, 10)
    assert [(due.step.working_days_before, due.on) for due in days.due] == [
        (9, date(2019, 5, 28)),
        (7, date(2019, 5, 30)),
        (5, date(2019, 6, 3)),
        (3, date(2019, 6, 5)),
        (2, date(2019, 6, 6)),
        (1, date(2019, 6, 7)),
    ]
    assert (days.latest_month, days.age_in_days) == (Month(2019, 4), 49)


def test_bank_holidays_and_the_councils_own_closures_do_not_count():
    """Wednesday 2 January 2019: 31, 28 and (27 is closed) 24 December, 21 and 20 December are clear; so 19 December."""
    assert timetable(date(2019, 1, 2), calendar(), Rules()).papers_out_by == date(2018, 12, 19)


@given(st.dates(date(2018, 2, 1), date(2020, 12, 31)), st.integers(5, 9), st.integers(0, 25), st.integers(0, 12))
def test_every_meeting_has_its_clear_days_and_no_later_month_could_be_ready(meeting, clear_days, ready_after, before):
    """Counted one day after another. Only days strictly between count; a day later would leave too few; and the month
    after the latest would be checked too late."""
    rules = Rules(clear_days, ready_after, (Step("first", "", before),))
    days = timetable(meeting, calendar(), rules)
    assert calendar().is_working_day(days.papers_out_by)
    assert between(days.papers_out_by, meeting) == clear_days
    first = days.due[0].on
    assert working(first, days.papers_out_by) == before
    assert working(days.latest_month.last_day, first) >= ready_after
    following = (days.latest_month + 1).last_day
    assert following > first or working(following, first) < ready_after


def between(start, end):
    return sum(calendar().is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days))


def working(start, end):
    """Working days after the start, up to and including the end."""
    return sum(calendar().is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


def test_a_council_says_its_own_steps():
    text = COUNCIL + (
        "[meetings]\nclear_days = 7\nfigures_ready_after = 5\n"
        'steps = [{ name = "Signed", who = "Director", working_days_before = 4 }, { name = "Final", working_days_before = 6 }]\n'
    )
    rules = council_from(text).meetings
    assert rules == Rules(7, 5, (Step("Signed", "Director", 4), Step("Final", "", 6)))
    assert [due.step.name for due in timetable(JUNE_18, calendar(), rules).due] == ["Final", "Signed"]
    assert council_from(COUNCIL).meetings == Rules()


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("clear_days = 4", "The law asks for 5"),
        ("figures_ready_after = -1", "nought or more"),
        ('steps = ["Signed"]', "should be a table"),
        ('steps = [{ name = "Signed" }]', "needs working_days_before"),
        ('steps = [{ name = "Signed", working_days_before = -2 }]', "counts back"),
    ],
)
def test_what_cannot_be_counted_by_is_refused(written, says):
    with pytest.raises(SettingsError, match=says):
        council_from(f"{COUNCIL}[meetings]\n{written}\n")
