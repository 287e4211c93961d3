"""The talk a child should be offered on return: needed or not, offered, accepted, held in three working days or later.

Months are judged by the day of return. The last one is where it goes wrong, in part through the council's own process:
some offers are themselves made late.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from everychild.calendar import Month
from everychild.northbrook import story
from everychild.northbrook.chance import Evenly, weighted
from everychild.northbrook.setting import Setting
from everychild.northbrook.work_done import Interview, Missing

NEEDED = 0.82
"""Of returns from being missing; about three in four of all, since an absence without leave needs none."""

NEVER_OFFERED = 0.03
DECLINED = 0.05
LATE_BY_OUR_OWN_PROCESS = 0.5
FEW = 11
"""Under this many, an odd number cannot be halved closely enough for the story's last month."""


class ReturnInterviews:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("return interviews")
        self._needed, self._on_time = Evenly(self._rng), Evenly(self._rng)
        self._never_offered, self._declined = Evenly(self._rng), Evenly(self._rng)

    def consider(self, episodes: Iterable[Missing]) -> None:
        by_month: dict[Month, list[Missing]] = {}
        for episode in episodes:
            by_month.setdefault(Month.of(episode.returned_at), []).append(episode)
        for month in sorted(by_month):
            self._month(self._setting.timeline.to_go(month), by_month[month])

    def _month(self, to_go: int, returned: list[Missing]) -> None:
        self._rng.shuffle(returned)
        missing = [episode for episode in returned if episode.kind == "missing"]
        needed = missing[: self._how_many_needed(to_go, len(missing))]
        for episode in returned:
            episode.interview = self._not_needed(episode, to_go)
        needed.sort(key=self._hard_to_reach)
        on_time = self._how_many_on_time(to_go, len(needed))
        for episode in needed[:on_time]:
            episode.interview = self._held_on_time(episode, to_go)
        rest = needed[on_time:]
        never = 0 if to_go == 0 else min(self._never_offered.of(len(needed), NEVER_OFFERED), len(rest))
        declined = min(self._declined.of(len(needed), DECLINED), len(rest) - never)
        self._rng.shuffle(rest)
        for position, episode in enumerate(rest):
            if position < never:
                episode.interview = Interview(True, None, None, None, None)
            elif position < never + declined:
                episode.interview = self._declines(episode)
            else:
                episode.interview = self._held_late(episode, to_go)

    def _how_many_needed(self, to_go: int, returned: int) -> int:
        needed = self._needed.of(returned, NEEDED)
        if to_go == 0 and needed < FEW and needed % 2:
            return needed + 1 if needed < returned else needed - 1
        return needed

    def _how_many_on_time(self, to_go: int, needed: int) -> int:
        share = story.return_interviews_on_time(to_go)
        if to_go <= 0 or needed > FEW:
            return round(share * needed)
        return self._on_time.of(needed, share)

    def _hard_to_reach(self, episode: Missing) -> float:
        """Older children, and those placed out of the area, are seen last."""
        older = episode.child.age(episode.returned_at.date()) >= 15
        away = episode.missing_from == "placement_out_of_area"
        return self._rng.random() + 0.35 * older + 0.45 * away

    def _not_needed(self, episode: Missing, to_go: int) -> Interview:
        """Offered all the same, as guidance asks, and turned down by a child who is listened to already."""
        if to_go != 0 and self._never_offered.happens(NEVER_OFFERED):
            return Interview(False, None, None, None, None)
        offered_on = self._setting.timeline.later(episode.returned_at.date(), self._rng.randint(0, 2))
        return Interview(False, offered_on, "declined_by_child", None, offered_on)

    def _held_on_time(self, episode: Missing, to_go: int) -> Interview:
        returned_on = episode.returned_at.date()
        days = self._rng.randint(1, story.RETURN_INTERVIEW_WORKING_DAYS)
        completed_on = self._setting.timeline.later(returned_on, days)
        offered_on = self._setting.timeline.later(returned_on, self._rng.randint(0, min(days, 1)))
        recorded_on = self._recorded_on(completed_on)
        if to_go == 0:
            recorded_on = min(recorded_on, self._setting.timeline.until)
        return Interview(True, offered_on, "accepted", completed_on, recorded_on)

    def _held_late(self, episode: Missing, to_go: int) -> Interview:
        returned_on, later = episode.returned_at.date(), self._setting.timeline.later
        if to_go <= 0 and self._rng.random() < LATE_BY_OUR_OWN_PROCESS:
            offered_on = min(later(returned_on, self._rng.randint(3, 4)), self._setting.timeline.until)
            completed_on = later(returned_on, self._rng.randint(4, 6))
        else:
            offered_on = later(returned_on, self._rng.randint(0, 2))
            completed_on = later(returned_on, self._rng.choice((4, 4, 5, 5, 6, 7, 8, 10)))
        return Interview(True, offered_on, "accepted", completed_on, self._recorded_on(completed_on))

    def _declines(self, episode: Missing) -> Interview:
        offered_on = self._setting.timeline.later(episode.returned_at.date(), self._rng.randint(0, 2))
        response = weighted(self._rng, {"declined_by_child": 5, "declined_by_parent": 2, "no_response": 2})
        return Interview(True, offered_on, response, None, self._recorded_on(offered_on))

    def _recorded_on(self, day: date) -> date:
        return self._setting.recorded(day, self._rng, 3)
