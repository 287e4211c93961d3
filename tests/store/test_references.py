"""A child who goes by another reference than before has one history, once somebody has said so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild import month_end
from everychild.errors import NotAllowed
from everychild.journal import ledger
from everychild.journal.connection import open_journal
from everychild.layouts.layout import Coverage
from everychild.layouts.special_needs_return import SPECIAL_NEEDS_RETURN
from everychild.safekeeping.verify import verify
from everychild.same_child import LikelySame, answer, answers, likely_same
from everychild.store.home import Home
from everychild.store.references import answers_in, now_called
from tests.homes import copy_of
from tests.safekeeping.small_home import APRIL, LATER, THIRD_OF_MAY, a_file
from tests.small_council import Delivery, engine

AT = THIRD_OF_MAY + timedelta(days=60)
RENAMED = LATER.replace("0002,", "9002,")
PAIR = ("0002", "9002")


@pytest.fixture
def home(kept_home: Home, tmp_path: Path) -> Iterator[Home]:
    copy = copy_of(kept_home, tmp_path / "home")
    open_journal(copy)
    month_end.load(copy, [a_file(tmp_path / "renamed", RENAMED)], AT, AT.date())
    yield copy
    open_journal(kept_home)


def children_in(home: Home) -> set[str]:
    with month_end.engine_over(home, month_end.read_council(home.settings), APRIL, ledger.visible_extracts(None)) as it:
        return {child for (child,) in it.ask("select child_id from early_help_assessment")}


def test_what_is_likely_the_same_child_is_asked_and_a_yes_joins_both_histories(home: Home) -> None:
    assert likely_same(home) == (LikelySame(*PAIR, ("early_help_assessment",)),)
    assert PAIR[1] in children_in(home)
    before = ledger.visible_extracts(None)[-1]
    answer(home, {PAIR: True}, AT)
    assert likely_same(home) == ()
    assert answers(home) == {PAIR: True}
    assert PAIR[0] not in children_in(home)
    assert ledger.visible_extracts(None)[-1].extracted_on == before.extracted_on, "an answer makes nothing newer"
    assert verify(home, counting_again=False).faults == ()


def test_a_no_is_not_asked_again_and_an_answer_can_be_changed_any_number_of_times(home: Home) -> None:
    both = children_in(home)
    for said, second in ((False, 0), (True, 0), (False, 1), (True, 2), (False, 3)):
        answer(home, {PAIR: said}, AT + timedelta(seconds=second))
        assert answers(home) == {PAIR: said}
        assert likely_same(home) == ()
        assert children_in(home) == (both - {PAIR[0]} if said else both)


def test_what_was_not_asked_cannot_be_answered_and_nothing_said_is_nothing_kept(home: Home) -> None:
    many = len(ledger.visible_extracts(None))
    with pytest.raises(NotAllowed, match="Answer at least one"):
        answer(home, {}, AT)
    with pytest.raises(NotAllowed, match="no longer asked"):
        answer(home, {("0001", "9002"): True}, AT)
    assert len(ledger.visible_extracts(None)) == many


def test_a_closed_month_stands_and_closing_it_again_counts_the_child_once(home: Home) -> None:
    closed = ledger.newest_edition(APRIL)
    assert closed is not None
    answer(home, {PAIR: True}, AT)
    again = ledger.newest_edition(APRIL)
    assert again is not None
    assert again.fingerprint == closed.fingerprint
    figures, is_same_software = month_end.count_again(home, closed)
    assert is_same_software
    assert figures.num_rows > 0
    assert month_end.close(home, APRIL, AT).fingerprint != closed.fingerprint


def test_a_second_plan_under_a_new_reference_is_a_second_plan(tmp_path: Path) -> None:
    """And a row told under both references is one row: of the newest telling, under the newest reference."""
    old = {"visit": "child_id | visited_on\nOld | 2019-03-04\nOld | 2019-04-01\nBea | 2019-04-01"}
    new = {
        "visit": "child_id | visited_on\nNew | 2019-04-01\nNew | 2019-04-20",
        "child_reference": "child_id | earlier_id | is_same_child\nNew | Old | \nCal | Bea | no",
    }
    deliveries = [Delivery("2019-04-03", old, Coverage(months=24)), Delivery("2019-05-03", new, Coverage(months=1))]
    with engine(tmp_path, deliveries, months=2) as running:
        found = running.ask("select child_id, visited_on from visit order by all")
    assert [(child, f"{on:%d/%m}") for child, on in found] == [
        ("Bea", "01/04"),
        ("New", "04/03"),
        ("New", "01/04"),
        ("New", "20/04"),
    ]


def test_a_child_is_found_by_the_reference_they_went_by_before(tmp_path: Path) -> None:
    records = {"child": "child_id | born_on\nNew | 2010-01-01", "child_reference": "child_id | earlier_id\nNew | Old"}
    with engine(tmp_path, [Delivery("2019-05-03", records)]) as running:
        assert running.knows_child("Old")
        assert running.knows_child("New")
        assert not running.knows_child("Older")


references = st.sampled_from("abcdefg")
said = st.lists(st.tuples(references, references).filter(lambda pair: pair[0] != pair[1]))


@given(said)
def test_every_reference_of_one_child_leads_to_one_and_the_same(pairs: list[tuple[str, str]]) -> None:
    """Held against joining the last said step of each reference by hand; where they go round there is one name too."""
    said_same = dict.fromkeys(pairs, True)
    found, step = now_called(said_same), dict(tuple(said_same))
    for earlier, now in found.items():
        assert earlier != now
        assert now not in found, "the newest of all goes by itself"
    for earlier, child in step.items():
        assert found.get(earlier, earlier) == found.get(child, child)
    assert set(found) <= set(step)


def test_a_pupil_number_told_of_both_references_is_that_of_the_one_child(tmp_path: Path) -> None:
    """Before anybody said they are one, the number is of two children and brings together neither."""
    number = "A123456789012"
    told = {"child": f"child_id | upn\nOld | {number}\nNew | {number}"}
    by_number = {"ehc_request": f"child_id | received_on\n{number} | 2019-04-02"}
    said = {"child_reference": "child_id | earlier_id\nNew | Old"}
    for records, whose in ((told, number), (told | said, "New")):
        deliveries = [
            Delivery("2019-05-03", records),
            Delivery("2019-05-03", by_number, feed=SPECIAL_NEEDS_RETURN.name),
        ]
        with engine(tmp_path / whose, deliveries) as running:
            assert running.ask("select child_id from ehc_request") == [(whose,)]


@pytest.mark.parametrize("list_first", [True, False])
def test_of_two_answers_the_one_said_last_counts_in_whatever_order_they_came(list_first: bool, tmp_path: Path) -> None:
    """A list that does not say when is older than any answer: loaded again each month, it overrules nobody."""
    asked = "child_id | earlier_id | is_same_child | told_at\nNew | Old | no | 2019-05-03T10:00:00"
    undated = "child_id | earlier_id\nNew | Old"
    told = [Delivery("2019-05-03", {"child_reference": text}) for text in (asked, undated)]
    if list_first:
        told.reverse()
    visits = Delivery("2019-05-03", {"visit": "child_id | visited_on\nOld | 2019-04-01"})
    with engine(tmp_path, [*told, visits]) as running:
        assert running.ask("select child_id from visit") == [("Old",)]
        lists = [running.home.extracts / item.path for item in running.kept if item.record == "child_reference"]
    assert answers_in(lists) == {("Old", "New"): False}
