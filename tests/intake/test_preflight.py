"""Files nobody should open: each is refused by name and in words, and none of them harms the reader."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from everychild.errors import FileRefused, FilesRefused
from everychild.intake import read_files
from everychild.intake.markup import MarkupScan
from everychild.intake.packed_workbook import MOST_UNPACKED
from tests.intake.invented_files import CONTACTS, RECEIVED, codes, read_one, records, write_workbook

FAR_CELL = '<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'

SHEET = "xl/worksheets/sheet1.xml"
Parts = dict[str, bytes]


@pytest.fixture
def honest(tmp_path: Path) -> Path:
    return write_workbook(tmp_path / "Annex A.xlsx", {"List 1": CONTACTS})


def repacked(path: Path, change: Callable[[Parts], Any]) -> Path:
    """The workbook with its parts changed."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def inserted(part: str, before: bytes, text: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        assert before in parts[part]
        parts[part] = parts[part].replace(before, text.encode() + before, 1)

    return change


def why_refused(path: Path) -> tuple[str, str]:
    """The rule and the message. A refusal takes less than five seconds of the processor, whatever the file is."""
    began = sum(os.times()[:4])
    with pytest.raises(FilesRefused) as caught:
        read_files([path], received_on=RECEIVED)
    assert sum(os.times()[:4]) - began < 5
    (refused,) = caught.value.refused
    assert refused.file == path.name
    assert path.name in refused.message
    return refused.rule, refused.message


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (inserted(SHEET, b"<sheetData>", LAUGHS), "entities"),
        (inserted("xl/workbook.xml", b"<workbook", EXTERNAL), "entities"),
        (inserted("xl/sharedStrings.xml", b"<sst", "<!ENTITY x 'y'>"), "entities"),
        (inserted(SHEET, b"</sheetData>", FAR_CELL), "far_cell"),
        (inserted(SHEET, b"</sheetData>", FAR_CELL.replace('"', "'")), "far_cell"),
        (inserted(SHEET, b"</sheetData>", FAR_CELL.replace('r="', 'r  =\n"')), "far_cell"),
        (inserted(SHEET, b"</sheetData>", '<row r="400000"><c t="str"><v>x</v></c></row>'), "too_many_rows"),
        (inserted(SHEET, b"</sheetData>", '<row r="300001"><c r="A300001"><v>1</v></c></row>'), "far_cell"),
        (lambda parts: parts.update({"xl/vbaProject.bin": b"Sub"}), "macros"),
        (lambda parts: parts.update({"xl/macrosheets/sheet1.xml": b"<x/>"}), "macros"),
        (inserted("[Content_Types].xml", b"</Types>", "<x>macroEnabled</x>"), "macros"),
        (lambda parts: parts.update({"../../etc/cron.d/x": b"x"}), "unsafe_names"),
        (lambda parts: parts.update({"/etc/passwd": b"x"}), "unsafe_names"),
        (lambda parts: parts.update({"XL/Workbook.xml": b"<x/>"}), "duplicate_parts"),
        (lambda parts: parts.update({f"xl/media/{n}.png": b"" for n in range(2_100)}), "too_many_parts"),
        (lambda parts: parts.update({"xl/media/a.xml": b" " * (MOST_UNPACKED + 1024**2)}), "unpacks_too_large"),
        (lambda parts: parts.update({SHEET: b"<?xml\x00?>"}), "nul_bytes"),
        (lambda parts: parts.update({SHEET: "<?xml version='1.0'?><x/>".encode("utf-16")}), "nul_bytes"),
        (lambda parts: parts.pop("xl/workbook.xml"), "not_a_workbook"),
        (lambda parts: parts.update({SHEET: b"<worksheet><sheetData><row><c"}), "damaged"),
        (lambda parts: parts.pop(SHEET), "damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_workbook_that_holds_what_none_needs(honest: Path, change: Callable[[Parts], Any], rule: str) -> None:
    """Entities, macros, a cell in the far corner, parts that lead elsewhere, more than anyone could have typed."""
    assert why_refused(repacked(honest, change))[0] == rule


def test_an_empty_far_cell_is_no_bomb(honest: Path) -> None:
    """Staff touch the last cell by accident; a format without a value costs nothing to read."""
    empty = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert read_one(repacked(honest, inserted(SHEET, b"</sheetData>", empty))).accepted == 4


def test_what_power_query_keeps_is_its_own(honest: Path) -> None:
    """Analysts build lists with it; its part of the workbook is in UTF-16 and none of our business."""
    query = {"customXml/item1.xml": "<?xml version='1.0' encoding='utf-16'?><DataMashup/>".encode("utf-16")}
    assert read_one(repacked(honest, lambda parts: parts.update(query))).accepted == 4


def test_formulas_that_were_never_worked_out_are_told(tmp_path: Path) -> None:
    """Programs that are not Excel leave them without a result, and every reader sees an empty cell."""
    book = openpyxl.Workbook()
    book.active.title = "List 1"
    for row in CONTACTS:
        book.active.append(row)
    book.active["E2"] = "=2019-2010"
    book.active["G3"] = '="q) 6: Police"'
    book.save(tmp_path / "Annex A.xlsx")
    file = read_one(tmp_path / "Annex A.xlsx")
    assert codes(file) == ["formula_without_result"]
    assert "2 formulas without a result" in file.faults[0].message
    assert records(file, "contact").columns["source"][1] is None


@pytest.mark.parametrize("result", ["<v>9</v>", "<v>0</v>"])
def test_a_formula_with_its_result_is_like_any_cell(honest: Path, result: str) -> None:
    """Nought is a result; so is an empty text."""
    cells = f'<row r="6"><c r="A6"><f>1</f>{result}</c><c r="B6" t="str"><f>""</f><v></v></c></row>'
    file = read_one(repacked(honest, inserted(SHEET, b"</sheetData>", cells)))
    assert "formula_without_result" not in codes(file)


@pytest.mark.parametrize("cut", [10, 500, 0.5, 0.9, -1])
def test_a_workbook_cut_short(honest: Path, cut: float) -> None:
    """Half a download is no workbook, wherever it was cut."""
    data = honest.read_bytes()
    honest.write_bytes(data[: int(cut * len(data)) if isinstance(cut, float) else int(cut)])
    assert why_refused(honest)[0] == "damaged"


def test_a_workbook_with_a_password(tmp_path: Path) -> None:
    """Excel puts a protected workbook into the old container, whatever its name says."""
    path = tmp_path / "secret.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(64)
    )
    rule, message = why_refused(path)
    assert rule == "password"
    assert "password" in message


