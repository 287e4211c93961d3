"""What every contender comes to: a numerator and a denominator by indicator, window, month and group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from everychild.calendar import Month, WorkingCalendar

ROLLING_12 = "rolling_12"
THE_MONTH = "the month"
"""A month of things that happen, or its last day for things that are open then."""


class Place(NamedTuple):
    ref: str
    window: str
    month_no: int
    age: str | None
    """None: children of every age."""


class Whole(NamedTuple):
    numerator: int
    denominator: int
    """Rows considered; of a count it is the count itself."""


NOTHING = Whole(0, 0)
Figures = Mapping[Place, Whole]


@dataclass(frozen=True)
class Given:
    """What a contender is given: stitched records as Parquet in a folder, the months, the days, the times allowed."""

    records: Path
    months: Sequence[Month]
    calendar: WorkingCalendar
    days_allowed: Mapping[str, int]
    """By the name of the clock."""

    @property
    def shown(self) -> Sequence[Month]:
        """The months told of: those before are for windows that reach back."""
        return self.months[12:]


def with_windows(
    by_month: Iterable[tuple[str, int, str, int, int]], at_month_end: Iterable[str], shown: Sequence[Month]
) -> dict[Place, Whole]:
    """From (ref, month, age, numerator, denominator): all ages together, and twelve months together."""
    sums: defaultdict[Place, list[int]] = defaultdict(lambda: [0, 0])
    first, last, open_ones = shown[0].index, shown[-1].index, set(at_month_end)
    for ref, month_no, age, numerator, denominator in by_month:
        spans = [(THE_MONTH, month_no, month_no)]
        if ref not in open_ones:
            spans.append((ROLLING_12, month_no, month_no + 11))
        for window, begins, ends in spans:
            for month in range(max(begins, first), min(ends, last) + 1):
                for group in (None, age):
                    held = sums[Place(ref, window, month, group)]
                    held[0] += numerator
                    held[1] += denominator
    return {place: Whole(*held) for place, held in sums.items()}
