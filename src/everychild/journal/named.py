"""The files a journal names, read from the journal’s own file: the home’s, or a copy of it in a backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from everychild.store.benchmarks import MANIFEST, TABLE

_FILES = f"""
select 'file received', 'raw/' || sha256, sha256 from journal_sourcefile
union
select 'list of records', 'extracts/' || path, sha256 from journal_recordlist
union
select 'faults of an extract', 'extracts/' || sha256 || '/faults.json', faults_sha256 from journal_extract
union
select 'calendar of an extract', 'extracts/' || sha256 || '/calendar.json', calendar_sha256 from journal_extract
union
select 'figures of an edition', figures_path, figures_sha256 from journal_edition
union
select 'published file', 'benchmarks/' || folder || '/{MANIFEST}', manifest_sha256 from journal_keptrelease
union
select 'published file', 'benchmarks/' || folder || '/{TABLE}', table_sha256 from journal_keptrelease
order by 2
"""


@dataclass(frozen=True)
class Named:
    """A file that must be there: what it is, where it lies within the home, and the sha256 of its bytes."""

    kind: str
    path: str
    sha256: str


def files_named(journal: Path) -> tuple[Named, ...]:
    """Every file the journal names, by its path."""
    with closing(sqlite3.connect(journal)) as connection:
        return tuple(Named(*row) for row in connection.execute(_FILES))


def newest_seal(journal: Path) -> str:
    """The anchor: the newest seal’s digest, or nothing where nothing was ever written."""
    with closing(sqlite3.connect(journal)) as connection:
        found = connection.execute("select sha256 from journal_seal order by id desc limit 1").fetchone()
    return str(found[0]) if found else ""


def copy_journal(journal: Path, to: Path) -> None:
    """A consistent copy, whatever is written meanwhile: copying the file itself can lose or break what it holds."""
    with closing(sqlite3.connect(journal, timeout=60)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, and nothing beside it


def soundness(journal: Path) -> str:
    """What the database says of itself: empty where it is whole, and holds no rule or view that is not ours."""
    try:
        with closing(sqlite3.connect(journal)) as connection:
            (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if said != "ok":
                return str(said)
            planted = connection.execute("select name from sqlite_master where type in ('trigger', 'view')").fetchall()
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as problem:
        return str(problem)
    if planted:
        return f"it holds {', '.join(name for (name,) in planted)}, which Everychild did not put there"
    return f"{len(loose)} rows point at rows that are not there" if loose else ""
