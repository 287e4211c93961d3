"""Facts of adoption and of plans for permanence."""

from everychild.facts.adoption import children_waiting, decisions, permanence_plans, placement_orders, plans_ended
from everychild.layouts.layout import Coverage
from tests.small_council import Delivery, engine, facts_of

YEAR = Coverage(months=12)


def test_a_plan_ends_with_the_adoption_or_with_a_change_of_plan(tmp_path):
    """Ann was fostered by her adopters first. Bea was matched before the order. Cal’s plan was changed."""
    records = {
        "period_of_care": "child_id | started_on | ended_on | team\nAnn | 2018-01-01 | 2019-04-10 | North",
        "adoption": """
            child_id | entered_care_on | decided_on | placement_order_on | matched_on | placed_on  | fostering_for_adoption_on | adopted_on | reversed_on | reversed_reason
            Ann      | 2018-01-01      | 2018-05-01 | 2018-06-01         | 2018-08-01 | 2018-08-20 | 2018-03-02                | 2019-04-10 |             |
            Bea      | 2018-01-01      | 2018-05-01 | 2018-06-01         | 2018-05-20 | 2018-06-10 |                           | 2019-04-11 |             |
            Cal      | 2018-01-01      | 2018-05-01 |                    |            |            |                           |            | 2019-04-12  | RD2
            Dee      | 2018-01-01      | 2018-05-01 | 2018-06-01         |            |            |                           |            |             |
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, YEAR)]) as running:
        rows = facts_of(
            running,
            plans_ended,
            "child_id",
            "team",
            "adopted",
            "reversed_reason",
            "days_to_adoptive_home",
            "days_to_match",
        )

    assert rows == [
        ("Ann", "North", True, None, 60, 61),
        ("Bea", None, True, None, 160, 0),
        ("Cal", None, False, "RD2", None, None),
    ]


def test_decisions_and_orders_are_counted_on_their_own_days(tmp_path):
    """Cal has no order."""
    records = {
        "adoption": "child_id | decided_on | placement_order_on\nAnn | 2019-03-01 | 2019-04-01\nCal | 2019-04-02 |"
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, YEAR)]) as running:
        decided = facts_of(running, decisions, "child_id", "happened_on")
        ordered = facts_of(running, placement_orders, "child_id", "happened_on")

    assert [(child, str(day)) for child, day in decided] == [("Ann", "2019-03-01"), ("Cal", "2019-04-02")]
    assert [(child, str(day)) for child, day in ordered] == [("Ann", "2019-04-01")]


def test_a_child_waits_while_in_care_and_neither_placed_nor_changed_away_from(tmp_path):
    """Bea was matched in May. Cal left care, Dee was placed on the last day, Eve’s plan was changed, Fay is fostered."""
    care = "\n".join(f"{child} | 2018-03-01 | {'2019-04-01' if child == 'Cal' else ''}" for child in NAMES)
    records = {
        "period_of_care": f"child_id | started_on | ended_on\n{care}",
        "adoption": """
            child_id | decided_on | placement_order_on | matched_on | placed_on  | reversed_on | fostering_for_adoption_on
            Ann      | 2018-07-01 |                    |            |            |             |
            Bea      | 2018-07-01 | 2018-12-31         | 2019-05-01 |            |             |
            Cal      | 2018-07-01 | 2018-12-31         |            |            |             |
            Dee      | 2018-07-01 | 2018-12-31         | 2019-04-01 | 2019-04-30 |             |
            Eve      | 2018-07-01 | 2018-12-31         |            |            | 2019-04-30  |
            Fay      | 2018-07-01 | 2018-12-31         | 2019-03-01 |            |             | 2018-06-01
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, YEAR)], months=1) as running:
        rows = facts_of(
            running,
            children_waiting,
            "child_id",
            "has_placement_order",
            "days_without_adoptive_home",
            "days_without_match",
        )

    assert rows == [("Ann", False, 425, None), ("Bea", True, 425, 120), ("Fay", True, None, None)]


NAMES = ("Ann", "Bea", "Cal", "Dee", "Eve", "Fay")


def test_a_plan_for_permanence_falls_due_four_months_into_care(tmp_path):
    """Ann and Bea came on 10 December: due by 10 April. Cal left on the day itself. Dee’s is not due until May."""
    records = {
        "period_of_care": """
            child_id | started_on | ended_on   | permanence_plan | legal_status
            Ann      | 2018-12-10 |            | adoption        | C2
            Bea      | 2018-12-10 |            |                 | V2
            Cal      | 2018-12-10 | 2019-04-10 |                 | V2
            Dee      | 2019-01-01 |            |                 | V2
            Eve      | 2018-12-10 |            |                 | V4
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        rows = facts_of(running, permanence_plans, "child_id", "happened_on", "has_permanence_plan")

    assert [(child, str(day), has) for child, day, has in rows] == [
        ("Ann", "2019-04-10", True),
        ("Bea", "2019-04-10", False),
    ]
