"""The next month: counted ahead by whoever does the home’s work, then closed; and what it costs to close it at once.

    python -m bench.next_month HOME MONTH

HOME holds the extract taken after MONTH. Copies of it are closed for the month before, as it was known then. Each step
is a command in a process of its own, with its start and its imports. Last, what the new extract changed of earlier
months.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from everychild.calendar import Month
from everychild.journal import ledger
from everychild.journal.connection import open_journal
from everychild.store.home import Home

BY_MONTH = ("month", "as_at")


def main(place: Path, month: Month) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        home, at_once = Home(Path(scratch) / "ahead"), Home(Path(scratch) / "at once")
        shutil.copytree(place, home.path)
        _run(f"close {month - 1}", home, "close", str(month - 1), "--known-on", month.last_day.isoformat())
        shutil.copytree(home.path, at_once.path)
        _run(f"count {month} ahead", home, "count-ahead", str(month))
        _run(f"close {month}, counted ahead", home, "close", str(month))
        _run(f"close {month} at once", at_once, "close", str(month))
        _run("start and answer --help", home, "--help")
        _tell_changes(home, month)


def _run(name: str, home: Home, *command: str) -> None:
    where = () if "--help" in command else ("--home", str(home.path))
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "everychild", *command, *where], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{name} failed")
    print(
        f"{name:<32} {used.ru_utime + used.ru_stime:>7.2f} CPU s {time.perf_counter() - started:>7.2f} s "
        f"{used.ru_maxrss // 1024:>6,} MB",
        flush=True,
    )


def _tell_changes(home: Home, month: Month) -> None:
    open_journal(home)
    was, now = (_by_month(home, closed) for closed in (month - 1, month))
    both = was.join(now, ["ref", "month_no", "breakdown", "grp"], join_type="inner", right_suffix="_now")
    changed = both.filter(pc.invert(pc.equal(both["told"], both["told_now"])))
    months = len(pc.unique(changed["month_no"]))
    print(
        f"{changed.num_rows:,} of {both.num_rows:,} figures of earlier months are told otherwise, "
        f"in {months} of {len(pc.unique(both['month_no']))} months"
    )


def _by_month(home: Home, month: Month) -> pa.Table:
    """Each figure about one month, and what it says as one text: what is absent is the same as what is absent."""
    edition = ledger.newest_edition(month)
    assert edition is not None
    table = pq.ParquetFile(home.path / edition.figures_path).read()
    table = table.filter(pc.is_in(table["win"], pa.array(BY_MONTH)))
    said = [_known(table[name]) for name in ("numerator", "denominator", "median_twice")]
    columns = {"breakdown": _known(table["breakdown"]), "grp": _known(table["grp"])}
    told = pc.binary_join_element_wise(*said, " ")
    return pa.table({"ref": table["ref"], "month_no": table["month_no"], **columns, "told": told})


def _known(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.fill_null(pc.cast(column, pa.string()), "-")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Month.of(sys.argv[2]))
