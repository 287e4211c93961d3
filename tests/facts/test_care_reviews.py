"""Facts of the reviews of children in care."""

from everychild.facts.care_reviews import care_reviews
from tests.small_council import Delivery, engine, facts_of


def test_reviews_of_care_fall_due_after_twenty_working_days_then_three_months_then_six(tmp_path):
    """Ann came into care on Friday 4 January: due by 1 February, held that day; next by 1 May. Bea's was missed."""
    records = {
        "period_of_care": "child_id | started_on | ended_on\nAnn | 2019-01-04 | \nBea | 2019-03-29 |",
        "care_review": "child_id | held_on\nAnn | 2019-02-01\nAnn | 2019-04-30",
    }
    with engine(tmp_path, [Delivery("2019-12-03", records)], last="2019-11", months=11) as running:
        rows = facts_of(running, care_reviews, "child_id", "happened_on", "held_in_time")

    assert [(child, str(due), on_time) for child, due, on_time in rows] == [
        ("Ann", "2019-02-01", True),
        ("Ann", "2019-05-01", True),
        ("Ann", "2019-10-30", False),
        ("Bea", "2019-04-30", False),
    ]
