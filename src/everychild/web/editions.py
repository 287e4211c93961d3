"""The edition an address asks for, read once and kept in memory while it is being looked at."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from threading import Lock

from django.utils import timezone

from everychild.calendar import Month
from everychild.journal import ledger
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.late import Late
from everychild.measure.due import Ahead
from everychild.measure.figure import Figure
from everychild.month_end import month_before, open_edition, with_decisions
from everychild.store.home import Home
from everychild.web.addresses import Place
from everychild.web.presenters.messages import no_such_edition, no_such_month
from everychild.web.refusals import NoSuchPage

EDITIONS_KEPT = 4
_one_at_a_time = Lock()


@dataclass(frozen=True)
class Opened:
    """An edition as pages read it: judged, with its figures and the month before judged from the same figures."""

    number: int
    closed_on: date
    edition: JudgedEdition
    figures: tuple[Figure, ...]
    before: tuple[Judged, ...]
    pictures: dict[tuple[str, bool], str] = field(default_factory=dict)
    """Trend pictures drawn so far, by reference and whether narrow."""

    ahead: dict[str, Ahead | None] = field(default_factory=dict)
    """What falls due, by reference, as far as it has been asked."""

    late: dict[str, Late | None] = field(default_factory=dict)
    """The months as they were first told, likewise."""


@dataclass(frozen=True)
class Asked:
    """What an address asked for, with what else there is: the closed months, and the month's newest edition."""

    place: Place
    opened: Opened
    months: tuple[Month, ...]
    newest: int

    @property
    def edition(self) -> JudgedEdition:
        return self.opened.edition


def closed_months() -> tuple[Month, ...]:
    """Months with an edition, latest first."""
    return tuple(ledger.closed_months())


def ask(home: Home, month: str, edition: str | None) -> Asked:
    """The edition of an address. Raises NoSuchPage, which says what there is instead."""
    months = closed_months()
    try:
        asked = Month.of(month)
    except ValueError:
        raise NoSuchPage(no_such_month(month, months)) from None
    newest = ledger.newest_edition(asked)
    if newest is None:
        raise NoSuchPage(no_such_month(month, months))
    number = _number(edition)
    kept = newest if number is None else ledger.edition_numbered(asked, number)
    if kept is None or (edition and number is None):
        raise NoSuchPage(no_such_edition(asked, edition or "", newest.number))
    with _one_at_a_time:
        opened = _read(home, asked, kept.number, timezone.localdate(kept.closed_at), kept.fingerprint)
    decided = with_decisions(opened.edition, kept)
    if decided != opened.edition:
        opened = replace(opened, edition=decided)
    return Asked(Place(asked, number), opened, months, newest.number)


@lru_cache(maxsize=EDITIONS_KEPT)
def _read(home: Home, month: Month, number: int, closed_on: date, fingerprint: str) -> Opened:
    """Kept by fingerprint: an edition never changes. What people decide of it does, and is added for each page."""
    found = open_edition(home, month, number)
    assert found is not None, f"{month}, edition {number}, is in the journal and cannot be opened"
    edition, figures = found
    assert edition.fingerprint == fingerprint
    return Opened(number, closed_on, edition, figures, month_before(edition, figures))


def _number(edition: str | None) -> int | None:
    return int(edition) if edition and edition.isdecimal() and len(edition) < 6 else None
