"""An invented council's home for page tests: a real journal and frozen figures, made without loading a file.

March is closed once and April twice, so that pages meet an older edition; February is closed for the test that
spoils its file. The figures tell known stories: visits stuck
below target, supervision sliding, a dental check new this month, return interviews few, one indicator never supplied.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pyarrow as pa

from everychild.calendar import Month, months_to, working_calendar
from everychild.catalogue import CATALOGUE
from everychild.catalogue.indicator import Children, Count, Good, Indicator, Mean, Total, Unit
from everychild.council import Target, council_from
from everychild.facts.clocks import CLOCKS
from everychild.intake.reading import FileRead
from everychild.journal.connection import make_journal
from everychild.judgement.judge import judge
from everychild.measure.figure import Absent, Figure, Window
from everychild.quality.fault import Fault, Severity
from everychild.store.extracts import write_extract
from everychild.store.figures import freeze, frozen
from everychild.store.home import Home

if TYPE_CHECKING:
    from everychild.journal.models import Extract

FEBRUARY, MARCH, APRIL = Month(2019, 2), Month(2019, 3), Month(2019, 4)
SETTINGS = files("everychild.northbrook").joinpath("council.toml").read_text(encoding="utf-8")
COUNCIL = council_from(SETTINGS)
NOT_SUPPLIED = "MS08"
SMALL = "MS05"
TEAMS = ("Assessment", "Disabled children", "North 1", "North 2", "South")


@dataclass(frozen=True)
class Story:
    """A level, what it drifts by in the last nine months, how far it wobbles, and set values for single months."""

    level: float
    drift: float = 0.0
    wobble: float = 0.03
    cases: int = 60
    at: tuple[tuple[Month, float], ...] = ()


STORIES = {
    "EH03": Story(38, wobble=0.12),
    "EH04": Story(40.5, wobble=0.05, cases=38, at=((MARCH, 29), (APRIL, 43))),
    "EH05": Story(0.42, wobble=0.08, cases=38, at=((MARCH, 0.55), (APRIL, 0.37))),
    "FD08": Story(0.19, drift=0.06, cases=180),
    "AS02": Story(0.91, drift=-0.04, wobble=0.015, cases=210),
    "AS05": Story(0.96, wobble=0.01, cases=210),
    "CP06": Story(0.89, wobble=0.05, cases=28),
    "CP08": Story(0.70, drift=-0.21, wobble=0.04, cases=31),
    "CP09": Story(0.68, drift=-0.14, wobble=0.04, cases=88),
    "CP10": Story(0.985, wobble=0.012, cases=70),
    "CP17": Story(0.02, wobble=0.006, cases=230),
    "CP21": Story(0.78, drift=-0.05, wobble=0.025, cases=212),
    "CP22": Story(0.75, wobble=0.03, cases=298, at=((APRIL, 0.711),)),
    "CP23": Story(0.94, wobble=0.015, cases=212),
    "CP25": Story(8.6, wobble=0.04, cases=260),
    "CP26": Story(0, wobble=0),
    "CC09": Story(0.92, drift=0.05, wobble=0.012, cases=140),
    "PL01": Story(0.10, wobble=0.01, cases=140),
    "RH01": Story(0.97, wobble=0.012, cases=52),
    "RH03": Story(0.66, drift=-0.1, wobble=0.04, cases=52),
    "RH07": Story(0.93, wobble=0.012, cases=120),
    "RH08": Story(0.88, wobble=0.012, cases=120, at=((APRIL, 0.79),)),
    "MS04": Story(0.95, wobble=0.03, cases=34),
    "MS05": Story(0.7, wobble=0.15, cases=6),
    "MS06": Story(0.81, wobble=0.06, cases=31, at=((APRIL, 0.48),)),
    "CL02": Story(0.94, wobble=0.015, cases=64),
    "CL03": Story(0.90, drift=0.05, wobble=0.015, cases=64),
    "CL04": Story(0.56, wobble=0.03, cases=64),
    "CL06": Story(0.87, wobble=0.02, cases=80),
    "CL08": Story(0.86, wobble=0.02, cases=80),
    "WF01": Story(16.8, drift=1.9, wobble=0.02, cases=74),
    "WF07": Story(0.89, drift=-0.25, wobble=0.015, cases=340),
    "WF09": Story(2.4, wobble=0.05, cases=900),
}

FAULTS = (
    Fault("unknown_code", Severity.QUERY, "", "List 1", None, "Contact Source", rows=tuple(range(4, 49))),
    Fault("duplicate_row", Severity.SET_ASIDE, "", "List 1", None, rows=tuple(range(50, 62))),
    Fault("read_as_cp1252", Severity.QUERY, "contacts.csv isn't UTF-8. Save it as “CSV UTF-8” to be sure."),
)


def invented_home(path: Path) -> Home:
    """February and March closed once, April twice (the second edition a day later, with one figure corrected)."""
    home = Home(path)
    settings = SETTINGS
    path.mkdir(parents=True)
    home.settings.write_text(settings, encoding="utf-8")
    make_journal(home)
    march = _extract(home, date(2019, 4, 4))
    april = _extract(home, date(2019, 5, 3))
    _close(home, FEBRUARY, settings, datetime(2019, 3, 8, 9, tzinfo=UTC), [march], seed=1)
    _close(home, MARCH, settings, datetime(2019, 4, 8, 9, tzinfo=UTC), [march], seed=1)
    _close(home, APRIL, settings, datetime(2019, 5, 7, 9, tzinfo=UTC), [march, april], seed=2)
    _close(home, APRIL, settings, datetime(2019, 5, 8, 9, tzinfo=UTC), [march, april], seed=1)
    return home


def empty_home(path: Path) -> Home:
    """A council's home on its first day: nothing loaded, nothing closed."""
    home = Home(path)
    path.mkdir(parents=True)
    home.settings.write_text('[council]\nname = "Northbrook Borough Council"\nshort_name = "Northbrook"\n')
    make_journal(home)
    return home


