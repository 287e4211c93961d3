"""Loading files and closing a month, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from everychild import wording
from everychild.calendar import Month
from everychild.journal import jobs
from everychild.journal.jobs import Piece
from everychild.judgement.judged import ExtractSummary
from everychild.web.addresses import COMMENTARY, LOAD, OWN_WORDS, PAPERS, PUBLISH, REFERENCES, TIME
from everychild.web.presenters.messages import PRODUCT, Link

MONTHS_OFFERED = 6
LOOKING_BACK = "look back"
LOADS = ("load", "trial load")
HEADINGS = {
    "load": "Loading files",
    "trial load": "Reading files as a trial",
    "close": "Closing a month",
    "paper": "Writing a paper",
    "publish": "Publishing a month",
    "letters": "Asking for words by e-mail",
    "look round": "Looking round a closed month",
    "count ahead": "Counting a month before it is closed",
    LOOKING_BACK: "Looking back",
}
BACK_TO = {
    "paper": Link("Papers", PAPERS),
    "publish": Link("Publish", PUBLISH),
    "letters": Link("Back to the words", COMMENTARY),
    LOOKING_BACK: Link("Back to the time machine", TIME),
}
FORMATS = {
    "annex a": "Annex A",
    "local extract": "Local extract",
    "ssda903": "Children looked after return (SSDA903)",
    "children in need census": "Children in need census",
}
"""What a file was recognised as, as people call it."""

STATES = {
    jobs.WAITING: "Waiting for what was asked for before it.",
    jobs.RUNNING: "At work. This page looks again by itself.",
    jobs.DONE: "Done.",
    jobs.REFUSED: "Refused. Nothing was kept.",
    jobs.INTERRUPTED: "Cut off: the server stopped. Ask again; what was kept already is not kept twice.",
}
UNATTENDED = {
    jobs.WAITING: "Waiting. Nobody does the work just now: ask for `everychild work` to be started on the server.",
    jobs.RUNNING: "Cut off: what was doing it has stopped. Ask again; what was kept already is not kept twice.",
}
"""What is said instead while no worker is there."""


@dataclass(frozen=True)
class LoadPage:
    """What has been loaded, newest first, and what can be asked for."""

    extracts: Sequence[ExtractSummary]
    how_many: int
    closed: Sequence[Month]
    problem: str
    words_asked: int = 0
    heading: str = "Load"
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def about_own_words(self) -> str:
        if not self.words_asked:
            return "No heading or value waits for somebody to say what it means."
        sheets = wording.count(self.words_asked, "sheet holds", "sheets hold")
        return wording.sentence(f"{sheets} words that nobody has said the meaning of.")

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
    is_attended: bool = True
    words_asked: int = 0
    product: str = PRODUCT

    @property
    def heading(self) -> str:
        return HEADINGS.get(self.piece.what, self.piece.what)

    @property
    def title(self) -> str:
        return f"{self.heading}, {self.product}"

    @property
    def state(self) -> str:
        unattended = None if self.is_attended else UNATTENDED.get(self.piece.state)
        return unattended or STATES[self.piece.state]

    @property
    def in_all(self) -> str:
        """ "47 files and 7,172 rows: 7,160 accepted, 8 queried, 4 set aside." """
        files = self.piece.came_to.get("files", [])
        if not files:
            return ""
        rows, accepted, queried, aside = (
            sum(file[count] for file in files) for count in ("rows", "accepted", "queried", "set_aside")
        )
        said = f"{wording.count(len(files), 'file')} and {wording.count(rows, 'row')}"
        return f"{wording.sentence(said)}: {accepted:,} accepted, {queried:,} queried, {aside:,} set aside."

    @property
    def onwards(self) -> tuple[Link, ...]:
        found = [BACK_TO.get(self.piece.what, Link("Back to loading", LOAD))]
        if self.words_asked and self.piece.what in LOADS:
            found.insert(0, Link("Say what the unknown words mean", OWN_WORDS))
        if self.piece.what == "load" and any(
            row.get("is_renamed") for row in self.piece.came_to.get("differences", [])
        ):
            found.insert(0, Link("Say whether they are the same children", REFERENCES))
        overview = self.piece.came_to.get("overview")
        if overview:
            found.insert(0, Link(f"See {wording.month(Month.of(self.piece.came_to['month']))}", overview))
        site = self.piece.came_to.get("site")
        if site:
            found.insert(0, Link(f"Look at {wording.month(Month.of(self.piece.came_to['month']))}, as published", site))
        return tuple(found)

    @property
    def files(self) -> list[dict[str, object]]:
        return [
            {
                **file,
                **{count: wording.rounded(file[count]) for count in ("rows", "accepted", "queried", "set_aside")},
                "format": FORMATS.get(str(file["format"]), file["format"]),
                "faults": [wording.with_our_quotes(fault) for fault in file["faults"]],
            }
            for file in self.piece.came_to.get("files", [])
        ]
