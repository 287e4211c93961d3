"""What is told beside a figure of ours: England, the region, statistical neighbours, and whether chance would do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from statistics import median

from everychild.calendar import FinancialYear, Month
from everychild.catalogue.indicator import Unit
from everychild.comparators.areas import ENGLAND, Region, area_name, began, council_of, councils, region_called
from everychild.comparators.known import Held, Known
from everychild.comparators.neighbours import InForce, Model, in_force
from everychild.comparators.published import Release
from everychild.comparators.series import Comparison, Series, Told, When
from everychild.council import Council
from everychild.judgement.chance import ALARM, WARNING, Limits, limits_of_count, limits_of_share
from everychild.judgement.judged import Judged
from everychild.measure.figure import Figure
from everychild.measure.rate import rate_of

FEWEST_TO_RANK = 40
"""Under this many councils known, a quarter of them is no band to be put in."""

LONDON = "E12000007"


class Standing(StrEnum):
    """Where ours lies beside England’s, by what chance alone would do."""

    WITHIN_CHANCE = "within_chance"
    HIGHER = "higher"
    LOWER = "lower"
    MUCH_HIGHER = "much_higher"
    MUCH_LOWER = "much_lower"

    @property
    def is_beyond_chance(self) -> bool:
        return self is not Standing.WITHIN_CHANCE


class Band(StrEnum):
    """Which part of the councils known a figure falls in."""

    LOWEST = "lowest"
    MIDDLE = "middle"
    HIGHEST = "highest"


@dataclass(frozen=True)
class Ours:
    """Our figure for the time nearest the published one, as it is compared."""

    figure: Figure
    value: Fraction | None
    is_same_time: bool
    """True where it is for the very year or day the published one is for."""

    count: Fraction | None = None
    cases: int | None = None
    """For a share, those considered; for a rate, the children in the area."""


@dataclass(frozen=True)
class Line:
    """One area’s published value, or the reason there is none."""

    name: str
    area: str
    known: Known | None

    @property
    def value(self) -> Fraction | None:
        return self.known.value if self.known else None


@dataclass(frozen=True)
class Neighbours:
    """The ten most like us by a model, the middle of those known, and who is not known."""

    model: Model
    is_in_force: bool
    lines: tuple[Line, ...]
    median: Fraction | None
    """The middle of the neighbours’ values; None where fewer than half are known."""

    @property
    def known(self) -> int:
        return sum(line.value is not None for line in self.lines)


@dataclass(frozen=True)
class Dot:
    """A council on the funnel: its cases and its value."""

    name: str
    area: str
    cases: int
    value: Fraction
    is_neighbour: bool


@dataclass(frozen=True)
class Funnel:
    """England’s value with what chance would do at each size, and where councils lie."""

    centre: Fraction
    told: Told
    ours: Dot | None
    dots: tuple[Dot, ...]

    def limits(self, cases: int, confidence: float) -> tuple[Fraction, Fraction]:
        """The lowest and the highest value chance would bring to so many cases."""
        found = _limits(self.told, self.centre, cases, confidence)
        scale = Fraction(_scale(self.told), cases)
        return found.fewest * scale, found.most * scale

    @property
    def outside(self) -> int:
        """How many councils lie where chance alone puts one in five hundred."""
        return sum(
            not _limits(self.told, self.centre, dot.cases, ALARM).hold(_count(self.told, dot)) for dot in self.dots
        )


@dataclass(frozen=True)
class Beside:
    """Everything told beside one figure."""

    comparison: Comparison
    year: int
    ours: Ours | None
    england: Line
    region: Line | None
    own: Line | None
    """What was published of this council itself, which may differ from what it counts."""

    neighbours: Neighbours | None
    standing: Standing | None
    band: Band | None
    how_many_ranked: int
    funnel: Funnel | None
    began_on: date | None
    """The day this council’s area began, where earlier figures are another’s."""

    @property
    def series(self) -> Series:
        return self.comparison.series

    @property
    def releases(self) -> tuple[Release, ...]:
        """Every release a number here is from, each once."""
        neighbours = self.neighbours.lines if self.neighbours else ()
        lines = (self.england, self.region, self.own, *neighbours)
        return tuple(dict.fromkeys(line.known.release for line in lines if line and line.known))


def beside(
    item: Judged, comparison: Comparison, held: Held, council: Council, models: Sequence[Model], population: Held
) -> Beside | None:
    """What stands beside a figure, for the newest year published that had ended; None where no year is known."""
    series = comparison.series
    year = _year(held, series, item.figure.as_at)
    if year is None:
        return None
    ours = ours_for(item, series, year, council)
    us = council_of(council.area_code) if council.area_code else None
    region = region_called(us.region if us else council.region)
    began_on = began(us.number) if us else None
    england = _line(ENGLAND, held, year)
    neighbours = _neighbours(us.number, held, year, models, series.when.ends(year)) if us else None
    standing = _standing(series, england, ours) if comparison.is_comparable else None
    dots = _dots(series, held, year, population, us.number if us else "", neighbours)
    values = [dot_value for _, dot_value in _council_values(held, year)]
    return Beside(
        comparison=comparison,
        year=year,
        ours=ours,
        england=england,
        region=_region_line(region, held, year) if region else None,
        own=_line(us.number, held, year) if us else None,
        neighbours=neighbours,
        standing=standing,
        band=_band(standing, ours, values),
        how_many_ranked=len(values),
        funnel=_funnel(series, england, ours, dots) if comparison.is_comparable else None,
        began_on=began_on.on if began_on else None,
    )


def ours_for(item: Judged, series: Series, year: int, council: Council) -> Ours | None:
    """Our own figure for the published year or day where it is held, else the nearest of the same length."""
    figure, is_same = _figure_for(item, series, year)
    if figure is None:
        return None
    if series.told is not Told.RATE:
        if item.indicator.unit is Unit.COUNT:
            return None
        value = figure.value(item.indicator.unit)
        share = item.indicator.is_share and figure.denominator is not None and figure.numerator is not None
        return Ours(
            figure,
            value,
            is_same,
            Fraction(figure.numerator or 0) if share else None,
            figure.denominator if share else None,
        )
    rate = rate_of(figure, item.indicator, council.population_in(figure.as_at.year))
    if rate is None:
        return Ours(figure, None, is_same)
    children = rate.population.children
    return Ours(figure, rate.value, is_same, rate.value * children / 10_000, children)


def _figure_for(item: Judged, series: Series, year: int) -> tuple[Figure | None, bool]:
    ends = series.when.ends(year)
    if series.when.is_as_at:
        found = item.in_month(Month.of(ends))
        if found is not None and found.absent is None:
            return found, True
        return item.figure, False
    whole = item.financial_years.get(FinancialYear(year - 1)) if series.when is When.YEAR_TO_MARCH else None
    if whole is not None and whole.absent is None:
        return whole, True
    nearest = item.rolling_12
    return nearest, nearest is not None and nearest.as_at.last_day == ends


def _year(held: Held, series: Series, as_at: Month) -> int | None:
    """The newest year with a value for England that had ended by the month’s end."""
    years = (year for (area, year), known in held.items() if area == ENGLAND and known.value is not None)
    return max((year for year in years if series.when.ends(year) <= as_at.last_day), default=None)


def _line(area: str, held: Held, year: int) -> Line:
    return Line(area_name(area, councils()), area, held.get((area, year)))


def _region_line(region: Region, held: Held, year: int) -> Line:
    """The region’s; London’s, where its inner or outer part has none."""
    line = _line(region.code, held, year)
    return _line(LONDON, held, year) if line.known is None and region.is_part else line


def _neighbours(number: str, held: Held, year: int, models: Sequence[Model], on: date) -> Neighbours | None:
    found: InForce | None = in_force(models, on)
    if found is None or number not in found.model.of:
        return None
    lines = tuple(_line(neighbour.number, held, year) for neighbour in found.model.of[number])
    values = [line.value for line in lines if line.value is not None]
    middle = median(values) if 2 * len(values) >= len(lines) else None
    return Neighbours(found.model, found.is_in_force, lines, None if middle is None else Fraction(middle))


def _standing(series: Series, england: Line, ours: Ours | None) -> Standing | None:
    if ours is None or ours.count is None or not ours.cases or england.value is None:
        return None
    count = ours.count
    if _limits(series.told, england.value, ours.cases, WARNING).hold(count):
        return Standing.WITHIN_CHANCE
    much = not _limits(series.told, england.value, ours.cases, ALARM).hold(count)
    assert ours.value is not None
    if ours.value > england.value:
        return Standing.MUCH_HIGHER if much else Standing.HIGHER
    return Standing.MUCH_LOWER if much else Standing.LOWER


def _limits(told: Told, centre: Fraction, cases: int, confidence: float) -> Limits:
    if told is Told.RATE:
        return limits_of_count(centre * cases / _scale(told), confidence)
    return limits_of_share(centre / _scale(told), cases, confidence)


def _scale(told: Told) -> int:
    return 10_000 if told is Told.RATE else 100


def _count(told: Told, dot: Dot) -> int:
    return round(dot.value * dot.cases / _scale(told))


def _band(standing: Standing | None, ours: Ours | None, values: Sequence[Fraction]) -> Band | None:
    """The quarter we fall in, said only where we differ from England by more than chance."""
    if standing is None or not standing.is_beyond_chance or ours is None or ours.value is None:
        return None
    if len(values) < FEWEST_TO_RANK:
        return None
    lower = sum(value < ours.value for value in values)
    higher = sum(value > ours.value for value in values)
    if 4 * higher < len(values):
        return Band.HIGHEST
    return Band.LOWEST if 4 * lower < len(values) else Band.MIDDLE


def _council_values(held: Held, year: int) -> list[tuple[str, Fraction]]:
    return [
        (area, known.value)
        for (area, when), known in held.items()
        if when == year and area in councils() and known.value is not None
    ]


def _dots(
    series: Series, held: Held, year: int, population: Held, us: str, neighbours: Neighbours | None
) -> tuple[Dot, ...]:
    near = {line.area for line in neighbours.lines} if neighbours else set()
    found = []
    for area, value in _council_values(held, year):
        cases = _cases(series, held[area, year], population, year)
        if cases and area != us:
            found.append(Dot(area_name(area, councils()), area, cases, value, area in near))
    return tuple(sorted(found, key=lambda dot: (dot.cases, dot.area)))


def _cases(series: Series, known: Known, population: Held, year: int) -> int | None:
    if series.told is not Told.RATE:
        return int(known.denominator) if known.denominator else None
    children = population.get((known.area, year - 1)) or population.get((known.area, year))
    return int(children.value) if children and children.value else None


def _funnel(series: Series, england: Line, ours: Ours | None, dots: tuple[Dot, ...]) -> Funnel | None:
    if england.value is None or series.told not in (Told.PERCENT, Told.RATE):
        return None
    us = None
    if ours is not None and ours.value is not None and ours.cases:
        us = Dot("", "", ours.cases, ours.value, is_neighbour=False)
    return Funnel(england.value, series.told, us, dots) if us else None
