"""What is written of each time in care beside its dates: first assessments, views at reviews, care plans, the year.

Nearly everything is as it should be; the few that are not are spread evenly, and none falls in the last month.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from everychild.calendar import Month, add_months
from everychild.northbrook.chance import Evenly, stream, weighted
from everychild.northbrook.lives_in_care import Care
from everychild.northbrook.setting import Setting

LATE_FIRST_ASSESSMENTS = 0.08
TOOK_PART = 0.96
IMMUNISED = 0.93
DEVELOPMENT_CHECKED = 0.97
QUESTIONNAIRE_RETURNED = 0.96
CONVICTED = 0.09
SUBSTANCE_MISUSE = 0.06
USUAL_SCORE, SPREAD = 11, 5
OLD_ENOUGH_TO_OFFEND = 10

HOW_THEY_TOOK_PART = {"PN1": 50, "PN2": 8, "PN3": 5, "PN5": 12, "PN6": 25}
NO_VIEWS = {"PN4": 1, "PN7": 1}
NO_SCORE = {"SDQ2": 3, "SDQ4": 2, "SDQ5": 4}


@dataclass(frozen=True, slots=True)
class HealthEvent:
    kind: str
    requested_on: date
    completed_on: date
    report_received_on: date | None


@dataclass(eq=False, slots=True)
class CareRecord:
    """What is written of one time in care. `plans` are the days on which the care plan was made anew."""

    care: Care
    events: tuple[HealthEvent, ...]
    plans: tuple[date, ...]
    immunised: bool
    development_checked: bool
    questionnaire_returned: bool
    why_not_returned: str
    convicted_on: date | None
    substance_misuse: bool
    participation: dict[date, str] = field(default_factory=dict)

    def score(self, seed: int, on: date) -> int:
        """The carer’s answers of that year in care: much as the year before, and never quite the same."""
        child = self.care.child.child_id
        usual = round(stream(seed, f"questionnaire/{child}").gauss(USUAL_SCORE, SPREAD))
        years = (on - self.care.started_on).days // 365
        return min(max(usual + stream(seed, f"questionnaire/{child}/{years}").randint(-2, 2), 0), 40)


class CareRecords:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("care records")
        self._late = Evenly(self._rng)
        self._took_part = Evenly(self._rng)
        self._immunised, self._checked, self._returned = Evenly(self._rng), Evenly(self._rng), Evenly(self._rng)
        self._convicted, self._misuse = Evenly(self._rng), Evenly(self._rng)

    def write(self, periods: Sequence[Care]) -> list[CareRecord]:
        in_order = sorted(periods, key=lambda care: (care.started_on, care.child.child_id))
        for care in in_order:
            self._delay_first_assessment(care)
        records = [self._of(care) for care in in_order]
        self._tell_who_took_part(records)
        return records

    def _delay_first_assessment(self, care: Care) -> None:
        """Now and then the first assessment is past its 20 working days, though it is held before the next is due."""
        later, rng = self._setting.timeline.later, self._rng
        moved = later(care.started_on, rng.randint(21, 38))
        others = care.health_assessments[1:]
        until = min(care.ended_on or date.max, *others, self._setting.timeline.last.first_day)
        if care.health_assessments and moved < until and self._late.happens(LATE_FIRST_ASSESSMENTS):
            care.health_assessments = (moved, *others)

    def _of(self, care: Care) -> CareRecord:
        return CareRecord(
            care=care,
            events=tuple(sorted(self._events(care), key=lambda event: (event.completed_on, event.kind))),
            plans=self._plans(care),
            immunised=self._immunised.happens(IMMUNISED),
            development_checked=self._checked.happens(DEVELOPMENT_CHECKED),
            questionnaire_returned=self._returned.happens(QUESTIONNAIRE_RETURNED),
            why_not_returned=weighted(self._rng, NO_SCORE),
            convicted_on=self._conviction(care),
            substance_misuse=care.child.age(care.started_on) >= OLD_ENOUGH_TO_OFFEND
            and self._misuse.happens(SUBSTANCE_MISUSE),
        )

    def _events(self, care: Care) -> list[HealthEvent]:
        rng, later = self._rng, self._setting.timeline.later
        events = []
        for number, day in enumerate(care.health_assessments):
            kind = "review_assessment" if number else "initial_assessment"
            asked = max(care.started_on, later(day, -rng.randint(5, 12)))
            events.append(HealthEvent(kind, asked, day, later(day, rng.randint(1, 4))))
        return events + [HealthEvent("dental", day, day, None) for day in care.dental_checks]

    def _plans(self, care: Care) -> tuple[date, ...]:
        """Made in the first fortnight, and anew after each review."""
        rng, later = self._rng, self._setting.timeline.later
        days = [later(care.started_on, rng.randint(0, 8))]
        days += [later(day, rng.randint(1, 8)) for day in care.reviews]
        return tuple(day for day in sorted(set(days)) if care.ended_on is None or day < care.ended_on)

    def _conviction(self, care: Care) -> date | None:
        day = care.started_on + timedelta(days=self._rng.randint(200, 900))
        happened = care.child.age(day) >= OLD_ENOUGH_TO_OFFEND and self._convicted.happens(CONVICTED)
        return day if happened else None

    def _tell_who_took_part(self, records: Sequence[CareRecord]) -> None:
        held = sorted(
            ((day, record) for record in records for day in record.care.reviews),
            key=lambda one: (one[0], one[1].care.child.child_id),
        )
        for day, record in held:
            record.participation[day] = self._participation(record.care, day, self._rng)

    def _participation(self, care: Care, day: date, rng: Random) -> str:
        if care.child.age(day) < 4:
            return "PN0"
        last_month = self._setting.timeline.to_go(Month.of(day)) <= 0
        heard = last_month or self._took_part.happens(TOOK_PART)
        return weighted(rng, HOW_THEY_TOOK_PART if heard else NO_VIEWS)


def in_care_a_year(care: Care, on: date) -> bool:
    return care.started_on <= add_months(on, -12) and (care.ended_on is None or care.ended_on > on)
