"""The Department for Education’s daily payloads as JSON: every object a row, every row accounted for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from everychild.errors import FilesRefused
from everychild.intake.reading import FileRead
from everychild.layouts.dfe_api import PAYLOADS
from everychild.records import BY_NAME
from tests.beside import shared
from tests.intake.invented_files import codes, outcome, read_one, records

"""Another team’s published samples, read where they lie and never copied into this project."""

RECEIVED = date(2026, 5, 1)

CHILD: dict[str, Any] = {
    "la_child_id": "0101",
    "mis_child_id": "M-1",
    "child_details": {
        "first_name": "Invented",
        "surname": "Name",
        "date_of_birth": "2012-06-01",
        "sex": "F",
        "ethnicity": "WBRI - White British",
        "disabilities": ["HAND", "VIS"],
        "uasc_flag": False,
    },
    "health_and_wellbeing": {"sdq_assessments": [{"date": "2025-09-01", "score": 12}]},
    "social_care_episodes": [
        {
            "social_care_episode_id": "E1",
            "referral_date": "2025-04-01",
            "referral_source": "1A",
            "referral_no_further_action_flag": False,
            "child_and_family_assessments": [
                {
                    "child_and_family_assessment_id": "A1",
                    "start_date": "2025-04-02",
                    "authorisation_date": "2025-05-30",
                    "factors": ["1C", "4A"],
                }
            ],
            "child_in_need_plans": [{"child_in_need_plan_id": "N1", "start_date": "2025-06-02", "end_date": None}],
            "section_47_assessments": [
                {
                    "section_47_assessment_id": "S1",
                    "start_date": "2025-07-01",
                    "icpc_required_flag": True,
                    "icpc_date": "2025-07-20",
                },
                {"section_47_assessment_id": "S2", "start_date": "2025-10-01", "icpc_required_flag": False},
            ],
            "child_protection_plans": [{"child_protection_plan_id": "P1", "start_date": "2025-07-20"}],
            "child_looked_after_placements": [
                {
                    "child_looked_after_placement_id": "L1",
                    "start_date": "2025-11-03",
                    "start_reason": "L",
                    "placement_type": "U6",
                    "end_date": "2025-12-01",
                    "end_reason": "X1",
                    "change_reason": "CREQB",
                },
                {
                    "child_looked_after_placement_id": "L2",
                    "start_date": "2025-12-01",
                    "start_reason": "P",
                    "placement_type": "Z11",
                },
            ],
            "care_worker_details": [{"worker_id": "SW0001", "start_date": "2025-04-01"}],
            "adoption": {"initial_decision_date": "2026-01-05"},
            "care_leavers": {"contact_date": "2026-02-01", "activity": "F2", "accommodation": "D"},
        },
        {
            "social_care_episode_id": "E2",
            "referral_date": "2024-09-01",
            "referral_no_further_action_flag": True,
            "adoption": {"initial_decision_date": "2026-01-05"},
            "care_leavers": {"contact_date": "2026-02-01", "activity": "F2", "accommodation": "D"},
        },
    ],
}
OBJECTS = 21
"""The child, the details, two disabilities, a questionnaire, two episodes and fourteen things inside them."""


def changed(**changes: Any) -> dict[str, Any]:
    return {**json.loads(json.dumps(CHILD)), **changes}


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def read(told: Any, name: str = "payloads.json") -> FileRead:
        path = tmp_path / name
        text = told if isinstance(told, str | bytes) else json.dumps(told)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_one(path, on=RECEIVED)

    return read


def refusal(read: Any, told: Any) -> tuple[str, str]:
    with pytest.raises(FilesRefused) as refused:
        read(told)
    (each,) = refused.value.refused
    return each.rule, each.message


def told(file: FileRead, table: str, *names: str) -> list[tuple[Any, ...]]:
    rows = records(file, table)
    return list(zip(*(rows.columns[name] for name in names), strict=True))


def test_a_payload_fills_the_records(read: Any) -> None:
    """One child, everything a payload may hold. The name in it is nowhere in what is kept."""
    file = read(CHILD)
    assert (file.format, file.newest_date) == ("dfe_api", date(2026, 2, 1))
    assert outcome(file) == (OBJECTS, 0, 0)
    assert codes(file) == ["may_be_in_part"]
    child = records(file, "child").columns
    assert [child[name] for name in ("child_id", "born_on", "sex", "ethnic_group", "disabled", "unaccompanied")] == [
        ["0101"],
        [date(2012, 6, 1)],
        ["female"],
        ["WBRI"],
        [True],
        [False],
    ]
    assert told(file, "referral", "referred_on", "source", "no_further_action") == [
        (date(2025, 4, 1), "1A", False),
        (date(2024, 9, 1), None, True),
    ]
    assert told(file, "assessment", "started_on", "authorised_on") == [(date(2025, 4, 2), date(2025, 5, 30))]
    assert told(file, "assessment_factor", "authorised_on", "factor") == [
        (date(2025, 5, 30), "1C"),
        (date(2025, 5, 30), "4A"),
    ]
    assert told(file, "child_in_need_plan", "started_on", "ended_on") == [(date(2025, 6, 2), None)]
    assert told(file, "child_protection_plan", "started_on", "ended_on") == [(date(2025, 7, 20), None)]
    assert "Invented" not in repr(file.records)


def test_a_referral_that_went_no_further_is_no_episode_of_need(read: Any) -> None:
    assert told(read(CHILD), "child_in_need_episode", "started_on") == [(date(2025, 4, 1),)]


def test_required_is_turned_into_not_required(read: Any) -> None:
    """The payload says a conference was required; the record keeps whether it was not."""
    file = read(CHILD)
    assert told(file, "section_47_enquiry", "started_on", "conference_not_required") == [
        (date(2025, 7, 1), False),
        (date(2025, 10, 1), True),
    ]
    assert told(file, "conference", "held_on", "enquiry_started_on") == [(date(2025, 7, 20), date(2025, 7, 1))]


def test_what_comes_again_with_every_episode_is_one_thing(read: Any) -> None:
    """Adoption and leaving care: two objects each, both accounted for, one record. Suitability is not in the letter."""
    file = read(CHILD)
    assert told(file, "adoption", "decided_on") == [(date(2026, 1, 5),)]
    assert told(file, "care_leaver", "activity", "accommodation", "accommodation_suitable") == [("F2", "D", None)]


def test_placements_become_one_time_in_care(read: Any) -> None:
    """Its legal status was never told. Of several reasons the first in the alphabet was sent: nothing is asked of it."""
    file = read(CHILD)
    assert told(file, "period_of_care", "started_on", "ended_on", "legal_status", "legal_status_from") == [
        (date(2025, 11, 3), None, None, None)
    ]
    assert told(file, "placement", "started_on", "ended_on", "placement_type", "reason_ended") == [
        (date(2025, 11, 3), date(2025, 12, 1), "U6", "CREQB"),
        (date(2025, 12, 1), None, "Z1", None),
    ]
    assert not any(rows.table == "legal_status_spell" for rows in file.records)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([CHILD]),
        json.dumps(CHILD, indent=1),
        json.dumps(CHILD) + "\n" + "\n",
        json.dumps({"la_code": None, "Children": [CHILD]}),
        "\ufeff" + json.dumps(CHILD),
    ],
    ids=["array", "object", "lines", "wrapped", "marked"],
)
def test_however_payloads_are_put_together(read: Any, text: str) -> None:
    assert read(text, "export.txt").records == read(CHILD).records


def test_each_line_may_be_a_payload(read: Any) -> None:
    file = read("\n".join(json.dumps(changed(la_child_id=str(number))) for number in range(3)), "staging.jsonl")
    assert outcome(file) == (3 * OBJECTS, 0, 0)
    assert "3 children" in next(fault.message for fault in file.faults)


def test_what_is_to_be_deleted_is_set_aside_with_everything_in_it(read: Any) -> None:
    """Purged whole, or one plan of it alone."""
    file = read(changed(purge=True))
    assert outcome(file) == (0, 0, OBJECTS)
    assert all(not len(rows) for rows in file.records)
    partly = changed()
    partly["social_care_episodes"][0]["child_in_need_plans"][0]["purge"] = True
    file = read(partly)
    assert outcome(file) == (OBJECTS - 1, 0, 1)
    assert "taken_back" in codes(file)
    assert not len(records(file, "child_in_need_plan"))


def test_a_member_nobody_knows_is_named_and_its_value_is_not(read: Any) -> None:
    file = read(changed(favourite_colour="secret"))
    (fault,) = [fault for fault in file.faults if fault.code == "unknown_element"]
    assert "favourite_colour" in fault.message
    assert "secret" not in fault.message


def test_a_member_told_twice_is_not_chosen_between(read: Any) -> None:
    text = json.dumps(CHILD).replace(
        '"start_date": "2025-06-02"', '"start_date": "2025-06-02", "start_date": "2025-06-03"'
    )
    file = read(text)
    assert outcome(file) == (OBJECTS - 1, 0, 1)


def test_codes_that_are_none_are_asked_about(read: Any) -> None:
    """As in the published samples: ethnicity B2, activity E2."""
    wrong = changed()
    wrong["child_details"]["ethnicity"] = "B2"
    wrong["social_care_episodes"][0]["care_leavers"]["activity"] = "E2"
    assert outcome(read(wrong)) == (OBJECTS - 2, 2, 0)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('{"la_child_id": "1"', "damaged"),
        ('[{"la_child_id": "1"}', "damaged"),
        ('{"la_child_id": NaN}', "damaged"),
        ('[{"pupil": "1"}]', "not_a_table"),
        ('[{"la_child_id": ""}]', "not_a_table"),
        ('[{"la_child_id": "1"}, 7]', "not_a_table"),
        ('{"la_child_id": ' + '{"a":' * 400 + "1" + "}" * 400 + "}", "too_deep"),
        ('{"la_child_id": ' + "[" * 100_000 + "]" * 100_000 + "}", "too_deep"),
        ('{"la_child_id": "' + "x" * 40_000 + '"}', "text_too_long"),
    ],
)
def test_what_is_not_safe_or_no_payload_is_refused(read: Any, text: str, rule: str) -> None:
    assert refusal(read, text)[0] == rule


def test_a_heading_in_brackets_is_no_payload(read_text: Any) -> None:
    """As some databases write the headings of a CSV file."""
    text = "[Child Unique ID],Gender,Ethnicity,Date of Birth,Age,Date of Contact,Contact Source\n"
    row = "00101,a) Male,a) WBRI,01/06/2010,8,01/04/2019,q) 6: Police\n"
    assert read_text(text + row, "contacts.csv").rows == 1


days = st.dates(date(2024, 4, 1), date(2026, 4, 1))


@st.composite
def payloads(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Children with plans and assessments that begin before they end, if they do."""

    def spell(start: str, end: str) -> dict[str, Any]:
        began = draw(days)
        lasted = draw(st.none() | st.integers(0, 90))
        return {start: str(began), end: None if lasted is None else str(min(began + timedelta(lasted), RECEIVED))}

    return [
        {
            "la_child_id": f"{number:04}",
            "social_care_episodes": [
                {
                    "referral_date": "2024-04-01",
                    "child_protection_plans": [spell("start_date", "end_date") for _ in range(draw(st.integers(0, 3)))],
                    "child_and_family_assessments": [
                        spell("start_date", "authorisation_date") for _ in range(draw(st.integers(0, 3)))
                    ],
                }
            ],
        }
        for number in range(draw(st.integers(1, 4)))
    ]


