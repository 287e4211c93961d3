"""Everything around a case: early help, going missing, schools, plans for special needs, staff, complaints."""

from everychild.quality.declared import Declaring, Owner, Weight

_rule = Declaring(Owner.TEAM, "AR")

RULES = (
    _rule(
        "01",
        "early_help_assessment",
        "An early help assessment was finished before it began.",
        "early_help_assessment.completed_on < early_help_assessment.started_on",
        """
        ! early_help_assessment requested_on=2019-02-01 started_on=2019-03-04 completed_on=2019-03-01
        early_help_assessment requested_on=2019-02-01 started_on=2019-03-04 completed_on=2019-04-01
        """,
        owner=Owner.EARLY_HELP,
    ),
    _rule(
        "02",
        "early_help_assessment",
        "An early help assessment began before it was asked for.",
        "early_help_assessment.started_on < early_help_assessment.requested_on",
        """
        ! early_help_assessment requested_on=2019-03-01 started_on=2019-02-04
        early_help_assessment requested_on=2019-03-01 started_on=2019-03-04
        """,
        owner=Owner.EARLY_HELP,
    ),
    _rule(
        "03",
        "early_help_assessment",
        "An early help assessment says that it is completed and has no date, or has a date and says that it is open.",
        "(early_help_assessment.status = 'completed' and early_help_assessment.completed_on is null)"
        " or (early_help_assessment.status = 'open' and early_help_assessment.completed_on is not null)",
        """
        ! early_help_assessment requested_on=2019-03-01 status=completed
        ! early_help_assessment requested_on=2019-03-01 status=open completed_on=2019-04-01
        early_help_assessment requested_on=2019-03-01 status=completed completed_on=2019-04-01
        """,
        owner=Owner.EARLY_HELP,
    ),
    _rule(
        "04",
        "early_help_episode",
        "Two times in early help of one child overlap.",
        "exists (select 1 from early_help_episode as other where other.child_id = early_help_episode.child_id"
        " and other.started_on < early_help_episode.started_on"
        " and coalesce(other.ended_on, known_on() + interval 1 day) > early_help_episode.started_on)",
        """
        early_help_episode child_id=1 started_on=2018-03-04
        ! early_help_episode child_id=1 started_on=2019-03-04
        early_help_episode child_id=2 started_on=2018-03-04 ended_on=2019-03-04
        early_help_episode child_id=2 started_on=2019-03-04
        """,
        owner=Owner.EARLY_HELP,
        weight=Weight.QUERY,
    ),
    _rule(
        "05",
        "early_help_request",
        "A request for early help was decided before it came in.",
        "early_help_request.decided_on < early_help_request.received_on",
        """
        ! early_help_request received_on=2019-03-04 decided_on=2019-03-01
        early_help_request received_on=2019-03-04 decided_on=2019-03-06
        """,
        owner=Owner.EARLY_HELP,
    ),
    _rule(
        "06",
        "missing_episode",
        "A child came back before going missing.",
        "missing_episode.returned_on < missing_episode.went_missing_on"
        " or missing_episode.returned_at < missing_episode.went_missing_at",
        """
        ! missing_episode went_missing_on=2019-03-04 returned_on=2019-03-01
        missing_episode went_missing_on=2019-03-04 returned_on=2019-03-05
        """,
    ),
    _rule(
        "07",
        "missing_episode",
        "A child went missing while recorded as missing already.",
        "exists (select 1 from missing_episode as other where other.child_id = missing_episode.child_id"
        " and other.went_missing_on < missing_episode.went_missing_on"
        " and coalesce(other.returned_on, known_on() + interval 1 day) > missing_episode.went_missing_on)",
        """
        missing_episode child_id=1 missing_id=1 went_missing_on=2019-03-01 returned_on=2019-03-09
        ! missing_episode child_id=1 missing_id=2 went_missing_on=2019-03-04
        missing_episode child_id=2 missing_id=3 went_missing_on=2019-03-01 returned_on=2019-03-02
        missing_episode child_id=2 missing_id=4 went_missing_on=2019-03-04
        """,
    ),
    _rule(
        "08",
        "missing_episode",
        "A child has been missing for more than 60 days: has a return not been recorded?",
        "missing_episode.returned_on is null and missing_episode.went_missing_on < known_on() - interval 60 day",
        """
        ! missing_episode went_missing_on=2019-01-04
        missing_episode went_missing_on=2019-05-01
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "09",
        "return_interview",
        "A return interview belongs to no episode of going missing.",
        "not exists (select 1 from missing_episode where missing_episode.missing_id = return_interview.missing_id)",
        """
        ! return_interview missing_id=1
        return_interview missing_id=2
        missing_episode missing_id=2 went_missing_on=2019-03-01
        """,
    ),
    _rule(
        "10",
        "return_interview",
        "A return interview was held before the child came back.",
        "return_interview.completed_on < missing_episode.returned_on",
        """
        ! return_interview missing_id=1 completed_on=2019-03-01
        missing_episode missing_id=1 went_missing_on=2019-03-01 returned_on=2019-03-03
        return_interview missing_id=2 completed_on=2019-03-05
        missing_episode missing_id=2 went_missing_on=2019-03-01 returned_on=2019-03-03
        """,
        joins="inner join missing_episode on missing_episode.missing_id = return_interview.missing_id",
    ),
    _rule(
        "11",
        "return_interview",
        "A return interview was declined, and was held.",
        "return_interview.response in ('declined_by_child', 'declined_by_parent')"
        " and return_interview.completed_on is not null",
        """
        ! return_interview missing_id=1 response=declined_by_child completed_on=2019-03-01
        return_interview missing_id=2 response=accepted completed_on=2019-03-01
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "12",
        "school_attendance",
        "More sessions were attended than were possible.",
        "school_attendance.sessions_attended > school_attendance.sessions_possible",
        """
        ! school_attendance month_from=2019-03-01 sessions_possible=38 sessions_attended=40
        school_attendance month_from=2019-03-01 sessions_possible=38 sessions_attended=30
        """,
        owner=Owner.SCHOOLS,
    ),
    _rule(
        "13",
        "school_attendance",
        "A month has more than 46 half days of school, which none has.",
        "school_attendance.sessions_possible > 46",
        """
        ! school_attendance month_from=2019-03-01 sessions_possible=60
        school_attendance month_from=2019-03-01 sessions_possible=38
        """,
        owner=Owner.SCHOOLS,
    ),
    _rule(
        "14",
        "missing_education",
        "A child is missing education and educated at home at the same time.",
        "missing_education.ended_on is null and exists (select 1 from home_education"
        " where home_education.child_id = missing_education.child_id and home_education.ended_on is null)",
        """
        ! missing_education child_id=1 started_on=2019-03-01
        home_education child_id=1 started_on=2019-03-01
        missing_education child_id=2 started_on=2019-03-01
        """,
        owner=Owner.SCHOOLS,
    ),
    _rule(
        "15",
        "ehc_request",
        "A final plan was issued before it was decided to assess.",
        "ehc_request.final_issued_on < ehc_request.decided_on",
        """
        ! ehc_request received_on=2019-01-01 decided_on=2019-03-01 final_issued_on=2019-02-01
        ehc_request received_on=2018-09-01 decided_on=2018-10-01 final_issued_on=2019-01-20
        """,
        owner=Owner.SPECIAL_NEEDS,
    ),
    _rule(
        "16",
        "ehc_request",
        "A request was refused, and a plan was issued from it.",
        "ehc_request.decision = 'refused' and ehc_request.final_issued_on is not null",
        """
        ! ehc_request received_on=2019-01-01 decision=refused final_issued_on=2019-04-01
        ehc_request received_on=2019-01-01 decision=agreed final_issued_on=2019-04-01
        """,
        owner=Owner.SPECIAL_NEEDS,
        weight=Weight.QUERY,
    ),
    _rule(
        "17",
        "ehc_plan",
        "A plan goes on though the young person is over 25.",
        "ehc_plan.ceased_on is null and child.born_on <= known_on() - interval 26 year",
        """
        ! ehc_plan child_id=1 started_on=2015-01-01
        child child_id=1 born_on=1990-01-01
        ehc_plan child_id=2 started_on=2015-01-01
        child child_id=2 born_on=2005-01-01
        """,
        joins="inner join child on child.child_id = ehc_plan.child_id",
        owner=Owner.SPECIAL_NEEDS,
    ),
    _rule(
        "18",
        "allocation",
        "A worker gave a case up before being given it.",
        "allocation.ended_on < allocation.started_on",
        """
        ! allocation worker_id=W1 started_on=2019-03-04 ended_on=2019-03-01
        allocation worker_id=W1 started_on=2019-03-04 ended_on=2019-04-01
        """,
    ),
    _rule(
        "19",
        "allocation",
        "A child has two case workers at the same time.",
        "allocation.role = 'case_worker' and allocation.ended_on is null and exists (select 1 from allocation as other"
        " where other.child_id = allocation.child_id and other.role = 'case_worker' and other.ended_on is null"
        " and other.worker_id <> allocation.worker_id)",
        """
        ! allocation child_id=1 worker_id=W1 role=case_worker started_on=2019-03-04
        ! allocation child_id=1 worker_id=W2 role=case_worker started_on=2019-03-05
        allocation child_id=2 worker_id=W1 role=case_worker started_on=2019-03-04
        """,
        weight=Weight.QUERY,
    ),
    _rule(
        "20",
        "staff",
        "A worker is more than one full-time week.",
        "staff.fte > 100 or staff.fte < 0",
        """
        ! staff told_on=2019-03-31 worker_id=W1 fte=150
        staff told_on=2019-03-31 worker_id=W1 fte=80
        """,
        owner=Owner.WORKFORCE,
    ),
    _rule(
        "21",
        "staff",
        "A worker left before starting here.",
        "staff.left_on < staff.started_on",
        """
        ! staff told_on=2019-03-31 worker_id=W1 started_on=2019-03-01 left_on=2019-01-01
        staff told_on=2019-03-31 worker_id=W1 started_on=2018-03-01 left_on=2019-01-01
        """,
        owner=Owner.WORKFORCE,
    ),
    _rule(
        "22",
        "caseload",
        "A worker holds more than 60 children.",
        "caseload.children > 60",
        """
        ! caseload told_on=2019-03-31 worker_id=W1 children=90
        caseload told_on=2019-03-31 worker_id=W1 children=18
        """,
        owner=Owner.WORKFORCE,
        weight=Weight.QUERY,
    ),
    _rule(
        "23",
        "supervision",
        "A supervision was written up before it was held.",
        "supervision.recorded_on < supervision.held_on",
        """
        ! supervision held_on=2019-03-04 recorded_on=2019-03-01
        supervision held_on=2019-03-04 recorded_on=2019-03-05
        """,
    ),
    _rule(
        "24",
        "complaint",
        "A complaint was answered before it was received.",
        "complaint.responded_on < complaint.received_on",
        """
        ! complaint complaint_id=C1 stage=1 received_on=2019-03-04 responded_on=2019-03-01
        complaint complaint_id=C2 stage=1 received_on=2019-03-04 responded_on=2019-03-15
        """,
        owner=Owner.COMPLAINTS,
    ),
    _rule(
        "25",
        "fostering_household",
        "A household has more children placed with it than it is approved for.",
        "fostering_household.ended_on is null and fostering_household.children_placed > fostering_household.places",
        """
        ! fostering_household household_id=H1 approved_on=2015-01-01 places=2 children_placed=3
        fostering_household household_id=H2 approved_on=2015-01-01 places=2 children_placed=2
        """,
        owner=Owner.FOSTERING,
        weight=Weight.QUERY,
    ),
    _rule(
        "26",
        "fostering_household",
        "A household’s approval ended before it began.",
        "fostering_household.ended_on < fostering_household.approved_on",
        """
        ! fostering_household household_id=H1 approved_on=2015-01-01 ended_on=2014-01-01
        fostering_household household_id=H2 approved_on=2015-01-01 ended_on=2018-01-01
        """,
        owner=Owner.FOSTERING,
    ),
    _rule(
        "27",
        "private_fostering",
        "A private fostering arrangement ended before it began.",
        "private_fostering.ended_on < private_fostering.started_on",
        """
        ! private_fostering notified_on=2019-01-01 started_on=2019-01-01 ended_on=2018-12-01
        private_fostering notified_on=2019-01-01 started_on=2019-01-01 ended_on=2019-03-01
        """,
    ),
    _rule(
        "28",
        "pre_proceedings",
        "A case was issued in court before the letter that began pre-proceedings.",
        "pre_proceedings.issued_on < pre_proceedings.letter_sent_on",
        """
        ! pre_proceedings letter_sent_on=2019-03-04 issued_on=2019-03-01
        pre_proceedings letter_sent_on=2019-03-04 issued_on=2019-06-01
        """,
    ),
)
