"""An invented edition for tests that read one: every indicator with 25 months of seeded figures, judged for real."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random

from everychild.calendar import Clock, Month, months_to
from everychild.catalogue import CATALOGUE
from everychild.catalogue.indicator import Count, Indicator, Mean
from everychild.council import Council, council_from
from everychild.facts.clocks import CLOCKS
from everychild.judgement.flags import flagged_areas, improvements
from everychild.judgement.judge import judge
from everychild.judgement.judged import ExtractSummary, JudgedEdition
from everychild.measure.figure import Absent, Figure, Window

APRIL_2019 = Month(2019, 4)
SETTINGS = """
[council]
name = "Northbrook Borough Council"
short_name = "Northbrook"

[committee]
lead_officer = "Director of Children’s Services"
contact = "Performance team"
telephone = "01632 960 000"
email = "performance@northbrook.example"
financial_context = "The council faces severe financial challenges. All decisions should be made in this context."

[[target]]
indicator = "EH04"
value = 30
tolerance = 3
who = "Director of Children’s Services"
why = "Families should know within six weeks what help they will have."
since = 2017-04-01
next_review = 2020-03-31

[[target]]
indicator = "CP21"
value = 80
tolerance = 5
who = "Director of Children’s Services"
since = 2017-04-01

[[target]]
indicator = "AS02"
value = 85
tolerance = 5
set_by = "national"
who = "Department for Education"
since = 2017-04-01

[[target]]
indicator = "WF07"
value = 90
tolerance = 5
who = "Assistant Director"
since = 2017-04-01

[[target]]
indicator = "RH08"
value = 85
tolerance = 5
set_by = "national"
who = "Department for Education"
since = 2017-04-01
"""


def council() -> Council:
    return council_from(SETTINGS)


def clocks(of: Council) -> dict[str, Clock]:
    return {clock.name: of.clock(clock) for clock in CLOCKS}


@cache
def april_2019() -> JudgedEdition:
    """The edition most tests read. Early help assessments took 29 days in March, 43 in April and 40 over 2018-19."""
    own = council()
    months = months_to(APRIL_2019, 25)
    figures = every_figure()
    judged = judge(figures, CATALOGUE, APRIL_2019, months, own, clocks(own))
    return JudgedEdition(
        council=own,
        as_at=APRIL_2019,
        known_on=date(2019, 5, 3),
        fingerprint="7f3a91c2" * 8,
        indicators=judged,
        areas=flagged_areas(judged),
        improvements=improvements(judged, 3),
        newest_extract=ExtractSummary(date(2019, 5, 3), files=8, rows=4_207, accepted=4_150, queried=45, set_aside=12),
        calendar_days={date(2019, 4, 19): "Good Friday", date(2019, 4, 22): "Easter Monday"},
    )


@cache
def every_figure() -> tuple[Figure, ...]:
    """All the edition was judged from, groups included."""
    months = months_to(APRIL_2019, 25)
    return tuple(figure for indicator in CATALOGUE for figure in _figures(indicator, months))


def _figures(indicator: Indicator, months: tuple[Month, ...]) -> Iterator[Figure]:
    chance = Random(indicator.ref)
    window = Window.AS_AT if indicator.is_at_month_end else Window.MONTH
    level = chance.uniform(0.55, 0.97)
    if indicator.ref == "MS08":
        for month in months:
            yield Figure(indicator.ref, window, month, None, None, None, None, Absent.NOT_SUPPLIED)
        return
    for month in months:
        numerator, denominator = _counts(indicator, month, level, chance)
        yield Figure(indicator.ref, window, month, None, None, numerator, denominator)
        if not indicator.is_at_month_end:
            for longer in (Window.YEAR_TO_DATE, Window.ROLLING_12):
                yield Figure(indicator.ref, longer, month, None, None, numerator * 5, denominator and denominator * 5)
    for year_end in (Month(2018, 3), Month(2019, 3)):
        numerator, denominator = _counts(indicator, year_end + 1, level, chance)
        if indicator.ref == "EH04":
            numerator, denominator = 40 * 380, 380
        elif isinstance(indicator.measure, Count):
            numerator, denominator = numerator * 12, 12
        yield Figure(indicator.ref, Window.FINANCIAL_YEAR, year_end, None, None, numerator, denominator)
    for breakdown in indicator.breakdowns:
        for group in breakdown.groups or ("North", "South", "Not known"):
            numerator, denominator = _counts(indicator, months[-1], level, chance)
            yield Figure(
                indicator.ref,
                window,
                months[-1],
                breakdown.name,
                group,
                numerator // 5,
                denominator and denominator // 5,
            )


def _counts(indicator: Indicator, month: Month, level: float, chance: Random) -> tuple[int, int | None]:
    how_many = chance.randint(28, 45)
    if indicator.ref == "EH04":
        days = {Month(2019, 4): 43, Month(2019, 3): 29}.get(month, chance.randint(37, 43))
        return days * how_many, how_many
    match indicator.measure:
        case Count():
            return round(level * 120) + chance.randint(-9, 9), None
        case Mean():
            return how_many * 6 + chance.randint(-20, 20), how_many
        case _:
            return min(how_many, round(how_many * (level + chance.uniform(-0.06, 0.06)))), how_many
