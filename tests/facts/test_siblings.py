"""Facts of brothers and sisters in care."""

from everychild.facts.siblings import sibling_groups
from everychild.layouts.layout import Coverage
from tests.small_council import Delivery, engine, facts_of


def test_a_group_lives_together_when_all_of_it_in_care_lives_in_one_home(tmp_path):
    """Group 1 in one home, 2 in two, 3 not known of Flo; Gus's sister has left care, so there is no group 4."""
    records = {
        "period_of_care": """
            child_id | started_on | ended_on
            Ann      | 2019-01-10 |
            Bea      | 2019-01-10 |
            Cal      | 2019-01-10 |
            Dee      | 2019-01-10 |
            Eve      | 2019-01-10 |
            Flo      | 2019-01-10 |
            Gus      | 2019-01-10 |
            Hal      | 2019-01-10 | 2019-04-30
        """,
        "sibling_plan": """
            child_id | sibling_group_id | started_on | ended_on | plan
            Ann      | 1                | 2019-02-10 |          | together
            Bea      | 1                | 2019-02-10 |          | together
            Cal      | 2                | 2019-02-10 |          | together
            Dee      | 2                | 2019-02-10 |          | apart
            Eve      | 3                | 2019-02-10 |          | together
            Flo      | 3                | 2019-02-10 |          |
            Gus      | 4                | 2019-02-10 |          | together
            Hal      | 4                | 2019-02-10 |          | together
        """,
        "placement": """
            child_id | started_on | home_id
            Ann      | 2019-01-10 | 7
            Bea      | 2019-01-10 | 8
            Bea      | 2019-04-30 | 7
            Cal      | 2019-01-10 | 7
            Dee      | 2019-01-10 | 8
            Eve      | 2019-01-10 | 7
            Flo      | 2019-01-10 |
            Gus      | 2019-01-10 | 7
            Hal      | 2019-01-10 | 7
        """,
    }
    deliveries = [Delivery("2019-05-03", records, Coverage(months=24))]
    with engine(tmp_path, deliveries, months=1) as running:
        rows = facts_of(running, sibling_groups, "source_id", "meant_to_live_together", "live_together")

    assert [answers for _, *answers in rows] == [[True, True], [False, False], [True, None]]
