"""How long a sign-in lasts, by a clock of our own."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from everychild.store.home import Home
from everychild.web import timing
from everychild.web.timing import Over
from tests.web.staff import staffed

IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=8)
MORNING = datetime(2019, 5, 7, 9, tzinfo=UTC)


def test_pages_are_closed_after_half_an_hour_without_one_and_at_the_end_of_the_day(home: Home, tmp_path: Path) -> None:
    """As the whole of the pages answers: the next one leads to signing in, and says why."""
    place = staffed(home, tmp_path / "home")
    told = subprocess.run(
        [sys.executable, "-m", "tests.web.by_the_clock", str(place.path)], check=True, capture_output=True, text=True
    )
    answers = json.loads(told.stdout)
    assert [[minute, status] for minute, status, _ in answers["idle"]] == [[0, 200], [29, 200], [58, 200], [89, 302]]
    assert answers["idle"][-1][2] == "/sign-in/?next=%2Ftargets%2F&over=idle"
    assert "no page was opened for a while" in answers["idle again"]
    assert [status for _, status, _ in answers["long"]] == [200] * 24 + [302]
    assert answers["long"][-1][::2] == [480, "/sign-in/?next=%2Ftargets%2F&over=long"]
    assert "end of a long day" in answers["long again"]


@given(st.lists(st.integers(min_value=1, max_value=3_000), max_size=40))
def test_a_sign_in_lasts_while_no_gap_is_idle_and_the_day_is_not_over(seconds: list[int]) -> None:
    """Held to the plainest telling of it. What was seen is written down once a minute, so a gap may seem longer by one."""
    session: dict[str, str] = {}
    timing.begin(session, MORNING)
    now = last = MORNING
    for gap in seconds:
        now += timedelta(seconds=gap)
        found = timing.look(session, now, IDLE, LONGEST)
        if now - MORNING >= LONGEST:
            assert found is Over.LONG
            return
        if now - last >= IDLE:
            assert found is Over.IDLE
            return
        if found is Over.IDLE:
            assert now - last > IDLE - timing.SEEN_AGAIN_AFTER
            return
        assert found is None
        last = now


def test_a_session_whose_beginning_is_not_known_is_over() -> None:
    assert timing.look({}, MORNING, IDLE, LONGEST) is Over.LONG
