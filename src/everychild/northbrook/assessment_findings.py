"""What goes with each assessment: the point at which a manager looks again, and the factors found at its end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from everychild.northbrook.chance import Evenly, weighted
from everychild.northbrook.early_work import Factors, ReviewPoint
from everychild.northbrook.lives import Case
from everychild.northbrook.setting import Setting

REVIEW_POINT_WORKING_DAYS = 20
REVIEWED_LATE = 0.08
FACTORS = {
    "3B": 24, "4B": 20, "16A": 14, "17A": 13, "2B": 8, "1B": 7, "18A": 7, "4A": 9, "6B": 4, "5A": 4, "6A": 3,
    "14A": 5, "15A": 4, "10A": 3, "11A": 3, "13A": 2, "12A": 1, "19A": 3, "7A": 3, "3A": 5, "20": 5, "9A": 1,
}  # fmt: skip
HOW_MANY = {1: 30, 2: 35, 3: 22, 4: 13}
NO_FACTORS = 0.03


def review_points(setting: Setting, cases: Iterable[Case]) -> list[ReviewPoint]:
    rng = setting.stream("assessment review points")
    late, later = Evenly(rng), setting.timeline.later
    points = []
    for case in cases:
        assessment = case.assessment
        due_on = later(assessment.started_on, REVIEW_POINT_WORKING_DAYS)
        held_on = later(due_on, rng.randint(1, 4) if late.happens(REVIEWED_LATE) else -rng.randint(0, 6))
        points.append(
            ReviewPoint(
                child=case.child,
                assessment_started_on=assessment.started_on,
                due_on=due_on,
                reviewed_on=min(held_on, max(assessment.authorised_on, assessment.started_on)),
                worker=case.allocations[0].worker,
            )
        )
    return sorted(points, key=lambda point: (point.due_on, point.child.child_id))


def factors(setting: Setting, cases: Iterable[Case]) -> list[Factors]:
    """Brothers and sisters assessed together share what was found."""
    rng = setting.stream("assessment factors")
    found: dict[tuple[int, date], tuple[str, ...]] = {}
    told = []
    for case in cases:
        if not case.assessment.support_required:
            continue
        together = (case.child.family.number, case.opened_on)
        if together not in found:
            wanted = {weighted(rng, FACTORS) for _ in range(weighted(rng, HOW_MANY))}
            found[together] = ("21",) if rng.random() < NO_FACTORS else tuple(sorted(wanted))
        told.append(Factors(case.child, case.assessment.authorised_on, found[together], case.allocations[0].worker))
    return sorted(told, key=lambda one: (one.authorised_on, one.child.child_id))
