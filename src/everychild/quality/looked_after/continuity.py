"""Episodes one after another: gaps, overlaps, what a reason says and the next episode does not, and the year before."""

from everychild.quality.declared import Declaring, Owner, QualityRule
from everychild.quality.looked_after.parts import (
    BEFORE,
    FIRST,
    LAST,
    NEXT,
    OPEN_BEFORE,
    SHORT_BREAKS,
    TEMPORARY,
    of_child,
)

_rule = Declaring(Owner.RETURN)
_SAME_PLACE = (
    "earlier.place = episodes.place and earlier.place_provider is not distinct from episodes.place_provider"
    " and earlier.pl_post is not distinct from episodes.pl_post and earlier.urn is not distinct from episodes.urn"
)


def _differs_from_last_year(code: str, column: str, what: str, was: str, now: str) -> QualityRule:
    """The first episode of a year tells of an episode that was open at the end of the year before."""
    return _rule(
        code,
        "episodes",
        f"{what} of the first episode is not that of the episode open at the end of last year.",
        f"{FIRST} and episodes.decom = episodes_before.decom"
        f" and episodes.{column} is distinct from episodes_before.{column}",
        f"""
        episodes_before child_id=1 decom=2018-01-01 {column}={was}
        ! episodes child_id=1 decom=2018-01-01 {column}={now}
        episodes_before child_id=2 decom=2018-01-01 {column}={was}
        episodes child_id=2 decom=2018-01-01 {column}={was}
        """,
        joins=OPEN_BEFORE,
    )


