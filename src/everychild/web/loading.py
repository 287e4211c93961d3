"""Files in and a month closed, from the page: the analyst needs no other way in."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from everychild import month_end, wording
from everychild.calendar import Month
from everychild.errors import EverychildError, UnknownReference
from everychild.journal import audit, jobs, ledger
from everychild.narrative import at_a_glance
from everychild.quality.telling import one_line_a_kind
from everychild.web.access import viewer_of
from everychild.web.addresses import LOAD, Place
from everychild.web.at_work import Say, put_to_work
from everychild.web.presenters.loading import LoadPage, WorkPage
from everychild.web.presenters.messages import no_such_work
from everychild.web.refusals import NoSuchPage

LONGEST_FILE_NAME = 200


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def load(request: HttpRequest) -> HttpResponse:
    """What has been loaded; files to load, as a trial or for good; a month to close."""
    if request.method != "POST":
        return _page(request)
    given = request.FILES.getlist("files")
    try:
        taken = _a_day(request.POST.get("extracted_on", ""))
    except ValueError:
        return _page(request, "The day the data left the case system should be a date, as 3 May 2019 is 2019-05-03.")
    if not given:
        return _page(request, "Choose the files to load.")
    trial = "trial" in request.POST
    folder = _set_down(given)
    viewer, now = viewer_of(request), timezone.now()
    number = jobs.ask("trial load" if trial else "load", f"{len(given)} files", viewer.person, now)

    def work(say: Say) -> Mapping[str, Any]:
        try:
            loaded = month_end.load(settings.HOME, [folder], now, taken, dry_run=trial, progress=say)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        if not trial:
            audit.record(now, viewer.person, viewer.title, "files loaded", (loaded.extract or "nothing new")[:16])
        return {
            "trial": trial,
            "extracted_on": loaded.extracted_on.isoformat() if loaded.extracted_on else "",
            "already": list(loaded.already_loaded),
            "files": [
                {
                    "name": file.name,
                    "format": file.format.replace("_", " "),
                    "rows": file.rows,
                    "accepted": file.accepted,
                    "queried": file.queried,
                    "set_aside": file.set_aside,
                    "faults": [*one_line_a_kind(file.faults), *file.skipped],
                }
                for file in loaded.files
            ],
        }

    put_to_work(number, work)
    return HttpResponseRedirect(f"{LOAD}{number}/")


@never_cache
@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """A month closed: computed, judged, kept as an edition."""
    try:
        month = Month.of(request.POST.get("month", ""))
    except ValueError:
        return _page(request, "Choose the month to close.")
    viewer, now = viewer_of(request), timezone.now()
    number = jobs.ask("close", str(month), viewer.person, now)

    def work(say: Say) -> Mapping[str, Any]:
        say(f"Counting {wording.month(month)}")
        edition = month_end.close(settings.HOME, month, now)
        audit.record(now, viewer.person, viewer.title, "month closed", f"{month}, {edition.fingerprint[:8]}")
        return {"month": str(month), "said": str(at_a_glance(edition)), "overview": Place(month).overview}

    put_to_work(number, work)
    return HttpResponseRedirect(f"{LOAD}{number}/")


@never_cache
@require_safe
def work(request: HttpRequest, number: int) -> HttpResponse:
    """One piece of work: how far it is, and what it came to. It looks again by itself until it is over."""
    try:
        piece = jobs.one(number)
    except UnknownReference:
        raise NoSuchPage(no_such_work()) from None
    response = render(request, "work.html", {"page": WorkPage(piece)})
    if not piece.is_over:
        response["Refresh"] = "2"
    return response


def _page(request: HttpRequest, problem: str = "") -> HttpResponse:
    extracts = list(reversed(ledger.visible_extracts(None)))
    try:
        closed = ledger.closed_months()
    except EverychildError:
        closed = []
    shown = LoadPage([ledger.summary(extract) for extract in extracts[:12]], len(extracts), closed, problem)
    return render(request, "load.html", {"page": shown}, status=400 if problem else 200)


def _a_day(text: str) -> date | None:
    return date.fromisoformat(text) if text.strip() else None


def _set_down(given: list[UploadedFile]) -> Path:
    """The files in a folder of their own, by their own names, and by nothing else a name may hold."""
    folder = Path(tempfile.mkdtemp(prefix="everychild-load-"))
    for place, file in enumerate(given):
        name = PurePosixPath((file.name or f"file-{place}").replace("\\", "/")).name[-LONGEST_FILE_NAME:]
        target = folder / name if not (folder / name).exists() else folder / f"{place}-{name}"
        with target.open("wb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
    return folder
