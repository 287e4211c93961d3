"""What a trend shows and the scale it is drawn on: which months, from where to where, with which ticks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any

from everychild import wording
from everychild.judgement.judged import Judged
from everychild.measure.figure import Figure
from everychild.report.charts.sparkline import expected_range, target_spans

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

    def y(self, value: Fraction) -> float:
        return float(self.height * (self.highest - value) / (self.highest - self.lowest))


def trend_of(judged: Judged, narrow: bool) -> Trend:
    months = judged.history[-MONTHS_WHEN_NARROW:] if narrow else judged.history
    known = [value for figure in months if (value := judged.value_of(figure)) is not None]
    wanted = [line.value for line in target_spans(judged, months)]
    drawn = [*known, *(expected_range(judged) or ()), *wanted] or [Fraction(0), Fraction(1)]
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
                "scale": {"domain": [0, len(trend.months) - 1], "nice": False, "zero": False},
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
    """January, April, July and October."""
    every = 6 if trend.narrow else 3
    return [n for n, figure in enumerate(trend.months) if (figure.as_at.number - 4) % every == 0]


def _tick_labels(trend: Trend) -> str:
    """The month's short name, with the year under the first and under each April."""
    said: dict[int, list[str]] = {}
    for n in _ticks(trend):
        month = trend.months[n].as_at
        short = wording.month_name(month)[:3]
        said[n] = [short, str(month.year)] if month.number == 4 or not said else [short]
    return f"{json.dumps(said)}[datum.value]"


def _values(trend: Trend) -> list[float]:
    steps = int((trend.highest - trend.lowest) / trend.step)
    return [float(trend.lowest + n * trend.step) for n in range(steps + 1)]
