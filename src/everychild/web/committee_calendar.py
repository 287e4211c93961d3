"""The committee’s calendar: meetings, when papers must be out, what is cleared before, and which month is ready."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from everychild.calendar import WorkingCalendar, working_calendar
from everychild.council import Council, read_council
from everychild.errors import EverychildError, NotAllowed
from everychild.journal import audit
from everychild.journal import committee_calendar as kept
from everychild.meetings import timetable
from everychild.roles import Need, Viewer
from everychild.web.access import viewer_of
from everychild.web.addresses import CALENDAR
from everychild.web.dates_for_outlook import as_ics
from everychild.web.editions import closed_months
from everychild.web.presenters.committee_calendar import CalendarPage, ComingUp, Dated

SHOWN_ON_OVERVIEW = 2
FURTHEST_YEARS = 5


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def committee_calendar(request: HttpRequest) -> HttpResponse:
    """Meetings to come and past; for those who write papers, a form to add one."""
    if request.method != "POST":
        return _page(request)
    given, viewer, now = request.POST.dict(), viewer_of(request), timezone.now()
    try:
        on = _day(given.get("on", ""))
        if on < timezone.localdate():
            raise NotAllowed("That day has passed. Choose one that is still to come.")
        announced = kept.announce(given.get("committee", ""), on, viewer, now)
    except EverychildError as problem:
        return _page(request, str(problem), given)
    audit.record(now, viewer.person, viewer.title, "meeting added", f"meeting {announced.number}, {announced.on}")
    return HttpResponseRedirect(CALENDAR)


@never_cache
@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """A meeting moved to another day, or called off, with a reason."""
    given, viewer, now = request.POST.dict(), viewer_of(request), timezone.now()
    number = given.get("number", "")
    try:
        on = None if "off" in given else _day(given.get("on", ""))
        changed = kept.change(int(number) if number.isdecimal() else 0, on, given.get("why", ""), viewer, now)
    except EverychildError as problem:
        return _page(request, str(problem), {})
    did = "meeting called off" if changed.is_off else "meeting moved"
    about = f"meeting {changed.number}, {changed.on}"
    audit.record(now, viewer.person, viewer.title, did, about, changed.changes[-1].why)
    return HttpResponseRedirect(CALENDAR)


@never_cache
@require_safe
def ics(request: HttpRequest) -> HttpResponse:
    """The dates for Outlook; what is cleared by when for officers alone."""
    viewer = viewer_of(request)
    council = read_council(settings.HOME.settings)
    found = [_dated(meeting, council) for meeting in kept.meetings()]
    response = HttpResponse(as_ics(found, with_steps=_is_officer(viewer)), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="committee.ics"'
    return response


def coming_up(viewer: Viewer, today: date) -> ComingUp | None:
    """The next meetings, for the overview; nothing for whom meetings are not told."""
    if not viewer.can(Need.MEETINGS):
        return None
    council = read_council(settings.HOME.settings)
    found = [_dated(meeting, council) for meeting in kept.coming(today)[:SHOWN_ON_OVERVIEW]]
    return ComingUp(found, closed_months(), today, _is_officer(viewer))


def _page(request: HttpRequest, problem: str = "", given: Mapping[str, str] | None = None) -> HttpResponse:
    viewer, council = viewer_of(request), read_council(settings.HOME.settings)
    page = CalendarPage(
        found=[_dated(meeting, council) for meeting in kept.meetings()],
        closed=closed_months(),
        today=timezone.localdate(),
        committee=council.committee.name,
        rules=council.meetings,
        is_officer=_is_officer(viewer),
        may_change=viewer.can(Need.REPORTS),
        problem=problem,
        given=given or {},
    )
    return render(request, "calendar.html", {"page": page}, status=400 if problem else 200)


def _is_officer(viewer: Viewer) -> bool:
    """Whether what is done before the papers go out is theirs to know; councillors read when they are out."""
    return viewer.can(Need.FIGURES)


def _dated(meeting: kept.Announced, council: Council) -> Dated:
    closed = tuple(sorted(council.closure_days.items()))
    return Dated(meeting, timetable(meeting.on, _calendar(meeting.on.year, closed), council.meetings))


@lru_cache(maxsize=8)
def _calendar(year: int, closed: tuple[tuple[date, str], ...]) -> WorkingCalendar:
    """The year before a meeting’s, and its own: looking holidays up takes a moment."""
    return working_calendar(year - 1, year, dict(closed))


def _day(text: str) -> date:
    try:
        on = date.fromisoformat(text.strip())
    except ValueError:
        raise NotAllowed("Choose the day the committee meets, as 18 June 2019 is 2019-06-18.") from None
    if on.year > timezone.localdate().year + FURTHEST_YEARS:
        raise NotAllowed(f"That is more than {FURTHEST_YEARS} years away. Check the year.")
    return on
