"""Ofsted’s number of each placement, held against the lists that say which codes go with it, and until when.

Not run until such a list is loaded: a number that cannot be looked up is not thereby wrong. XXXXXXX stands for what
Ofsted does not inspect.
"""

from everychild.quality.declared import Declaring, Owner, QualityRule

_rule = Declaring(Owner.RETURN)

_A_NUMBER = "episodes.urn is not null and upper(episodes.urn) <> 'XXXXXXX'"
_LOOKED_UP = "inner join registered_provider on upper(registered_provider.registered_as) = upper(episodes.urn)"


def _goes_with(code: str, says: str, column: str, listed: str, right: str, wrong: str) -> QualityRule:
    """A code of the episode that is none of those listed for its number; lists part several by a stroke or a comma."""
    each = f"string_split(replace(replace(upper(registered_provider.{listed}), ' ', ''), '/', ','), ',')"
    return _rule(
        code,
        "episodes",
        says,
        f"{_A_NUMBER} and registered_provider.{listed} is not null"
        f" and not list_contains({each}, coalesce(episodes.{column}, ''))",
        f"""
        ! episodes child_id=1 decom=2018-05-01 {column}={wrong} urn=SC900001
        episodes child_id=2 decom=2018-05-01 {column}={right} urn=SC900001
        episodes child_id=3 decom=2018-05-01 {column}={right} urn=SC900002
        episodes child_id=4 decom=2018-05-01 {column}={wrong} urn=XXXXXXX
        registered_provider registered_as=SC900001 {listed}={right}
        registered_provider registered_as=SC900002 {listed}={wrong}/{right}
        """,
        joins=_LOOKED_UP,
    )


RULES = (
    _rule(
        "1008",
        "episodes",
        "Ofsted’s number of the placement is on none of its lists.",
        f"{_A_NUMBER} and not exists (select 1 from registered_provider"
        # A list of inspections alone does not hold every number.
        " where upper(registered_provider.registered_as) = upper(episodes.urn))"
        " and exists (select 1 from registered_provider as coded where coded.placement_types is not null)",
        """
        ! episodes child_id=1 decom=2018-05-01 urn=SC900009
        episodes child_id=2 decom=2018-05-01 urn=SC900001
        episodes child_id=3 decom=2018-05-01 urn=XXXXXXX
        episodes child_id=4 decom=2018-05-01
        registered_provider registered_as=SC900001 placement_types=K2
        """,
    ),
    _goes_with(
        "219",
        "Ofsted’s number of the placement is not of a provider of that kind of placement.",
        "place",
        "placement_types",
        "K2",
        "U4",
    ),
    _goes_with(
        "224",
        "Ofsted’s number of the placement is not of that kind of provider.",
        "place_provider",
        "providers",
        "PR4",
        "PR1",
    ),
    _rule(
        "227",
        "episodes",
        "The episode began when the provider had already closed.",
        f"{_A_NUMBER} and episodes.decom >= registered_provider.closed_on",
        """
        ! episodes child_id=1 decom=2018-05-01 urn=SC900001
        episodes child_id=2 decom=2018-01-01 urn=SC900001
        registered_provider registered_as=SC900001 closed_on=2018-05-01
        """,
        joins=_LOOKED_UP,
    ),
    _rule(
        "228",
        "episodes",
        "The episode goes on after the provider closed.",
        f"{_A_NUMBER} and (episodes.dec > registered_provider.closed_on"
        " or (episodes.dec_written is null and registered_provider.closed_on < year_ended()))",
        """
        ! episodes child_id=1 decom=2018-04-01 urn=SC900001
        ! episodes child_id=2 decom=2018-04-01 dec=2018-06-01 urn=SC900001
        episodes child_id=3 decom=2018-04-01 dec=2018-05-01 urn=SC900001
        registered_provider registered_as=SC900001 closed_on=2018-05-01
        """,
        joins=_LOOKED_UP,
    ),
)
