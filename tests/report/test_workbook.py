"""The workbook: numbers that are numbers, tables a program can find, and no cell that can run."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from everychild.catalogue import SECTIONS
from everychild.report.committee import to_print
from everychild.report.document import Paper
from tests.report.lively import lively
from tests.report.reading import workbook


@pytest.fixture(scope="module")
def book(written: dict[str, bytes]) -> openpyxl.Workbook:
    return workbook(written["xlsx"])


def rows_of(book: openpyxl.Workbook) -> dict[str, dict[str, openpyxl.cell.Cell]]:
    """Each indicator's cells by their headings."""
    found = {}
    for sheet in book.worksheets:
        headings = [cell.value for cell in sheet[3]]
        if "Numerator" in headings:
            for row in sheet.iter_rows(min_row=4):
                found[str(row[0].value)] = dict(zip(map(str, headings), row, strict=True))
    return found


def test_cover_contents_a_sheet_to_each_section_definitions_rules_notes(book: openpyxl.Workbook) -> None:
    """In that order, with real tables on all but the first two."""
    sections = [section.tab for section in SECTIONS]
    assert book.sheetnames == ["Cover", "Contents", *sections, "Definitions", "Counting rules", "Patterns", "Notes"]
    assert all(len(sheet.tables) == 1 for sheet in book.worksheets[2:])
    assert not [sheet.title for sheet in book.worksheets if sheet.merged_cells.ranges]


def test_every_figure_is_the_papers_figure(book: openpyxl.Workbook, paper: Paper) -> None:
    """As the paper writes it, to the last decimal: 71.1% is 0.711 shown as 71.1%."""
    rows = rows_of(book)
    for table in paper.tables:
        if table.columns[0].title != "Indicator":
            continue
        for row in table.rows:
            ref = row[0].lines[1].text.split(",")[0].split(".")[0]  # type: ignore[union-attr]  # two lines of words
            for column, cell in list(zip(table.columns, row, strict=True))[1:6]:
                written = rows[ref][column.title]
                assert shown(written) == cell.text.splitlines()[0], f"{ref}, {column.title}"


def shown(cell: openpyxl.cell.Cell) -> str:
    """What a spreadsheet shows for the cell's value and format."""
    if isinstance(cell.value, str):
        return cell.value
    assert isinstance(cell.value, int | float), cell.value
    is_percentage = cell.number_format.endswith("%")
    decimals = len(cell.number_format.rstrip("%").partition(".")[2])
    return f"{cell.value * (100 if is_percentage else 1):,.{decimals}f}{'%' if is_percentage else ''}"


def test_numbers_are_numbers_and_absence_is_in_words(book: openpyxl.Workbook) -> None:
    """Numerator and denominator too; a hidden one is [c], and one that does not apply says so."""
    rows = rows_of(book)
    assert (rows["CP22"]["Numerator"].value, rows["CP22"]["Denominator"].value) == (212, 298)
    assert rows["CP22"]["April 2019"].value == 0.711
    assert rows["FD01"]["Denominator"].value == "Not applicable"
    assert rows["CP26"]["April 2019"].value == "[c]"
    assert rows["CP26"]["Numerator"].value == "[c]"
    assert rows["CL02"]["Numerator"].value == "[c]"
    assert rows["MS08"]["April 2019"].value == "Not supplied"
    assert all(cell.value not in (None, "") for row in rows.values() for cell in row.values())


def test_no_number_from_1_to_5_is_in_a_count(book: openpyxl.Workbook) -> None:
    """Counts, numerators of shares and denominators."""
    for item in to_print(lively()).indicators:
        for name in ("Numerator", "Denominator"):
            assert rows_of(book)[item.ref][name].value not in (1, 2, 3, 4, 5), item.ref


def test_no_cell_holds_a_formula(written: dict[str, bytes]) -> None:
    """Text is text, whatever it begins with."""
    archive = ZipFile(BytesIO(written["xlsx"]))
    sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == len(SECTIONS) + 6
    assert not [name for name in sheets if b"<f>" in archive.read(name)]


def test_the_file_says_what_it_is(book: openpyxl.Workbook, paper: Paper) -> None:
    """Title, council, and the paper's own date."""
    assert (book.properties.title, book.properties.creator) == (paper.title, "Northbrook Borough Council")
    assert book.properties.created.date() == paper.written_on


def test_every_cell_is_12_point_or_more(book: openpyxl.Workbook) -> None:
    """On the screen as on paper."""
    sizes = {cell.font.sz for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value}
    assert min(sizes) >= 12
