"""One child in every figure of a month: in it, only under its line, left out, or not there; and why.

For officers who may open the child's record, and for nobody else: in no paper, page or kept file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from everychild import month_end
from everychild.calendar import Month
from everychild.catalogue.indicator import Indicator
from everychild.council import read_council
from everychild.errors import UnknownReference
from everychild.facts.language import Clocks
from everychild.journal import ledger
from everychild.measure.lineage import Part
from everychild.measure.verdict import verdict, why
from everychild.store.engine import Engine
from everychild.store.home import Home


@dataclass(frozen=True)
class OneRow:
    """One of the child's rows, by the place it was read from."""

    part: Part
    why: str
    file: str
    sheet: str
    row: int


@dataclass(frozen=True)
class Explained:
    """One indicator, and why the child is in its figure or is not. Without a part there is nothing of the child's."""

    indicator: Indicator
    title: str
    part: Part | None
    sentence: str
    rows: tuple[OneRow, ...]


def explain(
    home: Home, child_id: str, month: Month, ref: str | None = None, known_on: date | None = None
) -> tuple[Explained, ...]:
    """A sentence for every indicator, or for one. Raises UnknownReference for a child no record tells of."""
    council = read_council(home.settings)
    clocks = month_end.clocks_of(council)
    chosen = month_end.catalogue_of(council) if ref is None else (month_end.indicator_called(ref, council),)
    with month_end.engine_for(home, council, month, known_on) as (engine, _):
        found = tuple(_explained(engine, indicator, child_id, month, clocks) for indicator in chosen)
        if not any(each.rows for each in found) and not engine.knows_child(child_id):
            raise UnknownReference("No record loaded tells of a child by that number. Give it as the case system does.")
        return found


def _explained(engine: Engine, indicator: Indicator, child_id: str, month: Month, clocks: Clocks) -> Explained:
    title = indicator.title_for(clocks)
    if month not in engine.supplied(indicator):
        return Explained(indicator, title, None, "No figure: what it needs was not supplied for this month.", ())
    found = [(behind.source_id, row) for behind, row in engine.rows_in_full(indicator, month, child_id)]
    if not found:
        nothing = f"Not in it: none of the {indicator.of.counted_in} of this month is this child’s."
        return Explained(indicator, title, None, nothing, ())
    told = [(verdict(indicator, row, clocks), why(indicator, row, clocks)) for _, row in found]
    places = ledger.places([source_id for source_id, _ in found])
    rows = tuple(
        OneRow(part, because, place.file, place.sheet, place.row)
        for (part, because), place in zip(told, places, strict=True)
    )
    return Explained(indicator, title, _foremost(rows), _in_one_sentence(rows), rows)


def _foremost(rows: Sequence[OneRow]) -> Part:
    """Above the line before under it, and either before left out."""
    return min((row.part for row in rows), key=list(Part).index)


def _in_one_sentence(rows: Sequence[OneRow]) -> str:
    """What holds of the rows; where they differ, of how many each."""
    counted = Counter(row.why for row in rows)
    if len(rows) == 1:
        return rows[0].why
    if len(counted) == 1:
        return f"{rows[0].why[:-1]} ({len(rows)} times)."
    return " ".join(f"{because[:-1]} ({times} of {len(rows)})." for because, times in counted.items())
