"""A drill: a backup made, restored elsewhere and verified, with a dated certificate of what came of it and how long."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from everychild.journal.connection import open_journal
from everychild.safekeeping.backup import backup
from everychild.safekeeping.keys import new_key, public_keys
from everychild.safekeeping.restore import Restored, restore
from everychild.safekeeping.verify import Progress
from everychild.store.durable import write_durably
from everychild.store.home import Home


@dataclass(frozen=True)
class Drilled:
    """What came of a drill. Seconds are of wall time; making the backup is nought where one made before was tried."""

    certificate: Path
    restored: Restored
    bytes_backed_up: int
    seconds_to_back_up: float
    seconds_to_recover: float


def drill(
    home: Home,
    folder: Path,
    at: datetime,
    clock: Callable[[], float],
    made_before: Path | None = None,
    key_files: Sequence[Path] = (),
    progress: Progress | None = None,
) -> Drilled:
    """Tries a backup made now, or one made before, and writes the certificate into a folder.

    The one made now is locked to the council’s keys and to one more, made for the drill and gone after it.
    Raises what `backup` and `restore` raise: then there is no certificate.
    """
    with tempfile.TemporaryDirectory(prefix="everychild-drill-") as name:
        scratch = Path(name)
        began = clock()
        source, keys = made_before, list(key_files)
        if source is None:
            keys = [scratch / "key"]
            locked_to = (*public_keys(home), new_key(keys[0]))
            source = backup(home, scratch / "backups", at, locked_to, to_throw_away=True).path
        made = clock()
        try:
            restored = restore(source, scratch / "home", keys, progress=progress)
        finally:
            open_journal(home)
        ended = clock()
        size = restored.source.stat().st_size
    stamp = at.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    drilled = Drilled(folder / f"drill-{stamp}.md", restored, size, made - began, ended - made)
    write_durably(drilled.certificate, lambda file: file.write(certificate(drilled, at).encode()))
    return drilled


def certificate(drilled: Drilled, at: datetime) -> str:
    """The certificate’s words."""
    manifest, verified = drilled.restored.manifest, drilled.restored.verified
    figures = sum(edition.figures for edition in verified.editions if not edition.held)
    held = sum(1 for edition in verified.editions if edition.held)
    differing = sum(1 for edition in verified.editions if edition.differences)
    rows = [
        ("Backup tried", drilled.restored.source.name),
        ("Made", f"{manifest.made_at:%d %B %Y, %H:%M} by Everychild {manifest.software}"),
        ("Files restored and found as they were", f"{len(manifest.files):,}"),
        ("Bytes in the backup", f"{drilled.bytes_backed_up:,}"),
        ("Rows of the journal found as they were written", f"{verified.rows:,}"),
        ("Editions counted again", f"{len(verified.editions) - held:,}"),
        ("Figures counted again", f"{figures:,}"),
        ("Editions not counted again, since rows were deleted as the schedule says", f"{held:,}"),
        ("Editions that came out otherwise, being another version’s", f"{differing:,}"),
        ("Faults", "none"),
        ("Seconds to make the backup", f"{drilled.seconds_to_back_up:.1f}"),
        ("Seconds to recover, verified", f"{drilled.seconds_to_recover:.1f}"),
        ("Anchor", verified.anchor or "nothing is written yet"),
    ]
    told = "\n".join(f"| {what} | {came_to} |" for what, came_to in rows)
    notes = "".join(f"- {note}\n" for note in verified.notes)
    return (
        f"# Restore drill, {at:%d %B %Y}\n\n"
        "A backup was restored to an empty folder, every file and row of it checked, and every closed month counted "
        "again from its own data.\n\n"
        f"| What | Came to |\n|---|---|\n{told}\n" + (f"\nWorth knowing:\n\n{notes}" if notes else "")
    )
