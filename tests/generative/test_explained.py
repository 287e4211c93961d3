"""Why a child is in a figure, read in plain Python, is how the figure was counted in SQL: every row of every indicator."""

from random import Random

import pytest

from everychild.catalogue import CATALOGUE
from everychild.measure.lineage import Part, part_of
from everychild.measure.verdict import verdict, why
from tests.generative.over_records import MONTHS, engine_over, every_rule, extract_of
from tests.generative.random_records import random_rows

LAST = MONTHS[-1]


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    with engine_over(tmp_path_factory.mktemp("explained"), extract_of(random_rows(Random(11), children=30))) as running:
        yield running


def test_the_verdict_is_the_calculation_for_every_row(engine):
    """By every rule of every indicator, in every month; all three parts are met with."""
    parts = dict.fromkeys(Part, 0)
    for indicator in every_rule(CATALOGUE):
        for month in MONTHS:
            for behind, row in engine.rows_in_full(indicator, month):
                counted = part_of(is_considered=behind.is_considered, is_met=behind.is_met)
                assert verdict(indicator, row, engine.clocks) is counted, (indicator.key, row)
                parts[counted] += 1
    print(parts)
    assert min(parts.values()) > 200


def test_the_sentence_says_what_the_verdict_is(engine):
    """In it: “Counted”. Under its line: “Counted, but”. Left out: “Not counted, because”, and only what decides it."""
    for indicator in CATALOGUE:
        for month in MONTHS[-6:]:
            for behind, row in engine.rows_in_full(indicator, month):
                said = why(indicator, row, engine.clocks)
                counted = part_of(is_considered=behind.is_considered, is_met=behind.is_met)
                assert said.startswith("Not counted, because ") == (counted is Part.EXCLUDED), said
                assert said.startswith("Counted, but ") == (counted is Part.DENOMINATOR), said
                assert ", or is not known" not in said, said
                assert "or that is not known" not in said, said


def test_one_child_has_that_child_s_rows_and_no_others(engine):
    """And all children’s rows together are the figure’s."""
    for indicator in CATALOGUE[:60]:
        whole = [behind for behind, _ in engine.rows_in_full(indicator, LAST)]
        assert whole == engine.rows_behind(indicator, LAST, LAST)
        for child in sorted({behind.child_id for behind in whole if behind.child_id})[:3]:
            own = [behind for behind, _ in engine.rows_in_full(indicator, LAST, child)]
            assert own == [behind for behind in whole if behind.child_id == child]


def test_a_number_no_record_knows_is_told_from_a_child_with_nothing_to_count(engine):
    """The first is a slip of the pen."""
    known = engine.connection.execute("select child_id from child limit 1").fetchall()[0][0]
    assert engine.knows_child(known)
    assert not engine.knows_child("nobody")
