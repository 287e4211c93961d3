"""How far back an indicator sees, and which will see less once records are deleted."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from everychild.calendar import Month
from everychild.catalogue import CATALOGUE
from everychild.facts import FACTS
from everychild.store.seen_back import cut_short, see_less
from everychild.store.supply import KeptList

BY_REF = {indicator.ref: indicator for indicator in CATALOGUE}
EVER, TWO_YEARS, NO_PAST = BY_REF["CP15"], BY_REF["CP16"], BY_REF["CP17"]
PLANS = "child_protection_plan"
MAY = Month(2022, 5)


def a_list(
    taken: date, since: date, columns: frozenset[str] = frozenset({"started_on"}), record: str = PLANS
) -> KeptList:
    return KeptList(
        extract_no=taken.toordinal(),
        extracted_on=taken,
        record=record,
        feed="plans",
        rank=1,
        covers_from=since,
        covers_to=taken,
        supplies_from=since,
        one_per_child=False,
        proves_only=False,
        rows=3,
        path=f"{taken}/plans.parquet",
        sha256="0" * 64,
        columns=columns,
    )


def lists(first: Month, last: Month) -> list[KeptList]:
    """One a month, each of six months."""
    return [
        a_list((month + 1).first_day + timedelta(days=2), (month - 5).first_day)
        for month in (first + each for each in range(last.index - first.index + 1))
    ]


def test_what_looks_back_further_than_records_are_held_is_named_with_the_first_day_it_sees() -> None:
    kept = lists(Month(2019, 4), MAY)
    assert cut_short((EVER, TWO_YEARS, NO_PAST), kept, MAY) == {"CP15": date(2018, 11, 1)}
    assert cut_short((EVER, TWO_YEARS, NO_PAST), kept[-12:], MAY) == {
        "CP15": date(2021, 1, 1),
        "CP16": date(2021, 1, 1),
    }


def test_what_the_case_system_tells_of_itself_is_not_looked_for_in_older_records() -> None:
    """A plan’s own number of earlier plans makes a repeat one known, and not when the earlier one ended."""
    told = a_list(date(2022, 6, 3), date(2021, 12, 1), frozenset({"started_on", "earlier_plans"}))
    assert cut_short((EVER, TWO_YEARS), [told], MAY) == {"CP16": date(2021, 12, 1)}


def test_a_record_that_was_never_supplied_is_another_thing() -> None:
    assert cut_short((EVER, TWO_YEARS), [a_list(date(2022, 6, 3), date(2021, 12, 1), record="referral")], MAY) == {}
    assert see_less((EVER, TWO_YEARS), [], [], MAY) == ()


def test_what_will_see_less_is_named_and_what_sees_as_much_as_it_looks_for_is_not() -> None:
    """Of a trend of 25 months the first looks back two years more: to May 2018."""
    now = lists(Month(2016, 1), MAY)
    then = [item for item in now if item.extracted_on >= date(2018, 11, 1)]  # the first of them reaches 1 May 2018
    assert [one.indicator.ref for one in see_less((EVER, TWO_YEARS, NO_PAST), now, then, MAY)] == ["CP15"]
    fewer = [item for item in now if item.extracted_on >= date(2018, 12, 1)]
    told = see_less((EVER, TWO_YEARS, NO_PAST), now, fewer, MAY)
    assert [(one.indicator.ref, one.now_from, one.then_from) for one in told] == [
        ("CP15", date(2015, 8, 1), date(2018, 6, 1)),
        ("CP16", date(2015, 8, 1), date(2018, 6, 1)),
    ]


@given(st.integers(min_value=1, max_value=60), st.integers(min_value=0, max_value=59))
def test_nothing_that_is_deleted_lets_anything_see_further(held: int, going: int) -> None:
    now = lists(MAY - (held - 1), MAY)
    then = now[min(going, held - 1) :]
    before, after = (cut_short(CATALOGUE, kept, MAY) for kept in (now, then))
    assert set(before) <= set(after)
    assert all(after[ref] >= day for ref, day in before.items())
    less = {one.indicator.ref for one in see_less(CATALOGUE, now, then, MAY)}
    assert {ref for ref in after if after[ref] != before.get(ref)} <= less


TELLS_OF_A_PAST = re.compile(
    r"\bbefore\b|\bin the last 12 months|looked back|since September|for two years\b|12 months$"
)
OF_THE_ROW_ITSELF = {
    "CareLeaverAtMonthEnd.birthday",
    "CareStarted.is_return",
    "ChildInCareAtMonthEnd.dental_check_up_to_date",
    "ChildInCareAtMonthEnd.health_assessment_up_to_date",
    "ChildInCareAtMonthEnd.placements_in_year",
    "ChildOnPlanAtMonthEnd.open_two_years",
    "FosteringHouseholdAtMonthEnd.reviewed_in_time",
    "FosteringHouseholdAtMonthEnd.visited_unannounced",
    "PlacementMove.unplanned",
}
"""Told by a day in the row or in the one that ended as it began, or by the case system’s own word for it."""


def test_a_column_that_tells_of_a_past_says_how_far_it_looks() -> None:
    """So that a figure which would change with the records held cannot be forgotten here."""
    silent = {
        f"{type(fact).__name__}.{column.name}"
        for fact in FACTS
        for column in fact.columns
        if TELLS_OF_A_PAST.search(column.meaning) and not column.looks_back and not column.sees_back
    }
    assert silent == OF_THE_ROW_ITSELF
