"""The children in need census as XML: every element accounted for, and its faults told and not fatal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from everychild.errors import FilesRefused
from everychild.intake.decode_document import ATTRIBUTES, DEPTH, TEXT
from everychild.intake.reading import FileRead, Rows
from everychild.layouts.census import CENSUS
from everychild.records import BY_NAME
from tests.beside import shared
from tests.intake.census_documents import (
    HEADER,
    RECEIVED,
    Nest,
    censuses,
    child,
    document,
    elements,
    episode,
)
from tests.intake.invented_files import read_one

APRIL = date(2024, 4, 8)
"""Others’ published samples, read where they lie and never copied into this project."""

Read = Callable[..., FileRead]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Writes children to a census and reads it; or reads a text as it stands."""

    def read(
        *children: Nest, text: str | bytes = "", name: str = "census.xml", header: Nest | None = HEADER
    ) -> FileRead:
        path = tmp_path / name
        text = text or document(children, header)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_one(path, on=RECEIVED)

    return read


def rows(file: FileRead, feed: str) -> list[tuple[Any, ...]]:
    """What a feed filled, without columns that are empty throughout."""
    found = next(each for each in file.records if each.feed == f"census.{feed}")
    columns = [values for values in found.columns.values() if any(value is not None for value in values)]
    return list(zip(*columns, strict=True))


def codes(file: FileRead) -> set[str]:
    return {fault.code for fault in file.faults}


def message(file: FileRead, code: str) -> str:
    return next(fault.message for fault in file.faults if fault.code == code)


def refusal(read: Read, text: str | bytes) -> tuple[str, str]:
    with pytest.raises(FilesRefused) as refused:
        read(text=text)
    (each,) = refused.value.refused
    return each.rule, each.message


def test_a_census_fills_the_records(read: Read) -> None:
    """One child with one of everything."""
    file = read(
        child(
            "000101",
            episode(
                APRIL,
                ("CINclosureDate", date(2025, 1, 6)),
                ("ReasonForClosure", "RC7"),
                ("ReferralNFA", 0),
                (
                    "Assessments",
                    [
                        ("AssessmentActualStartDate", APRIL),
                        ("AssessmentInternalReviewDate", date(2024, 4, 22)),
                        ("AssessmentAuthorisationDate", date(2024, 5, 20)),
                        ("FactorsIdentifiedAtAssessment", [("AssessmentFactors", "3B"), ("AssessmentFactors", "24A")]),
                    ],
                ),
                (
                    "CINPlanDates",
                    [("CINPlanStartDate", date(2024, 5, 21)), ("CINPlanEndDate", date(2024, 7, 1))],
                ),
                (
                    "Section47",
                    [
                        ("S47ActualStartDate", date(2024, 6, 10)),
                        ("InitialCPCtarget", date(2024, 7, 1)),
                        ("DateOfInitialCPC", date(2024, 7, 1)),
                        ("ICPCnotRequired", "false"),
                    ],
                ),
                (
                    "ChildProtectionPlans",
                    [
                        ("CPPstartDate", date(2024, 7, 1)),
                        ("CPPendDate", date(2025, 1, 6)),
                        ("InitialCategoryOfAbuse", "EMO"),
                        ("LatestCategoryOfAbuse", "NEG"),
                        ("NumberOfPreviousCPP", 1),
                        ("Reviews", [("CPPreviewDate", date(2024, 9, 23))]),
                    ],
                ),
            ),
            disabilities=("LD", "AUT"),
        )
    )
    assert (file.format, file.queried, file.set_aside) == ("children_in_need_census", 0, 0)
    assert not file.faults
    assert file.newest_date == date(2025, 3, 31)
    assert rows(file, "child") == [("000101", date(2015, 6, 1), "female", "WBRI", True)]
    assert rows(file, "referral") == [("000101", APRIL, "2A", False)]
    assert rows(file, "child_in_need_episode") == [("000101", APRIL, date(2025, 1, 6), "N1", "RC7")]
    assert rows(file, "assessment") == [("000101", APRIL, date(2024, 5, 20))]
    assert rows(file, "assessment_review_point") == [("000101", APRIL, date(2024, 4, 22))]
    assert rows(file, "assessment_factor") == [
        ("000101", date(2024, 5, 20), "3B"),
        ("000101", date(2024, 5, 20), "24A"),
    ]
    assert rows(file, "child_in_need_plan") == [("000101", date(2024, 5, 21), date(2024, 7, 1))]
    assert rows(file, "section_47_enquiry") == [("000101", date(2024, 6, 10), False, date(2024, 7, 1))]
    assert rows(file, "conference") == [("000101", "initial", date(2024, 7, 1), date(2024, 6, 10))]
    assert rows(file, "child_protection_plan") == [("000101", date(2024, 7, 1), date(2025, 1, 6), "EMO", "NEG", 1)]
    assert rows(file, "review_conference") == [("000101", date(2024, 9, 23))]


