"""Good files of every kind we read, small and invented: what the campaign of mutations begins with."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import python_calamine

from everychild.northbrook import write_files
from tests.intake.census_documents import child as census_child
from tests.intake.census_documents import document, episode
from tests.intake.survey_documents import ANN, BEN, CAL, ISSUED, OF_OLD, REFUSED, person, survey
from tests.intake.test_dataset import ASSESSMENTS, CARE, PERSON, STATUSES
from tests.intake.test_payloads import CHILD
from tests.intake.test_provider_lists import AT_A_DATE, COMBINED, IN_A_YEAR, OLDER, PLACES
from tests.intake.test_return_document import PLAIN
from tests.intake.test_returns import ADOPTED, ADOPTION_EPISODES, EPISODES, HEADER, PLANS
from tests.intake.test_workforce_census import census as workforce_census
from tests.intake.test_workforce_census import worker

ROWS = 9
"""Rows kept of each sheet, so that a mutant is read in a moment."""

Cell = str | float | bool | date | datetime | None
Sheets = dict[str, list[list[Cell]]]

DATE, BIRTH = "31/03/2019", "01/06/2008"
MORE_OF_THE_RETURN = {
    "reviews": f"CHILD,DOB,REVIEW,REVIEW_CODE\nC10101,{BIRTH},01/03/2018,PN1\nC10102,02/06/2010,02/03/2018,PN2\n",
    "missing": f"CHILD,DOB,MISSING,MIS_START,MIS_END\nC10101,{BIRTH},M,01/03/2018,02/03/2018\nC10102,{BIRTH},A,03/03/2018,\n",
    "uasc": f"CHILD,SEX,DOB,DUC\nC10101,1,{BIRTH},01/06/2026\nC10102,2,{BIRTH},02/06/2026\n",
    "sw_episodes": f"CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\nC10101,{BIRTH},SW123,01/03/2018,,MANAGE\n"
    f"C10102,{BIRTH},SW124,02/03/2018,03/03/2018,MANAGE\n",
    "dolo": f"CHILD,DOB,DOLO_START,DOLO_END\nC10101,{BIRTH},01/03/2018,\nC10102,{BIRTH},02/03/2018,05/03/2018\n",
    "oc3": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nC10101,01/06/1999,YES,F5,U1\nC10102,02/06/1999,NO,0,0\n",
    "previous_permanence": f"CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nC10101,{BIRTH},P1,,zz/zz/2017\nC10102,{BIRTH},Z1,,\n",
}


@dataclass(frozen=True)
class Good:
    """A file nothing is wrong with: its sheets, or where it is a document, its text."""

    name: str
    sheets: Sheets | None = None
    text: str = ""

    @property
    def is_book(self) -> bool:
        return self.name.endswith(".xlsx")

    @property
    def stem(self) -> str:
        return self.name.rpartition(".")[0]

    def copied(self) -> Sheets:
        assert self.sheets is not None
        return deepcopy(self.sheets)


def good_files(folder: Path) -> tuple[Good, ...]:
    """Northbrook’s files of one month, tables of the return and the dataset, Ofsted’s lists, and each document."""
    (delivery,) = write_files(folder, children=150, months=1)
    return tuple(
        sorted(
            [
                *map(_of_northbrook, delivery.files),
                *_of_the_return(),
                *_of_the_dataset(),
                *_of_ofsted(),
                *_documents(),
            ],
            key=lambda each: each.name,
        )
    )


def _of_northbrook(path: Path) -> Good:
    if path.suffix == ".xlsx":
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        rows = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
        return Good(
            path.name, {name: _some(_from_its_headings(sheet)) for name, sheet in rows.items() if _is_list(sheet)}
        )
    return Good(path.name, {path.stem: _some(_from_its_headings(_cells(_text(path.read_bytes()))))})


def _is_list(rows: list[list[Any]]) -> bool:
    return bool(rows) and len(rows[-1]) > 2


def _from_its_headings(rows: list[list[Any]]) -> list[list[Any]]:
    """Without the title that stands above them."""
    filled = [sum(cell != "" for cell in row) for row in rows[:4]]
    return rows[filled.index(max(filled)) :]


def _text(data: bytes) -> str:
    """Some of Northbrook’s systems write as Windows does."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _cells(text: str) -> list[list[Any]]:
    header = text.partition("\n")[0]
    return list(csv.reader(io.StringIO(text), delimiter=max(",;\t|", key=header.count)))


def _some(rows: list[list[Any]]) -> list[list[Any]]:
    """The headings and rows from all over the sheet, each once."""
    header, *body = rows
    step = max(len(body) // ROWS, 1)
    different: list[list[Any]] = []
    for row in body[::step]:
        if row not in different:
            different.append(row)
    return [header, *different[:ROWS]]


def _of_the_return() -> Iterator[Good]:
    longer = {
        "episodes": EPISODES,
        "header": HEADER,
        "ad1": ADOPTED,
        "placed_for_adoption": PLANS,
        "adoption_episodes": ADOPTION_EPISODES,
        **MORE_OF_THE_RETURN,
    }
    for name, text in longer.items():
        yield Good(f"{name}.csv", {name: _cells(text)})
    yield Good("return.xlsx", {name: _cells(longer[name]) for name in ("episodes", "header", "reviews", "missing")})


def _of_the_dataset() -> Iterator[Good]:
    """Tables that say something by themselves; what they lean on is in other files, and not in a mutant’s load."""
    for name, text in {"people": PERSON, "assessments": ASSESSMENTS, "in_care": CARE, "statuses": STATUSES}.items():
        yield Good(f"dataset {name}.csv", {name: _cells(text)})


def _of_ofsted() -> Iterator[Good]:
    lists = {"at a date": AT_A_DATE, "in a year": IN_A_YEAR, "combined": COMBINED, "older": OLDER, "places": PLACES}
    for name, text in lists.items():
        yield Good(f"providers {name}.csv", {name: _cells(text)})


def _documents() -> Iterator[Good]:
    on = date(2024, 5, 1)
    children = [
        census_child(
            f"00010{number:08}",
            episode(
                on,
                (
                    "Assessments",
                    [
                        ("AssessmentActualStartDate", on),
                        ("AssessmentAuthorisationDate", date(2024, 6, 1)),
                        ("FactorsIdentifiedAtAssessment", [("AssessmentFactors", "3B")]),
                    ],
                ),
                ("Section47", [("S47ActualStartDate", on), ("DateOfInitialCPC", date(2024, 5, 15))]),
            ),
        )
        for number in range(1, 5)
    ]
    yield Good("census.xml", text=document(children))
    yield Good("return.xml", text=PLAIN)
    yield Good("sen2.xml", text=survey(person(ANN, ISSUED, REFUSED), person(BEN, OF_OLD), person(CAL, REFUSED)))
    yield Good(
        "workforce.xml",
        text=workforce_census(
            worker("SW1001", FTE=0.8, OrgRole=5, RoleStartDate="2020-01-06", FTE30=0.8, Cases30=11, Absat30Sept=1),
            worker("SW1002", FTE=1, OrgRole=3, RoleEndDate="2024-05-31", ReasonLeave=3),
            worker("SW1003", agency=1, FTE=1, OrgRole=6, CFKSSstatus=1),
        ),
    )
    payloads = []
    for number in range(3):
        payload = deepcopy(CHILD)
        payload["la_child_id"] = f"010{number}55"
        payloads.append(payload)
    yield Good("payloads.json", text=json.dumps(payloads, indent=1))
