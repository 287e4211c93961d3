"""Referrals, and the cases and assessments they open.

Whatever a case becomes is sketched when it opens; protection and care then lengthen or change it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from everychild.calendar import Month, add_months
from everychild.northbrook.chance import Evenly, Volumes, weighted
from everychild.northbrook.lives import Assessment, Case, Child, Family, Referral
from everychild.northbrook.setting import Setting
from everychild.northbrook.workforce import ASSESSMENT

REFERRALS = 85
REFERRED_AGAIN_WITHIN_A_YEAR = 0.175
REFERRED_LONG_AGO = 0.36
NO_FURTHER_ACTION = (0.075, 0.105)
NO_FURTHER_ACTION_AT_THE_END = 0.07
REFERRED_AGAIN_AT_THE_END = 0.16
CHILD_SEEN = 0.975
IN_NEED_AFTER_ASSESSMENT = 0.40
CHANCE_LATE = 0.07

SOONEST_BACK = timedelta(days=40)
"""Longer than from one extraction to the next, so that a list of one row a child shows every closure."""

TRIES = 60

SOURCES = {
    "6": 29, "2A": 20, "3B": 4, "3E": 5, "3A": 3, "3F": 4, "3C": 2, "3D": 2, "1A": 8, "1D": 2, "1B": 2, "1C": 1,
    "2B": 3, "4": 3, "5A": 4, "5B": 3, "5C": 3, "7": 2, "8": 3, "9": 3, "10": 1,
}  # fmt: skip
NEEDS = {"N1": 56, "N5": 14, "N4": 9, "N3": 7, "N2": 6, "N6": 4, "N8": 2, "N7": 1, "N0": 1}


class FrontDoor:
    """Opens cases month by month. `opened` are the month's new sibling groups, each a list of cases."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("front door")
        self._volumes = Volumes(self._rng)
        self._seen = Evenly(self._rng)
        self._stopping = self._to_come = 0
        self._in_need = Evenly(self._rng)
        self._referred: dict[Month, list[Family]] = {}
        self.opened: list[list[Case]] = []
        self.cases: list[Case] = []
        self._open_cases: list[Case] = []
        self.referrals: list[Referral] = []

    def live(self, month: Month) -> None:
        self.opened = []
        at_the_end = self._setting.timeline.to_go(month) <= 0
        wanted = self._volumes.draw(self._setting.expected(REFERRALS, month))
        stops = NO_FURTHER_ACTION_AT_THE_END if at_the_end else self._rng.uniform(*NO_FURTHER_ACTION)
        self._stopping, self._to_come = round(wanted * stops), wanted
        referred_again = REFERRED_AGAIN_AT_THE_END if at_the_end else REFERRED_AGAIN_WITHIN_A_YEAR
        again = self._return_within_a_year(month, int(wanted * referred_again))
        long_ago = self._return_after_long(month, round(wanted * REFERRED_LONG_AGO))
        self._come_first_time(month, wanted - again - long_ago)

    def refer(self, children: Sequence[Child], on: date, source: str, *, no_further_action: bool) -> list[Case]:
        """Refers children of one family together, and opens their cases unless nothing more is to be done."""
        family = children[0].family
        family.last_referred_on = on
        self._referred.setdefault(Month.of(on), []).append(family)
        recorded_on = self._setting.recorded(on, self._rng, 1)
        worker = self._setting.workforce.next_in(ASSESSMENT)
        for child in children:
            referral = Referral(child, on, source, no_further_action, recorded_on, worker)
            child.referrals.append(referral)
            self.referrals.append(referral)
        if no_further_action:
            return []
        cases = self._cases(children, on, recorded_on)
        for case in cases:
            self.add(case)
        self.opened.append(cases)
        return cases

    def add(self, case: Case) -> None:
        case.child.cases.append(case)
        self.cases.append(case)
        self._open_cases.append(case)

    def open_before(self, day: date) -> list[Case]:
        """Cases opened before the day and still open on it. Days must be asked for in order."""
        self._open_cases = [case for case in self._open_cases if case.closed_on is None or case.closed_on > day]
        return [case for case in self._open_cases if case.opened_on < day]

    def _return_within_a_year(self, month: Month, wanted: int) -> int:
        """Families whose last referral was within 12 months and has been dealt with; as many children as fit."""
        recent = [family for back in range(1, 12) for family in self._referred.get(month - back, ())]
        return self._return(month, wanted, recent, within_a_year=True)

    def _return_after_long(self, month: Month, wanted: int) -> int:
        past = [family for back in range(13, 48) for family in self._referred.get(month - back, ())]
        return self._return(month, wanted, past, within_a_year=False)

    def _return(self, month: Month, wanted: int, families: Sequence[Family], *, within_a_year: bool) -> int:
        referred = 0
        for _ in range(TRIES + 4 * wanted):
            if referred == wanted or not families:
                break
            family, on = self._rng.choice(families), self._setting.working_day_in(month, self._rng)
            year_ago = add_months(on, -12)
            if (family.last_referred_on > year_ago) != within_a_year or family.last_referred_on >= on:
                continue  # since picked: this month already, or more lately than the list remembers
            if family.has_open_case(on) or family.has_open_case(on - SOONEST_BACK):
                continue
            children = [
                child
                for child in family.children
                if child.age(on) < 17 and _was_referred_since(child, year_ago) == within_a_year
            ]
            referred += self._refer_some(children[: wanted - referred], on)
        return referred

    def _come_first_time(self, month: Month, wanted: int) -> None:
        while wanted > 0:
            on = self._setting.working_day_in(month, self._rng)
            family = self._setting.people.new_family(on, largest=wanted)
            if len(family.children) < wanted and self._rng.random() < 0.03:
                self._setting.people.expect_a_baby(family, on)
            wanted -= self._refer_some(family.children[:wanted], on)

    def _refer_some(self, children: Sequence[Child], on: date) -> int:
        if children:
            self.refer(children, on, weighted(self._rng, SOURCES), no_further_action=self._stops_here(len(children)))
        return len(children)

    def _stops_here(self, children: int) -> bool:
        """Whether these go no further: so many of the month's children do, whichever they are."""
        stops = children <= self._stopping and self._rng.random() < self._stopping / max(self._to_come, 1)
        self._stopping -= children * stops
        self._to_come -= children
        return stops

    def _cases(self, children: Sequence[Child], on: date, recorded_on: date) -> list[Case]:
        rng, setting = self._rng, self._setting
        started_on = setting.timeline.later(on, rng.randint(0, 1))
        authorised_on = self._authorised(on)
        support_required = self._in_need.happens(IN_NEED_AFTER_ASSESSMENT)
        need = weighted(rng, NEEDS)
        closed_on, reason = self._sketch_closure(authorised_on, support_required)
        return [
            Case(
                child=child,
                opened_on=on,
                recorded_on=recorded_on,
                primary_need="N2" if child.disabled and rng.random() < 0.5 else need,
                assessment=Assessment(started_on, authorised_on, self._seen_by(child, authorised_on), support_required),
                closed_on=self._closure_for(child, authorised_on, closed_on, support_required),
                closure_reason=reason,
            )
            for child in children
        ]

    def _authorised(self, referred_on: date) -> date:
        """Forty-five working days from the referral, and so from the start too; a few take longer."""
        late = self._rng.random() < CHANCE_LATE
        most_often = 36 if self._setting.timeline.to_go(Month.of(referred_on)) <= 2 else 39
        days = self._rng.randint(47, 58) if late else round(self._rng.triangular(9, 44.4, most_often))
        return self._setting.timeline.later(referred_on, days)

    def _seen_by(self, child: Child, authorised_on: date) -> bool | None:
        if child.born_on > authorised_on:
            return None
        at_the_end = self._setting.timeline.to_go(Month.of(authorised_on)) <= 0
        return at_the_end or self._seen.happens(CHILD_SEEN)

    def _sketch_closure(self, authorised_on: date, support_required: bool) -> tuple[date, str]:
        if not support_required:
            return self._setting.timeline.later(authorised_on, self._rng.randint(0, 4)), "RC8"
        months_in_need = min(self._rng.gammavariate(3.0, 1.6), 26.0)
        closes = self._setting.timeline.working_day_by(
            authorised_on + timedelta(days=30 + round(months_in_need * 30.4))
        )
        return closes, weighted(self._rng, {"RC7": 90, "RC5": 6, "RC3": 4})

    def _closure_for(self, child: Child, authorised_on: date, sketched: date, support_required: bool) -> date:
        """Disabled children are helped for years, not months; nobody's case outlasts their childhood."""
        closes = sketched
        if child.disabled and support_required:
            closes = authorised_on + timedelta(days=round(self._rng.uniform(1.0, 3.5) * 365))
        closes = self._setting.timeline.working_day_by(min(closes, child.eighteenth_birthday))
        return max(closes, authorised_on)


def _was_referred_since(child: Child, day: date) -> bool:
    return any(referral.referred_on >= day for referral in child.referrals)
