"""What a figure looks like in a table: its value, the numbers under it, its target, and its marks."""

from __future__ import annotations

from everychild import wording
from everychild.catalogue.indicator import Unit
from everychild.disclosure.longer import in_short, why_together
from everychild.judgement.judged import Judged
from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status
from everychild.judgement.targets import target_in_words, thresholds_of, whose_target
from everychild.measure.figure import HIDDEN, Absent, Figure
from everychild.narrative import finding
from everychild.narrative.sentences import shortfall_sentence
from everychild.report.charts.colours import PATTERN_SHAPES, STATUS_LOOKS
from everychild.report.charts.sparkline import sparkline
from everychild.report.document import Cell, Mark, Picture, Tone, Words

UNITS_PER_MILLIMETRE = 4.8
"""How finely a picture is drawn: its line is 1.7 units."""

NO_TARGET = "No target"
NO_OUTLOOK = "No outlook"


def value(judged: Judged, figure: Figure | None) -> str:
    """The value as it is written, without the unit its row already names; or why there is none. Never blank."""
    if figure is None:
        return Absent.NOT_SUPPLIED.in_words
    number = judged.value_of(figure)
    if number is None:
        return HIDDEN if figure.absent is Absent.HELD_BACK else (figure.absent or Absent.NOT_SUPPLIED).in_words
    against = thresholds_of(judged.target_in(figure.as_at), judged.indicator.good)
    return wording.shown(number, judged.indicator.unit, against, figure.out_of)


def numbers(judged: Judged, figure: Figure) -> str:
    """What a share or an average rests on: "27 of 37", "over 36"; nothing for a count."""
    if figure.numerator is None or figure.denominator is None:
        return ""
    if judged.indicator.is_share:
        return f"{figure.numerator:,} of {figure.denominator:,}"
    return f"over {figure.denominator:,}" if judged.indicator.is_average else ""


def target(judged: Judged) -> str:
    return target_in_words(judged.target, judged.indicator) if judged.target else NO_TARGET


def shortfall(judged: Judged) -> str:
    """How many more on time, or how many fewer, would have met a target that a share missed."""
    return str(shortfall_sentence(judged))


def outlook(judged: Judged) -> str:
    return judged.outlook.in_words if judged.outlook else NO_OUTLOOK


def unit(judged: Judged) -> str:
    """The unit of an average, said once beside its name; a count and a percentage need none, but of a mix it is said
    what the percentage is of."""
    if judged.indicator.mix_by is not None:
        return "percentage known"
    counted_in = judged.indicator.unit
    return "" if counted_in in (Unit.COUNT, Unit.PERCENT) else counted_in.value


def about(judged: Judged) -> str:
    """The line under a name: reference, unit, which way is good, whose target."""
    named = f"{judged.ref}, in {unit(judged)}" if unit(judged) else judged.ref
    whose = f" {whose_target(judged.target)}." if judged.target else ""
    return f"{named}. {judged.indicator.good.in_words}.{whose}"


def status_mark(status: Status) -> Mark:
    look = STATUS_LOOKS[status]
    return Mark(look.shape, status.in_words, look.ink, look.ground)


def pattern_mark(moving: Moving) -> Mark:
    shape, ink = PATTERN_SHAPES[moving]
    return Mark(shape, moving.in_words, ink)


def picture(judged: Judged, width: float, height: float) -> Picture:
    """The figure's months, so many millimetres wide and high, with the finding as its alternative."""
    drawn = sparkline(judged, width * UNITS_PER_MILLIMETRE, height * UNITS_PER_MILLIMETRE)
    return Picture(drawn, f"{judged.title}. {finding(judged)}.", width, height)


def value_cell(judged: Judged, figure: Figure | None) -> Cell:
    """A value with, under it, the numbers it rests on."""
    beneath = numbers(judged, figure) if figure else ""
    said = Words(value(judged, figure), Tone.STRONG)
    return Cell((said, Words(beneath, Tone.QUIET))) if beneath else Cell((said,))


def month_cell(judged: Judged, tone: Tone = Tone.STRONG) -> Cell:
    """The month’s value; or that of several months together, where everybody may read those alone."""
    longer = judged.told_longer
    if longer is None or judged.value is not None:
        return Cell((Words(value(judged, judged.figure), tone),))
    return Cell((Words(value(judged, longer), tone), Words(in_short(longer.window), Tone.QUIET)))


def why_longer(judged: Judged) -> tuple[Words, ...]:
    """Why several months stand together, for the line under a name."""
    longer = judged.told_longer
    if longer is None or judged.value is not None:
        return ()
    return (Words(f"{why_together(longer.window, longer.as_at)}.", Tone.QUIET),)
