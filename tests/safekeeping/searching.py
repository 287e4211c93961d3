"""A search of every byte a home holds, and of all that can be opened of its backups, for words that must be gone.

What is packed is opened first: Parquet is read value by value, a backup is unlocked with every key there is.
"""

from __future__ import annotations

import hashlib
import io
import tarfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pyrage

from everychild.journal.named import copy_journal
from everychild.safekeeping.key_ring import KeyRing, read_ring, ring_beside
from everychild.safekeeping.keys import private_keys
from everychild.store.home import Home


@dataclass(frozen=True)
class Searched:
    """How many pieces and bytes were gone through, and which words were found where."""

    pieces: int
    bytes: int
    hits: frozenset[tuple[str, str]]

    @property
    def words(self) -> frozenset[str]:
        return frozenset(word for _, word in self.hits)


def search(home: Home, backups: Sequence[Path], key_files: Sequence[Path], words: Collection[str]) -> Searched:
    """Prints how much was searched, and fails where that is nothing: a check that ran nothing is never green."""
    rings = [read_ring(home), *(ring for folder in backups if (ring := ring_beside(folder / "x", key_files)))]
    pieces, size, hits = 0, 0, set()
    known: dict[str, frozenset[str]] = {}  # the same bytes, in the home and in its backups, are gone through once
    for where, held in (*_of_home(home), *_of_backups(backups, key_files, rings)):
        pieces, size = pieces + 1, size + len(held)
        digest = hashlib.sha256(held).hexdigest()
        if digest not in known:
            told = b"\n".join(_opened(held))
            known[digest] = frozenset(word for word in words if any(form in told for form in _forms(word)))
        hits |= {(where, word) for word in known[digest]}
    print(f"searched={pieces} bytes={size} words={len(words)} hits={len(hits)}")
    assert pieces > 0
    assert size > 0
    assert words
    return Searched(pieces, size, frozenset(hits))


def _forms(word: str) -> tuple[bytes, ...]:
    return word.encode(), word.encode("utf-16-le"), word.encode().hex().upper().encode()


def _of_home(home: Home) -> Iterator[tuple[str, bytes]]:
    """Every file, hidden ones and the database’s log included; and the journal as it is copied, wherever it lies."""
    for path in sorted(path for path in home.path.rglob("*") if path.is_file()):
        yield path.relative_to(home.path).as_posix(), path.read_bytes()
    if not home.journal.is_file():
        copy = home.path.parent / "journal-searched.sqlite3"
        copy.unlink(missing_ok=True)
        copy_journal(home, copy)
        yield "the journal in PostgreSQL", copy.read_bytes()


def _of_backups(
    folders: Sequence[Path], key_files: Sequence[Path], rings: Sequence[KeyRing]
) -> Iterator[tuple[str, bytes]]:
    keys = {key for ring in rings for key in (*ring.files.values(), *(one.key for one in ring.backups.values()))}
    pairs = [pyrage.x25519.Identity.from_str(key) for key in sorted(keys)]
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        held = path.read_bytes()
        yield path.name, held
        if path.name.endswith(".age"):
            held = bytes(pyrage.decrypt(held, private_keys(key_files)))
            yield f"{path.name}, unlocked", held
        if ".tar" in path.name:
            for name, inside in _members(held):
                yield f"{path.name}!{name}", inside
                yield from ((f"{path.name}!{name}, unlocked", told) for told in _unlocked(inside, pairs))


def _members(held: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(held)) as archive:
        for entry in archive:
            file = archive.extractfile(entry)
            yield entry.name, file.read() if file else b""


def _unlocked(held: bytes, pairs: Sequence[Any]) -> Iterator[bytes]:
    """With any key of any ring, whichever it is of."""
    if held.startswith(b"age-encryption.org/v1") and pairs:
        try:
            yield bytes(pyrage.decrypt(held, pairs))
        except pyrage.DecryptError:
            return


def _opened(held: bytes) -> Iterator[bytes]:
    yield held
    if held.startswith(b"PAR1"):
        file = pq.ParquetFile(io.BytesIO(held))
        yield f"{file.schema_arrow} {file.metadata}".encode()
        for column in file.read().columns:
            yield " ".join(map(str, column.unique().to_pylist())).encode()
