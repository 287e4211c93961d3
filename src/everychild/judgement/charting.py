"""From a series of figures to its pattern: cut where it was begun anew, charted as suits it, read from its last part.

Each stretch between two beginnings has a range and signals of its own, so no signal spans one. The latest says which
chart is right, for all of them: one picture is one chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from everychild.calendar import Month
from everychild.catalogue.indicator import Good, Indicator
from everychild.council import Baseline, Target, Thresholds
from everychild.judgement.better import moving_about
from everychild.judgement.chart_choice import Chart, Choice, choice_for, usual_cases
from everychild.judgement.expected import count_limits, pooled_share, share_limits
from everychild.judgement.gaps import gap_signals
from everychild.judgement.pattern import (
    Limits,
    Moving,
    Pattern,
    Rule,
    Side,
    Signal,
    signals_of,
    word,
    xmr_limits,
)
from everychild.measure.figure import Figure


@dataclass(frozen=True)
class Charted:
    """A pattern, what it was read from, and what is drawn: months, or whole quarters.

    `values` are those of the last stretch, as an outlook looks at them.
    """

    pattern: Pattern
    figures: tuple[Figure, ...]
    values: tuple[Fraction, ...]

    @property
    def latest(self) -> Figure | None:
        return self.figures[-1] if self.figures else None


@dataclass(frozen=True)
class Stretch:
    """The figures between two beginnings, and those of them the range is read from."""

    figures: tuple[Figure, ...]
    read_from: tuple[Figure, ...]


@dataclass(frozen=True)
class Read:
    """What a stretch says of each of its figures that has a value."""

    figures: tuple[Figure, ...]
    values: tuple[Fraction, ...]
    expected: tuple[Limits | None, ...]
    signals: tuple[Signal | None, ...]
    usual: Limits | None


def charted(
    indicator: Indicator,
    months: Sequence[Figure],
    quarters: Sequence[Figure],
    baselines: Sequence[Baseline],
    thresholds: Thresholds,
    target: Target | None = None,
) -> Charted:
    """`months` and `quarters` hold a figure each, with a value or without, oldest first; the last month is judged.

    A target is asked for only where the best is within its range: which way is worse depends on where that lies.
    """
    assert months, "only asked of a series that has its last month"
    choice = choice_for(indicator, _stretches(months, baselines, length=1)[-1].read_from)
    is_quarterly = choice.chart is Chart.QUARTERS
    stretches = _stretches(quarters, baselines, length=3) if is_quarterly else _stretches(months, baselines, length=1)
    read = [_read(stretch, indicator, choice, thresholds) for stretch in stretches]
    figures = tuple(figure for stretch in stretches for figure in stretch.figures)
    found = _pattern(indicator, choice, read, figures, baselines, target)
    return Charted(found, figures, read[-1].values if read else ())


def _stretches(figures: Sequence[Figure], baselines: Sequence[Baseline], length: int) -> tuple[Stretch, ...]:
    """A figure belongs to a stretch where all its months do: a quarter that spans a beginning belongs to none."""
    edges: list[tuple[Month | None, Baseline | None]] = [
        (None, None),
        *((baseline.begins, baseline) for baseline in baselines),
    ]
    found = []
    for (begins, baseline), following in zip(edges, [*edges[1:], (None, None)], strict=True):
        own = tuple(
            figure
            for figure in figures
            if (begins is None or begins <= figure.as_at - (length - 1))
            and (following[0] is None or figure.as_at < following[0])
        )
        ends = baseline.to if baseline else None
        found.append(Stretch(own, tuple(figure for figure in own if ends is None or figure.as_at <= ends)))
    return tuple(found)


def _read(stretch: Stretch, indicator: Indicator, choice: Choice, thresholds: Thresholds) -> Read:
    known = {figure: value for figure in stretch.figures if (value := figure.value(indicator.unit)) is not None}
    figures, values = tuple(known), tuple(known.values())
    read_from = [figure for figure in stretch.read_from if figure in known]
    enough = thresholds.minimum_quarters if choice.chart is Chart.QUARTERS else thresholds.minimum_points
    if not read_from or len(read_from) < enough:
        return Read(figures, values, (None,) * len(values), (None,) * len(values), None)
    match choice.chart:
        case Chart.SHARES | Chart.QUARTERS:
            share = pooled_share(read_from)
            assert share is not None, "a share that has a value was of something"
            expected = tuple(share_limits(share, figure.denominator or 1) for figure in figures)
            usual = share_limits(share, max(1, usual_cases(stretch.read_from)))
            return Read(figures, values, expected, signals_of(values, expected), usual)
        case Chart.BETWEEN:
            return _between(figures, values, [known[figure] for figure in read_from])
        case _:
            usual = xmr_limits([known[figure] for figure in read_from], outlier_screen=thresholds.outlier_screen)
            same = (usual,) * len(values)
            return Read(figures, values, same, signals_of(values, same), usual)


def _between(figures: tuple[Figure, ...], values: tuple[Fraction, ...], read_from: Sequence[Fraction]) -> Read:
    """More in one month than chance would bring stands out at once; otherwise the waits are told."""
    usual = count_limits(sum(read_from, Fraction(0)) / len(read_from))
    waits = gap_signals(values, Fraction(sum(value > 0 for value in read_from), len(read_from)))
    many = Signal(Rule.OUTSIDE_LIMITS, Side.UP)
    signals = tuple(many if value > usual.upper else wait for value, wait in zip(values, waits, strict=True))
    return Read(figures, values, (usual,) * len(values), signals, usual)


def _pattern(
    indicator: Indicator,
    choice: Choice,
    read: Sequence[Read],
    figures: Sequence[Figure],
    baselines: Sequence[Baseline],
    target: Target | None,
) -> Pattern:
    last = read[-1]
    months = tuple(figure.as_at for one in read for figure in one.figures)
    is_told = bool(figures) and bool(last.figures) and last.figures[-1] == figures[-1]
    signal = last.signals[-1] if is_told else None
    found = Pattern(
        moving=_word(signal, last, indicator, choice, target) if is_told and last.usual else Moving.TOO_FEW_POINTS,
        signal=signal,
        limits=last.expected[-1] if is_told else last.usual,
        signals=tuple(signal for one in read for signal in one.signals),
        usual=last.usual,
        months=months,
        expected=tuple(limits for one in read for limits in one.expected),
        choice=choice,
        baselines=tuple(baselines),
    )
    return _less_the_season(found, last) if indicator.season else found


def _word(signal: Signal | None, last: Read, indicator: Indicator, choice: Choice, target: Target | None) -> Moving:
    """Waits between rare things have no range to be nearer to; every other signal about a range is held against it."""
    limits = last.expected[-1]
    if indicator.good is Good.RANGE and signal is not None and limits is not None and choice.chart is not Chart.BETWEEN:
        return moving_about(signal, last.values, limits, target)
    return word(signal, indicator.good)


def _less_the_season(found: Pattern, last: Read) -> Pattern:
    """Where the same month last year stood as far out or further, it is the time of year that stands out."""
    signal = found.signal
    if signal is None or found.chart not in (Chart.MONTHS, Chart.SHARES):
        return found
    value_in = dict(zip((figure.as_at for figure in last.figures), last.values, strict=True))
    now = last.figures[-1].as_at
    then = value_in.get(now - 12)
    if then is None:
        return found
    is_further = value_in[now] > then if signal.side is Side.UP else value_in[now] < then
    if is_further:
        return found
    return replace(found, moving=Moving.STEADY, signal=None, signals=(*found.signals[:-1], None), is_of_the_season=True)
