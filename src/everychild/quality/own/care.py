"""Children in care: periods of care, legal statuses, placements, reviews, health, leaving care, adoption."""

from everychild.quality.declared import Declaring, Owner, Weight

_rule = Declaring(Owner.TEAM, "CA")

RULES = (
    _rule(
        "01",
        "period_of_care",
        "Care ended before it began.",
        "period_of_care.ended_on < period_of_care.started_on",
        """
        ! period_of_care started_on=2019-03-04 ended_on=2019-03-01
        period_of_care started_on=2019-03-04 ended_on=2019-04-01
        """,
    ),
    _rule(
        "02",
        "period_of_care",
        "Two times in care of one child overlap.",
        "exists (select 1 from period_of_care as other where other.child_id = period_of_care.child_id"
        " and other.started_on < period_of_care.started_on"
        " and coalesce(other.ended_on, known_on() + interval 1 day) > period_of_care.started_on)",
        """
        period_of_care child_id=1 started_on=2018-03-04
        ! period_of_care child_id=1 started_on=2019-03-04
        period_of_care child_id=2 started_on=2018-03-04 ended_on=2019-03-04
        period_of_care child_id=2 started_on=2019-03-04
        """,
    ),
    _rule(
        "03",
        "period_of_care",
        "A young person of 18 or over is still recorded as in care.",
        "period_of_care.ended_on is null and child.born_on <= known_on() - interval 18 year",
        """
        ! period_of_care child_id=1 started_on=2019-03-04
        child child_id=1 born_on=2001-03-01
        period_of_care child_id=2 started_on=2019-03-04
        child child_id=2 born_on=2005-03-01
        """,
        joins="inner join child on child.child_id = period_of_care.child_id",
    ),
    _rule(
        "04",
        "period_of_care",
        "Care began before the child was born.",
        "period_of_care.started_on < child.born_on",
        """
        ! period_of_care child_id=1 started_on=2019-03-04
        child child_id=1 born_on=2019-04-01
        period_of_care child_id=2 started_on=2019-03-04
        child child_id=2 born_on=2019-03-04
        """,
        joins="inner join child on child.child_id = period_of_care.child_id",
    ),
    _rule(
        "05",
        "period_of_care",
        "Care has ended and no reason is recorded, or there is a reason and no end.",
        "(period_of_care.ended_on is null) <> (period_of_care.reason_ended is null)",
        """
        ! period_of_care started_on=2018-03-04 ended_on=2019-03-04
        ! period_of_care started_on=2018-03-04 reason_ended=E4A
        period_of_care started_on=2018-03-04 ended_on=2019-03-04 reason_ended=E4A
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "06",
        "period_of_care",
        "A child left care by adoption, and no plan for adoption is recorded.",
        "period_of_care.reason_ended in ('E11', 'E12') and period_of_care.ended_on >= supplied_since('adoption')"
        " and not exists (select 1 from adoption where adoption.child_id = period_of_care.child_id)",
        """
        ! period_of_care child_id=1 started_on=2017-03-04 ended_on=2019-03-04 reason_ended=E11
        period_of_care child_id=2 started_on=2017-03-04 ended_on=2019-03-04 reason_ended=E11
        adoption child_id=2 decided_on=2018-01-01
        """,
        owner=Owner.ADOPTION,
    ),
    _rule(
        "07",
        "period_of_care",
        "A child is in care and no placement is open.",
        "period_of_care.ended_on is null and not exists (select 1 from placement"
        " where placement.child_id = period_of_care.child_id and placement.ended_on is null)",
        """
        ! period_of_care child_id=1 started_on=2019-03-04
        period_of_care child_id=2 started_on=2019-03-04
        placement child_id=2 started_on=2019-03-04
        """,
        owner=Owner.PLACEMENTS,
    ),
    _rule(
        "08",
        "period_of_care",
        "A child under ten came into care on remand or under criminal law.",
        "period_of_care.legal_status in ('J1', 'J2', 'J3')"
        " and child.born_on > period_of_care.legal_status_from - interval 10 year",
        """
        ! period_of_care child_id=1 started_on=2019-03-04 legal_status=J1 legal_status_from=2019-03-04
        child child_id=1 born_on=2012-03-01
        period_of_care child_id=2 started_on=2019-03-04 legal_status=J1 legal_status_from=2019-03-04
        child child_id=2 born_on=2005-03-01
        """,
        joins="inner join child on child.child_id = period_of_care.child_id",
    ),
    _rule(
        "09",
        "period_of_care",
        "A child is under police protection or an emergency order, which has lasted more than three weeks.",
        "period_of_care.ended_on is null and period_of_care.legal_status in ('L1', 'L2')"
        " and period_of_care.legal_status_from < known_on() - interval 21 day",
        """
        ! period_of_care started_on=2019-03-04 legal_status=L1 legal_status_from=2019-03-04
        period_of_care started_on=2019-05-01 legal_status=L1 legal_status_from=2019-05-01
        """,
    ),
    _rule(
        "10",
        "period_of_care",
        "The legal status is older than the time in care.",
        "period_of_care.legal_status_from < period_of_care.started_on",
        """
        ! period_of_care started_on=2019-03-04 legal_status=C2 legal_status_from=2018-03-04
        period_of_care started_on=2019-03-04 legal_status=C2 legal_status_from=2019-03-10
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "11",
        "placement",
        "A placement ended before it began.",
        "placement.ended_on < placement.started_on",
        """
        ! placement started_on=2019-03-04 ended_on=2019-03-01
        placement started_on=2019-03-04 ended_on=2019-04-01
        """,
        owner=Owner.PLACEMENTS,
    ),
    _rule(
        "12",
        "placement",
        "Two placements of one child overlap.",
        "exists (select 1 from placement as other where other.child_id = placement.child_id"
        " and other.started_on < placement.started_on"
        " and coalesce(other.ended_on, known_on() + interval 1 day) > placement.started_on)",
        """
        placement child_id=1 started_on=2018-03-04
        ! placement child_id=1 started_on=2019-03-04
        placement child_id=2 started_on=2018-03-04 ended_on=2019-03-04
        placement child_id=2 started_on=2019-03-04
        """,
        owner=Owner.PLACEMENTS,
        weight=Weight.QUERY,
    ),
    _rule(
        "13",
        "placement",
        "A placement goes on though the child’s time in care has ended.",
        "placement.ended_on is null and exists (select 1 from period_of_care"
        " where period_of_care.child_id = placement.child_id and period_of_care.ended_on > placement.started_on)"
        " and not exists (select 1 from period_of_care where period_of_care.child_id = placement.child_id"
        " and period_of_care.ended_on is null)",
        """
        ! placement child_id=1 started_on=2018-03-04
        period_of_care child_id=1 started_on=2018-03-04 ended_on=2019-03-04
        placement child_id=2 started_on=2018-03-04
        period_of_care child_id=2 started_on=2018-03-04
        """,
        owner=Owner.PLACEMENTS,
    ),
    _rule(
        "14",
        "placement",
        "A placement with the child’s own parents is given to a provider other than the parents.",
        "placement.placement_type = 'P1' and placement.provider <> 'PR0'",
        """
        ! placement started_on=2018-03-04 placement_type=P1 provider=PR4
        placement started_on=2018-03-04 placement_type=P1 provider=PR0
        """,
        owner=Owner.PLACEMENTS,
    ),
    _rule(
        "15",
        "placement",
        "A child under 16 is placed in supported accommodation or living on their own.",
        "placement.placement_type in ('K3', 'H5', 'P2') and placement.ended_on is null"
        " and child.born_on > known_on() - interval 16 year",
        """
        ! placement child_id=1 started_on=2018-03-04 placement_type=H5
        child child_id=1 born_on=2006-01-01
        placement child_id=2 started_on=2018-03-04 placement_type=H5
        child child_id=2 born_on=2002-01-01
        """,
        joins="inner join child on child.child_id = placement.child_id",
        owner=Owner.PLACEMENTS,
    ),
    _rule(
        "16",
        "placement",
        "A temporary placement has lasted more than six weeks.",
        "placement.placement_type in ('T0', 'T1', 'T2', 'T3', 'T4')"
        " and coalesce(placement.ended_on, known_on()) > placement.started_on + interval 42 day",
        """
        ! placement started_on=2018-03-04 placement_type=T1
        placement started_on=2018-03-04 placement_type=T1 ended_on=2018-03-20
        """,
        owner=Owner.PLACEMENTS,
    ),
    _rule(
        "17",
        "placement",
        "A placement is more than 400 miles from home.",
        "placement.tenths_of_a_mile_from_home > 4000 and placement.tenths_of_a_mile_from_home < 9999",
        """
        ! placement started_on=2018-03-04 tenths_of_a_mile_from_home=4100
        placement started_on=2018-03-04 tenths_of_a_mile_from_home=124
        placement started_on=2018-03-04 tenths_of_a_mile_from_home=9999
        """,
        owner=Owner.PLACEMENTS,
        weight=Weight.QUERY,
    ),
    _rule(
        "18",
        "care_review",
        "A review of a child’s care was held on a day the child was not in care.",
        "care_review.held_on >= supplied_since('period_of_care') and not exists (select 1 from period_of_care"
        " where period_of_care.child_id = care_review.child_id and period_of_care.started_on <= care_review.held_on"
        " and coalesce(period_of_care.ended_on, known_on()) >= care_review.held_on)",
        """
        ! care_review child_id=1 held_on=2019-03-04
        care_review child_id=2 held_on=2019-03-04
        period_of_care child_id=2 started_on=2018-03-04
        """,
        owner=Owner.REVIEWING,
        weight=Weight.QUERY,
    ),
    _rule(
        "19",
        "care_review",
        "A review says that the child was under four (PN0), and the child was not.",
        "care_review.participation = 'PN0' and child.born_on <= care_review.held_on - interval 4 year",
        """
        ! care_review child_id=1 held_on=2019-03-04 participation=PN0
        child child_id=1 born_on=2010-01-01
        care_review child_id=2 held_on=2019-03-04 participation=PN0
        child child_id=2 born_on=2017-01-01
        """,
        joins="inner join child on child.child_id = care_review.child_id",
        owner=Owner.REVIEWING,
    ),
    _rule(
        "20",
        "health_event",
        "A health assessment or check was done before it was asked for.",
        "health_event.completed_on < health_event.requested_on",
        """
        ! health_event kind=dental requested_on=2019-03-04 completed_on=2019-03-01
        health_event kind=dental requested_on=2019-03-04 completed_on=2019-03-20
        """,
        owner=Owner.HEALTH,
    ),
    _rule(
        "21",
        "care_outcome",
        "A strengths and difficulties score is more than 40, which nobody can have.",
        "care_outcome.questionnaire_score > 40 or care_outcome.questionnaire_score < 0",
        """
        ! care_outcome questionnaire_score=45
        care_outcome questionnaire_score=14
        """,
        owner=Owner.HEALTH,
    ),
    _rule(
        "22",
        "care_outcome",
        "A child has both a strengths and difficulties score and a reason for having none.",
        "care_outcome.questionnaire_score is not null and care_outcome.no_questionnaire is not null",
        """
        ! care_outcome questionnaire_score=14 no_questionnaire=SDQ3
        care_outcome questionnaire_score=14
        """,
        owner=Owner.HEALTH,
    ),
    _rule(
        "23",
        "care_leaver",
        "A care leaver is 25 or over.",
        "child.born_on <= known_on() - interval 26 year",
        """
        ! care_leaver child_id=1
        child child_id=1 born_on=1990-01-01
        care_leaver child_id=2
        child child_id=2 born_on=1999-01-01
        """,
        joins="inner join child on child.child_id = care_leaver.child_id",
        owner=Owner.LEAVING_CARE,
    ),
    _rule(
        "24",
        "care_leaver",
        "The council is in touch with a care leaver, and neither their home nor what they do is recorded.",
        "care_leaver.in_touch = 'yes' and care_leaver.accommodation is null and care_leaver.activity is null",
        """
        ! care_leaver in_touch=yes
        care_leaver in_touch=yes accommodation=U activity=F2
        care_leaver in_touch=no
        """,
        owner=Owner.LEAVING_CARE,
        weight=Weight.QUERY,
    ),
    _rule(
        "25",
        "care_leaver",
        "The council is said to be in touch with a care leaver whose last contact was over six months ago.",
        "care_leaver.in_touch = 'yes' and care_leaver.last_contact_on < known_on() - interval 6 month",
        """
        ! care_leaver in_touch=yes last_contact_on=2018-06-01
        care_leaver in_touch=yes last_contact_on=2019-04-01
        """,
        owner=Owner.LEAVING_CARE,
        weight=Weight.QUERY,
    ),
    _rule(
        "26",
        "care_leaver",
        "A care leaver without a home, or in custody, is recorded as suitably housed.",
        "care_leaver.accommodation in ('S', 'X') and care_leaver.accommodation_suitable",
        """
        ! care_leaver accommodation=X accommodation_suitable=true
        care_leaver accommodation=X accommodation_suitable=false
        """,
        owner=Owner.LEAVING_CARE,
        weight=Weight.QUERY,
    ),
    _rule(
        "27",
        "adoption",
        "The steps of an adoption are out of order: decision, match, placement, order.",
        "adoption.matched_on < adoption.decided_on or adoption.placed_on < adoption.matched_on"
        " or adoption.adopted_on < adoption.placed_on",
        """
        ! adoption decided_on=2018-01-01 matched_on=2017-06-01
        ! adoption decided_on=2018-01-01 matched_on=2018-06-01 placed_on=2018-05-01
        adoption decided_on=2018-01-01 matched_on=2018-06-01 placed_on=2018-07-01 adopted_on=2019-01-01
        """,
        owner=Owner.ADOPTION,
    ),
    _rule(
        "28",
        "adoption",
        "A plan for adoption was reversed, and the child was adopted all the same.",
        "adoption.reversed_on is not null and adoption.adopted_on is not null",
        """
        ! adoption decided_on=2018-01-01 adopted_on=2019-01-01 reversed_on=2018-08-01
        adoption decided_on=2018-01-01 adopted_on=2019-01-01
        """,
        owner=Owner.ADOPTION,
    ),
    _rule(
        "29",
        "adoption",
        "A child was adopted, and is still recorded as in care.",
        "adoption.adopted_on is not null and exists (select 1 from period_of_care"
        " where period_of_care.child_id = adoption.child_id and period_of_care.ended_on is null"
        " and period_of_care.started_on < adoption.adopted_on)",
        """
        ! adoption child_id=1 decided_on=2018-01-01 adopted_on=2019-01-01
        period_of_care child_id=1 started_on=2017-06-01
        adoption child_id=2 decided_on=2018-01-01 adopted_on=2019-01-01
        period_of_care child_id=2 started_on=2017-06-01 ended_on=2019-01-01
        """,
        owner=Owner.ADOPTION,
    ),
    _rule(
        "30",
        "visit",
        "A visit to a child in care was made on a day the child was not in care.",
        "visit.kind = 'care' and visit.visited_on >= supplied_since('period_of_care')"
        " and not exists (select 1 from period_of_care where period_of_care.child_id = visit.child_id"
        " and period_of_care.started_on <= visit.visited_on"
        " and coalesce(period_of_care.ended_on, known_on()) >= visit.visited_on)",
        """
        ! visit child_id=1 kind=care visited_on=2019-03-04
        visit child_id=2 kind=care visited_on=2019-03-04
        period_of_care child_id=2 started_on=2018-03-04
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "31",
        "period_of_care",
        "A child came into care more than six weeks ago and no review of their care was ever recorded.",
        "period_of_care.ended_on is null and period_of_care.started_on >= supplied_since('care_review')"
        " and period_of_care.started_on < known_on() - interval 42 day"
        " and not exists (select 1 from care_review where care_review.child_id = period_of_care.child_id"
        " and care_review.held_on >= period_of_care.started_on)",
        """
        ! period_of_care child_id=1 started_on=2019-01-04
        period_of_care child_id=2 started_on=2019-01-04
        care_review child_id=2 held_on=2019-01-20
        """,
        owner=Owner.REVIEWING,
        weight=Weight.QUERY,
    ),
)
