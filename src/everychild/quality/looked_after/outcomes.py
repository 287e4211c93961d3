"""Children looked after for a year (OC2), and care leavers around their birthdays (OC3)."""

from everychild.quality.declared import Declaring, Owner, QualityRule
from everychild.quality.looked_after.parts import all_year, of_child

_rule = Declaring(Owner.RETURN)
_ALL_YEAR = all_year("oc2")
_FLAGS = ("immunisations", "teeth_check", "health_assessment", "substance_misuse")
_NO_FLAG = "(" + " or ".join(f"oc2.{flag} is null" for flag in _FLAGS) + ")"
_FILLED = " ".join(f"{flag}=1" for flag in _FLAGS)
_AGED = of_child("oc2")
_STAYED = "episodes child_id={0} decom=2017-01-01 ls=C2"
_ACTIVITIES = "'F1', 'P1', 'F2', 'P2', 'F3', 'P3', 'F4', 'P4', 'F5', 'P5', 'F6', 'P6', 'G4', 'G5', 'G6', '0'"


def _leaver(code: str, says: str, where: str, example: str) -> QualityRule:
    return _rule(code, "oc3", says, where, example, owner=Owner.LEAVING_CARE)


OC2_RULES = (
    _rule(
        "180",
        "oc2",
        "The strengths and difficulties score is no whole number from 0 to 40.",
        "oc2.sdq_score is not null and coalesce(try_cast(oc2.sdq_score as integer), -1) not between 0 and 40",
        """
        ! oc2 sdq_score=45
        ! oc2 sdq_score=high
        oc2 sdq_score=14
        """,
    ),
    _rule(
        "181",
        "oc2",
        "An answer about a child looked after all year is neither 0 nor 1.",
        " or ".join(
            f"oc2.{flag} not in ('0', '1')"
            for flag in (*_FLAGS, "convicted", "health_check", "intervention_received", "intervention_offered")
        ),
        """
        ! oc2 immunisations=2
        oc2 immunisations=1
        """,
    ),
    _rule(
        "182",
        "oc2",
        "Immunisations, teeth, health assessment and substance misuse are not all answered, and other questions are.",
        f"{_NO_FLAG} and (oc2.convicted is not null or oc2.health_check is not null"
        " or oc2.intervention_received is not null or oc2.intervention_offered is not null)",
        f"""
        ! oc2 convicted=0
        oc2 convicted=0 {_FILLED}
        """,
    ),
    _rule(
        "544",
        "oc2",
        "Conviction is answered, and immunisations, teeth, health assessment and substance misuse are not all so.",
        f"oc2.convicted is not null and {_NO_FLAG}",
        f"""
        ! oc2 convicted=0
        oc2 convicted=0 {_FILLED}
        """,
    ),
    _rule(
        "547",
        "oc2",
        "Development checks are answered, and immunisations, teeth, health and substance misuse are not all so.",
        f"oc2.health_check is not null and {_NO_FLAG}",
        f"""
        ! oc2 health_check=1
        oc2 health_check=1 {_FILLED}
        """,
    ),
    _rule(
        "159",
        "oc2",
        "Help with substance misuse was not received, and whether it was offered is missing.",
        "oc2.substance_misuse = '1' and oc2.intervention_received = '0' and oc2.intervention_offered is null",
        """
        ! oc2 substance_misuse=1 intervention_received=0
        oc2 substance_misuse=1 intervention_received=0 intervention_offered=0
        """,
    ),
    _rule(
        "192",
        "oc2",
        "Substance misuse was found, and whether help was received is missing.",
        "oc2.substance_misuse = '1' and oc2.intervention_received is null",
        """
        ! oc2 substance_misuse=1
        oc2 substance_misuse=1 intervention_received=1
        """,
    ),
    _rule(
        "193",
        "oc2",
        "No substance misuse was found, and help with it is answered.",
        "coalesce(oc2.substance_misuse, '0') = '0'"
        " and (oc2.intervention_received is not null or oc2.intervention_offered is not null)",
        """
        ! oc2 substance_misuse=0 intervention_received=1
        oc2 substance_misuse=1 intervention_received=1
        """,
    ),
    _rule(
        "197a",
        "oc2",
        "There is a strengths and difficulties score, so a reason for none is not wanted.",
        "oc2.sdq_score is not null and oc2.sdq_reason is not null",
        """
        ! oc2 sdq_score=14 sdq_reason=SDQ3
        oc2 sdq_score=14
        """,
    ),
    _rule(
        "157",
        "oc2",
        "The child was old enough for the questionnaire, and the reason for no score is that they were not (SDQ1).",
        "oc2.sdq_reason = 'SDQ1' and header.dob + interval 4 year <= year_began()"
        " and header.dob + interval 17 year > year_ended()",
        """
        ! oc2 child_id=1 sdq_reason=SDQ1
        header child_id=1 dob=2010-01-01
        oc2 child_id=2 sdq_reason=SDQ1
        header child_id=2 dob=2016-01-01
        """,
        joins=_AGED,
    ),
    _rule(
        "188",
        "oc2",
        "A child under four at the end of the year has a score, or a reason for none.",
        "header.dob + interval 4 year > year_ended() and (oc2.sdq_score is not null or oc2.sdq_reason is not null)",
        """
        ! oc2 child_id=1 sdq_score=14
        header child_id=1 dob=2017-01-01
        oc2 child_id=2 sdq_score=14
        header child_id=2 dob=2010-01-01
        """,
        joins=_AGED,
    ),
    _rule(
        "189",
        "oc2",
        "A young person of 17 or over at the start of the year has a score, or a reason for none.",
        "header.dob + interval 17 year <= year_began() and (oc2.sdq_score is not null or oc2.sdq_reason is not null)",
        """
        ! oc2 child_id=1 sdq_score=14
        header child_id=1 dob=2000-06-01
        oc2 child_id=2 sdq_score=14
        header child_id=2 dob=2010-01-01
        """,
        joins=_AGED,
    ),
    _rule(
        "186",
        "oc2",
        "A child of four to 16 looked after all year has neither a score nor a reason for none.",
        f"header.dob + interval 4 year <= year_began() and header.dob + interval 17 year > year_ended()"
        f" and oc2.sdq_score is null and oc2.sdq_reason is null and {_ALL_YEAR}",
        f"""
        ! oc2 child_id=1 immunisations=1
        header child_id=1 dob=2010-01-01
        {_STAYED.format(1)}
        oc2 child_id=2 sdq_score=14
        header child_id=2 dob=2010-01-01
        {_STAYED.format(2)}
        """,
        joins=_AGED,
    ),
    _rule(
        "185",
        "oc2",
        "A child not looked after all year has a strengths and difficulties score.",
        f"oc2.sdq_score is not null and not {_ALL_YEAR}",
        f"""
        ! oc2 child_id=1 sdq_score=14
        episodes child_id=1 decom=2018-06-01 ls=C2
        oc2 child_id=2 sdq_score=14
        {_STAYED.format(2)}
        """,
    ),
    _rule(
        "198",
        "oc2",
        "A child not looked after all year has a reason for having no score.",
        f"oc2.sdq_reason is not null and not {_ALL_YEAR}",
        f"""
        ! oc2 child_id=1 sdq_reason=SDQ3
        episodes child_id=1 decom=2018-06-01 ls=C2
        oc2 child_id=2 sdq_reason=SDQ3
        {_STAYED.format(2)}
        """,
    ),
    _rule(
        "190",
        "oc2",
        "A child not looked after all year has answers that are wanted of those who were.",
        f"(oc2.convicted is not null or oc2.health_check is not null or oc2.immunisations is not null"
        f" or oc2.teeth_check is not null or oc2.health_assessment is not null or oc2.substance_misuse is not null)"
        f" and not {_ALL_YEAR}",
        f"""
        ! oc2 child_id=1 immunisations=1
        episodes child_id=1 decom=2018-06-01 ls=C2
        oc2 child_id=2 immunisations=1
        {_STAYED.format(2)}
        """,
    ),
    _rule(
        "191",
        "oc2",
        "A child looked after all year lacks answers about health.",
        f"{_NO_FLAG} and {_ALL_YEAR}",
        f"""
        ! oc2 child_id=1 immunisations=1
        {_STAYED.format(1)}
        oc2 child_id=2 {_FILLED}
        {_STAYED.format(2)}
        """,
    ),
    _rule(
        "187",
        "oc2",
        "A child looked after all year is also told of as adopted, or as a care leaver.",
        f"{_ALL_YEAR} and (exists (select 1 from oc3 where oc3.child_id = oc2.child_id and oc3.in_touch is not null)"
        " or exists (select 1 from ad1 where ad1.child_id = oc2.child_id and ad1.date_int is not null))",
        f"""
        ! oc2 child_id=1 immunisations=1
        {_STAYED.format(1)}
        oc3 child_id=1 in_touch=YES
        oc2 child_id=2 immunisations=1
        {_STAYED.format(2)}
        """,
    ),
    _rule(
        "542",
        "oc2",
        "A child under ten at 31 March has an answer about convictions.",
        "header.dob + interval 10 year > year_ended() and oc2.convicted is not null",
        """
        ! oc2 child_id=1 convicted=0
        header child_id=1 dob=2012-01-01
        oc2 child_id=2 convicted=0
        header child_id=2 dob=2005-01-01
        """,
        joins=_AGED,
    ),
    _rule(
        "543",
        "oc2",
        "A child of ten or over looked after all year has no answer about convictions.",
        f"header.dob + interval 10 year <= year_ended() and oc2.convicted is null and {_ALL_YEAR}",
        f"""
        ! oc2 child_id=1 immunisations=1
        header child_id=1 dob=2005-01-01
        {_STAYED.format(1)}
        oc2 child_id=2 convicted=0
        header child_id=2 dob=2005-01-01
        {_STAYED.format(2)}
        """,
        joins=_AGED,
    ),
    _rule(
        "545",
        "oc2",
        "A child under five looked after all year has no answer about development checks.",
        f"header.dob + interval 5 year > year_ended() and oc2.health_check is null and {_ALL_YEAR}",
        f"""
        ! oc2 child_id=1 immunisations=1
        header child_id=1 dob=2016-01-01
        {_STAYED.format(1)}
        oc2 child_id=2 health_check=1
        header child_id=2 dob=2016-01-01
        {_STAYED.format(2)}
        """,
        joins=_AGED,
    ),
    _rule(
        "546",
        "oc2",
        "A child of five or over has an answer about development checks.",
        "header.dob + interval 5 year <= year_ended() and oc2.health_check is not null",
        """
        ! oc2 child_id=1 health_check=1
        header child_id=1 dob=2005-01-01
        oc2 child_id=2 health_check=1
        header child_id=2 dob=2016-01-01
        """,
        joins=_AGED,
    ),
    _rule(
        "215",
        "oc2",
        "A care leaver has answers that are wanted of children looked after all year.",
        "(oc2.convicted is not null or oc2.immunisations is not null or oc2.sdq_score is not null)"
        " and exists (select 1 from oc3 where oc3.child_id = oc2.child_id and oc3.in_touch is not null)",
        """
        ! oc2 child_id=1 immunisations=1
        oc3 child_id=1 in_touch=YES
        oc2 child_id=2 immunisations=1
        """,
    ),
    _rule(
        "INT33",
        "oc2",
        "A child stands twice among those looked after all year.",
        "exists (select 1 from oc2 as other where other.child_id = oc2.child_id and other.source_id <> oc2.source_id)",
        """
        ! oc2 child_id=1 immunisations=1
        ! oc2 child_id=1 immunisations=0
        oc2 child_id=2 immunisations=1
        """,
    ),
)

