"""The next four weeks on an indicator’s page."""

from __future__ import annotations

from everychild.judgement.judged import Judged
from everychild.measure.due import Ahead
from everychild.narrative.ahead import NOT_KNOWN_AHEAD, ahead_in_words


def next_weeks(item: Judged, ahead: Ahead | None) -> tuple[str, ...]:
    """What is known to fall due; of a flagged indicator that cannot be looked ahead of, why not."""
    if ahead is not None:
        return tuple(str(sentence) for sentence in ahead_in_words(item, ahead).sentences)
    return (str(NOT_KNOWN_AHEAD),) if item.is_flagged else ()
