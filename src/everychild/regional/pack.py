"""The region’s pack: plain pages, a page to each measure, made from what councils sent and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from everychild import released, wording
from everychild.calendar import Clock, Month
from everychild.catalogue.indicator import Good, Indicator, Unit
from everychild.comparators.beside import Dot, Funnel
from everychild.comparators.series import Told
from everychild.disclosure.counted import can_be_told, links
from everychild.regional import words
from everychild.regional.comparing import Change, Line, SideBySide, side_by_side
from everychild.regional.sent import Sent
from everychild.report.charts import funnel_chart
from everychild.report.charts.colours import LINE
from everychild.report.charts.svg import drawing, tag
from everychild.report.parts import as_it_is, templates

FOLDER = Path(__file__).parent
WIDTH, HEIGHT, EDGE = 240.0, 90.0, 6.0
FEWEST_IN_A_FUNNEL = 3


@dataclass(frozen=True)
class LineShown:
    """One council on a measure’s page."""

    council: str
    picture: str
    latest: str
    year: str
    change: str
    blocked: str


@dataclass(frozen=True)
class MeasureShown:
    """One measure’s page."""

    title: str
    meaning: str
    good: str
    together: str
    lines: tuple[LineShown, ...]
    funnel: str


@dataclass(frozen=True)
class OverviewShown:
    """The front page."""

    title: str
    opening: str
    improved: tuple[tuple[str, str, str], ...]
    members: tuple[tuple[str, str, str, str], ...]
    sections: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def pages(
    region: str,
    members: Sequence[str],
    sent: Sequence[Sent],
    month: Month,
    indicators: Sequence[Indicator],
    clocks: Mapping[str, Clock],
) -> dict[str, bytes]:
    """Every file of the pack by its path. `members` are the names of all, those that sent nothing included.

    Definitions are the region’s own: the catalogue of this Everychild with `clocks`.
    """
    own = [indicator for indicator in indicators if can_be_told(indicator)]
    counted = own_definitions(own, clocks)
    compared = [
        side_by_side(indicator, indicator.title_for(clocks), counted[indicator.ref], sent, month) for indicator in own
    ]
    told = [one for one in compared if any(value is not None for line in one.lines for value in line.values)]
    render = _templates({"region": region, "as_at": wording.day(month.last_day), "words": words.COMMON})
    files = {
        "site.css": _style(),
        "index.html": render("overview.html", _overview(region, members, sent, month, told), ""),
    }
    for one in told:
        files[f"measures/{one.indicator.ref}.html"] = render("measure.html", _measure(one, clocks), "../")
    return files


def own_definitions(indicators: Sequence[Indicator], clocks: Mapping[str, Clock]) -> dict[str, str]:
    """What each measure counts, in the letters a council’s file uses."""
    counts = links(indicators, clocks).counts
    found = {}
    for indicator in indicators:
        names = [one.name if one else "" for one in counts[indicator.ref]]
        found[indicator.ref] = f"{indicator.version}:{indicator.rule or ''}:{names[0]}:{names[1]}"
    return found


def _style() -> bytes:
    """The released site’s sheet, and what small multiples need."""
    plain = (Path(released.__file__).parent / "site.css").read_text(encoding="utf-8")
    return (plain + (FOLDER / "multiples.css").read_text(encoding="utf-8")).encode()


def _templates(frame: Mapping[str, object]) -> Any:
    environment = templates(FOLDER / "templates")
    said = {"overview.html": words.OVERVIEW, "measure.html": words.MEASURE}

    def render(name: str, page: object, root: str) -> bytes:
        text: str = environment.get_template(name).render(
            frame=frame, page=page, root=root, said=said[name], drawing=as_it_is
        )
        return text.encode()

    return render


def _overview(
    region: str, members: Sequence[str], sent: Sequence[Sent], month: Month, told: Sequence[SideBySide]
) -> OverviewShown:
    sections: dict[str, list[tuple[str, str]]] = {}
    for one in told:
        sections.setdefault(one.indicator.section.title, []).append((one.title, f"measures/{one.indicator.ref}.html"))
    by_name = {one.council: one for one in sent}
    return OverviewShown(
        title=f"{region}: children’s services side by side",
        opening=(
            f"{wording.count(len(sent), 'council')} of {len(members)} sent figures for "
            f"{wording.month(month)}. {wording.count(len(told), 'measure')} can be set side by side."
        ),
        improved=tuple(
            (one.title, f"measures/{one.indicator.ref}.html", wording.listed(line.council for line in one.improved))
            for one in told
            if one.improved
        ),
        members=tuple(_member(name, by_name.get(name), told) for name in sorted(members)),
        sections=tuple((title, tuple(lines)) for title, lines in sections.items()),
    )


def _member(name: str, sent: Sent | None, told: Sequence[SideBySide]) -> tuple[str, str, str, str]:
    if sent is None:
        return name, words.OVERVIEW["missing"], "", ""
    otherwise = sum(
        line.blocked != "" and sent.counted_as.get(one.indicator.ref) is not None
        for one in told
        for line in one.lines
        if line.area_code == sent.area_code
    )
    return name, wording.day(sent.as_at.last_day), wording.day(sent.known_on), str(otherwise) if otherwise else "None"


def _measure(one: SideBySide, clocks: Mapping[str, Clock]) -> MeasureShown:
    indicator = one.indicator
    return MeasureShown(
        title=one.title,
        meaning=indicator.meaning_for(clocks),
        good=indicator.good.in_words,
        together="" if one.share_of_all is None else f"about {round(100 * one.share_of_all)}%",
        lines=tuple(_shown(line, one) for line in one.lines),
        funnel=_funnel(one),
    )


def _shown(line: Line, one: SideBySide) -> LineShown:
    latest = next((value for value in reversed(line.values) if value is not None), None)
    is_judged = one.indicator.good in (Good.HIGHER, Good.LOWER) and one.indicator.is_share
    change = line.change.in_words if is_judged else "Neither better nor worse by itself"
    return LineShown(
        council=line.council,
        picture="" if line.blocked else _picture(line, one),
        latest=_number(latest, one.indicator),
        year=f"about {round(100 * line.this_year.share)}%" if line.this_year else "Not told",
        change=change if line.change is not Change.CANNOT_TELL or not is_judged else Change.CANNOT_TELL.in_words,
        blocked=line.blocked,
    )


def _number(value: Fraction | None, indicator: Indicator) -> str:
    if value is None:
        return "Too few to tell"
    return f"about {round(value):,}" + ("%" if indicator.unit is Unit.PERCENT else "")


def _picture(line: Line, one: SideBySide) -> str:
    """The council’s months as a line with gaps, on the scale all councils share."""
    span = one.highest - one.lowest or Fraction(1)

    def place(number: int, value: Fraction) -> tuple[float, float]:
        across = EDGE + (WIDTH - 2 * EDGE) * number / max(1, len(one.months) - 1)
        return across, HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * float((value - one.lowest) / span)

    strokes, stretch = [], list[tuple[float, float]]()
    for number, value in enumerate((*line.values, None)):
        if value is not None:
            stretch.append(place(number, value))
        elif stretch:
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in stretch)
            strokes.append(tag("polyline", points=points, fill="none", stroke=LINE, stroke_width=2.4))
            strokes += [tag("circle", cx=x, cy=y, r=2.4, fill=LINE) for x, y in stretch[-1:]]
            stretch = []
    latest = next((value for value in reversed(line.values) if value is not None), None)
    told = f"{line.council}: {_number(latest, one.indicator)} in the latest month told."
    scale = (
        f"All councils are drawn from {_number(one.lowest, one.indicator)} to {_number(one.highest, one.indicator)}."
    )
    return drawing(WIDTH, HEIGHT, told, scale, "".join(strokes), "multiple")


def _funnel(one: SideBySide) -> str:
    """Each council’s year beside what chance would do round all of them together."""
    dots = tuple(
        Dot(line.council, line.area_code, line.this_year.considered, 100 * line.this_year.share, is_neighbour=False)
        for line in one.lines
        if line.this_year and not line.blocked
    )
    if one.share_of_all is None or len(dots) < FEWEST_IN_A_FUNNEL:
        return ""
    funnel = Funnel(100 * one.share_of_all, Told.PERCENT, None, dots)
    outside = wording.count(funnel.outside, "council lies", "councils lie")
    said = f"{outside} where chance alone would put one in five hundred."
    return funnel_chart(
        funnel, said, f"The line is all councils together: about {round(100 * one.share_of_all)}%.", narrow=False
    )
