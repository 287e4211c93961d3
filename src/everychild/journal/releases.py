"""Which published files stand among the benchmarks, so that one changed or put there past Everychild is found."""

from __future__ import annotations

from datetime import datetime

from everychild.journal.connection import make_ready
from everychild.store.benchmarks import MANIFEST, Kept
from everychild.store.durable import sha256_of

make_ready()
from everychild.journal.models import KeptRelease  # noqa: E402 - models need Django ready


def record(kept: Kept, at: datetime) -> None:
    """Writes down a file that was just kept; nothing changes where it is written down already."""
    if not KeptRelease.objects.filter(folder=kept.folder.name).exists():
        KeptRelease.objects.create(
            folder=kept.folder.name,
            manifest_sha256=sha256_of(kept.folder / MANIFEST),
            table_sha256=kept.table_sha256,
            recorded_at=at,
        )
