"""What went wrong, said to the reader: an error of ours is shown as it stands, any other is only owned up to."""

from __future__ import annotations

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from everychild.errors import EverychildError
from everychild.web.presenters.messages import Message, not_found, out_of_order, refused, too_old

log = logging.getLogger("everychild.web")


class NoSuchPage(Http404):
    """Nothing stands at this address, for a reason the reader can be told."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.heading)
        self.message = message


class SayWhy:
    """Middleware: an `EverychildError` becomes a page with its words, and status 500."""

    def __init__(self, get_response: object) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)  # type: ignore[operator]  # Django's own chain, which it does not type

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if not isinstance(problem, EverychildError):
            return None
        log.error("%s: %s", request.path, problem)
        return say(request, refused(str(problem)), 500)


def say(request: HttpRequest, message: Message, status: int) -> HttpResponse:
    """A page that has only something to say."""
    return render(request, "message.html", {"page": message}, status=status)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    message = exception.message if isinstance(exception, NoSuchPage) else not_found()
    return say(request, message, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return say(request, out_of_order(), 500)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    return say(request, too_old(), 403)
