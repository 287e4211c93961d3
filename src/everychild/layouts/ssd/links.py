"""What a table of the dataset says by pointing at another: which column, of which table, by which number.

Some suppliers’ scripts leave the child out of visits, reviews and involvements: there the child is reached through the
plan, the referral or the time in care. What a table says itself is never replaced.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from everychild.layouts.ssd.protection import TRANSFERRED_ON


@dataclass(frozen=True)
class Link:
    """`brings` is, for each column of the table, the column of the other that it is taken from."""

    table: str
    by: str
    other: str
    key: str
    brings: Mapping[str, str]
    replaces: bool = False
    """The column itself holds the number and is replaced by what it stands for: a team by its name."""


def _team(table: str, column: str) -> Link:
    return Link(table, column, "ssd_department", "dept_team_id", {column: "dept_team_name"}, replaces=True)


def _child(table: str, column: str, by: str, other: str, key: str, theirs: str) -> Link:
    return Link(table, by, other, key, {column: theirs})


LINKS = (
    Link(
        "ssd_assessment_factors",
        "cinf_assessment_id",
        "ssd_cin_assessments",
        "cina_assessment_id",
        {"cina_person_id": "cina_person_id", "cina_assessment_auth_date": "cina_assessment_auth_date"},
    ),
    Link(
        "ssd_s47_enquiry",
        "s47e_s47_enquiry_id",
        "ssd_initial_cp_conference",
        "icpc_s47_enquiry_id",
        {"icpc_icpc_date": "icpc_icpc_date"},
    ),
    Link(
        "ssd_initial_cp_conference",
        "icpc_s47_enquiry_id",
        "ssd_s47_enquiry",
        "s47e_s47_enquiry_id",
        {"s47e_s47_start_date": "s47e_s47_start_date"},
    ),
    Link(
        "ssd_cla_episodes",
        "clae_cla_placement_id",
        "ssd_cla_placement",
        "clap_cla_placement_id",
        {
            column: column
            for column in (
                "clap_cla_placement_type",
                "clap_cla_placement_provider",
                "clap_cla_placement_change_reason",
                "clap_cla_placement_distance",
                "clap_cla_placement_postcode",
                "clap_cla_placement_urn",
            )
        },
    ),
    _child("ssd_cp_visits", "cppv_person_id", "cppv_cp_plan_id", "ssd_cp_plans", "cppl_cp_plan_id", "cppl_person_id"),
    _child("ssd_cp_reviews", "cppr_person_id", "cppr_cp_plan_id", "ssd_cp_plans", "cppl_cp_plan_id", "cppl_person_id"),
    _child(
        "ssd_cin_visits", "cinv_person_id", "cinv_cin_plan_id", "ssd_cin_plans", "cinp_cin_plan_id", "cinp_person_id"
    ),
    _child("ssd_cla_reviews", "clar_person_id", "clar_cla_id", "ssd_cla_episodes", "clae_cla_id", "clae_person_id"),
    _child("ssd_cla_visits", "clav_person_id", "clav_cla_id", "ssd_cla_episodes", "clae_cla_id", "clae_person_id"),
    _child("ssd_cla_placement", "clap_person_id", "clap_cla_id", "ssd_cla_episodes", "clae_cla_id", "clae_person_id"),
    _child(
        "ssd_involvements",
        "invo_person_id",
        "invo_referral_id",
        "ssd_cin_episodes",
        "cine_referral_id",
        "cine_person_id",
    ),
    _team("ssd_cin_episodes", "cine_referral_team"),
    _team("ssd_cin_assessments", "cina_assessment_team"),
    _team("ssd_cin_plans", "cinp_cin_plan_team"),
    _team("ssd_s47_enquiry", "s47e_s47_completed_by_team"),
    _team("ssd_initial_cp_conference", "icpc_icpc_team"),
    _team("ssd_care_leavers", "clea_care_leaver_allocated_team"),
    _team("ssd_involvements", "invo_professional_team"),
)


@dataclass(frozen=True)
class Where:
    """A column of its own for what another holds, on the rows where a third says so: one date that tells two things."""

    table: str
    column: str
    holds: str
    where: str
    says: tuple[str, ...]
    """The beginnings, in lower case, of what it may say."""


WHERES = (
    Where("ssd_initial_cp_conference", TRANSFERRED_ON, "icpc_icpc_date", "icpc_icpc_transfer_in", ("y", "1", "t")),
    Where(
        "ssd_permanence",
        "date of the adoption order",
        "perm_permanence_order_date",
        "perm_permanence_order_type",
        ("adoption",),
    ),
)
