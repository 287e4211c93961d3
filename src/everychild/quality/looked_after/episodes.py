"""Episodes by themselves: their dates and codes, and what goes with the child’s age."""

from everychild.quality.declared import Declaring, Owner, QualityRule
from everychild.quality.looked_after.parts import BEFORE, NEXT, SHORT_BREAKS, TEMPORARY, of_child

_rule = Declaring(Owner.RETURN)
_AGED = of_child("episodes")


def _too_young(
    code: str, says: str, condition: str, years: int, breaks: str, last: int | None = None, first: int | None = None
) -> QualityRule:
    """A code that goes with no child younger than so many years on the day the episode began."""
    return _rule(
        code,
        "episodes",
        says,
        f"{condition} and episodes.decom < header.dob + interval {years} year",
        f"""
        ! episodes child_id=1 decom=2018-05-01 {breaks}
        header child_id=1 dob=2017-01-01
        episodes child_id=2 decom=2018-05-01 {breaks}
        header child_id=2 dob=2000-06-01
        """,
        joins=_AGED,
        first=first,
        last=last,
    )


def _no_code(
    code: str,
    column: str,
    says: str,
    codes: str,
    good: str,
    *,
    may_be_blank: bool,
    first: int | None = None,
    last: int | None = None,
) -> QualityRule:
    """A code that is none of the list."""
    blank = "" if may_be_blank else f"episodes.{column} is null or "
    return _rule(
        code,
        "episodes",
        says,
        f"{blank}episodes.{column} not in ({', '.join(repr(each) for each in codes.split())})",
        f"""
        ! episodes decom=2018-05-01 {column}=XX
        episodes decom=2018-05-01 {column}={good}
        """,
        first=first,
        last=last,
    )


_PLACES = "U1 U2 U3 U4 U5 U6 A3 A4 A5 A6 K1 K2 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4"
_NO_PLACE = "The code of the placement type is none of the published ones."

