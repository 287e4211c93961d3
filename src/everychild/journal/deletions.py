"""What was deleted, by whom and why: files that are gone stay named as gone, and nothing that names them changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time

make_ready()
from everychild.journal.models import (  # noqa: E402 - models need Django ready
    Deletion,
    DeletionFinished,
    Extract,
    GoneFile,
    RecordList,
    SourceFile,
)

if TYPE_CHECKING:
    from everychild.journal.models import Edition

RECEIVED, LIST, ACCOUNT = "file received", "list of records", "faults of an extract"
"""The kinds of files that tell of children, in the words `named` has for them."""


class Kind(StrEnum):
    """Why something was deleted: its time was over, or a child was to be forgotten."""

    PURGE = "purge"
    ERASURE = "erasure"


@dataclass(frozen=True)
class Gone:
    """One file of one extract, by its path within the home; `next_path` took its place, where one did."""

    extract: str
    kind: str
    path: str
    sha256: str
    next_path: str = ""
    next_sha256: str = ""
    next_rows: int = 0
    next_columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deleted:
    """One deletion: what it took, and on whose word. `told` are days before which words went, or counts of rows."""

    name: str
    kind: Kind
    told: Mapping[str, Any]
    who: str
    why: str
    at: datetime
    files: tuple[Gone, ...]


@dataclass(frozen=True)
class ListNow:
    """Where a list lies now, within the extracts, what its bytes are, and what it holds."""

    path: str
    sha256: str
    rows: int
    columns: frozenset[str]


def name_of(kind: Kind, told: Mapping[str, Any], files: Sequence[Gone], who: str, at: datetime) -> str:
    """What a deletion goes by, in the journal and beside backups."""
    said = [kind, sorted(told.items()), [asdict(file) for file in files], who, at.isoformat()]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


@one_at_a_time()
def record(deleted: Deleted) -> int:
    """The commit: what is named here is gone from then on, whatever still lies on the disk. Gives its number."""
    made = Deletion.objects.create(
        name=deleted.name,
        kind=deleted.kind.value,
        told=dict(deleted.told),
        who=deleted.who,
        why=deleted.why,
        at=deleted.at,
    )
    extracts = dict(Extract.objects.values_list("sha256", "pk"))
    GoneFile.objects.bulk_create(
        GoneFile(
            deletion=made,
            extract_id=extracts[file.extract],
            kind=file.kind,
            path=file.path,
            sha256=file.sha256,
            next_path=file.next_path,
            next_sha256=file.next_sha256,
            next_rows=file.next_rows,
            next_columns=list(file.next_columns),
        )
        for file in deleted.files
    )
    return int(made.pk)


def everything_deleted() -> tuple[Deleted, ...]:
    """Every deletion, oldest first."""
    return tuple(_deleted(row) for row in Deletion.objects.all())


def names() -> frozenset[str]:
    """What every deletion goes by."""
    return frozenset(Deletion.objects.values_list("name", flat=True))


def newest() -> int:
    """The number of the last deletion there was; nought before the first."""
    return Deletion.objects.order_by("-id").values_list("pk", flat=True).first() or 0


def unfinished() -> tuple[tuple[int, Kind], ...]:
    """Deletions of which something may still lie on the disk: number and kind."""
    return tuple(
        (number, Kind(kind)) for number, kind in Deletion.objects.filter(finished=None).values_list("pk", "kind")
    )


@one_at_a_time()
def finish(number: int, at: datetime) -> None:
    """Two who finish the same deletion at once finish it once."""
    if not DeletionFinished.objects.filter(deletion_id=number).exists():
        DeletionFinished.objects.create(deletion_id=number, at=at)


def paths_gone() -> tuple[str, ...]:
    """Every path that was ever taken away. A file received again later may stand at one: see `named`."""
    return tuple(GoneFile.objects.values_list("path", flat=True).distinct())


def received_files() -> list[tuple[SourceFile, Extract]]:
    """Every file of every extract that was not deleted as it came."""
    gone = received_gone()
    return [
        (file, file.extract)
        for file in SourceFile.objects.select_related("extract").order_by("extract_id", "position")
        if (file.extract_id, file.sha256) not in gone
    ]


def received_gone() -> frozenset[tuple[int, str]]:
    """The files that are no longer kept as they came: the extract’s number and the file’s sha256."""
    return frozenset(
        (number, PurePosixPath(path).name)
        for number, path in GoneFile.objects.filter(kind=RECEIVED).values_list("extract_id", "path")
    )


def accounts_gone() -> frozenset[int]:
    """The extracts whose account of what was asked or set aside was deleted, by number."""
    return frozenset(GoneFile.objects.filter(kind=ACCOUNT).values_list("extract_id", flat=True))


def lists_now(items: Sequence[RecordList], by: datetime | None = None) -> dict[int, ListNow]:
    """Each list as it stands, by its number: as it was kept, or without the rows of children forgotten since.

    A list that was deleted is not there. `by` a moment, as they stood then.
    """
    rows = GoneFile.objects.filter(kind=LIST)
    gone = {row.path: row for row in (rows if by is None else rows.filter(deletion__at__lte=by))}
    found = {}
    for item in items:
        now = ListNow(item.path, item.sha256, item.rows, frozenset(item.columns))
        while (taken := gone.get(f"extracts/{now.path}")) is not None and taken.next_path:
            within = PurePosixPath(taken.next_path).relative_to("extracts").as_posix()
            now = ListNow(within, taken.next_sha256, taken.next_rows, frozenset(taken.next_columns))
        if taken is None:
            found[item.pk] = now
    return found


def lists_purged() -> tuple[tuple[datetime, datetime], ...]:
    """Since when and until when there were lists that a purge has taken: when each was received, and when it went."""
    taken = GoneFile.objects.filter(kind=LIST, deletion__kind=Kind.PURGE.value)
    return tuple(taken.values_list("extract__received_at", "deletion__at").distinct())


def rested_on(edition: Edition) -> Deleted | None:
    """The last deletion since it was closed that took rows an edition was counted from; None where none did."""
    took = Deletion.objects.filter(files__kind=LIST, files__extract__in=edition.extracts.all())
    last = took.filter(at__gt=edition.closed_at).order_by("-id").first()
    return None if last is None else _deleted(last)


def _deleted(row: Deletion) -> Deleted:
    files = tuple(_gone(file) for file in row.files.select_related("extract"))
    return Deleted(row.name, Kind(row.kind), row.told, row.who, row.why, row.at, files)


def _gone(row: GoneFile) -> Gone:
    return Gone(
        row.extract.sha256,
        row.kind,
        row.path,
        row.sha256,
        row.next_path,
        row.next_sha256,
        row.next_rows,
        tuple(row.next_columns),
    )
