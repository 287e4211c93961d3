"""Runs every campaign and writes what came of it, failures included.

python -m trust              the long run, and docs/trust.md from it
python -m trust --short      a sample of each, for a look; writes nothing
"""

from __future__ import annotations

import argparse
import platform
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from everychild import __version__
from trust.campaigns import CAMPAIGNS, Campaign, least

PAGE = Path(__file__).parents[1] / "docs" / "trust.md"
CAME_TO = re.compile(r"ran=(\d+) failed=(\d+)")


@dataclass(frozen=True)
class Result:
    """What one campaign came to. A campaign that said nothing, or ran too few, has failed."""

    campaign: Campaign
    command: str
    ran: int
    failed: int
    floor: int
    seconds: float
    said: str

    @property
    def is_met(self) -> bool:
        return self.failed == 0 and self.ran >= self.floor


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--short", action="store_true", help="a sample of each; writes no page")
    asked.add_argument("--only", help="the campaign of this name alone; writes no page")
    given = asked.parse_args()
    chosen = [one for one in CAMPAIGNS if given.only in (None, one.name)]
    results = [_run(one, one.short if given.short else one.long) for one in chosen]
    if not given.short and given.only is None:
        PAGE.write_text(page(results, datetime.now(UTC)), encoding="utf-8")
    raise SystemExit(0 if results and all(one.is_met for one in results) else 1)


def _run(campaign: Campaign, cases: int) -> Result:
    command = f"python -m {campaign.command.format(cases=cases)}"
    started = time.perf_counter()
    done = subprocess.run([sys.executable, *command.split()[1:]], capture_output=True, text=True, check=False)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    found = CAME_TO.search(lines[-1] if lines else "")
    ran, failed = (int(found.group(1)), int(found.group(2))) if found else (0, 0)
    result = Result(
        campaign,
        command,
        ran,
        failed,
        least(campaign, cases),
        time.perf_counter() - started,
        lines[-1] if lines else "",
    )
    print(
        f"{campaign.name}: ran={result.ran} failed={result.failed} {'' if result.is_met else 'NOT MET: ' + result.said}"
    )
    for line in lines[:-1] if failed else ():
        print(f"  {line}")
    return result


def page(results: list[Result], at: datetime) -> str:
    """The page of the documentation, from one run."""
    rows = "\n".join(
        f"| {one.campaign.name} | {one.campaign.promise} | {one.ran:,} | {one.failed:,} | "
        f"{'Met' if one.is_met else f'**Not met** (asked for {one.floor:,})'} | `{one.command}` |"
        for one in results
    )
    return (
        "# Trust: what was tried, and what came of it\n\n"
        f"Made by `make trust` on {at:%-d %B %Y} with Everychild {__version__} and Python {platform.python_version()}. "
        "Failures stand here as they came. A campaign that ran fewer cases than it should is not met.\n\n"
        "| Campaign | Promise | Cases | Failed | | Command |\n|---|---|---|---|---|---|\n"
        f"{rows}\n\n"
        "A sample of each runs with every `make test`. The leak scan (over 10,000 identifiers), the text attacks (202) "
        "and the access matrix (every address, role and method) run whole each time: `tests/web/test_leaks.py`, "
        "`tests/report/test_text_attacks.py`, `tests/web/test_access.py`.\n"
    )


if __name__ == "__main__":
    main()
