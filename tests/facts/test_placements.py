"""Facts of placements: where children in care live, and their moves."""

from everychild.facts.children_in_care import care_started, children_in_care
from everychild.facts.placements import placed_children, placement_moves
from everychild.layouts.layout import Coverage
from tests.small_council import Delivery, engine, facts_of

LONG = Coverage(months=60)


def test_two_years_with_the_same_carer_by_the_departments_rule(tmp_path):
    """Ann two years to the day; Bea a day short; Cal’s new name for the same home and Dee’s hospital end nothing.

    Eve is with adopters, and before that with one carer: two years together. Fay was placed with adopters by two
    carers, of whom only the last counts. Gus is sixteen, Hal has not been in care for two and a half years.
    """
    records = {
        "child": """
            child_id | born_on
            Ann      | 2010-05-01
            Bea      | 2010-05-01
            Cal      | 2010-05-01
            Dee      | 2010-05-01
            Eve      | 2014-05-01
            Fay      | 2014-05-01
            Gus      | 2003-04-30
            Hal      | 2010-05-01
        """,
        "period_of_care": """
            child_id | started_on
            Ann      | 2016-10-30
            Bea      | 2016-10-30
            Cal      | 2016-10-30
            Dee      | 2016-10-30
            Eve      | 2016-10-30
            Fay      | 2016-10-30
            Gus      | 2016-10-30
            Hal      | 2016-11-01
        """,
        "placement": """
            child_id | started_on | ended_on   | placement_type | same_carer
            Ann      | 2016-10-30 | 2017-04-30 | U6             | no
            Ann      | 2017-04-30 |            | U4             | no
            Bea      | 2016-10-30 | 2017-05-01 | U6             | no
            Bea      | 2017-05-01 |            | U4             | no
            Cal      | 2016-10-30 | 2018-10-30 | U6             | no
            Cal      | 2018-10-30 |            | U4             | yes
            Dee      | 2016-10-30 | 2019-04-10 | U6             | no
            Dee      | 2019-04-10 |            | T1             | no
            Eve      | 2017-04-30 | 2019-04-01 | U6             | no
            Eve      | 2019-04-01 |            | A6             | no
            Fay      | 2016-10-30 | 2018-04-01 | U6             | no
            Fay      | 2018-04-01 | 2019-04-01 | U6             | no
            Fay      | 2019-04-01 |            | A6             | no
            Gus      | 2016-10-30 |            | U6             | no
            Hal      | 2016-11-01 |            | U6             | no
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, LONG)], months=1) as running:
        rows = facts_of(running, placed_children, "child_id", "should_be_settled", "with_same_carer")

    assert rows == [
        ("Ann", True, True),
        ("Bea", True, False),
        ("Cal", True, True),
        ("Dee", True, True),
        ("Eve", True, True),
        ("Fay", True, False),
        ("Gus", False, True),
        ("Hal", False, True),
    ]


def test_where_children_live(tmp_path):
    """Exactly 20 miles is not more than 20; 999.9 is the return’s way to say not known; Dee’s placement is unknown."""
    records = {
        "child": "child_id | born_on\nAnn | 2003-04-30\nBea | 2001-04-30\nCal | 2001-05-01",
        "period_of_care": """
            child_id | started_on
            Ann      | 2019-01-10
            Bea      | 2019-01-10
            Cal      | 2019-01-10
            Dee      | 2019-01-10
        """,
        "placement": """
            child_id | started_on | placement_type | provider | tenths_of_a_mile_from_home | unregistered
            Ann      | 2019-01-10 | U6             | PR1      | 200                        | no
            Bea      | 2019-01-10 | K2             | PR4      | 201                        | yes
            Cal      | 2019-01-10 | H5             | PR4      | 9999                       |
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, LONG)], months=1) as running:
        rows = facts_of(
            running,
            placed_children,
            "child_id",
            "far_from_home",
            "fostered",
            "council_provides",
            "in_childrens_home",
            "in_supported_accommodation",
            "unregistered",
            "aged_16_or_17",
            "placement_type_name",
        )

    assert rows == [
        ("Ann", False, True, True, False, False, False, True, "Foster care with other carers"),
        ("Bea", True, False, False, True, False, True, False, "Children’s home"),
        ("Cal", None, False, False, False, True, None, True, "Supported accommodation"),
        ("Dee", None, None, None, None, None, None, None, None),
    ]


