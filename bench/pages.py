"""How long every page takes, and how much it weighs, over the demonstration’s 25 months and the whole catalogue.

    python -m bench.pages HOME            # a home of `everychild demo`; made there if it is not

Exits 1 where a page is slower or heavier than it may be. The first column of times is the first time anybody asks.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

import requests

from bench.rounds import CASES, ROUNDS, sign_in
from bench.serving import make_ready, served

SECONDS, SECONDS_OF_CASES, BYTES = 0.3, 0.5, 150_000
SETTLES = 20.0
"""Seconds until a server that has started has read ahead; what is asked before is measured as the first time."""


@dataclass(frozen=True)
class Timed:
    """A page for one person."""

    path: str
    person: str
    first: float
    usual: float
    size: int

    @property
    def is_met(self) -> bool:
        allowed = SECONDS_OF_CASES if self.path in CASES else SECONDS
        return self.usual < allowed and self.size < BYTES

    @property
    def line(self) -> str:
        said = "" if self.is_met else "  NOT MET"
        return (
            f"{self.path:<36} {self.person:<5} {self.first * 1000:>8,.0f} {self.usual * 1000:>8,.0f} "
            f"{self.size / 1000:>8,.1f}{said}"
        )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("home", type=Path)
    asked.add_argument("--times", type=int, default=15)
    asked.add_argument("--at-once", action="store_true", help="do not wait for the server to read ahead")
    given = asked.parse_args()
    make_ready(given.home)
    with served(given.home) as server:
        sleep(0 if given.at_once else SETTLES)
        print(f"{'Page':<36} {'Who':<5} {'First ms':>8} {'Median':>8} {'kB':>8}")
        found = []
        for timed in _every(server, given.times):
            print(timed.line, flush=True)
            found.append(timed)
    missed = [timed for timed in found if not timed.is_met]
    print(f"{len(found)} pages, {len(missed)} of them slower or heavier than they may be.")
    sys.exit(1 if missed else 0)


def _every(server: str, times: int) -> Iterator[Timed]:
    """Each page once, for the first who opens it."""
    known: set[str] = set()
    for person, pages in ROUNDS.items():
        session = requests.Session()
        sign_in(session, server, person)
        for path in pages:
            if path not in known:
                known.add(path)
                yield _timed(session, server, person, path, times)


def _timed(session: requests.Session, server: str, person: str, path: str, times: int) -> Timed:
    took = []
    for _ in range(times + 1):
        started = perf_counter()
        answer = session.get(server + path, timeout=120)
        took.append(perf_counter() - started)
        assert answer.status_code == 200, f"{path} for {person}: {answer.status_code}"
    return Timed(path, person, took[0], median(took[1:]), len(answer.content))


if __name__ == "__main__":
    main()
