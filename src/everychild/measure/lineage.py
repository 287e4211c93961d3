"""The way back: from a figure to the rows of the files it was counted from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from everychild.catalogue.indicator import Children, Indicator, Mean, Mix, Proportion, Share, Total
from everychild.facts import Breakdown
from everychild.facts.language import Clocks, Condition
from everychild.measure.tally import NOT_KNOWN, considered, group_of, meets

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


@dataclass(frozen=True)
class Within:
    """One group of one breakdown."""

    breakdown: Breakdown
    group: str


class RowBehind(NamedTuple):
    """One row of a fact: where it lies and what it adds to the figure. Summed over rows, they are the figure.

    Of a count of different children, only a child's first row adds.
    """

    source_id: int
    is_considered: bool
    is_met: bool
    numerator: int
    denominator: int | None
    child_id: str | None
    own_date: date


def rows_select(indicator: Indicator, clocks: Clocks, within: Within | None = None, *, in_full: bool = False) -> str:
    """A SELECT of the columns of `RowBehind` over the rows of the months asked for, and of `$group` if `within` one.

    `in_full` adds the columns that the indicator looks at.
    """
    looked_at = "".join(f",\n    {name}" for name in _looked_at(indicator)) if in_full else ""
    counted, met = considered(indicator, clocks), meets(indicator, clocks)
    numerator, denominator = _adds(indicator)
    in_group = f"{group_of(within.breakdown)} = $group" if within else "true"
    if within and isinstance(indicator.measure, Mix) and indicator.measure.by == within.breakdown:
        # A mix's groups share the known total between them: every known row is under the line, one group's above it.
        known = f"({counted} and {group_of(within.breakdown)} <> '{NOT_KNOWN}')"
        counted, met, in_group = known, f"({known} and {in_group})", "true"
    return f"""
with asked as (
    select *, rowid as place, {counted} as is_considered, {met} as is_met
    from {indicator.of.name}
    where month_no between $first_month and $last_month and {in_group}
)
select
    source_id,
    is_considered,
    is_met,
    cast(case when is_met then {numerator} else 0 end as bigint) as numerator,
    cast(case when is_considered then {denominator} else 0 end as bigint) as denominator,
    child_id,
    {indicator.of.own_date} as own_date{looked_at}
from asked
order by source_id, own_date, child_id, place
"""


def _looked_at(indicator: Indicator) -> tuple[str, ...]:
    """The columns its conditions and its measure rest on, once each."""
    conditions = [] if indicator.considers is None else list(indicator.considers.columns)
    match indicator.measure:
        case Share(meets=meets):
            conditions += meets.columns
        case Mean(of=column) | Total(of=column):
            conditions.append(column)
        case Proportion(part=part, whole=whole):
            conditions += (part, whole)
    names = [column.name for column in conditions]
    names += [indicator.measure.by.column] if isinstance(indicator.measure, Mix) else []
    return tuple(name for name in dict.fromkeys(names) if name not in RowBehind._fields)


def _adds(indicator: Indicator) -> tuple[str, str]:
    """SQL for what a row above the line adds to it, and a row under it."""
    match indicator.measure:
        case Share() | Mix():
            return "1", "1"
        case Mean(of=column):
            return column.name, "1"
        case Proportion(part=part, whole=whole):
            return part.name, whole.name
        case Total(of=column):
            return column.name, "null"
        case Children():
            first = "row_number() over (partition by child_id, is_met order by source_id, {day}) = 1"
            first = first.format(day=indicator.of.own_date)
            return f"cast({first} and child_id is not null as integer)", "null"
        case _:
            return "1", "null"


def part_of(*, is_considered: bool, is_met: bool) -> Part:
    """A row that meets the condition is in both; it is told once, as numerator."""
    if not is_considered:
        return Part.EXCLUDED
    return Part.NUMERATOR if is_met else Part.DENOMINATOR


def reason(part: Part, indicator: Indicator, clocks: Clocks) -> str:
    """One plain sentence why a row stands where it does."""
    considers = _in_words(indicator.considers, clocks, denied=part is Part.EXCLUDED)
    match part, indicator.measure:
        case Part.EXCLUDED, _:
            return f"Not counted, because {'; or '.join(_left_out(indicator, considers))}."
        case Part.NUMERATOR, Share(meets=condition):
            return f"Counted, and {condition.words(clocks)}."
        case Part.DENOMINATOR, Share(meets=condition):
            return f"Counted, but {condition.denied(clocks)}."
        case Part.DENOMINATOR, Mix(by=by):
            return f"Counted, but its {by.title.lower()} is not known, or is another."
        case _:
            return f"Counted{', because ' + considers if considers else ''}."


def _left_out(indicator: Indicator, considers: str) -> tuple[str, ...]:
    """Every way a row can fail to be counted."""
    match indicator.measure:
        case Mean(of=column) | Total(of=column):
            unknown = f"{column.meaning} is not known"
        case Proportion(part=part, whole=whole):
            unknown = f"{part.meaning} or {whole.meaning} is not known"
        case _:
            unknown = ""
    return tuple(said for said in (considers, unknown) if said)


def _in_words(condition: Condition | None, clocks: Clocks, *, denied: bool) -> str:
    if condition is None:
        return ""
    return condition.denied(clocks) if denied else condition.words(clocks)
