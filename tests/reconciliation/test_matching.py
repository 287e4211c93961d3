"""Two sources’ tellings paired one to one, held against a slow way of doing it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from everychild.reconciliation.matching import NEAR, Telling, matched

FIRST = date(2025, 3, 1)


def tellings(source: int) -> st.SearchStrategy[list[Telling]]:
    each = st.tuples(st.sampled_from(["101", "102"]), st.integers(0, 40))
    return st.lists(each, max_size=8).map(
        lambda told: [
            Telling((child,), FIRST + timedelta(days), None, date(2025, 6, 1), source * 100 + number)
            for number, (child, days) in enumerate(told)
        ]
    )


def nearest_first(one: Sequence[Telling], other: Sequence[Telling]) -> list[int]:
    """The days apart of each pair, found by looking through everything that is left, again and again."""
    left, right, apart = list(one), list(other), []
    for days in range(NEAR + 1):
        while True:
            found = [
                (min(each.began, another.began), each, another)
                for each in left
                for another in right
                if each.alike == another.alike and abs((each.began - another.began).days) == days
            ]
            if not found:
                break
            _, each, another = min(found, key=lambda pair: (pair[0], pair[1].began, pair[1].source_id))
            left.remove(each)
            right.remove(another)
            apart.append(days)
    return apart


@given(tellings(1), tellings(2))
def test_the_nearest_are_paired_first_and_each_telling_once(one: list[Telling], other: list[Telling]) -> None:
    found = matched(one, other)

    paired = [telling.source_id for pair in found.pairs for telling in (pair.one, pair.other)]
    alone = [telling.source_id for telling in (*found.one_alone, *found.other_alone)]
    assert sorted(paired + alone) == sorted(telling.source_id for telling in (*one, *other))
    assert sorted(abs(pair.days_apart) for pair in found.pairs) == nearest_first(one, other)
    for left in found.one_alone:
        for right in found.other_alone:
            assert left.alike != right.alike or abs((left.began - right.began).days) > NEAR


@given(tellings(1), tellings(2))
def test_it_is_the_same_whichever_source_is_asked_first(one: list[Telling], other: list[Telling]) -> None:
    there, back = matched(one, other), matched(other, one)

    def days(pairs: Sequence[tuple[Telling, Telling]]) -> list[tuple[object, ...]]:
        return sorted((left.alike, left.began, right.began) for left, right in pairs)

    assert days([(pair.one, pair.other) for pair in there.pairs]) == days(
        [(pair.other, pair.one) for pair in back.pairs]
    )
    assert {telling.source_id for telling in there.one_alone} == {telling.source_id for telling in back.other_alone}
