"""Figures a source states itself, each held against the events that are loaded: the one SELECT that gives both.

A SELECT gives source_id, child_id, the day, what was stated and what the events come to. It may name records, the list
each row came from (`kept_list`) and `supplied_since`, as quality rules do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from everychild.measure.lineage import FILE_BITS, ROW_BITS, SHEET_BITS


@dataclass(frozen=True)
class StatedFigure:
    """One such figure. `reads` are the records and columns without which there is nothing to compare with.

    `at_least` where the events can only show that more must have been stated: what was before them may count as well.
    """

    name: str
    title: str
    of_events: str
    reads: Mapping[str, tuple[str, ...]]
    needs_all_of: tuple[str, ...]
    select: str
    at_least: bool = False

    def differs(self, stated: int, counted: int) -> bool:
        return stated < counted if self.at_least else stated != counted


@dataclass(frozen=True)
class StatedOtherwise:
    """One row that states another figure than the events give."""

    source_id: int
    child_id: str | None
    on: date
    stated: int
    counted: int


@dataclass(frozen=True)
class StatedChecked:
    """A figure some source states itself. `because` says why there was nothing to hold it against, if so."""

    figure: StatedFigure
    asked: int
    otherwise: tuple[StatedOtherwise, ...]
    because: str = ""


def _in_the_year_before(record: str, stated: str, began: str) -> str:
    """Of each child’s latest one, how many the child had in the 12 months before it."""
    return f"""
        select latest.source_id, latest.child_id, latest.{began}, latest.{stated},
            (
                select count(*) from {record} as earlier
                where earlier.child_id = latest.child_id
                    and earlier.{began} < latest.{began}
                    and earlier.{began} >= latest.{began} - interval 12 months
            )
        from (
            select * from {record} as each
            qualify row_number() over (partition by each.child_id order by each.{began} desc, each.source_id) = 1
        ) as latest
        where latest.{stated} is not null
            and latest.{began} between $first and $last
            and latest.{began} - interval 12 months >= supplied_since('{record}')
    """


_EXTRACT = f"(care.source_id >> {FILE_BITS + SHEET_BITS + ROW_BITS})"

STATED = (
    StatedFigure(
        "earlier_referrals",
        "Referrals in the 12 months before the latest one",
        "referrals",
        {"referral": ("earlier_referrals",)},
        ("referral",),
        _in_the_year_before("referral", "earlier_referrals", "referred_on"),
    ),
    StatedFigure(
        "earlier_enquiries",
        "Section 47 enquiries in the 12 months before the latest one",
        "section 47 enquiries",
        {"section_47_enquiry": ("earlier_enquiries",)},
        ("section_47_enquiry",),
        _in_the_year_before("section_47_enquiry", "earlier_enquiries", "started_on"),
    ),
    StatedFigure(
        "earlier_plans",
        "Child protection plans before this one",
        "child protection plans",
        {"child_protection_plan": ("earlier_plans",)},
        (),
        """
        select plan.source_id, plan.child_id, plan.started_on, plan.earlier_plans,
            (
                select count(*) from child_protection_plan as earlier
                where earlier.child_id = plan.child_id and earlier.started_on < plan.started_on
            )
        from child_protection_plan as plan
        where plan.earlier_plans is not null and plan.started_on between $first and $last
        """,
        at_least=True,
    ),
    StatedFigure(
        "placements_in_year",
        "Placements in the last 12 months, as Annex A states them",
        "placements, those of a temporary kind left out",
        {"period_of_care": ("placements_in_year",), "placement": ("placement_type",)},
        ("placement",),
        f"""
        select care.source_id, care.child_id, told.extracted_on, care.placements_in_year,
            (
                select count(*) from placement as placed
                where placed.child_id = care.child_id
                    and placed.started_on <= told.extracted_on
                    and (placed.ended_on is null or placed.ended_on > told.extracted_on - interval 12 months)
                    and coalesce(placed.placement_type, '') not in ('T0', 'T1', 'T2', 'T3', 'T4')
            )
        from period_of_care as care
        inner join kept_list as told on told.extract_no = {_EXTRACT}
            and told.record = 'period_of_care' and told.feed = 'list_8.period_of_care'
        where care.placements_in_year is not null
            and care.ended_on is null
            and told.extracted_on = (
                select max(newest.extracted_on) from kept_list as newest where newest.feed = 'list_8.period_of_care'
            )
            and told.extracted_on >= $first
            and told.extracted_on - interval 12 months >= supplied_since('placement')
        """,
    ),
    StatedFigure(
        "caseload",
        "Children each worker holds, as the list of caseloads states them",
        "children allocated to the worker that day",
        {"caseload": ("children", "worker_id"), "allocation": ("worker_id", "role")},
        ("allocation",),
        """
        select held.source_id, cast(null as varchar), held.told_on, held.children,
            (
                select count(distinct allocated.child_id) from allocation as allocated
                where allocated.worker_id = held.worker_id
                    and allocated.role = 'case_worker'
                    and allocated.started_on <= held.told_on
                    and (allocated.ended_on is null or allocated.ended_on > held.told_on)
            )
        from caseload as held
        where held.children is not null
            and held.told_on = (
                select max(each.told_on) from caseload as each where each.told_on between $first and $last
            )
            and held.told_on >= supplied_since('allocation')
        """,
    ),
)
