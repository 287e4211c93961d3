"""Records and figures go out as the facts read them, the same in each format, each column explained; never where all may read."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild import month_end, shapes
from everychild.calendar import Month
from everychild.catalogue import BY_REF
from everychild.errors import EverychildError, NotAllowed, UnknownReference
from everychild.journal.audit import entries
from everychild.journal.connection import open_journal
from everychild.northbrook import write_files
from everychild.records import BY_NAME, RECORDS
from everychild.store.home import Home
from everychild.tables import Format, TableOut, TableRows, dictionary, figures_table, write_figures, write_tables
from everychild.tables.records import table_of
from everychild.tables.table import ARROW_TYPES, ColumnOut
from everychild.tables.writing import write_table
from everychild.web.api.rows import FigureRow
from tests.editions import april_2019
from tests.web.invented import empty_home

APRIL = Month(2019, 4)
COMPARED = ("child", "contact", "missing_episode", "care_leaver", "visit")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    place = tmp_path_factory.mktemp("tables")
    (delivery,) = write_files(place / "files", children=250, months=1)
    made = empty_home(place / "home")
    open_journal(made)
    month_end.load(made, [delivery.folder], datetime(2019, 5, 3, 9, tzinfo=UTC), delivery.extracted_on)
    month_end.close(made, APRIL, datetime(2019, 5, 3, 10, tzinfo=UTC))
    return made


@pytest.fixture(autouse=True)
def own_journal(home: Home) -> None:
    open_journal(home)


def as_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def as_written(value: object) -> str:
    """A value as CSV tells it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:%Y-%m-%d %H:%M:%S}" if isinstance(value, datetime) else str(value)


def in_a_sheet(path: Path) -> list[dict[str, Any]]:
    headings, *rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


def test_each_format_holds_the_same_rows(home: Home, tmp_path: Path) -> None:
    made = [write_tables(home, APRIL, tmp_path / each, each, only=COMPARED) for each in Format]
    assert {tuple(one.rows.items()) for one in made} == {tuple(made[0].rows.items())}
    assert set(made[0].rows) == set(COMPARED)
    for name in COMPARED:
        kept = pq.read_table(tmp_path / "parquet" / f"{name}.parquet")
        rows = kept.to_pylist()
        assert len(rows) == made[0].rows[name] > 0
        for column in BY_NAME[name].columns:
            assert kept.schema.field(column.name).type == ARROW_TYPES[column.kind], (name, column.name)
        told = [[as_written(value) for value in row.values()] for row in rows]
        read = [
            [value[:19] for value in row.values()] for row in as_csv(tmp_path / "csv" / f"{name}.csv")
        ]  # seconds are as fine as a record is
        assert read == [[text[:19] for text in row] for row in told]
        sheet = in_a_sheet(tmp_path / "xlsx" / f"{name}.xlsx")
        assert [[_day(value) for value in row.values()] for row in sheet] == [
            [_day(value) for value in row.values()] for row in rows
        ]


def _day(value: object) -> object:
    """A sheet knows moments alone; a day in it is a midnight."""
    if isinstance(value, datetime):
        return value
    return datetime(value.year, value.month, value.day) if isinstance(value, date) else value


def test_what_an_analyst_counts_from_the_records_is_what_the_facts_counted(home: Home, tmp_path: Path) -> None:
    write_tables(home, APRIL, tmp_path / "out", Format.PARQUET)
    found = month_end.open_edition(home, APRIL)
    assert found is not None
    contacts = pq.read_table(tmp_path / "out" / "contact.parquet").to_pylist()
    on_a_plan = pq.read_table(tmp_path / "out" / "child_protection_plan.parquet").to_pylist()
    received = sum(Month.of(row["contacted_on"]) == APRIL for row in contacts)
    last = APRIL.last_day
    open_plans = {
        row["child_id"]
        for row in on_a_plan
        if row["started_on"] <= last and (row["ended_on"] is None or row["ended_on"] > last)
    }
    told = {item.ref: item.figure.numerator for item in found[0].indicators}
    assert (received, len(open_plans)) == (told["FD01"], told["CP12"])


def test_every_record_that_was_loaded_goes_out_with_its_columns_in_the_dictionary(home: Home, tmp_path: Path) -> None:
    made = write_tables(home, APRIL, tmp_path / "out")
    explained: dict[str, list[str]] = {}
    for row in as_csv(tmp_path / "out" / "dictionary.csv"):
        explained.setdefault(row["table"], []).append(row["column"])
        assert row["meaning"], row
    assert set(explained) == {*made.rows, "dictionary"}
    assert len(made.rows) > 50
    for name in (*made.rows, "dictionary"):
        with (tmp_path / "out" / f"{name}.csv").open(encoding="utf-8-sig") as file:
            assert next(csv.reader(file)) == explained[name]
    told = json.loads((tmp_path / "out" / "about.json").read_text(encoding="utf-8"))
    assert (told["month"], told["rows"], told["edition"]) == ("2019-04", made.rows, made.edition)
    assert {path.stem for path in (tmp_path / "out").glob("*.csv")} == set(explained)


def test_what_each_extract_tells_anew_is_kept_as_each_told_it() -> None:
    """Else there would be nothing to write: the engine drops what no fact looks at a second time."""
    from everychild.store.counting import told_as_extracted

    assert {record.name for record in RECORDS if record.is_snapshot} <= told_as_extracted()


