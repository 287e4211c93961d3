"""What a page tells beyond its edition’s figures: as it is kept beside the edition, or worked out when it is asked.

Once read or worked out it stays in memory with the edition.
"""

from __future__ import annotations

from threading import Lock

from everychild.ahead import ahead
from everychild.checked import Checks, Outcome, checks
from everychild.doubts import Doubts, doubts
from everychild.judgement.forecast import Forecast
from everychild.judgement.judged import Judged
from everychild.late import Late, late
from everychild.looked_round import ahead_kept, checks_kept, forecasts_kept, late_kept, sources_kept
from everychild.measure.due import Ahead
from everychild.narrative.offers import KnownNumbers
from everychild.reconciled import Reconciled, reconciled_of
from everychild.reconciliation.summary import Summary
from everychild.store.home import Home
from everychild.web.editions import Opened

_one_at_a_time = Lock()


def known_ahead(home: Home, opened: Opened, ref: str) -> Ahead | None:
    """What falls due for an indicator in the four weeks after the edition’s month; None where that is not known."""
    if ref not in opened.ahead:
        kept = ahead_kept(home, opened.edition)
        opened.ahead.update(ahead(home, opened.edition, [ref]) if kept is None else kept)
        everybody = [ref] if kept is None else [item.ref for item in opened.edition.indicators]
        opened.ahead.update({each: None for each in everybody if each not in opened.ahead})
    return opened.ahead[ref]


def first_told(home: Home, opened: Opened, item: Judged) -> Late | None:
    """A timed indicator’s months as they were first told; None of another, or where it was never supplied."""
    if item.clock is None:
        return None
    if item.ref not in opened.late:
        kept = late_kept(home, opened.edition)
        opened.late.update(late(home, opened.edition, [item.ref]) if kept is None else kept)
        everybody = [item.ref] if kept is None else [each.ref for each in opened.edition.indicators]
        opened.late.update({each: None for each in everybody if each not in opened.late})
    return opened.late[item.ref]


def foretold(home: Home, opened: Opened, ref: str) -> tuple[Forecast | None, bool]:
    """The forecast of an indicator, if there is one; and whether forecasts are kept beside the edition.

    None is ever worked out for a page: it takes a good part of a second.
    """
    if not opened.forecasts:
        kept = forecasts_kept(home, opened.edition)
        if kept is None:
            return None, False
        opened.forecasts.append(kept)
    return opened.forecasts[0].get(ref), True


def known_numbers(opened: Opened) -> KnownNumbers:
    """Every number an edition tells, to hold typed ones against: gathered once, since there are tens of thousands."""
    with _one_at_a_time:
        if not opened.numbers:
            opened.numbers.append(KnownNumbers(opened.edition))
        return opened.numbers[0]


def in_doubt(home: Home, opened: Opened) -> Doubts:
    """What was asked about the rows behind an edition. It takes a second or two, so two readers do not ask at once."""
    with _one_at_a_time:
        if not opened.doubts:
            opened.doubts.append(doubts(home, opened.edition))
        return opened.doubts[0]


def rules_asked(home: Home, opened: Opened) -> Checks:
    """What quality rules found, as it is kept beside the edition; worked out, in some seconds, where nothing is."""
    with _one_at_a_time:
        if not opened.checks:
            opened.checks.append(checks_kept(home, opened.edition) or checks(home, opened.edition))
        return opened.checks[0]


def sources_compared(home: Home, opened: Opened) -> Summary:
    """How the sources differ, as it is kept beside the edition; worked out, in some seconds, where nothing is."""
    with _one_at_a_time:
        if not opened.sources:
            kept = sources_kept(home, opened.edition)
            opened.sources.append(kept or reconciled_of(home, opened.edition).summary)
        return opened.sources[0]


def differences_between_sources(home: Home, opened: Opened) -> Reconciled:
    """The same child by child, for those who may see them; kept nowhere but in memory."""
    with _one_at_a_time:
        if not opened.differences:
            opened.differences.append(reconciled_of(home, opened.edition))
        return opened.differences[0]


def sources_if_known(home: Home, opened: Opened) -> Summary | None:
    """The same where it is known already: nothing is worked out to tell it."""
    if not opened.sources:
        kept = sources_kept(home, opened.edition)
        if kept is None:
            return None
        opened.sources.append(kept)
    return opened.sources[0]


def rules_failed(home: Home, opened: Opened) -> int:
    """How many rules could not be run when the month was looked round; nothing is worked out to tell it."""
    if not opened.checks:
        kept = checks_kept(home, opened.edition)
        if kept is None:
            return 0
        opened.checks.append(kept)
    return opened.checks[0].of(Outcome.FAILED)
