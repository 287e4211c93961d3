"""Episodes of need, assessments and their factors, child in need plans."""

from everychild.quality.declared import Declaring, Owner, Weight

_rule = Declaring(Owner.RETURN)
_SAME_EPISODE = "{other}.child_id = {of}.child_id and {other}.cinreferraldate = {of}.cinreferraldate"
_NO_FURTHER = "('1', 'true')"


def _same(of: str, other: str = "other") -> str:
    return _SAME_EPISODE.format(of=of, other=other)


RULES = (
    _rule(
        "8600",
        "cin_episode",
        "The date of a referral is missing, or after the end of the census year.",
        "cin_episode.cinreferraldate is null or cin_episode.cinreferraldate > year_ended()",
        """
        ! cin_episode cinreferraldate=2019-05-01
        ! cin_episode primaryneedcode=N1
        cin_episode cinreferraldate=2018-05-01
        """,
    ),
    _rule(
        "8606",
        "cin_episode",
        "A referral came more than 40 weeks before the birth.",
        "cin_episode.cinreferraldate <"
        " coalesce(cin_child.personbirthdate, cin_child.expectedpersonbirthdate) - interval 280 day",
        """
        ! cin_episode child_id=1 cinreferraldate=2017-01-01
        cin_child child_id=1 personbirthdate=2018-06-01
        cin_episode child_id=2 cinreferraldate=2018-01-01
        cin_child child_id=2 personbirthdate=2018-06-01
        """,
        joins="inner join cin_child on cin_child.child_id = cin_episode.child_id",
    ),
    _rule(
        "8555Q",
        "cin_episode",
        "A child was referred after dying.",
        "cin_episode.cinreferraldate > cin_child.persondeathdate",
        """
        ! cin_episode child_id=1 cinreferraldate=2018-06-01
        cin_child child_id=1 persondeathdate=2018-05-01
        cin_episode child_id=2 cinreferraldate=2018-06-01
        cin_child child_id=2 persondeathdate=2018-07-01
        """,
        joins="inner join cin_child on cin_child.child_id = cin_episode.child_id",
        weight=Weight.QUERY,
    ),
    _rule(
        "8568",
        "cin_episode",
        "Whether a referral went no further is missing, or not said as yes or no.",
        "cin_episode.referralnfa is null or lower(cin_episode.referralnfa) not in ('0', '1', 'true', 'false')",
        """
        ! cin_episode cinreferraldate=2018-05-01
        ! cin_episode cinreferraldate=2018-05-01 referralnfa=X
        cin_episode cinreferraldate=2018-05-01 referralnfa=0
        """,
    ),
    _rule(
        "8569Q",
        "cin_episode",
        "A referral from before the census year is told as going no further.",
        f"cin_episode.referralnfa in {_NO_FURTHER} and cin_episode.cinreferraldate < year_began()"
        " and first_day.working_day_no - referred.working_day_no > 1",
        """
        ! cin_episode cinreferraldate=2018-01-10 referralnfa=1
        cin_episode cinreferraldate=2018-05-01 referralnfa=1
        cin_episode cinreferraldate=2018-01-10 referralnfa=0
        """,
        joins="inner join calendar as referred on referred.day = cin_episode.cinreferraldate"
        " inner join calendar as first_day on first_day.day = year_began()",
        weight=Weight.QUERY,
    ),
    _rule(
        "8610",
        "cin_episode",
        "A referral went further, and the main need is missing.",
        "cin_episode.referralnfa in ('0', 'false') and cin_episode.primaryneedcode is null",
        """
        ! cin_episode cinreferraldate=2018-05-01 referralnfa=0
        cin_episode cinreferraldate=2018-05-01 referralnfa=0 primaryneedcode=N1
        """,
    ),
    _rule(
        "8650",
        "cin_episode",
        "The main need is no published code.",
        "cin_episode.primaryneedcode not in ('N0', 'N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9')",
        """
        ! cin_episode cinreferraldate=2018-05-01 primaryneedcode=N12
        cin_episode cinreferraldate=2018-05-01 primaryneedcode=N1
        """,
    ),
    _rule(
        "8866",
        "cin_episode",
        "The source of a referral is missing or no published code.",
        "cin_episode.cinreferraldate >= year_began() and coalesce(cin_episode.referralsource, '') not in ('1A', '1B',"
        " '1C', '1D', '2A', '2B', '3A', '3B', '3C', '3D', '3E', '3F', '4', '5A', '5B', '5C', '5D', '6', '7', '8', '9',"
        " '10')",
        """
        ! cin_episode cinreferraldate=2018-05-01 referralsource=11
        ! cin_episode cinreferraldate=2018-05-01
        cin_episode cinreferraldate=2018-05-01 referralsource=6
        """,
    ),
    _rule(
        "8620",
        "cin_episode",
        "A case was closed outside the census year.",
        "cin_episode.cinclosuredate < year_began() or cin_episode.cinclosuredate > year_ended()",
        """
        ! cin_episode cinreferraldate=2017-05-01 cinclosuredate=2018-01-01
        cin_episode cinreferraldate=2017-05-01 cinclosuredate=2018-05-01
        """,
    ),
    _rule(
        "8630",
        "cin_episode",
        "A case was closed before it was referred.",
        "cin_episode.cinclosuredate < cin_episode.cinreferraldate",
        """
        ! cin_episode cinreferraldate=2018-06-01 cinclosuredate=2018-05-01
        cin_episode cinreferraldate=2018-05-01 cinclosuredate=2018-05-10
        """,
    ),
    _rule(
        "8640",
        "cin_episode",
        "The reason for closure is no published code.",
        "cin_episode.reasonforclosure not in ('RC1', 'RC2', 'RC3', 'RC4', 'RC5', 'RC6', 'RC7', 'RC8', 'RC9')",
        """
        ! cin_episode cinreferraldate=2018-06-01 reasonforclosure=RC10
        cin_episode cinreferraldate=2018-05-01 reasonforclosure=RC7
        """,
    ),
    _rule(
        "8805",
        "cin_episode",
        "A case is closed without a reason.",
        "cin_episode.cinclosuredate_written is not null and cin_episode.reasonforclosure is null",
        """
        ! cin_episode cinreferraldate=2018-05-01 cinclosuredate=2018-05-10
        cin_episode cinreferraldate=2018-05-01 cinclosuredate=2018-05-10 reasonforclosure=RC7
        """,
    ),
    _rule(
        "8810",
        "cin_episode",
        "A case has a reason for closure and is not closed.",
        "cin_episode.cinclosuredate_written is null and cin_episode.reasonforclosure is not null",
        """
        ! cin_episode cinreferraldate=2018-05-01 reasonforclosure=RC7
        cin_episode cinreferraldate=2018-05-01 cinclosuredate=2018-05-10 reasonforclosure=RC7
        """,
    ),
    _rule(
        "8815",
        "cin_episode",
        "A child has two open cases.",
        "cin_episode.cinclosuredate_written is null and cin_episode.referralnfa in ('0', 'false')"
        " and exists (select 1 from cin_episode as other where other.child_id = cin_episode.child_id"
        " and other.source_id <> cin_episode.source_id and other.cinclosuredate_written is null"
        " and other.referralnfa in ('0', 'false'))",
        """
        ! cin_episode child_id=1 cinreferraldate=2018-05-01 referralnfa=0
        ! cin_episode child_id=1 cinreferraldate=2018-07-01 referralnfa=0
        cin_episode child_id=2 cinreferraldate=2018-05-01 referralnfa=0
        """,
    ),
    _rule(
        "8816",
        "cin_episode",
        "A case is open, and it is not the child’s latest.",
        "cin_episode.cinclosuredate_written is null and cin_episode.referralnfa in ('0', 'false')"
        " and exists (select 1 from cin_episode as other where other.child_id = cin_episode.child_id"
        " and other.cinreferraldate > cin_episode.cinreferraldate and other.referralnfa in ('0', 'false'))",
        """
        ! cin_episode child_id=1 cinreferraldate=2018-05-01 referralnfa=0
        cin_episode child_id=1 cinreferraldate=2018-07-01 cinclosuredate=2018-08-01 referralnfa=0
        cin_episode child_id=2 cinreferraldate=2018-05-01 referralnfa=0
        """,
    ),
    _rule(
        "8820",
        "cin_episode",
        "Two cases of one child overlap.",
        "cin_episode.referralnfa in ('0', 'false') and exists (select 1 from cin_episode as other"
        " where other.child_id = cin_episode.child_id and other.referralnfa in ('0', 'false')"
        " and other.cinreferraldate < cin_episode.cinreferraldate"
        " and other.cinclosuredate > cin_episode.cinreferraldate)",
        """
        cin_episode child_id=1 cinreferraldate=2018-05-01 cinclosuredate=2018-08-01 referralnfa=0
        ! cin_episode child_id=1 cinreferraldate=2018-07-01 referralnfa=0
        cin_episode child_id=2 cinreferraldate=2018-05-01 cinclosuredate=2018-06-01 referralnfa=0
        cin_episode child_id=2 cinreferraldate=2018-07-01 referralnfa=0
        """,
    ),
    _rule(
        "8585Q",
        "cin_episode",
        "A case was closed because the child died, and no date of death is told.",
        "cin_episode.reasonforclosure = 'RC2' and cin_child.persondeathdate_written is null",
        """
        ! cin_episode child_id=1 cinreferraldate=2018-05-01 reasonforclosure=RC2
        cin_child child_id=1
        cin_episode child_id=2 cinreferraldate=2018-05-01 reasonforclosure=RC2
        cin_child child_id=2 persondeathdate=2018-07-01
        """,
        joins="inner join cin_child on cin_child.child_id = cin_episode.child_id",
        weight=Weight.QUERY,
    ),
    _rule(
        "8825Q",
        "cin_episode",
        "A case was closed after assessment (RC8, RC9), and it has no assessment.",
        "cin_episode.reasonforclosure in ('RC8', 'RC9') and not exists (select 1 from cin_assessment"
        f" where {_same('cin_episode', 'cin_assessment')})",
        """
        ! cin_episode child_id=1 cinreferraldate=2018-05-01 reasonforclosure=RC8
        cin_episode child_id=2 cinreferraldate=2018-05-01 reasonforclosure=RC8
        cin_assessment child_id=2 cinreferraldate=2018-05-01 assessmentactualstartdate=2018-05-02
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "8831",
        "cin_episode",
        "A referral went no further, and work on it is told: an assessment, an enquiry, a plan or a closure.",
        f"cin_episode.referralnfa in {_NO_FURTHER} and (cin_episode.cinclosuredate_written is not null"
        " or cin_episode.dateofinitialcpc_written is not null"
        f" or exists (select 1 from cin_assessment where {_same('cin_episode', 'cin_assessment')})"
        f" or exists (select 1 from cin_section_47 where {_same('cin_episode', 'cin_section_47')}))",
        """
        ! cin_episode child_id=1 cinreferraldate=2018-05-01 referralnfa=1 cinclosuredate=2018-05-09
        cin_episode child_id=2 cinreferraldate=2018-05-01 referralnfa=1
        """,
    ),
    _rule(
        "2990",
        "cin_episode",
        "A case was closed after assessment (RC8, RC9), and an enquiry, a plan or a conference is told of it.",
        "cin_episode.reasonforclosure in ('RC8', 'RC9') and (cin_episode.dateofinitialcpc_written is not null"
        f" or exists (select 1 from cin_section_47 where {_same('cin_episode', 'cin_section_47')})"
        f" or exists (select 1 from cin_protection_plan where {_same('cin_episode', 'cin_protection_plan')})"
        f" or exists (select 1 from cin_plan where {_same('cin_episode', 'cin_plan')}))",
        """
        ! cin_episode child_id=1 cinreferraldate=2018-05-01 reasonforclosure=RC8
        cin_section_47 child_id=1 cinreferraldate=2018-05-01 s47actualstartdate=2018-05-02
        cin_episode child_id=2 cinreferraldate=2018-05-01 reasonforclosure=RC8
        """,
    ),
    _rule(
        "1103",
        "cin_assessment",
        "An assessment began before the referral.",
        "cin_assessment.assessmentactualstartdate < cin_assessment.cinreferraldate",
        """
        ! cin_assessment cinreferraldate=2018-05-10 assessmentactualstartdate=2018-05-02
        cin_assessment cinreferraldate=2018-05-01 assessmentactualstartdate=2018-05-02
        """,
    ),
    _rule(
        "8608",
        "cin_assessment",
        "An assessment ended before it began.",
        "cin_assessment.assessmentauthorisationdate < cin_assessment.assessmentactualstartdate",
        """
        ! cin_assessment assessmentactualstartdate=2018-05-10 assessmentauthorisationdate=2018-05-02
        cin_assessment assessmentactualstartdate=2018-05-10 assessmentauthorisationdate=2018-06-02
        """,
    ),
    _rule(
        "8696",
        "cin_assessment",
        "An assessment ended outside the census year.",
        "cin_assessment.assessmentauthorisationdate < year_began()"
        " or cin_assessment.assessmentauthorisationdate > year_ended()",
        """
        ! cin_assessment assessmentactualstartdate=2018-01-10 assessmentauthorisationdate=2018-02-02
        cin_assessment assessmentactualstartdate=2018-01-10 assessmentauthorisationdate=2018-04-02
        """,
    ),
    _rule(
        "8736",
        "cin_assessment",
        "An assessment still open began outside the census year.",
        "cin_assessment.assessmentauthorisationdate_written is null"
        " and (cin_assessment.assessmentactualstartdate is null"
        " or cin_assessment.assessmentactualstartdate < year_began()"
        " or cin_assessment.assessmentactualstartdate > year_ended())",
        """
        ! cin_assessment assessmentactualstartdate=2018-01-10
        cin_assessment assessmentactualstartdate=2018-05-10
        """,
    ),
    _rule(
        "8670Q",
        "cin_assessment",
        "An assessment began more than 45 working days before the end of the year and has no end.",
        "cin_assessment.assessmentauthorisationdate_written is null"
        " and last_day.working_day_no - began.working_day_no > 45",
        """
        ! cin_assessment assessmentactualstartdate=2018-10-10
        cin_assessment assessmentactualstartdate=2019-03-10
        """,
        joins="inner join calendar as began on began.day = cin_assessment.assessmentactualstartdate"
        " inner join calendar as last_day on last_day.day = year_ended()",
        weight=Weight.QUERY,
    ),
    _rule(
        "8863Q",
        "cin_assessment",
        "An assessment began while another of the same case was going on.",
        f"exists (select 1 from cin_assessment as other where {_same('cin_assessment')}"
        " and other.assessmentactualstartdate < cin_assessment.assessmentactualstartdate"
        " and coalesce(other.assessmentauthorisationdate, year_ended() + 1)"
        " > cin_assessment.assessmentactualstartdate)",
        """
        cin_assessment child_id=1 cinreferraldate=2018-05-01 assessmentactualstartdate=2018-05-02
        ! cin_assessment child_id=1 cinreferraldate=2018-05-01 assessmentactualstartdate=2018-06-02
        cin_assessment child_id=2 cinreferraldate=2018-05-01 assessmentactualstartdate=2018-06-02
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "8896",
        "cin_assessment",
        "A case has two open assessments.",
        "cin_assessment.assessmentauthorisationdate_written is null"
        " and exists (select 1 from cin_assessment as other"
        f" where {_same('cin_assessment')} and other.assessmentauthorisationdate_written is null"
        " and other.source_id <> cin_assessment.source_id)",
        """
        ! cin_assessment child_id=1 cinreferraldate=2018-05-01 assessmentactualstartdate=2018-05-02
        ! cin_assessment child_id=1 cinreferraldate=2018-05-01 assessmentactualstartdate=2018-06-02
        cin_assessment child_id=2 cinreferraldate=2018-05-01 assessmentactualstartdate=2018-06-02
        """,
    ),
    _rule(
        "8867",
        "cin_assessment",
        "A case is closed, and an assessment of it is not completed.",
        "cin_assessment.cinclosuredate_written is not null"
        " and cin_assessment.assessmentauthorisationdate_written is null",
        """
        ! cin_assessment cinclosuredate=2018-09-01 assessmentactualstartdate=2018-05-02
        cin_assessment cinclosuredate=2018-09-01 assessmentauthorisationdate=2018-06-02
        """,
    ),
    _rule(
        "8897Q",
        "cin_assessment",
        "An assessment is completed, and no factor is told.",
        "cin_assessment.assessmentauthorisationdate is not null and not exists (select 1 from cin_factor"
        " where cin_factor.child_id = cin_assessment.child_id"
        " and cin_factor.assessmentauthorisationdate = cin_assessment.assessmentauthorisationdate"
        " and cin_factor.assessmentfactors is not null)",
        """
        ! cin_assessment child_id=1 assessmentactualstartdate=2018-05-02 assessmentauthorisationdate=2018-06-02
        cin_assessment child_id=2 assessmentactualstartdate=2018-05-02 assessmentauthorisationdate=2018-06-02
        cin_factor child_id=2 assessmentauthorisationdate=2018-06-02 assessmentfactors=3A
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "8614",
        "cin_factor",
        "A factor is told of an assessment that is not completed.",
        "cin_factor.assessmentfactors is not null and cin_factor.assessmentauthorisationdate_written is null",
        """
        ! cin_factor assessmentfactors=3A
        cin_factor assessmentfactors=3A assessmentauthorisationdate=2018-06-02
        """,
    ),
    _rule(
        "8869",
        "cin_factor",
        "“No factors” (21) stands beside other factors of one assessment.",
        "cin_factor.assessmentfactors = '21' and exists (select 1 from cin_factor as other"
        f" where {_same('cin_factor')} and other.assessmentactualstartdate = cin_factor.assessmentactualstartdate"
        " and other.assessmentfactors <> '21')",
        """
        ! cin_factor child_id=1 cinreferraldate=2018-05-01 assessmentactualstartdate=2018-05-02 assessmentfactors=21
        cin_factor child_id=1 cinreferraldate=2018-05-01 assessmentactualstartdate=2018-05-02 assessmentfactors=3A
        cin_factor child_id=2 cinreferraldate=2018-05-01 assessmentactualstartdate=2018-05-02 assessmentfactors=21
        """,
    ),
    _rule(
        "8898",
        "cin_factor",
        "One factor of an assessment is told twice.",
        f"exists (select 1 from cin_factor as other where {_same('cin_factor')}"
        " and other.assessmentactualstartdate = cin_factor.assessmentactualstartdate"
        " and other.assessmentfactors = cin_factor.assessmentfactors and other.source_id <> cin_factor.source_id)",
        """
        ! cin_factor child_id=1 cinreferraldate=2018-05-01 assessmentactualstartdate=2018-05-02 assessmentfactors=3A
        ! cin_factor child_id=1 cinreferraldate=2018-05-01 assessmentactualstartdate=2018-05-02 assessmentfactors=3A
        cin_factor child_id=2 cinreferraldate=2018-05-01 assessmentactualstartdate=2018-05-02 assessmentfactors=3A
        """,
    ),
    _rule(
        "8945Q",
        "cin_factor",
        "The factor 18A has been replaced by 18B and 18C.",
        "cin_factor.assessmentfactors = '18A'",
        """
        ! cin_factor assessmentfactors=18A
        cin_factor assessmentfactors=18B
        """,
        weight=Weight.QUERY,
        first=2025,
    ),
    _rule(
        "8950Q",
        "cin_factor",
        "The factor 19A has been replaced by 19B and 19C.",
        "cin_factor.assessmentfactors = '19A'",
        """
        ! cin_factor assessmentfactors=19A
        cin_factor assessmentfactors=19B
        """,
        weight=Weight.QUERY,
        first=2025,
    ),
    _rule(
        "4000",
        "cin_plan",
        "A child in need plan is told of a referral that went no further.",
        f"cin_plan.referralnfa in {_NO_FURTHER} and cin_plan.cinplanstartdate_written is not null",
        """
        ! cin_plan cinplanstartdate=2018-06-01 referralnfa=1
        cin_plan cinplanstartdate=2018-06-01 referralnfa=0
        """,
    ),
    _rule(
        "4001",
        "cin_plan",
        "A child in need plan runs beside a child protection plan.",
        "exists (select 1 from cin_protection_plan where cin_protection_plan.child_id = cin_plan.child_id"
        " and cin_protection_plan.cppstartdate < coalesce(cin_plan.cinplanenddate, year_ended() + 1)"
        " and coalesce(cin_protection_plan.cppenddate, year_ended() + 1) > cin_plan.cinplanstartdate)",
        """
        ! cin_plan child_id=1 cinplanstartdate=2018-06-01
        cin_protection_plan child_id=1 cppstartdate=2018-07-01
        cin_plan child_id=2 cinplanstartdate=2018-06-01 cinplanenddate=2018-07-01
        cin_protection_plan child_id=2 cppstartdate=2018-07-01
        """,
    ),
    _rule(
        "4004",
        "cin_plan",
        "A child has two open child in need plans.",
        "cin_plan.cinplanenddate_written is null and exists (select 1 from cin_plan as other"
        " where other.child_id = cin_plan.child_id and other.cinplanenddate_written is null"
        " and other.source_id <> cin_plan.source_id)",
        """
        ! cin_plan child_id=1 cinplanstartdate=2018-06-01
        ! cin_plan child_id=1 cinplanstartdate=2018-07-01
        cin_plan child_id=2 cinplanstartdate=2018-06-01
        """,
    ),
    _rule(
        "4010",
        "cin_plan",
        "The start of a child in need plan is missing, or after the end of the census year.",
        "cin_plan.cinplanstartdate is null or cin_plan.cinplanstartdate > year_ended()",
        """
        ! cin_plan cinplanstartdate=2019-06-01
        ! cin_plan cinplanenddate=2018-06-01
        cin_plan cinplanstartdate=2018-06-01
        """,
    ),
    _rule(
        "4011",
        "cin_plan",
        "A child in need plan ended before it began.",
        "cin_plan.cinplanenddate < cin_plan.cinplanstartdate",
        """
        ! cin_plan cinplanstartdate=2018-06-01 cinplanenddate=2018-05-01
        cin_plan cinplanstartdate=2018-06-01 cinplanenddate=2018-07-01
        """,
    ),
    _rule(
        "4012Q",
        "cin_plan",
        "A child in need plan began and ended on one day.",
        "cin_plan.cinplanenddate = cin_plan.cinplanstartdate",
        """
        ! cin_plan cinplanstartdate=2018-06-01 cinplanenddate=2018-06-01
        cin_plan cinplanstartdate=2018-06-01 cinplanenddate=2018-07-01
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "4013",
        "cin_plan",
        "A child in need plan ended outside the census year.",
        "cin_plan.cinplanenddate < year_began() or cin_plan.cinplanenddate > year_ended()",
        """
        ! cin_plan cinplanstartdate=2017-06-01 cinplanenddate=2018-02-01
        cin_plan cinplanstartdate=2017-06-01 cinplanenddate=2018-07-01
        """,
    ),
    _rule(
        "4014",
        "cin_plan",
        "Two child in need plans of one child overlap.",
        "exists (select 1 from cin_plan as other where other.child_id = cin_plan.child_id"
        " and other.cinplanstartdate < cin_plan.cinplanstartdate"
        " and coalesce(other.cinplanenddate, year_ended()) > cin_plan.cinplanstartdate)",
        """
        cin_plan child_id=1 cinplanstartdate=2018-06-01 cinplanenddate=2018-08-01
        ! cin_plan child_id=1 cinplanstartdate=2018-07-01
        cin_plan child_id=2 cinplanstartdate=2018-06-01 cinplanenddate=2018-07-01
        cin_plan child_id=2 cinplanstartdate=2018-07-01
        """,
    ),
    _rule(
        "4015",
        "cin_plan",
        "A child in need plan began before the referral.",
        "cin_plan.cinplanstartdate < cin_plan.cinreferraldate",
        """
        ! cin_plan cinreferraldate=2018-06-01 cinplanstartdate=2018-05-01
        cin_plan cinreferraldate=2018-06-01 cinplanstartdate=2018-07-01
        """,
    ),
    _rule(
        "4008",
        "cin_plan",
        "A child in need plan began after the child’s death.",
        "cin_plan.cinplanstartdate > cin_child.persondeathdate",
        """
        ! cin_plan child_id=1 cinplanstartdate=2018-06-01
        cin_child child_id=1 persondeathdate=2018-05-01
        cin_plan child_id=2 cinplanstartdate=2018-06-01
        cin_child child_id=2
        """,
        joins="inner join cin_child on cin_child.child_id = cin_plan.child_id",
    ),
    _rule(
        "4009Q",
        "cin_plan",
        "A child in need plan ended after the child’s death.",
        "cin_plan.cinplanenddate > cin_child.persondeathdate",
        """
        ! cin_plan child_id=1 cinplanstartdate=2018-04-01 cinplanenddate=2018-08-01
        cin_child child_id=1 persondeathdate=2018-05-01
        cin_plan child_id=2 cinplanstartdate=2018-04-01 cinplanenddate=2018-08-01
        cin_child child_id=2
        """,
        joins="inner join cin_child on cin_child.child_id = cin_plan.child_id",
        weight=Weight.QUERY,
    ),
)
