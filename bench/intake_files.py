"""Invented returns of any size, with mistakes planted in them, for the bench of intake: alike in every run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import xlsxwriter
from tests.intake.census_documents import child as census_child
from tests.intake.census_documents import document, episode, written

from bench.intake_step import YEAR_ENDED
from everychild.layouts.annex_a import LISTS
from everychild.layouts.layout import Heading
from everychild.records import Kind

YEAR_BEGAN = date(2025, 4, 1)

HEADINGS = {
    "header": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
    "episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
    "missing": "CHILD,DOB,MISSING,MIS_START,MIS_END",
    "oc2": "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
    "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
    "oc3": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM",
    "uasc": "CHILD,SEX,DOB,DUC",
    "previous_permanence": "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM",
    "sw_episodes": "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON",
}


def write_return(folder: Path, children: int) -> None:
    """The SSDA903’s tables as CSV files: about eight rows a child, one child in twenty with a mistake."""
    folder.mkdir(parents=True)
    random = Random(903)  # invented children
    rows: dict[str, list[str]] = {name: [headings] for name, headings in HEADINGS.items()}
    for number in range(children):
        _child_in_care(random, f"C{number:07}", rows)
    for name, lines in rows.items():
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n")


def _child_in_care(random: Random, child: str, rows: dict[str, list[str]]) -> None:
    born = date(2008, 4, 1) + timedelta(days=random.randrange(5_500))
    dob, is_wrong = f"{born:%d/%m/%Y}", random.random() < 0.05
    sex, ethnic = random.choice("MF"), random.choice(("WBRI", "MWBC", "AIND", "BAFR", "XXXX" if is_wrong else "WOTH"))
    rows["header"].append(f"{child},{sex},{dob},{ethnic},UN1,,")
    day, why = max(born, date(2023, 1, 1)) + timedelta(days=random.randrange(900)), "S"
    for at in range(random.choice((1, 1, 1, 2, 2, 3))):
        ends = day + timedelta(days=random.randrange(20, 400))
        is_open = ends > YEAR_ENDED
        reason = "" if is_open else "X1" if at < 2 else "E4A"
        dec = "" if is_open else f"{(day - timedelta(days=3) if is_wrong and at == 0 else ends):%d/%m/%Y}"
        placed = "QQ" if is_wrong and at == 1 else random.choice(("U6", "K2", "U1"))
        rows["episodes"].append(
            f"{child},{day:%d/%m/%Y},{why},C2,N1,{placed},PR1,{dec},{reason},,AA1 1AA,BB{at} 1BB,SC000001"
        )
        if is_open:
            break
        day, why = ends, random.choice("PLB")
    for at in range(2):
        rows["reviews"].append(f"{child},{dob},{_in_year(random)},{'PN9' if is_wrong and at else 'PN1'}")
    rows["oc2"].append(f"{child},{dob},{random.randrange(41)},,0,1,1,1,1,0,,")
    rows["sw_episodes"].append(f"{child},{dob},SW{random.randrange(300)},{day:%d/%m/%Y},,INITIA")
    if random.random() < 0.3:
        went = YEAR_BEGAN + timedelta(days=random.randrange(300))
        rows["missing"].append(
            f"{child},{dob},M,{went:%d/%m/%Y},{went + timedelta(days=-2 if is_wrong else 2):%d/%m/%Y}"
        )
    if random.random() < 0.1:
        rows["uasc"].append(f"{child},{sex},{dob},{born.replace(year=born.year + 18, day=min(born.day, 28)):%d/%m/%Y}")
        rows["previous_permanence"].append(f"{child},{dob},Z1,,")
        rows["oc3"].append(f"{child},{dob},YES,F4,U1")


def _in_year(random: Random) -> str:
    return f"{YEAR_BEGAN + timedelta(days=random.randrange(364)):%d/%m/%Y}"


def write_census(folder: Path, children: int) -> None:
    """A children in need census, as XML of about 1,100 bytes a child."""
    folder.mkdir(parents=True)
    header = [
        ("CollectionDetails", [("Collection", "CIN"), ("Year", "2026"), ("ReferenceDate", YEAR_ENDED)]),
        ("Source", [("SourceLevel", "L"), ("LEA", "999"), ("SoftwareCode", "Invented"), ("SerialNo", "001")]),
    ]
    start, end = document([], header).split("<Children></Children>")
    with (folder / "census.xml").open("w") as out:
        out.write(f"{start}<Children>")
        for number in range(children):
            out.write(f"<Child>{_child_in_need(number)}</Child>")
        out.write(f"</Children>{end}")


def _child_in_need(number: int) -> str:
    on = YEAR_BEGAN + timedelta(days=number % 300)
    done = on + timedelta(days=30 if number % 20 else -5)
    return written(
        census_child(
            f"{number:013}",
            episode(
                on,
                (
                    "Assessments",
                    [
                        ("AssessmentActualStartDate", on),
                        ("AssessmentAuthorisationDate", done),
                        ("FactorsIdentifiedAtAssessment", [("AssessmentFactors", "3B"), ("AssessmentFactors", "4B")]),
                    ],
                ),
                ("Section47", [("S47ActualStartDate", on), ("DateOfInitialCPC", on + timedelta(days=14))]),
            ),
        )
    )


def write_annex_a(folder: Path, rows: int) -> None:
    """One workbook of the eleven lists, so many rows over all of them, each column filled as its heading asks."""
    folder.mkdir(parents=True)
    random = Random(11)  # invented children
    with xlsxwriter.Workbook(folder / "Annex A.xlsx", {"constant_memory": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for layout in LISTS:
            sheet = book.add_worksheet(f"List {layout.number}")
            sheet.write_row(0, 0, [heading.title for heading in layout.headings])
            fillers = [_filler(heading, at, random) for at, heading in enumerate(layout.headings)]
            for row in range(1, rows // len(LISTS) + 1):
                for column, fill in enumerate(fillers):
                    cell = fill(row)
                    if isinstance(cell, date):
                        sheet.write_datetime(row, column, cell, day)
                    elif cell != "":
                        sheet.write(row, column, cell)


def _filler(heading: Heading, at: int, random: Random) -> Callable[[int], str | int | date]:
    if heading.codes is not None:
        forms: Sequence[str] = list(heading.codes.written.values()) or list(heading.codes.codes.values)
        return lambda _: random.choice(forms)
    if heading.kind in (Kind.DATE, Kind.MOMENT):
        if "birth" in heading.title.casefold():
            return lambda row: date(2010, 1, 1) + timedelta(days=row % 4_000)
        first = date(2025, 10, 1) + timedelta(days=at)  # what stands further right happened later
        return lambda row: first + timedelta(days=row % 120)
    if heading.kind is Kind.IDENTIFIER and not heading.is_name:
        return lambda row: f"{10_000_000 + row}"
    if heading.kind is Kind.NUMBER:
        return lambda _: random.randrange(5)
    return lambda row: f"Team {row % 9}"


def counted(folder: Path) -> tuple[int, float]:
    """Files and megabytes."""
    files: Iterator[Path] = (path for path in folder.iterdir() if path.is_file())
    sizes = [path.stat().st_size for path in files]
    return len(sizes), sum(sizes) / 1024**2
