"""Monday’s list. No browser keeps it; whoever opens cases outside a team of their own says why, which is recorded."""

from __future__ import annotations

from datetime import date
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from everychild import worklist as made
from everychild.council import read_council
from everychild.errors import NothingSupplied
from everychild.journal import audit, ledger, reasons
from everychild.journal.remembered import until_a_deletion
from everychild.roles import Reach, Viewer
from everychild.web.access import viewer_of
from everychild.web.addresses import WORKLIST
from everychild.web.presenters.messages import nothing_loaded, nothing_of_that_team
from everychild.web.presenters.working import ListPage, TeamsPage, WhyPage
from everychild.web.refusals import NoSuchPage, say
from everychild.worklist import WORK

SHORTEST_REASON = 8
_one_at_a_time = Lock()


@never_cache
@require_safe
def worklist(request: HttpRequest) -> HttpResponse:
    """A team's list, or the viewer's own; for whoever reaches several teams, the teams first."""
    viewer = viewer_of(request)
    if viewer.reach is Reach.EVERYBODY and "why" not in request.session:
        return render(request, "why.html", {"page": WhyPage()})
    try:
        found = _reached(made_today(), viewer)
    except NothingSupplied:
        return say(request, nothing_loaded(), 200)
    team = request.GET.get("team")
    if team is None and viewer.reach is not Reach.OWN_CASES and len(_teams(found)) != 1:
        return render(request, "teams.html", {"page": TeamsPage(found)})
    if team is not None:
        if team not in _teams(found):
            raise NoSuchPage(nothing_of_that_team())
        found = found.where(lambda each: each.team == team)
    about = team or ", ".join(sorted(viewer.teams)) or viewer.worker
    audit.record(
        timezone.now(), viewer.person, viewer.title, "worklist opened", about, request.session.get("why", "own work")
    )
    council, kind = read_council(settings.HOME.settings), request.GET.get("work", "")
    shown = ListPage(found, team or "", reasons.given(), council, kind if kind in WORK else "")
    return render(request, "huddle.html" if "huddle" in request.GET else "worklist.html", {"page": shown})


@never_cache
@require_POST
def why(request: HttpRequest) -> HttpResponse:
    """The reason for opening children's cases outside one's own teams; it holds until signing out."""
    given, onwards = request.POST.get("why", "").strip()[:400], request.POST.get("next", WORKLIST)
    if not (onwards.startswith("/") and url_has_allowed_host_and_scheme(onwards, {request.get_host()})):
        onwards = WORKLIST
    if len(given) < SHORTEST_REASON:
        asked = WhyPage("Say in a few words why you need to see cases.", onwards)
        return render(request, "why.html", {"page": asked}, status=400)
    request.session["why"] = given
    return HttpResponseRedirect(onwards)


@never_cache
@require_POST
def reason(request: HttpRequest) -> HttpResponse:
    """Why a piece of work of one's own was late."""
    viewer, asked = viewer_of(request), request.POST
    try:
        due = date.fromisoformat(asked["due_on"]) if asked.get("due_on") else None
    except ValueError:
        raise NoSuchPage(nothing_of_that_team()) from None
    held = _reached(made_today(), viewer)
    piece = next(
        (
            piece
            for piece in held.pieces
            if (piece.ref, piece.child_id, piece.due_on) == (asked.get("ref"), asked.get("child"), due)
        ),
        None,
    )
    if piece is None:
        raise NoSuchPage(nothing_of_that_team())
    now = timezone.now()
    reasons.give(piece.ref, piece.child_id, piece.due_on, asked.get("code", ""), viewer.person, now)
    audit.record(now, viewer.person, viewer.title, "reason given", f"{piece.ref}, case {piece.child_id}")
    team = asked.get("team", "")
    return HttpResponseRedirect(WORKLIST + (f"?{urlencode({'team': team})}" if team else ""))


def _reached(found: made.Worklist, viewer: Viewer) -> made.Worklist:
    """What of a list is this viewer's to see: the one place that decides."""
    return found.where(lambda each: viewer.reaches(each.team, [each.worker]))


def _teams(found: made.Worklist) -> set[str]:
    return {piece.team for piece in found.pieces}


def made_today() -> made.Worklist:
    """The list of the day the newest data were taken, worked out once for each load and each change of settings."""
    newest = max((extract.pk for extract in ledger.visible_extracts(None)), default=0)
    changed = settings.HOME.settings.stat().st_mtime_ns
    with _one_at_a_time:
        return _kept(newest, changed)


@until_a_deletion(at_most=2)
def _kept(newest: int, changed: int) -> made.Worklist:
    return made.worklist(settings.HOME)
