"""What an edition tells otherwise than the one before it told, and because of which rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from everychild import month_end
from everychild.behind import Row, placed
from everychild.calendar import Month
from everychild.catalogue.indicator import Indicator
from everychild.council import council_from
from everychild.errors import NothingSupplied
from everychild.facts.language import Clocks
from everychild.journal import ledger
from everychild.measure.figure import Figure, Window
from everychild.measure.late import unmatched
from everychild.store.engine import Engine
from everychild.store.figures import as_figures, thaw
from everychild.store.home import Home

if TYPE_CHECKING:
    from everychild.journal.models import Edition


@dataclass(frozen=True)
class Restated:
    """A month whose figure was told before and has changed, with the rows that came, went or were told anew."""

    indicator: Indicator
    month: Month
    before: Figure
    after: Figure
    came: tuple[Row, ...]
    went: tuple[Row, ...]

    @property
    def is_recounted(self) -> bool:
        """True where no row came or went: the counting changed (a definition, a clock, a rule), and not the data."""
        return not self.came and not self.went


def restated(home: Home, month: Month, *, with_rows: bool = True) -> tuple[Restated, ...]:
    """What the month's edition tells otherwise than the edition before it told, month by month.

    The edition before is the newest closed earlier, of this month or of one before. Raises NothingSupplied where the
    month is not closed or nothing was closed before it.
    """
    edition = ledger.newest_edition(month)
    if edition is None:
        raise NothingSupplied(f"{month} is not closed. `everychild close {month}` closes it.")
    earlier = ledger.edition_before(edition)
    if earlier is None:
        return ()
    changed = _told_otherwise(_headlines(home, earlier), _headlines(home, edition))
    council = council_from(edition.settings)
    found = [
        Restated(indicator, was.as_at, was, now, (), ())
        for indicator in month_end.catalogue_of(council)
        for was, now in changed.get(indicator.key, ())
    ]
    if not (with_rows and found):
        return tuple(found)
    clocks = month_end.clocks_of(council)
    with (
        month_end.engine_over(home, council, month, list(earlier.extracts.all())) as before,
        month_end.engine_over(home, council, month, list(edition.extracts.all())) as after,
    ):
        return tuple(_with_rows(item, before, after, clocks) for item in found)


def _with_rows(item: Restated, before: Engine, after: Engine, clocks: Clocks) -> Restated:
    was = before.rows_behind(item.indicator, item.month, item.month)
    now = after.rows_behind(item.indicator, item.month, item.month)
    return replace(
        item,
        came=tuple(placed(unmatched(now, was), item.indicator, clocks)),
        went=tuple(placed(unmatched(was, now), item.indicator, clocks)),
    )


def _headlines(home: Home, edition: Edition) -> dict[tuple[str, Month], Figure]:
    """The month's own figure of every month an edition tells, by the key it is kept under."""
    told = as_figures(thaw(home, edition.figures_path, edition.figures_sha256))
    return {
        (figure.ref, figure.as_at): figure
        for figure in told
        if figure.breakdown is None and figure.window in (Window.MONTH, Window.AS_AT)
    }


def _told_otherwise(
    before: Mapping[tuple[str, Month], Figure], after: Mapping[tuple[str, Month], Figure]
) -> dict[str, list[tuple[Figure, Figure]]]:
    changed: dict[str, list[tuple[Figure, Figure]]] = {}
    for place, was in sorted(before.items(), key=lambda item: item[0][1], reverse=True):
        now = after.get(place)
        if now is not None and now != was:
            changed.setdefault(was.ref, []).append((was, now))
    return changed
