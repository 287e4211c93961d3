"""The Standard Safeguarding Dataset as a council’s own scripts would write it, from the records of an invented home."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from everychild.layouts.ssd import TABLES

Row = dict[str, Any]
Records = Mapping[str, list[Row]]

CATEGORY = {
    "NEG": "Neglect",
    "PHY": "Physical abuse",
    "SAB": "Sexual abuse",
    "EMO": "Emotional abuse",
    "MUL": "Multiple: neglect, physical",
}
SEX = {"male": "M", "female": "F", "not_recorded": "U", "neither": "N"}
ROLE = {
    "case_worker": "CW",
    "co_worker": "co-worker",
    "reviewing_officer": "IRO",
    "conference_chair": "CPC",
    "personal_adviser": "PA",
    "early_help": "EH",
    "family_support": "FSW",
    "family_help_lead": "family_help_lead",
}
SEEN_ALONE = {"yes": "Y", "no": "N", "refused": "N", "too_young": "N"}
TOUCH = {"not_required": "NREQ", "returned_home": "RHOM", "refused": "REFU"}


def yes(value: bool | None) -> str | None:
    return None if value is None else "Y" if value else "N"


def tables_from(records: Records) -> dict[str, list[Row]]:
    """Every table that records can fill, with numbers of its own where one points at another."""
    teams = sorted({row["team"] for rows in records.values() for row in rows if row.get("team")})
    number = {team: f"T{at}" for at, team in enumerate(teams, 1)}

    def team(row: Row) -> str | None:
        return number.get(row["team"])

    enquiry_of = {
        (row["child_id"], row["started_on"]): f"S{at}" for at, row in enumerate(records["section_47_enquiry"], 1)
    }
    assessments = list(enumerate(records["assessment"], 1))
    assessed = {(row["child_id"], row["authorised_on"]): f"A{at}" for at, row in assessments if row["authorised_on"]}
    factors: dict[str, list[str]] = defaultdict(list)
    for row in records["assessment_factor"]:
        factors[assessed[row["child_id"], row["authorised_on"]]].append(row["factor"])
    gone_no_further = [row for row in records["referral"] if row["no_further_action"]]
    plans = list(enumerate(records["child_protection_plan"], 1))
    return {
        "ssd_department": [{"dept_team_id": number[name], "dept_team_name": name} for name in teams],
        "ssd_person": [
            {
                "pers_person_id": row["child_id"],
                "pers_forename": "Invented",
                "pers_sex": SEX.get(row["sex"]),
                "pers_ethnicity": row["ethnic_group"],
                "pers_dob": row["born_on"],
                "pers_expected_dob": row["expected_birth_on"],
            }
            for row in records["child"]
        ],
        "ssd_disability": [
            {"disa_person_id": row["child_id"], "disa_disability_code": "MOB" if row["disabled"] else "NONE"}
            for row in records["child"]
            if row["disabled"] is not None
        ],
        "ssd_contacts": [
            {
                "cont_person_id": row["child_id"],
                "cont_contact_date": row["contacted_on"],
                "cont_contact_source_code": row["source"],
            }
            for row in records["contact"]
        ],
        "ssd_cin_episodes": [*_episodes(records, gone_no_further, team)],
        "ssd_cin_assessments": [
            {
                "cina_assessment_id": f"A{at}",
                "cina_person_id": row["child_id"],
                "cina_assessment_start_date": row["started_on"],
                "cina_assessment_auth_date": row["authorised_on"],
                "cina_assessment_child_seen": yes(row["child_seen"]),
                "cina_assessment_outcome_nfa": yes(
                    None if row["support_required"] is None else not row["support_required"]
                ),
                "cina_assessment_team": team(row),
                "cina_assessment_worker_id": row["worker_id"],
            }
            for at, row in assessments
        ],
        "ssd_assessment_factors": [
            {
                "cinf_table_id": at,
                "cinf_assessment_id": assessment,
                # Both forms the dataset has had.
                "cinf_assessment_factors_json": json.dumps(
                    found if at % 2 else dict.fromkeys(found, "Yes") | {"1A ": "No"}
                ),
            }
            for at, (assessment, found) in enumerate(sorted(factors.items()))
        ],
        "ssd_cin_plans": [
            {
                "cinp_person_id": row["child_id"],
                "cinp_cin_plan_start_date": row["started_on"],
                "cinp_cin_plan_end_date": row["ended_on"],
                "cinp_cin_plan_team": team(row),
                "cinp_cin_plan_worker_id": row["worker_id"],
            }
            for row in records["child_in_need_plan"]
        ],
        "ssd_s47_enquiry": [
            {
                "s47e_s47_enquiry_id": f"S{at}",
                "s47e_person_id": row["child_id"],
                "s47e_s47_start_date": row["started_on"],
                "s47e_s47_outcome_json": json.dumps(
                    {"CP_CONFERENCE_FLAG": yes(_not(row["conference_not_required"])), "OUTCOME_COMMENTS": "invented"}
                ),
                "s47e_s47_completed_by_team": team(row),
                "s47e_s47_completed_by_worker_id": row["worker_id"],
            }
            for at, row in enumerate(records["section_47_enquiry"], 1)
        ],
        "ssd_initial_cp_conference": [
            {
                "icpc_person_id": row["child_id"],
                "icpc_s47_enquiry_id": enquiry_of.get((row["child_id"], row["enquiry_started_on"]), -1),
                "icpc_icpc_date": row["held_on"],
                "icpc_icpc_transfer_in": yes(row["kind"] == "transfer_in"),
                "icpc_icpc_outcome_cp_flag": yes(row["led_to_plan"]),
                "icpc_icpc_team": team(row),
                "icpc_icpc_worker_id": row["worker_id"],
            }
            for row in records["conference"]
        ],
        "ssd_cp_plans": [
            {
                "cppl_cp_plan_id": f"P{at}",
                "cppl_person_id": row["child_id"],
                "cppl_cp_plan_start_date": row["started_on"],
                "cppl_cp_plan_end_date": row["ended_on"],
                "cppl_cp_plan_initial_category": CATEGORY.get(row["first_category"]),
                "cppl_cp_plan_latest_category": CATEGORY.get(row["latest_category"]),
            }
            for at, row in plans
        ],
        # As one supplier’s scripts write it: no child, but the plan.
        "ssd_cp_reviews": [
            {"cppr_cp_plan_id": _plan_of(row, plans), "cppr_cp_review_date": row["held_on"]}
            for row in records["review_conference"]
        ],
        **{
            name: [
                {
                    f"{prefix}_person_id": row["child_id"],
                    f"{prefix}_{stem}_id": row["visit_id"],
                    f"{prefix}_{stem}_date": row["visited_on"],
                    f"{prefix}_{stem}_seen": yes(row["child_seen"]),
                    f"{prefix}_{stem}_seen_alone": SEEN_ALONE.get(row["seen_alone"]),
                }
                for row in records["visit"]
                if row["kind"] == kind and row["outcome"] in (None, "seen")
            ]
            for name, prefix, stem, kind in (
                ("ssd_cin_visits", "cinv", "cin_visit", "child_in_need"),
                ("ssd_cp_visits", "cppv", "cp_visit", "child_protection"),
                ("ssd_cla_visits", "clav", "cla_visit", "care"),
            )
        },
        **_care(records),
        "ssd_missing": [
            {
                "miss_table_id": row["missing_id"],
                "miss_person_id": row["child_id"],
                "miss_missing_episode_start_date": row["went_missing_at"] or row["went_missing_on"],
                "miss_missing_episode_end_date": row["returned_at"] or row["returned_on"],
                "miss_missing_episode_type": (row["kind"] or "").capitalize(),
            }
            for row in records["missing_episode"]
        ],
        "ssd_care_leavers": [
            {
                "clea_person_id": row["child_id"],
                "clea_care_leaver_eligibility": {"relevant": "R", "former_relevant": "FR", "qualifying": "Q"}.get(
                    row["eligibility"], "E"
                ),
                "clea_care_leaver_in_touch": TOUCH.get(row["in_touch"], row["in_touch"]),
                "clea_care_leaver_latest_contact": row["last_contact_on"],
                "clea_care_leaver_accommodation": row["accommodation"],
                "clea_care_leaver_accom_suitable": yes(row["accommodation_suitable"]),
                "clea_care_leaver_activity": row["activity"],
                "clea_pathway_plan_review_date": row["pathway_plan_reviewed_on"],
                "clea_care_leaver_personal_advisor": row["personal_adviser_id"],
                "clea_care_leaver_allocated_team": team(row),
                "clea_care_leaver_worker_id": row["worker_id"],
            }
            for row in records["care_leaver"]
        ],
        "ssd_involvements": [
            {
                "invo_person_id": row["child_id"],
                "invo_professional_id": row["worker_id"],
                "invo_professional_role_id": ROLE.get(row["role"]),
                "invo_involvement_start_date": row["started_on"],
                "invo_involvement_end_date": row["ended_on"],
                "invo_professional_team": team(row),
            }
            for row in records["allocation"]
        ],
    }


def write_dataset(folder: Path, records: Records) -> list[Path]:
    """A CSV file for each table, its columns the published ones, dates as a database exports them."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, rows in tables_from(records).items():
        if not rows:
            continue
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            columns = _columns(name, rows)
            writer.writerow(columns)
            writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
        written.append(path)
    return written


