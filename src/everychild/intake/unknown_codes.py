"""What may be said of values that are none of a column's codes, without repeating anything about a child."""

from __future__ import annotations

import re
from collections.abc import Mapping

from everychild.intake.coded import code_reader
from everychild.intake.columns import ReadColumn
from everychild.intake.unread import Unread
from everychild.wording import count

SHOWN_CODES = 5
CODE_LENGTH = 40

_LIKE_AN_IDENTIFIER = re.compile(r"\d{4,}|\d+[/-]\d+[/-]\d+")


def what_codes(column: ReadColumn, filled: int, columns: Mapping[str, ReadColumn]) -> str:
    """After "are not among the column's codes": which, where the rest of the column shows that it is the right one."""
    unknown = column.unknown_codes
    wrong = sum(unknown.values())
    different = f" ({count(len(unknown), 'different value')})"
    if wrong * 2 > filled:
        other = _meant_for(column, columns)
        return f"{different}; they look like those of “{other}”: have the two been swapped?" if other else different
    shown = [
        f"“{text[:CODE_LENGTH]}{'…' if len(text) > CODE_LENGTH else ''}” × {times:,}"
        for text, times in unknown.most_common()
        if not _LIKE_AN_IDENTIFIER.search(text)
    ][:SHOWN_CODES]
    return f"{different}: {', '.join(shown)}" if shown else different


def _meant_for(column: ReadColumn, columns: Mapping[str, ReadColumn]) -> str | None:
    """The other column of the sheet that most of these values are codes of, where that one is wrong too."""
    for title, other in columns.items():
        if other is column or other.heading.codes is None or not other.unknown_codes:
            continue
        read = code_reader(other.heading.codes)
        fits = sum(times for text, times in column.unknown_codes.items() if not isinstance(read(text), Unread))
        if fits * 2 > sum(column.unknown_codes.values()):
            return title
    return None
