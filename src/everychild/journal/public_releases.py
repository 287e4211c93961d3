"""What was published and when: the ledger of releases. Rows are added and never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from everychild.disclosure.open_data import ABOUT, DEFINITIONS, FIGURES
from everychild.journal import audit
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time
from everychild.store.home import Home

make_ready()
from everychild.journal.models import Edition, PublicRelease  # noqa: E402 - models need Django ready


@dataclass(frozen=True)
class Published:
    """One release, as it is listed."""

    number: int
    month: str
    edition: int
    fingerprint: str
    who: str
    at: datetime


def folder_of(home: Home, number: int) -> Path:
    """Where a release’s numbers are kept."""
    return home.releases / str(number)


def every() -> list[Published]:
    """Every release, oldest first."""
    return [_told(row) for row in PublicRelease.objects.select_related("edition")]


def of_fingerprint(fingerprint: str) -> Published | None:
    """The release whose fingerprint begins so, if it is one."""
    row = PublicRelease.objects.select_related("edition").filter(fingerprint=fingerprint).order_by("number").last()
    return None if row is None else _told(row)


def next_number() -> int:
    newest = PublicRelease.objects.order_by("-number").first()
    return newest.number + 1 if newest else 1


@one_at_a_time()
def record(
    number: int,
    edition: Edition,
    fingerprint: str,
    sha256: Mapping[str, str],
    held_back: Sequence[Sequence[str]],
    who: str,
    role: str,
    at: datetime,
) -> Published:
    """Adds a release whose files lie in their folder already: this row is what makes it one."""
    row = PublicRelease.objects.create(
        number=number,
        edition=edition,
        fingerprint=fingerprint,
        figures_sha256=sha256[FIGURES],
        definitions_sha256=sha256[DEFINITIONS],
        about_sha256=sha256[ABOUT],
        held_back=[list(one) for one in held_back],
        who=who,
        at=at,
    )
    audit.record(at, who, role, "published", f"{edition.month} edition {edition.number}, release {number}")
    return _told(row)


def _told(row: PublicRelease) -> Published:
    edition = row.edition
    return Published(row.number, edition.month, edition.number, row.fingerprint, row.who, row.at)
