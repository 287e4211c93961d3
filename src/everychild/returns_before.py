"""The children looked after returns loaded before: read again with a new one, so that each is told from its beginning.

A year’s return tells of care that began in an earlier year by its later episodes alone. Kept beside the earlier year’s
telling it would be a second time in care; joined with it, it is the same one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from everychild.intake.reading import FileRead
from everychild.intake.returns import RETURN
from everychild.intake.sources import Source
from everychild.journal import deletions, ledger
from everychild.layouts.ssda903.document import RETURN as THE_RETURN
from everychild.store.extracts import verify
from everychild.store.home import Home


@dataclass(frozen=True)
class ReturnsBefore:
    """Files of returns as they were kept, each under the day and the name it was first loaded by."""

    sources: tuple[Source, ...]
    newest: date | None


def returns_before(home: Home, new: Sequence[FileRead]) -> ReturnsBefore:
    """Those that files of a new return go on from; none where no new file tells of episodes. Raises Tampered."""
    if not any(rows.feed.startswith(f"{RETURN}.") for file in new for rows in file.records):
        return ReturnsBefore((), None)
    sources: dict[str, Source] = {}
    gone = deletions.received_gone()
    newest = None
    for extract in ledger.visible_extracts(None):
        for file in extract.files.all():
            is_there = (extract.pk, file.sha256) not in gone
            if file.format == THE_RETURN.name and is_there and file.sha256 not in sources:
                verify(home.raw / file.sha256, file.sha256)
                sources[file.sha256] = Source(home.raw / file.sha256, f"{extract.extracted_on}/{file.name}")
                newest = max(newest or extract.extracted_on, extract.extracted_on)
    return ReturnsBefore(tuple(sources.values()), newest)
