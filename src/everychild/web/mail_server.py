"""The council’s mail server, from the environment: its address holds a password, so it is in no file of the home.

EVERYCHILD_MAIL          smtp://name:password@host:587 (turned to TLS before anything is said) or smtps://…; a server on
                         this computer is spoken to as it is. EVERYCHILD_MAIL_FILE names a file that says so
EVERYCHILD_MAIL_FROM     whom letters are from: performance@council.gov.uk
EVERYCHILD_ADDRESS       what people type to reach Everychild, for the links in letters: https://everychild.council.gov.uk
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from everychild.errors import SettingsError

HERE = ("localhost", "127.0.0.1", "::1")
PATIENCE = 20
"""Seconds that a mail server may take to answer."""


def mailers(environment: Mapping[str, str]) -> dict[str, Any]:
    """What Django is told of it; nothing where no server is named. Raises SettingsError where the address is none."""
    said = environment.get("EVERYCHILD_MAIL", "").strip() or _from_file(environment.get("EVERYCHILD_MAIL_FILE", ""))
    if not said:
        return {}
    address = urlsplit(said)
    if address.scheme not in ("smtp", "smtps") or not address.hostname:
        raise SettingsError(  # not what was said: it may hold a password
            "EVERYCHILD_MAIL should be the address of a mail server: smtp://name:password@host:587, or smtps://…"
        )
    if not environment.get("EVERYCHILD_MAIL_FROM", "").strip():
        raise SettingsError("Say in EVERYCHILD_MAIL_FROM whom letters are from: performance@council.gov.uk")
    is_here = address.hostname in HERE
    options = {
        "host": address.hostname,
        "port": address.port or (465 if address.scheme == "smtps" else 25 if is_here else 587),
        "username": unquote(address.username or ""),
        "password": unquote(address.password or ""),
        "use_ssl": address.scheme == "smtps",
        "use_tls": address.scheme == "smtp" and not is_here,
        "timeout": PATIENCE,
    }
    return {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}


def _from_file(name: str) -> str:
    if not name.strip():
        return ""
    try:
        return Path(name.strip()).read_text(encoding="utf-8").strip()
    except OSError as problem:
        raise SettingsError(f"EVERYCHILD_MAIL_FILE names a file that cannot be read: {problem.strerror}.") from None
