"""The time machine: any month, as it was known on any day. It takes seconds, so it is asked for and kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from everychild import wording
from everychild.calendar import Month
from everychild.errors import UnknownReference
from everychild.journal import jobs, ledger, look_backs
from everychild.looked_back import look_back, open_look_back
from everychild.narrative import at_a_glance
from everychild.web.access import viewer_of
from everychild.web.addresses import TIME, Place
from everychild.web.at_work import Asked, Say, ask, long_work
from everychild.web.loading import work as work_page
from everychild.web.presenters.loading import LOOKING_BACK
from everychild.web.presenters.messages import no_such_work
from everychild.web.presenters.time_machine import TimePage
from everychild.web.refusals import NoSuchPage

SHOWN = 20


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def time_machine(request: HttpRequest) -> HttpResponse:
    """What has been looked back at, and a form to ask for more; asking leads to how far it is."""
    if request.method != "POST":
        return _page(request, given=request.GET.dict())
    given, viewer, now = request.POST.dict(), viewer_of(request), timezone.now()
    try:
        month = Month.of(given.get("month", ""))
    except ValueError:
        return _page(request, "Choose a month.", given)
    try:
        known_on = date.fromisoformat(given.get("known_on", ""))
    except ValueError:
        return _page(request, "The day should be a date, as 3 May 2019 is 2019-05-03.", given)
    if known_on > timezone.localdate(now):
        return _page(request, f"{wording.day(known_on)} has not come yet. Choose a day that is past.", given)
    about = f"{month} as known on {known_on.isoformat()}"
    number = ask(look, LOOKING_BACK, about, viewer, now, month=str(month), known_on=known_on.isoformat())
    return HttpResponseRedirect(f"{TIME}{number}/")


@long_work
def look(asked: Asked, say: Say, month: str, known_on: str) -> Mapping[str, Any]:
    """A month as it was known on a day, worked out and kept."""
    wanted, day = Month.of(month), date.fromisoformat(known_on)
    say(f"Counting {wording.month(wanted)} as it was known on {wording.day(day)}.")
    kept = look_back(settings.HOME, wanted, day, asked.at, asked.person)
    edition, _ = open_look_back(settings.HOME, kept)
    return {"month": month, "said": str(at_a_glance(edition)), "overview": Place(wanted, kept.number, day).overview}


@never_cache
@require_safe
def working_out(request: HttpRequest, number: int) -> HttpResponse:
    """How far it is. Other people’s loads have numbers too, and are not told of here."""
    try:
        is_ours = jobs.one(number).what == LOOKING_BACK
    except UnknownReference:
        is_ours = False
    if not is_ours:
        raise NoSuchPage(no_such_work())
    return work_page(request, number)


def _page(request: HttpRequest, problem: str = "", given: Mapping[str, str] | None = None) -> HttpResponse:
    shown = TimePage(ledger.visible_extracts(None), look_backs.kept(SHOWN), problem, given or {})
    return render(request, "time.html", {"page": shown}, status=400 if problem else 200)
