"""A council that has its yearly returns and nothing else: its figures, and a history of two years."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from everychild import month_end
from everychild.calendar import Month
from everychild.cli.new_home import make_home
from everychild.errors import FilesRefused
from everychild.store.home import Home
from tests.intake.census_documents import Nest, child, document, episode

JUNE = datetime(2026, 6, 1, 9, tzinfo=UTC)
MARCH = Month(2025, 3)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home", '[council]\nname = "Smallville"\n')


def a_census(folder: Path, year: int, *children: Nest) -> Path:
    header = [
        ("CollectionDetails", [("Collection", "CIN"), ("Year", year), ("ReferenceDate", date(year, 3, 31))]),
        ("Source", [("LEA", "999")]),
    ]
    path = folder / f"cin-{year}.xml"
    path.write_text(document(children, header), encoding="utf-8")
    return path


def assessed(began: date, ended: date | None) -> tuple[str, Nest]:
    return ("Assessments", [("AssessmentActualStartDate", began), ("AssessmentAuthorisationDate", ended)])


def on_a_plan(began: date, ended: date | None) -> tuple[str, Nest]:
    categories = [("InitialCategoryOfAbuse", "NEG"), ("LatestCategoryOfAbuse", "NEG"), ("NumberOfPreviousCPP", 0)]
    return ("ChildProtectionPlans", [("CPPstartDate", began), ("CPPendDate", ended), *categories])


def closed(on: date) -> list[tuple[str, object]]:
    return [("CINclosureDate", on), ("ReasonForClosure", "RC7")]


def test_two_returns_give_figures_and_one_history(home: Home, tmp_path: Path) -> None:
    """Open on 31 March 2025: 102 and 103. On 31 March 2024: 101 and 102, as the newer return tells of 102, and 101
    until it closed. Of two assessments authorised in March, 10 February to 11 March is 21 working days and 2 December
    to 14 March is more than 45: one of two."""
    before = a_census(
        tmp_path,
        2024,
        child("101", episode(date(2023, 9, 4), on_a_plan(date(2023, 10, 2), None))),
        child("102", episode(date(2024, 2, 5))),
    )
    after = a_census(
        tmp_path,
        2025,
        child(
            "101", episode(date(2023, 9, 4), on_a_plan(date(2023, 10, 2), date(2024, 6, 3)), *closed(date(2024, 7, 1)))
        ),
        child("102", episode(date(2024, 2, 5), assessed(date(2024, 12, 2), date(2025, 3, 14)))),
        child("103", episode(date(2025, 2, 10), assessed(date(2025, 2, 10), date(2025, 3, 11)))),
        child("104", episode(date(2025, 3, 3), ("ReferralNFA", "true"))),
    )
    for path in (before, after):
        month_end.load(home, [path], JUNE)

    edition = month_end.close(home, MARCH, JUNE)
    a_year_before, _ = month_end.work_out(home, Month(2024, 3))

    assert edition.known_on == date(2025, 3, 31)
    assert figure(edition, "FD06") == (1, None)
    assert figure(edition, "AS02") == (1, 2)
    assert figure(edition, "CN01") == (2, None)
    assert figure(edition, "CP12") == (0, None)
    assert figure(a_year_before, "CN01") == (2, None)
    assert figure(a_year_before, "CP12") == (1, None)


def figure(edition: month_end.JudgedEdition, ref: str) -> tuple[int | None, int | None]:
    found = edition.by_ref(ref).figure
    return found.numerator, found.denominator


def test_returns_of_two_years_are_not_loaded_together(home: Home, tmp_path: Path) -> None:
    """An extract has one day; what one of them has closed would be open by the other."""
    paths = [a_census(tmp_path, year, child("101", episode(date(2023, 9, 4)))) for year in (2024, 2025)]

    with pytest.raises(FilesRefused, match="Load each return by itself"):
        month_end.load(home, paths, JUNE, date(2025, 3, 31))
