"""Counts one council of a lake four ways and says how many figures agree.

python -m bench.beside LAKE [--council 1] [--months 60]
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.beside import in_pandas, in_sqlite, ours, query_by_query
from bench.beside.agreement import Agreement, held_against
from bench.nation.count import opened
from bench.nation.lake import home_of

OTHERS = {
    "pandas": in_pandas,
    "SQLite": in_sqlite,
    "DuckDB, query by query": query_by_query,
}


def main(lake: Path, council: int, months: int) -> None:
    with TemporaryDirectory() as place, opened(home_of(lake, council), months) as engine:
        print(f"council {council}: {sum(item.rows for item in engine.kept):,} rows in {len(engine.kept):,} lists")
        given, stitching = _timed(lambda: ours.hand_over(engine, Path(place)))
        counted, counting = _timed(lambda: ours.counted(engine))
        expected = ours.asked_of_all(counted)
        told = sum(value is not None for value in expected.values())
        print(f"{len(ours.INDICATORS)} indicators, {months} month ends: {told:,} figures held against each other")
        print(f"{'':<24} {'made ready':>12} {'counted':>10}  agree")
        print(f"{'Everychild':<24} {stitching:>10.2f} s {counting:>8.2f} s  {counted.num_rows:,} in all", flush=True)
        for name, way in OTHERS.items():
            ready, reading = _timed(lambda way=way: way.ready(given))
            figures, spent = _timed(lambda way=way, ready=ready: way.counted(ready, given))
            way.done(ready)
            _say(name, reading, spent, held_against(expected, figures))
    print(f"CPU seconds; peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB, of all in one process")


def _say(name: str, reading: float, spent: float, found: Agreement) -> None:
    print(f"{name:<24} {reading:>10.2f} s {spent:>8.2f} s  {found.agree:,}; {len(found.differ):,} differ", flush=True)
    for place, expected, said in found.differ[:10]:
        print(f"    {place}: Everychild {expected}, {name} {said}")
    if found.told_though_not_supplied:
        print(f"    {found.told_though_not_supplied:,} figures of months nobody supplied, told as if they were whole")


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    began = time.process_time()
    return work(), time.process_time() - began


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("lake", type=Path)
    asked.add_argument("--council", type=int, default=1)
    asked.add_argument("--months", type=int, default=60)
    chosen = asked.parse_args()
    main(chosen.lake, chosen.council, chosen.months)
