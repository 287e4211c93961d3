"""The tables of the children looked after return: known by their content, read whole, years told apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from everychild.intake import read_files
from everychild.intake.reading import FileRead, Rows
from everychild.records import BY_NAME
from tests.beside import shared
from tests.intake.invented_files import RECEIVED, codes, outcome, records, write_workbook

"""Another team’s published test files, read where they lie and never copied into this project."""

EPISODES = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
C101,02/05/2017,S,V2,N1,U6,PR1,01/08/2017,X1,,,AA1 1AA,
C101,01/08/2017,L,C1,N1,U6,PR1,20/11/2017,X1,CREQB,,AA1 1AA,
C101,20/11/2017,P,C1,N1,K2,PR4,,X1,,,BB1 1BB,SC000001
C102,03/07/2017,S,V2,N5,U6,PR1,09/02/2018,E4A,,,AA1 1AA,
"""
HEADER = """CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
C101,1,01/06/2008,WBRI,UN1,,
C102,2.0,02/06/2010,MWAS,UN1,,
C103,F,03/06/2011,AIND,UN1,,
C104,U,04/06/2012,NOBT,UN1,,
"""


def read_together(folder: Path, files: dict[str, str | bytes]) -> dict[str, FileRead]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return {file.name: file for file in read_files([folder], received_on=RECEIVED)}


def told(rows: Rows, *names: str) -> list[tuple[Any, ...]]:
    return list(zip(*(rows.columns[name] for name in names), strict=True))


