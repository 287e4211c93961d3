"""The solver’s ranges against every combination tried one by one: two ways to the same answer."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from everychild.auditor.model import Equation, Unknown
from everychild.auditor.rule import Range
from everychild.auditor.solver import Contradiction, Solver, tightened

UNKNOWNS = [Unknown(name, "month", "2019-04") for name in "abcd"]


@st.composite
def small_models(draw: st.DrawFn) -> tuple[dict[Unknown, Range], list[Equation], list[tuple[Unknown, int]]]:
    many = draw(st.integers(1, len(UNKNOWNS)))
    unknowns = UNKNOWNS[:many]
    bounds = {}
    for unknown in unknowns:
        lowest = draw(st.integers(0, 4))
        bounds[unknown] = Range(lowest, lowest + draw(st.integers(0, 4)))
    signs = st.sampled_from([-2, -1, 0, 1, 2])
    equations = []
    for _ in range(draw(st.integers(0, 3))):
        terms = tuple((unknown, by) for unknown in unknowns if (by := draw(signs)))
        if terms:
            lowest = draw(st.one_of(st.none(), st.integers(-6, 10)))
            highest = draw(st.one_of(st.none(), st.integers(lowest if lowest is not None else -6, 14)))
            equations.append(Equation(terms, lowest, highest))
    asked = [(unknown, by) for unknown in unknowns if (by := draw(signs))] or [(unknowns[0], 1)]
    return bounds, equations, asked


@given(small_models())
def test_the_range_is_that_of_every_combination(
    model: tuple[dict[Unknown, Range], list[Equation], list[tuple[Unknown, int]]],
) -> None:
    bounds, equations, asked = model
    unknowns = list(bounds)
    came_to = []
    for values in product(*(range(one.lowest, (one.highest or 0) + 1) for one in bounds.values())):
        held = dict(zip(unknowns, values, strict=True))
        if all(_holds(equation, held) for equation in equations):
            came_to.append(sum(by * held[unknown] for unknown, by in asked))
    solver = Solver(tightened(bounds, equations), unknowns, equations)
    try:
        solver.spread()
        found = solver.range_of(asked)
    except Contradiction:
        assert came_to == []
        return
    assert (found.lowest, found.highest) == (min(came_to), max(came_to))
    seen = solver.seen(asked)
    assert seen.highest is not None
    assert seen.lowest >= min(came_to)
    assert seen.highest <= max(came_to)


def _holds(equation: Equation, held: dict[Unknown, int]) -> bool:
    total = sum(by * held[unknown] for unknown, by in equation.terms)
    return (equation.lowest is None or total >= equation.lowest) and (
        equation.highest is None or total <= equation.highest
    )
