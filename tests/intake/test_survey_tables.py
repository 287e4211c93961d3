"""The special educational needs survey (SEN2) as tables: the same records as the document gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from everychild.errors import FilesRefused
from everychild.intake.files import read_files
from everychild.intake.reading import FileRead
from tests.intake.survey_documents import ANN, BEN, ISSUED, OF_OLD, REFUSED, person, survey
from tests.intake.survey_tables import TABLES, write_tables

RECEIVED = date(2019, 6, 1)
REVIEW = "<LastReview>2018-11-30</LastReview><ReviewMeeting>2018-11-05</ReviewMeeting>"


def told(files: Sequence[FileRead]) -> dict[str, list[dict[str, object]]]:
    """Every row of every record, whichever file and place it came from; children by their number."""
    found: dict[str, list[dict[str, object]]] = {}
    for file in files:
        for rows in file.records:
            values = zip(*rows.columns.values(), strict=True)
            found.setdefault(rows.feed, []).extend(dict(zip(rows.columns, each, strict=True)) for each in values)
    return {feed: sorted(rows, key=repr) for feed, rows in found.items() if rows}


def one(told_plans: list[dict[str, object]]) -> list[dict[str, object]]:
    """What several tables tell of one plan, made one: the first known value of each column counts."""
    plans: dict[tuple[object, object], dict[str, object]] = {}
    for row in told_plans:
        plan = plans.setdefault((row["child_id"], row["started_on"]), {})
        plan.update({name: value for name, value in row.items() if value is not None})
    return list(plans.values())


def test_the_tables_give_what_the_document_gives(tmp_path: Path) -> None:
    """Nine files in a folder, each known by the numbers that hold them together."""
    document = tmp_path / "sen2.xml"
    reviewed = ISSUED.replace("<LastReview>2018-02-01</LastReview>", REVIEW)
    of_old = OF_OLD.replace("<LastReview>2018-02-01</LastReview>", "")
    ben = person(BEN, of_old).replace("2010-05-01", "2009-05-01").replace("<Sex>F", "<Sex>M")
    document.write_text(survey(person(ANN, reviewed, REFUSED), ben), encoding="utf-8")

    by_document = told(read_files([document], received_on=RECEIVED))
    by_tables = told(read_files([write_tables(tmp_path / "tables")], received_on=RECEIVED))

    plans = "special_needs_return.ehc_plan"
    assert one(by_tables.pop(plans)) == one(by_document.pop(plans))
    assert by_tables == by_document
    assert set(by_tables) == {
        "special_needs_return.child",
        "special_needs_return.ehc_request",
        "special_needs_return.ehc_review",
    }


def test_every_row_is_accounted_for(tmp_path: Path) -> None:
    """The row number is that of the file it came in. What only completes others is named as such."""
    files = read_files([write_tables(tmp_path / "tables")], received_on=RECEIVED)
    assert {file.format for file in files} == {"special_needs_return"}
    assert {file.newest_date for file in files if file.rows} == {date(2019, 1, 17)}
    assert sum(file.rows for file in files) == 2 + 3 + 2 + 2 + 3
    assert all(file.rows == file.accepted + file.queried + file.set_aside for file in files)
    (requests,) = (file for file in files if file.sheets == ("Requests",))
    (rows,) = (rows for rows in requests.records if rows.feed.endswith("ehc_request"))
    assert rows.rows == [2, 3]
    assert sorted(line for file in files for line in file.skipped) == [
        "assessment: looked up by the survey’s other tables.",
        "placementdetail: looked up by the survey’s other tables.",
        "plandetail: looked up by the survey’s other tables.",
        "sen2: looked up by the survey’s other tables.",
    ]
    assert {fault.code for file in files for fault in file.faults} == {"no_record_made"}, "the request of old"


def test_a_workbook_of_all_the_tables_is_the_same(tmp_path: Path) -> None:
    (file,) = read_files([workbook(tmp_path / "sen2.xlsx", TABLES)], received_on=RECEIVED)
    assert file.sheets == ("Person", "Requests", "NamedPlan", "ActivePlans", "SENneed")
    by_files = told(read_files([write_tables(tmp_path / "tables")], received_on=RECEIVED))
    by_workbook = told([file])
    plans = "special_needs_return.ehc_plan"
    assert one(by_workbook.pop(plans)) == one(by_files.pop(plans))
    assert by_workbook == by_files


def workbook(path: Path, sheets: Mapping[str, str]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for name, text in sheets.items():
            sheet = book.add_worksheet(name)
            for at, line in enumerate(text.splitlines()):
                sheet.write_row(at, 0, line.split(","))
    return path


def test_headings_below_a_title_are_found_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    titled = {name: f"Special educational needs survey\n\n{text}" for name, text in TABLES.items()}
    (file,) = read_files([workbook(tmp_path / "sen2.xlsx", titled)], received_on=RECEIVED)
    (rows,) = (rows for rows in file.records if rows.feed.endswith("ehc_request"))
    assert rows.rows == [4, 5]
    (same,) = read_files([workbook(tmp_path / "plain.xlsx", TABLES)], received_on=RECEIVED)
    assert told([file]) == told([same])
    assert file.rows == file.accepted + file.queried + file.set_aside == same.rows


def test_a_sheet_beside_the_tables_is_named_as_not_read(tmp_path: Path) -> None:
    more = {**TABLES, "Notes": "Who,What,When,Why\n1,2,3,4", "Guidance": "How this was made"}
    (file,) = read_files([workbook(tmp_path / "sen2.xlsx", more)], received_on=RECEIVED)
    assert [line.split(":")[0] for line in file.skipped] == ["Notes", "Guidance"]


def test_the_older_column_of_sex_is_read(tmp_path: Path) -> None:
    """Gendercurrent until 2023, sex since: years told apart by what is there."""
    older = TABLES["person"].replace(",sex,", ",gendercurrent,").replace(",F,", ",2,").replace(",M,", ",1,")
    files = read_files([write_tables(tmp_path / "tables", person=older)], received_on=RECEIVED)
    children = told(files)["special_needs_return.child"]
    assert {row["child_id"]: row["sex"] for row in children} == {ANN: "female", BEN: "male"}


def test_a_column_the_survey_does_not_have_is_named(tmp_path: Path) -> None:
    more = TABLES["senneed"].replace("sentyperank\n", "sentyperank,shade\n").replace(",2\n", ",2,blue\n")
    more = more.replace(",1\n", ",1,\n")
    files = read_files([write_tables(tmp_path / "tables", senneed=more)], received_on=RECEIVED)
    (fault,) = (fault for file in files for fault in file.faults if fault.code == "unknown_element")
    assert "SENneed/shade" in fault.message


def test_without_the_people_nothing_is_read(tmp_path: Path) -> None:
    with pytest.raises(FilesRefused, match="the table “person” is not beside it"):
        read_files([write_tables(tmp_path / "tables", person="")], received_on=RECEIVED)


def test_two_years_in_one_load_are_refused(tmp_path: Path) -> None:
    """Their numbers are their own, and would lead from one year to the other."""
    write_tables(tmp_path / "in" / "2019")
    write_tables(tmp_path / "in" / "2018", person=TABLES["person"].replace("11,,1", "13,,1"))
    with pytest.raises(FilesRefused, match="would count twice"):
        read_files([tmp_path / "in"], received_on=RECEIVED)


def test_a_table_that_is_not_there_is_asked_about(tmp_path: Path) -> None:
    files = read_files([write_tables(tmp_path / "tables", activeplans="", senneed="")], received_on=RECEIVED)
    messages = [fault.message for file in files for fault in file.faults if fault.code == "list_absent"]
    assert messages == ["The survey came without its table activeplans. Figures that need it will say so."]


def test_a_row_of_another_width_is_set_aside(tmp_path: Path) -> None:
    """A cell too many moves all that follow it."""
    broken = TABLES["requests"].replace("21,,1,9,11,", "21,,1,9,9,11,")
    files = read_files([write_tables(tmp_path / "tables", requests=broken)], received_on=RECEIVED)
    assert [file.set_aside for file in files if file.sheets == ("Requests",)] == [1]


def test_nothing_of_names_and_addresses_is_kept(tmp_path: Path) -> None:
    files = read_files([write_tables(tmp_path / "tables")], received_on=RECEIVED)
    kept = repr([(file.records, file.faults, file.unknown) for file in files])
    assert "Reed" not in kept
    assert "AA1" not in kept
