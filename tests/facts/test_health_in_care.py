"""Facts of reviews held, care plans, first health assessments and the outcomes list of children in care."""

from everychild.catalogue import BY_REF
from everychild.facts.children_in_care import children_in_care
from everychild.facts.health_in_care import (
    care_plans,
    initial_health_assessments,
    initial_health_assessments_overdue,
    outcomes_in_care,
)
from everychild.facts.reviews_held import reviews_held
from tests.small_council import Delivery, engine, facts_of


def test_a_review_held_tells_who_took_part_and_whether_the_officer_had_been_in_touch(tmp_path):
    """Ann turns four on the day of her second review. The officer saw her after the first: not on either day."""
    first = {
        "child": "child_id | born_on\nAnn | 2015-04-10\nBea | 2010-01-01",
        "period_of_care": """
            child_id | started_on | ended_on | legal_status | reviewing_officer_saw_on
            Ann      | 2018-12-14 |          | C2           | 2019-01-31
            Bea      | 2018-12-14 |          | V2           | 2019-01-10
            Cal      | 2018-12-14 |          | V3           | 2019-01-31
        """,
        "care_review": """
            child_id | held_on    | participation
            Ann      | 2019-01-10 | PN0
            Bea      | 2019-01-10 | PN1
        """,
    }
    second = {
        "period_of_care": """
            child_id | started_on | ended_on | legal_status | reviewing_officer_saw_on
            Ann      | 2018-12-14 |          | C2           | 2019-04-10
            Bea      | 2018-12-14 |          | V2           | 2019-04-09
        """,
        "care_review": """
            child_id | held_on    | participation
            Ann      | 2019-01-10 | PN0
            Bea      | 2019-01-10 | PN1
            Ann      | 2019-04-10 | PN6
            Bea      | 2019-04-09 |
        """,
    }
    with engine(tmp_path, [Delivery("2019-02-05", first), Delivery("2019-05-03", second)], months=4) as running:
        rows = facts_of(
            running,
            reviews_held,
            "child_id",
            "happened_on",
            "age",
            "participation",
            "is_later_review",
            "officer_in_touch",
        )

    assert [(child, str(day), *rest) for child, day, *rest in rows] == [
        ("Ann", "2019-01-10", 3, "PN0", False, False),
        ("Ann", "2019-04-10", 4, "PN6", True, True),
        ("Bea", "2019-01-10", 9, "PN1", False, False),
        ("Bea", "2019-04-09", 9, None, True, False),
    ]


FIRST_ASSESSMENTS = {
    "period_of_care": """
        child_id | started_on | ended_on   | legal_status | health_assessed_on
        Ann      | 2019-03-04 |            | V2           |
        Bea      | 2019-03-04 |            | V2           |
        Cal      | 2019-03-04 |            | V2           |
        Dev      | 2019-03-04 | 2019-04-01 | V2           |
        Eve      | 2019-03-04 |            | V4           |
        Fay      | 2015-03-02 |            | C2           | 2019-02-01
    """,
    "health_event": """
        child_id | kind               | completed_on | report_received_on | outcome
        Ann      | initial_assessment | 2019-02-20   |                    | completed
        Ann      | initial_assessment | 2019-04-01   | 2019-04-08         | completed
        Bea      | initial_assessment | 2019-03-20   |                    | did_not_attend
        Bea      | initial_assessment | 2019-04-02   |                    |
        Cal      | initial_assessment |              |                    | planned
        Cal      | dental             | 2019-03-20   |                    |
    """,
}


