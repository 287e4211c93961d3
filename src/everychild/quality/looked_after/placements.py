"""Where children live: who provides it, how far from home, and which providers go with which placements."""

from everychild.quality.declared import Declaring, Owner, QualityRule
from everychild.quality.looked_after.parts import SHORT_BREAKS, TEMPORARY

_rule = Declaring(Owner.RETURN)


def _never_by(code: str, provider: str, says: str, places: str, breaks: str, keeps: str = "U6") -> QualityRule:
    """A provider that placements of these kinds cannot have."""
    told = ", ".join(repr(each) for each in places.split())
    return _rule(
        code,
        "episodes",
        says,
        f"episodes.place_provider = '{provider}' and episodes.place in ({told})",
        f"""
        ! episodes decom=2018-05-01 place={breaks} place_provider={provider}
        episodes decom=2018-05-01 place={keeps} place_provider={provider}
        """,
    )


RULES = (
    _rule(
        "178",
        "episodes",
        "The code of the provider is none of the published ones.",
        "episodes.place_provider not in ('PR0', 'PR1', 'PR2', 'PR3', 'PR4', 'PR5')",
        """
        ! episodes decom=2018-05-01 place=U6 place_provider=PR9
        episodes decom=2018-05-01 place=U6 place_provider=PR1
        """,
    ),
    _rule(
        "213",
        "episodes",
        "A provider is not wanted of a temporary placement.",
        f"episodes.place in {TEMPORARY} and episodes.place_provider is not null",
        """
        ! episodes decom=2018-05-01 place=T1 place_provider=PR1
        episodes decom=2018-05-01 place=T1
        """,
    ),
    _rule(
        "526",
        "episodes",
        "The provider of a placement is missing.",
        "episodes.place_provider is null and"
        " episodes.place not in ('T0', 'T1', 'T2', 'T3', 'T4', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14')",
        """
        ! episodes decom=2018-05-01 place=U6
        episodes decom=2018-05-01 place=U6 place_provider=PR1
        episodes decom=2018-05-01 place=Z1
        """,
    ),
    _never_by("527", "PR1", "The council itself cannot provide placements of this kind.", "P1 R2 R5", "R5"),
    _never_by("528", "PR2", "Another council cannot provide placements of this kind.", "P1 R2 R5", "R5"),
    _never_by(
        "529",
        "PR3",
        "Other public bodies cannot provide placements of this kind.",
        "P1 A3 A4 A5 A6 K1 K2 U1 U2 U3 U4 U5 U6",
        "U6",
        "R5",
    ),
    _never_by("530", "PR4", "A private provider cannot provide a placement with parents.", "P1", "P1"),
    _never_by("531", "PR5", "A voluntary provider cannot provide a placement with parents.", "P1", "P1"),
    _rule(
        "550",
        "episodes",
        "Parents can be the provider of a placement with parents alone.",
        "episodes.place_provider = 'PR0' and episodes.place <> 'P1'",
        """
        ! episodes decom=2018-05-01 place=U6 place_provider=PR0
        episodes decom=2018-05-01 place=P1 place_provider=PR0
        """,
    ),
    _rule(
        "392b",
        "episodes",
        "The postcodes of home and placement are missing.",
        f"episodes.ls not in {SHORT_BREAKS} and (episodes.home_post is null or episodes.pl_post is null)"
        " and not exists (select 1 from uasc where uasc.child_id = episodes.child_id)",
        """
        ! episodes child_id=1 decom=2018-05-01 ls=C2 home_post=ZZ99
        episodes child_id=2 decom=2018-05-01 ls=C2 home_post=ZZ99 pl_post=ZZ98
        episodes child_id=3 decom=2018-05-01 ls=C2
        uasc child_id=3
        """,
    ),
    _rule(
        "392d",
        "episodes",
        "Home and placement have one postcode, and the placement is not with parents.",
        "episodes.home_post = episodes.pl_post and episodes.place <> 'P1'",
        """
        ! episodes decom=2018-05-01 place=U6 home_post=ZZ99 pl_post=ZZ99
        episodes decom=2018-05-01 place=P1 home_post=ZZ99 pl_post=ZZ99
        """,
    ),
    _rule(
        "392a",
        "episodes",
        "The distance from home is missing.",
        f"episodes.pl_distance is null and episodes.ls not in {SHORT_BREAKS}"
        " and not exists (select 1 from uasc where uasc.child_id = episodes.child_id)",
        """
        ! episodes child_id=1 decom=2018-05-01 ls=C2
        episodes child_id=2 decom=2018-05-01 ls=C2 pl_distance=4
        """,
    ),
    _rule(
        "454",
        "episodes",
        "The placement is more than 350 miles from home.",
        "try_cast(episodes.pl_distance as double) > 350",
        """
        ! episodes decom=2018-05-01 pl_distance=400
        episodes decom=2018-05-01 pl_distance=12.4
        """,
    ),
    _rule(
        "406",
        "episodes",
        "The distance from home is not wanted of an unaccompanied child.",
        "episodes.pl_distance is not null and exists (select 1 from uasc where uasc.child_id = episodes.child_id)",
        """
        ! episodes child_id=1 decom=2018-05-01 pl_distance=4
        uasc child_id=1
        episodes child_id=2 decom=2018-05-01 pl_distance=4
        """,
    ),
    _rule(
        "217t",
        "episodes",
        "Living independently (P2) is no placement of an episode begun since 28 October 2023.",
        "episodes.place = 'P2' and episodes.decom >= date '2023-10-28'",
        """
        ! episodes decom=2023-12-01 place=P2
        episodes decom=2023-05-01 place=P2
        """,
        first=2024,
    ),
)
