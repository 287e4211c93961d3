"""Facts of children going missing."""

from everychild.facts.missing import missing_episodes, missing_now, returns
from tests.small_council import Delivery, engine, facts_of

RECORDS = {
    "missing_episode": """
        child_id | missing_id | went_missing_on | returned_on | kind    | missing_from
        Ann      | 1          | 2019-03-30      | 2019-04-01  | missing | home
        Ann      | 2          | 2019-04-18      | 2019-04-18  | missing | placement_out_of_area
        Bea      | 3          | 2019-04-20      | 2019-04-21  |         | home
        Cal      | 4          | 2019-04-28      |             | missing | home
        Dee      | 5          | 2019-04-10      | 2019-04-11  | away    | home
    """,
    "return_interview": """
        child_id | missing_id | needed | offered | completed_on
        Ann      | 1          | yes    | yes     | 2019-04-04
        Ann      | 2          | yes    | yes     | 2019-04-25
        Bea      | 3          | no     | no      |
    """,
}


def test_each_return_has_its_own_interview_and_easter_is_not_counted(tmp_path):
    """From Thursday 18 April, 25 April is three working days but seven days. Away is not missing."""
    with engine(tmp_path, [Delivery("2019-05-03", RECORDS)]) as running:
        rows = facts_of(
            running,
            returns,
            "child_id",
            "happened_on",
            "interview_needed",
            "working_days_to_interview",
            "days_to_interview",
        )

    assert [(child, str(day), *rest) for child, day, *rest in rows] == [
        ("Ann", "2019-04-01", True, 3, 3),
        ("Ann", "2019-04-18", True, 3, 7),
        ("Bea", "2019-04-21", False, None, None),
    ]


def test_episodes_count_when_they_start_and_children_missing_now_at_the_month_end(tmp_path):
    """Cal has not come back."""
    with engine(tmp_path, [Delivery("2019-05-03", RECORDS)], months=1) as running:
        started = facts_of(running, missing_episodes, "child_id", "month_no")
        now = facts_of(running, missing_now, "child_id")

    april = 2019 * 12 + 3
    assert [child for child, month in started if month == april] == ["Ann", "Bea", "Cal"]
    assert now == [("Cal",)]


def test_a_third_time_within_ninety_days_is_counted_back_from_each_time(tmp_path):
    """1 January is day 1, so 31 March is day 90 and still within; 1 April is not. Two on one day see each other."""
    records = {
        "missing_episode": """
            child_id | missing_id | went_missing_on | returned_on
            Ann      | 1          | 2019-01-01      | 2019-01-02
            Ann      | 2          | 2019-03-15      | 2019-03-15
            Ann      | 3          | 2019-03-31      | 2019-04-01
            Ann      | 4          | 2019-04-01      | 2019-04-02
            Bea      | 5          | 2019-04-05      | 2019-04-05
            Bea      | 6          | 2019-04-05      | 2019-04-05
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=4) as running:
        rows = facts_of(running, missing_episodes, "child_id", "happened_on", "times_lately", "times_very_lately")

    assert [(child, str(day), *rest) for child, day, *rest in rows] == [
        ("Ann", "2019-01-01", 1, 1),
        ("Ann", "2019-03-15", 2, 1),
        ("Ann", "2019-03-31", 3, 2),
        ("Ann", "2019-04-01", 3, 3),
        ("Bea", "2019-04-05", 2, 2),
        ("Bea", "2019-04-05", 2, 2),
    ]


def test_more_than_a_day_is_told_by_the_hour_and_else_by_the_day_where_that_settles_it(tmp_path):
    """24 hours exactly is not more. From one day to the next without times may be either."""
    records = {
        "missing_episode": """
            child_id | missing_id | went_missing_on | went_missing_at  | returned_on | returned_at
            Ann      | 1          | 2019-04-01      | 2019-04-01T18:00 | 2019-04-02  | 2019-04-02T18:00
            Bea      | 2          | 2019-04-01      | 2019-04-01T18:00 | 2019-04-02  | 2019-04-02T18:01
            Cal      | 3          | 2019-04-01      |                  | 2019-04-02  | 2019-04-02T23:00
            Dee      | 4          | 2019-04-01      |                  | 2019-04-01  |
            Eve      | 5          | 2019-04-01      |                  | 2019-04-03  |
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, returns, "child_id", "over_a_day")

    assert rows == [("Ann", False), ("Bea", True), ("Cal", None), ("Dee", False), ("Eve", True)]
