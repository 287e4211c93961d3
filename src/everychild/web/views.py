"""From an address to a page: find the edition, have a presenter say it, place it in a template. Nothing is changed."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from everychild.catalogue import SECTIONS
from everychild.judgement.judged import Judged
from everychild.roles import Need
from everychild.shapes import Shape
from everychild.store.benchmarks import library
from everychild.web import charts, twins
from everychild.web.access import viewer_of
from everychild.web.addresses import LATEST, SIGN_IN, Place
from everychild.web.committee_calendar import coming_up
from everychild.web.editions import Asked, ask, closed_months
from everychild.web.looking import first_told, foretold, known_ahead, rules_failed, sources_if_known
from everychild.web.presenters.actions import WORDS as ACTION_WORDS
from everychild.web.presenters.breakdown import ways
from everychild.web.presenters.desk import desk
from everychild.web.presenters.finding import find_page, only_by_reference
from everychild.web.presenters.frame import has_indicators
from everychild.web.presenters.indicator import indicator_page
from everychild.web.presenters.listing import decided, form_of, forms
from everychild.web.presenters.messages import (
    no_such_breakdown,
    no_such_indicator,
    no_such_section,
    nothing_closed,
)
from everychild.web.presenters.overview import overview_page
from everychild.web.presenters.quality_rules import failure
from everychild.web.presenters.section import section_page
from everychild.web.refusals import NoSuchPage, say
from everychild.web.said import officers_say, open_actions, words_about
from everychild.web.told_before import told_before


@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """The first thing this person can open: figures for most, people or the record for those who look after them."""
    viewer = viewer_of(request)
    if viewer.can(Need.FIGURES):
        return HttpResponseRedirect(LATEST)
    open_to_them = desk(viewer)
    return HttpResponseRedirect(open_to_them[0].address if open_to_them else SIGN_IN)


@require_safe
def latest(request: HttpRequest) -> HttpResponse:
    """The newest closed month, by its own address, so that what is bookmarked is what was seen."""
    months = closed_months()
    return HttpResponseRedirect(Place(months[0]).overview) if months else say(request, nothing_closed(), 200)


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Fine, if the journal can be read."""
    closed_months()
    return HttpResponse("fine\n", content_type="text/plain; charset=utf-8")


@require_safe
def overview(request: HttpRequest, month: str) -> HttpResponse:
    asked = _asked(request, month)
    viewer = viewer_of(request)
    sources = sources_if_known(settings.HOME, asked.opened)
    page = overview_page(asked, forms(asked, viewer), words_about(asked), told_before(asked), sources)
    coming = coming_up(viewer, timezone.localdate())
    return kept(
        render(
            request,
            "overview.html",
            {
                "page": page,
                "coming_up": coming,
                "may_write_paper": viewer.can(Need.REPORTS) and asked.place.known is None,
                "failure": failure(rules_failed(settings.HOME, asked.opened), asked.place),
            },
        )
    )


@require_safe
def section(request: HttpRequest, month: str, name: str) -> HttpResponse:
    asked = _asked(request, month)
    found = next((section for section in SECTIONS if section.name == name), None)
    if found is None or not has_indicators(asked.edition, name):
        raise NoSuchPage(no_such_section(asked.place))
    agreed = open_actions(asked, found, viewer_of(request), timezone.localdate())
    page = section_page(asked, found)
    return kept(render(request, "section.html", {"page": page, "actions": agreed, "action_words": ACTION_WORDS}))


@require_safe
def find(request: HttpRequest, month: str) -> HttpResponse:
    asked, words = _asked(request, month), request.GET.get("q", "")
    one = only_by_reference(asked.edition.indicators, words)
    if one is not None:
        return HttpResponseRedirect(asked.place.indicator(one.ref))
    return _page(request, "find.html", find_page(asked, words, viewer_of(request)))


@require_safe
def find_anywhere(request: HttpRequest) -> HttpResponse:
    """From a page of no month: in the newest closed one."""
    months = closed_months()
    if not months:
        return say(request, nothing_closed(), 200)
    return HttpResponseRedirect(f"{Place(months[0]).find}?{urlencode({'q': request.GET.get('q', '')})}")


