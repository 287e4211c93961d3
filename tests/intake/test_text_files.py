"""Text files, read strictly: every line is a row, and what cannot be read as one is refused."""

from __future__ import annotations

from typing import Any

import pytest

from everychild.errors import FilesRefused
from tests.intake.invented_files import as_csv, codes, outcome, records


@pytest.mark.parametrize(
    ("encoding", "asked"),
    [("utf-8", []), ("utf-8-sig", []), ("utf-16", []), ("cp1252", ["read_as_cp1252"])],
)
def test_encodings(read_text: Any, visits: list[list[Any]], encoding: str, asked: list[str]) -> None:
    """By the first bytes, else UTF-8, else that of Windows, and then it is said."""
    visits[1][7] = "Zoë’s team"
    file = read_text(as_csv(visits).encode(encoding))
    assert codes(file) == asked
    assert records(file, "visit").columns["team"][0] == "Zoë’s team"


def test_text_that_is_no_text(read_text: Any) -> None:
    """Bytes that stand for nothing in any encoding we read."""
    with pytest.raises(FilesRefused, match="not text we can read"):
        read_text(b"person_id,visit_at,visit_kind,team\n1,01/04/2019,cp,\x81\x8d\n")


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("00106,\"O'Neil,01/04/2019,,cp,Y,Y,East,Ann Reed", "line 2"),
        ('00106,V9,01/04/2019,,cp,Y,Y,"East,Ann Reed', "line 2"),
        ('00106,V9,01/04/2019,,cp,Y,Y,"East\nand West",Ann Reed', "line 2"),
        ('00106,V9,01/04/2019,,cp,Y,Y,"East"ern,Ann Reed', "line 2"),
    ],
)
def test_an_unclosed_quotation_mark_swallows_no_row(
    read_text: Any, visits: list[list[Any]], line: str, where: str
) -> None:
    """Other readers join the lines and lose a child without a word."""
    header, *rows = as_csv(visits).splitlines()
    with pytest.raises(FilesRefused, match=where):
        read_text("\n".join([header, line, *rows]) + "\n")


def test_a_quotation_mark_that_closes_is_no_trouble(read_text: Any, visits: list[list[Any]]) -> None:
    """Quoted commas and doubled marks are as they should be."""
    text = as_csv(visits).replace("Northeast", '"North, east ""A"""')
    assert set(records(read_text(text), "visit").columns["team"]) == {'North, east "A"'}


def test_the_header_decides_what_parts_the_cells(read_text: Any, visits: list[list[Any]]) -> None:
    """A title with a comma above it, and commas in the cells below, do not."""
    text = "Visits, April 2019\n" + as_csv(visits, ";").replace("Northeast", "North, east")
    assert records(read_text(text), "visit").columns["team"][0] == "North, east"
    assert outcome(read_text("sep=;\n" + as_csv(visits, ";"))) == (3, 0, 0)


def test_a_row_of_another_width_is_set_aside(read_text: Any, visits: list[list[Any]]) -> None:
    """One cell too few, and every cell after it belongs to another heading."""
    visits.insert(2, ["00106", "01/04/2019", "02/04/2019", "cp", "Y", "Y", "Northeast", "Ann Reed"])
    visits.insert(3, [*visits[1][:7], "North", "East", "Ann Reed"])
    file = read_text(as_csv(visits))
    assert outcome(file) == (3, 0, 2)
    assert [fault.row for fault in file.faults if fault.row] == [3, 4]
    assert codes(file)[0] == "wrong_number_of_cells"


def test_a_file_cut_short_is_told(read_text: Any, visits: list[list[Any]]) -> None:
    """The last line has no end, and here not all its cells."""
    file = read_text(as_csv(visits)[:-20])
    assert outcome(file) == (2, 0, 1)
    assert codes(file)[0] == "unfinished_last_line"


def test_empty_columns_at_the_end_are_nobodys_fault(read_text: Any, visits: list[list[Any]]) -> None:
    """Excel writes as many commas as the widest row ever had."""
    assert outcome(read_text(as_csv([[*row, "", ""] for row in visits]))) == (3, 0, 0)


def test_text_keeps_its_noughts(read_text: Any, visits: list[list[Any]]) -> None:
    """00103 and 103 are two children."""
    assert records(read_text(as_csv(visits)), "visit").columns["child_id"] == ["00103", "00103", "00104"]


def test_a_row_number_is_the_line_of_the_file(read_text: Any, visits: list[list[Any]]) -> None:
    """Blank lines count, so that an editor opens at the right place."""
    header, *rows = as_csv(visits).splitlines()
    file = read_text("\n".join(["Visits in April", "", header, rows[0], "", *rows[1:]]) + "\n")
    assert records(file, "visit").rows == [4, 6, 7]
    assert file.skipped == ("visits: 1 blank row between the rows of data",)


def test_more_lines_than_we_read(read_text: Any) -> None:
    """Half a million is more visits than any council makes in ten years."""
    with pytest.raises(FilesRefused, match="more than 500,000 lines"):
        read_text("person_id,visit_at,visit_kind,team\n" + "1,01/04/2019,cp,East\n" * 500_000)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings(read_text: Any, visits: list[list[Any]], ending: str) -> None:
    """Of any machine."""
    assert outcome(read_text(as_csv(visits).replace("\n", ending))) == (3, 0, 0)


def test_a_workbook_named_csv_and_the_other_way_round(
    read_text: Any, read_sheets: Any, contacts: list[list[Any]], visits: list[list[Any]]
) -> None:
    """Read as what it is, and told."""
    assert codes(read_sheets({"List 1": contacts}, "contacts.csv")) == ["other_kind_of_file"]
    assert codes(read_text(as_csv(visits), "visits.xlsx")) == ["other_kind_of_file"]


def test_a_list_of_annex_a_as_text(read_text: Any, contacts: list[list[Any]]) -> None:
    """One list to a file, dates as text."""
    text = as_csv([[cell.strftime("%d/%m/%Y") if hasattr(cell, "day") else cell for cell in row] for row in contacts])
    file = read_text(text, "List 1.csv")
    assert file.format == "annex_a"
    assert outcome(file) == (4, 0, 0)
    assert file.sheets == ("List 1",)
