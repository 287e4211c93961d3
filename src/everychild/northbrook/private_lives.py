"""Children who live with people not close to them, and allegations against adults who work with children."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from everychild.calendar import Month
from everychild.northbrook.chance import Evenly, Volumes, weighted
from everychild.northbrook.early_work import Allegation, PrivatelyFostered
from everychild.northbrook.lives import Child
from everychild.northbrook.setting import Setting
from everychild.northbrook.workforce import safeguarding_team

NOTIFICATIONS = 1.7
VISITED_LATE = 0.04
AGES = range(7, 16)
TRIES = 60
ALLEGATIONS = 8.5
CONCLUDED_LATE = 0.09
WORKPLACES = {
    "education": 40, "early_years": 17, "foster_care": 11, "residential": 7, "social_care": 3, "health": 6, "police": 2,
    "faith": 3, "leisure": 6, "transport": 3, "other": 2,
}  # fmt: skip
OUTCOMES = {"substantiated": 34, "unsubstantiated": 40, "unfounded": 18, "false": 6, "malicious": 2}


def privately_fostered(setting: Setting, known: Sequence[Child]) -> list[PrivatelyFostered]:
    rng, timeline = setting.stream("private fostering"), setting.timeline
    volumes, late = Volumes(rng), Evenly(rng)
    taken: set[str] = set()
    found = []
    for month in _months(setting):
        for _ in range(volumes.draw(setting.expected(NOTIFICATIONS, month))):
            notified_on = setting.working_day_in(month, rng)
            for _ in range(TRIES):
                child = rng.choice(known)
                if child.age(notified_on) in AGES and child.child_id not in taken and not child.care:
                    break
            else:
                continue
            taken.add(child.child_id)
            is_late = late.happens(VISITED_LATE) and timeline.to_go(month) > 3
            found.append(
                PrivatelyFostered(
                    child=child,
                    notified_on=notified_on,
                    started_on=notified_on - timedelta(days=rng.randint(0, 30)),
                    ended_on=notified_on + timedelta(days=rng.randint(60, 500)),
                    first_visited_on=timeline.later(notified_on, rng.randint(8, 10) if is_late else rng.randint(1, 6)),
                    worker=setting.workforce.next_in(safeguarding_team(child.family.area)),
                )
            )
    return sorted(found, key=lambda one: (one.notified_on, one.child.child_id))


def allegations(setting: Setting) -> list[Allegation]:
    rng, by = setting.stream("allegations"), setting.timeline.working_day_by
    volumes, late = Volumes(rng), Evenly(rng)
    found: list[Allegation] = []
    for month in _months(setting):
        for _ in range(volumes.draw(setting.expected(ALLEGATIONS, month))):
            referred_on = setting.working_day_in(month, rng)
            days = weighted(rng, {60: 6, 85: 3, 130: 1}) if late.happens(CONCLUDED_LATE) else rng.randint(5, 26)
            found.append(
                Allegation(
                    allegation_id=f"LD{len(found) + 401:05}",
                    referred_on=referred_on,
                    concluded_on=max(by(referred_on + timedelta(days=days)), referred_on),
                    workplace=weighted(rng, WORKPLACES),
                    outcome=weighted(rng, OUTCOMES),
                )
            )
    return found


def _months(setting: Setting) -> list[Month]:
    """From a while before our files begin, so that what is open then is in them."""
    return [month for month in setting.timeline.lived if month >= Month.of(setting.timeline.first_seen) - 6]
