"""The rows behind a figure always add up to it: every indicator, rule and group, the month and twelve of them."""

from random import Random

import pytest

from everychild.catalogue import CATALOGUE
from everychild.measure.figure import Absent, Window
from everychild.measure.lineage import Within
from tests.generative.over_records import MONTHS, engine_over, every_rule, extract_of, figures_of
from tests.generative.random_records import random_rows

LAST = MONTHS[-1]


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    with engine_over(tmp_path_factory.mktemp("behind"), extract_of(random_rows(Random(3), children=20))) as running:
        yield running


@pytest.fixture(scope="module")
def told(engine):
    return figures_of(engine, every_rule(CATALOGUE))


@pytest.mark.parametrize("window", [Window.MONTH, Window.AS_AT, Window.ROLLING_12])
def test_the_rows_add_up(engine, told, window):
    """Numerator and denominator, for all children and for every group of every breakdown."""
    checked = 0
    for indicator in every_rule(CATALOGUE):
        kinds = {breakdown.name: breakdown for breakdown in indicator.breakdowns}
        for (held, month, by, group), figure in told[indicator.key].items():
            if held is not window or month != LAST or figure.absent is Absent.NOT_SUPPLIED:
                continue
            if window is Window.ROLLING_12 and by is not None:
                continue
            first = LAST - 11 if window is Window.ROLLING_12 else LAST
            within = Within(kinds[by], group) if by else None
            rows = engine.rows_behind(indicator, first, LAST, within)
            checked += 1
            if figure.denominator is None and figure.absent is None:
                assert sum(row.numerator for row in rows) == figure.numerator, (indicator.key, by, group)
                continue
            whole = sum(row.denominator or 0 for row in rows)
            if figure.absent is Absent.NO_CASES:
                assert whole == 0, (indicator.key, by, group)
            else:
                added = (sum(row.numerator for row in rows), whole)
                assert added == (figure.numerator, figure.denominator), (indicator.key, by, group)
    print(f"{checked:,} figures opened")
    assert checked > 10


def test_a_worker_has_the_rows_of_that_worker(engine, told):
    """Worked out when asked, for every indicator; the workers add up to the whole where nothing is counted twice."""
    from everychild.facts import WORKER

    for indicator in CATALOGUE:
        figures = list(engine.by_breakdown(indicator, WORKER, LAST))
        window = Window.AS_AT if indicator.is_at_month_end else Window.MONTH
        whole = told[indicator.key][window, LAST, None, None]
        if whole.absent is None and indicator.adds_up:
            assert sum(figure.numerator for figure in figures) == whole.numerator, indicator.key
        if whole.absent is None and indicator.is_average:
            assert sum(figure.denominator for figure in figures) == whole.denominator, indicator.key
