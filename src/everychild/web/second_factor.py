"""The second factor: asked for after the password, set up by its owner, on pages of our own."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from everychild.council import read_council
from everychild.journal import audit, second_factors
from everychild.journal.models import Person
from everychild.web import come_in
from everychild.web.access import viewer_of
from everychild.web.addresses import SIGN_IN
from everychild.web.presenters.second_factor import CodePage, FactorPage, picture_of

HALF_WAY = "half_way"
"""In the session: whose password was right, when, and where they were going."""

TIME_FOR_A_CODE = timedelta(minutes=5)
BEING_SET_UP = "factor_being_set_up"
PAPER_CODES, LETTERS, LETTERS_IN_A_CODE = 10, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 12
"""Without letters that are taken for others: twelve of them cannot be guessed."""


def ask(request: HttpRequest, person: Person, onwards: str) -> HttpResponse:
    """Leads on to the code, with nothing opened yet."""
    request.session.cycle_key()
    request.session[HALF_WAY] = [person.sign_in_name, timezone.now().isoformat(), onwards]
    return HttpResponseRedirect(f"{SIGN_IN}code/")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """The code, asked of whoever has given the right password. Wrong ones count with wrong passwords."""
    now = timezone.now()
    half_way = request.session.get(HALF_WAY)
    if half_way is None or now - timezone.datetime.fromisoformat(half_way[1]) >= TIME_FOR_A_CODE:
        request.session.pop(HALF_WAY, None)
        return HttpResponseRedirect(SIGN_IN)
    name, _, onwards = half_way
    council = read_council(settings.HOME.settings).name
    if request.method != "POST":
        return render(request, "second_code.html", {"page": CodePage(council)})
    if come_in.must_wait(name, now):
        return render(request, "second_code.html", {"page": CodePage(council, too_often=True)}, status=400)
    if not second_factors.matches(name, request.POST.get("code", "")[:40], now):
        audit.record(now, name, "", "sign-in refused", name, "the second factor")
        return render(request, "second_code.html", {"page": CodePage(council, wrong=True)}, status=400)
    person = Person.objects.filter(sign_in_name=name, is_active=True).first()
    if person is None:
        return HttpResponseRedirect(SIGN_IN)
    del request.session[HALF_WAY]
    come_in.come_in(request, person, now, come_in.BY_CODE)
    return HttpResponseRedirect(onwards)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def factor(request: HttpRequest) -> HttpResponse:
    """One’s own second factor: set up, or set up anew with a code of the one before."""
    viewer = viewer_of(request)
    user: Any = request.user
    if not isinstance(user, Person):
        return HttpResponseRedirect(SIGN_IN)
    name, now = viewer.person, timezone.now()
    has_one = second_factors.has_one(name)
    secret = request.session.get(BEING_SET_UP) or _new_secret()
    if request.method != "POST":
        request.session[BEING_SET_UP] = secret
        return _page(request, name, has_one, secret)
    if come_in.must_wait(name, now):
        return _page(request, name, has_one, secret, too_often=True)
    if has_one and not second_factors.matches(name, request.POST.get("before", "")[:40], now):
        audit.record(now, name, viewer.title, "sign-in refused", name, "the second factor, to set up another")
        return _page(request, name, has_one, secret, wrong_before=True)
    codes = ["".join(secrets.choice(LETTERS) for _ in range(LETTERS_IN_A_CODE)) for _ in range(PAPER_CODES)]
    if not second_factors.set_up(name, secret, request.POST.get("code", "")[:40], codes, now):
        return _page(request, name, has_one, secret, wrong=True)
    request.session.pop(BEING_SET_UP, None)
    request.session[come_in.BY] = come_in.BY_CODE
    update_session_auth_hash(request, user)  # every other sign-in of theirs is over
    return _page(request, name, True, "", codes=codes)


def _new_secret() -> str:
    import pyotp

    return str(pyotp.random_base32())


def _page(
    request: HttpRequest,
    name: str,
    has_one: bool,
    secret: str,
    *,
    codes: list[str] | None = None,
    wrong: bool = False,
    wrong_before: bool = False,
    too_often: bool = False,
) -> HttpResponse:
    council = read_council(settings.HOME.settings).short_name
    shown = FactorPage(
        secret=secret,
        picture=picture_of(secret, name, council) if secret else "",
        has_one=has_one,
        is_needed=come_in.needs_a_second_factor(request),
        paper_codes_left=second_factors.paper_codes_left(name),
        codes=codes or [],
        wrong=wrong,
        wrong_before=wrong_before,
        too_often=too_often,
    )
    return render(request, "second_factor.html", {"page": shown}, status=400 if shown.problem else 200)
