"""The way back: from a figure to the rows of the files it was counted from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from everychild.catalogue.indicator import Indicator, Mean, Share
from everychild.facts.language import Clocks, Condition
from everychild.measure.tally import considered, meets

ROW_BITS, SHEET_BITS, FILE_BITS = 24, 8, 12


class Part(StrEnum):
    """Where a row stands in a figure."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    EXCLUDED = "excluded"


@dataclass(frozen=True)
class SourceCell:
    """One row of one sheet of one file of one extract."""

    extract_no: int
    file: int
    sheet: int
    row: int


def source_reference(file: int, sheet: int, row: int) -> int:
    """The place of a row within its extract, in one whole number."""
    return (file << SHEET_BITS | sheet) << ROW_BITS | row


def source_cell(source_id: int) -> SourceCell:
    """The place a source id stands for; the extract's number is its top part."""
    row = source_id & (1 << ROW_BITS) - 1
    sheet = source_id >> ROW_BITS & (1 << SHEET_BITS) - 1
    file = source_id >> ROW_BITS + SHEET_BITS & (1 << FILE_BITS) - 1
    return SourceCell(source_id >> ROW_BITS + SHEET_BITS + FILE_BITS, file, sheet, row)


def rows_select(indicator: Indicator, clocks: Clocks) -> str:
    """A SELECT of (source_id, is_considered, is_met) over the rows of the months asked for."""
    return f"""
select
    source_id,
    {considered(indicator, clocks)} as is_considered,
    {meets(indicator, clocks)} as is_met
from {indicator.of.name}
where month_no between $first_month and $last_month
order by source_id
"""


def part_of(*, is_considered: bool, is_met: bool) -> Part:
    """A row that meets the condition is in both; it is told once, as numerator."""
    if not is_considered:
        return Part.EXCLUDED
    return Part.NUMERATOR if is_met else Part.DENOMINATOR


def reason(part: Part, indicator: Indicator, clocks: Clocks) -> str:
    """One plain sentence why a row stands where it does."""
    considers = _in_words(indicator.considers, clocks, denied=part is Part.EXCLUDED)
    match part, indicator.measure:
        case Part.EXCLUDED, Mean(of=column) if not considers:
            return f"Not counted, because {column.meaning} is not known."
        case Part.EXCLUDED, _:
            return f"Not counted, because {considers}."
        case Part.NUMERATOR, Share(meets=condition):
            return f"Counted, and {condition.words(clocks)}."
        case Part.DENOMINATOR, Share(meets=condition):
            return f"Counted, but {condition.denied(clocks)}."
        case _:
            return f"Counted{', because ' + considers if considers else ''}."


def _in_words(condition: Condition | None, clocks: Clocks, *, denied: bool) -> str:
    if condition is None:
        return ""
    return condition.denied(clocks) if denied else condition.words(clocks)
