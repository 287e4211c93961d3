"""Children whom a return knows by the unique pupil number alone, brought together with those of the council’s lists.

The number is believed where every list that has it beside a reference of the council’s own has the same reference. A
child whose number no such list has goes by the number itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow.parquet as pq

from everychild.layouts.special_needs_return import SPECIAL_NEEDS_RETURN
from everychild.store.references import NOW_CALLED, RECORD
from everychild.store.supply import KeptList

BY_NUMBER = f"{SPECIAL_NEEDS_RETURN.name}."
"""How the feeds begin that know a child by the number alone."""

KNOWN_BY_NUMBER = "known_by_upn"
_NUMBER = "[A-Z][0-9]{11}[0-9A-Z]"
"""A letter, eleven figures and a figure or, while it is temporary, a letter. What stands for a reason why there is none
is no number."""


def goes_by_number(item: KeptList) -> bool:
    """Whether the list knows its children by nothing else."""
    return item.feed.startswith(BY_NUMBER)


def tells_numbers(item: KeptList) -> bool:
    """Whether the list has numbers beside references of the council’s own."""
    return item.record == "child" and "upn" in item.columns and not goes_by_number(item)


def tells_who_is_who(item: KeptList) -> bool:
    """Whether the list says by which references a child goes, or which number is whose: asked wherever rows are."""
    return item.record == RECORD or tells_numbers(item)


def numbers_told(paths: Sequence[Path]) -> Mapping[str, frozenset[str]]:
    """Of lists that tell numbers: each number, and every reference it was told of."""
    found: dict[str, set[str]] = {}
    for path in paths:
        told = pq.read_table(path, columns=["child_id", "upn"])
        for child_id, upn in zip(told["child_id"].to_pylist(), told["upn"].to_pylist(), strict=True):
            number = (upn or "").strip().upper()
            if child_id and re.fullmatch(_NUMBER, number):
                found.setdefault(number, set()).add(child_id)
    return {number: frozenset(references) for number, references in found.items()}


def children_by_number(lists: str) -> str:
    """A SELECT over the rows of `lists`: each number that belongs to one child, and which."""
    return f"""
        select upn, min(known_as) as child_id
        from (
            select upper(trim(told.upn)) as upn, coalesce({NOW_CALLED}.now_id, told.child_id) as known_as
            from {lists} as told
            left join {NOW_CALLED} on {NOW_CALLED}.earlier_id = told.child_id
        ) as each_telling
        where regexp_matches(upn, '^{_NUMBER}') and length(upn) = 13
        group by upn
        having count(distinct known_as) = 1
    """
