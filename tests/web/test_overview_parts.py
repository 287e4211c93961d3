"""The overview’s smaller parts: how commentary stands, what was told otherwise, and a list with nothing on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from everychild.journal.commentary import State
from everychild.judgement.judged import JudgedEdition
from everychild.measure.figure import Figure
from everychild.roles import Role
from everychild.web.addresses import Place
from everychild.web.presenters import areas, changes, overview
from everychild.web.told_before import ToldBefore
from tests.editions import APRIL_2019, april_2019
from tests.web.staff import signed_in

PLACE = Place(APRIL_2019)


@pytest.fixture(scope="module")
def edition() -> JudgedEdition:
    return april_2019()


def as_told(edition: JudgedEdition, **otherwise: tuple[int, int]) -> ToldBefore:
    figures: dict[str, Figure] = {item.ref: item.last_month for item in edition.indicators if item.last_month}
    for ref, (numerator, denominator) in otherwise.items():
        figures[ref] = replace(figures[ref], numerator=numerator, denominator=denominator, absent=None)
    return ToldBefore(figures, edition.council)


def kind(edition: JudgedEdition, earlier: ToldBefore, which: int) -> changes.Change:
    return changes.changes(edition, edition.indicators, PLACE, earlier).kinds[which]


def test_how_the_words_stand_is_told_of_each_area(edition: JudgedEdition) -> None:
    """Not “waiting for an officer” where an officer has written and a director approved."""
    one = replace(edition.areas[0], judged=(edition.areas[0].judged[0], edition.areas[1].judged[0]))
    first, *others = one.judged
    said: Mapping[str, State] = {first.ref: State.APPROVED}
    assert areas.commentary_stands(one, {}) == "Commentary: not written"
    told = areas.commentary_stands(one, said)
    assert told.startswith("Commentary: ")
    assert "one approved" in told
    assert "not written" in told
    every = {item.ref: State.APPROVED for item in (first, *others)}
    listed = replace(edition, areas=(one, *edition.areas[2:]))
    shown = {area.title: area for area in areas.areas(listed, frozenset(), PLACE, words=every)}
    assert shown[one.area.title].commentary == "Commentary: approved"
    assert shown[one.area.title].is_said
    assert not any(area.is_said for title, area in shown.items() if title != one.area.title)


def test_a_month_told_otherwise_is_named_with_both_figures(edition: JudgedEdition) -> None:
    """Only what comes to another value: EH04 was 20 working days when March was closed, and is 29 now."""
    assert kind(edition, as_told(edition), -2).changed == ()
    item = edition.by_ref("EH04")
    assert item is not None
    assert item.last_month is not None
    told = kind(edition, as_told(edition, EH04=(20 * 38, 38)), -2)
    assert told.name == "March told otherwise now"
    assert [(one.link.address, one.says) for one in told.changed] == [
        ("/p/2019-04/i/EH04/", "March was 20 working days, and is now 29 working days")
    ]


def test_a_long_list_says_how_long_it_is(edition: JudgedEdition) -> None:
    otherwise = {
        item.ref: (1, 97)
        for item in edition.indicators
        if item.last_month and item.last_month.denominator and item.last_month.absent is None
    }
    told = kind(edition, as_told(edition, **otherwise), -2)
    assert len(told.changed) == changes.REVISED_SHOWN < len(otherwise)
    assert f"the first {changes.REVISED_SHOWN} shown" in told.name


def test_what_is_counted_otherwise_is_named(edition: JudgedEdition) -> None:
    assert kind(edition, as_told(edition), -1).changed == ()
    ruled = replace(edition, council=replace(edition.council, rules={**edition.council.rules, "CP17": "ever"}))
    assert [one.says for one in kind(ruled, as_told(edition), -1).changed] == ["counted by another of its rules"]


def test_a_list_with_nothing_on_it_says_what_came_closest(edition: JudgedEdition) -> None:
    bare = replace(edition, areas=())
    closest = max(bare.indicators, key=lambda item: item.points)
    said = overview._no_areas(bare)
    assert said.startswith("No area is flagged for improvement this month. The closest is ")
    assert closest.ref in said
    nothing = tuple(replace(item, points=0) for item in bare.indicators)
    assert overview._no_areas(replace(bare, indicators=nothing)) == "No area is flagged for improvement this month."


def test_whoever_may_write_the_paper_is_led_to_it(staff_server: str) -> None:
    assert 'class="act" href="/r/"' in signed_in(staff_server, Role.ANALYST).get("/p/2019-04/").text
    assert 'class="act" href="/r/"' not in signed_in(staff_server, Role.PRACTITIONER).get("/p/2019-04/").text
