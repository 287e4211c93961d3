"""A council's own headings and values: known once somebody has said what they mean, and never guessed or blanked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from everychild.errors import FilesRefused, SettingsError, UnknownReference
from everychild.intake import read_files
from everychild.intake.mapping import (
    list_called,
    with_heading,
    with_sheet,
    with_value,
    without_heading,
    without_sheet,
    without_value,
)
from everychild.intake.own_words import NOTHING_KNOWN, Chosen, ListMapping
from everychild.intake.reading import FileRead
from everychild.intake.unknown_words import UnknownValue, WordsUnknown
from tests.intake.invented_files import RECEIVED, codes, outcome, records

SAM = Chosen("Sam Okafor", date(2019, 5, 3))
HEADER = "Client ref,Strat disc held on,Outcome of meeting"
ROWS = """0001,01/04/2019,CIN/NFA
0002,02/04/2019,NFA
0003,03/04/2019,Jt enq
0004,04/04/2019,CIN/NFA
0005,05/04/2019,CIN/NFA
"""
THEIRS = f"{HEADER}\n{ROWS}"
PUBLISHED = f"person_id,held_at,outcome\n{ROWS}"
NAME = "strategy_discussions"


def read(tmp_path: Path, text: str, *mappings: ListMapping, name: str = "meetings.csv") -> FileRead:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (file,) = read_files([path], received_on=RECEIVED, own_words={each.layout: each for each in mappings})
    return file


def refusal(tmp_path: Path, text: str, *mappings: ListMapping, name: str = "meetings.csv") -> WordsUnknown:
    with pytest.raises(FilesRefused) as caught:
        read(tmp_path, text, *mappings, name=name)
    (refused,) = caught.value.refused
    assert isinstance(refused, WordsUnknown)
    return refused


def mapped(headings: Mapping[str, str] | None = None, values: Mapping[str, str] | None = None) -> ListMapping:
    mapping = ListMapping(NAME)
    for written, column in (headings or {}).items():
        mapping = with_heading(mapping, written, column, SAM)
    for written, code in (values or {}).items():
        mapping = with_value(mapping, "outcome", written, code, SAM)
    return mapping


HEADINGS = {"Client ref": "person_id", "Strat disc held on": "held_at", "Outcome of meeting": "outcome"}


def test_a_file_whose_headings_are_all_theirs_is_refused_and_its_headings_are_asked(tmp_path: Path) -> None:
    """Whether the file's name says what it is or not: the words are what a person can be asked."""
    for name in ("meetings.csv", "strategy_discussions.csv"):
        refused = refusal(tmp_path, THEIRS, name=name)
        (unknown,) = refused.unknown
        assert unknown.layout == ""
        assert unknown.headings == tuple(HEADER.split(","))
    assert "everychild map" in refusal(tmp_path, THEIRS).message


def test_a_sheet_said_to_be_a_list_is_that_list_from_then_on(tmp_path: Path) -> None:
    """Three columns of theirs are too few to know it by, and a person has said what it is."""
    mapping = with_sheet({}, mapped(HEADINGS), HEADER.split(","), SAM)
    file = read(tmp_path, THEIRS, mapping)
    assert records(file, "strategy_discussion").columns["held_on"][0] == date(2019, 4, 1)
    assert [word.in_words for word in file.read_as][:2] == [
        "meetings: the column headed “Client ref” was read as “person_id”, by your mapping of 3 May 2019.",
        "meetings: the column headed “Strat disc held on” was read as “held_at”, by your mapping of 3 May 2019.",
    ]


def test_headings_mapped_for_one_file_do_not_make_another_that_list(tmp_path: Path) -> None:
    """Who and when alone are in a hundred files: only the very sheet that was said to be it is taken for it."""
    mapping = with_sheet({}, mapped(HEADINGS), HEADER.split(","), SAM)
    other = "Client ref,Strat disc held on,Complaint about\n0001,01/04/2019,A letter\n"
    assert refusal(tmp_path, other, mapping).unknown[0].layout == ""


def test_a_value_of_theirs_is_kept_as_unknown_and_asked_until_it_is_mapped(tmp_path: Path) -> None:
    """The row counts, its value does not, and the account says how many."""
    file = read(tmp_path, PUBLISHED)
    assert outcome(file) == (1, 4, 0)
    assert records(file, "strategy_discussion").columns["outcome"] == [None, "no_further_action", None, None, None]
    (unknown,) = file.unknown
    assert unknown.values == (UnknownValue("outcome", "CIN/NFA", 3),)
    assert unknown.not_shown == 1  # mostly unknown: what one child alone has might be a name


