"""Publishing, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from everychild import wording
from everychild.calendar import Month
from everychild.journal.public_releases import Published
from everychild.journal.stages import Stage
from everychild.publishing import Outcome
from everychild.web.addresses import PUBLISH, Place
from everychild.web.presenters.messages import PRODUCT, Link

STAGES = {
    Stage.DRAFT: "Draft: its words are not approved yet",
    Stage.COMMENTED: "Commented: waits for the director’s signature",
    Stage.SIGNED: "Signed: can be published",
    Stage.PUBLISHED: "Published",
}


@dataclass(frozen=True)
class Publishable:
    """A closed month and how far its newest edition has come."""

    month: Month
    stage: Stage


@dataclass(frozen=True)
class PublishPage:
    """Releases so far, newest first; the months there are; those whose site has been written."""

    releases: Sequence[Published]
    months: Sequence[Publishable]
    written: frozenset[Month]
    problem: str
    meetings: Sequence[date] = ()
    heading: str = "Publish"
    product: str = PRODUCT
    about: str = (
        "The public site of a month is plain pages of rounded numbers. Before it is written, a program that knows only "
        "what would be told, and every earlier release, tries to work out each small number. A month that is not "
        "signed is written as a preview, which says so on every page and is no release."
    )
    months_heading: str = "Months"
    publish_heading: str = "Publish a month"
    month_label: str = "Month"
    meeting_label: str = "With the paper for everybody, for the meeting on"
    no_paper: str = "No paper with it"
    publish_it: str = "Publish"
    releases_heading: str = "Releases"
    none: str = "Nothing has been published yet."
    columns: tuple[str, ...] = ("Release", "Month", "Published on", "By", "Fingerprint")
    month_columns: tuple[str, ...] = ("Month", "How far it has come", "Its site")
    not_written: str = "Not written yet"
    comma_table: str = ", table"

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(str(one.month), wording.month(one.month)) for one in self.months]

    @property
    def meeting_choices(self) -> list[tuple[str, str]]:
        days = dict.fromkeys(self.meetings)
        return [("", self.no_paper), *((day.isoformat(), wording.weekday_and_day(day)) for day in days)]

    @property
    def month_rows(self) -> list[tuple[str, str, Link | None]]:
        return [
            (
                wording.month(one.month),
                STAGES[one.stage],
                Link(f"Look at {wording.month(one.month)}", f"{PUBLISH}{one.month}/index.html")
                if one.month in self.written
                else None,
            )
            for one in self.months
        ]

    @property
    def rows(self) -> list[tuple[str, Link, str, str, str]]:
        return [
            (
                str(one.number),
                Link(wording.month(Month.of(one.month)), Place(Month.of(one.month), one.edition).overview),
                wording.day(one.at.date()),
                one.who,
                one.fingerprint,
            )
            for one in self.releases
        ]


def meets_too_early(meeting: date, month: Month) -> str:
    return (
        f"The meeting is on {wording.day(meeting)}, before {wording.month(month)} ends. Choose a later meeting, an "
        "earlier month, or no paper."
    )


def came_to(month: Month, outcome: Outcome, meeting: date | None = None) -> str:
    """What publishing came to, in a few sentences."""
    what = (
        f"{wording.month(month)} is not signed, so this is a preview and no release."
        if outcome.is_preview
        else f"Release {outcome.number}: {wording.month(month)}."
    )
    attacked = f"{outcome.audit.asked:,} small numbers were tried for, and none can be worked out."
    held = (
        f" {wording.sentence(wording.count(len(outcome.held_back), 'row was', 'rows were'))} held back to make it so."
        if outcome.held_back
        else ""
    )
    longer = (
        f" {wording.sentence(wording.count(len(outcome.together), 'measure is', 'measures are'))} told over a longer "
        "time, because one month would be small numbers."
        if outcome.together
        else ""
    )
    paper = f" With the paper for the meeting on {wording.day(meeting)}." if meeting else ""
    return f"{what} {attacked}{held}{longer}{paper} Fingerprint {outcome.fingerprint}."
