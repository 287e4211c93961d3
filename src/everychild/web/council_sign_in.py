"""The council’s own sign-in, by OpenID Connect through django-allauth: an optional part, asked for when it is used.

allauth speaks to the provider (state, proof of key, the token and its signature). Whom that lets in is decided here, by
our own people: allauth keeps nothing, and has no tables.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from everychild.errors import MissingPart, NotAllowed, SettingsError
from everychild.journal import identities
from everychild.sign_in import SingleSignOn, read_sign_in
from everychild.store.home import Home
from everychild.web.addresses import SIGN_IN
from everychild.web.come_in import BY_COUNCIL, come_in
from everychild.web.presenters.messages import no_single_sign_on, not_let_in
from everychild.web.refusals import NoSuchPage, say
from everychild.web.signing_in import onwards_of

log = logging.getLogger("everychild.web")

PROVIDER = "council"
SECRET, SECRET_FILE, FILE_NAME = "EVERYCHILD_SIGN_IN_SECRET", "EVERYCHILD_SIGN_IN_SECRET_FILE", "sign-in-secret"
ONWARDS = "council_onwards"


@never_cache
@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Leads on to the council’s sign-in, which leads back to `end`."""
    single_sign_on = _ours()
    from everychild.web.allauth_views import CouncilAdapter, LoginView

    request.session[ONWARDS] = onwards_of(request)
    request.GET = QueryDict()  # allauth would take what is asked of the provider from the address
    view: Callable[[HttpRequest], HttpResponse] = LoginView.adapter_view(CouncilAdapter(request, single_sign_on))
    return view(request)


@never_cache
@require_safe
def end(request: HttpRequest) -> HttpResponse:
    """Back from the council’s sign-in: let in, or told why not."""
    single_sign_on = _ours()
    from everychild.web.allauth_views import CallbackView, CouncilAdapter

    view: Callable[[HttpRequest], HttpResponse] = CallbackView.adapter_view(CouncilAdapter(request, single_sign_on))
    return view(request)


def let_in(request: HttpRequest, single_sign_on: SingleSignOn, claims: Mapping[str, Any]) -> HttpResponse:
    """Whoever these claims are of, if we know them and their app roles give them a role."""
    now = timezone.now()
    issuer, subject = str(claims["iss"]), str(claims.get("sub", ""))
    if not subject:
        return could_not(request, "the token says of nobody")
    onwards = request.session.get(ONWARDS) or SIGN_IN
    try:
        person = identities.person_for(issuer, subject, single_sign_on.roles_of(claims), now)
    except (NotAllowed, SettingsError) as problem:
        return say(request, not_let_in(str(problem)), 403)
    come_in(request, person, now, BY_COUNCIL)
    return HttpResponseRedirect(onwards)


def could_not(request: HttpRequest, why: object) -> HttpResponse:
    """The provider said no, or something that cannot be trusted. What it said is for whoever looks after the server."""
    log.warning("single sign-on: %s", why)
    return say(request, not_let_in("The council’s sign-in did not let you through. Try again from the start."), 403)


def come_back_with_cookies(request: HttpRequest, address: str) -> HttpResponse:
    """Our cookies are sent only between our own pages, and the provider’s is another’s: so one of ours goes between."""
    response = render(request, "message.html", {"page": not_let_in("One moment.", address)})
    response["Refresh"] = f"0;url={address}"
    return response


def client_secret(home: Home) -> str:
    """From the environment, the file it names, or `sign-in-secret` in the home. Raises SettingsError."""
    told = os.environ.get(SECRET, "").strip()
    named = os.environ.get(SECRET_FILE, "").strip()
    path = Path(named) if named else home.path / FILE_NAME
    if told:
        return told
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        raise SettingsError(
            f"The secret of the single sign-on is not there. Say it in {SECRET}, or in a file named by {SECRET_FILE}, "
            f"or in {FILE_NAME} in the home."
        ) from None


def _ours() -> SingleSignOn:
    single_sign_on = read_sign_in(settings.HOME.settings).single_sign_on
    if single_sign_on is None:
        raise NoSuchPage(no_single_sign_on())
    if not settings.HAS_ALLAUTH:
        raise MissingPart(
            "Single sign-on needs an optional part; django-allauth is not installed. "
            "Install it with: pip install 'everychild[single-sign-on]'"
        )
    return single_sign_on
