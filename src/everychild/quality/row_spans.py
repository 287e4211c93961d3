"""Row numbers kept briefly: first and last of each unbroken run, so that a whole column at fault is one pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def as_spans(rows: Iterable[int]) -> list[list[int]]:
    """Each run of consecutive numbers as its first and last."""
    spans: list[list[int]] = []
    for row in sorted(set(rows)):
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    return spans


def rows_of(spans: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The numbers again, in order."""
    return tuple(row for first, last in spans for row in range(first, last + 1))
