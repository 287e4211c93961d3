"""Publishing a month: rounded, attacked with every earlier release at hand, repaired where needed, written whole.

An edition that nobody has signed is written as a preview: it says so on every page, and is no release.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from everychild.auditor import Audit, Finding
from everychild.calendar import Month
from everychild.disclosure import open_data
from everychild.errors import NothingSupplied
from everychild.journal import public_releases
from everychild.journal.stages import Stage, stage_of
from everychild.made_safe import Progress, Row, checked, made_safe, silently
from everychild.month_end import open_edition
from everychild.pre_flight import must_be_ready, pre_flight
from everychild.public_paper import public_paper
from everychild.released.site import build, fingerprint_of
from everychild.released_folder import refuse_what_is_not_ours, write_folder
from everychild.store.benchmarks import library
from everychild.store.durable import write_durably
from everychild.store.home import Home

if TYPE_CHECKING:
    from everychild.journal.models import Edition


@dataclass(frozen=True)
class Outcome:
    """What publishing came to. `number` is the release’s, and None of a preview."""

    number: int | None
    folder: Path
    fingerprint: str
    files: int
    audit: Audit
    held_back: tuple[Row, ...]
    learned: tuple[Finding, ...]
    """What could have been learned before numbers were held back."""

    together: tuple[Row, ...] = ()
    """Longer times told where one month would be small numbers."""

    @property
    def is_preview(self) -> bool:
        return self.number is None


def publish(
    home: Home,
    month: Month,
    to: Path,
    who: str,
    role: str,
    at: datetime,
    progress: Progress | None = None,
    meeting: date | None = None,
) -> Outcome:
    """Writes the month’s site to a folder; of a signed edition, keeps its numbers and writes them down as a release.

    With the day of a `meeting`, its paper too, of the same numbers and no others.
    NotAllowed names what stands in the way of that.
    Raises NothingSupplied for a month not closed, WouldTellTooMuch where no safe release was found, EverychildError
    where the folder holds something that is not ours.
    """
    tell = progress or silently
    refuse_what_is_not_ours(to)
    kept, done, earlier = made_safe(home, month, tell)
    is_signed = stage_of(kept) in (Stage.SIGNED, Stage.PUBLISHED)
    paper: Mapping[str, bytes] = {}
    if meeting is not None:
        tell("writing the paper for everybody")
        paper = public_paper(home, done.released, meeting, is_preview=not is_signed)
    tell("writing the pages")
    site = build(
        done.released,
        library(home),
        checked(done.audit, earlier),
        done.held_back,
        is_preview=not is_signed,
        paper=paper,
    )
    number = None
    if is_signed:
        number = _kept(home, kept, open_data.files(done.released), site.fingerprint, done.held_back, who, role, at)
    write_folder(to, site.files)
    return Outcome(
        number, to, site.fingerprint, len(site.files), done.audit, done.held_back, done.learned, done.together
    )


def publish_paper(
    home: Home,
    month: Month,
    meeting: date,
    to: Path,
    who: str,
    role: str,
    at: datetime,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Writes the committee’s paper for everybody to a folder, and keeps its numbers as the release they are.

    It is the paper that `publish` writes for that meeting: the same numbers, attacked with all earlier releases. Raises
    NotAllowed naming each thing that stands in the way, and what `publish` raises; then nothing is written or kept.
    """
    tell = progress or silently
    opened = open_edition(home, month)
    if opened is None:
        raise NothingSupplied(
            f"{month} has not been closed, so there is no paper of it. First: everychild close {month}"
        )
    must_be_ready(pre_flight(opened[0], meeting, at.date()))
    kept, done, _ = made_safe(home, month, tell)
    tell("writing the paper for everybody")
    paper = public_paper(home, done.released, meeting, is_preview=False)
    data = open_data.files(done.released)
    _kept(home, kept, data, fingerprint_of(data), done.held_back, who, role, at)
    to.mkdir(parents=True, exist_ok=True)
    for name, content in paper.items():
        write_durably(to / name, lambda file, content=content: file.write(content))  # type: ignore[misc]
    return tuple(to / name for name in paper)


def _kept(
    home: Home,
    edition: Edition,
    data: Mapping[str, bytes],
    fingerprint: str,
    held_back: Sequence[Row],
    who: str,
    role: str,
    at: datetime,
) -> int:
    """The numbers kept first, then the row that makes them a release. Publishing the same again is no new release."""
    for before in public_releases.every():
        if before.fingerprint == fingerprint and before.edition == edition.number and before.month == edition.month:
            return before.number
    number = public_releases.next_number()
    folder = public_releases.folder_of(home, number)
    sha256 = {
        name: write_durably(folder / name, lambda file, content=content: file.write(content))  # type: ignore[misc]
        for name, content in data.items()
    }
    rows = [(ref, window.value, str(month)) for ref, window, month in held_back]
    public_releases.record(number, edition, fingerprint, sha256, rows, who, role, at)
    return number
