"""The rows behind a figure, for those whose children they are. Recorded when opened, and kept by no browser."""

from __future__ import annotations

from datetime import date
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from everychild.behind import ChildBehind, children_behind
from everychild.calendar import Month
from everychild.errors import NothingSupplied
from everychild.facts import WORKER
from everychild.facts.fact import TEAM
from everychild.journal import audit
from everychild.journal.remembered import until_a_deletion
from everychild.measure.lineage import Within
from everychild.roles import Reach, Viewer
from everychild.web.access import viewer_of
from everychild.web.editions import ask
from everychild.web.presenters.children import ChildrenPage
from everychild.web.presenters.messages import no_such_indicator, nothing_loaded
from everychild.web.presenters.working import WhyPage
from everychild.web.refusals import NoSuchPage, say

_one_at_a_time = Lock()
Groups = tuple[Within, ...] | None


@never_cache
@require_safe
def children(request: HttpRequest, month: str, ref: str) -> HttpResponse:
    """Counted rows first, each with why; of the viewer's own teams or cases alone, unless they reach everybody."""
    asked, viewer = ask(settings.HOME, month, request.GET.get("v")), viewer_of(request)
    item = asked.edition.by_ref(ref.upper())
    if item is None:
        raise NoSuchPage(no_such_indicator(asked.place, ref))
    if viewer.reach is Reach.EVERYBODY and "why" not in request.session:
        return render(request, "why.html", {"page": WhyPage(onwards=request.get_full_path())})
    edition = asked.edition
    try:
        with _one_at_a_time:
            rows = _rows(item.ref, edition.as_at, edition.known_on.isoformat(), edition.fingerprint, _groups(viewer))
    except NothingSupplied:
        return say(request, nothing_loaded(), 200)
    audit.record(
        timezone.now(),
        viewer.person,
        viewer.title,
        "children opened",
        f"{item.ref}, {month}",
        request.session.get("why", "own work"),
    )
    return render(request, "children.html", {"page": ChildrenPage(asked, item, rows, viewer)})


def _groups(viewer: Viewer) -> Groups:
    """The groups of rows a viewer reaches: the one place that decides it for this page."""
    if viewer.reach is Reach.EVERYBODY:
        return None
    if viewer.reach is Reach.OWN_TEAMS:
        return tuple(Within(TEAM, team) for team in sorted(viewer.teams))
    return (Within(WORKER, viewer.worker),) if viewer.worker else ()


@until_a_deletion(at_most=16)
def _rows(ref: str, month: Month, known_on: str, fingerprint: str, groups: Groups) -> tuple[ChildBehind, ...]:
    """Kept in memory by the edition’s fingerprint: its rows do not change but by a deletion."""
    return children_behind(settings.HOME, ref, month, date.fromisoformat(known_on), groups)
