"""The layers of a trend, from the back to the front: expected range, target, months, and the labels at their ends."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from everychild import wording
from everychild.catalogue.indicator import Good
from everychild.judgement.pattern import Moving, Side
from everychild.judgement.targets import number_in_words
from everychild.narrative.quantities import value_in_words
from everychild.report.charts.colours import AVERAGE, BAND, BETTER, INK, LINE, PAPER, QUIET_INK, STATUS_LOOKS, WORSE
from everychild.report.charts.expected import Stretch, beginnings, expected_range, stretches
from everychild.report.charts.labels import Label, apart
from everychild.report.charts.sparkline import TargetLine, end_status, target_spans
from everychild.report.charts.trend_scale import Specification, Trend, placed
from everychild.report.document import Shape

TEXT = 14
"""Pixels: nothing in a picture is smaller."""

SYMBOLS = {Shape.CIRCLE: "circle", Shape.TRIANGLE: "triangle-up", Shape.SQUARE: "square", Shape.RING: "circle"}


def layers(trend: Trend) -> list[Specification]:
    """Every layer, the one behind all others first."""
    return [*_usual(trend), *_targets(trend), *_months(trend), *_labels(trend)]


def _usual(trend: Trend) -> list[Specification]:
    """A block to each stretch of points with one range, then the averages, then where the range was begun anew."""
    drawn = stretches(trend.judged, trend.months)
    band = {"type": "rect", "color": BAND, "opacity": 1}
    blocks: list[Specification] = [
        {
            "data": _one,
            "mark": band,
            "encoding": {"y": _at(one.high, trend), "y2": _at(one.low, trend), **_width_of(trend, one)},
        }
        for one in drawn
    ]
    average = {"type": "rule", "color": AVERAGE, "strokeWidth": 1.4}
    averages: list[Specification] = [
        {"data": _one, "mark": average, "encoding": {"y": _at(one.mean, trend), **_width_of(trend, one)}}
        for one in drawn
    ]
    return [*blocks, *averages, *_begun_anew(trend)]


def _begun_anew(trend: Trend) -> list[Specification]:
    mark = {"type": "rule", "color": QUIET_INK, "strokeWidth": 1.4, "strokeDash": [2, 3]}
    return [
        {
            "data": _one,
            "mark": mark,
            "encoding": {"x": {"value": trend.left_of(place)}, "y": {"value": 0}, "y2": {"value": trend.height}},
        }
        for place in beginnings(trend.judged, trend.months)
    ]


def _targets(trend: Trend) -> list[Specification]:
    """Each target over the months it was in force, with its number where an old one begins; and the floor, dotted."""
    return [layer for line in target_spans(trend.judged, trend.months) for layer in _target(trend, line)]


def _target(trend: Trend, line: TargetLine) -> Iterator[Specification]:
    dashes = {"strokeWidth": 1.6, "strokeDash": [2, 4]} if line.is_floor else {"strokeWidth": 2, "strokeDash": [7, 5]}
    start, end = trend.x(line.first - 0.5), trend.x(line.last + 0.5)
    across = {"x": {"value": start}, "x2": {"value": end}}
    mark = {"type": "rule", "color": INK, **dashes}
    yield {"data": _one, "mark": mark, "encoding": {"y": _at(line.value, trend), **across}}
    if line.last < len(trend.months) - 1:
        said = _said_of(line, trend, "then ")
        text = {"type": "text", "text": said, "color": INK, "baseline": "bottom", "dy": -4}
        yield {"data": _one, "mark": text, "encoding": {"x": {"value": start + 4}, "y": _at(line.value, trend)}}


def _said_of(line: TargetLine, trend: Trend, when: str = "") -> str:
    indicator = trend.judged.indicator
    worst = "Ceiling" if indicator.good is Good.LOWER else "Floor"
    return f"{worst if line.is_floor else 'Target'} {when}{number_in_words(line.value, indicator)}"


def _months(trend: Trend) -> list[Specification]:
    """The line, broken where a month has no figure; hollow points, filled where they stand out; the end's status."""
    broken = "break-paths-show-domains"
    line = {"type": "line", "color": LINE, "strokeWidth": 2.6, "strokeJoin": "round", "invalid": broken}
    points = {"type": "point", "invalid": "filter", "opacity": 1}
    hollow = {**points, "filled": True, "fill": PAPER, "stroke": LINE, "strokeWidth": 1.8, "size": 42}
    last = STATUS_LOOKS[end_status(trend.judged)]
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
        {"data": {"values": rows}, "mark": {**points, "filled": True, "size": 90, **mark}, **placed(trend)}
        for mark, rows in _signals(trend)
        if rows
    ]
    rows = _rows(trend)
    return [
        {"data": {"values": rows}, "mark": line, **placed(trend)},
        {"data": {"values": rows}, "mark": hollow, **placed(trend)},
        *standing_out,
        {"data": {"values": rows[-1:]}, "mark": status, **placed(trend)},
    ]


def _rows(trend: Trend) -> list[Specification]:
    values = [trend.judged.value_of(figure) for figure in trend.months]
    return [{"month": n, "value": None if value is None else float(value)} for n, value in enumerate(values)]


def _signals(trend: Trend) -> list[tuple[Specification, list[Specification]]]:
    """Shape and colour, with the points, of the months that stand out: worse, better, and merely unusual."""
    judged = trend.judged
    rows = [
        (row, judged.pattern.signal_of(figure.as_at)) for row, figure in zip(_rows(trend), trend.months, strict=True)
    ]
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
    latest = trend.months[-1] if trend.months else judged.figure
    last = judged.value_of(latest)
    said = [
        Label(_said_of(line, trend), trend.y(line.value), INK)
        for line in target_spans(judged, trend.months)
        if line.last == len(trend.months) - 1
    ]
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
        if trend.is_quarterly:
            name = f"{wording.month_name(latest.as_at - 2)[:3]} to {name[:3]}"
        month = name[:3] if trend.narrow and not trend.is_quarterly else name
        value = str(value_in_words(judged, latest)).removesuffix(f" {unit.value}")
        said.append(Label(f"{month} {value}", trend.y(last), STATUS_LOOKS[end_status(judged)].ink, "bold"))
    return said


def _width_of(trend: Trend, stretch: Stretch) -> Specification:
    """From half way before its first point to half way after its last."""
    return {"x": {"value": trend.left_of(stretch.first)}, "x2": {"value": trend.left_of(stretch.last + 1)}}


def _at(value: Fraction, trend: Trend) -> Specification:
    return {"value": trend.y(value)}


_one: Specification = {"values": [{}]}
"""Data of one row, for a mark that is drawn once."""
