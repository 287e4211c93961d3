"""Northbrook's own extracts of what no statutory list holds, laid out as our local tables say."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from everychild.layouts.layout import Heading, SheetLayout
from everychild.layouts.local import TABLES
from everychild.northbrook import (
    care_files,
    challenge_files,
    early_files,
    fostering_files,
    protection_files,
    school_files,
)
from everychild.northbrook.annex_a_events import Row
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.cells import CellWriter, new_workbook, written_by
from everychild.northbrook.story import REPORT_WORKING_DAYS
from everychild.northbrook.workforce import Worker

BY_NAME = {table.name: table for table in TABLES}
EARLY_HELP_WORKING_DAYS = 30


def write_local_files(known: AsKnown, folder: Path) -> list[Path]:
    """The tidy ones; the return interviews come from elsewhere and look like it."""
    return [
        _csv(folder, "early_help_assessments", _early_help(known)),
        _csv(folder, "meeting_reports", _meeting_reports(known)),
        _csv(folder, "strategy_discussions", protection_files.strategy_discussions(known)),
        _csv(folder, "section_47_enquiries", protection_files.section_47_enquiries(known)),
        _csv(folder, "conference_log", protection_files.conferences(known)),
        _csv(folder, "core_groups", protection_files.core_groups(known)),
        _csv(folder, "escalations", challenge_files.escalations(known)),
        _csv(folder, "advocacy_offers", challenge_files.advocacy_offers(known)),
        _csv(folder, "missing_episodes", _missing(known)),
        _csv(folder, "fostering_households", fostering_files.households(known)),
        _csv(folder, "fostering_enquiries", fostering_files.enquiries(known)),
        _csv(folder, "exploitation_risk", _exploitation_risks(known)),
        _csv(folder, "nrm_referrals", _national_referrals(known)),
        _workbook(folder, "case_supervision", _supervisions(known), known.on),
        _csv(folder, "visits", _visits(known)),
        _csv(folder, "allocations", _allocations(known)),
        _csv(folder, "cla_reviews", care_files.reviews(known)),
        _csv(folder, "care_plans", care_files.care_plans(known)),
        _csv(folder, "health_assessments", care_files.health(known)),
        _csv(folder, "oc2", care_files.outcomes(known)),
        *(_csv(folder, rows.__name__, rows(known)) for rows in early_files.TABLES),
        _csv(folder, "personal_education_plans", school_files.education_plans(known)),
        _csv(folder, "school_attendance", school_files.attendance(known)),
        _csv(folder, "home_education", school_files.at_home(known)),
        _csv(folder, "children_missing_education", school_files.nowhere(known)),
    ]


def _early_help(known: AsKnown) -> Iterator[Row]:
    calendar = known.town.setting.timeline.calendar
    for one in known.early_help():
        closed_on = known.closed(one)
        yield {
            "person_id": one.child.child_id,
            "assessment_id": one.assessment_id,
            "family_assessment_id": one.family_assessment_id,
            "request_date": one.requested_on,
            "started_date": known.past(one.started_on),
            "due_date": calendar.add_working_days(one.requested_on, EARLY_HELP_WORKING_DAYS),
            "completed_date": closed_on if one.status == "completed" else None,
            "status": one.status if closed_on else "open",
            "type": "EHA",
            "lead_agency": one.lead_agency,
        } | _held_by(one.worker)


def _meeting_reports(known: AsKnown) -> Iterator[Row]:
    calendar = known.town.setting.timeline.calendar
    for report in known.meeting_reports():
        shared_on = known.past(report.shared_on)
        asked = REPORT_WORKING_DAYS[report.meeting]
        yield {
            "person_id": report.child.child_id,
            "meeting_type": report.meeting,
            "meeting_id": report.meeting_id,
            "meeting_date": report.meeting_on,
            "report_due_date": calendar.add_working_days(report.meeting_on, -asked),
            "report_completed_date": known.past(report.completed_on),
            "shared_with_family_date": shared_on,
            "shared_with_chair_date": shared_on,
            "report_author_role": "social_worker",
            "not_shared_reason": None,
        } | _held_by(report.worker)


def _missing(known: AsKnown) -> Iterator[Row]:
    for one in known.missing():
        came_back = one.returned_at.date() <= known.on
        yield {
            "person_id": one.child.child_id,
            "missing_id": one.missing_id,
            "reported_at": one.went_missing_at,
            "start_at": one.went_missing_at,
            "returned_at": one.returned_at if came_back else None,
            "type": one.kind,
            "missing_from": one.missing_from,
            "reporting_la": "Northbrook",
            "police_reference": None,
            "risk": None,
        } | _held_by(one.worker)


def _exploitation_risks(known: AsKnown) -> Iterator[Row]:
    for one in known.exploitation_risks():
        yield {
            "person_id": one.child.child_id,
            "type": one.kind,
            "date": one.assessed_on,
            "level": one.level,
            "nrm_referral_date": None,
            "closed_date": known.past(one.closed_on),
        } | _held_by(one.worker)


def _national_referrals(known: AsKnown) -> Iterator[Row]:
    for one in known.national_referrals():
        yield {
            "person_id": one.child.child_id,
            "nrm_reference": one.reference,
            "referral_date": one.referred_on,
            "exploitation_type": one.kind,
            "decision": None,
            "decision_date": None,
        } | _held_by(one.worker)


def _supervisions(known: AsKnown) -> Iterator[Row]:
    for one in known.supervisions():
        yield {
            "person_id": one.child.child_id,
            "supervision_id": one.supervision_id,
            "held_date": one.held_on,
            "recorded_at": one.recorded_on,
            "supervisor_id": one.supervisor_number,
            "kind": "case",
            "next_due_date": None,
        } | _held_by(one.worker)


def _visits(known: AsKnown) -> Iterator[Row]:
    for visit in known.visits():
        yield {
            "person_id": visit.child.child_id,
            "visit_id": visit.visit_id,
            "visit_at": visit.visited_on,
            "recorded_at": visit.recorded_on,
            "visit_kind": visit.kind,
            "statutory": visit.kind != "child_in_need",
            "outcome": "no_access" if visit.child_seen is False else "seen",
            "child_seen": visit.child_seen,
            "seen_alone": visit.seen_alone,
            "bedroom_seen": visit.place == "home" and bool(visit.child_seen),
            "location": visit.place,
            "due_date": None,
            "purpose": None,
        } | _held_by(visit.worker)


def _allocations(known: AsKnown) -> Iterator[Row]:
    for one in known.allocations():
        yield {
            "person_id": one.child.child_id,
            "worker_id": one.worker.number,
            "role": one.role,
            "team": one.worker.team,
            "start_date": one.started_on,
            "end_date": known.past(one.ended_on),
            "qualified": one.worker.qualified,
            "change_reason": None,
        }


def _held_by(worker: Worker) -> Row:
    return {"team": worker.team, "worker_id": worker.number}


def _csv(folder: Path, name: str, rows: Iterable[Row]) -> Path:
    path = folder / f"{name}.csv"
    headings = BY_NAME[name].headings
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heading.title for heading in headings)
        writer.writerows(lines(headings, rows))
    return path


def lines(headings: Sequence[Heading], rows: Iterable[Row]) -> Iterator[list[str]]:
    """Each row's cells as text, under the headings."""
    write: list[tuple[str, Callable[[object], str]]] = [(heading.title, _text_of(heading)) for heading in headings]
    for row in rows:
        yield [text(row[title]) for title, text in write]


def _text_of(heading: Heading) -> Callable[[object], str]:
    write = written_by(heading)
    days: dict[date, str] = {}

    def text(value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, datetime):
            return f"{value:%d/%m/%Y %H:%M}"
        if isinstance(value, date):
            if value not in days:
                days[value] = f"{value:%d/%m/%Y}"
            return days[value]
        return write(value)

    return text


def _workbook(folder: Path, name: str, rows: Iterable[Row], extracted_on: date) -> Path:
    path = folder / f"{name}.xlsx"
    table: SheetLayout = BY_NAME[name]
    with new_workbook(path, extracted_on) as workbook:
        writer = CellWriter(workbook)
        sheet = workbook.add_worksheet(table.title)
        sheet.set_column(0, len(table.headings) - 1, 16)
        for column, heading in enumerate(table.headings):
            sheet.write_string(0, column, heading.title, writer.heading)
        writer.rows(sheet, 1, table.headings, rows)
    return path
