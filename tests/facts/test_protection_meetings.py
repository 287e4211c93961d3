"""Facts of strategy discussions, section 47 enquiries, conferences and core groups."""

from everychild.facts.child_protection.conferences import conferences_attended, core_groups, initial_conferences
from everychild.facts.child_protection.enquiries import (
    enquiries_awaiting_conference,
    enquiries_concluded,
    enquiries_due_a_conference,
    enquiries_open,
    strategy_discussions,
)
from tests.small_council import Delivery, engine, facts_of


def test_each_strategy_discussion_counts_with_what_it_led_to(tmp_path):
    """Ann was discussed twice on one day, by two discussions of their own."""
    records = {
        "strategy_discussion": """
            child_id | discussion_id | held_on    | outcome
            Ann      | 1             | 2019-04-02 | no_further_action
            Ann      | 2             | 2019-04-02 | joint_enquiry
            Bea      | 2             | 2019-04-02 |
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, strategy_discussions, "child_id", "outcome_name")

    assert rows == [("Ann", "An enquiry with the police"), ("Ann", "No further action"), ("Bea", "Not known")]


def test_whether_an_enquiry_led_to_a_conference_is_told_when_the_time_for_one_has_run(tmp_path):
    """15 working days from 28 March 2019 run out on 18 April; from 9 April, over Easter, on 2 May."""
    records = {
        "section_47_enquiry": """
            child_id | started_on | conference_not_required | conference_on
            Ann      | 2019-03-28 | no                      | 2019-04-25
            Bea      | 2019-03-28 | yes                     |
            Cal      | 2019-03-28 | no                      |
            Dee      | 2019-03-28 |                         |
            Eve      | 2019-04-09 | yes                     |
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, enquiries_due_a_conference, "child_id", "happened_on", "led_to_conference")

    assert [(child, str(day), led) for child, day, led in rows] == [
        ("Ann", "2019-04-18", True),
        ("Bea", "2019-04-18", False),
        ("Cal", "2019-04-18", None),
        ("Dee", "2019-04-18", None),
        ("Eve", "2019-05-02", False),
    ]


