"""The child that reads: small, quick to start, and free to die."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from everychild.errors import FileRefused, FilesRefused
from everychild.intake import decode_child, decoding, read_files
from everychild.intake.decoding import decode
from everychild.intake.preflight import Reader
from tests.intake.invented_files import CONTACTS, RECEIVED, write_workbook

CHILD = Path(decode_child.__file__)


def run_child(code: str) -> subprocess.CompletedProcess[bytes]:
    """The child's own module, with other work to do."""
    script = f"import runpy; child = runpy.run_path({str(CHILD)!r}); child['limit_ourselves'](); {code}"
    return subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, check=False)


def test_the_child_knows_nothing_of_ours(tmp_path: Path) -> None:
    """It starts once for every file, so it imports the standard library and the workbook reader alone."""
    path = write_workbook(tmp_path / "a.xlsx", {"List 1": CONTACTS})
    code = f"import sys, runpy; sys.argv = ['x', 'workbook']; sys.stdin = open({str(path)!r}); "
    code += f"runpy.run_path({str(CHILD)!r}, run_name='__main__'); "
    code += "sys.exit(any(name.startswith(('everychild', 'django', 'duckdb', 'pyarrow')) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell what a child used")
def test_the_child_starts_quickly(tmp_path: Path) -> None:
    """A demonstration loads two hundred files. The least of five is the machine's own speed."""
    data = write_workbook(tmp_path / "a.xlsx", {"List 1": CONTACTS}).read_bytes()
    used = []
    for _ in range(5):
        before = os.times()
        decode("a.xlsx", data, Reader.WORKBOOK)
        after = os.times()
        used.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert min(used) < 0.15


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize(
    "code",
    [
        "bytearray(3 * 1024**3)",
        "open('written', 'wb', 0).write(b'x')",
        "[open(child['__file__']) for _ in range(100)]",
    ],
)
def test_the_child_gets_little_of_the_machine(tmp_path: Path, monkeypatch: Any, code: str) -> None:
    """Two gigabytes, no file written, few files open."""
    monkeypatch.chdir(tmp_path)
    assert run_child(code).returncode != 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_child_leaves_no_core_file() -> None:
    """A core file would hold the children's data."""
    told = run_child("import resource; print(resource.getrlimit(resource.RLIMIT_CORE))")
    assert told.stdout.strip() == b"(0, 0)"


def stand_in(tmp_path: Path, monkeypatch: Any, code: str) -> None:
    """Another child in the real one's place."""
    child = tmp_path / "child.py"
    child.write_text(code)
    monkeypatch.setattr(decoding, "_CHILD", child)


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "raise SystemExit(3)",
        'print(\'{"sheet": "List 1"}\')',
        "",
        "while True: pass",
    ],
)
def test_however_the_child_dies_the_file_is_named(tmp_path: Path, monkeypatch: Any, code: str) -> None:
    """Aborted, killed, out of time, or stopped half way: the reader lives and says which file could not be read."""
    stand_in(tmp_path, monkeypatch, code)
    monkeypatch.setattr(decoding, "SECONDS", 1)
    path = tmp_path / "visits.csv"
    path.write_text("person_id\n1\n")
    with pytest.raises(FilesRefused, match=r"visits\.csv could not be read safely"):
        read_files([path], received_on=RECEIVED)


def test_cells_come_back_as_they_were(tmp_path: Path) -> None:
    """Text, numbers, dates and blanks keep their kinds on the way through JSON."""
    data = write_workbook(tmp_path / "a.xlsx", {"List 1": CONTACTS}).read_bytes()
    (sheet,) = decode("a.xlsx", data, Reader.WORKBOOK).sheets
    assert sheet.rows[1] == ["00101", "a) Male", "a) WBRI", "\x1a2010-06-01", 8.0, "\x1a2019-04-01", "q) 6: Police"]


def test_lines_are_json_and_nothing_else(tmp_path: Path) -> None:
    """Nothing that could run is ever taken from the child."""
    data = write_workbook(tmp_path / "a.xlsx", {"List 1": CONTACTS}).read_bytes()
    out = subprocess.run([sys.executable, "-I", str(CHILD), "workbook"], input=data, capture_output=True, check=True)
    lines = [json.loads(line) for line in out.stdout.splitlines()]
    assert lines[0] == {"sheet": "List 1", "hidden": False, "first_column": 0}
    assert lines[-1] == {"end": True}


@pytest.mark.parametrize("rows", [65_536])
def test_a_sheet_as_long_as_excel_allows_has_lost_its_end(rows: int) -> None:
    """Sixteen thousand cases were once lost this way without a word."""
    data = b"person_id,a,b,c\n" + b"1,2,3,4\n" * (rows - 1)
    with pytest.raises(FileRefused, match="exactly 65,536 rows"):
        decode("visits.csv", data, Reader.TEXT)
