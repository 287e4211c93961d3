"""A bar from nought, beside the number it repeats."""

from __future__ import annotations

from fractions import Fraction

from everychild.report.charts.colours import AVERAGE, GRID
from everychild.report.charts.svg import drawing, tag

RAIL = 4


def bar_picture(share: Fraction, says: str, width: float, height: float) -> str:
    """So much of a rail as the number is of the longest; `share` is held between nought and one."""
    length = float(min(max(share, Fraction(0)), Fraction(1))) * width
    rail = tag("rect", x=0, y=(height - RAIL) / 2, width=width, height=RAIL, fill=GRID)
    bar = tag("rect", x=0, y=height * 0.15, width=length, height=height * 0.7, fill=AVERAGE) if length else ""
    return drawing(width, height, says, "", rail + bar, "bar")
