"""The files a journal names, and the journal itself as a thing to copy: the home’s, or a copy of it in a backup."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from django.db import DatabaseError, connection

from everychild.disclosure.open_data import ABOUT as RELEASED_ABOUT
from everychild.disclosure.open_data import DEFINITIONS as RELEASED_DEFINITIONS
from everychild.disclosure.open_data import FIGURES as RELEASED_FIGURES
from everychild.journal.connection import point_at
from everychild.journal.whereabouts import url_of
from everychild.store.benchmarks import MANIFEST, TABLE
from everychild.store.home import Home

_FILES = f"""
select 'file received', 'raw/' || sha256, sha256 from journal_sourcefile
where not exists (
    select 1 from journal_gonefile as gone
    where gone.path = 'raw/' || journal_sourcefile.sha256 and gone.extract_id = journal_sourcefile.extract_id
)
union
select 'list of records', 'extracts/' || path, sha256 from journal_recordlist
where not exists (select 1 from journal_gonefile as gone where gone.path = 'extracts/' || journal_recordlist.path)
union
select kind, next_path, next_sha256 from journal_gonefile
where next_path <> ''
    and not exists (select 1 from journal_gonefile as gone where gone.path = journal_gonefile.next_path)
union
select 'faults of an extract', 'extracts/' || sha256 || '/faults.json', faults_sha256 from journal_extract
where not exists (
    select 1 from journal_gonefile as gone where gone.path = 'extracts/' || journal_extract.sha256 || '/faults.json'
)
union
select 'calendar of an extract', 'extracts/' || sha256 || '/calendar.json', calendar_sha256 from journal_extract
union
select 'figures of an edition', figures_path, figures_sha256 from journal_edition
union
select 'figures looked back at', figures_path, figures_sha256 from journal_lookback
union
select 'record kept beside an edition', path, sha256 from journal_keptbeside
union
select 'published file', 'benchmarks/' || folder || '/{MANIFEST}', manifest_sha256 from journal_keptrelease
union
select 'published file', 'benchmarks/' || folder || '/{TABLE}', table_sha256 from journal_keptrelease
union
select 'mapping', 'mappings/versions/' || layout || '.' || number || '.toml', sha256 from journal_mappingversion
union
select 'numbers of a release', 'releases/' || number || '/{RELEASED_FIGURES}', figures_sha256
from journal_publicrelease
union
select 'definitions of a release', 'releases/' || number || '/{RELEASED_DEFINITIONS}',
    definitions_sha256
from journal_publicrelease
union
select 'rules of a release', 'releases/' || number || '/{RELEASED_ABOUT}', about_sha256
from journal_publicrelease
"""

_PLANTED = """
select tgname from pg_trigger where not tgisinternal
  and tgrelid in (select oid from pg_class where relnamespace = current_schema()::regnamespace)
union all
select relname from pg_class where relkind in ('v', 'm') and relnamespace = current_schema()::regnamespace
union all
select rulename from pg_rewrite where rulename <> '_RETURN'
  and ev_class in (select oid from pg_class where relnamespace = current_schema()::regnamespace)
order by 1
"""

_NOT_HELD = """
select distinct relname from pg_trigger join pg_class on pg_class.oid = tgrelid
where tgisinternal and tgenabled <> 'O' and relnamespace = current_schema()::regnamespace
order by 1
"""


@dataclass(frozen=True)
class Named:
    """A file that must be there: what it is, where it lies within the home, and the sha256 of its bytes."""

    kind: str
    path: str
    sha256: str


def files_named(journal: Path) -> tuple[Named, ...]:
    """Every file a journal names that lies in a SQLite file, by its path."""
    with closing(sqlite3.connect(journal)) as copy:
        return _in_order(copy.execute(_FILES).fetchall())


def files_named_here() -> tuple[Named, ...]:
    """Every file the journal that is open names, wherever it lies, by its path."""
    with connection.cursor() as cursor:
        cursor.execute(_FILES)
        return _in_order(cursor.fetchall())


def newest_seal(journal: Path) -> str:
    """The anchor: the newest seal’s digest, or nothing where nothing was ever written."""
    with closing(sqlite3.connect(journal)) as copy:
        found = copy.execute("select sha256 from journal_seal order by id desc limit 1").fetchone()
    return str(found[0]) if found else ""


def copy_journal(home: Home, to: Path) -> None:
    """A consistent copy as one SQLite file, whatever is written meanwhile: copying a database’s own files can lose or
    break what they hold.
    """
    if url_of(home) is not None:
        from everychild.journal.copying import copy_into_file

        point_at(home)
        copy_into_file(to)
        return
    with closing(sqlite3.connect(home.journal, timeout=60)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, and nothing beside it


def soundness(home: Home) -> str:
    """What the database says of itself: empty where it is whole, and holds no rule or view that is not ours."""
    return _soundness_in_postgresql() if url_of(home) is not None else _soundness_of(home.journal)


def _soundness_of(journal: Path) -> str:
    try:
        with closing(sqlite3.connect(journal)) as held:
            (said,) = held.execute("PRAGMA integrity_check(1)").fetchone()
            if said != "ok":
                return str(said)
            planted = held.execute("select name from sqlite_master where type in ('trigger', 'view')").fetchall()
            loose = held.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as problem:
        return str(problem)
    if planted:
        return _planted(name for (name,) in planted)
    return f"{len(loose)} rows point at rows that are not there" if loose else ""


def _soundness_in_postgresql() -> str:
    """PostgreSQL holds rows to what they point at by itself, unless somebody took that rule away."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(_PLANTED)
            planted = cursor.fetchall()
            cursor.execute(_NOT_HELD)
            loose = cursor.fetchall()
    except DatabaseError as problem:
        return str(problem)
    if planted:
        return _planted(name for (name,) in planted)
    return f"it no longer holds {', '.join(name for (name,) in loose)} to what they point at" if loose else ""


def _planted(names: Iterable[str]) -> str:
    return f"it holds {', '.join(names)}, which Everychild did not put there"


def _in_order(rows: Iterable[tuple[str, str, str]]) -> tuple[Named, ...]:
    """Each file once, by its path: a month looked back at may come to the figures of an edition, and be its file."""
    once = {(path, sha256): Named(kind, path, sha256) for kind, path, sha256 in sorted(rows, reverse=True)}
    return tuple(sorted(once.values(), key=lambda file: (file.path, file.sha256)))