def test_episodes_become_times_in_care_placements_and_legal_statuses(read_text: Any) -> None:
    """Four rows: two children, three placements, three legal statuses; each goes by its last row."""
    file = read_text(EPISODES, "extract.csv")
    assert file.format == "ssda903"
    assert outcome(file) == (4, 0, 0)
    care = records(file, "period_of_care")
    assert told(care, "child_id", "started_on", "ended_on", "reason_ended", "category_of_need", "legal_status") == [
        ("C101", date(2017, 5, 2), None, None, "N1", "C1"),
        ("C102", date(2017, 7, 3), date(2018, 2, 9), "E4A", "N5", "V2"),
    ]
    assert told(care, "legal_status_from", "placements_in_year") == [
        (date(2017, 8, 1), 2),
        (date(2017, 7, 3), None),
    ]
    assert care.rows == [4, 5]
    assert told(records(file, "placement"), "started_on", "ended_on", "placement_type", "provider", "reason_ended") == [
        (date(2017, 5, 2), date(2017, 11, 20), "U6", "PR1", "CREQB"),
        (date(2017, 11, 20), None, "K2", "PR4", None),
        (date(2017, 7, 3), date(2018, 2, 9), "U6", "PR1", None),
    ]
    assert told(records(file, "legal_status_spell"), "started_on", "ended_on", "legal_status") == [
        (date(2017, 5, 2), date(2017, 8, 1), "V2"),
        (date(2017, 8, 1), None, "C1"),
        (date(2017, 7, 3), date(2018, 2, 9), "V2"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_and_encoding_are_read(read_text: Any, delimiter: str, encoding: str) -> None:
    """A peer refuses all but the first of each."""
    file = read_text(EPISODES.replace(",", delimiter).encode(encoding), "upload.csv")
    assert outcome(file) == (4, 0, 0)
    assert len(records(file, "placement")) == 3


def test_headings_and_codes_may_be_in_small_letters(read_text: Any) -> None:
    """Case is nobody’s meaning."""
    assert told(records(read_text(EPISODES.lower(), "a.csv"), "placement"), "placement_type") == [
        ("U6",),
        ("K2",),
        ("U6",),
    ]


def test_a_column_too_many_is_named_and_one_too_few_is_told(read_text: Any) -> None:
    """A peer refuses the upload for either."""
    lines = [line.rsplit(",", 1)[0] + ",x" for line in EPISODES.splitlines()]
    lines[0] = lines[0].removesuffix(",x") + ",NOTES"
    file = read_text("\n".join(lines) + "\n", "a.csv")
    assert sorted(codes(file)) == ["missing_column", "unknown_column"]
    assert len(records(file, "period_of_care")) == 2


def test_years_in_one_folder_are_one_history(tmp_path: Path) -> None:
    """The newer year begins with last year’s open episode: one child in care since May 2017, told by the newer file."""
    newer = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
C101,20/11/2017,P,C1,N1,K2,PR4,04/06/2018,X1,,,BB1 1BB,SC000001
C101,04/06/2018,L,C2,N1,K2,PR4,,,,,BB1 1BB,SC000001
"""
    read = read_together(tmp_path, {"2018/episodes.csv": EPISODES, "2019/episodes.csv": newer})
    older, newer_read = read["2018/episodes.csv"], read["2019/episodes.csv"]
    assert told(records(older, "period_of_care"), "child_id", "started_on") == [("C102", date(2017, 7, 3))]
    assert told(records(newer_read, "period_of_care"), "child_id", "started_on", "ended_on") == [
        ("C101", date(2017, 5, 2), None)
    ]
    assert told(records(newer_read, "placement"), "started_on", "ended_on") == [(date(2017, 11, 20), None)]
    assert codes(newer_read) == []


def test_a_year_alone_says_that_care_began_before_it(read_text: Any) -> None:
    """The first row of a child long in care is no S."""
    file = read_text("\n".join([EPISODES.splitlines()[0], EPISODES.splitlines()[3]]) + "\n", "a.csv")
    (fault,) = file.faults
    assert fault.code == "began_before"
    assert "Load the returns of the years before" in fault.message


def test_children_are_as_the_header_says(read_text: Any) -> None:
    """1 and 2 until 2024, letters since; a program may write 2 as 2.0."""
    child = records(read_text(HEADER, "children.csv"), "child")
    assert told(child, "sex", "ethnic_group") == [
        ("male", "WBRI"),
        ("female", "MWAS"),
        ("female", "AIND"),
        ("not_recorded", "NOBT"),
    ]


def test_two_headers_are_both_read(tmp_path: Path) -> None:
    """In a peer the second replaces the first without a word."""
    second = HEADER.splitlines()[0] + "\nC105,M,05/06/2013,WBRI,UN1,,\n"
    read = read_together(tmp_path, {"header.csv": HEADER, "header2.csv": second})
    assert sum(len(records(file, "child")) for file in read.values()) == 5


@pytest.mark.parametrize(
    ("text", "table", "column", "values"),
    [
        ("CHILD,DOB,REVIEW,REVIEW_CODE\nC101,01/06/2008,01/03/2019,PN1\n", "care_review", "participation", ["PN1"]),
        (
            "CHILD,DOB,MISSING,MIS_START,MIS_END\nC101,01/06/2008,M,01/03/2019,\n",
            "missing_episode",
            "kind",
            ["missing"],
        ),
        ("CHILD,SEX,DOB,DUC\nC101,1,01/06/2008,01/06/2026\n", "child", "unaccompanied", [True]),
        (
            "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\nC101,01/06/2008,SW123,01/03/2019,,MANAGE\n",
            "allocation",
            "worker_id",
            ["SW123"],
        ),
        (
            "CHILD,DOB,DOLO_START,DOLO_END\nC101,01/06/2008,01/03/2019,\n",
            "deprivation_of_liberty_order",
            "started_on",
            [date(2019, 3, 1)],
        ),
        (
            "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n"
            "C101,01/06/2017,01/03/2019,02/03/2019,1,2,MF,L11\n",
            "child",
            "born_on",
            [date(2017, 6, 1)],
        ),
        (
            "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\nC101,01/06/2017,01/03/2019,,\n",
            "child",
            "born_on",
            [date(2017, 6, 1)],
        ),
        (
            "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nC101,01/06/2017,P1,,zz/zz/2018\n",
            "child",
            "born_on",
            [date(2017, 6, 1)],
        ),
    ],
)
def test_each_table_is_known_by_its_headings(
    read_text: Any, text: str, table: str, column: str, values: list[Any]
) -> None:
    """Under a name that says nothing."""
    file = read_text(text, "upload.csv")
    assert file.format == "ssda903"
    assert outcome(file) == (1, 0, 0)
    assert records(file, table).columns[column] == values


def test_accommodation_tells_of_two_things(read_text: Any) -> None:
    """A letter and a figure; nought is a child the council is not in touch with, and is no fault."""
    rows = "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nC1,,YES,F5,U1\nC2,,NO,0,0\nC3,,YES,G6,W2\nC4,,YES,F4,01\n"
    file = read_text(rows, "upload.csv")
    assert told(records(file, "care_leaver"), "in_touch", "activity", "accommodation", "accommodation_suitable") == [
        ("yes", "F5", "U", True),
        ("no", None, None, None),
        ("yes", "G6", "W", False),
        ("yes", "F4", None, None),
    ]
    assert codes(file) == ["unknown_code"]


def test_children_who_came_alone_are_told_of_their_time_in_care(tmp_path: Path) -> None:
    """Where their table is sent, every other child is known not to be one."""
    read = read_together(tmp_path, {"e.csv": EPISODES, "u.csv": "CHILD,SEX,DOB,DUC\nC101,1,01/06/2008,01/06/2026\n"})
    assert records(read["e.csv"], "period_of_care").columns["unaccompanied"] == [True, False]


def test_one_workbook_holds_every_table(tmp_path: Path) -> None:
    """Sheets are known by their headings, so a misspelt name is no matter."""
    sheets = {"episodes": EPISODES, "Header": HEADER, "previous_permenence": "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n"}
    sheets["previous_permenence"] += "C101,01/06/2008,Z1,,\n"
    book = {name: [line.split(",") for line in text.splitlines()] for name, text in sheets.items()}
    (file,) = read_files([write_workbook(tmp_path / "903.xlsx", book)], received_on=RECEIVED)
    assert outcome(file) == (9, 0, 0)
    assert file.sheets == ("episodes", "Header", "previous_permenence")
    assert len(records(file, "period_of_care")) == 2


def test_how_the_sheets_of_a_workbook_stand_changes_nothing(tmp_path: Path) -> None:
    """Two tables disagree about a child's date of birth: the first in the return's own order is believed."""
    sheets = {
        "missing": [["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"], ["C9", "01/06/2008", "A", "03/03/2018", ""]],
        "reviews": [["CHILD", "DOB", "REVIEW", "REVIEW_CODE"], ["C9", "02/06/2010", "02/03/2018", "PN2"]],
    }
    born = []
    for name, book in (("one.xlsx", sheets), ("other.xlsx", dict(reversed(sheets.items())))):
        (file,) = read_files([write_workbook(tmp_path / name, book)], received_on=RECEIVED)
        born.append(records(file, "child").columns["born_on"])
        assert any("published order" in fault.message for fault in file.faults)
    assert born == [[date(2010, 6, 2)]] * 2


def test_codes_of_every_year_are_known(read_text: Any) -> None:
    """Special guardianship until 2018; the four kinds of “other” from 2025-26."""
    head, first, *_ = EPISODES.splitlines()
    rows = [first.replace("U6", "Z13").replace("X1", "E43"), first.replace("C101", "C102").replace("U6", "K3")]
    file = read_text("\n".join([head, *rows]) + "\n", "a.csv")
    assert "unknown_code" not in codes(file)
    assert records(file, "placement").columns["placement_type"] == ["Z1", "K3"]
    assert records(file, "period_of_care").columns["reason_ended"] == ["E46", "X1"]


def test_the_published_test_files_are_read_whole() -> None:
    """Twelve files of twelve tables; every row accounted for, and every record the shape we keep."""
    samples = shared("samples/ssda903")
    read = {file.name: file for file in read_files([samples], received_on=date(2018, 4, 30))}
    assert len(read) == 12
    for path in samples.glob("*.csv"):
        lines = sum(1 for line in path.read_text(encoding="utf-8-sig").splitlines()[1:] if line.strip())
        assert sum(outcome(read[path.name])) == read[path.name].rows == lines
    assert len(records(read["episodes.csv"], "period_of_care")) == 2475
    assert len(records(read["header.csv"], "child")) == 2675
    for file in read.values():
        for rows in file.records:
            assert tuple(rows.columns) == BY_NAME[rows.table].column_names


PLANS = """CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
C201,01/06/2015,05/06/2017,,
C202,01/06/2015,05/06/2017,09/10/2017,RD3
"""
ADOPTED = """CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR
C201,01/06/2015,07/06/2017,04/09/2017,0,2,MF,L11
"""
ADOPTION_EPISODES = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
C201,02/05/2017,S,C1,N1,U6,PR1,10/07/2017,X1,,,AA1 1AA,
C201,10/07/2017,L,E1,N1,U6,PR1,18/09/2017,X1,,,AA1 1AA,
C201,18/09/2017,P,E1,N1,A6,PR1,02/03/2018,E12,,,CC1 1CC,
"""


def test_a_plan_for_adoption_is_put_together_from_three_tables(tmp_path: Path) -> None:
    """Decided, ordered, matched, placed and adopted; the tables of decisions and of the adopted differ by two days."""
    read = read_together(tmp_path, {"a.csv": ADOPTED, "d.csv": PLANS, "e.csv": ADOPTION_EPISODES})
    plans = records(read["d.csv"], "adoption")
    assert told(plans, "child_id", "decided_on", "matched_on", "reversed_on", "reversed_reason") == [
        ("C201", date(2017, 6, 5), date(2017, 9, 4), None, None),
        ("C202", date(2017, 6, 5), None, date(2017, 10, 9), "RD3"),
    ]
    assert told(plans, "entered_care_on", "placement_order_on", "placed_on", "adopted_on")[0] == (
        date(2017, 5, 2),
        date(2017, 7, 10),
        date(2017, 9, 18),
        date(2018, 3, 2),
    )
    assert len(records(read["a.csv"], "adoption")) == 0


def test_the_adopted_without_their_decisions_are_plans_all_the_same(read_text: Any) -> None:
    """Any subset of the tables may be sent."""
    plans = records(read_text(ADOPTED, "a.csv"), "adoption")
    assert told(plans, "decided_on", "matched_on", "adopted_on") == [(date(2017, 6, 7), date(2017, 9, 4), None)]


def test_what_two_years_tell_of_is_told_once(tmp_path: Path) -> None:
    """A child missing over the year’s end: the newer file has the return. A review in both is one review."""
    missing = (
        "CHILD,DOB,MISSING,MIS_START,MIS_END\nC101,01/06/2008,M,30/03/2018,{end}\nC101,01/06/2008,M,{other},{other}\n"
    )
    review = "CHILD,DOB,REVIEW,REVIEW_CODE\nC101,01/06/2008,31/03/2018,PN1\n"
    read = read_together(
        tmp_path,
        {
            "a/missing.csv": missing.format(end="02/04/2018", other="01/06/2018"),
            "b/missing.csv": missing.format(end="", other="01/06/2017"),
            "a/reviews.csv": review,
            "b/reviews.csv": review + "C101,01/06/2008,30/09/2018,PN1\n",
        },
    )
    spells = [
        spell
        for name in ("a/missing.csv", "b/missing.csv")
        for spell in told(records(read[name], "missing_episode"), "went_missing_on", "returned_on")
    ]
    assert sorted(spells) == [
        (date(2017, 6, 1), date(2017, 6, 1)),
        (date(2018, 3, 30), date(2018, 4, 2)),
        (date(2018, 6, 1), date(2018, 6, 1)),
    ]
    assert [len(records(read[name], "care_review")) for name in ("a/reviews.csv", "b/reviews.csv")] == [0, 2]


def test_how_things_stood_is_told_by_the_newest_year(tmp_path: Path) -> None:
    """Whatever the folders are called: a year later the youngest care leaver is a year younger, and the other is named."""
    leavers = "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nC1,{born},YES,F5,U1\n"
    read = read_together(
        tmp_path,
        {"a/oc3.csv": leavers.format(born="01/06/2001"), "b/oc3.csv": leavers.format(born="01/06/2000")},
    )
    assert [len(records(read[name], "care_leaver")) for name in ("a/oc3.csv", "b/oc3.csv")] == [1, 0]
    assert codes(read["b/oc3.csv"]) == ["of_an_earlier_year"]
    assert sum(outcome(read["b/oc3.csv"])) == 1
