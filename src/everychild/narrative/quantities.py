"""Every number a draft may tell of an indicator, each bound to what it was taken from. Told here and nowhere else."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from everychild import wording
from everychild.calendar import FinancialYear, Month
from everychild.catalogue.indicator import Unit
from everychild.judgement.contribution import Contribution, Part
from everychild.judgement.judged import Judged, Reason
from everychild.judgement.targets import range_bounds, target_in_words, thresholds_of, whose_target
from everychild.measure.figure import Figure
from everychild.narrative.bound import Bound, BoundNumber, BoundWord, Quantity, Source, said


def source_of(judged: Judged, quantity: Quantity, figure: Figure | None = None, detail: str = "") -> Source:
    """Where something about an indicator's figure is taken from; the month's own figure where none is given."""
    figure = judged.figure if figure is None else figure
    return Source(
        quantity,
        ref=judged.ref,
        rule=judged.indicator.rule or "",
        window=figure.window,
        month=figure.as_at,
        breakdown=figure.breakdown or "",
        group=figure.group or "",
        detail=detail,
    )


def value(judged: Judged, figure: Figure | None = None) -> BoundNumber | BoundWord:
    """A figure without its unit; or, as a word, why there is none."""
    figure = judged.figure if figure is None else figure
    exact = judged.value_of(figure)
    source = source_of(judged, Quantity.VALUE, figure)
    if exact is None:
        because = figure.absent.in_words.lower() if figure.absent else "no figure"
        return BoundWord(because, source, state=str(figure.absent or "nothing"))
    against = thresholds_of(judged.target_in(figure.as_at), judged.indicator.good)
    return BoundNumber(wording.shown(exact, judged.indicator.unit, against, figure.out_of), source, exact)


def value_in_words(judged: Judged, figure: Figure | None = None) -> Bound:
    """A figure with its unit: "71.1%", "43 working days", "12 children missing"; or why there is none."""
    told = value(judged, figure)
    if isinstance(told, BoundWord):
        return said("{told}", told=told)
    if judged.indicator.mix_by is not None:
        return said("{told} known", told=told)
    if judged.indicator.unit in (Unit.PERCENT, Unit.COUNT):
        return said("{told}", told=told)
    return said("{told} {unit}", told=told, unit=judged.indicator.unit.value)


def numerator(judged: Judged, figure: Figure) -> BoundNumber:
    return whole(f"{figure.numerator or 0:,}", source_of(judged, Quantity.NUMERATOR, figure), figure.numerator)


def denominator(judged: Judged, figure: Figure) -> BoundNumber:
    return whole(f"{figure.denominator or 0:,}", source_of(judged, Quantity.DENOMINATOR, figure), figure.denominator)


def not_met(judged: Judged, figure: Figure) -> BoundNumber:
    """Of a share: those considered that did not meet its condition."""
    number = (figure.denominator or 0) - (figure.numerator or 0)
    return whole(f"{number:,}", source_of(judged, Quantity.NOT_MET, figure), number)


def target(judged: Judged) -> BoundNumber:
    """The target with its direction: "90% or more"."""
    assert judged.target is not None, f"{judged.ref} has no target to tell"
    return BoundNumber(
        target_in_words(judged.target, judged.indicator), source_of(judged, Quantity.TARGET), judged.target.value
    )


def target_set_by(judged: Judged) -> BoundWord:
    """ "national target", "local target"."""
    return BoundWord(
        whose_target(judged.target).lower(),
        source_of(judged, Quantity.TARGET_SET_BY),
        state=str(judged.target.set_by) if judged.target else "",
    )


def who(judged: Judged) -> BoundNumber:
    """Whoever set the target."""
    return BoundNumber(judged.target.who if judged.target else "", source_of(judged, Quantity.WHO))


def standard(judged: Judged) -> BoundNumber:
    """Where the standard is written, with its numbers of sections and years."""
    source = judged.clock.source if judged.clock else judged.indicator.source
    return BoundNumber(source, source_of(judged, Quantity.SOURCE))


def title(judged: Judged) -> BoundNumber:
    """The title, with the time its clock allows."""
    return BoundNumber(judged.title, source_of(judged, Quantity.TITLE))


def counted_in(judged: Judged) -> BoundNumber:
    """What is counted: "visits due"."""
    return BoundNumber(judged.indicator.of.counted_in, source_of(judged, Quantity.COUNTED_IN))


def group(judged: Judged, figure: Figure) -> BoundNumber:
    """A group by its name, which may hold a number: "Team 4", "10 to 15"."""
    return BoundNumber(figure.group or "", source_of(judged, Quantity.GROUP, figure))


def group_called(judged: Judged, breakdown: str, name: str) -> BoundNumber:
    source = source_of(judged, Quantity.GROUP)
    return BoundNumber(name, Source(source.quantity, judged.ref, breakdown=breakdown, group=name))


USUAL = "usual"
"""A limit's detail where it is that of a month with the usual number of cases, and not the latest month's own."""


def expected_range(judged: Judged) -> Bound:
    """ "62.1% to 78.4%"."""
    lower, upper = limits(judged)
    return said("{lower} to {upper}", lower=lower, upper=upper)


def usual_range(judged: Judged) -> Bound:
    """The same for a month with the usual number of cases, which an outlook is read from."""
    lower, upper = limits(judged, USUAL)
    return said("{lower} to {upper}", lower=lower, upper=upper)


def limits(judged: Judged, of: str = "") -> tuple[BoundNumber, BoundNumber]:
    """Where points fall if nothing changes: the lower end and the upper, held to what can happen."""
    found = judged.pattern.usual if of == USUAL else judged.pattern.limits
    assert found is not None, f"{judged.ref} has no expected range"
    low, high = range_bounds(found, judged.indicator)
    return (
        BoundNumber(wording.shown(low, judged.indicator.unit), source_of(judged, Quantity.LOWER_LIMIT, detail=of), low),
        BoundNumber(
            wording.shown(high, judged.indicator.unit), source_of(judged, Quantity.UPPER_LIMIT, detail=of), high
        ),
    )


def more_needed(judged: Judged) -> BoundNumber:
    """How many more on time would have met the target."""
    number = judged.more_needed or 0
    return BoundNumber(wording.in_words(number), source_of(judged, Quantity.MORE_NEEDED), Fraction(number))


def fewer_needed(judged: Judged) -> BoundNumber:
    """How many fewer would have met the target, where less is better."""
    number = judged.fewer_needed or 0
    return BoundNumber(wording.in_words(number), source_of(judged, Quantity.FEWER_NEEDED), Fraction(number))


def points(judged: Judged) -> BoundNumber:
    return BoundNumber(
        wording.count(judged.points, "point"), source_of(judged, Quantity.POINTS), Fraction(judged.points)
    )


def reason(judged: Judged, of: Reason) -> BoundNumber:
    """A reason with its code, its points and its threshold, as the recipe tells it."""
    worth = wording.count(of.points, "point") if of.points else "no points"
    return BoundNumber(f"{of.code.value}, {worth}: {of.sentence}", source_of(judged, Quantity.REASON, detail=of.code))


def change(judged: Judged, found: Contribution) -> BoundNumber:
    """How far it has moved since the month before, with its sign and its unit."""
    source = source_of(judged, Quantity.CHANGE, detail=found.breakdown)
    return BoundNumber(_change(found.change, judged.indicator.unit), source, found.change)


def part_of_change(judged: Judged, found: Contribution, part: Part) -> BoundNumber:
    """One group's part of that change."""
    source = Source(
        Quantity.PART_OF_CHANGE,
        ref=judged.ref,
        rule=judged.indicator.rule or "",
        window=judged.window,
        month=judged.figure.as_at,
        breakdown=found.breakdown,
        group=part.group,
    )
    return BoundNumber(_change(part.whole, judged.indicator.unit), source, part.whole)