RULES = (
    _rule(
        "141",
        "episodes",
        "The date the episode began is missing or cannot be read.",
        "episodes.decom is null",
        """
        ! episodes decom_written=31/02/2018
        ! episodes ls=C2
        episodes decom=2018-05-01
        """,
    ),
    _rule(
        "147",
        "episodes",
        "The date the episode ceased cannot be read.",
        "episodes.dec is null and episodes.dec_written is not null",
        """
        ! episodes decom=2018-05-01 dec_written=31/02/2018
        episodes decom=2018-05-01
        """,
    ),
    _no_code(
        "143", "rne", "The reason for the new episode is no published code.", "S L P T B U", "S", may_be_blank=False
    ),
    _no_code(
        "144",
        "ls",
        "The legal status is no published code.",
        "C1 C2 D1 E1 V2 V3 V4 J1 J2 J3 L1 L2 L3",
        "C2",
        may_be_blank=False,
    ),
    _no_code("146", "place", _NO_PLACE, f"{_PLACES} H5 P2 Z1", "U3", may_be_blank=False, last=2023),
    _no_code("146", "place", _NO_PLACE, f"{_PLACES} H5 P2 K3 Z1", "K3", may_be_blank=False, first=2024, last=2025),
    _no_code("146", "place", _NO_PLACE, f"{_PLACES} K3 Z11 Z12 Z13 Z14", "Z11", may_be_blank=False, first=2026),
    _no_code(
        "149",
        "rec",
        "The reason the episode ceased is no published code.",
        "E11 E12 E2 E3 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E8 E9 E14 E15 E16 E17 X1",
        "E4A",
        may_be_blank=True,
        first=2019,
    ),
    _no_code(
        "1009",
        "reason_place_change",
        "The reason for the placement change is no published code.",
        "CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER",
        "CARPL",
        may_be_blank=True,
    ),
    _rule(
        "148",
        "episodes",
        "The date the episode ceased and its reason must both be there, or both be blank.",
        "(episodes.dec_written is null) <> (episodes.rec is null)",
        """
        ! episodes decom=2018-05-01 dec=2018-06-01
        ! episodes decom=2018-05-01 rec=E4A
        episodes decom=2018-05-01 dec=2018-06-01 rec=E4A
        """,
    ),
    _rule(
        "302",
        "episodes",
        "An episode begins before the child was born.",
        "episodes.decom < header.dob",
        """
        ! episodes child_id=1 decom=2018-05-01
        header child_id=1 dob=2018-06-01
        episodes child_id=2 decom=2018-05-01
        header child_id=2 dob=2018-05-01
        """,
        joins=_AGED,
    ),
    _rule(
        "352",
        "episodes",
        "A child who started to be looked after was 18 or over.",
        "episodes.rne = 'S' and episodes.decom >= header.dob + interval 18 year",
        """
        ! episodes child_id=1 decom=2018-05-01 rne=S
        header child_id=1 dob=2000-01-01
        episodes child_id=2 decom=2018-05-01 rne=S
        header child_id=2 dob=2002-01-01
        """,
        joins=_AGED,
    ),
    _rule(
        "353",
        "episodes",
        "An episode begins before 14 October 1991, when the Children Act came into force.",
        "episodes.decom < date '1991-10-14'",
        """
        ! episodes decom=1990-05-01
        episodes decom=2018-05-01
        """,
    ),
    _rule(
        "354",
        "episodes",
        "An episode begins after the end of the year.",
        "episodes.decom > year_ended()",
        """
        ! episodes decom=2019-05-01
        episodes decom=2018-05-01
        """,
    ),
    _rule(
        "385",
        "episodes",
        "An episode ceases after the end of the year.",
        "episodes.dec > year_ended()",
        """
        ! episodes decom=2018-05-01 dec=2019-05-01
        episodes decom=2018-05-01 dec=2019-03-31
        """,
    ),
    _rule(
        "355",
        "episodes",
        "An episode begins and ceases on one day.",
        "episodes.dec = episodes.decom",
        """
        ! episodes decom=2018-05-01 dec=2018-05-01
        episodes decom=2018-05-01 dec=2018-05-02
        """,
    ),
    _rule(
        "356",
        "episodes",
        "An episode ceases before it begins.",
        "episodes.dec < episodes.decom",
        """
        ! episodes decom=2018-05-01 dec=2018-04-01
        episodes decom=2018-05-01 dec=2018-05-02
        """,
    ),
    _too_young(
        "358", "A child under ten cannot have this legal status.", "episodes.ls in ('J1', 'J2', 'J3')", 10, "ls=J1"
    ),
    _rule(
        "359",
        "episodes",
        "A young person past 18 is looked after, and not accommodated under section 20 in a children’s home.",
        "header.dob + interval 18 year < year_ended() and episodes.dec_written is null"
        " and not (episodes.ls = 'V2' and episodes.place = 'K2')",
        """
        ! episodes child_id=1 decom=2018-05-01 ls=C2 place=U4
        header child_id=1 dob=2000-05-01
        episodes child_id=2 decom=2018-05-01 ls=V2 place=K2
        header child_id=2 dob=2000-05-01
        """,
        joins=_AGED,
    ),
    _rule(
        "365",
        "episodes",
        "A short break (V3) lasts more than 17 days.",
        "episodes.ls = 'V3' and coalesce(episodes.dec, year_ended()) > episodes.decom + interval 17 day",
        """
        ! episodes decom=2018-05-01 dec=2018-05-30 ls=V3
        episodes decom=2018-05-01 dec=2018-05-10 ls=V3
        """,
    ),
    _rule(
        "366",
        "episodes",
        "A child cannot change placement within one short break: each begins with S.",
        "episodes.ls = 'V3' and episodes.rne <> 'S'",
        """
        ! episodes decom=2018-05-01 ls=V3 rne=P
        episodes decom=2018-05-01 ls=V3 rne=S
        """,
    ),
    _too_young(
        "370", "A child living on their own should be at least 16.", "episodes.place = 'P2'", 16, "place=P2", last=2025
    ),
    _too_young(
        "371",
        "A child in supported accommodation should be at least 16.",
        "episodes.place = 'H5'",
        16,
        "place=H5",
        last=2024,
    ),
    _too_young(
        "371",
        "A child in supported accommodation should be at least 16.",
        "episodes.place in ('H5', 'K3')",
        16,
        "place=K3",
        first=2025,
    ),
    _too_young("372", "A child in custody should be at least ten.", "episodes.place = 'R5'", 10, "place=R5"),
    _too_young("373", "A child placed in a school should be at least four.", "episodes.place = 'S1'", 4, "place=S1"),
    _too_young(
        "374", "A child in residential employment should be at least 14.", "episodes.place = 'P3'", 14, "place=P3"
    ),
    _rule(
        "375",
        "episodes",
        "A hospital stay as a temporary placement (T1) lasts more than six weeks.",
        "episodes.place = 'T1' and coalesce(episodes.dec, year_ended()) > episodes.decom + interval 42 day",
        """
        ! episodes decom=2018-05-01 dec=2018-07-30 place=T1
        episodes decom=2018-05-01 dec=2018-05-10 place=T1
        """,
    ),
    _rule(
        "376",
        "episodes",
        "A temporary placement while carers are on holiday (T3) lasts more than three weeks.",
        "episodes.place = 'T3' and coalesce(episodes.dec, year_ended()) > episodes.decom + interval 21 day",
        """
        ! episodes decom=2018-05-01 dec=2018-05-30 place=T3
        episodes decom=2018-05-01 dec=2018-05-10 place=T3
        """,
    ),
    _rule(
        "379",
        "episodes",
        "A temporary placement for no stated reason (T4) lasts more than seven days.",
        "episodes.place = 'T4' and coalesce(episodes.dec, year_ended()) > episodes.decom + interval 7 day",
        """
        ! episodes decom=2018-05-01 dec=2018-05-30 place=T4
        episodes decom=2018-05-01 dec=2018-05-05 place=T4
        """,
    ),
    _rule(
        "378",
        "episodes",
        "A child placed with their parents cannot be accommodated under section 20.",
        "episodes.place = 'P1' and episodes.ls = 'V2'",
        """
        ! episodes decom=2018-05-01 place=P1 ls=V2
        episodes decom=2018-05-01 place=P1 ls=C2
        """,
    ),
    _rule(
        "380",
        "episodes",
        "A time in care cannot begin with a temporary placement: the reason should be P or B.",
        f"episodes.place in {TEMPORARY} and episodes.rne not in ('P', 'B')",
        """
        ! episodes decom=2018-05-01 place=T1 rne=S
        episodes decom=2018-05-01 place=T1 rne=P
        """,
    ),
    _rule(
        "381",
        "episodes",
        "A time in care cannot end with a temporary placement.",
        f"episodes.place in {TEMPORARY} and episodes.rec <> 'X1'",
        """
        ! episodes decom=2018-05-01 dec=2018-06-01 place=T1 rec=E4A
        episodes decom=2018-05-01 dec=2018-06-01 place=T1 rec=X1
        """,
    ),
    _rule(
        "382",
        "episodes",
        "A child on a short break cannot be in a temporary placement.",
        f"episodes.ls in {SHORT_BREAKS} and episodes.place in {TEMPORARY}",
        """
        ! episodes decom=2018-05-01 ls=V3 place=T1
        episodes decom=2018-05-01 ls=V3 place=U6
        """,
    ),
    _rule(
        "384",
        "episodes",
        "A child on a short break cannot be in a long-term foster placement.",
        f"episodes.ls in {SHORT_BREAKS} and episodes.place in ('U1', 'U4')",
        """
        ! episodes decom=2018-05-01 ls=V3 place=U4
        episodes decom=2018-05-01 ls=V3 place=U6
        """,
    ),
    _rule(
        "386",
        "episodes",
        "A young person was adopted at 18 or over.",
        "episodes.rec in ('E11', 'E12') and episodes.dec >= header.dob + interval 18 year",
        """
        ! episodes child_id=1 decom=2018-05-01 dec=2018-06-01 rec=E11
        header child_id=1 dob=2000-01-01
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 rec=E11
        header child_id=2 dob=2015-01-01
        """,
        joins=_AGED,
    ),
    _rule(
        "387",
        "episodes",
        "A child under 14 moved into independent living.",
        "episodes.rec in ('E5', 'E6') and episodes.dec < header.dob + interval 14 year",
        """
        ! episodes child_id=1 decom=2018-05-01 dec=2018-06-01 rec=E5
        header child_id=1 dob=2010-01-01
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 rec=E5
        header child_id=2 dob=2001-01-01
        """,
        joins=_AGED,
    ),
    _rule(
        "389",
        "episodes",
        "A child under 16 was passed to adult social care.",
        "episodes.rec = 'E7' and episodes.dec < header.dob + interval 16 year",
        """
        ! episodes child_id=1 decom=2018-05-01 dec=2018-06-01 rec=E7
        header child_id=1 dob=2010-01-01
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 rec=E7
        header child_id=2 dob=2001-01-01
        """,
        joins=_AGED,
    ),
    _rule(
        "407",
        "episodes",
        "A special guardianship order was made when the child was 18 or over.",
        "episodes.rec in ('E45', 'E46', 'E47', 'E48') and episodes.dec >= header.dob + interval 18 year",
        """
        ! episodes child_id=1 decom=2018-05-01 dec=2018-06-01 rec=E45
        header child_id=1 dob=2000-01-01
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 rec=E45
        header child_id=2 dob=2015-01-01
        """,
        joins=_AGED,
    ),
    _rule(
        "460",
        "episodes",
        "A child stayed with carers at 18, and is under 18.",
        "episodes.rec = 'E17' and episodes.dec < header.dob + interval 18 year",
        """
        ! episodes child_id=1 decom=2018-05-01 dec=2018-06-01 rec=E17
        header child_id=1 dob=2010-01-01
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 rec=E17
        header child_id=2 dob=2000-06-01
        """,
        joins=_AGED,
    ),
    _rule(
        "408",
        "episodes",
        "A child is placed for adoption by a placement order (A5, A6), and the legal status is no such order.",
        "episodes.place in ('A5', 'A6') and episodes.ls <> 'E1'",
        """
        ! episodes decom=2018-05-01 place=A5 ls=C2
        episodes decom=2018-05-01 place=A5 ls=E1
        """,
    ),
    _rule(
        "445",
        "episodes",
        "A freeing order (D1) cannot be the status of an episode begun since December 2005.",
        "episodes.ls = 'D1' and episodes.decom > date '2005-12-30'",
        """
        ! episodes decom=2018-05-01 ls=D1
        episodes decom=2005-05-01 ls=D1
        """,
    ),
    _rule(
        "446",
        "episodes",
        "A placement order (E1) cannot be the status of an episode begun before December 2005.",
        "episodes.ls = 'E1' and episodes.decom < date '2005-12-30'",
        """
        ! episodes decom=2005-05-01 ls=E1
        episodes decom=2018-05-01 ls=E1
        """,
    ),
    _rule(
        "451",
        "episodes",
        "A child is still freed for adoption, and no freeing order could be applied for since December 2005.",
        "episodes.ls = 'D1' and episodes.dec_written is null",
        """
        ! episodes decom=2005-05-01 ls=D1
        episodes decom=2005-05-01 dec=2006-05-01 ls=D1
        """,
    ),
    _rule(
        "516",
        "episodes",
        "Special guardianship went to a former foster carer (E45, E46), and the last placement was with none.",
        "episodes.rec in ('E45', 'E46') and episodes.place not in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6')",
        """
        ! episodes decom=2018-05-01 dec=2018-06-01 rec=E45 place=K2
        episodes decom=2018-05-01 dec=2018-06-01 rec=E45 place=U1
        """,
    ),
    _rule(
        "226",
        "episodes",
        "A reason for a placement change is not wanted of a temporary placement.",
        f"episodes.place in {TEMPORARY} and episodes.reason_place_change is not null",
        """
        ! episodes decom=2018-05-01 place=T1 reason_place_change=CARPL
        episodes decom=2018-05-01 place=T1
        """,
    ),
    _rule(
        "233",
        "episodes",
        "A reason for a placement change is not wanted of an episode that has not ceased.",
        "episodes.dec_written is null and episodes.reason_place_change is not null",
        """
        ! episodes decom=2018-05-01 reason_place_change=CARPL
        episodes decom=2018-05-01 dec=2018-06-01 reason_place_change=CARPL
        """,
        first=2026,
    ),
    _rule(
        "234",
        "episodes",
        "A child under ten cannot have moved because of custody.",
        "episodes.reason_place_change = 'CUSTOD' and episodes.decom < header.dob + interval 10 year",
        """
        ! episodes child_id=1 decom=2018-05-01 reason_place_change=CUSTOD
        header child_id=1 dob=2012-01-01
        episodes child_id=2 decom=2018-05-01 reason_place_change=CUSTOD
        header child_id=2 dob=2002-01-01
        """,
        joins=_AGED,
        first=2026,
    ),
    _rule(
        "225",
        "episodes",
        "The next episode is a move to another placement, and the reason for it is missing.",
        "episodes.rec = 'X1' and later.rne in ('P', 'B', 'T', 'U')"
        f" and episodes.place not in {TEMPORARY} and later.place not in {TEMPORARY}"
        " and episodes.reason_place_change is null",
        """
        ! episodes child_id=1 decom=2018-05-01 dec=2018-06-01 rec=X1 place=U6
        episodes child_id=1 decom=2018-06-01 rne=P place=K2
        episodes child_id=2 decom=2018-05-01 dec=2018-06-01 rec=X1 place=U6 reason_place_change=CARPL
        episodes child_id=2 decom=2018-06-01 rne=P place=K2
        """,
        joins=NEXT,
    ),
    _rule(
        "217",
        "episodes",
        "A child placed for adoption with their foster carers (A3, A5) must begin that episode with S, T or U.",
        "episodes.place in ('A3', 'A5') and episodes.rne not in ('S', 'T', 'U')"
        " and episodes.decom >= date '2015-04-01'",
        """
        ! episodes decom=2018-05-01 place=A3 rne=P
        episodes decom=2018-05-01 place=A3 rne=T
        """,
    ),
    _rule(
        "336",
        "episodes",
        "A child placed for adoption with current carers was in no foster placement just before.",
        "episodes.place in ('A3', 'A5') and earlier.place not in"
        " ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6')",
        """
        episodes child_id=1 decom=2018-05-01 place=K2
        ! episodes child_id=1 decom=2018-06-01 place=A3
        episodes child_id=2 decom=2018-05-01 place=U5
        episodes child_id=2 decom=2018-06-01 place=A3
        """,
        joins=BEFORE,
    ),
)
