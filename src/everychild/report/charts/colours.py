"""The colours and shapes of every mark, in one place. A shape differs where a grey would not."""

from __future__ import annotations

from dataclasses import dataclass

from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status
from everychild.report.document import Shape

INK = "#13212C"
QUIET_INK = "#3B4A56"
LINE = "#12436D"
BAND = "#E6EDF3"
AVERAGE = "#7F93A6"
GRID = "#E8ECEF"
WORSE = "#C2410C"
BETTER = "#0B6B4A"
PAPER = "#FFFFFF"


@dataclass(frozen=True)
class Look:
    """A mark's shape, the ink of its word, the ground behind it, and how the shape itself is filled and edged."""

    shape: Shape
    ink: str
    ground: str
    fill: str
    edge: str


_RING = Look(Shape.RING, QUIET_INK, "#EEF1F3", PAPER, "#4F5D69")

STATUS_LOOKS = {
    Status.ON_TARGET: Look(Shape.CIRCLE, "#0B6B4A", "#E5F3ED", "#0B6B4A", "#0B6B4A"),
    Status.CLOSE: Look(Shape.TRIANGLE, "#6B4000", "#FFF4DC", "#E59A00", "#6B4000"),
    Status.OFF_TARGET: Look(Shape.SQUARE, "#A4161A", "#FBEBEA", "#A4161A", "#A4161A"),
    Status.FOR_INFORMATION: _RING,
    Status.NOT_JUDGED: _RING,
}

PATTERN_SHAPES = {
    Moving.GETTING_BETTER: (Shape.PLUS, BETTER),
    Moving.STEADY: (Shape.EQUALS, QUIET_INK),
    Moving.GETTING_WORSE: (Shape.MINUS, "#A4161A"),
    Moving.HIGHER: (Shape.UP, QUIET_INK),
    Moving.LOWER: (Shape.DOWN, QUIET_INK),
    Moving.TOO_FEW_POINTS: (Shape.QUESTION, QUIET_INK),
}
