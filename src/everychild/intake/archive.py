"""A delivery in a zip: each file in it by its name, unpacked one at a time in memory and never written anywhere.

Nothing is trusted that the archive says of itself. What may not be opened is refused by its member’s name.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from everychild.errors import FileRefused
from everychild.intake.packed_workbook import ENCRYPTED, OTHER_DOCUMENTS, directory, leads_elsewhere, unpacked_pieces

MOST_FILES = 2_000
MOST_PACKED = 100 * 1024**2
MOST_UNPACKED = 1024**3
"""Of all its files together; each by itself is held to what any file is."""

ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".tgz", ".tar", ".bz2", ".xz")
_MAGIC = b"PK\x03\x04"
_DOCUMENTS = frozenset({"xl/workbook.xml", "[content_types].xml", *OTHER_DOCUMENTS})


def is_archive(data: bytes) -> bool:
    """Whether it is a zip of files, and not one of the documents that are packed as zips. Damage is told elsewhere."""
    if not data.startswith(_MAGIC):
        return False
    try:
        parts = directory("", data)
    except FileRefused:
        return False
    return not _DOCUMENTS & {part.filename.casefold() for part in parts}


def is_archive_at(path: Path) -> bool:
    """The same of a file on disk, which is read no further than its first bytes where they say otherwise."""
    try:
        with path.open("rb") as file:
            begins = file.read(len(_MAGIC))
        return begins == _MAGIC and path.stat().st_size <= MOST_PACKED and is_archive(path.read_bytes())
    except OSError:
        return False  # told when it is opened to be read


def members_of(name: str, data: bytes) -> tuple[str, ...]:
    """Its files in order of name, folders left out. Raises FileRefused where any of them is not to be trusted."""
    parts = [part for part in directory(name, data) if not part.is_dir()]
    if len(parts) > MOST_FILES:
        _refuse(name, "too_many_parts", f"holds {len(parts):,} files; the most we open is {MOST_FILES:,}.")
    _inspect_names(name, parts)
    for part in parts:
        _inspect(name, part)
    declared = sum(part.file_size for part in parts)
    if declared > MOST_UNPACKED:
        largest = max(parts, key=lambda part: part.file_size).filename
        says = f"says it unpacks to {declared // 1024**2:,} MB; the most we open is {MOST_UNPACKED // 1024**2:,}"
        _refuse(name, "unpacks_too_large", f"{says}. The largest file in it is {largest!r}. Send it in parts.")
    if sum(part.compress_size for part in parts) > len(data):
        _refuse(name, "lying_sizes", "says its files are larger than the whole archive. Pack it again.")
    return tuple(sorted(part.filename for part in parts))


def unpacked(name: str, data: bytes, member: str, most: int) -> bytes:
    """One file’s bytes. Raises FileRefused as soon as there are more than it says, or more than any file may hold."""
    part = next(part for part in directory(name, data) if part.filename == member)
    if part.file_size > most:
        size = f"{part.file_size // 1024**2:,} MB"
        _refuse(
            name, "too_large", f"holds {member!r} of {size}; the most we open is {most // 1024**2}. Send it in parts."
        )
    whole = bytearray()
    for piece in unpacked_pieces(name, data, part):
        whole += piece
        if len(whole) > part.file_size:
            break
    if len(whole) != part.file_size or zlib.crc32(whole) != part.CRC:
        _refuse(name, "lying_sizes", f"is not honest about its file {member!r}, or it is damaged. Pack it again.")
    return bytes(whole)


def _inspect_names(name: str, parts: Sequence[zipfile.ZipInfo]) -> None:
    times = Counter(part.filename.casefold() for part in parts)
    twice = next((part.filename for part in parts if times[part.filename.casefold()] > 1), None)
    if twice is not None:
        _refuse(name, "duplicate_parts", f"holds {twice!r} twice. Which is it? Pack it again with one of them.")


def _inspect(name: str, part: zipfile.ZipInfo) -> None:
    member = part.filename
    if leads_elsewhere(member.replace("\\", "/")):
        _refuse(name, "unsafe_names", f"has a file whose name leads out of the archive: {member!r}. It was not opened.")
    if stat.S_ISLNK(part.external_attr >> 16):
        _refuse(name, "unsafe_names", f"holds {member!r}, which is no file but a link to one. Pack the file itself.")
    if part.flag_bits & ENCRYPTED:
        _refuse(name, "password", f"is protected by a password ({member!r}). Pack it without one and send it again.")
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        _refuse(
            name, "unknown_packing", f"holds {member!r}, packed in a way we do not open. Pack it as an ordinary zip."
        )
    if member.casefold().endswith(ARCHIVES):
        refuse_nested(name, member)


def refuse_nested(name: str, member: str) -> NoReturn:
    _refuse(
        name, "archive_in_archive", f"holds another archive, {member!r}. Unpack it and pack its files beside the rest."
    )


def _refuse(name: str, rule: str, sentence: str) -> NoReturn:
    raise FileRefused(f"{name} {sentence}", rule=rule, file=name)