def _extract(home: Home, taken: date) -> Extract:
    """An extract whose rows are accounted for and not kept: pages read only the account."""
    from everychild.journal import ledger  # its models need Django pointed at a home first

    name = f"annex-a-{taken}.xlsx"
    digest = hashlib.sha256(name.encode()).hexdigest()
    read = FileRead(name, digest, "annex_a", ("List 1",), 4_207, 4_150, 45, 12, FAULTS, (), taken)
    written = write_extract(home, [read], taken, working_calendar(2016, 2020))
    return ledger.record_extract(written, [read], datetime(2019, 5, 3, 8, 12, tzinfo=UTC))


def _close(home: Home, month: Month, settings: str, closed_at: datetime, seen: list[Extract], seed: int) -> None:
    from everychild.journal import ledger

    invented = list(_figures(month, seed))
    path, digest = freeze(home, month, frozen(_table(invented)))
    own = council_from(settings)
    clocks = {clock.name: own.clock(clock) for clock in CLOCKS}
    judged = judge(invented, CATALOGUE, month, months_to(month, 25), own, clocks)
    fingerprint = hashlib.sha256(f"{digest}{settings}".encode()).hexdigest()
    ledger.record_edition(
        month, seen[-1].extracted_on, path, digest, settings, fingerprint, "", closed_at, seen, judged
    )


def _table(figures: list[Figure]) -> pa.Table:
    return pa.table(
        {
            "ref": [figure.ref for figure in figures],
            "win": [figure.window.value for figure in figures],
            "month_no": [figure.as_at.index for figure in figures],
            "breakdown": [figure.breakdown for figure in figures],
            "grp": [figure.group for figure in figures],
            "numerator": pa.array([figure.numerator for figure in figures], pa.int64()),
            "denominator": pa.array([figure.denominator for figure in figures], pa.int64()),
            "absent": [figure.absent.value if figure.absent else None for figure in figures],
            "median_twice": pa.array([figure.median_twice for figure in figures], pa.int64()),
        }
    )


def _figures(last: Month, seed: int) -> Iterator[Figure]:
    for indicator in CATALOGUE:
        yield from _of_one(indicator, months_to(last, 25), seed)


def _of_one(indicator: Indicator, months: tuple[Month, ...], seed: int) -> Iterator[Figure]:
    window = Window.AS_AT if indicator.is_at_month_end else Window.MONTH
    if indicator.ref == NOT_SUPPLIED:
        for month in months:
            yield Figure(indicator.ref, window, month, None, None, None, None, Absent.NOT_SUPPLIED)
        return
    counts = [_counts(indicator, month, seed) for month in months]
    for n, month in enumerate(months):
        yield _figure(indicator, window, month, counts[n : n + 1])
        if not indicator.is_at_month_end:
            yield _figure(indicator, Window.YEAR_TO_DATE, month, counts[max(0, n - (month.number - 4) % 12) : n + 1])
            if n >= 11:
                yield _figure(indicator, Window.ROLLING_12, month, counts[n - 11 : n + 1])
        if month.number == 3 and n >= 11:
            yield _figure(indicator, Window.FINANCIAL_YEAR, month, counts[n - 11 : n + 1])
    yield from _groups(indicator, window, months[-1], counts[-1])


