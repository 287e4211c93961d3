"""What lies ahead and what came late: every digit bound, every number told again by the name it is bound to."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.calendar import Month
from everychild.judgement.decisions import Decision, FlagDecision
from everychild.judgement.the_list import moves
from everychild.measure.due import Ahead, Looking
from everychild.measure.late import Counted, FirstTold, recording_lag
from everychild.narrative.ahead import ahead_in_words, number_ahead
from everychild.narrative.bound import Bound, BoundNumber, Quantity
from everychild.narrative.draft import Draft, rebound
from everychild.narrative.late import late_in_words, late_without_numbers, number_told
from everychild.narrative.the_list import decision_sentence, earlier_sentence, left_sentence
from everychild.report.work import Work, work_told
from tests.narrative.editions import each_flagged
from tests.report.lively import lively

KNOWN, FIRST, LAST = date(2019, 5, 3), date(2019, 5, 1), date(2019, 5, 28)
TIMED = [item for item in lively().indicators if item.clock is not None and item.value is not None]
few = st.integers(0, 40)


def aheads(ref: str) -> st.SearchStrategy[Ahead]:
    return st.builds(
        Ahead, st.just(ref), st.sampled_from(Looking), st.sampled_from([FIRST, date(2018, 12, 20), date(2019, 4, 30)]),
        st.just(LAST), st.just(KNOWN), few, few, few, st.none() | few,
    )  # fmt: skip


counted = st.builds(lambda met, more: Counted(met, met + more), few, few)
tellings = st.builds(
    FirstTold, st.just("X"), st.sampled_from([Month(2019, 4) - n for n in range(5)]), st.just(date(2019, 4, 3)),
    st.just(KNOWN), counted, counted, counted, st.none() | counted, few, few, few,
)  # fmt: skip


def is_bound(told: Bound) -> bool:
    return not re.search(r"\d", told.stripped())


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_every_number_ahead_is_bound_and_told_again(data):
    item = data.draw(st.sampled_from(TIMED))
    ahead = data.draw(aheads(item.ref))

    for with_numbers in (True, False):
        for told in ahead_in_words(item, ahead, with_numbers=with_numbers).sentences:
            assert is_bound(told), str(told)
            for number in told.numbers:
                if number.source.quantity is Quantity.AHEAD:
                    again = number_ahead(item, ahead, number.source.detail)
                    assert (again.text.lower(), again.exact) == (number.text.lower(), number.exact)


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_every_number_of_what_came_late_is_bound_and_told_again(data):
    item = data.draw(st.sampled_from(TIMED))
    months = [
        replace(told, ref=item.ref) for told in data.draw(st.lists(tellings, max_size=4, unique_by=lambda t: t.month))
    ]
    by_month = {told.month: told for told in months}
    lags = [recording_lag("visit", data.draw(st.lists(st.none() | few, max_size=20)))]

    for told in (*late_in_words(item, months, lags), *late_without_numbers(months)):
        assert is_bound(told), str(told)
        for number in told.numbers:
            if number.source.quantity is Quantity.FIRST_TOLD and number.source.detail != "unchanged":
                assert number_told(item, by_month[number.source.month], number.source.detail) == number


def test_what_left_the_list_and_what_people_decided_is_bound():
    """Reasons and names somebody typed may hold digits: they are theirs, and bound to the decision."""
    edition = lively()
    then = tuple(replace(item, is_flagged=True, points=3) for item in edition.indicators if item.value is not None)
    for left in moves(tuple(replace(item, is_flagged=False) for item in then), then).left:
        assert is_bound(left_sentence(left)), str(left_sentence(left))
    decided = FlagDecision("a", Decision.REMOVED, "Team 4", "Grade 12", "2 teams.", datetime(2019, 5, 8, tzinfo=UTC), 1)
    assert is_bound(decision_sentence(decided))
    assert is_bound(earlier_sentence(decided))
    assert str(decision_sentence(decided)) == "Taken off the list by Team 4, Grade 12, on 8 May 2019: 2 teams."


@pytest.mark.parametrize("edition", [lively(), each_flagged(lively())], ids=["lively", "every area flagged"])
@pytest.mark.parametrize("is_known", [True, False], ids=["with its records", "with nothing known of its records"])
def test_an_area_is_told_with_each_part_or_why_not_and_every_digit_is_bound(edition, is_known):
    """What moved it, what came late and what lies ahead, of the first indicator of every area of the paper."""
    refs = [item.ref for area in edition.areas for item in area.judged] if is_known else []
    work = Work(
        ahead={ref: Ahead(ref, Looking.DUE, FIRST, LAST, KNOWN, 20, 30, 40) for ref in refs},
        first_told={
            ref: [FirstTold(ref, Month(2019, 3), date(2019, 4, 3), KNOWN, Counted(50, 90), Counted(60, 90),
                            Counted(70, 90), Counted(70, 90), 10, 10, 0)] for ref in refs
        },
    )  # fmt: skip
    told = work_told(edition, work)

    for area in edition.areas:
        parts = told[area.judged[0].ref]
        assert [name for name in ("what moved it. ", "late recording. ", "four weeks. ") if not any(
            name in str(part) for part in parts
        )] == []  # fmt: skip
        for part in parts:
            assert is_bound(part), str(part)


def test_what_was_counted_from_records_is_stale_over_another_edition():
    """Its numbers are left as they were, and somebody is told that they have to be told again."""
    edition = lively()
    item = next(item for item in TIMED if item.target is not None)
    told = ahead_in_words(item, Ahead(item.ref, Looking.DUE, FIRST, LAST, KNOWN, 20, 30, 40)).comes_to
    draft = Draft("another", edition.as_at, (told,))

    found = rebound(draft, edition)
    assert str(found.draft.paragraphs[0]) == str(told)
    assert "has to be told again" in " ".join(found.stale[0].because)
    assert rebound(replace(draft, edition=edition.fingerprint), edition).stale == ()
    assert isinstance(told.numbers[0], BoundNumber)
