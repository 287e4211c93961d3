"""Commentary: the inbox, the editor, approval, and signing a month."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from everychild.errors import NotAllowed
from everychild.journal import actions, audit, commentary, ledger
from everychild.journal.commentary import Act
from everychild.journal.models import Edition
from everychild.journal.stages import refuse_where_fixed
from everychild.judgement.judged import Judged
from everychild.judgement.the_list import as_decided
from everychild.roles import Need
from everychild.web import letters
from everychild.web.access import viewer_of
from everychild.web.addresses import COMMENTARY, LETTERS
from everychild.web.at_work import ask as ask_work
from everychild.web.editions import Asked, ask, closed_months
from everychild.web.looking import known_numbers
from everychild.web.presenters.actions import lines
from everychild.web.presenters.messages import no_such_indicator, nothing_closed
from everychild.web.presenters.saying import EditorPage, InboxPage
from everychild.web.refusals import NoSuchPage, say

NO_LETTERS = "No mail server is named, so nobody was written to: docs/how-to/server.md says how to name one."
ACTS = {"save": Act.SAVED, "send": Act.SENT, "return": Act.RETURNED, "approve": Act.APPROVED}


@never_cache
@require_safe
def latest(request: HttpRequest) -> HttpResponse:
    months = closed_months()
    return HttpResponseRedirect(f"{COMMENTARY}{months[0]}/") if months else say(request, nothing_closed(), 200)


@never_cache
@require_safe
def inbox(request: HttpRequest, month: str) -> HttpResponse:
    """Every flagged indicator and how its words stand; who has signed; signing."""
    return _inbox(request, ask(settings.HOME, month, None))


@never_cache
@require_POST
def sign(request: HttpRequest, month: str) -> HttpResponse:
    asked, viewer, now = ask(settings.HOME, month, None), viewer_of(request), timezone.now()
    edition = _edition(asked)
    flagged = [item.ref for area in as_decided(asked.edition).areas for item in area.judged]
    try:
        refuse_where_fixed(edition)
        commentary.sign(edition, flagged, viewer, now)
    except NotAllowed as problem:
        return _inbox(request, asked, str(problem))
    about = f"{month}, edition {edition.number}, {edition.fingerprint[:8]}"
    audit.record(now, viewer.person, viewer.title, "signed", about)
    return HttpResponseRedirect(f"{COMMENTARY}{month}/")


@never_cache
@require_POST
def ask_for_words(request: HttpRequest, month: str) -> HttpResponse:
    """Asks, by e-mail, those who write."""
    asked, viewer = ask(settings.HOME, month, None), viewer_of(request)
    if not letters.can_be_sent():
        return _inbox(request, asked, NO_LETTERS)
    number = ask_work(letters.ask_for_words, "letters", month, viewer, timezone.now(), month=str(asked.edition.as_at))
    return HttpResponseRedirect(f"{LETTERS}{number}/")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def editor(request: HttpRequest, month: str, ref: str) -> HttpResponse:
    """The words about one indicator: written, sent, returned, approved."""
    asked = ask(settings.HOME, month, None)
    item = asked.edition.by_ref(ref.upper())
    if item is None:
        raise NoSuchPage(no_such_indicator(asked.place, ref))
    if request.method != "POST":
        return _editor(request, asked, item)
    viewer, now, given = viewer_of(request), timezone.now(), request.POST
    what = next((act for name, act in ACTS.items() if name in given), Act.SAVED)
    edition = _edition(asked)
    try:
        refuse_where_fixed(edition)
        commentary.act(edition, item.ref, what, given.get("text", ""), viewer, now, given.get("note", ""))
    except NotAllowed as problem:
        return _editor(request, asked, item, str(problem), given.get("text"))
    audit.record(now, viewer.person, viewer.title, f"words {what.value}", f"{item.ref}, {month}")
    return HttpResponseRedirect(f"{COMMENTARY}{month}/{item.ref}/")


def _inbox(request: HttpRequest, asked: Asked, problem: str = "") -> HttpResponse:
    edition = _edition(asked)
    shown = InboxPage(
        asked,
        commentary.standing(edition),
        commentary.signatures(edition),
        problem,
        may_sign=viewer_of(request).can(Need.SIGN),
        may_ask=letters.can_be_sent() and viewer_of(request).can(Need.REPORTS),
        actions=lines([one for one in actions.actions() if one.is_open], asked.edition, timezone.localdate()),
    )
    return render(request, "commentary.html", {"page": shown}, status=400 if problem else 200)


def _editor(
    request: HttpRequest, asked: Asked, item: Judged, problem: str = "", typed: str | None = None
) -> HttpResponse:
    edition = _edition(asked)
    held = commentary.standing(edition).get(item.ref, commentary.NOTHING)
    shown = EditorPage(
        asked,
        item,
        held,
        commentary.history(edition, item.ref),
        problem,
        typed,
        viewer_of(request),
        known_numbers(asked.opened) if held.text or typed else None,
    )
    return render(request, "words.html", {"page": shown}, status=400 if problem else 200)


def _edition(asked: Asked) -> Edition:
    found = ledger.edition_numbered(asked.edition.as_at, asked.opened.number)
    assert found is not None, "an edition that was opened is in the journal"
    return found
