"""The trust page says what came of a run and nothing better."""

from __future__ import annotations

from datetime import UTC, datetime

from trust.__main__ import Result, page
from trust.campaigns import CAMPAIGNS, least

AT = datetime(2026, 11, 23, tzinfo=UTC)


def result(ran: int, failed: int) -> Result:
    one = CAMPAIGNS[0]
    return Result(one, f"python -m {one.command.format(cases=500)}", ran, failed, least(one, 500), 1.0, "")


def test_too_few_cases_are_not_met_and_neither_is_one_failure() -> None:
    assert result(500, 0).is_met
    assert not result(499, 0).is_met
    assert not result(500, 1).is_met


def test_the_page_tells_failures_as_they_came() -> None:
    told = page([result(500, 3)], AT)
    assert "| 500 | 3 | **Not met** (asked for 500) |" in told
    assert "23 November 2026" in told


def test_every_campaign_has_a_program_and_a_floor() -> None:
    from importlib.util import find_spec

    for one in CAMPAIGNS:
        assert find_spec(one.command.split()[0]) is not None, one.name
        assert least(one, one.long) >= (15 if one.name == "Planted faults" else 100)  # one for each never
