"""A home made again from a backup: every byte checked, what was deleted since deleted again, every row and figure
verified, and only then put in place."""

from __future__ import annotations

import hashlib
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from everychild.errors import HomeError, SettingsError, Tampered
from everychild.journal import mappings
from everychild.journal.connection import close_journal, make_journal, open_journal, require_no_journal
from everychild.journal.copying import copy_from_file
from everychild.journal.deletions import names
from everychild.journal.whereabouts import VARIABLE, url_of
from everychild.journal.writing import one_at_a_time
from everychild.safekeeping.backup import LOCKED, OPEN
from everychild.safekeeping.finishing import finish_deletions, refuse_older_than_an_erasure, stop_again
from everychild.safekeeping.key_ring import (
    BESIDE_BACKUPS,
    KeyRing,
    not_known,
    ring_beside,
    unlock,
    write_ring,
)
from everychild.safekeeping.keys import private_keys
from everychild.safekeeping.manifest import MANIFEST, Listed, Manifest, manifest_from
from everychild.safekeeping.piping import through
from everychild.safekeeping.verify import Progress, Verified, verify
from everychild.store.durable import sync_folder
from everychild.store.home import Home


@dataclass(frozen=True)
class Restored:
    """A home that was made again, and what was verified in it."""

    home: Home
    source: Path
    manifest: Manifest
    verified: Verified
    deleted_again: int = 0
    stopped_again: tuple[str, ...] = ()


def restore(
    source: Path,
    to: Path,
    key_files: Sequence[Path] = (),
    *,
    data_keys: Path | None = None,
    into_database: bool = False,
    counting_again: bool = True,
    progress: Progress | None = None,
) -> Restored:
    """Makes a home again at `to`, from a backup or the newest in a folder. Nothing is ever written over.

    The keys of the data are beside the backup, or in the file `data_keys`. Its journal is a file in it, or with
    `into_database` lies in the empty PostgreSQL database that DATABASE_URL names.
    Raises HomeError, SettingsError or Tampered, each saying what to do, and leaves nothing behind.
    """
    chosen = backup_at(source)
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise HomeError(f"{to} is there already. Nothing was written over: restore to a new folder.")
    to.parent.mkdir(parents=True, exist_ok=True)
    with _folder_beside(to) as scratch:
        manifest = _unpack(chosen, scratch, key_files)
        ring = ring_beside(chosen, key_files, data_keys)
        _unlock_each(chosen, scratch, manifest, ring)
        home = Home(scratch)
        for folder in (home.raw, home.extracts, home.editions):
            folder.mkdir(exist_ok=True)
        open_journal(home)
        try:
            again, stopped = _as_it_is_now(home, ring or KeyRing(), manifest.made_at)
            anchors = (manifest.anchor,) if manifest.anchor else ()
            verified = verify(home, anchors, counting_again=counting_again, progress=progress)
            _require_sound(verified, chosen)
            mappings.in_force(home)  # puts the words in force back, from the versions that were verified
            if into_database:
                verified = _into_database(home, chosen, anchors, verified)
        finally:
            close_journal()
        if hasattr(os, "sync"):
            os.sync()  # all that was unpacked, unlocked and deleted again, before it is anybody’s home
        if to.exists():
            to.rmdir()
        scratch.rename(to)
    sync_folder(to.parent)
    return Restored(Home(to), chosen, manifest, verified, again, stopped)


def _unlock_each(source: Path, folder: Path, manifest: Manifest, ring: KeyRing | None) -> None:
    """Opens the files that have keys of their own. One that was deleted since has none any more, and is left out."""
    locked = [listed for listed in manifest.files if listed.key]
    if locked and ring is None:
        raise SettingsError(
            f"{source.name} needs the keys of the data, which are in a file {BESIDE_BACKUPS} beside the backups, and "
            "in the home it was made of. Put it there, or say where it is: --data-keys FILE."
        )
    ring = ring or KeyRing()
    if ring.newest_erasure is not None and manifest.made_at < ring.newest_erasure:
        refuse_older_than_an_erasure(ring.deleted)
    gone = {(file.path, file.sha256) for one in ring.deleted for file in one.files}
    for listed in locked:
        path, key = folder / listed.path, ring.key_of(listed.key)
        if key is not None:
            held = unlock(path.read_bytes(), key)
            if hashlib.sha256(held).hexdigest() != listed.key:
                raise Tampered(f"{source.name}: {listed.path} is not as it was backed up. Use another backup.")
            path.write_bytes(held)
        elif (listed.path, listed.key) in gone:
            path.unlink()
        else:
            raise Tampered(
                f"{source.name} cannot be opened: the key of {listed.path} is not among the keys of the data. It is "
                "older than backups are kept, or these keys are older than it. Use another backup, or newer keys."
            )


