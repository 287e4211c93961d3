"""Counting the month that may be closed next, away from the pages, so that nobody waits for it when they close it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings

from everychild import month_end, wording
from everychild.journal import jobs
from everychild.roles import Viewer
from everychild.web.at_work import Asked, Say, ask, long_work

COUNT_AHEAD = "count ahead"


def ask_to_count_ahead(viewer: Viewer, at: datetime) -> None:
    """Waits in the journal until whoever does this home’s work comes to it: after what is being loaded."""
    ask(count_last_month, COUNT_AHEAD, "the last month that has ended", viewer, at)


@long_work
def count_last_month(asked: Asked, say: Say) -> Mapping[str, Any]:
    """The last month that had ended when the newest extract was taken, counted from all that is loaded by then.

    Of many loads in a row, only what the last one asks for is counted.
    """
    if jobs.is_waiting(COUNT_AHEAD):
        return {"said": "More was loaded since. It is counted with that."}
    say("Counting the last month that has ended")
    month = month_end.count_ahead(settings.HOME, asked.at)
    return {"month": str(month), "said": f"{wording.month(month)} is counted, and can be closed at once."}
