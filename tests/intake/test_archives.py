"""A delivery in a zip loads as the same folder would; what may not be opened is refused by its name."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everychild import month_end
from everychild.cli.new_home import make_home
from everychild.errors import FileRefused, FilesRefused
from everychild.intake import archive, read_files
from everychild.intake.archive import MOST_FILES
from everychild.store.durable import sha256_of
from tests.intake.invented_files import CONTACTS, RECEIVED, VISITS, as_csv, write_workbook
from tests.intake.test_payloads import CHILD
from tests.intake.test_return_document import PLAIN

VISITS_CSV = as_csv(VISITS)


def packed(files: Mapping[str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", how) as out:
        for name, data in files.items():
            out.writestr(name, data)
    return held.getvalue()


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    def put(data: bytes, name: str = "delivery.zip") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return put


def refusal(path: Path) -> tuple[str, str]:
    with pytest.raises(FilesRefused) as refused:
        read_files([path], received_on=RECEIVED)
    (each,) = refused.value.refused
    assert each.file == path.name
    return each.rule, each.message


def a_delivery(folder: Path) -> dict[str, bytes]:
    """Of every kind: a workbook, a CSV file, an XML return, a payload; and what is nobody’s."""
    import json

    book = write_workbook(folder / "Annex A.xlsx", {"List 1": CONTACTS}).read_bytes()
    return {
        "Annex A.xlsx": book,
        "local/visits.csv": VISITS_CSV.encode(),
        "local/return.xml": PLAIN.encode(),
        "api/payload.json": json.dumps(CHILD).encode(),
        "__MACOSX/._visits.csv": b"x",
        ".DS_Store": b"x",
        "local/~$Annex A.xlsx": b"x",
        "letter.docx": b"x",
    }


def test_a_zip_of_mixed_files_is_the_load_its_folder_is(tmp_path: Path, put: Callable[..., Path]) -> None:
    """Four kinds of file, read to the same records by the same names; what is nobody’s is left."""
    files = a_delivery(tmp_path)
    folder = tmp_path / "folder"
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    told: list[str] = []
    by_name = {file.name: file for file in read_files([folder], received_on=RECEIVED)}
    from_zip = {
        file.name: file for file in read_files([put(packed(files))], received_on=RECEIVED, progress=told.append)
    }
    assert set(by_name) == {"Annex A.xlsx", "visits.csv", "return.xml", "payload.json"}
    assert from_zip == by_name
    assert {file.format for file in by_name.values()} == {"annex_a", "local_extract", "ssda903", "dfe_api"}
    assert any("letter.docx in delivery.zip" in line for line in told)


def test_a_zip_beside_files_in_a_folder_is_taken_with_them(tmp_path: Path, put: Callable[..., Path]) -> None:
    """Two files of one name go by what they lie in."""
    put(packed({"visits.csv": VISITS_CSV}))
    other = VISITS_CSV.splitlines()
    (tmp_path / "visits.csv").write_text("\n".join(other[:-1]) + "\n")
    names = [file.name for file in read_files([tmp_path], received_on=RECEIVED)]
    assert names == ["delivery.zip/visits.csv", f"{tmp_path.name}/visits.csv"]


def test_each_file_of_a_zip_is_kept_as_it_came(tmp_path: Path, put: Callable[..., Path]) -> None:
    """Under the fingerprint of its own bytes; and the same zip again is nothing new."""
    home = make_home(tmp_path / "home", '[council]\nname = "Smallville"\n')
    path, at = put(packed({"a/visits.csv": VISITS_CSV})), datetime(2019, 5, 3, 9, tzinfo=UTC)
    loaded = month_end.load(home, [path], at, date(2019, 5, 3))
    (file,) = loaded.files
    assert sha256_of(home.raw / file.sha256) == file.sha256
    assert (home.raw / file.sha256).read_bytes() == VISITS_CSV.encode()
    again = month_end.load(home, [path], at, date(2019, 5, 3))
    assert again.already_loaded == ("visits.csv",)


@pytest.mark.parametrize(
    "way_out", ["../visits.csv", "/etc/visits.csv", "a/../../visits.csv", "C:\\visits.csv", "..\\v.csv"]
)
def test_a_name_that_leads_out_is_refused(put: Callable[..., Path], way_out: str) -> None:
    data = packed({"AAAAAAAAAAAAAAAAAAAA"[: len(way_out)]: VISITS_CSV})
    rule, message = refusal(put(data.replace(b"A" * len(way_out), way_out.encode())))
    assert rule == "unsafe_names"
    assert repr(way_out) in message


def test_old_windows_zips_are_read(put: Callable[..., Path]) -> None:
    """Some write the stroke between folders the other way."""
    data = packed({"local_visits.csv": VISITS_CSV}).replace(b"local_visits", b"local\\visits")
    (file,) = read_files([put(data)], received_on=RECEIVED)
    assert file.name == "visits.csv"


def test_a_link_is_refused(put: Callable[..., Path]) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as out:
        link = zipfile.ZipInfo("visits.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        out.writestr(link, "/etc/passwd")
    rule, message = refusal(put(held.getvalue()))
    assert rule == "unsafe_names"
    assert "'visits.csv'" in message


@pytest.mark.parametrize("name", ["more.zip", "more.csv", "more.7z"])
def test_an_archive_in_an_archive_is_refused(put: Callable[..., Path], name: str) -> None:
    """By its name, or by its bytes whatever its name."""
    inner = packed({"visits.csv": VISITS_CSV})
    rule, message = refusal(put(packed({name: inner})))
    assert rule == "archive_in_archive"
    assert repr(name) in message


def with_flags(data: bytes, flags: int) -> bytes:
    """The one member marked in both its headers."""
    at = data.index(b"PK\x01\x02")
    changed = bytearray(data)
    struct.pack_into("<H", changed, 6, flags)
    struct.pack_into("<H", changed, at + 8, flags)
    return bytes(changed)


def test_a_password_is_told_by_the_file(put: Callable[..., Path]) -> None:
    rule, message = refusal(put(with_flags(packed({"visits.csv": VISITS_CSV}), 1)))
    assert rule == "password"
    assert "'visits.csv'" in message


def test_a_file_packed_otherwise_is_refused(put: Callable[..., Path]) -> None:
    rule, message = refusal(put(packed({"visits.csv": VISITS_CSV}, zipfile.ZIP_LZMA)))
    assert rule == "unknown_packing"
    assert "'visits.csv'" in message


def test_a_file_twice_is_refused(put: Callable[..., Path]) -> None:
    rule, message = refusal(put(packed({"visits.csv": VISITS_CSV, "visitz.csv": ""}).replace(b"visitz", b"VISITS")))
    assert rule == "duplicate_parts"
    assert "VISITS.csv" in message or "visits.csv" in message


def test_a_bomb_is_told_by_its_size(put: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What it says of itself is enough to refuse it."""
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1024**2)
    rule, message = refusal(put(packed({"visits.csv": b"0" * 2 * 1024**2, "little.csv": "a"})))
    assert rule == "unpacks_too_large"
    assert "'visits.csv'" in message


