"""Published releases as they are kept: a folder a file, its values as Parquet, and a manifest that makes it count.

Nothing is written over. A folder without a manifest is a load that was cut short, and is not read; a newer release
stands beside the older, and readers use the newest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from everychild.comparators.interactive_tool import dated
from everychild.comparators.library import Library
from everychild.comparators.neighbours import Model, models_of
from everychild.comparators.published import Published, Release
from everychild.comparators.reading import Kind, Reading, published
from everychild.errors import Tampered
from everychild.store.durable import sha256_of, write_durably
from everychild.store.home import Home

READ_AS = 1
"""Raised when an adapter takes more of a file than before: the same file can then be loaded again."""

ROWS_IN_A_GROUP = 20_000
MANIFEST, TABLE = "manifest.json", "kept.parquet"


@dataclass(frozen=True)
class Kept:
    """One file in the home."""

    folder: Path
    kind: Kind
    release: Release
    loaded_at: str
    rows: int
    values: int
    states: int
    table_sha256: str


def keep(home: Home, reading: Reading, loaded_at: datetime) -> bool:
    """Keeps a reading; False where it stood there already, and then nothing is changed."""
    folder = folder_of(home, reading)
    if (folder / MANIFEST).is_file():
        return False
    table = reading.table.sort_by(reading.table.schema.names[0])
    digest = write_durably(
        folder / TABLE, lambda file: pq.write_table(table, file, row_group_size=ROWS_IN_A_GROUP, compression="zstd")
    )
    said = {
        "kind": reading.kind.value,
        "family": reading.family,
        "title": reading.title,
        "vintage": reading.vintage,
        "newest": reading.newest,
        "file": reading.file,
        "sha256": reading.sha256,
        "loaded_at": loaded_at.isoformat(),
        "rows": reading.rows,
        "values": reading.values,
        "states": reading.states,
        "table_sha256": digest,
    }
    text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
    write_durably(folder / MANIFEST, lambda file: file.write(text.encode()))
    return True


def folder_of(home: Home, reading: Reading) -> Path:
    """Where a reading is kept."""
    return home.benchmarks / f"{reading.sha256}-{READ_AS}"


def kept_in(folder: Path) -> Kept:
    """The file kept in a folder."""
    return _read(folder / MANIFEST)


def kept(home: Home) -> tuple[Kept, ...]:
    """Every file kept, the earliest loaded first."""
    found = [_read(path) for path in home.benchmarks.glob(f"*/{MANIFEST}")]
    return tuple(sorted(found, key=lambda one: (one.loaded_at, one.release.sha256)))


def library(home: Home) -> Library:
    """What this home’s figures can be set beside; read anew only when a file has been loaded."""
    return _library(kept(home))


@lru_cache(maxsize=4)
def _library(files: tuple[Kept, ...]) -> Library:
    for file in files:
        if sha256_of(file.folder / TABLE) != file.table_sha256:
            raise Tampered(
                f"{file.folder.name}: what is kept of {file.release.file} is not what was kept. "
                "Remove that folder and load the file again."
            )
    updated = _updated(files)
    return Library(lambda wanted: _find(files, updated, wanted), _models(files))


def _find(files: Sequence[Kept], updated: dict[str, str], wanted: Iterable[tuple[str, str]]) -> list[Published]:
    found: list[Published] = []
    pairs = list(wanted)
    for file in files:
        measures = [measure for family, measure in pairs if family == file.release.family]
        if file.kind is Kind.VALUES and measures:
            rows = pq.read_table(file.folder / TABLE, filters=[("measure", "in", measures)]).to_pylist()
            found += [dated(value, updated) for value in published(rows, file.release)]
    return found


def _updated(files: Sequence[Kept]) -> dict[str, str]:
    rows = _rows(files, Kind.DIRECTIONS)
    return {row["measure"]: row["updated"] for row in rows if row["updated"]}


def _models(files: Sequence[Kept]) -> tuple[Model, ...]:
    return models_of(_rows(files, Kind.NEIGHBOURS))


def _rows(files: Sequence[Kept], kind: Kind) -> list[dict[str, Any]]:
    return [row for file in files if file.kind is kind for row in pq.read_table(file.folder / TABLE).to_pylist()]


def _read(manifest: Path) -> Kept:
    said = json.loads(manifest.read_text(encoding="utf-8"))
    return Kept(
        folder=manifest.parent,
        kind=Kind(said["kind"]),
        release=Release(said["family"], said["title"], said["vintage"], said["newest"], said["file"], said["sha256"]),
        loaded_at=said["loaded_at"],
        rows=said["rows"],
        values=said["values"],
        states=said["states"],
        table_sha256=said["table_sha256"],
    )