def _as_it_is_now(home: Home, ring: KeyRing, made_at: datetime) -> tuple[int, tuple[str, ...]]:
    """Deletes again what was deleted after the backup, and stops who was stopped; before anybody opens the home."""
    write_ring(home, ring)
    again = not_known(ring, names())
    finish_deletions(home, made_at)
    return len(again), stop_again(ring, made_at)


def _require_sound(verified: Verified, source: Path) -> None:
    if not verified.is_sound:
        told = "\n".join(verified.faults)
        raise Tampered(f"{source.name} does not hold what was kept, so nothing was restored:\n{told}")


def _into_database(home: Home, source: Path, anchors: Sequence[str], as_file: Verified) -> Verified:
    """The journal’s rows into PostgreSQL, verified there before they are there for anybody else."""
    close_journal()
    rows = home.journal.rename(home.path / f".{home.journal.name}")
    if url_of(home) is None:
        raise SettingsError(f"Say which database to restore into: {VARIABLE}=postgresql://name:password@host/database")
    require_no_journal(home)
    make_journal(home)
    with one_at_a_time():
        copy_from_file(rows)
        verified = verify(home, anchors, counting_again=False)
        _require_sound(verified, source)
    rows.unlink()
    return replace(verified, editions=as_file.editions, notes=as_file.notes)


def backup_at(source: Path) -> Path:
    """The backup itself, or the newest in a folder by the moment in its name."""
    if source.is_file():
        return source
    found = [path for path in source.glob("everychild-*") if path.name.endswith((LOCKED, OPEN))]
    if not found:
        raise HomeError(f"There is no backup at {source}. `everychild backup {source}` makes one.")
    return max(found, key=lambda path: path.name)


@contextmanager
def _folder_beside(to: Path) -> Iterator[Path]:
    """A folder only its owner reads, on the same disk so that it can be renamed; gone whatever happens."""
    scratch = Path(tempfile.mkdtemp(prefix=f".{to.name}.restoring-", dir=to.parent))
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _unpack(source: Path, folder: Path, key_files: Sequence[Path]) -> Manifest:
    unpacked: list[tuple[dict[str, Listed], bytes]] = []
    cut_short = f"{source.name} is damaged or was cut short. Use another backup."

    def read(file: BinaryIO) -> None:
        unpacked.append(_files_from(file, folder))

    with source.open("rb") as file:
        try:
            _unlocked(source, file, read, key_files)
        except (tarfile.TarError, EOFError, ValueError, OSError) as problem:
            raise Tampered(f"{cut_short} ({type(problem).__name__})") from None
    found, text = unpacked[0]
    if not text:
        raise Tampered(cut_short)
    manifest = manifest_from(text)
    wrong = [
        listed.path for listed in manifest.files if found.pop(listed.path, None) != replace(listed, key="")
    ] + sorted(found)
    if wrong:
        raise Tampered(f"{source.name}: {wrong[0]} is not as it was backed up. Use another backup.")
    return manifest


def _unlocked(source: Path, file: BinaryIO, read: object, key_files: Sequence[Path]) -> None:
    if not source.name.endswith(LOCKED):
        read(file)  # type: ignore[operator]  # the reader above
        return
    import pyrage

    if not key_files:
        raise SettingsError(f"{source.name} is locked. Say where a private key is: --key FILE.")
    keys = private_keys(key_files)
    try:
        through(lambda target: pyrage.decrypt_io(file, target, keys), read)  # type: ignore[arg-type]  # as above
    except pyrage.DecryptError:
        raise Tampered(
            f"{source.name} cannot be unlocked: it is damaged, or was locked to other keys. "
            "Try the other key, then another backup."
        ) from None


def _files_from(file: BinaryIO, folder: Path) -> tuple[dict[str, Listed], bytes]:
    """Every file written out, and the manifest’s text: empty where the backup ends before it."""
    found: dict[str, Listed] = {}
    manifest = b""
    with tarfile.open(fileobj=file, mode="r|") as archive:
        for entry in archive:
            source = archive.extractfile(entry) if entry.isreg() else None
            if source is None or not _is_within(entry.name) or manifest:
                raise tarfile.TarError("holds what a backup does not")
            held = source.read()
            if entry.name == MANIFEST:
                manifest = held
                continue
            path = folder / entry.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(held)
            found[entry.name] = Listed(entry.name, len(held), hashlib.sha256(held).hexdigest())
    while file.read(1 << 16):  # to the end, so that whoever writes is not cut off
        pass
    return found, manifest


def _is_within(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name
