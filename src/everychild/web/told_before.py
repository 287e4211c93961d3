"""How the month before was told when it was closed: what is told, and what is counted, otherwise since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from everychild.council import Council, council_from
from everychild.journal import ledger
from everychild.measure.figure import Absent, Figure, Window

if TYPE_CHECKING:
    from everychild.web.editions import Asked


@dataclass(frozen=True)
class ToldBefore:
    """The newest edition of the month before that was closed before this one: its figures and its settings."""

    figures: Mapping[str, Figure]
    council: Council


def told_before(asked: Asked) -> ToldBefore | None:
    """None where the month before was not closed by then, or this is a month looked back at."""
    month = asked.edition.as_at
    own = None if asked.place.known else ledger.edition_numbered(month, asked.opened.number)
    before = ledger.newest_edition_closed_by(month - 1, own.closed_at) if own is not None else None
    if before is None:
        return None
    figures = {
        row.ref: Figure(
            row.ref,
            Window(row.window),
            month - 1,
            None,
            None,
            row.numerator,
            row.denominator,
            Absent(row.absent) if row.absent else None,
        )
        for row in ledger.headlines_kept(before)
    }
    return ToldBefore(figures, council_from(before.settings))
