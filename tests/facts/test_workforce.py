"""Facts of the workforce."""

from everychild.facts.workforce import allocated_cases, case_workers, work_recorded
from tests.small_council import Delivery, engine, facts_of

RECORDS = {
    "allocation": """
        child_id | worker_id | role        | started_on | ended_on   | team
        Ann      | W1        | case_worker | 2018-12-01 | 2019-04-10 | North
        Ann      | W2        | case_worker | 2019-04-10 |            | South
        Bea      | W2        | case_worker | 2019-04-15 |            | South
        Cal      | W2        | case_worker | 2018-12-01 |            | South
        Cal      | W3        | co_worker   | 2018-12-01 |            | South
        Dee      | W1        | case_worker | 2018-12-01 |            | North
    """,
    "supervision": """
        child_id | held_on    | recorded_on | kind
        Ann      | 2019-04-01 | 2019-04-02  | case
        Cal      | 2019-04-25 | 2019-05-02  | case
        Cal      | 2019-03-20 | 2019-03-22  | case
        Dee      | 2019-03-30 | 2019-03-30  | case
    """,
    "visit": "child_id | kind | visited_on | recorded_on\nAnn | care | 2019-04-18 | 2019-04-23",
}


def test_supervision_not_yet_written_up_is_not_known_to_be_done(tmp_path):
    """Cal's of 25 April was written up in May. Dee's of 30 March holds to 30 April. Bea is new: nothing is due."""
    with engine(tmp_path, [Delivery("2019-05-03", RECORDS)], months=1) as running:
        rows = facts_of(running, allocated_cases, "child_id", "team", "supervision_could_be_due", "supervised_in_time")

    assert rows == [
        ("Ann", "South", True, True),
        ("Bea", "South", False, False),
        ("Cal", "South", True, False),
        ("Dee", "North", True, True),
    ]


def test_a_caseload_is_children_held_by_a_case_worker(tmp_path):
    """A co-worker holds none."""
    with engine(tmp_path, [Delivery("2019-05-03", RECORDS)], months=1) as running:
        rows = facts_of(running, case_workers, "team", "children_held")

    assert rows == [("North", 1), ("South", 3)]


def test_the_recording_lag_is_counted_in_the_month_of_the_writing_up(tmp_path):
    """A visit on Thursday 18 April written up on Tuesday 23 April took one working day: Easter lay between."""
    with engine(tmp_path, [Delivery("2019-05-03", RECORDS)], months=1) as running:
        rows = facts_of(running, work_recorded, "happened_on", "child_id", "working_days_to_record")

    assert [(str(day), child, days) for day, child, days in rows if str(day) >= "2019-04-02"] == [
        ("2019-04-02", "Ann", 1),
        ("2019-04-23", "Ann", 1),
        ("2019-05-02", "Cal", 5),
    ]
