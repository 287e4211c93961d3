"""What is held of one child, and who saw it: for whoever answers the child’s own question, or somebody’s for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from everychild.behind import children_behind
from everychild.calendar import Month
from everychild.errors import EverychildError, UnknownReference
from everychild.journal import audit, deletions, holds, ledger, old_words
from everychild.journal.audit import Entry
from everychild.journal.reasons import REASONS
from everychild.measure.lineage import FILE_BITS, ROW_BITS, SHEET_BITS
from everychild.records import BY_NAME
from everychild.safekeeping.of_child import child_named, file_tells_of, lists_of
from everychild.store.home import Home

SOURCE = "source_ref"
OF_A_FIGURE = ("children opened", "rows behind opened")
OF_A_TEAM = "worklist opened"
OF_ANYBODY = (
    "differences between sources opened",
    "rows moved opened",
    "recording gaps opened",
    "tables of records written",
    "Annex A written",
    "rows that break quality rules opened",
)
EVERY_TEAM = "every team"

Progress = Callable[[str], None]


class How(StrEnum):
    """How the child stood in what somebody saw."""

    NAMED = "the child’s own record"
    IN_THE_LIST = "a list the child is in"
    THEIR_TEAM = "a list of a team or worker that had the child"
    MAY_BE = "a list any child may have been in"
    PURGED_SINCE = "a list the child may have been in, of which rows have been purged since"


@dataclass(frozen=True)
class RowHeld:
    """One row of one list, as it is held: where it came from, and what it says of the child."""

    record: str
    file: str
    sheet: str
    row: int
    extracted_on: date
    received_at: datetime
    values: Mapping[str, str]


@dataclass(frozen=True)
class FileHeld:
    """A file as it came that has the child’s number in it, or something like it."""

    name: str
    extracted_on: date
    received_at: datetime


@dataclass(frozen=True)
class SeenBy:
    """Somebody who saw the child’s row, or a list with the child in it."""

    entry: Entry
    how: How


@dataclass(frozen=True)
class HeldOfChild:
    """Everything that is held of a child."""

    rows: tuple[RowHeld, ...]
    files: tuple[FileHeld, ...]
    reasons: tuple[tuple[datetime, str, str, str], ...]
    """When a reason for late work was given, by whom, for which measure and what it was."""

    seen_by: tuple[SeenBy, ...]
    holds: tuple[int, ...]
    written: Mapping[str, int]


def held_of_child(home: Home, child_id: str, progress: Progress | None = None) -> HeldOfChild:
    """Raises UnknownReference where nothing is held of such a child."""
    tell, child = progress or _silently, child_named(home, child_id)
    rows, known_since, groups = [], None, set()
    for extract in ledger.visible_extracts(None):
        tell(f"the extract of {extract.extracted_on}")
        for one in lists_of(home, extract, child):
            known_since = min(known_since or extract.received_at, extract.received_at)
            told = one.rows.to_pylist()
            top = extract.pk << FILE_BITS + SHEET_BITS + ROW_BITS
            placed = ledger.places([top | row[SOURCE] for row in told])
            groups |= {str(row[name]) for row in told for name in ("team", "worker_id") if row.get(name)}
            columns = BY_NAME[one.item.record].column_names
            rows += [
                RowHeld(
                    one.item.record,
                    place.file,
                    place.sheet,
                    place.row,
                    extract.extracted_on,
                    extract.received_at,
                    {name: str(row[name]) for name in columns if row.get(name) is not None},
                )
                for row, place in zip(told, placed, strict=True)
            ]
    files = tuple(
        FileHeld(file.name, extract.extracted_on, extract.received_at)
        for file, extract in deletions.received_files()
        if file_tells_of(home, file.sha256, child)
    )
    reasons = tuple(
        (row.at, row.who, row.ref, REASONS[row.code]) for name in child.all for row in old_words.reasons_of(name)
    )
    named = frozenset(row.pk for name in child.all for row in old_words.named_in_audit(name))
    if not rows and not files and not reasons and not named:
        raise UnknownReference("Nothing is held of a child by that number. Give it as the case system does.")
    purged = deletions.lists_purged()
    looking = _Looking(home, child.references, named, known_since, frozenset(groups), purged, {})
    tell("who saw it")
    seen = [SeenBy(entry, how) for entry in reversed(audit.entries()) if (how := looking.how(entry)) is not None]
    standing = tuple(hold.number for hold in holds.standing() if hold.child_id in ("", *child.all))
    written: Counter[str] = Counter()
    for name in child.all:
        written.update(old_words.written_of_child(name))
    return HeldOfChild(tuple(rows), files, reasons, tuple(seen), standing, dict(written))


@dataclass(frozen=True)
class _Looking:
    """What is asked of each row of who did and saw what."""

    home: Home
    references: frozenset[str]
    named: frozenset[int]
    known_since: datetime | None
    groups: frozenset[str]
    purged: tuple[tuple[datetime, datetime], ...]
    """Since when and until when there were lists that are gone, by which nobody can tell any more who was in them."""

    lists: dict[tuple[str, str, date], How | None]

    def how(self, entry: Entry) -> How | None:
        if entry.number in self.named:
            return How.NAMED
        if entry.action not in (*OF_A_FIGURE, OF_A_TEAM, *OF_ANYBODY):
            return None
        found = self._by_what_is_held(entry)
        rests_on_purged = any(received_at <= entry.at < gone_at for received_at, gone_at in self.purged)
        return How.PURGED_SINCE if found is None and rests_on_purged else found

    def _by_what_is_held(self, entry: Entry) -> How | None:
        if self.known_since is None or entry.at < self.known_since:
            return None  # nothing was held of the child yet
        if entry.action in OF_A_FIGURE:
            return self._in_the_list(entry)
        if entry.action == OF_A_TEAM:
            asked = set(entry.about.split(", "))
            return How.THEIR_TEAM if asked & {*self.groups, EVERY_TEAM} else None
        return How.MAY_BE

    def _in_the_list(self, entry: Entry) -> How | None:
        """Whether the rows behind a figure, as they were known then, are this child’s too: they are looked up again."""
        ref, _, month = entry.about.partition(", ")
        known = max(one.extracted_on for one in ledger.visible_extracts(None) if one.received_at <= entry.at)
        asked = (ref, month, known)
        if asked not in self.lists:
            try:
                rows = children_behind(self.home, ref, Month.of(month), known, None)
                self.lists[asked] = How.IN_THE_LIST if any(row.child_id in self.references for row in rows) else None
            except (EverychildError, ValueError):
                self.lists[asked] = How.MAY_BE  # its rows can no longer be told
        return self.lists[asked]


def _silently(step: str) -> None:
    """Where nobody watches."""
