"""What the schedule says is due to be deleted on a day, what a hold keeps back, and what is held and not yet due."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from everychild.calendar import Month, add_months
from everychild.council import read_council
from everychild.journal import deletions, holds, ledger, old_words
from everychild.journal.deletions import ACCOUNT, LIST, RECEIVED, Gone
from everychild.journal.holds import Hold
from everychild.layouts.ssda903.document import RETURN as THE_RETURN
from everychild.month_end import catalogue_of
from everychild.safekeeping.key_ring import KeyRing, read_ring
from everychild.safekeeping.of_child import Named, child_named, file_tells_of, lists_tell_of
from everychild.safekeeping.schedule import Kept, Line, schedule_of
from everychild.store.home import Home
from everychild.store.references import RECORD as REFERENCES
from everychild.store.seen_back import SeesLess, see_less

if TYPE_CHECKING:
    from everychild.journal.models import Extract, SourceFile

WORDS = {
    Kept.REASONS: old_words.REASONS,
    Kept.AUDIT: old_words.AUDIT,
    Kept.WORK: old_words.WORK,
    Kept.ASKED: old_words.ASKED,
}
"""Lines of the schedule that are rows of the journal."""


@dataclass(frozen=True)
class Standing:
    """How one line stands: how many are due now, are due and kept by a hold, are not due; and the oldest."""

    line: Line
    due: int
    on_hold: int
    not_due: int
    oldest: date | None


@dataclass(frozen=True)
class Plan:
    """What a purge on a day would take. `key` names exactly this, so that what was looked at is what is done."""

    on: date
    standing: tuple[Standing, ...]
    files: tuple[Gone, ...]
    words: Mapping[str, datetime]
    rows: Mapping[str, int]
    backups_before: datetime | None
    backups: int
    holds: tuple[Hold, ...]
    key: str
    see_less: tuple[SeesLess, ...] = ()
    """Indicators that will look back over less, once it is done."""

    @property
    def is_empty(self) -> bool:
        return not self.files and not any(self.rows.values()) and not self.backups


_Held = Named | None
"""What a hold covers: a child, or with none everything."""


@dataclass
class _Found:
    standing: list[Standing] = field(default_factory=list)
    files: list[Gone] = field(default_factory=list)
    words: dict[str, datetime] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    backups_before: datetime | None = None
    backups: int = 0


def plan(home: Home, on: date) -> Plan:
    """What is due on that day, with what holds keep back. Changes nothing."""
    standing = holds.standing()
    stand = [None if hold.covers_everything else child_named(home, hold.child_id, for_a_hold=True) for hold in standing]
    found = _Found()
    lines = {line.kept: line for line in schedule_of(home)}
    for kept, line in lines.items():
        if kept in (Kept.RECEIVED, Kept.RETURNS):
            _received(home, line, on, stand, found)
        elif kept is Kept.RECORDS:
            _records(home, line, on, stand, found)
        elif kept in WORDS:
            _words(line, on, stand, found)
        elif kept is Kept.BACKUPS:
            _backups(line, on, stand, found, read_ring(home))
        else:
            found.standing.append(Standing(line, 0, 0, len(ledger.closed_months()), None))
    key = _key(found)
    return Plan(
        on,
        tuple(found.standing),
        tuple(found.files),
        found.words,
        found.rows,
        found.backups_before,
        found.backups,
        standing,
        key,
        _see_less(home, found.files),
    )


def _key(found: _Found) -> str:
    said = [
        sorted((file.extract, file.path) for file in found.files),
        sorted(found.rows.items()),
        sorted((name, day.isoformat()) for name, day in found.words.items()),
        found.backups,
    ]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:8]


def _see_less(home: Home, going: Sequence[Gone]) -> tuple[SeesLess, ...]:
    """What the next closing would tell of a shorter past, with these files gone."""
    paths = {file.path for file in going if file.kind == LIST}
    if not paths:
        return ()
    now = ledger.kept_lists(ledger.visible_extracts(None))
    then = [item for item in now if f"extracts/{item.path}" not in paths]
    newest = Month.of(max(item.extracted_on for item in now)) - 1
    return see_less(catalogue_of(read_council(home.settings)), now, then, newest)


def first_kept(line: Line, on: date) -> date:
    """The first day whose things are still kept: everything of an earlier day is due."""
    assert line.months is not None, f"{line.kept} is kept for good"
    return add_months(on, -line.months)


def _received(home: Home, line: Line, on: date, stand: Sequence[_Held], found: _Found) -> None:
    held: list[tuple[date, SourceFile, Extract]] = []
    for file, extract in deletions.received_files():
        is_return = file.format == THE_RETURN.name
        if is_return is (line.kept is Kept.RETURNS):
            held.append((extract.extracted_on if is_return else extract.received_at.date(), file, extract))
    due = [(file, extract) for day, file, extract in held if day < first_kept(line, on)]
    free, paths = [], set()
    for file, extract in due:
        if _file_on_hold(home, file, extract, stand):
            continue
        free.append(file)
        path = f"raw/{file.sha256}"
        if (extract.pk, path) not in paths:  # a file may stand twice in one extract, under two names
            paths.add((extract.pk, path))
            found.files.append(Gone(extract.sha256, RECEIVED, path, file.sha256))
    oldest = min((day for day, _, _ in held), default=None)
    found.standing.append(Standing(line, len(free), len(due) - len(free), len(held) - len(due), oldest))


def _file_on_hold(home: Home, file: SourceFile, extract: Extract, stand: Sequence[_Held]) -> bool:
    return any(
        child is None or lists_tell_of(home, extract, child) or file_tells_of(home, file.sha256, child)
        for child in stand
    )


def _records(home: Home, line: Line, on: date, stand: Sequence[_Held], found: _Found) -> None:
    every = ledger.visible_extracts(None)
    gone = deletions.accounts_gone()
    held = [extract for extract in every if extract.pk not in gone]
    newest = max((extract.extracted_on for extract in every), default=None)
    due = [one for one in held if one.extracted_on < first_kept(line, on) and one.extracted_on != newest]
    free = [one for one in due if not any(child is None or lists_tell_of(home, one, child) for child in stand)]
    for extract in free:
        found.files += _files_of(extract)
    oldest = min((one.extracted_on for one in held), default=None)
    found.standing.append(Standing(line, len(free), len(due) - len(free), len(held) - len(due), oldest))


def _files_of(extract: Extract) -> Iterator[Gone]:
    """The lists of an extract as they stand, and its account. The calendar it was kept with tells of nobody; which
    references are one child’s holds of newer extracts too, and stays."""
    lists = [item for item in extract.lists.all() if item.record != REFERENCES]
    for now in deletions.lists_now(lists).values():
        yield Gone(extract.sha256, LIST, f"extracts/{now.path}", now.sha256)
    yield Gone(extract.sha256, ACCOUNT, f"extracts/{extract.sha256}/faults.json", extract.faults_sha256)


def _words(line: Line, on: date, stand: Sequence[_Held], found: _Found) -> None:
    """Under any hold nothing of the journal goes: that a list was opened does not tell who was in it."""
    kind, before = WORDS[line.kept], _moment(first_kept(line, on))
    due, every = old_words.rows_before(kind, before), old_words.rows_before(kind, _moment(date.max))
    free = 0 if stand else due
    if free:
        found.words[kind] = before
        found.rows[kind] = free
    oldest = old_words.oldest(kind)
    found.standing.append(Standing(line, free, due - free, every - due, oldest.date() if oldest else None))


def _backups(line: Line, on: date, stand: Sequence[_Held], found: _Found, ring: KeyRing) -> None:
    """Under any hold every backup can still be opened."""
    before = _moment(first_kept(line, on))
    made = [backup.made_at for backup in ring.backups.values()]
    due = sum(1 for at in made if at < before)
    free = 0 if stand else due
    if free:
        found.backups_before, found.backups = before, free
    oldest = min((at.date() for at in made), default=None)
    found.standing.append(Standing(line, free, due - free, len(made) - due, oldest))


def _moment(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
