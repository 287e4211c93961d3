"""What a page tells beyond its edition’s figures, worked out when it is first asked and kept in memory with them."""

from __future__ import annotations

from everychild.ahead import ahead
from everychild.judgement.judged import Judged
from everychild.late import Late, late
from everychild.measure.due import Ahead
from everychild.store.home import Home
from everychild.web.editions import Opened


def known_ahead(home: Home, opened: Opened, ref: str) -> Ahead | None:
    """What falls due for an indicator in the four weeks after the edition’s month; None where that is not known."""
    if ref not in opened.ahead:
        opened.ahead[ref] = ahead(home, opened.edition, [ref]).get(ref)
    return opened.ahead[ref]


def first_told(home: Home, opened: Opened, item: Judged) -> Late | None:
    """A timed indicator’s months as they were first told; None of another, or where it was never supplied."""
    if item.clock is None:
        return None
    if item.ref not in opened.late:
        opened.late[item.ref] = late(home, opened.edition, [item.ref]).get(item.ref)
    return opened.late[item.ref]
