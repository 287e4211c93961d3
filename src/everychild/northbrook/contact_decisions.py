"""What was decided about each contact: those that became referrals, those about open cases, and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from everychild.calendar import Month
from everychild.northbrook.chance import Evenly, weighted
from everychild.northbrook.early_work import Decision
from everychild.northbrook.lives import Child, Contact, Referral
from everychild.northbrook.setting import Setting
from everychild.northbrook.workforce import ASSESSMENT

DECIDED_LATE = 0.045
THE_REST = {"signposted": 46, "no_further_action": 36, "early_help": 18}
STRAIGHT_TO_A_STRATEGY_DISCUSSION = 0.05


class ContactDecisions:
    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("contact decisions")
        self._late = Evenly(self._rng)

    def make(self, contacts: Sequence[Contact], referrals: Iterable[Referral]) -> list[Decision]:
        referred = {(one.child.child_id, one.referred_on, one.source) for one in referrals}
        return [self._decide(contact, referred) for contact in contacts]

    def _decide(self, contact: Contact, referred: set[tuple[str, date, str]]) -> Decision:
        rng, day = self._rng, contact.contacted_on
        received_at = datetime.combine(day, time(rng.randint(8, 15), rng.randint(0, 59)))
        return Decision(
            contact=contact,
            received_at=received_at,
            decided_at=self._decided_at(day),
            outcome=self._outcome(contact, referred),
            worker=self._setting.workforce.next_in(ASSESSMENT),
        )

    def _decided_at(self, day: date) -> datetime:
        timeline = self._setting.timeline
        last = timeline.to_go(Month.of(day)) <= 0
        days = 2 if self._late.happens(DECIDED_LATE) and not last else self._rng.randint(0, 1)
        if not days and not timeline.calendar.is_working_day(day):
            days = 1
        return datetime.combine(timeline.later(day, days), time(16, self._rng.randint(0, 59)))

    def _outcome(self, contact: Contact, referred: set[tuple[str, date, str]]) -> str:
        if (contact.child.child_id, contact.contacted_on, contact.source) in referred:
            straight = self._rng.random() < STRAIGHT_TO_A_STRATEGY_DISCUSSION
            return "strategy_discussion" if straight else "referral"
        if _has_a_worker(contact.child, contact.contacted_on):
            return "existing_case"
        return weighted(self._rng, THE_REST)


def _has_a_worker(child: Child, day: date) -> bool:
    return any(case.opened_on < day and case.is_open(day) for case in child.cases)
