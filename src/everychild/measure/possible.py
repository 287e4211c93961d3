"""How low and how high a figure could be, if each row in doubt were settled one way or the other.

The bounds are those of the rows and nothing else: no guess is made at which way a row will go.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from everychild.measure.figure import Figure


@dataclass(frozen=True)
class InDoubt:
    """Rows whose part in a figure is not settled.

    `met`, `not_met` and `left_out` are rows of the figure’s own month, by where they stand now. `may_join` are rows
    that are in no figure, or in another month’s, and could belong to this one. `may_turn` are rows of another list
    that could decide whether some row is met, without being one themselves.
    """

    met: int = 0
    not_met: int = 0
    left_out: int = 0
    may_join: int = 0
    may_turn: int = 0

    @property
    def rows(self) -> int:
        return self.met + self.not_met + self.left_out + self.may_join + self.may_turn

    def __add__(self, other: InDoubt) -> InDoubt:
        return InDoubt(
            self.met + other.met,
            self.not_met + other.not_met,
            self.left_out + other.left_out,
            self.may_join + other.may_join,
            self.may_turn + other.may_turn,
        )


def lowest_and_highest(figure: Figure, doubt: InDoubt, *, is_share: bool) -> tuple[Figure, Figure] | None:
    """The figure at its lowest and highest: a share, or a count of things. None where no row would be left."""
    above = figure.numerator or 0
    if not is_share:
        lowest = max(0, above - doubt.met - doubt.may_turn)
        highest = above + doubt.left_out + doubt.may_join + doubt.may_turn
        return _with(figure, lowest, figure.denominator), _with(figure, highest, figure.denominator)
    under = (figure.denominator or 0) + doubt.left_out + doubt.may_join
    if under == 0:
        return None
    lowest = max(0, above - doubt.met - doubt.may_turn)
    highest = min(under, above + doubt.not_met + doubt.left_out + doubt.may_join + doubt.may_turn)
    return _with(figure, lowest, under), _with(figure, highest, under)


def _with(figure: Figure, numerator: int, denominator: int | None) -> Figure:
    return replace(figure, numerator=numerator, denominator=denominator, absent=None, median_twice=None)
