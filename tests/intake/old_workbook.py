"""A workbook of Excel 97 to 2003, of text cells alone, as small as the format allows: no library here writes one."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SMALL_STREAM = 4096
"""A shorter stream would have to lie in a second, finer table."""


def write_old_workbook(path: Path, sheet: str, rows: Sequence[Sequence[object]]) -> Path:
    """One sheet in the old container."""
    path.write_bytes(_container(_workbook(sheet, rows)))
    return path


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _begins(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 1997, 0, 6))


def _workbook(sheet: str, rows: Sequence[Sequence[object]]) -> bytes:
    ends = _record(0x000A, b"")
    name = sheet.encode("latin-1")
    opening = _begins(0x0005)
    bound_size = 4 + 8 + len(name)
    starts_at = len(opening) + bound_size + len(ends)
    bound = _record(0x0085, struct.pack("<IHBB", starts_at, 0, len(name), 0) + name)
    cells = b"".join(
        _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 0) + text.encode("latin-1"))
        for row, values in enumerate(rows)
        for column, text in enumerate(map(str, values))
        if text
    )
    return opening + bound + ends + _begins(0x0010) + cells + ends


def _container(stream: bytes) -> bytes:
    """Sector 0 the table of sectors, sector 1 the directory, the stream after them."""
    stream = stream.ljust(max(SMALL_STREAM, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    count = len(stream) // SECTOR
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6)),
        *(0, 1, 1, 0, SMALL_STREAM, END, 0, END, 0, 0),
    )
    header += struct.pack("<108I", *[FREE] * 108)
    table = [TABLE, END, *range(3, count + 2), END]
    sectors = struct.pack("<128I", *table, *[FREE] * (128 - len(table)))
    directory = _entry("Root Entry", 5, child=1, start=END, size=0) + _entry("Workbook", 2, FREE, 2, len(stream))
    return header + sectors + directory.ljust(SECTOR, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le")
    links = struct.pack("<BBIII", kind, 1, FREE, FREE, child)
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<H", len(encoded) + 2)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
