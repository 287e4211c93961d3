"""Which figures a rule bears on: those that rest on a column it looks at, or are told by the child’s own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from everychild.catalogue import CATALOGUE
from everychild.catalogue.indicator import Indicator
from everychild.facts import Fact
from everychild.layouts.layout import Feed
from everychild.quality.declared import QualityRule
from everychild.quality.tables import BEFORE, RETURN_TABLES, column_name
from everychild.records import BY_NAME, PASSING

_WORD = re.compile(r"\w+")
_MADE_OF_EPISODES = ("period_of_care", "placement", "legal_status_spell")
_BY_THE_CHILD = frozenset({"born_on", "expected_birth_on", "sex", "ethnic_group", "disabled"})
"""What figures are told by, group by group."""


def bears_on(rule: QualityRule) -> tuple[str, ...]:
    """The references of the indicators it bears on, in the catalogue’s order."""
    pairs = columns_told(rule)
    of_child = any(record == "child" and column in _BY_THE_CHILD for record, column in pairs)
    records = {BY_NAME[rule.of].name} if rule.of in BY_NAME else {record for record, _ in pairs}
    return tuple(
        indicator.ref
        for indicator in CATALOGUE
        if _rests_on(indicator, pairs) or (of_child and _is_of_children(indicator, records))
    )


@cache
def columns_told(rule: QualityRule) -> frozenset[tuple[str, str]]:
    """The columns of records a rule looks at; of a return, those its own columns are made into."""
    found: set[tuple[str, str]] = set()
    for table, columns in rule.reads.items():
        if table in BY_NAME:
            found |= {(table, column) for column in columns if column not in ("child_id", "source_id")}
        else:
            for feed in _feeds(table.removesuffix(BEFORE)):
                found |= set(_fed(feed, columns))
    return frozenset(found)


def _feeds(table: str) -> Iterable[Feed]:
    return next((tables[table].feeds for tables in RETURN_TABLES.values() if table in tables), ())


def _fed(feed: Feed, columns: Iterable[str]) -> Iterable[tuple[str, str]]:
    looked_at = {column.removesuffix("_written") for column in columns} - {"child_id", "source_id"}
    if not looked_at:  # whether the row is there at all decides about everything it says
        looked_at = {column_name(title) for title in feed.columns.values()}
    records = _MADE_OF_EPISODES if feed.table in {table.name for table in PASSING} else (feed.table,)
    for column, title in feed.columns.items():
        if column != "child_id" and column_name(title) in looked_at:
            names = _OTHERWISE_NAMED.get(column, (column,))
            yield from ((record, name) for record in records for name in names if name in BY_NAME[record].column_names)


_OTHERWISE_NAMED = {
    "reason_moved": ("reason_ended",),
    "reason_started": ("started_on", "same_carer"),
    "postcode": ("same_carer",),
    "registered_as": ("same_carer", "registered_as"),
    "placement_number": ("same_carer",),
}
"""What is told of an episode alone decides where a time in care begins, and whether a carer is the one before."""


def _rests_on(indicator: Indicator, pairs: frozenset[tuple[str, str]]) -> bool:
    placing = {(table.name, name) for table in indicator.needs for name in (table.began, table.ended) if name}
    return bool(pairs & (indicator.rests_on | placing | _looked_at(indicator.of)))


@cache
def _looked_at(fact: Fact) -> frozenset[tuple[str, str]]:
    """The columns a fact takes from the records it needs, among them those its figures are told by."""
    words = frozenset(_WORD.findall(fact.select))
    return frozenset((table.name, name) for table in fact.needs for name in table.column_names if name in words)


def _is_of_children(indicator: Indicator, records: set[str]) -> bool:
    """Told by age or sex, of the very record the rule is about; a rule about children bears on all of them."""
    of_children = any("child_id" in table.column_names for table in indicator.needs)
    about = {table.name for table in indicator.needs} & records
    return of_children and (bool(about) or records == {"child"})
