"""What every template is given beside its page: the style sheet's address and the words that never change."""

from __future__ import annotations

import hashlib
from functools import cache

from django.conf import settings
from django.http import HttpRequest

from everychild.roles import STRANGER, Need
from everychild.web.presenters.desk import desk
from everychild.web.presenters.words import WORDS
from everychild.web.presenters.words_at_work import AT_WORK
from everychild.web.presenters.words_of_mapping import OWN

DIGITS = 12


def furniture(request: HttpRequest) -> dict[str, object]:
    return {
        "style_sheet": _address("everychild.css"),
        "icon": _address("mark.svg"),
        "words": WORDS,
        "at_work": AT_WORK,
        "own": OWN,
        "viewer": getattr(request, "viewer", STRANGER),
        "find_anywhere": getattr(request, "viewer", STRANGER).can(Need.FIGURES),
        "desk": desk(getattr(request, "viewer", STRANGER)),
    }


@cache
def _address(name: str) -> str:
    """With a digest of its bytes: browsers keep it for good, and see a new one at once."""
    digest = hashlib.sha256((settings.HERE / "static" / name).read_bytes()).hexdigest()
    return f"{settings.STATIC_URL}{name}?{digest[:DIGITS]}"
