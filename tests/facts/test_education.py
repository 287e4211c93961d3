"""Facts of education: first plans, plans by term, attendance, suspension, and children who are not at school."""

from everychild.catalogue import BY_REF
from everychild.facts.education import (
    education_in_care,
    home_educated,
    initial_education_plans,
    initial_education_plans_overdue,
    missing_education,
    months_at_school,
)
from tests.small_council import Delivery, engine, facts_of

CAME_IN = {
    "child": """
        child_id | born_on
        Ann      | 2008-06-01
        Bea      | 2014-08-31
        Cal      | 2014-09-01
        Dev      | 2002-08-31
        Eve      | 2002-09-01
        Fay      | 2008-06-01
    """,
    "period_of_care": """
        child_id | started_on | ended_on   | legal_status
        Ann      | 2019-03-04 |            | V2
        Bea      | 2019-03-04 |            | V2
        Cal      | 2019-03-04 |            | V2
        Dev      | 2019-03-04 |            | V2
        Eve      | 2019-03-04 |            | V2
        Fay      | 2019-03-04 | 2019-03-18 | V2
    """,
    "education_plan": """
        child_id | completed_on
        Ann      | 2019-02-01
        Ann      | 2019-03-18
        Bea      | 2019-03-19
        Dev      | 2019-03-08
    """,
}


def test_a_first_education_plan_falls_due_after_ten_school_days_in_care(tmp_path):
    """Monday 4 March to Monday 18 March is ten. A plan from before care does not count; Fay left on the day.

    School age is by the last 31 August: Bea was four that day and Cal was not; Dev was 16 and Eve 15.
    """
    with engine(tmp_path, [Delivery("2019-05-03", CAME_IN)], months=3) as running:
        rows = facts_of(
            running,
            initial_education_plans,
            "child_id",
            "happened_on",
            "school_age",
            "school_days_to_plan",
            "working_days_to_plan",
        )

    assert [(child, str(due), *rest) for child, due, *rest in rows] == [
        ("Ann", "2019-03-18", True, 10, 10),
        ("Bea", "2019-03-18", True, 11, 11),
        ("Cal", "2019-03-18", False, None, None),
        ("Dev", "2019-03-18", False, 4, 4),
        ("Eve", "2019-03-18", True, None, None),
    ]


def test_a_first_plan_is_overdue_until_one_is_made(tmp_path):
    """At the end of March and of April Eve alone, of school age, has none."""
    with engine(tmp_path, [Delivery("2019-05-03", CAME_IN)], months=2) as running:
        rows = facts_of(running, initial_education_plans_overdue, "child_id", "as_at")

    assert [(child, str(day)) for child, day in rows] == [("Eve", "2019-03-31"), ("Eve", "2019-04-30")]


