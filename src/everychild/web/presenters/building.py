"""The builder of a paper in words: what was chosen, and what stands in the way of writing it for Members."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from everychild import wording
from everychild.calendar import Month
from everychild.pre_flight import Check, PreFlight
from everychild.report.committee import data_age
from everychild.report.contents import Contents
from everychild.web.addresses import PAPERS
from everychild.web.presenters.messages import PRODUCT, Link

if TYPE_CHECKING:
    from everychild.web.editions import Asked


@dataclass(frozen=True)
class Wanted:
    """What somebody chose: an edition (the newest where none is named), a meeting, and which parts."""

    month: Month
    edition: int | None
    meeting: date
    contents: Contents


@dataclass(frozen=True)
class BuildingWords:
    """Headings and labels of the shelf’s form and of the builder."""

    edition: str = "Month and edition"
    another_day: str = "Another day"
    other_day: str = "Another day, if it is not in the calendar"
    parts: str = "Which parts"
    members_set: str = "The appendix with the Members’ set alone, not every indicator"
    without_exceptions: str = "Without each area for improvement told in full"
    look: str = "Look before it is written"
    chosen: str = "What was chosen"
    pre_flight: str = "Before it goes out"
    stands_in_the_way: str = "Stands in the way"
    to_know: str = "To know"
    fine: str = "Fine"
    write: str = "Write it"
    as_a_draft: str = "Write it as a draft"
    for_members: str = "Write it for Members"
    about_drafts: str = (
        "A draft says that it is one, on its first page and at the foot of every page. Councillors never see it. "
        "What is written for Members has exact figures, and says that it is not for publication: the paper for "
        "everybody is written under Publish."
    )
    not_ready: str = "It can be written for Members when nothing stands in the way."
    back: str = "Choose again"
    closed_again: str = "Months that were closed again"


WORDS = BuildingWords()


@dataclass(frozen=True)
class CheckShown:
    """One thing looked for, how it came out, and where it is not so."""

    title: str
    state: str
    found: tuple[str, ...]
    is_failure: bool


@dataclass(frozen=True)
class BuildPage:
    """A paper before it is written."""

    asked: Asked
    wanted: Wanted
    found: PreFlight
    problem: str = ""
    words: BuildingWords = WORDS
    product: str = PRODUCT

    def refused(self) -> BuildPage:
        return replace(self, problem="It was not written for Members: see what stands in the way.")

    @property
    def heading(self) -> str:
        return f"A paper of {wording.month(self.wanted.month)}"

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def sentence(self) -> str:
        failures = len(self.found.failures)
        if not failures:
            return "Nothing stands in the way of it."
        return f"{wording.count(failures, 'thing stands', 'things stand')} in the way of it."

    @property
    def chosen(self) -> list[tuple[str, str]]:
        contents = self.wanted.contents
        return [
            ("Figures", f"{wording.month(self.wanted.month)}, edition {self.asked.opened.number}"),
            ("Meeting", wording.weekday_and_day(self.wanted.meeting)),
            ("How old they will be", self._age),
            ("Appendix", "The Members’ set" if contents.members_set else "Every indicator"),
            (
                "Areas for improvement",
                "Each told in full" if contents.with_exceptions else "In the summary’s table alone",
            ),
        ]

    @property
    def checks(self) -> list[CheckShown]:
        """What stands in the way first, then what is good to know, then what is fine."""
        ordered = sorted(self.found.checks, key=lambda check: (not check.is_failure, not check.found))
        return [CheckShown(check.title, self._state(check), check.found, check.is_failure) for check in ordered]

    @property
    def may_be_published(self) -> bool:
        return self.found.may_be_published

    @property
    def fields(self) -> list[tuple[str, str]]:
        """What the form sends on."""
        month = str(self.wanted.month) if self.wanted.edition is None else f"{self.wanted.month}/{self.wanted.edition}"
        contents = self.wanted.contents
        return [
            ("month", month),
            ("meeting", self.wanted.meeting.isoformat()),
            *((("members_set", "yes"),) if contents.members_set else ()),
            *(() if contents.with_exceptions else (("without_exceptions", "yes"),)),
        ]

    @property
    def back(self) -> Link:
        return Link(self.words.back, PAPERS)

    @property
    def _age(self) -> str:
        if self.wanted.meeting < self.wanted.month.last_day:
            return "The meeting is before the month ends"
        return data_age(self.wanted.month, self.wanted.meeting)

    def _state(self, check: Check) -> str:
        if check.is_failure:
            return self.words.stands_in_the_way
        return self.words.to_know if check.found else self.words.fine
