"""An invented edition with everything a paper must cope with: all statuses and patterns, gaps, small and held numbers.

Five areas are flagged, as in the paper this began with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from random import Random

from everychild.calendar import Month, months_to
from everychild.catalogue import CATALOGUE
from everychild.catalogue.indicator import Count, Good, Indicator, Mean
from everychild.council import Council, council_from
from everychild.judgement.flags import flagged_areas, improvements
from everychild.judgement.judge import judge
from everychild.judgement.judged import ExtractSummary, JudgedEdition
from everychild.measure.figure import Absent, Figure, Window
from tests.editions import APRIL_2019, SETTINGS, clocks

MONTHS = months_to(APRIL_2019, 25)

Counts = tuple[int, int | None]

TOLD: Mapping[str, Sequence[Counts]] = {
    "EH04": [(days * 38, 38) for days in (38, 41, 37, 42, 40, 39, 43, 38, 40, 41, 37, 39, 42)]
    + [(days * 38, 38) for days in (41, 38, 40, 43, 39, 40, 38, 42, 41, 40, 29, 43)],
    "CP09": [(n, 96) for n in (62, 64, 61, 63, 65, 62, 60, 63, 61, 62, 64, 60, 58, 59, 57, 56, 55, 56, 54, 53)]
    + [(n, 96) for n in (52, 53, 51, 54, 50)],
    "MS06": [(n, 31) for n in (21, 22, 20, 22, 21, 23, 21, 20, 22, 21, 22, 20, 21, 22, 21, 20, 22, 21, 23, 21)]
    + [(n, 31) for n in (21, 22, 21, 22, 15)],
    "WF07": [(n, 714) for n in (520, 515, 522, 518, 511, 517, 525, 519, 514, 509, 512, 508, 505, 501, 503, 498)]
    + [(n, 714) for n in (495, 500, 492, 489, 494, 487, 490, 499, 457)],
    "CP22": [(n, 298) for n in (221, 226, 218, 224, 214, 230, 219, 223, 216, 228, 222, 225, 217, 220, 231, 215)]
    + [(n, 298) for n in (227, 219, 233, 241, 226, 218, 224, 234, 212)],
    "AS02": [(n, 140) for n in (112, 111, 114, 110, 113, 112, 115, 111, 113, 114, 112, 113, 116, 118, 117, 119)]
    + [(n, 140) for n in (120, 121, 122, 124, 125, 126, 128, 129, 131)],
    "RH01": [(n, 120) for n in (112, 105, 114, 108, 115, 106, 113, 109, 112, 104, 115, 107, 112, 106, 114, 109)]
    + [(n, 120) for n in (113, 105, 112, 108, 113, 106, 114, 110, 107)],
    "PL01": [(n, 130) for n in (14, 13, 15, 12, 14, 13, 14, 15, 13, 12, 14, 13, 14, 12, 13, 14, 13, 12, 14, 13)]
    + [(n, 130) for n in (12, 14, 13, 12, 13)],
    "CP26": [(n, None) for n in (2, 0, 1, 3, 0, 2, 4, 1, 0, 2, 7, 3, 1, 0, 2, 5, 1, 0, 3, 2, 6, 1, 0, 2, 3)],
    "CL02": [(44 - n % 3, 46) for n in range(25)],
}
"""Numerator and denominator of each month, oldest first, for the indicators that carry the story."""

TARGETS = {
    "EH04": (30, 3), "CP09": (80, 5), "MS06": (85, 5), "WF07": (90, 5), "CP22": (90, 5), "AS02": (85, 5),
    "RH01": (90, 5), "PL01": (12, 3), "CP26": (0, 0), "CL02": (90, 5),
}  # fmt: skip


def lively_council(more: str = "") -> Council:
    settings = SETTINGS.split("[[target]]")[0]
    targets = "".join(
        f'\n[[target]]\nindicator = "{ref}"\nvalue = {value}\ntolerance = {tolerance}\n'
        f'who = "the Director of Children’s Services"\nsince = 2016-04-01\n'
        for ref, (value, tolerance) in TARGETS.items()
    )
    return council_from(settings + more + targets)


@cache
def lively() -> JudgedEdition:
    return edition_of(lively_council())


def edition_of(council: Council, years: int = 2) -> JudgedEdition:
    """The invented months, judged by a council's settings, with so many whole financial years."""
    own_clocks = clocks(council)
    figures = [figure for indicator in CATALOGUE for figure in _figures(indicator, years)]
    judged = judge(figures, CATALOGUE, APRIL_2019, MONTHS, council, own_clocks)
    return JudgedEdition(
        council=council,
        as_at=APRIL_2019,
        known_on=date(2019, 5, 3),
        fingerprint="7f3a91c2" * 8,
        indicators=judged,
        areas=flagged_areas(judged),
        improvements=improvements(judged, council.thresholds.improvements_shown),
        newest_extract=ExtractSummary(date(2019, 5, 3), files=8, rows=4_207, accepted=4_150, queried=45, set_aside=12),
        calendar_days={date(2019, 4, 19): "Good Friday", date(2019, 4, 22): "Easter Monday"},
    )


def _figures(indicator: Indicator, years: int) -> Iterator[Figure]:
    window = Window.AS_AT if indicator.is_at_month_end else Window.MONTH
    counts = list(TOLD.get(indicator.ref) or _made_up(indicator))
    for month, (numerator, denominator) in zip(MONTHS, counts, strict=True):
        absent = _absent(indicator, month, denominator)
        n, d = (None, None) if absent else (numerator, denominator)
        yield Figure(indicator.ref, window, month, None, None, n, d, absent)
    for back in range(years if indicator.ref != "MS08" else 0):
        year_end = Month(2019 - back, 3)
        yield _year(indicator, year_end, counts[12:24] if back == 0 else counts[:12])


def _year(indicator: Indicator, year_end: Month, counts: Sequence[Counts]) -> Figure:
    """A year as the engine tells it: sums, and for a count the number of its months."""
    numerator = sum(n for n, _ in counts)
    denominator: int | None = sum(d or 0 for _, d in counts)
    if isinstance(indicator.measure, Count):
        denominator = 12
    return Figure(indicator.ref, Window.FINANCIAL_YEAR, year_end, None, None, numerator, denominator)


def _absent(indicator: Indicator, month: Month, denominator: int | None) -> Absent | None:
    if indicator.ref == "MS08" or (indicator.ref == "EH06" and month < Month(2018, 6)):
        return Absent.NOT_SUPPLIED
    return Absent.NO_CASES if denominator == 0 else None


def _made_up(indicator: Indicator) -> Iterator[Counts]:
    chance = Random(indicator.ref)
    level = chance.uniform(0.82, 0.93) if indicator.good is not Good.LOWER else chance.uniform(0.08, 0.2)
    size = chance.choice((64, 120, 210)) if indicator.ref not in ("CP18", "CL06") else 3
    for _ in MONTHS:
        considered = max(0, size + chance.randint(-size // 8 - 2, size // 8))
        match indicator.measure:
            case Count():
                yield max(0, size + chance.randint(-12, 12)), None
            case Mean():
                yield considered * 9 + chance.randint(-30, 30), considered
            case _:
                yield min(considered, round(considered * (level + chance.uniform(-0.04, 0.04)))), considered
