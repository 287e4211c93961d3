"""Extracts: each delivery kept as it came and as typed rows, in Parquet, never changed.

An extract is written in full before anyone is told of it; the telling is one row in the journal.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from everychild.arrays import array_of
from everychild.calendar import WorkingCalendar
from everychild.errors import Tampered
from everychild.intake.packed_columns import arrays_of
from everychild.intake.reading import FileRead, Rows
from everychild.measure.lineage import source_reference
from everychild.quality.fault import Fault
from everychild.quality.row_spans import as_spans
from everychild.records import BY_NAME, Kind, Table
from everychild.school_terms import SchoolTerm
from everychild.store.durable import sha256_of, sync_folder, write_durably
from everychild.store.home import Home
from everychild.store.supply import KeptList, covered_from, supplied_from

FORMAT_VERSION = 1


@dataclass(frozen=True)
class WrittenExtract:
    """An extract that lies on disk, whole, and is not yet in the journal."""

    sha256: str
    extracted_on: date
    lists: tuple[KeptList, ...]
    faults_sha256: str
    calendar_sha256: str


def extract_digest(files: Sequence[FileRead], extracted_on: date) -> str:
    """An extract's name: its files' bytes, the day it was taken and the shape we keep rows in."""
    return digest_of_extract((name_of_reading(file.sha256, file.reading) for file in files), extracted_on)


def digest_of_extract(files: Iterable[str], extracted_on: date) -> str:
    """The same, from the name of each file’s reading."""
    parts = [str(FORMAT_VERSION), extracted_on.isoformat(), *sorted(files)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def name_of_reading(sha256: str, reading: int) -> str:
    """A file's bytes; and, where they had been read before by other words of the council's own, how often."""
    return f"{sha256} {reading}" if reading else sha256


def keep_raw(home: Home, files: Iterable[FileRead]) -> None:
    """Keeps the files as received, under the sha256 of their bytes; of an archive, each file in it."""
    for file in files:
        kept = home.raw / file.sha256
        if kept.exists() or file.source is None:
            continue
        source = file.source
        written = write_durably(kept, lambda target, source=source: target.write(source.read()))  # type: ignore[misc]  # the loop variable is bound
        if written != file.sha256:
            raise Tampered(f"{file.name} changed while it was being read. Nothing was loaded; try again.")


def write_extract(
    home: Home, files: Sequence[FileRead], extracted_on: date, calendar: WorkingCalendar
) -> WrittenExtract:
    """Writes an extract's folder: a temporary name first, renamed only when every file in it is whole."""
    digest = extract_digest(files, extracted_on)
    folder = home.extracts / digest
    temporary = home.extracts / f".{digest}.writing"
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    lists = tuple(
        _write_list(temporary, folder, record, feed, parts, extracted_on)
        for (record, feed), parts in sorted(_by_list(files).items())
    )
    faults_sha256 = write_durably(temporary / "faults.json", lambda file: file.write(_as_json(_faults_by_file(files))))
    calendar_sha256 = write_durably(
        temporary / "calendar.json", lambda file: file.write(_as_json(_calendar_as_data(calendar)))
    )
    if folder.exists():  # written before, by a run that did not reach the journal
        shutil.rmtree(folder)
    temporary.rename(folder)
    sync_folder(home.extracts)
    return WrittenExtract(digest, extracted_on, lists, faults_sha256, calendar_sha256)


def _by_list(files: Sequence[FileRead]) -> dict[tuple[str, str], list[tuple[int, Rows]]]:
    lists: dict[tuple[str, str], list[tuple[int, Rows]]] = {}
    for position, file in enumerate(files):
        for rows in file.records:
            lists.setdefault((rows.table, rows.feed), []).append((position, rows))
    return lists


