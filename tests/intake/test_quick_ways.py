"""Most cells are plain, and are read by a quicker way: it must say what the longer way says of the same cell.

A space before or after a cell means nothing, and no quick way takes a cell that has one.
"""

from __future__ import annotations

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from everychild.intake.cells import SAYS_NOTHING, says_nothing, text_of
from everychild.intake.dates import moment_reader
from everychild.intake.decode_child import DATE_MARK
from everychild.intake.identifiers import read_identifier
from tests.intake.invented_files import RECEIVED

CELLS = (
    st.text(max_size=50)
    | st.text("0123456789Ee+-./ACx_", max_size=45)
    | st.sampled_from(sorted(SAYS_NOTHING)).map(str.upper)
    | st.dates().map(lambda day: f"{day.day:02}/{day.month:02}/{day.year:04}")
    | st.dates().map(str)
    | st.from_regex(r"\d{2}/\d{2}/\d{4}|\d{4}-\d{2}-\d{2}", fullmatch=True)
).filter(lambda cell: not cell.startswith(DATE_MARK))


@given(CELLS)
@example("none")
@example("00:00:00")
@example("non\u00a0e")
@example("no\u200bne")
def test_text(cell: str) -> None:
    """What it says, and whether it says anything."""
    assert text_of(cell) == text_of(f" {cell} ")
    assert says_nothing(cell) is says_nothing(f" {cell} ")


@given(CELLS)
@example("1E5")
@example("1E+5")
@example("A" * 40 + "1")
@example("A" * 39 + "1")
@example("-1")
@example("１２")
def test_identifiers(cell: str) -> None:
    """Read, unread or absent."""
    assert read_identifier(cell) == read_identifier(f" {cell}")


@given(CELLS)
@example("01/13/2019")
@example("30/12/1899")
@example("01/01/1900")
@example("31/02/2019")
@example("31/12/2101")
@example("٣١/٠٣/٢٠١٩")
def test_days(cell: str) -> None:
    """Read, unread, month first or never."""
    read = moment_reader(RECEIVED)
    assert read(cell) == read(f"{cell} ")


@given(st.dates(), st.booleans())
def test_true_days(day: date, is_short: bool) -> None:
    """A workbook’s own date, with midnight or without."""
    read = moment_reader(RECEIVED)
    written = f"{day:%Y%m%d}" if is_short and day.year > 999 else str(day)
    assert read(f"{DATE_MARK}{written}") == read(f"{DATE_MARK}{day}T00:00:00")
