"""Codes and identifiers as councils write them."""

from __future__ import annotations

import pytest

from everychild.intake.coded import code_reader, forms_of, yes_no_reader
from everychild.intake.columns import read_measure, read_number, read_text
from everychild.intake.decode_child import DATE_MARK
from everychild.intake.headings import folded
from everychild.intake.identifiers import read_identifier, read_worker, worker_reference
from everychild.intake.unknown_codes import could_identify
from everychild.intake.unread import Unread
from everychild.layouts.annex_a import LISTS
from everychild.layouts.annex_a.written import PLAIN_YES_NO
from everychild.layouts.layout import Heading
from everychild.layouts.local import TABLES
from everychild.records import Kind

LAYOUTS = {layout.name: layout for layout in (*LISTS, *TABLES)}
CODED = [
    pytest.param(heading, id=f"{layout.name}: {heading.title}")
    for layout in LAYOUTS.values()
    for heading in layout.headings
    if heading.codes is not None
]


@pytest.mark.parametrize(
    ("sheet", "heading", "cell", "code"),
    [
        ("list_1", "Gender", "a) Male", "male"),
        ("list_1", "Gender", "Female", "female"),
        ("list_1", "Gender", "M", "male"),
        ("list_1", "Gender", "c) Not stated/recorded", "not_recorded"),
        ("list_1", "Gender", "d)  neither ", "neither"),
        ("list_1", "Gender", "Indeterminate", Unread.UNKNOWN_CODE),
        ("list_1", "Ethnicity", "s) NOBT", "NOBT"),
        ("list_1", "Ethnicity", "t) NOBT", "NOBT"),
        ("list_1", "Ethnicity", "WBRI - White British", "WBRI"),
        ("list_1", "Ethnicity", "White - British", "WBRI"),
        ("list_1", "Ethnicity", "White British [WBRI]", "WBRI"),
        ("list_1", "Ethnicity", "Gypsy/Roma", "WROM"),
        ("list_1", "Ethnicity", "A2 - White British", Unread.UNKNOWN_CODE),
        ("list_1", "Contact Source", "q) 6: Police", "6"),
        ("list_1", "Contact Source", "Police", "6"),
        ("list_1", "Contact Source", "7 - Police", Unread.UNKNOWN_CODE),
        ("list_1", "Contact Source", "10) Housing", Unread.UNKNOWN_CODE),
        ("list_1", "Contact Source", "b) 1B: Individual", "1B"),
        ("list_1", "Contact Source", "Individual", Unread.UNKNOWN_CODE),
        ("list_1", "Contact Source", "1a", "1A"),
        ("list_1", "Contact Source", 6.0, "6"),
        ("list_1", "Contact Source", "Code 'POLICE' is not mapped", Unread.UNKNOWN_CODE),
        ("list_6", "Primary Need Code", "N1 - Abuse or Neglect", "N1"),
        ("list_6", "Primary Need Code", "N1 Abuse, neglect and exploitation", "N1"),
        ("list_6", "Primary Need Code", "1a Physical Abuse", Unread.UNKNOWN_CODE),
        ("list_6", "Primary Need Code", "PSRMEM - Support with memory", Unread.UNKNOWN_CODE),
        ("list_6", "Case status", "CLA&CP", "in_care"),
        ("list_7", "Latest Category of Abuse", "Physical", "PHY"),
        ("list_7", "Latest Category of Abuse", "Emotional abuse; Physical abuse", "MUL"),
        ("list_7", "Latest Category of Abuse", "Neglect and Sexual", "MUL"),
        ("list_7", "Latest Category of Abuse", "YNNN", "NEG"),
        ("list_7", "Was the Child Seen Alone?", "c) Unknown", "unknown"),
        ("list_8", "Child’s Legal Status", "C2: FCO", "C2"),
        ("list_8", "Child’s Legal Status", "Interim care order", "C1"),
        ("list_8", "Placement Type", "f) U6: Foster placement - not FFA", "U6"),
        ("list_8", "Placement Type", "K3", "K3"),
        ("list_8", "Placement Provider", "PR4 - Private provision", "PR4"),
        ("list_8", "Reason Ceased to be Looked After", "E4", Unread.UNKNOWN_CODE),
        ("list_9", "LA In Touch", "d) Refu", "refused"),
        ("list_9", "Type of Accommodation", "Y: Other accommodation", "Y"),
        ("list_9", "Type of Accommodation", "U2", "U"),
        ("list_11", "Reason for leaving adoption process", 1.0, "1"),
        ("visits", "visit_kind", "CP", "child_protection"),
        ("visits", "visit_kind", "Child protection", "child_protection"),
        ("meeting_reports", "meeting_type", "CLA review", "care_review"),
        ("list_1", "Gender", "", None),
        ("list_1", "Gender", "#N/A", None),
    ],
)
def test_a_code_is_known_by_its_form_its_label_or_its_token(
    sheet: str, heading: str, cell: str | float, code: str | None
) -> None:
    """Local lists number their own codes, so a number is believed only where its words agree."""
    codes = LAYOUTS[sheet].heading(heading).codes
    assert codes is not None
    assert code_reader(codes)(cell) == code


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("a) Yes", True),
        ("Yes", True),
        ("y", True),
        ("TRUE", True),
        (1.0, True),
        ("a. Yes", True),
        ("b) No", False),
        ("N", False),
        (0.0, False),
        ("0 - No", False),
        ("c) Unknown", None),
        ("", None),
        ("Y;N", Unread.UNKNOWN_CODE),
        ("Maybe", Unread.UNKNOWN_CODE),
    ],
)
def test_a_blank_is_unknown_and_never_no(cell: str | float, answer: bool | None) -> None:
    """Nobody has answered yet; the council must not be told that the answer was no."""
    assert yes_no_reader(PLAIN_YES_NO)(cell) is answer


