"""Ways in which a good file arrives changed, and what may come of each: the same figures, one row’s, or an account."""

from __future__ import annotations

import csv
import io
import re
import struct
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from random import Random

import xlsxwriter

from tests.intake.good_files import Cell, Good, Sheets

SECRET = "Zzyzx Quillfeather"
"""A name nobody has, put where no name belongs: no message may repeat it."""


class Expect(Enum):
    """What may come of a mutant that is not refused."""

    SAME = "every record as it was"
    OTHER_ROWS = "every record of the other rows as it was"
    NO_MORE = "no record that was not there, but of the row that was cut"
    ACCOUNTED = "an account of every row"


@dataclass(frozen=True)
class Mutant:
    """A changed file. `without` is the same file without the row that was changed; `more_rows` than the good one."""

    what: str
    name: str
    data: bytes
    expect: Expect
    without: bytes | None = None
    more_rows: int | None = 0
    may_be_refused: bool = True


Mutation = Callable[[Good, Random], Mutant | None]


# Writing


def as_text(rows: Sequence[Sequence[Cell]], delimiter: str = ",", ending: str = "\n", quoting: int = 0) -> str:
    out = io.StringIO(newline="")
    quote = csv.QUOTE_ALL if quoting else csv.QUOTE_MINIMAL
    csv.writer(out, delimiter=delimiter, lineterminator=ending, quoting=quote).writerows(rows)
    return out.getvalue()


def as_book(
    sheets: Sheets, *, hidden: str = "", filtered: bool = False, titled: bool = False, since_1904: bool = False
) -> bytes:
    """A workbook; with filters and hidden rows, a merged title above each list, or days counted from 1904."""
    held = io.BytesIO()
    options = {"in_memory": True, "date_1904": since_1904, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(held, options) as book:
        book.set_properties({"created": datetime(2019, 5, 3)})  # or no two mutants of a number are alike
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name[:31])
            down = 0
            if titled and rows:
                sheet.merge_range(0, 0, 0, max(len(rows[0]) - 1, 1), "Extract of the case system")
                down = 2
            for at, row in enumerate(rows):
                for across, cell in enumerate(row):
                    _write(sheet, at + down, across, cell, day)
            if filtered and rows:
                sheet.autofilter(down, 0, down + len(rows) - 1, len(rows[0]) - 1)
                sheet.set_row(down + 1, None, None, {"hidden": True})
            if name == hidden:
                sheet.hide()
        if hidden:
            book.add_worksheet("Cover").activate()
    return held.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell, day: object) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, float | int):
        sheet.write_number(row, column, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, day)
    else:
        sheet.write_string(row, column, cell)


def bytes_of(good: Good, sheets: Sheets | None = None) -> bytes:
    if good.sheets is None:
        return good.text.encode()
    told = sheets if sheets is not None else good.sheets
    return as_book(told) if good.is_book else as_text(next(iter(told.values()))).encode()


def _a_list(good: Good, random: Random, rows: int = 1) -> str | None:
    """One sheet with at least so many rows below its headings."""
    named = [name for name, sheet in (good.sheets or {}).items() if len(sheet) > rows]
    return random.choice(named) if named else None


def _same(what: str, good: Good, data: bytes, name: str = "") -> Mutant:
    return Mutant(what, name or good.name, data, Expect.SAME, may_be_refused=False)


# Changes that must change nothing


def rows_in_another_order(good: Good, random: Random) -> Mutant | None:
    if good.sheets is None:
        return None
    sheets = good.copied()
    for rows in sheets.values():
        body = rows[1:]
        random.shuffle(body)
        rows[1:] = body
    return _same("rows in another order", good, bytes_of(good, sheets))


def columns_in_another_order(good: Good, random: Random) -> Mutant | None:
    if good.sheets is None:
        return None
    sheets = good.copied()
    for rows in sheets.values():
        order = random.sample(range(len(rows[0])), len(rows[0]))
        rows[:] = [[row[at] for at in order] for row in rows]
    return _same("columns in another order", good, bytes_of(good, sheets))


def headings_written_otherwise(good: Good, random: Random) -> Mutant | None:
    if good.sheets is None:
        return None
    change: Callable[[str], str] = random.choice(
        [
            str.upper,
            str.lower,
            lambda text: f"  {text} ",
            lambda text: text.replace("_", " "),
            lambda text: f"{text}\u00a0",
        ]
    )
    sheets = good.copied()
    for rows in sheets.values():
        rows[0] = [change(str(cell)) if cell else cell for cell in rows[0]]
    return _same("headings written otherwise", good, bytes_of(good, sheets))


