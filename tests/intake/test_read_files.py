"""A load of several files: found, opened two at a time, refused together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from everychild.errors import FileRefused, FilesRefused
from everychild.intake import read_files
from tests.intake.invented_files import CONTACTS, RECEIVED, VISITS, as_csv, write_workbook


def delivery(folder: Path) -> Path:
    """Three good files, two folders deep, among things that are not for us."""
    deep = folder / "2019-04" / "local"
    deep.mkdir(parents=True)
    write_workbook(folder / "2019-04" / "Annex A.xlsx", {"List 1": CONTACTS})
    (deep / "visits.csv").write_text(as_csv(VISITS))
    (deep / "missing.csv").write_text("person_id,missing_id,start_at,returned_at\n1,M1,01/04/2019,\n")
    (deep / "~$visits.xlsx").write_bytes(b"Excel's own")
    (deep / ".hidden.csv").write_text("x")
    (folder / ".git").mkdir()
    (folder / ".git" / "index.csv").write_text("x")
    (folder / "README.md").write_text("hello")
    return folder


def test_a_folder_stands_for_its_files_in_order(tmp_path: Path) -> None:
    """Hidden files and the traces Excel leaves are nobody's; other files are named as passed over."""
    told: list[str] = []
    files = read_files([delivery(tmp_path)], received_on=RECEIVED, progress=told.append)
    assert [file.name for file in files] == ["Annex A.xlsx", "missing.csv", "visits.csv"]
    assert told == [
        "Passing over README.md: neither a workbook, nor a CSV file, nor an XML return, nor JSON payloads",
        "Reading Annex A.xlsx (1 of 3)",
        "Reading missing.csv (2 of 3)",
        "Reading visits.csv (3 of 3)",
    ]


def test_every_refusal_is_told_at_once(tmp_path: Path) -> None:
    """Nobody should mend one file to be told of the next; and part of a delivery is not a delivery."""
    folder = delivery(tmp_path)
    (folder / "bad.csv").write_text("a,b\n")
    (folder / "worse.xlsx").write_bytes(b"PK\x03\x04")
    with pytest.raises(FilesRefused) as caught:
        read_files([folder, tmp_path / "gone.csv"], received_on=RECEIVED)
    assert {(refusal.file, refusal.rule) for refusal in caught.value.refused} == {
        ("bad.csv", "nothing_recognised"),
        ("worse.xlsx", "damaged"),
        ("gone.csv", "no_such_file"),
    }
    assert all(isinstance(refusal, FileRefused) for refusal in caught.value.refused)
    assert "bad.csv" in str(caught.value)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """A mistyped month should not load as nothing at all."""
    with pytest.raises(FilesRefused, match="holds no workbook"):
        read_files([tmp_path], received_on=RECEIVED)


def test_the_same_file_twice_is_read_once(tmp_path: Path) -> None:
    """By another name too: it is the bytes that are loaded."""
    first, again = tmp_path / "visits.csv", tmp_path / "visits (1).csv"
    first.write_text(as_csv(VISITS))
    again.write_text(as_csv(VISITS))
    told: list[str] = []
    files = read_files([first, again, first], received_on=RECEIVED, progress=told.append)
    assert [file.name for file in files] == ["visits.csv"]
    assert any("visits (1).csv is the same file again" in line for line in told)


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """April's visits and May's."""
    for month in ("2019-04", "2019-05"):
        (tmp_path / month).mkdir()
        (tmp_path / month / "visits.csv").write_text(as_csv(VISITS) + ("\n" if month == "2019-05" else ""))
    names = [file.name for file in read_files([tmp_path], received_on=RECEIVED)]
    assert names == ["2019-04/visits.csv", "2019-05/visits.csv"]


def test_the_digest_is_of_the_bytes_received(tmp_path: Path) -> None:
    """So that the file kept can be shown to be the file read."""
    path = tmp_path / "visits.csv"
    path.write_text(as_csv(VISITS))
    (file,) = read_files([path], received_on=RECEIVED)
    assert len(file.sha256) == 64
    assert file.sha256 == read_files([path], received_on=RECEIVED)[0].sha256


def test_reading_changes_nothing(tmp_path: Path) -> None:
    """Extracts are never changed; nothing is written beside them."""
    folder = delivery(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    read_files([folder], received_on=RECEIVED)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: Any) -> None:
    """On Windows a workbook open in Excel is locked."""
    path = tmp_path / "visits.csv"
    path.write_text(as_csv(VISITS))

    def locked(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", locked)
    with pytest.raises(FilesRefused, match=r"visits\.csv cannot be opened"):
        read_files([path], received_on=RECEIVED)
