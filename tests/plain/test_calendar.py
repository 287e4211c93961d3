"""Months, working days and clocks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripts.bank_holidays import YEARS

from everychild.calendar import (
    Clock,
    CountsFrom,
    FinancialYear,
    Month,
    Unit,
    WorkingCalendar,
    add_months,
    clear_days_before,
    english_bank_holidays,
    looked_up,
    months_to,
    working_calendar,
)
from everychild.facts.clocks import CLOCKS
from tests.small_council import calendar

DAYS = st.dates(date(2012, 1, 1), date(2020, 12, 31))


def clock(length: int, unit: Unit = Unit.WORKING_DAYS, counts_from=CountsFrom.DAY_NOUGHT, *, backwards=False) -> Clock:
    return Clock("test", "for a test", length, unit, "local", "a test", counts_from, backwards=backwards)


def test_the_bank_holidays_of_england_include_the_ones_proclaimed_once():
    """The wedding, the jubilees, the funeral and the coronation; and the May Day moved in 2020."""
    proclaimed = (date(2011, 4, 29), date(2012, 6, 5), date(2020, 5, 8), date(2022, 9, 19), date(2023, 5, 8))

    found = english_bank_holidays(range(2011, 2024))

    assert all(day in found for day in proclaimed)
    assert date(2020, 5, 4) not in found


@given(st.sets(st.integers(1980, 2055), max_size=4))
def test_bank_holidays_kept_are_those_the_library_knows(years):
    """Years beyond our table included. Where this fails: python -m scripts.bank_holidays."""
    assert english_bank_holidays(years) == looked_up(years)
    assert list(english_bank_holidays(years)) == sorted(looked_up(years))


def test_every_year_that_is_kept():
    """One by one, so that what the library learns of later is not missed."""
    for year in YEARS:
        assert english_bank_holidays([year]) == looked_up([year]), year


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2019-04-12", "2019-04-29", 9),  # Easter lies between
        ("2019-04-18", "2019-04-25", 3),
        ("2019-04-18", "2019-04-18", 0),
        ("2019-04-20", "2019-04-23", 1),  # from a Saturday
        ("2018-12-24", "2019-01-02", 4),
        ("2019-04-23", "2019-04-18", -1),
    ],
)
def test_working_days_are_those_after_the_start_up_to_and_including_the_end(start, end, days):
    """Counted by hand on a calendar."""
    assert calendar().working_days(date.fromisoformat(start), date.fromisoformat(end)) == days


def test_a_council_s_closure_days_do_not_count():
    """Between 24 December 2018 and 2 January 2019 there are four working days, and one where the council closes."""
    closed = {date(2018, 12, day): "Closed" for day in (27, 28, 31)}
    own = WorkingCalendar(calendar().first, calendar().last, calendar().bank_holidays, closed)

    assert own.working_days(date(2018, 12, 24), date(2019, 1, 2)) == 1


def test_papers_for_18_june_2019_are_out_by_monday_10_june():
    """Five clear days: neither the day of publication nor the day of the meeting counts."""
    assert clear_days_before(date(2019, 6, 18), 5, calendar()) == date(2019, 6, 10)


def test_three_months_after_the_last_of_november_is_the_last_of_february():
    """And a leap year's is the 29th."""
    assert add_months(date(2018, 11, 30), 3) == date(2019, 2, 28)
    assert add_months(date(2019, 11, 30), 3) == date(2020, 2, 29)
    assert add_months(date(2019, 3, 31), -1) == date(2019, 2, 28)


def test_a_thing_is_due_on_the_last_day_it_is_still_on_time():
    """Three working days from Thursday 18 April 2019; the same with that day as day 1; 72 hours as three days."""
    thursday = date(2019, 4, 18)

    assert calendar().due_on(clock(3), thursday) == date(2019, 4, 25)
    assert calendar().due_on(clock(3, counts_from=CountsFrom.DAY_ONE), thursday) == date(2019, 4, 24)
    assert calendar().due_on(clock(3, Unit.CALENDAR_DAYS), thursday) == date(2019, 4, 21)
    assert calendar().due_on(clock(3, backwards=True), date(2019, 4, 24)) == date(2019, 4, 17)


@given(day=DAYS, length=st.integers(1, 60), counts=st.sampled_from(CountsFrom))
def test_elapsed_and_due_agree(day, length, counts):
    """On the due day no more than the length has run; on the next working day more has."""
    own = clock(length, counts_from=counts)
    due = calendar().due_on(own, day)
    after = calendar().add_working_days(due, 1)

    assert calendar().elapsed(own, day, due) == length
    assert calendar().elapsed(own, day, after) == length + 1


@given(day=DAYS, length=st.integers(0, 20))
def test_a_report_shared_on_the_day_it_is_due_is_on_time_and_a_working_day_later_is_not(day, length):
    """Backwards clocks count from sharing to meeting."""
    own = clock(length, backwards=True)
    due = calendar().due_on(own, day)
    later = calendar().add_working_days(due, 1)

    assert calendar().working_days(due, day) >= length
    assert calendar().working_days(later, day) < length


@pytest.mark.parametrize("own", CLOCKS, ids=lambda own: own.name)
@pytest.mark.parametrize("counts", CountsFrom)
def test_a_whole_calendar_of_due_days_is_the_single_rule_day_by_day(own, counts):
    """The fast way and the plain way."""
    own = Clock(**{**vars(own), "counts_from": counts})
    short = WorkingCalendar(date(2016, 1, 1), date(2019, 12, 31), calendar().bank_holidays)

    assert list(short.due_days(own)) == [short.due_on(own, day) for day in short.days]
    assert list(short.start_numbers(own)) == [short.start_number(own, day) for day in short.days]


def test_months_add_subtract_and_know_their_financial_year():
    """March belongs to the year that began the April before."""
    assert Month.of("2019-04") - 1 == Month(2019, 3)
    assert Month(2018, 11) + 3 == Month(2019, 2)
    assert Month(2019, 3).financial_year == FinancialYear(2018)
    assert str(FinancialYear(2018)) == "2018-19"
    assert [str(month) for month in months_to(Month(2019, 1), 3)] == ["2018-11", "2018-12", "2019-01"]
    assert Month(2020, 2).last_day == date(2020, 2, 29)


@pytest.mark.parametrize("text", ["2019-4", "April", "2019-13", "19-04", "2019/04", ""])
def test_what_is_not_a_month_is_refused_with_how_to_write_one(text):
    """Never a guess."""
    with pytest.raises(ValueError, match="not a month"):
        Month.of(text)


def test_a_day_outside_the_calendar_is_refused_and_not_counted_as_nought():
    """Loud, because a silent nought would be a wrong figure."""
    with pytest.raises(ValueError, match="outside the calendar"):
        calendar().ordinal(calendar().last + timedelta(days=1))


def test_whole_years_are_made_with_the_council_s_own_days():
    """From the package's list of holidays."""
    own = working_calendar(2018, 2019, {date(2018, 12, 27): "Closed"})

    assert not own.is_working_day(date(2018, 12, 27))
    assert not own.is_working_day(date(2019, 4, 19))
    assert own.is_working_day(date(2019, 4, 18))
