"""What a trend shows and the scale it is drawn on: which months, from where to where, with which ticks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any

from everychild import wording
from everychild.judgement.judged import Judged
from everychild.measure.figure import Figure, Window
from everychild.report.charts.expected import stretches
from everychild.report.charts.sparkline import target_spans

Specification = dict[str, Any]  # Vega-Lite is JSON: any value may stand in it

MONTHS_WHEN_NARROW = 13


@dataclass(frozen=True)
class Trend:
    """What is drawn, and the scale it is drawn on."""

    judged: Judged
    months: tuple[Figure, ...]
    narrow: bool
    lowest: Fraction
    highest: Fraction
    step: Fraction

    @property
    def width(self) -> int:
        return 208 if self.narrow else 640

    @property
    def height(self) -> int:
        return 250 if self.narrow else 300

    def x(self, month: float) -> float:
        """Where a month lies, counted from nought; halves lie between two, and nothing lies outside the picture."""
        return min(max(self.width * month / max(1, len(self.months) - 1), 0), self.width)

    @property
    def is_quarterly(self) -> bool:
        return any(figure.window is Window.QUARTER for figure in self.months)

    def left_of(self, place: int) -> float:
        """Half way between a point and the one before, to a whole pixel so that blocks meet without a seam."""
        last = max(1, len(self.months) - 1)
        return round(self.width * min(max(place - 0.5, 0), last) / last)

    def y(self, value: Fraction) -> float:
        return float(self.height * (self.highest - value) / (self.highest - self.lowest))


def trend_of(judged: Judged, narrow: bool) -> Trend:
    months = judged.charted[-MONTHS_WHEN_NARROW:] if narrow else judged.charted
    known = [value for figure in months if (value := judged.value_of(figure)) is not None]
    ranges = [bound for stretch in stretches(judged, months) for bound in (stretch.low, stretch.high)]
    wanted = [line.value for line in target_spans(judged, months)]
    drawn = [*known, *ranges, *wanted] or [Fraction(0), Fraction(1)]
    step = _step(max(drawn) - min(drawn))
    lowest, highest = floor(min(drawn) / step) * step, ceil(max(drawn) / step) * step
    return Trend(judged, months, narrow, lowest, highest if highest > lowest else lowest + step, step)


def _step(span: Fraction) -> Fraction:
    """The smallest of 1, 2, 5, 10, 20, 50… that parts the axis into six at most."""
    power = Fraction(1)
    while True:
        for digit in (1, 2, 5):
            if span <= 6 * digit * power:
                return digit * power
        power *= 10


def placed(trend: Trend) -> Specification:
    """Months along, values up; each axis labelled once, by every layer alike."""
    return {
        "encoding": {
            "x": {
                "field": "month",
                "type": "quantitative",
                "scale": {"domain": [0, max(1, len(trend.months) - 1)], "nice": False, "zero": False},
                "axis": {"grid": False, "values": _ticks(trend), "labelExpr": _tick_labels(trend), "labelFlush": False},
            },
            "y": {
                "field": "value",
                "type": "quantitative",
                "scale": {"domain": [float(trend.lowest), float(trend.highest)], "nice": False, "zero": False},
                "axis": {"values": _values(trend), "format": ",d"},
            },
        }
    }


def _ticks(trend: Trend) -> list[int]:
    """January, April, July and October; of quarters, every other."""
    if trend.is_quarterly:
        return list(range(len(trend.months) - 1, -1, -3 if trend.narrow else -2))[::-1]
    every = 6 if trend.narrow else 3
    return [n for n, figure in enumerate(trend.months) if (figure.as_at.number - 4) % every == 0]


def _tick_labels(trend: Trend) -> str:
    """The month's short name, with the year under the first and under each April."""
    said: dict[int, list[str]] = {}
    for n in _ticks(trend):
        month = trend.months[n].as_at
        short = wording.month_name(month)[:3]
        if trend.is_quarterly:
            short = f"{wording.month_name(month - 2)[:3]} to {short}"
        has_year = trend.is_quarterly or month.number == 4 or not said
        said[n] = [short, str(month.year)] if has_year else [short]
    return f"{json.dumps(said)}[datum.value]"


def _values(trend: Trend) -> list[float]:
    steps = int((trend.highest - trend.lowest) / trend.step)
    return [float(trend.lowest + n * trend.step) for n in range(steps + 1)]
