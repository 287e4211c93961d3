"""An engine over records made up for a test, and the two opinions on them held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from everychild.calendar import Month, WorkingCalendar, months_to
from everychild.catalogue.indicator import Indicator
from everychild.facts import Breakdown, Fact
from everychild.facts.clocks import CLOCKS
from everychild.intake.reading import FileRead, Rows
from everychild.measure.figure import Absent, Figure
from everychild.store.engine import Engine
from everychild.store.extracts import write_extract
from everychild.store.figures import as_figures
from everychild.store.home import Home
from tests.generative.plain_count import Counted, Place, plain_figures
from tests.generative.random_records import LAST
from tests.small_council import calendar as england

MONTHS = months_to(Month(2019, 4), 16)
OWN = {clock.name: clock for clock in CLOCKS}
VISIT_PLACES = ("home", "placement", "other")


def extract_of(rows: Sequence[Rows], name: str = "random.csv") -> FileRead:
    total = sum(len(part) for part in rows)
    return FileRead(name, name.rjust(64, "0"), "local_extract", ("rows",), total, total, 0, 0, (), tuple(rows), None)


def engine_over(
    folder: Path,
    *files: FileRead,
    threads: int = 1,
    months: Sequence[Month] = MONTHS,
    extracted_on: date = LAST,
    calendar: WorkingCalendar | None = None,
) -> Engine:
    home, days = Home(folder), calendar or england()
    written = write_extract(home, files, extracted_on, days)
    kept = [replace(item, extract_no=1) for item in written.lists]
    return Engine(home, kept, days, months, OWN, VISIT_PLACES, threads=threads)


def rows_of_fact(engine: Engine, fact: Fact) -> list[dict[str, Any]]:
    engine.make_facts([fact])
    cursor = engine.connection.execute(f"select * from {fact.name}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def figures_of(engine: Engine, indicators: Sequence[Indicator]) -> dict[str, dict[Place, Figure]]:
    """By key, then by window, month, breakdown and group."""
    found: dict[str, dict[Place, Figure]] = {}
    for figure in as_figures(engine.figures(indicators, engine.months[0])):
        place = (figure.window, figure.as_at, figure.breakdown, figure.group)
        found.setdefault(figure.ref, {})[place] = figure
    return found


def compare(
    engine: Engine, indicators: Sequence[Indicator], breakdowns: Mapping[str, Sequence[Breakdown]] | None = None
) -> int:
    """Every window, month and group counted both ways. How many figures were held against each other."""
    engine.make_facts(indicator.of for indicator in indicators)
    told = figures_of(engine, indicators)
    compared = 0
    for indicator in indicators:
        rows = rows_of_fact(engine, indicator.of)
        chosen = None if breakdowns is None else breakdowns[indicator.key]
        plain = plain_figures(indicator, rows, engine.months, OWN, chosen)
        compared += sum(_agree(indicator, place, counted, told[indicator.key]) for place, counted in plain.items())
        if chosen is None:
            more = set(told[indicator.key]) - set(plain)
            assert all(told[indicator.key][place].absent is Absent.NOT_SUPPLIED for place in more), (
                f"{indicator.key} tells what plain counting does not: {sorted(map(str, more))[:3]}"
            )
    return compared


def _agree(indicator: Indicator, place: Place, counted: Counted, told: Mapping[Place, Figure]) -> bool:
    """Whether the figure was there to be compared; that it differs is an AssertionError."""
    figure = told[place]
    if figure.absent is Absent.NOT_SUPPLIED:
        return False
    if counted[1] == 0:
        assert figure.absent is Absent.NO_CASES, f"{indicator.key} {place}"
    else:
        assert (figure.numerator, figure.denominator, figure.median_twice) == counted, f"{indicator.key} {place}"
    return True


def every_rule(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Each as declared, and by each of its other rules."""
    return tuple(counted for indicator in indicators for counted in (indicator, *indicator.by_other_rules))
