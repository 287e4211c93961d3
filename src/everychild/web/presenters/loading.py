"""Loading files and closing a month, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from everychild import wording
from everychild.calendar import Month
from everychild.journal import jobs
from everychild.journal.jobs import Piece
from everychild.judgement.judged import ExtractSummary
from everychild.web.addresses import LOAD
from everychild.web.presenters.messages import PRODUCT, Link

MONTHS_OFFERED = 6
HEADINGS = {"load": "Loading files", "trial load": "Reading files as a trial", "close": "Closing a month"}
STATES = {
    jobs.WAITING: "Waiting for what was asked for before it.",
    jobs.RUNNING: "At work. This page looks again by itself.",
    jobs.DONE: "Done.",
    jobs.REFUSED: "Refused. Nothing was kept.",
    jobs.INTERRUPTED: "Interrupted: the server stopped. Nothing was kept; ask again.",
}


@dataclass(frozen=True)
class LoadPage:
    """What has been loaded, newest first, and what can be asked for."""

    extracts: Sequence[ExtractSummary]
    how_many: int
    closed: Sequence[Month]
    problem: str
    heading: str = "Load"
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def rows(self) -> list[tuple[str, ...]]:
        return [
            (
                wording.day(extract.extracted_on),
                *(
                    wording.rounded(count)
                    for count in (extract.files, extract.rows, extract.accepted, extract.queried, extract.set_aside)
                ),
            )
            for extract in self.extracts
        ]

    @property
    def months(self) -> list[tuple[str, str]]:
        """Months that can be closed: those that had ended when the newest extract was taken, latest first."""
        if not self.extracts:
            return []
        latest = Month.of(self.extracts[0].extracted_on) - 1
        offered = [latest - back for back in range(MONTHS_OFFERED)]
        return [(str(month), wording.month(month) + (" (again)" if month in self.closed else "")) for month in offered]


@dataclass(frozen=True)
class WorkPage:
    """One piece of work: how far it is, and what it came to."""

    piece: Piece
    product: str = PRODUCT

    @property
    def heading(self) -> str:
        return HEADINGS.get(self.piece.what, self.piece.what)

    @property
    def title(self) -> str:
        return f"{self.heading}, {self.product}"

    @property
    def state(self) -> str:
        return STATES[self.piece.state]

    @property
    def onwards(self) -> tuple[Link, ...]:
        found = [Link("Back to loading", LOAD)]
        overview = self.piece.came_to.get("overview")
        if overview:
            found.insert(0, Link(f"See {wording.month(Month.of(self.piece.came_to['month']))}", overview))
        return tuple(found)

    @property
    def files(self) -> list[dict[str, object]]:
        return [
            {**file, **{count: wording.rounded(file[count]) for count in ("rows", "accepted", "queried", "set_aside")}}
            for file in self.piece.came_to.get("files", [])
        ]
