"""Facts of posts, social workers and how they are held up."""

from everychild.facts.staff import caseloads, posts, social_workers_by_month
from tests.small_council import Delivery, engine, facts_of

STAFF = {
    "staff": """
        told_on    | post_id | worker_id | fte | agency | started_on | left_on    | left_because | vacant_fte | days_absent | absent_on_day | newly_qualified
        2019-03-31 | 1       | W1        | 100 | no     | 2015-01-05 |            |              | 0          | 0           | no            | no
        2019-03-31 | 2       | W2        | 60  | no     | 2015-01-05 |            |              | 40         | 0           | no            | no
        2019-04-30 | 1       | W1        | 100 | no     | 2015-01-05 |            |              | 0          | 150         | no            | no
        2019-04-30 | 2       | W2        | 60  | no     | 2015-01-05 | 2019-04-12 | resigned     | 100        |             |               | no
        2019-04-30 |         | W6        | 100 | no     | 2015-01-05 | 2019-01-11 | retired      |            |             |               |
        2019-04-30 | 3       | W3        | 100 | yes    | 2019-04-01 |            |              | 100        |             | no            |
        2019-04-30 | 4       |           |     |        |            |            |              | 100        |             |               |
        2019-04-30 | 5       | W5        | 80  |        | 2019-01-07 |            |              | 0          | 0           | yes           | yes
    """,
    "staff_supervision": """
        worker_id | held_on    | recorded_on
        W1        | 2019-03-30 | 2019-04-01
        W3        | 2019-03-29 | 2019-03-29
        W5        | 2019-04-10 | 2019-05-02
    """,
}


def test_a_vacancy_is_vacant_though_an_agency_worker_covers_it(tmp_path):
    """W2 has left and the whole post is vacant. Whether W5 is from an agency is not known: neither rate has it."""
    with engine(tmp_path, [Delivery("2019-05-03", STAFF)], months=1) as running:
        rows = facts_of(running, posts, "worker_id", "in_post", "vacant_fte", "post_fte", "agency_fte", "working_fte")

    assert rows == [
        ("W1", True, 0, 100, 0, 100),
        ("W2", False, 100, 100, 0, 0),
        ("W3", True, 100, 100, 100, 100),
        ("W5", True, 0, None, None, None),
        (None, False, 100, 100, 0, 0),
    ]


def test_supervision_holds_for_a_month_once_it_is_written_up(tmp_path):
    """W1’s of 30 March holds to 30 April. W3 began on 1 April, so a month has not passed. W5’s is not written up."""
    with engine(tmp_path, [Delivery("2019-05-03", STAFF)], months=1) as running:
        rows = facts_of(running, posts, "worker_id", "supervision_could_be_due", "supervised_in_time", "absent")

    assert rows[:4] == [
        ("W1", True, True, False),
        ("W2", True, False, None),
        ("W3", False, False, False),
        ("W5", True, False, True),
    ]


def test_a_leaver_counts_twelve_times_and_agency_workers_not_at_all(tmp_path):
    """April 2019 had 20 working days, so W1 could have worked 20 and lost one and a half."""
    with engine(tmp_path, [Delivery("2019-05-03", STAFF)], months=1) as running:
        rows = facts_of(
            running,
            social_workers_by_month,
            "happened_on",
            "worker_id",
            "employed_fte",
            "leaver_fte",
            "voluntary_leaver_fte",
            "days_absent",
            "days_available",
        )

    assert [(str(day), *rest) for day, *rest in rows if str(day) > "2019-04-01"] == [
        ("2019-04-30", "W1", 100, 0, 0, 150, 2000),
        ("2019-04-30", "W2", 0, 720, 720, None, 0),
    ]


def test_the_last_snapshot_of_a_month_tells_it(tmp_path):
    """Half a week and nine children is eighteen; half a week and ten is twenty. Whoever holds none is left out."""
    records = {
        "caseload": """
            told_on    | worker_id | fte | children
            2019-04-02 | W1        | 100 | 30
            2019-04-26 | W1        | 50  | 9
            2019-04-26 | W2        | 50  | 10
            2019-04-26 | W3        | 90  | 17
            2019-04-26 | W4        |     | 12
            2019-04-26 | W5        | 100 | 0
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        rows = facts_of(running, caseloads, "worker_id", "children_for_each_full_time")

    assert rows == [("W1", 18), ("W2", 20), ("W3", 19), ("W4", None)]
