"""Everything published that a home can be set beside: what was loaded, with what ships."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from everychild.comparators.beside import Beside, beside
from everychild.comparators.comparisons import comparison_for
from everychild.comparators.known import Held, known_of
from everychild.comparators.neighbours import Model
from everychild.comparators.published import Published
from everychild.comparators.series import Series, Source, Told, When
from everychild.comparators.shipped_values import with_shipped
from everychild.council import Council
from everychild.judgement.judged import Judged

POPULATION = Series(
    "population", "Children aged 0 to 17", Told.RATE, When.AT_31_MARCH, (Source("population", ("children",)),)
)

Find = Callable[[Iterable[tuple[str, str]]], list[Published]]
"""Every kept value of these measures, by (family, measure), the earliest loaded first."""


@dataclass(frozen=True)
class Library:
    """`find` reads what was loaded; each series is put together once."""

    find: Find
    models: tuple[Model, ...]
    held: dict[str, Held] = field(default_factory=dict)

    def of(self, series: Series) -> Held:
        if series.name not in self.held:
            self.held[series.name] = with_shipped(known_of(series, self.find(series.wanted)), series.name)
        return self.held[series.name]

    def beside(self, item: Judged, council: Council) -> Beside | None:
        """What stands beside a figure; None where nothing is published of it, or of no time that had ended."""
        comparison = comparison_for(item.indicator.ref)
        if comparison is None:
            return None
        return beside(item, comparison, self.of(comparison.series), council, self.models, self.of(POPULATION))


def only_shipped() -> Library:
    """For a home into which nothing was loaded."""
    return Library(lambda wanted: [], ())
