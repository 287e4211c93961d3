"""A rule’s worked example: a row a line, `!` before those that break it; the child is 1 where none is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from everychild.quality.declared import QualityRule
from everychild.quality.tables import columns_of

BREAKS = "!"
EVERYBODY = "1"


@dataclass(frozen=True)
class ExampleRow:
    """One row: its table, what it holds as it is written, and whether the rule should find it."""

    table: str
    values: Mapping[str, str]
    is_at_fault: bool


def example_rows(rule: QualityRule) -> tuple[ExampleRow, ...]:
    """The rows of a rule’s example. Raises KeyError where one is of no table, ValueError where a cell has no name."""
    rows = []
    for line in rule.example.strip().splitlines():
        words = line.split()
        is_at_fault = words[0] == BREAKS
        table, *cells = words[is_at_fault:]
        values = dict(cell.split("=", 1) for cell in cells)
        columns = columns_of(table)
        unknown = set(values) - set(columns)
        if unknown:
            raise KeyError(f"{rule.code}: {table} has no {', '.join(sorted(unknown))}")
        values |= {f"{name}_written": told for name, told in values.items() if f"{name}_written" in columns}
        if "child_id" in columns:
            values.setdefault("child_id", EVERYBODY)
        rows.append(ExampleRow(table, values, is_at_fault))
    return tuple(rows)
