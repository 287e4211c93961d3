"""Children told of under references that changed from telling to telling: every figure as if they never had."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from everychild.catalogue import CATALOGUE
from everychild.intake.reading import Rows
from tests.generative.over_records import engine_over, every_rule, extract_of, figures_of
from tests.generative.random_records import random_rows
from tests.small_council import rows_of

SEEDS = range(4)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_child_under_two_references_is_counted_as_one(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)
    rows = tuple(part for part in random_rows(chance, 8, 25) if part.table != "child_reference")
    indicators = chance.sample(every_rule(CATALOGUE), 40)
    said = "child_id | earlier_id\n" + "\n".join(f"C{n} | Z{n}\nZ{n} | Y{n}" for n in range(8))
    told = (*(_under_others(chance, part) for part in rows), rows_of("child_reference", said))
    assert told[:-1] != rows
    with (
        engine_over(tmp_path / "plain", extract_of(rows)) as plain,
        engine_over(tmp_path / "told", extract_of(told)) as other,
    ):
        assert figures_of(other, indicators) == figures_of(plain, indicators)


def _under_others(chance: Random, part: Rows) -> Rows:
    """Some rows of it under one of the child’s earlier references."""
    if "child_id" not in part.columns:
        return part
    named = [
        child and chance.choice((child, child.replace("C", "Z"), child.replace("C", "Y")))
        for child in part.columns["child_id"]
    ]
    return replace(part, columns={**part.columns, "child_id": named})