def _write_list(
    temporary: Path, folder: Path, record: str, feed: str, parts: list[tuple[int, Rows]], extracted_on: date
) -> KeptList:
    table = BY_NAME[record]
    arrow = pa.concat_tables([_arrow_table(table, position, rows) for position, rows in parts])
    name = f"{record}.{feed}.parquet"
    digest = write_durably(temporary / name, lambda file: pq.write_table(arrow, file, compression="zstd"))
    first = parts[0][1]
    last_known = _last_known(table, parts)
    return KeptList(
        extract_no=0,
        extracted_on=extracted_on,
        record=record,
        feed=feed,
        rank=first.rank,
        covers_from=covered_from(first.coverage, extracted_on, last_known),
        covers_to=extracted_on,
        supplies_from=supplied_from(first.coverage, extracted_on, last_known),
        one_per_child=first.coverage.one_per_child,
        proves_only=first.coverage.proves_only,
        rows=arrow.num_rows,
        path=f"{folder.name}/{name}",
        sha256=digest,
        columns=frozenset(name for name in table.column_names if arrow.column(name).null_count < arrow.num_rows),
    )


def _arrow_table(table: Table, position: int, rows: Rows) -> pa.Table:
    places = [source_reference(position, sheet, row) for sheet, row in zip(rows.sheets, rows.rows, strict=True)]
    columns = arrays_of(rows, table)
    return pa.table({**columns, "source_ref": array_of(places, pa.int64())})


def _last_known(table: Table, parts: list[tuple[int, Rows]]) -> set[date]:
    """The last day we know something of each row: when it ended, else (for a mere event) when it happened."""
    names = [table.ended or table.began] if table.began else [c.name for c in table.columns if c.kind is Kind.DATE]
    days: set[date] = set()
    for _, rows in parts:
        if rows.told_of is not None:
            days |= rows.told_of
        else:
            days.update(day for name in names if name for day in rows.columns[name] if day is not None)
    return days


def _faults_by_file(files: Sequence[FileRead]) -> dict[str, Any]:
    return {file.name: [fault_as_data(fault) for fault in file.faults] for file in files}


def fault_as_data(fault: Fault) -> dict[str, Any]:
    """A fault as JSON holds it."""
    return {
        "code": fault.code,
        "severity": fault.severity.value,
        "sheet": fault.sheet,
        "row": fault.row,
        "column": fault.column,
        "message": fault.message,
        "rows": as_spans(fault.rows),
        "list": fault.list_name,
    }


def _calendar_as_data(calendar: WorkingCalendar) -> dict[str, Any]:
    return {
        "first": calendar.first.isoformat(),
        "last": calendar.last.isoformat(),
        "bank_holidays": {day.isoformat(): name for day, name in calendar.bank_holidays.items()},
        "closure_days": {day.isoformat(): why for day, why in calendar.closure_days.items()},
        "school_terms": [_term_as_data(term) for term in calendar.own_terms],
    }


def _term_as_data(term: SchoolTerm) -> list[str]:
    days = (term.starts_on, term.ends_on, term.half_term_from, term.half_term_to)
    return [term.name, *(day.isoformat() for day in days)]


def read_calendar(home: Home, extract_sha256: str, expected_sha256: str) -> WorkingCalendar:
    """The calendar an extract was kept with."""
    path = home.extracts / extract_sha256 / "calendar.json"
    verify(path, expected_sha256)
    data = json.loads(path.read_text(encoding="utf-8"))
    return WorkingCalendar(
        first=date.fromisoformat(data["first"]),
        last=date.fromisoformat(data["last"]),
        bank_holidays={date.fromisoformat(day): name for day, name in data["bank_holidays"].items()},
        closure_days={date.fromisoformat(day): why for day, why in data["closure_days"].items()},
        own_terms=tuple(
            SchoolTerm(name, *map(date.fromisoformat, days)) for name, *days in data.get("school_terms", [])
        ),
    )


def verify(path: Path, expected_sha256: str) -> None:
    """Raises Tampered unless the file is there and its bytes are those the journal knows."""
    if not path.is_file():
        raise Tampered(f"A kept file is missing: {path.parent.name[:12]}…/{path.name}. Restore it from a backup.")
    if sha256_of(path) != expected_sha256:
        raise Tampered(
            f"A kept file has changed since it was kept: {path.parent.name[:12]}…/{path.name}. "
            "Restore it from a backup."
        )


def _as_json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode()
