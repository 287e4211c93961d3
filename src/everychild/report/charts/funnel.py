"""A funnel: councils by their cases, with England’s value and what chance would do at each size. Never a league table.

A Vega-Lite specification drawn to SVG on the spot, as a trend is.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from everychild.comparators.beside import Dot, Funnel
from everychild.comparators.series import Told
from everychild.judgement.chance import ALARM, WARNING
from everychild.narrative.compared import number_in_words
from everychild.report.charts.colours import AVERAGE, GRID, INK, LINE, PAPER, QUIET_INK, WORSE
from everychild.report.charts.one_picture import as_one_picture
from everychild.report.charts.trend import config
from everychild.report.charts.trend_layers import TEXT
from everychild.report.charts.trend_scale import Specification
from everychild.report.parts import converter

STEPS = 48
"""How many sizes the limits are drawn at."""


@lru_cache(maxsize=32)
def funnel_chart(funnel: Funnel, finding: str, description: str, *, narrow: bool) -> str:
    """The chart as SVG, its title the finding."""
    svg: str = converter().vegalite_to_svg(specification(funnel, narrow=narrow))
    return as_one_picture(svg, "funnel", finding, description)


def specification(funnel: Funnel, *, narrow: bool) -> Specification:
    """The chart as Vega-Lite."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": 228 if narrow else 560,
        "height": 250 if narrow else 300,
        "background": None,
        "padding": {"left": 2, "right": 2, "top": 4, "bottom": 4},
        "config": config(),
        "layer": [
            *_limits(funnel, ALARM, [3, 3]),
            *_limits(funnel, WARNING, None),
            _centre(funnel),
            *_dots(funnel),
            *_ours(funnel),
        ],
    }


def sizes(funnel: Funnel) -> tuple[int, ...]:
    """The sizes limits are drawn at, more of them where they turn."""
    most = _most(funnel)
    least = max(1, min(_all(funnel), key=lambda dot: dot.cases).cases // 2)
    ratio = (most / least) ** (1 / STEPS)
    return tuple(dict.fromkeys(round(least * ratio**n) for n in range(STEPS + 1)))


def _limits(funnel: Funnel, confidence: float, dash: list[int] | None) -> list[Specification]:
    rows = []
    for cases in sizes(funnel):
        low, high = funnel.limits(cases, confidence)
        rows.append({"cases": cases, "low": float(low), "high": float(high)})
    mark = {
        "type": "line",
        "color": QUIET_INK,
        "strokeWidth": 1.2,
        "clip": True,
        **({"strokeDash": dash} if dash else {}),
    }
    return [
        {"data": {"values": rows}, "mark": mark, "encoding": {"x": _x(funnel), "y": _y(funnel, side)}}
        for side in ("low", "high")
    ]


def _centre(funnel: Funnel) -> Specification:
    rows = [{"cases": cases, "value": float(funnel.centre)} for cases in (sizes(funnel)[0], sizes(funnel)[-1])]
    mark = {"type": "line", "color": AVERAGE, "strokeWidth": 1.6}
    return {"data": {"values": rows}, "mark": mark, "encoding": {"x": _x(funnel), "y": _y(funnel, "value")}}


def _dots(funnel: Funnel) -> list[Specification]:
    """Other councils, hollow; statistical neighbours as diamonds."""
    looks = ((False, "circle", LINE, 32), (True, "diamond", INK, 70))
    return [
        {
            "data": {"values": rows},
            "mark": {
                "type": "point",
                "shape": shape,
                "filled": True,
                "fill": PAPER,
                "stroke": colour,
                "strokeWidth": 1.4,
                "size": size,
                "opacity": 1,
            },
            "encoding": {"x": _x(funnel), "y": _y(funnel, "value")},
        }
        for is_neighbour, shape, colour, size in looks
        if (rows := [_row(dot) for dot in funnel.dots if dot.is_neighbour is is_neighbour])
    ]


def _ours(funnel: Funnel) -> list[Specification]:
    if funnel.ours is None:
        return []
    data = {"values": [_row(funnel.ours)]}
    where = {"x": _x(funnel), "y": _y(funnel, "value")}
    square = {"type": "point", "shape": "square", "filled": True, "color": WORSE, "size": 130, "opacity": 1}
    said = f"Ours {number_in_words(funnel.ours.value, funnel.told)}"
    words = {"type": "text", "text": said, "fontWeight": "bold", "dx": 12, "dy": -14}
    halo = {**words, "color": PAPER, "stroke": PAPER, "strokeWidth": 5, "strokeJoin": "round"}
    marks = (square, halo, {**words, "color": INK})
    return [{"data": data, "mark": mark, "encoding": where} for mark in marks]


def _x(funnel: Funnel) -> Specification:
    said = "Children in the area" if funnel.told is Told.RATE else "Cases counted in the year"
    return {
        "field": "cases",
        "type": "quantitative",
        "scale": {"type": "log", "domain": [sizes(funnel)[0], _most(funnel)], "nice": False},
        "axis": {
            "grid": False,
            "title": said,
            "titleFontWeight": "normal",
            "titleFontSize": TEXT,
            "titleColor": QUIET_INK,
            "format": ",d",
            "tickCount": 4,
        },
    }


def _y(funnel: Funnel, field: str) -> Specification:
    low, high = _range(funnel)
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": [float(low), float(high)], "nice": True, "zero": False},
        "axis": {"format": ",d", "gridColor": GRID},
    }


def _range(funnel: Funnel) -> tuple[Fraction, Fraction]:
    values = [*(dot.value for dot in _all(funnel)), *funnel.limits(sizes(funnel)[0], ALARM), funnel.centre]
    ceiling = Fraction(100) if funnel.told is Told.PERCENT else max(values)
    return max(Fraction(0), min(values)), min(ceiling, max(values))


def _all(funnel: Funnel) -> list[Dot]:
    ours = [funnel.ours] if funnel.ours else []
    return [*funnel.dots, *ours]


def _most(funnel: Funnel) -> int:
    """The most cases anyone has; a council alone is drawn with room on either side."""
    most = max(_all(funnel), key=lambda dot: dot.cases).cases
    return most if funnel.dots else most * 4


def _row(dot: Dot) -> Specification:
    return {"cases": dot.cases, "value": float(dot.value)}
