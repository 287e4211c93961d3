"""Writes the lake: one council at a time, so that memory does not grow with their number.

    python -m bench.nation LAKE [--councils 153] [--children N] [--years 10] [--seed N]

The first council is kept beside the others, and a council that was written to its end is passed over: what was
stopped goes on.
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path

from bench.nation.first import first_council_kept
from bench.nation.lake import home_of, is_told
from bench.nation.others import children_of, write_council
from everychild.northbrook.deliveries import SEED
from everychild.northbrook.setting import CHILDREN


def main(lake: Path, councils: int, children: int, years: int, seed: int) -> None:
    began = time.perf_counter()

    def say(what: str) -> None:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{time.perf_counter() - began:>7.1f} s {peak:>6,} MB  {what}", flush=True)

    first = first_council_kept(lake, seed, children, years, say)
    known = children_of(first)
    say(f"read {len(first):,} lists of it, {len(known):,} children")
    rows = 0
    for number in range(1, councils + 1):
        home = home_of(lake, number)
        if is_told(home):
            continue
        rows += write_council(home, number, seed, first, known)
        say(f"{home.path.name} written; {rows:,} rows so far")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("lake", type=Path)
    asked.add_argument("--councils", type=int, default=153)
    asked.add_argument("--children", type=int, default=CHILDREN, help="known to the largest in twenty-five months")
    asked.add_argument("--years", type=int, default=10)
    asked.add_argument("--seed", type=int, default=SEED)
    chosen = asked.parse_args()
    main(chosen.lake, chosen.councils, chosen.children, chosen.years, chosen.seed)