def test_a_move_is_from_carer_to_carer_within_one_time_in_care(tmp_path):
    """Hospital and a new name for the same home are no moves; coming back into care is none either."""
    records = {
        "period_of_care": """
            child_id | started_on | ended_on
            Ann      | 2018-06-01 |
            Bea      | 2018-06-01 | 2019-01-01
            Bea      | 2019-04-01 |
        """,
        "placement": """
            child_id | started_on | ended_on   | placement_type | same_carer | reason_ended
            Ann      | 2018-06-01 | 2019-04-01 | U6             | no         | CREQB
            Ann      | 2019-04-01 | 2019-04-05 | K2             | no         |
            Ann      | 2019-04-05 | 2019-04-08 | T1             | no         |
            Ann      | 2019-04-08 | 2019-04-20 | K2             | yes        | CARPL
            Ann      | 2019-04-20 | 2019-04-22 | U6             | no         | PLACE
            Ann      | 2019-04-22 |            | U4             | yes        |
            Bea      | 2018-06-01 | 2019-01-01 | U6             | no         |
            Bea      | 2019-04-01 |            | U6             | no         |
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, LONG)], months=1) as running:
        rows = facts_of(running, placement_moves, "child_id", "happened_on", "unplanned", "placement_type_name")

    assert [(child, str(day), unplanned, left) for child, day, unplanned, left in rows] == [
        ("Ann", "2019-04-01", True, "Foster care with other carers"),
        ("Ann", "2019-04-20", False, "Children’s home"),
    ]


def test_the_first_placement_of_those_whose_distance_counts(tmp_path):
    """Bea came to the country alone, Cal went to his parents; where Dee was placed is not known."""
    records = {
        "period_of_care": """
            child_id | started_on | unaccompanied
            Ann      | 2019-04-01 | no
            Bea      | 2019-04-01 | yes
            Cal      | 2019-04-01 |
            Dee      | 2019-04-01 |
        """,
        "placement": """
            child_id | started_on | placement_type | tenths_of_a_mile_from_home
            Ann      | 2018-01-01 | U6             | 10
            Ann      | 2019-04-01 | U6             | 201
            Ann      | 2019-04-10 | U6             | 10
            Bea      | 2019-04-01 | U6             | 201
            Cal      | 2019-04-01 | P1             | 201
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, LONG)], months=1) as running:
        rows = facts_of(running, care_started, "child_id", "first_distance_counts", "first_placed_far")

    assert rows == [("Ann", True, True), ("Bea", False, True), ("Cal", False, True), ("Dee", False, None)]


def test_over_a_year_at_home_under_a_full_order(tmp_path):
    """Ann a day over a year, Bea a year to the day. Cal’s order is an interim one by the newest spell of status."""
    records = {
        "period_of_care": """
            child_id | started_on | legal_status
            Ann      | 2017-01-10 | C2
            Bea      | 2017-01-10 | C2
            Cal      | 2017-01-10 | C2
        """,
        "legal_status_spell": """
            child_id | started_on | ended_on   | legal_status
            Cal      | 2017-01-10 | 2019-04-30 | C2
            Cal      | 2019-04-30 |            | C1
        """,
        "placement": """
            child_id | started_on | placement_type
            Ann      | 2018-04-29 | P1
            Bea      | 2018-04-30 | P1
            Cal      | 2017-01-10 | P1
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, LONG)], months=1) as running:
        rows = facts_of(running, children_in_care, "child_id", "legal_status", "long_at_home_on_order")

    assert rows == [("Ann", "C2", True), ("Bea", "C2", False), ("Cal", "C1", False)]
