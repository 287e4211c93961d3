"""Canaries: every identifier of every child-level row a council holds, looked for in whatever leaves the inner zone."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
from pypdf import PdfReader

from everychild.records import BY_NAME, Kind
from everychild.store.home import Home

SHORTEST = 6
NOT_OF_A_CHILD = frozenset({"team", "organisation", "council_area", "ward", "lead_agency"})
"""Names of teams, bodies and places: told where there are enough children, and nobody’s own."""

WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_/-]*[A-Za-z0-9]")
PDF_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


@dataclass(frozen=True)
class Hit:
    """A canary found, and where; the canary itself is not repeated."""

    where: str
    shape: str


def canaries(home: Home) -> frozenset[str]:
    """Every identifier in every kept row about a child, a worker, a carer or a piece of work; and days of birth.

    Days from 2017 on are left out: a definition may be in force since one of them.
    """
    found: set[str] = set()
    with duckdb.connect() as connection:
        for path in home.extracts.glob("*/*.parquet"):
            columns = {column.name: column.kind for column in BY_NAME[path.name.split(".")[0]].columns}
            for name, *_ in connection.execute(
                "describe select * from read_parquet($path)", {"path": str(path)}
            ).fetchall():
                if name == "born_on":
                    rows = connection.execute(
                        "select distinct cast(born_on as varchar) from read_parquet($path) where born_on < date '2017-01-01'",
                        {"path": str(path)},
                    )
                    found |= {day for (day,) in rows.fetchall()}
                if columns.get(name) is Kind.IDENTIFIER and name not in NOT_OF_A_CHILD:
                    rows = connection.execute(f"select distinct {name} from read_parquet($path)", {"path": str(path)})
                    found |= {value for (value,) in rows.fetchall() if value and len(value) >= SHORTEST}
    return frozenset(found)


def hits(where: str, content: bytes, sought: frozenset[str]) -> Iterator[Hit]:
    """Canaries in a file, whatever it is wrapped in: archives within archives, the text and the streams of a PDF."""
    for name, text in _texts(where, content):
        for word in set(WORD.findall(text)):
            if word in sought:
                yield Hit(name, f"{len(word)} characters")


def _texts(where: str, content: bytes) -> Iterator[tuple[str, str]]:
    if content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield f"{where}!{name}", name
                yield from _texts(f"{where}!{name}", archive.read(name))
        return
    if content[:5] == b"%PDF-":
        reader = PdfReader(io.BytesIO(content))
        yield where, " ".join(page.extract_text() for page in reader.pages)
        yield where, " ".join(str(value) for value in (reader.metadata or {}).values())
        for stream in PDF_STREAM.findall(content):
            yield where, _inflated(stream)
    yield where, content.decode("utf-8", errors="replace")


def _inflated(stream: bytes) -> str:
    try:
        return zlib.decompressobj().decompress(stream).decode("latin-1")
    except zlib.error:
        return ""


def in_folder(folder: Path, sought: frozenset[str]) -> tuple[int, list[Hit]]:
    """How many files there are, and every canary in them or in their names."""
    found: list[Hit] = []
    count = 0
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        count += 1
        name = path.relative_to(folder).as_posix()
        found += [Hit(name, "in the file’s name")] if any(part in sought for part in WORD.findall(name)) else []
        found += hits(name, path.read_bytes(), sought)
    return count, found
