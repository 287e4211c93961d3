"""The twins of pages: what each shows, as JSON and as CSV, at the page’s own address with another ending."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from everychild import shapes
from everychild.council import read_council
from everychild.judgement.register import register
from everychild.shapes import Shape
from everychild.web import twins
from everychild.web.editions import Asked, ask
from everychild.web.presenters.finding import LONGEST, matching
from everychild.web.presenters.messages import no_such_section
from everychild.web.refusals import NoSuchPage

LISTED = "csv"


@require_safe
def overview(request: HttpRequest, month: str, kind: str) -> HttpResponse:
    """Every indicator, a row each."""
    asked = _asked(request, month)
    return answer(twins.headline_rows(asked.opened, asked.edition.indicators), kind, f"overview-{asked.place.month}")


@require_safe
def section(request: HttpRequest, month: str, name: str, kind: str) -> HttpResponse:
    asked = _asked(request, month)
    items = [item for item in asked.edition.indicators if item.indicator.section.name == name]
    if not items:
        raise NoSuchPage(no_such_section(asked.place))
    return answer(twins.headline_rows(asked.opened, items), kind, f"{name}-{asked.place.month}")


@require_safe
def find(request: HttpRequest, month: str, kind: str) -> HttpResponse:
    """The indicators that answer; pages and places are nothing to count with."""
    asked = _asked(request, month)
    found = matching(asked.edition.indicators, request.GET.get("q", "")[:LONGEST])
    return answer(twins.headline_rows(asked.opened, found.found), kind, f"found-{asked.place.month}")


@require_safe
def flags_csv(request: HttpRequest, month: str) -> HttpResponse:
    """The list as a table, a row for each reason."""
    asked = _asked(request, month)
    return answer(twins.flag_rows(asked.opened), LISTED, f"flags-{asked.place.month}")


@require_safe
def targets(request: HttpRequest, kind: str) -> HttpResponse:
    """The register as it stands today."""
    held = register(read_council(settings.HOME.settings), timezone.localdate())
    return answer([shapes.registered_shape(row) for row in held], kind, "targets")


def answer(rows: Sequence[Shape], kind: str, name: str) -> HttpResponse:
    """As a program reads it, or as a file a spreadsheet opens; a browser’s own copy is asked after each time."""
    if kind == LISTED:
        response = HttpResponse(twins.as_csv(rows), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    else:
        response = HttpResponse(twins.as_json(rows), content_type="application/json; charset=utf-8")
    response["Cache-Control"] = "private, no-cache"
    return response


def _asked(request: HttpRequest, month: str) -> Asked:
    return ask(settings.HOME, month, request.GET.get("v"), request.GET.get("known"))
