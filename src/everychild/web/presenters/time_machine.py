"""The time machine, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from everychild import wording
from everychild.calendar import Month
from everychild.web.addresses import Place
from everychild.web.presenters.messages import PRODUCT, Link

if TYPE_CHECKING:
    from everychild.journal.models import Extract, LookBack

MONTHS_OFFERED = 61


@dataclass(frozen=True)
class Before:
    """One that was worked out already."""

    link: Link
    worked_out: str
    fingerprint: str


@dataclass(frozen=True)
class TimePage:
    extracts: Sequence[Extract]
    kept: Sequence[LookBack]
    problem: str
    given: Mapping[str, str]
    heading: str = "Time machine"
    product: str = PRODUCT
    about: str = (
        "Any month, as it was known on any day: by the files that had been taken from the case system by then, and by "
        "the targets and settings of today. What is worked out is kept under an address that names the month and the "
        "day, so that a link to it is a citation. It is no edition: nobody closed it, and no words belong to it."
    )
    ask: str = "Have a month worked out"
    month_label: str = "Month"
    known_label: str = "As known on"
    button: str = "Work it out"
    taken: str = "Files were taken on these days; between two of them, nothing new was known:"
    nothing_loaded: str = "Nothing has been loaded yet, so nothing was known on any day."
    kept_heading: str = "Worked out already"
    none_kept: str = "Nothing has been worked out yet."
    columns: tuple[str, ...] = ("Month and day", "Worked out", "Fingerprint")

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def months(self) -> list[tuple[str, str, bool]]:
        """Months that had begun when the newest files were taken, latest first; the one that was asked for chosen."""
        if not self.extracts:
            return []
        latest = Month.of(max(extract.extracted_on for extract in self.extracts))
        offered = [latest - back for back in range(MONTHS_OFFERED)]
        return [(str(month), wording.month(month), str(month) == self.given.get("month")) for month in offered]

    @property
    def days(self) -> str:
        found = sorted({extract.extracted_on for extract in self.extracts}, reverse=True)
        return ", ".join(wording.day(day) for day in found[:12]) + ("." if len(found) <= 12 else " and earlier.")

    @property
    def rows(self) -> list[Before]:
        return [
            Before(
                Link(
                    f"{wording.month(Month.of(one.month))} as known on {wording.day(one.known_on)}",
                    Place(Month.of(one.month), one.number, one.known_on).overview,
                ),
                wording.day(timezone.localdate(one.made_at)),
                one.fingerprint[:8],
            )
            for one in self.kept
        ]
