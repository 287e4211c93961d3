"""One indicator in sentences: what was expected, what it was, how it moves, whether its target will be met."""

from __future__ import annotations

from everychild import wording
from everychild.calendar import FinancialYear
from everychild.catalogue.indicator import Indicator
from everychild.judgement.chart_choice import Chart
from everychild.judgement.judged import Code, Judged
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status
from everychild.measure.figure import Figure, Window
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, BoundNumber, BoundWord, Quantity, listed, said, sentences
from everychild.narrative.quantities import value_in_words

REASONS = {
    Code.T1: "off target",
    Code.T2: "close to target",
    Code.T3: "a child at all, where one is too many",
    Code.F1: "below its floor",
    Code.S1: "getting worse",
    Code.S2: "a target out of reach as things are",
    Code.V1: "worse than last year",
    Code.O1: "overdue work growing",
    Code.E1: "an early warning",
    Code.Q1: "recorded late",
    Code.N1: "small numbers",
}


def out_of(figure: Figure, indicator: Indicator) -> str:
    """Where a share comes from: "212 of 298 visits due". For tables; a draft has `share` instead."""
    if figure.denominator is None or figure.numerator is None:
        return ""
    if indicator.is_average:
        return f"over {figure.denominator:,} {indicator.of.counted_in}"
    return f"{figure.numerator:,} of {figure.denominator:,}"


def finding(judged: Judged) -> Bound:
    """The chart's title: what it shows, in a dozen words or so. The same sentence is its text alternative."""
    when = quantities.month(judged.figure.as_at)
    if judged.value is None:
        return said("{when}: {because}", when=when, because=quantities.value(judged))
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
    by_quarter = "; by quarter," if judged.pattern.chart is Chart.QUARTERS else ","
    return said(
        "{said} in {when}{against}{by_quarter} {moving}",
        said=value_in_words(judged).capitalised(),
        when=when,
        against=of_status(judged, against),
        by_quarter=by_quarter,
        moving=of_pattern(judged, moving.replace(" months ", f" {_months(judged)}s ")),
    )


def expectation(judged: Judged) -> Bound:
    """What is expected, whose expectation it is, and where it is written."""
    if judged.target is None:
        return Bound()
    return said(
        "The {whose} is {target}, set by {who}. {source}",
        whose=quantities.target_set_by(judged),
        target=quantities.target(judged),
        who=quantities.who(judged),
        source=quantities.standard(judged),
    )


def share(judged: Judged) -> Bound:
    """ " (212 of 298)" behind a share; nothing behind anything else."""
    figure = judged.figure
    if not judged.indicator.is_share or figure.numerator is None or figure.denominator is None:
        return Bound()
    return said(
        " ({numerator} of {denominator})",
        numerator=quantities.numerator(judged, figure),
        denominator=quantities.denominator(judged, figure),
    )


def position(judged: Judged) -> Bound:
    """Last year, last month, this month, in that order: a reader is led up to the figure."""
    when = quantities.month(judged.figure.as_at)
    if judged.value is None:
        because = quantities.value(judged)
        return said("{title}: {because} for {when}.", title=quantities.title(judged), because=because, when=when)
    title, now = quantities.title(judged), value_in_words(judged) + share(judged)
    before = listed(_before(judged))
    if not before:
        return said("{title}: {now} in {when}.", title=title, now=now, when=when)
    return said("{title}: {before}; {when} was {now}.", title=title, before=before, when=when, now=now)


def _before(judged: Judged) -> list[Bound]:
    """What stands before the month: last year's average, the same month last year, and the month before."""
    told = []
    year, month_then, month_before = judged.last_financial_year, judged.same_month_last_year, judged.last_month
    if year is not None and year.absent is None:
        which = FinancialYear(judged.figure.as_at.financial_year.starts_in - 1)
        average = value_in_words(judged, year)
        told.append(said("{year} averaged {value}", year=quantities.financial_year(which), value=average))
    for figure in (month_then, month_before):
        if figure is not None and figure.absent is None:
            when = quantities.month(figure.as_at)
            told.append(said("{when} was {value}", when=when, value=value_in_words(judged, figure)))
    return told


def pattern_sentence(judged: Judged) -> Bound:
    """What the pattern and the outlook say, in one or two sentences."""
    pattern = judged.pattern
    if pattern.usual is None:
        since = f" since {wording.month(pattern.baseline.begins)}" if pattern.baseline else ""
        few = f"There are too few {_months(judged)}s{since} to tell ordinary variation from a change."
        return said("{few}", few=of_pattern(judged, few))
    return sentences((_moved(judged), _ahead(judged)))


def _moved(judged: Judged) -> Bound:
    """Where the latest month, or quarter, stands in its range. Where few are protected, the range is not told."""
    pattern = judged.pattern
    if not judged.charted or judged.value_of(judged.charted[-1]) is None:
        return said("{nothing}", nothing=_there(judged, f"There is no figure this {_months(judged)}."))
    told = quantities.expected_range(judged) if pattern.limits else Bound()
    if pattern.signal is not None:
        return said(
            "{moving}: {rule}{range}.",
            moving=of_pattern(judged, pattern.moving.in_words),
            rule=of_pattern(judged, pattern.why),
            range=said(" ({told})", told=told) if told else told,
        )
    if pattern.is_of_the_season:
        return said(
            "{when} is {season}{range}.",
            when=_charted_in(judged),
            season=of_pattern(judged, "as the time of year brings"),
            range=said("; the expected range of the year is {told}", told=told) if told else told,
        )
    return said(
        "{when} is {inside} its expected range{range}: {ordinary}.",
        when=_charted_in(judged),
        inside=of_pattern(judged, "inside"),
        range=said(" of {told}", told=told) if told else told,
        ordinary=of_pattern(judged, f"ordinary {_months(judged)}-to-{_months(judged)} variation"),
    )


