"""A seeded sample of the campaign of attacked files; the long run is `python -m tests.intake.campaign`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from tests.intake.campaign import Campaign
from tests.intake.mutations import MUTATIONS, Expect, Mutant, bytes_of

EACH = 10


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Campaign]:
    return Campaign(tmp_path_factory.mktemp("campaign"))


@pytest.mark.parametrize("first", [1, 1_001, 2_001, 3_001, 4_001, 5_001])
def test_a_changed_file_is_refused_in_words_or_makes_what_it_should(campaign: Campaign, first: int) -> None:
    tally = campaign.run(range(first, first + EACH))
    assert tally.ran == EACH
    assert not tally.failed, "\n".join(tally.failed)


def test_every_good_file_is_read_whole_and_every_mutation_has_files_to_change(campaign: Campaign) -> None:
    assert len(campaign.goods) >= 40
    able = Counter(
        mutation.__name__
        for mutation in MUTATIONS
        for good in campaign.goods[::4] + tuple(each for each in campaign.goods if each.is_book or not each.sheets)
        if mutation(good, Random(1)) is not None
    )
    assert set(able) == {mutation.__name__ for mutation in MUTATIONS}


def test_the_same_number_is_the_same_mutant(campaign: Campaign) -> None:
    for number in range(1, 40):
        assert campaign.mutant(number) == campaign.mutant(number)


def test_the_oracle_sees_a_file_that_is_read_wrongly(campaign: Campaign) -> None:
    """A date a day later, passed off as a change that must not matter; a row gone; a child named in a message."""
    good = next(each for each in campaign.goods if each.name == "reviews.csv")
    data = bytes_of(good)
    wrong: list[Any] = [
        Mutant("a day later", good.name, data.replace(b"01/03/2018", b"02/03/2018"), Expect.SAME),
        Mutant("a row gone", good.name, data.rpartition(b"C10102")[0], Expect.SAME),
        Mutant("a row gone", good.name, data.rpartition(b"C10102")[0], Expect.NO_MORE, more_rows=0),
        Mutant("refused", good.name, b"", Expect.SAME, may_be_refused=False),
    ]
    for mutant in wrong:
        assert campaign.tried(good, mutant).wrong, mutant.what
    named = Mutant("named", "C10101 reviews.csv", data, Expect.SAME)
    assert not campaign.tried(good, named).wrong, "nothing was said of the file, so its name was not repeated"
    assert campaign.tried(good, replace(named, data=b"a,b\n1,2\n")).wrong
