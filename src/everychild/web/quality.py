"""Data quality: what was asked of the rows, what was found, and how far published figures could move."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from everychild import shapes
from everychild.calendar import Month
from everychild.roles import Need
from everychild.shapes import Shape
from everychild.web import twins
from everychild.web.access import viewer_of
from everychild.web.addresses import Place
from everychild.web.editions import ask, closed_months
from everychild.web.looking import in_doubt, rules_asked
from everychild.web.presenters.messages import nothing_closed
from everychild.web.presenters.quality import QualityPage
from everychild.web.presenters.quality_rules import RulesShown
from everychild.web.presenters.reconciled import sources_link
from everychild.web.refusals import say


@require_safe
def latest(request: HttpRequest) -> HttpResponse:
    """The newest closed month’s, by its own address."""
    months = closed_months()
    return HttpResponseRedirect(Place(months[0]).quality) if months else say(request, nothing_closed(), 200)


@never_cache
@require_safe
def quality(request: HttpRequest, month: str) -> HttpResponse:
    """Rules that touch figures first. Teams and workers are told to those who answer for them, each their own."""
    asked = ask(settings.HOME, month, request.GET.get("v"), request.GET.get("known"))
    shown = QualityPage(asked, in_doubt(settings.HOME, asked.opened), viewer_of(request))
    rules = RulesShown(rules_asked(settings.HOME, asked.opened), asked.edition)
    compared = sources_link(asked.place) if viewer_of(request).can(Need.QUALITY) else None
    return render(request, "quality.html", {"page": shown, "rules": rules, "compared": compared})


@require_safe
def quality_json(request: HttpRequest, month: str) -> HttpResponse:
    return HttpResponse(twins.as_json(_rows(request, month)), content_type="application/json; charset=utf-8")


@require_safe
def quality_csv(request: HttpRequest, month: str) -> HttpResponse:
    response = HttpResponse(twins.as_csv(_rows(request, month)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="quality-{Month.of(month)}.csv"'
    return response


def _rows(request: HttpRequest, month: str) -> list[Shape]:
    asked = ask(settings.HOME, month, request.GET.get("v"), request.GET.get("known"))
    return shapes.doubt_shapes(in_doubt(settings.HOME, asked.opened), asked.edition)
