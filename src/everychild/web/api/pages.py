"""The addresses programs ask at, the document that tells of them, and the same for people to read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import URLPattern
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from everychild.roles import Need
from everychild.web.access import page
from everychild.web.api.door import refused
from everychild.web.api.endpoints import api
from everychild.web.presenters.programs import reference_page

ROOT = "api/1/"
NOT_OURS = "api-root"


def addresses() -> list[URLPattern]:
    """Every address of the interface, each with what it needs, as any other of the site."""
    found, _, _ = api.urls
    asked = [one for one in found if one.name != NOT_OURS]
    return [
        page("api/", reference, Need.ANYONE),
        page(f"{ROOT}openapi.json", document, Need.ANYONE),
        *(page(f"{ROOT}{one.pattern}", one.callback, Need.FIGURES, refused) for one in asked),
    ]


@require_safe
def document(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document: it holds no figure, so that a program can be made before it is let in."""
    return JsonResponse(api.get_openapi_schema(path_prefix=f"/{ROOT}"))


@never_cache
@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    return render(request, "programs.html", {"page": reference_page(api.get_openapi_schema(path_prefix=f"/{ROOT}"))})