def test_a_plan_is_of_this_term_of_the_last_whole_one_or_of_neither(tmp_path):
    """At the end of April 2019 the summer term has begun (16 April) and the spring term (4 January) is the last."""
    records = {
        "child": "child_id | born_on\n" + "\n".join(f"{name} | 2008-06-01" for name in ("Ann", "Bea", "Cal", "Dev")),
        "period_of_care": """
            child_id | started_on | ended_on
            Ann      | 2017-01-09 |
            Bea      | 2017-01-09 |
            Cal      | 2017-01-09 |
            Dev      | 2019-04-10 |
        """,
        "education_plan": "child_id | completed_on\nAnn | 2019-04-16\nBea | 2019-01-04\nCal | 2018-12-19",
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        rows = facts_of(
            running,
            education_in_care,
            "child_id",
            "school_age",
            "plan_age",
            "plan_could_be_due",
            "planned_since_last_term",
            "planned_this_term",
        )

    assert rows == [
        ("Ann", True, True, True, True, True),
        ("Bea", True, True, True, True, False),
        ("Cal", True, True, True, False, False),
        ("Dev", True, True, False, False, False),
    ]


ATTENDANCE = {
    "child": "child_id | born_on\n" + "\n".join(f"{name} | 2008-06-01" for name in ("Ann", "Bea", "Cal", "Dev")),
    "period_of_care": "child_id | started_on | ended_on\nAnn | 2017-01-09 |\nBea | 2017-01-09 |\nCal | 2017-01-09 |",
    "child_protection_plan": "child_id | started_on | ended_on\nAnn | 2019-01-09 |\nDev | 2019-01-09 |",
    "child_in_need_episode": "child_id | started_on | case_status\nEve | 2019-01-09 | in_need\nFay | 2019-01-09 | assessment",
    "school_attendance": """
        child_id | month_from | sessions_possible | sessions_attended | suspensions | school_place
        Ann      | 2018-04-01 | 40                | 0                 | 3           | full_time
        Ann      | 2018-06-01 | 40                | 30                | 1           | full_time
        Ann      | 2019-04-01 | 20                | 20                | 0           | part_time
        Bea      | 2019-03-01 | 40                | 36                | 0           | full_time
        Bea      | 2019-04-01 | 20                |                   | 0           |
        Dev      | 2019-04-01 | 20                | 15                | 0           | full_time
        Eve      | 2019-04-01 | 20                | 10                | 0           | full_time
        Fay      | 2019-04-01 | 20                | 10                | 0           | full_time
    """,
}


def test_school_is_looked_at_over_twelve_months_and_since_september(tmp_path):
    """April 2018 is thirteen months back at the end of April 2019. Ann missed 10 of 60, none of them this year.

    Bea missed 4 of 40, a tenth exactly; a month of which it is not known how much she attended is left out. Of Cal
    nothing is known.
    """
    with engine(tmp_path, [Delivery("2019-05-03", ATTENDANCE)], months=1) as running:
        rows = facts_of(
            running,
            education_in_care,
            "child_id",
            "at_school_in_year",
            "missed_a_tenth",
            "missed_a_tenth_this_year",
            "suspended",
            "suspended_this_year",
            "school_place",
        )

    assert rows == [
        ("Ann", True, True, False, True, False, "part_time"),
        ("Bea", True, True, True, False, False, None),
        ("Cal", False, None, None, None, None, None),
    ]


def test_a_month_at_school_counts_where_the_child_stood_at_its_end(tmp_path):
    """Ann is in care and on a plan: in care. Fay’s case is being assessed, so she is on no plan and not counted."""
    with engine(tmp_path, [Delivery("2019-05-03", ATTENDANCE)], months=1) as running:
        rows = facts_of(
            running, months_at_school, "child_id", "happened_on", "standing", "school_age", "sessions_attended"
        )

    assert [(child, str(day), *rest) for child, day, *rest in rows] == [
        ("Ann", "2019-04-30", "in_care", True, 20),
        ("Bea", "2019-04-30", "in_care", True, None),
        ("Dev", "2019-04-30", "protection_plan", True, 15),
        ("Eve", "2019-04-30", "in_need", None, 10),
    ]


def test_a_school_place_that_is_in_no_extract_is_not_supplied(tmp_path):
    """Attendance without places: the figure about places is absent, not nought."""
    without = {name: rows for name, rows in ATTENDANCE.items() if name != "school_attendance"} | {
        "school_attendance": "child_id | month_from | sessions_possible | sessions_attended\nAnn | 2019-04-01 | 20 | 20"
    }
    with engine(tmp_path, [Delivery("2019-05-03", without)], months=1) as running:
        supplied = {ref: len(running.supplied(BY_REF[ref])) for ref in ("RH15", "RH16", "RH18")}

    assert supplied == {"RH15": 1, "RH16": 1, "RH18": 0}


def test_a_child_is_on_each_register_once(tmp_path):
    """Ann was put down twice and counts once; Bea came off on the last day of the month."""
    records = {
        "home_education": """
            child_id | started_on | ended_on
            Ann      | 2018-09-04 |
            Ann      | 2019-01-04 |
            Bea      | 2018-09-04 | 2019-04-30
        """,
        "missing_education": "child_id | started_on | ended_on\nCal | 2019-04-30 |",
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        assert facts_of(running, home_educated, "child_id") == [("Ann",)]
        assert facts_of(running, missing_education, "child_id") == [("Cal",)]