def _columns(name: str, rows: list[Row]) -> list[str]:
    published = next((layout for layout in TABLES if layout.name == name), None)
    letters = next(iter(rows[0])).partition("_")[0]
    titles = [each.title for each in published.headings] if published else list(rows[0])
    ours = {column for row in rows for column in row}
    return [
        title
        for title in dict.fromkeys([*titles, *ours])
        if title in ours or (title.startswith(f"{letters}_") and not title.endswith("_person_id"))
    ]


def _cell(value: object) -> object:
    if isinstance(value, date):
        text = value.isoformat(" ") if hasattr(value, "hour") else f"{value.isoformat()} 00:00:00"
        return f"{text}.000"
    return "NULL" if value is None else value


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value


def _episodes(records: Records, gone: Iterable[Row], team: Any) -> Iterable[Row]:
    """A row for each episode of need and for each referral that made none."""
    referred = {(row["child_id"], row["referred_on"]): row for row in records["referral"]}
    begun = {(row["child_id"], row["started_on"]): row for row in records["child_in_need_episode"]}
    for key in sorted({*referred, *begun}):
        referral, need = referred.get(key, {}), begun.get(key, {})
        yield {
            "cine_referral_id": f"R{key[0]}{key[1]}",
            "cine_person_id": key[0],
            "cine_referral_date": key[1],
            "cine_referral_source_code": referral.get("source"),
            "cine_referral_nfa": yes(not need),
            "cine_close_date": need.get("closed_on"),
            "cine_close_reason": need.get("closure_reason"),
            "cine_cin_primary_need_code": need.get("primary_need"),
            "cine_referral_team": team(referral or need),
            "cine_referral_worker_id": (referral or need)["worker_id"],
        }


