"""Which reference a child goes by now, from what the council said of references one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

RECORD = "child_reference"
NOW_CALLED = "now_called"

LONG_AGO = datetime(1900, 1, 1)  # noqa: DTZ001 - as kept lists hold moments, without a zone
"""What a list that does not say when is taken to have said: before every answer."""

COLUMNS = ("earlier_id", "child_id", "is_same_child", "told_at")
SAID = f"select {', '.join(COLUMNS)} from {RECORD} order by source_id"

References = tuple[str, str]
"""The one a child went by before, and the one they go by now."""


def told_in(told: pa.Table) -> Mapping[References, bool]:
    """Whether each pair of references is one child’s, by what was said of it last; the pair said last stands last.

    Rows are in the order they were kept. One that does not say whether they are one child’s says that they are.
    """
    found: dict[References, tuple[datetime, int, bool]] = {}
    columns = (told[name].to_pylist() for name in COLUMNS)
    for at, (earlier, child, is_same, told_at) in enumerate(zip(*columns, strict=True)):
        said = (told_at.replace(tzinfo=None) if told_at else LONG_AGO, at, is_same is not False)
        if earlier != child:
            found[earlier, child] = max(said, found.get((earlier, child), said))
    return {pair: is_same for pair, (_, _, is_same) in sorted(found.items(), key=lambda each: each[1])}


def now_called(said: Mapping[References, bool]) -> Mapping[str, str]:
    """Each earlier reference and the newest of that child, by however many steps; of two said, the later counts.

    Where references lead back to each other none is the newest: they are one child, called by the first in order.
    """
    step = dict(pair for pair, is_same in said.items() if is_same)
    found: dict[str, str] = {}
    for earlier in step:
        passed = [earlier]
        while passed[-1] in step and step[passed[-1]] not in passed:
            passed.append(step[passed[-1]])
        last = passed[-1]
        if last in step:  # they go round
            last = min(passed[passed.index(step[last]) :])
        if last != earlier:
            found[earlier] = last
    return found


def answers_in(lists: Sequence[Path]) -> Mapping[References, bool]:
    """The same of these kept lists, oldest first."""
    told = [pq.read_table(path, columns=list(COLUMNS)) for path in lists]
    return told_in(pa.concat_tables(told)) if told else {}
