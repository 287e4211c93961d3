"""What months were counted to: where the figures lie, by the key of all they rest on."""

from __future__ import annotations

from datetime import datetime

from everychild.calendar import Month
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time

make_ready()
from everychild.journal.models import KeptCount  # noqa: E402 - models need Django ready


@one_at_a_time()
def record(month: Month, inputs_sha256: str, path: str, sha256: str, software: str, at: datetime) -> None:
    """Adds it, unless it stands there as the newest of its key."""
    if found(inputs_sha256) != (path, sha256):
        KeptCount.objects.create(
            month=str(month),
            inputs_sha256=inputs_sha256,
            path=path,
            sha256=sha256,
            software_version=software[:80],
            counted_at=at,
        )


def found(inputs_sha256: str) -> tuple[str, str] | None:
    """The path and the sha256 of the figures counted from just that; None where they were never kept."""
    kept = KeptCount.objects.filter(inputs_sha256=inputs_sha256).order_by("id").last()
    return (kept.path, kept.sha256) if kept else None
