"""Special educational needs, staff and quality assurance in Northbrook: as known, plausible and steady."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from everychild.calendar import Month
from everychild.northbrook import write_files
from tests.northbrook.written import Files, day, known_day

DATED = (
    "ehcp_requests",
    "ehcp_plans",
    "ehcp_annual_reviews",
    "ehcp_advice",
    "tribunal_appeals",
    "complaints",
    "serious_incidents",
    "staff_supervision",
    "workforce_snapshot",
    "caseload_snapshot",
)
NO_PAST_DAY = {"week20_date", "audit_due_date", "absent_on_date"}


@pytest.fixture(scope="module")
def council(tmp_path_factory) -> Files:
    folder: Path = tmp_path_factory.mktemp("council")
    return Files(write_files(folder, children=1500, months=8), 1500)


def test_nothing_is_written_down_before_it_has_happened(council):
    for delivery in council.deliveries:
        for name in DATED:
            for row in council.rows(delivery, name):
                for title, cell in row.items():
                    if title.endswith("_date") and title not in NO_PAST_DAY and cell:
                        assert known_day(cell) <= delivery.extracted_on, (name, title)


def test_most_plans_come_within_twenty_weeks_and_every_plan_was_asked_for(council):
    requests = council.table("ehcp_requests", "request_id")
    issued = [row for row in requests if row["final_issued_date"]]
    taken = [known_day(row["final_issued_date"]) - known_day(row["received_date"]) for row in issued]
    assert 0.8 < sum(weeks <= timedelta(weeks=20) for weeks in taken) / len(taken) < 0.97
    started = {(row["person_id"], row["start_date"]) for row in council.table("ehcp_plans", "plan_id")}
    assert {(row["person_id"], row["final_issued_date"]) for row in issued} <= started


def test_some_children_with_a_plan_are_known_to_social_care_and_most_are_not(council):
    plans = {row["person_id"] for row in council.table("ehcp_plans", "plan_id")}
    allocated = {row["person_id"] for row in council.table("allocations", "person_id", "worker_id", "start_date")}
    assert 0 < len(plans & allocated) < len(plans) / 4


def test_a_post_is_filled_or_vacant_and_whoever_left_is_listed_for_a_year(council):
    for delivery in council.deliveries:
        rows = council.rows(delivery, "workforce_snapshot")
        assert {row["as_of_date"] for row in rows} == {f"{delivery.month.last_day:%d/%m/%Y}"}
        posts = [row for row in rows if row["post_id"]]
        left = [row for row in rows if not row["post_id"]]
        assert len({row["post_id"] for row in posts}) == len(posts)
        assert all(bool(row["worker_id"]) == (row["vacancy_fte"] != "1") for row in posts)
        assert len({row["worker_id"] for row in rows if row["worker_id"]}) == sum(
            bool(row["worker_id"]) for row in rows
        )
        assert left
        for row in left:
            assert delivery.month - 11 <= Month.of(known_day(row["leave_date"])) <= delivery.month


def test_an_audit_planned_for_the_month_just_begun_is_listed_and_not_done(council):
    for delivery in council.deliveries:
        ahead = [
            row for row in council.rows(delivery, "audits") if known_day(row["audit_due_date"]) > delivery.extracted_on
        ]
        assert ahead
        assert all(not row["audit_date"] or day(row["audit_date"]) <= delivery.extracted_on for row in ahead)
