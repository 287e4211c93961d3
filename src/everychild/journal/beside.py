"""What was worked out for an edition and is kept beside it: where it lies. One of a kind, written once."""

from __future__ import annotations

from datetime import datetime

from everychild.calendar import Month
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time

make_ready()
from everychild.journal.models import Edition, KeptBeside  # noqa: E402 - models need Django ready


@one_at_a_time()
def record(month: Month, fingerprint: str, kind: str, path: str, sha256: str, software: str, at: datetime) -> None:
    """Adds it, unless somebody else did meanwhile: what was kept first stands."""
    edition = _edition(month, fingerprint)
    assert edition is not None, f"{month} has no edition {fingerprint}"
    if not KeptBeside.objects.filter(edition=edition, kind=kind).exists():
        KeptBeside.objects.create(
            edition=edition, kind=kind, path=path, sha256=sha256, software_version=software[:80], kept_at=at
        )


def found(month: Month, fingerprint: str, kind: str) -> tuple[str, str] | None:
    """The path and the sha256 of what is kept beside the edition with that fingerprint; None where nothing is."""
    edition = _edition(month, fingerprint)
    kept = edition and KeptBeside.objects.filter(edition=edition, kind=kind).first()
    return (kept.path, kept.sha256) if kept else None


def _edition(month: Month, fingerprint: str) -> Edition | None:
    return Edition.objects.filter(month=str(month), fingerprint=fingerprint).first() if fingerprint else None
