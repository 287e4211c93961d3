"""Publishing from a page: a month’s site written, looked at as everybody will see it, and listed once it is out."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from everychild.calendar import Month
from everychild.journal import committee_calendar, ledger, public_releases, stages
from everychild.journal.committee_calendar import Announced
from everychild.released.site import MANIFEST
from everychild.web.access import viewer_of
from everychild.web.addresses import PUBLISH, Place
from everychild.web.at_work import Asked, Say, ask, long_work
from everychild.web.editions import closed_months
from everychild.web.letters import tell_published
from everychild.web.presenters.messages import no_such_fingerprint, no_such_published_page
from everychild.web.presenters.releasing import Publishable, PublishPage, came_to, meets_too_early
from everychild.web.refusals import NoSuchPage

SHORTEST_FINGERPRINT = 8


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def releases(request: HttpRequest) -> HttpResponse:
    """Every release so far, and how far each closed month has come; a form that publishes one."""
    if request.method != "POST":
        return _page(request)
    try:
        month = Month.of(request.POST.get("month", ""))
    except ValueError:
        return _page(request, "Choose the month to publish.")
    meeting = request.POST.get("meeting", "")
    days = {held.on.isoformat(): held.on for held in _meetings()}
    if meeting and meeting not in days:
        return _page(request, "Choose a meeting that is in the committee’s calendar, or no paper.")
    if meeting and days[meeting] < month.last_day:
        return _page(request, meets_too_early(days[meeting], month))
    number = ask(
        publish_month, "publish", str(month), viewer_of(request), timezone.now(), month=str(month), meeting=meeting
    )
    return HttpResponseRedirect(f"{PUBLISH}{number}/")


@long_work
def publish_month(asked: Asked, say: Say, month: str, meeting: str = "") -> Mapping[str, Any]:
    """A month rounded, attacked, mended and written to the home’s own folder of what is published.

    With the day of a meeting, the paper for it stands there too.
    """
    from everychild.publishing import publish

    publishing, on = Month.of(month), date.fromisoformat(meeting) if meeting else None
    before = {release.number for release in public_releases.every()}
    outcome = publish(
        settings.HOME, publishing, _folder(publishing), asked.person, asked.title, asked.at, lambda step: say(step), on
    )
    said = came_to(publishing, outcome, on)
    if not outcome.is_preview and outcome.number not in before:  # the same published again is no news
        said = f"{said} {tell_published(publishing, asked.at, asked.person, asked.title)}".strip()
    return {"said": said, "month": month, "site": f"{PUBLISH}{month}/index.html"}


@never_cache
@require_safe
def published_file(request: HttpRequest, month: str, name: str) -> FileResponse:
    """One file of the site as it was written, for looking at it before everybody does."""
    try:
        folder = _folder(Month.of(month)).resolve()
    except ValueError:
        raise NoSuchPage(no_such_published_page()) from None
    path = (folder / name).resolve()
    if not path.is_relative_to(folder) or not path.is_file() or not (folder / MANIFEST).is_file():
        raise NoSuchPage(no_such_published_page())
    kind, _ = mimetypes.guess_type(path.name)
    return FileResponse(path.open("rb"), content_type=f"{kind or 'application/octet-stream'}; charset=utf-8")


@never_cache
@require_safe
def fingerprint(request: HttpRequest, code: str) -> HttpResponse:
    """The edition that a fingerprint printed on a paper or a page is of."""
    found = public_releases.of_fingerprint(code)
    if found is not None:
        return HttpResponseRedirect(Place(Month.of(found.month), found.edition).overview)
    kept = ledger.of_fingerprint(code) if len(code) >= SHORTEST_FINGERPRINT else None
    if kept is None:
        raise NoSuchPage(no_such_fingerprint())
    return HttpResponseRedirect(Place(Month.of(kept.month), kept.number).overview)


def _page(request: HttpRequest, problem: str = "") -> HttpResponse:
    months = [
        Publishable(month, stages.stage_of(kept)) for month in closed_months() if (kept := ledger.newest_edition(month))
    ]
    written = frozenset(one.month for one in months if (_folder(one.month) / MANIFEST).is_file())
    meetings = [held.on for held in _meetings()]
    shown = PublishPage(public_releases.every()[::-1], months, written, problem, meetings)
    return render(request, "publish.html", {"page": shown}, status=400 if problem else 200)


def _meetings() -> list[Announced]:
    """Those of the calendar that were not called off, the latest first."""
    return [held for held in committee_calendar.meetings()[::-1] if not held.is_off]


def _folder(month: Month) -> Path:
    folder: Path = settings.HOME.path / "published" / str(month)
    return folder
