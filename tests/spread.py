"""Which tests one process takes together, where several share a run: a file whole, or all that is asked of one council.

What the fixtures of a file cost, or an invented council’s files, is then paid once.
"""

from __future__ import annotations

import re

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

LONGEST_FIRST = (
    "tests/journeys/",
    "tests/story/",
    "tests/northbrook/",
    "tests/web/",
    "tests/generative/",
    "tests/report/",
)
"""What takes longest is begun first, so that no process is left with it when the others are done."""

OF_ONE_COUNCIL = re.compile(r"^(tests/northbrook/).*\[(\d+ children, seed \d+)")
"""As tests/northbrook/conftest.py names the councils it writes."""


def how_soon(item: pytest.Item) -> int:
    named = (place for place, folder in enumerate(LONGEST_FIRST) if item.nodeid.startswith(folder))
    return next(named, len(LONGEST_FIRST))


class Together(LoadFileScheduling):
    def __init__(self, config: pytest.Config, log: Producer | None = None) -> None:
        config.option.loadscopereorder = False  # in the order above, not by how many tests there are
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        council = OF_ONE_COUNCIL.match(nodeid)
        return "".join(council.groups()) if council else super()._split_scope(nodeid)
