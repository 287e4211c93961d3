"""Annex A lists 6 to 9: children and young people as they stand on the day of the extraction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from everychild.calendar import add_months
from everychild.northbrook.annex_a_events import Row, child_cells, disability_cell, worker_cells
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.lives import Case, Child
from everychild.northbrook.lives_in_care import Care
from everychild.northbrook.work_done import Missing


def children_in_need(known: AsKnown) -> Iterator[Row]:
    for case in known.cases():
        child = case.child
        closed_on = known.past(case.closed_on)
        seen = known.last_visit(child, case.opened_on, lambda visit: bool(visit.child_seen))
        yield (
            child_cells(child, known.on)
            | disability_cell(child, known.on)
            | {
                "CIN Start Date": case.opened_on,
                "Primary Need Code": case.primary_need,
                "Date Child Was Last Seen": seen.visited_on if seen else None,
                "CIN Closure Date": closed_on,
                "Reason for Closure": case.closure_reason if closed_on else None,
                "Case status": _status(case, known.on),
            }
            | worker_cells(known.worker_of(child))
        )


def child_protection_plans(known: AsKnown) -> Iterator[Row]:
    for plan in known.plans():
        child = plan.child
        visit = known.last_visit(
            child, plan.started_on, lambda visit: visit.kind == "child_protection" and visit.counts
        )
        reviews = [day for day in plan.reviews if day <= known.on]
        yield (
            child_cells(child, known.on)
            | disability_cell(child, known.on)
            | {
                "Child Protection Plan Start Date": plan.started_on,
                "Initial Category of Abuse": plan.first_category,
                "Latest Category of Abuse": plan.latest_category if reviews else plan.first_category,
                "Date of the Last Statutory Visit": visit.visited_on if visit else None,
                "Was the Child Seen Alone?": visit.seen_alone if visit else None,
                "Date of latest review conference": reviews[-1] if reviews else None,
                "Child Protection Plan End Date": known.past(plan.ended_on),
                "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)": (
                    _was_protected(child, known.since, known.on)
                ),
                "Number of Previous Child Protection Plans": plan.earlier_plans,
            }
            | worker_cells(known.worker_of(child))
        )


def children_in_care(known: AsKnown) -> Iterator[Row]:
    for care in known.care():
        child = care.child
        ended_on = known.past(care.ended_on)
        as_at = ended_on or known.on
        yield (
            child_cells(child, known.on)
            | disability_cell(child, known.on)
            | {
                "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": child.unaccompanied,
                "Date Started to be Looked After": care.started_on,
                "Child’s Category of Need": care.case.primary_need,
                "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)": (
                    _was_in_care_before(care)
                ),
                "Date Ceased to be Looked After": ended_on,
                "Reason Ceased to be Looked After": care.reason_ended if ended_on else None,
                "Number of Placements in the Last 12 months": max(
                    1, care.placements_since(add_months(as_at, -12), as_at)
                ),
            }
            | _legal_cells(care, as_at)
            | _duty_cells(care, known)
            | _placement_cells(care, as_at)
            | _missing_cells(known, child)
            | worker_cells(known.worker_of(child))
        )


def care_leavers(known: AsKnown) -> Iterator[Row]:
    for leaver in known.care_leavers():
        yield (
            child_cells(leaver.child, known.on)
            | disability_cell(leaver.child, known.on)
            | {
                "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)": (
                    leaver.child.unaccompanied
                ),
                "Allocated Personal Advisor": leaver.personal_adviser.name,
                "Eligibility Category": leaver.eligibility,
                "Latest Pathway Plan Review Date": leaver.pathway_plan_reviewed_on,
                "LA In Touch": leaver.in_touch,
                "Latest Date of Contact": leaver.last_contact_on,
                "Type of Accommodation": leaver.accommodation,
                "Suitability of Accommodation": leaver.suitable,
                "Activity Status": leaver.activity,
            }
            | worker_cells(leaver.worker)
        )


def _status(case: Case, on: date) -> str:
    """The highest status the case holds that day."""
    if not case.is_open(on):
        return "closed"
    if case.child.care_on(on):
        return "in_care"
    if case.child.plan_on(on):
        return "protection_plan"
    assessment = case.assessment
    return "in_need" if assessment.support_required and assessment.authorised_on <= on else "assessment"


def _was_protected(child: Child, since: date, on: date) -> bool:
    return any(
        status in ("L1", "L2") and since <= began <= on for care in child.care for began, status in care.legal_statuses
    )


def _was_in_care_before(care: Care) -> bool:
    year_before = add_months(care.started_on, -12)
    return any(
        other is not care and other.ended_on is not None and year_before <= other.ended_on <= care.started_on
        for other in care.child.care
    )


def _legal_cells(care: Care, as_at: date) -> Row:
    held = [status for status in care.legal_statuses if status[0] <= as_at] or care.legal_statuses[:1]
    began, status = held[-1]
    return {
        "Start date of current legal status": max(began, care.started_on),
        "Child’s Legal Status": status,
        "What is the permanence plan for this child?": care.permanence_plan if care.permanence_from <= as_at else None,
    }


def _duty_cells(care: Care, known: AsKnown) -> Row:
    visit = known.last_visit(care.child, care.started_on, lambda visit: visit.kind == "care" and visit.counts)
    return {
        "Date of Latest Statutory Review": _last(care.reviews, known.on),
        "Date of Last Social Work Visit": visit.visited_on if visit else None,
        "Date of Last IRO Visit / Contact to the Child": _last(care.officer_contacts, known.on),
        "Date of Last Health Assessment": _last(care.health_assessments, known.on),
        "Date of Last Dental Check": _last(care.dental_checks, known.on),
    }


def _placement_cells(care: Care, as_at: date) -> Row:
    placement = care.placement_on(as_at)
    return {
        "Start Date of Most Recent Placement": placement.started_on,
        "Placement Type": placement.kind,
        "Placement Provider": placement.provider,
        "Placement postcode": placement.postcode,
        "URN of Placement": placement.registration or None,
        "Placement Location": placement.out_of_area,
        "LA of Placement": placement.council_area,
    }


def _missing_cells(known: AsKnown, child: Child) -> Row:
    missing = known.times_missing(child, "missing")
    last = _last_returned(missing, known.on)
    interview = last.interview if last else None
    offered = interview is not None and known.past(interview.offered_on) is not None
    accepted = interview is not None and interview.response == "accepted"
    asked = last is not None and interview is not None and interview.needed
    return {
        "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months": len(missing),
        "Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months": len(
            known.times_missing(child, "away")
        ),
        "Was the child offered a Return Interview after their last missing episode (Y/N)?": offered if asked else None,
        "Did the child accept a Return Interview after their last missing episode (Y/N)?": (
            offered and accepted if asked else None
        ),
    }


def _last_returned(missing: list[Missing], on: date) -> Missing | None:
    return next((one for one in reversed(missing) if one.returned_at.date() <= on), None)


def _last(days: tuple[date, ...], on: date) -> date | None:
    return max((day for day in days if day <= on), default=None)