def a_column_more(good: Good, random: Random) -> Mutant | None:
    sheet = _a_list(good, random, 0)
    if sheet is None:
        return None
    sheets = good.copied()
    rows = sheets[sheet]
    at = random.randint(0, len(rows[0]))
    for number, row in enumerate(rows):
        row.insert(at, "Nickname of the case" if number == 0 else f"{SECRET} {number}")
    return _same("a column more", good, bytes_of(good, sheets))


def blank_rows(good: Good, random: Random) -> Mutant | None:
    sheet = _a_list(good, random)
    if sheet is None:
        return None
    sheets = good.copied()
    rows = sheets[sheet]
    for _ in range(random.randint(1, 3)):
        rows.insert(random.randint(1, len(rows)), ["" for _ in rows[0]])
    if not good.is_book:
        rows.extend([["" for _ in rows[0]]] * random.choice((0, 3, 3_000)))
    return _same("blank rows", good, bytes_of(good, sheets))


def another_delimiter(good: Good, random: Random) -> Mutant | None:
    if good.sheets is None or good.is_book:
        return None
    rows = next(iter(good.sheets.values()))
    text = as_text(rows, random.choice(";\t|,"), random.choice(("\n", "\r\n")), random.choice((0, 1)))
    return _same("another delimiter, ending or quoting", good, text.encode())


def another_encoding(good: Good, random: Random) -> Mutant | None:
    if good.is_book:
        return None
    text = good.text or bytes_of(good).decode()
    encoding = random.choice(("utf-8-sig", "utf-16", "cp1252"))
    if good.text.startswith("<?xml"):
        text = re.sub(r"^<\?xml[^>]*\?>", "", text)
    try:
        return _same(f"in {encoding}", good, text.encode(encoding))
    except UnicodeEncodeError:
        return None


DAY_FIRST = re.compile(r"\d\d/\d\d/\d{4}")
STYLES = ("%Y-%m-%d", "%d.%m.%Y", "%d-%b-%Y", "%d %B %Y", "%Y-%m-%dT00:00:00", "%d/%m/%Y 00:00", "%Y%m%d")


def dates_written_otherwise(good: Good, random: Random) -> Mutant | None:
    if good.sheets is None or good.is_book:
        return None
    style = random.choice(STYLES)
    sheets = good.copied()
    for rows in sheets.values():
        rows[1:] = [[_day_as(cell, style) for cell in row] for row in rows[1:]]
    return _same(f"dates as {style}", good, bytes_of(good, sheets))


def _day_as(cell: Cell, style: str) -> Cell:
    if isinstance(cell, str) and DAY_FIRST.fullmatch(cell):
        try:
            return datetime.strptime(cell, "%d/%m/%Y").strftime(style)  # a day
        except ValueError:
            return cell
    return cell


def dates_as_days(good: Good, random: Random) -> Mutant | None:
    """Text made a workbook whose days are Excel’s own, counted from 1900 or from 1904, or numbers without a format."""
    if good.sheets is None or good.is_book:
        return None
    way = random.choice(("1900", "1904", "serial"))
    sheets = good.copied()
    for rows in sheets.values():
        for row in rows[1:]:
            for at, cell in enumerate(row):
                if isinstance(cell, str) and DAY_FIRST.fullmatch(cell) and not cell.endswith("0000"):
                    try:
                        day = datetime.strptime(cell, "%d/%m/%Y")  # a day
                    except ValueError:
                        continue
                    row[at] = float((day - datetime(1899, 12, 30)).days) if way == "serial" else day
    return _same(f"a workbook, days by {way}", good, as_book(sheets, since_1904=way == "1904"), f"{good.stem}.xlsx")


def a_book_dressed_up(good: Good, random: Random) -> Mutant | None:
    """Hidden sheets and rows, filters, a merged title, sheets the other way round."""
    if not good.is_book or good.sheets is None:
        return None
    sheets = dict(reversed(good.sheets.items())) if random.random() < 0.5 else good.copied()
    data = as_book(
        sheets,
        hidden=random.choice([*sheets, ""]),
        filtered=random.random() < 0.5,
        titled=random.random() < 0.5,
        since_1904=random.random() < 0.3,
    )
    return _same("a workbook dressed up", good, data)


def totals_below(good: Good, random: Random) -> Mutant | None:
    sheet = _a_list(good, random)
    if sheet is None:
        return None
    sheets = good.copied()
    rows = sheets[sheet]
    width = len(rows[0])
    rows.append([""] * width)
    rows.append(["Total", *[""] * (width - 2), str(len(rows) - 2)])
    rows.append(["Filters applied: none", *[""] * (width - 1)])
    return _same("totals below", good, bytes_of(good, sheets))


