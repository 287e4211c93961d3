"""Who asks by token, and what a program is told when it is not let in: words it can show, and never a page."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NotBase64
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja.security import HttpBasicAuth, HttpBearer
from ninja.throttling import SimpleRateThrottle

from everychild.journal import tokens
from everychild.roles import STRANGER, Need, Viewer

HERE = "/api/"
LONGEST = 400


def viewer_by_token(request: HttpRequest) -> Viewer | None:
    """Whom the token speaks for, a stranger where it opens nothing, None where none was shown or this is a page."""
    shown = request.headers.get("Authorization", "") if request.path.startswith(HERE) else ""
    if not shown:
        return None
    secret = _secret(shown[:LONGEST])
    return (tokens.viewer_with(secret, timezone.now()) if secret else None) or STRANGER


def refused(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """For whoever may not read figures here."""
    if viewer.person:
        return JsonResponse({"detail": f"As a {viewer.title} you may not read these figures."}, status=403)
    said = (
        "This asks for a token, and none was shown that opens anything. Make one under Tokens: it may have run out or "
        "been withdrawn."
    )
    return JsonResponse({"detail": said}, status=401, headers={"WWW-Authenticate": 'Bearer realm="Everychild"'})


def _secret(shown: str) -> str:
    """From “Bearer …”, or from the password of “Basic …”, which is what Excel and Power BI ask for."""
    kind, _, rest = shown.strip().partition(" ")
    if kind.lower() == "bearer":
        return rest.strip()
    if kind.lower() != "basic":
        return ""
    try:
        return b64decode(rest.strip(), validate=True).decode().partition(":")[2]
    except (NotBase64, ValueError):
        return ""


class Bearer(HttpBearer):
    """The door has looked at the token already; this tells the document of it, and lets in nobody else."""

    def __call__(self, request: HttpRequest) -> Viewer | None:
        viewer: Viewer = request.viewer
        return viewer if viewer.can(Need.FIGURES) else None

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        raise NotImplementedError  # never asked: `__call__` answers


class Basic(HttpBasicAuth):
    """The same, for programs that ask for a name and a password: the token is the password."""

    def __call__(self, request: HttpRequest) -> Viewer | None:
        return Bearer()(request)

    def authenticate(self, request: HttpRequest, username: str, password: str) -> Any:
        raise NotImplementedError  # never asked: `__call__` answers


class AMinute(SimpleRateThrottle):
    """So many questions a minute for each person, however many tokens they have."""

    def __init__(self) -> None:
        super().__init__(f"{settings.API_QUESTIONS_A_MINUTE}/min")

    def get_cache_key(self, request: HttpRequest) -> str:
        viewer: Viewer = request.viewer
        return f"api {viewer.person or request.META.get('REMOTE_ADDR', '')}".replace(" ", "-")
