"""Facts of child protection."""

from everychild.facts.child_protection.conferences import initial_conferences, review_conferences
from everychild.facts.child_protection.enquiries import section_47_enquiries
from everychild.facts.child_protection.plans import children_on_plan, plans_ended, plans_started
from everychild.facts.child_protection.reports import meeting_reports
from everychild.facts.child_protection.visits import visit_gaps, visits_due
from tests.small_council import Delivery, engine, facts_of

PLANS = """
    child_id | started_on | ended_on   | earlier_plans
    Ann      | 2019-03-01 |            | 0
    Bea      | 2019-04-25 |            | 1
    Cal      | 2017-04-30 |            |
    Dee      | 2017-04-02 | 2019-04-02 |
    Eve      | 2019-01-02 | 2019-04-30 |
"""
VISITS = """
    child_id | kind             | visited_on | child_seen | place
    Ann      | child_protection | 2019-04-01 | yes        | home
    Ann      | child_protection | 2019-04-10 | yes        | home
    Ann      | child_protection | 2019-04-15 | no         | home
    Ann      | child_protection | 2019-04-16 | yes        | school
    Ann      | child_in_need    | 2019-04-17 | yes        | home
    Cal      | child_protection | 2019-04-02 | yes        | home
    Cal      | child_protection | 2017-04-01 | yes        | home
"""


def test_a_child_was_last_seen_on_a_visit_that_counts(tmp_path):
    """A child not in, a visit at school and a visit of another kind do not count; nor one before the plan."""
    records = {"child_protection_plan": PLANS, "visit": VISITS}
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        rows = facts_of(
            running, children_on_plan, "child_id", "working_days_since_seen", "working_days_on_plan", "open_two_years"
        )

    assert rows == [("Ann", 12, 40, False), ("Bea", None, 3, False), ("Cal", 18, 506, True)]


def test_a_school_visit_counts_where_the_council_says_so(tmp_path):
    """Ann was seen at school on 16 April: eight working days before the month end."""
    records = {"child_protection_plan": PLANS, "visit": VISITS}
    places = ("home", "school")
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1, visit_places=places) as running:
        rows = facts_of(running, children_on_plan, "child_id", "working_days_since_seen")

    assert rows[0] == ("Ann", 8)


def test_a_child_in_care_and_on_a_plan_has_a_dual_plan(tmp_path):
    """Ann came into care on the last day of April; Cal left it that day."""
    records = {
        "child_protection_plan": PLANS,
        "period_of_care": "child_id | started_on | ended_on\nAnn | 2019-04-30 | \nCal | 2018-01-01 | 2019-04-30",
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        rows = facts_of(running, children_on_plan, "child_id", "is_in_care")

    assert rows == [("Ann", True), ("Bea", False), ("Cal", False)]


def test_a_visit_falls_due_ten_working_days_after_the_one_before_or_the_start_of_the_plan(tmp_path):
    """Ann: due 15 March (never made till 1 April: 21 days), 15 April (made on the 10th), and 26 April (not made)."""
    records = {"child_protection_plan": PLANS, "visit": VISITS}
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=2) as running:
        rows = facts_of(running, visits_due, "child_id", "happened_on", "done_on", "working_days_to_visit")
        gaps = facts_of(running, visit_gaps, "child_id", "happened_on", "working_days_between")

    assert [(str(due), str(done), days) for child, due, done, days in rows if child == "Ann"] == [
        ("2019-03-15", "2019-04-01", 21),
        ("2019-04-15", "2019-04-10", 7),
        ("2019-04-26", "None", None),
    ]
    assert [(child, str(day), days) for child, day, days in gaps] == [("Ann", "2019-04-10", 7)]


