"""Published files are known by what is in them, and every row of them is accounted for."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.comparators.files import read_one, read_published
from everychild.comparators.neighbours import Model, Neighbour, in_force, month_in
from everychild.comparators.reading import Kind
from everychild.errors import FileRefused, FilesRefused
from tests.comparators.small_files import ENGLAND, SOUTH_EAST, WOKINGHAM, council, referrals_2024, referrals_2025, tool


def rows_of(reading):
    return {
        (row["measure"], row["area"], row["period"]): row["value"] or row["state"] for row in reading.table.to_pylist()
    }


def test_the_same_measure_under_another_heading():
    """`Referrals` became `referral_count`: one measure, whichever release it is read from."""
    older = rows_of(read_one("any.csv", referrals_2024(f"2024,{WOKINGHAM},1548,355.1,290,18.7")))
    newer = rows_of(read_one("any.csv", referrals_2025(f"2024,{WOKINGHAM},1548,290,18.7")))
    for measure, says in (("referrals", "1548"), ("re_referrals", "290"), ("re_referrals_percent", "18.7")):
        assert older[measure, "872", "2024"] == newer[measure, "872", "2024"] == says
    assert ("referrals_rate", "872", "2024") in older
    assert ("referrals_rate", "872", "2024") not in newer


def test_areas_and_states():
    """England and regions by code, councils by number; a symbol is kept as its state."""
    found = rows_of(
        read_one(
            "any.csv",
            referrals_2025(f"2025,{ENGLAND},100,20,20", f"2025,{SOUTH_EAST},40,c,c", f"2025,{WOKINGHAM},4,x,z"),
        )
    )
    assert found["referrals", "E92000001", "2025"] == "100"
    assert found["re_referrals", "E12000008", "2025"] == "held_back"
    assert found["re_referrals", "872", "2025"] == "not_available"
    assert found["re_referrals_percent", "872", "2025"] == "not_applicable"


def test_two_councils_that_report_as_one_are_neither():
    """The workforce release has such rows; they are not Kingston’s, and not Richmond’s."""
    found = rows_of(read_one("any.csv", referrals_2025(f"2025,{council('314 / 318', 'E09 / E09', 'Both')},9,1,11.1")))
    assert {area for _, area, _ in found} == {"314/318"}


def test_a_cell_that_is_neither_is_set_aside_and_counted():
    """With its column and the first row it stands in; the rest of the row is used."""
    reading = read_one(
        "any.csv",
        referrals_2025(f"2025,{ENGLAND},100,20,20", f"2025,{WOKINGHAM},about 9,3,33.3", f"2024,{WOKINGHAM},?,3,33.3"),
    )
    [aside] = reading.set_aside
    assert (aside.column, aside.first_row, aside.cells) == ("referral_count", 3, 2)
    assert rows_of(reading)["re_referrals", "872", "2025"] == "3"


@given(st.lists(st.sampled_from(["12", "3.5", "c", "x", "z", "u", "k", "low", "", "?"]), min_size=3, max_size=30))
@settings(max_examples=40)
def test_every_cell_is_a_value_a_state_or_set_aside(cells):
    """The three add up to the cells there were."""
    rows = [f"{2000 + n},{WOKINGHAM},{cell},1,1" for n, cell in enumerate(cells)]
    reading = read_one("any.csv", referrals_2025(*rows))
    aside = sum(one.cells for one in reading.set_aside)
    assert reading.values + reading.states + aside == 3 * len(cells)
    assert aside == cells.count("?")


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("other.csv", b"a,b,c\n1,2,3\n", "no-such-release"),
        ("empty.csv", b"", "empty_file"),
        ("cut.csv", referrals_2025(f"2025,{WOKINGHAM},9"), "another-length"),
        ("none.csv", referrals_2025(), "no-rows"),
        ("broken.parquet", b"PAR1 and no more", "damaged"),
        ("windows.csv", "time_period,geographic_level\n2019,Cañada\n".encode("cp1252"), "encoding"),
    ],
)
def test_a_file_that_is_none_of_these_is_refused_with_a_reason(name, data, rule):
    """It names the file and the rule."""
    with pytest.raises(FileRefused) as refused:
        read_one(name, data)
    assert refused.value.rule == rule
    assert refused.value.file == name


def test_another_parquet_file_is_refused():
    """By the column it lacks."""
    file = io.BytesIO()
    pq.write_table(pa.table({"Years": ["2019"]}), file)
    with pytest.raises(FileRefused, match="Short Desc"):
        read_one("other.parquet", file.getvalue())


def test_one_refusal_refuses_the_load(tmp_path):
    """Half of what was asked for is never kept."""
    (tmp_path / "good.csv").write_bytes(referrals_2025(f"2025,{ENGLAND},1,1,1"))
    (tmp_path / "other.csv").write_bytes(b"a,b\n1,2\n")
    with pytest.raises(FilesRefused) as refused:
        read_published([tmp_path])
    assert [one.file for one in refused.value.refused] == ["other.csv"]


def test_the_tool_went_through_a_spreadsheet():
    """Its digits are mended, its areas are numbers, its hyphen is no number, and its year of nought is no year."""
    reading = read_one(
        "any.parquet",
        tool(
            ("ReReferral", "2019", "Wokingham", "21.100000000000001", 872.0),
            ("ReReferral", "2019", "England", "22.6", 970.0),
            ("ReReferral", "2019", "South East", "-", 989.0),
            ("ReReferral", "0", "England", "1", 970.0),
        ),
    )
    assert rows_of(reading) == {
        ("ReReferral", "872", "2019"): "21.1",
        ("ReReferral", "E92000001", "2019"): "22.6",
        ("ReReferral", "E12000008", "2019"): "not_given",
    }
    [aside] = reading.set_aside
    assert (aside.column, aside.cells) == ("Years", 1)


def neighbours_workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["A", "B"])
    sheet.append(["LA num", "LA Name", "LA number", *(cell for rank in range(1, 11) for cell in (f"SN{rank}", "SNP"))])
    sheet.append([872, "Wokingham", 872, *(cell for rank in range(1, 11) for cell in (800 + rank, "Close"))])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_neighbour_model_says_since_when_by_its_name():
    """Nothing in the workbook does, so without a month it is refused with what to do."""
    reading = read_one("sn_may_2025.xlsx", neighbours_workbook())
    assert reading.kind is Kind.NEIGHBOURS
    assert reading.vintage == "Statistical neighbours, May 2025"
    assert [row["neighbour"] for row in reading.table.to_pylist()] == [str(800 + rank) for rank in range(1, 11)]
    with pytest.raises(FileRefused, match="month and year"):
        read_one("neighbours.xlsx", neighbours_workbook())


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("sn_april_2021.xlsx", date(2021, 4, 1)),
        ("SN-May-2025.xlsx", date(2025, 5, 1)),
        ("model 2025-05.xlsx", date(2025, 5, 1)),
        ("sn.xlsx", None),
        ("sn_2025.xlsx", None),
    ],
)
def test_the_month_in_a_name(name, month):
    assert month_in(name) == month


def test_which_model_was_in_force_when():
    """The newest that had begun; before the first held, that one, told as not in force."""
    of = {"872": (Neighbour("825", "Close"),)}
    models = (Model(date(2021, 4, 1), of), Model(date(2025, 5, 1), of))
    for on, since, is_in_force in (
        (date(2019, 3, 31), 2021, False),
        (date(2021, 4, 1), 2021, True),
        (date(2025, 4, 30), 2021, True),
        (date(2025, 5, 1), 2025, True),
    ):
        found = in_force(models, on)
        assert (found.model.since.year, found.is_in_force) == (since, is_in_force), on
    assert in_force((), date(2019, 1, 1)) is None