@settings(max_examples=25, deadline=None)
@given(children=censuses())
def test_what_is_written_is_what_is_read(children: list[Nest], tmp_path_factory: Any) -> None:
    """Any children, with their elements in any order: the rows are those they were made from, each with its place."""
    path = tmp_path_factory.mktemp("census") / "census.xml"
    path.write_text(document(children), encoding="utf-8")
    file = read_one(path, on=RECEIVED)
    paths = {
        "assessment": ("CINdetails/Assessments", ("AssessmentActualStartDate", "AssessmentAuthorisationDate")),
        "section_47_enquiry": ("CINdetails/Section47", ("S47ActualStartDate", "DateOfInitialCPC")),
        "child_protection_plan": (
            "CINdetails/ChildProtectionPlans",
            ("CPPstartDate", "CPPendDate", "InitialCategoryOfAbuse"),
        ),
        "referral": ("CINdetails", ("CINreferralDate", "ReferralSource")),
    }
    columns = {
        "assessment": ("started_on", "authorised_on"),
        "section_47_enquiry": ("started_on", "conference_on"),
        "child_protection_plan": ("started_on", "ended_on", "first_category"),
        "referral": ("referred_on", "source"),
    }
    for table, (at, names) in paths.items():
        made = [
            (elements(each, "ChildIdentifiers/LAchildID")[0], *(dict(one).get(name) for name in names))
            for each in children
            for one in elements(each, at)
        ]
        found: list[Rows] = [each for each in file.records if each.feed == f"census.{table}"]
        told = [
            (row, values)
            for each in found
            for row, *values in zip(
                each.rows, each.columns["child_id"], *(each.columns[name] for name in columns[table]), strict=True
            )
        ]
        assert all(tuple(values) == made[row - 1] for row, values in told)
        assert {tuple(values) for _, values in told} == set(made)  # the very same element twice counts once
    reviews = {
        (elements(each, "ChildIdentifiers/LAchildID")[0], day)
        for each in children
        for day in elements(each, "CINdetails/ChildProtectionPlans/Reviews/CPPreviewDate")
    }
    found = [each for each in file.records if each.feed == "census.review_conference"]
    assert {
        pair for each in found for pair in zip(each.columns["child_id"], each.columns["held_on"], strict=True)
    } == reviews
    assert all(fault.code in {"duplicate_row", "list_absent", "of_another_year"} for fault in file.faults)


def test_every_review_of_a_block_is_read(read: Read) -> None:
    """Several dates in one block, and several blocks; some readers take the first alone."""
    days = [date(2024, 7, 1), date(2024, 9, 23), date(2025, 3, 3)]
    plan = [
        ("CPPstartDate", date(2024, 4, 15)),
        ("Reviews", [("CPPreviewDate", days[0]), ("CPPreviewDate", days[1])]),
        ("Reviews", [("CPPreviewDate", days[2])]),
    ]
    file = read(child("1", episode(APRIL, ("ChildProtectionPlans", plan))))
    assert rows(file, "review_conference") == [("1", day) for day in days]


