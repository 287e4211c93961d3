"""Families whose child protection plan is not enough: a letter before proceedings, mostly a family meeting first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from everychild.northbrook.allocations import worker_on
from everychild.northbrook.chance import Evenly, weighted
from everychild.northbrook.early_work import BeforeCourt
from everychild.northbrook.lives import Case, Plan
from everychild.northbrook.setting import Setting

OF_FAMILIES_ON_PLANS = 0.34
OFFERED = 0.84
HELD = 0.6
ENDS = {"stepped_down": 62, "issued": 38}


def before_court(setting: Setting, plans: Iterable[Plan]) -> list[BeforeCourt]:
    rng, timeline = setting.stream("before court"), setting.timeline
    chosen, offered, held = Evenly(rng), Evenly(rng), Evenly(rng)
    found: list[BeforeCourt] = []
    for group in _families(plans):
        letter_on = timeline.working_day_by(group[0].started_on + timedelta(days=rng.randint(70, 190)))
        weeks = rng.randint(9, 20)
        until = min(plan.ended_on for plan in group)
        if letter_on >= until or not chosen.takes(len(group), OF_FAMILIES_ON_PLANS):
            continue
        offered_on = timeline.later(letter_on, -rng.randint(2, 15)) if offered.takes(len(group), OFFERED) else None
        held_on = timeline.later(letter_on, rng.randint(3, 20)) if offered_on and held.happens(HELD) else None
        outcome = weighted(rng, ENDS)
        ended_on = timeline.working_day_by(letter_on + timedelta(weeks=weeks))
        found += [
            BeforeCourt(
                child=plan.child,
                letter_on=letter_on,
                first_met_on=timeline.later(letter_on, 8),
                offered_on=offered_on,
                held_on=held_on,
                outcome=outcome,
                ended_on=ended_on,
                worker=worker_on(_case(plan, letter_on), letter_on),
            )
            for plan in group
        ]
    return sorted(found, key=lambda one: (one.letter_on, one.child.child_id))


def _case(plan: Plan, day: date) -> Case:
    return next(case for case in reversed(plan.child.cases) if case.is_open(day))


def _families(plans: Iterable[Plan]) -> Iterator[Sequence[Plan]]:
    """Plans of brothers and sisters that began on one day."""
    together: dict[tuple[int, date], list[Plan]] = {}
    for plan in plans:
        together.setdefault((plan.child.family.number, plan.started_on), []).append(plan)
    yield from together.values()
