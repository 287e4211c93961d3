"""What Members asked for: lines taken from pasted minutes, followed until somebody answers them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from everychild.calendar import Month
from everychild.council import read_council
from everychild.errors import EverychildError, NotAllowed, UnknownReference
from everychild.journal import audit
from everychild.journal import requests as kept
from everychild.judgement.requested import Reply
from everychild.narrative.minutes import MinutedLine, lines_of
from everychild.web.access import viewer_of
from everychild.web.addresses import REQUESTS
from everychild.web.editions import closed_months
from everychild.web.presenters.messages import no_such_request
from everychild.web.presenters.requests import RequestPage, RequestsPage
from everychild.web.refusals import NoSuchPage

LONGEST_MINUTES = 100_000


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def requests(request: HttpRequest) -> HttpResponse:
    """Every request. Minutes are pasted here, looked at line by line, and the lines that were ticked are kept."""
    if request.method != "POST":
        return _list(request)
    given, viewer, now = request.POST, viewer_of(request), timezone.now()
    try:
        asked_on = _day(given.get("asked_on", ""))
        if "keep" not in given:
            return _look(request, asked_on)
        lines = [given.get(f"line-{number}", "") for number in given.getlist("ticked")]
        added = kept.keep(given.get("committee", ""), asked_on, lines, viewer, now)
    except EverychildError as problem:
        return _list(request, str(problem), given.dict(), _shown_again(given))
    for one in added:
        audit.record(now, viewer.person, viewer.title, "request kept", f"request {one.number}, {one.asked_on}")
    return HttpResponseRedirect(REQUESTS)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, number: int) -> HttpResponse:
    """One request: what was said of it, and a form to answer it."""
    try:
        found = kept.one(number)
    except UnknownReference:
        raise NoSuchPage(no_such_request()) from None
    if request.method != "POST":
        return render(request, "request.html", {"page": RequestPage(found)})
    given, viewer, now = request.POST, viewer_of(request), timezone.now()
    try:
        reply = _reply(given.get("reply", ""))
        kept.answer(number, reply, given.get("words", ""), _newest(), viewer, now)
    except EverychildError as problem:
        page = RequestPage(found, str(problem), given.dict())
        return render(request, "request.html", {"page": page}, status=400)
    audit.record(now, viewer.person, viewer.title, f"request {reply.value}"[:40], f"request {number}")
    return HttpResponseRedirect(f"{REQUESTS}{number}/")


def _look(request: HttpRequest, asked_on: date) -> HttpResponse:
    minutes = request.POST.get("minutes", "")
    if len(minutes) > LONGEST_MINUTES:
        raise NotAllowed(f"Those are {len(minutes):,} characters. Paste the part about this paper alone.")
    found = lines_of(minutes)
    if not found:
        raise NotAllowed("Paste the minutes: there is no line in what was sent.")
    if len(found) > kept.MOST:
        raise NotAllowed(f"Those are {len(found)} lines. Paste the part about this paper alone.")
    return _list(request, given={**request.POST.dict(), "asked_on": asked_on.isoformat()}, pasted=found)


def _shown_again(given: QueryDict) -> list[MinutedLine]:
    """The lines as they stood on the page, ticked as they were."""
    ticked = set(given.getlist("ticked"))
    return [
        MinutedLine(str(text), name.removeprefix("line-") in ticked)
        for name, text in given.items()
        if name.startswith("line-")
    ]


def _list(
    request: HttpRequest,
    problem: str = "",
    given: Mapping[str, str] | None = None,
    pasted: Sequence[MinutedLine] = (),
) -> HttpResponse:
    committee = read_council(settings.HOME.settings).committee.name
    page = RequestsPage(kept.requests(), committee, problem, given or {}, pasted)
    return render(request, "requests.html", {"page": page}, status=400 if problem else 200)


def _newest() -> Month:
    months = closed_months()
    if not months:
        raise NotAllowed("No month has been closed yet, so there is no paper to answer in.")
    return months[0]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotAllowed("Choose the day the committee met.") from None


def _reply(text: str) -> Reply:
    try:
        return Reply(text)
    except ValueError:
        raise NotAllowed("Choose how it stands from the list.") from None
