"""Annex A lists 1 to 5: what happened to children, row by row. A row is its cells by heading, as records hold them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from everychild.calendar import add_months
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.lives import Child
from everychild.northbrook.workforce import Worker

Row = dict[str, object]
"""Cells by heading: a code is its code, yes and no are True and False, and None is nothing."""


def child_cells(child: Child, on: date) -> Row:
    """The columns every child's list begins with. An unborn child has an expected date of birth and no sex yet."""
    unborn = child.born_on > on
    return {
        "Child Unique ID": child.child_id,
        "Gender": "not_recorded" if unborn else child.sex,
        "Ethnicity": child.ethnic_group,
        "Date of Birth": child.expected_on if unborn and child.expected_on > on else child.born_on,
        "Age of Child (Years)": child.age(on),
    }


def disability_cell(child: Child, on: date) -> Row:
    return {"Does the Child have a Disability": None if child.born_on > on else child.disabled}


def worker_cells(worker: Worker) -> Row:
    return {"Allocated Team": worker.team, "Allocated Worker": worker.name}


def contacts(known: AsKnown) -> Iterator[Row]:
    for contact in known.contacts():
        yield child_cells(contact.child, known.on) | {
            "Date of Contact": contact.contacted_on,
            "Contact Source": contact.source,
        }


def early_help(known: AsKnown) -> Iterator[Row]:
    """Northbrook's case system gives the request as the start, as its own file of assessments does."""
    for one in known.early_help():
        closed_on = known.closed(one)
        if closed_on is None or one.status == "completed":
            yield child_cells(one.child, known.on) | {
                "Assessment start date": one.requested_on,
                "Assessment completion date": closed_on,
                "Organisation completing assessment": one.lead_agency,
            }


def referrals(known: AsKnown) -> Iterator[Row]:
    for referral in known.referrals():
        days = [one.referred_on for one in referral.child.referrals if one.recorded_on <= known.on]
        yield (
            child_cells(referral.child, known.on)
            | {
                "Date of referral": referral.referred_on,
                "Referral Source": referral.source,
                "Referral NFA?": referral.no_further_action,
                "Number of Referrals in Last 12 Months": _earlier(days),
            }
            | worker_cells(referral.worker)
        )


def assessments(known: AsKnown) -> Iterator[Row]:
    for case in known.assessed_cases():
        assessment, child = case.assessment, case.child
        authorised_on = known.past(assessment.authorised_on)
        yield (
            child_cells(child, known.on)
            | disability_cell(child, known.on)
            | {
                "Continuous Assessment Start Date": assessment.started_on,
                "Child Seen During Continuous Assessment": assessment.child_seen if authorised_on else None,
                "Continuous Assessment Date of Authorisation": authorised_on,
                "Was the child assessed as requiring LA children’s social care support": (
                    assessment.support_required if authorised_on else None
                ),
            }
            | worker_cells(case.allocations[0].worker)
        )


def enquiries(known: AsKnown) -> Iterator[Row]:
    for enquiry in known.enquiries():
        child = enquiry.child
        conference_on = known.past(enquiry.conference_on)
        decided = enquiry.started_on <= add_months(known.on, -1) or conference_on is not None
        started = [one.started_on for one in child.enquiries if one.recorded_on <= known.on]
        year_before = add_months(max(started), -12)
        yield (
            child_cells(child, known.on)
            | disability_cell(child, known.on)
            | {
                "Strategy discussion initiating Section 47 Enquiry Start Date": enquiry.started_on,
                "Was an Initial Child Protection Conference deemed unnecessary?": (
                    enquiry.conference_on is None if decided else None
                ),
                "Date of Initial Child Protection Conference": conference_on,
                "Did the Initial Child Protection Conference Result in a Child Protection Plan": (
                    enquiry.led_to_plan if conference_on else None
                ),
                "Number of Section 47 Enquiries in the last 12 months": _earlier(started),
                "Number of ICPCs in the last 12 months": sum(
                    one.conference_on is not None
                    and year_before <= one.conference_on <= known.on
                    and one.started_on < max(started)
                    for one in child.enquiries
                ),
            }
            | worker_cells(enquiry.worker)
        )


def _earlier(days: list[date]) -> int:
    """How many came in the 12 months before the child's latest one, which is not counted itself."""
    latest = max(days)
    return sum(add_months(latest, -12) <= day < latest for day in days)
