"""The files themselves: where they lie, what shape they have, what each extraction could and could not know."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from everychild.calendar import Month, add_months
from everychild.intake import read_files
from everychild.layouts.annex_a import LISTS
from everychild.layouts.local import TABLES
from everychild.northbrook import CLOSURE_DAYS, write_files
from tests.northbrook.written import Files, day, known_day

FILES = {
    "advocacy_offers.csv",
    "allegations.csv",
    "assessment_factors.csv",
    "assessment_review_points.csv",
    "child_in_need_plans.csv",
    "child_in_need_reviews.csv",
    "contact_decisions.csv",
    "early_help_episodes.csv",
    "early_help_referrals.csv",
    "pre_proceedings.csv",
    "private_fostering.csv",
    "allocations.csv",
    "audits.csv",
    "care_plans.csv",
    "case_supervision.xlsx",
    "caseload_snapshot.csv",
    "children_missing_education.csv",
    "cla_reviews.csv",
    "complaints.csv",
    "conference_log.csv",
    "core_groups.csv",
    "children_in_care.xlsx",
    "early_help_assessments.csv",
    "ehcp_advice.csv",
    "ehcp_annual_reviews.csv",
    "ehcp_plans.csv",
    "ehcp_requests.csv",
    "escalations.csv",
    "exploitation_risk.csv",
    "fostering_enquiries.csv",
    "fostering_households.csv",
    "health_assessments.csv",
    "home_education.csv",
    "meeting_reports.csv",
    "missing_episodes.csv",
    "nrm_referrals.csv",
    "oc2.csv",
    "personal_education_plans.csv",
    "return_home_interviews.csv",
    "section_47_enquiries.csv",
    "serious_incidents.csv",
    "staff_supervision.csv",
    "strategy_discussions.csv",
    "tribunal_appeals.csv",
    "school_attendance.csv",
    "visits.csv",
    "workforce_snapshot.csv",
}


@pytest.fixture(scope="module")
def council(tmp_path_factory) -> Files:
    return Files(write_files(tmp_path_factory.mktemp("council"), children=600, months=15), 600)


def workbook(council: Files, month: Month) -> CalamineWorkbook:
    delivery = next(delivery for delivery in council.deliveries if delivery.month == month)
    return CalamineWorkbook.from_path(next(path for path in delivery.files if path.name.startswith("annex_a")))


def test_one_folder_a_month_with_its_files(council):
    assert council.months[0] == Month(2018, 2)
    for delivery in council.deliveries:
        assert delivery.folder.name == str(delivery.month)
        assert {path.name for path in delivery.files} == FILES | {f"annex_a_{delivery.month}.xlsx"}
        assert {path.name for path in delivery.folder.iterdir()} == {path.name for path in delivery.files}


def test_extracts_are_taken_on_the_third_working_day_of_the_next_month(council):
    """April 2019 on Friday 3 May; December 2018 on Friday 4 January, after New Year's Day."""
    taken = {delivery.month: delivery.extracted_on for delivery in council.deliveries}
    assert taken[Month(2019, 4)] == date(2019, 5, 3)
    assert taken[Month(2018, 12)] == date(2019, 1, 4)
    assert taken[Month(2018, 3)] == date(2018, 4, 5)


def test_closure_days_are_the_weekdays_of_27_28_and_31_december():
    assert [day for day in CLOSURE_DAYS if day.year == 2018] == [
        date(2018, 12, 27),
        date(2018, 12, 28),
        date(2018, 12, 31),
    ]
    assert [day for day in CLOSURE_DAYS if day.year == 2017] == [date(2017, 12, 27), date(2017, 12, 28)]


def test_the_workbook_is_shaped_like_the_template(council):
    book = workbook(council, Month(2019, 4))
    assert book.sheet_names == ["Front_Sheet", "Guidance", *(f"List {number}" for number in range(1, 12))]
    for layout in LISTS:
        rows = book.get_sheet_by_name(f"List {layout.number}").to_python()
        assert rows[0][0] == f"List {layout.number}: {layout.title}"
        assert rows[1] == [heading.title for heading in layout.headings]
        assert len(rows) > 2 or layout.number == 10


@pytest.mark.parametrize(("month", "columns"), [(Month(2018, 3), 13), (Month(2018, 4), 17)], ids=str)
def test_list_9_grows_after_march_2018(council, month, columns):
    assert len(workbook(council, month).get_sheet_by_name("List 9").to_python()[1]) == columns


def test_codes_are_written_with_their_letters(council):
    rows = council.list_rows(council.deliveries[-1], 3)
    assert {row["Referral NFA?"] for row in rows} == {"a) Yes", "b) No"}
    assert all(row["Gender"][1:3] == ") " for row in rows)


def test_local_tables_have_the_headings_of_their_layouts(council):
    for table in TABLES:
        if f"{table.name}.csv" in FILES - {"return_home_interviews.csv"}:
            rows = council.rows(council.deliveries[-1], table.name)
            assert list(rows[0]) == [heading.title for heading in table.headings]


def test_lists_look_back_six_months_and_no_further(council):
    for delivery in council.deliveries:
        since = add_months(delivery.extracted_on, -6)
        contacted = [row["Date of Contact"] for row in council.list_rows(delivery, 1)]
        days = [known_day(text) for text in contacted if text != "31/02/2018"]
        assert since <= min(days)
        assert max(days) <= delivery.extracted_on
        for row in council.list_rows(delivery, 6):
            closed_on = day(row["CIN Closure Date"])
            assert closed_on is None or closed_on >= since


def test_one_row_a_child_in_lists_6_to_9(council):
    for delivery in council.deliveries:
        for number in (7, 8, 9):
            children = [row["Child Unique ID"] for row in council.list_rows(delivery, number)]
            assert len(set(children)) == len(children)


