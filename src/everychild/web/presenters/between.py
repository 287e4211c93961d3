"""Two editions of one month beside each other: what a paper of the later one would say that the earlier one’s does not.

For whoever decides whether a paper that is out already needs a supplement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from everychild import wording
from everychild.judgement.judged import Judged
from everychild.web.addresses import PAPERS
from everychild.web.presenters.figures import value_text
from everychild.web.presenters.marks import mark_of
from everychild.web.presenters.messages import PRODUCT, Link

if TYPE_CHECKING:
    from everychild.web.editions import Asked


@dataclass(frozen=True)
class BetweenWords:
    """Headings of the page."""

    figures: str = "Figures told otherwise"
    figure: str = "Indicator"
    areas: str = "Areas for improvement"
    came: str = "Came on the list"
    left: str = "Left the list"
    commentary: str = "Words about them"
    same_figures: str = "Every figure is told as it was."
    same_areas: str = "The list of areas is as it was."
    same_words: str = "The approved words are as they were."
    flagged: str = "on the list"
    no_words: str = "None"
    table: str = "as a table"


WORDS = BetweenWords()


@dataclass(frozen=True)
class FigureChanged:
    """One indicator’s figure and status in each edition."""

    link: Link
    ref: str
    is_flagged: bool
    was: str
    now: str


@dataclass(frozen=True)
class WordsChanged:
    """The approved words about one indicator in each edition; empty where there were none."""

    link: Link
    was: str
    now: str


@dataclass(frozen=True)
class BetweenPage:
    """`earlier` and `later` are editions of one month, and the words approved of each by reference."""

    earlier: Asked
    later: Asked
    said_earlier: Mapping[str, str]
    said_later: Mapping[str, str]
    words: BetweenWords = WORDS
    product: str = PRODUCT

    @property
    def heading(self) -> str:
        return f"What changed in {wording.month(self.later.edition.as_at)} between edition {self.was} and {self.now}"

    @property
    def title(self) -> str:
        return f"{self.heading}, {self.product}"

    @property
    def was(self) -> int:
        return self.earlier.opened.number

    @property
    def now(self) -> int:
        return self.later.opened.number

    @property
    def was_heading(self) -> str:
        return f"Edition {self.was}"

    @property
    def now_heading(self) -> str:
        return f"Edition {self.now}"

    @property
    def sentence(self) -> str:
        """What it comes to, for a paper that was written of the earlier one."""
        flagged = sum(changed.is_flagged for changed in self.figures)
        if not (self.figures or self.came or self.left or self.changed_words):
            return f"A paper of edition {self.was} says what one of edition {self.now} would."
        if flagged or self.came or self.left or self.changed_words:
            return (
                f"A paper of edition {self.was} tells Members something that edition {self.now} does not: "
                "a supplement, or a new paper, would put it right."
            )
        return (
            f"The areas for improvement read the same in both. {wording.sentence(self._how_many)} of the appendix "
            f"{'is' if len(self.figures) == 1 else 'are'} told otherwise."
        )

    @property
    def _how_many(self) -> str:
        return wording.count(len(self.figures), "figure", "figures")

    @property
    def figures(self) -> list[FigureChanged]:
        """Those of areas for improvement first."""
        then = {item.ref: item for item in self.earlier.edition.indicators}
        found = [
            FigureChanged(
                self._link(item),
                item.ref,
                item.is_flagged or then[item.ref].is_flagged,
                _told(then[item.ref]),
                _told(item),
            )
            for item in self.later.edition.indicators
            if item.ref in then and _counts(then[item.ref]) != _counts(item)
        ]
        return sorted(found, key=lambda changed: not changed.is_flagged)

    @property
    def came(self) -> list[str]:
        had = {area.area.name for area in self.earlier.edition.areas}
        return [area.area.title for area in self.later.edition.areas if area.area.name not in had]

    @property
    def left(self) -> list[str]:
        has = {area.area.name for area in self.later.edition.areas}
        return [area.area.title for area in self.earlier.edition.areas if area.area.name not in has]

    @property
    def changed_words(self) -> list[WordsChanged]:
        items = {item.ref: item for item in self.later.edition.indicators}
        return [
            WordsChanged(self._link(items[ref]), self.said_earlier.get(ref, ""), self.said_later.get(ref, ""))
            for ref in items
            if self.said_earlier.get(ref, "") != self.said_later.get(ref, "")
        ]

    @property
    def back(self) -> Link:
        return Link("Papers", PAPERS)

    def _link(self, item: Judged) -> Link:
        return Link(item.title, self.later.place.indicator(item.ref))


def _told(item: Judged) -> str:
    mark = mark_of(item)
    return f"{value_text(item)} ({mark.words.lower()})" if item.value is not None else mark.words


def _counts(item: Judged) -> tuple[object, ...]:
    return item.figure.numerator, item.figure.denominator, item.figure.absent, item.status, item.is_flagged
