"""A load tried: which figures it would move, and how what it holds differs from last time. Nothing of it is kept."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from everychild.calendar import Month
from everychild.catalogue import CATALOGUE
from everychild.council import Council, council_from
from everychild.intake.reading import FileRead
from everychild.journal import ledger
from everychild.judgement.judged import Judged, JudgedEdition
from everychild.month_end import (
    Loaded,
    calendar_for,
    engine_of,
    every_rule_of,
    first_month_counted,
    judged_from,
    open_edition,
)
from everychild.store.extracts import WrittenExtract, write_extract
from everychild.store.home import Home
from everychild.store.renamed import children_of, renamed
from everychild.store.supply import KeptList

if TYPE_CHECKING:
    from everychild.journal.models import Extract

LOADS_COMPARED = 3
USUAL = 0.25
"""How far, of what the last loads held on average, a list may be longer or shorter before it is remarked upon."""


@dataclass(frozen=True)
class Move:
    """One indicator’s figure in a closed month, and what it would be."""

    was: Judged
    would_be: Judged


@dataclass(frozen=True)
class Moves:
    """What closing the newest closed month again would change; `next_month` where these files would allow another."""

    month: Month
    edition: int
    moved: tuple[Move, ...]
    would_come: tuple[str, ...]
    would_leave: tuple[str, ...]
    next_month: JudgedEdition | None


@dataclass(frozen=True)
class Difference:
    """One list, and the same list of the loads before. `usual` is the average of the last few; None where it is new."""

    record: str
    rows: int
    last_time: int | None
    usual: int | None
    children_new: int
    children_gone: int
    children_renamed: int = 0
    """Of those gone, how many seem to be among the new by another reference."""

    @property
    def is_unusual(self) -> bool:
        return self.usual is not None and abs(self.rows - self.usual) > USUAL * max(self.usual, 1)


@dataclass(frozen=True)
class Tried:
    """What a trial found beyond the account of its rows."""

    differences: tuple[Difference, ...]
    moves: Moves | None


def try_load(home: Home, loaded: Loaded) -> Tried | None:
    """For files read as a trial. None where there was nothing new in them; without `moves` before a month is closed."""
    if not loaded.files or loaded.extracted_on is None:
        return None
    seen = ledger.visible_extracts(None)
    with tempfile.TemporaryDirectory(dir=home.path, prefix=".trial-") as place:  # names children: never leaves the home
        aside = Home(Path(place))
        closed = ledger.closed_months()
        kept = ledger.newest_edition(closed[0]) if closed else None
        council = council_from(kept.settings if kept else home.settings.read_text(encoding="utf-8"))
        written = _set_aside(aside, (*loaded.files, *loaded.told_again), loaded, council)
        number = max((extract.pk for extract in seen), default=0) + 1
        lists = [
            replace(item, extract_no=number, path=str((aside.extracts / item.path).absolute()))
            for item in written.lists
        ]
        before = ledger.kept_lists(seen)
        differences = differences_between(home, lists, before)
        moves = _moves(home, closed[0], council, seen, (*before, *lists), loaded) if kept else None
    return Tried(differences, moves)


def differences_to_last_time(home: Home, extract: str) -> tuple[Difference, ...]:
    """The same of an extract that was kept, by its name."""
    seen = ledger.visible_extracts(None)
    own = [one for one in seen if one.sha256 == extract]
    others = [one for one in seen if own and one.pk < own[0].pk]
    return differences_between(home, ledger.kept_lists(own), ledger.kept_lists(others))


def differences_between(home: Home, lists: Sequence[KeptList], before: Sequence[KeptList]) -> tuple[Difference, ...]:
    """Record by record: rows beside those of the loads before, and children told of for the first time or no longer."""
    found = []
    for record in sorted({item.record for item in lists}):
        own = [item for item in lists if item.record == record]
        feeds = {item.feed for item in own}
        earlier = sorted(
            (item for item in before if item.record == record and item.feed in feeds),
            key=lambda item: (item.extracted_on, item.extract_no),
        )
        loads = list(dict.fromkeys(item.extract_no for item in reversed(earlier)))[:LOADS_COMPARED]
        rows = [sum(item.rows for item in earlier if item.extract_no == number) for number in loads]
        last = [item for item in earlier if loads and item.extract_no == loads[0]]
        now, then = children_of(_paths(home, own)), children_of(_paths(home, last))
        new, gone = (now - then, then - now) if last else (set(), set())
        found.append(
            Difference(
                record,
                sum(item.rows for item in own),
                rows[0] if rows else None,
                round(sum(rows) / len(rows)) if rows else None,
                len(new),
                len(gone),
                len(renamed(gone, new, _paths(home, last), _paths(home, own))),
            )
        )
    return tuple(found)


def _set_aside(aside: Home, files: Sequence[FileRead], loaded: Loaded, council: Council) -> WrittenExtract:
    assert loaded.extracted_on is not None, "asked above"
    aside.extracts.mkdir()
    return write_extract(aside, files, loaded.extracted_on, calendar_for(loaded.extracted_on, council))


def _paths(home: Home, lists: Sequence[KeptList]) -> list[Path]:
    return [home.extracts / item.path for item in lists]


def _moves(
    home: Home, month: Month, council: Council, seen: Sequence[Extract], lists: Sequence[KeptList], loaded: Loaded
) -> Moves:
    """By the settings the month was closed with, so that what moves is moved by the files alone."""
    assert loaded.extracted_on is not None, "asked above"
    opened = open_edition(home, month)
    kept = ledger.newest_edition(month)
    assert opened is not None, "it is in the journal"
    assert kept is not None, "it is in the journal"
    was, newest = opened[0], max(month, Month.of(loaded.extracted_on) - 1)
    known = max(loaded.extracted_on, was.known_on)
    calendar = calendar_for(known, council)
    with engine_of(home, council, newest, lists, calendar) as engine:
        figures = engine.figures(every_rule_of(CATALOGUE), first_month_counted(council, month))
    would = judged_from(council, month, known, "", figures, seen, home)
    then = {item.ref: item for item in was.indicators}
    flagged, would_be = ({area.area.name: area.area.title for area in one.areas} for one in (was, would))
    return Moves(
        month=month,
        edition=kept.number,
        moved=tuple(
            Move(then[item.ref], item)
            for item in would.indicators
            if item.ref in then and _told(then[item.ref]) != _told(item)
        ),
        would_come=tuple(title for name, title in would_be.items() if name not in flagged),
        would_leave=tuple(title for name, title in flagged.items() if name not in would_be),
        next_month=judged_from(council, newest, known, "", figures, seen, home) if newest > month else None,
    )


def _told(item: Judged) -> tuple[object, ...]:
    return item.figure.numerator, item.figure.denominator, item.figure.absent