@pytest.mark.parametrize(
    ("prefix", "start"),
    [("", '<Message xmlns="urn:invented">'), ("c:", '<c:Message xmlns:c="urn:invented">'), ("", "")],
    ids=["default namespace", "prefixed", "none"],
)
def test_a_namespace_changes_nothing(read: Read, prefix: str, start: str) -> None:
    file = read(text=document([child("1", episode(APRIL))], prefix=prefix, start=start))
    assert rows(file, "referral") == [("1", APRIL, "2A")]


@pytest.mark.parametrize(
    ("text", "encoding", "queried"),
    [
        ('<?xml version="1.0" encoding="UTF-8"?>', "utf-8", False),
        ("", "utf-8-sig", False),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-16", False),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>', "cp1252", True),
        ("", "cp1252", True),
    ],
)
def test_however_it_is_encoded(read: Read, text: str, encoding: str, queried: bool) -> None:
    """By the first bytes, then UTF-8, then Windows; what a document declares of itself may be untrue."""
    nest = [("CollectionDetails", HEADER[0][1]), ("Source", [("LEA", "999"), ("SoftwareCode", "Café ’24")])]
    file = read(text=(text + document([child("1", episode(APRIL))], nest)).encode(encoding))
    assert rows(file, "referral") == [("1", APRIL, "2A")]
    assert ("read_as_cp1252" in codes(file)) is queried


def test_it_is_known_by_its_content_whatever_its_name(read: Read) -> None:
    file = read(child("1", episode(APRIL)), name="export.csv")
    assert file.format == "children_in_need_census"
    assert "other_kind_of_file" in codes(file)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            '<?xml version="1.0"?><!DOCTYPE M [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Message><Children>&b;</Children></Message>',
            "entities",
        ),
        ('<?xml version="1.0"?><!DOCTYPE Message SYSTEM "file:///etc/passwd"><Message/>', "entities"),
        ("<Message>" + "<a>" * DEPTH + "</a>" * DEPTH + "</Message>", "too_deep"),
        ("<Message " + " ".join(f'a{n}="1"' for n in range(ATTRIBUTES + 1)) + "/>", "too_deep"),
        (f"<Message><Header>{'x' * (TEXT + 1)}</Header></Message>", "text_too_long"),
        ("<Message><Header><Year>2025</Year>", "damaged"),
        ("<Message><Header>&nbsp;</Header></Message>", "damaged"),
        ("<Message><Children><Child/></Children></Message>", "not_a_table"),
        ("<Message><Header/></Message>", "not_a_table"),
        ("<SomethingElse><Children/></SomethingElse>", "not_a_table"),
        ("<Message>" + "".join(f"<e{n}>1</e{n}>" for n in range(300)) + "</Message>", "not_a_table"),
        ("<Message><Header/>".encode("utf-16") + b"\x00", "encoding"),
    ],
)
def test_what_is_not_safe_or_no_census_is_refused(read: Read, text: str | bytes, rule: str) -> None:
    """Whole, in the child, with a reason; nothing outside the document is ever opened."""
    found, said = refusal(read, text)
    assert found == rule
    assert "census.xml" in said


def test_a_broken_document_says_where(read: Read) -> None:
    broken = document([child("1", episode(APRIL))]).replace("</Child>", "\n</Chld>")
    assert "line 2" in refusal(read, broken)[1]


@pytest.mark.parametrize(
    ("changes", "code", "column"),
    [
        ({"Year": "2024"}, "year_differs", "Year"),
        ({"ReferenceDate": "soon"}, "header_date", "ReferenceDate"),
        ({"ReferenceDate": "2025-01-31"}, "reference_date_not_31_march", "ReferenceDate"),
        ({"ReferenceDate": "2027-03-31", "Year": "2027"}, "reference_date_ahead", "ReferenceDate"),
        ({"Collection": "CLA"}, "header_value", "Collection"),
        ({"SourceLevel": "S"}, "header_value", "SourceLevel"),
        ({"LEA": "E06"}, "header_value", "LEA"),
    ],
)
def test_a_fault_of_the_header_is_told_and_stops_nothing(
    read: Read, changes: dict[str, str], code: str, column: str
) -> None:
    nest = [(block, [(name, changes.get(name, value)) for name, value in inside]) for block, inside in HEADER]
    file = read(child("1", episode(APRIL)), header=nest)
    fault = next(each for each in file.faults if each.code == code)
    assert (fault.sheet, fault.column) == ("Header", column)
    assert rows(file, "referral") == [("1", APRIL, "2A")]


