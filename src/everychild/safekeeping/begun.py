"""Whether a deletion was begun and not finished: asked at every start, so it is quick and reads little."""

from __future__ import annotations

import json

from everychild.journal import deletions
from everychild.store.home import Home


def is_to_be_finished(home: Home) -> bool:
    """True as well where the keys tell of a deletion that the journal, being an older one, does not know of."""
    if deletions.unfinished():
        return True
    if not home.data_keys.is_file():
        return False
    try:
        told = {str(one["name"]) for one in json.loads(home.data_keys.read_bytes())["deleted"]}
    except (ValueError, KeyError, TypeError):
        return True  # whoever finishes reads it, and says what is wrong with it
    return bool(told - deletions.names())
