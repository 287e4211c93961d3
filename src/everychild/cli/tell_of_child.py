"""What is held of one child, who saw it, and what was erased, in words and as data."""

from __future__ import annotations

from typing import Any

from everychild import wording
from everychild.cli.tell import note, say
from everychild.safekeeping.erase import Erased, Held
from everychild.subject_access import HeldOfChild

NO_BACKUP_BEFORE = (
    "No backup made before can be opened any more, by anybody. A new one is made wherever backups are known to be."
)


def looked_at(found: Held) -> None:
    say(
        f"{found.rows:,} rows in {found.lists:,} lists; {found.files:,} files as they came, which go whole; "
        f"{found.named:,} rows of the journal."
    )
    _written(found.written)
    say(NO_BACKUP_BEFORE)
    say("Take the child out of what the case system sends first: the next load would bring them back.")
    say(f'To erase them: the same with --confirm {found.key} --who "Your name" --why "Your reason, without the number"')


def erased(done: Erased) -> None:
    say(
        f"Deletion {done.number}: {done.held.rows:,} rows, {done.held.files:,} files and {done.held.named:,} rows of "
        "the journal no longer tell of this child."
    )
    _written(done.held.written)
    say("Closed months keep their figures, and those these rows were counted in are not counted again.")
    say(NO_BACKUP_BEFORE)
    for told in done.to_know:
        note(told)


def _written(found: dict[str, int]) -> None:
    for where, rows in sorted(found.items()):
        note(f"The number stands in {wording.count(rows, 'row')} of {where}, words that people wrote and that stand.")


def held_shape(found: Held) -> dict[str, Any]:
    return {
        "lists": found.lists,
        "rows": found.rows,
        "files": found.files,
        "named_in_journal": found.named,
        "written_by_people": found.written,
        "key": found.key,
    }


def erased_shape(done: Erased) -> dict[str, Any]:
    return {"deletion": done.number, "to_know": list(done.to_know), **held_shape(done.held)}


def access(found: HeldOfChild) -> None:
    say(f"{len(found.rows):,} rows are held.")
    for row in found.rows:
        say(
            f"{row.record.replace('_', ' ')}: {row.file}, {row.sheet}, row {row.row:,}; extract of "
            f"{wording.day(row.extracted_on)}, loaded {wording.day(row.received_at.date())}"
        )
        for name, value in row.values.items():
            say(f"    {name.replace('_', ' ')}: {value}")
    say(f"{len(found.files):,} files as they came have the number in them, or one like it.")
    for file in found.files:
        say(f"    {file.name}, extract of {wording.day(file.extracted_on)}")
    for at, who, ref, reason in found.reasons:
        say(f"Why {ref} was late, by {who} on {wording.day(at.date())}: {reason}")
    say(f"{len(found.seen_by):,} times somebody saw it, or a list it may have been in.")
    for one in found.seen_by:
        entry = one.entry
        why = f" ({entry.reason})" if entry.reason else ""
        say(f"    {wording.day(entry.at.date())}: {entry.who}, {entry.action}, {entry.about}{why}: {one.how.value}")
    for number in found.holds:
        note(f"Hold {number} stands: nothing of this child is deleted.")
    _written(dict(found.written))


def access_shape(found: HeldOfChild) -> dict[str, Any]:
    return {
        "rows": [
            {
                "record": row.record,
                "file": row.file,
                "sheet": row.sheet,
                "row": row.row,
                "extracted_on": row.extracted_on.isoformat(),
                "loaded_at": row.received_at.isoformat(),
                "values": dict(row.values),
            }
            for row in found.rows
        ],
        "files": [
            {
                "name": file.name,
                "extracted_on": file.extracted_on.isoformat(),
                "loaded_at": file.received_at.isoformat(),
            }
            for file in found.files
        ],
        "reasons": [
            {"at": at.isoformat(), "who": who, "indicator": ref, "reason": reason}
            for at, who, ref, reason in found.reasons
        ],
        "seen_by": [
            {
                "at": one.entry.at.isoformat(),
                "who": one.entry.who,
                "role": one.entry.role,
                "action": one.entry.action,
                "about": one.entry.about,
                "reason": one.entry.reason,
                "how": one.how.value,
            }
            for one in found.seen_by
        ],
        "holds": list(found.holds),
        "written_by_people": dict(found.written),
    }
