"""The small picture beside a figure: 25 months, where they usually fall, the target, and where it stands now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby

from everychild.judgement.judged import Judged
from everychild.judgement.status import Status
from everychild.measure.figure import Absent, Figure
from everychild.narrative import finding, pattern_sentence
from everychild.report.charts.colours import AVERAGE, BAND, INK, LINE, STATUS_LOOKS
from everychild.report.charts.expected import stretches
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

    @property
    def between(self) -> float:
        """From one month to the next."""
        return self.x(1) - self.x(0)

    def left_of(self, month: int) -> float:
        """Half way between a month and the one before; the edges of the picture before the first and after the last."""
        if month <= 0:
            return 0
        return self.width if month >= self.months else (self.x(month - 1) + self.x(month)) / 2

    def y(self, value: Fraction) -> float:
        margin = self.radius * 1.5
        span = self.highest - self.lowest
        share = float((value - self.lowest) / span) if span else 0.5
        return self.height - margin - share * (self.height - 2 * margin)


def sparkline(judged: Judged, width: float, height: float) -> str:
    """The picture as SVG: expected range, average, dashed target, line with gaps, and the status as the end's shape."""
    values = tuple(judged.value_of(figure) for figure in judged.charted)
    frame = _frame(judged, values, width, height)
    body = "".join((*_usual(judged, frame), *_targets(judged, frame), *_line(values, frame), *_ticks(judged, frame)))
    if values and (last := values[-1]) is not None:
        body += shape(STATUS_LOOKS[end_status(judged)], frame.x(len(values) - 1), frame.y(last), frame.radius)
    return whole_drawing(width, height, str(finding(judged)), str(pattern_sentence(judged)), body, "sparkline")


def end_status(judged: Judged) -> Status:
    """The month's own, at the month; the last whole quarter is another figure, and has no status drawn."""
    is_the_month = bool(judged.charted) and judged.charted[-1] == judged.figure
    return judged.status if is_the_month else Status.FOR_INFORMATION


@dataclass(frozen=True)
class TargetLine:
    """A number that was wanted, from one of the months drawn to another, counted from nought."""

    value: Fraction
    first: int
    last: int
    is_floor: bool = False


def target_spans(judged: Judged, months: Sequence[Figure]) -> tuple[TargetLine, ...]:
    """Every target line over the months it was in force, old ones too, and every floor. Oldest first."""
    found: list[TargetLine] = []
    for target, run in groupby(enumerate(months), key=lambda month: judged.target_in(month[1].as_at)):
        places = [place for place, _ in run]
        if target is not None:
            found += [TargetLine(bound, places[0], places[-1]) for bound in target.bounds]
            if target.floor is not None:
                found.append(TargetLine(target.floor, places[0], places[-1], is_floor=True))
    return tuple(_joined(found))


def _joined(lines: Sequence[TargetLine]) -> Iterator[TargetLine]:
    """Lines at one height that follow on are one line: a new row need not be a new number."""
    kept: dict[tuple[Fraction, bool], TargetLine] = {}
    for line in lines:
        before = kept.get((line.value, line.is_floor))
        if before is not None and before.last + 1 == line.first:
            line = replace(line, first=before.first)
        elif before is not None:
            yield before
        kept[line.value, line.is_floor] = line
    yield from kept.values()


def _frame(judged: Judged, values: tuple[Fraction | None, ...], width: float, height: float) -> Frame:
    known = [value for value in values if value is not None]
    ranges = [bound for stretch in stretches(judged, judged.charted) for bound in (stretch.low, stretch.high)]
    wanted = [line.value for line in target_spans(judged, judged.charted)]
    drawn = [*known, *ranges, *wanted] or [Fraction(0)]
    return Frame(width, height, min(drawn), max(drawn), len(values))


def _usual(judged: Judged, frame: Frame) -> Iterator[str]:
    """A block to each stretch, from half way before its first point to half way after its last."""
    drawn = stretches(judged, judged.charted)
    for stretch in drawn:
        left, right = frame.left_of(stretch.first), frame.left_of(stretch.last + 1)
        top, low = frame.y(stretch.high), frame.y(stretch.low)
        yield tag("rect", class_="expected", x=left, y=top, width=right - left, height=max(1, low - top), fill=BAND)
    for stretch in drawn:
        left, right = frame.left_of(stretch.first), frame.left_of(stretch.last + 1)
        across = f"M{left:.1f} {frame.y(stretch.mean):.1f}H{right:.1f}"
        yield tag("path", class_="average", d=across, stroke=AVERAGE, stroke_width=1)


def _targets(judged: Judged, frame: Frame) -> Iterator[str]:
    for line in target_spans(judged, judged.charted):
        start = 0.0 if line.first == 0 else frame.x(line.first) - frame.between / 2
        is_now = line.last == frame.months - 1
        end = frame.width if is_now else frame.x(line.last) + frame.between / 2
        yield tag(
            "path",
            class_="floor" if line.is_floor else "target",
            d=f"M{start:.1f} {frame.y(line.value):.1f}H{end:.1f}",
            stroke=INK,
            stroke_width=1 if line.is_floor else 1.3,
            stroke_dasharray="1 3" if line.is_floor else "5 3.5",
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
    for n, figure in enumerate(judged.charted):
        if figure.absent is Absent.HELD_BACK:
            x, foot = frame.x(n), frame.height - frame.radius * 0.4
            yield tag("path", class_="held", d=f"M{x:.1f} {foot:.1f}V{foot - 4:.1f}", stroke=AVERAGE, stroke_width=1.4)
