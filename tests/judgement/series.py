"""Small series for tests of patterns: a figure a month, the quarters they add up to, and how they are charted."""

from datetime import date

from everychild.calendar import Month, months_to
from everychild.catalogue import BY_REF
from everychild.council import Baseline, Thresholds
from everychild.judgement.charting import Charted, charted
from everychild.measure.figure import Absent, Figure, Window

APRIL_2019 = Month(2019, 4)
SHARE, COUNT = BY_REF["CP08"], BY_REF["CP13"]


def figures(pairs, last=APRIL_2019):
    """(met, considered) a month, the last of them being `last`; None is a month not supplied, 0 of 0 none due."""
    return tuple(_figure(month, pair) for month, pair in zip(months_to(last, len(pairs)), pairs, strict=True))


def counted(numbers, last=APRIL_2019):
    return figures([None if number is None else (number, None) for number in numbers], last)


def quarters(months):
    """Every whole calendar quarter of these months, added up, as the engine adds them."""
    by_month = {figure.as_at: figure for figure in months}
    found = []
    for last in by_month:
        parts = [by_month.get(last - n) for n in range(3)]
        if last.number % 3 or any(part is None or part.absent is Absent.NOT_SUPPLIED for part in parts):
            continue
        met, cases = sum(part.numerator or 0 for part in parts), sum(part.denominator or 0 for part in parts)
        absent = None if cases else Absent.NO_CASES
        found.append(
            Figure("X", Window.QUARTER, last, None, None, met if cases else None, cases if cases else None, absent)
        )
    return tuple(found)


def begun(begins, to=None, who="Head of Service", why="A new case system", since=date(2019, 5, 3)):
    return Baseline("X", Month.of(begins), Month.of(to) if to else None, who, why, since)


def charted_as(indicator, months, *baselines, **thresholds) -> Charted:
    return charted(indicator, months, quarters(months), baselines, Thresholds(**thresholds))


def _figure(month, pair):
    if pair is None or pair[1] == 0:
        absent = Absent.NOT_SUPPLIED if pair is None else Absent.NO_CASES
        return Figure("X", Window.MONTH, month, None, None, None, None, absent)
    return Figure("X", Window.MONTH, month, None, None, *pair)
