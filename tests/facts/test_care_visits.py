"""Facts of visits to children in care."""

from everychild.facts.care_visits import care_visits
from tests.small_council import Delivery, engine, facts_of


def test_a_visit_counts_from_a_fourth_birthday_and_while_in_care(tmp_path):
    """Ann turns four on 10 April. Bea refused; nobody saw Cal; Dee was in care until the day; Eve’s age is unknown."""
    records = {
        "child": """
            child_id | born_on
            Ann      | 2015-04-10
            Bea      | 2005-04-10
            Cal      | 2005-04-10
            Dee      | 2005-04-10
        """,
        "period_of_care": """
            child_id | started_on | ended_on
            Ann      | 2018-01-10 |
            Bea      | 2018-01-10 |
            Cal      | 2018-01-10 |
            Dee      | 2018-01-10 | 2019-04-10
            Eve      | 2018-01-10 |
        """,
        "visit": """
            child_id | kind             | visited_on | child_seen | seen_alone
            Ann      | care             | 2019-04-09 | yes        | yes
            Ann      | care             | 2019-04-10 | yes        | yes
            Ann      | child_protection | 2019-04-11 | yes        | yes
            Bea      | care             | 2019-04-10 |            | refused
            Cal      | care             | 2019-04-10 | no         | no
            Dee      | care             | 2019-04-10 | yes        |
            Dee      | care             | 2019-04-11 | yes        | yes
            Eve      | care             | 2019-04-10 | yes        | yes
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        rows = facts_of(running, care_visits, "child_id", "happened_on", "could_be_seen_alone", "seen_alone")

    assert [(child, str(day), could, alone) for child, day, could, alone in rows] == [
        ("Ann", "2019-04-09", False, "yes"),
        ("Ann", "2019-04-10", True, "yes"),
        ("Bea", "2019-04-10", False, "refused"),
        ("Dee", "2019-04-10", True, None),
        ("Eve", "2019-04-10", None, "yes"),
    ]