def test_without_a_header_the_day_is_the_latest_in_the_document(read: Read) -> None:
    file = read(child("1", episode(APRIL)), header=None)
    assert "header_absent" in codes(file)
    assert file.newest_date == APRIL


@pytest.mark.parametrize(
    ("census", "sex", "factor", "asked"),
    [
        (2020, {"GenderCurrent": "2", "Sex": None}, "18A", 0),
        (2020, {"GenderCurrent": "2", "Sex": None}, "18B", 1),
        (2021, {"GenderCurrent": "2", "Sex": None}, "18A", 1),
        (2021, {"GenderCurrent": "2", "Sex": None}, "24A", 1),
        (2024, {"GenderCurrent": "2", "Sex": None}, "24A", 0),
        (2024, {"Sex": "F"}, "24A", 1),
        (2025, {"Sex": "F"}, "24A", 0),
        (2026, {"Sex": "2"}, "24A", 0),
        (2026, {"GenderCurrent": "2", "Sex": None}, "24A", 1),
    ],
)
def test_years_are_told_apart(read: Read, census: int, sex: dict[str, str], factor: str, asked: int) -> None:
    """What came later or had gone is read, for its meaning is known, and asked about."""
    on = date(census, 1, 8)
    assessed = [
        ("AssessmentActualStartDate", on),
        ("AssessmentAuthorisationDate", on),
        ("FactorsIdentifiedAtAssessment", [("AssessmentFactors", factor)]),
    ]
    header = [
        ("CollectionDetails", [("Year", census), ("ReferenceDate", date(census, 3, 31))]),
        ("Source", [("LEA", "999")]),
    ]
    file = read(child("1", episode(on, ("Assessments", assessed)), **sex), header=header)
    assert [each.code for each in file.faults].count("of_another_year") == asked
    assert rows(file, "child") == [("1", date(2015, 6, 1), "female", "WBRI")]
    assert rows(file, "assessment_factor") == [("1", on, factor)]


def test_an_element_nobody_knows_is_told_of_and_its_text_is_not(read: Read) -> None:
    """By its place. Text between elements too: the words of either may be about a child."""
    text = document([child("1", episode(APRIL, ("Notes", "Ann was here")))]).replace("</UPN>", "</UPN>x")
    text = text.replace("<ChildCharacteristics>", "<ChildCharacteristics>Ann again")
    file = read(text=text)
    assert "CINdetails/Notes" in message(file, "unknown_element")
    assert "ChildCharacteristics" in message(file, "stray_text")
    assert not any("Ann" in fault.message for fault in file.faults)
    assert rows(file, "referral") == [("1", APRIL, "2A")]


@pytest.mark.parametrize("wrong", ["08/13/2024", "2024-02-30", "soon", "twice"])
def test_a_date_that_is_none_is_never_blanked(read: Read, wrong: str) -> None:
    """The element is set aside with its place; the rest of the child stands."""
    file = read(child("1", episode(APRIL), [("CINreferralDate", wrong)]))
    fault = next(each for each in file.faults if each.severity == "set_aside")
    assert (fault.sheet, fault.row, fault.column) == ("CINdetails", 2, "CINreferralDate")
    assert "element 2" in fault.message
    assert (file.accepted, file.set_aside) == (2, 1)


def test_a_day_first_date_is_read(read: Read) -> None:
    """A few systems write days as the rest of the council does."""
    file = read(child("1", [("CINreferralDate", "08/04/2024")]))
    assert rows(file, "referral") == [("1", APRIL)]


def test_one_value_told_twice_and_differently_is_not_chosen_between(read: Read) -> None:
    file = read(child("1", [*episode(APRIL), ("ReferralSource", "6")]))
    assert rows(file, "referral") == [("1", APRIL)]
    assert "unknown_code" in codes(file)


