"""Whether an .xlsx is what it says and no more: its directory, its true unpacked size, and what its parts hold.

Nothing is trusted that the file says of itself: every part is unpacked here, counted, and thrown away.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NoReturn

from everychild.errors import FileRefused
from everychild.intake.markup import MarkupScan

MOST_PARTS = 2_000
MOST_UNPACKED = 320 * 1024**2
"""An Annex A of 365,000 rows, every column filled, is 264 MB."""

PIECE = 64 * 1024

ENCRYPTED = 0x1 | 0x40 | 0x2000
_LOCAL_HEADER = struct.Struct("<4s22xHH")
OTHER_DOCUMENTS = {
    "word/document.xml": "a Word document",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "xl/workbook.bin": "a binary workbook (.xlsb)",
    "content.xml": "an OpenDocument file",
}


def inspect_packed_workbook(name: str, data: bytes) -> int:
    """How many formulas have no result, if the workbook may be read; or a FileRefused that says why not."""
    parts = directory(name, data)
    _inspect_names(name, [part.filename for part in parts])
    _inspect_claims(name, parts, len(data))
    left, without_result = MOST_UNPACKED, 0
    for part in parts:
        unpacked = 0
        scan = MarkupScan(name, part.filename)
        for piece in unpacked_pieces(name, data, part):
            unpacked += len(piece)
            left -= len(piece)
            if left < 0:
                _refuse(name, "unpacks_too_large", f"unpacks to more than {MOST_UNPACKED // 1024**2} MB.")
            scan.feed(piece)
        scan.close()
        without_result += scan.formulas_without_result
        if unpacked != part.file_size:
            _refuse(name, "lying_sizes", f"is not honest about the size of its part {part.filename!r}.")
    return without_result


def directory(name: str, data: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return packed.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, OverflowError, NotImplementedError, EOFError) as error:
        message = f"{name} is damaged or cut short: the end of the file is not where it should be. Send it again."
        raise FileRefused(message, rule="damaged", file=name) from error


def _inspect_names(name: str, names: list[str]) -> None:
    folded = [each.casefold() for each in names]
    if len(folded) > MOST_PARTS:
        _refuse(name, "too_many_parts", f"has {len(folded):,} parts; a workbook has some dozens.")
    if len(set(folded)) < len(folded):
        _refuse(name, "duplicate_parts", "holds the same part twice, so two readers could read two workbooks.")
    if any(leads_elsewhere(each) for each in folded):
        _refuse(name, "unsafe_names", "has a part whose name leads out of the workbook.")
    if any(each.endswith("vbaproject.bin") or "/macrosheets/" in each for each in folded):
        _refuse_macros(name)
    if "xl/workbook.xml" not in folded:
        found = next((what for part, what in OTHER_DOCUMENTS.items() if part in folded), "an archive")
        _refuse(name, "not_a_workbook", f"is {found}, not an Excel workbook. Save it as .xlsx or CSV.")


def leads_elsewhere(part: str) -> bool:
    return part.startswith("/") or "\\" in part or ":" in part or ".." in part.split("/")


def _inspect_claims(name: str, parts: list[zipfile.ZipInfo], size: int) -> None:
    if any(part.flag_bits & ENCRYPTED for part in parts):
        _refuse(name, "password", "is protected by a password. Save it without one and send it again.")
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        _refuse(name, "unknown_packing", "is packed in a way Excel does not use.")
    declared = sum(part.file_size for part in parts)
    if declared > MOST_UNPACKED:
        most = MOST_UNPACKED // 1024**2
        _refuse(
            name, "unpacks_too_large", f"says it unpacks to {declared // 1024**2:,} MB; the most we open is {most}."
        )
    if sum(part.compress_size for part in parts) > size:
        _refuse(name, "lying_sizes", "says its parts are larger than the whole file.")


def unpacked_pieces(name: str, data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part in pieces, whatever it says its size is. Found through its own header, as every reader does."""
    header = data[part.header_offset : part.header_offset + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size:
        _refuse(name, "damaged", "is damaged or cut short. Send it again.")
    magic, name_size, extra_size = _LOCAL_HEADER.unpack(header)
    named_at = part.header_offset + _LOCAL_HEADER.size
    begins = named_at + name_size + extra_size
    packed = data[begins : begins + part.compress_size]
    local_name = data[named_at : named_at + name_size]
    if magic != b"PK\x03\x04" or local_name != _written_name(part) or len(packed) < part.compress_size:
        _refuse(name, "damaged", "is damaged, or its directory does not fit its contents. Send it again.")
    if part.compress_type == zipfile.ZIP_STORED:
        yield packed
        return
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for start in range(0, len(packed), PIECE):
            waiting = packed[start : start + PIECE]
            while waiting:
                yield inflating.decompress(waiting, 16 * PIECE)
                waiting = inflating.unconsumed_tail
        yield inflating.flush()
    except zlib.error as error:
        message = f"{name} is damaged: its part {part.filename!r} does not unpack. Send it again."
        raise FileRefused(message, rule="damaged", file=name) from error


def _written_name(part: zipfile.ZipInfo) -> bytes:
    return part.orig_filename.encode("utf-8" if part.flag_bits & 0x800 else "cp437")


def _refuse_macros(name: str) -> NoReturn:
    _refuse(name, "macros", "holds macros, which are programs. Save it as an ordinary workbook (.xlsx).")


def _refuse(name: str, rule: str, sentence: str) -> NoReturn:
    raise FileRefused(f"{name} {sentence}", rule=rule, file=name)
