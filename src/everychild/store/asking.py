"""What the SELECTs of quality rules may name besides records: the day, a return’s year, and how lists were loaded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from everychild import wording
from everychild.layouts import local, ofsted, ssda903
from everychild.layouts.annex_a import LISTS
from everychild.layouts.census import CENSUS
from everychild.layouts.special_needs_return import SPECIAL_NEEDS_RETURN
from everychild.layouts.workforce_census import WORKFORCE_CENSUS
from everychild.store.supply import KeptList


def around_rules(known_on: str, year_ended: str) -> tuple[str, ...]:
    """The statements that make them, once the table `supplied_since_day` is there. Days are in ISO form."""
    return (
        f"create or replace macro known_on() as date '{known_on}'",
        f"create or replace macro year_ended() as date '{year_ended}'",
        f"create or replace macro year_began() as cast(date '{year_ended}' - interval 1 year + interval 1 day as date)",
        "create or replace macro supplied_since(told) as "
        "(select coalesce(min(since), date '9999-12-31') from supplied_since_day where record = told)",
    )


def supplied_since(kept: Sequence[KeptList]) -> dict[str, date]:
    """From when on all of each record was supplied, by lists that hold more than the latest of each child."""
    since: dict[str, date] = {}
    for item in kept:
        if not item.proves_only:
            since[item.record] = min(item.supplies_from, since.get(item.record, item.supplies_from))
    return since


def lists_loaded(kept: Sequence[KeptList]) -> list[dict[str, object]]:
    """Each list as it was loaded last, and how the time before told it."""
    feeds: dict[tuple[str, str], list[KeptList]] = {}
    for item in sorted(kept, key=lambda item: (item.extracted_on, item.extract_no)):
        feeds.setdefault((item.record, item.feed), []).append(item)
    newest = max((item.extracted_on for item in kept), default=None)
    return [_loaded(told, newest) for told in feeds.values()]


def _loaded(told: Sequence[KeptList], newest: date | None) -> dict[str, object]:
    now, before = told[-1], told[-2] if len(told) > 1 else None
    return {
        "about": f"{_title_of(now.feed)}, taken {wording.day(now.extracted_on)}",
        "record": now.record,
        "feed": now.feed,
        "taken_on": now.extracted_on,
        "taken_before": before.extracted_on if before else None,
        "newest_of_all": newest,
        "rows_now": now.rows,
        "rows_before": before.rows if before else None,
        "is_same": before is not None and before.sha256 == now.sha256,
        "columns_lost": len(before.columns - now.columns) if before else 0,
    }


@cache
def _titles() -> dict[str, str]:
    censuses = (table.layout for census in (CENSUS, WORKFORCE_CENSUS, SPECIAL_NEEDS_RETURN) for table in census.tables)
    layouts = (*censuses, *local.TABLES, *ofsted.TABLES, *ssda903.TABLES, *LISTS)
    return {feed.name: layout.title for layout in layouts for feed in layout.feeds}


def _title_of(feed: str) -> str:
    """The title of the sheet a feed is read from; the feed’s own name where what it is made of has none."""
    return _titles().get(feed) or _titles().get(feed.rpartition(".")[0]) or feed.replace("_", " ")
