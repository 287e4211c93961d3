"""The committee's papers: written by officers, fetched by them, and read by councillors once the month is signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from everychild.calendar import Month
from everychild.journal import audit, commentary, committee_calendar, ledger
from everychild.month_end import open_edition
from everychild.pre_flight import pre_flight
from everychild.report.contents import Contents
from everychild.roles import Need, Viewer
from everychild.web.access import viewer_of
from everychild.web.addresses import PAPERS
from everychild.web.at_work import Asked, Say, ask, long_work
from everychild.web.editions import Asked as OpenPage
from everychild.web.editions import ask as open_page
from everychild.web.editions import closed_months
from everychild.web.presenters.between import BetweenPage
from everychild.web.presenters.building import BuildPage, Wanted
from everychild.web.presenters.messages import no_such_paper
from everychild.web.presenters.paper_shelf import BRIEF, DRAFT_NAMES, PAPER_NAMES, OnShelf, ShelfPage
from everychild.web.refusals import NoSuchPage

CHOOSE = "Choose a month, and the day the committee meets, as 18 June 2019 is 2019-06-18."


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: HttpRequest) -> HttpResponse:
    """Each month's papers; for those who write them, the way to the builder. A paper is asked for here."""
    viewer = viewer_of(request)
    if request.method != "POST":
        return _page(request, viewer)
    if not viewer.can(Need.REPORTS):
        return _page(request, viewer, "Papers are written by officers.")
    given = request.POST.dict()
    try:
        wanted = _wanted(given)
    except ValueError:
        return _page(request, viewer, CHOOSE)
    if "for_members" in given:
        built = _built(wanted)
        if not built.found.may_be_published:
            return render(request, "build.html", {"page": built.refused()}, status=400)
    now = timezone.now()
    number = ask(
        write_paper,
        "paper",
        str(wanted.month),
        viewer,
        now,
        month=str(wanted.month),
        meeting=wanted.meeting.isoformat(),
        edition=wanted.edition or 0,
        members_set=wanted.contents.members_set,
        with_exceptions=wanted.contents.with_exceptions,
        for_members="for_members" in given,
    )
    return HttpResponseRedirect(f"{PAPERS}{number}/")


@never_cache
@require_safe
def build(request: HttpRequest) -> HttpResponse:
    """What is chosen, and what stands in the way of publishing it, before anything is written."""
    try:
        wanted = _wanted(request.GET.dict())
    except ValueError:
        return _page(request, viewer_of(request), CHOOSE)
    return render(request, "build.html", {"page": _built(wanted)})


@never_cache
@require_safe
def changed(request: HttpRequest, month: str, earlier: int, later: int) -> HttpResponse:
    """What a paper of one edition says that one of an earlier edition of the month does not."""
    was, now = (open_page(settings.HOME, month, str(number)) for number in sorted((earlier, later)))
    page = BetweenPage(was, now, _approved_words(was), _approved_words(now))
    return render(request, "between.html", {"page": page})


def _approved_words(asked: OpenPage) -> dict[str, str]:
    kept = ledger.edition_numbered(asked.edition.as_at, asked.opened.number)
    return {ref: held.text for ref, held in commentary.approved(kept).items()} if kept is not None else {}


@long_work
def write_paper(
    asked: Asked,
    say: Say,
    month: str,
    meeting: str,
    edition: int = 0,
    members_set: bool = False,
    with_exceptions: bool = True,
    for_members: bool = False,
) -> Mapping[str, Any]:
    """A month’s paper in all its shapes, for a meeting: a draft, or for Members where nothing stands in the way."""
    from everychild.papers import DRAFTS, write_brief_of, write_drafts, write_for_members

    say("Writing the paper")
    wanted, on = Month.of(month), date.fromisoformat(meeting)
    found = open_edition(settings.HOME, wanted, edition or None)
    if found is None:
        return {"said": "That month has not been closed, so there is no paper of it."}
    contents = Contents(members_set, with_exceptions)
    today = timezone.localdate(asked.at)
    if for_members:
        written = write_for_members(settings.HOME, found[0], on, _folder(wanted), today, contents)
    else:
        drafts = _folder(wanted) / DRAFTS
        brief = write_brief_of(found[0], on, drafts / BRIEF, today)
        written = (*write_drafts(settings.HOME, found[0], on, drafts, contents), brief)
    did = "paper written for Members" if for_members else "draft of a paper written"
    audit.record(asked.at, asked.person, asked.title, did, f"{month}, {found[0].fingerprint[:8]}")
    kind = "Written for Members" if for_members else "Written as a draft"
    return {"said": f"{kind}: {', '.join(path.name for path in written)}.", "onwards": PAPERS}