def test_a_first_health_assessment_falls_due_after_twenty_working_days_in_care(tmp_path):
    """Monday 4 March to Monday 1 April is 20 working days and 28 days. Dev left that day, so for him none fell due.

    An assessment before care does not count, nor one that the child was not at.
    """
    with engine(tmp_path, [Delivery("2019-05-03", FIRST_ASSESSMENTS)], months=2) as running:
        rows = facts_of(
            running,
            initial_health_assessments,
            "child_id",
            "happened_on",
            "working_days_to_assessment",
            "days_to_assessment",
            "working_days_to_report",
        )

    assert [(child, str(due), *rest) for child, due, *rest in rows if child != "Fay"] == [
        ("Ann", "2019-04-01", 20, 28, 25),
        ("Bea", "2019-04-01", 21, 29, None),
        ("Cal", "2019-04-01", None, None, None),
    ]


def test_a_first_assessment_is_overdue_until_any_assessment_is_known(tmp_path):
    """At the end of April Cal alone has had none: Fay, long in care, was assessed in February by Annex A."""
    with engine(tmp_path, [Delivery("2019-05-03", FIRST_ASSESSMENTS)], months=2) as running:
        rows = facts_of(running, initial_health_assessments_overdue, "child_id", "as_at")

    assert [(child, str(day)) for child, day in rows] == [("Cal", "2019-04-30")]


def test_health_checks_could_be_due_after_twenty_working_days(tmp_path):
    """For the other rule, that looks at everyone: due on Monday 1 April for those who came in on 4 March."""
    with engine(tmp_path, [Delivery("2019-05-03", FIRST_ASSESSMENTS)], last="2019-04", months=2) as running:
        rows = facts_of(running, children_in_care, "as_at", "child_id", "health_check_could_be_due")

    assert [(str(day), *rest) for day, *rest in rows if rest[0] == "Ann"] == [
        ("2019-03-31", "Ann", False),
        ("2019-04-30", "Ann", True),
    ]


def test_outcomes_are_those_of_the_list_taken_after_the_month_end(tmp_path):
    """A child in care for a year who is not on the list is not known. Ages are on the day."""
    records = {
        "child": "child_id | born_on\nAnn | 2002-04-30\nBea | 2014-05-01\nCal | 2009-04-30",
        "period_of_care": """
            child_id | started_on | ended_on | legal_status
            Ann      | 2018-04-30 |          | C2
            Bea      | 2016-01-10 |          | V2
            Cal      | 2018-05-01 |          | V2
        """,
        "care_outcome": """
            child_id | questionnaire_score | convicted | development_checked | immunised | substance_misuse
            Ann      | 0                   | no        |                     | yes       | yes
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=2) as running:
        rows = facts_of(
            running,
            outcomes_in_care,
            "as_at",
            "child_id",
            "age",
            "in_care_a_year",
            "questionnaire_score",
            "convicted",
            "development_checked",
            "immunised",
            "substance_misuse",
        )
        supplied = sorted(map(str, running.supplied(BY_REF["RH09"])))

    assert [rest for day, *rest in rows if str(day) == "2019-04-30"] == [
        ["Ann", 17, True, 0, False, None, True, True],
        ["Bea", 4, True, None, None, None, None, None],
        ["Cal", 10, False, None, None, None, None, None],
    ]
    assert supplied == ["2019-04"]


def test_a_care_plan_is_in_force_from_its_day_until_the_day_it_ends(tmp_path):
    """Ann’s was made anew on 30 April; Bea’s ended that day. Cal came in ten working days before: 12 April."""
    records = {
        "period_of_care": """
            child_id | started_on | ended_on | legal_status
            Ann      | 2018-04-30 |          | C2
            Bea      | 2018-04-30 |          | V2
            Cal      | 2019-04-12 |          | V2
            Dev      | 2019-04-17 |          | V2
        """,
        "care_plan": """
            child_id | started_on | ended_on
            Ann      | 2018-11-01 | 2019-04-30
            Ann      | 2019-04-30 |
            Bea      | 2018-11-01 | 2019-04-30
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        rows = facts_of(running, care_plans, "child_id", "plan_could_be_due", "plan_in_force")

    assert rows == [
        ("Ann", True, True),
        ("Bea", True, False),
        ("Cal", True, False),
        ("Dev", False, False),
    ]
