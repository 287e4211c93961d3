"""Runs every campaign and writes what came of it, failures included.

python -m trust              the long run of all, each kept in trust/results.json, and docs/trust.md from them
python -m trust --only NAME  the long run of one, kept and told the same way; the others' rows stay as they were
python -m trust --short      a sample of each, for a look; keeps and writes nothing
python -m trust --page       docs/trust.md again from what is kept; runs nothing
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from everychild import __version__
from trust.campaigns import CAMPAIGNS, Campaign, least
from trust.kept import Result, keep, kept
from trust.page import page

PAGE = Path(__file__).parents[1] / "docs" / "trust.md"
CAME_TO = re.compile(r"ran=(\d+) failed=(\d+)")


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--short", action="store_true", help="a sample of each; keeps and writes nothing")
    asked.add_argument("--only", choices=[one.name for one in CAMPAIGNS], help="the campaign of this name alone")
    asked.add_argument("--page", action="store_true", help="the page again, from what is kept; runs nothing")
    given = asked.parse_args()
    results = []
    for campaign in () if given.page else CAMPAIGNS:
        if given.only in (None, campaign.name):
            results.append(_run(campaign, campaign.short if given.short else campaign.long))
            if not given.short:
                keep(results[-1])
    if not given.short:
        PAGE.write_text(page(kept()), encoding="utf-8")
    raise SystemExit(0 if all(one.is_met for one in results) else 1)


def _run(campaign: Campaign, cases: int) -> Result:
    command = f"python -m {campaign.command.format(cases=cases)}"
    state = _state()
    started = time.perf_counter()
    done = subprocess.run([sys.executable, *command.split()[1:]], capture_output=True, text=True, check=False)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    found = CAME_TO.search(lines[-1] if lines else "")
    ran, failed = (int(found.group(1)), int(found.group(2))) if found else (0, 0)
    result = Result(
        name=campaign.name,
        command=command,
        ran=ran,
        failed=failed,
        floor=least(campaign, cases),
        seconds=round(time.perf_counter() - started),
        said=lines[-1] if lines else "",
        on=datetime.now(UTC).date().isoformat(),
        version=__version__,
        state=state,
    )
    print(
        f"{campaign.name}: ran={ran} failed={failed} {'' if result.is_met else 'NOT MET: ' + result.said}", flush=True
    )
    for line in lines[:-1] if failed else ():
        print(f"  {line}")
    return result


def _state() -> str:
    """The commit that is tried, and whether files that matter to it have been changed since."""
    changed = _git("status", "--porcelain", "--", ".", ":(exclude)docs", ":(exclude)trust/results.json")
    return (_git("rev-parse", "--short", "HEAD") or "a commit that is not known") + (" and changes" if changed else "")


def _git(*asked: str) -> str:
    done = subprocess.run(["git", *asked], capture_output=True, text=True, check=False, cwd=PAGE.parents[1])
    return done.stdout.strip()


if __name__ == "__main__":
    main()
