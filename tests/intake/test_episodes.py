"""Episodes of care joined: each rule by a few rows, and any rows against a plain reading of the rule."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.intake.episodes import (
    Episode,
    Told,
    begun_before,
    broken_off,
    is_open,
    legal_statuses_of,
    placements_of,
    same_carer,
    times_in_care,
    told_last,
)


def episodes(text: str, file: int = 0) -> list[Episode]:
    """Rows of: child, start, why it began, legal status, placement type, postcode, end, why it ended; "-" is nothing."""
    made = []
    for row, line in enumerate(filter(str.strip, text.splitlines()), 2):
        child, began, why, status, kind, postcode, ended, reason = (
            None if cell == "-" else cell for cell in line.split()
        )
        assert child
        assert began
        made.append(
            Episode(
                Told(file, 0, row),
                child,
                date.fromisoformat(began),
                date.fromisoformat(ended) if ended else None,
                reason_started=why,
                legal_status=status,
                placement_type=kind,
                postcode=postcode,
                reason_ended=reason,
            )
        )
    return made


def spells(found: Any) -> list[tuple[str, str]]:
    """When each began and ended, in few words."""
    return [(str(spell[0].started_on), str(spell[-1].ended_on or "open")) for spell in found]


MOVED_TWICE = """
    C1  2017-05-02  S  V2  U6  A  2017-08-01  X1
    C1  2017-08-01  L  C1  U6  A  2017-11-20  X1
    C1  2017-11-20  P  C1  K2  B  -           -
