"""The long run: as many made-up councils as are asked for, each counted both ways.   python -m tests.generative.long_run

Each data set is a seed: some rows of every record, and a sample of the catalogue by a sample of its breakdowns, so that
ten thousand of them are an hour's work on two cores. What is told of one fact is taken together, because making facts
is most of the work: every indicator comes as often as if it were drawn by itself. What differs is printed with its seed, and fails the run.
"""

from __future__ import annotations

import argparse
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from everychild.catalogue import CATALOGUE
from everychild.catalogue.indicator import Indicator
from everychild.facts import Fact
from tests.generative.over_records import compare, engine_over, every_rule, extract_of
from tests.generative.random_records import random_rows

INDICATORS, BREAKDOWNS = 24, 2


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sets", type=int, default=10_000)
    asked.add_argument("--first", type=int, default=0, help="the first seed")
    asked.add_argument("--jobs", type=int, default=2)
    chosen = asked.parse_args()
    started, figures, failed = time.perf_counter(), 0, 0
    with ProcessPoolExecutor(chosen.jobs) as pool:
        seeds = range(chosen.first, chosen.first + chosen.sets)
        for done, (seed, compared, problem) in enumerate(pool.map(one_set, seeds), 1):
            figures += compared
            if problem:
                failed += 1
                print(f"seed {seed}: {problem}", flush=True)
            if done % 500 == 0 or done == chosen.sets:
                spent = time.perf_counter() - started
                print(f"{done:,} data sets, {figures:,} figures, {failed} differ, {spent:,.0f} s", flush=True)
    print(f"ran={chosen.sets} failed={failed}")
    raise SystemExit(failed > 0)


def one_set(seed: int) -> tuple[int, int, str]:
    """The seed, how many figures were compared, and what differed."""
    chance = Random(seed)
    rows = random_rows(chance, children=chance.randint(1, 14), rows=chance.randint(0, 40))
    indicators = some_indicators(chance)
    breakdowns = {
        indicator.key: chance.sample(indicator.breakdowns, min(BREAKDOWNS, len(indicator.breakdowns)))
        for indicator in indicators
    }
    with TemporaryDirectory() as place, engine_over(Path(place), extract_of(rows)) as engine:
        try:
            return seed, compare(engine, indicators, breakdowns), ""
        except AssertionError as difference:
            return seed, 0, str(difference)


def some_indicators(chance: Random) -> list[Indicator]:
    """Those of a few facts, the facts in any order, until they are enough."""
    of_fact: dict[Fact, list[Indicator]] = {}
    for indicator in every_rule(CATALOGUE):
        of_fact.setdefault(indicator.of, []).append(indicator)
    chosen: list[Indicator] = []
    for fact in chance.sample(list(of_fact), len(of_fact)):
        chosen += of_fact[fact]
        if len(chosen) >= INDICATORS:
            break
    return chosen


if __name__ == "__main__":
    main()
