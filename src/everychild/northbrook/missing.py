"""Children who go missing, from home and from care."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from everychild.calendar import Month
from everychild.northbrook.allocations import worker_on
from everychild.northbrook.chance import Volumes, weighted
from everychild.northbrook.lives import Case, Child
from everychild.northbrook.setting import Setting
from everychild.northbrook.work_done import Missing

EPISODES = 30
MONTHS_LISTED = 7
"""List 8 counts the times missing in a whole year; the files of episodes look back half of one."""

FEWER_AT_THE_END = 0.92
"""In the last month, at whose end nobody is missing."""

YOUNGEST = 11
HOURS_AWAY = {(1, 5): 38, (5, 14): 38, (14, 30): 16, (30, 72): 6, (72, 240): 2}


class GoingMissing:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("missing")
        self._volumes = Volumes(self._rng)
        self._prone: dict[str, float] = {}
        self._free_from: dict[str, datetime] = {}
        self._number = 30_000

    def live(self, cases: Sequence[Case]) -> list[Missing]:
        """Every time missing from half a year before the first list of care begins, in order."""
        timeline = self._setting.timeline
        begins = Month.of(timeline.first_seen) - MONTHS_LISTED
        episodes: list[Missing] = []
        for month in timeline.lived:
            if month >= begins:
                quiet = FEWER_AT_THE_END if timeline.to_go(month) == 0 else 1.0
                how_many = self._volumes.draw(self._setting.expected(EPISODES, month) * quiet)
                episodes += [self._go_missing(case, month) for case in self._who(cases, month, how_many)]
        known = [episode for episode in episodes if episode.went_missing_at.date() <= timeline.until]
        known.sort(key=lambda episode: (episode.went_missing_at, episode.missing_id))
        for episode in known:
            episode.child.missing.append(episode)
        return known

    def _who(self, cases: Sequence[Case], month: Month, episodes: int) -> list[Case]:
        """A few children go missing again and again; those in care more than others."""
        first, last = month.first_day, month.last_day
        able = [
            case
            for case in cases
            if case.is_open(first) and case.is_open(last) and YOUNGEST <= case.child.age(first) <= 17
        ]
        weights = [self._proneness(case.child) * (4 if case.child.care_on(first) else 1) for case in able]
        return self._rng.choices(able, weights, k=episodes) if able else []

    def _proneness(self, child: Child) -> float:
        if child.child_id not in self._prone:
            self._prone[child.child_id] = self._rng.gammavariate(0.35, 1.0) + 0.01
        return self._prone[child.child_id]

    def _go_missing(self, case: Case, month: Month) -> Missing:
        rng, child = self._rng, case.child
        day = month.first_day + timedelta(days=rng.randrange(month.last_day.day))
        went = datetime.combine(day, time(rng.choice((0, 9, 15, 16, 17, 18, 19, 20, 21, 22, 23)), rng.randint(0, 59)))
        went = max(went, self._free_from.get(child.child_id, went) + timedelta(hours=9))
        least, most = weighted(rng, HOURS_AWAY)
        returned = went + timedelta(minutes=rng.randint(least * 60, most * 60))
        if Month.of(went) == self._setting.timeline.last:
            returned = min(returned, datetime.combine(self._setting.timeline.last.last_day, time(23, 30)))
            went = min(went, returned - timedelta(hours=1))
        self._free_from[child.child_id] = returned
        self._number += 1
        return Missing(
            child=child,
            missing_id=f"M{self._number:06}",
            went_missing_at=went,
            returned_at=returned,
            recorded_on=went.date() + timedelta(days=rng.choice((0, 0, 0, 1, 1, 2))),
            kind="missing" if rng.random() < 0.91 else "away",
            missing_from=_missing_from(child, day),
            worker=worker_on(case, day),
        )


def _missing_from(child: Child, day: date) -> str:
    care = child.care_on(day)
    if care is None:
        return "home"
    return "placement_out_of_area" if care.placement_on(day).out_of_area else "placement_in_area"
