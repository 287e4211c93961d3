"""A month’s records in a folder: a file for each, the dictionary, and what they rest on. Rows are children.

Never within a published site, and never within a home, which holds what Everychild keeps and nothing else.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from everychild import __version__, month_end
from everychild.calendar import Month
from everychild.council import council_from, read_council
from everychild.errors import EverychildError, NotAllowed, UnknownReference
from everychild.journal import ledger
from everychild.records import RECORDS
from everychild.released.site import MANIFEST
from everychild.store.durable import move_into_place, write_durably
from everychild.store.home import Home
from everychild.tables.dictionary import dictionary
from everychild.tables.records import record_tables
from everychild.tables.table import Format, TableOut
from everychild.tables.writing import write_table

if TYPE_CHECKING:
    from everychild.journal.models import Extract

ABOUT = "about.json"
KIND = "Everychild’s tables of records"


@dataclass(frozen=True)
class WrittenTables:
    """What was written: how many rows each table has, by name. `edition` is None for a month that is not closed."""

    folder: Path
    month: Month
    known_on: date
    edition: str | None
    rows: dict[str, int]


def write_tables(
    home: Home,
    month: Month,
    to: Path,
    written_as: Format = Format.CSV,
    known_on: date | None = None,
    only: Sequence[str] = (),
) -> WrittenTables:
    """Every record the month’s newest edition rests on; of a month not closed, or as known on a day, what is known.

    Raises NotAllowed for a folder within a published site or the home, EverychildError for one that holds other things,
    UnknownReference for a record there is not.
    """
    _refuse_a_place(home, to)
    _refuse_unknown(only)
    seen, known, fingerprint, settings = _rests_on(home, month, known_on)
    council = read_council(home.settings) if settings is None else council_from(settings)
    to.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{to.name}.", dir=to.parent))
    try:
        counted: dict[str, int] = {}
        told: list[TableOut] = []
        with month_end.engine_over(home, council, month, seen) as engine:
            for table in record_tables(engine, only):
                name = table.told.name
                counted[name] = write_table(table, beside / f"{name}.{written_as}", written_as)
                told.append(table.told)
        write_table(dictionary(told), beside / f"dictionary.{written_as}", written_as)
        about = {
            "what": KIND,
            "council": council.name,
            "month": str(month),
            "known_on": known.isoformat(),
            "edition": fingerprint,
            "extracts": [{"sha256": one.sha256, "extracted_on": one.extracted_on.isoformat()} for one in seen],
            "software": __version__,
            "rows": counted,
            "handle_with_care": "Rows are children. Nothing of it may be published.",
        }
        text = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
        write_durably(beside / ABOUT, lambda file: file.write(text.encode()))
        move_into_place(beside, to)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return WrittenTables(to, month, known, fingerprint, counted)


def _rests_on(
    home: Home, month: Month, known_on: date | None
) -> tuple[Sequence[Extract], date, str | None, str | None]:
    """The extracts, the day they are known on, and of a closed month its edition’s fingerprint and settings."""
    kept = ledger.newest_edition(month) if known_on is None else None
    if kept is not None:
        return list(kept.extracts.all()), kept.known_on, kept.fingerprint, kept.settings
    seen = month_end.extracts_seen(known_on)
    return seen, known_on or max(one.extracted_on for one in seen), None, None


def _refuse_a_place(home: Home, to: Path) -> None:
    place = to.absolute()
    if place.is_relative_to(home.path):
        raise NotAllowed(
            f"{to} is within the home, which holds what Everychild keeps and no more. Give another folder."
        )
    for folder in (place, *place.parents):
        if (folder / MANIFEST).is_file():
            raise NotAllowed(
                f"{to} is within {folder}, which is published. Rows of children may stand in no place that is. Give a "
                "folder that only the council’s analysts can open."
            )
    if to.exists() and (not to.is_dir() or (any(to.iterdir()) and not _is_ours(to))):
        raise EverychildError(
            f"{to} holds something other than tables of an earlier run, and nothing of it was touched. Give an empty "
            "folder or a new one."
        )


def _is_ours(folder: Path) -> bool:
    try:
        return bool(json.loads((folder / ABOUT).read_text(encoding="utf-8"))["what"] == KIND)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _refuse_unknown(only: Sequence[str]) -> None:
    names = {record.name for record in RECORDS}
    for name in only:
        if name not in names:
            raise UnknownReference(f"There is no record {name}. There are: {', '.join(sorted(names))}.")
