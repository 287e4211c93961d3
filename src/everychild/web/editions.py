"""The edition an address asks for, read once and kept in memory while it is being looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock

from django.utils import timezone

from everychild.calendar import Month
from everychild.checked import Checks
from everychild.doubts import Doubts
from everychild.journal import ledger, look_backs
from everychild.journal.remembered import until_a_deletion
from everychild.judgement.forecast import Forecast
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.late import Late
from everychild.looked_back import open_look_back
from everychild.measure.due import Ahead
from everychild.measure.figure import Figure
from everychild.month_end import month_before, open_edition, with_decisions
from everychild.narrative.offers import KnownNumbers
from everychild.reconciled import Reconciled
from everychild.reconciliation.summary import Summary
from everychild.store.home import Home
from everychild.web.addresses import Place
from everychild.web.presenters.messages import no_such_edition, no_such_look_back, no_such_month
from everychild.web.refusals import NoSuchPage

EDITIONS_KEPT = 4
LOOK_BACKS_KEPT = 2
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

    sparks: dict[str, str] = field(default_factory=dict)
    """Small pictures drawn so far, by reference."""

    ahead: dict[str, Ahead | None] = field(default_factory=dict)
    """What falls due, by reference, as far as it has been asked."""

    is_looked_back: bool = False
    """Whether it is a month as it was known on a day, which nobody closed and nobody decides on."""

    late: dict[str, Late | None] = field(default_factory=dict)
    """The months as they were first told, likewise."""

    forecasts: list[Mapping[str, Forecast]] = field(default_factory=list)
    """What was foretold, once it has been read; empty until then, and while nothing is kept."""

    checks: list[Checks] = field(default_factory=list)
    """What quality rules found, once it has been read or worked out."""

    sources: list[Summary] = field(default_factory=list)
    """How the sources it rests on differ, once it has been read or worked out."""

    differences: list[Reconciled] = field(default_factory=list)
    """The same child by child, once somebody who may see them has asked."""

    doubts: list[Doubts] = field(default_factory=list)
    """What was asked about the rows, once it has been."""

    numbers: list[KnownNumbers] = field(default_factory=list)
    """Every number of it that somebody may have typed, once gathered. What people decide of its list is no number."""


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


def ask(home: Home, month: str, edition: str | None, known: str | None = None) -> Asked:
    """The edition of an address, or what was known on a day. Raises NoSuchPage, which says what there is instead."""
    months = closed_months()
    try:
        asked = Month.of(month)
    except ValueError:
        raise NoSuchPage(no_such_month(month, months)) from None
    if known is not None:
        return _ask_back(home, asked, edition, known, months)
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


def _ask_back(home: Home, month: Month, number: str | None, known: str, months: tuple[Month, ...]) -> Asked:
    """The month as it was known on a day, if somebody has had it worked out."""
    try:
        day = date.fromisoformat(known)
    except ValueError:
        raise NoSuchPage(no_such_look_back(month, None)) from None
    newest = look_backs.newest(month, day)
    if newest is None:
        raise NoSuchPage(no_such_look_back(month, day))
    wanted = _number(number)
    kept = newest if wanted is None else look_backs.numbered(month, day, wanted)
    if kept is None or (number and wanted is None):
        raise NoSuchPage(no_such_look_back(month, day, newest.number))
    with _one_at_a_time:
        opened = _read_back(home, month, day, kept.number, kept.fingerprint)
    return Asked(Place(month, wanted, day), opened, months, newest.number)


@until_a_deletion(at_most=LOOK_BACKS_KEPT)
def _read_back(home: Home, month: Month, known_on: date, number: int, fingerprint: str) -> Opened:
    kept = look_backs.numbered(month, known_on, number)
    assert kept is not None, "asked for a moment ago, and nothing takes one out"
    edition, figures = open_look_back(home, kept)
    assert edition.fingerprint == fingerprint
    made_on = timezone.localdate(kept.made_at)
    return Opened(number, made_on, edition, figures, month_before(edition, figures), is_looked_back=True)


@until_a_deletion(at_most=EDITIONS_KEPT)
def _read(home: Home, month: Month, number: int, closed_on: date, fingerprint: str) -> Opened:
    """Kept by fingerprint: an edition never changes. What people decide of it does, and is added for each page; what
    pages tell of the rows behind it is kept with it, and does by a deletion.
    """
    found = open_edition(home, month, number)
    assert found is not None, f"{month}, edition {number}, is in the journal and cannot be opened"
    edition, figures = found
    assert edition.fingerprint == fingerprint
    return Opened(number, closed_on, edition, figures, month_before(edition, figures))


def _number(edition: str | None) -> int | None:
    return int(edition) if edition and edition.isdecimal() and len(edition) < 6 else None
