"""Facts of what placements cost, and of children other councils place here."""

from everychild.facts.placement_costs import placement_costs, placements_notified
from everychild.layouts.layout import Coverage
from tests.small_council import Delivery, engine, facts_of

RECORDS = {
    "period_of_care": """
        child_id | started_on | ended_on   | legal_status
        Ann      | 2018-01-10 |            | C2
        Bea      | 2018-01-10 |            | C2
        Cal      | 2018-01-10 |            | V4
        Dee      | 2018-01-10 | 2019-04-30 | C2
        Eve      | 2018-01-10 |            | C2
    """,
    "placement": "child_id | started_on | placement_type\nAnn | 2018-01-10 | K2",
    "placement_cost": """
        child_id | cost_line_id | started_on | ended_on   | pounds_a_week
        Ann      | 1            | 2018-01-10 |            | 4200
        Ann      | 2            | 2019-03-01 | 2019-05-01 | 300
        Ann      | 3            | 2019-03-01 | 2019-04-30 | 900
        Bea      | 4            | 2018-01-10 |            |
        Cal      | 5            | 2018-01-10 |            | 100
        Dee      | 6            | 2018-01-10 |            | 100
    """,
    "placement_notification": """
        notification_id | notified_on | placing_council
        1               | 2019-04-01  | Eastmere
        2               | 2019-04-30  |
    """,
}


def test_all_a_child_costs_is_one_cost(tmp_path):
    """Ann’s two open lines together; Bea’s amount is not known. Short breaks and those who left are not in it."""
    with engine(tmp_path, [Delivery("2019-05-03", RECORDS, Coverage(months=60))], months=1) as running:
        rows = facts_of(running, placement_costs, "child_id", "pounds_a_week", "placement_type_name")

    assert rows == [("Ann", 4500, "Children’s home"), ("Bea", None, None)]


def test_a_notification_counts_on_the_day_it_arrived(tmp_path):
    """Whoever sent it; the child is not one of ours."""
    with engine(tmp_path, [Delivery("2019-05-03", RECORDS, Coverage(months=60))], months=1) as running:
        rows = facts_of(running, placements_notified, "happened_on", "child_id", "placing_council_name")

    assert [(str(day), child, council) for day, child, council in rows] == [
        ("2019-04-01", None, "Eastmere"),
        ("2019-04-30", None, None),
    ]
