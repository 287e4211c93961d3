"""A home into which two sources were loaded: Annex A’s plans and the census of the year."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from everychild import month_end
from everychild.cli.new_home import make_home
from everychild.layouts.annex_a.child_protection import LIST_7
from everychild.store.home import Home
from tests.intake.census_documents import child, document, episode

LOADED = datetime(2025, 5, 1, 9, tzinfo=UTC)
HEADER = [
    ("CollectionDetails", [("Collection", "CIN"), ("Year", 2025), ("ReferenceDate", date(2025, 3, 31))]),
    ("Source", [("LEA", "999")]),
]
STARTED = "Child Protection Plan Start Date"


def two_sources(folder: Path, name: str = "home") -> Home:
    """101 is told alike; 102 begins two days later by the census; 103 is in Annex A alone."""
    home = make_home(folder / name, '[council]\nname = "Smallville"\n')
    plans = [plan("101", "04/11/2024", "North"), plan("102", "11/11/2024", "South"), plan("103", "06/01/2025", "North")]
    month_end.load(home, [list_7(folder, plans)], LOADED, date(2025, 4, 2))
    month_end.load(home, [a_census(folder)], LOADED)
    return home


def plan(child_id: str, started: str, team: str) -> dict[str, str]:
    return {"Child Unique ID": child_id, STARTED: started, "Allocated Team": team, "Date of Birth": "01/06/2015"}


def list_7(folder: Path, rows: Sequence[Mapping[str, str]]) -> Path:
    path = folder / "list 7.csv"
    titles = [heading.title for heading in LIST_7.headings]
    assert all(set(row) <= set(titles) for row in rows), titles
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, titles, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def a_census(folder: Path) -> Path:
    path = folder / "census.xml"
    children = [on_a_plan("101", date(2024, 11, 4)), on_a_plan("102", date(2024, 11, 13))]
    path.write_text(document(children, HEADER), encoding="utf-8")
    return path


def on_a_plan(child_id: str, began: date) -> object:
    categories = [("InitialCategoryOfAbuse", "NEG"), ("LatestCategoryOfAbuse", "NEG"), ("NumberOfPreviousCPP", 0)]
    return child(child_id, episode(date(2024, 10, 1), ("ChildProtectionPlans", [("CPPstartDate", began), *categories])))
