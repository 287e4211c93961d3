"""A council that has the Department for Education’s daily payloads and nothing else: its figures."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from everychild import month_end
from everychild.calendar import Month
from everychild.cli.new_home import make_home
from everychild.store.home import Home

APRIL = datetime(2025, 4, 3, 9, tzinfo=UTC)
MAY = datetime(2025, 5, 3, 9, tzinfo=UTC)
MARCH = Month(2025, 3)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home", '[council]\nname = "Smallville"\n')


def a_child(number: str, referred: str, **blocks: Any) -> dict[str, Any]:
    return {
        "la_child_id": number,
        "child_details": {"date_of_birth": "2015-01-05", "sex": "F"},
        "social_care_episodes": [{"social_care_episode_id": f"E{number}", "referral_date": referred, **blocks}],
    }


def assessed(began: str, ended: str) -> list[dict[str, str]]:
    return [{"child_and_family_assessment_id": began, "start_date": began, "authorisation_date": ended}]


def on_a_plan(began: str, ended: str | None = None) -> list[dict[str, str | None]]:
    return [{"child_protection_plan_id": began, "start_date": began, "end_date": ended}]


WHOLE = [
    a_child("101", "2023-09-04", child_protection_plans=on_a_plan("2023-10-02")),
    a_child("102", "2024-02-05", child_and_family_assessments=assessed("2024-12-02", "2025-03-14")),
    a_child("103", "2025-02-10", child_and_family_assessments=assessed("2025-02-10", "2025-03-11")),
    a_child("104", "2025-03-03", referral_no_further_action_flag=True),
]


def load(home: Home, path: Path, payloads: list[dict[str, Any]], at: datetime) -> None:
    path.write_text(json.dumps(payloads), encoding="utf-8")
    month_end.load(home, [path], at, at.date())


def test_payloads_give_figures_and_what_is_absent_stands(home: Home, tmp_path: Path) -> None:
    """In March 2025 one referral of two open, three open episodes, one plan; of two assessments authorised, 10 February
    to 11 March is 21 working days and 2 December to 14 March is more than 45. A month on only what changed is sent,
    that the plan ended on 28 March: the others are as they were, and no plan is open."""
    load(home, tmp_path / "whole.json", WHOLE, APRIL)
    edition = month_end.close(home, MARCH, APRIL)

    assert figure(edition, "FD06") == (1, None)
    assert figure(edition, "AS02") == (1, 2)
    assert figure(edition, "CN01") == (3, None)
    assert figure(edition, "CP12") == (1, None)

    changed = a_child("101", "2023-09-04", child_protection_plans=on_a_plan("2023-10-02", "2025-03-28"))
    load(home, tmp_path / "changed.json", [changed], MAY)
    again = month_end.close(home, MARCH, MAY)

    assert figure(again, "CN01") == (3, None)
    assert figure(again, "AS02") == (1, 2)
    assert figure(again, "CP12") == (0, None)


def figure(edition: month_end.JudgedEdition, ref: str) -> tuple[int | None, int | None]:
    found = edition.by_ref(ref).figure
    return found.numerator, found.denominator
