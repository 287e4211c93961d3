"""The style sheet's address, with a digest of its bytes: browsers keep it for good and see a new one at once."""

from __future__ import annotations

import hashlib
from functools import cache

from django.conf import settings
from django.http import HttpRequest

DIGITS = 12


def style_sheet(request: HttpRequest) -> dict[str, str]:
    """For every template: `style_sheet` and `icon`."""
    return {"style_sheet": _address("everychild.css"), "icon": _address("mark.svg")}


@cache
def _address(name: str) -> str:
    digest = hashlib.sha256((settings.HERE / "static" / name).read_bytes()).hexdigest()
    return f"{settings.STATIC_URL}{name}?{digest[:DIGITS]}"
