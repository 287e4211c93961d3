"""Strategy discussions, section 47 enquiries, conferences and child protection plans."""

from everychild.quality.declared import Declaring, Owner, Weight

_rule = Declaring(Owner.PROTECTION, "CP")

RULES = (
    _rule(
        "01",
        "section_47_enquiry",
        "A conference came before the enquiry it followed from.",
        "section_47_enquiry.conference_on < section_47_enquiry.started_on",
        """
        ! section_47_enquiry started_on=2019-03-04 conference_on=2019-03-01
        section_47_enquiry started_on=2019-03-04 conference_on=2019-03-20
        """,
    ),
    _rule(
        "02",
        "section_47_enquiry",
        "An enquiry has a conference and says that none was needed.",
        "section_47_enquiry.conference_not_required and section_47_enquiry.conference_on is not null",
        """
        ! section_47_enquiry started_on=2019-03-04 conference_on=2019-03-20 conference_not_required=true
        section_47_enquiry started_on=2019-03-04 conference_on=2019-03-20 conference_not_required=false
        """,
    ),
    _rule(
        "03",
        "section_47_enquiry",
        "An enquiry began more than 30 working days ago, with no conference and no decision against one.",
        "section_47_enquiry.conference_on is null and section_47_enquiry.conference_not_required is not true"
        " and latest.working_day_no - began.working_day_no > 30",
        """
        ! section_47_enquiry started_on=2019-03-04
        section_47_enquiry started_on=2019-04-24
        section_47_enquiry started_on=2019-03-04 conference_not_required=true
        """,
        joins="inner join calendar as began on began.day = section_47_enquiry.started_on"
        " inner join calendar as latest on latest.day = known_on()",
        weight=Weight.QUERY,
        owner=Owner.TEAM,
    ),
    _rule(
        "04",
        "section_47_enquiry",
        "A child has two enquiries within five days of each other.",
        "exists (select 1 from section_47_enquiry as other where other.child_id = section_47_enquiry.child_id"
        " and section_47_enquiry.started_on > other.started_on"
        " and section_47_enquiry.started_on <= other.started_on + interval 5 day)",
        """
        section_47_enquiry child_id=1 started_on=2019-03-04
        ! section_47_enquiry child_id=1 started_on=2019-03-06
        section_47_enquiry child_id=2 started_on=2019-03-04
        """,
        weight=Weight.QUERY,
        owner=Owner.TEAM,
    ),
    _rule(
        "05",
        "section_47_outcome",
        "An enquiry was concluded before it began.",
        "section_47_outcome.ended_on < section_47_outcome.started_on",
        """
        ! section_47_outcome started_on=2019-03-04 ended_on=2019-03-01
        section_47_outcome started_on=2019-03-04 ended_on=2019-03-20
        """,
        owner=Owner.TEAM,
    ),
    _rule(
        "06",
        "section_47_outcome",
        "An enquiry led to a conference, and six weeks later none is recorded.",
        "section_47_outcome.outcome = 'conference' and section_47_outcome.started_on >= supplied_since('conference')"
        " and section_47_outcome.started_on < known_on() - interval 42 day"
        " and not exists (select 1 from conference where conference.child_id = section_47_outcome.child_id"
        " and conference.held_on >= section_47_outcome.started_on)",
        """
        ! section_47_outcome child_id=1 started_on=2019-03-04 outcome=conference
        section_47_outcome child_id=2 started_on=2019-03-04 outcome=conference
        conference child_id=2 kind=initial held_on=2019-03-20
        """,
        weight=Weight.QUERY,
        owner=Owner.TEAM,
    ),
    _rule(
        "07",
        "conference",
        "A conference was held on a Saturday or a Sunday.",
        "isodow(conference.held_on) > 5",
        """
        ! conference kind=initial held_on=2019-04-06
        conference kind=initial held_on=2019-04-05
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "08",
        "conference",
        "A conference decided on a plan, and none began within a week of it.",
        "conference.led_to_plan and conference.held_on >= supplied_since('child_protection_plan')"
        " and conference.held_on < known_on() - interval 7 day"
        " and not exists (select 1 from child_protection_plan"
        " where child_protection_plan.child_id = conference.child_id and child_protection_plan.started_on"
        " between conference.held_on - interval 1 day and conference.held_on + interval 7 day)",
        """
        ! conference child_id=1 kind=initial held_on=2019-03-04 led_to_plan=true
        conference child_id=2 kind=initial held_on=2019-03-04 led_to_plan=true
        child_protection_plan child_id=2 started_on=2019-03-04
        """,
    ),
    _rule(
        "09",
        "conference",
        "A conference decided against a plan, and one began that day.",
        "conference.led_to_plan = false and exists (select 1 from child_protection_plan"
        " where child_protection_plan.child_id = conference.child_id"
        " and child_protection_plan.started_on = conference.held_on)",
        """
        ! conference child_id=1 kind=initial held_on=2019-03-04 led_to_plan=false
        child_protection_plan child_id=1 started_on=2019-03-04
        conference child_id=2 kind=initial held_on=2019-03-04 led_to_plan=false
        """,
    ),
    _rule(
        "10",
        "child_protection_plan",
        "A plan began with no conference within a week before it.",
        "child_protection_plan.started_on >= supplied_since('conference')"
        " and not exists (select 1 from conference where conference.child_id = child_protection_plan.child_id"
        " and conference.held_on between child_protection_plan.started_on - interval 7 day"
        " and child_protection_plan.started_on)",
        """
        ! child_protection_plan child_id=1 started_on=2019-03-04
        child_protection_plan child_id=2 started_on=2019-03-04
        conference child_id=2 kind=initial held_on=2019-03-04
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "11",
        "child_protection_plan",
        "A plan ended before it began, or on the same day.",
        "child_protection_plan.ended_on <= child_protection_plan.started_on",
        """
        ! child_protection_plan started_on=2019-03-04 ended_on=2019-03-04
        child_protection_plan started_on=2019-03-04 ended_on=2019-04-01
        """,
    ),
    _rule(
        "12",
        "child_protection_plan",
        "Two plans of one child overlap.",
        "exists (select 1 from child_protection_plan as other where other.child_id = child_protection_plan.child_id"
        " and other.started_on < child_protection_plan.started_on"
        " and coalesce(other.ended_on, known_on() + interval 1 day) > child_protection_plan.started_on)",
        """
        child_protection_plan child_id=1 started_on=2018-03-04
        ! child_protection_plan child_id=1 started_on=2019-03-04
        child_protection_plan child_id=2 started_on=2018-03-04 ended_on=2019-01-01
        child_protection_plan child_id=2 started_on=2019-03-04
        """,
    ),
    _rule(
        "13",
        "child_protection_plan",
        "A plan goes on though the child is 18.",
        "child_protection_plan.ended_on is null and child.born_on <= known_on() - interval 18 year",
        """
        ! child_protection_plan child_id=1 started_on=2019-03-04
        child child_id=1 born_on=2001-03-01
        child_protection_plan child_id=2 started_on=2019-03-04
        child child_id=2 born_on=2005-03-01
        """,
        joins="inner join child on child.child_id = child_protection_plan.child_id",
    ),
    _rule(
        "14",
        "child_protection_plan",
        "A plan has gone on for more than four years.",
        "child_protection_plan.ended_on is null and child_protection_plan.started_on < known_on() - interval 4 year",
        """
        ! child_protection_plan started_on=2014-03-04
        child_protection_plan started_on=2018-03-04
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "15",
        "child_protection_plan",
        "The case system counts no plan before this one, and an earlier one is recorded.",
        "child_protection_plan.earlier_plans = 0 and exists (select 1 from child_protection_plan as other"
        " where other.child_id = child_protection_plan.child_id"
        " and other.started_on < child_protection_plan.started_on)",
        """
        child_protection_plan child_id=1 started_on=2017-06-01 ended_on=2018-01-01
        ! child_protection_plan child_id=1 started_on=2019-03-04 earlier_plans=0
        child_protection_plan child_id=2 started_on=2019-03-04 earlier_plans=0
        """,
    ),
    _rule(
        "16",
        "child_protection_plan",
        "A child is on a protection plan and has no open episode of need.",
        "child_protection_plan.ended_on is null and not exists (select 1 from child_in_need_episode"
        " where child_in_need_episode.child_id = child_protection_plan.child_id"
        " and child_in_need_episode.closed_on is null)",
        """
        ! child_protection_plan child_id=1 started_on=2019-03-04
        child_protection_plan child_id=2 started_on=2019-03-04
        child_in_need_episode child_id=2 started_on=2019-01-04
        """,
        owner=Owner.TEAM,
    ),
    _rule(
        "17",
        "child_protection_plan",
        "A plan has gone on for more than two years, and no review of it was ever recorded.",
        "child_protection_plan.ended_on is null and child_protection_plan.started_on < known_on() - interval 2 year"
        " and not exists (select 1 from review_conference"
        " where review_conference.child_id = child_protection_plan.child_id"
        " and review_conference.held_on > child_protection_plan.started_on)",
        """
        ! child_protection_plan child_id=1 started_on=2017-03-04
        child_protection_plan child_id=2 started_on=2017-03-04
        review_conference child_id=2 held_on=2018-12-01
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "18",
        "review_conference",
        "A review conference was held of a child with no plan that day.",
        "review_conference.held_on >= supplied_since('child_protection_plan')"
        " and not exists (select 1 from child_protection_plan"
        " where child_protection_plan.child_id = review_conference.child_id"
        " and child_protection_plan.started_on <= review_conference.held_on"
        " and coalesce(child_protection_plan.ended_on, known_on()) >= review_conference.held_on)",
        """
        ! review_conference child_id=1 held_on=2019-03-04
        review_conference child_id=2 held_on=2019-03-04
        child_protection_plan child_id=2 started_on=2018-03-04
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "19",
        "review_conference",
        "A review conference was held on the day the plan began.",
        "exists (select 1 from child_protection_plan where child_protection_plan.child_id = review_conference.child_id"
        " and child_protection_plan.started_on = review_conference.held_on)",
        """
        ! review_conference child_id=1 held_on=2019-03-04
        child_protection_plan child_id=1 started_on=2019-03-04
        review_conference child_id=2 held_on=2019-03-04
        child_protection_plan child_id=2 started_on=2018-03-04
        """,
    ),
    _rule(
        "20",
        "visit",
        "A child protection visit was made to a child with no plan that day.",
        "visit.kind = 'child_protection' and visit.visited_on >= supplied_since('child_protection_plan')"
        " and not exists (select 1 from child_protection_plan"
        " where child_protection_plan.child_id = visit.child_id"
        " and child_protection_plan.started_on <= visit.visited_on"
        " and coalesce(child_protection_plan.ended_on, known_on()) >= visit.visited_on)",
        """
        ! visit child_id=1 kind=child_protection visited_on=2019-03-04
        visit child_id=2 kind=child_protection visited_on=2019-03-04
        child_protection_plan child_id=2 started_on=2018-03-04
        """,
        weight=Weight.QUERY,
        owner=Owner.TEAM,
    ),
    _rule(
        "21",
        "visit",
        "A visit was written up before it was made.",
        "visit.recorded_on < visit.visited_on",
        """
        ! visit kind=care visited_on=2019-03-04 recorded_on=2019-03-01
        visit kind=care visited_on=2019-03-04 recorded_on=2019-03-05
        """,
        owner=Owner.TEAM,
    ),
    _rule(
        "22",
        "visit",
        "A child was seen alone on a visit at which the child was not seen.",
        "visit.child_seen = false and visit.seen_alone = 'yes'",
        """
        ! visit kind=care visited_on=2019-03-04 child_seen=false seen_alone=yes
        visit kind=care visited_on=2019-03-04 child_seen=true seen_alone=yes
        """,
        owner=Owner.TEAM,
    ),
    _rule(
        "23",
        "visit",
        "A visit says that nobody was let in, or that it was cancelled, and that the child was seen.",
        "visit.child_seen and visit.outcome in ('no_access', 'cancelled', 'failed', 'not_seen')",
        """
        ! visit kind=care visited_on=2019-03-04 child_seen=true outcome=cancelled
        visit kind=care visited_on=2019-03-04 child_seen=true outcome=seen
        """,
        owner=Owner.TEAM,
    ),
    _rule(
        "24",
        "visit",
        "A visit was written up more than 90 days after it was made.",
        "visit.recorded_on > visit.visited_on + interval 90 day",
        """
        ! visit kind=care visited_on=2018-10-04 recorded_on=2019-03-01
        visit kind=care visited_on=2019-03-04 recorded_on=2019-03-05
        """,
        weight=Weight.QUERY,
        owner=Owner.TEAM,
    ),
)
