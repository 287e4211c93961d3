"""Early help assessments: who is helped, when it was asked for, when it was finished."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from everychild.calendar import Month
from everychild.northbrook.chance import Evenly, Volumes, weighted
from everychild.northbrook.early_help_times import Asked, draw_days, steer
from everychild.northbrook.lives import Allocation, Child, Family
from everychild.northbrook.setting import Setting
from everychild.northbrook.work_done import EarlyHelp
from everychild.northbrook.workforce import early_help_team

COMPLETED = 35
GIVEN_UP = 0.04
FAMILIES_KNOWN_TO_SOCIAL_CARE = 0.84
MONTHS_STILL_TO_COME = 5
"""Those open when the story ends are completed in the months after it, which nobody sees."""

DAYS_BETWEEN = 220
TRIES = 200
ASKED_AT_THE_WEEKEND = 0.1
LEAD_AGENCIES = {
    "Northbrook Council": 66, "Rowan Vale Academy": 8, "Millrace Primary School": 8, "Northbrook Health Visiting": 9,
    "Lanternside Family Charity": 6, "Northbrook Housing Trust": 3,
}  # fmt: skip
GIVEN_UP_AS = {"abandoned": 5, "stepped_up": 3, "no_contact": 2}


class EarlyHelpAssessments:
    def __init__(self, setting: Setting, known: Sequence[Family]) -> None:
        self._setting = setting
        self._known_families = known
        self._rng = setting.stream("early help")
        self._volumes = Volumes(self._rng)
        self._known, self._given_up = Evenly(self._rng), Evenly(self._rng)
        self._number = 5000
        self._helped_until: dict[int, date] = {}

    def make(self) -> list[EarlyHelp]:
        """Everything completed from a little before our files begin to some months after they end."""
        timeline = self._setting.timeline
        months = [month for month in timeline.lived if month >= Month.of(timeline.first_seen) - 1]
        months += [timeline.last + later for later in range(2, MONTHS_STILL_TO_COME + 1)]
        asked = {timeline.to_go(month): self._asked(month) for month in months}
        steer(asked, self._rng)
        assessments = [self._completed(group) for month in months for group in asked[timeline.to_go(month)]]
        assessments += [
            self._given_up_instead(group)
            for month in months
            for group in asked[timeline.to_go(month)]
            if self._given_up.happens(GIVEN_UP)
        ]
        return sorted(
            (one for group in assessments for one in group),
            key=lambda one: (one.requested_on, one.assessment_id),
        )

    def _asked(self, month: Month) -> list[list[Asked]]:
        """The families whose assessments are completed in the month."""
        wanted = max(1, self._volumes.draw(self._setting.expected(COMPLETED, month)))
        groups: list[list[Asked]] = []
        while wanted:
            completed_on = self._setting.working_day_in(month, self._rng)
            children = self._family_to_help(completed_on, wanted)
            days = draw_days(self._rng, self._setting.timeline.to_go(month))
            groups.append([Asked(child, completed_on, days) for child in children])
            wanted -= len(children)
        return groups

    def _family_to_help(self, completed_on: date, most: int) -> list[Child]:
        """Some of a family social care has known but is not helping now, or of a family new to us."""
        if self._known_families and self._known.happens(FAMILIES_KNOWN_TO_SOCIAL_CARE):
            for _ in range(TRIES):
                family = self._rng.choice(self._known_families)
                children = [child for child in family.children if 0 <= child.age(completed_on) < 17][:most]
                if children and self._may_be_helped(family, completed_on):
                    self._helped_until[family.number] = completed_on
                    return children
        family = self._setting.people.new_family(completed_on - timedelta(days=120), largest=most)
        self._helped_until[family.number] = completed_on
        return family.children

    def _may_be_helped(self, family: Family, completed_on: date) -> bool:
        began_about = completed_on - timedelta(days=60)
        last_helped = self._helped_until.get(family.number, date.min)
        return (
            completed_on - last_helped > timedelta(days=DAYS_BETWEEN)
            and not family.has_open_case(completed_on)
            and not family.has_open_case(began_about)
        )

    def _completed(self, group: Sequence[Asked]) -> list[EarlyHelp]:
        timeline = self._setting.timeline
        recorded_on = self._setting.recorded(group[0].completed_on, self._rng, 4)
        if group[0].completed_on <= timeline.last.last_day:
            recorded_on = min(recorded_on, timeline.until)
        return self._assessments(group, recorded_on, "completed")

    def _given_up_instead(self, group: Sequence[Asked]) -> list[EarlyHelp]:
        """Another family, asked for about when this one was, whose assessment came to nothing."""
        given_up_on = self._setting.timeline.later(group[0].completed_on, self._rng.randint(-8, 8))
        children = self._family_to_help(given_up_on, len(group))
        instead = [Asked(child, given_up_on, 5 + group[0].days // 2) for child in children]
        return self._assessments(instead, given_up_on, weighted(self._rng, GIVEN_UP_AS))

    def _assessments(self, group: Sequence[Asked], recorded_on: date, status: str) -> list[EarlyHelp]:
        rng, later = self._rng, self._setting.timeline.later
        family = group[0].child.family
        lead_agency = weighted(rng, LEAD_AGENCIES)
        worker = self._setting.workforce.next_in(early_help_team(family.area))
        family_assessment_id = f"FA{self._next_number():06}"
        started_after = rng.randint(1, 9)
        assessments = []
        for asked in group:
            requested_on = later(asked.completed_on, -asked.days)
            if requested_on.weekday() == 4 and asked.days and rng.random() < ASKED_AT_THE_WEEKEND:
                requested_on += timedelta(days=rng.randint(1, 2))
            assessments.append(
                EarlyHelp(
                    child=asked.child,
                    assessment_id=f"EH{self._next_number():06}",
                    family_assessment_id=family_assessment_id,
                    requested_on=requested_on,
                    started_on=min(later(requested_on, started_after), asked.completed_on),
                    closed_on=asked.completed_on,
                    recorded_on=recorded_on,
                    status=status,
                    lead_agency=lead_agency,
                    worker=worker,
                )
            )
        return assessments

    def _next_number(self) -> int:
        self._number += 1
        return self._number


def early_help_allocations(assessments: Sequence[EarlyHelp]) -> list[Allocation]:
    """The early help worker holds the family while the assessment is being made."""
    return [
        Allocation(one.child, one.worker, "early_help", one.started_on, max(one.closed_on, one.started_on))
        for one in assessments
    ]
