"""Counting: the SQL that turns a fact into numerators and denominators, many indicators in one pass.

Breakdowns are unpivoted to (breakdown, group), so that one GROUP BY serves them all; each condition is summed as an
integer. Nothing here opens anything: `store` runs the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from everychild.catalogue.indicator import Children, Count, Indicator, Mean, Mix, Proportion, Share, Total
from everychild.facts import Breakdown, Fact
from everychild.facts.language import Clocks, Number

NOT_KNOWN = "Not known"


def tally_select(
    rows: str,
    fact: Fact,
    indicators: Sequence[Indicator],
    clocks: Clocks,
    breakdowns: Sequence[Breakdown] | None = None,
) -> str:
    """A SELECT of (ref, month_no, breakdown, grp, numerator, denominator, median_twice) over a fact's rows.

    `rows` is the name of their table, or a SELECT of them in brackets.

    By the fact's own breakdowns, or by others. `breakdown` and `grp` are null in the rows about all children.
    """
    places = _split_by(fact.breakdowns if breakdowns is None else breakdowns)
    sums = ",\n        ".join(
        f"{numerator} as n{n}, {denominator} as d{n}, {median} as m{n}"
        for n, (numerator, denominator, median) in enumerate(_sums(indicator, clocks) for indicator in indicators)
    )
    cells = ",\n        ".join(
        f"{{'ref': '{indicator.key}', 'n': n{n}, 'd': d{n}, 'm': m{n}}}" for n, indicator in enumerate(indicators)
    )
    return f"""
with split as (
    select fact.*, unnest([{places}]) as place
    from {rows} as fact
    where month_no between $first_month and $last_month
),
summed as (
    select month_no, place.breakdown, place.grp,
        {sums}
    from split
    group by month_no, place.breakdown, place.grp
),
listed as (
    select month_no, breakdown, grp, unnest([
        {cells}
    ]) as cell
    from summed
)
select cell.ref, month_no, breakdown, grp, cell.n as numerator, cell.d as denominator, cell.m as median_twice
from listed
"""


def _split_by(breakdowns: Sequence[Breakdown]) -> str:
    """The places of a row, each a breakdown and the group the row is in: one for all children, then one for each."""
    nowhere = "cast(null as varchar)"
    places = [(nowhere, nowhere), *((f"'{each.name}'", group_of(each)) for each in breakdowns)]
    return ", ".join(f"{{'breakdown': {name}, 'grp': {group}}}" for name, group in places)


def group_of(breakdown: Breakdown) -> str:
    """SQL for the group a row is in."""
    return f"coalesce({breakdown.column}, '{NOT_KNOWN}')"


def considered(indicator: Indicator, clocks: Clocks) -> str:
    """SQL for whether a row is counted at all."""
    considers = indicator.considers.sql(clocks) if indicator.considers is not None else "true"
    match indicator.measure:
        case Mean(of=column) | Total(of=column):
            return f"({considers} and {column.name} is not null)"
        case Proportion(part=part, whole=whole):
            return f"({considers} and {part.name} is not null and {whole.name} is not null)"
        case _:
            return considers


def meets(indicator: Indicator, clocks: Clocks) -> str:
    """SQL for whether a considered row is in the numerator."""
    match indicator.measure:
        case Share(meets=condition):
            return f"({considered(indicator, clocks)} and {condition.sql(clocks)})"
        case Mix(by=breakdown):
            return f"({considered(indicator, clocks)} and coalesce({breakdown.column}, '{NOT_KNOWN}') <> '{NOT_KNOWN}')"
        case _:
            return considered(indicator, clocks)


def _sums(indicator: Indicator, clocks: Clocks) -> tuple[str, str, str]:
    nothing = "cast(null as bigint)"
    match indicator.measure:
        case Share() | Mix():
            return _how_many(meets(indicator, clocks)), _how_many(considered(indicator, clocks)), nothing
        case Mean(of=column):
            known = considered(indicator, clocks)
            return (
                _sum_of(column, known),
                _how_many(known),
                f"cast(2 * median(case when {known} then {column.name} end) as bigint)",
            )
        case Proportion(part=part, whole=whole):
            known = considered(indicator, clocks)
            return _sum_of(part, known), _sum_of(whole, known), nothing
        case Total(of=column):
            return _sum_of(column, considered(indicator, clocks)), nothing, nothing
        case Count():
            return _how_many(considered(indicator, clocks)), nothing, nothing
        case Children():
            return nothing, nothing, nothing  # not a sum of months: counted over each window by `children_select`
        case measure:
            raise TypeError(f"{indicator.ref} is measured by {type(measure).__name__}, which cannot be tallied")


def children_select(rows: str, fact: Fact, indicator: Indicator, clocks: Clocks) -> str:
    """A SELECT of (ref, win_no, month_no, breakdown, grp, n): different children, which do not add up."""
    places = _split_by(fact.breakdowns)
    return f"""
with split as (
    select child_id, month_no, unnest([{places}]) as place
    from {rows} as fact
    where {considered(indicator, clocks)} and month_no in (select month_no from reporting_month)
)
select '{indicator.key}' as ref, span.win_no, span.month_no, split.place.breakdown, split.place.grp,
    cast(count(distinct split.child_id) as bigint) as n
from window_span as span
inner join split on split.month_no >= span.first_month_no and split.month_no <= span.month_no
group by span.win_no, span.month_no, split.place.breakdown, split.place.grp
"""


def _sum_of(column: Number, known: str) -> str:
    return f"cast(sum(case when {known} then {column.name} else 0 end) as bigint)"


def _how_many(condition: str) -> str:
    return f"cast(sum(cast({condition} as utinyint)) as bigint)"
