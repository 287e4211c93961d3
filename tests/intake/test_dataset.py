"""The tables of the Standard Safeguarding Dataset: each completed from those it points at, whoever’s script wrote them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from everychild.errors import FilesRefused
from everychild.intake import read_files
from everychild.intake.headings import match_headings
from everychild.intake.reading import FileRead
from everychild.intake.recognise import LAYOUTS
from everychild.layouts import ssd
from everychild.layouts.layout import SheetLayout
from everychild.layouts.ssd.links import LINKS, WHERES
from tests.intake.invented_files import RECEIVED, codes, outcome

PERSON = """pers_person_id,pers_forename,pers_surname,pers_sex,pers_ethnicity,pers_dob,pers_expected_dob
101,Invented,Name,F,WBRI,2010-06-01 00:00:00.000,NULL
102,Invented,Name,M         ,MWAS,2012-02-29 00:00:00.000,NULL
"""
ASSESSMENTS = """cina_assessment_id,cina_person_id,cina_assessment_start_date,cina_assessment_child_seen,cina_assessment_auth_date,cina_assessment_outcome_nfa,cina_assessment_team,cina_assessment_worker_id
A1,101,2019-01-07 00:00:00,Y,2019-02-20 00:00:00,N,T1,W1001
A2,102,2019-04-01 00:00:00,NULL,NULL,NULL,T9,W1002
"""
FACTORS = """cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json
1,A1,"["1A", "4B", "99Z"]"
2,A2,"{""3A"": ""Yes"", ""3B"": ""No""}"
""".replace('"["1A", "4B", "99Z"]"', '"[""1A"", ""4B"", ""99Z""]"')
DEPARTMENTS = "dept_team_id,dept_team_name,dept_team_parent_id,dept_team_parent_name\nT1,North,NULL,NULL\n"
CARE = """clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_referral_id,clae_cla_placement_id,clae_entered_care_date
E1,101,2018-01-02,S,N1,2018-06-01,X1,C1,R1,L1,2018-01-02
E2,101,2018-06-01,L,N1,2018-09-03,X1,C1,R1,L1,2018-01-02
E3,101,2018-09-03,P,N1,NULL,NULL,C1,R1,L2,2018-01-02
"""
PLACEMENTS = """clap_cla_placement_id,clap_cla_placement_start_date,clap_cla_placement_type,clap_cla_placement_urn,clap_cla_placement_distance,clap_cla_id,clap_cla_placement_provider,clap_cla_placement_postcode,clap_cla_placement_end_date,clap_cla_placement_change_reason
L1,2018-01-02,U6,SC1,3.5,C1,PR1,AA1 1AA,2018-09-03,CREQB
L2,2018-09-03,K2,SC2,12,C1,PR4,BB1 1BB,NULL,NULL
"""
STATUSES = """lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date
1,101,V2,2018-01-02,2018-06-01
2,101,C1,2018-06-01,NULL
"""
REVIEWS = """clar_cla_review_id,clar_cla_id,clar_cla_review_due_date,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation
1,C1,2018-02-01,2018-01-30,N,PN1
2,C1,2018-05-01,2018-05-01,Y,NULL
"""


def read(folder: Path, tables: dict[str, str]) -> dict[str, FileRead]:
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return {file.name.removesuffix(".csv"): file for file in read_files([folder], received_on=RECEIVED)}


def told(files: dict[str, FileRead], table: str, *names: str) -> list[tuple[Any, ...]]:
    return [
        row
        for file in files.values()
        for rows in file.records
        if rows.table == table
        for row in zip(*(rows.columns[name] for name in names), strict=True)
    ]


def test_a_table_is_completed_from_those_it_points_at(tmp_path: Path) -> None:
    """A team by its name, and by its number where no table names it; padding and NULL are nothing."""
    files = read(tmp_path, {"people": PERSON, "work": ASSESSMENTS, "teams": DEPARTMENTS})
    assert told(files, "child", "child_id", "sex", "born_on") == [
        ("101", "female", date(2010, 6, 1)),
        ("102", "male", date(2012, 2, 29)),
    ]
    assert told(files, "assessment", "child_id", "authorised_on", "child_seen", "support_required", "team") == [
        ("101", date(2019, 2, 20), True, True, "North"),
        ("102", None, None, None, "T9"),
    ]
    assert all(file.format == "ssd" and file.rows == file.accepted for file in files.values())
    assert "Invented" not in repr([file.records for file in files.values()])
    assert files["teams"].rows == 0
    assert "looked up" in files["teams"].skipped[0]


def test_factors_are_read_from_a_list_or_from_an_object(tmp_path: Path) -> None:
    """Whose they are stands with the assessment. What is no factor is asked about; an open assessment’s wait."""
    files = read(tmp_path, {"factors": FACTORS, "assessments": ASSESSMENTS})
    assert told(files, "assessment_factor", "child_id", "authorised_on", "factor") == [
        ("101", date(2019, 2, 20), "1A"),
        ("101", date(2019, 2, 20), "4B"),
    ]
    assert outcome(files["factors"]) == (0, 1, 1)
    assert {"unknown_code", "empty_cell"} <= set(codes(files["factors"]))


def test_factors_without_their_assessments_say_what_they_lack(tmp_path: Path) -> None:
    files = read(tmp_path, {"factors": FACTORS})
    assert "ssd_cin_assessments" in files["factors"].skipped[0]


def test_episodes_take_their_placement_and_their_legal_status(tmp_path: Path) -> None:
    """Three episodes, two placements, one time in care; its legal statuses are told by their own table."""
    files = read(tmp_path, {"a": CARE, "b": PLACEMENTS, "c": STATUSES})
    assert told(files, "period_of_care", "started_on", "ended_on", "category_of_need", "legal_status") == [
        (date(2018, 1, 2), None, "N1", "C1")
    ]
    assert told(files, "placement", "started_on", "ended_on", "placement_type", "provider", "reason_ended") == [
        (date(2018, 1, 2), date(2018, 9, 3), "U6", "PR1", "CREQB"),
        (date(2018, 9, 3), None, "K2", "PR4", None),
    ]
    assert told(files, "placement", "tenths_of_a_mile_from_home") == [(35,), (120,)]
    assert told(files, "legal_status_spell", "started_on", "legal_status") == [
        (date(2018, 1, 2), "V2"),
        (date(2018, 6, 1), "C1"),
    ]


@pytest.mark.parametrize("column", ["", "clar_cla_person_id", "clar_person_id"])
def test_a_child_left_out_is_reached_another_way(tmp_path: Path, column: str) -> None:
    """One script leaves the child out of reviews and another adds one under a name of its own. One was cancelled."""
    text = REVIEWS
    if column:
        head, *rows = REVIEWS.splitlines()
        text = "\n".join([f"{head},{column}", *(f"{row},101" for row in rows)]) + "\n"
    files = read(tmp_path, {"reviews": text, "care": CARE})
    assert told(files, "care_review", "child_id", "held_on", "participation") == [("101", date(2018, 1, 30), "PN1")]


def test_what_a_table_says_itself_is_not_replaced(tmp_path: Path) -> None:
    visits = "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen,cppv_cp_visit_seen_alone\n"
    plans = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_initial_category,cppl_cp_plan_latest_category\n"
    files = read(
        tmp_path,
        {
            "v": f"{visits}V1,102,P1,2019-02-01,Y,N\nV2,NULL,P1,2019-02-08,Y,Y\nV3,NULL,-1,2019-02-08,Y,Y\n",
            "p": f'{plans}P1,101,2019-01-07,NULL,Neglect,"Multiple: neglect, physical"\n',
        },
    )
    assert told(files, "visit", "child_id", "kind", "seen_alone") == [
        ("102", "child_protection", "no"),
        ("101", "child_protection", "yes"),
    ]
    assert outcome(files["v"]) == (2, 0, 1)
    assert told(files, "child_protection_plan", "first_category", "latest_category") == [("NEG", "MUL")]


def test_a_conference_takes_its_enquiry_and_an_enquiry_its_conference(tmp_path: Path) -> None:
    """Whether one was needed is cut out of the outcome; one that transferred a plan in is of another kind."""
    enquiries = (
        "s47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date,s47e_s47_outcome_json\n"
        'S1,101,2019-01-07,"{""CP_CONFERENCE_FLAG"": ""Y"", ""NFA_FLAG"": ""N""}"\n'
        'S2,102,2019-02-04,"{""CP_CONFERENCE_FLAG"": ""N""}"\nS3,102,2019-03-04,NULL\n'
    )
    conferences = (
        "icpc_icpc_id,icpc_s47_enquiry_id,icpc_person_id,icpc_icpc_transfer_in,icpc_icpc_date,icpc_icpc_outcome_cp_flag\n"
        "1,S1,101,N,2019-01-25,Y\n2,-1,102,Y,2019-03-15,Y\n"
    )
    files = read(tmp_path, {"e": enquiries, "c": conferences})
    assert told(files, "section_47_enquiry", "conference_not_required", "conference_on") == [
        (False, date(2019, 1, 25)),
        (True, None),
        (None, None),
    ]
    assert told(files, "conference", "child_id", "kind", "held_on", "enquiry_started_on", "led_to_plan") == [
        ("101", "initial", date(2019, 1, 25), date(2019, 1, 7), True),
        ("102", "transfer_in", date(2019, 3, 15), None, True),
    ]


def test_placeholders_are_no_live_data(tmp_path: Path) -> None:
    """A whole table of them is read past by name; in a column they are read as empty and asked about."""
    files = read(
        tmp_path,
        {
            "send": "send_table_id,send_person_id,send_upn\nP,P,PLACEHOLDER_DATA\nP,P,SSD_PH\n",
            "reviews": "cppr_person_id,cppr_cp_review_date,cppr_cp_review_participation\n101,2019-01-07,PLACEHOLDER_DATA\n",
            "family": "fami_table_id,fami_family_id,fami_person_id\n1,F1,101\n",
            "staging": 'id,person_id,json_payload,submission_status\n1,101,"{}",Sent\n',
        },
    )
    assert "no live data" in files["send"].skipped[0]
    assert "no figure needs it" in files["family"].skipped[0]
    assert "Load them as files of their own" in files["staging"].skipped[0]
    (fault,) = [each for each in files["reviews"].faults if each.code == "placeholder"]
    assert "“cppr_cp_review_participation”: 1 cell" in fault.message
    assert told(files, "review_conference", "child_id", "held_on") == [("101", date(2019, 1, 7))]


def test_a_table_twice_is_refused(tmp_path: Path) -> None:
    """Two halves of one table, or a copy and its correction: nobody can tell which."""
    with pytest.raises(FilesRefused, match="both hold ssd_person"):
        read(tmp_path, {"one": PERSON, "two": PERSON.replace("102", "103")})


def test_a_row_of_another_width_is_set_aside_and_not_shifted(tmp_path: Path) -> None:
    files = read(tmp_path, {"a": ASSESSMENTS + "A3,103\n", "b": FACTORS})
    assert outcome(files["a"]) == (2, 0, 1)


@pytest.mark.parametrize("layout", ssd.TABLES, ids=lambda layout: layout.name)
def test_each_table_is_known_by_its_own_headings(layout: SheetLayout) -> None:
    """The likest of every layout there is."""
    header = [heading.title for heading in layout.headings]
    likeness = {name: match_headings(each, header).likeness for name, each in LAYOUTS.items()}
    assert max(likeness, key=likeness.__getitem__) == layout.name


def test_every_column_that_is_looked_up_is_a_column() -> None:
    """A name mistyped would bring nothing, in silence."""
    by_name = {layout.name: {heading.title for heading in layout.headings} for layout in ssd.TABLES}
    for link in LINKS:
        keys = by_name[link.table] | {"cinv_cin_plan_id"}
        assert set(link.brings) <= by_name[link.table], link
        assert link.by in keys, link
        if link.other in by_name:
            assert {link.key, *link.brings.values()} <= by_name[link.other], link
    for where in WHERES:
        assert {where.column, where.holds, where.where} <= by_name[where.table], where
    assert set(ssd.PREFIXES.values()) == set(by_name)
