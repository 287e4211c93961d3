"""Facts of child protection."""

from everychild.facts.child_protection.conferences import initial_conferences, review_conferences
from everychild.facts.child_protection.enquiries import section_47_enquiries
from everychild.facts.child_protection.plans import children_on_plan, plans_ended, plans_started
from everychild.facts.child_protection.reports import meeting_reports
from everychild.facts.child_protection.visits import visit_gaps, visits_due, visits_made
from everychild.layouts.layout import Coverage
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


def test_an_attempted_visit_is_no_visit_and_the_day_of_birth_decides_who_is_four(tmp_path):
    """Nobody was in on the 2nd; the visit of the 3rd was cancelled. Bea is four on the day she was seen, Cal is not."""
    records = {
        "visit": """
            child_id | kind             | visited_on | outcome   | child_seen | seen_alone | place
            Ann      | child_protection | 2019-04-01 | seen      | yes        | yes        | home
            Ann      | child_protection | 2019-04-02 | no_access |            | no         | home
            Ann      | child_protection | 2019-04-03 | cancelled |            |            |
            Ann      | child_protection | 2019-04-04 | seen      | yes        | yes        | school
            Ann      | care             | 2019-04-05 | seen      | yes        | yes        | home
            Bea      | child_protection | 2019-04-08 |           |            | refused    |
            Cal      | child_protection | 2019-04-08 |           | yes        | too_young  | home
            Dee      | child_protection | 2019-04-08 | seen      | no         | no         | home
            Eve      | child_protection | 2019-04-08 | seen      | yes        | yes        | home
        """,
        "child": "child_id | born_on\nAnn | 2010-01-01\nBea | 2015-04-08\nCal | 2015-04-09",
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, visits_made, "child_id", "happened_on", "seen_alone", "is_four_or_over")

    assert [(child, str(day), *rest) for child, day, *rest in rows] == [
        ("Ann", "2019-04-01", "yes", True),
        ("Bea", "2019-04-08", "refused", True),
        ("Cal", "2019-04-08", "too_young", False),
        ("Eve", "2019-04-08", "yes", None),
    ]


def test_a_return_to_a_plan_is_counted_from_the_end_of_the_one_before(tmp_path):
    """Ann's second plan began two years to the day after her first ended, Bea's a day later than that.

    Cal had one we do not hold, Dee one without an end, Eve's count says none but we hold one; Fay never had any.
    """
    records = {
        "child_protection_plan": """
            child_id | started_on | ended_on   | earlier_plans | first_category | latest_category
            Ann      | 2016-10-01 | 2017-04-10 |               |                |
            Ann      | 2019-04-10 |            | 1             | NEG            | EMO
            Bea      | 2016-10-01 | 2017-04-10 |               |                |
            Bea      | 2019-04-11 |            | 1             |                | PHY
            Cal      | 2019-04-12 |            | 1             |                |
            Dee      | 2018-01-01 |            |               |                |
            Dee      | 2019-04-12 |            | 1             |                |
            Eve      | 2018-01-01 | 2018-09-01 |               |                |
            Eve      | 2019-04-12 |            | 0             |                |
            Fay      | 2019-04-12 |            | 0             |                |
        """
    }
    everything = Coverage()
    with engine(tmp_path, [Delivery("2019-05-03", records, everything)], months=1) as running:
        rows = facts_of(
            running, plans_started, "child_id", "is_repeat_plan", "is_recent_repeat_plan", "category_name", "month_no"
        )

    april = 2019 * 12 + 3
    assert [tuple(row) for *row, month in rows if month == april] == [
        ("Ann", True, True, "Neglect"),
        ("Bea", True, False, "Physical abuse"),
        ("Cal", True, None, "Not known"),
        ("Dee", True, None, "Not known"),
        ("Eve", True, True, "Not known"),
        ("Fay", False, False, "Not known"),
    ]


def test_a_plan_lasts_whole_months_to_the_same_day_or_the_last_of_a_shorter_month(tmp_path):
    """30 November to 28 February is three months; 2 January to 1 April is not."""
    plans = """
        child_id | started_on | ended_on
        Ann      | 2018-11-30 | 2019-02-28
        Bea      | 2019-01-02 | 2019-04-01
        Cal      | 2019-01-02 | 2019-04-02
        Dee      | 2017-03-31 | 2019-03-30
        Eve      | 2017-03-31 | 2019-03-31
    """
    with engine(tmp_path, [Delivery("2019-05-03", {"child_protection_plan": plans})]) as running:
        rows = facts_of(running, plans_ended, "child_id", "months_lasted", "plan_length_name", "lasted_two_years")

    assert rows == [
        ("Ann", 3, "3 to 6 months", False),
        ("Bea", 2, "Under 3 months", False),
        ("Cal", 3, "3 to 6 months", False),
        ("Dee", 23, "18 to 24 months", False),
        ("Eve", 24, "2 years and over", True),
    ]


def test_how_long_a_plan_has_been_open_is_told_in_months_and_bands(tmp_path):
    """At the end of April: a plan of 31 January is three months old; one of 30 April a day old."""
    plans = """
        child_id | started_on | first_category | latest_category
        Ann      | 2019-01-31 | NEG            | EMO
        Bea      | 2019-04-30 | MUL            |
        Cal      | 2018-01-15 |                |
        Dee      | 2017-04-30 |                |
    """
    with engine(tmp_path, [Delivery("2019-05-03", {"child_protection_plan": plans})], months=1) as running:
        rows = facts_of(
            running,
            children_on_plan,
            "child_id",
            "months_on_plan",
            "plan_length_name",
            "open_two_years",
            "category_name",
        )

    assert rows == [
        ("Ann", 3, "3 to 6 months", False, "Emotional abuse"),
        ("Bea", 0, "Under 3 months", False, "More than one category"),
        ("Cal", 15, "12 to 18 months", False, "Not known"),
        ("Dee", 24, "2 years and over", True, "Not known"),
    ]


def test_a_child_on_a_plan_has_a_qualified_worker_or_not_or_nobody_knows(tmp_path):
    """Bea's allocation ended on the last day; Cal's worker is a family support worker; Dee's is not said to be either."""
    records = {
        "child_protection_plan": "child_id | started_on\nAnn | 2019-01-10\nBea | 2019-01-10\nCal | 2019-01-10\n"
        "Dee | 2019-01-10\nEve | 2019-01-10\nFay | 2019-01-10",
        "allocation": """
            child_id | worker_id | role           | started_on | ended_on   | qualified
            Ann      | W1        | case_worker    | 2019-01-10 |            | yes
            Ann      | W2        | case_worker    | 2019-04-20 |            | no
            Bea      | W1        | case_worker    | 2019-01-10 | 2019-04-30 | yes
            Cal      | W3        | family_support | 2019-01-10 |            | yes
            Dee      | W4        | case_worker    | 2019-01-10 |            |
            Eve      | W5        | case_worker    | 2019-01-10 |            | no
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        rows = facts_of(running, children_on_plan, "child_id", "has_qualified_worker")

    assert rows == [
        ("Ann", True),
        ("Bea", False),
        ("Cal", False),
        ("Dee", None),
        ("Eve", False),
        ("Fay", False),
    ]
