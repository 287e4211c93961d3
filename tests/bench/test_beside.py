"""What an analyst would write instead comes to the same figures: else the bench would time different questions."""

from __future__ import annotations

from random import Random
from types import ModuleType

import pytest
from bench.beside import in_sqlite, ours, query_by_query
from bench.beside.agreement import held_against
from bench.beside.figures import THE_MONTH, Place, Whole

from tests.generative.over_records import engine_over, extract_of
from tests.generative.random_records import random_rows

MONTH = 24_000


@pytest.fixture(scope="module", params=[1, 2])
def both(request, tmp_path_factory):
    """A made-up council’s records handed over, and our figures of them."""
    folder = tmp_path_factory.mktemp("records")
    rows = random_rows(Random(request.param), children=12, rows=60)
    with engine_over(folder / "home", extract_of(rows)) as engine:
        yield ours.hand_over(engine, folder), ours.asked_of_all(ours.counted(engine))


def agrees(way: ModuleType, both) -> bool:
    given, expected = both
    ready = way.ready(given)
    found = held_against(expected, way.counted(ready, given))
    way.done(ready)
    assert not found.differ
    return found.agree > 500


def test_sqlite_agrees(both):
    assert agrees(in_sqlite, both)


def test_a_query_for_each_indicator_and_month_agrees(both):
    assert agrees(query_by_query, both)


def test_pandas_agrees(both):
    pytest.importorskip("pandas", reason="NOT RUN: pandas is not installed (uv sync --group bench)")
    from bench.beside import in_pandas

    assert agrees(in_pandas, both)


def test_what_differs_is_told_and_what_was_not_supplied_is_not_held_against_anybody():
    contacts, referrals, assessments, nobody = (
        Place(ref, THE_MONTH, MONTH, None) for ref in ("FD01", "FD06", "AS02", "CC01")
    )
    expected = {contacts: Whole(3, 3), referrals: Whole(2, 2), assessments: None, nobody: Whole(0, 0)}
    found = held_against(expected, {contacts: Whole(3, 3), referrals: Whole(1, 1), assessments: Whole(4, 5)})
    assert found.agree == 2
    assert found.differ == ((referrals, Whole(2, 2), Whole(1, 1)),)
    assert found.told_though_not_supplied == 1