def test_an_encrypted_part(honest: Path) -> None:
    """The archive's own encryption, of any one part."""
    data = bytearray(honest.read_bytes())
    entry = data.find(b"PK\x01\x02")
    data[entry + 8] |= 1
    honest.write_bytes(data)
    assert why_refused(honest)[0] == "password"


def _directory_says(path: Path, offset: int, size: int) -> None:
    data = bytearray(path.read_bytes())
    entry = data.find(b"PK\x01\x02")
    data[entry + offset : entry + offset + 4] = struct.pack("<I", size)
    path.write_bytes(data)


def test_a_declared_size_nobody_has(honest: Path) -> None:
    """The directory alone is reason enough."""
    _directory_says(honest, 24, 0xFFFF_0000)
    rule, message = why_refused(honest)
    assert rule == "unpacks_too_large"
    assert "4,095 MB" in message


def test_a_directory_that_makes_itself_small(honest: Path) -> None:
    """Sizes are counted as they unpack; what the file says of itself is only compared with that."""
    _directory_says(honest, 24, 1)
    assert why_refused(honest)[0] == "lying_sizes"


def test_a_bomb_that_says_it_is_small(honest: Path) -> None:
    """A thousandfold of spaces behind a directory that declares one byte."""
    path = repacked(honest, lambda parts: parts.update({"a.bin": b" " * (MOST_UNPACKED + 1024**2)}))
    data = bytearray(path.read_bytes())
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 1)
    path.write_bytes(data)
    assert why_refused(path)[0] == "unpacks_too_large"


def test_parts_that_overlap(honest: Path) -> None:
    """One kernel of data counted by many entries is how the densest bombs are built."""
    _directory_says(honest, 20, 0x00FF_FFFF)
    assert why_refused(honest)[0] in ("lying_sizes", "damaged")


def test_a_wrong_part_behind_the_directory(honest: Path) -> None:
    """What one reader finds by the directory another must find by the part's own header."""
    data = honest.read_bytes()
    name = b"xl/worksheets/sheet1.xml"
    honest.write_bytes(data.replace(name, b"xl/worksheets/sheet9.xml", 1))
    assert why_refused(honest)[0] == "damaged"


def test_a_scan_sees_across_the_joins_of_its_pieces() -> None:
    """A part arrives in pieces of any size; nothing may hide between two."""
    text = b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>' + FAR_CELL.encode()
    for size in (1, 2, 7, 63):
        scan = MarkupScan("a.xlsx", SHEET)
        with pytest.raises(FileRefused, match="column AAA"):
            deque(map(scan.feed, (text[start : start + size] for start in range(0, len(text), size))), maxlen=0)


def test_no_more_is_unpacked_than_we_allow(honest: Path) -> None:
    """A part of one long run of letters is counted and thrown away; it never lies whole in memory."""
    packed = io.BytesIO()
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed.write(compressor.compress(b"a" * (10 * 1024**2)) + compressor.flush())
    assert len(packed.getvalue()) < 11_000
    path = repacked(honest, lambda parts: parts.update({"xl/media/a.bin": b"a" * (MOST_UNPACKED + 1024**2)}))
    assert why_refused(path)[0] == "unpacks_too_large"
