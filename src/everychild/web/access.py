"""The one place where it is decided who comes in. Every address says what it needs; one that does not is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, re_path
from django.utils import timezone
from django.utils.http import urlencode

from everychild.council import read_council
from everychild.journal import audit, people
from everychild.journal.models import Person
from everychild.roles import STRANGER, VISITOR, Need, Viewer
from everychild.web import come_in
from everychild.web.addresses import SECOND_FACTOR, SIGN_IN
from everychild.web.api.door import viewer_by_token
from everychild.web.presenters.messages import not_yours
from everychild.web.refusals import say

LONGEST_PATH = 200
"""Of what is written down of a refusal: the address without what was asked of it."""

View = Callable[..., HttpResponse]
Refused = Callable[[HttpRequest, Viewer], HttpResponse]


def page(address: str, view: View, needs: Need, refused: Refused | None = None, name: str | None = None) -> URLPattern:
    """An address and what it needs; `refused` where whoever is turned away is told otherwise than by a page."""
    return path(address, _needing(view, needs, refused), name=name)


def page_like(pattern: str, view: View, needs: Need) -> URLPattern:
    """The same for a pattern."""
    return re_path(pattern, _needing(view, needs))


def _needing(view: View, needs: Need, refused: Refused | None = None) -> View:
    def asked(request: HttpRequest, *words: Any, **named: Any) -> HttpResponse:
        return view(request, *words, **named)

    asked.needs = needs  # type: ignore[attr-defined]  # read by `Doorkeeper`
    asked.refused = refused  # type: ignore[attr-defined]  # likewise
    asked.__name__ = view.__name__
    return asked


class Doorkeeper:
    """Middleware: who is asking, and whether this address is for them."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.over = None
        request.viewer = _viewer(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, words: tuple[Any, ...], named: dict[str, Any]
    ) -> HttpResponse | None:
        needs: Need = view.needs  # type: ignore[attr-defined]  # an address that says nothing is an error, and refused
        viewer = viewer_of(request)
        if viewer.can(needs):
            known: Any = request.user
            behind_the_door = needs is not Need.ANYONE and isinstance(known, Person)
            waits = behind_the_door and come_in.needs_a_second_factor(request)
            return HttpResponseRedirect(SECOND_FACTOR) if waits else None
        if viewer.person:
            audit.record(timezone.now(), viewer.person, viewer.title, "refused", request.path[:LONGEST_PATH])
        refused: Refused | None = view.refused  # type: ignore[attr-defined]  # set with `needs`
        if refused is not None:
            return refused(request, viewer)
        if not viewer.person:
            told = {"next": request.get_full_path()} | ({"over": request.over.value} if request.over else {})
            return HttpResponseRedirect(f"{SIGN_IN}?{urlencode(told)}")
        return say(request, not_yours(viewer), 403)


def viewer_of(request: HttpRequest) -> Viewer:
    """Whoever is asking."""
    viewer: Viewer = request.viewer
    return viewer


def _viewer(request: HttpRequest) -> Viewer:
    by_token = viewer_by_token(request)
    if by_token is not None:
        return by_token
    user: Any = request.user
    if isinstance(user, Person):
        if not user.is_active:
            logout(request)
        elif (over := come_in.over(request, timezone.now())) is None:
            return people.viewer_of(user)
        else:
            request.over = over
    if not people.anybody():
        return replace(VISITOR, title="anyone on this computer")
    return VISITOR if read_council(settings.HOME.settings).visitors_read_figures else STRANGER
