"""Serves the files of a published site as they lie, with headers that let a page ask nobody for anything."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from whitenoise import WhiteNoise

FOLDER = "EVERYCHILD_PUBLISHED"

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "interest-cohort=()",
}

Start = Callable[[str, list[tuple[str, str]]], object]


def not_here(environ: Mapping[str, Any], start: Start) -> Iterable[bytes]:
    """What answers where no file does."""
    start("404 Not Found", [("Content-Type", "text/plain; charset=utf-8"), *HEADERS.items()])
    return [b"There is no such page. Begin at /\n"]


def serving(folder: Path) -> WhiteNoise:
    """The application for one folder. Files are listed once, at the start: what is put there later is not served."""

    def add_headers(headers: Any, path: str, url: str) -> None:
        for name, value in HEADERS.items():
            headers[name] = value

    return WhiteNoise(not_here, root=str(folder), index_file=True, max_age=300, add_headers_function=add_headers)


def application(environ: Mapping[str, Any], start: Start) -> Iterable[bytes]:
    """The WSGI application of the folder named in the environment."""
    global _serving  # made at the first request, once a process
    if _serving is None:
        _serving = serving(Path(os.environ[FOLDER]))
    answer: Iterable[bytes] = _serving(environ, start)
    return answer


_serving: WhiteNoise | None = None
