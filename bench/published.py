"""How long it takes to load published files into a new home: python -m bench.published FOLDER."""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from everychild.comparators.comparisons import every_series
from everychild.comparators.files import read_published
from everychild.store.benchmarks import keep, library
from everychild.store.home import Home


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        home = Home(Path(place))
        wall, processor = time.perf_counter(), time.process_time()
        readings = read_published([folder])
        for reading in readings:
            keep(home, reading, datetime.now(UTC))
        rows = sum(reading.rows for reading in readings)
        _say(f"load {len(readings)} files, {rows:,} rows", wall, processor)
        wall, processor = time.perf_counter(), time.process_time()
        found = library(home)
        for series in every_series():
            found.of(series)
        _say(f"read {len(every_series())} series", wall, processor)


def _say(what: str, wall: float, processor: float) -> None:
    print(f"{what:<32} {time.process_time() - processor:>6.2f} CPU s {time.perf_counter() - wall:>6.2f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
