"""A council’s template is opened as any strange file is: elsewhere, within limits, and refused by name in seconds."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import pytest

from everychild.report.template import looking_child
from everychild.report.template.checking import Checked
from everychild.report.template.looked_over import looked_over
from tests.intake.opened import most_memory
from tests.report.own_template import own_template
from tests.report.template_bombs import BOMBS, Bomb

SECONDS, KILOBYTES = 8, 1024**2
NAME = "committee.docx"


@dataclass(frozen=True)
class Taken:
    """What looking a template over took, here and in the process it started."""

    seconds: float
    kilobytes: int
    found: Checked


def looked(content: bytes) -> Taken:
    began = sum(os.times()[:4])
    found = looked_over(content, NAME)
    return Taken(sum(os.times()[:4]) - began, most_memory(), found)


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[ProcessPoolExecutor]:
    """A process of its own, whose memory is not that of the tests before."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        yield pool


@pytest.mark.parametrize("bomb", [pytest.param(bomb, id=bomb.name) for bomb in BOMBS])
def test_a_template_made_to_hurt_is_refused_before_it_does(bomb: Bomb, elsewhere: ProcessPoolExecutor) -> None:
    taken = elsewhere.submit(looked, bomb.make()).result()
    assert taken.seconds < SECONDS
    assert taken.kilobytes < KILOBYTES, "of this file or of one before it, in any process that was started"
    assert not taken.found.may_be_used
    assert bomb.says in " ".join(one.sentence for one in taken.found.found if one.stops)
    assert sum(len(one.sentence) for one in taken.found.found) < 50_000


def test_a_good_template_is_told_as_it_is() -> None:
    """What the other process found comes back whole."""
    found = looked_over(own_template(), NAME)
    assert found.may_be_used
    assert ("Recommendation", "under “1. Recommendations”") in found.placed


def test_a_process_that_dies_harms_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever killed it, the template is refused by its name, with what to do."""
    monkeypatch.setattr(looking_child, "__file__", "/nowhere/at/all.py")
    found = looked_over(own_template(), NAME)
    assert [one.stops for one in found.found] == [True]
    assert found.found[0].sentence.startswith(f"{NAME} could not be read safely")
