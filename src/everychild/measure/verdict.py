"""Why one row is in a figure, only under its line, or in neither: one sentence, from the conditions' own words.

The conditions are read over the row in plain Python, where the figure was counted in SQL; the two must agree.
"""

from __future__ import annotations

from everychild.catalogue.indicator import Indicator, Mean, Mix, Proportion, Share, Total
from everychild.facts.language import Clocks, Column, Row
from everychild.measure.lineage import Part, part_of
from everychild.measure.tally import NOT_KNOWN


def verdict(indicator: Indicator, row: Row, clocks: Clocks) -> Part:
    """Where a row stands in the figure."""
    considered = _is_considered(indicator, row, clocks)
    return part_of(is_considered=considered, is_met=considered and _is_met(indicator, row, clocks))


def why(indicator: Indicator, row: Row, clocks: Clocks) -> str:
    """The same as a sentence, naming the condition that decides it."""
    match verdict(indicator, row, clocks), indicator.measure:
        case Part.EXCLUDED, _:
            return f"Not counted, because {'; and '.join(_left_out_by(indicator, row, clocks))}."
        case Part.NUMERATOR, Share(meets=condition):
            return f"Counted, and {condition.why(row, clocks)}."
        case Part.DENOMINATOR, Share(meets=condition):
            return f"Counted, but {condition.why(row, clocks)}."
        case Part.NUMERATOR, Mix(by=by):
            return f"Counted: its {by.title.lower()} is “{row[by.column]}”."
        case Part.DENOMINATOR, Mix(by=by):
            return f"Counted, but its {by.title.lower()} is not known."
        case _:
            if indicator.considers is None:
                return f"Counted, as one of the {indicator.of.counted_in}."
            return f"Counted, because {indicator.considers.why(row, clocks)}."


def _is_considered(indicator: Indicator, row: Row, clocks: Clocks) -> bool:
    is_so = indicator.considers is None or indicator.considers.holds(row, clocks)
    return is_so and all(row[column.name] is not None for column in _must_be_known(indicator))


def _is_met(indicator: Indicator, row: Row, clocks: Clocks) -> bool:
    match indicator.measure:
        case Share(meets=condition):
            return condition.holds(row, clocks)
        case Mix(by=by):
            return row[by.column] not in (None, NOT_KNOWN)
        case _:
            return True


def _left_out_by(indicator: Indicator, row: Row, clocks: Clocks) -> tuple[str, ...]:
    """Every condition of being counted that the row fails."""
    considers = indicator.considers
    failed = () if considers is None or considers.holds(row, clocks) else (considers.why(row, clocks),)
    unknown = (column for column in _must_be_known(indicator) if row[column.name] is None)
    return (*failed, *(f"{column.meaning} is not known" for column in unknown))


def _must_be_known(indicator: Indicator) -> tuple[Column, ...]:
    match indicator.measure:
        case Mean(of=column) | Total(of=column):
            return (column,)
        case Proportion(part=part, whole=whole):
            return (part, whole)
        case _:
            return ()
