"""Every small number that could be learned: small counts, the rest of a whole, and changes from one month to the next.

A number is disclosed where it may be one of the small ones and fewer than five whole numbers are possible. Where the
solver comes to no answer in its time, that is said, and the release is not safe: what could not be checked never
passes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from everychild.auditor.model import Equation, Model, Unknown, before, components, model_of
from everychild.auditor.published import Published
from everychild.auditor.rule import Range
from everychild.auditor.solver import Contradiction, NoAnswer, Solver, Sum, tightened

SMALLEST, LARGEST = 1, 5
FEWEST_POSSIBLE = 5
"""Fewer possible values than this and the number is as good as told."""


class Kind(StrEnum):
    """What could be learned."""

    COUNT = "count"
    REST = "rest"
    CHANGE = "change"
    TOLD_AGAIN = "told again"


@dataclass(frozen=True)
class Finding:
    """One number that could be learned, or that could not be checked: then it has no range."""

    kind: Kind
    about: Unknown
    other: Unknown | None
    title: str
    within: Range | None
    is_guessed: bool = False
    """Whether it is learned only by whoever takes a number that is held back for a small one, as it mostly is."""

    @property
    def sentence(self) -> str:
        """What somebody could write who has nothing but what is published."""
        what = {
            Kind.COUNT: f"“{self.title}” counted {self._how_many} in {self.about.as_at} ({self._window})",
            Kind.REST: f"for all but {self._how_many} “{self.title}” was so in {self.about.as_at} ({self._window})",
            Kind.CHANGE: f"“{self.title}” changed by {self._how_many} in {self.about.as_at}",
            Kind.TOLD_AGAIN: f"“{self.title}” for {self.about.as_at} was told anew by {self._how_many}",
        }[self.kind]
        if self.within is None:
            return f"It could not be worked out in time whether {what} could be learned."
        if self.is_guessed:
            return f"Anybody who takes it that what is held back is small can work out that {what}."
        return f"Anybody can work out that {what}."

    @property
    def _window(self) -> str:
        return self.about.window.replace("_", " ")

    @property
    def _how_many(self) -> str:
        if self.within is None:
            return "a small number"
        lowest, highest = self.within.lowest, self.within.highest
        return f"exactly {lowest}" if lowest == highest else f"between {lowest} and {highest}"


@dataclass(frozen=True)
class Audit:
    """What an audit came to: how many numbers were looked at, and what could be learned."""

    asked: int
    solved: int
    findings: tuple[Finding, ...]
    contradicted: int
    """Groups of numbers that cannot all be as was taken: attacked without earlier releases, or without flows."""

    @property
    def is_safe(self) -> bool:
        return not self.findings


@dataclass(frozen=True)
class _Question:
    kind: Kind
    about: Unknown
    other: Unknown | None
    title: str
    asked: Sum
    guessed: Range | None = None
    """What a reader may take it for, since it is held back: a small number."""


Memory = dict[Any, tuple[list[Finding], int]]
"""What was learned of groups of numbers attacked before: one that has not changed is not attacked again."""


def audit(newest: Published, earlier: Sequence[Published] = (), memory: Memory | None = None) -> Audit:
    """Attacks a release, with all the earlier ones at hand."""
    memory = {} if memory is None else memory
    model = model_of(newest, earlier)
    questions: dict[Unknown, list[_Question]] = defaultdict(list)
    for question in _questions(model):
        questions[question.about].append(question)
    findings = list(_told_again(model))
    solved = contradicted = 0
    together = [[unknown for unknown, _ in one.asked] for of_one in questions.values() for one in of_one]
    for unknowns, equations in components(model, together):
        asked = [question for unknown in unknowns for question in questions.get(unknown, [])]
        if not asked:
            continue
        group = (tuple((one, model.bounds[one]) for one in unknowns), tuple(equations), tuple(asked))
        try:
            if group not in memory:
                memory[group] = _attack(model, unknowns, equations, asked)
            found, many = memory[group]
        except Contradiction:
            found, many = _apart(newest, unknowns, asked)
            contradicted += 1
        findings += found
        solved += many
    return Audit(sum(map(len, questions.values())), solved, tuple(findings), contradicted)


def _apart(newest: Published, unknowns: Sequence[Unknown], asked: Sequence[_Question]) -> tuple[list[Finding], int]:
    """What was taken to be so cannot all be: earlier releases are put aside, and then that flows add up to stocks.

    A release that still contradicts itself tells something untrue, and nothing of it passes.
    """
    own: list[_Question] = []
    for with_flows in (True, False):
        alone = model_of(newest, with_flows=with_flows)
        mine = [unknown for unknown in unknowns if unknown in alone.bounds]
        held = frozenset(mine)
        equations = [one for one in alone.equations if held.issuperset(unknown for unknown, _ in one.terms)]
        own = [question for question in asked if held.issuperset(unknown for unknown, _ in question.asked)]
        try:
            return _attack(alone, mine, equations, own)
        except Contradiction:
            continue
    return [_unanswered(question) for question in own], 0


def _attack(
    model: Model, unknowns: Sequence[Unknown], equations: Sequence[Equation], asked: Sequence[_Question]
) -> tuple[list[Finding], int]:
    bounds = tightened({unknown: model.bounds[unknown] for unknown in unknowns}, equations)
    solver = Solver(bounds, unknowns, equations)
    try:
        solver.spread()
    except NoAnswer:
        return [_unanswered(question) for question in asked], 0
    findings, solved = [], 0
    for question in asked:
        if _is_settled(solver.seen(question.asked), question):
            continue
        solved += 1
        try:
            within = solver.range_of(question.asked)
        except NoAnswer:
            findings.append(_unanswered(question))
            continue
        for number, reading in enumerate(_readings(within, question)):
            if _is_learned(reading, question.kind):
                about = (question.kind, question.about, question.other, question.title)
                findings.append(Finding(*about, reading, is_guessed=number > 0))
                break
    return findings, solved


def _is_settled(seen: Range, question: _Question) -> bool:
    """Whether what was seen to be possible is room enough, of the number and of the small one it may be taken for."""
    readings = _readings(seen, question)
    return len(readings) == (1 if question.guessed is None else 2) and all(map(_is_wide, readings))


def _readings(within: Range, question: _Question) -> list[Range]:
    """What is possible; and of a number held back, what is possible of a small one, where any is."""
    if question.guessed is None:
        return [within]
    lowest = max(within.lowest, question.guessed.lowest)
    highest = min(end for end in (within.highest, question.guessed.highest) if end is not None)
    return [within, Range(lowest, highest)] if lowest <= highest else [within]


def _questions(model: Model) -> Iterator[_Question]:
    for unknown in model.bounds:
        title = model.titles[unknown.counted]
        guessed = model.small if unknown in model.held_back else None
        yield _Question(Kind.COUNT, unknown, None, title, ((unknown, 1),), guessed)
        then = unknown._replace(as_at=before(unknown.as_at, 1))
        if then in model.bounds and not unknown.told_in:
            yield _Question(Kind.CHANGE, unknown, then, title, ((unknown, 1), (then, -1)))
    for (met, considered), title in model.shares.items():
        guessed = model.small if met in model.held_back else None
        yield _Question(Kind.REST, met, considered, title, ((considered, 1), (met, -1)), guessed)


def _told_again(model: Model) -> Iterator[Finding]:
    """What a number told anew says of how many were late. The two may lie in two groups: their bounds must do."""
    for now, then in model.told_otherwise:
        new, old = model.bounds[now], model.bounds[then]
        if new.highest is None or old.highest is None:
            continue
        apart = Range(new.lowest - old.highest, new.highest - old.lowest)
        if _is_learned(apart, Kind.TOLD_AGAIN):
            yield Finding(Kind.TOLD_AGAIN, now, then, model.titles[now.counted], apart)


def _is_wide(within: Range) -> bool:
    return within.highest is None or within.highest - within.lowest + 1 >= FEWEST_POSSIBLE


def _is_learned(within: Range, kind: Kind) -> bool:
    if _is_wide(within):
        return False
    assert within.highest is not None, "a range that is not wide has an end"
    possible: Iterable[int] = range(within.lowest, within.highest + 1)
    signed = kind in (Kind.CHANGE, Kind.TOLD_AGAIN)
    return any(SMALLEST <= (abs(value) if signed else value) <= LARGEST for value in possible)


def _unanswered(question: _Question) -> Finding:
    return Finding(question.kind, question.about, question.other, question.title, None)