OC3_RULES = (
    _leaver(
        "131",
        "Whether the council is in touch with a care leaver is no published code.",
        "oc3.in_touch is null or upper(oc3.in_touch) not in ('YES', 'NO', 'DIED', 'REFU', 'NREQ', 'RHOM')",
        """
        ! oc3 in_touch=MAYBE
        oc3 in_touch=YES
        """,
    ),
    _leaver(
        "132",
        "What a care leaver does is no published code.",
        f"oc3.activ not in ({_ACTIVITIES})",
        """
        ! oc3 activ=Q1
        oc3 activ=F2
        """,
    ),
    _leaver(
        "133",
        "Where a care leaver lives is no published code.",
        "not regexp_full_match(oc3.accom, '[BCDEGHKRSTUVWXYZ][12]|0')",
        """
        ! oc3 accom=Q1
        oc3 accom=U1
        oc3 accom=0
        """,
    ),
    _leaver(
        "344",
        "A care leaver has died or returned home, and what they do or where they live is told.",
        "oc3.in_touch in ('DIED', 'RHOM') and (coalesce(oc3.activ, '0') <> '0' or coalesce(oc3.accom, '0') <> '0')",
        """
        ! oc3 in_touch=RHOM activ=F2 accom=0
        oc3 in_touch=RHOM activ=0 accom=0
        """,
    ),
    _leaver(
        "345",
        "The council is in touch with a care leaver, and what they do or where they live is 0.",
        "oc3.in_touch = 'YES' and (oc3.activ = '0' or oc3.accom = '0')",
        """
        ! oc3 in_touch=YES activ=0 accom=U1
        oc3 in_touch=YES activ=F2 accom=U1
        """,
    ),
    _leaver(
        "153",
        "Being in touch, what a care leaver does and where they live must all be told, or all be blank.",
        "not (oc3.in_touch is null and oc3.activ is null and oc3.accom is null)"
        " and (oc3.in_touch is null or oc3.activ is null or oc3.accom is null)",
        """
        ! oc3 in_touch=YES activ=F2
        oc3 in_touch=YES activ=F2 accom=U1
        """,
    ),
    _leaver(
        "391",
        "A young person not yet 17 at the end of the year is told of as a care leaver.",
        "oc3.dob + interval 17 year > year_ended()"
        " and (oc3.in_touch is not null or oc3.activ is not null or oc3.accom is not null)",
        """
        ! oc3 dob=2005-01-01 in_touch=YES
        oc3 dob=2001-01-01 in_touch=YES
        """,
    ),
    _leaver(
        "347",
        "A care leaver under 18 cannot live in a foyer.",
        "oc3.dob + interval 18 year > year_ended() and oc3.accom in ('W1', 'W2')",
        """
        ! oc3 dob=2001-06-01 accom=W1
        oc3 dob=2000-06-01 accom=W1
        """,
    ),
    _leaver(
        "3001",
        "At 17 a care leaver cannot be living with former foster carers.",
        "oc3.accom in ('Z1', 'Z2') and oc3.dob + interval 17 year between year_began() and year_ended()",
        """
        ! oc3 dob=2001-06-01 accom=Z1
        oc3 dob=2000-06-01 accom=Z1
        """,
    ),
    _leaver(
        "348",
        "A care leaver had died by last year’s return.",
        "exists (select 1 from oc3_before where oc3_before.child_id = oc3.child_id and oc3_before.in_touch = 'DIED')",
        """
        ! oc3 child_id=1 in_touch=YES
        oc3_before child_id=1 in_touch=DIED
        oc3 child_id=2 in_touch=YES
        oc3_before child_id=2 in_touch=YES
        """,
    ),
    _leaver(
        "1000",
        "A child who died in care is told of as a care leaver.",
        "exists (select 1 from episodes where episodes.child_id = oc3.child_id and episodes.rec = 'E2')"
        " and oc3.in_touch is not null",
        """
        ! oc3 child_id=1 in_touch=YES
        episodes child_id=1 decom=2018-05-01 dec=2018-06-01 rec=E2
        oc3 child_id=2 in_touch=YES
        """,
    ),
    _leaver(
        "1011",
        "Care of the young person was taken over by another council, and we tell of them as a care leaver.",
        "oc3.in_touch is not null and exists (select 1 from episodes where episodes.child_id = oc3.child_id"
        " and episodes.rec = 'E3' and not exists (select 1 from episodes as later"
        " where later.child_id = oc3.child_id and later.decom > episodes.decom))",
        """
        ! oc3 child_id=1 in_touch=YES
        episodes child_id=1 decom=2018-05-01 dec=2018-06-01 rec=E3
        oc3 child_id=2 in_touch=YES
        """,
    ),
    _leaver(
        "1007",
        "A young person of 17 or 18 still looked after is told of as a care leaver.",
        "oc3.dob + interval 19 year > year_ended() and oc3.in_touch is not null"
        " and exists (select 1 from episodes where episodes.child_id = oc3.child_id"
        " and episodes.ls not in ('V3', 'V4') and episodes.dec_written is null)",
        """
        ! oc3 child_id=1 dob=2001-06-01 in_touch=YES
        episodes child_id=1 decom=2018-05-01 ls=C2
        oc3 child_id=2 dob=2001-06-01 in_touch=YES
        """,
    ),
    _leaver(
        "INT34",
        "A young person stands twice among care leavers.",
        "oc3.in_touch is not null and exists (select 1 from oc3 as other where other.child_id = oc3.child_id"
        " and other.source_id <> oc3.source_id)",
        """
        ! oc3 child_id=1 in_touch=YES
        ! oc3 child_id=1 in_touch=NO
        oc3 child_id=2 in_touch=YES
        """,
    ),
)
RULES = (*OC2_RULES, *OC3_RULES)
