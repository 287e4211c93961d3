"""A figure as a page places it: the number, its unit, what it is out of, and its target."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from everychild import wording
from everychild.catalogue.indicator import Indicator, Unit
from everychild.council import SetBy
from everychild.judgement.judged import Judged
from everychild.judgement.targets import target_in_words, thresholds_of, whose_target
from everychild.measure.figure import Figure, scaled
from everychild.narrative.quantities import value_in_words
from everychild.narrative.sentences import out_of


@dataclass(frozen=True)
class Shown:
    """A number with its unit and what it is out of; for an absent figure, the reason stands in `value`.

    `of` is for a table whose heading says the rest: "29 of 34", or the 38 an average is over.
    """

    value: str
    unit: str = ""
    of: str = ""
    is_absent: bool = False


def shown(item: Judged, figure: Figure | None = None) -> Shown:
    """This month's figure, or another of the same indicator."""
    figure = item.figure if figure is None else figure
    value = item.value_of(figure)
    if value is None:
        return Shown(figure.absent.in_words if figure.absent else wording.NOTHING, is_absent=True)
    against = thresholds_of(item.target_in(figure.as_at), item.indicator.good)
    return Shown(
        value=wording.shown(value, item.indicator.unit, against, figure.denominator),
        unit=unit_in_words(item.indicator),
        of=_of(figure, item.indicator),
    )


def shown_or_nothing(item: Judged, figure: Figure | None) -> Shown:
    """For tables: a figure that was never in the edition is a dash and not a reason."""
    return Shown(wording.NOTHING, is_absent=True) if figure is None else shown(item, figure)


def of_heading(indicator: Indicator) -> str:
    """What `Shown.of` is headed in a table; a count is out of nothing."""
    if indicator.is_counted:
        return ""
    return "Over how many" if indicator.is_average else "How many"


def unit_in_words(indicator: Indicator) -> str:
    """The unit where the number does not carry it: a percentage does, and a count is of what its title says."""
    if indicator.mix_by is not None:
        return f"have their {indicator.mix_by.title.lower()} recorded"
    return "" if indicator.unit in (Unit.PERCENT, Unit.COUNT) else indicator.unit.value


def of_what(item: Judged) -> str:
    """The whole of "29 of 34 children on a plan"."""
    text = out_of(item.figure, item.indicator)
    if text and item.indicator.is_share:
        return f"{text} {item.indicator.of.counted_in}"
    return text


def of_in_words(item: Judged) -> str:
    """The same for a cell with no heading of its own: "29 of 34", "over 38"."""
    text = shown(item).of
    return f"over {text}" if text and item.indicator.is_average else text


def target(item: Judged) -> str:
    """The target with its direction, or that there is none."""
    return target_in_words(item.target, item.indicator) if item.target else "No target"


def whose(item: Judged) -> str:
    return whose_target(item.target)


def whose_in_a_word(item: Judged) -> str:
    """National or local, for a table."""
    if item.target is None:
        return ""
    return "national" if item.target.set_by is SetBy.NATIONAL else "local"


def _of(figure: Figure, indicator: Indicator) -> str:
    if indicator.is_counted:
        return ""
    return wording.rounded(figure.denominator or 0) if indicator.is_average else out_of(figure, indicator)


def median_of(item: Judged, figure: Figure) -> str:
    """The middle one, beside an average that one long case can move; nothing where it is not an average."""
    if figure.median_twice is None:
        return ""
    middle = scaled(Fraction(figure.median_twice, 2), item.indicator.unit)
    return f"Median: {wording.rounded(middle, 0 if middle.denominator == 1 else 1)} {item.indicator.unit.value}"


def value_text(item: Judged, figure: Figure | None = None) -> str:
    """The number with its unit, in one string."""
    return str(value_in_words(item, figure).capitalised())
