"""Signing in and out. Every attempt is written down; too many wrong ones are made to wait."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from everychild.council import read_council
from everychild.journal import audit, people, second_factors
from everychild.journal.models import Person
from everychild.sign_in import read_sign_in
from everychild.web import second_factor
from everychild.web.addresses import DESK, SIGN_IN
from everychild.web.come_in import BY_PASSWORD, come_in, must_wait
from everychild.web.presenters.signing_in import SignIn

LONGEST_NAME = 80


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """A form; with it filled in rightly, the page that was asked for."""
    onwards = onwards_of(request)
    if request.method != "POST":
        return _form(request, onwards)
    given = request.POST.get("name", "").strip()[:LONGEST_NAME]
    now = timezone.now()
    if must_wait(given, now):
        return _form(request, onwards, given, too_often=True)
    person: Any = authenticate(request, sign_in_name=given, password=request.POST.get("password", ""))
    if not isinstance(person, Person):
        audit.record(now, given, "", "sign-in refused", given)
        return _form(request, onwards, given, wrong=True)
    if second_factors.has_one(person.sign_in_name):
        return second_factor.ask(request, person, onwards)
    come_in(request, person, now, BY_PASSWORD)
    return HttpResponseRedirect(onwards)


@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    user: Any = request.user
    if isinstance(user, Person):
        audit.record(timezone.now(), user.sign_in_name, user.role, "signed out", user.sign_in_name)
    logout(request)
    return HttpResponseRedirect(SIGN_IN)


def _form(
    request: HttpRequest, onwards: str, given: str = "", *, wrong: bool = False, too_often: bool = False
) -> HttpResponse:
    shown = SignIn(
        council=read_council(settings.HOME.settings).name,
        onwards=onwards,
        given=given,
        wrong=wrong,
        too_often=too_often,
        nobody_yet=not people.anybody(),
        single_sign_on=council.name if (council := read_sign_in(settings.HOME.settings).single_sign_on) else "",
        over=request.GET.get("over", ""),
    )
    return render(request, "sign_in.html", {"page": shown}, status=400 if wrong or too_often else 200)


def onwards_of(request: HttpRequest) -> str:
    """The page that was asked for, if it is one of ours; else the front door, which leads each to what is theirs."""
    asked = request.POST.get("next") or request.GET.get("next") or DESK
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if ours and asked.startswith("/") else DESK
