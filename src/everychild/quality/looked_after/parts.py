"""Parts of SELECTs that several rules about the return share."""

TEMPORARY = "('T0', 'T1', 'T2', 'T3', 'T4')"
SHORT_BREAKS = "('V3', 'V4')"

NEXT = """
    inner join episodes as later on later.child_id = episodes.child_id and later.decom = (
        select min(other.decom) from episodes as other
        where other.child_id = episodes.child_id and other.decom > episodes.decom
    )
"""
"""The child’s next episode, as `later`."""

BEFORE = """
    inner join episodes as earlier on earlier.child_id = episodes.child_id and earlier.decom = (
        select max(other.decom) from episodes as other
        where other.child_id = episodes.child_id and other.decom < episodes.decom
    )
"""
"""The child’s episode before, as `earlier`."""

LAST = """not exists (
    select 1 from episodes as later where later.child_id = episodes.child_id and later.decom > episodes.decom
)"""
FIRST = """not exists (
    select 1 from episodes as sooner where sooner.child_id = episodes.child_id and sooner.decom < episodes.decom
)"""
OPEN_BEFORE = """
    inner join episodes_before on episodes_before.child_id = episodes.child_id and episodes_before.dec_written is null
"""
"""The episode that was open at the end of the year before, joined to the child’s."""

THE_CHILD = "inner join header on header.child_id = {table}.child_id"


def of_child(table: str) -> str:
    """Who the child is, as `header`."""
    return THE_CHILD.format(table=table)


def all_year(table: str) -> str:
    """Whether the child was looked after on every day of the year; short breaks by agreement do not count."""
    return f"""coalesce((
        select sum(date_diff(
            'day',
            greatest(lasted.decom, year_began()),
            least(coalesce(lasted.dec, year_ended() + 1), year_ended() + 1)
        ))
        from episodes as lasted
        where lasted.child_id = {table}.child_id and lasted.ls not in {SHORT_BREAKS}
            and lasted.decom <= year_ended() and coalesce(lasted.dec, year_ended() + 1) > year_began()
    ), 0) >= date_diff('day', year_began(), year_ended() + 1)"""
