"""A person’s word on an area of the list: that it stays, or that it comes off and why."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from everychild import month_end
from everychild.errors import EverychildError
from everychild.judgement.decisions import Decision
from everychild.web.access import viewer_of
from everychild.web.editions import Asked, ask
from everychild.web.presenters.listing import DecisionPage, area_called
from everychild.web.presenters.messages import no_such_area
from everychild.web.refusals import NoSuchPage


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, month: str, area: str) -> HttpResponse:
    """One flagged area of a month’s newest edition: how it stands, and a form to keep it on the list or take it off."""
    asked = ask(settings.HOME, month, None)
    if area_called(asked.edition, area) is None:
        raise NoSuchPage(no_such_area(asked.place, area))
    if request.method != "POST":
        return _page(request, asked, area)
    viewer, reason = viewer_of(request), request.POST.get("reason", "")
    decision = Decision.CONFIRMED if "keep" in request.POST else Decision.REMOVED  # which is refused without a reason
    try:
        month_end.decide(
            settings.HOME,
            asked.place.month,
            area,
            decision,
            viewer.name,
            viewer.title,
            reason,
            timezone.now(),
            viewer.person,
        )
    except EverychildError as problem:
        return _page(request, asked, area, str(problem), reason)
    return HttpResponseRedirect(f"{asked.place.overview}#area-{area}")


def _page(request: HttpRequest, asked: Asked, area: str, problem: str = "", typed: str = "") -> HttpResponse:
    shown = DecisionPage(asked, area, problem, typed)
    return render(request, "decision.html", {"page": shown}, status=400 if problem else 200)