def test_no_visit_is_due_after_the_plan_has_ended(tmp_path):
    """Dee's plan ended on the day a visit would have been due."""
    records = {
        "child_protection_plan": "child_id | started_on | ended_on\nDee | 2019-04-01 | 2019-04-15",
        "visit": VISITS,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        assert facts_of(running, visits_due, "child_id") == []


def test_a_plan_is_a_repeat_when_the_child_had_one_before(tmp_path):
    """By the case system's count (Bea), or by the plans we hold (Fay)."""
    records = {"child_protection_plan": PLANS.rstrip() + "\n Fay | 2018-12-10 | 2019-02-01 |\n Fay | 2019-04-10 | |"}
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        rows = facts_of(running, plans_started, "child_id", "is_repeat_plan", "month_no")

    april = 2019 * 12 + 3
    assert [(child, repeat) for child, repeat, month in rows if month == april] == [("Bea", True), ("Fay", True)]


def test_a_plan_of_two_years_to_the_day_is_a_long_one(tmp_path):
    """Dee's ran from 2 April 2017 to 2 April 2019."""
    with engine(tmp_path, [Delivery("2019-05-03", {"child_protection_plan": PLANS})], months=1) as running:
        rows = facts_of(running, plans_ended, "child_id", "lasted_two_years")

    assert rows == [("Dee", True), ("Eve", False)]


def test_a_conference_is_counted_from_the_strategy_discussion_that_began_the_enquiry(tmp_path):
    """28 March to 18 April 2019 is 15 working days. A transfer in is another clock's business."""
    records = {
        "conference": """
            child_id | kind        | held_on    | enquiry_started_on | led_to_plan
            Ann      | initial     | 2019-04-18 | 2019-03-28         | yes
            Bea      | initial     | 2019-04-18 |                    | no
            Cal      | transfer_in | 2019-04-18 | 2019-03-28         | yes
        """,
        "section_47_enquiry": "child_id | started_on\nAnn | 2019-03-28",
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(
            running, initial_conferences, "child_id", "working_days_from_strategy_discussion", "led_to_plan"
        )
        enquiries = facts_of(running, section_47_enquiries, "child_id")

    assert rows == [("Ann", 15, True), ("Bea", None, False)]
    assert enquiries == [("Ann",)]


def test_reviews_fall_due_three_months_after_the_plan_starts_and_then_every_six(tmp_path):
    """Ann's first was a day late; her second falls due in October. Bea's was never held."""
    records = {
        "child_protection_plan": "child_id | started_on | ended_on\nAnn | 2019-01-10 | \nBea | 2019-01-15 |",
        "review_conference": "child_id | held_on\nAnn | 2019-04-11",
    }
    with engine(tmp_path, [Delivery("2019-11-03", records)], last="2019-10", months=8) as running:
        rows = facts_of(running, review_conferences, "child_id", "happened_on", "held_in_time")

    assert [(child, str(due), on_time) for child, due, on_time in rows] == [
        ("Ann", "2019-04-10", False),
        ("Ann", "2019-10-11", False),
        ("Bea", "2019-04-15", False),
    ]


def test_a_report_is_on_time_so_many_working_days_before_its_meeting(tmp_path):
    """For Wednesday 24 April: shared on Tuesday 16 April it had four working days; on the day itself, none."""
    records = {
        "meeting_report": """
            child_id | meeting            | meeting_on | shared_on  | author
            Ann      | review_conference  | 2019-04-24 | 2019-04-16 | social_worker
            Bea      | care_review        | 2019-04-24 | 2019-04-24 |
            Cal      | initial_conference | 2019-04-24 |            | social_worker
            Dee      | care_review        | 2019-04-24 | 2019-04-26 | social_worker
            Eve      | care_review        | 2019-04-24 | 2019-04-16 | school
        """,
        "child_protection_plan": "child_id | started_on | ended_on\nAnn | 2019-01-10 |",
        "period_of_care": "child_id | started_on | ended_on\nAnn | 2019-01-10 | \nBea | 2019-01-10 |",
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, meeting_reports, "child_id", "working_days_before_meeting", "due_on", "dual_plan_name")

    assert [(child, days, str(due), dual) for child, days, due, dual in rows] == [
        ("Ann", 4, "2019-04-17", "On a dual plan"),
        ("Bea", 0, "2019-04-17", "Not on a dual plan"),
        ("Cal", None, "2019-04-23", "Not on a dual plan"),
        ("Dee", -2, "2019-04-17", "Not on a dual plan"),
    ]
