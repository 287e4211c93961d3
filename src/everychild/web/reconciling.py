"""Sources held against each other: in counts for whoever puts data right, child by child for those whose they are."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from everychild import shapes
from everychild.behind import places_of
from everychild.errors import NothingSupplied
from everychild.journal import audit
from everychild.roles import Reach
from everychild.web.access import viewer_of
from everychild.web.editions import Asked, ask
from everychild.web.looking import differences_between_sources, sources_compared
from everychild.web.presenters.messages import no_such_kind, nothing_loaded
from everychild.web.presenters.reconciled import DifferencesPage, SourcesPage, kind_called
from everychild.web.presenters.working import WhyPage
from everychild.web.refusals import NoSuchPage, say
from everychild.web.twin_pages import answer


@never_cache
@require_safe
def sources(request: HttpRequest, month: str) -> HttpResponse:
    """What two sources tell otherwise, in counts."""
    asked = _asked(request, month)
    try:
        found = sources_compared(settings.HOME, asked.opened)
    except NothingSupplied:
        return say(request, nothing_loaded(), 200)
    return render(request, "sources.html", {"page": SourcesPage(asked, found, viewer_of(request))})


@require_safe
def twin(request: HttpRequest, month: str, kind: str) -> HttpResponse:
    """The same as data and as a table, a row for each number."""
    asked = _asked(request, month)
    try:
        found = sources_compared(settings.HOME, asked.opened)
    except NothingSupplied:
        return say(request, nothing_loaded(), 404)
    return answer(shapes.reconciled_rows(found), kind, f"sources-{asked.place.month}")


@never_cache
@require_safe
def differences(request: HttpRequest, month: str, kind: str) -> HttpResponse:
    """Of the viewer’s own teams or cases alone, unless they reach everybody, who say why. Recorded when opened."""
    asked, viewer = _asked(request, month), viewer_of(request)
    if kind_called(kind) is None:
        raise NoSuchPage(no_such_kind(asked.place, kind))
    if viewer.reach is Reach.EVERYBODY and "why" not in request.session:
        return render(request, "why.html", {"page": WhyPage(onwards=request.get_full_path())})
    try:
        found = differences_between_sources(settings.HOME, asked.opened)
    except NothingSupplied:
        return say(request, nothing_loaded(), 200)
    audit.record(
        timezone.now(),
        viewer.person,
        viewer.title,
        "differences between sources opened",
        f"{kind}, {month}",
        request.session.get("why", "own work"),
    )
    rows = sorted(found.source_ids)
    placed = dict(zip(rows, places_of(rows), strict=True))
    return render(request, "differences.html", {"page": DifferencesPage(asked, kind, found, placed, viewer)})


def _asked(request: HttpRequest, month: str) -> Asked:
    return ask(settings.HOME, month, request.GET.get("v"), request.GET.get("known"))
