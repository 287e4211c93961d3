"""One step of the bench of intake, in a process of its own: files in; records, rules and the table of issues out."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

YEAR_ENDED = date(2026, 3, 31)
"""The day the returns close with, and the lists are taken on."""


def main(step: str, folder: Path, *more: str) -> None:
    {"write": write, "home": make, "load": load, "both": both}[step](folder, *more)


def write(folder: Path, kind: str, size: str) -> None:
    # What writes is not what is measured, and takes a third of a second to read in.
    from bench.intake_files import write_annex_a, write_census, write_return

    writers = {"return": write_return, "census": write_census, "annex": write_annex_a}
    writers[kind](folder / "files", int(size))


def make(folder: Path) -> None:
    """A home to load into, which a council makes once."""
    from everychild.cli.new_home import make_home

    make_home(folder / "home", files("everychild.northbrook").joinpath("council.toml").read_text(encoding="utf-8"))


def load(folder: Path) -> None:
    """Read, checked, typed, accounted for, kept as records with every fault."""
    from everychild import month_end
    from everychild.journal.connection import open_journal
    from everychild.store.home import Home

    home = Home(folder / "home")
    open_journal(home)
    loaded = month_end.load(home, [folder / "files"], datetime(2026, 6, 1, 9, tzinfo=UTC), YEAR_ENDED)
    told = {
        "rows": sum(file.rows for file in loaded.files),
        "set_aside": sum(file.set_aside for file in loaded.files),
        "records": sum(len(rows) for file in loaded.files for rows in file.records),
        "faults": sum(len(file.faults) for file in loaded.files),
    }
    (folder / "loaded.json").write_text(json.dumps(told))


def both(folder: Path) -> None:
    """As a council runs it: the files in, and every issue out."""
    load(folder)
    rules(folder)


def rules(folder: Path) -> None:
    """Every quality rule, ours and the Department’s, asked of what was loaded; and which rows each finds."""
    from everychild import checked
    from everychild.calendar import Month
    from everychild.council import read_council
    from everychild.journal.connection import open_journal
    from everychild.store.home import Home

    home = Home(folder / "home")
    open_journal(home)
    # Of an edition the checks ask its month, its council and what was known: nothing has to be closed for them.
    edition: Any = SimpleNamespace(
        as_at=Month.of(YEAR_ENDED), known_on=YEAR_ENDED, fingerprint="", council=read_council(home.settings)
    )
    told = {
        kind.name: {
            result.code: [result.outcome.value, result.rows, result.children, result.because] for result in kind.results
        }
        for kind in checked.checks(home, edition).sets
    }
    (folder / "checked.json").write_text(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
