"""Two references that may be one child’s, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from everychild import wording
from everychild.same_child import LikelySame
from everychild.store.references import References
from everychild.web.presenters.messages import PRODUCT

YES, NO = "yes", "no"
AT_ONCE = 100
"""Pairs on one page: those after them are asked when these are answered."""


@dataclass(frozen=True)
class ReferenceWords:
    """Headings and labels of the page."""

    heading: str = "Children under a new reference"
    about: str = (
        "Each pair has the same rows in everything else. Look both up in the case system. Answered yes, they are read "
        "as one child from now on, with one history; answered no, they stay two and are not asked again. What is "
        "closed already stands until it is closed again."
    )
    asked: str = "Is it the same child?"
    nothing_asked: str = "No reference waits for an answer."
    yes: str = "Yes, one child"
    no: str = "No, two children"
    earlier: str = "Reference before"
    now: str = "Reference now"
    keep: str = "Keep these answers"
    answered: str = "Answered so far"
    answer: str = "Answer"
    otherwise: str = "Change it"
    nothing_answered: str = "None yet."
    one: str = "One child"
    two: str = "Two children"
    back: str = "Back to loading"


WORDS = ReferenceWords()


@dataclass(frozen=True)
class PairLine:
    """One pair on the form."""

    earlier_id: str
    child_id: str
    why: str


@dataclass(frozen=True)
class AnsweredLine:
    """One pair that was answered, and what the other answer would be."""

    earlier_id: str
    child_id: str
    says: str
    other: str
    other_words: str


@dataclass(frozen=True)
class ReferencesPage:
    """What is asked, and what has been answered."""

    likely: Sequence[LikelySame]
    said: Mapping[References, bool]
    saved: int = 0
    problem: str = ""
    words: ReferenceWords = WORDS
    heading: str = WORDS.heading
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def sentence(self) -> str:
        if not self.likely:
            return self.words.nothing_asked
        waiting = wording.count(len(self.likely), "child seems", "children seem")
        more = f" The first {AT_ONCE} are shown." if len(self.likely) > AT_ONCE else ""
        return wording.sentence(f"{waiting} to go by another reference than before.{more}")

    @property
    def what_was_saved(self) -> str:
        return wording.sentence(f"{wording.count(self.saved, 'answer')} kept.") if self.saved else ""

    @property
    def pairs(self) -> list[PairLine]:
        return [
            PairLine(
                one.earlier_id,
                one.child_id,
                f"Alike in {wording.listed([record.replace('_', ' ') for record in one.records])}",
            )
            for one in self.likely[:AT_ONCE]
        ]

    @property
    def answered(self) -> list[AnsweredLine]:
        words = self.words
        return [
            AnsweredLine(earlier, child, words.one, NO, words.no)
            if is_same
            else AnsweredLine(earlier, child, words.two, YES, words.yes)
            for (earlier, child), is_same in sorted(self.said.items())
        ]
