"""What lay ahead of an edition, what came late, what rules find, how sources differ, what may follow: kept once.

All of it follows from the extracts the edition names, so it may be worked out at any time after the month is closed and
says the same; what was kept first stands, whatever later software would say. It is kept apart from closing because
looking back counts the month once more for every month looked back at, and a forecast is fitted a dozen times.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from fractions import Fraction

import msgspec

from everychild.ahead import ahead, how_to_look
from everychild.checked import Checks, checks
from everychild.errors import NothingSupplied
from everychild.journal import beside
from everychild.judgement.forecast import Forecast, forecast, is_installed
from everychild.judgement.judged import JudgedEdition
from everychild.late import Late, late
from everychild.measure.due import Ahead
from everychild.reconciled import reconciled_of
from everychild.reconciliation.summary import Summary
from everychild.store.beside import freeze_beside, thaw_beside
from everychild.store.home import Home
from everychild.store.software import made_by

AHEAD, LATE, CHECKS, SOURCES, FORECASTS = "ahead", "late", "checks", "sources", "forecasts"

Say = Callable[[str], None]


def look_round(home: Home, edition: JudgedEdition, at: datetime, say: Say | None = None) -> tuple[str, ...]:
    """Works out and keeps whatever is not kept yet; gives the kinds that were added, the quickest first.

    Forecasts are left for another time where their library is not installed.
    """
    tell, added = say or _silently, []
    if ahead_kept(home, edition) is None:
        tell("What falls due in four weeks")
        refs = [item.ref for item in edition.indicators if how_to_look(item.indicator) is not None]
        _keep(home, edition, AHEAD, ahead(home, edition, refs), at)
        added.append(AHEAD)
    if late_kept(home, edition) is None:
        tell("What was written up late")
        refs = [item.ref for item in edition.indicators if item.clock is not None or item.is_flagged]
        _keep(home, edition, LATE, late(home, edition, refs), at)
        added.append(LATE)
    if checks_kept(home, edition) is None:
        tell("What quality rules find")
        _keep(home, edition, CHECKS, checks(home, edition), at)
        added.append(CHECKS)
    if sources_kept(home, edition) is None:
        tell("What two sources tell otherwise")
        _keep(home, edition, SOURCES, reconciled_of(home, edition).summary, at)
        added.append(SOURCES)
    if is_installed() and forecasts_kept(home, edition) is None:
        _keep(home, edition, FORECASTS, _forecasts(edition, tell), at)
        added.append(FORECASTS)
    return tuple(added)


def ahead_kept(home: Home, edition: JudgedEdition) -> Mapping[str, Ahead] | None:
    """What fell due after the edition’s month, by reference, as it was kept; None where it is not kept."""
    told = _kept(home, edition, AHEAD)
    return None if told is None else msgspec.json.decode(told, type=dict[str, Ahead], dec_hook=_from_text)


def late_kept(home: Home, edition: JudgedEdition) -> Mapping[str, Late] | None:
    """How its months were first told, likewise."""
    told = _kept(home, edition, LATE)
    return None if told is None else msgspec.json.decode(told, type=dict[str, Late], dec_hook=_from_text)


def checks_kept(home: Home, edition: JudgedEdition) -> Checks | None:
    """What quality rules found in the extracts it rests on, likewise; no child is named in it."""
    told = _kept(home, edition, CHECKS)
    return None if told is None else msgspec.json.decode(told, type=Checks)


def sources_kept(home: Home, edition: JudgedEdition) -> Summary | None:
    """What the sources it rests on tell otherwise, in counts, likewise; no child is named in it."""
    told = _kept(home, edition, SOURCES)
    return None if told is None else msgspec.json.decode(told, type=Summary)


def forecasts_kept(home: Home, edition: JudgedEdition) -> Mapping[str, Forecast] | None:
    """What was foretold, likewise; an indicator of which nothing can be is not in it."""
    told = _kept(home, edition, FORECASTS)
    return None if told is None else msgspec.json.decode(told, type=dict[str, Forecast], dec_hook=_from_text)


def _forecasts(edition: JudgedEdition, tell: Say) -> Mapping[str, Forecast]:
    found = {}
    for number, item in enumerate(edition.indicators, 1):
        tell(f"Forecast {number} of {len(edition.indicators)}")
        try:
            found[item.ref] = forecast(item.indicator, item.history)
        except NothingSupplied:
            continue  # too short or never varying: the page says which, from the series itself
    return found


def _keep(home: Home, edition: JudgedEdition, kind: str, told: object, at: datetime) -> None:
    as_json = msgspec.json.encode(told, enc_hook=_as_text)
    path, sha256 = freeze_beside(home, edition.as_at, edition.fingerprint, kind, as_json)
    beside.record(edition.as_at, edition.fingerprint, kind, path, sha256, made_by(), at)


def _kept(home: Home, edition: JudgedEdition, kind: str) -> bytes | None:
    where = beside.found(edition.as_at, edition.fingerprint, kind)
    return None if where is None else thaw_beside(home, *where)


def _as_text(value: object) -> str:
    assert isinstance(value, Fraction), f"{type(value)} is kept in no form of its own"
    return str(value)


def _from_text(kind: type, text: object) -> Fraction:
    assert kind is Fraction, f"{kind} is kept in no form of its own"
    return Fraction(str(text))


def _silently(step: str) -> None:
    """Where nobody watches."""
