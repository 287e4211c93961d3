"""What real files hold besides the truth: blanks, a row twice, a date nobody can read, a code nobody mapped.

Only in Annex A, and never in the columns the story's exact figures rest on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.chance import stream


@dataclass(frozen=True)
class AsTyped:
    """What a cell holds just as somebody typed it, right or wrong."""

    text: str


SHARE_BLANK = 0.015
SHARE_TYPED = 0.01
ROWS_TO_A_REPEAT = 700

MAY_BE_BLANK: Mapping[int, tuple[str, ...]] = {
    1: ("Ethnicity", "Date of Birth"),
    2: ("Organisation completing assessment",),
    3: ("Ethnicity",),
    4: ("Does the Child have a Disability",),
    5: ("Ethnicity",),
    6: ("Primary Need Code", "Date Child Was Last Seen"),
    7: ("Was the Child Seen Alone?",),
    8: ("Placement postcode", "LA of Placement", "Date of Last IRO Visit / Contact to the Child"),
}
"""Optional columns of each list; about one cell in seventy is left empty."""

TYPED_DATES: Mapping[int, tuple[str, ...]] = {1: ("Date of Contact",), 3: ("Date of Birth",)}
"""Columns in which a few dates are text and not true dates."""

REPEATED_LISTS = frozenset({1, 3, 4, 6})

BAD_CELLS: Mapping[int, tuple[tuple[str, str, float], ...]] = {
    1: (
        ("Contact Source", "Code 'POLICE' is not mapped", 0.0012),
        ("Contact Source", "14 - Youth worker", 0.0008),
        ("Date of Contact", "31/02/2018", 0.0006),
    ),
    3: (("Referral Source", "Code 'NURS' is not mapped", 0.003),),
    4: (("Child Seen During Continuous Assessment", "See case note", 0.002),),
    6: (
        ("Primary Need Code", "5b Domestic Violence", 0.003),
        ("Date Child Was Last Seen", "May be 8 Jan 2018", 0.001),
    ),
    8: (("Date of Last IRO Visit / Contact to the Child", "F31", 0.008),),
}
"""Column, what stands there, and how often: each a query or a row set aside when the file is read."""


class Dirt:
    """One month's wear and tear."""

    def __init__(self, seed: int, month: str) -> None:
        self._seed = seed
        self._month = month

    def spread(self, number: int, rows: list[Row]) -> list[Row]:
        """The list's rows as they would really come."""
        rng = stream(self._seed, f"dirt/{self._month}/{number}")
        for row in rows:
            self._leave_blank(rng, row, MAY_BE_BLANK.get(number, ()))
        for title in TYPED_DATES.get(number, ()):
            _type(rng, rows, title)
        for title, text, share in BAD_CELLS.get(number, ()):
            for row in rng.sample(rows, min(len(rows), _about(rng, share * len(rows)))):
                row[title] = AsTyped(text)
        return _with_repeats(rng, rows) if number in REPEATED_LISTS else rows

    def _leave_blank(self, rng: Random, row: Row, titles: Sequence[str]) -> None:
        for title in titles:
            if rng.random() < SHARE_BLANK:
                row[title] = None


def _type(rng: Random, rows: Sequence[Row], title: str) -> None:
    for row in rows:
        day = row[title]
        if isinstance(day, date) and rng.random() < SHARE_TYPED:
            row[title] = AsTyped(f"{day:%d/%m/%Y}")


def _with_repeats(rng: Random, rows: list[Row]) -> list[Row]:
    """Now and then a row stands twice, the second time right after the first."""
    again = set(rng.sample(range(len(rows)), min(len(rows), _about(rng, len(rows) / ROWS_TO_A_REPEAT))))
    return [copy for position, row in enumerate(rows) for copy in ([row, row] if position in again else [row])]


def _about(rng: Random, expected: float) -> int:
    """A whole number near the expected one, so that rare things happen in small councils too."""
    return int(expected + rng.random())
