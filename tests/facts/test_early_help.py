"""Facts of early help."""

from everychild.calendar import CountsFrom
from everychild.facts import clocks
from everychild.facts.early_help import assessments_completed, assessments_open
from tests.small_council import Delivery, engine, facts_of

ASSESSMENTS = """
    child_id | requested_on | completed_on | status
    Ann      | 2019-04-12   | 2019-04-29   | completed
    Bea      | 2019-04-18   | 2019-04-25   |
    Cal      | 2019-04-20   | 2019-04-23   | completed
    Dee      | 2019-02-01   |              | open
    Eve      | 2019-02-04   | 2019-05-02   | completed
    Fay      | 2019-02-04   | 2019-04-30   | abandoned
"""


def test_working_days_run_from_the_request_and_skip_easter(tmp_path):
    """12 to 29 April 2019 is nine working days; a start on a Saturday makes the next working day day 1."""
    with engine(tmp_path, [Delivery("2019-05-03", {"early_help_assessment": ASSESSMENTS})]) as running:
        rows = facts_of(running, assessments_completed, "child_id", "working_days_taken")

    assert rows == [("Ann", 9), ("Bea", 3), ("Cal", 1), ("Eve", 61)]


def test_where_the_day_itself_is_day_one_each_is_a_day_longer_except_from_a_weekend(tmp_path):
    """The counting rule is data on the clock."""
    inclusive = {
        "early_help_assessment": type(clocks.EARLY_HELP_ASSESSMENT)(
            **{**vars(clocks.EARLY_HELP_ASSESSMENT), "counts_from": CountsFrom.DAY_ONE}
        )
    }
    deliveries = [Delivery("2019-05-03", {"early_help_assessment": ASSESSMENTS})]
    with engine(tmp_path, deliveries, clocks=inclusive) as running:
        rows = facts_of(running, assessments_completed, "child_id", "working_days_taken")

    assert rows[:3] == [("Ann", 10), ("Bea", 4), ("Cal", 1)]


def test_an_assessment_abandoned_is_neither_completed_nor_open(tmp_path):
    """Fay's family withdrew. Dee's is open at all three month ends, Eve's until May, Ann's at none."""
    with engine(tmp_path, [Delivery("2019-05-03", {"early_help_assessment": ASSESSMENTS})]) as running:
        rows = facts_of(running, assessments_open, "as_at", "child_id", "working_days_open")

    assert [(str(day), child) for day, child, _ in rows] == [
        ("2019-02-28", "Dee"),
        ("2019-02-28", "Eve"),
        ("2019-03-31", "Dee"),
        ("2019-03-31", "Eve"),
        ("2019-04-30", "Dee"),
        ("2019-04-30", "Eve"),
    ]
    assert rows[0][2] == 19
