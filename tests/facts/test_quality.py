"""Facts of audits, complaints and serious incidents, and of records that are complete."""

from everychild.facts.children_in_need import children_in_need
from everychild.facts.quality import (
    audits_done,
    audits_due,
    complaints,
    complaints_answered,
    complaints_open,
    compliments,
    serious_incidents,
)
from tests.small_council import Delivery, engine, facts_of

COMPLAINTS = {
    "complaint": """
        complaint_id | received_on | stage      | responded_on | outcome
        1            | 2019-04-04  | 1          | 2019-04-18   | upheld
        2            | 2019-04-04  | 1          | 2019-04-23   | not_upheld
        2            | 2019-04-24  | 2          |              |
        3            | 2019-04-12  | 1          | 2019-05-02   | not_upheld
        4            | 2019-04-12  | 1          |              | withdrawn
        5            | 2019-04-12  | compliment |              |
        6            | 2019-04-29  |            | 2019-04-30   |
    """,
}


def test_a_complaint_taken_further_counts_at_each_stage_and_thanks_apart(tmp_path):
    with engine(tmp_path, [Delivery("2019-05-03", COMPLAINTS)]) as running:
        received = facts_of(running, complaints, "stage")
        thanked = facts_of(running, compliments, "happened_on")

    assert sorted(stage or "?" for (stage,) in received) == ["1", "1", "1", "1", "2", "?"]
    assert [str(day) for (day,) in thanked] == ["2019-04-12"]


def test_an_answer_is_timed_in_working_days_and_easter_is_not_among_them(tmp_path):
    """4 April to 18 April is ten working days, and to Tuesday 23 April eleven. Of no stage there is no time allowed."""
    with engine(tmp_path, [Delivery("2019-05-03", COMPLAINTS)]) as running:
        rows = facts_of(running, complaints_answered, "happened_on", "stage", "working_days_to_answer")

    assert [(str(day), *rest) for day, *rest in rows] == [
        ("2019-04-18", "1", 10),
        ("2019-04-23", "1", 11),
        ("2019-04-30", None, None),
        ("2019-05-02", "1", 12),
    ]


def test_a_complaint_answered_after_the_month_end_was_open_at_it(tmp_path):
    """The third had waited ten working days. The fourth was withdrawn and is open to nobody."""
    with engine(tmp_path, [Delivery("2019-05-03", COMPLAINTS)], months=1) as running:
        rows = facts_of(running, complaints_open, "stage", "working_days_open")

    assert rows == [("1", 10), ("2", 4)]


def test_an_audit_counts_when_it_was_planned_and_again_when_it_was_done(tmp_path):
    """The third is planned for the end of May and not done; the fourth was done and never planned."""
    records = {
        "audit": """
            audit_id | child_id | due_on     | audited_on | grade | moderated_grade
            1        | Ann      | 2019-04-30 | 2019-04-30 | good  | requires_improvement
            2        | Bea      | 2019-04-30 | 2019-05-01 | good  |
            3        | Cal      | 2019-05-31 |            |       |
            4        |          |            | 2019-04-03 | good  | good
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        due = facts_of(running, audits_due, "happened_on", "child_id", "audited_in_time")
        done = facts_of(running, audits_done, "happened_on", "child_id", "moderated_grade")

    assert [(str(day), *rest) for day, *rest in due] == [
        ("2019-04-30", "Ann", True),
        ("2019-04-30", "Bea", False),
        ("2019-05-31", "Cal", None),
    ]
    assert [(str(day), *rest) for day, *rest in done] == [
        ("2019-04-03", None, "good"),
        ("2019-04-30", "Ann", "requires_improvement"),
        ("2019-05-01", "Bea", None),
    ]


def test_an_incident_counts_in_the_month_its_five_days_ended(tmp_path):
    """Known on Wednesday 17 April, before Easter: due on Friday 26 April. Known on the 24th: due in May."""
    records = {
        "serious_incident": """
            incident_id | child_id | known_on   | notified_on
            1           | Ann      | 2019-04-17 | 2019-04-26
            2           | Bea      | 2019-04-17 | 2019-04-29
            3           | Cal      | 2019-04-24 |
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        rows = facts_of(running, serious_incidents, "happened_on", "child_id", "working_days_to_notify")

    assert [(str(day), *rest) for day, *rest in rows] == [
        ("2019-04-26", "Ann", 5),
        ("2019-04-26", "Bea", 6),
        ("2019-05-01", "Cal", None),
    ]


def test_a_record_is_complete_when_all_five_details_are_on_it(tmp_path):
    """A refusal to say is recorded; not yet obtained is not. A child not yet born has no sex to record."""
    records = {
        "child": """
            child_id | born_on    | expected_birth_on | sex          | ethnic_group | disabled
            Ann      | 2010-01-01 |                   | female       | REFU         | no
            Bea      | 2010-01-01 |                   | female       | NOBT         | no
            Cal      |            | 2019-06-01        | not_recorded | WBRI         | no
            Dev      | 2010-01-01 |                   | not_recorded | WBRI         | no
            Eve      | 2010-01-01 |                   | female       | WBRI         |
            Fay      | 2010-01-01 |                   | female       | WBRI         | no
        """,
        "child_in_need_episode": """
            child_id | started_on | primary_need
            Ann      | 2019-01-07 | N1
            Bea      | 2019-01-07 | N1
            Cal      | 2019-01-07 | N1
            Dev      | 2019-01-07 | N1
            Eve      | 2019-01-07 | N1
            Fay      | 2019-01-07 |
        """,
    }
    with engine(tmp_path, [Delivery("2019-05-03", records)], months=1) as running:
        rows = facts_of(running, children_in_need, "child_id", "key_fields_known")

    assert rows == [("Ann", True), ("Bea", False), ("Cal", True), ("Dev", False), ("Eve", False), ("Fay", False)]
