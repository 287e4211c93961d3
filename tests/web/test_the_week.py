"""The side of the worklist: who is carrying what, what this week changes, why last month’s was late, and the huddle."""

from __future__ import annotations

from datetime import date, timedelta

from everychild.council import council_from
from everychild.web.presenters.the_week import carrying, late_reasons, week_changes
from everychild.web.presenters.working import ListPage
from everychild.worklist import Obligation, Piece, When, Worklist

MONDAY = date(2019, 5, 13)
COUNCIL = council_from(
    '[council]\nname = "Northbrook"\n[[target]]\nindicator = "CP22"\nvalue = 90\nwho = "D"\nsince = 2017-04-01\n'
)


def piece(worker: str, due: date, ref: str = "CP22") -> Piece:
    when = When.OVERDUE if due < MONDAY else When.DUE
    return Piece(ref, "Child protection visit", f"C{due:%d%m}", "North", worker, when, due, 1, 1)


def visit(due: date, *, met: bool = False, worker: str = "W1", child: str = "C1") -> Obligation:
    return Obligation("CP22", child, "North", worker, due, met, not met and due < MONDAY)


def a_list(pieces: list[Piece], obligations: list[Obligation] | None = None) -> Worklist:
    return Worklist(MONDAY, MONDAY, (), (), 0, {}, tuple(obligations or ())).of(pieces)


def test_each_worker_has_a_row_with_overdue_each_day_and_all() -> None:
    """W1: one overdue, two on Tuesday, one in three weeks. Saturday stands only where something falls due on it."""
    tuesday, saturday = MONDAY + timedelta(1), MONDAY + timedelta(5)
    work = [
        piece("W1", MONDAY - timedelta(3)),
        piece("W1", tuesday),
        piece("W1", tuesday),
        piece("W1", date(2019, 6, 3)),
    ]
    found = carrying(a_list([*work, piece("", tuesday)]))
    assert found.days == ("Mon 13", "Tue 14", "Wed 15", "Thu 16", "Fri 17")
    first, nobody = found.rows
    assert (first.worker, first.overdue, [count for count, _ in first.days], first.held) == (
        "W1",
        1,
        [0, 2, 0, 0, 0],
        4,
    )
    assert (nobody.worker, nobody.held) == ("Nobody named", 1)
    assert (found.team.overdue, [count for count, _ in found.team.days], found.team.held) == (1, [0, 3, 0, 0, 0], 5)
    assert [look for _, look in first.days][:2] == ["", "tint-5"]
    assert "Sat 18" in carrying(a_list([piece("W1", saturday)])).days


def test_what_the_week_changes_is_arithmetic_that_can_be_done_by_hand() -> None:
    """May so far: 19 of 26. Five more this week: 24 of 31 (77.4%) if all are on time, 19 of 31 (61.3%) if none are."""
    early = MONDAY - timedelta(6)
    done = [visit(early, met=True)] * 19 + [visit(early)] * 7
    week = [visit(MONDAY + timedelta(2))] * 5
    (row,) = week_changes(a_list([], [*done, *week, visit(date(2019, 4, 20))]), COUNCIL).rows
    assert row.says == (
        "19 of 26 on time so far (73.1%); 5 more fall due this week. 77.4% if all of them are on time, 61.3% if none are; "
        "the target is 90% or more."
    )


def test_a_week_with_nothing_left_to_do_changes_nothing() -> None:
    assert week_changes(a_list([], [visit(MONDAY - timedelta(1)), visit(MONDAY, met=True)]), COUNCIL).rows == ()


def test_last_months_reasons_are_counted_with_those_nobody_gave() -> None:
    april = [visit(date(2019, 4, 3), child="A"), visit(date(2019, 4, 4), child="B"), visit(date(2019, 4, 5), child="C")]
    on_time = visit(date(2019, 4, 6), met=True, child="D")
    said = {("CP22", "A", date(2019, 4, 3)): "court", ("CP22", "D", date(2019, 4, 6)): "court"}
    found = late_reasons(a_list([], [*april, on_time, visit(MONDAY - timedelta(2))]), said)
    assert found.heading == "Why April’s 3 late pieces of work were late"
    assert found.rows == (("Court", 1), ("No reason given yet", 2))


def test_one_kind_of_work_is_chosen_with_its_counts() -> None:
    work = [piece("W1", MONDAY), piece("W1", MONDAY), piece("W2", MONDAY, "CP10")]
    page = ListPage(a_list(work), "North", {}, COUNCIL, "CP10")
    assert [(link.words, link.is_here) for link in page.kinds] == [
        ("Everything 3", False),
        ("Child protection visit 2", False),
        ("Review conference 1", True),
    ]
    assert len(page.found.pieces) == 1
    assert page.kinds[2].address == "/w/?team=North&work=CP10"


def test_the_huddle_holds_what_one_side_does_and_says_what_is_left() -> None:
    late = [piece("W1", MONDAY - timedelta(1))] * 40
    due = [piece("W1", MONDAY + timedelta(day % 5)) for day in range(90)]
    page = ListPage(a_list([*late, *sorted(due, key=lambda one: one.due_on or MONDAY)]), "North", {}, COUNCIL)
    rows, more = page.few_overdue
    assert (len(rows), more) == (14, 26)
    days, left = page.few_by_day
    assert (sum(len(held) for _, held in days), left) == (45, 45)