@never_cache
@require_safe
def draft(request: HttpRequest, month: str, name: str) -> FileResponse:
    """One draft, as it was written: for those who write papers alone."""
    try:
        asked = Month.of(month)
    except ValueError:
        raise NoSuchPage(no_such_paper()) from None
    if name not in _drafts(asked, viewer_of(request)):
        raise NoSuchPage(no_such_paper())
    path = _folder(asked) / "draft" / name
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"{asked}-draft-{name}")


@never_cache
@require_safe
def paper(request: HttpRequest, month: str, name: str) -> FileResponse:
    """One paper, as it was written."""
    try:
        asked = Month.of(month)
    except ValueError:
        raise NoSuchPage(no_such_paper()) from None
    path = _folder(asked) / name
    if name not in PAPER_NAMES or name not in _to_be_seen(asked, viewer_of(request)):
        raise NoSuchPage(no_such_paper())
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"{asked}-{name}")


def _page(request: HttpRequest, viewer: Viewer, problem: str = "") -> HttpResponse:
    months = closed_months()
    shelf = [
        OnShelf(month, tuple(_to_be_seen(month, viewer)), tuple(_drafts(month, viewer)))
        for month in months
        if _to_be_seen(month, viewer) or _drafts(month, viewer)
    ]
    may_write = viewer.can(Need.REPORTS)
    meetings = [held.on for held in committee_calendar.coming(timezone.localdate())] if may_write else []
    shown = ShelfPage(shelf, _editions(months) if may_write else (), problem, meetings)
    return render(request, "papers.html", {"page": shown}, status=400 if problem else 200)


def _editions(months: Sequence[Month]) -> list[tuple[Month, int]]:
    """Each closed month with how many editions it has."""
    newest = [(month, ledger.newest_edition(month)) for month in months]
    return [(month, edition.number) for month, edition in newest if edition is not None]


def _wanted(given: Mapping[str, str]) -> Wanted:
    """Raises ValueError where the month or the day cannot be read."""
    month, _, number = given.get("month", "").partition("/")
    if number and not number.isdecimal():
        raise ValueError(number)
    return Wanted(
        Month.of(month),
        int(number) if number else None,
        date.fromisoformat(given.get("meeting", "") or given.get("other_day", "")),
        Contents("members_set" in given, "without_exceptions" not in given),
    )


def _built(wanted: Wanted) -> BuildPage:
    asked = open_page(settings.HOME, str(wanted.month), None if wanted.edition is None else str(wanted.edition))
    found = pre_flight(asked.edition, wanted.meeting, timezone.localdate())
    return BuildPage(asked, wanted, found)


def _drafts(month: Month, viewer: Viewer) -> list[str]:
    folder = _folder(month) / "draft"
    return [name for name in DRAFT_NAMES if viewer.can(Need.REPORTS) and (folder / name).is_file()]


def _folder(month: Month) -> Path:
    return settings.HOME.path / "reports" / str(month)


def _to_be_seen(month: Month, viewer: Viewer) -> list[str]:
    """The papers of a month this viewer may fetch: who does not write them sees what was written after signing."""
    written = [name for name in PAPER_NAMES if (_folder(month) / name).is_file()]
    if viewer.can(Need.REPORTS):
        return written
    edition = ledger.newest_edition(month)
    signed = [one.at for one in commentary.signatures(edition) if one.holds] if edition else []
    return [name for name in written if signed and _written_at(_folder(month) / name) >= min(signed)]


def _written_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
