"""The accounts of extracts, read again: what was asked about each file’s rows when it came in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from everychild.quality.fault import Fault, Severity
from everychild.quality.row_spans import rows_of
from everychild.store.extracts import verify
from everychild.store.home import Home

NAMED_ONCE = 20
"""Rows that accounts named before they held every row’s number."""


@dataclass(frozen=True)
class Asked:
    """One thing wrong with one column of one list, with every row it concerns.

    `at_least`: the account was written by an earlier version, which named the first rows alone.
    """

    code: str
    severity: Severity
    sheet: str | None
    column: str | None
    message: str
    rows: tuple[int, ...]
    list_name: str | None
    at_least: bool = False


def read_account(home: Home, extract_sha256: str, expected_sha256: str) -> Mapping[str, tuple[Asked, ...]]:
    """By file name, what is asked. Raises Tampered where the account is not as it was kept."""
    path = home.extracts / extract_sha256 / "faults.json"
    verify(path, expected_sha256)
    by_file = json.loads(path.read_text(encoding="utf-8"))
    return {name: _gathered([_fault(told) for told in faults]) for name, faults in by_file.items()}


def _gathered(faults: list[Fault]) -> tuple[Asked, ...]:
    kinds: dict[tuple[str | None, str | None, str, Severity], list[Fault]] = {}
    for fault in faults:
        kinds.setdefault((fault.sheet, fault.column, fault.code, fault.severity), []).append(fault)
    return tuple(_asked(alike) for alike in kinds.values())


def _asked(alike: list[Fault]) -> Asked:
    first = alike[0]
    told = {row for fault in alike for row in fault.rows}
    named = {fault.row for fault in alike if fault.row is not None}
    return Asked(
        first.code,
        first.severity,
        first.sheet,
        first.column,
        first.message,
        tuple(sorted(told or named)),
        first.list_name,
        at_least=not told and len(named) >= NAMED_ONCE,
    )


def _fault(told: Mapping[str, object]) -> Fault:
    data = dict(told)
    spans = data.pop("rows", [])
    list_name = data.pop("list", None)
    severity = Severity(str(data.pop("severity")))
    return Fault(**data, severity=severity, rows=rows_of(spans), list_name=list_name)  # type: ignore[arg-type]  # as `fault_as_data` wrote it
