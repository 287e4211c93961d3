"""A fact of children at a month end has each child once, however untidy the records."""

from random import Random

import pytest

from everychild.facts import FACTS
from tests.generative.over_records import engine_over, extract_of
from tests.generative.random_records import random_rows

OF_CHILDREN = [fact for fact in FACTS if fact.is_of_each_child_once]


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_child_is_one_row_of_a_month_end(tmp_path, seed):
    """Rows that come twice, spells that overlap, two that began on one day."""
    with engine_over(tmp_path, extract_of(random_rows(Random(seed), children=12, rows=60))) as engine:
        engine.make_facts(OF_CHILDREN)
        more = [
            fact.name
            for fact in OF_CHILDREN
            if engine.connection.execute(
                f"select child_id from {fact.name} group by child_id, as_at having count(*) > 1"
            ).fetchall()
        ]
    assert len(OF_CHILDREN) > 15
    assert more == []