def test_an_enquiry_waits_for_its_conference_until_it_is_held_or_ruled_out(tmp_path):
    """At the end of April: Ann's is held in May, and Bea's conference was the day itself.

    Cal's was decided to be unnecessary; Dee's enquiry ended with an assessment, Eve's with a conference yet to come.
    Fay has been on a plan all along, Gil had his conference by another enquiry, and Hal's plan ended before this one.
    """
    records = {
        "section_47_enquiry": """
            child_id | started_on | conference_not_required | conference_on
            Ann      | 2019-04-05 | no                      | 2019-05-02
            Bea      | 2019-04-05 | no                      | 2019-04-30
            Cal      | 2019-04-05 | yes                     |
            Dee      | 2019-04-05 |                         |
            Eve      | 2019-04-05 |                         |
            Fay      | 2019-04-05 | no                      |
            Gil      | 2019-04-05 |                         |
            Hal      | 2019-04-05 |                         |
            Ivy      | 2019-05-01 |                         |
        """,
        "section_47_outcome": """
            child_id | started_on | ended_on   | outcome
            Dee      | 2019-04-05 | 2019-04-30 | assessment
            Eve      | 2019-04-05 | 2019-04-24 | conference
        """,
        "conference": "child_id | kind | held_on\nGil | initial | 2019-04-12\nHal | initial | 2019-04-01",
        "child_protection_plan": "child_id | started_on | ended_on\nFay | 2019-01-10 | \nHal | 2018-01-10 | 2019-04-04",
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        rows = facts_of(running, enquiries_awaiting_conference, "child_id", "working_days_waiting")

    assert rows == [("Ann", 15), ("Eve", 15), ("Hal", 15)]


def test_an_enquiry_is_concluded_in_the_month_it_ends_and_open_until_then(tmp_path):
    """From Saturday 30 March the first working day is Monday 1 April: to 24 April, over Easter, is 16 working days."""
    records = {
        "section_47_outcome": """
            child_id | started_on | ended_on   | outcome
            Ann      | 2019-03-30 | 2019-04-24 | conference
            Bea      | 2019-04-29 | 2019-04-29 |
            Cal      | 2019-03-28 |            |
            Dee      | 2019-04-29 | 2019-05-01 | no_further_action
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        concluded = facts_of(running, enquiries_concluded, "child_id", "working_days_taken", "outcome_name")
        still_open = facts_of(running, enquiries_open, "child_id", "working_days_open")

    assert concluded == [
        ("Ann", 16, "A conference"),
        ("Bea", 0, "Not known"),
        ("Dee", 2, "No further action"),
    ]
    assert still_open == [("Cal", 21), ("Dee", 1)]


def test_a_conference_is_a_working_day_later_where_the_day_of_the_discussion_is_day_one(tmp_path):
    """28 March to 18 April is 15 working days, or 16 with the day itself; a Saturday is not a day 1."""
    records = {
        "conference": """
            child_id | kind    | held_on    | enquiry_started_on
            Ann      | initial | 2019-04-18 | 2019-03-28
            Bea      | initial | 2019-04-18 | 2019-03-30
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(
            running,
            initial_conferences,
            "child_id",
            "working_days_from_strategy_discussion",
            "working_days_counting_the_discussion",
        )

    assert rows == [("Ann", 15, 16), ("Bea", 14, 14)]


def test_a_child_takes_part_by_giving_views_and_not_by_being_there(tmp_path):
    """Ann briefed an advocate; Bea came and gave none; nothing is said of Cal. Dee is four that day, Eve is three."""
    records = {
        "conference_attendance": """
            child_id | kind        | held_on    | participation
            Ann      | review      | 2019-04-10 | PN5
            Bea      | initial     | 2019-04-10 | PN4
            Cal      | transfer_in | 2019-04-10 |
            Dee      | pre_birth   | 2019-04-10 | PN6
            Eve      | review      | 2019-04-10 | PN0
        """,
        "child": """
            child_id | born_on
            Ann      | 2009-01-01
            Bea      | 2009-01-01
            Dee      | 2015-04-10
            Eve      | 2015-04-11
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(
            running, conferences_attended, "child_id", "gave_views", "is_four_or_over", "conference_kind_name"
        )

    assert rows == [
        ("Ann", True, True, "Review conference"),
        ("Bea", False, True, "Initial conference"),
        ("Cal", None, None, "Transfer in"),
        ("Dee", True, True, "Initial conference before birth"),
        ("Eve", False, False, "Review conference"),
    ]


def test_core_groups_fall_due_ten_working_days_after_the_start_and_then_every_six_weeks(tmp_path):
    """Ann's first was on the day her plan began; her second is due 42 days later and was held that day.

    Bea's first was due on Friday 15 March and held on the Monday. A meeting of another kind is no core group. Cal's
    plan ended on the day his first was due, so none was.
    """
    records = {
        "child_protection_plan": """
            child_id | started_on | ended_on
            Ann      | 2019-03-01 |
            Bea      | 2019-03-01 |
            Cal      | 2019-03-01 | 2019-03-15
        """,
        "plan_meeting": """
            child_id | kind                 | held_on
            Ann      | core_group           | 2019-03-01
            Ann      |                      | 2019-04-12
            Bea      | child_in_need_review | 2019-03-08
            Bea      | core_group           | 2019-03-18
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, core_groups, "child_id", "happened_on", "is_first", "done_on", "held_in_time")

    assert [(child, str(due), first, str(done), in_time) for child, due, first, done, in_time in rows] == [
        ("Ann", "2019-03-15", True, "2019-03-01", True),
        ("Ann", "2019-04-12", False, "2019-04-12", True),
        ("Ann", "2019-05-24", False, "None", False),
        ("Bea", "2019-03-15", True, "2019-03-18", False),
        ("Bea", "2019-04-29", False, "None", False),
    ]