def test_the_dictionary_says_what_a_row_is_and_what_codes_mean() -> None:
    told = dictionary([table_of(record) for record in RECORDS]).batches.read_all().to_pylist()
    by_name = {(row["table"], row["column"]): row for row in told}
    assert by_name["contact", "child_id"]["one_row_per"] == BY_NAME["contact"].grain
    assert "male: " in by_name["child", "sex"]["codes"]
    assert by_name["care_leaver", "extracted_on"]["place"] == 1


ONE = TableOut("one", "text", (ColumnOut("text", "text", "what somebody typed"),))


def one(texts: list[str | None]) -> TableRows:
    schema = pa.schema([("text", pa.string())])
    return TableRows(ONE, pa.Table.from_pylist([{"text": text} for text in texts], schema).to_reader())


def test_text_that_begins_like_a_formula_is_text_in_every_format(tmp_path: Path) -> None:
    texts: list[str | None] = ["=1+1", "+44", "-1", "@SUM(A1)", "plain"]
    for each in Format:
        assert write_table(one(texts), tmp_path / f"one.{each}", each) == len(texts)
    assert [row["text"] for row in as_csv(tmp_path / "one.csv")] == ["'=1+1", "'+44", "'-1", "'@SUM(A1)", "plain"]
    assert pq.read_table(tmp_path / "one.parquet")["text"].to_pylist() == texts
    sheet = openpyxl.load_workbook(tmp_path / "one.xlsx").worksheets[0]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == texts
    assert {cell.data_type for cell in cells} == {"s"}


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), min_size=1), max_size=8))
def test_whatever_is_typed_comes_back_from_csv(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.getbasetemp() / "typed.csv"
    write_table(one(list(texts)), path, Format.CSV)
    read = [row["text"] for row in as_csv(path)]
    assert read == [f"'{text}" if text[0] in "=+-@\t" else text for text in texts]


def test_a_text_longer_than_a_cell_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="Write the table as CSV or Parquet"):
        write_table(one(["a" * 40_000]), tmp_path / "one.xlsx", Format.XLSX)
    assert list(tmp_path.iterdir()) == []


def test_rows_of_children_stand_in_no_published_place_and_in_no_home(home: Home, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(NotAllowed, match="is published"):
        write_tables(home, APRIL, site / "data" / "children")
    with pytest.raises(NotAllowed, match="is published"):
        write_tables(home, APRIL, site)
    with pytest.raises(NotAllowed, match="within the home"):
        write_tables(home, APRIL, home.releases / "1")
    assert [path.name for path in site.iterdir()] == ["manifest.json"]


def test_a_folder_of_other_things_is_left_alone_and_an_earlier_one_of_ours_is_replaced(
    home: Home, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "diary.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(EverychildError, match="nothing of it was touched"):
        write_tables(home, APRIL, other)
    write_tables(home, APRIL, tmp_path / "out", only=["child", "contact"])
    write_tables(home, APRIL, tmp_path / "out", only=["child"])
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["about.json", "child.csv", "dictionary.csv"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other", "out"]
    with pytest.raises(UnknownReference, match="no record children"):
        write_tables(home, APRIL, tmp_path / "out", only=["children"])


def test_the_command_writes_down_that_children_were_read(home: Home, tmp_path: Path) -> None:
    before = len(entries())
    asked = [sys.executable, "-m", "everychild", "tables", "--at", "2019-04", "--to", str(tmp_path / "out")]
    asked += ["--only", "child", "--format", "parquet", "--home", str(home.path), "--json"]
    told = json.loads(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)
    assert told["rows"]["child"] == pq.read_metadata(tmp_path / "out" / "child.parquet").num_rows
    open_journal(home)
    (newest,) = entries()[: len(entries()) - before]
    assert (newest.action, newest.about) == ("tables of records written", "2019-04, 1 records as parquet")


def test_figures_go_out_typed_with_the_columns_programs_are_given(tmp_path: Path) -> None:
    edition = replace(april_2019(), seen_from={"CP15": date(2017, 11, 3)})
    figures = [item.figure for item in edition.indicators]
    shown = shapes.figure_shapes(edition, figures, None)
    for each in Format:
        write_figures(figures_table(edition, figures), tmp_path / f"f.{each}", each, edition.known_on)
    kept = pq.read_table(tmp_path / "f.parquet")
    assert kept.schema.names == list(FigureRow.model_fields)
    assert [row["value"] for row in kept.to_pylist()] == [row["value"] for row in shown]
    short = {row["ref"]: row["seen_from"] for row in kept.to_pylist() if row["seen_from"]}
    assert short == {"CP15": date(2017, 11, 3)}, "a program must be told what it could not see"
    assert {row["ref"]: row["seen_from"] for row in as_csv(tmp_path / "f.csv") if row["seen_from"]} == {
        "CP15": "2017-11-03"
    }
    assert [row["as_at"] for row in kept.to_pylist()] == [date(2019, 4, 30)] * len(shown)
    assert [float(row["value"] or "nan") for row in as_csv(tmp_path / "f.csv")] == pytest.approx(
        [float("nan") if row["value"] is None else row["value"] for row in shown], nan_ok=True
    )
    book = openpyxl.load_workbook(tmp_path / "f.xlsx")
    assert book.sheetnames == ["figures", "dictionary"]
    explained = [row["column"] for row in as_csv(tmp_path / "f-dictionary.csv") if row["table"] == "figures"]
    assert explained == kept.schema.names
    assert BY_REF["CP12"].ref in {row["ref"] for row in as_csv(tmp_path / "f.csv")}


def test_the_same_rows_give_the_same_workbook(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_table(one(["a", "b"]), tmp_path / f"{name}.xlsx", Format.XLSX)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
