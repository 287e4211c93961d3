"""From one council to many: each a home of its own, closed in its own process, as many at a time as processors.

    python -m bench.councils HOME MONTH [how many ...]

The homes are copies of one that has been loaded, so that each costs the same and growth is the only thing measured.
"""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import run

SIZES = (1, 2, 8, 33)


def main(home: Path, month: str, sizes: tuple[int, ...]) -> None:
    print(f"{os.cpu_count()} processors; {home.name} closed for {month} in so many copies")
    one = None
    for councils in sizes:
        cpu, wall = _close_all(home, month, councils)
        one = one or cpu / councils
        print(
            f"{councils:>3} councils {cpu:>8.1f} CPU s {wall:>8.1f} s {cpu / councils:>6.2f} CPU s each, "
            f"{cpu / councils / one:.2f} times the first",
            flush=True,
        )


def _close_all(home: Path, month: str, councils: int) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as place:
        copies = [Path(shutil.copytree(home, Path(place) / f"council-{number}")) for number in range(councils)]
        before, started = _spent_by_children(), time.perf_counter()
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(lambda copy: _close(copy, month), copies))
        return _spent_by_children() - before, time.perf_counter() - started


def _close(home: Path, month: str) -> None:
    run([sys.executable, "-m", "everychild", "close", month, "--home", str(home)], check=True, capture_output=True)


def _spent_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], tuple(int(size) for size in sys.argv[3:]) or SIZES)
