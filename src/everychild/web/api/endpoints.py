"""What a program may ask for: editions, figures, flags, targets, indicators and what the words mean."""

from __future__ import annotations

import math
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja import NinjaAPI, Query
from ninja.errors import Throttled, ValidationError

from everychild import shapes
from everychild.calendar import Month
from everychild.catalogue import SECTIONS
from everychild.council import read_council
from everychild.journal import evidence
from everychild.judgement.register import register
from everychild.measure.figure import Window
from everychild.month_end import clocks_of
from everychild.web import twins
from everychild.web.api import rows
from everychild.web.api.door import AMinute, Basic, Bearer
from everychild.web.api.meanings import meanings
from everychild.web.editions import Asked, ask, closed_months
from everychild.web.presenters.messages import Message, nothing_closed
from everychild.web.refusals import NoSuchPage

MOST_ROWS = 50_000
ABOUT = (
    "Figures that a council has closed, judged and kept, for spreadsheets and programs. Read only. Days are written "
    "2019-04-30. Nothing here tells of one child, but small numbers are not taken out: it is for officers and not for "
    "publication."
)

api = NinjaAPI(
    title="Everychild’s figures",
    version="1",
    description=ABOUT,
    docs_url=None,
    openapi_url=None,
    auth=[Bearer(), Basic()],
    throttle=[AMinute()],
)

