"""Files made to hurt whoever opens them are refused by name, in five seconds of a processor and two gigabytes."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from tests.intake.bombs import BOMBS, Bomb
from tests.intake.opened import opened

SECONDS, KILOBYTES = 5, 2 * 1024**2


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[ProcessPoolExecutor]:
    """A process of its own: this one may have grown large by the tests before, and would be measured with them."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        yield pool


def test_there_are_more_than_twenty_kinds() -> None:
    assert len({bomb.name for bomb in BOMBS}) == len(BOMBS) >= 20


@pytest.mark.parametrize("bomb", [pytest.param(bomb, id=bomb.name) for bomb in BOMBS])
def test_a_bomb_is_refused_before_it_hurts(bomb: Bomb, elsewhere: ProcessPoolExecutor, tmp_path: Path) -> None:
    path = tmp_path / bomb.name
    path.write_bytes(bomb.make())
    found = elsewhere.submit(opened, path).result()
    assert found.seconds < SECONDS
    assert found.kilobytes < KILOBYTES, "of this file or of one before it, in any process that was started"
    ((rule, message, file),) = found.refused
    assert rule in bomb.rules
    assert bomb.name in message or file in message
    assert len(message) < 500
