"""The newest return of a kind among what is loaded, and the one of the year before, as they were sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from everychild.arrays import KINDS_IN_SQL, array_of
from everychild.intake.as_sent import Sent, SentTable, Told, read_as_sent
from everychild.journal import deletions
from everychild.layouts.layout import SheetLayout
from everychild.measure.lineage import FILE_BITS, ROW_BITS, SHEET_BITS, source_reference
from everychild.quality.tables import LOOKED_AFTER, RETURN_TABLES, columns_of
from everychild.store.extracts import verify
from everychild.store.home import Home

if TYPE_CHECKING:
    from everychild.journal.models import Extract, SourceFile

OUTCOMES = "oc2"
LOCAL = "local_extract"
TOLD_IN_THE_HEADER = ("uasc", "ad1", "oc3")
"""Tables that the return as one document has no elements for: they stand in the child’s header."""


class TableSent:
    """The rows of one table, from however many files, and the columns any of them has.

    What the rows say is held as Arrow’s arrays, those of each file after those of the one before; a column it lacks is
    one that no row says anything of.
    """

    def __init__(self, columns: frozenset[str] = frozenset()) -> None:
        self.columns = columns
        self.rows = 0
        self._told: dict[str, list[pa.Array]] = {}

    def add(self, told: Mapping[str, Sequence[Any]], kinds: Mapping[str, str], rows: int) -> None:
        """More rows, each column of them as long as `rows` says and of the kind in SQL that `kinds` says."""
        for name in dict.fromkeys((*self._told, *told)):
            kind = KINDS_IN_SQL[kinds[name]]
            column = self._told.setdefault(name, [pa.nulls(self.rows, kind)])
            column.append(array_of(told[name], kind) if name in told else pa.nulls(rows, kind))
        self.rows += rows

    def column(self, name: str, kind: pa.DataType) -> pa.ChunkedArray:
        """What the rows say in a column, nothing where it was not sent."""
        return pa.chunked_array(self._told.get(name) or [pa.nulls(self.rows, kind)], kind)

    def last_day(self, name: str, until: date) -> date | None:
        """The last of a column’s days that is no later than `until`."""
        days = self.column(name, pa.date32())
        last: date | None = pc.max(days.filter(pc.less_equal(days, pa.scalar(until)))).as_py()
        return last


@dataclass(frozen=True)
class Returned:
    """A return: the 31 March its year ends on, its tables by their names in rules, and the year before’s."""

    name: str
    extracted_on: date
    year_ended: date
    reference_date: date | None
    tables: Mapping[str, TableSent]
    before: Mapping[str, TableSent]


def newest_return(home: Home, name: str, seen: Sequence[Extract]) -> Returned | None:
    """The newest return of that name in these extracts; None where there is none. Raises Tampered."""
    newest: Returned | None = None
    for extract in reversed(seen):
        for found in sorted(_returns(home, name, extract), key=lambda each: each.year_ended, reverse=True):
            if newest is None:
                newest = found
            elif found.year_ended.year == newest.year_ended.year - 1:
                return Returned(
                    newest.name,
                    newest.extracted_on,
                    newest.year_ended,
                    newest.reference_date,
                    newest.tables,
                    found.tables,
                )
    return newest


def _returns(home: Home, name: str, extract: Extract) -> Iterator[Returned]:
    """The returns in one extract that are still kept as they came: files of one folder make one, and so does a
    workbook or a document by itself."""
    gone = deletions.received_gone()
    kept = [file for file in extract.files.all() if (extract.pk, file.sha256) not in gone]
    files = [file for file in kept if file.format == name or _is_outcomes(name, file)]
    if not any(file.format == name for file in files):
        return
    folders: dict[str, list[SourceFile]] = {}
    for file in files:
        is_whole = file.format == name and len(file.sheets) > 1
        folders.setdefault(file.name if is_whole else str(PurePath(file.name).parent), []).append(file)
    for told in folders.values():
        if any(file.format == name for file in told):
            yield _return(home, name, extract, told)


def _is_outcomes(name: str, file: SourceFile) -> bool:
    """The outcomes table is sent through the year as well, and is known as a local extract."""
    return name == LOOKED_AFTER and file.format == LOCAL and OUTCOMES in file.name.casefold()


def _return(home: Home, name: str, extract: Extract, files: Sequence[SourceFile]) -> Returned:
    tables: dict[str, TableSent] = {}
    referred: date | None = None
    for file in files:
        raw = home.raw / file.sha256
        verify(raw, file.sha256)
        sent = read_as_sent(file.name, raw.read_bytes(), extract.received_at.date())
        referred = referred or sent.reference_date
        if sent.is_document:
            for absent in RETURN_TABLES[name]:
                tables.setdefault(absent, TableSent(_every_column(absent)))
        for table in sent.tables:
            _add(tables, name, table, extract, file, sent)
    ends = [
        last
        for called, table in tables.items()
        for column, kind in columns_of(called).items()
        if kind == "date" and (last := table.last_day(column, extract.extracted_on)) is not None
    ]
    told_to = referred or max(ends, default=extract.extracted_on)
    return Returned(files[0].name, extract.extracted_on, _year_end(told_to), referred, tables, {})


def _year_end(day: date) -> date:
    return date(day.year + ((day.month, day.day) > (3, 31)), 3, 31)


def _every_column(table: str) -> frozenset[str]:
    return frozenset(columns_of(table)) - {"child_id", "source_id"}


def _add(
    tables: dict[str, TableSent], name: str, table: SentTable, extract: Extract, file: SourceFile, sent: Sent
) -> None:
    above = extract.pk << FILE_BITS + SHEET_BITS + ROW_BITS
    sources: list[Any] = [above | source_reference(file.position, table.sheet, number) for number in table.numbers]
    for called in _called(name, table.layout, sent):
        kept = tables.setdefault(called, TableSent())
        own = _every_column(called) | {"child_id"}
        kept.columns |= table.columns
        held = {"source_id": sources, **{column: told for column, told in table.told.items() if column in own}}
        if called in TOLD_IN_THE_HEADER and sent.is_document:
            rows = _that_tell(called, table.told, len(sources))
            held = {column: [told[row] for row in rows] for column, told in held.items()}
        kept.add(held, columns_of(called), len(held["source_id"]))


def _called(name: str, layout: SheetLayout, sent: Sent) -> tuple[str, ...]:
    named = next((called for called, each in RETURN_TABLES[name].items() if each.name == layout.name), None)
    if named is None:
        return ()
    return (named, *TOLD_IN_THE_HEADER) if named == "header" and sent.is_document else (named,)


def _that_tell(table: str, told: Mapping[str, Sequence[Told]], rows: int) -> list[int]:
    """The rows of the header that say anything of what a table of its own would."""
    if table == "uasc":
        return [row for row, said in enumerate(told.get("uasc", ())) if said in ("1", "true")]
    shared = {"child", "dob", "dob_written", "sex", "la", "year"}
    columns = [told[column] for column in _every_column(table) - shared if column in told]
    return [row for row in range(rows) if any(column[row] is not None for column in columns)]
