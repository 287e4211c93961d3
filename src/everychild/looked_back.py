"""The time machine: any month, as it was known on any day. Worked out once, kept, and never changed."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import TYPE_CHECKING

from everychild import __version__, wording
from everychild.calendar import Month
from everychild.council import council_from
from everychild.errors import NothingSupplied
from everychild.journal import look_backs
from everychild.judgement.judged import JudgedEdition
from everychild.measure.figure import Figure
from everychild.month_end import (
    extracts_seen,
    figures_of,
    inputs_of,
    judged_from,
    judgements_in_words,
)
from everychild.store.figures import as_figures, freeze, frozen, judged_rows, thaw
from everychild.store.home import Home

if TYPE_CHECKING:
    from everychild.journal.models import LookBack


def look_back(home: Home, month: Month, known_on: date, at: datetime, who: str) -> LookBack:
    """The month as the extracts taken by that day tell it, by today’s settings. While nothing has changed it is the one
    that was kept before. Raises NothingSupplied.
    """
    if known_on > at.date():
        raise NothingSupplied(f"{wording.day(known_on)} has not come yet. Choose a day that is past.")
    settings = home.settings.read_text(encoding="utf-8")
    council, seen = council_from(settings), extracts_seen(known_on)
    inputs = inputs_of(month, known_on, seen, settings)
    before: LookBack | None = look_backs.newest(month, known_on)
    if before is not None and before.inputs_sha256 == inputs:
        return before
    figures = figures_of(home, council, month, seen)
    path, digest = freeze(home, month, frozen(figures))
    judged = judged_from(council, month, known_on, "", figures, seen, home)
    told = f"{digest}{settings}{known_on}{__version__}{judgements_in_words(judged)}"
    fingerprint = hashlib.sha256(told.encode()).hexdigest()
    kept: LookBack = look_backs.record(month, known_on, path, digest, settings, fingerprint, inputs, seen, who, at)
    return kept


def open_look_back(home: Home, kept: LookBack) -> tuple[JudgedEdition, tuple[Figure, ...]]:
    """A look back as it was kept, by the settings it was judged by."""
    figures, month = thaw(home, kept.figures_path, kept.figures_sha256), Month.of(kept.month)
    council, seen = council_from(kept.settings), look_backs.extracts_of(kept)
    judged = judged_from(council, month, kept.known_on, kept.fingerprint, figures, seen, home, kept.made_at)
    return judged, tuple(as_figures(judged_rows(figures, month)))
