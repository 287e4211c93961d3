"""School terms: a council’s own where it has written them, usual ones where it has not."""

from dataclasses import replace
from datetime import date

import pytest

from everychild.calendar import Clock, CountsFrom, Unit, working_calendar
from everychild.council import council_from
from everychild.errors import SettingsError
from everychild.school_terms import SchoolTerm, usual_terms

TEN_SCHOOL_DAYS = Clock("ten", "from coming into care to a plan", 10, Unit.SCHOOL_DAYS, "local", "Local standard.")
SPRING = SchoolTerm("Spring 2019", date(2019, 1, 7), date(2019, 4, 5), date(2019, 2, 18), date(2019, 2, 22))
WRITTEN = """
[council]
name = "Northbrook"

[[calendar.terms]]
name = "Spring 2019"
starts_on = 2019-01-07
ends_on = 2019-04-05
half_term_from = 2019-02-18
half_term_to = {half_term_to}
"""


def test_a_usual_school_year_has_three_terms_with_a_week_off_in_each():
    """From September 2018: the half-terms are those most councils had."""
    autumn, spring, summer = usual_terms(2018)

    assert (autumn.half_term_from, autumn.half_term_to) == (date(2018, 10, 22), date(2018, 10, 26))
    assert (spring.half_term_from, spring.half_term_to) == (date(2019, 2, 18), date(2019, 2, 22))
    assert (summer.half_term_from, summer.half_term_to) == (date(2019, 5, 27), date(2019, 5, 31))
    assert {term.school_year for term in (autumn, spring, summer)} == {2018}


def test_school_days_run_in_term_alone():
    """Ten school days from Friday 8 February 2019, over half-term, end on Friday 1 March; from 24 July, in September."""
    calendar = working_calendar(2018, 2020)

    assert calendar.due_on(TEN_SCHOOL_DAYS, date(2019, 2, 8)) == date(2019, 3, 1)
    assert calendar.elapsed(TEN_SCHOOL_DAYS, date(2019, 2, 8), date(2019, 3, 1)) == 10
    assert calendar.due_on(TEN_SCHOOL_DAYS, date(2019, 7, 24)) == date(2019, 9, 16)
    assert not calendar.school.is_working_day(date(2019, 5, 6))  # a bank holiday in term


@pytest.mark.parametrize("counts_from", CountsFrom)
def test_every_day_at_once_is_as_one_by_one(counts_from):
    """The tables the engine joins say what the calendar says of each day."""
    calendar = working_calendar(2018, 2020)
    clock = replace(TEN_SCHOOL_DAYS, counts_from=counts_from)
    days, due, starts = calendar.days[:600], calendar.due_days(clock), calendar.start_numbers(clock)

    assert list(due[:600]) == [calendar.due_on(clock, day) for day in days]
    assert list(starts[:600]) == [calendar.start_number(clock, day) for day in days]


def test_a_council_writes_its_own_terms():
    """For the school years it has written; a usual year stands in for the rest."""
    own = council_from(WRITTEN.format(half_term_to="2019-02-22"))
    calendar = working_calendar(2018, 2020, own_terms=own.school_terms)

    assert own.school_terms == (SPRING,)
    assert [term.name for term in calendar.terms if term.school_year == 2018] == ["Spring 2019"]
    assert [term.name for term in calendar.terms if term.school_year == 2019] == [
        "Autumn 2019",
        "Spring 2020",
        "Summer 2020",
    ]


def test_a_term_whose_days_are_not_in_order_is_refused():
    with pytest.raises(SettingsError, match="calendar term 1"):
        council_from(WRITTEN.format(half_term_to="2019-04-22"))