def a_title_above(good: Good, random: Random) -> Mutant | None:
    if good.sheets is None:
        return None
    sheets = good.copied()
    for rows in sheets.values():
        blank: list[Cell] = [""] * (len(rows[0]) - 1)
        rows[:0] = [["Extract run on 3 May", *blank]] + ([["", *blank]] if random.random() < 0.5 else [])
    return _same("a title above", good, bytes_of(good, sheets))


def spaces_around_cells(good: Good, random: Random) -> Mutant | None:
    if good.sheets is None:
        return None
    space = random.choice((" ", "\u00a0", "\t", "  "))
    sheets = good.copied()
    for rows in sheets.values():
        rows[1:] = [
            [f"{space}{cell}{space}" if isinstance(cell, str) and cell else cell for cell in row] for row in rows[1:]
        ]
    return _same("spaces around cells", good, bytes_of(good, sheets))


def another_name(good: Good, random: Random) -> Mutant | None:
    endings = {
        "xlsx": ("xls", "csv", "dat"),
        "csv": ("txt", "xlsx", "CSV"),
        "xml": ("txt", "XML"),
        "json": ("txt", "csv"),
    }
    ending = random.choice(endings[good.name.rpartition(".")[2]])
    return _same("another ending", good, bytes_of(good), f"{good.stem}.{ending}")


def a_row_again(good: Good, random: Random) -> Mutant | None:
    sheet = _a_list(good, random)
    if sheet is None:
        return None
    sheets = good.copied()
    rows = sheets[sheet]
    rows.insert(random.randint(2, len(rows)), list(random.choice(rows[1:])))
    return Mutant("a row again", good.name, bytes_of(good, sheets), Expect.SAME, more_rows=1, may_be_refused=False)


def a_document_laid_out_otherwise(good: Good, random: Random) -> Mutant | None:
    """Comments, space between elements, a namespace."""
    if not good.text.startswith("<"):
        return None
    text = re.sub(r"^<\?xml[^>]*\?>\s*", "", good.text)
    way = random.choice(("space", "comment", "namespace"))
    if way == "space":
        text = text.replace("><", ">\n   <")
    elif way == "comment":
        text = text.replace("</", f"<!-- {SECRET} --></", 3)
    else:
        text = re.sub(r"^<(\w+)", r'<\1 xmlns="urn:invented"', text)
    return _same(f"laid out with {way}", good, text.encode())


# Changes of one row


JUNK: tuple[Cell, ...] = (
    "31/02/2019", "2019-13-45", "32/01/2019", "soon", "#N/A", "#MULTIVALUE", "=1+1", "-1", "0", "1E+12", "1.5", "N/K",
    SECRET, f"{SECRET}; born 3 May", "x" * 40_000, "\u202eabc", "’“”", "<script>alert(1)</script>", "9" * 30, "12/31/2018",
    "01/01/2099", "01/01/1066", "00/00/0000", "29/02/2019", "31/12/9999", "１２/０３/２０１９", "٣", "NaN", "inf", "1,000",
    "'01/04/2019", '"', "a\nb", "\x0b", "TRUE", "null", "%", "\U0001f600", "2019-04-31", "24:61", "1/4/19", "Apr-19",
)  # fmt: skip


def a_cell_of_junk(good: Good, random: Random) -> Mutant | None:
    return _of_a_row("a cell of junk", good, random, lambda row, at: row.__setitem__(at, random.choice(JUNK)))


def a_cell_emptied(good: Good, random: Random) -> Mutant | None:
    return _of_a_row("a cell emptied", good, random, lambda row, at: row.__setitem__(at, ""))


def two_cells_changed_over(good: Good, random: Random) -> Mutant | None:
    def change(row: list[Cell], at: int) -> None:
        other = random.randrange(len(row))
        row[at], row[other] = row[other], row[at]

    return _of_a_row("two cells changed over", good, random, change)


def a_cell_too_many(good: Good, random: Random) -> Mutant | None:
    return _of_a_row("a cell too many", good, random, lambda row, at: row.insert(at, random.choice(("", SECRET, "1"))))


def a_row_cut(good: Good, random: Random) -> Mutant | None:
    return _of_a_row("a row cut", good, random, lambda row, at: row.__delitem__(slice(max(at, 1), None)))


