"""Facts of early help."""

from datetime import date

from everychild.calendar import CountsFrom, Month
from everychild.catalogue import BY_REF
from everychild.facts import clocks
from everychild.facts.early_help import (
    assessments_completed,
    assessments_open,
    children_helped,
    children_in_early_help,
    episodes_followed_up,
    episodes_started,
    requests,
)
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


def test_an_assessment_belongs_to_the_last_request_before_it(tmp_path):
    """Ann’s two requests, one assessment. Bea’s came a month and a day later, and so from something else."""
    records = {
        "early_help_request": """
            child_id | received_on | decided_on | step_down
            Ann      | 2019-04-01  | 2019-04-04 | no
            Ann      | 2019-04-08  | 2019-04-12 | yes
            Bea      | 2019-04-01  |            |
        """,
        "early_help_assessment": "child_id | requested_on\nAnn | 2019-04-08\nBea | 2019-05-02",
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, requests, "child_id", "working_days_to_decision", "is_step_down", "led_to_assessment")

    assert rows == [("Ann", 3, False, False), ("Ann", 4, True, True), ("Bea", None, None, False)]


def test_an_agency_is_the_council_by_the_words_in_its_name(tmp_path):
    """Whatever the letters’ size. Where nobody is named, nobody knows."""
    records = {
        "early_help_assessment": """
            child_id | requested_on | completed_on | lead_agency
            Ann      | 2019-04-01   | 2019-04-29   | NORTHBROOK COUNCIL
            Bea      | 2019-04-01   | 2019-04-29   | Millrace Primary School
            Cal      | 2019-04-01   | 2019-04-29   |
        """
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, assessments_completed, "child_id", "led_by_partner")

    assert rows == [("Ann", False), ("Bea", True), ("Cal", None)]


EPISODES = """
    child_id | started_on | ended_on   | end_reason
    Ann      | 2018-01-10 | 2018-04-10 | needs_met
    Ann      | 2019-04-10 |            |
    Bea      | 2018-01-10 | 2018-04-09 | needs_met
    Bea      | 2019-04-10 | 2019-04-30 | moved
    Cal      | 2018-06-01 | 2018-10-15 | needs_met
    Dee      | 2018-06-01 | 2018-10-15 | stepped_up
    Eve      | 2018-06-01 | 2018-10-15 | disengaged
    Fay      | 2018-06-01 | 2019-04-10 |
    Fay      | 2019-04-10 |            |
"""


def test_help_is_repeated_within_a_year_of_its_end(tmp_path):
    """Ann a year to the day, Bea a day later. Fay was handed on the same day, and nothing was repeated."""
    with engine(tmp_path, [Delivery("2019-05-03", {"early_help_episode": EPISODES})]) as running:
        rows = facts_of(running, episodes_started, "child_id", "happened_on", "is_repeat")

    assert [(child, repeat) for child, day, repeat in rows if str(day) == "2019-04-10"] == [
        ("Ann", True),
        ("Bea", False),
        ("Fay", False),
    ]


def test_help_that_ended_is_followed_up_for_six_months(tmp_path):
    """Cal’s referral came on the last day. Dee was stepped up at once. Eve’s referral went no further."""
    referrals = "child_id | referred_on | no_further_action\nCal | 2019-04-15 | no\nEve | 2019-01-02 | yes"
    records = {"early_help_episode": EPISODES, "referral": referrals}
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, episodes_followed_up, "happened_on", "child_id", "stepped_up")

    assert [(child, up) for day, child, up in rows if day == date(2019, 4, 15)] == [
        ("Cal", True),
        ("Dee", True),
        ("Eve", False),
    ]


def test_a_child_helped_at_the_month_end_counts_once(tmp_path):
    """Bea’s help ended on the day itself."""
    with engine(tmp_path, [Delivery("2019-05-03", {"early_help_episode": EPISODES})], months=1) as running:
        rows = facts_of(running, children_in_early_help, "child_id")

    assert rows == [("Ann",), ("Fay",)]


IN_NEED = """
    child_id | started_on | case_status
    Ann      | 2019-02-01 | in_need
    Gus      | 2019-02-01 | in_need
    Hal      | 2019-02-01 | assessment
"""


def test_early_help_and_child_in_need_are_counted_together_and_each_child_once(tmp_path):
    """Ann has both. From the day of the switch the two are one, and the number is the same."""
    records = {"early_help_episode": EPISODES, "child_in_need_episode": IN_NEED}
    deliveries = [Delivery("2019-05-03", records)]
    with engine(tmp_path / "apart", deliveries, months=1) as running:
        apart = facts_of(running, children_helped, "child_id", "kind_of_help_name")
    with engine(tmp_path / "merged", deliveries, months=1, family_help_since=date(2019, 4, 30)) as running:
        merged = facts_of(running, children_helped, "child_id", "kind_of_help_name")
    with engine(tmp_path / "later", deliveries, months=1, family_help_since=date(2019, 5, 1)) as running:
        assert facts_of(running, children_helped, "child_id", "kind_of_help_name") == apart

    assert apart == [("Ann", "Early help and child in need"), ("Fay", "Early help"), ("Gus", "Child in need")]
    assert merged == [("Ann", "Family Help"), ("Fay", "Family Help"), ("Gus", "Family Help")]


def test_what_looks_back_a_year_needs_the_year_to_have_been_supplied(tmp_path):
    """An extract from November on cannot tell whether help that began in April was repeated."""
    with engine(tmp_path, [Delivery("2019-05-03", {"early_help_episode": EPISODES})], months=3) as running:
        assert not running.supplied(BY_REF["EH12"])
        assert Month(2019, 4) in running.supplied(BY_REF["EH09"])
