"""One indicator in sentences: what was expected, what it was, how it moves, whether its target will be met."""

from __future__ import annotations

from everychild import wording
from everychild.calendar import FinancialYear
from everychild.catalogue.indicator import Indicator, Unit
from everychild.judgement.judged import Judged
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status
from everychild.judgement.targets import range_in_words, target_in_words, whose_target
from everychild.measure.figure import Figure


def value_in_words(judged: Judged, figure: Figure | None = None) -> str:
    """A figure with its unit: "71.1%", "43 working days", "12 children missing"; or why there is none."""
    figure = judged.figure if figure is None else figure
    value = judged.value_of(figure)
    if value is None:
        return figure.absent.in_words.lower() if figure.absent else "nothing"
    against = judged.target.value if judged.target else None
    text = wording.shown(value, judged.indicator.unit, against, figure.denominator)
    if judged.indicator.mix_by is not None:
        return f"{text} known"
    if judged.indicator.unit in (Unit.PERCENT, Unit.COUNT):
        return text
    return f"{text} {judged.indicator.unit.value}"


def out_of(figure: Figure, indicator: Indicator) -> str:
    """Where a share comes from: "212 of 298 visits due"."""
    if figure.denominator is None or figure.numerator is None:
        return ""
    if indicator.is_average:
        return f"over {figure.denominator:,} {indicator.of.counted_in}"
    return f"{figure.numerator:,} of {figure.denominator:,}"


def finding(judged: Judged) -> str:
    """The chart's title: what it shows, in a dozen words or so. The same sentence is its text alternative."""
    when = wording.month(judged.figure.as_at)
    if judged.value is None:
        because = judged.figure.absent.in_words.lower() if judged.figure.absent else "no figure"
        return f"{when}: {because}"
    said = wording.sentence(value_in_words(judged))
    moving = {
        Moving.GETTING_BETTER: "and getting better",
        Moving.GETTING_WORSE: "and getting worse",
        Moving.STEADY: "inside its usual range",
        Moving.HIGHER: "higher than usual",
        Moving.LOWER: "lower than usual",
        Moving.TOO_FEW_POINTS: "with too few months to see a pattern",
    }[judged.pattern.moving]
    against = {
        Status.ON_TARGET: ", on target",
        Status.CLOSE: ", close to target",
        Status.OFF_TARGET: ", off target",
        Status.FOR_INFORMATION: "",
        Status.NOT_JUDGED: "",
    }[judged.status]
    return f"{said} in {when}{against}, {moving}"


def expectation(judged: Judged) -> str:
    """What is expected, and whose expectation it is."""
    if judged.target is None:
        return ""
    target = target_in_words(judged.target, judged.indicator)
    source = judged.clock.source if judged.clock else judged.indicator.source
    return f"The {whose_target(judged.target).lower()} is {target}, set by {judged.target.who}. {source}"


def position(judged: Judged) -> str:
    """This month, beside last month, the same month last year and last year's average."""
    when = wording.month(judged.figure.as_at)
    if judged.value is None:
        because = judged.figure.absent.in_words.lower() if judged.figure.absent else "no figure"
        return f"{judged.title}: {because} for {when}."
    said = value_in_words(judged)
    share = f" ({out_of(judged.figure, judged.indicator)})" if judged.indicator.is_share else ""
    beside = [
        f"{wording.month(judged.figure.as_at - 1)} was {value_in_words(judged, judged.last_month)}"
        if judged.last_month and judged.last_month.absent is None
        else "",
        f"{wording.month(judged.figure.as_at - 12)} was {value_in_words(judged, judged.same_month_last_year)}"
        if judged.same_month_last_year and judged.same_month_last_year.absent is None
        else "",
        f"{_last_year(judged)} averaged {value_in_words(judged, judged.last_financial_year)}"
        if judged.last_financial_year and judged.last_financial_year.absent is None
        else "",
    ]
    compared = wording.listed(part for part in beside if part)
    return f"{judged.title}: {said}{share} in {when}." + (f" {wording.sentence(compared)}." if compared else "")


def pattern_sentence(judged: Judged) -> str:
    """What the pattern and the outlook say, in one or two sentences."""
    pattern, indicator = judged.pattern, judged.indicator
    if pattern.limits is None:
        return "There are too few months to tell ordinary variation from a change."
    expected = range_in_words(pattern.limits, indicator)
    usual = f"its expected range of {expected}"
    if judged.value is None:
        moved = "There is no figure this month."
    elif pattern.signal is None:
        moved = f"{wording.month(judged.figure.as_at)} is inside {usual}: ordinary month-to-month variation."
    else:
        moved = f"{pattern.moving.in_words}: {pattern.signal.rule.in_words} ({expected})."
    if judged.outlook is Outlook.WONT_BE_MET and judged.target is not None:
        target = target_in_words(judged.target, indicator)
        return f"{moved} The whole of that range misses the target of {target}: it won’t be met without change."
    if judged.outlook is Outlook.HIT_OR_MISS:
        return f"{moved} As things are, the target will be met in some months and missed in others."
    if judged.outlook is Outlook.RELIABLY_MET:
        return f"{moved} As things are, the target will be met."
    if judged.target is not None and judged.value is not None:
        return f"{moved} It has left the range an outlook is read from, so none is given."
    return moved


def shortfall_sentence(judged: Judged) -> str:
    """How many more on time would have met the target."""
    needed = judged.more_needed
    if not needed:
        return ""
    return f"{wording.sentence(wording.in_words(needed))} more on time would have met the target."


def _last_year(judged: Judged) -> str:
    return wording.financial_year(FinancialYear(judged.figure.as_at.financial_year.starts_in - 1))
