"""Facts of care leavers."""

from everychild.catalogue import BY_REF
from everychild.facts.care_leavers import care_leavers
from everychild.layouts.layout import Coverage
from tests.small_council import Delivery, engine, facts_of


def test_care_leavers_are_told_month_by_month_by_their_own_extract(tmp_path):
    """At the end of March Ann was in touch; by the end of April she was not. Ages are on the day."""
    child = "child_id | born_on\nAnn | 1999-04-30"
    lists = Coverage(one_per_child=True)
    march = {
        "child": child,
        "care_leaver": "child_id | in_touch | pathway_plan_reviewed_on | last_contact_on\nAnn | yes | 2018-10-01 | 2019-02-01",
    }
    april = {
        "child": child,
        "care_leaver": "child_id | in_touch | pathway_plan_reviewed_on | last_contact_on\nAnn | no | 2018-10-01 | 2019-02-01",
    }
    deliveries = [Delivery("2019-04-03", march, lists), Delivery("2019-05-03", april, lists)]
    with engine(tmp_path, deliveries, months=3) as running:
        rows = facts_of(
            running, care_leavers, "as_at", "age", "in_touch", "pathway_plan_up_to_date", "contacted_in_time"
        )

    assert [(str(day), *rest) for day, *rest in rows] == [
        ("2019-03-31", 19, "yes", True, True),
        ("2019-04-30", 20, "no", False, False),
    ]


def test_a_column_the_extract_does_not_have_is_not_supplied_and_not_nought(tmp_path):
    """The older layout of list 9 has no date of pathway plan review: in March that figure was not supplied."""
    lists = Coverage(one_per_child=True)
    march = {"care_leaver": "child_id | in_touch | eligibility\nAnn | yes | former_relevant"}
    april = {
        "care_leaver": "child_id | in_touch | eligibility | pathway_plan_reviewed_on\nAnn | yes | former_relevant | 2019-01-01"
    }
    deliveries = [Delivery("2019-04-03", march, lists), Delivery("2019-05-03", april, lists)]
    with engine(tmp_path, deliveries, months=2) as running:
        supplied = {ref: sorted(map(str, running.supplied(BY_REF[ref]))) for ref in ("CL01", "CL06")}

    assert supplied == {"CL01": ["2019-03", "2019-04"], "CL06": ["2019-04"]}


def test_a_birthday_counts_from_three_months_before_it_to_one_month_after(tmp_path):
    """On 30 April: from 30 March to 30 July. Ann turns 19 on the last day, Bea turned 20 on the first."""
    records = {
        "child": "child_id | born_on\nAnn | 2000-07-30\nBea | 1999-03-30\nCal | 2000-07-31\nDee | 1999-03-29\nEve |",
        "care_leaver": "child_id | in_touch\nAnn | yes\nBea | yes\nCal | yes\nDee | yes\nEve | yes",
    }
    with engine(tmp_path, [Delivery("2019-05-03", records, Coverage(one_per_child=True))], months=1) as running:
        rows = facts_of(running, care_leavers, "child_id", "age", "birthday")

    assert rows == [("Ann", 18, 19), ("Bea", 20, 20), ("Cal", 18, None), ("Dee", 20, None), ("Eve", None, None)]


def test_an_adviser_is_named_or_is_not(tmp_path):
    """Bea’s cell is empty."""
    records = {"care_leaver": "child_id | personal_adviser_id | accommodation\nAnn | W1 | W\nBea | | U"}
    with engine(tmp_path, [Delivery("2019-05-03", records, Coverage(one_per_child=True))], months=1) as running:
        rows = facts_of(running, care_leavers, "child_id", "has_personal_adviser", "accommodation")

    assert rows == [("Ann", True, "W"), ("Bea", False, "U")]
