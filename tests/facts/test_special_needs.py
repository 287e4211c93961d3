"""Facts of education, health and care plans."""

from everychild.facts.special_needs import (
    advice,
    appeals,
    appeals_concluded,
    assessments_open,
    decisions,
    plans,
    plans_issued,
    requests,
    undecided,
)
from tests.small_council import Delivery, engine, facts_of

REQUESTS = {
    "ehc_request": """
        child_id | received_on | decided_on | decision  | outcome_on | outcome | final_issued_on | exception
        Ann      | 2018-11-12  | 2018-12-24 | agreed    |            | plan    | 2019-04-01      | no
        Bea      | 2018-11-12  | 2018-12-20 | agreed    |            | plan    | 2019-04-02      | yes
        Cal      | 2018-12-11  | 2019-01-20 | agreed    |            |         |                 |
        Dev      | 2018-12-12  | 2019-01-20 | agreed    | 2019-04-30 | no_plan |                 |
        Eve      | 2019-03-19  | 2019-05-01 | refused   |            |         |                 |
        Fay      | 2019-03-20  |            | awaiting  |            |         |                 |
        Gus      | 2019-03-01  |            | withdrawn |            |         |                 |
        Hal      | 2019-03-01  | 2019-02-20 | refused   |            |         |                 |
    """,
}
PLANS = {
    "ehc_plan": """
        child_id | started_on | ceased_on  | out_of_area | primary_need
        Ann      | 2018-04-30 |            | yes         | ASD
        Bea      | 2018-04-29 |            | no          | SEMH
        Cal      | 2016-01-04 |            |             |
        Dev      | 2016-01-04 | 2019-04-30 | no          | MLD
        Eve      | 2016-01-04 |            | no          | MLD
    """,
    "ehc_review": """
        child_id | met_on     | decided_on
        Bea      | 2019-04-10 |
        Cal      | 2018-04-02 | 2018-04-30
        Eve      | 2018-03-20 | 2018-04-29
    """,
}


def test_twenty_weeks_are_140_days_and_an_exception_is_told(tmp_path):
    """From Monday 12 November to Monday 1 April is twenty weeks to the day."""
    with engine(tmp_path, [Delivery("2019-05-03", REQUESTS)]) as running:
        rows = facts_of(running, plans_issued, "child_id", "days_to_issue", "has_exception")

    assert rows == [("Ann", 140, False), ("Bea", 141, True)]


def test_a_decision_is_a_yes_or_a_no(tmp_path):
    """Ann’s came on the 42nd day and Eve’s on the 43rd; Gus’s was withdrawn; Hal’s cannot have come before he asked."""
    with engine(tmp_path, [Delivery("2019-05-03", REQUESTS)]) as running:
        rows = facts_of(running, decisions, "child_id", "days_to_decision")
        received = facts_of(running, requests, "child_id")

    assert rows == [("Ann", 42), ("Bea", 38), ("Cal", 40), ("Dev", 39), ("Eve", 43), ("Hal", None)]
    assert len(received) == 8


def test_what_is_open_at_the_month_end_is_told_as_it_stood_then(tmp_path):
    """Eve’s was decided the day after. Dev’s ended that day without a plan. Cal has waited 140 days."""
    with engine(tmp_path, [Delivery("2019-05-03", REQUESTS)], months=1) as running:
        waiting = facts_of(running, undecided, "child_id", "days_undecided")
        assessed = facts_of(running, assessments_open, "child_id", "days_open")

    assert waiting == [("Eve", 42), ("Fay", 41)]
    assert assessed == [("Cal", 140)]


def test_a_review_is_done_on_the_day_of_the_letter(tmp_path):
    """Ann’s plan is a year old that day, so nothing is overdue. Bea’s meeting has no letter. Eve’s letter is too old."""
    with engine(tmp_path, [Delivery("2019-05-03", PLANS)], months=1) as running:
        rows = facts_of(
            running, plans, "child_id", "out_of_area", "review_could_be_due", "reviewed_in_time", "special_need"
        )

    assert rows == [
        ("Ann", True, False, False, "ASD"),
        ("Bea", False, True, False, "SEMH"),
        ("Cal", None, True, True, "Not known"),
        ("Eve", False, True, False, "MLD"),
    ]


def test_advice_counts_in_the_month_it_fell_due_whether_or_not_it_came(tmp_path):
    """Asked for on 20 March, due on 1 May; asked for on 19 March, due on 30 April."""
    records = {
        "ehc_advice": """
            child_id | profession             | asked_on   | received_on
            Ann      | educational_psychology | 2019-03-19 | 2019-04-30
            Ann      | health                 | 2019-03-19 |
            Ann      | social_care            | 2019-03-20 | 2019-04-05
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, advice, "happened_on", "adviser", "days_to_advice")

    assert [(str(day), *rest) for day, *rest in rows] == [
        ("2019-04-30", "Educational psychologist", 42),
        ("2019-04-30", "Health", None),
        ("2019-05-01", "Social care", 16),
    ]


def test_an_appeal_is_registered_in_one_month_and_ends_in_another(tmp_path):
    """Bea’s is not decided yet."""
    records = {
        "ehc_appeal": """
            child_id | appeal_id | against           | registered_on | concluded_on | outcome
            Ann      | 1         | refusal_to_assess | 2019-02-04    | 2019-04-29   | upheld
            Bea      | 2         |                   | 2019-04-04    |              |
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        registered = facts_of(running, appeals, "child_id", "appeal_against")
        ended = facts_of(running, appeals_concluded, "happened_on", "child_id", "outcome")

    assert registered == [("Ann", "Refusal to assess"), ("Bea", "Not known")]
    assert [(str(day), *rest) for day, *rest in ended] == [("2019-04-29", "Ann", "upheld")]
