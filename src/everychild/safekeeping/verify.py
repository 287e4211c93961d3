"""Whether a home holds what was kept in it: every file, every row of the journal, every figure counted again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import DatabaseError

from everychild.errors import Tampered
from everychild.journal import evidence, mappings
from everychild.journal.named import Named, files_named_here, soundness
from everychild.safekeeping.recount import Recounted, recount
from everychild.store.durable import sha256_of
from everychild.store.home import Home

Progress = Callable[[str], None]
RESTORE = "Restore it from a backup."
TEMPORARY = ".writing"
FAULTS_TOLD = 5


@dataclass(frozen=True)
class Verified:
    """What was gone through, in counts; what is wrong, with what to do; what is worth knowing and not wrong."""

    files: dict[str, int]
    rows: int
    seals: int
    audit_rows: int
    anchor: str
    editions: tuple[Recounted, ...]
    faults: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        return not self.faults


def verify(
    home: Home, anchors: Sequence[str] = (), *, counting_again: bool = True, progress: Progress | None = None
) -> Verified:
    """Goes through everything the journal names. Faults are told, not raised, so that all of them are."""
    tell = progress or _silently
    tell("the journal")
    unsound = soundness(home)
    if unsound:
        return _unreadable(unsound)
    try:
        told = evidence.examine(anchors)
        named = files_named_here()
    except (DatabaseError, ValueError, TypeError) as problem:  # whatever was written into it
        return _unreadable(str(problem))
    faults = [f"{fault} Restore the journal from a backup, and find out who can write to it." for fault in told.faults]
    for number, file in enumerate(named, 1):
        if number % 50 == 1:
            tell(f"file {number} of {len(named)}")
        faults += _wrong_with(home, file)
    faults += _planted(home, named)
    faults += mappings.changed_by_hand(home)
    notes = [*_left_over(home, named), *(() if faults else _settings_changed(home))]
    recounted = []
    for edition in evidence.editions() if counting_again and not faults else ():
        tell(evidence.name_of(edition))
        recounted.append(recount(home, edition))
        faults += recounted[-1].faults
        notes += recounted[-1].notes
    if counting_again and not recounted and faults:
        notes.append("No figure was counted again, since what they are counted from is not as it was kept.")
    counts = dict(Counter(file.kind for file in named))
    return Verified(
        counts, told.rows, told.seals, told.audit_rows, told.anchor, tuple(recounted), tuple(faults), tuple(notes)
    )


def refuse_unless_sound(home: Home) -> None:
    """Raises Tampered where anything is not as it was kept. Counts nothing again: this is done at every start."""
    faults = verify(home, counting_again=False).faults
    if faults:
        more = f"\nand {len(faults) - FAULTS_TOLD} more: everychild verify" if len(faults) > FAULTS_TOLD else ""
        raise Tampered("\n".join(faults[:FAULTS_TOLD]) + more)


def _unreadable(why: str) -> Verified:
    fault = f"The journal is damaged: {why}. Restore the home from a backup."
    return Verified({}, 0, 0, 0, "", (), (fault,), ())


def _wrong_with(home: Home, file: Named) -> Iterator[str]:
    path = home.path / file.path
    if not path.resolve().is_relative_to(home.path.resolve()):
        yield f"The journal names a {file.kind} outside the home: {file.path}. {RESTORE}"
    elif not path.is_file():
        yield f"A {file.kind} is missing: {file.path}. {RESTORE}"
    elif sha256_of(path) != file.sha256:
        yield f"A {file.kind} has changed since it was kept: {file.path}. {RESTORE}"


def _planted(home: Home, named: Sequence[Named]) -> Iterator[str]:
    """Published files count wherever they lie, so that one the journal does not name is wrong."""
    known = {file.path for file in named}
    for path in sorted(home.benchmarks.glob("*/manifest.json")):
        if path.relative_to(home.path).as_posix() not in known:
            yield (
                f"A published file is not in the journal: benchmarks/{path.parent.name}. "
                "Load the file again with `everychild benchmarks load`, or remove that folder."
            )


def _left_over(home: Home, named: Sequence[Named]) -> Iterator[str]:
    """Files nothing names are read by nothing: a load that was cut short leaves some."""
    known = {file.path for file in named}
    for path in _files_in(home.raw, home.extracts, home.editions):
        within = path.relative_to(home.path).as_posix()
        if within in known:
            continue
        cut_short = any(part.endswith(TEMPORARY) for part in path.relative_to(home.path).parts)
        why = "is left from a run that was cut short, or is being written now" if cut_short else "is named by nothing"
        yield f"{within} {why}. Nothing reads it; it may be removed when nothing is being loaded."


def _files_in(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _settings_changed(home: Home) -> Iterator[str]:
    if not home.settings.is_file():
        yield "council.toml is missing. Each edition keeps the settings it was closed by."
        return
    newest = max(evidence.editions(), key=lambda edition: edition.closed_at, default=None)
    if newest is not None and newest.settings != home.settings.read_text(encoding="utf-8"):
        yield f"council.toml has changed since {evidence.name_of(newest)} was closed, which keeps its own."


def _silently(step: str) -> None:
    """Where nobody watches."""
