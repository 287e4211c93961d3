"""For Locust: one of the demonstration’s people, who reads a page for some seconds and then opens another."""

from __future__ import annotations

import os
from random import choice, choices
from typing import Any

from locust import HttpUser, between, events, task

from bench.rounds import ROUNDS, sign_in

WEIGHTS = {"tess": 16, "hana": 8, "sam": 4, "dana": 4, "devi": 4, "carl": 10, "ada": 2, "olu": 2}
"""Of fifty: managers and councillors are many, the rest few."""


class Reader(HttpUser):
    """Two to eight seconds go by between one click and the next."""

    wait_time = between(2, 8)

    def on_start(self) -> None:
        (self.name,) = choices(list(WEIGHTS), list(WEIGHTS.values()))
        sign_in(self.client, self.host, self.name)

    @task
    def opens_a_page(self) -> None:
        self.client.get(choice(ROUNDS[self.name]))


@events.quitting.add_listener
def judged(environment: Any, **_: Any) -> None:  # Any: Locust’s own
    """The clicks alone: signing in is told beside them."""
    clicks = [one for (name, _method), one in environment.stats.entries.items() if name != "/sign-in/"]
    failed = sum(one.num_failures for one in clicks)
    asked = sum(one.num_requests for one in clicks)
    times: dict[int, int] = {}
    for one in clicks:
        for milliseconds, how_many in one.response_times.items():
            times[milliseconds] = times.get(milliseconds, 0) + how_many
    slow = _percentile(times, 0.95)
    print(f"{asked:,} clicks, {failed} errors; half within {_percentile(times, 0.5):,} ms, 95% within {slow:,} ms.")
    too_slow = slow >= 1000 * float(os.environ["EVERYCHILD_SLOWEST"])
    environment.process_exit_code = 1 if failed or too_slow or not asked else 0


def _percentile(times: dict[int, int], share: float) -> int:
    """By Locust’s rounded times: the least within which this share was answered."""
    left = share * sum(times.values())
    for milliseconds in sorted(times):
        left -= times[milliseconds]
        if left <= 0:
            return milliseconds
    return 0
