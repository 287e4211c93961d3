"""The Standard Safeguarding Dataset read from the database it lies in: as one moment has it, and nothing written there.

Each table becomes a CSV file, to be read and kept as if somebody had exported it. Children’s names and pupil numbers
are not asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from everychild.errors import MissingPart, NothingSupplied
from everychild.intake.sources import Tell
from everychild.layouts import ssd

SCHEMES = ("postgresql://", "postgres://")
TABLES = frozenset({*ssd.PREFIXES.values(), *ssd.LOOKED_UP.values()})
LEFT_BEHIND = frozenset(
    {
        "pers_forename",
        "pers_surname",
        "pers_upn",
        "pers_single_unique_id",
        "pers_common_child_id",
        "prof_professional_name",
    }
)
"""Columns that say who somebody is and that no record has a place for."""

SECONDS_TO_CONNECT = 10

_WHICH = """
select n.nspname, c.relname, pg_table_is_visible(c.oid)
from pg_class as c inner join pg_namespace as n on n.oid = c.relnamespace
where c.relkind in ('r', 'v', 'm', 'p', 'f')
    and n.nspname not in ('pg_catalog', 'information_schema')
    and lower(c.relname) = any(%s)
    and has_table_privilege(c.oid, 'select')
order by 1, 2
"""
_COLUMNS = """
select a.attname from pg_attribute as a
where a.attrelid = to_regclass(%s) and a.attnum > 0 and not a.attisdropped
order by a.attnum
"""


def export_dataset(address: str, folder: Path, tell: Tell) -> tuple[Path, ...]:
    """Writes each table of the dataset into the folder. Raises NothingSupplied where the database has none, or cannot
    be reached; what it says never holds the address, for a password may stand in it."""
    if not address.startswith(SCHEMES):
        raise NothingSupplied(
            "Only a PostgreSQL database is read directly: postgresql://who@where/which. From any other, export each "
            "table of the dataset as a CSV or a Parquet file and load the folder."
        )
    psycopg = _psycopg()
    try:
        with psycopg.connect(address, connect_timeout=SECONDS_TO_CONNECT) as held:
            held.read_only = True
            held.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            found = held.execute(_WHICH, [sorted(TABLES)]).fetchall()
            return tuple(_export(held, schema, name, folder, tell) for schema, name in _one_of_each(found))
    except psycopg.OperationalError as error:
        raise NothingSupplied(
            "The database cannot be reached, or does not let this user in. Is the address right, and the server up?"
        ) from error
    except psycopg.Error as error:
        state = error.sqlstate or "no code"
        raise NothingSupplied(f"The database would not give the dataset ({state}). Nothing was loaded.") from error


def _psycopg() -> Any:  # Any: an optional library
    try:
        import psycopg
    except ImportError as error:
        message = 'Reading a database needs one more part: pip install "everychild[postgresql]".'
        raise MissingPart(message) from error
    return psycopg


def _one_of_each(found: Sequence[tuple[str, str, bool]]) -> list[tuple[str, str]]:
    """The tables that the address’s own search path shows; where it shows none, those of any schema."""
    shown = [(schema, name) for schema, name, is_visible in found if is_visible]
    chosen = shown or [(schema, name) for schema, name, _ in found]
    if not chosen:
        raise NothingSupplied(
            "The database shows this user no table of the Standard Safeguarding Dataset (ssd_person and others)."
        )
    twice = next((name for name, times in Counter(name.lower() for _, name in chosen).items() if times > 1), None)
    if twice is not None:
        schemas = " and ".join(schema for schema, name in chosen if name.lower() == twice)
        raise NothingSupplied(
            f"{twice} is in the schemas {schemas}. Say in the address which is meant: ?options=-csearch_path%3Dschema"
        )
    return chosen


def _export(held: Any, schema: str, name: str, folder: Path, tell: Tell) -> Path:  # Any: an optional library’s
    from psycopg import sql

    table = sql.Identifier(schema, name)
    columns = [row[0] for row in held.execute(_COLUMNS, [table.as_string(held)]).fetchall()]
    wanted = sql.SQL(", ").join(sql.Identifier(each) for each in columns if each.lower() not in LEFT_BEHIND)
    # In one order, so that what has not changed is the same file again.
    copy = sql.SQL('copy (select {} from {} as told order by told::text collate "C") to stdout (format csv, header)')
    path = folder / f"{name.lower()}.csv"
    tell(f"Fetching {name.lower()}")
    with path.open("wb") as out, held.cursor().copy(copy.format(wanted, table)) as copying:
        for piece in copying:
            out.write(piece)
    return path
