"""How far back an indicator sees: some look at what was before, and what is not held, or no longer, they cannot see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from everychild.calendar import Month
from everychild.catalogue.indicator import Indicator
from everychild.facts.language import EVER, Column
from everychild.store.supply import KeptList, joined

MONTHS_TOLD = 25
"""A trend’s months: the first of them looks back the furthest."""


@dataclass(frozen=True)
class SeesLess:
    """An indicator that will look back over less, and from which days it does now and will then."""

    indicator: Indicator
    now_from: date
    then_from: date | None
    """None where nothing of what it looks at will be left."""


def cut_short(indicators: Iterable[Indicator], kept: Sequence[KeptList], month: Month) -> Mapping[str, date]:
    """The first day seen, by reference, of those that look further back in this month than records are held."""
    found = {}
    for indicator in _that_look_back(indicators, kept):
        seen = _seen_from(indicator, kept)
        if seen is not None and _looks_from(indicator, kept, month) < seen:
            found[indicator.ref] = seen
    return found


def see_less(
    indicators: Iterable[Indicator], now: Sequence[KeptList], then: Sequence[KeptList], newest: Month
) -> tuple[SeesLess, ...]:
    """Those of which some month of the trend to the newest will look back over less, once `then` is all there is."""
    found = []
    first = newest - (MONTHS_TOLD - 1)
    for indicator in _that_look_back(indicators, then or now):
        seen, left = _seen_from(indicator, now), _seen_from(indicator, then)
        if seen is None:
            continue
        needed = max(_looks_from(indicator, then, first), seen)
        if left is None or needed < left:
            found.append(SeesLess(indicator, seen, left))
    return tuple(found)


def _that_look_back(indicators: Iterable[Indicator], kept: Sequence[KeptList]) -> Iterator[Indicator]:
    """The others tell a month by that month alone: where it is not held, they say that there is no figure."""
    return (indicator for indicator in indicators if _looks_back(indicator, kept))


def _looks_from(indicator: Indicator, kept: Sequence[KeptList], month: Month) -> date:
    """The first day it looks at to tell this month."""
    months = _looks_back(indicator, kept)
    return date.min if months >= EVER else (month - months).first_day


def _looks_back(indicator: Indicator, kept: Sequence[KeptList]) -> int:
    return max((_months_back(column, kept) for column in indicator.looked_at), default=0)


def _months_back(column: Column, kept: Sequence[KeptList]) -> int:
    """Nought where the newest lists tell of that past themselves."""
    told = [_newest(kept, table.name) for table, _ in column.told_besides]
    besides = bool(told) and all(
        one is not None and name in one.columns for one, (_, name) in zip(told, column.told_besides, strict=True)
    )
    return max(column.looks_back, 0 if besides else column.sees_back)


def _newest(kept: Sequence[KeptList], record: str) -> KeptList | None:
    lists = [item for item in kept if item.record == record and not item.proves_only]
    return max(lists, key=lambda item: (item.extracted_on, item.extract_no), default=None)


def _seen_from(indicator: Indicator, kept: Sequence[KeptList]) -> date | None:
    """The first day of the unbroken stretch up to the newest lists; None where one was never supplied."""
    found = []
    for table in indicator.of.needs:
        lists = [item for item in kept if item.record == table.name]
        if not lists:
            return None
        if table.is_snapshot:
            found.append(min(item.extracted_on for item in lists))
        else:
            found.append(joined((item.supplies_from, item.covers_to) for item in lists)[-1][0])
    return max(found, default=None)
