"""The one place where it is decided who comes in. Every address says what it needs; one that does not is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, re_path
from django.utils.http import urlencode

from everychild.council import read_council
from everychild.journal import people
from everychild.journal.models import Person
from everychild.roles import STRANGER, VISITOR, Need, Viewer
from everychild.web.addresses import SIGN_IN
from everychild.web.presenters.messages import not_yours
from everychild.web.refusals import say

View = Callable[..., HttpResponse]


def page(address: str, view: View, needs: Need) -> URLPattern:
    """An address and what it needs."""
    return path(address, _needing(view, needs))


def page_like(pattern: str, view: View, needs: Need) -> URLPattern:
    """The same for a pattern."""
    return re_path(pattern, _needing(view, needs))


def _needing(view: View, needs: Need) -> View:
    def asked(request: HttpRequest, *words: Any, **named: Any) -> HttpResponse:
        return view(request, *words, **named)

    asked.needs = needs  # type: ignore[attr-defined]  # read by `Doorkeeper`
    asked.__name__ = view.__name__
    return asked


class Doorkeeper:
    """Middleware: who is asking, and whether this address is for them."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.viewer = _viewer(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, words: tuple[Any, ...], named: dict[str, Any]
    ) -> HttpResponse | None:
        needs: Need = view.needs  # type: ignore[attr-defined]  # an address that says nothing is an error, and refused
        viewer = viewer_of(request)
        if viewer.can(needs):
            return None
        if not viewer.person:
            return HttpResponseRedirect(f"{SIGN_IN}?{urlencode({'next': request.get_full_path()})}")
        return say(request, not_yours(viewer), 403)


def viewer_of(request: HttpRequest) -> Viewer:
    """Whoever is asking."""
    viewer: Viewer = request.viewer
    return viewer


def _viewer(request: HttpRequest) -> Viewer:
    user: Any = request.user
    if isinstance(user, Person):
        if user.is_active:
            return people.viewer_of(user)
        logout(request)
    if not people.anybody():
        return replace(VISITOR, title="anyone on this computer")
    return VISITOR if read_council(settings.HOME.settings).visitors_read_figures else STRANGER
