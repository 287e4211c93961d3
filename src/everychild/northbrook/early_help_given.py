"""Requests for early help, decided on within days or nearly, and the help that follows until needs are met or not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from everychild.calendar import Month
from everychild.northbrook.chance import Evenly, Volumes, weighted
from everychild.northbrook.early_help import LEAD_AGENCIES
from everychild.northbrook.early_work import HelpGiven, Request
from everychild.northbrook.front_door import SOURCES
from everychild.northbrook.lives import Case, Child
from everychild.northbrook.setting import Setting
from everychild.northbrook.work_done import EarlyHelp
from everychild.northbrook.workforce import early_help_team

OTHER_REQUESTS = 22
"""A month, beside those that lead to an assessment."""

ASSESSMENTS_BEFORE_OUR_FILES = 34
MONTHS_BEFORE_OUR_FILES = 11
DECIDED_LATE = 0.05
DECIDED_AFTER = {0: 20, 1: 40, 2: 28, 3: 12}
LED_TO = {"service": 30, "signposted": 38, "declined": 14, "no_further_action": 14, "stepped_up": 4}
ENDED = {"needs_met": 84, "disengaged": 9, "moved": 3, "other": 4}
DAYS_BETWEEN_REQUESTS = 120
CLOSED_WITH_EARLY_HELP = 0.2
TRIES = 40
HELPED_BEFORE_A_REFERRAL = 0.3
"""Of the families soon to be referred to social care, how many take up early help meanwhile."""

SOON = timedelta(days=420)
REFERRED_SOON = 0.55


class EarlyHelpGiven:
    def __init__(self, setting: Setting, known: Sequence[Child]) -> None:
        self._setting = setting
        self._known = known
        self._rng = setting.stream("early help given")
        self._volumes = Volumes(self._rng)
        self._late = Evenly(self._rng)
        self._stepping_down, self._take_up = Evenly(self._rng), Evenly(self._rng)
        self._asked: dict[str, list[date]] = {}
        self._helped_until: dict[str, date] = {}
        self.requests: list[Request] = []
        self.help_given: list[HelpGiven] = []

    def live(self, assessments: Sequence[EarlyHelp], cases: Sequence[Case]) -> None:
        self._help_from_before_our_files()
        stepped_down = self._step_down(cases)
        for one in assessments:
            self._request(one.child, one.requested_on, "assessment", one, decided_by=one.started_on)
        begins: list[tuple[date, list[Child], str]] = [
            (group[0].started_on, [one.child for one in group], group[0].lead_agency)
            for group in _together(assessments)
        ]
        begins += [(on, children, "Northbrook Council") for on, children in stepped_down]
        for on, children, agency in sorted(begins, key=lambda each: (each[0], each[1][0].child_id)):
            self._help(children, on, agency)
        self._others()
        self.requests.sort(key=lambda one: (one.received_on, one.child.child_id))
        self.help_given.sort(key=lambda one: (one.started_on, one.child.child_id))

    def _help_from_before_our_files(self) -> None:
        """So that as many are being helped when our files begin as at any time after."""
        timeline = self._setting.timeline
        first = Month.of(timeline.first_seen) - 1
        for back in range(MONTHS_BEFORE_OUR_FILES, 0, -1):
            month = first - back
            for _ in range(self._volumes.draw(self._setting.expected(ASSESSMENTS_BEFORE_OUR_FILES, month))):
                on = self._setting.working_day_in(month, self._rng)
                child = self._somebody(on)
                if child is not None:
                    self._help([child], on, weighted(self._rng, LEAD_AGENCIES))

    def _step_down(self, cases: Sequence[Case]) -> list[tuple[date, list[Child]]]:
        """Some cases closed after assessment are passed on to early help instead of ending there."""
        closing: dict[tuple[int, date], list[Case]] = {}
        for case in cases:
            if case.closure_reason == "RC8" and case.closed_on is not None:
                closing.setdefault((case.child.family.number, case.closed_on), []).append(case)
        begins = []
        for (_, closed_on), group in sorted(closing.items(), key=lambda item: (item[0][1], item[0][0])):
            if not self._stepping_down.takes(len(group), CLOSED_WITH_EARLY_HELP):
                continue
            for case in group:
                case.closure_reason = "RC9"
                self._request(case.child, closed_on, "service", None, source="5A", step_down=True)
            begins.append((self._setting.timeline.later(closed_on, self._rng.randint(3, 8)), [c.child for c in group]))
        return begins

    def _others(self) -> None:
        """Requests that lead to something other than an assessment, or to nothing."""
        timeline = self._setting.timeline
        for month in timeline.lived:
            if month < Month.of(timeline.first_seen):
                continue
            for _ in range(self._volumes.draw(self._setting.expected(OTHER_REQUESTS, month))):
                on = self._setting.working_day_in(month, self._rng)
                child = self._somebody(on)
                if child is not None:
                    self._request(child, on, weighted(self._rng, LED_TO), None)

    def _somebody(self, on: date) -> Child | None:
        """A child we know of whom nobody is helping or asking about just then."""
        for _ in range(TRIES):
            child = self._rng.choice(self._known)
            asked_lately = any(
                abs((on - day).days) < DAYS_BETWEEN_REQUESTS for day in self._asked.get(child.child_id, ())
            )
            if 0 <= child.age(on) < 17 and not asked_lately and not any(case.is_open(on) for case in child.cases):
                return child
        return None

    def _request(
        self,
        child: Child,
        on: date,
        outcome: str,
        assessment: EarlyHelp | None,
        *,
        source: str | None = None,
        step_down: bool = False,
        decided_by: date | None = None,
    ) -> None:
        days = self._rng.randint(4, 6) if self._late.happens(DECIDED_LATE) else weighted(self._rng, DECIDED_AFTER)
        decided_on = self._setting.timeline.later(on, days)
        if decided_by is not None and days <= min(DECIDED_AFTER):
            decided_on = min(decided_on, decided_by)
        worker = (
            assessment.worker if assessment else self._setting.workforce.next_in(early_help_team(child.family.area))
        )
        self._asked.setdefault(child.child_id, []).append(on)
        self.requests.append(
            Request(
                child=child,
                received_on=on,
                source=source or weighted(self._rng, SOURCES),
                decided_on=decided_on,
                outcome=outcome,
                step_down=step_down,
                worker=worker,
            )
        )

    def _help(self, children: Sequence[Child], on: date, agency: str) -> None:
        """Brothers and sisters are helped together; a referral accepted meanwhile ends it for them all."""
        ended_on = self._setting.timeline.working_day_by(
            on + timedelta(days=40 + round(min(self._rng.gammavariate(3.0, 1.5), 18.0) * 30.4))
        )
        end_reason = weighted(self._rng, ENDED)
        referred = min(
            (
                one.referred_on
                for child in children
                for one in child.referrals
                if on < one.referred_on <= ended_on and not one.no_further_action
            ),
            default=None,
        )
        if referred is not None:
            ended_on, end_reason = referred, "stepped_up"
        if self._is_soon_referred(children, on) and not self._take_up.happens(HELPED_BEFORE_A_REFERRAL):
            return
        worker = self._setting.workforce.next_in(early_help_team(children[0].family.area))
        for child in children:
            if self._helped_until.get(child.child_id, date.min) < on:
                self._helped_until[child.child_id] = ended_on
                self.help_given.append(HelpGiven(child, on, ended_on, end_reason, agency, worker))

    def _is_soon_referred(self, children: Sequence[Child], on: date) -> bool:
        """Those of the last year would be referred after our story ends: as many are taken to be as in other years."""
        unseen = max(on + SOON - self._setting.timeline.until, timedelta()) / SOON
        return self._rng.random() < unseen * REFERRED_SOON or any(
            on < one.referred_on < on + SOON and not one.no_further_action
            for child in children
            for one in child.referrals
        )


def _together(assessments: Sequence[EarlyHelp]) -> list[list[EarlyHelp]]:
    families: dict[str, list[EarlyHelp]] = {}
    for one in assessments:
        if one.status == "completed":
            families.setdefault(one.family_assessment_id, []).append(one)
    return list(families.values())