def test_one_file_is_held_to_what_any_file_is(put: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("everychild.intake.sources.MOST_BYTES", 1024**2)
    rule, message = refusal(put(packed({"visits.csv": b"0" * 2 * 1024**2})))
    assert rule == "too_large"
    assert "'visits.csv'" in message


def test_a_bomb_that_says_it_is_small(put: Callable[..., Path]) -> None:
    """Unpacked no further than it said: three bytes of a hundred thousand."""
    data = bytearray(packed({"visits.csv": b"0" * 100_000}))
    struct.pack_into("<I", data, 22, 3)
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 3)
    rule, message = refusal(put(bytes(data)))
    assert rule == "lying_sizes"
    assert "'visits.csv'" in message


def test_bytes_that_changed_are_noticed(put: Callable[..., Path]) -> None:
    """A stored file with one figure altered no longer has its checksum."""
    data = packed({"visits.csv": VISITS_CSV}, zipfile.ZIP_STORED)
    assert data.count(b"2019") > 0
    assert refusal(put(data.replace(b"2019", b"2018", 1)))[0] == "lying_sizes"


def test_too_many_files(put: Callable[..., Path]) -> None:
    assert refusal(put(packed({f"{at}.csv": "" for at in range(MOST_FILES + 1)})))[0] == "too_many_parts"


def test_a_zip_of_nothing_we_read(put: Callable[..., Path]) -> None:
    assert refusal(put(packed({"letter.docx": "x"})))[0] == "empty_folder"


def test_a_file_in_a_zip_that_cannot_be_read_is_named(put: Callable[..., Path]) -> None:
    with pytest.raises(FilesRefused) as refused:
        read_files([put(packed({"visits.csv": VISITS_CSV, "bad.csv": "a,b\n"}))], received_on=RECEIVED)
    (each,) = refused.value.refused
    assert (each.rule, each.file) == ("nothing_recognised", "bad.csv")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_is_refused_in_words_or_read(tmp_path_factory: Any, data: st.DataObject) -> None:
    """A few bytes anywhere, or the end cut off: no third thing, and never a traceback."""
    whole = bytearray(packed({"visits.csv": VISITS_CSV, "b/visits.csv": VISITS_CSV}))
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / "delivery.zip"
    path.write_bytes(whole[: data.draw(st.integers(4, len(whole)))])
    assert all(each.rule and len(each.message) > 20 for each in refusals_of(path))


def refusals_of(path: Path) -> list[FileRefused]:
    try:
        read_files([path], received_on=RECEIVED)
    except FilesRefused as caught:
        return list(caught.refused)
    return []
