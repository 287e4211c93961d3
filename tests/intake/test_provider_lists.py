"""Ofsted’s lists of providers: each layout known by its columns, whatever it is called and whichever year it is of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from everychild.errors import FilesRefused
from everychild.intake.files import read_files
from everychild.intake.reading import FileRead
from everychild.layouts.sources import Source, source_of

OVERALL = "Overall experiences and progress of children and young people"
AT_A_DATE = (
    "Web link,URN,Provision type,Registration date,Registration status,Name,Ofsted region,Local authority,Sector,"
    f"Places,Organisation which owns the provider,Latest full inspection date,{OVERALL},"
    "How well children and young people are helped and protected,The effectiveness of leaders and managers\n"
    "link,SC900001,Children's home,01/06/2015,Active,REDACTED,South East,Northbrook,Private,4,Example Care Limited,"
    "01/02/2019,Inadequate,Inadequate,Requires improvement to be good\n"
    "link,1234567,Independent fostering agency,01/06/2012,Active,REDACTED,South East,Northbrook,Voluntary,,"
    "Example Fostering,,Not yet inspected,,\n"
)
IN_A_YEAR = (
    f"URN,Provision type,Local authority,Sector,Inspection date,Inspection event type,{OVERALL}\n"
    "SC900001,Children's home,Northbrook,Private,01/02/2019,Full inspection,Inadequate\n"
    "SC900001,Children's home,Northbrook,Private,01/05/2018,Full inspection,Good\n"
)
PLACES = (
    "URN,Provision type,Registration date,Registration status,Local authority,Sector,Places,Organisation name\n"
    "SC900003,Secure children's home,01/06/2015,Active,Northbrook,Local authority,12,Northbrook Council\n"
)
OLDER = (
    "Unique reference number,Provider type,Local authority,Date of inspection,Inspection type,Inspection judgements\n"
    "SC900001,Children's home,Northbrook,01/02/2014,Full inspection,3\n"
)
CLOSED = "URN,Registration status,Date closed\nSC900004,Resigned,31/01/2019\n"
COMBINED = (
    "URN,Provider type,Local authority,Placement code,Placement provider code,Deregistration date,"
    "Setting address postcode\n"
    "SC900001,Children's home,Northbrook,K2,PR4,31/01/2019,ZZ1 1ZZ\n"
)
HOMES_OF_OLD = (
    "URN,Local Authority,Provider Code,Provider Placement Code,Closed Date,Setting Postcode\n"
    "SC900001,Northbrook,PR4,K2,,ZZ1 1ZZ\n"
)
SUPPORTED = "URN,Provider local authority,Closed date,Setting address postcode\n2700001,Northbrook,,ZZ1 1ZZ\n"


def read(tmp_path: Path, text: str, name: str = "download.csv") -> FileRead:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (file,) = read_files([path], received_on=date(2019, 5, 3))
    return file


def of(file: FileRead, table: str) -> list[dict[str, object]]:
    """The rows of a record, without what they do not say."""
    (rows,) = (each for each in file.records if each.table == table)
    told = [dict(zip(rows.columns, values, strict=True)) for values in zip(*rows.columns.values(), strict=True)]
    return [{name: value for name, value in row.items() if value is not None} for row in told]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (AT_A_DATE, "ofsted.registered_provider"),
        (IN_A_YEAR, "ofsted.registered_provider"),
        (PLACES, "ofsted.registered_provider"),
        (OLDER, "ofsted.registered_provider"),
        (COMBINED, "ofsted.provider_of_the_return"),
        (HOMES_OF_OLD, "ofsted.provider_of_the_return"),
        (SUPPORTED, "ofsted.supported_accommodation"),
    ],
)
def test_each_layout_is_known_by_its_columns(tmp_path: Path, text: str, title: str) -> None:
    """By no name: they are all called download.csv here. Every row is accounted for."""
    file = read(tmp_path, text)
    assert file.format == "ofsted"
    assert title in [rows.feed for rows in file.records]
    assert file.rows == text.count("\n") - 1
    assert file.rows == file.accepted + file.queried + file.set_aside
    assert {source_of(rows.feed) for rows in file.records} == {Source.OFSTED}


def test_homes_that_closed_are_known_by_three_columns_and_a_name(tmp_path: Path) -> None:
    """A number, a status and a day stand in many lists, so the name has to say which it is."""
    file = read(tmp_path, CLOSED, "Closed_childrens_homes_31Mar19.csv")
    assert of(file, "registered_provider") == [
        {"registered_as": "SC900004", "registration": "resigned", "closed_on": date(2019, 1, 31)}
    ]
    with pytest.raises(FilesRefused, match="holds no list"):
        read(tmp_path, CLOSED)


def test_a_provider_and_how_it_was_judged(tmp_path: Path) -> None:
    """Neither its name nor its address is kept: a home’s name tells where a child lives."""
    file = read(tmp_path, AT_A_DATE)
    home, agency = of(file, "registered_provider")
    assert home == {
        "registered_as": "SC900001",
        "kind": "childrens_home",
        "sector": "private",
        "owner": "Example Care Limited",
        "council_area": "Northbrook",
        "places": 4,
        "registered_on": date(2015, 6, 1),
        "registration": "active",
    }
    assert agency["kind"] == "fostering_agency"
    assert of(file, "provider_inspection") == [
        {
            "registered_as": "SC900001",
            "inspected_on": date(2019, 2, 1),
            "judgement": "inadequate",
            "protection": "inadequate",
            "leadership": "requires_improvement",
        }
    ]
    assert file.queried == 0


def test_several_inspections_in_a_year_are_several(tmp_path: Path) -> None:
    """And the provider is one."""
    file = read(tmp_path, IN_A_YEAR)
    assert len(of(file, "registered_provider")) == 1
    assert [row["judgement"] for row in of(file, "provider_inspection")] == ["inadequate", "good"]


def test_grades_of_other_years_are_the_same_grades(tmp_path: Path) -> None:
    """Until 2015 the grades were numbers, and the third was called adequate."""
    assert of(read(tmp_path, OLDER), "provider_inspection")[0]["judgement"] == "requires_improvement"
    adequate = OLDER.replace(",3\n", ",Adequate\n")
    assert of(read(tmp_path, adequate), "provider_inspection")[0]["judgement"] == "requires_improvement"


def test_the_lists_for_the_return_say_which_codes_go_with_a_number(tmp_path: Path) -> None:
    (home,) = of(read(tmp_path, COMBINED), "registered_provider")
    assert (home["placement_types"], home["providers"], home["closed_on"]) == ("K2", "PR4", date(2019, 1, 31))
    (older,) = of(read(tmp_path, HOMES_OF_OLD), "registered_provider")
    assert (older["placement_types"], older["providers"]) == ("K2", "PR4")
    (supported,) = of(read(tmp_path, SUPPORTED), "registered_provider")
    assert (supported["kind"], supported["placement_types"]) == ("supported_accommodation", "K3")


def test_what_is_said_in_no_other_way_is_asked_about(tmp_path: Path) -> None:
    """A kind of provider we do not know is no kind, and never a guess."""
    file = read(tmp_path, AT_A_DATE.replace("Independent fostering agency", "Lighthouse"))
    assert [fault.code for fault in file.faults if fault.code == "unknown_code"]


def test_a_list_of_schools_is_no_list_of_providers(tmp_path: Path) -> None:
    """Ofsted’s list of schools has a number, a council area and grades too, and is refused for what it lacks."""
    schools = (
        "Web link,URN,LAESTAB,School name,Ofsted phase,Type of education,Local authority,Overall effectiveness\n"
        "link,100001,8880001,Example School,Primary,Academy,Northbrook,2\n"
    )
    with pytest.raises(FilesRefused, match="Provision type"):
        read(tmp_path, schools)
