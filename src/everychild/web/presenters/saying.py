"""The commentary inbox and editor, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from everychild import wording
from everychild.journal.commentary import NOTHING, Signed, Standing, State, Told
from everychild.judgement.judged import Judged
from everychild.judgement.the_list import as_decided
from everychild.narrative import area_paragraphs, pattern_sentence
from everychild.narrative.offers import KnownNumbers
from everychild.roles import Need, Viewer
from everychild.web.addresses import COMMENTARY
from everychild.web.editions import Asked
from everychild.web.presenters.actions import WORDS, ActionLine, ActionWords
from everychild.web.presenters.messages import PRODUCT, Link
from everychild.web.presenters.words_at_work import AT_WORK


@dataclass(frozen=True)
class Line:
    """One indicator in the inbox."""

    ref: str
    title: str
    status: str
    state: str
    by: str
    address: str


@dataclass(frozen=True)
class InboxPage:
    """Every flagged indicator, and every other that has words, with how they stand."""

    asked: Asked
    standing: Mapping[str, Standing]
    signed: Sequence[Signed]
    problem: str
    may_sign: bool
    may_ask: bool = False
    actions: Sequence[ActionLine] = ()
    action_words: ActionWords = WORDS
    product: str = PRODUCT

    @property
    def heading(self) -> str:
        return f"Commentary, {wording.month(self.asked.edition.as_at)}"

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def sentence(self) -> str:
        lines = [line for line in self.lines if self.asked.edition.by_ref(line.ref) in self._flagged]
        approved = sum(line.state == State.APPROVED for line in lines)
        are = "has its words" if approved == 1 else "have their words"
        return (
            f"Of {wording.count(len(lines), 'flagged indicator')}, {wording.in_words(approved)} {are} approved. "
            "The paper leaves a marked gap where there are none."
        )

    @property
    def lines(self) -> list[Line]:
        listed = [item for item in self.asked.edition.indicators if item in self._flagged or item.ref in self.standing]
        return [self._line(item) for item in listed]

    @property
    def month(self) -> str:
        return wording.month(self.asked.edition.as_at)

    @property
    def ask_address(self) -> str:
        return f"{COMMENTARY}{self.asked.edition.as_at}/ask/"

    @property
    def sign_address(self) -> str:
        return f"{COMMENTARY}{self.asked.edition.as_at}/sign/"

    @property
    def back(self) -> Link:
        return Link(f"Overview of {wording.month(self.asked.edition.as_at)}", self.asked.place.overview)

    @property
    def _flagged(self) -> list[Judged]:
        return [item for area in as_decided(self.asked.edition).areas for item in area.judged]

    def _line(self, item: Judged) -> Line:
        held = self.standing.get(item.ref, NOTHING)
        return Line(
            item.ref,
            item.title,
            item.status.in_words,
            held.state.value,
            held.by,
            f"{COMMENTARY}{self.asked.edition.as_at}/{item.ref}/",
        )


@dataclass(frozen=True)
class EditorPage:
    """The words about one indicator, what may be done with them, and what was."""

    asked: Asked
    item: Judged
    held: Standing
    told: Sequence[Told]
    problem: str
    typed: str | None
    viewer: Viewer
    known: KnownNumbers | None = None
    """What numbers are held against; None where no words are there to hold."""

    product: str = PRODUCT

    @property
    def heading(self) -> str:
        return self.item.title

    @property
    def title(self) -> str:
        error = "Error: " if self.problem else ""
        return f"{error}{self.heading}, commentary, {wording.month(self.asked.edition.as_at)}, {self.product}"

    @property
    def address(self) -> str:
        return f"{COMMENTARY}{self.asked.edition.as_at}/{self.item.ref}/"

    @property
    def figure(self) -> Link:
        return Link(
            f"The figure, its pattern and what moved it ({self.item.ref})", self.asked.place.indicator(self.item.ref)
        )

    @property
    def inbox(self) -> Link:
        return Link("All commentary", f"{COMMENTARY}{self.asked.edition.as_at}/")

    @property
    def draft(self) -> str:
        """What the figures alone can say. Why, and what is being done, only a person can add."""
        area = next((area for area in self.asked.edition.areas if self.item in area.judged), None)
        if area is None:
            return str(pattern_sentence(self.item))
        return "\n\n".join(str(paragraph) for paragraph in area_paragraphs(area, self.asked.edition))

    @property
    def text(self) -> str:
        return self.held.text if self.typed is None else self.typed

    @property
    def checked(self) -> list[tuple[str, str]]:
        """Every number that was typed, with the figure that says it, or that none does."""
        nothing = f"nothing in {wording.month(self.asked.edition.as_at)} says this"
        found = self.known.offers(self.text, most=1) if self.known else ()
        told = [(number.text, number.offers[0].says if number.offers else nothing) for number in found]
        return [(text, f"{says}; {AT_WORK.small_number}" if _is_small(text) else says) for text, says in told]

    @property
    def may_decide(self) -> bool:
        """An author never approves own words."""
        return self.viewer.can(Need.SIGN) and self.held.state is State.SENT and self.held.author != self.viewer.person

    @property
    def is_own_and_sent(self) -> bool:
        return self.viewer.can(Need.SIGN) and self.held.state is State.SENT and self.held.author == self.viewer.person


def _is_small(text: str) -> bool:
    """One to five, in figures or in words: what the paper’s tables hold back, and words should too."""
    return text.lower() in {str(number) for number in range(1, 6)} | {wording.in_words(n) for n in range(1, 6)}