AMonth = Annotated[
    str | None,
    Query(pattern=r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$", description="As 2019-04; the newest closed month if left out."),
]
AnEdition = Annotated[int | None, Query(ge=1, le=9_999, description="Its edition; the newest if left out.")]
ARef = Annotated[
    str | None,
    Query(pattern=r"^[A-Za-z]{2,3}[0-9]{2}[a-z]?$", description="One indicator, as CP22; every one if left out."),
]
ASection = Annotated[
    str | None, Query(pattern=r"^[a-z0-9-]{1,60}$", description="One section’s indicators, as child-protection.")
]
ABreakdown = Annotated[
    str | None, Query(pattern=r"^[a-z0-9_]{1,60}$", description="The month’s groups as well, as by team.")
]
AWindow = Annotated[Window | None, Query(description="One window; every one if left out.")]
HowMany = Annotated[int, Query(ge=1, le=MOST_ROWS, description="At most so many rows.")]
After = Annotated[int, Query(ge=0, le=10_000_000, description="Leaving out so many first.")]


def _or(*statuses: int) -> dict[int, type[rows.Problem]]:
    return dict.fromkeys(statuses, rows.Problem)


@api.get("editions", response={200: list[rows.EditionRow], **_or(401, 403, 429)}, summary="Closed months")
def editions(request: HttpRequest) -> list[dict[str, Any]]:
    """Every closed month and each of its editions, oldest first. No row where nothing has been closed."""
    kept = evidence.editions()
    newest = {edition.month: edition.number for edition in kept}
    return [
        {
            "month": edition.month,
            "number": edition.number,
            "is_newest": edition.number == newest[edition.month],
            "as_at": Month.of(edition.month).last_day,
            "known_on": edition.known_on,
            "closed_on": timezone.localdate(edition.closed_at),
            "fingerprint": edition.fingerprint,
        }
        for edition in kept
    ]


@api.get("figures", response={200: rows.Figures, **_or(401, 403, 404, 422, 429)}, summary="Figures")
def figures(
    request: HttpRequest,
    month: AMonth = None,
    edition: AnEdition = None,
    ref: ARef = None,
    section: ASection = None,
    breakdown: ABreakdown = None,
    window: AWindow = None,
    limit: HowMany = MOST_ROWS,
    offset: After = 0,
) -> dict[str, Any]:
    """The month and the months before it as the edition knows them, for every window, and the month’s groups if a
    breakdown is named. Groups have no earlier months: ask for the earlier edition.
    """
    asked = _asked(month, edition)
    found = _figures(asked, ref, section, breakdown, window)
    return {"edition": _edition(asked), "total": len(found), "rows": found[offset : offset + limit]}


@api.get(
    "figures.csv",
    response=_or(401, 403, 404, 422, 429),
    summary="Figures as a table",
    openapi_extra={
        "responses": {
            200: {
                "description": "The same rows as CSV, columns named in the first line",
                "content": {"text/csv": {"schema": {"type": "string"}}},
            }
        }
    },
)
def figures_csv(
    request: HttpRequest,
    month: AMonth = None,
    edition: AnEdition = None,
    ref: ARef = None,
    section: ASection = None,
    breakdown: ABreakdown = None,
    window: AWindow = None,
) -> HttpResponse:
    """The same rows as one table, whole, which Excel opens as it is."""
    found = _figures(_asked(month, edition), ref, section, breakdown, window)
    return HttpResponse(twins.as_csv(found), content_type="text/csv; charset=utf-8")


@api.get("flags", response={200: rows.Flags, **_or(401, 403, 404, 422, 429)}, summary="Areas for improvement")
def flags(request: HttpRequest, month: AMonth = None, edition: AnEdition = None) -> dict[str, Any]:
    """The month’s list, one row for each reason, the most pressing area first."""
    asked = _asked(month, edition)
    return {"edition": _edition(asked), "rows": twins.flag_rows(asked.opened)}


@api.get("targets", response={200: list[rows.TargetRow], **_or(401, 403, 429)}, summary="The register of targets")
def targets(request: HttpRequest) -> list[dict[str, Any]]:
    """Every target there is, was or is to come, as council.toml holds them today."""
    held = register(read_council(settings.HOME.settings), timezone.localdate())
    return [shapes.registered_shape(row) for row in held]


@api.get("indicators", response={200: rows.Indicators, **_or(401, 403, 404, 422, 429)}, summary="Definitions")
def indicators(
    request: HttpRequest, month: AMonth = None, edition: AnEdition = None, ref: ARef = None, section: ASection = None
) -> dict[str, Any]:
    """What each indicator means and how it is counted, by the settings its edition was closed with."""
    asked = _asked(month, edition)
    wanted = _wanted(asked, ref, section)
    clocks = clocks_of(asked.edition.council)
    told = [shapes.indicator_shape(item.indicator, clocks) for item in asked.edition.indicators if item.ref in wanted]
    return {"edition": _edition(asked), "rows": [{**shape, "standard": _standard(shape)} for shape in told]}


@api.get("definitions", response={200: list[rows.DefinitionRow], **_or(401, 403, 429)}, summary="What the words mean")
def definitions(request: HttpRequest) -> list[rows.DefinitionRow]:
    """Every word a coded column can hold."""
    return meanings()


@api.exception_handler(NoSuchPage)
def _no_such(request: HttpRequest, problem: NoSuchPage) -> HttpResponse:
    return _say(problem.message, 404)


@api.exception_handler(ValidationError)
def _not_understood(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    said = "; ".join(f"{error['loc'][-1]}: {error['msg']}" for error in problem.errors)
    return JsonResponse({"detail": f"Not understood. {said}"}, status=422)


@api.exception_handler(Throttled)
def _too_many(request: HttpRequest, problem: Throttled) -> HttpResponse:
    wait = str(math.ceil(problem.wait or 1))
    said = f"That is more than {settings.API_QUESTIONS_A_MINUTE} questions in a minute. Ask again in {wait} seconds."
    return JsonResponse({"detail": said}, status=429, headers={"Retry-After": wait})


def _say(message: Message, status: int) -> HttpResponse:
    return JsonResponse({"detail": ". ".join((message.heading, *message.sentences))}, status=status)


def _asked(month: str | None, edition: int | None) -> Asked:
    """The edition asked for. Raises NoSuchPage."""
    closed = closed_months()
    if month is None and not closed:
        raise NoSuchPage(nothing_closed())
    return ask(settings.HOME, month or str(closed[0]), None if edition is None else str(edition))


def _figures(
    asked: Asked, ref: str | None, section: str | None, breakdown: str | None, window: Window | None
) -> list[dict[str, Any]]:
    wanted = _wanted(asked, ref, section)
    if breakdown is not None:
        known = {
            kind.name for item in asked.edition.indicators if item.ref in wanted for kind in item.indicator.breakdowns
        }
        if breakdown not in known:
            raise _unknown(f"Nothing asked for is broken down by {breakdown}", known)
    return [
        rows.figure_row(shape)
        for shape in twins.figure_rows(asked.opened, by=breakdown)
        if shape["ref"] in wanted and (window is None or shape["window"] == window.value)
    ]


def _wanted(asked: Asked, ref: str | None, section: str | None) -> set[str]:
    """References of the indicators asked for. Raises NoSuchPage where there is none such."""
    items = asked.edition.indicators
    if section is not None and section not in {known.name for known in SECTIONS}:
        raise _unknown(f"There is no section {section}", {known.name for known in SECTIONS})
    if ref is not None and asked.edition.by_ref(ref.upper()) is None:
        raise _unknown(f"There is no indicator {ref}", {item.ref for item in items if item.ref[:2] == ref[:2].upper()})
    return {
        item.ref
        for item in items
        if (ref is None or item.ref == ref.upper()) and (section is None or item.indicator.section.name == section)
    }


def _unknown(heading: str, known: set[str]) -> NoSuchPage:
    return NoSuchPage(Message(heading, (f"There are: {', '.join(sorted(known))}.",) if known else ()))


def _edition(asked: Asked) -> dict[str, Any]:
    edition, opened = asked.edition, asked.opened
    return {
        "month": str(edition.as_at),
        "number": opened.number,
        "is_newest": opened.number == asked.newest,
        "as_at": edition.as_at.last_day,
        "known_on": edition.known_on,
        "closed_on": opened.closed_on,
        "fingerprint": edition.fingerprint,
    }


def _standard(shape: dict[str, Any]) -> str | None:
    standard = shape["standard"]
    return f"{standard['length']}, set by {standard['set_by']}" if standard else None
