"""Finishing a deletion: once it is in the journal, nothing of it may be left on the disk, whatever cut it short.

Every command and the dashboard begin with this. It may be done again and again, and by two at once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from django.db import OperationalError, connection

from everychild.errors import EverychildError, HomeError, Tampered
from everychild.journal import audit, deletions, old_words, people
from everychild.journal.deletions import Deleted, Kind
from everychild.journal.named import files_named_here
from everychild.journal.writing import one_at_a_time
from everychild.safekeeping import places
from everychild.safekeeping.backup import backup
from everychild.safekeeping.key_ring import BACKUPS_BEFORE, KeyRing, destroy_keys, not_known, read_ring
from everychild.safekeeping.left_over import take_left_over_away
from everychild.store.durable import sync_folder
from everychild.store.home import Home

STILL_IN_USE = (
    "What was deleted may still lie in free pages of the database, because somebody is using it. Stop the dashboard, "
    "then: everychild retention"
)
BACKUPS_STILL_OPEN = "Until then backups made before can still be opened, with the keys that lie beside them."


def finish_deletions(home: Home, at: datetime) -> tuple[str, ...]:
    """Deletes again what a journal older than its keys does not know to be deleted, and finishes what was begun.

    Gives what a person should know. Raises HomeError where the journal is older than a child’s erasure.
    """
    again = not_known(read_ring(home), deletions.names())
    if again:
        delete_again(home, again)
    waiting = deletions.unfinished()
    if not waiting:
        return ()
    take_files_away(home)
    take_left_over_away(home, at)
    destroy_keys(home)
    is_erasure = any(kind is Kind.ERASURE for _, kind in waiting)  # which is the end of every backup made before
    to_know = () if is_erasure else places.write_ring_everywhere(home)
    if not _free_pages_are_empty():  # and a backup would copy them
        return (*to_know, STILL_IN_USE, *([BACKUPS_STILL_OPEN] if is_erasure else []))
    if is_erasure:
        to_know = renew_everywhere(home, at)
    for number, _ in waiting:
        deletions.finish(number, at)
    return to_know


def renew_everywhere(home: Home, at: datetime) -> tuple[str, ...]:
    """A new backup to every place known; with it come the keys that are left, so that no place is ever without one.

    Gives a sentence for each place it did not reach.
    """
    not_reached = []
    for folder in places.known_places(home):
        try:
            keys = places.keys_at(home, folder)
            backup(home, folder, at, keys)
        except (OSError, EverychildError) as problem:
            not_reached.append(f"{places.not_reached(folder)} ({problem})")
    return tuple(not_reached)


def delete_again(home: Home, again: tuple[Deleted, ...]) -> None:
    """In a journal that was restored: what was deleted after the backup was made, in the words of then."""
    refuse_older_than_an_erasure(again)
    named = {(file.path, file.sha256) for file in files_named_here()}
    for one in again:
        files = tuple(file for file in one.files if (file.path, file.sha256) in named)
        with one_at_a_time():
            number = deletions.record(replace(one, files=files))
            take_words_out(one, number)
            audit.record(one.at, one.who, "", "deleted again", f"deletion {number}", one.why)


def refuse_older_than_an_erasure(again: tuple[Deleted, ...]) -> None:
    """Raises HomeError: which rows were that child’s is known to nobody any more, so they cannot be taken out again."""
    erased = [one for one in again if one.kind is Kind.ERASURE]
    if erased:
        raise HomeError(
            f"This was kept before a child was erased on {erased[-1].at:%d %B %Y}, so it holds that child and is not "
            "opened. Restore a backup made since."
        )


def take_words_out(deleted: Deleted, number: int) -> dict[str, int]:
    """The rows of the journal a purge covers, by the days it was told."""
    days = {
        kind: datetime.fromisoformat(str(day))
        for kind, day in deleted.told.items()
        if kind not in (BACKUPS_BEFORE, "rows")
    }
    return old_words.take_out_before(days, number) if deleted.kind is Kind.PURGE else {}


def stop_again(ring: KeyRing, at: datetime) -> tuple[str, ...]:
    """In a journal that was restored: people who were stopped after the backup was made. Gives the names they signed
    in by."""
    stopped = tuple(known.sign_in_name for known in people.everybody() if known.is_active)
    stopped = tuple(name for name in stopped if name in ring.stopped)
    for name in stopped:
        people.stop(name, at, "the restore", reason="stopped after the backup was made")
    return stopped


def take_files_away(home: Home) -> None:
    """Every file that was deleted and that nothing names any more."""
    named = {file.path for file in files_named_here()}
    folders: set[Path] = set()
    for within in deletions.paths_gone():
        path = home.path / within
        if within in named or not path.is_file():
            continue
        if not path.resolve().is_relative_to(home.path.resolve()):
            raise Tampered(f"The journal says that a file outside the home was deleted: {within}.")
        path.unlink(missing_ok=True)
        folders.add(path.parent)
    for folder in folders:
        sync_folder(folder)


def _free_pages_are_empty() -> bool:
    """Writes the database anew, so that no free page and no log holds what was taken out. False while it is in use."""
    with connection.cursor() as cursor:
        try:
            if connection.vendor == "postgresql":
                cursor.execute("vacuum full")
                return True
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return bool(cursor.fetchone()[0] == 0)
        except OperationalError:
            return False
