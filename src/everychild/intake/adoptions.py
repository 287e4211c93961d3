"""Plans for adoption, from the return’s two tables of them and from the episodes: decided, matched, placed, adopted.

The table of decisions says when a child was to be placed and whether that was taken back; the table of the adopted says
when they were matched; the order, the placement and the adoption are in the episodes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from everychild.intake.episodes import Spell, Told
from everychild.intake.reading import FileRead, Rows

FEED = "ssda903.adoption"
WITH_ADOPTERS = frozenset({"A3", "A4", "A5", "A6"})
PLACEMENT_ORDER = "E1"
ADOPTED = frozenset({"E11", "E12"})
Plan = dict[str, Any]
"""A row of the record, by column."""


def with_adoptions_joined(read: Sequence[FileRead], care: Iterable[Spell]) -> tuple[FileRead, ...]:
    """The files with one row for each plan, whichever of them tell of it, completed from the times in care."""
    by_child: dict[str, list[tuple[Told, Plan]]] = defaultdict(list)
    for at, file in enumerate(read):
        for rows in file.records:
            if rows.feed == FEED:
                for told, plan in _plans(at, rows):
                    by_child[plan["child_id"]].append((told, plan))
    spells: dict[str, list[Spell]] = defaultdict(list)
    for spell in care:
        spells[spell[0].child_id].append(spell)
    made: dict[int, list[tuple[Told, Plan]]] = defaultdict(list)
    for child, plans in by_child.items():
        for told, plan in one_of_each(plans):
            made[told.file].append((told, plan | _from_care(plan["decided_on"], spells[child])))
    return tuple(
        replace(file, records=tuple(_rows(rows, made[at]) if rows.feed == FEED else rows for rows in file.records))
        for at, file in enumerate(read)
    )


def one_of_each(plans: Sequence[tuple[Told, Plan]]) -> list[tuple[Told, Plan]]:
    """A child’s plans by the day of the decision. The two tables may differ by some days of one decision: a match that
    has no decision of its own day belongs to the one decision that was not taken back."""
    by_day: dict[date, tuple[Told, Plan]] = {}
    for told, plan in plans:
        first, known = by_day.get(plan["decided_on"], (told, {}))
        by_day[plan["decided_on"]] = first, plan | {name: value for name, value in known.items() if value is not None}
    matched = [(told, plan) for told, plan in by_day.values() if plan["matched_on"]]
    standing = [(told, plan) for told, plan in by_day.values() if not plan["matched_on"] and not plan["reversed_on"]]
    if len(matched) == len(standing) == 1:
        ((_, match),), ((told, decision),) = matched, standing
        del by_day[match["decided_on"]]
        by_day[decision["decided_on"]] = told, decision | {"matched_on": match["matched_on"]}
    return list(by_day.values())


def _from_care(decided_on: date, spells: Sequence[Spell]) -> Plan:
    """What the time in care the decision fell in tells; or the one it was made before."""
    spell = next((each for each in spells if (each[-1].ended_on or date.max) >= decided_on), None)
    if spell is None:
        return {}
    first, last = spell[0], spell[-1]
    orders = [each for at, each in enumerate(spell) if each.legal_status == PLACEMENT_ORDER and _begins(at, spell)]
    homes = [each for each in spell if each.placement_type in WITH_ADOPTERS and each.started_on >= decided_on]
    return {
        "entered_care_on": first.started_on if first.reason_started == "S" else None,
        "placement_order_on": orders[0].started_on if orders else None,
        "placed_on": homes[0].started_on if homes else None,
        "adopted_on": last.ended_on if last.reason_ended in ADOPTED else None,
    }


def _begins(at: int, spell: Spell) -> bool:
    """Whether the status began with this episode: of the first one told, only where care itself did."""
    return spell[at - 1].legal_status != PLACEMENT_ORDER if at else spell[0].reason_started == "S"


def _plans(file: int, rows: Rows) -> Iterable[tuple[Told, Plan]]:
    names = tuple(rows.columns)
    values = zip(*rows.columns.values(), strict=True)
    for sheet, row, cells in zip(rows.sheets, rows.rows, values, strict=True):
        yield Told(file, sheet, row), dict(zip(names, cells, strict=True))


def _rows(like: Rows, plans: Sequence[tuple[Told, Mapping[str, Any]]]) -> Rows:
    return replace(
        like,
        columns={name: [plan[name] for _, plan in plans] for name in like.columns},
        sheets=[told.sheet for told, _ in plans],
        rows=[told.row for told, _ in plans],
    )
