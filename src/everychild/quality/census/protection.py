"""Section 47 enquiries, conferences, child protection plans and their reviews."""

from everychild.quality.declared import Declaring, Owner, Weight

_rule = Declaring(Owner.RETURN)
_SAME = (
    "other.child_id = cin_section_47.child_id and other.cinreferraldate = cin_section_47.cinreferraldate"
    " and other.source_id <> cin_section_47.source_id"
)
_NOT_NEEDED = "coalesce(cin_section_47.icpcnotrequired, '0') in ('0', 'false')"

RULES = (
    _rule(
        "2889",
        "cin_section_47",
        "An enquiry began before the referral.",
        "cin_section_47.s47actualstartdate < cin_section_47.cinreferraldate",
        """
        ! cin_section_47 cinreferraldate=2018-06-01 s47actualstartdate=2018-05-01
        cin_section_47 cinreferraldate=2018-06-01 s47actualstartdate=2018-06-01
        """,
    ),
    _rule(
        "1104",
        "cin_section_47",
        "An initial conference was held before the referral.",
        "cin_section_47.dateofinitialcpc < cin_section_47.cinreferraldate",
        """
        ! cin_section_47 cinreferraldate=2018-06-01 dateofinitialcpc=2018-05-01
        cin_section_47 cinreferraldate=2018-06-01 dateofinitialcpc=2018-06-20
        """,
    ),
    _rule(
        "8615",
        "cin_section_47",
        "The start of an enquiry is missing, or after its conference.",
        "cin_section_47.s47actualstartdate is null"
        " or cin_section_47.s47actualstartdate > cin_section_47.dateofinitialcpc",
        """
        ! cin_section_47 s47actualstartdate=2018-06-01 dateofinitialcpc=2018-05-01
        ! cin_section_47 dateofinitialcpc=2018-05-01
        cin_section_47 s47actualstartdate=2018-06-01 dateofinitialcpc=2018-06-20
        """,
    ),
    _rule(
        "8675Q",
        "cin_section_47",
        "An enquiry began more than 15 working days before the end of the year, with no conference and none ruled out.",
        f"cin_section_47.dateofinitialcpc_written is null and {_NOT_NEEDED}"
        " and last_day.working_day_no - began.working_day_no > 15",
        """
        ! cin_section_47 s47actualstartdate=2019-01-10
        cin_section_47 s47actualstartdate=2019-03-20
        cin_section_47 s47actualstartdate=2019-01-10 icpcnotrequired=1
        """,
        joins="inner join calendar as began on began.day = cin_section_47.s47actualstartdate"
        " inner join calendar as last_day on last_day.day = year_ended()",
        weight=Weight.QUERY,
    ),
    _rule(
        "8715",
        "cin_section_47",
        "An initial conference was held outside the census year.",
        "cin_section_47.dateofinitialcpc < year_began() or cin_section_47.dateofinitialcpc > year_ended()",
        """
        ! cin_section_47 s47actualstartdate=2018-03-01 dateofinitialcpc=2018-03-20
        cin_section_47 s47actualstartdate=2018-06-01 dateofinitialcpc=2018-06-20
        """,
    ),
    _rule(
        "8740",
        "cin_section_47",
        "An enquiry without a conference began outside the census year.",
        "cin_section_47.dateofinitialcpc_written is null and (cin_section_47.s47actualstartdate is null"
        " or cin_section_47.s47actualstartdate < year_began() or cin_section_47.s47actualstartdate > year_ended())",
        """
        ! cin_section_47 s47actualstartdate=2018-03-01
        cin_section_47 s47actualstartdate=2018-06-01
        """,
    ),
    _rule(
        "8839",
        "cin_section_47",
        "A case has two open enquiries.",
        f"cin_section_47.dateofinitialcpc_written is null and {_NOT_NEEDED}"
        f" and exists (select 1 from cin_section_47 as other where {_SAME}"
        " and other.dateofinitialcpc_written is null and coalesce(other.icpcnotrequired, '0') in ('0', 'false'))",
        """
        ! cin_section_47 child_id=1 cinreferraldate=2018-05-01 s47actualstartdate=2018-06-01
        ! cin_section_47 child_id=1 cinreferraldate=2018-05-01 s47actualstartdate=2018-07-01
        cin_section_47 child_id=2 cinreferraldate=2018-05-01 s47actualstartdate=2018-06-01
        """,
    ),
    _rule(
        "8868",
        "cin_section_47",
        "A case is closed, and an enquiry of it has neither a conference nor a decision against one.",
        f"cin_section_47.cinclosuredate_written is not null and cin_section_47.dateofinitialcpc_written is null"
        f" and {_NOT_NEEDED}",
        """
        ! cin_section_47 cinclosuredate=2018-09-01 s47actualstartdate=2018-06-01
        cin_section_47 cinclosuredate=2018-09-01 s47actualstartdate=2018-06-01 icpcnotrequired=1
        """,
    ),
    _rule(
        "8875",
        "cin_section_47",
        "An initial conference was held on a Saturday or a Sunday.",
        "isodow(cin_section_47.dateofinitialcpc) > 5",
        """
        ! cin_section_47 dateofinitialcpc=2018-06-02
        cin_section_47 dateofinitialcpc=2018-06-01
        """,
    ),
    _rule(
        "8890",
        "cin_section_47",
        "An enquiry began while another of the same case was going on.",
        f"exists (select 1 from cin_section_47 as other where {_SAME}"
        " and other.s47actualstartdate < cin_section_47.s47actualstartdate"
        " and coalesce(other.icpcnotrequired, '0') in ('0', 'false')"
        " and coalesce(other.dateofinitialcpc, year_ended() + 1) > cin_section_47.s47actualstartdate)",
        """
        cin_section_47 child_id=1 cinreferraldate=2018-05-01 s47actualstartdate=2018-06-01
        ! cin_section_47 child_id=1 cinreferraldate=2018-05-01 s47actualstartdate=2018-07-01
        cin_section_47 child_id=2 cinreferraldate=2018-05-01 s47actualstartdate=2018-06-01
        """,
    ),
    _rule(
        "2884",
        "cin_section_47",
        "An initial conference is told both with the enquiry and with the case.",
        "exists (select 1 from cin_episode where cin_episode.child_id = cin_section_47.child_id"
        " and cin_episode.cinreferraldate = cin_section_47.cinreferraldate"
        " and cin_episode.dateofinitialcpc = cin_section_47.dateofinitialcpc)",
        """
        ! cin_section_47 child_id=1 cinreferraldate=2018-05-01 dateofinitialcpc=2018-06-01
        cin_episode child_id=1 cinreferraldate=2018-05-01 dateofinitialcpc=2018-06-01
        cin_section_47 child_id=2 cinreferraldate=2018-05-01 dateofinitialcpc=2018-06-01
        cin_episode child_id=2 cinreferraldate=2018-05-01
        """,
    ),
    _rule(
        "2991Q",
        "cin_section_47",
        "A case has an enquiry and no assessment.",
        "cin_section_47.s47actualstartdate is not null and not exists (select 1 from cin_assessment"
        " where cin_assessment.child_id = cin_section_47.child_id"
        " and cin_assessment.cinreferraldate = cin_section_47.cinreferraldate)",
        """
        ! cin_section_47 child_id=1 cinreferraldate=2018-05-01 s47actualstartdate=2018-06-01
        cin_section_47 child_id=2 cinreferraldate=2018-05-01 s47actualstartdate=2018-06-01
        cin_assessment child_id=2 cinreferraldate=2018-05-01
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "1105",
        "cin_protection_plan",
        "A child protection plan began before the referral.",
        "cin_protection_plan.cppstartdate < cin_protection_plan.cinreferraldate",
        """
        ! cin_protection_plan cinreferraldate=2018-06-01 cppstartdate=2018-05-01
        cin_protection_plan cinreferraldate=2018-06-01 cppstartdate=2018-07-01
        """,
    ),
    _rule(
        "2885",
        "cin_protection_plan",
        "A child protection plan began on another day than the initial conference.",
        "cin_protection_plan.cppstartdate >= year_began() and not exists (select 1 from cin_section_47"
        " where cin_section_47.child_id = cin_protection_plan.child_id"
        " and cin_section_47.dateofinitialcpc = cin_protection_plan.cppstartdate)"
        " and not exists (select 1 from cin_episode where cin_episode.child_id = cin_protection_plan.child_id"
        " and cin_episode.dateofinitialcpc = cin_protection_plan.cppstartdate)",
        """
        ! cin_protection_plan child_id=1 cppstartdate=2018-06-05
        cin_section_47 child_id=1 dateofinitialcpc=2018-06-01
        cin_protection_plan child_id=2 cppstartdate=2018-06-05
        cin_section_47 child_id=2 dateofinitialcpc=2018-06-05
        """,
    ),
    _rule(
        "8720",
        "cin_protection_plan",
        "The start of a child protection plan is missing, or after the end of the census year.",
        "cin_protection_plan.cppstartdate is null or cin_protection_plan.cppstartdate > year_ended()",
        """
        ! cin_protection_plan cppstartdate=2019-06-05
        cin_protection_plan cppstartdate=2018-06-05
        """,
    ),
    _rule(
        "8730",
        "cin_protection_plan",
        "The number of earlier child protection plans is missing.",
        "cin_protection_plan.cppstartdate is not null and cin_protection_plan.numberofpreviouscpp is null",
        """
        ! cin_protection_plan cppstartdate=2018-06-05
        cin_protection_plan cppstartdate=2018-06-05 numberofpreviouscpp=0
        """,
    ),
    _rule(
        "8832",
        "cin_protection_plan",
        "A child protection plan is told of a referral that went no further.",
        "cin_protection_plan.referralnfa in ('1', 'true') and cin_protection_plan.cppstartdate_written is not null",
        """
        ! cin_protection_plan cppstartdate=2018-06-05 referralnfa=1
        cin_protection_plan cppstartdate=2018-06-05 referralnfa=0
        """,
    ),
    _rule(
        "8840",
        "cin_protection_plan",
        "A child protection plan began and ended on one day.",
        "cin_protection_plan.cppstartdate = cin_protection_plan.cppenddate",
        """
        ! cin_protection_plan cppstartdate=2018-06-05 cppenddate=2018-06-05
        cin_protection_plan cppstartdate=2018-06-05 cppenddate=2018-07-05
        """,
    ),
    _rule(
        "8925",
        "cin_protection_plan",
        "A child protection plan ended before it began.",
        "cin_protection_plan.cppenddate < cin_protection_plan.cppstartdate",
        """
        ! cin_protection_plan cppstartdate=2018-06-05 cppenddate=2018-05-05
        cin_protection_plan cppstartdate=2018-06-05 cppenddate=2018-07-05
        """,
    ),
    _rule(
        "8930",
        "cin_protection_plan",
        "A child protection plan ended outside the census year.",
        "cin_protection_plan.cppenddate < year_began() or cin_protection_plan.cppenddate > year_ended()",
        """
        ! cin_protection_plan cppstartdate=2017-06-05 cppenddate=2018-02-05
        cin_protection_plan cppstartdate=2018-06-05 cppenddate=2018-07-05
        """,
    ),
    _rule(
        "8935",
        "cin_protection_plan",
        "A child has two open child protection plans.",
        "cin_protection_plan.cppenddate_written is null and exists (select 1 from cin_protection_plan as other"
        " where other.child_id = cin_protection_plan.child_id and other.cppenddate_written is null"
        " and other.source_id <> cin_protection_plan.source_id)",
        """
        ! cin_protection_plan child_id=1 cppstartdate=2018-06-05
        ! cin_protection_plan child_id=1 cppstartdate=2018-07-05
        cin_protection_plan child_id=2 cppstartdate=2018-06-05
        """,
    ),
    _rule(
        "8940",
        "cin_protection_plan",
        "Two child protection plans of one child overlap.",
        "exists (select 1 from cin_protection_plan as other where other.child_id = cin_protection_plan.child_id"
        " and other.cppstartdate < cin_protection_plan.cppstartdate"
        " and coalesce(other.cppenddate, year_ended()) > cin_protection_plan.cppstartdate)",
        """
        cin_protection_plan child_id=1 cppstartdate=2018-06-05 cppenddate=2018-09-05
        ! cin_protection_plan child_id=1 cppstartdate=2018-07-05
        cin_protection_plan child_id=2 cppstartdate=2018-06-05
        """,
    ),
    _rule(
        "8905",
        "cin_protection_plan",
        "The first category of abuse is missing or no published code.",
        "coalesce(cin_protection_plan.initialcategoryofabuse, '') not in ('NEG', 'PHY', 'SAB', 'EMO', 'MUL')",
        """
        ! cin_protection_plan cppstartdate=2018-06-05 initialcategoryofabuse=XXX
        cin_protection_plan cppstartdate=2018-06-05 initialcategoryofabuse=NEG
        """,
    ),
    _rule(
        "8915",
        "cin_protection_plan",
        "A child protection plan began after the child’s death.",
        "cin_protection_plan.cppstartdate > cin_child.persondeathdate",
        """
        ! cin_protection_plan child_id=1 cppstartdate=2018-06-05
        cin_child child_id=1 persondeathdate=2018-05-01
        cin_protection_plan child_id=2 cppstartdate=2018-06-05
        cin_child child_id=2
        """,
        joins="inner join cin_child on cin_child.child_id = cin_protection_plan.child_id",
    ),
    _rule(
        "8920",
        "cin_protection_plan",
        "A child protection plan ended after the child’s death.",
        "cin_protection_plan.cppenddate > cin_child.persondeathdate",
        """
        ! cin_protection_plan child_id=1 cppstartdate=2018-04-05 cppenddate=2018-08-01
        cin_child child_id=1 persondeathdate=2018-05-01
        cin_protection_plan child_id=2 cppstartdate=2018-04-05 cppenddate=2018-08-01
        cin_child child_id=2
        """,
        joins="inner join cin_child on cin_child.child_id = cin_protection_plan.child_id",
    ),
    _rule(
        "8841",
        "cin_review",
        "A review was held on the day the child protection plan began, or before.",
        "cin_review.cppreviewdate <= cin_review.cppstartdate",
        """
        ! cin_review cppreviewdate=2018-06-05 cppstartdate=2018-06-05
        cin_review cppreviewdate=2018-09-05 cppstartdate=2018-06-05
        """,
    ),
    _rule(
        "8842Q",
        "cin_review",
        "A review of a child protection plan has no date.",
        "cin_review.cppreviewdate is null",
        """
        ! cin_review cppstartdate=2018-06-05
        cin_review cppreviewdate=2018-09-05 cppstartdate=2018-06-05
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "4003",
        "cin_review",
        "A review of a child protection plan was held while a child in need plan was open.",
        "exists (select 1 from cin_plan where cin_plan.child_id = cin_review.child_id"
        " and cin_plan.cinplanstartdate < cin_review.cppreviewdate"
        " and coalesce(cin_plan.cinplanenddate, year_ended() + 1) > cin_review.cppreviewdate)",
        """
        ! cin_review child_id=1 cppreviewdate=2018-09-05
        cin_plan child_id=1 cinplanstartdate=2018-08-01
        cin_review child_id=2 cppreviewdate=2018-09-05
        cin_plan child_id=2 cinplanstartdate=2018-10-01
        """,
    ),
)
