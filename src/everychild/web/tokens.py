"""Tokens for programs: made by whoever may read figures, shown once, and withdrawn when they are no longer wanted."""

from __future__ import annotations

import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from everychild.errors import EverychildError
from everychild.journal import tokens as held
from everychild.web.access import viewer_of
from everychild.web.addresses import TOKENS
from everychild.web.presenters.tokens import TokensPage

SECRET_BYTES = 32
FIRST = "everychild_"
"""So that one left lying about in a file is known for what it is."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """One’s own tokens, or everybody’s; making one; withdrawing one."""
    if request.method != "POST":
        return _page(request)
    viewer, given, now = viewer_of(request), request.POST, timezone.now()
    try:
        if "withdraw" in given:
            held.withdraw(_whole(given["withdraw"]), now, viewer)
            return HttpResponseRedirect(TOKENS)
        secret = FIRST + secrets.token_urlsafe(SECRET_BYTES)
        held.make(given.get("name", ""), viewer.person, _whole(given.get("days", "")), secret, now)
    except EverychildError as problem:
        return _page(request, str(problem))
    return _page(request, secret=secret)


def _page(request: HttpRequest, problem: str = "", secret: str = "") -> HttpResponse:
    viewer = viewer_of(request)
    shown = TokensPage(viewer, held.held_by(viewer), timezone.now(), request.get_host(), problem, secret)
    return render(request, "tokens.html", {"page": shown}, status=400 if problem else 200)


def _whole(text: str) -> int:
    """What is no number is no token and no length of time: nought, which is refused in words."""
    return int(text) if text.isdecimal() and len(text) < 9 else 0
