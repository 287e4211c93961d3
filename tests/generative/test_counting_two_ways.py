"""Every indicator, window and group, counted by the engine and by plain Python, on records nobody thought of."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from everychild.calendar import Month, months_to
from everychild.catalogue import BY_REF, CATALOGUE
from everychild.catalogue.indicator import Children, Indicator, Mean, Mix, Proportion, Total, Unit
from everychild.facts.child_protection.plans import ChildOnPlanAtMonthEnd
from everychild.facts.child_protection.visits import visit_gaps
from everychild.facts.clocks import CLOCKS
from everychild.intake.reading import FileRead
from everychild.measure.figure import Absent
from everychild.store.engine import Engine
from everychild.store.extracts import write_extract
from everychild.store.figures import as_figures, digest_of
from everychild.store.home import Home
from tests.generative.plain_count import plain_figures
from tests.generative.random_records import LAST, random_rows
from tests.small_council import calendar

MONTHS = months_to(Month(2019, 4), 16)
OWN = {clock.name: clock for clock in CLOCKS}
SEEDS = range(6)


def extract_of(rows, name="random.csv"):
    total = sum(len(part) for part in rows)
    return FileRead(name, name.rjust(64, "0"), "local_extract", ("rows",), total, total, 0, 0, (), tuple(rows), None)


def engine_over(folder, *files, threads=1):
    home = Home(folder)
    written = write_extract(home, files, date(2019, 5, 3), calendar())
    kept = [replace(item, extract_no=1) for item in written.lists]
    return Engine(home, kept, calendar(), MONTHS, OWN, ("home", "placement", "other"), threads=threads)


def trials() -> tuple[Indicator, ...]:
    """Every way of counting there is, whether or not the catalogue uses it today."""
    of = BY_REF["CP21"].of
    assert isinstance(of, ChildOnPlanAtMonthEnd)
    missing = BY_REF["MS01"]
    gaps = BY_REF["CP25"]
    return (
        replace(missing, ref="X1", measure=Children()),
        replace(missing, ref="X2", measure=Mix(by=missing.breakdowns[-1])),
        replace(gaps, ref="X3", measure=Total(of=visit_gaps.working_days_between)),
        replace(BY_REF["CP12"], ref="X4", measure=Proportion(of.working_days_since_seen, of.working_days_on_plan)),
        replace(BY_REF["CP12"], ref="X5", measure=Mix(by=of.breakdowns[1])),
        replace(gaps, ref="X6", measure=Mean(visit_gaps.working_days_between, Unit.WEEKS)),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_the_engine_and_plain_python_count_the_same(tmp_path, seed):
    """Numerators, denominators, medians; month, quarter, year to date, twelve months, year; every group."""
    with engine_over(tmp_path, extract_of(random_rows(Random(seed)))) as engine:
        figures = {
            (figure.ref, figure.window, figure.as_at, figure.breakdown, figure.group): figure
            for figure in as_figures(engine.figures((*CATALOGUE, *trials()), MONTHS[0]))
        }
        compared = 0
        for indicator in (*CATALOGUE, *trials()):
            supplied = engine.supplied(indicator)
            assert supplied, f"{indicator.ref} is supplied in no month of the test"
            cursor = engine.connection.execute(f"select * from {indicator.of.name}")
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
            for (window, month, breakdown, group), counted in plain_figures(indicator, rows, MONTHS, OWN).items():
                figure = figures[indicator.ref, window, month, breakdown, group]
                if figure.absent is Absent.NOT_SUPPLIED:
                    continue
                n, d, median_twice = counted
                compared += 1
                if d == 0:
                    assert figure.absent is Absent.NO_CASES
                else:
                    assert (figure.numerator, figure.denominator, figure.median_twice) == (n, d, median_twice), (
                        f"{indicator.ref} {window} {month} {breakdown} {group}"
                    )
    print(f"compared {compared} figures")
    assert compared > 10_000


def test_figures_are_the_same_on_any_number_of_threads_and_however_rows_are_shuffled(tmp_path):
    """One digest for one, two and eight threads, and for the same rows in another order and split over two files."""
    rows = random_rows(Random(99), children=30, rows=150)
    shuffled = [_shuffled(part, Random(7)) for part in rows]
    halves = [_half(part, first) for first in (True, False) for part in rows]
    runs = {
        "one": (1, [extract_of(rows)]),
        "two": (2, [extract_of(rows)]),
        "eight": (8, [extract_of(rows)]),
        "shuffled": (2, [extract_of(shuffled)]),
        "split": (2, [extract_of(halves[: len(rows)], "a.csv"), extract_of(halves[len(rows) :], "b.csv")]),
    }
    digests = {}
    for name, (threads, files) in runs.items():
        with engine_over(tmp_path / name, *files, threads=threads) as engine:
            digests[name] = digest_of(engine.figures(CATALOGUE, MONTHS[0]))

    assert len(set(digests.values())) == 1, digests


def test_every_row_behind_a_figure_adds_up_to_it(tmp_path):
    """Numerator rows, denominator rows and excluded rows, for every indicator."""
    with engine_over(tmp_path, extract_of(random_rows(Random(3)))) as engine:
        figures = {
            figure.ref: figure
            for figure in as_figures(engine.figures(CATALOGUE, MONTHS[0]))
            if figure.as_at == MONTHS[-1] and figure.breakdown is None and figure.window in ("month", "as_at")
        }
        for indicator in CATALOGUE:
            rows = engine.rows_behind(indicator, MONTHS[-1], MONTHS[-1])
            figure = figures[indicator.ref]
            met = sum(is_met for _, _, is_met in rows)
            considered = sum(is_considered for _, is_considered, _ in rows)
            if figure.absent is None and indicator.unit in ("percent", "count"):
                assert figure.numerator == met
            if figure.denominator is not None:
                assert figure.denominator == considered


def _shuffled(part, chance):
    order = list(range(len(part)))
    chance.shuffle(order)
    return _picked(part, order)


def _half(part, first):
    middle = len(part) // 2
    return _picked(part, list(range(len(part)))[:middle] if first else list(range(len(part)))[middle:])


def _picked(part, order):
    columns = {name: [values[n] for n in order] for name, values in part.columns.items()}
    return replace(part, columns=columns, sheets=[part.sheets[n] for n in order], rows=[part.rows[n] for n in order])


assert date(2019, 5, 3) == LAST
