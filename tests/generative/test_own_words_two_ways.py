"""A file in a council's own words, with what they mean, reads as the same file in the published ones does."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.intake.decoding import Sheet
from everychild.intake.headings import published_names
from everychild.intake.mapping import coded_columns_of, codes_of, columns_of, with_heading, with_sheet, with_value
from everychild.intake.own_words import Chosen, ListMapping
from everychild.intake.recognise import Recognised, recognise
from everychild.intake.sheet import SheetRead, read_sheet
from everychild.layouts.layout import Heading, SheetLayout
from everychild.layouts.local import TABLES
from everychild.records import Kind

SAM = Chosen("Sam Okafor", date(2019, 5, 3))
RECEIVED = date(2019, 5, 3)
ROWS = 8
KINDS = {Kind.DATE: "04/04/2019", Kind.MOMENT: "04/04/2019 10:15", Kind.NUMBER: "3", Kind.TEXT: "North"}


def cell(heading: Heading, row: int, chance: random.Random) -> str:
    """What a row holds in a column: in columns of codes, any of them as the list writes it."""
    if heading.kind is Kind.IDENTIFIER:
        return f"{row:04}"
    codes = codes_of(heading)
    if heading.codes is not None and codes:
        return heading.codes.write(chance.choice(codes)[0])
    return KINDS[heading.kind]


def read(rows: list[list[str]], layout: SheetLayout, own: ListMapping) -> SheetRead:
    found = recognise(Sheet(layout.title, [list(row) for row in rows]), layout.title, {layout.name: own})
    assert isinstance(found, Recognised)
    assert found.layout is layout
    return read_sheet("any.csv", found, 0, RECEIVED, set())


@pytest.mark.parametrize("layout", TABLES, ids=lambda layout: layout.name)
@settings(max_examples=8)
@given(seed=st.integers(0, 10_000))
def test_own_words_with_their_meaning_read_as_the_published_ones(layout: SheetLayout, seed: int) -> None:
    """Every heading and every value of a column of codes is theirs: nothing is lost, blanked or read otherwise."""
    chance = random.Random(seed)
    headings = columns_of(layout)
    published = [[cell(heading, row, chance) for heading in headings] for row in range(1, ROWS + 1)]
    titles = [heading.title for heading in headings]
    own, theirs = ListMapping(layout.name), []
    for place, title in enumerate(titles):
        assert f"ours{place}" not in published_names(layout)
        own = with_heading(own, f"Ours {place}", title, SAM)
        theirs.append(f"Ours {place}")
    own = with_sheet({}, own, theirs, SAM)
    words: dict[tuple[str, str], str] = {}
    for heading in coded_columns_of(layout):
        for place, (code, _) in enumerate(codes_of(heading)):
            assert heading.codes is not None
            own = with_value(own, heading.title, f"Said otherwise {place}", code, SAM)
            words[heading.title, heading.codes.write(code)] = f"Said otherwise {place}"
    in_their_words = [
        [words.get((title, text), text) for title, text in zip(titles, row, strict=True)] for row in published
    ]
    first = read([titles, *published], layout, ListMapping(layout.name))
    second = read([theirs, *in_their_words], layout, own)
    assert second.records == first.records
    assert (second.accepted, second.queried, second.set_aside) == (first.accepted, first.queried, first.set_aside)
    assert {word.column for word in second.read_as if not word.code} == set(titles)
    assert second.unknown is None
