"""What was counted once is not counted again while all it rests on is the same, and its file is as it was kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from everychild.calendar import Month
from everychild.errors import Tampered
from everychild.journal import counts
from everychild.store.figures import Frozen, as_frozen, freeze_count, frozen, thawed
from everychild.store.home import Home
from everychild.store.software import made_by

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class Counted:
    """A month’s figures, and the file they are kept in."""

    figures: pa.Table
    file: Frozen


def counted(home: Home, month: Month, inputs: str, count: Callable[[], pa.Table], at: datetime) -> Counted:
    """The figures kept under that key of what they rest on; else counted, and kept."""
    kept = kept_count(home, inputs)
    if kept is not None:
        return kept
    figures = count()
    file = frozen(figures)
    path, sha256 = freeze_count(home, month, file)
    counts.record(month, inputs, path, sha256, made_by(), at)
    return Counted(figures, file)


def kept_count(home: Home, inputs: str) -> Counted | None:
    """The same, where they are kept; None where they are not, or are not as they were kept and so are not trusted."""
    where = counts.found(inputs)
    if where is None:
        return None
    try:
        file = as_frozen(home, *where)
    except Tampered:
        return None  # nothing is lost: it follows from the extracts, which are counted again
    return Counted(thawed(file), file)
