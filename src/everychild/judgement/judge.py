"""Judging: from a run's figures and the council's targets to status, pattern, outlook, reasons and areas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from everychild.calendar import Clock, FinancialYear, Month
from everychild.catalogue.indicator import Indicator
from everychild.council import Baseline, Council, Target
from everychild.judgement.charting import Charted, charted
from everychild.judgement.flags import flags, growing_backlog, late_recording, points_of, reasons_for
from everychild.judgement.judged import Code, Judged, Reason
from everychild.judgement.outlook import outlook, settled
from everychild.judgement.register import rows_for
from everychild.judgement.status import Status, rate
from everychild.measure.figure import Absent, Figure, Window, missing

RECORDING_LAG = "WF09"
WAITS_FOR_RECORDING = frozenset({"visit", "supervision"})


def judge(
    figures: Iterable[Figure],
    indicators: Sequence[Indicator],
    as_at: Month,
    months: Sequence[Month],
    council: Council,
    clocks: Mapping[str, Clock],
) -> tuple[Judged, ...]:
    """Every indicator judged at `as_at`; `months` are the ones its pattern is read from, oldest first."""
    by_ref: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_ref[figure.ref].append(figure)
    judged = [_judge_one(indicator, by_ref, as_at, months, council, clocks) for indicator in indicators]
    return _with_company(judged, council)


def _judge_one(
    indicator: Indicator,
    by_key: Mapping[str, Sequence[Figure]],
    as_at: Month,
    months: Sequence[Month],
    council: Council,
    clocks: Mapping[str, Clock],
) -> Judged:
    window = Window.AS_AT if indicator.is_at_month_end else Window.MONTH
    figures = by_key.get(indicator.key, ())
    headline = {(figure.window, figure.as_at): figure for figure in figures if figure.breakdown is None}
    history = tuple(
        headline.get((window, month)) or missing(indicator.ref, window, month, Absent.NOT_SUPPLIED) for month in months
    )
    figure = history[-1]
    target = council.target_for(indicator.ref, as_at.last_day)
    value = figure.value(indicator.unit)
    status = rate(value, target, indicator.good)
    thresholds = council.thresholds
    chart = _charted(indicator, headline, window, months, council, target)
    ahead = outlook(chart.pattern.usual, target, indicator.good)
    ahead = settled(ahead, _status_charted(chart, target, indicator), chart, indicator.good, target)
    years = {
        figure.financial_year: figure
        for figure in headline.values()
        if figure.window is Window.FINANCIAL_YEAR and figure.absent is None
    }
    reasons = reasons_for(
        indicator,
        figure,
        target,
        status,
        chart.pattern,
        ahead,
        headline.get((window, as_at - 12)),
        years.get(FinancialYear(as_at.financial_year.starts_in - 1)),
        thresholds,
    )
    return Judged(
        indicator=indicator,
        clock=clocks.get(indicator.clock.name, indicator.clock) if indicator.clock else None,
        title=indicator.title_for(clocks),
        meaning=indicator.meaning_for(clocks),
        figure=figure,
        history=history,
        charted=tuple(figure for figure in chart.figures if figure.as_at >= months[0]),
        year_to_date=headline.get((Window.YEAR_TO_DATE, as_at)),
        rolling_12=headline.get((Window.ROLLING_12, as_at)),
        financial_years=dict(sorted(years.items())),
        groups=_groups(figures, window, as_at),
        groups_last_month=_groups(figures, window, as_at - 1),
        by_other_rules=_by_other_rules(indicator, by_key, window, as_at),
        target=target,
        status=status,
        pattern=chart.pattern,
        outlook=ahead,
        reasons=reasons,
        points=points_of(reasons),
        is_flagged=flags(reasons, thresholds),
        months_off_target=_months_off(history, council, indicator),
        targets=rows_for(council, indicator.ref),
    )


def _charted(
    indicator: Indicator,
    headline: Mapping[tuple[Window, Month], Figure],
    window: Window,
    months: Sequence[Month],
    council: Council,
    target: Target | None,
) -> Charted:
    baselines = council.baselines_for(indicator.ref, months[-1])
    looked_at = _looked_at(months, baselines)
    told = {month: headline.get((window, month)) for month in looked_at}
    quarters = [headline.get((Window.QUARTER, month)) for month in looked_at[2:] if month.number % 3 == 0]
    return charted(
        indicator,
        [figure or missing(indicator.ref, window, month, Absent.NOT_SUPPLIED) for month, figure in told.items()],
        [figure for figure in quarters if figure is not None],
        baselines,
        council.thresholds,
        target,
    )


def _looked_at(months: Sequence[Month], baselines: Sequence[Baseline]) -> tuple[Month, ...]:
    """The months shown, and before them those that a range standing still was read from."""
    first = months[0]
    if baselines and baselines[-1].to is not None:
        first = min(first, baselines[-1].begins)
    return tuple(first + n for n in range(months[-1].index - first.index + 1))


def _status_charted(chart: Charted, target: Target | None, indicator: Indicator) -> Status:
    """How the latest thing charted stands: the month itself, or the last whole quarter."""
    latest = chart.latest
    return rate(None if latest is None else latest.value(indicator.unit), target, indicator.good)


def _with_company(judged: Sequence[Judged], council: Council) -> tuple[Judged, ...]:
    """Adds the reasons that look at another indicator: a growing backlog, and late recording."""
    by_ref = {item.ref: item for item in judged}
    uncertain = late_recording(by_ref.get(RECORDING_LAG))
    finished = []
    for item in judged:
        backlog = growing_backlog(item, by_ref.get(item.indicator.backlog or ""))
        waits = uncertain if _waits_for_recording(item) else None
        more = tuple(reason for reason in (backlog, waits) if reason is not None)
        finished.append(_with_reasons(item, more, council) if more else item)
    return tuple(finished)


def _with_reasons(item: Judged, more: Sequence[Reason], council: Council) -> Judged:
    order = list(Code)
    reasons = tuple(sorted((*item.reasons, *more), key=lambda reason: order.index(reason.code)))
    return replace(item, reasons=reasons, points=points_of(reasons), is_flagged=flags(reasons, council.thresholds))


def _waits_for_recording(item: Judged) -> bool:
    needed = {table.name for table in item.indicator.needs}
    return item.ref != RECORDING_LAG and item.figure.absent is None and bool(needed & WAITS_FOR_RECORDING)


def _groups(figures: Sequence[Figure], window: Window, as_at: Month) -> dict[str, tuple[Figure, ...]]:
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.breakdown is not None and figure.window is window and figure.as_at == as_at:
            groups[figure.breakdown].append(figure)
    return {breakdown: tuple(members) for breakdown, members in groups.items()}


def _by_other_rules(
    indicator: Indicator, by_key: Mapping[str, Sequence[Figure]], window: Window, as_at: Month
) -> dict[str, Figure]:
    """The month's figure by every rule but the one it is told by; "" is the rule as declared."""
    names = {"", *(rule.name for rule in indicator.other_rules)} - {indicator.rule or ""}
    keys = {name: f"{indicator.ref}/{name}" if name else indicator.ref for name in sorted(names)}
    return {
        name: figure
        for name, key in keys.items()
        for figure in by_key.get(key, ())
        if figure.breakdown is None and figure.window is window and figure.as_at == as_at
    }


def _months_off(history: Sequence[Figure], council: Council, indicator: Indicator) -> int:
    """How many months running, back from the latest, it has missed the target then in force."""
    running = 0
    for figure in reversed(history):
        value: Fraction | None = figure.value(indicator.unit)
        then: Target | None = council.target_for(indicator.ref, figure.as_at.last_day)
        if rate(value, then, indicator.good) not in (Status.OFF_TARGET, Status.CLOSE):
            break
        running += 1
    return running
