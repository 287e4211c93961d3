"""Pictures of a figure's months: true to the figures, drawn by attributes alone, readable without colour."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from fractions import Fraction

import pytest

from everychild.judgement.judged import Judged
from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status
from everychild.measure.figure import Absent
from everychild.narrative import finding
from everychild.report.charts import as_png, sparkline, trend_chart
from everychild.report.charts.colours import BAND, INK, PAPER, PATTERN_SHAPES, QUIET_INK, STATUS_LOOKS
from everychild.report.charts.expected import beginnings, stretches
from everychild.report.charts.labels import Label, apart
from everychild.report.charts.sparkline import end_status
from everychild.report.charts.trend_layers import layers
from everychild.report.charts.trend_scale import trend_of
from everychild.report.small_numbers import protect
from tests.judgement.series import SHARE, begun, charted_as, figures
from tests.report.lively import lively

SVG = "{http://www.w3.org/2000/svg}"


def item(ref: str) -> Judged:
    found = lively().by_ref(ref)
    assert found is not None
    return found


def drawn(judged: Judged) -> ElementTree.Element:
    return ElementTree.fromstring(sparkline(judged, 214, 60))


def of_class(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [element for element in root.iter() if element.get("class") == name]


def test_a_sparkline_has_its_range_average_target_line_and_status() -> None:
    """And nothing else: no axis, no letter."""
    root = drawn(item("WF07"))
    for name in ("expected", "average", "target", "line", "status"):
        assert len(of_class(root, name)) == 1, name
    assert not list(root.iter(f"{SVG}text"))


def charted(pairs, *baselines):
    """A share judged by so many (met, considered) a month, on a whole item."""
    found = charted_as(SHARE, figures(pairs), *baselines)
    return replace(
        item("CP08"),
        indicator=SHARE,
        history=figures(pairs),
        charted=found.figures,
        pattern=found.pattern,
        figure=figures(pairs)[-1],
        targets=(),
        target=None,
    )


def test_each_stretch_has_a_block_and_an_average_of_its_own() -> None:
    """Begun anew in the thirteenth month of twenty-five: two blocks that meet half way, and a line between in the trend."""
    judged = charted([(490, 1000), (510, 1000)] * 6 + [(700, 1000), (720, 1000)] * 6 + [(710, 1000)], begun("2018-04"))
    blocks, averages = (of_class(drawn(judged), name) for name in ("expected", "average"))
    assert [(stretch.first, stretch.last, stretch.mean) for stretch in stretches(judged, judged.charted)] == [
        (0, 11, 50),
        (12, 24, Fraction(9230, 130)),
    ]
    assert len(blocks) == len(averages) == 2
    ends = float(blocks[0].get("x", 0)) + float(blocks[0].get("width", 0))
    assert ends == pytest.approx(float(blocks[1].get("x", 0)), abs=0.2)
    assert beginnings(judged, judged.charted) == (12,)
    assert "2 3" in json.dumps(layers(trend_of(judged, narrow=False))).replace("[2, 3]", "2 3")


def test_limits_by_chance_step_with_the_number_of_cases() -> None:
    """Of 20 and of 5 by turns: a block each, never under nought or over 100."""
    judged = charted([(18, 20), (4, 5)] * 12)
    found = stretches(judged, judged.charted)
    assert len(found) == 24
    assert all(0 <= stretch.low <= stretch.high <= 100 for stretch in found)


def test_a_picture_of_quarters_draws_quarters_and_no_status_of_a_month() -> None:
    """Eight of them to March 2019; April's status belongs to April."""
    judged = charted([(2, 3)] * 25)
    svg = trend_chart(judged, narrow=False)
    assert len(judged.charted) == 8
    assert end_status(judged) is Status.FOR_INFORMATION
    assert "Jan to Mar" in svg
    assert of_class(drawn(judged), "status")[0].tag == f"{SVG}circle"


@pytest.mark.parametrize(
    ("status", "tag"),
    [
        (Status.ON_TARGET, "circle"),
        (Status.CLOSE, "polygon"),
        (Status.OFF_TARGET, "rect"),
        (Status.FOR_INFORMATION, "circle"),
    ],
)
def test_the_end_is_shaped_by_the_status(status: Status, tag: str) -> None:
    """Circle, triangle, square, ring: told apart without colour."""
    end = of_class(drawn(replace(item("WF07"), status=status)), "status")[0]
    assert end.tag == f"{SVG}{tag}"
    assert (end.get("fill") == PAPER) == (status is Status.FOR_INFORMATION)


def test_nothing_is_drawn_across_a_month_without_a_figure() -> None:
    """Eleven months follow fourteen that were not supplied: one line, of eleven points, at the right."""
    line = of_class(drawn(item("EH06")), "line")
    assert len(line) == 1
    assert len(re.findall(r"[ML]", line[0].get("d") or "")) == 11


