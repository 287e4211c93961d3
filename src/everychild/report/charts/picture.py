"""An SVG as a PNG, sharp enough to print."""

from __future__ import annotations

from everychild.report.parts import converter

PIXELS_PER_UNIT = 4


def as_png(svg: str) -> bytes:
    """The drawing at four pixels to its unit: 384 to the inch, at the size it has on screen."""
    png: bytes = converter().svg_to_png(svg, scale=PIXELS_PER_UNIT)
    return png
