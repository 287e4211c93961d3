"""Faults told briefly: one line for each kind, so that a thousand rows with one mistake are one thing to mend."""

from __future__ import annotations

from collections.abc import Sequence

from everychild.quality.fault import Fault


def one_line_a_kind(faults: Sequence[Fault]) -> list[str]:
    """One line for each kind of fault in each column, with how many rows it concerns; --json lists them all."""
    kinds: dict[tuple[str | None, str | None, str], list[Fault]] = {}
    for fault in faults:
        kinds.setdefault((fault.sheet, fault.column, fault.code), []).append(fault)
    lines = []
    for found in kinds.values():
        whole = [fault for fault in found if fault.row is None] or found[:1]
        more = "" if whole[0].row is None or len(found) == 1 else f" (and {len(found) - 1} more rows like it)"
        lines += [fault.message + more for fault in whole]
    return lines