@require_safe
def indicator(request: HttpRequest, month: str, ref: str) -> HttpResponse:
    asked = _asked(request, month)
    item = _indicator(asked, ref)
    beside = library(settings.HOME).beside(item, asked.edition.council)
    by, ahead = _breakdown(request, asked, item), known_ahead(settings.HOME, asked.opened, item.ref)
    late = first_told(settings.HOME, asked.opened, item)
    shown = indicator_page(asked, item, by, beside, ahead, late, foretold(settings.HOME, asked.opened, item.ref))
    said = officers_say(asked, item.ref, viewer_of(request), timezone.localdate())
    on_the_list = {"decided": decided(asked.edition, item), "form": form_of(asked, viewer_of(request), item)}
    return kept(render(request, "indicator.html", {"page": shown, "said": said, "on_the_list": on_the_list}))


@require_safe
def indicator_picture(request: HttpRequest, month: str, ref: str, narrow: str | None = None) -> HttpResponse:
    asked = _asked(request, month)
    drawn = charts.trend(asked.opened, _indicator(asked, ref), narrow=narrow is not None)
    return kept(HttpResponse(drawn, content_type="image/svg+xml"))


@require_safe
def indicator_funnel(request: HttpRequest, month: str, ref: str, narrow: str | None = None) -> HttpResponse:
    asked = _asked(request, month)
    item = _indicator(asked, ref)
    beside = library(settings.HOME).beside(item, asked.edition.council)
    if beside is None or beside.funnel is None:
        raise NoSuchPage(no_such_indicator(asked.place, f"{ref}-funnel"))
    drawn = charts.funnel(beside, beside.funnel, narrow=narrow is not None)
    return kept(HttpResponse(drawn, content_type="image/svg+xml"))


@require_safe
def indicator_json(request: HttpRequest, month: str, ref: str) -> HttpResponse:
    asked = _asked(request, month)
    item = _indicator(asked, ref)
    return _json(twins.figure_rows(asked.opened, item.ref, _breakdown(request, asked, item)))


@require_safe
def indicator_csv(request: HttpRequest, month: str, ref: str) -> HttpResponse:
    asked = _asked(request, month)
    item = _indicator(asked, ref)
    rows = twins.figure_rows(asked.opened, item.ref, _breakdown(request, asked, item))
    return _csv(rows, f"{item.ref}-{month}.csv")


@require_safe
def figures_json(request: HttpRequest, month: str) -> HttpResponse:
    return _json(twins.figure_rows(_asked(request, month).opened, by=request.GET.get("by")))


@require_safe
def figures_csv(request: HttpRequest, month: str) -> HttpResponse:
    rows = twins.figure_rows(_asked(request, month).opened, by=request.GET.get("by"))
    return _csv(rows, f"figures-{month}.csv")


@require_safe
def flags_json(request: HttpRequest, month: str) -> HttpResponse:
    return _json(twins.area_rows(_asked(request, month).opened))


def _asked(request: HttpRequest, month: str) -> Asked:
    return ask(settings.HOME, month, request.GET.get("v"), request.GET.get("known"))


def _indicator(asked: Asked, ref: str) -> Judged:
    found = asked.edition.by_ref(ref.upper())
    if found is None:
        raise NoSuchPage(no_such_indicator(asked.place, ref))
    return found


def _breakdown(request: HttpRequest, asked: Asked, item: Judged) -> str | None:
    by = request.GET.get("by")
    if by is not None and by not in {kind.name for kind in item.indicator.breakdowns}:
        raise NoSuchPage(no_such_breakdown(asked.place, item.ref, ways(asked, item)))
    return by


def _page(request: HttpRequest, template: str, page: object) -> HttpResponse:
    return kept(render(request, template, {"page": page}))


def _json(rows: list[Shape]) -> HttpResponse:
    return kept(HttpResponse(twins.as_json(rows), content_type="application/json; charset=utf-8"))


def _csv(rows: list[Shape], name: str) -> HttpResponse:
    response = HttpResponse(twins.as_csv(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return kept(response)


def kept(response: HttpResponse) -> HttpResponse:
    """A browser may keep its own copy, and asks each time whether it still holds; nobody between may keep one."""
    response["Cache-Control"] = "private, no-cache"
    return response
