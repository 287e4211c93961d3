"""Households that foster, and those who ask about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from everychild.northbrook.workforce import Worker


@dataclass(eq=False, slots=True)
class Household:
    """One approval of one household; the same household may be approved again in another way."""

    household_id: str
    kind: str
    approved_on: date
    recorded_on: date
    places: int
    supervisor: Worker
    ended_on: date | None = None
    extended_on: date | None = None
    reviews: tuple[date, ...] = ()
    unannounced: tuple[date, ...] = ()

    def lasts(self, day: date) -> bool:
        return self.approved_on <= day and (self.ended_on is None or self.ended_on > day)


@dataclass(frozen=True, slots=True)
class Enquirer:
    """What has not happened is empty."""

    enquiry_id: str
    enquired_on: date
    applied_on: date | None
    approved_on: date | None
    withdrew_on: date | None
