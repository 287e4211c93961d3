"""Northbrook’s special educational needs survey (SEN2) of a January, as the XML it would send.

Its children go by their unique pupil numbers, which the council’s own lists have beside its own references.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from everychild.layouts.document import ElementTable
from everychild.layouts.special_needs_return.people import PEOPLE
from everychild.layouts.special_needs_return.plans import NEEDS, PLANS, REQUESTS
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.lives import Child
from everychild.northbrook.special_needs import Plan, Request
from everychild.northbrook.special_needs_files import pupil_number
from everychild.northbrook.workforce_census import COUNCIL

HISTORICAL = "<RequestOutcome>H</RequestOutcome>"
BEFORE = "<AssessmentOutcome>H</AssessmentOutcome>"


def write_special_needs_return(known: AsKnown, folder: Path) -> Path:
    """The return of the day the extract was taken, which is in January, and of the year before it."""
    assert known.on.month == 1
    path = folder / "special_needs_return.xml"
    told = f"<Collection>SEN2</Collection><Year>{known.on.year}</Year><ReferenceDate>{known.on}</ReferenceDate>"
    source = f"<SourceLevel>L</SourceLevel><LEA>{COUNCIL}</LEA>"
    header = f"<Header><CollectionDetails>{told}</CollectionDetails><Source>{source}</Source></Header>"
    people = "".join(_people(known))
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?><Message>{header}<Persons>{people}</Persons></Message>',
        encoding="utf-8",
    )
    return path


def _people(known: AsKnown) -> Iterator[str]:
    told: dict[str, list[str]] = defaultdict(list)
    children: dict[str, Child] = {}
    plans = {(one.child.child_id, one.started_on): one for one in _plans(known)}
    for request in known.town.special_needs.requests:
        plan = plans.pop((request.child.child_id, request.final_on), None) if request.final_on else None
        if known.year_ago < request.received_on <= known.on or plan is not None:
            children[request.child.child_id] = request.child
            told[request.child.child_id].append(_request(known, request, plan))
    for plan in plans.values():
        children[plan.child.child_id] = plan.child
        told[plan.child.child_id].append(f"<Requests>{HISTORICAL}{_assessed(known, BEFORE, plan)}</Requests>")
    for child_id, child in children.items():
        who = {
            "UPN": pupil_number(child),
            "PersonBirthDate": child.born_on,
            "Sex": child.sex,
            "Ethnicity": child.ethnic_group,
        }
        yield f"<Person>{_cells(PEOPLE, who)}{''.join(told[child_id])}</Person>"


def _plans(known: AsKnown) -> Iterator[Plan]:
    """Maintained on the day, or ceased in the year before it."""
    for one in known.town.special_needs.plans:
        if one.started_on <= known.on and (one.ceased_on is None or one.ceased_on > known.year_ago):
            yield one


def _request(known: AsKnown, one: Request, plan: Plan | None) -> str:
    decided_on, outcome_on = known.past(one.decided_on), known.past(one.outcome_on)
    asked = {
        "ReceivedDate": one.received_on,
        "RequestOutcomeDate": decided_on,
        "RequestOutcome": one.decision if decided_on else "awaiting",
    }
    if decided_on is None or one.decision != "agreed":
        return f"<Requests>{_cells(REQUESTS, asked)}</Requests>"
    assessed = {
        "AssessmentOutcomeDate": outcome_on,
        "AssessmentOutcome": one.outcome if outcome_on else "awaiting",
        "Week20": one.exception if plan is not None else None,
    }
    return f"<Requests>{_cells(REQUESTS, asked)}{_assessed(known, _cells(REQUESTS, assessed), plan)}</Requests>"


def _assessed(known: AsKnown, assessed: str, plan: Plan | None) -> str:
    if plan is None:
        return f"<Assessment>{assessed}</Assessment>"
    ceased_on: date | None = known.past(plan.ceased_on)
    named = _cells(PLANS, {"StartDate": plan.started_on, "CeaseDate": ceased_on})
    need = _cells(NEEDS, {"SENtype": plan.need, "SENtypeRank": False})  # ranked first
    return (
        f"<Assessment>{assessed}<NamedPlan>{named}</NamedPlan></Assessment>"
        f"<ActivePlans><SENneed>{need}</SENneed></ActivePlans>"
    )


def _cells(table: ElementTable, row: Mapping[str, object]) -> str:
    cells = ((title, table.layout.heading(title).write(value)) for title, value in row.items())
    return "".join(f"<{title}>{escape(str(cell))}</{title}>" for title, cell in cells if cell not in ("", None))
