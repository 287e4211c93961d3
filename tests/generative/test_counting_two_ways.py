"""Every indicator, window and group, counted by the engine and by plain Python, on records nobody thought of."""

from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from everychild.catalogue import BY_REF, CATALOGUE
from everychild.catalogue.indicator import Children, Indicator, Mean, Mix, Proportion, Total, Unit
from everychild.facts.child_protection.plans import ChildOnPlanAtMonthEnd
from everychild.facts.child_protection.visits import visit_gaps
from tests.generative.over_records import compare, engine_over, every_rule, extract_of
from tests.generative.random_records import random_rows

SEEDS = range(3)
EVERY_RULE = {indicator.key: indicator for indicator in every_rule(CATALOGUE)}


def trials() -> tuple[Indicator, ...]:
    """Every way of counting there is, whether or not the catalogue uses it today."""
    of = BY_REF["CP21"].of
    assert isinstance(of, ChildOnPlanAtMonthEnd)
    missing = BY_REF["MS01"]
    gaps = BY_REF["CP25"]
    return (
        replace(missing, ref="X1", measure=Children(), other_rules=()),
        replace(missing, ref="X2", measure=Mix(by=missing.breakdowns[-1]), other_rules=()),
        replace(gaps, ref="X3", measure=Total(of=visit_gaps.working_days_between), other_rules=()),
        replace(BY_REF["CP12"], ref="X4", measure=Proportion(of.working_days_since_seen, of.working_days_on_plan)),
        replace(BY_REF["CP12"], ref="X5", measure=Mix(by=of.breakdowns[1])),
        replace(gaps, ref="X6", measure=Mean(visit_gaps.working_days_between, Unit.WEEKS), other_rules=()),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_the_engine_and_plain_python_count_the_same(tmp_path, seed):
    """Numerators, denominators, medians; every window, month, group and rule."""
    indicators = every_rule((*CATALOGUE, *trials()))
    with engine_over(tmp_path, extract_of(random_rows(Random(seed)))) as engine:
        for indicator in indicators:
            assert engine.supplied(indicator), f"{indicator.key} is supplied in no month of the test"
        compared = compare(engine, indicators)
    print(f"compared {compared:,} figures")
    assert compared > 10_000


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False), st.sets(st.sampled_from(list(EVERY_RULE)), min_size=1, max_size=6))
def test_records_that_hypothesis_makes_are_counted_the_same(chance, keys):
    """Fewer rows and indicators, so that what fails is made small enough to read."""
    indicators = [EVERY_RULE[key] for key in sorted(keys)]
    with TemporaryDirectory() as place:
        records = {table.name for indicator in indicators for table in indicator.needs}
        rows = extract_of(random_rows(chance, children=3, rows=6, only=records | {"child"}))
        with engine_over(Path(place), rows) as engine:
            compare(engine, indicators)
