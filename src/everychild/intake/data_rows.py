"""Which rows under the headings are data, and which are blank, totals or notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from everychild.intake.cells import says_nothing, text_of
from everychild.intake.decode_child import Cell
from everychild.wording import count

_NOTE = re.compile(
    r"(?i)(grand )?totals?\b|sub-?totals?\b|count\b|number of\b|filters? applied|source\b|notes?\b|produced|"
    r"report (run|date)|run (on|date)|data (as at|correct)|extracted|end of|\*|©"
)
NOTE_CELLS = 2


def is_note(cell: Cell) -> bool:
    """Whether the cell begins as the rows do that programs write around a list."""
    return _NOTE.match(text_of(cell)) is not None


@dataclass(frozen=True)
class DataRows:
    """The data rows with their numbers in the spreadsheet, and what was passed over."""

    rows: list[Sequence[Cell]]
    numbers: list[int]
    blank: int
    notes: int

    def passed_over(self, sheet: str) -> tuple[str, ...]:
        """What was not data, in words; blank rows after the last row of data are no news."""
        parts = []
        if self.blank:
            parts.append(f"{sheet}: {count(self.blank, 'blank row')} between the rows of data")
        if self.notes:
            parts.append(f"{sheet}: {count(self.notes, 'row')} of totals or notes")
        return tuple(parts)


def data_rows(rows: Sequence[Sequence[Cell]], header_at: int, identified: Sequence[bool]) -> DataRows:
    """The rows below the headings. `identified` says of each whether its required cells name anything.

    A row that names a child, or a date we need, is data even where the rest of it is empty or wrong.
    """
    kept: list[Sequence[Cell]] = []
    numbers: list[int] = []
    blank = waiting = notes = 0
    for at, (row, is_identified) in enumerate(zip(rows[header_at + 1 :], identified, strict=True), header_at + 2):
        if not is_identified:
            filled = [cell for cell in row if not says_nothing(cell)]
            if not filled:
                waiting += 1
                continue
            if len(filled) <= NOTE_CELLS or is_note(filled[0]):
                notes += 1
                continue
        kept.append(row)
        numbers.append(at)
        blank, waiting = blank + waiting, 0
    return DataRows(kept, numbers, blank, notes)
