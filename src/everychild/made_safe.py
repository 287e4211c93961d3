"""A month made safe to tell: rounded, attacked with every earlier release at hand, mended, held against truth."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from everychild import wording
from everychild.auditor import Audit, Finding, Offer, audit, lengthened, mended, read_published
from everychild.auditor.audit import FEWEST_POSSIBLE, LARGEST, Memory
from everychild.auditor.published import Published as Read
from everychild.calendar import Month, months_to
from everychild.disclosure import open_data
from everychild.disclosure.longer import offers
from everychild.disclosure.released import Cell, ReleasedEdition, release
from everychild.disclosure.rounding import Told
from everychild.errors import EverychildError, NothingSupplied
from everychild.journal import ledger, public_releases
from everychild.measure.figure import Figure, Window
from everychild.month_end import MONTHS_SHOWN, clocks_of, open_edition
from everychild.store.home import Home

if TYPE_CHECKING:
    from everychild.journal.models import Edition

SENTENCES_TOLD = 10

Row = tuple[str, Window, Month]
Progress = Callable[[str], None]


class WouldTellTooMuch(EverychildError):
    """A release that could be undone, and that holding numbers back one by one did not mend."""


@dataclass(frozen=True)
class Safe:
    """What may be told, what the attack came to, what is held back and what could have been learned with it."""

    released: ReleasedEdition
    audit: Audit
    held_back: tuple[Row, ...]
    learned: tuple[Finding, ...]
    together: tuple[Row, ...] = ()
    """Longer times told where one month would be small numbers."""


def made_safe(home: Home, month: Month, tell: Progress) -> tuple[Edition, Safe, int]:
    """The month’s newest edition rounded, attacked with every earlier release at hand, and mended; and how many."""
    kept, opened = ledger.newest_edition(month), open_edition(home, month)
    if kept is None or opened is None:
        raise NothingSupplied(
            f"{month} has not been closed, so there is nothing to publish. First: everychild close {month}"
        )
    edition, figures = opened
    earlier = [read_published(public_releases.folder_of(home, one.number)) for one in public_releases.every()]
    tell("rounding, and attacking what would be told")
    months, clocks = months_to(month, MONTHS_SHOWN), clocks_of(edition.council)

    def rounded(held_back: Iterable[Row], together: Iterable[Row]) -> ReleasedEdition:
        return release(edition, figures, clocks, months, tuple(held_back), tuple(together))

    done = _audited(rounded, lambda released: offers(released, figures), earlier, tell)
    _refuse_untruths(done.released, figures)
    return kept, done, len(earlier)


def checked(audited: Audit, earlier: int) -> str:
    """What the audit came to, as the site tells it."""
    others = f", with {wording.count(earlier, 'earlier release')} at hand" if earlier else ""
    return (
        f"Before they were published, a program that knows only what is told here tried to work out "
        f"{audited.asked:,} hidden numbers{others}: counts, those left over, and changes from month to month. "
        f"None from 1 to {LARGEST} could be narrowed to fewer than {wording.in_words(FEWEST_POSSIBLE)} possible values."
    )


def _audited(
    rounded: Callable[[Iterable[Row], Iterable[Row]], ReleasedEdition],
    offered: Callable[[ReleasedEdition], Mapping[str, Sequence[Cell]]],
    earlier: Sequence[Read],
    tell: Progress,
) -> Safe:
    """Holds back the rows that tell too much, and tells longer times where a month cannot be told.

    The last word is an audit of the very files that are written.
    """
    memory: Memory = {}
    found = mended(_as_read(rounded((), ())), earlier, memory)
    held_back = tuple((ref, Window(window), Month.of(as_at)) for ref, window, as_at in found.taken_out)
    together: tuple[Row, ...] = ()
    if found.audit.is_safe:
        tell("trying longer times where one month would be small numbers, and attacking again")
        together = _together(rounded, held_back, offered(rounded(held_back, ())), earlier, memory)
    released = rounded(held_back, together)
    last = audit(_as_read(released), earlier, memory)
    if last.is_safe:
        return Safe(released, last, held_back, found.learned, together)
    sentences = "\n".join(finding.sentence for finding in last.findings[:SENTENCES_TOLD])
    titles = wording.listed(sorted({f"“{finding.title}”" for finding in last.findings}))
    raise WouldTellTooMuch(
        f"This release was not written: numbers could be worked out that are too small to tell.\n{sentences}\n"
        f"What would put it right: leave out {titles} ([release] leave_out in council.toml, by reference), or publish "
        "a later month."
    )


def _together(
    rounded: Callable[[Iterable[Row], Iterable[Row]], ReleasedEdition],
    held_back: tuple[Row, ...],
    offered: Mapping[str, Sequence[Cell]],
    earlier: Sequence[Read],
    memory: Memory,
) -> tuple[Row, ...]:
    """Of each measure’s longer times the first with which nothing can be learned."""
    every = {(ref, cell.window.value, str(cell.as_at)): cell.key for ref, cells in offered.items() for cell in cells}
    safe = _as_read(rounded(held_back, ()))
    rows = {(row.ref, row.window, row.as_at): row for row in _as_read(rounded(held_back, every.values())).cells}
    ladders = [
        Offer(tuple(rows[cell.indicator.ref, cell.window.value, str(cell.as_at)] for cell in cells))
        for cells in offered.values()
    ]
    told, _ = lengthened(safe, ladders, earlier, memory)
    added = {(row.ref, row.window, row.as_at) for row in told.cells}
    return tuple(key for name, key in every.items() if name in added)


def _as_read(released: ReleasedEdition) -> Read:
    """The release as anybody will read it: from its files."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, content in open_data.files(released).items():
            (place / name).write_bytes(content)
        return read_published(place)


def _refuse_untruths(released: ReleasedEdition, figures: Iterable[Figure]) -> None:
    """Each number must lie in what it is told to lie in: a release is checked for truth as well as for secrecy."""
    exact = {(figure.ref, figure.window, figure.as_at): figure for figure in figures if figure.breakdown is None}
    for cell in released.cells:
        figure = exact[cell.key]
        counted = None if cell.indicator.is_average else figure.numerator
        if not _holds(cell.met, counted, cell) or not _holds(cell.considered, figure.denominator, cell):
            raise EverychildError(
                f"{cell.indicator.ref} for {cell.as_at} would be told wrongly, so nothing was written. This is a fault "
                "in Everychild: please report it."
            )


def _holds(told: Told | None, number: int | None, cell: Cell) -> bool:
    if told is None or cell.absent is not None:
        return True
    return told.least <= (number or 0) <= told.most


def silently(step: str) -> None:
    """Where nobody watches."""
