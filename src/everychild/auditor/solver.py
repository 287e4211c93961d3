"""The narrowest range of a sum of whole numbers under bounds and equations, by HiGHS, a mixed-integer solver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from math import ceil, floor
from typing import TYPE_CHECKING

from everychild.auditor.model import Equation, Unknown
from everychild.auditor.rule import Range
from everychild.errors import MissingPart

if TYPE_CHECKING:
    from highspy import Highs

SECONDS_EACH = 10.0
"""Longer than this for one question is no answer, and no answer is no release."""

MOST = 10_000_000
"""Above anything counted: HiGHS wants an end to every whole number it looks for."""

NEARLY_WHOLE = 1e-6
"""HiGHS’s own tolerance: the nearest whole numbers are then tried in every equation."""

Sum = Sequence[tuple[Unknown, int]]


class NoAnswer(Exception):
    """The solver came to no end in its time."""


class Contradiction(Exception):
    """No numbers at all are as published."""


class _End(Enum):
    LEAST = 1
    MOST = -1


class Solver:
    """One group of unknowns. Every solution found is kept: two of them may prove a range wide without more asking."""

    def __init__(
        self, bounds: Mapping[Unknown, Range], unknowns: Sequence[Unknown], equations: Sequence[Equation]
    ) -> None:
        self._number = {unknown: number for number, unknown in enumerate(unknowns)}
        self._bounds = [bounds[unknown] for unknown in unknowns]
        self._equations = [
            ([(self._number[unknown], by) for unknown, by in equation.terms], equation.lowest, equation.highest)
            for equation in equations
        ]
        self._highs = self._started() if equations else None
        self.found: list[list[int]] = []

    def spread(self) -> None:
        """Asks for a few solutions far from each other. Raises Contradiction or NoAnswer."""
        every = range(len(self._bounds))
        for pattern in (
            [1] * len(self._bounds),
            [1 if n % 2 else -1 for n in every],
            [1 if n % 3 else -2 for n in every],
        ):
            for end in _End:
                self._solve(dict(enumerate(pattern)), end)

    def seen(self, asked: Sum) -> Range:
        """The least and the most a sum came to in the solutions found so far: the true range is no narrower."""
        came_to = [self._come_to(asked, solution) for solution in self.found]
        return Range(min(came_to), max(came_to))

    def range_of(self, asked: Sum) -> Range:
        """The exact range. Raises NoAnswer or Contradiction.

        An end is asked for only where what was seen to be possible does not reach what the bounds alone allow.
        """
        seen, allowed = self.seen(asked), self._allowed(asked)
        cost = self._cost(asked)
        least = seen.lowest if seen.lowest == allowed[0] else self._come_to(asked, self._solve(cost, _End.LEAST))
        most = seen.highest if seen.highest == allowed[1] else self._come_to(asked, self._solve(cost, _End.MOST))
        return Range(least, most)

    def _allowed(self, asked: Sum) -> tuple[int, int]:
        """The least and the most of a sum by each bound by itself: the true range is no wider."""
        terms = [_term(self._bounds[self._number[unknown]], by) for unknown, by in asked]
        return sum(low for low, _ in terms), sum(high for _, high in terms)

    def _cost(self, asked: Sum) -> dict[int, int]:
        cost: dict[int, int] = {}
        for unknown, by in asked:
            cost[self._number[unknown]] = cost.get(self._number[unknown], 0) + by
        return cost

    def _come_to(self, asked: Sum, solution: Sequence[int]) -> int:
        return sum(by * solution[self._number[unknown]] for unknown, by in asked)

    def _solve(self, cost: Mapping[int, int], end: _End) -> list[int]:
        solution = self._unequated(cost, end) if self._highs is None else self._optimum(self._highs, cost, end)
        self.found.append(solution)
        return solution

    def _unequated(self, cost: Mapping[int, int], end: _End) -> list[int]:
        """With no equations every number goes to its own end."""
        return [
            bound.lowest if cost.get(n, 0) * end.value >= 0 else _highest(bound) for n, bound in enumerate(self._bounds)
        ]

    def _optimum(self, highs: Highs, cost: Mapping[int, int], end: _End) -> list[int]:
        every = list(range(len(self._bounds)))
        highs.changeColsCost(len(every), every, [float(cost.get(n, 0) * end.value) for n in every])
        solution = self._in_fractions(highs) or self._in_whole_numbers(highs)
        if not self._is_possible(solution):
            raise NoAnswer
        return solution

    def _in_fractions(self, highs: Highs) -> list[int] | None:
        """Without asking for whole numbers, which is far quicker. The best of all fractions, where it is of whole
        numbers, is the best of these; None where it is not.
        """
        highs.setOptionValue("solve_relaxation", True)
        told = self._run(highs)
        whole = [round(value) for value in told]
        is_whole = all(abs(value - near) < NEARLY_WHOLE for value, near in zip(told, whole, strict=True))
        return whole if is_whole and self._is_possible(whole) else None

    def _in_whole_numbers(self, highs: Highs) -> list[int]:
        highs.setOptionValue("solve_relaxation", False)
        return [round(value) for value in self._run(highs)]

    def _run(self, highs: Highs) -> Sequence[float]:
        from highspy import HighsModelStatus

        highs.run()
        match highs.getModelStatus():
            case HighsModelStatus.kOptimal:
                told: Sequence[float] = highs.getSolution().col_value
                return told
            case HighsModelStatus.kInfeasible:
                raise Contradiction
            case _:
                raise NoAnswer

    def _is_possible(self, solution: Sequence[int]) -> bool:
        """Checked in whole numbers: a solver reckons in floating point, and we do not take its word."""
        return all(
            bound.lowest <= value <= _highest(bound) for value, bound in zip(solution, self._bounds, strict=True)
        ) and all(
            (lowest is None or lowest <= come_to) and (highest is None or come_to <= highest)
            for terms, lowest, highest in self._equations
            for come_to in [sum(by * solution[n] for n, by in terms)]
        )

    def _started(self) -> Highs:
        try:
            import highspy
        except ImportError:
            raise MissingPart(
                "Auditing a release needs the solver HiGHS, which is not installed. "
                "Install Everychild with its report part: pip install everychild[report]"
            ) from None
        highs = highspy.Highs()  # type: ignore[no-untyped-call]  # its own types leave this one out
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("threads", 1)
        highs.setOptionValue("time_limit", SECONDS_EACH)
        highs.setOptionValue("mip_rel_gap", 0.0)
        highs.setOptionValue("mip_abs_gap", 0.5)
        for number, bound in enumerate(self._bounds):
            highs.addVar(float(bound.lowest), float(_highest(bound)))
            highs.changeColIntegrality(number, highspy.HighsVarType.kInteger)
        for terms, lowest, highest in self._equations:
            highs.addRow(
                -highspy.kHighsInf if lowest is None else float(lowest),
                highspy.kHighsInf if highest is None else float(highest),
                len(terms),
                [number for number, _ in terms],
                [float(by) for _, by in terms],
            )
        return highs


def _highest(bound: Range) -> int:
    return MOST if bound.highest is None else bound.highest


def tightened(bounds: Mapping[Unknown, Range], equations: Iterable[Equation], rounds: int = 3) -> dict[Unknown, Range]:
    """Bounds that follow from the equations one at a time: never narrower than the truth, and quick."""
    held = dict(bounds)
    equations = list(equations)
    for _ in range(rounds):
        before = dict(held)
        for equation in equations:
            _tighten(held, equation)
        if held == before:
            break
    return held


def _tighten(held: dict[Unknown, Range], equation: Equation) -> None:
    """Each term lies between what the others leave it."""
    lows = {unknown: _term(held[unknown], by)[0] for unknown, by in equation.terms}
    highs = {unknown: _term(held[unknown], by)[1] for unknown, by in equation.terms}
    for unknown, by in equation.terms:
        least = None if equation.lowest is None else equation.lowest - sum(highs[o] for o in highs if o != unknown)
        most = None if equation.highest is None else equation.highest - sum(lows[o] for o in lows if o != unknown)
        if by < 0:
            least, most = (None if most is None else -most), (None if least is None else -least)
        size = abs(by)
        lowest = held[unknown].lowest if least is None else max(held[unknown].lowest, ceil(least / size))
        highest = _highest(held[unknown]) if most is None else min(_highest(held[unknown]), floor(most / size))
        if lowest <= highest:
            held[unknown] = Range(lowest, None if highest == MOST else highest)


def _term(bound: Range, by: int) -> tuple[int, int]:
    ends = (by * bound.lowest, by * _highest(bound))
    return min(ends), max(ends)