def test_nothing_is_known_before_it_is_recorded(council):
    for delivery in council.deliveries:
        for table, column in (("visits", "recorded_at"), ("case_supervision", "recorded_at")):
            assert all(known_day(row[column]) <= delivery.extracted_on for row in council.rows(delivery, table))


def test_a_supervision_written_up_late_appears_in_a_later_delivery(council):
    """Held in February or March 2019, missing from the files of March and there in those of April."""
    march, april = council.deliveries[-2:]

    def held(delivery):
        rows = council.rows(delivery, "case_supervision")
        return {row["supervision_id"] for row in rows if known_day(row["held_date"]) <= march.extracted_on}

    assert len(held(april) - held(march)) > 5
    assert not {one for one in held(march) if one not in held(april)} & {
        row["supervision_id"]
        for row in council.rows(march, "case_supervision")
        if known_day(row["held_date"]) > add_months(april.extracted_on, -6)
    }


def test_an_open_spell_has_no_end_yet(council):
    first, last = council.deliveries[0], council.deliveries[-1]
    open_then = {
        (row["Child Unique ID"], row["Child Protection Plan Start Date"])
        for row in council.list_rows(first, 7)
        if not row["Child Protection Plan End Date"]
    }
    ended = {
        (row["Child Unique ID"], row["Child Protection Plan Start Date"])
        for row in council.list_rows(last, 7)
        if row["Child Protection Plan End Date"]
    }
    assert open_then
    assert ended
    assert all(
        known_day(row["Child Protection Plan End Date"]) <= last.extracted_on
        for row in council.list_rows(last, 7)
        if row["Child Protection Plan End Date"]
    )


def test_the_children_known_are_as_many_as_asked_for(northbrook):
    known = {
        row["Child Unique ID"]
        for delivery in northbrook.deliveries
        for number in range(1, 11)
        for row in northbrook.list_rows(delivery, number)
    }
    assert len(known) == pytest.approx(northbrook.children, rel=0.02)


def interviews(council: Files) -> bytes:
    folder = council.deliveries[-1].folder
    return (folder / "return_home_interviews.csv").read_bytes()


def test_the_return_interviews_are_untidy(council):
    with pytest.raises(UnicodeDecodeError):
        interviews(council).decode("utf-8")
    lines = interviews(council).decode("cp1252").split("\r\n")
    assert "Case Number;Missing Episode ID;RHI Required" in lines[3]
    assert lines[2].strip(";") == ""
    assert lines[-2].startswith("Total;")
    everything = "\n".join(
        (delivery.folder / "return_home_interviews.csv").read_text(encoding="cp1252") for delivery in council.deliveries
    )
    for habit in ("tbc", "N/A", "  ", "\n" + ";" * 10 + "\n", " 2019;", "-2018;", "2018-"):
        assert habit in everything, habit


def test_yet_every_interview_can_be_read_back(council):
    for delivery in council.deliveries:
        returned = {
            row["missing_id"]: known_day(row["returned_at"])
            for row in council.rows(delivery, "missing_episodes")
            if row["returned_at"]
        }
        rows = council.rows(delivery, "return_home_interviews")
        assert {row["Missing Episode ID"] for row in rows} == set(returned)
        for row in rows:
            held_on = day(row["Date of RHI"])
            assert held_on is None or returned[row["Missing Episode ID"]] <= held_on <= delivery.extracted_on


def test_annex_a_has_its_share_of_dirt_and_the_local_files_none(council):
    for file in read_files([council.deliveries[-1].folder], received_on=council.deliveries[-1].extracted_on):
        if file.name.startswith("annex_a"):
            assert 0 < file.queried < 0.02 * file.rows
            assert 0 < file.set_aside < 0.02 * file.rows
        else:
            assert file.set_aside == 0, (file.name, file.faults)


def test_names_stand_in_annex_a_only(council):
    names = {
        row["Allocated Worker"] for number in (3, 6, 9) for row in council.list_rows(council.deliveries[-1], number)
    }
    assert all(" " in name for name in names)
    local = "".join(path.read_text(encoding="cp1252") for path in council.deliveries[-1].files if path.suffix == ".csv")
    assert not [name for name in names if name in local]


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.*")) if path.is_file()}


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name, seed in (("one", 5), ("two", 5), ("other", 6)):
        write_files(tmp_path / name, seed=seed, children=300, months=13)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")
    assert files_of(tmp_path / "one") != files_of(tmp_path / "other")


def test_the_story_is_exact_for_a_very_small_council_too(tmp_path):
    """A hundred children: one early help assessment or so a month."""
    council = Files(write_files(tmp_path, seed=3, children=100, months=13), 100)
    rows = council.table("early_help_assessments", "person_id", "request_date")
    taken = {
        month: [
            council.working_days(known_day(row["request_date"]), known_day(row["completed_date"]))
            for row in rows
            if row["completed_date"] and Month.of(known_day(row["completed_date"])) == month
        ]
        for month in council.months
    }
    year = [days for month in council.months[:-1] for days in taken[month]]
    assert sum(year) == 40 * len(year)
    assert sum(taken[Month(2019, 3)]) == 29 * len(taken[Month(2019, 3)])
    assert sum(taken[Month(2019, 4)]) == 43 * len(taken[Month(2019, 4)])


def test_any_last_month_will_do_and_progress_is_told(tmp_path):
    said: list[str] = []
    deliveries = write_files(tmp_path, children=60, months=2, last=Month(2020, 3), progress=said.append)
    assert [delivery.month for delivery in deliveries] == [Month(2020, 2), Month(2020, 3)]
    assert said == ["living 2 months of Northbrook", "writing February 2020", "writing March 2020"]
