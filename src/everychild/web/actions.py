"""Actions: agreed on a closed month’s figures, followed to the next meeting, and settled in somebody’s words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from everychild.errors import EverychildError, NotAllowed, UnknownReference
from everychild.journal import actions as kept
from everychild.journal import audit, ledger
from everychild.journal.models import Edition
from everychild.judgement.agreed import State
from everychild.web.access import viewer_of
from everychild.web.addresses import ACTIONS
from everychild.web.editions import Asked, ask, closed_months
from everychild.web.presenters.actions import ActionPage, ActionsPage
from everychild.web.presenters.messages import no_such_action, nothing_closed
from everychild.web.refusals import NoSuchPage, say


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def actions(request: HttpRequest) -> HttpResponse:
    """Every action, the open ones first; and a form to agree another on the newest closed month’s figures."""
    asked = _newest()
    if asked is None:
        return say(request, nothing_closed(), 200)
    if request.method != "POST":
        return _list(request, asked, request.GET.dict())
    given, viewer, now = request.POST.dict(), viewer_of(request), timezone.now()
    try:
        ref = _ref(asked, given.get("ref", ""))
        due_on = _day(given.get("due_on", ""))
        agreed = kept.agree(_edition(asked), ref, given.get("what", ""), given.get("owner", ""), due_on, viewer, now)
    except EverychildError as problem:
        return _list(request, asked, given, str(problem))
    about = f"action {agreed.number}, {agreed.ref}, {agreed.month}, edition {agreed.edition}"
    audit.record(now, viewer.person, viewer.title, "action agreed", about)
    return HttpResponseRedirect(f"{ACTIONS}{agreed.number}/")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def action(request: HttpRequest, number: int) -> HttpResponse:
    """One action: what the figure did since, what was said of it, and a form to say how it stands."""
    asked = _newest()
    try:
        agreed = kept.one(number)
    except UnknownReference:
        raise NoSuchPage(no_such_action()) from None
    assert asked is not None, "an action is agreed on a closed month"
    if request.method != "POST":
        return render(request, "action.html", {"page": ActionPage(asked, agreed, timezone.localdate())})
    given, viewer, now = request.POST, viewer_of(request), timezone.now()
    try:
        state = _state(given.get("state", ""))
        kept.change(number, state, given.get("words", ""), _edition(asked), viewer, now)
    except EverychildError as problem:
        page = ActionPage(asked, agreed, timezone.localdate(), str(problem), given.dict())
        return render(request, "action.html", {"page": page}, status=400)
    audit.record(now, viewer.person, viewer.title, f"action {state.value}"[:40], f"action {number}, {agreed.ref}")
    return HttpResponseRedirect(f"{ACTIONS}{number}/")


def _list(request: HttpRequest, asked: Asked, given: Mapping[str, str], problem: str = "") -> HttpResponse:
    page = ActionsPage(asked, kept.actions(), timezone.localdate(), problem, given)
    return render(request, "actions.html", {"page": page}, status=400 if problem else 200)


def _newest() -> Asked | None:
    months = closed_months()
    return ask(settings.HOME, str(months[0]), None) if months else None


def _edition(asked: Asked) -> Edition:
    found = ledger.edition_numbered(asked.edition.as_at, asked.opened.number)
    assert found is not None, "an edition that was opened is in the journal"
    return found


def _ref(asked: Asked, text: str) -> str:
    item = asked.edition.by_ref(text.strip().partition(" ")[0].upper())
    if item is None:
        raise UnknownReference("Choose the indicator it is about, by its reference: CP22.")
    return item.ref


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise NotAllowed("Choose the day it is due, as 18 June 2019 is 2019-06-18.") from None


def _state(text: str) -> State:
    try:
        return State(text)
    except ValueError:
        raise NotAllowed("Choose how it stands now.") from None
