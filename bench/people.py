"""Fifty people clicking for two minutes, each through the pages of their own role, signed in; by Locust.

    python -m bench.people HOME                # `everychild serve`, one process
    python -m bench.people HOME --workers 2    # two, with `everychild work` beside them

Exits 1 on any error, or where one click in twenty takes 800 milliseconds or longer. Signing in is told by itself: a
password is meant to take long to try, and fifty people do not sign in within one breath.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from bench.serving import make_ready, served

PEOPLE, SECONDS, SIGN_IN_A_SECOND = 50, 120, 2
SLOWEST = 0.8
"""Seconds in which nineteen clicks of twenty are answered."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("home", type=Path)
    asked.add_argument("--workers", type=int, default=1)
    given = asked.parse_args()
    make_ready(given.home)
    with served(given.home, given.workers) as server:
        command = [sys.executable, "-m", "locust", "-f", str(Path(__file__).with_name("clicking.py")), "--headless"]
        command += ["--host", server, "-u", str(PEOPLE), "-r", str(SIGN_IN_A_SECOND), "--only-summary"]
        command += ["-t", f"{SECONDS + PEOPLE // SIGN_IN_A_SECOND}s"]
        ended = subprocess.call(command, env={**os.environ, "EVERYCHILD_SLOWEST": str(SLOWEST)})
    sys.exit(ended)


if __name__ == "__main__":
    main()
