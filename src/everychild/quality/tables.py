"""What a rule may look at: records, the tables of a return as it was sent, and how lists were loaded.

A table of a return has the columns of its layout in small letters, as written; a date besides what was written is
read as a date, and `decom_written` is the cell itself. `child_id` is whose the row is, in every table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from everychild.layouts import ssda903
from everychild.layouts.census.as_sent import TABLES as CENSUS_TABLES
from everychild.layouts.layout import SheetLayout
from everychild.layouts.local.health import CARE_OUTCOMES
from everychild.records import BY_NAME, Kind

BEFORE = "_before"
"""The same table of the return of the year before."""

BESIDE_A_RETURN = ("registered_provider",)
"""Records that rules of a return may name besides its own tables."""

LOOKED_AFTER = "ssda903"
CENSUS = "children_in_need_census"

_NAMES = {
    "ssda903_header": "header",
    "ssda903_episodes": "episodes",
    "ssda903_reviews": "reviews",
    "ssda903_uasc": "uasc",
    "ssda903_oc3": "oc3",
    "ssda903_ad1": "ad1",
    "ssda903_placed_for_adoption": "placed_adoption",
    "ssda903_previous_permanence": "prev_perm",
    "ssda903_missing": "missing",
    "ssda903_sw_episodes": "sw_episodes",
    "ssda903_dolo": "dolo",
    "oc2": "oc2",
}

RETURN_TABLES: Mapping[str, Mapping[str, SheetLayout]] = {
    LOOKED_AFTER: {_NAMES[layout.name]: layout for layout in (*ssda903.TABLES, CARE_OUTCOMES)},
    CENSUS: {f"cin_{name}": table.layout for name, table in CENSUS_TABLES.items()},
}
"""By format: each table’s name in rules, and its layout."""

_TYPES = {
    Kind.IDENTIFIER: "varchar",
    Kind.DATE: "date",
    Kind.MOMENT: "timestamp",
    Kind.NUMBER: "bigint",
    Kind.YES_NO: "boolean",
    Kind.CODE: "varchar",
    Kind.TEXT: "varchar",
}
_LOADED = {
    "list_loaded": {
        "about": "varchar",
        "record": "varchar",
        "feed": "varchar",
        "taken_on": "date",
        "taken_before": "date",
        "newest_of_all": "date",
        "rows_now": "bigint",
        "rows_before": "bigint",
        "is_same": "boolean",
        "columns_lost": "bigint",
    },
    "month_told": {
        "about": "varchar",
        "record": "varchar",
        "began": "date",
        "rows_now": "bigint",
        "rows_usual": "double",
    },
    "return_whole": {"about": "varchar", "reference_date": "date", "year_ended": "date"},
}
AROUND = {"calendar": {"day": "date", "working_day_no": "integer"}}
"""Tables that belong to no list."""


def column_name(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", title.casefold()).strip("_")


@cache
def columns_of(table: str) -> Mapping[str, str]:
    """Each column of a table and its type in SQL, source_id among them. Raises KeyError for what is no table."""
    if table in _LOADED:
        return _LOADED[table]
    if table in AROUND:
        return AROUND[table]
    if table in BY_NAME:
        own = {column.name: _TYPES[column.kind] for column in BY_NAME[table].columns}
        return {**own, "source_id": "bigint"}
    name = table.removesuffix(BEFORE)
    layout = next(tables[name] for tables in RETURN_TABLES.values() if name in tables) if _is_return(name) else None
    if layout is None:
        raise KeyError(table)
    return {**_as_sent(layout), "child_id": "varchar", "source_id": "bigint"}


def _is_return(name: str) -> bool:
    return any(name in tables for tables in RETURN_TABLES.values())


def _as_sent(layout: SheetLayout) -> dict[str, str]:
    columns: dict[str, str] = {}
    for heading in layout.headings:
        if heading.second_reading_of is not None:
            continue
        name = column_name(heading.title)
        if heading.kind is Kind.DATE:
            columns |= {name: "date", f"{name}_written": "varchar"}
        else:
            columns[name] = "varchar"
    return columns
