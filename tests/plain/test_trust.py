"""The trust page says what came of each run and nothing better."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from trust.campaigns import CAMPAIGNS, least
from trust.kept import Result, keep, kept
from trust.page import page

FEWER = {"Planted faults": 15, "Backups under load": 50}
"""A fault for each never, and as many backups as are promised."""

ROOT = Path(__file__).parents[2]


def result(ran: int, failed: int, on: str = "2026-11-23") -> Result:
    one = CAMPAIGNS[0]
    return Result(
        name=one.name,
        command=f"python -m {one.command.format(cases=500)}",
        ran=ran,
        failed=failed,
        floor=least(one, 500),
        seconds=1,
        said=f"ran={ran} failed={failed}",
        on=on,
        version="0.1.0",
        state="abc1234",
    )


def test_too_few_cases_are_not_met_and_neither_is_one_failure() -> None:
    assert result(500, 0).is_met
    assert not result(499, 0).is_met
    assert not result(500, 1).is_met


def test_the_page_tells_failures_as_they_came() -> None:
    one = result(500, 3)
    told = page({one.name: one})
    assert "| 500 | 3 | **Not met** (asked for 500) |" in told
    assert "23 November 2026, 0.1.0 at abc1234" in told


def test_a_campaign_that_was_not_run_says_so() -> None:
    one = result(500, 0)
    assert page({one.name: one}).count("**Not run whole yet**") == len(CAMPAIGNS) - 1


def test_a_worse_result_takes_the_place_of_a_better_one(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    keep(result(500, 0), file)
    keep(result(500, 3, on="2026-11-24"), file)
    assert kept(file) == {CAMPAIGNS[0].name: result(500, 3, on="2026-11-24")}


def test_the_page_in_the_documentation_is_made_from_what_is_kept() -> None:
    assert (ROOT / "docs/trust.md").read_text(encoding="utf-8") == page(kept()), "python -m trust --page"


def test_every_campaign_has_a_program_and_a_floor() -> None:
    for one in CAMPAIGNS:
        assert find_spec(one.command.split()[0]) is not None, one.name
        assert least(one, one.long) >= FEWER.get(one.name, 100)
