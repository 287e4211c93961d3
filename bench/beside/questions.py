"""The indicators in SQL that SQLite and DuckDB both read, as an analyst would ask: a row for each thing considered.

Each gives the child, the day it counts on and whether it meets the condition. `days` is a table of days, as most
warehouses have one: the working-day number of each, and the same day three and twelve months on.
"""

from __future__ import annotations

from dataclasses import dataclass

RECORDS = [
    "child",
    "contact",
    "referral",
    "assessment",
    "section_47_enquiry",
    "conference",
    "period_of_care",
    "child_in_need_episode",
    "child_protection_plan",
    "missing_episode",
    "return_interview",
]

CLOCKS = ("contact_decision", "assessment", "initial_conference", "return_interview_national")


@dataclass(frozen=True)
class Question:
    """`rows` has :name for each time allowed."""

    ref: str
    rows: str
    at_month_end: bool = False


def _open(record: str, began: str, ended: str, where: str = "true") -> str:
    return f"""
        select distinct held.child_id, month_end.as_at as day, 1 as meets
        from month_end
        inner join {record} as held
            on held.{began} <= month_end.as_at and (held.{ended} is null or held.{ended} > month_end.as_at)
        where {where}
    """


_NO_SHORT_BREAK = "coalesce(held.legal_status, '') not in ('V3', 'V4')"

QUESTIONS = (
    Question("FD01", "select child_id, contacted_on as day, 1 as meets from contact"),
    Question(
        "FD02",
        """
        select contact.child_id, contact.contacted_on as day,
            decided.working_day_no - received.working_day_no <= :contact_decision as meets
        from contact
        left join days as received on received.day = contact.contacted_on
        left join days as decided on decided.day = contact.decided_on
        """,
    ),
    Question(
        "FD03",
        "select child_id, contacted_on as day, outcome in ('referral', 'strategy_discussion') as meets from contact",
    ),
    Question(
        "FD05",
        """
        with called as (select distinct child_id, contacted_on from contact),
        in_order as (
            select *, lag(contacted_on) over (partition by child_id order by contacted_on) as previous_on from called
        )
        select contact.child_id, contact.contacted_on as day, previous.three_months_on >= contact.contacted_on as meets
        from contact
        inner join in_order
            on in_order.child_id = contact.child_id and in_order.contacted_on = contact.contacted_on
        left join days as previous on previous.day = in_order.previous_on
        """,
    ),
    Question("FD06", "select child_id, referred_on as day, 1 as meets from referral"),
    Question(
        "FD08",
        """
        with in_order as (
            select *,
                lag(referred_on) over (partition by child_id order by referred_on, source_id) as previous_on,
                lead(referred_on) over (partition by child_id order by referred_on, source_id) as next_on
            from referral
        )
        select in_order.child_id, in_order.referred_on as day,
            coalesce(previous.a_year_on >= in_order.referred_on, false)
            or (in_order.next_on is null and coalesce(in_order.earlier_referrals, 0) > 0) as meets
        from in_order
        left join days as previous on previous.day = in_order.previous_on
        """,
    ),
    Question("FD09", "select child_id, referred_on as day, no_further_action as meets from referral"),
    Question(
        "AS01",
        "select child_id, authorised_on as day, 1 as meets from assessment where authorised_on is not null",
    ),
    Question(
        "AS02",
        """
        select assessment.child_id, assessment.authorised_on as day,
            authorised.working_day_no - started.working_day_no <= :assessment as meets
        from assessment
        inner join days as authorised on authorised.day = assessment.authorised_on
        left join days as started on started.day = assessment.started_on
        """,
    ),
    Question("CP02", "select child_id, started_on as day, 1 as meets from section_47_enquiry"),
    Question(
        "CP06",
        """
        select conference.child_id, conference.held_on as day,
            held.working_day_no - enquiry.working_day_no <= :initial_conference as meets
        from conference
        inner join days as held on held.day = conference.held_on
        left join days as enquiry on enquiry.day = conference.enquiry_started_on
        where conference.kind in ('initial', 'pre_birth')
        """,
    ),
    Question(
        "CC02", f"select child_id, started_on as day, 1 as meets from period_of_care as held where {_NO_SHORT_BREAK}"
    ),
    Question(
        "MS07",
        """
        select episode.child_id, episode.returned_on as day,
            held.day_no - returned.day_no <= :return_interview_national as meets
        from missing_episode as episode
        inner join return_interview as interview
            on interview.child_id = episode.child_id and interview.missing_id = episode.missing_id
        inner join days as returned on returned.day = episode.returned_on
        inner join days as held on held.day = interview.completed_on
        where coalesce(episode.kind, 'missing') = 'missing'
        """,
    ),
    Question("CC01", _open("period_of_care", "started_on", "ended_on", _NO_SHORT_BREAK), at_month_end=True),
    Question("CN01", _open("child_in_need_episode", "started_on", "closed_on"), at_month_end=True),
    Question("CP12", _open("child_protection_plan", "started_on", "ended_on"), at_month_end=True),
    Question(
        "MS08",
        _open("missing_episode", "went_missing_on", "returned_on", "coalesce(held.kind, 'missing') = 'missing'"),
        at_month_end=True,
    ),
)
REFS = tuple(question.ref for question in QUESTIONS)
AT_MONTH_END = tuple(question.ref for question in QUESTIONS if question.at_month_end)

_OLD = "(days.ymd - cast(replace(cast(child.born_on as varchar), '-', '') as integer))"
AGE = f"""
    case
        when child.born_on is null and child.expected_birth_on is not null then 'Unborn'
        when child.born_on > told.day then 'Unborn'
        when {_OLD} < 10000 then 'Under 1'
        when {_OLD} < 50000 then '1 to 4'
        when {_OLD} < 100000 then '5 to 9'
        when {_OLD} < 160000 then '10 to 15'
        when {_OLD} < 180000 then '16 to 17'
        when {_OLD} < 1200000 then '18 and over'
        else 'Not known'
    end
"""
"""On the day itself."""
COUNTED = "cast(coalesce(sum(case when told.meets then 1 else 0 end), 0) as bigint), count(*)"
