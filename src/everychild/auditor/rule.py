"""What a published number tells of the whole number behind it, by the rounding that was printed with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LOW = "low"
HIGH = "high"
HIDDEN = "c"


@dataclass(frozen=True)
class Range:
    """From lowest to highest, both possible; `highest` None where nothing is known above."""

    lowest: int
    highest: int | None


ANYTHING = Range(0, None)


@dataclass(frozen=True)
class Rounding:
    """How whole numbers were shown: those up to `low_at_most` as "low", the rest to the nearest `nearest`.

    By the rule many councils use, from 1 up to `low_at_most` is "c", nought is shown, and so is everything else.
    """

    low_at_most: int
    nearest: int

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Rounding:
        """From the published rule. Raises KeyError or ValueError where it is not one."""
        rule = cls(int(told["low_at_most"]), int(told["nearest"]))
        if rule.nearest < 1 or rule.low_at_most < 0:
            raise ValueError("a rounding is to the nearest one or more, and low is nought or more")
        return rule

    def can_show(self, shown: str) -> bool:
        """Whether the rule ever shows that."""
        try:
            told = self.range_of(shown)
        except ValueError:
            return False
        return told.highest is None or told.lowest <= told.highest

    def range_of(self, shown: str) -> Range:
        """What a shown number may have been. "high" tells of the rest of its whole, and here only "not low".

        Raises ValueError where it is neither a word of the rule nor a whole number.
        """
        if shown == "":
            return ANYTHING
        if shown == LOW:
            return Range(0, self.low_at_most)
        if shown == HIDDEN:
            return Range(1, self.low_at_most)
        if shown == HIGH:
            return Range(self.low_at_most + 1, None)
        number = int(shown)
        if number == 0:
            return Range(0, 0)
        below, above = (self.nearest - 1) // 2, self.nearest // 2
        return Range(max(number - below, self.low_at_most + 1), number + above)
