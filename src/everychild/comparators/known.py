"""Of all that was published of a series, what is known of each area and year: the newest release has the last word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from everychild.comparators.published import Period, Published, Release, State, Told
from everychild.comparators.series import Series, Source
from everychild.comparators.series import Told as ToldAs


@dataclass(frozen=True)
class Known:
    """A value of a series, or the state in its place; with the counts it was worked out from, where it was."""

    area: str
    period: Period
    told: Told
    release: Release
    numerator: Fraction | None = None
    denominator: Fraction | None = None

    @property
    def value(self) -> Fraction | None:
        return None if isinstance(self.told, State) else self.told


Held = Mapping[tuple[str, int], Known]
"""By area and year."""


def known_of(series: Series, rows: Iterable[Published]) -> Held:
    """One value an area and year.

    The release that goes furthest has the last word, held back or not; one that gives nothing has said nothing. Of
    releases that go as far, the series’ first source comes first, and a later loaded one before an earlier.
    """
    by_release: dict[tuple[str, str], list[Published]] = defaultdict(list)
    for row in rows:
        by_release[row.family, row.release.sha256].append(row)
    offered: dict[tuple[str, int], list[tuple[int, int, Known]]] = defaultdict(list)
    for place, source in enumerate(series.sources):
        for (family, _), of_one in reversed(by_release.items()):
            if family != source.family:
                continue
            found = _of_source(series, source, of_one)
            newest = max((year for _, year in found), default=0)
            for key, known in found.items():
                goes_to = replace(known, release=replace(known.release, newest=newest))
                offered[key].append((-newest, place, goes_to))
    return {key: _chosen(candidates) for key, candidates in offered.items()}


def _chosen(candidates: Sequence[tuple[int, int, Known]]) -> Known:
    ranked = [known for _, _, known in sorted(candidates, key=lambda candidate: candidate[:2])]
    newest = min(candidate[0] for candidate in candidates)
    of_newest = [known for rank, _, known in sorted(candidates, key=lambda one: one[:2]) if rank == newest]
    said = [known for known in of_newest if known.value is not None]
    if said:
        return said[0]
    firmly = [known for known in of_newest if known.told is not State.NOT_GIVEN]
    if firmly:
        return firmly[0]
    later = [known for known in ranked if known.told is not State.NOT_GIVEN]
    return later[0] if later else ranked[0]


def _of_source(series: Series, source: Source, rows: Sequence[Published]) -> dict[tuple[str, int], Known]:
    cells: dict[tuple[str, int], dict[str, Published]] = defaultdict(dict)
    wanted = set(source.measures)
    for row in rows:
        if row.measure in wanted:
            cells[row.area, row.period.year][row.measure] = row
    return {key: known for key, found in cells.items() if (known := _worked_out(series, source, found)) is not None}


def _worked_out(series: Series, source: Source, found: Mapping[str, Published]) -> Known | None:
    if any(measure not in found for measure in source.measures):
        return None
    first = found[source.parts[0]]
    if not source.whole:
        return Known(first.area, first.period, first.told, first.release)
    part, whole = _sum(source.parts, found), _sum(source.whole, found)
    state = next((told for told in (part, whole) if isinstance(told, State)), None)
    if state is not None:
        return Known(first.area, first.period, state, first.release)
    assert isinstance(part, Fraction)
    assert isinstance(whole, Fraction)
    if whole == 0:
        return Known(first.area, first.period, State.NOT_APPLICABLE, first.release)
    scale = 100 if series.told is ToldAs.PERCENT else 1
    return Known(first.area, first.period, scale * part / whole, first.release, part, whole)


def _sum(measures: Sequence[str], found: Mapping[str, Published]) -> Told:
    """The sum, or the first state among them: what is hidden cannot be added up."""
    total = Fraction(0)
    for measure in measures:
        told = found[measure].told
        if isinstance(told, State):
            return told
        total += told
    return total