def _of_a_row(what: str, good: Good, random: Random, change: Callable[[list[Cell], int], None]) -> Mutant | None:
    sheet = _a_list(good, random, 2)
    if sheet is None:
        return None
    sheets, others = good.copied(), good.copied()
    number = random.randrange(1, len(sheets[sheet]))
    del others[sheet][number]
    change(sheets[sheet][number], random.randrange(len(sheets[sheet][0])))
    data = bytes_of(good, sheets)
    return Mutant(f"{what}: {sheet} row {number + 1}", good.name, data, Expect.OTHER_ROWS, bytes_of(good, others), None)


def an_unclosed_quotation(good: Good, random: Random) -> Mutant | None:
    sheet = _a_list(good, random, 2)
    if sheet is None or good.is_book:
        return None
    lines = bytes_of(good).decode().split("\n")
    number = random.randrange(1, len(lines) - 1)
    cells = lines[number].split(",")
    at = random.randrange(len(cells))
    cells[at] = f'"{cells[at]}'
    others = "\n".join(lines[:number] + lines[number + 1 :])
    lines[number] = ",".join(cells)
    return Mutant(
        "an unclosed quotation", good.name, "\n".join(lines).encode(), Expect.OTHER_ROWS, others.encode(), None
    )


def a_row_taken_out(good: Good, random: Random) -> Mutant | None:
    sheet = _a_list(good, random, 2)
    if sheet is None:
        return None
    sheets = good.copied()
    del sheets[sheet][random.randrange(1, len(sheets[sheet]))]
    return Mutant("a row taken out", good.name, bytes_of(good, sheets), Expect.NO_MORE, more_rows=-1)


def cut_short(good: Good, random: Random) -> Mutant | None:
    data = bytes_of(good)
    at = random.randrange(1, len(data))
    return Mutant(f"cut short at {at}", good.name, data[:at], Expect.NO_MORE, more_rows=None)


# Changes of the whole


def a_column_taken_out(good: Good, random: Random) -> Mutant | None:
    sheet = _a_list(good, random, 0)
    if sheet is None:
        return None
    sheets = good.copied()
    at = random.randrange(len(sheets[sheet][0]))
    for row in sheets[sheet]:
        del row[at]
    return _accounted("a column taken out", good, bytes_of(good, sheets))


def a_heading_renamed(good: Good, random: Random) -> Mutant | None:
    sheet = _a_list(good, random, 0)
    if sheet is None:
        return None
    sheets = good.copied()
    header = sheets[sheet][0]
    header[random.randrange(len(header))] = random.choice(("Column7", "When", "", "Date", header[0], "=A1"))
    return _accounted("a heading renamed", good, bytes_of(good, sheets))


def two_headings_changed_over(good: Good, random: Random) -> Mutant | None:
    sheet = _a_list(good, random, 0)
    if sheet is None:
        return None
    sheets = good.copied()
    header = sheets[sheet][0]
    one, other = random.randrange(len(header)), random.randrange(len(header))
    header[one], header[other] = header[other], header[one]
    return _accounted("two headings changed over", good, bytes_of(good, sheets))


def a_column_of_junk(good: Good, random: Random) -> Mutant | None:
    sheet = _a_list(good, random)
    if sheet is None:
        return None
    sheets = good.copied()
    at = random.randrange(len(sheets[sheet][0]))
    for row in sheets[sheet][1:]:
        row[at] = random.choice(JUNK)
    return _accounted("a column of junk", good, bytes_of(good, sheets))


def no_headings(good: Good, random: Random) -> Mutant | None:
    sheet = _a_list(good, random)
    if sheet is None:
        return None
    sheets = good.copied()
    if random.random() < 0.5:
        del sheets[sheet][0]
    else:
        sheets[sheet].insert(random.randint(1, len(sheets[sheet])), list(sheets[sheet][0]))
    return _accounted("no headings, or twice", good, bytes_of(good, sheets))


def a_sheet_again_or_gone(good: Good, random: Random) -> Mutant | None:
    if not good.is_book:
        return None
    sheets = good.copied()
    sheet = random.choice(list(sheets))
    if random.random() < 0.5:
        sheets[f"{sheet[:20]} again"] = sheets[sheet]
    else:
        del sheets[sheet]
    return _accounted("a sheet again, or gone", good, bytes_of(good, sheets))


def bytes_changed(good: Good, random: Random) -> Mutant | None:
    data = bytearray(bytes_of(good))
    for _ in range(random.randint(1, 5)):
        at = random.randrange(len(data))
        way = random.choice(("changed", "put in", "taken out", "again"))
        if way == "changed":
            data[at] = random.randrange(256)
        elif way == "put in":
            data[at:at] = random.choice((b"\x00", b"\xff", b'"', b"\n", b",", b"\xe2\x80", b"<", b"&", b"\x1a"))
        elif way == "taken out":
            del data[at : at + random.choice((1, 1, 5, 100))]
        else:
            data[at:at] = data[at : at + random.choice((1, 20, 200))]
    return _accounted("bytes changed", good, bytes(data) or b" ")


