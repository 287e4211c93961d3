"""The rounding, over every small whole and a good many larger ones."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild.auditor.rule import Rounding
from everychild.disclosure import rounding
from everychild.disclosure.rounding import percentage, tell, tell_met


def test_every_number_lies_where_it_is_told_to_and_no_small_one_can_be_told_from_its_neighbours() -> None:
    for number in range(2_000):
        told = tell(number)
        assert told.least <= number <= told.most
        assert told.most - told.least + 1 >= 5
        if number <= 7:
            assert told.text == "low"


def test_the_auditor_reads_the_same_range_from_what_is_shown() -> None:
    rule = Rounding.of(rounding.RULE)
    for number in range(2_000):
        told = tell(number)
        read = rule.range_of(told.text)
        assert (read.lowest, read.highest) == (told.least, told.most)


def test_less_than_nought_is_no_count() -> None:
    with pytest.raises(ValueError, match="nought or more"):
        tell(-1)


@given(st.integers(0, 400).flatmap(lambda considered: st.tuples(st.integers(0, considered), st.just(considered))))
def test_a_share_lies_where_it_is_told_to(counts: tuple[int, int]) -> None:
    met, considered = counts
    told, whole = tell_met(met, considered), tell(considered)
    assert told.least <= met <= told.most
    share = percentage(told, whole)
    if share is None:
        assert considered < rounding.SMALLEST_WHOLE + 3
        return
    exact = Fraction(100 * met, considered)
    assert share.least <= exact <= share.most
    if "more" in share.words:
        assert share.shown <= exact
    if "less" in share.words:
        assert share.shown >= exact


def test_few_left_over_are_hidden_as_a_small_count_is() -> None:
    for left in range(8):
        assert tell_met(100 - left, 100).text == "high"
    assert tell_met(92, 100).text == "90"


@pytest.mark.parametrize(
    ("met", "considered", "words"),
    [(30, 60, "about 50%"), (3, 60, "13% or less"), (58, 60, "87% or more"), (30, 47, None), (45, 48, "85% or more")],
)
def test_percentages_in_words(met: int, considered: int, words: str | None) -> None:
    found = percentage(tell_met(met, considered), tell(considered))
    assert (found.words if found else None) == words
