"""Northbrook at 3,000 and 30,000 children: load, close and report, with CPU seconds, wall seconds and peak memory."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

STEPS = ("load", "close", "close again", "report")
RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True)
class Measured:
    """One step at one size. CPU counts the processes it started and waited for."""

    children: int
    step: str
    cpu_seconds: float
    wall_seconds: float
    peak_megabytes: int


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--children", type=int, nargs="+", default=[3000, 30000])
    asked.add_argument("--months", type=int, default=25)
    sizes = asked.parse_args()
    where = f"{platform.system()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    parts = ", ".join(f"{name} {version(name)}" for name in ("everychild", "duckdb", "pyarrow", "python-calamine"))
    print(f"{time.strftime('%d %B %Y')}, {where}, {parts}")
    measured = [found for children in sizes.children for found in _measure(children, sizes.months)]
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.json").write_text(json.dumps([asdict(found) for found in measured], indent=1))


def _measure(children: int, months: int) -> list[Measured]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _run(children, "write the files", ["write", str(folder), str(children), str(months)])
        return [_run(children, step, [step, str(folder)]) for step in STEPS]


def _run(children: int, step: str, arguments: list[str]) -> Measured:
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "bench.step", *arguments])
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{step} failed")
    found = Measured(
        children,
        step,
        round(used.ru_utime + used.ru_stime, 2),
        round(time.perf_counter() - started, 2),
        used.ru_maxrss // 1024,
    )
    print(
        f"{found.children:>7,} children  {found.step:<16} {found.cpu_seconds:>8.2f} CPU s "
        f"{found.wall_seconds:>8.2f} s {found.peak_megabytes:>6,} MB",
        flush=True,
    )
    return found


if __name__ == "__main__":
    main()
