"""Enquiries, conferences, child protection plans and their reviews; and visits of every kind."""

from everychild.layouts.annex_a import written
from everychild.layouts.annex_a.child_protection import ABUSE
from everychild.layouts.layout import YES_NO, Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.ssd.people import (
    SIX_YEARS,
    SSD_RANK,
    a_date,
    brought,
    feed,
    happened,
    identifier,
    table,
    worker,
    yes_no,
)
from everychild.records import Kind

CONFERENCE_NEEDED = "conference required"
"""Cut out of the outcome, which is JSON."""

NOT_REQUIRED = WrittenCodes(YES_NO, {"yes": "N", "no": "Y", "unknown": ""}, {"No": "yes", "Yes": "no"})

ENQUIRIES = table(
    "ssd_s47_enquiry",
    "Section 47 enquiries (ssd_s47_enquiry)",
    (
        identifier("s47e_person_id"),
        happened("s47e_s47_start_date"),
        Heading(CONFERENCE_NEEDED, Kind.YES_NO, NOT_REQUIRED, expected=False),
        brought("icpc_icpc_date", Kind.DATE),
        brought("s47e_s47_completed_by_team"),
        worker("s47e_s47_completed_by_worker_id"),
    ),
    (
        feed(
            "section_47_enquiry",
            {
                "child_id": "s47e_person_id",
                "started_on": "s47e_s47_start_date",
                "conference_not_required": CONFERENCE_NEEDED,
                "conference_on": "icpc_icpc_date",
                "team": "s47e_s47_completed_by_team",
                "worker_id": "s47e_s47_completed_by_worker_id",
            },
        ),
    ),
    "s47e_s47_enquiry_id s47e_referral_id s47e_s47_end_date s47e_s47_nfa s47e_s47_outcome_json",
)

TRANSFERRED_ON = "date of a conference that transferred a plan in"


def _conference_feed(kind: str, held_on: str, unless: str | None = None) -> Feed:
    return Feed(
        "ssd.conference",
        "conference",
        {
            "child_id": "icpc_person_id",
            "held_on": held_on,
            "enquiry_started_on": "s47e_s47_start_date",
            "led_to_plan": "icpc_icpc_outcome_cp_flag",
            "team": "icpc_icpc_team",
            "worker_id": "icpc_icpc_worker_id",
        },
        SIX_YEARS,
        SSD_RANK,
        constants={"kind": kind},
        only_where=held_on,
        unless=unless,
    )


CONFERENCES = table(
    "ssd_initial_cp_conference",
    "Initial child protection conferences (ssd_initial_cp_conference)",
    (
        identifier("icpc_person_id"),
        a_date("icpc_icpc_date"),
        yes_no("icpc_icpc_transfer_in"),
        brought(TRANSFERRED_ON, Kind.DATE),
        yes_no("icpc_icpc_outcome_cp_flag"),
        brought("s47e_s47_start_date", Kind.DATE),
        brought("icpc_icpc_team"),
        worker("icpc_icpc_worker_id"),
    ),
    (
        _conference_feed("initial", "icpc_icpc_date", unless="icpc_icpc_transfer_in"),
        _conference_feed("transfer_in", TRANSFERRED_ON),
    ),
    "icpc_icpc_id icpc_icpc_meeting_id icpc_s47_enquiry_id icpc_cp_plan_id icpc_referral_id icpc_icpc_target_date "
    "icpc_icpc_outcome_json",
)

PLANS = table(
    "ssd_cp_plans",
    "Child protection plans (ssd_cp_plans)",
    (
        identifier("cppl_person_id"),
        happened("cppl_cp_plan_start_date"),
        a_date("cppl_cp_plan_end_date"),
        Heading("cppl_cp_plan_initial_category", Kind.CODE, ABUSE),
        Heading("cppl_cp_plan_latest_category", Kind.CODE, ABUSE),
    ),
    (
        feed(
            "child_protection_plan",
            {
                "child_id": "cppl_person_id",
                "started_on": "cppl_cp_plan_start_date",
                "ended_on": "cppl_cp_plan_end_date",
                "first_category": "cppl_cp_plan_initial_category",
                "latest_category": "cppl_cp_plan_latest_category",
            },
        ),
    ),
    "cppl_cp_plan_id cppl_referral_id cppl_icpc_id cppl_cp_plan_ola",
)

REVIEWS = table(
    "ssd_cp_reviews",
    "Reviews of child protection plans (ssd_cp_reviews)",
    (identifier("cppr_person_id"), a_date("cppr_cp_review_date")),
    (
        feed(
            "review_conference",
            {"child_id": "cppr_person_id", "held_on": "cppr_cp_review_date"},
            only_where="cppr_cp_review_date",
        ),
    ),
    "cppr_cp_review_id cppr_cp_plan_id cppr_cp_review_due cppr_cp_review_meeting_id cppr_cp_review_outcome_continue_cp "
    "cppr_cp_review_quorate cppr_cp_review_participation",
)


def visits_of(kind: str, name: str, title: str, prefix: str, stem: str, unused: str) -> SheetLayout:
    """Visits of one kind; the tables of the three kinds differ by the first letters of their columns."""
    visit = f"{prefix}_{stem}"
    return table(
        name,
        title,
        (
            identifier(f"{prefix}_person_id"),
            happened(f"{visit}_date"),
            Heading(f"{visit}_id", Kind.IDENTIFIER),
            Heading(f"{visit}_seen", Kind.YES_NO, written.CHILD_SEEN),
            Heading(f"{visit}_seen_alone", Kind.CODE, written.SEEN_ALONE),
        ),
        (
            Feed(
                "ssd.visit",
                "visit",
                {
                    "child_id": f"{prefix}_person_id",
                    "visit_id": f"{visit}_id",
                    "visited_on": f"{visit}_date",
                    "child_seen": f"{visit}_seen",
                    "seen_alone": f"{visit}_seen_alone",
                },
                SIX_YEARS,
                SSD_RANK,
                constants={"kind": kind},
            ),
        ),
        unused,
    )


NEED_VISITS = visits_of(
    "child_in_need",
    "ssd_cin_visits",
    "Visits to children in need (ssd_cin_visits)",
    "cinv",
    "cin_visit",
    "cinv_cin_visit_bedroom cinv_cin_plan_id",
)
PROTECTION_VISITS = visits_of(
    "child_protection",
    "ssd_cp_visits",
    "Visits to children on protection plans (ssd_cp_visits)",
    "cppv",
    "cp_visit",
    "cppv_cp_plan_id cppv_cp_visit_bedroom",
)
CARE_VISITS = visits_of(
    "care",
    "ssd_cla_visits",
    "Visits to children in care (ssd_cla_visits)",
    "clav",
    "cla_visit",
    "clav_cla_id",
)