RULES = (
    _rule(
        "142",
        "episodes",
        "A new episode has begun, and this one has not ended.",
        f"episodes.dec_written is null and not ({LAST})",
        """
        ! episodes child_id=1 decom=2018-05-01
        episodes child_id=1 decom=2018-06-01
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01
        episodes child_id=2 decom=2018-06-01
        """,
    ),
    _rule(
        "501",
        "episodes",
        "An episode begins before the one before it has ended.",
        "episodes.decom < earlier.dec",
        """
        episodes child_id=1 decom=2018-05-01 dec=2018-06-10
        ! episodes child_id=1 decom=2018-06-01
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01
        episodes child_id=2 decom=2018-06-01
        """,
        joins=BEFORE,
    ),
    _rule(
        "388",
        "episodes",
        "The reason says that another episode follows (X1), and none begins that day.",
        "episodes.rec = 'X1' and episodes.dec is not null and not exists (select 1 from episodes as other"
        " where other.child_id = episodes.child_id and other.decom = episodes.dec)",
        """
        ! episodes child_id=1 decom=2018-05-01 dec=2018-06-01 rec=X1
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 rec=X1
        episodes child_id=2 decom=2018-06-01
        """,
    ),
    _rule(
        "431",
        "episodes",
        "The child started to be looked after (S) on the day the episode before ended.",
        "episodes.rne = 'S' and episodes.decom = earlier.dec",
        """
        episodes child_id=1 decom=2018-05-01 dec=2018-06-01
        ! episodes child_id=1 decom=2018-06-01 rne=S
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01
        episodes child_id=2 decom=2018-07-01 rne=S
        """,
        joins=BEFORE,
    ),
    _rule(
        "432",
        "episodes",
        "Care ended with the episode before, and this one does not say that it started again (S).",
        "earlier.rec <> 'X1' and episodes.rne <> 'S'",
        """
        episodes child_id=1 decom=2018-05-01 dec=2018-06-01 rec=E4A
        ! episodes child_id=1 decom=2018-07-01 rne=P
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 rec=E4A
        episodes child_id=2 decom=2018-07-01 rne=S
        """,
        joins=BEFORE,
    ),
    _rule(
        "433",
        "episodes",
        "The reason says that care goes on, and the episode does not begin on the day the one before ended.",
        "episodes.rne in ('L', 'P', 'T', 'B', 'U') and episodes.decom is distinct from earlier.dec",
        """
        episodes child_id=1 decom=2018-05-01 dec=2018-06-01
        ! episodes child_id=1 decom=2018-06-05 rne=P
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01
        episodes child_id=2 decom=2018-06-01 rne=P
        """,
        joins=BEFORE,
    ),
    _rule(
        "434",
        "episodes",
        "The reason says that the legal status alone changed (L), and it did not, or the placement did.",
        f"episodes.rne = 'L' and (earlier.ls = episodes.ls or not ({_SAME_PLACE}))",
        """
        episodes child_id=1 decom=2018-05-01 dec=2018-06-01 ls=C1 place=U6
        ! episodes child_id=1 decom=2018-06-01 rne=L ls=C1 place=U6
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 ls=C1 place=U6
        episodes child_id=2 decom=2018-06-01 rne=L ls=C2 place=U6
        """,
        joins=BEFORE,
    ),
    _rule(
        "435",
        "episodes",
        "The reason says that the placement alone changed (P, T), and it did not, or the legal status did.",
        f"episodes.rne in ('P', 'T') and (earlier.ls <> episodes.ls or ({_SAME_PLACE}))",
        """
        episodes child_id=1 decom=2018-05-01 dec=2018-06-01 ls=C2 place=U6
        ! episodes child_id=1 decom=2018-06-01 rne=P ls=C2 place=U6
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 ls=C2 place=U6
        episodes child_id=2 decom=2018-06-01 rne=P ls=C2 place=K2
        """,
        joins=BEFORE,
    ),
    _rule(
        "436",
        "episodes",
        "The reason says that placement and legal status both changed (B, U), and one of them did not.",
        f"episodes.rne in ('B', 'U') and (earlier.ls = episodes.ls or ({_SAME_PLACE}))",
        """
        episodes child_id=1 decom=2018-05-01 dec=2018-06-01 ls=C2 place=U6
        ! episodes child_id=1 decom=2018-06-01 rne=B ls=C2 place=K2
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 ls=C1 place=U6
        episodes child_id=2 decom=2018-06-01 rne=B ls=C2 place=K2
        """,
        joins=BEFORE,
    ),
    _rule(
        "437",
        "episodes",
        "The child has died or reached 18 (E2, E15), and further episodes follow.",
        f"episodes.rec in ('E2', 'E15') and not ({LAST})",
        """
        ! episodes child_id=1 decom=2018-05-01 dec=2018-06-01 rec=E2
        episodes child_id=1 decom=2018-07-01
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 rec=E2
        """,
    ),
    _rule(
        "390",
        "episodes",
        "The child was adopted, and the last placement was not for adoption.",
        "episodes.rec in ('E11', 'E12') and episodes.place not in ('A3', 'A4', 'A5', 'A6')",
        """
        ! episodes decom=2018-05-01 dec=2018-06-01 rec=E11 place=U6
        episodes decom=2018-05-01 dec=2018-06-01 rec=E11 place=A3
        """,
    ),
    _rule(
        "504",
        "episodes",
        "The category of need is not the one told when this time in care began.",
        "earlier.rec = 'X1' and earlier.dec = episodes.decom and earlier.cin <> episodes.cin",
        """
        episodes child_id=1 decom=2018-05-01 dec=2018-06-01 rec=X1 cin=N1
        ! episodes child_id=1 decom=2018-06-01 cin=N4
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 rec=X1 cin=N1
        episodes child_id=2 decom=2018-06-01 cin=N1
        """,
        joins=BEFORE,
    ),
    _rule(
        "383",
        "episodes",
        "A child in a temporary placement must return to the placement before it.",
        f"episodes.place in {TEMPORARY} and (later.rne <> 'P' or later.place <> earlier.place)",
        """
        episodes child_id=1 decom=2018-05-01 dec=2018-06-01 place=U6
        ! episodes child_id=1 decom=2018-06-01 dec=2018-06-05 place=T1
        episodes child_id=1 decom=2018-06-05 place=K2 rne=P
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 place=U6
        episodes child_id=2 decom=2018-06-01 dec=2018-06-05 place=T1
        episodes child_id=2 decom=2018-06-05 place=U6 rne=P
        """,
        joins=BEFORE + NEXT.replace(" as other", " as another").replace("other.", "another."),
    ),
    _rule(
        "426",
        "episodes",
        "A child has short breaks of both kinds (V3, V4) in one year.",
        "episodes.ls = 'V3' and exists (select 1 from episodes as other where other.child_id = episodes.child_id"
        " and other.ls = 'V4')",
        """
        ! episodes child_id=1 decom=2018-05-01 ls=V3
        episodes child_id=1 decom=2018-07-01 ls=V4
        episodes child_id=2 decom=2018-05-01 ls=V3
        """,
    ),
    _rule(
        "377",
        "episodes",
        "A third temporary placement for carers’ holidays (T3) began within twelve months.",
        "episodes.place = 'T3' and (select count(*) from episodes as other where other.child_id = episodes.child_id"
        " and other.place = 'T3' and other.decom <= episodes.decom"
        " and other.decom > episodes.decom - interval 12 month) > 2",
        """
        episodes child_id=1 decom=2018-05-01 place=T3
        episodes child_id=1 decom=2018-07-01 place=T3
        ! episodes child_id=1 decom=2018-09-01 place=T3
        episodes child_id=2 decom=2018-05-01 place=T3
        episodes child_id=2 decom=2018-07-01 place=T3
        """,
    ),
    _rule(
        "361",
        "episodes",
        "Police protection (L1) lasts more than 72 hours.",
        "episodes.ls = 'L1' and coalesce(episodes.dec, year_ended()) > episodes.decom + interval 3 day",
        """
        ! episodes decom=2018-05-01 dec=2018-05-10 ls=L1
        episodes decom=2018-05-01 dec=2018-05-03 ls=L1
        """,
    ),
    _rule(
        "362",
        "episodes",
        "An emergency protection order (L2) lasts more than 21 days.",
        "episodes.ls = 'L2' and coalesce(episodes.dec, year_ended()) > episodes.decom + interval 21 day",
        """
        ! episodes decom=2018-05-01 dec=2018-06-10 ls=L2
        episodes decom=2018-05-01 dec=2018-05-09 ls=L2
        """,
    ),
    _rule(
        "363",
        "episodes",
        "A child assessment order (L3) lasts more than seven days.",
        "episodes.ls = 'L3' and coalesce(episodes.dec, year_ended()) > episodes.decom + interval 7 day",
        """
        ! episodes decom=2018-05-01 dec=2018-05-20 ls=L3
        episodes decom=2018-05-01 dec=2018-05-06 ls=L3
        """,
    ),
    _rule(
        "357",
        "episodes",
        "The first episode ever told of a child does not say that care started (S).",
        f"{FIRST} and episodes.rne <> 'S' and not exists (select 1 from episodes_before"
        " where episodes_before.child_id = episodes.child_id)",
        """
        ! episodes child_id=1 decom=2018-05-01 rne=P
        episodes child_id=2 decom=2018-05-01 rne=S
        episodes_before child_id=3 decom=2017-05-01
        episodes child_id=3 decom=2018-05-01 rne=P
        """,
    ),
    _rule(
        "502",
        "episodes",
        "An episode was open at the end of last year, and the first of this year begins on another day.",
        f"{FIRST} and episodes.decom <> episodes_before.decom",
        """
        episodes_before child_id=1 decom=2018-01-01
        ! episodes child_id=1 decom=2018-01-05
        episodes_before child_id=2 decom=2018-01-01
        episodes child_id=2 decom=2018-01-01
        """,
        joins=OPEN_BEFORE,
    ),
    _differs_from_last_year("503A", "rne", "The reason", "S", "P"),
    _differs_from_last_year("503B", "ls", "The legal status", "C1", "C2"),
    _differs_from_last_year("503C", "cin", "The category of need", "N1", "N4"),
    _differs_from_last_year("503D", "place", "The placement type", "U6", "K2"),
    _differs_from_last_year("503E", "place_provider", "The provider", "PR1", "PR4"),
    _differs_from_last_year("503F", "urn", "The registration number", "SC1", "SC2"),
    _differs_from_last_year("503G", "pl_distance", "The distance", "12", "30"),
    _differs_from_last_year("503H", "pl_la", "The council area", "E1", "E2"),
    _differs_from_last_year("503J", "pl_location", "Whether it is in the area", "IN", "OUT"),
    _rule(
        "1003",
        "placed_adoption",
        "The decision that a child should be placed for adoption came before the child was looked after.",
        "placed_adoption.date_placed < (select min(episodes.decom) from episodes"
        " where episodes.child_id = placed_adoption.child_id)",
        """
        ! placed_adoption child_id=1 date_placed=2018-04-05
        episodes child_id=1 decom=2018-05-01
        placed_adoption child_id=2 date_placed=2018-06-05
        episodes child_id=2 decom=2018-05-01
        """,
    ),
    _rule(
        "367",
        "episodes",
        "Short breaks (V3) of one child come to more than 75 days in the year.",
        f"episodes.ls = 'V3' and {FIRST} and (select sum(date_diff('day', lasted.decom,"
        " coalesce(lasted.dec, year_ended()))) from episodes as lasted where lasted.child_id = episodes.child_id"
        " and lasted.ls = 'V3' and lasted.decom >= year_began()) > 75",
        """
        ! episodes child_id=1 decom=2018-05-01 dec=2018-06-20 ls=V3
        episodes child_id=1 decom=2018-07-01 dec=2018-08-20 ls=V3
        episodes child_id=2 decom=2018-05-01 dec=2018-05-10 ls=V3
        """,
    ),
    _rule(
        "392c",
        "episodes",
        "The postcode of the placement cannot be a postcode.",
        "not regexp_full_match(upper(replace(episodes.pl_post, ' ', '')), '[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}')",
        """
        ! episodes decom=2018-05-01 pl_post=NOWHERE
        episodes decom=2018-05-01 pl_post=ZZ999ZZ
        """,
    ),
    _rule(
        "351",
        "episodes",
        "The young person was over 25 at the start of the year.",
        "header.dob + interval 25 year < year_began()",
        """
        ! episodes child_id=1 decom=2018-05-01
        header child_id=1 dob=1990-01-01
        episodes child_id=2 decom=2018-05-01
        header child_id=2 dob=2002-01-01
        """,
        joins=of_child("episodes"),
    ),
    _rule(
        "420",
        "episodes",
        "The council area of a placement is not wanted of short breaks.",
        f"episodes.ls in {SHORT_BREAKS} and episodes.pl_la is not null",
        """
        ! episodes decom=2018-05-01 ls=V3 pl_la=E1
        episodes decom=2018-05-01 ls=C2 pl_la=E1
        """,
    ),
    _rule(
        "398",
        "episodes",
        "The distance from home is not wanted of short breaks.",
        f"episodes.ls in {SHORT_BREAKS} and episodes.pl_distance is not null",
        """
        ! episodes decom=2018-05-01 ls=V3 pl_distance=12
        episodes decom=2018-05-01 ls=C2 pl_distance=12
        """,
    ),
    _rule(
        "214",
        "episodes",
        "Where a placement lies is not wanted of short breaks.",
        f"episodes.ls in {SHORT_BREAKS} and episodes.pl_location is not null",
        """
        ! episodes decom=2018-05-01 ls=V3 pl_location=IN
        episodes decom=2018-05-01 ls=C2 pl_location=IN
        """,
    ),
)
