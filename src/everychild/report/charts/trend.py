"""The trend of one indicator: months, expected range, average, target and what stands out, labelled where they end.

A Vega-Lite specification drawn to SVG on the spot: no browser, no network, no style attribute.
"""

from __future__ import annotations

from everychild import wording
from everychild.catalogue.indicator import Unit
from everychild.judgement.judged import Judged
from everychild.narrative import finding, pattern_sentence
from everychild.report.charts.colours import GRID, INK, QUIET_INK
from everychild.report.charts.one_picture import as_one_picture
from everychild.report.charts.trend_layers import TEXT, layers
from everychild.report.charts.trend_scale import Specification, Trend, trend_of
from everychild.report.parts import FONT, converter


def trend_chart(judged: Judged, *, narrow: bool) -> str:
    """The chart as SVG: 25 months, or 13 for a narrow screen. Its title is the finding, as on the page."""
    svg: str = converter().vegalite_to_svg(specification(trend_of(judged, narrow)))
    return as_one_picture(svg, "trend", str(finding(judged)), str(pattern_sentence(judged)))


def specification(trend: Trend) -> Specification:
    """The chart as Vega-Lite."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": trend.width,
        "height": trend.height,
        "background": None,
        "padding": {"left": 2, "right": 2, "top": 4, "bottom": 4},
        "title": {"text": _axis_note(trend), "anchor": "start", "frame": "bounds", "offset": 12},
        "config": config(),
        "layer": layers(trend),
    }


def _axis_note(trend: Trend) -> str:
    unit = trend.judged.indicator.unit
    if all(trend.judged.value_of(figure) is None for figure in trend.months):
        return "No month has a figure to draw."
    said = "" if unit in (Unit.PERCENT, Unit.COUNT) else f"{wording.sentence(unit.value)}. "
    return f"{said}The axis starts at {wording.shown(trend.lowest, unit, out_of=1)}."


def config() -> Specification:
    """Type, colours and axes, the same for every chart."""
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
