"""Inside a close: what each step costs, and how much of what the machine could do that is.

    python -m bench.inside HOME MONTH

Bytes are those of the rows as the engine holds them; the machine's own speed is that of copying memory, measured here.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq

from everychild import month_end
from everychild.calendar import Month, months_to
from everychild.catalogue import CATALOGUE
from everychild.council import read_council
from everychild.journal import ledger
from everychild.journal.connection import open_journal
from everychild.judgement.judge import judge
from everychild.records import BY_NAME
from everychild.store import extracts as store_extracts
from everychild.store.engine import Engine
from everychild.store.figures import as_figures, digest_of, judged_rows
from everychild.store.home import Home

MEGABYTE = 1024 * 1024
SPENT: list[float] = []
"""The CPU seconds of each step, so far."""


def main(place: Path, month: Month) -> None:
    home = Home(place.absolute())
    open_journal(home)
    council = read_council(home.settings)
    seen = ledger.visible_extracts(None)
    kept = ledger.kept_lists(seen)
    calendar = store_extracts.read_calendar(home, seen[-1].sha256, seen[-1].calendar_sha256)
    rows = sum(item.rows for item in kept)
    size = sum((home.extracts / item.path).stat().st_size for item in kept)
    print(f"{len(seen)} extracts, {len(kept)} lists, {rows:,} rows, {size / MEGABYTE:,.0f} MB kept")
    _step("check what was kept", lambda: [store_extracts.verify(home.extracts / one.path, one.sha256) for one in kept])
    months = months_to(month, month_end.MONTHS_SHOWN)
    clocks = month_end.clocks_of(council)
    engine = _step(
        "days, clocks, supply", lambda: Engine(home, kept, calendar, months, clocks, council.valid_visit_places)
    )
    _step("records, stitched", lambda: engine.need(" ".join(BY_NAME)))
    figures = _step("facts, tallies, windows", lambda: engine.figures(month_end.every_rule_of(CATALOGUE), months[0]))
    _step("digest", lambda: digest_of(figures))
    values = _step("figures as values", lambda: list(as_figures(judged_rows(figures, month))))
    indicators = month_end.catalogue_of(council)
    _step("judged", lambda: judge(values, indicators, month, months, council, clocks))
    print(f"{len(CATALOGUE)} indicators, {figures.num_rows:,} figures, peak {_peak():,} MB")
    held = sum(pq.read_table(home.extracts / item.path).nbytes for item in kept)
    bandwidth, spent = _memory_bandwidth(), sum(SPENT)
    least = held / bandwidth
    print(
        f"{held / MEGABYTE:,.0f} MB of rows; this machine copies {bandwidth / MEGABYTE:,.0f} MB a second, so touching "
        f"them once would take {least:.3f} s: {100 * least / spent:.1f}% of the {spent:.1f} s used"
    )


def _step[T](name: str, work: Callable[[], T]) -> T:
    cpu, wall = time.process_time(), time.perf_counter()
    made = work()
    SPENT.append(time.process_time() - cpu)
    print(f"{name:<24} {SPENT[-1]:>7.2f} CPU s {time.perf_counter() - wall:>7.2f} s", flush=True)
    return made


def _memory_bandwidth() -> float:
    """Bytes a second that one processor copies, read and written once each."""
    block = bytearray(256 * MEGABYTE)
    started = time.perf_counter()
    for _ in range(4):
        bytes(block)
    return 4 * len(block) / (time.perf_counter() - started)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), Month.of(sys.argv[2]))
