"""The trend of one indicator: months, expected range, average, target and what stands out, labelled where they end.

A Vega-Lite specification drawn to SVG on the spot: no browser, no network, no style attribute.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any

from everychild import wording
from everychild.catalogue.indicator import Good, Unit
from everychild.judgement.judged import Judged
from everychild.judgement.pattern import Moving, Side
from everychild.measure.figure import Figure
from everychild.narrative import finding, pattern_sentence
from everychild.narrative.sentences import value_in_words
from everychild.report.charts.colours import (
    AVERAGE,
    BAND,
    BETTER,
    GRID,
    INK,
    LINE,
    PAPER,
    QUIET_INK,
    STATUS_LOOKS,
    WORSE,
)
from everychild.report.charts.labels import Label, apart
from everychild.report.charts.sparkline import expected_range, target_lines
from everychild.report.document import Shape
from everychild.report.parts import FONT, converter

Specification = dict[str, Any]  # Vega-Lite is JSON: any value may stand in it

TEXT = 14
"""Pixels: nothing in a picture is smaller."""

MONTHS_WHEN_NARROW = 13
SYMBOLS = {Shape.CIRCLE: "circle", Shape.TRIANGLE: "triangle-up", Shape.SQUARE: "square", Shape.RING: "circle"}


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

    def y(self, value: Fraction) -> float:
        return float(self.height * (self.highest - value) / (self.highest - self.lowest))


def trend_chart(judged: Judged, *, narrow: bool) -> str:
    """The chart as SVG: 25 months, or 13 for a narrow screen. Its title is the finding, as on the page."""
    svg: str = converter().vegalite_to_svg(specification(_trend(judged, narrow)))
    opening, rest = svg.split(">", 1)
    said = f"<title>{_escaped(finding(judged))}</title><desc>{_escaped(pattern_sentence(judged))}</desc>"
    return f'{opening.replace("marks", "trend", 1)} role="img">{said}{rest}'


def specification(trend: Trend) -> Specification:
    """The chart as Vega-Lite."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": trend.width,
        "height": trend.height,
        "background": None,
        "padding": {"left": 2, "right": 2, "top": 4, "bottom": 4},
        "title": {"text": _axis_note(trend), "anchor": "start", "frame": "bounds", "offset": 12},
        "config": _config(),
        "layer": [*_usual(trend), *_targets(trend), *_months(trend), *_labels(trend)],
    }


def _trend(judged: Judged, narrow: bool) -> Trend:
    months = judged.history[-MONTHS_WHEN_NARROW:] if narrow else judged.history
    known = [value for figure in months if (value := judged.value_of(figure)) is not None]
    drawn = [*known, *(expected_range(judged) or ()), *target_lines(judged)] or [Fraction(0), Fraction(1)]
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


def _axis_note(trend: Trend) -> str:
    unit = trend.judged.indicator.unit
    if all(trend.judged.value_of(figure) is None for figure in trend.months):
        return "No month has a figure to draw."
    said = "" if unit in (Unit.PERCENT, Unit.COUNT) else f"{wording.sentence(unit.value)}. "
    return f"{said}The axis starts at {wording.shown(trend.lowest, unit, out_of=1)}."


def _config() -> Specification:
    text = {"fontSize": TEXT, "font": f"{FONT}, Arial, Helvetica, sans-serif"}
    return {
        "font": text["font"],
        "aria": False,
        "view": {"stroke": None},
        "text": {**text, "color": INK, "align": "left", "baseline": "middle"},
        "title": {**text, "color": QUIET_INK, "fontWeight": "normal"},
        "axis": {
            "labelFontSize": TEXT,
            "labelColor": QUIET_INK,
            "labelPadding": 8,
            "gridColor": GRID,
            "domain": False,
            "ticks": False,
            "title": None,
        },
    }


def _usual(trend: Trend) -> list[Specification]:
    usual, limits = expected_range(trend.judged), trend.judged.pattern.limits
    if usual is None or limits is None:
        return []
    low, high = usual
    band = {"type": "rect", "color": BAND, "opacity": 1}
    return [
        {"data": _one, "mark": band, "encoding": {"y": _at(high, trend), "y2": _at(low, trend), **_whole_width(trend)}},
        _rule(trend, limits.mean, {"color": AVERAGE, "strokeWidth": 1.4}),
    ]


def _targets(trend: Trend) -> list[Specification]:
    dashes = {"color": INK, "strokeWidth": 2, "strokeDash": [7, 5]}
    return [_rule(trend, bound, dashes) for bound in target_lines(trend.judged)]