def _plan_of(review: Row, plans: list[tuple[int, Row]]) -> str:
    return next(
        f"P{at}"
        for at, plan in reversed(plans)
        if plan["child_id"] == review["child_id"] and plan["started_on"] <= review["held_on"]
    )


def _care(records: Records) -> dict[str, list[Row]]:
    """Times in care cut into episodes wherever the placement or the legal status changes."""
    placements, statuses = _of_child(records["placement"]), _of_child(records["legal_status_spell"])
    episodes: list[Row] = []
    for at, care in enumerate(records["period_of_care"], 1):
        child, began = care["child_id"], care["started_on"]
        until = care["ended_on"] or date.max
        here = [one for one in placements[child] if _overlaps(one, began, until)]
        cuts = sorted(
            {began, *(max(one["started_on"], began) for one in here)}
            | {one["started_on"] for one in statuses[child] if began < one["started_on"] < until}
        )
        for place, start in enumerate(cuts):
            last = place + 1 == len(cuts)
            home = next(
                (
                    f"L{number}"
                    for number, one in enumerate(records["placement"], 1)
                    if one["child_id"] == child and one["started_on"] <= start and (one["ended_on"] or date.max) > start
                ),
                None,
            )
            episodes.append(
                {
                    "clae_cla_id": f"C{at}",
                    "clae_person_id": child,
                    "clae_cla_episode_start_date": start,
                    "clae_cla_episode_start_reason": "S"
                    if place == 0
                    else "P"
                    if any(one["started_on"] == start for one in here)
                    else "L",
                    "clae_cla_primary_need_code": care["category_of_need"],
                    "clae_cla_episode_ceased_date": care["ended_on"] if last else cuts[place + 1],
                    "clae_cla_episode_ceased_reason": care["reason_ended"] if last else "X1",
                    "clae_cla_placement_id": home,
                }
            )
    care_of = _of_child(records["period_of_care"])
    numbered = {(one["child_id"], one["started_on"]): f"C{at}" for at, one in enumerate(records["period_of_care"], 1)}
    return {
        "ssd_cla_episodes": episodes,
        "ssd_legal_status": [
            {
                "lega_person_id": row["child_id"],
                "lega_legal_status": row["legal_status"],
                "lega_legal_status_start_date": row["started_on"],
                "lega_legal_status_end_date": row["ended_on"],
            }
            for row in records["legal_status_spell"]
        ],
        "ssd_cla_placement": [
            {
                "clap_cla_placement_id": f"L{at}",
                "clap_person_id": row["child_id"],
                "clap_cla_placement_start_date": row["started_on"],
                "clap_cla_placement_end_date": row["ended_on"],
                "clap_cla_placement_type": row["placement_type"],
                "clap_cla_placement_provider": row["provider"],
                "clap_cla_placement_postcode": f"AA{at} 1AA",
                "clap_cla_placement_change_reason": row["reason_ended"],
                "clap_cla_placement_distance": None
                if row["tenths_of_a_mile_from_home"] is None
                else row["tenths_of_a_mile_from_home"] / 10,
            }
            for at, row in enumerate(records["placement"], 1)
        ],
        # As most scripts write it: no child, but the time in care.
        "ssd_cla_reviews": [
            {
                "clar_cla_id": next(
                    numbered[care["child_id"], care["started_on"]]
                    for care in reversed(care_of[row["child_id"]])
                    if care["started_on"] <= row["held_on"] + timedelta(1)
                ),
                "clar_cla_review_date": row["held_on"],
                "clar_cla_review_cancelled": "N",
                "clar_cla_review_participation": row["participation"],
            }
            for row in records["care_review"]
            if any(care["started_on"] <= row["held_on"] for care in care_of[row["child_id"]])
        ],
    }


def _of_child(rows: Iterable[Row]) -> dict[str, list[Row]]:
    by_child: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_child[row["child_id"]].append(row)
    return by_child


def _overlaps(one: Row, began: date, until: date) -> bool:
    return bool((one["ended_on"] or date.max) > began and one["started_on"] < until)
