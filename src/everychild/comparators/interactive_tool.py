"""Reads the Local Authority Interactive Tool: its long table of values, and the dictionary that says which way is good.

The table went through a spreadsheet, so 82.3 may stand in it as 82.300000000000011; its areas are three-digit numbers
and its years are written in many ways.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from everychild import wording
from everychild.comparators.areas import area_of_number
from everychild.comparators.published import Published, period, told, unspoiled
from everychild.comparators.reading import VALUES, Kind, Reading, SetAside, refused, told_text

FAMILY = "interactive_tool"
TITLE = "Department for Education, Local Authority Interactive Tool"
COLUMNS = ("Short Desc", "Years", "LA and Regions", "Values", "LA Number")
DIRECTIONS = pa.schema(
    [("measure", pa.string()), ("title", pa.string()), ("good", pa.string()), ("updated", pa.string())]
)
_DICTIONARY = ("Measure_short", "Measure", "Polarity", "Last Update")
_GOOD = {"high": "higher", "low": "lower"}
_SPREADSHEET_BEGAN = date(1899, 12, 30)


def read_tool(name: str, sha256: str, data: bytes) -> Reading:
    """The long table. Raises FileRefused where it is damaged or another table."""
    whole = _table(name, data)
    columns = {
        column: whole[column].combine_chunks().dictionary_encode() for column in COLUMNS if column != "LA Number"
    }
    labels = columns["Years"].dictionary.to_pylist()
    years = [_year(label) for label in labels]
    said = [_told(text) for text in columns["Values"].dictionary.to_pylist()]
    numbers = pc.cast(whole["LA Number"], pa.int64(), safe=False).combine_chunks().dictionary_encode()
    areas = pa.array([area_of_number(f"{number:03d}") for number in numbers.dictionary.to_pylist()], pa.string())
    table = pa.table(
        [
            columns["Short Desc"].cast(pa.string()),
            areas.take(numbers.indices),
            columns["Years"].cast(pa.string()),
            _taken(columns["Values"], [value for value, _, _ in said]),
            _taken(columns["Values"], [state for _, state, _ in said]),
        ],
        schema=VALUES,
    )
    no_year = pc.is_null(_taken(columns["Years"], [None if year is None else "" for year in years]))
    no_value = _taken(columns["Values"], [None if wrong else "" for _, _, wrong in said]).is_null()
    wanted = pc.invert(pc.or_(no_year, no_value))
    table = table.filter(wanted)
    states = len(table) - table["state"].null_count
    newest = max(year for year in years if year is not None)
    return Reading(
        kind=Kind.VALUES,
        family=FAMILY,
        title=TITLE,
        vintage=f"{TITLE}, with years to {newest}",
        newest=newest,
        file=name,
        sha256=sha256,
        rows=len(whole),
        values=len(table) - states,
        states=states,
        table=table,
        set_aside=tuple(
            SetAside(column, int(pc.index(wrong, True).as_py()) + 1, count, why)
            for column, wrong, why in (
                ("Years", no_year, "not a year or a period of years"),
                ("Values", no_value, "neither a number nor a symbol the publisher uses"),
            )
            if (count := pc.sum(wrong).as_py())
        ),
    )


def read_dictionary(name: str, sha256: str, text: str) -> Reading:
    """Which way is good for each of the Tool’s measures, and when each was last brought up to date."""
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    columns: dict[str, list[str | None]] = {column: [] for column in DIRECTIONS.names}
    for row in rows:
        columns["measure"].append(row["Measure_short"])
        columns["title"].append(row["Measure"])
        columns["good"].append(_GOOD.get(row["Polarity"].casefold()))
        columns["updated"].append(_day(row["Last Update"]))
    newest = max((day for day in columns["updated"] if day), default="")
    updated = f", brought up to date {wording.day(date.fromisoformat(newest))}" if newest else ""
    return Reading(
        kind=Kind.DIRECTIONS,
        family="interactive_tool_dictionary",
        title=f"{TITLE}: dictionary",
        vintage=f"{TITLE}: dictionary{updated}",
        newest=int(newest[:4] or 0),
        file=name,
        sha256=sha256,
        rows=len(rows),
        values=sum(good is not None for good in columns["good"]),
        states=sum(good is None for good in columns["good"]),
        table=pa.table(columns, schema=DIRECTIONS),
    )


def dated(value: Published, updated: Mapping[str, str]) -> Published:
    """One of the Tool’s values, with the day its dictionary says the measure was brought up to date."""
    day = updated.get(value.measure) if value.family == FAMILY else None
    if not day:
        return value
    vintage = f"{TITLE}, brought up to date {wording.day(date.fromisoformat(day))}"
    return replace(value, release=replace(value.release, vintage=vintage))


def is_dictionary(headings: list[str]) -> bool:
    return all(column in headings for column in _DICTIONARY)


def _table(name: str, data: bytes) -> pa.Table:
    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        missing = [column for column in COLUMNS if column not in file.schema_arrow.names]
        if missing:
            raise refused(
                f"{name} is a Parquet file without a column {missing[0]}: it is not the Interactive Tool’s long table.",
                "no-such-column",
                name,
                column=missing[0],
            )
        return file.read(columns=list(COLUMNS))
    except pa.ArrowException as problem:
        raise refused(
            f"{name} is damaged: it cannot be read as Parquet. Download it again.", "damaged", name
        ) from problem


def _year(label: str | None) -> int | None:
    try:
        return None if label is None else period(label).year
    except ValueError:
        return None


def _told(text: str | None) -> tuple[str | None, str | None, bool]:
    """The value and the state kept, and whether the cell is neither."""
    try:
        return *told_text(told(unspoiled(text or ""))), False
    except ValueError:
        return None, None, True


def _taken(column: pa.DictionaryArray, by_word: list[str | None]) -> pa.Array:
    return pa.array(by_word, pa.string()).take(column.indices)


def _day(text: str) -> str | None:
    """A day as the spreadsheet numbers it."""
    return (_SPREADSHEET_BEGAN + timedelta(days=int(text))).isoformat() if text.isdecimal() else None
