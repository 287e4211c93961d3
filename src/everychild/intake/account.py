"""The account of a sheet: what became of each row, and what is asked about it, gathered so that it can be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from everychild.intake.cells import column_letters
from everychild.quality.fault import Fault, Severity

SHOWN = 20
"""Rows named one by one for each thing wrong with a column; the count beside them is of all."""


class Account:
    """Faults of one sheet, with each row's outcome. A row set aside stays so, whatever else is asked about it.

    `numbers` is each data row's number as the spreadsheet shows it; `list_name` the layout the sheet is read by.
    """

    def __init__(
        self,
        sheet: str,
        numbers: Sequence[int],
        first_column: int = 0,
        *,
        of_elements: bool = False,
        list_name: str | None = None,
    ) -> None:
        self.sheet = sheet
        self.list_name = list_name
        self.numbers = numbers
        self.first_column = first_column
        self.of_elements = of_elements
        self.faults: list[Fault] = []
        self._queried: set[int] = set()
        self._set_aside: set[int] = set()

    def ask(self, code: str, message: str, *, column: str | None = None, severity: Severity = Severity.QUERY) -> None:
        """About the sheet or a column as a whole; no row is touched."""
        said = f"{self._place(column)}: {message}"
        self.faults.append(Fault(code, severity, said, self.sheet, None, column, list_name=self.list_name))

    def fault(
        self,
        code: str,
        severity: Severity,
        rows: Collection[int],
        one: str,
        several: str,
        *,
        advice: str,
        column: str | None = None,
        position: int | None = None,
        shapes: dict[int, str] | None = None,
        of: int | None = None,
        detail: str = "",
    ) -> None:
        """About these rows: one sentence for all of them, then the first few row by row.

        `one` follows "row 12" or "F31" and `several` their number: "is not a date", "are not dates".
        `detail` is of all of them together.
        """
        if not rows:
            return
        ordered = sorted(rows)
        (self._set_aside if severity is Severity.SET_ASIDE else self._queried).update(ordered)
        every_row = tuple(self.numbers[row] for row in ordered)
        if len(ordered) > 1:
            all_of_them = len(ordered) == (of or len(self.numbers))
            counted = f"all {len(ordered):,}" if all_of_them else f"{len(ordered):,} of {of or len(self.numbers):,}"
            kind = "elements" if self.of_elements else "rows" if position is None else "cells"
            first = self._reference(ordered[0], position)
            message = f"{self._place(column)}: {counted} {kind} {several}{detail} (first: {first}). {advice}"
            whole = Fault(code, severity, message, self.sheet, None, column, None, every_row, self.list_name)
            self.faults.append(whole)
            detail, every_row = "", ()
        for row in ordered[:SHOWN]:
            message = f"{self._place(column)}: {self._reference(row, position)} {one}{detail}. {advice}"
            shape = shapes.get(row) if shapes else None
            number = self.numbers[row]
            self.faults.append(
                Fault(code, severity, message, self.sheet, number, column, shape, every_row, self.list_name)
            )
            every_row = ()

    def kept(self) -> list[int]:
        """The rows not set aside, in order."""
        return [row for row in range(len(self.numbers)) if row not in self._set_aside]

    @property
    def set_aside(self) -> int:
        return len(self._set_aside)

    @property
    def queried(self) -> int:
        return len(self._queried - self._set_aside)

    @property
    def accepted(self) -> int:
        return len(self.numbers) - self.set_aside - self.queried

    def still_here(self, rows: Iterable[int]) -> list[int]:
        """Those of the rows that have not been set aside."""
        return [row for row in rows if row not in self._set_aside]

    def _place(self, column: str | None) -> str:
        return f"{self.sheet}, column “{column}”" if column else self.sheet

    def _reference(self, row: int, position: int | None) -> str:
        if self.of_elements:
            return f"element {self.numbers[row]}"
        if position is None:
            return f"row {self.numbers[row]}"
        return f"{column_letters(self.first_column + position)}{self.numbers[row]}"
