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