def test_a_held_month_is_a_tick_and_never_a_point() -> None:
    """A count of 3 is not drawn, and not drawn as nought either."""
    safe = protect(lively()).by_ref("CP26")
    assert safe is not None
    held = sum(figure.absent is Absent.HELD_BACK for figure in safe.history)
    root = drawn(safe)
    assert len(of_class(root, "held")) == held > 0
    assert not of_class(root, "status")


def test_a_series_without_any_figure_is_an_empty_picture_that_says_so() -> None:
    """It keeps its sentence."""
    root = drawn(item("MS08"))
    assert not of_class(root, "line")
    assert root.findtext(f"{SVG}title") == "April 2019: not supplied"


@pytest.mark.parametrize("judged", lively().indicators, ids=lambda judged: judged.ref)
def test_every_sparkline_stays_inside_its_frame(judged: Judged) -> None:
    """No line leaves the picture, whatever the figures."""
    root = drawn(judged)
    for line in of_class(root, "line"):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", line.get("d") or "")]
        assert all(0 <= x <= 214 for x in numbers[::2])
        assert all(0 <= y <= 60 for y in numbers[1::2])


def test_no_element_carries_a_style() -> None:
    """So that a page whose policy allows only its own style sheet may show them."""
    for svg in (sparkline(item("EH04"), 214, 60), *(trend_chart(item("EH04"), narrow=n) for n in (True, False))):
        assert "style=" not in svg
        assert "<style" not in svg


@pytest.mark.parametrize("narrow", [True, False])
def test_a_trend_says_its_finding_and_is_labelled_where_its_lines_end(narrow: bool) -> None:
    """The title is the page's finding; the axis says where it starts; no text is under 14 pixels."""
    svg = trend_chart(item("EH04"), narrow=narrow)
    root = ElementTree.fromstring(svg)
    said = ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]
    assert root.findtext(f"{SVG}title") == str(finding(item("EH04")))
    assert "Working days. The axis starts at 25." in said
    assert {"Target 30", "Apr 43" if narrow else "April 43"} <= set(said)
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', svg)]
    assert min(sizes) >= 14


def test_a_narrow_trend_is_narrow() -> None:
    """Thirteen months, inside a telephone's width."""
    width = float(ElementTree.fromstring(trend_chart(item("CP09"), narrow=True)).get("width") or 0)
    assert width <= 375


def test_a_month_that_stands_out_is_a_filled_mark() -> None:
    """March's 29 days is outside the range and better: a filled circle, in green."""
    assert 'fill="#0B6B4A"' in trend_chart(item("EH04"), narrow=False)


def test_a_trend_without_any_figure_says_so() -> None:
    """Not an axis from nought."""
    assert "No month has a figure to draw." in trend_chart(item("MS08"), narrow=False)


def test_the_same_figures_give_the_same_drawing() -> None:
    """Bit for bit."""
    assert trend_chart(item("CP22"), narrow=False) == trend_chart(item("CP22"), narrow=False)
    assert as_png(sparkline(item("CP22"), 214, 60)) == as_png(sparkline(item("CP22"), 214, 60))


def test_labels_are_moved_apart_and_stay_in_the_picture() -> None:
    """Three that would touch at the foot end a line apart, in order, the last at the foot."""
    placed = apart([Label("a", 296, INK), Label("b", 298, INK), Label("c", 100, INK), Label("d", 299, INK)], 18, 300)
    assert [label.text for label in placed] == ["c", "a", "b", "d"]
    assert [label.y for label in placed] == [100, 264, 282, 300]


def luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("status", list(Status))
def test_every_words_ink_can_be_read_on_its_ground(status: Status) -> None:
    """4.5 to 1 at least (WCAG 2.2, 1.4.3), and its shape 3 to 1 on white (1.4.11)."""
    look = STATUS_LOOKS[status]
    assert contrast(look.ink, look.ground) >= 4.5
    assert contrast(look.edge, PAPER) >= 3


@pytest.mark.parametrize("ink", [INK, QUIET_INK, *(ink for _, ink in (PATTERN_SHAPES[moving] for moving in Moving))])
def test_quiet_words_can_be_read_on_the_panel(ink: str) -> None:
    """On white and on the tints behind them."""
    assert min(contrast(ink, ground) for ground in (PAPER, "#F2F5F7", BAND)) >= 4.5


def test_a_target_out_of_sight_is_still_in_the_picture() -> None:
    """The frame takes in the target, so that far from it looks far from it."""
    wanted = replace(item("WF07").target, value=Fraction(99))  # type: ignore[type-var]
    far = replace(item("WF07"), target=wanted, targets=(wanted,))
    target = of_class(drawn(far), "target")[0].get("d") or ""
    assert 0 < float(target.split()[1].split("H")[0]) < 15
