"""Calls to the front door: those that become referrals, those about children we know, and those that go no further."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from everychild.calendar import Month
from everychild.northbrook.chance import Volumes, weighted
from everychild.northbrook.front_door import SOURCES
from everychild.northbrook.lives import Child, Contact, Referral
from everychild.northbrook.setting import Setting

CONTACTS = 280
AT_THE_WEEKEND = 0.08


class Contacts:
    """Written last: they also bring the number of children known to us up to what was asked for."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._rng = setting.stream("contacts")
        self._volumes = Volumes(self._rng, swing=0.05)
        self._taken: set[tuple[str, date, str]] = set()
        self._contacts: list[Contact] = []

    def make(self, referrals: Iterable[Referral], known: Sequence[Child], children: int) -> list[Contact]:
        timeline = self._setting.timeline
        months = [month for month in timeline.lived if month >= Month.of(timeline.first_seen)]
        by_month: dict[Month, list[Referral]] = {}
        for referral in referrals:
            by_month.setdefault(Month.of(referral.referred_on), []).append(referral)
        others = self._others(max(0, children - len(known)), months[0].first_day)
        for position, month in enumerate(months):
            for referral in by_month.get(month, ()):
                self._before_referral(referral)
            wanted = self._volumes.draw(self._setting.expected(CONTACTS, month)) - len(by_month.get(month, ()))
            never_called_about = others[position :: len(months) - 1] if position < len(months) - 1 else []
            for child in never_called_about:
                self._contact(child, self._a_day_in(month))
            for _ in range(max(0, wanted - len(never_called_about))):
                self._about_someone_known(known, month)
        self._contacts.sort(key=lambda contact: (contact.contacted_on, contact.child.child_id))
        return self._contacts

    def _others(self, how_many: int, on: date) -> list[Child]:
        """Children nobody has called about before, brothers and sisters among them."""
        found: list[Child] = []
        while len(found) < how_many:
            found += self._setting.people.new_family(on, largest=how_many - len(found)).children
        return found

    def _before_referral(self, referral: Referral) -> None:
        self._contact(referral.child, referral.referred_on, referral.source)

    def _about_someone_known(self, known: Sequence[Child], month: Month) -> None:
        on = self._a_day_in(month)
        for _ in range(20):
            child = self._rng.choice(known)
            if -1 <= child.age(on) < 18 and child.born_on < on + timedelta(days=150):
                self._contact(child, on)
                return

    def _contact(self, child: Child, on: date, source: str | None = None) -> None:
        source = source or weighted(self._rng, SOURCES)
        key = (child.child_id, on, source)
        if key not in self._taken:
            self._taken.add(key)
            recorded_on = self._setting.recorded(on, self._rng, 1)
            self._contacts.append(Contact(child, on, source, recorded_on))

    def _a_day_in(self, month: Month) -> date:
        day = self._setting.working_day_in(month, self._rng)
        if self._rng.random() < AT_THE_WEEKEND:
            saturday = day + timedelta(days=5 - day.weekday())
            return saturday if Month.of(saturday) == month else day
        return day
