"""What may be said of values that are none of a column's codes, without repeating anything about a child."""

from __future__ import annotations

import re
from collections.abc import Mapping

from everychild.intake.coded import code_reader, forms_of
from everychild.intake.columns import ReadColumn
from everychild.intake.headings import folded
from everychild.intake.unread import Unread
from everychild.layouts.layout import Heading
from everychild.wording import count

SHOWN_CODES = 5
CODE_LENGTH = 40

LIKE_AN_IDENTIFIER = re.compile(r"\d{4,}|\d+[/-]\d+[/-]\d+|@|(?i:\b[a-z]{1,2}\d[a-z\d]? *\d[a-z]{2}\b)")
"""Four digits together, a date, an address for mail, a postcode."""

_NUMBERED = re.compile(r"\d{3,}")
"""A child’s number may be as short as C103, and slip by one cell into a column of codes. Hardly a code is like that."""


def could_identify(value: str) -> bool:
    """Whether a value of a column of codes could be what a child goes by, and so is never repeated."""
    return bool(LIKE_AN_IDENTIFIER.search(value) or _NUMBERED.search(value))


_NAME = re.compile(r"[^\W\d_][^\W\d_'’\-]*(?:[ ,;'’\-]+[^\W\d_][^\W\d_'’\-]*)+")


def could_be_a_name(text: str, heading: Heading) -> bool:
    """Two words or more with capitals, and none of them the column’s own: a row may have slipped by one cell."""
    if not _NAME.match(text):
        return False
    forms = forms_of(heading.codes) if heading.codes is not None else {}
    words = [word for word in re.split(r"[^\w]+", text) if word[:1].isupper()]
    return len(words) > 1 and not any(folded(word) in form for word in words for form in forms)


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
        if not could_identify(text) and not (times == 1 and could_be_a_name(text, column.heading))
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
