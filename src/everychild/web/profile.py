"""The profile of a month and its twins."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from everychild import shapes
from everychild.store.benchmarks import library
from everychild.web.editions import Asked, ask
from everychild.web.presenters.profile import profile_page
from everychild.web.twin_pages import answer
from everychild.web.views import kept


@require_safe
def profile(request: HttpRequest, month: str) -> HttpResponse:
    asked = _asked(request, month)
    published = library(settings.HOME)
    page = profile_page(asked, lambda item: published.beside(item, asked.edition.council))
    return kept(render(request, "profile.html", {"page": page}))


@require_safe
def twin(request: HttpRequest, month: str, kind: str) -> HttpResponse:
    asked = _asked(request, month)
    published = library(settings.HOME)
    rows = shapes.profile_shapes(asked.edition, lambda item: published.beside(item, asked.edition.council))
    return answer(rows, kind, f"profile-{asked.place.month}")


def _asked(request: HttpRequest, month: str) -> Asked:
    return ask(settings.HOME, month, request.GET.get("v"), request.GET.get("known"))