@pytest.mark.parametrize("heading", CODED)
def test_what_we_write_we_read(heading: Heading) -> None:
    """Every code comes back from its written form; one the format cannot say, as the nearest it can."""
    assert heading.codes is not None
    for code in heading.codes.codes.values:
        form = heading.codes.write(code)
        if form:
            assert code_reader(heading.codes)(form) == heading.codes.nearest.get(code, code)


@pytest.mark.parametrize("heading", CODED)
def test_no_form_stands_for_two_codes(heading: Heading) -> None:
    """Otherwise the order of a declaration would decide what a council meant."""
    codes = heading.codes
    assert codes is not None
    forms = forms_of(codes)
    for form, code in codes.also.items():
        assert forms[folded(form)] == code, form
    for code, form in codes.written.items():
        assert forms.get(folded(form), code) == code, form


@pytest.mark.parametrize(
    ("cell", "identifier"),
    [
        ("00123", "00123"),
        (9212044.0, "9212044"),
        ("9212044.0", "9212044"),
        (" 123\u00a0", "123"),
        ("EH/2019-004", "EH/2019-004"),
        ("", None),
        ("-1", None),
        (-1.0, None),
        ("Total 212", Unread.NOT_AN_IDENTIFIER),
        ("Smith", Unread.NOT_AN_IDENTIFIER),
        (DATE_MARK + "2019-03-31", Unread.NOT_AN_IDENTIFIER),
        ("1.23457E+11", Unread.LOST_DIGITS),
        (1234567890123456.0, Unread.LOST_DIGITS),
        (12.5, Unread.LOST_DIGITS),
    ],
)
def test_an_identifier_keeps_its_noughts_and_loses_its_decimals(cell: str | float, identifier: str | None) -> None:
    """00123 and 123 are two children; 9212044.0 is how Excel writes 9212044."""
    assert read_identifier(cell) == identifier


@pytest.mark.parametrize("name", ["Ann Reed", "ann  reed", "Ann\u00a0Reed", "REED, Ann", "Reed,Ann"])
def test_a_workers_name_becomes_one_reference(name: str) -> None:
    """However it is spaced or turned round it is one worker, and the name itself is not kept."""
    reference = read_worker(name)
    assert reference == worker_reference("Ann Reed")
    assert "Reed" not in str(reference)
    assert len(str(reference)) == 9


@pytest.mark.parametrize(("cell", "kept"), [("SW1042", "SW1042"), (1042.0, "1042"), ("12345", "12345"), ("-", None)])
def test_a_staff_number_is_no_name(cell: str | float, kept: str | None) -> None:
    """A number says nothing about anybody, and joins to the workforce list."""
    assert read_worker(cell) == kept


@pytest.mark.parametrize("cell", ["jsmith12", "A", "O’Brien", "Team inbox"])
def test_what_might_be_a_name_is_treated_as_one(cell: str) -> None:
    assert str(read_worker(cell)).startswith("W")
    assert cell not in str(read_worker(cell))


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (3.0, 3),
        ("3", 3),
        ("3.0", 3),
        (0.0, 0),
        ("", None),
        ("<1", Unread.NOT_A_NUMBER),
        (2.5, Unread.NOT_A_NUMBER),
        (-1.0, Unread.NOT_A_NUMBER),
        ("8 months", Unread.NOT_A_NUMBER),
        (43555.0, Unread.NOT_A_NUMBER),
    ],
)
def test_a_count_is_a_whole_number(cell: str | float, number: int | None) -> None:
    """Nobody has had two and a half referrals, or forty thousand: that is a date in the wrong column."""
    assert read_number(cell) == number


@pytest.mark.parametrize(
    ("cell", "parts", "kept"),
    [
        (12.4, 10, 124),
        ("12.45", 10, 125),
        ("£1,234.49", 1, 1234),
        (0.6, 100, 60),
        (20.0, 10, 200),
        ("-", 10, None),
        ("near", 10, Unread.NOT_A_MEASURE),
        ("-3", 10, Unread.NOT_A_MEASURE),
        ("nan", 10, None),
        (43555.0, 10, Unread.NOT_A_MEASURE),
    ],
)
def test_a_measure_is_kept_in_whole_parts(cell: str | float, parts: int, kept: int | None) -> None:
    """Miles in tenths, pounds in pounds, posts in hundredths: whole numbers all."""
    assert read_measure(cell, parts, most=10_000) == kept


def test_notes_are_not_names_of_teams() -> None:
    """A column of teams that holds paragraphs is another column."""
    assert read_text("  Duty\u00a0 Team ") == "Duty Team"
    assert read_text("x" * 201) is Unread.TOO_LONG


def test_every_kind_of_column_can_be_read() -> None:
    """Nothing a layout declares is beyond intake."""
    kinds = {heading.kind for layout in LAYOUTS.values() for heading in layout.headings}
    assert kinds == set(Kind)


@pytest.mark.parametrize(
    ("value", "could"),
    [
        ("C103", True),  # a child’s number, slipped by one cell
        ("100234", True),
        ("12/04/2009", True),
        ("AB1 2CD", True),
        ("name@example.gov.uk", True),
        ("CIN/NFA", False),
        ("White - Brit", False),
        ("1B", False),
        ("U4", False),
    ],
)
def test_what_a_child_could_go_by_is_told_from_what_a_code_looks_like(value: str, could: bool) -> None:
    assert could_identify(value) is could
