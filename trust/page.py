"""The page of the documentation that tells what was tried, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from trust.campaigns import CAMPAIGNS, Campaign
from trust.kept import Result

HEAD = """# Trust: what was tried, and what came of it

Each campaign below was run whole against Everychild, on the day and at the commit that stand in its row: `make trust`
runs them all (hours), `python -m trust --only NAME` one of them, and either writes this page. Failures stand here as
they came. A campaign that ran fewer cases than it should is not met, and one that was not run says so.
"""
FOOT = """A sample of each runs with every `make test`. The leak scan (over 10,000 identifiers), the text attacks (202)
and the access matrix (every address, role and method) run whole each time: `tests/web/test_leaks.py`,
`tests/report/test_text_attacks.py`, `tests/web/test_access.py`.
"""


def page(results: Mapping[str, Result]) -> str:
    """Every campaign has a row, run or not."""
    rows = "\n".join(_row(one, results.get(one.name)) for one in CAMPAIGNS)
    head = "| Campaign | Promise | Cases | Failed | | Run on | Took | Command |\n|---|---|---|---|---|---|---|---|"
    return f"{HEAD}\n{head}\n{rows}\n\n{FOOT}"


def _row(campaign: Campaign, result: Result | None) -> str:
    if result is None:
        return f"| {campaign.name} | {campaign.promise} | | | **Not run whole yet** | | | |"
    judged = "Met" if result.is_met else f"**Not met** (asked for {result.floor:,})"
    on = date.fromisoformat(result.on)
    return (
        f"| {campaign.name} | {campaign.promise} | {result.ran:,} | {result.failed:,} | {judged} | "
        f"{on:%-d %B %Y}, {result.version} at {result.state} | {_long(result.seconds)} | `{result.command}` |"
    )


def _long(seconds: int) -> str:
    return f"{seconds} s" if seconds < 120 else f"{(seconds + 30) // 60} min"
