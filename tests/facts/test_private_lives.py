"""Facts of private fostering, of allegations, and of pre-proceedings."""

from everychild.facts.pre_proceedings import pre_proceedings_started
from everychild.facts.private_lives import allegations_concluded, allegations_open, private_fostering
from tests.small_council import Delivery, engine, facts_of


def test_a_privately_fostered_child_is_visited_within_seven_working_days_of_being_told(tmp_path):
    """Told on 10 April 2019, the seventh working day is the 23rd, after Easter."""
    arrangements = """
        child_id | notified_on | first_visited_on
        Ann      | 2019-04-10  | 2019-04-23
        Bea      | 2019-04-10  | 2019-04-24
        Cal      | 2019-04-10  |
    """
    with engine(tmp_path, [Delivery("2019-05-03", {"private_fostering": arrangements})]) as running:
        rows = facts_of(running, private_fostering, "child_id", "working_days_to_visit")

    assert rows == [("Ann", 7), ("Bea", 8), ("Cal", None)]


ALLEGATIONS = """
    allegation_id | referred_on | concluded_on | workplace
    L1            | 2019-03-15  | 2019-04-15   | education
    L2            | 2019-03-14  | 2019-04-15   | foster_care
    L3            | 2018-04-01  | 2019-04-02   |
    L4            | 2019-03-30  |              | health
    L5            | 2019-03-29  | 2019-05-01   | health
"""


def test_an_allegation_has_a_month_to_the_day(tmp_path):
    """15 March to 15 April is in time. The third took a day longer than a year."""
    with engine(tmp_path, [Delivery("2019-05-03", {"allegation": ALLEGATIONS})]) as running:
        columns = ("workplace_name", "concluded_in_time", "concluded_by_second", "concluded_by_longest")
        rows = facts_of(running, allegations_concluded, "happened_on", *columns)

    assert [row[1:] for row in rows if str(row[0]) < "2019-05-01"] == [
        ("Not known", False, False, False),
        ("Education", True, True, True),
        ("Foster care", False, True, True),
    ]


def test_an_open_allegation_is_late_the_day_after_its_month(tmp_path):
    """Reported on 30 March, it is due on 30 April and not late yet; the day before, it was."""
    with engine(tmp_path, [Delivery("2019-05-03", {"allegation": ALLEGATIONS})], months=1) as running:
        rows = facts_of(running, allegations_open, "child_id", "workplace_name", "is_late")

    assert rows == [(None, "Health", False), (None, "Health", True)]


def test_a_family_meeting_is_offered_before_the_letter_or_with_it(tmp_path):
    """A day after is too late, and never is never."""
    began = """
        child_id | letter_sent_on | meeting_offered_on
        Ann      | 2019-04-10     | 2019-04-10
        Bea      | 2019-04-10     | 2019-04-11
        Cal      | 2019-04-10     |
    """
    with engine(tmp_path, [Delivery("2019-05-03", {"pre_proceedings": began})]) as running:
        rows = facts_of(running, pre_proceedings_started, "child_id", "family_meeting_offered")

    assert rows == [("Ann", True), ("Bea", False), ("Cal", False)]
