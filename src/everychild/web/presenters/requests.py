"""What Members asked for, in words: the lines, the minutes they are taken from, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from everychild import wording
from everychild.judgement.requested import Reply, Requested
from everychild.narrative.minutes import MinutedLine
from everychild.web.addresses import REQUESTS
from everychild.web.presenters.messages import PRODUCT, Link


@dataclass(frozen=True)
class RequestWords:
    """Headings and labels of the pages about requests."""

    heading: str = "What Members asked for"
    open: str = "Not settled"
    settled: str = "Settled"
    none_open: str = "Nothing that Members asked for is open."
    none_settled: str = "Nothing has been settled yet."
    paste: str = "Take them from the minutes"
    about_pasting: str = (
        "Paste the minutes, or the part about this paper. The lines that read as if something were asked for are "
        "ticked; you decide. They open the next paper, so leave out anything by which a child could be recognised."
    )
    committee: str = "Committee"
    asked_on: str = "Day it met"
    minutes: str = "Minutes"
    look: str = "Show the lines"
    lines: str = "Which lines ask for something?"
    about_lines: str = "Put a line in fewer words if you like: it is printed as it stands here."
    line: str = "Line"
    wording_of: str = "Words of line"
    keep: str = "Keep the lines that are ticked"
    again: str = "Paste other minutes"
    how_now: str = "What became of it"
    stands: str = "How it stands"
    words: str = "In a sentence or two, for Members to read"
    say_it: str = "Say so"
    history: str = "What was said of it"
    asked: str = "Asked"
    back: str = "Everything Members asked for"
    nothing_said: str = "Nothing yet."


WORDS = RequestWords()


@dataclass(frozen=True)
class RequestLine:
    link: Link
    asked: str
    stands: str


def request_line(one: Requested) -> RequestLine:
    last = one.answers[-1] if one.answers else None
    stands = wording.sentence(one.reply.value)
    return RequestLine(
        Link(one.words, f"{REQUESTS}{one.number}/"),
        f"{one.committee}, {wording.day(one.asked_on)}",
        f"{stands}: {last.words}" if last else f"{stands}.",
    )


@dataclass(frozen=True)
class RequestsPage:
    """Every request, a form for minutes, and the lines of what was pasted in it."""

    found: Sequence[Requested]
    committee: str
    problem: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    pasted: Sequence[MinutedLine] = ()
    words: RequestWords = WORDS
    heading: str = WORDS.heading
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def sentence(self) -> str:
        waiting = sum(one.reply is Reply.WAITING for one in self.found)
        held = sum(one.is_open for one in self.found)
        if not held:
            return self.words.none_open
        said = f"{wording.count(held, 'thing Members asked for is', 'things Members asked for are')} not settled"
        return f"{said}, {wording.in_words(waiting)} of them without any answer." if waiting else f"{said}."

    @property
    def open(self) -> list[RequestLine]:
        return [request_line(one) for one in self.found if one.is_open]

    @property
    def settled(self) -> list[RequestLine]:
        return [request_line(one) for one in self.found if not one.is_open]

    @property
    def chosen_committee(self) -> str:
        return self.given.get("committee", self.committee)


@dataclass(frozen=True)
class RequestPage:
    """One request, what was said of it, and a form to answer it."""

    one: Requested
    problem: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    words: RequestWords = WORDS
    product: str = PRODUCT

    @property
    def heading(self) -> str:
        return f"Request {self.one.number}"

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def line(self) -> RequestLine:
        return request_line(self.one)

    @property
    def address(self) -> str:
        return f"{REQUESTS}{self.one.number}/"

    @property
    def replies(self) -> list[tuple[str, str, bool]]:
        chosen = self.given.get("reply", self.one.reply.value)
        return [
            (reply.value, wording.sentence(reply.value), reply.value == chosen)
            for reply in Reply
            if reply is not Reply.WAITING
        ]

    @property
    def history(self) -> list[str]:
        return [
            f"{wording.sentence(held.reply.value)}: {held.words} ({held.name}, {wording.day(held.at.date())})"
            for held in self.one.answers
        ]

    @property
    def back(self) -> Link:
        return Link(self.words.back, REQUESTS)