def _ahead(judged: Judged) -> Bound:
    if judged.outlook is Outlook.WONT_BE_MET and judged.target is not None:
        return said(
            "{whole}{usual} {misses} {target}: {wont}.",
            whole=of_outlook(judged, "The whole of that range" if _is_usual(judged) else "The whole range of a usual"),
            usual=Bound() if _is_usual(judged) else _usual_range(judged),
            misses=of_outlook(judged, "misses the target of"),
            target=quantities.target(judged),
            wont=of_outlook(judged, "it won’t be met without change"),
        )
    months = f"{_months(judged)}s"
    told = {
        Outlook.HIT_OR_MISS: f"As things are, the target will be met in some {months} and missed in others.",
        Outlook.RELIABLY_MET: "As things are, the target will be met.",
    }
    if judged.outlook in told:
        return said("{ahead}", ahead=of_outlook(judged, told[judged.outlook]))
    if judged.target is not None and judged.value is not None:
        return said(
            "{ahead}", ahead=of_outlook(judged, "It has left the range an outlook is read from, so none is given.")
        )
    return Bound()


def _is_usual(judged: Judged) -> bool:
    """Whether the latest range is that of a month with the usual number of cases, which an outlook is read from."""
    return judged.pattern.limits == judged.pattern.usual


def _usual_range(judged: Judged) -> Bound:
    return said(" {month}, {range},", month=_months(judged), range=quantities.usual_range(judged))


def period_in_words(figure: Figure) -> str:
    """The month, or the months of a quarter."""
    return wording.quarter(figure.as_at) if figure.window is Window.QUARTER else wording.month(figure.as_at)


def _charted_in(judged: Judged) -> BoundNumber | BoundWord:
    """The month; or, as a word that no later month tells again, the quarter."""
    latest = judged.charted[-1]
    if latest.window is Window.QUARTER:
        return of_pattern(judged, period_in_words(latest))
    return quantities.month(latest.as_at)


def _months(judged: Judged) -> str:
    return "quarter" if judged.pattern.chart is Chart.QUARTERS else "month"


def shortfall_sentence(judged: Judged) -> Bound:
    """How many more on time, or how many fewer, would have met the target; nothing where it is met or no share."""
    short = shortfall(judged)
    return said("{short} would have met the target.", short=short.capitalised()) if short else Bound()


def shortfall(judged: Judged) -> Bound:
    """ "Eight more on time", "three fewer": what a share lacked of its target."""
    if judged.more_needed:
        on_time = " on time" if judged.indicator.clocks else ""
        return said("{n} more{on_time}", n=quantities.more_needed(judged), on_time=on_time)
    if judged.fewer_needed:
        return said("{n} fewer", n=quantities.fewer_needed(judged))
    return Bound()


def tally_sentence(judged: Judged) -> Bound:
    """The reasons it is listed for, counted and named; each stands with its threshold where the list is."""
    counted = "; ".join(REASONS[reason.code] for reason in judged.reasons if reason.points)
    if not counted:
        return Bound()
    source = quantities.source_of(judged, Quantity.REASONS)
    return said(
        "It is listed with {points}: {reasons}.",
        points=quantities.points(judged),
        reasons=BoundWord(counted, source, state=state_of_reasons(judged)),
    )


def state_of_reasons(judged: Judged) -> str:
    return ", ".join(reason.code for reason in judged.reasons if reason.points)


def of_status(judged: Judged, text: str) -> BoundWord:
    """Words that hold while the figure stands so against its target."""
    return BoundWord(text, quantities.source_of(judged, Quantity.STATUS), state=judged.status)


def of_pattern(judged: Judged, text: str) -> BoundWord:
    """Words that hold while the pattern says the same of the latest month."""
    return BoundWord(text, quantities.source_of(judged, Quantity.PATTERN), state=state_of_pattern(judged))


def state_of_pattern(judged: Judged) -> str:
    """The word, the rule behind it, and the quarter they are of where it is one."""
    signal, is_quarterly = judged.pattern.signal, judged.pattern.chart is Chart.QUARTERS
    quarter = judged.charted[-1].as_at if is_quarterly and judged.charted else ""
    return ", ".join(str(part) for part in (judged.pattern.moving, signal and signal.rule, quarter) if part)


def of_outlook(judged: Judged, text: str) -> BoundWord:
    """Words that hold while the target's chances are the same."""
    return BoundWord(text, quantities.source_of(judged, Quantity.OUTLOOK), state=str(judged.outlook or ""))


def _there(judged: Judged, text: str) -> BoundWord:
    return BoundWord(text, quantities.source_of(judged, Quantity.VALUE), state=str(judged.figure.absent or "nothing"))