def a_part_of_the_book_damaged(good: Good, random: Random) -> Mutant | None:
    """The zip is whole and one part of it is not: its marks changed, taken out, repeated; or the part itself gone."""
    if not good.is_book:
        return None
    with zipfile.ZipFile(io.BytesIO(bytes_of(good))) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    part = random.choice(sorted(parts))
    way = random.choice(("gone", "empty", "mark out", "mark again", "byte", "cut", "attribute"))
    data = bytearray(parts[part])
    marks = [(found.start(), found.end()) for found in re.finditer(rb"<[^<>]+>", bytes(data))]
    start, end = random.choice(marks) if marks else (0, 0)
    if way == "gone":
        del parts[part]
    elif way == "empty":
        parts[part] = b""
    else:
        if way == "mark out":
            del data[start:end]
        elif way == "mark again":
            data[start:start] = data[start:end]
        elif way == "byte" and data:
            data[random.randrange(len(data))] = random.randrange(256)
        elif way == "cut":
            del data[len(data) // 2 :]
        else:
            data = bytearray(re.sub(rb'r="[A-Z]+(\d+)"', rb'r="ZZ\1"', bytes(data), count=1))
        parts[part] = bytes(data)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return _accounted(f"{part}: {way}", good, held.getvalue())


def the_zip_damaged(good: Good, random: Random) -> Mutant | None:
    """The directory lies; no byte of the cells has changed, and their checksums are kept: the same, or refused."""
    if not good.is_book:
        return None
    data = bytearray(bytes_of(good))
    entries = [found.start() for found in re.finditer(b"PK\x01\x02", bytes(data))]
    entry = random.choice(entries)
    offset = random.choice((8, 10, 16, 20, 24, 28, 42))
    struct.pack_into("<H", data, entry + offset, random.randrange(65_536))
    return Mutant(f"the zip’s directory at +{offset}", good.name, bytes(data), Expect.SAME)


def an_element_changed(good: Good, random: Random) -> Mutant | None:
    """Of a document: an element out, twice, renamed, filled with junk, nested in itself, given attributes."""
    if not good.text.startswith("<"):
        return None
    found = list(re.finditer(r"<(\w+)>([^<>]*)</\1>", good.text))
    one = random.choice(found)
    name, value = one[1], one[2]
    junk = str(random.choice([each for each in JUNK if isinstance(each, str) and "\x0b" not in each]))
    junk = junk.replace("&", "").replace("<", "").replace(">", "")
    told = random.choice(
        [
            "",
            one[0] * 2,
            f"<{name}>{junk}</{name}>",
            f"<{name}X>{value}</{name}X>",
            f"<{name}><{name}>{value}</{name}></{name}>",
            f'<{name} a="{junk}">{value}</{name}>'.replace('""', '"'),
            f"<{name}>{value}</{name}><{name}>{junk}</{name}>",
            f"<{name}>{value}",
            f"<{name}>&unknown;{value}</{name}>",
            f"<{name}><![CDATA[{value}]]></{name}>",
        ]
    )
    text = good.text[: one.start()] + told + good.text[one.end() :]
    return _accounted(f"an element changed: {name}", good, text.encode())


def _accounted(what: str, good: Good, data: bytes) -> Mutant:
    return Mutant(what, good.name, data, Expect.ACCOUNTED, more_rows=None)


MUTATIONS: tuple[Mutation, ...] = (
    rows_in_another_order, columns_in_another_order, headings_written_otherwise, a_column_more, blank_rows,
    another_delimiter, another_encoding, dates_written_otherwise, dates_as_days, a_book_dressed_up, totals_below,
    a_title_above, spaces_around_cells, another_name, a_row_again, a_document_laid_out_otherwise,
    a_cell_of_junk, a_cell_of_junk, a_cell_of_junk, a_cell_emptied, two_cells_changed_over, a_cell_too_many, a_row_cut,
    an_unclosed_quotation, a_row_taken_out, cut_short,
    a_column_taken_out, a_heading_renamed, two_headings_changed_over, a_column_of_junk, no_headings,
    a_sheet_again_or_gone, bytes_changed, bytes_changed, a_part_of_the_book_damaged, the_zip_damaged,
    an_element_changed, an_element_changed,
)  # fmt: skip
