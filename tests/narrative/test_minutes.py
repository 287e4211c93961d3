"""Lines taken from pasted minutes: which of them ask for something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild.narrative.minutes import lines_of

MINUTES = """8. CHILDREN'S SERVICES PERFORMANCE INDICATORS

The Committee considered a report which set out the dashboard.

During the discussion of the item, Members raised the following points:

• What were the reasons for the low figure? Officers stated that two posts
  had been empty, and that both were now filled;
• Members asked for comparisons with other councils in the next report;
• The number of visits was noted.

RESOLVED That:

1)  the report be noted;
2)  an explanation of each target be circulated to Members.
"""


def test_numbered_and_bulleted_parts_are_lines_and_broken_lines_are_joined() -> None:
    told = [line.words for line in lines_of(MINUTES)]
    assert told[0] == "CHILDREN'S SERVICES PERFORMANCE INDICATORS"
    assert (
        "What were the reasons for the low figure? Officers stated that two posts had been empty, and that both were now filled;"
        in told
    )
    assert "an explanation of each target be circulated to Members." in told
    assert len(told) == 9


def test_what_asks_for_something_is_told_from_what_does_not() -> None:
    asks = {line.words for line in lines_of(MINUTES) if line.asks}
    assert "Members asked for comparisons with other councils in the next report;" in asks
    assert "an explanation of each target be circulated to Members." in asks
    assert "The number of visits was noted." not in asks
    assert "RESOLVED That:" not in asks, "it only leads on to the lines under it"
    assert "The Committee considered a report which set out the dashboard." not in asks


@pytest.mark.parametrize(
    "line",
    [
        "It was requested that a breakdown by team be included.",
        "Councillor Hill would like to see the trend over three years.",
        "The Committee recommends that Cabinet reviews the target.",
        "Action: Head of Service to report back in September.",
        "Officers to provide the number of foster carers.",
        "The Director agreed that this would be brought to the next meeting, to be reported in full.",
    ],
)
def test_the_ways_minutes_ask(line: str) -> None:
    (found,) = lines_of(line)
    assert found.asks


@given(st.text())
def test_nothing_is_told_that_the_minutes_do_not_say_and_in_their_order(minutes: str) -> None:
    kept = "".join("".join(line.words for line in lines_of(minutes)).split())
    whole = "".join(minutes.split())
    left = iter(whole)
    assert all(letter in left for letter in kept)


def test_nothing_pasted_is_no_line() -> None:
    assert lines_of(" \n\r\n\t\n") == ()
