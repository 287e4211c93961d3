"""One’s own password: changed with the one before, or chosen by a link from an administrator."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from everychild.council import read_council
from everychild.errors import SettingsError
from everychild.journal import audit, passwords, second_factors
from everychild.journal.models import Person
from everychild.web import come_in
from everychild.web.addresses import CHOOSE, SIGN_IN
from everychild.web.presenters.messages import link_is_spent
from everychild.web.presenters.passwords import (
    DIFFERENT,
    THE_SAME,
    TOO_OFTEN,
    WRONG_BEFORE,
    WRONG_CODE,
    ChoosePage,
    PasswordPage,
)
from everychild.web.refusals import say

BY_LINK = "choosing_by_link"
"""In the session: the person’s number and the link’s code, so that neither stands in an address that is told on."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Asks for the one before, and for a code where there is a second factor. Ends every other sign-in of theirs."""
    user: Any = request.user
    if not isinstance(user, Person):
        return HttpResponseRedirect(SIGN_IN)
    problem = ""
    if request.method == "POST":
        problem = _change(request, user)
        if not problem:
            return render(request, "password.html", {"page": PasswordPage(is_changed=True)})
    asks_code = second_factors.has_one(user.sign_in_name)
    shown = PasswordPage(asks_code, user.has_usable_password(), problem)
    return render(request, "password.html", {"page": shown}, status=400 if problem else 200)


def _change(request: HttpRequest, person: Person) -> str:
    """What was wrong, if anything was: then nothing is changed."""
    name, now, given = person.sign_in_name, timezone.now(), request.POST
    if come_in.must_wait(name, now):
        return TOO_OFTEN
    if not person.check_password(given.get("before", "")):
        audit.record(now, name, person.role, "sign-in refused", name, "the password, to change it")
        return WRONG_BEFORE
    chosen = given.get("password", "")
    if chosen != given.get("again", ""):
        return DIFFERENT
    if chosen == given["before"]:
        return THE_SAME
    try:
        passwords.require_good(chosen)
    except SettingsError as problem:
        return str(problem)
    if second_factors.has_one(name) and not second_factors.matches(name, given.get("code", "")[:40], now):
        audit.record(now, name, person.role, "sign-in refused", name, "the second factor, to change the password")
        return WRONG_CODE
    update_session_auth_hash(request, passwords.change(name, chosen, now, name, person.role))
    return ""


@never_cache
@require_safe
def by_link(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """Takes the code out of the address, and leads on to the form."""
    if passwords.whose_link(number, code, timezone.now()) is None:
        return say(request, link_is_spent(), 404)
    request.session[BY_LINK] = [number, code]
    return HttpResponseRedirect(CHOOSE)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """The form a link leads to. It signs nobody in: what is asked for at the door is asked for."""
    if BY_LINK not in request.session:
        return HttpResponseRedirect(SIGN_IN)
    (number, code), now = request.session[BY_LINK], timezone.now()
    person = passwords.whose_link(number, code, now)
    if person is None:
        del request.session[BY_LINK]
        return say(request, link_is_spent(), 404)
    problem, given = "", request.POST
    if request.method == "POST":
        try:
            if given.get("password", "") != given.get("again", ""):
                problem = DIFFERENT
            elif passwords.choose(number, code, given.get("password", ""), now):
                del request.session[BY_LINK]
                return HttpResponseRedirect(f"{SIGN_IN}?over=chosen")
        except SettingsError as not_good:
            problem = str(not_good)
    shown = ChoosePage(read_council(settings.HOME.settings).name, person.sign_in_name, problem)
    return render(request, "choose_password.html", {"page": shown}, status=400 if problem else 200)
