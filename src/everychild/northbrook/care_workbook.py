"""Northbrook's own workbook about children in care: a sheet for each local table Annex A has no room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from everychild.layouts.layout import SheetLayout
from everychild.layouts.local.placement_costs import PLACEMENT_COSTS, PLACEMENT_NOTIFICATIONS
from everychild.layouts.local.placements import LEGAL_STATUSES, PLACEMENTS
from everychild.layouts.local.proceedings import CARE_PROCEEDINGS, DEPRIVATION_OF_LIBERTY
from everychild.layouts.local.siblings import SIBLING_PLANS
from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.cells import CellWriter, new_workbook

LONGEST_SHEET_NAME = 31


def write_care_workbook(known: AsKnown, folder: Path) -> Path:
    """A sheet that would be empty is left out: nobody exports a list of none."""
    path = folder / "children_in_care.xlsx"
    with new_workbook(path, known.on) as workbook:
        writer = CellWriter(workbook)
        for table, rows_of in SHEETS:
            rows = list(rows_of(known))
            if not rows:
                continue
            sheet = workbook.add_worksheet(table.title[:LONGEST_SHEET_NAME])
            sheet.set_column(0, len(table.headings) - 1, 16)
            for column, heading in enumerate(table.headings):
                sheet.write_string(0, column, heading.title, writer.heading)
            writer.rows(sheet, 1, table.headings, rows)
    return path


def _placements(known: AsKnown) -> Iterator[Row]:
    for care in known.care_of_a_year():
        left_on = known.past(care.ended_on)
        for placement in care.placements:
            if placement.started_on > (left_on or known.on):
                continue
            details = known.town.placement_details[care.child.child_id, placement.started_on]
            moved_on = known.past(details.moved_on)
            if moved_on and left_on and moved_on > left_on:
                moved_on = None
            yield {
                "person_id": care.child.child_id,
                "start_date": placement.started_on,
                "end_date": moved_on or left_on,
                "placement_type": placement.kind,
                "provider": placement.provider,
                "location": placement.out_of_area,
                "placement_la": placement.council_area,
                "distance_miles": details.tenths_of_a_mile,
                "same_carer": details.same_carer,
                "home_id": details.home_id,
                "registered_as": placement.registration or None,
                "unregistered": False,
                "change_reason": details.reason_ended if moved_on else None,
            }


def _legal_statuses(known: AsKnown) -> Iterator[Row]:
    for care in known.care_of_a_year():
        left_on = known.past(care.ended_on)
        begun = [
            (max(since, care.started_on), status)
            for since, status in care.legal_statuses
            if since <= (left_on or known.on)
        ]
        begun = begun or [(care.started_on, care.legal_statuses[0][1])]
        for (since, status), (until, _) in pairwise([*begun, (left_on, "")]):
            yield {
                "person_id": care.child.child_id,
                "legal_status": status,
                "status_start_date": since,
                "status_end_date": until,
            }


def _care_proceedings(known: AsKnown) -> Iterator[Row]:
    for one in known.town.proceedings:
        if one.issued_on > known.on or not known.is_of_a_year(one.final_hearing_on):
            continue
        yield {
            "person_id": one.child.child_id,
            "issue_date": one.issued_on,
            "order_date": known.past(one.final_hearing_on),
            "team": one.worker.team,
            "worker_id": one.worker.number,
        }


def _liberty_orders(known: AsKnown) -> Iterator[Row]:
    for one in known.town.liberty_orders:
        if one.started_on <= known.on and known.is_of_a_year(one.ended_on):
            yield {
                "person_id": one.child.child_id,
                "dol_order_start": one.started_on,
                "dol_order_end": known.past(one.ended_on),
            }


def _sibling_plans(known: AsKnown) -> Iterator[Row]:
    for one in known.town.sibling_plans:
        if one.decided_on <= known.on and known.is_of_a_year(one.ended_on):
            yield {
                "person_id": one.child.child_id,
                "sibling_group_id": one.group_id,
                "plan_date": one.decided_on,
                "plan_end_date": known.past(one.ended_on),
                "sibling_plan": one.plan,
            }


def _placement_costs(known: AsKnown) -> Iterator[Row]:
    for one in known.town.placement_costs:
        if one.started_on <= known.on and known.is_of_a_year(one.ended_on):
            yield {
                "person_id": one.child_id,
                "cost_line_id": one.line_id,
                "cost_start_date": one.started_on,
                "cost_end_date": known.past(one.ended_on),
                "weekly_cost": one.pounds_a_week,
            }


def _notifications(known: AsKnown) -> Iterator[Row]:
    for one in known.town.placement_notifications:
        if one.notified_on <= known.on and known.is_of_a_year(one.notified_on):
            yield {
                "notification_id": one.notification_id,
                "notified_date": one.notified_on,
                "placing_council": one.placing_council,
                "placed_date": one.placed_on,
            }


SHEETS: tuple[tuple[SheetLayout, Callable[[AsKnown], Iterable[Row]]], ...] = (
    (PLACEMENTS, _placements),
    (LEGAL_STATUSES, _legal_statuses),
    (CARE_PROCEEDINGS, _care_proceedings),
    (DEPRIVATION_OF_LIBERTY, _liberty_orders),
    (SIBLING_PLANS, _sibling_plans),
    (PLACEMENT_COSTS, _placement_costs),
    (PLACEMENT_NOTIFICATIONS, _notifications),
)
