"""Stitching: one table of each record from all the extracts that hold it, by the authority of each day.

Of several tellings of one thing the newest counts. It stands unless another list has the last word on the last day we
know of it (its end, or the day of the extract while it is open), outranks or is newer than the one it stands in, and
does not hold it: then it has been taken out of the case system, or its date put right. A list with one row a child
cannot overrule an earlier spell it has no room for: that spell stands, ended at the latest when the next began. A spell
left open before a gap in the extracts is closed when the record begins again.
"""

from __future__ import annotations

from everychild.records import Table

BEST = "cast(rank as bigint) * 1000000000 - taken_no"
"""Least for the best telling: of the best rank, the newest. One number, so that no rows need be put in order; a large
one, because a third rank is more than 32 bits hold."""

NEWEST = "cast(taken_no as hugeint) * 36893488147419103232 - cast(rank as hugeint) * 9223372036854775808 - source_id"
"""Greatest for the newest telling, then the better rank, then the row that comes first: by 2^65, 2^63 and one."""


def stitched_select(table: Table, *, has_lists_of_one_per_child: bool = True) -> str:
    """A SELECT over `<record>_as_extracted` and `authority`, giving the record's columns and `source_id`."""
    if table.is_described_piecemeal:
        return _newest_known(table)
    if table.began is None:
        return _newest_of_each(table)
    return _by_authority(table, table.began, has_lists_of_one_per_child=has_lists_of_one_per_child)


def is_answered_anew(table: Table) -> bool:
    """Whether rows that a newer list of their feed answers for can be left unread.

    So it is with what merely happens on a day that is part of its key: every telling has that one day, and if the newer
    list holds it, it tells it better; if not, it has been taken out.
    """
    return table.began in table.key and table.ended is None and not table.is_described_piecemeal


def _newest_of_each(table: Table) -> str:
    columns = ", ".join(table.column_names)
    keys = ", ".join(table.key)
    return f"""
select {columns}, source_id
from {table.name}_as_extracted
qualify row_number() over (partition by {keys} order by rank, taken_no desc, source_id) = 1
"""


def _newest_known(table: Table) -> str:
    """The newest known value of each column: what one list leaves blank another may tell."""
    columns = ",\n    ".join(
        name if name in table.key else f"arg_max({name}, newest) filter (where {name} is not null) as {name}"
        for name in table.column_names
    )
    keys = ", ".join(table.key)
    return f"""
select
    {columns},
    arg_max(source_id, newest) filter (where source_id is not null) as source_id
from (select *, {NEWEST} as newest from {table.name}_as_extracted) as told
group by {keys}
"""


def _by_authority(table: Table, began: str, *, has_lists_of_one_per_child: bool) -> str:
    ended = table.ended
    columns = ", ".join(
        f"least(coalesce({name}, gap_began), next_began) as {name}" if name == ended else name
        for name in table.column_names
    )
    last_known = f"coalesce(told.{ended}, told.extracted_on)" if ended else f"told.{began}"
    next_began = _next_began(table, began) if has_lists_of_one_per_child else None
    return f"""
with newest as (
    select told.*, {last_known} as last_known
    from {table.name}_as_extracted as told
    qualify {BEST} = min({BEST}) over (partition by {", ".join(table.key)})
),
last_words as (
    select *, lead(starts) over (order by starts) as next_starts
    from authority
    where record = '{table.name}'
),
judged as (
    select newest.*,
        last_word.extract_no is null
        or newest.last_known > last_word.ends
        or (last_word.extract_no = newest.extract_no and last_word.feed = newest.feed)
        or last_word.rank > newest.rank
        or (last_word.rank = newest.rank and last_word.extracted_on <= newest.extracted_on) as stands,
        {next_began or "cast(null as date)"} as next_began
    from newest
    left join last_words as last_word
        on newest.last_known >= last_word.starts
        and (newest.last_known < last_word.next_starts or last_word.next_starts is null)
)
select {columns}, source_id
from judged
where stands or next_began is not null
"""


def _next_began(table: Table, began: str) -> str | None:
    """When the child's next spell began, by a list that had no room for this one."""
    if table.ended is None or "child_id" not in table.column_names:
        return None
    return f"""case
            when last_word.one_per_child and last_word.feed = newest.feed and newest.last_known <= last_word.ends then (
                select min(later.{began}) from {table.name}_as_extracted as later
                where later.extract_no = last_word.extract_no
                    and later.feed = last_word.feed
                    and later.child_id = newest.child_id
                    and later.{began} > newest.{began}
            )
        end"""
