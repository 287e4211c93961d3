"""Actions in words: what was agreed, who owns it, how it stands, and what the figure did since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from everychild import wording
from everychild.judgement.agreed import Agreed, State
from everychild.judgement.judged import JudgedEdition
from everychild.narrative.since_agreed import since_agreed
from everychild.web.addresses import ACTIONS
from everychild.web.editions import Asked
from everychild.web.presenters.messages import PRODUCT, Link


@dataclass(frozen=True)
class ActionWords:
    """Headings and labels of the pages about actions."""

    heading: str = "Actions"
    open: str = "Open"
    open_here: str = "What is being done about it"
    settled: str = "Settled"
    none_open: str = "No action is open."
    none_settled: str = "None has been settled yet."
    agree: str = "Agree an action"
    about_agreeing: str = (
        "It is bound to the newest closed month, so that the next paper can tell what the figure did since. Say no "
        "child’s name, and nothing by which one could be recognised."
    )
    indicator: str = "Indicator it is about"
    what: str = "What will be done"
    owner: str = "Who owns it, by name or post"
    due_on: str = "Due"
    agree_it: str = "Agree it"
    action: str = "Action"
    who: str = "Owner"
    stands: str = "How it stands"
    since: str = "What the figure did since"
    how_now: str = "How it stands now"
    words: str = "What became of it, in a sentence or two"
    say_it: str = "Say so"
    history: str = "What was said of it"
    all_actions: str = "All actions"
    more: str = "Every action, and agreeing another"
    said_of: str = "action"


WORDS = ActionWords()


@dataclass(frozen=True)
class ActionLine:
    """One action in a list."""

    link: Link
    ref: str
    owner: str
    due: str
    stands: str
    since: str


def line(agreed: Agreed, edition: JudgedEdition, today: date) -> ActionLine:
    """As it stands on a day, with the figure in an edition."""
    item = edition.by_ref(agreed.ref)
    overdue = ", overdue" if agreed.is_overdue(today) else ""
    last = agreed.changes[-1] if agreed.changes else None
    said = f"{wording.sentence(agreed.state.value)}: {last.words}" if last else wording.sentence(agreed.state.value)
    return ActionLine(
        Link(agreed.what, f"{ACTIONS}{agreed.number}/"),
        agreed.ref,
        agreed.owner,
        f"{wording.day(agreed.due_on)}{overdue}",
        said,
        str(since_agreed(item, agreed)) if item is not None else "",
    )


def lines(found: Sequence[Agreed], edition: JudgedEdition, today: date) -> list[ActionLine]:
    return [line(agreed, edition, today) for agreed in found]


@dataclass(frozen=True)
class ActionsPage:
    """Every action there is."""

    asked: Asked
    found: Sequence[Agreed]
    today: date
    problem: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    words: ActionWords = WORDS
    heading: str = WORDS.heading
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def sentence(self) -> str:
        held = [agreed for agreed in self.found if agreed.is_open]
        late = sum(agreed.is_overdue(self.today) for agreed in held)
        said = f"{wording.count(len(held), 'action is', 'actions are')} open"
        return f"{said}, {wording.in_words(late)} of them overdue." if late else f"{said}."

    @property
    def open(self) -> list[ActionLine]:
        return lines([agreed for agreed in self.found if agreed.is_open], self.asked.edition, self.today)

    @property
    def settled(self) -> list[ActionLine]:
        return lines([agreed for agreed in self.found if not agreed.is_open], self.asked.edition, self.today)

    @property
    def month(self) -> str:
        return wording.month(self.asked.edition.as_at)

    @property
    def refs(self) -> list[tuple[str, str, bool]]:
        """Every indicator, flagged ones first."""
        flagged = [item for area in self.asked.edition.areas for item in area.judged]
        others = [item for item in self.asked.edition.indicators if item not in flagged]
        chosen = self.given.get("ref", "").upper()
        return [(item.ref, f"{item.ref} {item.title}", item.ref == chosen) for item in (*flagged, *others)]


@dataclass(frozen=True)
class ActionPage:
    """One action and everything said of it."""

    asked: Asked
    agreed: Agreed
    today: date
    problem: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    words: ActionWords = WORDS
    product: str = PRODUCT

    @property
    def heading(self) -> str:
        return f"Action {self.agreed.number}: {self.agreed.ref}"

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def line(self) -> ActionLine:
        return line(self.agreed, self.asked.edition, self.today)

    @property
    def indicator(self) -> Link:
        item = self.asked.edition.by_ref(self.agreed.ref)
        return Link(item.title if item else self.agreed.ref, self.asked.place.indicator(self.agreed.ref))

    @property
    def address(self) -> str:
        return f"{ACTIONS}{self.agreed.number}/"

    @property
    def history(self) -> list[str]:
        """Oldest first, each with who and when and the newest closed month on that day."""
        first = (
            f"{wording.day(self.agreed.at.date())}: agreed by {self.agreed.name}, {self.agreed.title}, on "
            f"{wording.month(self.agreed.month)}, edition {self.agreed.edition}, {self.agreed.fingerprint[:8]}"
        )
        return [
            first,
            *(
                f"{wording.day(held.at.date())}: {held.state.value}, says {held.name}, {held.title}, when "
                f"{wording.month(held.known)} was the newest month closed: {held.words}"
                for held in self.agreed.changes
            ),
        ]

    @property
    def states(self) -> list[tuple[str, str, bool]]:
        chosen = self.given.get("state", "")
        return [
            (state.value, wording.sentence(state.value), state.value == chosen)
            for state in State
            if state is not State.AGREED
        ]

    @property
    def back(self) -> Link:
        return Link(self.words.all_actions, ACTIONS)
