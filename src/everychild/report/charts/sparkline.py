"""The small picture beside a figure: 25 months, where they usually fall, the target, and where it stands now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from everychild.catalogue.indicator import Unit
from everychild.judgement.judged import Judged
from everychild.measure.figure import Absent
from everychild.narrative import finding, pattern_sentence
from everychild.report.charts.colours import AVERAGE, BAND, INK, LINE, STATUS_LOOKS
from everychild.report.charts.svg import drawing as whole_drawing
from everychild.report.charts.svg import shape, tag


@dataclass(frozen=True)
class Frame:
    """Where a value and a month lie in the picture."""

    width: float
    height: float
    lowest: Fraction
    highest: Fraction
    months: int

    @property
    def radius(self) -> float:
        """The end mark's; the picture keeps clear of its edges by as much."""
        return max(3.4, min(6.5, self.height / 11))

    def x(self, month: int) -> float:
        left, right = self.radius * 0.6, self.width - self.radius * 1.8
        return left + (right - left) * month / max(1, self.months - 1)

    def y(self, value: Fraction) -> float:
        margin = self.radius * 1.5
        span = self.highest - self.lowest
        share = float((value - self.lowest) / span) if span else 0.5
        return self.height - margin - share * (self.height - 2 * margin)


def sparkline(judged: Judged, width: float, height: float) -> str:
    """The picture as SVG: expected range, average, dashed target, line with gaps, and the status as the end's shape."""
    values = tuple(judged.value_of(figure) for figure in judged.history)
    frame = _frame(judged, values, width, height)
    body = "".join((*_usual(judged, frame), *_targets(judged, frame), *_line(values, frame), *_ticks(judged, frame)))
    if values and (last := values[-1]) is not None:
        body += shape(STATUS_LOOKS[judged.status], frame.x(len(values) - 1), frame.y(last), frame.radius)
    return whole_drawing(width, height, str(finding(judged)), str(pattern_sentence(judged)), body, "sparkline")


def expected_range(judged: Judged) -> tuple[Fraction, Fraction] | None:
    """The expected range, held to what can happen: no share passes 100%, nothing is below nought."""
    limits = judged.pattern.limits
    if limits is None:
        return None
    highest = min(limits.upper, Fraction(100)) if judged.indicator.unit is Unit.PERCENT else limits.upper
    return max(limits.lower, Fraction(0)), highest


def target_lines(judged: Judged) -> tuple[Fraction, ...]:
    """One line for a number, two for a range."""
    target = judged.target
    if target is None:
        return ()
    return tuple(bound for bound in (target.value, target.low, target.high) if bound is not None)


def _frame(judged: Judged, values: tuple[Fraction | None, ...], width: float, height: float) -> Frame:
    known = [value for value in values if value is not None]
    drawn = [*known, *(expected_range(judged) or ()), *target_lines(judged)] or [Fraction(0)]
    return Frame(width, height, min(drawn), max(drawn), len(values))


def _usual(judged: Judged, frame: Frame) -> Iterator[str]:
    usual, limits = expected_range(judged), judged.pattern.limits
    if usual is None or limits is None:
        return
    top, low, right = frame.y(usual[1]), frame.y(usual[0]), frame.width
    yield tag("rect", class_="expected", x=0, y=top, width=right, height=max(1, low - top), fill=BAND)
    yield tag("path", class_="average", d=_across(frame.y(limits.mean), right), stroke=AVERAGE, stroke_width=1)


def _targets(judged: Judged, frame: Frame) -> Iterator[str]:
    for bound in target_lines(judged):
        yield tag(
            "path",
            class_="target",
            d=_across(frame.y(bound), frame.width),
            stroke=INK,
            stroke_width=1.3,
            stroke_dasharray="5 3.5",
        )


def _line(values: tuple[Fraction | None, ...], frame: Frame) -> Iterator[str]:
    """A line for each run of months that has figures; a month alone is a point. Nothing is drawn across a gap."""
    thickness = 1.7 if frame.height < 64 else 2.2
    for is_known, run in groupby(enumerate(values), key=lambda point: point[1] is not None):
        points = [f"{frame.x(n):.1f} {frame.y(value):.1f}" for n, value in run if value is not None]
        if is_known and len(points) == 1:
            x, y = points[0].split()
            yield tag("circle", class_="point", cx=x, cy=y, r=2.2, fill=LINE)
        elif is_known:
            yield tag(
                "path",
                class_="line",
                d="M" + "L".join(points),
                fill="none",
                stroke=LINE,
                stroke_width=thickness,
                stroke_linejoin="round",
            )


def _ticks(judged: Judged, frame: Frame) -> Iterator[str]:
    """A short grey tick where a month is held back: there is a figure, and it is not nought."""
    for n, figure in enumerate(judged.history):
        if figure.absent is Absent.HELD_BACK:
            x, foot = frame.x(n), frame.height - frame.radius * 0.4
            yield tag("path", class_="held", d=f"M{x:.1f} {foot:.1f}V{foot - 4:.1f}", stroke=AVERAGE, stroke_width=1.4)


def _across(y: float, width: float) -> str:
    return f"M0 {y:.1f}H{width:.1f}"
