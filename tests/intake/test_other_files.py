"""Files of other kinds, named as what they are so that the sender knows what to send instead."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from everychild.errors import FilesRefused
from everychild.intake import read_files
from everychild.intake.preflight import MOST_BYTES
from tests.intake.invented_files import RECEIVED


def why_refused(path: Path) -> tuple[str, str]:
    with pytest.raises(FilesRefused) as caught:
        read_files([path], received_on=RECEIVED)
    (refused,) = caught.value.refused
    return refused.rule, refused.message


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("empty.xlsx", b"", "empty_file"),
        ("empty.csv", b"", "empty_file"),
        ("paper.csv", b"%PDF-1.7 ...", "not_a_table"),
        ("page.xls", b"<html><table><tr><td>Child Unique ID</td></tr></table></html>", "not_a_table"),
        ("book.xls", b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "not_a_table"),
        ("nothing.xlsx", b"PK\x05\x06" + bytes(18), "not_a_table"),
        ("zeros.csv", b"person_id,visit_at\n1,\x00\n", "nul_bytes"),
        ("letter.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not_a_workbook"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook_VBA_PROJECT".encode("utf-16-le"), "macros"),
        ("half.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "damaged"),
    ],
)
def test_what_is_not_a_table(tmp_path: Path, name: str, data: bytes, rule: str) -> None:
    """Known by the first bytes; the name is only somebody's word for it."""
    path = tmp_path / name
    path.write_bytes(data)
    assert why_refused(path)[0] == rule


@pytest.mark.parametrize(
    ("part", "what"),
    [("word/document.xml", "a Word document"), ("xl/workbook.bin", ".xlsb"), ("mimetype", "an archive")],
)
def test_other_documents_are_named_as_what_they_are(tmp_path: Path, part: str, what: str) -> None:
    """So that the sender knows what to send instead."""
    path = tmp_path / "Annex A.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(part, "x")
    assert what in why_refused(path)[1]


def test_a_very_large_file_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert why_refused(path)[0] == "too_large"
