"""Councils side by side: on one scale, beside what chance would do, and never in a league.

A council whose definition is another’s is not compared: it is told to count again by the region’s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from everychild.calendar import Month, months_to
from everychild.catalogue.indicator import Good, Indicator
from everychild.judgement.chance import ALARM, limits_of_share
from everychild.measure.figure import Window
from everychild.regional.sent import Row, Sent

MONTHS_SHOWN = 25
A_YEAR = 12


class Change(StrEnum):
    """This year beside the last, beyond chance and beyond rounding."""

    BETTER = "better"
    WORSE = "worse"
    NOT_BEYOND_CHANCE = "not_beyond_chance"
    CANNOT_TELL = "cannot_tell"

    @property
    def in_words(self) -> str:
        return {
            Change.BETTER: "Improved beyond chance",
            Change.WORSE: "Worse beyond chance",
            Change.NOT_BEYOND_CHANCE: "No change beyond chance",
            Change.CANNOT_TELL: "Too few to tell",
        }[self]


@dataclass(frozen=True)
class Pooled:
    """A year’s months together, as far as they were told."""

    met: int
    considered: int
    off_by: int
    """The most that rounding moved the first of them, all months together."""

    @property
    def share(self) -> Fraction:
        return Fraction(self.met, self.considered)


@dataclass(frozen=True)
class Line:
    """One council: its months, its year, and how it changed; or why it is not compared."""

    council: str
    area_code: str
    values: tuple[Fraction | None, ...]
    this_year: Pooled | None
    change: Change
    blocked: str


@dataclass(frozen=True)
class SideBySide:
    """One measure over all councils."""

    indicator: Indicator
    title: str
    months: tuple[Month, ...]
    lines: tuple[Line, ...]
    lowest: Fraction
    highest: Fraction
    share_of_all: Fraction | None
    """Of all the councils compared, this year’s months together."""

    @property
    def improved(self) -> tuple[Line, ...]:
        """Whom to ring."""
        return tuple(line for line in self.lines if line.change is Change.BETTER)


def side_by_side(indicator: Indicator, title: str, counted_as: str, sent: Sequence[Sent], as_at: Month) -> SideBySide:
    """`counted_as` is the region’s own: who counts otherwise is shown, and not compared. In the order of names."""
    months = tuple(months_to(as_at, MONTHS_SHOWN))
    lines = tuple(_line(indicator, counted_as, one, months) for one in sorted(sent, key=lambda one: one.council))
    values = [value for line in lines for value in line.values if value is not None and not line.blocked]
    years = [line.this_year for line in lines if line.this_year and not line.blocked]
    considered = sum(year.considered for year in years)
    return SideBySide(
        indicator,
        title,
        months,
        lines,
        lowest=min(values, default=Fraction(0)),
        highest=max(values, default=Fraction(1)),
        share_of_all=Fraction(sum(year.met for year in years), considered) if considered else None,
    )


def _line(indicator: Indicator, counted_as: str, sent: Sent, months: Sequence[Month]) -> Line:
    window = Window.AS_AT if indicator.is_at_month_end else Window.MONTH
    told = {month: sent.rows.get((indicator.ref, window, month)) for month in months}
    own = sent.counted_as.get(indicator.ref)
    blocked = ""
    if own is None:
        blocked = "It sends nothing of this."
    elif own != counted_as:
        blocked = "It counts this by another definition, and has to count it again by the region’s."
    year, before = (_pooled(indicator, told, months[-A_YEAR:]), _pooled(indicator, told, months[-2 * A_YEAR : -A_YEAR]))
    return Line(
        sent.council,
        sent.area_code,
        tuple(_value(indicator, told[month]) for month in months),
        year,
        Change.CANNOT_TELL if blocked else _change(indicator, year, before),
        blocked,
    )


def _value(indicator: Indicator, row: Row | None) -> Fraction | None:
    if row is None:
        return None
    if indicator.is_average:
        return row.average
    if row.met is None:
        return None
    if indicator.is_counted:
        return Fraction(row.met)
    return Fraction(100 * row.met, row.considered) if row.considered else None


def _pooled(indicator: Indicator, told: Mapping[Month, Row | None], months: Sequence[Month]) -> Pooled | None:
    """A share’s months together: those in which both numbers were told."""
    rows = [row for month in months if (row := told.get(month)) and row.met is not None and row.considered]
    if not indicator.is_share or not rows:
        return None
    if indicator.is_at_month_end:
        rows = rows[-1:]  # the same children from month to month do not add up
    met, considered = sum(row.met or 0 for row in rows), sum(row.considered or 0 for row in rows)
    return Pooled(min(met, considered), considered, sum(row.off_by for row in rows))


def _change(indicator: Indicator, now: Pooled | None, then: Pooled | None) -> Change:
    """Two shares of so many cases each: beyond chance where even the rounding nearest to no change lies outside."""
    if now is None or then is None or indicator.good not in (Good.HIGHER, Good.LOWER):
        return Change.CANNOT_TELL
    together = Fraction(now.met + then.met, now.considered + then.considered)
    # The spread of a difference is that of one share of this many cases.
    cases = (now.considered * then.considered) // (now.considered + then.considered)
    if cases == 0:
        return Change.CANNOT_TELL
    slack = Fraction(now.off_by, now.considered) + Fraction(then.off_by, then.considered)
    moved = now.share - then.share
    certain = max(abs(moved) - slack, Fraction(0))
    limits = limits_of_share(together, cases, ALARM)
    count = (together + (certain if moved > 0 else -certain)) * cases
    if limits.fewest <= count <= limits.most:
        return Change.NOT_BEYOND_CHANCE
    is_up = moved > 0
    return Change.BETTER if is_up is (indicator.good is Good.HIGHER) else Change.WORSE
