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
from everychild.journal import asked_words, audit, jobs, ledger, mappings
from everychild.narrative import at_a_glance
from everychild.quality.telling import one_line_a_kind
from everychild.trial import differences_to_last_time, try_load
from everychild.web.access import viewer_of
from everychild.web.addresses import LOAD, Place
from everychild.web.at_work import Asked, Say, ask, long_work
from everychild.web.counting_ahead import ask_to_count_ahead
from everychild.web.looking_round import ask_to_look_round
from everychild.web.presenters.loading import LoadPage, WorkPage
from everychild.web.presenters.messages import no_such_work
from everychild.web.presenters.trying import differences_told, moves_told
from everychild.web.refusals import NoSuchPage
from everychild.web.worker import is_attended

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
    number = ask(
        load_files,
        "trial load" if trial else "load",
        f"{len(given)} files",
        viewer,
        now,
        folder=str(folder),
        taken=taken.isoformat() if taken else "",
        trial=trial,
    )
    if not trial:
        ask_to_count_ahead(viewer, now)
    return HttpResponseRedirect(f"{LOAD}{number}/")


@long_work
def load_files(asked: Asked, say: Say, folder: str, taken: str, trial: bool) -> Mapping[str, Any]:
    """The files in a folder, which is gone when this is over."""
    try:
        loaded = month_end.load(settings.HOME, [Path(folder)], asked.at, _a_day(taken), dry_run=trial, progress=say)
        if trial:
            say("Counting what these files would move.")
        tried = try_load(settings.HOME, loaded) if trial else None
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    differences = tried.differences if tried else ()
    if loaded.extract:
        differences = differences_to_last_time(settings.HOME, loaded.extract)
    if not trial:
        audit.record(asked.at, asked.person, asked.title, "files loaded", (loaded.extract or "nothing new")[:16])
    return {
        "trial": trial,
        "extracted_on": loaded.extracted_on.isoformat() if loaded.extracted_on else "",
        "already": list(loaded.already_loaded),
        "anew": [f"{name} {month_end.READ_ANEW}" for name in loaded.read_anew],
        "differences": differences_told(differences),
        "moves": moves_told(tried.moves) if tried and tried.moves else {},
        "files": [
            {
                "name": file.name,
                "format": file.format.replace("_", " "),
                "rows": file.rows,
                "accepted": file.accepted,
                "queried": file.queried,
                "set_aside": file.set_aside,
                "faults": [*(word.in_words for word in file.read_as), *one_line_a_kind(file.faults), *file.skipped],
            }
            for file in loaded.files
        ],
    }


@never_cache
@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """A month closed: computed, judged, kept as an edition."""
    try:
        month = Month.of(request.POST.get("month", ""))
    except ValueError:
        return _page(request, "Choose the month to close.")
    viewer, now = viewer_of(request), timezone.now()
    number = ask(close_month, "close", str(month), viewer, now, month=str(month))
    ask_to_look_round(month, viewer, now)
    return HttpResponseRedirect(f"{LOAD}{number}/")


@long_work
def close_month(asked: Asked, say: Say, month: str) -> Mapping[str, Any]:
    """A month counted, judged and kept."""
    closing = Month.of(month)
    say(f"Counting {wording.month(closing)}")
    edition = month_end.close(settings.HOME, closing, asked.at)
    audit.record(asked.at, asked.person, asked.title, "month closed", f"{month}, {edition.fingerprint[:8]}")
    return {"month": month, "said": str(at_a_glance(edition)), "overview": Place(closing).overview}


@never_cache
@require_safe
def work(request: HttpRequest, number: int) -> HttpResponse:
    """One piece of work: how far it is, and what it came to. It looks again by itself until it is over."""
    try:
        piece = jobs.one(number)
    except UnknownReference:
        raise NoSuchPage(no_such_work()) from None
    response = render(
        request,
        "work.html",
        {"page": WorkPage(piece, is_attended(settings.HOME), _words_asked() if piece.is_over else 0)},
    )
    if not piece.is_over:
        response["Refresh"] = "2"
    return response


def _page(request: HttpRequest, problem: str = "") -> HttpResponse:
    extracts = list(reversed(ledger.visible_extracts(None)))
    try:
        closed = ledger.closed_months()
    except EverychildError:
        closed = []
    summaries = [ledger.summary(extract) for extract in extracts[:12]]
    shown = LoadPage(summaries, len(extracts), closed, problem, _words_asked())
    return render(request, "load.html", {"page": shown}, status=400 if problem else 200)


def _words_asked() -> int:
    """Of how many sheets words are asked."""
    return len(asked_words.asked(mappings.as_kept(settings.HOME)))


def _a_day(text: str) -> date | None:
    return date.fromisoformat(text) if text.strip() else None


def _set_down(given: list[UploadedFile]) -> Path:
    """The files in a folder of their own inside the home, by their own names, and by nothing else a name may hold."""
    settings.RECEIVED.mkdir(mode=0o700, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=settings.RECEIVED))
    for place, file in enumerate(given):
        name = PurePosixPath((file.name or f"file-{place}").replace("\\", "/")).name[-LONGEST_FILE_NAME:]
        target = folder / name if not (folder / name).exists() else folder / f"{place}-{name}"
        with target.open("wb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
    return folder
