"""Small invented releases for the auditor’s tests: what is shown, and nothing of what is behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from everychild.auditor.published import Cell, Published
from everychild.auditor.rule import Rounding

HIDES_FEW = Rounding(low_at_most=5, nearest=1)
"""The usual rule: 1 to 5 are "c", all else is shown."""

OURS = Rounding(low_at_most=7, nearest=5)


def cell(ref: str, as_at: str, numerator: str, denominator: str = "", window: str = "month") -> Cell:
    return Cell(ref, ref.capitalize(), window, as_at, numerator, denominator)


def published(
    cells: Sequence[Cell],
    rounding: Rounding,
    counts: Mapping[str, tuple[str | None, str | None]] | None = None,
    *,
    different: Sequence[str] = (),
    within: Sequence[tuple[str, str]] = (),
    parts: Sequence[tuple[str, tuple[str, ...]]] = (),
    flows: Sequence[tuple[str, str, str]] = (),
    name: str = "newest",
) -> Published:
    """A release of those cells; by default each reference’s numerator counts a thing of its own, of the same name."""
    own: dict[str, tuple[str | None, str | None]] = {one.ref: (one.ref, None) for one in cells}
    return Published(
        name=name,
        as_at=max((one.as_at for one in cells), default=""),
        rounding=rounding,
        cells=tuple(cells),
        counts=own | dict(counts or {}),
        different=frozenset(different),
        within=tuple(within),
        parts=tuple(parts),
        flows=tuple(flows),
    )