def test_code_then_label_then_the_mapping_then_ask(tmp_path: Path) -> None:
    file = read(tmp_path, PUBLISHED, mapped(values={"CIN/NFA": "assessment"}))
    assert outcome(file) == (4, 1, 0)
    found = records(file, "strategy_discussion").columns["outcome"]
    assert found == ["assessment", "no_further_action", None, "assessment", "assessment"]
    (word,) = file.read_as
    assert word.in_words == (
        "meetings, column “outcome”: “CIN/NFA” in 3 cells was read as “assessment”, by your mapping of 3 May 2019."
    )
    assert file.unknown[0].values == (UnknownValue("outcome", "Jt enq", 1),)


def test_a_value_may_be_said_to_tell_nothing(tmp_path: Path) -> None:
    """Then it is no longer asked: somebody said so, and the account says that they did."""
    file = read(tmp_path, PUBLISHED, mapped(values={"CIN/NFA": NOTHING_KNOWN, "JT ENQ": "joint_enquiry"}))
    assert outcome(file) == (5, 0, 0)
    assert "was read as nothing known" in file.read_as[0].in_words
    assert records(file, "strategy_discussion").columns["outcome"][2] == "joint_enquiry"


def test_a_published_heading_comes_before_a_mapped_one(tmp_path: Path) -> None:
    """A file that has both is read by the published one, and the other is named."""
    text = "person_id,Client ref,held_at,outcome\n0001,9,01/04/2019,NFA\n"
    file = read(tmp_path, text, mapped({"Client ref": "person_id"}))
    assert records(file, "strategy_discussion").columns["child_id"] == ["0001"]
    (fault,) = [fault for fault in file.faults if fault.code == "unknown_column"]
    assert "by your mapping this is “person_id”, which the sheet has under its published heading" in fault.message


def test_names_dates_and_numbers_are_never_among_the_words_asked(tmp_path: Path) -> None:
    """A column of another kind under the heading of codes: neither identifiers nor what few have is repeated."""
    rows = "".join(
        f"{n:04},01/04/2019,{what}\n" for n, what in enumerate(["Ann Reed", "00010001", "1/2/2019", "RG40 1AA"])
    )
    (unknown,) = read(tmp_path, f"person_id,held_at,outcome\n{rows}").unknown
    assert (unknown.values, unknown.not_shown) == ((), 4)


def test_a_heading_that_is_only_likely_is_read_and_asked_until_somebody_says_so(tmp_path: Path) -> None:
    """What is probably meant is not what was said: once it was, nothing is asked."""
    header = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Contact Date", "Contact Source"]
    rows = "0001,a) Male,a) WBRI,01/06/2010,8,01/04/2019,q) 6: Police\n"
    text = ",".join(header) + "\n" + rows
    (unknown,) = read(tmp_path, text, name="List 1.csv").unknown
    assert unknown.headings == ("Contact Date",)
    said = with_heading(ListMapping("list_1"), "Contact Date", "Date of Contact", SAM)
    file = read(tmp_path, text, said, name="List 1.csv")
    assert (file.unknown, codes(file)) == ((), [])


