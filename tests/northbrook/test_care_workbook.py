"""The council's own workbook about children in care: what each sheet can know, and that it hangs together."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from everychild.northbrook import MonthlyDelivery, write_files
from everychild.northbrook.care_workbook import SHEETS

Row = dict[str, Any]


@pytest.fixture(scope="module")
def deliveries(tmp_path_factory) -> tuple[MonthlyDelivery, ...]:
    return write_files(tmp_path_factory.mktemp("care"), children=1200, months=3)


def sheets(delivery: MonthlyDelivery) -> dict[str, list[Row]]:
    (path,) = [path for path in delivery.files if path.name == "children_in_care.xlsx"]
    return {name: rows(path, name) for name in CalamineWorkbook.from_path(path).sheet_names}


def rows(path: Path, name: str) -> list[Row]:
    headings, *body = CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python()
    return [dict(zip(map(str, headings), row, strict=True)) for row in body]


def test_a_sheet_for_each_table_with_anything_to_tell(deliveries):
    """Orders that deprive a child of liberty are rare, and a list of none is not sent."""
    titles = {table.title[:31] for table, _ in SHEETS}
    for delivery in deliveries:
        names = set(sheets(delivery))
        assert names <= titles
        assert titles - names <= {"Deprivation of liberty orders"}


def test_nothing_is_told_that_had_not_happened(deliveries):
    for delivery in deliveries:
        for table in sheets(delivery).values():
            days = [cell for row in table for cell in row.values() if isinstance(cell, date)]
            assert max(days) <= delivery.extracted_on


def test_one_placement_follows_another(deliveries):
    """Each ends when the next begins, with its reason; the one that goes on, or ended with care, has none."""
    for delivery in deliveries:
        children: dict[str, list[Row]] = defaultdict(list)
        for row in sheets(delivery)["Placements"]:
            children[row["person_id"]].append(row)
        for held in children.values():
            held.sort(key=lambda row: row["start_date"])
            for before, after in pairwise(held):
                assert before["end_date"] <= after["start_date"]
                if before["end_date"] == after["start_date"]:
                    assert before["change_reason"]
                    assert (before["home_id"] == after["home_id"]) == (after["same_carer"] == "Y")
            assert not held[-1]["change_reason"]


def test_what_is_open_or_ended_within_a_year_is_told_again_each_month(deliveries):
    """So that a table answers for a year without a row in every month of it."""
    before, after = (sheets(delivery) for delivery in deliveries[-2:])
    for name, key in (
        ("Care proceedings", "issue_date"),
        ("Placement costs", "cost_line_id"),
    ):
        told = {(row["person_id"], row[key]) for row in after[name]}
        open_then = [row for row in before[name] if not (row.get("order_date") or row.get("cost_end_date"))]
        assert {(row["person_id"], row[key]) for row in open_then} <= told
