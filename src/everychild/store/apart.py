"""One source by itself: what it would tell of a record if nothing else had been loaded, with its dates as written.

Stitching ends a spell at a gap in the extracts or where the next begins; two sources are compared by what they say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from everychild.records import Table
from everychild.store.engine import Engine
from everychild.store.overlap import Span
from everychild.store.supply import KeptList, joined


@dataclass(frozen=True)
class RowTold:
    """A row of a record that stands, with the day its extract was taken."""

    source_id: int
    extracted_on: date
    columns: Mapping[str, object]
    stood_until: date | None
    """Its end as the source’s history is joined: what no newer extract has was over when that was taken."""


def rows_told(engine: Engine, table: Table, columns: Sequence[str]) -> list[RowTold]:
    """The rows of a record in an engine over one source that keeps its tellings, with those columns as written."""
    wanted = [name for name in dict.fromkeys(columns) if name in table.column_names]
    listed = ", ".join(f"told.{name}" for name in wanted)
    until = f"stands.{table.ended}" if table.ended else "cast(null as date)"
    same = " and ".join(f"told.{name} is not distinct from stands.{name}" for name in table.key)
    found = engine.ask(
        f"select distinct stands.source_id, told.extracted_on, {until}, {listed} from {table.name} as stands "
        f"inner join {table.name}_as_extracted as told on told.source_id = stands.source_id and {same} order by all"
    )
    return [RowTold(row[0], row[1], dict(zip(wanted, row[3:], strict=True)), row[2]) for row in found]


def sources_in_use(engine: Engine, table: Table) -> frozenset[int]:
    """The rows of a record that figures are counted from, all sources together."""
    return frozenset(source_id for (source_id,) in engine.ask(f"select distinct source_id from {table.name}"))


def answered(lists: Sequence[KeptList]) -> tuple[Span, ...]:
    """The days of which these lists hold everything; what only proves what it shows answers for none."""
    return tuple(joined((item.covers_from, item.covers_to) for item in lists if not item.proves_only))
