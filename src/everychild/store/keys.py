"""The home's own secret: what cookies are signed with. Made once, readable by its owner alone."""

from __future__ import annotations

import os
import secrets

from everychild.store.home import Home

BYTES = 48


def secret_key(home: Home) -> str:
    """The key, made if there is none. Where two processes make one at once, the first stands."""
    place = home.path / "secret-key"
    if not home.path.is_dir():
        return secrets.token_urlsafe(BYTES)  # nothing is signed for a home that is not there
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return place.read_text(encoding="ascii")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        made = secrets.token_urlsafe(BYTES)
        file.write(made)
        file.flush()
        os.fsync(file.fileno())
    return made
