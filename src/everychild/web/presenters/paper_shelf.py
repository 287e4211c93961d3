"""The committee's papers, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from everychild import wording
from everychild.calendar import Month
from everychild.web.addresses import PAPERS
from everychild.web.presenters.building import WORDS, BuildingWords
from everychild.web.presenters.messages import PRODUCT, Link

PAPER_NAMES = {
    "report.docx": "Word",
    "report.pdf": "PDF",
    "report.html": "Web page",
    "appendix.xlsx": "Appendix as a workbook",
}
BRIEF = "brief.pdf"
DRAFT_NAMES = {**PAPER_NAMES, BRIEF: "One page for the lead member and the director"}
"""What is written with a draft, and is for those who write papers alone."""


@dataclass(frozen=True)
class OnShelf:
    """A month, and which of its papers can be fetched."""

    month: Month
    names: tuple[str, ...]
    drafts: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return wording.month(self.month)

    @property
    def links(self) -> list[Link]:
        return [
            *(Link(f"{PAPER_NAMES[name]}, {self.title}", f"{PAPERS}{self.month}/{name}") for name in self.names),
            *(
                Link(f"{DRAFT_NAMES[name]}, {self.title}, draft", f"{PAPERS}{self.month}/draft/{name}")
                for name in self.drafts
            ),
        ]


@dataclass(frozen=True)
class ShelfPage:
    """Every month's papers; for those who write them, the months a paper can be written of, each with how many editions
    it has, and the days the committee meets."""

    shelf: Sequence[OnShelf]
    writable: Sequence[tuple[Month, int]]
    problem: str
    coming: Sequence[date] = ()
    words: BuildingWords = WORDS
    heading: str = "Papers"
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def months(self) -> list[tuple[str, str]]:
        """The newest edition of each month, then the earlier ones."""
        return [
            choice
            for month, newest in self.writable
            for choice in (
                (str(month), f"{wording.month(month)}, edition {newest}, the newest"),
                *(
                    (f"{month}/{number}", f"{wording.month(month)}, edition {number}")
                    for number in range(newest - 1, 0, -1)
                ),
            )
        ]

    @property
    def compared(self) -> list[Link]:
        """For each month that was closed again, what changed since the edition before."""
        return [
            Link(
                f"{wording.month(month)}: what changed between edition {newest - 1} and {newest}",
                f"{PAPERS}{month}/{newest - 1}/{newest}/",
            )
            for month, newest in self.writable
            if newest > 1
        ]

    @property
    def meetings(self) -> list[tuple[str, str]]:
        return [(day.isoformat(), wording.weekday_and_day(day)) for day in self.coming]
