"""The whole catalogue with its breakdowns over sixty month ends, council by council: time, processor and memory.

    python -m bench.nation.count LAKE [--councils 1 33 153] [--months 60]

One run, told at each of those sizes. As many processes as processors, each counting one council after another and
keeping its figures beside its extracts, as a close does. What a close does beside that (judging, the journal) is not
in it.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from multiprocessing import get_context
from pathlib import Path

from bench.nation.lake import homes_in, lists_of
from everychild import month_end
from everychild.calendar import Month, WorkingCalendar, months_to
from everychild.catalogue import CATALOGUE
from everychild.council import Council, council_from
from everychild.store.engine import Engine
from everychild.store.extracts import verify
from everychild.store.figures import frozen
from everychild.store.home import Home

MEMORY_MEGABYTES = 500
"""For one council’s tables, as `memory_megabytes` in council.toml has it. Two at a time stay under 2 GB."""

LONGEST_WINDOW = 12
"""Months before the first one shown that its windows reach back over."""


@dataclass(frozen=True)
class CouncilCounted:
    """What one council came to, and the most memory its process has held so far."""

    rows: int
    figures: int
    digest: str
    cpu_seconds: float
    peak_megabytes: int


def main(lake: Path, sizes: Sequence[int], months: int) -> None:
    homes = homes_in(lake)
    print(f"{len(homes)} councils in {lake.name}, {len(CATALOGUE)} indicators, {months} month ends")
    began = time.perf_counter()
    found: list[CouncilCounted] = []
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        for one in pool.map(count_council, homes[: max(sizes)], [months] * max(sizes)):
            found.append(one)
            if len(found) in sizes:
                _tell(found, time.perf_counter() - began)
    print(f"{time.perf_counter() - began:.1f} s, {_spent_by_children():.1f} CPU s with the start of the processes")


def _tell(found: Sequence[CouncilCounted], seconds: float) -> None:
    cpu = sum(one.cpu_seconds for one in found)
    print(
        f"{len(found):>4} councils {sum(one.rows for one in found):>13,} rows "
        f"{sum(one.figures for one in found):>13,} figures {seconds:>8.1f} s {cpu:>8.1f} CPU s "
        f"{cpu / len(found):>6.2f} CPU s each, {max(one.peak_megabytes for one in found):,} MB a process",
        flush=True,
    )


def count_council(home: Home, months: int) -> CouncilCounted:
    """Every figure of a council’s last months, in every window and group, kept as Parquet in its folder."""
    began = time.process_time()
    with opened(home, months) as engine:
        figures = engine.figures(month_end.every_rule_of(CATALOGUE), engine.months[LONGEST_WINDOW])
        rows = sum(item.rows for item in engine.kept)
    kept = frozen(figures)
    (home.path / "figures.parquet").write_bytes(kept.content)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return CouncilCounted(rows, figures.num_rows, kept.digest, time.process_time() - began, peak)


def opened(home: Home, months: int) -> Engine:
    """An engine over one council, every list found to be as it was kept."""
    kept, council = lists_of(home), northbrooks_settings()
    for item in kept:
        verify(home.extracts / item.path, item.sha256)
    taken = max(item.extracted_on for item in kept)
    shown = months_to(Month.of(taken) - 1, months + LONGEST_WINDOW)
    return Engine(
        home,
        kept,
        calendar_to(taken),
        shown,
        month_end.clocks_of(council),
        council.valid_visit_places,
        threads=1,  # there is a process for each processor
        memory_megabytes=MEMORY_MEGABYTES,
        council_words=council.council_words,
        family_help_since=council.family_help_since,
    )


@cache
def calendar_to(taken: date) -> WorkingCalendar:
    """One for all councils whose newest extract is of that day: they keep one council’s settings."""
    return month_end.calendar_for(taken, northbrooks_settings())


@cache
def northbrooks_settings() -> Council:
    return council_from(files("everychild.northbrook").joinpath("council.toml").read_text(encoding="utf-8"))


def _spent_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("lake", type=Path)
    asked.add_argument("--councils", type=int, nargs="+", default=[1, 33, 153])
    asked.add_argument("--months", type=int, default=60)
    chosen = asked.parse_args()
    main(chosen.lake, chosen.councils, chosen.months)
