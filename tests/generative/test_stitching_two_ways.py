"""What stands of many overlapping extracts, loaded in any order, by the engine and by plain Python."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from everychild.calendar import Month, add_months, months_to
from everychild.intake.reading import FileRead, Rows
from everychild.layouts.layout import Coverage
from everychild.records import BY_NAME, Kind, Table
from everychild.store.engine import Engine
from everychild.store.extracts import write_extract
from everychild.store.home import Home
from tests.generative.plain_stitch import Row, plain_stitch
from tests.generative.random_records import random_rows
from tests.small_council import calendar

TOLD = (
    "contact",
    "visit",
    "child_protection_plan",
    "conference",
    "placement",
    "child",
    "adopter",
    "early_help_episode",
)
COVERAGES = (Coverage(months=6), Coverage(months=6, one_per_child=True), Coverage(months=2), Coverage(proves_only=True))
SEEDS = 60


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_engine_and_plain_python_let_the_same_rows_stand(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    home, kept, rows = Home(tmp_path), [], {}
    for number, taken in enumerate(_days_taken(chance), 1):
        for listed in _lists(chance, taken):
            file = FileRead(
                "made.csv",
                f"{number}{listed.feed}{listed.table}".rjust(64, "0"),
                "local_extract",
                (),
                0,
                0,
                0,
                0,
                (),
                (listed,),
                None,
            )
            written = write_extract(home, [file], taken, calendar())
            (told,) = (replace(item, extract_no=number) for item in written.lists)
            kept.append(told)
            rows[told.path] = _as_rows(listed)
    compared = 0
    with Engine(home, kept, calendar(), months_to(Month(2019, 4), 3), {}, (), threads=1) as engine:
        for name in TOLD:
            table = BY_NAME[name]
            expected = plain_stitch(table, [(item, rows[item.path]) for item in kept if item.record == name])
            found = _stitched(engine, table)
            assert found == sorted(expected, key=_in_order), f"{name}, seed {seed}"
            compared += len(found)
    assert compared > 0


def _days_taken(chance: Random) -> list[date]:
    """Two to five extracts, some of one day, loaded in any order."""
    first = date(2018, 9, 3)
    taken = [first + timedelta(days=chance.choice((0, 28, 31, 61, 250)) * step) for step in range(chance.randint(2, 5))]
    chance.shuffle(taken)
    return taken


def _lists(chance: Random, taken: date) -> list[Rows]:
    """A list or two of each record, told again with changes: the same few children and days come back."""
    found = []
    for name in TOLD:
        for feed, rank in (("plain", 1), ("other", 2))[: chance.randint(0, 2)]:
            (made,) = random_rows(chance, children=4, rows=chance.randint(1, 14), only=[name])
            _near(chance, BY_NAME[name], made.columns, taken)
            found.append(replace(made, feed=f"{feed}.{name}", rank=rank, coverage=_coverage(chance, BY_NAME[name])))
    return found


def _coverage(chance: Random, table: Table) -> Coverage:
    return chance.choice(COVERAGES if "child_id" in table.column_names else COVERAGES[:1])


def _near(chance: Random, table: Table, columns: dict[str, list[Any]], taken: date) -> None:
    """Dates on a few days only, before the extract, so that the same thing is told in several lists."""
    days = [add_months(taken.replace(day=1), -back) + timedelta(days=chance.choice((0, 9))) for back in range(9)]
    for column in table.columns:
        if column.kind is Kind.DATE:
            columns[column.name] = [None if old is None else chance.choice(days) for old in columns[column.name]]
    if table.began and table.ended:
        for place, (began, ended) in enumerate(zip(columns[table.began], columns[table.ended], strict=True)):
            if ended is not None and ended < began:
                columns[table.began][place], columns[table.ended][place] = ended, began


def _as_rows(listed: Rows) -> list[Row]:
    names = list(listed.columns)
    return [dict(zip(names, row, strict=True)) for row in zip(*listed.columns.values(), strict=True)]


def _stitched(engine: Engine, table: Table) -> list[dict[str, Any]]:
    engine.need(table.name)
    names = table.column_names
    found = engine.connection.execute(f"select {', '.join(names)} from {table.name}").fetchall()
    return sorted((dict(zip(names, row, strict=True)) for row in found), key=_in_order)


def _in_order(row: Row) -> tuple[str, ...]:
    return tuple(str(value) for value in row.values())
