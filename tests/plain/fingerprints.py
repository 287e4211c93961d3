"""What a home holds, as one number: to say that nothing in it was changed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

JOURNAL = "journal.sqlite3"
QUESTIONS = "journal_askedwords"
"""What a person is asked of a file, whether or not it was loaded: no part of what is kept."""


def fingerprint(folder: Path) -> str:
    """Of every file’s name and bytes, and of every row of the journal but the questions that wait for an answer."""
    said = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(JOURNAL)):
        said.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for row in _rows(folder / JOURNAL):
        said.update(repr(row).encode())
    return said.hexdigest()


def _rows(journal: Path) -> Iterator[object]:
    with closing(sqlite3.connect(journal)) as held:
        tables = [name for (name,) in held.execute("select name from sqlite_master where type = 'table' order by 1")]
        assert QUESTIONS in tables
        for name in tables:
            if name not in (QUESTIONS, "sqlite_sequence"):
                yield name
                yield from held.execute(f'select * from "{name}" order by rowid')
