"""Everychild’s own side: the records stitched, handed to the others, and the same indicators counted."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bench.beside.figures import ROLLING_12, THE_MONTH, Given, Place, Whole
from bench.beside.questions import CLOCKS, RECORDS, REFS
from everychild.catalogue import CATALOGUE
from everychild.facts.clocks import CLOCKS as EVERY_CLOCK
from everychild.store.engine import Engine

INDICATORS = tuple(indicator for indicator in CATALOGUE if indicator.ref in REFS)
_WINDOWS = {"month": THE_MONTH, "as_at": THE_MONTH, "rolling_12": ROLLING_12}


def hand_over(engine: Engine, folder: Path) -> Given:
    """Writes the stitched records for the others, who are told the same times and days."""
    engine.need(" ".join(RECORDS))
    for name in RECORDS:
        pq.write_table(engine.rows(f"select * from {name}", {}), folder / f"{name}.parquet")
    national = {clock.name: clock.length for clock in EVERY_CLOCK}
    allowed = {name: engine.clocks[name].length if name in engine.clocks else national[name] for name in CLOCKS}
    return Given(folder, engine.months, engine.calendar, allowed)


def counted(engine: Engine) -> pa.Table:
    """Every breakdown and window, of which the others are asked for a few: it has no way to count fewer."""
    return engine.figures(INDICATORS, engine.months[12])


def asked_of_all(found: pa.Table) -> dict[Place, Whole | None]:
    """Those that the others are asked for, by all ages and by age; None where a month was not supplied."""
    figures: dict[Place, Whole | None] = {}
    for row in found.to_pylist():
        if row["breakdown"] in (None, "age") and row["win"] in _WINDOWS and row["ref"] in REFS:
            place = Place(row["ref"], _WINDOWS[row["win"]], row["month_no"], row["grp"])
            if row["absent"] == "not_supplied":
                figures[place] = None
            elif row["absent"]:
                figures[place] = Whole(0, 0)
            else:
                top = row["numerator"]
                figures[place] = Whole(top, top if row["denominator"] is None else row["denominator"])
    return figures
