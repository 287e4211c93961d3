"""The key ring: a key for each file that tells of children, and for the journal of each backup.

In a backup such a file is locked by its own key, which is not in the backup. Whoever destroys the key has deleted the
file from every backup there is. Beside the keys stands what was deleted, so that no restore brings it back, and who was
stopped. There is one ring: in the home, and as it last was beside the backups, always written over.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from everychild.errors import SettingsError, Tampered
from everychild.journal.deletions import ACCOUNT, LIST, RECEIVED, Deleted, Gone, Kind, everything_deleted
from everychild.journal.named import files_named_here
from everychild.journal.people import everybody
from everychild.journal.writing import one_at_a_time
from everychild.safekeeping.keys import private_keys, recipients
from everychild.store.durable import write_durably
from everychild.store.home import Home

BESIDE_BACKUPS = "everychild-data-keys"
LOCKED, OPEN = ".age", ".json"
TELL_OF_CHILDREN = frozenset({RECEIVED, LIST, ACCOUNT})
LAYOUT = 1


@dataclass(frozen=True)
class BackupKey:
    """The key of one backup’s journal, and when that backup was made."""

    key: str
    made_at: datetime


@dataclass(frozen=True)
class KeyRing:
    """Keys of files by the sha256 of what they hold; of backups, by that of the journal in them."""

    files: Mapping[str, str] = field(default_factory=dict)
    backups: Mapping[str, BackupKey] = field(default_factory=dict)
    deleted: tuple[Deleted, ...] = ()
    stopped: tuple[str, ...] = ()

    def key_of(self, sha256: str) -> str | None:
        if sha256 in self.backups:
            return self.backups[sha256].key
        return self.files.get(sha256)

    @property
    def newest_erasure(self) -> datetime | None:
        return max((one.at for one in self.deleted if one.kind is Kind.ERASURE), default=None)


def read_ring(home: Home) -> KeyRing:
    """The ring of a home; an empty one before the first backup. Raises Tampered where it cannot be read."""
    place = home.data_keys
    return ring_from(place.read_bytes()) if place.is_file() else KeyRing()


def write_ring(home: Home, ring: KeyRing) -> None:
    """Written so that it is whole or as before, for its owner alone."""
    write_durably(home.data_keys, lambda file: _for_its_owner(file, as_bytes(ring)))


def ring_for_backup(
    home: Home, sha256s: Iterable[str], journal: str, made_at: datetime, *, to_throw_away: bool = False
) -> KeyRing:
    """The home’s ring with a key for each of these files and for a backup’s journal: new ones where there was none."""
    with one_at_a_time():  # or of two backups made at once, one would lose its keys
        ring = _as_it_should_be(read_ring(home))
        files = {**ring.files, **{sha256: _new_key() for sha256 in sha256s if sha256 not in ring.files}}
        known = ring.backups.get(journal)  # where nothing was written since the backup before, they hold the same
        backups = {**ring.backups, journal: BackupKey(known.key if known else _new_key(), made_at)}
        ring = replace(ring, files=files, backups=backups)
        if not to_throw_away:
            write_ring(home, ring)
    return ring


def destroy_keys(home: Home) -> KeyRing:
    """Destroys the key of whatever was deleted, and of each backup made before a child was erased or kept too long."""
    with one_at_a_time():
        ring = _as_it_should_be(read_ring(home))
        if (home.data_keys).is_file() or ring.deleted:
            write_ring(home, ring)
    return ring


def _as_it_should_be(ring: KeyRing) -> KeyRing:
    """With what the journal says was deleted, and without a key to any of it."""
    named = {file.sha256 for file in files_named_here()}
    deleted = everything_deleted()
    stopped = tuple(sorted(known.sign_in_name for known in everybody() if not known.is_active))
    ring = replace(ring, deleted=deleted, stopped=stopped)
    first = max([first for one in deleted if (first := _backups_before(one))], default=None)
    return replace(
        ring,
        files={sha256: key for sha256, key in ring.files.items() if sha256 in named},
        backups={sha256: one for sha256, one in ring.backups.items() if first is None or one.made_at >= first},
    )


BACKUPS_BEFORE = "backups_before"


def _backups_before(deleted: Deleted) -> datetime | None:
    """Before which moment no backup may be opened any more, by this deletion."""
    if deleted.kind is Kind.ERASURE:
        return deleted.at
    told = deleted.told.get(BACKUPS_BEFORE)
    return datetime.fromisoformat(told) if told else None


def lock(held: bytes, key: str) -> bytes:
    """Bytes that only this key opens."""
    import pyrage

    return bytes(pyrage.encrypt(held, [pyrage.x25519.Identity.from_str(key).to_public()]))


def unlock(held: bytes, key: str) -> bytes:
    """Raises Tampered where the key is not the one."""
    import pyrage

    try:
        return bytes(pyrage.decrypt(held, [pyrage.x25519.Identity.from_str(key)]))
    except (pyrage.DecryptError, pyrage.IdentityError):
        raise Tampered("A file of the backup cannot be unlocked: it is damaged. Use another backup.") from None


def write_beside(folder: Path, ring: KeyRing, keys: Sequence[str]) -> Path:
    """Writes the ring beside backups, over the one that was there, locked as they are."""
    import pyrage

    place, other = folder / f"{BESIDE_BACKUPS}{LOCKED}", folder / f"{BESIDE_BACKUPS}{OPEN}"
    held = as_bytes(ring)
    if keys:
        held = bytes(pyrage.encrypt(held, recipients(keys)))
    else:
        place, other = other, place
    write_durably(place, lambda file: _for_its_owner(file, held))
    other.unlink(missing_ok=True)  # it holds keys that may have been destroyed since
    return place


def ring_beside(backup: Path, key_files: Sequence[Path], named: Path | None = None) -> KeyRing | None:
    """The ring beside a backup, or the one named; None where there is none. Raises SettingsError or Tampered."""
    beside = [backup.parent / f"{BESIDE_BACKUPS}{ending}" for ending in (LOCKED, OPEN)]
    place = named or next((path for path in beside if path.is_file()), None)
    if place is None:
        return None
    held = place.read_bytes()
    return ring_from(_opened(place, held, key_files) if place.name.endswith(LOCKED) else held)


def _opened(place: Path, held: bytes, key_files: Sequence[Path]) -> bytes:
    import pyrage

    if not key_files:
        raise SettingsError(f"{place.name} is locked. Say where a private key is: --key FILE.")
    try:
        return bytes(pyrage.decrypt(held, private_keys(key_files)))
    except pyrage.DecryptError:
        raise Tampered(f"{place.name} cannot be unlocked: it is damaged, or was locked to other keys.") from None


def as_bytes(ring: KeyRing) -> bytes:
    """The ring as JSON: the same ring is the same bytes."""
    told: dict[str, Any] = {
        "layout": LAYOUT,
        "files": dict(sorted(ring.files.items())),
        "backups": {
            sha256: {"key": one.key, "made_at": one.made_at.isoformat()} for sha256, one in sorted(ring.backups.items())
        },
        "deleted": [{**asdict(one), "at": one.at.isoformat()} for one in ring.deleted],
        "stopped": list(ring.stopped),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def ring_from(text: bytes) -> KeyRing:
    """Reads a ring. Raises Tampered where it is not one we can read."""
    try:
        told = json.loads(text)
        if told["layout"] > LAYOUT:
            raise Tampered("These keys were written by a later version of Everychild. Use that version.")
        return KeyRing(
            {str(name): str(key) for name, key in told["files"].items()},
            {
                str(name): BackupKey(str(one["key"]), datetime.fromisoformat(one["made_at"]))
                for name, one in told["backups"].items()
            },
            tuple(_deleted(one) for one in told["deleted"]),
            tuple(str(name) for name in told["stopped"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Tampered(
            f"The keys of the data (data-keys.json, or {BESIDE_BACKUPS} beside the backups) cannot be read. Take the "
            "copy from another place where backups are."
        ) from None


def _deleted(told: Mapping[str, Any]) -> Deleted:
    files = tuple(Gone(**{**file, "next_columns": tuple(file["next_columns"])}) for file in told["files"])
    return Deleted(
        str(told["name"]),
        Kind(told["kind"]),
        dict(told["told"]),
        str(told["who"]),
        str(told["why"]),
        datetime.fromisoformat(told["at"]),
        files,
    )


def not_known(ring: KeyRing, known: Collection[str]) -> tuple[Deleted, ...]:
    """The deletions of a ring that a journal does not know of, by their names: it is older than they are."""
    return tuple(one for one in ring.deleted if one.name not in known)


def _new_key() -> str:
    import pyrage

    return str(pyrage.x25519.Identity.generate())


def _for_its_owner(file: BinaryIO, held: bytes) -> None:
    if os.name != "nt":
        os.fchmod(file.fileno(), 0o600)
    file.write(held)
