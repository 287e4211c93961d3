"""What a process remembers of what it read, until something is deleted: by itself, or by any other process."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps

from everychild.journal import deletions


def until_a_deletion[Answer](at_most: int) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """Remembers the answers asked for last, as lru_cache does; none is given, or kept in memory, once a child was
    erased or a purge was done after it was asked.

    An answer that was being worked out meanwhile is kept under what was known when it was asked, and given to nobody.
    """

    def remembering(ask: Callable[..., Answer]) -> Callable[..., Answer]:
        @lru_cache(maxsize=at_most)
        def kept(known: int, *words: Hashable) -> Answer:
            return ask(*words)

        newest = [0]

        @wraps(ask)
        def asked(*words: Hashable) -> Answer:
            known = deletions.newest()
            if known != newest[0]:
                kept.cache_clear()
                newest[0] = known
            return kept(known, *words)

        return asked

    return remembering