def test_a_column_that_no_row_is_counted_without_is_refused_and_its_values_are_asked(tmp_path: Path) -> None:
    """Kinds of visit that are all theirs: nothing is read until somebody says what they mean, and then all of it is."""
    text = "person_id,visit_at,visit_kind,child_seen,seen_alone\n" + "".join(
        f"{child:04},0{child}/04/2019,Stat visit,Y,Y\n" for child in range(1, 10)
    )
    refused = refusal(tmp_path, text, name="visits.csv")
    assert refused.rule == "mostly_unreadable"
    assert refused.message.endswith(
        "If its values are your own, say what they mean: Load, then Your own words, or everychild map."
    )
    assert refused.unknown[0].values == (UnknownValue("visit_kind", "Stat visit", 9),)
    said = with_value(ListMapping("visits"), "visit_kind", "Stat visit", "care", SAM)
    assert outcome(read(tmp_path, text, said, name="visits.csv")) == (9, 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "0001,Ann Reed,North,01/02/2019\n0002,Ben Reed,South,02/02/2019\n",
        "Ann,Reed,North\nBen,Okoro,South\n",
        "Ann,Reed,unknown,North\nBen,Okoro,04/04/2019,North\n",
    ],
)
def test_a_row_about_a_child_is_not_taken_for_headings(tmp_path: Path, text: str) -> None:
    assert refusal(tmp_path, text).unknown == ()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda: mapped({"Client ref": "person_id", "Person ref": "person_id"}), "two headings for one column"),
        (lambda: mapped({"Client ref": "person_id"} | {"client-REF": "held_at"}), "cannot mean “held_at” too"),
        (lambda: mapped(values={"CIN/NFA": "assessment", "cin nfa": "other"}), "cannot mean “other” too"),
        (lambda: mapped({"Outcome": "held_at"}), "read as “outcome” in “Strategy discussions” already"),
        (lambda: mapped(values={"NFA": "other"}), "read as “no_further_action” in “outcome” already"),
        (lambda: mapped(values={"CIN/NFA": "conference"}), "none of the codes of “outcome”"),
        (lambda: with_value(ListMapping("visits"), "visit_kind", "Stat", NOTHING_KNOWN, SAM), "can mean nothing"),
        (lambda: mapped({"–": "held_at"}), "must hold a letter or a digit"),
        (lambda: with_value(ListMapping(NAME), "person_id", "0001", "other", SAM), "not a column of codes"),
        (lambda: with_sheet({}, mapped({"Client ref": "person_id"}), HEADER.split(","), SAM), "without “held_at”"),
    ],
)
def test_what_could_mean_two_things_is_refused_in_words(change: object, says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        change()  # type: ignore[operator]  # each of the above


def test_a_sheet_is_not_two_lists() -> None:
    visits = with_heading(ListMapping("visits"), "Client ref", "person_id", SAM)
    for written, column in {"Strat disc held on": "visit_at", "Outcome of meeting": "visit_kind"}.items():
        visits = with_heading(visits, written, column, SAM)
    visits = with_sheet({}, visits, HEADER.split(","), SAM)
    with pytest.raises(SettingsError, match="cannot be “Strategy discussions” too"):
        with_sheet({"visits": visits}, mapped(HEADINGS), HEADER.split(","), SAM)


def test_what_was_mapped_can_be_taken_out_again() -> None:
    mapping = with_sheet({}, mapped(HEADINGS, {"CIN/NFA": "assessment"}), HEADER.split(","), SAM)
    for heading in HEADINGS:
        mapping = without_heading(mapping, heading.upper())
    mapping = without_sheet(without_value(mapping, "Outcome", "cin/nfa"), 1)
    assert mapping.is_empty
    with pytest.raises(UnknownReference, match="is not mapped"):
        without_heading(mapping, "Client ref")


def test_a_list_goes_by_its_name_its_title_or_its_number() -> None:
    assert {list_called(text).name for text in ("list_7", "7", "Child protection")} >= {"list_7"}
    assert list_called("Strategy Discussions").name == NAME
    with pytest.raises(UnknownReference, match="strategy_discussions"):
        list_called("strategies")


def test_one_code_that_tells_two_things_tells_both_when_it_is_mapped(tmp_path: Path) -> None:
    """A second reading of a column reads the same cells: what the first is told, the second is."""
    from everychild.intake.columns import read_column
    from everychild.intake.own_words import official_forms
    from everychild.layouts import ssda903

    (layout,) = [each for each in ssda903.TABLES if each.name == "ssda903_oc3"]
    mapping = with_value(ListMapping("ssda903_oc3"), "ACCOM", "Semi-indep living", "D", SAM)
    own = official_forms(mapping, layout, "ACCOM")
    for heading in layout.headings:
        if heading.title == "ACCOM" or heading.second_reading_of == "ACCOM":
            column = read_column(heading, 0, ["Semi-indep living"], RECEIVED, own)
            assert column.values[0] is not None
            assert not column.unread


def test_without_a_mapping_nothing_is_read_otherwise(tmp_path: Path) -> None:
    """A mapping of another list touches nothing."""
    visits = with_heading(ListMapping("visits"), "Client ref", "person_id", SAM)
    assert codes(read(tmp_path, PUBLISHED)) == codes(read(tmp_path, PUBLISHED, visits))


@pytest.mark.parametrize(
    ("behind", "never_said"),
    [
        (ROWS.replace("0001", "C1001").replace("NFA", "Ada Invented", 1), ("C1001", "01/04/2019", "Ada Invented")),
        (f"A820200012001,Ada Invented\n{ROWS}", ("A820200012001", "Ada Invented")),
        (f"ZZ1 1ZZ,Ada Invented\n{ROWS}", ("ZZ1 1ZZ", "Ada Invented")),
    ],
)
def test_a_row_that_stands_behind_the_headings_is_not_repeated(
    tmp_path: Path, behind: str, never_said: tuple[str, ...]
) -> None:
    """The end of the first line was lost, so the first child's row became headings that the list does not have."""
    file = read(tmp_path, f"person_id,held_at,outcome,{behind}")
    told = " ".join([*(fault.message for fault in file.faults), str(file.unknown)])
    assert "may stand behind them" in told
    assert not [each for each in never_said if each in told]


def test_a_heading_with_a_year_is_repeated(tmp_path: Path) -> None:
    """What is said in words may be mapped, whatever year stands in it."""
    file = read(tmp_path, f"person_id,held_at,outcome,Total 2026\n{ROWS}")
    assert any(fault.column == "Total 2026" for fault in file.faults)
