"""Identifiers, kept as text with every nought they came with; and workers' names, which are not kept at all."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from everychild.intake.cells import says_nothing, text_of
from everychild.intake.decode_child import DATE_MARK, Cell
from everychild.intake.unread import Unread

_LONGEST = 40
_IDENTIFIER = re.compile(rf"(?=.*\d)[A-Za-z0-9][A-Za-z0-9_./#:\-]{{0,{_LONGEST - 1}}}")
_WHOLE = re.compile(r"(\d+)\.0+")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[Ee]\+?\d+")
_STAFF_NUMBER = re.compile(r"[A-Za-z]{0,3}[/\- ]?\d{2,}[A-Za-z]?|W[0-9a-f]{8}")
_NO_LINK = "-1"
"""How some systems say that a row is linked to nothing."""


def read_identifier(cell: Cell) -> str | Unread | None:
    """The case system's own number. It holds a digit and no space, so a total or a name is not taken for one."""
    if isinstance(cell, str) and cell.isascii() and cell.isalnum() and not cell.isalpha() and len(cell) <= _LONGEST:
        return cell  # most of them: nothing below would say otherwise
    if says_nothing(cell) or text_of(cell) == _NO_LINK:
        return None
    if not isinstance(cell, str):
        return text_of(cell) if 0 <= cell < 1e15 and cell == int(cell) else Unread.LOST_DIGITS
    if cell.startswith(DATE_MARK):
        return Unread.NOT_AN_IDENTIFIER
    text = text_of(cell)
    whole = _WHOLE.fullmatch(text)
    if whole:
        return whole[1]
    if _SCIENTIFIC.fullmatch(text) and "+" in text:
        return Unread.LOST_DIGITS
    return text if _IDENTIFIER.fullmatch(text) else Unread.NOT_AN_IDENTIFIER


def read_worker(cell: Cell) -> str | Unread | None:
    """The worker's reference. A staff number stands; anything else may be a name, and is turned into a reference."""
    if says_nothing(cell) or text_of(cell) == _NO_LINK:
        return None
    if isinstance(cell, str) and cell.startswith(DATE_MARK):
        return Unread.NOT_AN_IDENTIFIER
    text = text_of(cell)
    return text if _STAFF_NUMBER.fullmatch(text) else worker_reference(text)


def worker_reference(name: str) -> str:
    """One reference for one person, however the name is spaced, cased or turned round: "Reed, Ann" is "ann reed"."""
    plain = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    family, comma, given = plain.partition(",")
    if comma and "," not in given:
        plain = f"{given.strip()} {family.strip()}"
    return "W" + hashlib.sha256(plain.encode()).hexdigest()[:8]
