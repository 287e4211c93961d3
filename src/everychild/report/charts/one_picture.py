"""A drawing as one picture with one name: what it shows is said of the whole, and its parts say nothing."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

ROLES = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
"""Vega names each group of marks a symbol and gives it no name: a screen reader would stop at each for nothing."""


def as_one_picture(svg: str, kind: str, title: str, description: str) -> str:
    """The SVG, of a class that says what kind of chart it is."""
    opening, rest = svg.split(">", 1)
    said = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    return f'{ROLES.sub("", opening).replace("marks", kind, 1)} role="img">{said}{ROLES.sub("", rest)}'
