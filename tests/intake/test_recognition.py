"""Sheets are known by their headings: never by their names alone, and never by a guess."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from everychild.errors import FilesRefused
from everychild.intake.headings import folded, match_headings, names_of
from everychild.layouts import ssda903
from everychild.layouts.annex_a import LISTS
from everychild.layouts.layout import SheetLayout
from everychild.layouts.local import TABLES
from tests.intake.invented_files import as_csv, codes, records


@pytest.mark.parametrize("layout", [*LISTS, *ssda903.TABLES, *TABLES], ids=lambda layout: layout.name)
def test_no_name_is_that_of_two_columns(layout: SheetLayout) -> None:
    """A heading that could be either would be given to the first: titles and aliases must not meet."""
    names = Counter(folded(name) for heading in layout.headings for name in {heading.title, *heading.aliases})
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("layout", [*LISTS, *ssda903.TABLES, *TABLES], ids=lambda layout: layout.name)
def test_every_layout_knows_itself(layout: SheetLayout) -> None:
    """A sheet with exactly a layout's titles is wholly explained by it, and by no other."""
    header = [heading.title for heading in layout.headings]
    likeness = {each.name: match_headings(each, header).likeness for each in (*LISTS, *ssda903.TABLES, *TABLES)}
    assert likeness.pop(layout.name) == 1
    assert max(likeness.values()) < 0.75


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("date  of\u00a0contact:", "Date of Contact"),
        ("DATE OF CONTACT ", "Date of Contact"),
        ("DateOfContact", "Date of Contact"),
        ("contact_source", "Contact Source"),
        ("Sex", "Gender"),
        ("DOB", "Date of Birth"),
    ],
)
def test_a_heading_is_known_however_it_is_written(written: str, title: str) -> None:
    """Spaces, case, hard spaces and full stops are nobody's meaning."""
    assert title in match_headings(LISTS[0], [written]).columns


def test_curly_straight_and_no_quotes_are_one_heading() -> None:
    """All three are in use for list 8."""
    for quote in ("‘Missing’", "'Missing'", "Missing"):
        header = [f"Number of Episodes the Child has been {quote} from their Placement in the last 12 months"]
        assert match_headings(LISTS[7], header).columns


def test_an_age_is_no_date_stage() -> None:
    """Part of a word is not the word: "age" is in each of list 11's four stages."""
    matched = match_headings(LISTS[10], ["Age", "Date Stage 1 started", "Date Stage 2 ended"])
    assert matched.columns == {"Date Stage 1 started": 1, "Date Stage 2 ended": 2}
    assert matched.unknown == (0,)


def test_a_likely_heading_is_used_and_asked_about(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """Sector usage that no file has shown us."""
    contacts[0][5] = "Contact Received Date"
    file = read_sheets({"List 1": contacts})
    assert codes(file) == ["likely_heading"]
    assert len(records(file, "contact")) == 4


def test_a_list_is_known_without_its_name(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """An export may call its sheet anything."""
    file = read_sheets({"Sheet1": contacts}, "export.xlsx")
    assert file.format == "annex_a"
    assert [rows.table for rows in file.records] == ["contact", "child"]


def test_a_wrong_name_does_not_mislead(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """The headings decide, and the difference is told."""
    file = read_sheets({"List 7": contacts})
    assert codes(file) == ["named_otherwise"]
    assert len(records(file, "contact")) == 4


@pytest.mark.parametrize("name", ["List 1", "List_1", "Annex A List 1 - Contacts", "Contacts", "list 01"])
def test_list_1_is_not_list_10(read_sheets: Any, contacts: list[list[Any]], name: str) -> None:
    """The number ends where the digits end."""
    assert codes(read_sheets({name: contacts})) == []


def test_a_title_above_the_headings_is_passed_over(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """The official template has its title in a merged first row; others have a blank row as well."""
    file = read_sheets({"List 1": [["List 1: Contacts in the last six months"], [], *contacts]})
    assert file.accepted == 4
    assert records(file, "contact").rows == [4, 5, 6, 7]


def test_a_list_further_right_is_found(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """A cell is named as the spreadsheet names it, wherever the list begins."""
    contacts[1][5] = "soon"
    file = read_sheets({"List 1": [["", "", *row] for row in contacts]})
    (fault,) = file.faults
    assert "H2" in fault.message


def test_guidance_is_skipped_and_named(read_sheets: Any, contacts: list[list[Any]]) -> None:
    """Nothing is passed over in silence."""
    guidance = [["Guidance"], ["Send every list", "by Monday"]]
    file = read_sheets({"Guidance": guidance, "List 1": contacts, "Notes": [["x"]], "Empty": []})
    assert [line.partition(":")[0] for line in file.skipped] == ["Guidance", "Notes", "Empty"]
    assert file.sheets == ("List 1",)


def test_a_hidden_list_is_read_and_told(read_sheets: Any, contacts: list[list[Any]], plans: list[list[Any]]) -> None:
    """Hiding a sheet does not take it out of the workbook; nor should the reader."""
    file = read_sheets({"List 1": contacts, "List 7": plans}, hidden=["List 7"])
    assert "hidden_sheet" in codes(file)
    assert len(records(file, "child_protection_plan")) == 3


def test_lists_that_are_absent_are_named(read_sheets: Any, contacts: list[list[Any]], plans: list[list[Any]]) -> None:
    """A workbook of several lists is meant to be Annex A; a figure will miss what it lacks."""
    (fault,) = [
        each for each in read_sheets({"List 1": contacts, "List 7": plans}).faults if each.code == "list_absent"
    ]
    assert "List 2 (Early Help)" in fault.message
    assert "List 7" not in fault.message


def test_both_layouts_of_list_9_are_read(read_sheets: Any) -> None:
    """Thirteen columns until 2024, seventeen since."""
    titles = [heading.title for heading in LISTS[8].headings]
    shorter = [heading.title for heading in LISTS[8].headings if heading.expected]
    for header in (titles, shorter):
        row = ["77" if title == "Child Unique ID" else "" for title in header]
        file = read_sheets({"List 9": [header, row]})
        assert codes(file) == []
        assert len(records(file, "care_leaver")) == 1


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_local_table_is_known_by_its_headings(read_text: Any, visits: list[list[Any]], delimiter: str) -> None:
    """Whatever the file is called and whatever parts its cells."""
    file = read_text(as_csv(visits, delimiter), "export 3.csv")
    assert file.format == "local_extract"
    assert len(records(file, "visit")) == 3


def test_a_name_settles_what_headings_cannot(read_text: Any) -> None:
    """A child, a start and an end are of early help, of an allocation, of anything."""
    text = "person_id,start_date,end_date,team\n1,01/04/2019,,East\n"
    assert records(read_text(text, "early_help_episodes_2019_04.csv"), "early_help_episode").columns["team"] == ["East"]
    with pytest.raises(FilesRefused, match="no local table we know"):
        read_text(text, "export.csv")


def test_a_council_may_use_its_own_headings(read_text: Any) -> None:
    """The names councils use for the same columns are in the layout."""
    text = "Mosaic ID,Date of Visit,Visit Type,Child Seen\n1,24/04/2019,CP visit,Yes\n"
    visit = records(read_text(text, "cp.csv"), "visit")
    assert visit.columns["kind"] == ["child_protection"]
    assert visit.columns["child_seen"] == [True]


def test_names_of_layouts_do_not_change_between_runs() -> None:
    """What a layout answers to is its own, so the same file is always the same list."""
    assert names_of(LISTS[0]) == names_of(LISTS[0])