@given(payloads())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_what_is_read(tmp_path_factory: Any, children: list[dict[str, Any]]) -> None:
    """Each distinct spell is a row of its record, and every object is accounted for."""
    path = tmp_path_factory.mktemp("payloads") / "a.json"
    path.write_text(json.dumps(children), encoding="utf-8")
    file = read_one(path, on=RECEIVED)
    for block, table, end in (
        ("child_protection_plans", "child_protection_plan", "end_date"),
        ("child_and_family_assessments", "assessment", "authorisation_date"),
    ):
        written = {(each["la_child_id"], one["start_date"], one[end]) for each in children for one in _of(each, block)}
        names = ("child_id", "started_on", BY_NAME[table].ended or "")
        rows = told(file, table, *names) if any(_of(each, block) for each in children) else []
        assert {(child, str(began), None if ended is None else str(ended)) for child, began, ended in rows} == written
    assert file.rows == sum(2 + sum(len(value) for value in _blocks(each)) for each in children)


def _of(child: Mapping[str, Any], block: str) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = child["social_care_episodes"][0][block]
    return found


def _blocks(child: Mapping[str, Any]) -> list[Sequence[Any]]:
    return [value for value in child["social_care_episodes"][0].values() if isinstance(value, list)]


@pytest.mark.parametrize("name", ["payload_p0.json", "batch_of_payloads.json"])
def test_the_samples_load_with_every_object_accounted_for(name: str) -> None:
    path = shared(f"samples/dfe_api/{name}")
    file = read_one(path, on=RECEIVED)
    held = json.loads(path.read_text(encoding="utf-8"))
    assert file.rows == sum(_rows_in(each) for each in (held if isinstance(held, list) else [held]))
    assert {each.table for each in file.records} <= set(BY_NAME)
    assert not [fault for fault in file.faults if fault.code in ("unknown_element", "stray_text")]


def _rows_in(payload: Mapping[str, Any]) -> int:
    """Every object that is a row, counted without any of our code."""
    details = payload.get("child_details", {})
    rows = 1 + bool(details) + len(details.get("disabilities") or [])
    rows += len((payload.get("health_and_wellbeing") or {}).get("sdq_assessments") or [])
    for episode in payload.get("social_care_episodes") or []:
        rows += 1
        for value in episode.values():
            rows += len(value) if isinstance(value, list) else isinstance(value, dict)
        rows += sum(len(each.get("factors") or []) for each in episode.get("child_and_family_assessments") or [])
    return rows


def test_no_name_or_address_is_kept() -> None:
    """They are read past: no record has a column for them."""
    used = {title for table in PAYLOADS.tables for feed in table.layout.feeds for title in feed.columns.values()}
    assert not used & {"first_name", "surname", "unique_pupil_number", "former_unique_pupil_number"}
