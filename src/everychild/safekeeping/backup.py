"""A backup: one file, whole or absent, made while people go on working.

First the journal is copied as it stands at one moment; then exactly the files that copy names, which never change once
they are named; last the manifest. It is locked as it is written, so that nothing readable ever lies beside it.
"""

from __future__ import annotations

import hashlib
import os
import tarfile
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from everychild import __version__
from everychild.errors import HomeError, Tampered
from everychild.journal.named import copy_journal, files_named, newest_seal
from everychild.safekeeping.keys import FILE_NAME, recipients
from everychild.safekeeping.manifest import MANIFEST, Listed, Manifest
from everychild.safekeeping.piping import through
from everychild.store.durable import sync_folder
from everychild.store.home import Home

LOCKED, OPEN = ".tar.age", ".tar"
ANCHOR_SHOWN = 12
WRITING = ".writing"


@dataclass(frozen=True)
class BackedUp:
    """A backup that was made."""

    path: Path
    manifest: Manifest
    keys: int


def backup(home: Home, folder: Path, made_at: datetime, keys: Sequence[str]) -> BackedUp:
    """Writes a backup of a home into a folder, locked to these public keys; with none it is open to whoever holds it.

    Raises Tampered, and leaves nothing, where a file is not as the journal knows it: `verify` tells which others.
    """
    _require_elsewhere(home, folder)
    folder.mkdir(parents=True, exist_ok=True)
    # Within the home, since what is copied is as confidential as what it is copied from.
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=home.path) as scratch:
        journal = Path(scratch) / home.journal.name
        copy_journal(home.journal, journal)
        anchor = newest_seal(journal)
        stamp = made_at.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
        path = folder / f"everychild-{stamp}-{anchor[:ANCHOR_SHOWN] or 'empty'}{LOCKED if keys else OPEN}"
        if path.exists():
            raise HomeError(f"{path} is there already. Nothing was written over; try again in a second.")
        manifest = _write(path, home, journal, made_at, anchor, keys)
    return BackedUp(path, manifest, len(keys))


def _require_elsewhere(home: Home, folder: Path) -> None:
    if folder.resolve().is_relative_to(home.path.resolve()):
        raise HomeError(f"{folder} is inside the home. A backup belongs somewhere else, best on another computer.")


def _write(path: Path, home: Home, journal: Path, made_at: datetime, anchor: str, keys: Sequence[str]) -> Manifest:
    temporary = path.with_name(f".{path.name}{WRITING}")
    written: list[Manifest] = []

    def fill(file: BinaryIO) -> None:
        written.append(_fill(file, home, journal, made_at, anchor))

    try:
        with temporary.open("xb") as file:
            if keys:
                _lock(fill, file, keys)
            else:
                fill(file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)
    return written[0]


def _lock(fill: object, file: BinaryIO, keys: Sequence[str]) -> None:
    import pyrage

    locked_to = recipients(keys)
    through(fill, lambda source: pyrage.encrypt_io(source, file, locked_to))  # type: ignore[arg-type]  # see piping


def _fill(file: BinaryIO, home: Home, journal: Path, made_at: datetime, anchor: str) -> Manifest:
    with tarfile.open(fileobj=file, mode="w|", format=tarfile.PAX_FORMAT) as archive:
        listed = [_add(archive, journal, home.journal.name, made_at)]
        listed += [_add(archive, path, path.name, made_at) for path in _beside(home)]
        for named in files_named(journal):
            added = _add(archive, home.path / named.path, named.path, made_at)
            if added.sha256 != named.sha256:
                raise Tampered(
                    f"A {named.kind} is not as it was kept: {named.path}. No backup was made, lest it take the place "
                    "of a good one. `everychild verify` says what else is wrong."
                )
            listed.append(added)
        manifest = Manifest(made_at, __version__, anchor, tuple(listed))
        _add_bytes(archive, manifest.as_json(), MANIFEST, made_at)
    return manifest


def _beside(home: Home) -> Iterable[Path]:
    """What lies in a home beside the kept files. The key that signs cookies stays behind: everybody signs in anew."""
    return (path for path in (home.settings, home.path / FILE_NAME) if path.is_file())


def _add(archive: tarfile.TarFile, path: Path, name: str, made_at: datetime) -> Listed:
    """Adds one file, and takes the sha256 of exactly the bytes that were added."""
    try:
        held = path.read_bytes()  # the largest is an upload, which has a limit
    except FileNotFoundError:
        raise Tampered(
            f"A kept file is missing: {name}. No backup was made. `everychild verify` says what else is wrong."
        ) from None
    _add_bytes(archive, held, name, made_at)
    return Listed(name, len(held), hashlib.sha256(held).hexdigest())


def _add_bytes(archive: tarfile.TarFile, held: bytes, name: str, made_at: datetime) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode, entry.mtime = len(held), 0o600, int(made_at.timestamp())
    archive.addfile(entry, BytesIO(held))
