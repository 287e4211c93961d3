"""Late work or late recording on an indicator’s page."""

from __future__ import annotations

from everychild.judgement.judged import Judged
from everychild.late import Late
from everychild.narrative.late import NEVER_TOLD_AGAIN, NOT_KNOWN_LATE, late_in_words


def late_recording(item: Judged, late: Late | None) -> tuple[str, ...]:
    """Its months as first told and how long writing up takes; of a flagged one that cannot be told so, why not."""
    if late is not None:
        return tuple(str(sentence) for sentence in late_in_words(item, late.months, late.lags))
    if not item.is_flagged:
        return ()
    return (str(NOT_KNOWN_LATE if item.clock is None else NEVER_TOLD_AGAIN),)
