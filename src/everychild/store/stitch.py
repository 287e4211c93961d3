"""Stitching: one table of each record from all the extracts that hold it, by the authority of each day.

Of several tellings of one thing the newest counts. It stands unless another list has the last word on the last day we
know of it (its end, or the day of the extract while it is open), outranks or is newer than the one it stands in, and
does not hold it: then it has been taken out of the case system, or its date put right. A list with one row a child
cannot overrule an earlier spell it has no room for: that spell stands, ended at the latest when the next began. A spell
left open before a gap in the extracts is closed when the record begins again.
"""

from __future__ import annotations

from everychild.records import Table

BEST = "told.rank * 1000000000 - told.extract_no"
"""Least for the best telling: of the best rank, the newest. One number, so that no rows need be put in order."""


def stitched_select(table: Table) -> str:
    """A SELECT over `<record>_as_extracted` and `authority`, giving the record's columns and `source_id`."""
    if table.is_described_piecemeal:
        return _newest_known(table)
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


def _newest_known(table: Table) -> str:
    """The newest known value of each column: what one list leaves blank another may tell."""
    columns = ",\n    ".join(
        name if name in table.key else f"first_value({name} ignore nulls) over newest as {name}"
        for name in table.column_names
    )
    keys = ", ".join(table.key)
    return f"""
select
    {columns},
    source_id
from {table.name}_as_extracted
window newest as (
    partition by {keys} order by extract_no desc, rank, source_id
    rows between unbounded preceding and unbounded following
)
qualify row_number() over newest = 1
"""


def _by_authority(table: Table, began: str) -> str:
    ended = table.ended
    columns = ", ".join(
        f"least(coalesce({name}, gap_began), next_began) as {name}" if name == ended else name
        for name in table.column_names
    )
    last_known = f"coalesce(newest.{ended}, newest.extracted_on)" if ended else f"newest.{began}"
    return f"""
with newest as (
    select told.*
    from {table.name}_as_extracted as told
    qualify {BEST} = min({BEST}) over (partition by {", ".join(table.key)})
),
judged as (
    select newest.*,
        last_word.extract_no is null
        or (last_word.extract_no = newest.extract_no and last_word.feed = newest.feed)
        or last_word.rank > newest.rank
        or (last_word.rank = newest.rank and last_word.extracted_on <= newest.extracted_on) as stands,
        {_next_began(table, began)} as next_began,
        {_gap_began(table)} as gap_began
    from newest
    left join authority as last_word
        on last_word.record = '{table.name}'
        and {last_known} >= last_word.starts
        and {last_known} <= last_word.ends
)
select {columns}, source_id
from judged
where stands or next_began is not null
"""


def _next_began(table: Table, began: str) -> str:
    """When the child's next spell began, by a list that had no room for this one."""
    if table.ended is None or "child_id" not in table.column_names:
        return "cast(null as date)"
    return f"""case when last_word.one_per_child and last_word.feed = newest.feed then (
            select min(later.{began}) from {table.name}_as_extracted as later
            where later.extract_no = last_word.extract_no
                and later.feed = last_word.feed
                and later.child_id = newest.child_id
                and later.{began} > newest.{began}
        ) end"""


def _gap_began(table: Table) -> str:
    """When the next extract that does not reach back to this one begins."""
    if table.ended is None:
        return "cast(null as date)"
    return f"""(
            select min(later.covers_from) from kept_list as later
            where later.record = '{table.name}'
                and later.feed = newest.feed
                and not later.proves_only
                and later.covers_from > newest.extracted_on
        )"""
