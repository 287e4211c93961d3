"""The figures a what-if on workers rests on, as an edition knows them."""

from __future__ import annotations

from everychild import month_end
from everychild.ahead import ahead
from everychild.errors import NothingSupplied
from everychild.journal import ledger
from everychild.judgement.judged import JudgedEdition
from everychild.judgement.what_if import Answer, Held, caseload_if, visits_if
from everychild.store.home import Home

VISITS = ("CP22", "CN03", "CC09")
"""Visits to children on a plan, in need and in care."""

CASE_WORKERS = "WF01"


def what_if_caseload(home: Home, edition: JudgedEdition, more_workers: int) -> Answer:
    """The caseload with more workers or fewer, from the newest list of caseloads by the month's end.

    Raises NothingSupplied where there is none.
    """
    seen = ledger.extracts_of(edition.as_at, edition.fingerprint) or month_end.extracts_seen(edition.known_on)
    with month_end.engine_over(home, edition.council, edition.as_at, seen) as engine:
        row = engine.caseload_held(edition.as_at.last_day)
    if row is None:
        raise NothingSupplied(
            f"No extract tells by {edition.as_at.last_day} what each worker holds and how much of a week they work. "
            "Load the local extract of caseloads."
        )
    return caseload_if(Held(*row), more_workers)


def what_if_visits(home: Home, edition: JudgedEdition, away: int, *, in_school_holidays: bool) -> Answer:
    """Visits known to fall due in the next four weeks for the worker-days there are, with some workers away.

    Raises NothingSupplied where the case workers are not known.
    """
    workers = edition.by_ref(CASE_WORKERS)
    if workers is None or workers.figure.denominator is None:
        raise NothingSupplied(f"No extract tells who holds children at {edition.as_at.last_day}. Load the allocations.")
    seen = ledger.extracts_of(edition.as_at, edition.fingerprint) or month_end.extracts_seen(edition.known_on)
    known = ahead(home, edition, VISITS)
    titles = {item.ref: item.title for item in edition.indicators}
    return visits_if(
        known, titles, workers.figure.denominator, away, month_end.calendar_of(home, seen),
        in_school_holidays=in_school_holidays,
    )  # fmt: skip
