"""The faults that `python -m trust.planted` plants: each can still be planted, and its check is still there."""

from __future__ import annotations

import re

import pytest
from trust.planted import FAULTS, ROOT, Planted, tried


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.number)
def test_a_fault_can_be_planted_and_its_check_is_there(fault: Planted) -> None:
    assert (ROOT / fault.file).read_text(encoding="utf-8").count(fault.was) == 1
    assert fault.becomes != fault.was
    file, _, name = fault.check.partition("::")
    tests = (ROOT / file).read_text(encoding="utf-8")
    assert re.search(rf"^def {name or 'test_'}", tests, re.MULTILINE)


def test_every_never_is_planted() -> None:
    assert [fault.number for fault in FAULTS] == [f"N{number}" for number in range(1, 17)]


@pytest.mark.parametrize("number", ["N8", "N15"])
def test_one_that_is_planted_is_found(number: str) -> None:
    """The quickest two; all of them with `make trust`."""
    (fault,) = (fault for fault in FAULTS if fault.number == number)
    assert tried(fault) == ""
