"""Erasing one child: every row, file and word that names the child, from the home and from every backup.

Closed months keep their figures: what is left in the child’s place is a tombstone, a deletion that says when, by whom,
why and how many rows, and never whose.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import PurePosixPath

import pyarrow.parquet as pq

from everychild.errors import NotAllowed, UnknownReference
from everychild.journal import audit, deletions, holds, ledger, old_words
from everychild.journal.deletions import LIST, RECEIVED, Deleted, Gone, Kind
from everychild.journal.holds import require_name_and_reason
from everychild.journal.writing import one_at_a_time
from everychild.safekeeping.finishing import finish_deletions
from everychild.safekeeping.left_over import REWRITTEN, require_nothing_left_over
from everychild.safekeeping.of_child import ListOf, Named, child_named, file_tells_of, lists_of
from everychild.store.durable import write_durably
from everychild.store.home import Home


@dataclass(frozen=True)
class Held:
    """What is held of a child: lists and their rows, files as they came, rows of the journal that name the child.

    `written` are words people wrote with the number in them, which stand. `key` stands for exactly this.
    """

    lists: int
    rows: int
    files: int
    named: int
    written: dict[str, int]
    key: str


@dataclass(frozen=True)
class Erased:
    """What was erased: the tombstone’s number, what was held, and what a person should know besides."""

    number: int
    held: Held
    to_know: tuple[str, ...]


def look(home: Home, child_id: str) -> Held:
    """What an erasure would take. Changes nothing. Raises UnknownReference where nothing is held of such a child."""
    return _look(home, child_named(home, child_id))


def _look(home: Home, child: Named) -> Held:
    lists = [(one.now.path, one.rows.num_rows) for one in _lists(home, child)]
    files = _files(home, child)
    named = sum(len(old_words.named_in_audit(name)) + len(old_words.reasons_of(name)) for name in child.all)
    if not lists and not files and not named:
        raise UnknownReference("Nothing is held of a child by that number. Give it as the case system does.")
    said = [child.all, sorted(lists), sorted(file.path for file in files), named]
    key = hashlib.sha256(json.dumps(said).encode()).hexdigest()[:8]
    rows = sum(rows for _, rows in lists)
    written: Counter[str] = Counter()
    for name in child.all:
        written.update(old_words.written_of_child(name))
    return Held(len(lists), rows, len(files), named, dict(written), key)


def erase(home: Home, child_id: str, key: str, who: str, why: str, at: datetime) -> Erased:
    """Erases what `look` told of, if that is what `key` stands for. One commit, as a purge.

    Every backup made before can no longer be opened by anybody; a new one is made wherever backups are known to be.
    Raises SettingsError without a name or a reason; NotAllowed under a hold, or where more is held by now.
    """
    require_name_and_reason(who, why)
    child = child_named(home, child_id)
    if any(name in told for name in (child_id, *child.all) for told in (who, why)):
        raise NotAllowed("The reason stays for good, so it must not name the child. Say it without the number.")
    _refuse_under_a_hold(home, child)
    require_nothing_left_over(home, at)
    held = _look(home, child)
    if held.key != key:
        raise NotAllowed(
            f"What is held is not what {key!r} stands for. Nothing was erased. Look at `everychild erase` again, and "
            "confirm the key it gives."
        )
    known = _what_there_is()
    gone = (*_files(home, child), *(_rewritten(home, one) for one in _lists(home, child)))
    with one_at_a_time():
        _refuse_under_a_hold(home, child)
        if _what_there_is() != known:
            raise NotAllowed("Something was loaded or deleted meanwhile. Nothing was erased: look again.")
        if not all((home.path / file.next_path).is_file() for file in gone if file.next_path):
            raise NotAllowed("Somebody finished another deletion meanwhile. Nothing was erased: do it again.")
        told = {"rows": held.rows, "lists": held.lists}
        name = deletions.name_of(Kind.ERASURE, told, gone, who, at)
        number = deletions.record(Deleted(name, Kind.ERASURE, told, who.strip(), why.strip(), at, gone))
        for one in child.all:
            old_words.take_out_of_child(one, number)
        audit.record(at, who, "", "child erased", f"deletion {number}, {held.rows} rows", why)
    return Erased(number, held, finish_deletions(home, at))


def _refuse_under_a_hold(home: Home, child: Named) -> None:
    for hold in holds.standing():
        if hold.covers_everything or set(child_named(home, hold.child_id, for_a_hold=True).all) & set(child.all):
            raise NotAllowed(f"Hold {hold.number} stands, by {hold.who}: {hold.why} Nothing was erased.")


def _what_there_is() -> tuple[frozenset[int], frozenset[str]]:
    return frozenset(extract.pk for extract in ledger.visible_extracts(None)), deletions.names()


def _lists(home: Home, child: Named) -> Iterator[ListOf]:
    for extract in ledger.visible_extracts(None):
        yield from lists_of(home, extract, child)


def _files(home: Home, child: Named) -> tuple[Gone, ...]:
    """Every file as it came that tells of the child, or belongs to an extract that does: rewritten they are none."""
    telling = {one.item.extract_id for one in _lists(home, child)}
    tells: dict[str, bool] = {}
    found: dict[tuple[str, str], Gone] = {}
    for file, extract in deletions.received_files():
        if extract.pk in telling:
            tells[file.sha256] = True
        elif file.sha256 not in tells:
            tells[file.sha256] = file_tells_of(home, file.sha256, child)
    for file, extract in deletions.received_files():
        if tells[file.sha256]:
            path = f"raw/{file.sha256}"
            found[extract.sha256, path] = Gone(extract.sha256, RECEIVED, path, file.sha256)
    return tuple(found.values())


def _rewritten(home: Home, one: ListOf) -> Gone:
    """The list without the child’s rows, written beside it. Nothing reads it before the journal names it."""
    others = one.others
    within = PurePosixPath(one.now.path)
    stem = within.name.removesuffix(".parquet").split(REWRITTEN)[0]
    held = BytesIO()
    pq.write_table(others, held, compression="zstd")
    named = hashlib.sha256(held.getvalue()).hexdigest()[:12]  # by what it holds: two erasures at once never share one
    path = within.with_name(f"{stem}{REWRITTEN}{named}.parquet").as_posix()
    written = write_durably(home.extracts / path, lambda file: file.write(held.getvalue()))
    return Gone(
        one.item.extract.sha256,
        LIST,
        f"extracts/{one.now.path}",
        one.now.sha256,
        f"extracts/{path}",
        written,
        others.num_rows,
        tuple(sorted(one.now.columns)),
    )
