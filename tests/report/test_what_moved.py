"""The paper tells whose part of a change is the largest, and never where a number of theirs, or of the rest, is small."""

from __future__ import annotations

from dataclasses import replace

import pytest

from everychild.judgement.judged import FlaggedArea, Judged, JudgedEdition
from everychild.measure.figure import Figure, Window
from everychild.report.work import Work, work_told
from tests.editions import APRIL_2019
from tests.report.lively import lively

SMALL = "Its parts rest on numbers too small to be told."


def of(month: int, group: str | None, met: int, due: int) -> Figure:
    return Figure("CP22", Window.MONTH, APRIL_2019 + month, "team" if group else None, group, met, due)


def told(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> str:
    edition = lively()
    item = edition.by_ref("CP22")
    assert item is not None
    ends = []
    for month, teams in ((-1, before), (0, after)):
        groups = tuple(of(month, team, met, due) for team, (met, due) in teams.items())
        whole = of(month, None, sum(met for met, _ in teams.values()), sum(due for _, due in teams.values()))
        ends.append((groups, whole))
    (groups_before, whole_before), (groups_after, whole_after) = ends
    moved: Judged = replace(
        item,
        figure=whole_after,
        history=(*item.history[:-2], whole_before, whole_after),
        groups={"team": groups_after},
        groups_last_month={"team": groups_before},
    )
    alone: JudgedEdition = replace(edition, areas=(FlaggedArea(edition.areas[0].area, (moved,)),))
    return next((str(said) for said in work_told(alone, Work())["CP22"] if "what moved it" in str(said)), "")


def test_the_largest_part_is_told_where_everything_is_many() -> None:
    said = told({"North": (60, 100), "South": (60, 100)}, {"North": (30, 100), "South": (60, 100)})
    assert "the largest part" in said
    assert "North" in said
    assert SMALL not in said


@pytest.mark.parametrize(
    "after",
    [
        {"North": (4, 100), "South": (60, 100)},  # few of theirs met it
        {"North": (95, 100), "South": (60, 100)},  # few of theirs did not
        {"North": (30, 100), "South": (5, 20)},  # few of all the others did: subtraction tells
    ],
)
def test_where_a_number_is_small_it_says_so_and_names_nobody(after: dict[str, tuple[int, int]]) -> None:
    said = told({"North": (60, 100), "South": (60, 100)}, after)
    assert SMALL in said
    assert "North" not in said


def test_that_nothing_moved_is_told_and_of_nobody() -> None:
    teams = {"North": (60, 100), "South": (60, 100)}
    said = told(teams, teams)
    assert said.endswith("what moved it. The same as in March 2019.")
    assert "North" not in said
