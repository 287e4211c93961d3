"""What the auditor learns from small releases that can be worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from everychild.auditor import Offer, audit, lengthened, mended, read_published
from everychild.auditor.audit import Kind
from everychild.auditor.published import Cell
from everychild.auditor.rule import Range, Rounding
from everychild.auditor.solver import NoAnswer, Solver
from everychild.errors import EverychildError
from tests.auditor.publishing import HIDES_FEW, OURS, cell, published

YEAR = [f"2018-{month:02}" for month in range(4, 13)] + ["2019-01", "2019-02", "2019-03"]


def test_a_hidden_month_is_worked_out_from_its_year() -> None:
    months = [cell("starts", month, "c" if month == "2018-09" else "9") for month in YEAR]
    found = audit(published([*months, cell("starts", "2019-03", "102", window="financial_year")], HIDES_FEW))
    (learned,) = [one for one in found.findings if one.kind is Kind.COUNT]
    assert learned.sentence == "Anybody can work out that “Starts” counted exactly 3 in 2018-09 (month)."


def test_who_came_is_worked_out_from_who_was_there_and_who_left() -> None:
    cells = [
        cell("stock", "2019-03", "40", window="as_at"),
        cell("stock", "2019-04", "41", window="as_at"),
        cell("starts", "2019-04", "c"),
        cell("ends", "2019-04", "c"),
    ]
    flows = [("stock", "starts", "ends")]
    learned = {one.about.counted: one for one in audit(published(cells, HIDES_FEW, flows=flows)).findings}
    assert (
        learned["starts"].sentence == "Anybody can work out that “Starts” counted between 2 and 5 in 2019-04 (month)."
    )
    assert learned["ends"].within is not None
    assert (learned["ends"].within.lowest, learned["ends"].within.highest) == (1, 4)


def test_flows_that_do_not_add_up_are_put_aside_and_hide_nothing_else() -> None:
    cells = [
        cell("stock", "2019-03", "40", window="as_at"),
        cell("stock", "2019-04", "60", window="as_at"),
        cell("starts", "2019-04", "c"),
        cell("ends", "2019-04", "c"),
    ]
    found = audit(published(cells, HIDES_FEW, flows=[("stock", "starts", "ends")]))
    assert found.contradicted == 1
    assert found.is_safe


def test_how_many_were_not_in_time_is_worked_out_where_nearly_all_were() -> None:
    cells = [cell("visits", "2019-04", "58", "60")]
    found = audit(published(cells, HIDES_FEW, {"visits": ("in time", "due")}))
    (learned,) = found.findings
    assert learned.kind is Kind.REST
    assert "all but exactly 2" in learned.sentence


def test_two_measures_of_one_thing_tell_no_more_than_the_better_of_them() -> None:
    cells = [cell("first", "2019-04", "low"), cell("second", "2019-04", "20", "low")]
    counts = {"first": ("same", None), "second": ("other", "same")}
    found = audit(published(cells, OURS, counts, within=[("other", "same")]))
    assert not found.is_safe  # twenty of seven or fewer: what contradicts itself never passes


def test_a_condition_and_its_opposite_make_up_the_whole() -> None:
    cells = [cell("all", "2019-04", "30"), cell("so", "2019-04", "28"), cell("not so", "2019-04", "c")]
    found = audit(published(cells, HIDES_FEW, parts=[("all", ("so", "not so"))]))
    assert [one.about.counted for one in found.findings] == ["not so"]


def test_different_children_of_a_year_are_no_more_than_those_of_its_months_together() -> None:
    months = [cell("children", month, "c" if month in ("2018-04", "2018-05") else "0") for month in YEAR]
    year = cell("children", "2019-03", "10", window="financial_year")
    found = audit(published([*months, year], HIDES_FEW, different=["children"]))
    learned = {one.about.as_at: one.within for one in found.findings if one.kind is Kind.COUNT}
    assert {month: (within.lowest, within.highest) for month, within in learned.items() if within} == {
        "2018-04": (5, 5),
        "2018-05": (5, 5),
    }


def test_a_small_change_is_learned_from_two_exact_months() -> None:
    found = audit(published([cell("stock", "2019-03", "40"), cell("stock", "2019-04", "43")], HIDES_FEW))
    (learned,) = found.findings
    assert learned.kind is Kind.CHANGE
    assert "changed by exactly 3 in 2019-04" in learned.sentence


def test_by_our_rounding_nothing_is_learned_of_the_same_months() -> None:
    found = audit(published([cell("stock", "2019-03", "40"), cell("stock", "2019-04", "45")], OURS))
    assert found.asked == 3
    assert found.is_safe


def test_a_number_told_anew_tells_how_many_were_late() -> None:
    before = published([cell("starts", "2019-03", "9")], HIDES_FEW, name="0001")
    now = published([cell("starts", "2019-03", "11")], HIDES_FEW)
    (learned,) = audit(now, [before]).findings
    assert learned.kind is Kind.TOLD_AGAIN
    assert "told anew by exactly 2" in learned.sentence


def test_an_earlier_release_helps_the_attack() -> None:
    before = published(
        [cell("starts", month, "9") for month in YEAR if month != "2018-09"]
        + [cell("starts", "2019-03", "102", window="financial_year")],
        HIDES_FEW,
        name="0001",
    )
    now = published([cell("starts", "2018-09", "c")], HIDES_FEW)
    assert audit(now).is_safe
    assert not audit(now, [before]).is_safe


def test_no_answer_is_never_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    def gives_up(self: Solver) -> None:
        raise NoAnswer

    monkeypatch.setattr(Solver, "spread", gives_up)
    found = audit(published([cell("stock", "2019-03", "low"), cell("stock", "2019-04", "low")], OURS))
    assert not found.is_safe
    assert "could not be worked out in time" in found.findings[0].sentence


def test_mending_takes_out_every_row_that_tells_the_number() -> None:
    months = [cell("starts", month, "c" if month == "2018-09" else "9") for month in YEAR]
    same = [cell("again", "2018-09", "c")]
    year = cell("starts", "2019-03", "102", window="financial_year")
    done = mended(published([*months, *same, year], HIDES_FEW, {"again": ("starts", None)}))
    assert done.audit.is_safe
    assert {("starts", "month", "2018-09"), ("again", "month", "2018-09")} <= set(done.taken_out)


def test_a_number_its_own_rule_never_shows_is_refused(tmp_path: Path) -> None:
    about = {"as_at": "2019-04", "rounding": {"low_at_most": 7, "nearest": 5}}
    links = {"counts": {}, "different": [], "within": [], "parts": [], "flows": []}
    (tmp_path / "release.json").write_text(json.dumps(about | {"links": links}), encoding="utf-8")
    row = "reference,title,window,as_at,numerator,denominator,absent\r\nCC01,Children in care,as_at,2019-04,3,,\r\n"
    (tmp_path / "figures.csv").write_text(row, encoding="utf-8")
    with pytest.raises(EverychildError, match="CC01 for 2019-04 is shown as 3, which its own rule never shows"):
        read_published(tmp_path)


def test_a_folder_that_is_no_release_is_refused_with_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(EverychildError, match="Give the folder named data of a published site"):
        read_published(tmp_path)
    (tmp_path / "release.json").write_text(json.dumps({"as_at": "2019-04"}), encoding="utf-8")
    (tmp_path / "figures.csv").write_text("reference\r\n", encoding="utf-8")
    with pytest.raises(EverychildError, match="not the data of a release"):
        read_published(tmp_path)


def held_back(ref: str, as_at: str, window: str = "month") -> Cell:
    return Cell(ref, ref.capitalize(), window, as_at, "", "", is_held_back=True)


def test_a_month_that_is_held_back_is_still_worked_out_from_its_year() -> None:
    """A reader sees the gap, and the year less eleven months is what belongs in it."""
    months = [held_back("starts", month) if month == "2018-09" else cell("starts", month, "9") for month in YEAR]
    found = audit(published([*months, cell("starts", "2019-03", "102", window="financial_year")], HIDES_FEW))
    (learned,) = [one for one in found.findings if one.kind is Kind.COUNT]
    assert learned.sentence == "Anybody can work out that “Starts” counted exactly 3 in 2018-09 (month)."


def test_whoever_takes_a_gap_for_a_small_number_learns_no_more_either() -> None:
    """Ten months of 9, one of 1 to 5, a year of 98: the gap is 3 to 7, and 3 to 5 for whoever takes it for small."""
    shown = {"2018-08": "c"}
    months = [
        held_back("starts", month) if month == "2018-09" else cell("starts", month, shown.get(month, "9"))
        for month in YEAR
    ]
    found = audit(published([*months, cell("starts", "2019-03", "98", window="financial_year")], HIDES_FEW))
    learned = [one for one in found.findings if one.kind is Kind.COUNT]
    assert [(one.about.as_at, one.is_guessed, one.within) for one in learned] == [("2018-09", True, Range(3, 5))]
    assert learned[0].sentence == (
        "Anybody who takes it that what is held back is small can work out that “Starts” counted between 3 and 5 in "
        "2018-09 (month)."
    )


def test_a_gap_is_closed_by_holding_back_the_year_it_is_worked_out_from() -> None:
    months = [cell("starts", month, "c" if month == "2018-09" else "9") for month in YEAR]
    done = mended(published([*months, cell("starts", "2019-03", "102", window="financial_year")], HIDES_FEW))
    assert done.audit.is_safe
    assert done.taken_out == (("starts", "month", "2018-09"), ("starts", "financial_year", "2019-03"))


def test_a_gap_that_an_earlier_release_closes_is_not_published() -> None:
    """What was told before cannot be held back: what could be learned with it refuses the release."""
    told = [cell("starts", month, "9") for month in YEAR if month != "2018-09"]
    before = published([*told, cell("starts", "2019-03", "102", window="financial_year")], HIDES_FEW, name="0001")
    done = mended(published([held_back("starts", "2018-09")], HIDES_FEW), [before])
    assert not done.audit.is_safe


def test_a_row_held_back_is_read_as_one(tmp_path: Path) -> None:
    about = {"as_at": "2019-04", "rounding": {"low_at_most": 7, "nearest": 5}}
    links = {"counts": {"CC01": ["a", None]}, "different": [], "within": [], "parts": [], "flows": []}
    (tmp_path / "release.json").write_text(json.dumps(about | {"links": links}), encoding="utf-8")
    head = "reference,title,window,as_at,numerator,denominator,absent\r\n"
    rows = "CC01,Children in care,as_at,2019-04,,,held_back\r\nCC01,Children in care,as_at,2019-03,,,not_supplied\r\n"
    (tmp_path / "figures.csv").write_text(head + rows, encoding="utf-8")
    assert [one.is_held_back for one in read_published(tmp_path).cells] == [True, False]


def test_twelve_months_are_the_months_in_them() -> None:
    """And those of a March are the financial year: one number, however it is called."""
    months = [held_back("starts", month) if month == "2018-09" else cell("starts", month, "9") for month in YEAR]
    for window in ("rolling_12", "year_to_date", "financial_year"):
        found = audit(published([*months, cell("starts", "2019-03", "102", window=window)], HIDES_FEW))
        (learned,) = [one for one in found.findings if one.kind is Kind.COUNT]
        assert (learned.about.as_at, learned.within) == ("2018-09", Range(3, 3))


def test_a_quarter_less_two_of_its_months_is_the_third() -> None:
    cells = [cell("starts", "2019-04", "8"), held_back("starts", "2019-05"), cell("starts", "2019-06", "9")]
    for window in ("quarter", "year_to_date"):
        found = audit(published([*cells, cell("starts", "2019-06", "21", window=window)], HIDES_FEW))
        (learned,) = [one for one in found.findings if one.kind is Kind.COUNT]
        assert (learned.about.as_at, learned.within) == ("2019-05", Range(4, 4))


def test_different_children_of_a_quarter_are_no_more_than_those_of_twelve_months() -> None:
    cells = [held_back("children", "2018-06", "quarter"), cell("children", "2018-10", "c", window="rolling_12")]
    found = audit(published(cells, Rounding(low_at_most=3, nearest=1), different=["children"]))
    assert ("2018-06", Range(0, 3)) in [(one.about.as_at, one.within) for one in found.findings]


def test_a_longer_time_is_told_where_nothing_is_learned_with_it_and_else_the_next() -> None:
    """A quarter of 21 beside months of 8 and 9 tells the third; twelve months beside it do not."""
    cells = [cell("starts", "2019-04", "8"), held_back("starts", "2019-05"), cell("starts", "2019-06", "9")]
    safe = published(cells, HIDES_FEW)
    quarter = cell("starts", "2019-06", "21", window="quarter")
    year = cell("starts", "2019-06", "86", window="rolling_12")
    done, found = lengthened(safe, [Offer((quarter, year))])
    assert found.is_safe
    assert done.cells == (*cells, year)
    done, found = lengthened(safe, [Offer((quarter,))])
    assert found.is_safe
    assert done == safe


def test_one_longer_time_that_tells_too_much_takes_no_other_with_it() -> None:
    cells = [cell("starts", "2019-04", "8"), held_back("starts", "2019-05"), cell("starts", "2019-06", "9")]
    quarter = cell("starts", "2019-06", "21", window="quarter")
    other = cell("ends", "2019-06", "30", window="quarter")
    done, _ = lengthened(published(cells, HIDES_FEW, {"ends": ("ends", None)}), [Offer((quarter,)), Offer((other,))])
    assert done.cells == (*cells, other)