"""


def test_episodes_that_follow_one_another_are_one_time_in_care() -> None:
    """Three rows, one child in care since May."""
    (care,) = times_in_care(episodes(MOVED_TWICE))
    assert spells([care]) == [("2017-05-02", "open")]
    assert spells(placements_of(care)) == [("2017-05-02", "2017-11-20"), ("2017-11-20", "open")]
    assert spells(legal_statuses_of(care)) == [("2017-05-02", "2017-08-01"), ("2017-08-01", "open")]


def test_an_open_episode_that_carries_x1_is_open() -> None:
    """Three in four open rows of a published set of test files carry it."""
    (care,) = times_in_care(episodes("C1 2017-05-02 S V2 U6 A - X1"))
    assert is_open(care)
    assert broken_off([care]) == []


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ("C1 2017-08-01 S V2 U6 A - -", "began anew"),
        ("C1 2017-08-03 P V2 U6 A - -", "two days between"),
        ("C1 2017-08-01 P V4 U6 A - -", "an agreed short break"),
    ],
)
def test_care_that_ended_has_ended(second: str, why: str) -> None:
    """S begins anew; a gap is a gap; agreed short breaks are counted nowhere."""
    found = times_in_care(episodes(f"C1 2017-05-02 S V2 U6 A 2017-08-01 X1\n{second}"))
    assert spells(found) == [("2017-05-02", "2017-08-01"), (second.split()[1], "open")], why


def test_a_reason_other_than_x1_ends_care() -> None:
    """Home on the day and back on the day is two times in care."""
    found = times_in_care(episodes("C1 2017-05-02 S V2 U6 A 2017-08-01 E4A\nC1 2017-08-01 S V2 U6 A - -"))
    assert spells(found) == [("2017-05-02", "2017-08-01"), ("2017-08-01", "open")]


def test_last_year_s_open_episode_comes_again_with_its_end() -> None:
    """The newer file’s telling stands, whichever was read first."""
    older = episodes("C1 2017-05-02 S V2 U6 A - X1", file=1)
    newer = episodes("C1 2017-05-02 S V2 U6 A 2018-06-01 X1\nC1 2018-06-01 P V2 K2 B - -", file=0)
    (care,) = times_in_care(told_last([*newer, *older], [date(2018, 6, 1), date(2017, 5, 2)]))
    assert spells([care]) == [("2017-05-02", "open")]
    assert [each.told.file for each in care] == [0, 0]


def test_an_open_episode_ends_where_the_next_begins() -> None:
    """A child is in one place at a time."""
    (care,) = times_in_care(episodes("C1 2017-05-02 S V2 U6 A - X1\nC1 2017-06-01 P V2 K2 B - -"))
    assert spells(placements_of(care)) == [("2017-05-02", "2017-06-01"), ("2017-06-01", "open")]


def test_what_the_rows_leave_open_is_asked_about() -> None:
    """Care that began before the first row; care that X1 says goes on, and does not."""
    care = times_in_care(episodes("C1 2017-05-02 P V2 U6 A 2017-08-01 X1\nC2 2017-05-02 S V2 U6 A 2017-08-01 E4A"))
    assert [spell[0].child_id for spell in begun_before(care)] == ["C1"]
    assert [spell[0].child_id for spell in broken_off(care)] == ["C1"]


def test_the_carer_before_a_temporary_stay_is_the_same_carer() -> None:
    """In hospital and back is no move; nor is a new name for the same home (T, U)."""
    (care,) = times_in_care(
        episodes(
            """
            C1 2017-05-02 S V2 U6 A 2017-06-01 X1
            C1 2017-06-01 P V2 T1 H 2017-06-05 X1
            C1 2017-06-05 P V2 U6 A 2017-07-01 X1
            C1 2017-07-01 T V2 U4 A 2017-08-01 X1
            C1 2017-08-01 P V2 K2 B - -
            """
        )
    )
    assert list(same_carer(placements_of(care))) == [None, False, True, True, False]


days = st.integers(0, 60).map(lambda number: date(2018, 1, 1) + timedelta(days=number))


@st.composite
def any_episodes(draw: st.DrawFn) -> list[Episode]:
    made = []
    for row in range(draw(st.integers(1, 12))):
        began = draw(days)
        made.append(
            Episode(
                Told(draw(st.integers(0, 2)), 0, row),
                draw(st.sampled_from(["C1", "C2"])),
                began,
                draw(st.none() | st.integers(1, 20).map(lambda more, began=began: began + timedelta(days=more))),
                reason_started=draw(st.sampled_from(["S", "L", "P", "T", None])),
                reason_ended=draw(st.sampled_from(["X1", "E4A", None])),
                legal_status=draw(st.sampled_from(["V2", "C2", "V4"])),
                placement_type=draw(st.sampled_from(["U6", "K2", "T1"])),
            )
        )
    return made


def plainly(found: list[Episode], taken: list[date]) -> list[tuple[str, date, date | None]]:
    """The rule day by day for one child after another, with none of the machinery: begin, go on, or end."""
    times: list[tuple[str, date, date | None]] = []
    for child in sorted({each.child_id for each in found}):
        by_day: dict[date, Episode] = {}
        for each in found:
            known = by_day.get(each.started_on) if each.child_id == child else each
            newness = (taken[each.told.file], each.ended_on is not None)
            if each.child_id == child and (
                known is None or newness >= (taken[known.told.file], known.ended_on is not None)
            ):
                by_day[each.started_on] = each
        began: date | None = None
        for day in sorted(by_day):
            one = by_day[day]
            after = by_day.get(min((later for later in by_day if later > day), default=date.max))
            began = began or day
            ended, reason = one.ended_on, one.reason_ended
            if after and ended is None:
                ended, reason = after.started_on, "X1"
            elif after and ended is not None and ended > after.started_on:
                ended = after.started_on
            short = [each.legal_status == "V4" for each in (one, after) if each]
            goes_on = (
                after is not None
                and after.started_on == ended
                and reason in ("X1", None)
                and after.reason_started != "S"
                and short[0] == short[1]
            )
            if not goes_on:
                times.append((child, began, ended))
                began = None
    return times


@settings(max_examples=300, deadline=None)
@given(any_episodes(), st.lists(days, min_size=3, max_size=3))
def test_any_episodes_are_joined_as_the_rule_reads(found: list[Episode], taken: list[date]) -> None:
    """Two ways must agree; and every placement and status lies inside its time in care, end to end."""
    joined = times_in_care(told_last(found, taken))
    assert [(spell[0].child_id, spell[0].started_on, spell[-1].ended_on) for spell in joined] == plainly(found, taken)
    for care in joined:
        for parts in (placements_of(care), legal_statuses_of(care)):
            assert [each for part in parts for each in part] == list(care)
            assert all(one[-1].ended_on == after[0].started_on for one, after in pairwise(parts))
