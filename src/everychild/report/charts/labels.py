"""Labels at the end of lines, moved apart where they would touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Label:
    """A few words at a height, in pixels down from the top."""

    text: str
    y: float
    colour: str
    weight: str = "normal"


def apart(labels: Sequence[Label], line: float, height: float) -> tuple[Label, ...]:
    """The labels in order down the page, each at least a line below the one above and none outside the picture.

    Labels are laid from the top down, and those that then hang below the foot are pushed up again.
    """
    placed: list[Label] = []
    for label in sorted(labels, key=lambda one: one.y):
        above = placed[-1].y + line if placed else 0.0
        placed.append(replace(label, y=max(label.y, above)))
    lowest = height
    for n in reversed(range(len(placed))):
        placed[n] = replace(placed[n], y=min(placed[n].y, lowest))
        lowest = placed[n].y - line
    return tuple(placed)