def test_a_referral_that_went_no_further_is_no_episode(read: Read) -> None:
    """And one that was closed all the same is asked about."""
    file = read(
        child("1", episode(APRIL, ("ReferralNFA", "true"))),
        child("2", episode(APRIL, ("ReferralNFA", 1), ("CINclosureDate", date(2024, 5, 1)))),
        child("3", episode(APRIL, ("ReferralNFA", "false"))),
    )
    assert rows(file, "referral") == [("1", APRIL, "2A", True), ("2", APRIL, "2A", True), ("3", APRIL, "2A", False)]
    assert rows(file, "child_in_need_episode") == [("3", APRIL, "N1")]
    assert "ReferralNFA" in message(file, "ended_and_never_was")


def test_a_conference_told_with_the_enquiry_and_with_the_episode_is_one(read: Read) -> None:
    """It stands in one place or the other, and in some exports in both."""
    held = date(2024, 5, 13)
    enquiry = [("S47ActualStartDate", date(2024, 4, 29)), ("DateOfInitialCPC", held)]
    file = read(
        child("1", episode(APRIL, ("DateOfInitialCPC", held), ("Section47", enquiry))),
        child("2", episode(APRIL, ("DateOfInitialCPC", held))),
    )
    assert rows(file, "conference") == [("1", "initial", held, date(2024, 4, 29)), ("2", "initial", held, None)]


def test_pre_proceedings_are_read_where_they_are(read: Read) -> None:
    """The block is in no schema we have seen: read when present, never required, and nothing told by its absence."""
    block = [
        ("LBPSentDate", date(2024, 9, 2)),
        ("FGDMMeetingOffer", 1),
        ("InitialPPMeetingDate", date(2024, 9, 16)),
        ("PPOutcome", "B"),
        ("CourtAppDate", date(2025, 1, 20)),
    ]
    file = read(
        child("1", episode(APRIL, ("PreProceedingsandFGDM", block))),
        child("2", episode(APRIL, ("PreProceedingsandFGDM", [("FGDMMeetingOffer", 0)]))),
    )
    assert rows(file, "pre_proceedings") == [("1", date(2024, 9, 2), date(2024, 9, 16), date(2025, 1, 20))]
    fault = next(each for each in file.faults if each.code == "no_record_made")
    assert (fault.sheet, fault.row) == ("PreProceedingsandFGDM", 2)
    assert next(each for each in file.records if each.table == "pre_proceedings").coverage.proves_only


def test_a_child_twice_in_the_document_is_one_child(read: Read) -> None:
    """With the episodes of both; a peer's rules break on it."""
    file = read(child("1", episode(APRIL)), child("1", episode(date(2025, 1, 6)), Sex="M"))
    assert rows(file, "child") == [("1", date(2015, 6, 1), "female", "WBRI")]
    assert len(rows(file, "referral")) == 2
    assert "rows_disagree" in codes(file)


def test_an_unborn_child_has_no_date_of_birth(read: Read) -> None:
    file = read(child("1", episode(APRIL), PersonBirthDate=None, ExpectedPersonBirthDate=date(2026, 8, 1), Sex="U"))
    assert rows(file, "child") == [("1", date(2026, 8, 1), "not_recorded", "WBRI")]


def test_what_a_census_lacks_is_told(read: Read) -> None:
    """No assessments at all is likelier an export that left them out than a year without any."""
    file = read(child("1", episode(APRIL)))
    assert "Assessments" in message(file, "list_absent")
    assert not any(each.table == "assessment" for each in file.records)


@pytest.mark.parametrize("name", ["CIN_Census_2024.xml", "fake_CIN_data.xml"])
def test_the_samples_load_with_every_element_accounted_for(name: str) -> None:
    path = shared(f"samples/cin/{name}")
    file = read_one(path, on=RECEIVED)
    assert file.rows == file.accepted + file.queried + file.set_aside
    text = path.read_text(encoding="utf-8")
    written = sum(text.count(f"<{table.path.rpartition('/')[2]}>") for table in CENSUS.tables)
    assert file.rows == written
    assert {each.table for each in file.records} <= set(BY_NAME)
