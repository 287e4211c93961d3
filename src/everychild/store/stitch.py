"""Stitching: one table of each record from all the extracts that hold it, by the authority of each day.

A row stands where its own list has the last word on the last day we know of it. Rows of days nobody answers for stand
too, the newest telling of each key. A list with one row a child cannot overrule an earlier spell it has no room for:
that spell stands, ended at the latest when the next began.
"""

from __future__ import annotations

from everychild.records import Table


def stitched_select(table: Table) -> str:
    """A SELECT over `<record>_as_extracted` and `authority`, giving the record's columns and `source_id`."""
    if table.began is None:
        return _newest_of_each(table)
    return _by_authority(table, table.began)


def _newest_of_each(table: Table) -> str:
    columns = ", ".join(table.column_names)
    keys = ", ".join(table.key)
    return f"""
select {columns}, source_id
from {table.name}_as_extracted
qualify row_number() over (partition by {keys} order by rank, extract_no desc, source_id) = 1
"""


def _by_authority(table: Table, began: str) -> str:
    columns = ", ".join(f"told.{name}" for name in table.column_names)
    keys = ", ".join(f"told.{name}" for name in table.key)
    same_key = " and ".join(f"standing.{name} is not distinct from told.{name}" for name in table.key)
    ended = table.ended
    last_known = f"coalesce(told.{ended}, told.extracted_on)" if ended else f"told.{began}"
    out = ", ".join(
        f"least(coalesce({name}, gap_began), next_began) as {name}" if name == ended else name
        for name in table.column_names
    )
    next_began = (
        f"""(
            select min(later.{began}) from {table.name}_as_extracted as later
            where later.extract_no = last_word.extract_no
                and later.feed = last_word.feed
                and later.child_id = told.child_id
                and later.{began} > told.{began}
        )"""
        if ended
        else "cast(null as date)"
    )
    return f"""
with told as (
    select {columns}, told.source_id, told.extract_no, told.extracted_on, told.feed, told.rank,
        last_word.extract_no = told.extract_no and last_word.feed = told.feed as is_own_word,
        last_word.extract_no is null as is_nobodys,
        case when last_word.one_per_child and last_word.feed = told.feed then {next_began} end as next_began,
        {_gap(table)} as gap_began
    from {table.name}_as_extracted as told
    left join authority as last_word
        on last_word.record = '{table.name}'
        and {last_known} >= last_word.starts
        and {last_known} <= last_word.ends
),
standing as (
    select * from told where is_own_word
),
others as (
    select told.*
    from told
    left join standing on {same_key}
    where not coalesce(told.is_own_word, false)
        and (told.is_nobodys or told.next_began is not null)
        and standing.extract_no is null
    qualify row_number() over (partition by {keys}
        order by told.rank, told.extract_no desc, told.source_id) = 1
)
select {out}, source_id from standing
union all
select {out}, source_id from others
"""


def _gap(table: Table) -> str:
    """Where a spell was open and the next extract no longer reaches back to it, it is closed when that one begins."""
    if table.ended is None:
        return "cast(null as date)"
    return f"""(
            select min(later.covers_from) from kept_list as later
            where later.record = '{table.name}'
                and later.feed = told.feed
                and not later.proves_only
                and later.covers_from > told.extracted_on
        )"""