def _months(trend: Trend) -> list[Specification]:
    """The line, broken where a month has no figure; hollow points, filled where they stand out; the end's status."""
    broken = "break-paths-show-domains"
    line = {"type": "line", "color": LINE, "strokeWidth": 2.6, "strokeJoin": "round", "invalid": broken}
    points = {"type": "point", "invalid": "filter", "opacity": 1}
    hollow = {**points, "filled": True, "fill": PAPER, "stroke": LINE, "strokeWidth": 1.8, "size": 42}
    last = STATUS_LOOKS[trend.judged.status]
    status = {
        **points,
        "filled": True,
        "shape": SYMBOLS[last.shape],
        "fill": last.fill,
        "stroke": last.edge,
        "strokeWidth": 1.8,
        "size": 170,
    }
    standing_out = [
        {"data": {"values": rows}, "mark": {**points, "filled": True, "size": 90, **mark}, **_place(trend)}
        for mark, rows in _signals(trend)
        if rows
    ]
    rows = _rows(trend)
    return [
        {"data": {"values": rows}, "mark": line, **_place(trend)},
        {"data": {"values": rows}, "mark": hollow, **_place(trend)},
        *standing_out,
        {"data": {"values": rows[-1:]}, "mark": status, **_place(trend)},
    ]


def _rows(trend: Trend) -> list[Specification]:
    values = [trend.judged.value_of(figure) for figure in trend.months]
    return [{"month": n, "value": None if value is None else float(value)} for n, value in enumerate(values)]


def _signals(trend: Trend) -> list[tuple[Specification, list[Specification]]]:
    """Shape and colour, with the points, of the months that stand out: worse, better, and merely unusual."""
    judged = trend.judged
    known = [figure.as_at for figure in judged.history if judged.value_of(figure) is not None]
    signal_of = dict(zip(known, judged.pattern.signals, strict=True))
    rows = list(zip(_rows(trend), (signal_of.get(figure.as_at) for figure in trend.months), strict=True))
    up_is = {Good.HIGHER: Moving.GETTING_BETTER, Good.LOWER: Moving.GETTING_WORSE}.get(judged.indicator.good)
    up = [row for row, signal in rows if signal is not None and signal.side is Side.UP]
    down = [row for row, signal in rows if signal is not None and signal.side is Side.DOWN]
    if up_is is None:
        return [({"shape": "diamond", "color": QUIET_INK}, up + down)]
    better, worse = (up, down) if up_is is Moving.GETTING_BETTER else (down, up)
    return [({"shape": "diamond", "color": WORSE}, worse), ({"shape": "circle", "color": BETTER}, better)]


def _labels(trend: Trend) -> list[Specification]:
    """What each line is, written where it ends, pushed apart where they would touch."""
    return [
        {
            "data": _one,
            "mark": {"type": "text", "text": label.text, "color": label.colour, "fontWeight": label.weight},
            "encoding": {"x": {"value": trend.width + 14}, "y": {"value": label.y}},
        }
        for label in apart(_labels_wanted(trend), TEXT + 4, trend.height)
    ]


def _labels_wanted(trend: Trend) -> list[Label]:
    judged, unit = trend.judged, trend.judged.indicator.unit
    latest, last = trend.months[-1], judged.value_of(trend.months[-1])
    targets = target_lines(judged)
    said = [Label(f"Target {wording.shown(bound, unit, out_of=1)}", trend.y(bound), INK) for bound in targets]
    usual, limits = expected_range(judged), judged.pattern.limits
    if usual is not None and limits is not None:
        low, high = ("Lower", "Upper") if trend.narrow else ("Lower expected", "Upper expected")
        said += [
            Label(f"{high} {wording.shown(usual[1], unit)}", trend.y(usual[1]), QUIET_INK),
            Label(f"Average {wording.shown(limits.mean, unit)}", trend.y(limits.mean), QUIET_INK),
            Label(f"{low} {wording.shown(usual[0], unit)}", trend.y(usual[0]), QUIET_INK),
        ]
    if last is not None:
        name = wording.month_name(latest.as_at)
        month = name[:3] if trend.narrow else name
        value = value_in_words(judged, latest).removesuffix(f" {unit.value}")
        said.append(Label(f"{month} {value}", trend.y(last), STATUS_LOOKS[judged.status].ink, "bold"))
    return said


def _rule(trend: Trend, value: Fraction, drawn: Specification) -> Specification:
    mark = {"type": "rule", **drawn}
    return {"data": _one, "mark": mark, "encoding": {"y": _at(value, trend), **_whole_width(trend)}}


def _place(trend: Trend) -> Specification:
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


def _at(value: Fraction, trend: Trend) -> Specification:
    return {"value": trend.y(value)}


def _whole_width(trend: Trend) -> Specification:
    return {"x": {"value": 0}, "x2": {"value": trend.width}}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_one: Specification = {"values": [{}]}
"""Data of one row, for a mark that is drawn once."""
