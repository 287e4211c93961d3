"""A purge: what the schedule says is due, deleted on somebody’s word, after they have seen what it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from everychild.errors import NotAllowed
from everychild.journal import audit, deletions
from everychild.journal.deletions import Deleted, Kind
from everychild.journal.holds import require_name_and_reason
from everychild.journal.writing import one_at_a_time
from everychild.safekeeping.due import Plan, plan
from everychild.safekeeping.finishing import finish_deletions, take_words_out
from everychild.safekeeping.key_ring import BACKUPS_BEFORE
from everychild.store.home import Home


@dataclass(frozen=True)
class Purged:
    """What a purge took: its number, the plan it followed, and what a person should know besides."""

    number: int
    plan: Plan
    to_know: tuple[str, ...]


def purge(home: Home, key: str, who: str, why: str, at: datetime) -> Purged:
    """Deletes what is due today, if that is what `key` stands for. One commit; cut short before it, nothing is done,
    and after it, the next start goes on.

    Raises SettingsError without a name or a reason, NotAllowed where nothing is due or something else is by now.
    """
    require_name_and_reason(who, why)
    with one_at_a_time():
        due = plan(home, at.date())
        if due.key != key:
            raise NotAllowed(
                f"What is due is not what {key!r} stands for: more has come, or a hold was put on or lifted. Nothing "
                "was deleted. Look at `everychild purge` again, and confirm the key it gives."
            )
        if due.is_empty:
            raise NotAllowed("Nothing is due, or a hold keeps it. `everychild retention` tells when what will be.")
        told = {kind: day.isoformat() for kind, day in due.words.items()}
        if due.backups_before:
            told[BACKUPS_BEFORE] = due.backups_before.isoformat()
        name = deletions.name_of(Kind.PURGE, told, due.files, who, at)
        deleted = Deleted(name, Kind.PURGE, told, who.strip(), why.strip(), at, due.files)
        number = deletions.record(deleted)
        take_words_out(deleted, number)
        audit.record(at, who, "", "purged", f"deletion {number}, {len(due.files)} files", why)
    return Purged(number, due, finish_deletions(home, at))