def _figure(indicator: Indicator, window: Window, month: Month, counts: list[tuple[int, int | None]]) -> Figure:
    numerator = sum(n for n, _ in counts)
    denominator = None if indicator.is_counted else sum(d or 0 for _, d in counts)
    if indicator.adds_up and window is Window.FINANCIAL_YEAR:
        denominator = len(counts)
    median = None
    if isinstance(indicator.measure, Mean) and len(counts) == 1 and denominator:
        median = round(2 * numerator / denominator * 0.93)
    return Figure(indicator.ref, window, month, None, None, numerator, denominator, None, median)


def _groups(indicator: Indicator, window: Window, month: Month, counts: tuple[int, int | None]) -> Iterator[Figure]:
    for breakdown in indicator.breakdowns:
        groups = breakdown.groups or TEAMS
        chance = Random(f"{indicator.ref}{breakdown.name}")
        weights = [0.0 if group.startswith(("Not ", "Neither", "18")) else chance.uniform(0.5, 2) for group in groups]
        denominators = _shared(counts[0] if counts[1] is None else counts[1], weights)
        rate = 1.0 if not counts[1] else counts[0] / counts[1]
        for group, denominator in zip(groups, denominators, strict=True):
            numerator = max(0, round(denominator * rate * chance.uniform(0.82, 1.12)))
            if counts[1] is None:
                yield Figure(indicator.ref, window, month, breakdown.name, group, denominator, None)
            elif denominator == 0:
                yield Figure(indicator.ref, window, month, breakdown.name, group, None, None, Absent.NO_CASES)
            else:
                most = numerator if isinstance(indicator.measure, Mean) else min(numerator, denominator)
                yield Figure(indicator.ref, window, month, breakdown.name, group, most, denominator)


def _shared(total: int, weights: list[float]) -> list[int]:
    """Whole numbers in those proportions that add up to the total."""
    scale = total / (sum(weights) or 1)
    parts = [int(weight * scale) for weight in weights]
    largest = max(range(len(weights)), key=lambda n: weights[n])
    parts[largest] += total - sum(parts)
    return parts


def _counts(indicator: Indicator, month: Month, seed: int) -> tuple[int, int | None]:
    chance = Random(f"{indicator.ref}{month}")
    story = STORIES.get(indicator.ref) or _plain(indicator)
    months_of_drift = max(0, 9 - (APRIL.index - month.index))
    value = story.level + story.drift * months_of_drift / 9
    value = dict(story.at).get(month, value + chance.uniform(-1, 1) * story.wobble * _scale(indicator, story))
    cases = max(3, round(story.cases * chance.uniform(0.9, 1.1)))
    match indicator.measure:
        case Count() | Children() | Total():
            corrected = seed if month == APRIL and indicator.ref == "EH03" else 0
            return max(0, round(value)) + corrected, None
        case Mean():
            return round(value * cases), cases
        case _:
            return round(min(1.0, max(0.0, value)) * cases), cases


def _on_target(indicator: Indicator, target: Target) -> Story:
    """A little to the good side of its target, month after month."""
    middle = target.value if target.value is not None else ((target.low or 0) + (target.high or target.low or 0)) / 2
    better = {Good.HIGHER: 1.04, Good.LOWER: 0.9}.get(indicator.good, 1.0)
    level = float(middle) * better / (100 if indicator.unit is Unit.PERCENT else 1)
    return Story(min(level, 1.0) if indicator.unit is Unit.PERCENT else level, wobble=0.01)


def _plain(indicator: Indicator) -> Story:
    """In ordinary times: nothing that any child at all is too many of."""
    chance = Random(indicator.ref)
    if indicator.zero_tolerance:
        return Story(0, wobble=0)
    target = COUNCIL.target_for(indicator.ref, APRIL.last_day)
    if target is not None:
        return _on_target(indicator, target)
    match indicator.measure:
        case Count() | Children() | Total():
            return Story(chance.uniform(20, 420), wobble=0.07)
        case Mean():
            return Story(chance.uniform(8, 34), wobble=0.05)
        case _:
            return Story(chance.uniform(0.3, 0.95), wobble=0.03)


def _scale(indicator: Indicator, story: Story) -> float:
    return story.level if isinstance(indicator.measure, Count | Mean) else 1.0
