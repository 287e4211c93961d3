"""Small numbers stay out of the paper: an edition with its counts of 1 to 5 hidden, made before a word is drafted.

A count from 1 to 5 is held back. A share or an average that rests on such a number (met, not met, or considered) keeps
its value, rounded to a whole number, and its numbers are written [c]. Because the edition itself is changed, no
sentence, table, drawing or sheet made from it can say what is hidden.

This is cell by cell. Protection against subtraction (across tables, months, totals, editions) is not this module's
claim: that needs everything published to be looked at as one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from everychild import wording
from everychild.catalogue.indicator import Indicator
from everychild.council import Target
from everychild.judgement.chart_choice import Chart, usual_cases
from everychild.judgement.judged import Code, FlaggedArea, Judged, JudgedEdition, Reason
from everychild.judgement.pattern import Pattern
from everychild.judgement.targets import thresholds_of
from everychild.measure.figure import HIDDEN, Absent, Figure, told_whole
from everychild.report.edition import with_each

SMALLEST, LARGEST = 1, 5


def is_small(number: Fraction | int | None) -> bool:
    """From 1 to 5, come or gone; an average of counts is small wherever it lies between nought and 5."""
    return number is not None and number != 0 and -LARGEST <= number <= LARGEST


def protect(edition: JudgedEdition) -> JudgedEdition:
    """The edition as it may be printed."""
    crossed = {item.ref: _small_breakdowns(area) for area in edition.areas for item in area.judged}
    return with_each(edition, lambda item: _protected(item, edition, crossed.get(item.ref, frozenset())))


def protected_figure(figure: Figure, indicator: Indicator, target: Target | None = None) -> Figure:
    """The figure as it may be printed."""
    value = figure.value(indicator.unit)
    if value is None or figure.numerator is None:
        return figure
    if indicator.is_counted:
        held = replace(figure, numerator=None, denominator=None, absent=Absent.HELD_BACK, median_twice=None)
        return held if is_small(value) else figure
    if not any(is_small(number) for number in _rests_on(figure, indicator)):
        return figure
    return told_whole(figure, wording.to_whole(value, thresholds_of(target, indicator.good)))


def _rests_on(figure: Figure, indicator: Indicator) -> Iterator[int]:
    """The counts of children or of work under a share or an average; an average's sum of days is neither."""
    assert figure.numerator is not None, "only called on a figure that has a value"
    if figure.denominator is not None:
        yield figure.denominator
        if indicator.is_share:
            yield figure.numerator
            yield figure.denominator - figure.numerator


def _protected(item: Judged, edition: JudgedEdition, crossed: frozenset[str]) -> Judged:
    def safe(figure: Figure) -> Figure:
        return protected_figure(figure, item.indicator, item.target_in(figure.as_at))

    history = tuple(safe(figure) for figure in item.history)
    charted = tuple(safe(figure) for figure in item.charted)
    return replace(
        item,
        figure=history[-1],
        history=history,
        charted=charted,
        pattern=_protected_pattern(item, charted),
        year_to_date=item.year_to_date and safe(item.year_to_date),
        rolling_12=item.rolling_12 and safe(item.rolling_12),
        financial_years={year: safe(figure) for year, figure in item.financial_years.items()},
        groups={name: figures for name, figures in item.groups.items() if name not in crossed},
        groups_last_month={},
        by_other_rules={},
        reasons=tuple(_protected_reason(reason, item, edition) for reason in item.reasons),
    )


def _protected_pattern(item: Judged, charted: tuple[Figure, ...]) -> Pattern:
    """Without the ranges that chance would bring to a hidden number: their steps would tell of how many it is.

    The picture has the usual month's range in their place, unless that is itself of so few.
    """
    pattern = item.pattern
    if pattern.chart not in (Chart.SHARES, Chart.QUARTERS):
        return pattern
    hidden = {was.as_at for was, now in zip(item.charted, charted, strict=True) if now is not was}
    instead = None if is_small(usual_cases(item.charted)) else pattern.usual
    expected = tuple(
        instead if month in hidden else limits for month, limits in zip(pattern.months, pattern.expected, strict=True)
    )
    is_hidden = bool(item.charted) and item.charted[-1].as_at in hidden
    return replace(pattern, expected=expected, limits=None if is_hidden else pattern.limits)


def _small_breakdowns(area: FlaggedArea) -> frozenset[str]:
    """Breakdowns with a group that, over the whole area, is few: a sentence about it would name a small number."""
    met, considered = Counter[tuple[str, str | None]](), Counter[tuple[str, str | None]]()
    for item in area.judged:
        for name, figures in item.groups.items():
            for figure in figures:
                met[name, figure.group] += figure.numerator or 0
                considered[name, figure.group] += figure.denominator or 0
    return frozenset(
        name
        for name, group in met
        if any(
            is_small(number)
            for number in (
                met[name, group],
                considered[name, group],
                considered[name, group] - met[name, group],
            )
        )
    )


def _protected_reason(reason: Reason, item: Judged, edition: JudgedEdition) -> Reason:
    """The same reason and points; the sentence without a number that is hidden."""
    quoted = _quoted(reason, item, edition)
    changed = [(was, now) for was, now in quoted if now is not was]
    if any(now.absent is Absent.HELD_BACK for _, now in changed):
        return replace(reason, sentence=f"{Absent.HELD_BACK.in_words} {HIDDEN}.")
    sentence = reason.sentence
    for was, now in changed:
        sentence = said_again(sentence, was, now, item)
    return replace(reason, sentence=sentence)


def _quoted(reason: Reason, item: Judged, edition: JudgedEdition) -> list[tuple[Figure, Figure]]:
    """The figures a reason's sentence repeats, each as it was and as it may be printed."""
    figures: tuple[Figure | None, ...] = ()
    of = item
    if reason.code is Code.V1:
        figures = (item.same_month_last_year, item.last_financial_year)
    elif reason.code is Code.O1 and (partner := edition.by_ref(item.indicator.backlog or "")):
        figures, of = partner.history[-4:], partner
    elif reason.code in (Code.T1, Code.T2, Code.T3, Code.F1):
        figures = (item.figure,)
    return [(figure, protected_figure(figure, of.indicator, of.target)) for figure in figures if figure is not None]


def said_again(sentence: str, was: Figure, now: Figure, item: Judged) -> str:
    """The sentence with one figure’s words changed for the words it may be told in."""
    unit, against = item.indicator.unit, thresholds_of(item.target, item.indicator.good)
    before, after = was.value(unit), now.value(unit)
    assert before is not None, "a figure that changed had a value"
    assert after is not None, "a figure told as a whole number has a value"
    told = wording.shown(after, unit, out_of=LARGEST)
    of = was.denominator
    for text in {wording.shown(before, unit, limits, out_of) for limits in (None, against) for out_of in (None, of)}:
        sentence = re.sub(rf"(?<![\d.,]){re.escape(text)}(?![\d])", told, sentence)
    return sentence
