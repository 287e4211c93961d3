"""The Standard Safeguarding Dataset gives the figures that Annex A and the local extracts gave, from the same council."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from everychild import month_end
from everychild.calendar import Month
from everychild.council import read_council
from everychild.journal.connection import open_journal
from everychild.journal.ledger import visible_extracts
from everychild.judgement.judged import JudgedEdition
from everychild.measure.figure import Absent, Figure
from everychild.northbrook import write_files
from everychild.records import RECORDS
from everychild.store.home import Home
from tests.intake.dataset_files import Row, write_dataset
from tests.web.invented import empty_home

APRIL = Month(2019, 4)
AT = datetime(2019, 5, 3, 9, tzinfo=UTC)
TAKEN = date(2019, 5, 3)
NO_ROOM = {
    "CC10": "alone is yes or no: a child who refused, or is too young, is not told from one who was not asked",
    "CP22": "where a visit took place is not told, so one that was not at home counts",
    "FD08": "earlier referrals are counted from the rows themselves, and these records reach back six months",
}
"""What the dataset has no room for, and so rightly counts otherwise."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    place = tmp_path_factory.mktemp("dataset")
    (delivery,) = write_files(place / "files", children=900, months=1)
    made = empty_home(place / "home")
    open_journal(made)
    month_end.load(made, [delivery.folder], AT, TAKEN)
    return made


def records_of(home: Home) -> dict[str, list[Row]]:
    open_journal(home)
    with month_end.engine_over(
        home, read_council(home.settings), APRIL, list(visible_extracts(None)), [TAKEN]
    ) as engine:
        return {
            table.name: engine.record_rows(
                table.name, f"select {', '.join(table.column_names)} from {table.name} order by all", {}
            )
            for table in RECORDS
        }


def closed(home: Home) -> JudgedEdition:
    open_journal(home)
    return month_end.close(home, APRIL, AT)


def counts(figure: Figure) -> tuple[int | None, int | None, Absent | None]:
    return figure.numerator, figure.denominator, figure.absent


def test_the_same_council_by_its_dataset_has_the_same_figures(home: Home, tmp_path: Path) -> None:
    write_dataset(tmp_path / "ssd", records_of(home))
    before = {item.ref: item.figure for item in closed(home).indicators}
    again = empty_home(tmp_path / "again")
    open_journal(again)
    loaded = month_end.load(again, [tmp_path / "ssd"], AT, TAKEN)
    assert {file.format for file in loaded.files} == {"ssd"}
    assert sum(file.accepted for file in loaded.files) == sum(file.rows for file in loaded.files) > 2_000
    told = [
        (item.ref, item.figure, before[item.ref])
        for item in closed(again).indicators
        if item.figure.absent is not Absent.NOT_SUPPLIED
    ]
    differ = [ref for ref, now, then in told if counts(now) != counts(then) and ref not in NO_ROOM]
    assert differ == []
    assert len(told) > 80
