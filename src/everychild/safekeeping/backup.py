"""A backup: one file, whole or absent, made while people go on working.

First the journal is copied as it stands at one moment; then exactly the files that copy names, which never change once
they are named; last the manifest. It is locked as it is written, so that nothing readable ever lies beside it. The
journal, and each file that tells of children, is locked once more, by a key of its own that is not in the backup: see
`key_ring`.
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
from everychild.journal.connection import point_at
from everychild.journal.named import Named, copy_journal, files_named, newest_seal
from everychild.safekeeping import schedule
from everychild.safekeeping.key_ring import TELL_OF_CHILDREN, KeyRing, lock, ring_for_backup, write_beside
from everychild.safekeeping.keys import FILE_NAME, recipients
from everychild.safekeeping.manifest import MANIFEST, Listed, Manifest
from everychild.safekeeping.piping import through
from everychild.store.durable import sha256_of, sync_folder
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


def backup(
    home: Home, folder: Path, made_at: datetime, keys: Sequence[str], *, to_throw_away: bool = False
) -> BackedUp:
    """Writes a backup of a home into a folder, locked to these public keys; with none it is open to whoever holds it.
    The keys of the data go beside it, and stay in the home unless it is to throw away.

    Raises Tampered, and leaves nothing, where a file is not as the journal knows it: `verify` tells which others.
    """
    _require_elsewhere(home, folder)
    folder.mkdir(parents=True, exist_ok=True)
    # Within the home, since what is copied is as confidential as what it is copied from.
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=home.path) as scratch:
        journal = Path(scratch) / home.journal.name
        copy_journal(home, journal)
        anchor = newest_seal(journal)
        stamp = made_at.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
        path = folder / f"everychild-{stamp}-{anchor[:ANCHOR_SHOWN] or 'empty'}{LOCKED if keys else OPEN}"
        if path.exists():
            raise HomeError(f"{path} is there already. Nothing was written over; try again in a second.")
        named = files_named(journal)
        own = {file.sha256 for file in named if file.kind in TELL_OF_CHILDREN}
        point_at(home)
        ring = ring_for_backup(home, own, sha256_of(journal), made_at, to_throw_away=to_throw_away)
        manifest = _write(path, _Contents(home, journal, named, ring, made_at, anchor), keys)
    return BackedUp(path, manifest, len(keys))


@dataclass(frozen=True)
class _Contents:
    """What goes into one backup."""

    home: Home
    journal: Path
    named: Sequence[Named]
    ring: KeyRing
    made_at: datetime
    anchor: str


def _require_elsewhere(home: Home, folder: Path) -> None:
    if folder.resolve().is_relative_to(home.path.resolve()):
        raise HomeError(f"{folder} is inside the home. A backup belongs somewhere else, best on another computer.")


def _write(path: Path, contents: _Contents, keys: Sequence[str]) -> Manifest:
    temporary = path.with_name(f".{path.name}{WRITING}")
    written: list[Manifest] = []

    def fill(file: BinaryIO) -> None:
        written.append(_fill(file, contents))

    try:
        with temporary.open("xb") as file:
            if keys:
                _lock(fill, file, keys)
            else:
                fill(file)
            file.flush()
            os.fsync(file.fileno())
        # Before the name: no backup is without its keys, and keys of what was deleted go only once this one is whole.
        write_beside(path.parent, contents.ring, keys)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)
    return written[0]


def _lock(fill: object, file: BinaryIO, keys: Sequence[str]) -> None:
    import pyrage

    locked_to = recipients(keys)
    through(fill, lambda source: pyrage.encrypt_io(source, file, locked_to))  # type: ignore[arg-type]  # see piping


def _fill(file: BinaryIO, contents: _Contents) -> Manifest:
    home, made_at = contents.home, contents.made_at
    with tarfile.open(fileobj=file, mode="w|", format=tarfile.PAX_FORMAT) as archive:
        listed = [_add(archive, contents.journal.read_bytes(), home.journal.name, contents, is_locked=True)]
        listed += [_add(archive, path.read_bytes(), path.name, contents) for path in _beside(home)]
        added: dict[str, Listed] = {}  # a look back that found what an edition says names the same file
        for named in contents.named:
            held = _held(home, named)
            if named.path not in added:
                is_locked = named.kind in TELL_OF_CHILDREN
                added[named.path] = _add(archive, held, named.path, contents, is_locked=is_locked)
        manifest = Manifest(made_at, __version__, contents.anchor, (*listed, *added.values()))
        _add_bytes(archive, manifest.as_json(), MANIFEST, made_at)
    return manifest


def _beside(home: Home) -> Iterable[Path]:
    """What lies in a home beside the kept files. The key that signs cookies stays behind, so that everybody
    signs in anew, and where a journal in PostgreSQL lies, which holds a password."""
    templates = sorted(home.path.glob("*.docx"))  # what papers are written in
    held = (home.settings, home.path / FILE_NAME, home.path / schedule.FILE_NAME, *templates)
    return (path for path in held if path.is_file())


def _held(home: Home, named: Named) -> bytes:
    """The bytes of a kept file, found to be what they were: the largest is an upload, which has a limit."""
    try:
        held = (home.path / named.path).read_bytes()
    except FileNotFoundError:
        raise Tampered(
            f"A kept file is missing: {named.path}. No backup was made. `everychild verify` says what else is wrong."
        ) from None
    if hashlib.sha256(held).hexdigest() != named.sha256:
        raise Tampered(
            f"A {named.kind} is not as it was kept: {named.path}. No backup was made, lest it take the place "
            "of a good one. `everychild verify` says what else is wrong."
        )
    return held


def _add(archive: tarfile.TarFile, held: bytes, name: str, contents: _Contents, *, is_locked: bool = False) -> Listed:
    """Adds one file, and takes the sha256 of exactly the bytes that were added."""
    key = hashlib.sha256(held).hexdigest() if is_locked else ""
    if is_locked:
        own = contents.ring.key_of(key)
        assert own is not None, f"{name} was given a key before"
        held = lock(held, own)
    _add_bytes(archive, held, name, contents.made_at)
    return Listed(name, len(held), hashlib.sha256(held).hexdigest(), key)


def _add_bytes(archive: tarfile.TarFile, held: bytes, name: str, made_at: datetime) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode, entry.mtime = len(held), 0o600, int(made_at.timestamp())
    archive.addfile(entry, BytesIO(held))
