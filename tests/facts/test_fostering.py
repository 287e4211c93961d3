"""Facts of fostering: of households, and of no child."""

from everychild.facts.fostering import changes, enquiries, households
from everychild.layouts.layout import Coverage
from tests.small_council import Delivery, engine, facts_of

YEAR = Coverage(months=12)
HOUSEHOLDS = {
    "fostering_household": """
        household_id | approved_on | ended_on   | kind       | places | children_placed | reviewed_on | visited_unannounced_on | extended_on
        Ash          | 2017-01-10  |            | mainstream | 2      | 1               | 2018-04-30  | 2018-04-29             |
        Birch        | 2018-04-30  |            | connected  | 1      | 1               |             |                        |
        Cedar        | 2018-04-29  | 2019-04-30 | mainstream | 3      |                 |             |                        |
        Damson       | 2019-01-08  |            | temporary  | 1      | 1               |             |                        |
        Elder        | 2019-01-07  |            | temporary  | 1      | 1               |             |                        | 2019-04-20
        Fir          | 2019-01-09  | 2019-04-15 | temporary  | 1      |                 |             |                        |
        Fir          | 2019-04-15  |            | connected  | 1      | 1               |             |                        |
    """
}


def test_a_household_is_told_as_the_next_extract_has_it(tmp_path):
    """A year to the day is in time. 8 January is 112 days before 30 April, and Elder’s approval was extended."""
    with engine(tmp_path, [Delivery("2019-05-03", HOUSEHOLDS, YEAR)], months=1) as running:
        rows = facts_of(
            running,
            households,
            "source_id & 16777215",
            "is_temporary",
            "places",
            "children_placed",
            "approved_a_year",
            "reviewed_in_time",
            "visited_unannounced",
            "past_temporary_time",
        )

    assert [(line, *rest[:-1]) for line, *rest in rows] == [
        (2, False, 2, 1, True, True, False),
        (3, False, 1, 1, False, False, False),
        (5, True, 1, 1, False, False, False),
        (6, True, 1, 1, False, False, False),
        (8, False, 1, 1, False, False, False),
    ]
    assert {line: past for line, *_, past in rows if line in (5, 6)} == {5: False, 6: False}


def test_a_temporary_approval_runs_out_the_day_after_its_sixteen_weeks(tmp_path):
    """From 7 January 2019 the last day is 29 April; extended, it is 24 June."""
    ash = "household_id | approved_on | kind | extended_on\nAsh | 2019-01-07 | temporary |\n"
    birch = "Birch | 2019-01-07 | temporary | 2019-04-20"
    with engine(tmp_path, [Delivery("2019-05-03", {"fostering_household": ash + birch}, YEAR)], months=1) as running:
        rows = facts_of(running, households, "source_id & 16777215", "past_temporary_time")

    assert rows == [(2, True), (3, False)]


def test_approvals_in_full_add_one_and_their_ends_take_one_away(tmp_path):
    """Cedar stopped on 30 April; Fir, temporary until then, was approved in full on 15 April."""
    with engine(tmp_path, [Delivery("2019-05-03", HOUSEHOLDS, YEAR)]) as running:
        rows = facts_of(running, changes, "happened_on", "change", "child_id")

    assert [(str(day), change) for day, change, _ in rows if str(day) >= "2019-01-01"] == [
        ("2019-04-15", 1),
        ("2019-04-30", -1),
    ]
    assert {child for *_, child in rows} == {None}


def test_an_enquiry_is_followed_for_nine_months(tmp_path):
    """Asked on 15 July, due by 15 April: Ash on the day, Birch a day late, Cedar never."""
    records = {
        "fostering_enquiry": """
            enquiry_id | enquired_on | approved_on
            Ash        | 2018-07-15  | 2019-04-15
            Birch      | 2018-07-15  | 2019-04-16
            Cedar      | 2018-07-31  |
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, Coverage(months=24))]) as running:
        rows = facts_of(running, enquiries, "happened_on", "approved_in_time")

    assert [(str(day), so) for day, so in rows] == [
        ("2019-04-15", False),
        ("2019-04-15", True),
        ("2019-04-30", False),
    ]
