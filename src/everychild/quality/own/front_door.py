"""Contacts, referrals, assessments and episodes of need: their order, their links and their overlaps."""

from everychild.quality.declared import Declaring, Owner, Weight

_rule = Declaring(Owner.FRONT_DOOR, "FD")

RULES = (
    _rule(
        "01",
        "contact",
        "A contact was decided before it was received.",
        "contact.decided_on < contact.contacted_on",
        """
        ! contact contacted_on=2019-01-10 decided_on=2019-01-09
        contact contacted_on=2019-01-10 decided_on=2019-01-10
        """,
    ),
    _rule(
        "02",
        "contact",
        "A contact has an outcome and no date of the decision.",
        "contact.outcome is not null and contact.decided_on is null",
        """
        ! contact contacted_on=2019-01-10 outcome=referral
        contact contacted_on=2019-01-10 outcome=referral decided_on=2019-01-10
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "03",
        "contact",
        "A contact has waited more than 20 working days for a decision.",
        "contact.decided_on is null and contact.outcome is null"
        " and latest.working_day_no - received.working_day_no > 20",
        """
        ! contact contacted_on=2019-03-01
        contact contacted_on=2019-04-29
        contact contacted_on=2019-03-01 decided_on=2019-03-02
        """,
        joins="inner join calendar as received on received.day = contact.contacted_on"
        " inner join calendar as latest on latest.day = known_on()",
        weight=Weight.QUERY,
    ),
    _rule(
        "04",
        "contact",
        "A contact led to a referral and none is recorded from that day to two weeks later.",
        "contact.outcome = 'referral' and contact.decided_on >= supplied_since('referral')"
        " and contact.decided_on < known_on() - interval 14 day"
        " and not exists (select 1 from referral where referral.child_id = contact.child_id"
        " and referral.referred_on between contact.contacted_on - interval 1 day"
        " and contact.decided_on + interval 14 day)",
        """
        ! contact child_id=1 contacted_on=2019-01-10 decided_on=2019-01-10 outcome=referral
        contact child_id=2 contacted_on=2019-01-10 decided_on=2019-01-10 outcome=referral
        referral child_id=2 referred_on=2019-01-11
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "05",
        "referral",
        "A child has two referrals on one day.",
        "exists (select 1 from referral as other where other.child_id = referral.child_id"
        " and other.referred_on = referral.referred_on and other.source_id <> referral.source_id)",
        """
        ! referral child_id=1 referred_on=2019-01-10
        ! referral child_id=1 referred_on=2019-01-10
        referral child_id=2 referred_on=2019-01-10
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "06",
        "referral",
        "The case system counts no earlier referral, and one of the 12 months before is recorded.",
        "referral.earlier_referrals = 0 and exists (select 1 from referral as other"
        " where other.child_id = referral.child_id and other.referred_on < referral.referred_on"
        " and other.referred_on > referral.referred_on - interval 12 month)",
        """
        referral child_id=1 referred_on=2018-09-10
        ! referral child_id=1 referred_on=2019-01-10 earlier_referrals=0
        referral child_id=2 referred_on=2018-09-10
        referral child_id=2 referred_on=2019-01-10 earlier_referrals=1
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "07",
        "referral",
        "A referral that was to go no further was followed by an assessment within two weeks.",
        "referral.no_further_action and exists (select 1 from assessment"
        " where assessment.child_id = referral.child_id"
        " and assessment.started_on between referral.referred_on and referral.referred_on + interval 14 day)",
        """
        ! referral child_id=1 referred_on=2019-01-10 no_further_action=true
        assessment child_id=1 started_on=2019-01-11
        referral child_id=2 referred_on=2019-01-10 no_further_action=true
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "08",
        "referral",
        "A referral that went further was more than 20 working days ago, and no assessment has begun since.",
        "referral.no_further_action = false and referral.referred_on >= supplied_since('assessment')"
        " and latest.working_day_no - received.working_day_no > 20"
        " and not exists (select 1 from assessment where assessment.child_id = referral.child_id"
        " and assessment.started_on >= referral.referred_on - interval 45 day)",
        """
        ! referral child_id=1 referred_on=2019-03-01 no_further_action=false
        referral child_id=2 referred_on=2019-03-01 no_further_action=false
        assessment child_id=2 started_on=2019-03-02
        referral child_id=3 referred_on=2019-04-29 no_further_action=false
        """,
        joins="inner join calendar as received on received.day = referral.referred_on"
        " inner join calendar as latest on latest.day = known_on()",
        weight=Weight.QUERY,
    ),
    _rule(
        "09",
        "assessment",
        "An assessment was authorised before it began.",
        "assessment.authorised_on < assessment.started_on",
        """
        ! assessment started_on=2019-03-04 authorised_on=2019-03-01
        assessment started_on=2019-03-04 authorised_on=2019-04-01
        """,
        owner=Owner.TEAM,
    ),
    _rule(
        "10",
        "assessment",
        "An assessment has been open for more than 90 working days.",
        "assessment.authorised_on is null and latest.working_day_no - began.working_day_no > 90",
        """
        ! assessment started_on=2018-09-03
        assessment started_on=2019-03-04
        assessment started_on=2018-09-03 authorised_on=2018-10-01
        """,
        joins="inner join calendar as began on began.day = assessment.started_on"
        " inner join calendar as latest on latest.day = known_on()",
        weight=Weight.QUERY,
        owner=Owner.TEAM,
    ),
    _rule(
        "11",
        "assessment",
        "A second assessment of a child began while another was open.",
        "exists (select 1 from assessment as other where other.child_id = assessment.child_id"
        " and other.started_on < assessment.started_on"
        " and coalesce(other.authorised_on, known_on() + interval 1 day) > assessment.started_on)",
        """
        assessment child_id=1 started_on=2019-02-01 authorised_on=2019-03-20
        ! assessment child_id=1 started_on=2019-03-04
        assessment child_id=2 started_on=2019-02-01 authorised_on=2019-03-01
        assessment child_id=2 started_on=2019-03-04
        """,
        weight=Weight.QUERY,
        owner=Owner.TEAM,
    ),
    _rule(
        "12",
        "assessment",
        "An assessment was begun and authorised on one day.",
        "assessment.authorised_on = assessment.started_on",
        """
        ! assessment started_on=2019-03-04 authorised_on=2019-03-04
        assessment started_on=2019-03-04 authorised_on=2019-03-05
        """,
        weight=Weight.QUERY,
        owner=Owner.TEAM,
    ),
    _rule(
        "13",
        "assessment",
        "An assessment was authorised and does not say whether the child was seen.",
        "assessment.authorised_on is not null and assessment.child_seen is null",
        """
        ! assessment started_on=2019-03-04 authorised_on=2019-04-01
        assessment started_on=2019-03-04 authorised_on=2019-04-01 child_seen=false
        assessment started_on=2019-03-04
        """,
        weight=Weight.QUERY,
        owner=Owner.TEAM,
    ),
    _rule(
        "14",
        "assessment",
        "An assessment was authorised on a day nobody works.",
        "authorised.day is not null and yesterday.working_day_no = authorised.working_day_no",
        """
        ! assessment started_on=2019-03-04 authorised_on=2019-04-06
        assessment started_on=2019-03-04 authorised_on=2019-04-05
        """,
        joins="inner join calendar as authorised on authorised.day = assessment.authorised_on"
        " inner join calendar as yesterday on yesterday.day = assessment.authorised_on - 1",
        weight=Weight.QUERY,
        owner=Owner.TEAM,
    ),
    _rule(
        "15",
        "assessment_factor",
        "A factor is recorded of an assessment that is not, or not authorised on that day.",
        "assessment_factor.authorised_on >= supplied_since('assessment')"
        " and not exists (select 1 from assessment where assessment.child_id = assessment_factor.child_id"
        " and assessment.authorised_on = assessment_factor.authorised_on)",
        """
        ! assessment_factor child_id=1 authorised_on=2019-03-04 factor=3A
        assessment_factor child_id=2 authorised_on=2019-03-04 factor=3A
        assessment child_id=2 started_on=2019-02-04 authorised_on=2019-03-04
        """,
        weight=Weight.QUERY,
        owner=Owner.TEAM,
    ),
    _rule(
        "16",
        "assessment_factor",
        "“No factors found” (21) stands beside other factors of the same assessment.",
        "assessment_factor.factor = '21' and exists (select 1 from assessment_factor as other"
        " where other.child_id = assessment_factor.child_id"
        " and other.authorised_on = assessment_factor.authorised_on and other.factor <> '21')",
        """
        ! assessment_factor child_id=1 authorised_on=2019-03-04 factor=21
        assessment_factor child_id=1 authorised_on=2019-03-04 factor=3A
        assessment_factor child_id=2 authorised_on=2019-03-04 factor=21
        """,
        owner=Owner.TEAM,
    ),
    _rule(
        "17",
        "child_in_need_episode",
        "An episode of need closed before it began.",
        "child_in_need_episode.closed_on < child_in_need_episode.started_on",
        """
        ! child_in_need_episode started_on=2019-03-04 closed_on=2019-03-01
        child_in_need_episode started_on=2019-03-04 closed_on=2019-04-01
        """,
        owner=Owner.TEAM,
    ),
    _rule(
        "18",
        "child_in_need_episode",
        "An episode of need is closed without a reason, or has a reason and is not closed.",
        "(child_in_need_episode.closed_on is null) <> (child_in_need_episode.closure_reason is null)",
        """
        ! child_in_need_episode started_on=2019-03-04 closed_on=2019-04-01
        ! child_in_need_episode started_on=2019-03-04 closure_reason=RC7
        child_in_need_episode started_on=2019-03-04 closed_on=2019-04-01 closure_reason=RC7
        child_in_need_episode started_on=2019-03-04
        """,
        owner=Owner.TEAM,
        weight=Weight.QUERY,
    ),
    _rule(
        "19",
        "child_in_need_episode",
        "Two episodes of need of one child overlap.",
        "exists (select 1 from child_in_need_episode as other where other.child_id = child_in_need_episode.child_id"
        " and other.started_on < child_in_need_episode.started_on"
        " and coalesce(other.closed_on, known_on() + interval 1 day) > child_in_need_episode.started_on)",
        """
        child_in_need_episode child_id=1 started_on=2019-01-04
        ! child_in_need_episode child_id=1 started_on=2019-03-04
        child_in_need_episode child_id=2 started_on=2019-01-04 closed_on=2019-02-01
        child_in_need_episode child_id=2 started_on=2019-03-04
        """,
        owner=Owner.TEAM,
    ),
    _rule(
        "20",
        "child_in_need_episode",
        "An episode of need was closed and the child is still on a child protection plan.",
        "exists (select 1 from child_protection_plan where child_protection_plan.child_id ="
        " child_in_need_episode.child_id and child_protection_plan.started_on < child_in_need_episode.closed_on"
        " and child_protection_plan.ended_on is null)"
        " and not exists (select 1 from child_in_need_episode as other"
        " where other.child_id = child_in_need_episode.child_id and other.closed_on is null)",
        """
        ! child_in_need_episode child_id=1 started_on=2018-03-04 closed_on=2019-02-01
        child_protection_plan child_id=1 started_on=2018-05-01
        child_in_need_episode child_id=2 started_on=2018-03-04
        child_protection_plan child_id=2 started_on=2018-05-01
        """,
        owner=Owner.TEAM,
    ),
    _rule(
        "21",
        "child_in_need_episode",
        "An open episode of need says that the case is closed.",
        "child_in_need_episode.closed_on is null and child_in_need_episode.case_status = 'closed'",
        """
        ! child_in_need_episode started_on=2019-03-04 case_status=closed
        child_in_need_episode started_on=2019-03-04 case_status=in_need
        """,
        owner=Owner.TEAM,
    ),
    _rule(
        "22",
        "child_in_need_episode",
        "An open episode of need says that the child is in care, and no period of care is open.",
        "child_in_need_episode.closed_on is null and child_in_need_episode.case_status = 'in_care'"
        " and not exists (select 1 from period_of_care where period_of_care.child_id = child_in_need_episode.child_id"
        " and period_of_care.ended_on is null)",
        """
        ! child_in_need_episode child_id=1 started_on=2019-03-04 case_status=in_care
        child_in_need_episode child_id=2 started_on=2019-03-04 case_status=in_care
        period_of_care child_id=2 started_on=2019-03-10
        """,
        owner=Owner.TEAM,
        weight=Weight.QUERY,
    ),
    _rule(
        "23",
        "child_in_need_episode",
        "An open episode of need says that the child is on a protection plan, and no plan is open.",
        "child_in_need_episode.closed_on is null and child_in_need_episode.case_status = 'protection_plan'"
        " and not exists (select 1 from child_protection_plan where"
        " child_protection_plan.child_id = child_in_need_episode.child_id"
        " and child_protection_plan.ended_on is null)",
        """
        ! child_in_need_episode child_id=1 started_on=2019-03-04 case_status=protection_plan
        child_in_need_episode child_id=2 started_on=2019-03-04 case_status=protection_plan
        child_protection_plan child_id=2 started_on=2019-03-10
        """,
        owner=Owner.TEAM,
        weight=Weight.QUERY,
    ),
    _rule(
        "24",
        "child_in_need_plan",
        "A child in need plan ended before it began.",
        "child_in_need_plan.ended_on < child_in_need_plan.started_on",
        """
        ! child_in_need_plan started_on=2019-03-04 ended_on=2019-03-01
        child_in_need_plan started_on=2019-03-04 ended_on=2019-04-01
        """,
        owner=Owner.TEAM,
    ),
    _rule(
        "25",
        "child_in_need_plan",
        "A child in need plan is open beside a child protection plan.",
        "child_in_need_plan.ended_on is null and exists (select 1 from child_protection_plan"
        " where child_protection_plan.child_id = child_in_need_plan.child_id"
        " and child_protection_plan.ended_on is null)",
        """
        ! child_in_need_plan child_id=1 started_on=2019-03-04
        child_protection_plan child_id=1 started_on=2019-04-01
        child_in_need_plan child_id=2 started_on=2019-03-04 ended_on=2019-04-01
        child_protection_plan child_id=2 started_on=2019-04-01
        """,
        owner=Owner.TEAM,
    ),
)