def mix_of_change(judged: Judged, found: Contribution) -> BoundNumber:
    """The part of that change that is who there was."""
    source = source_of(judged, Quantity.MIX_OF_CHANGE, detail=found.breakdown)
    return BoundNumber(_change(found.of_mix, judged.indicator.unit), source, found.of_mix)


def difference(judged: Judged, before: Figure) -> BoundNumber | None:
    """How far the month’s figure stands from another of its own; None where either has no value."""
    now, then = judged.value, judged.value_of(before)
    if now is None or then is None:
        return None
    source = source_of(judged, Quantity.DIFFERENCE, before)
    return BoundNumber(_change(now - then, judged.indicator.unit), source, now - then)


def time_allowed(judged: Judged) -> BoundNumber | None:
    """What its clock allows, as this council runs it: "30 working days"."""
    if judged.clock is None:
        return None
    source = source_of(judged, Quantity.TIME_ALLOWED)
    return BoundNumber(judged.clock.in_words, source, Fraction(judged.clock.length))


def month(which: Month) -> BoundNumber:
    """April 2019."""
    return BoundNumber(wording.month(which), Source(Quantity.MONTH, month=which))


def financial_year(which: FinancialYear) -> BoundNumber:
    """2018-19."""
    return BoundNumber(
        wording.financial_year(which),
        Source(Quantity.FINANCIAL_YEAR, window=None, month=which.last_month, detail="financial year"),
    )


def day(when: date) -> BoundNumber:
    """30 April 2019."""
    return BoundNumber(wording.day(when), Source(Quantity.DAY, month=Month.of(when), detail=when.isoformat()))


def published(text: str, where: str, exact: Fraction | None = None) -> BoundNumber:
    """Something another body published, by where it stands: its area, series and year. It does not move with ours."""
    return BoundNumber(text, Source(Quantity.PUBLISHED, detail=where), exact)


def of_rule(text: str, which: str) -> BoundNumber:
    """A number of our own rules, which no edition changes: how many months make a run."""
    return BoundNumber(text, Source(Quantity.RULE, detail=which))


def whole(text: str, source: Source, number: int | None) -> BoundNumber:
    """A number that is hidden is not told exactly either."""
    is_told = any(letter.isdigit() for letter in text)
    return BoundNumber(text, source, Fraction(number) if number is not None and is_told else None)


def _change(amount: Fraction, unit: Unit) -> str:
    if unit is Unit.COUNT:
        return wording.change(amount, "", 0).strip()
    return wording.change(amount, "points" if unit is Unit.PERCENT else unit.value)
