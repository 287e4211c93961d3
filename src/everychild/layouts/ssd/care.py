"""Care: episodes, placements, legal statuses, reviews, going missing; leaving care, adoption; who works with whom."""

from everychild.layouts.annex_a import written
from everychild.layouts.annex_a.adoption import REVERSED
from everychild.layouts.annex_a.care_codes import LEGAL_STATUS, REASON_ENDED
from everychild.layouts.annex_a.leaving_care import ACCOMMODATION, ACTIVITY, ELIGIBILITY, IN_TOUCH, SUITABLE
from everychild.layouts.layout import Coverage, Feed, Heading
from everychild.layouts.local.missing import MISSING_KIND
from everychild.layouts.local.placements import as_coded
from everychild.layouts.local.workforce import ROLE
from everychild.layouts.ssd.people import (
    SEEN,
    SSD_RANK,
    a_date,
    brought,
    child_feed,
    feed,
    happened,
    identifier,
    table,
    worker,
    yes_no,
)
from everychild.layouts.ssda903.care import PLACEMENT_TYPE
from everychild.records import Kind, codes

LEGAL_STATUSES = table(
    "ssd_legal_status",
    "Legal statuses (ssd_legal_status)",
    (
        identifier("lega_person_id"),
        happened("lega_legal_status_start_date"),
        a_date("lega_legal_status_end_date"),
        Heading("lega_legal_status", Kind.CODE, LEGAL_STATUS),
    ),
    (
        feed(
            "legal_status_spell",
            {
                "child_id": "lega_person_id",
                "started_on": "lega_legal_status_start_date",
                "ended_on": "lega_legal_status_end_date",
                "legal_status": "lega_legal_status",
            },
        ),
    ),
    "lega_legal_status_id",
)

EPISODES = table(
    "ssd_cla_episodes",
    "Episodes of care (ssd_cla_episodes)",
    (
        identifier("clae_person_id"),
        happened("clae_cla_episode_start_date"),
        Heading("clae_cla_episode_start_reason", Kind.CODE, as_coded(codes.REASON_NEW_EPISODE)),
        Heading("clae_cla_primary_need_code", Kind.CODE, written.NEED),
        a_date("clae_cla_episode_ceased_date"),
        Heading("clae_cla_episode_ceased_reason", Kind.CODE, REASON_ENDED),
        Heading("lega_legal_status", Kind.CODE, LEGAL_STATUS, expected=False),
        Heading("clap_cla_placement_type", Kind.CODE, PLACEMENT_TYPE, expected=False),
        Heading("clap_cla_placement_provider", Kind.CODE, as_coded(codes.PLACEMENT_PROVIDER), expected=False),
        Heading("clap_cla_placement_change_reason", Kind.CODE, as_coded(codes.PLACEMENT_CHANGE), expected=False),
        Heading("clap_cla_placement_distance", Kind.NUMBER, expected=False, parts=10),
        brought("clap_cla_placement_postcode"),
        brought("clap_cla_placement_urn"),
        brought("clae_cla_placement_id"),
    ),
    (
        feed(
            "care_episode",
            {
                "child_id": "clae_person_id",
                "started_on": "clae_cla_episode_start_date",
                "reason_started": "clae_cla_episode_start_reason",
                "legal_status": "lega_legal_status",
                "category_of_need": "clae_cla_primary_need_code",
                "placement_type": "clap_cla_placement_type",
                "provider": "clap_cla_placement_provider",
                "ended_on": "clae_cla_episode_ceased_date",
                "reason_ended": "clae_cla_episode_ceased_reason",
                "reason_moved": "clap_cla_placement_change_reason",
                "postcode": "clap_cla_placement_postcode",
                # Two placements at one address are two: the number tells them apart and is not kept.
                "placement_number": "clae_cla_placement_id",
                "registered_as": "clap_cla_placement_urn",
                "tenths_of_a_mile_from_home": "clap_cla_placement_distance",
            },
        ),
    ),
    "clae_cla_episode_id clae_cla_id clae_referral_id clae_entered_care_date clae_cla_last_iro_contact_date",
)

PLACEMENTS = table(
    "ssd_cla_placement",
    "Placements (ssd_cla_placement)",
    (identifier("clap_person_id"),),
    # Each stands in the episodes that were spent in it, where the table of episodes lies beside this one.
    (child_feed("clap_person_id"),),
    "clap_cla_placement_id clap_cla_placement_start_date clap_cla_placement_type clap_cla_placement_urn "
    "clap_cla_placement_distance clap_cla_id clap_cla_placement_provider clap_cla_placement_postcode "
    "clap_cla_placement_end_date clap_cla_placement_change_reason",
)

REVIEWS = table(
    "ssd_cla_reviews",
    "Reviews of children in care (ssd_cla_reviews)",
    (
        identifier("clar_person_id", "clar_cla_person_id"),
        a_date("clar_cla_review_date"),
        yes_no("clar_cla_review_cancelled"),
        Heading("clar_cla_review_participation", Kind.CODE, as_coded(codes.PARTICIPATION)),
    ),
    (
        feed(
            "care_review",
            {
                "child_id": "clar_person_id",
                "held_on": "clar_cla_review_date",
                "participation": "clar_cla_review_participation",
            },
            only_where="clar_cla_review_date",
            unless="clar_cla_review_cancelled",
        ),
    ),
    "clar_cla_review_id clar_cla_id clar_cla_review_due_date",
)

MISSING = table(
    "ssd_missing",
    "Times missing (ssd_missing)",
    (
        identifier("miss_person_id"),
        Heading("miss_missing_episode_start_date", Kind.MOMENT, required=True),
        Heading("miss_missing_episode_end_date", Kind.MOMENT),
        Heading("miss_missing_episode_type", Kind.CODE, MISSING_KIND),
        Heading("miss_table_id", Kind.IDENTIFIER),
    ),
    (
        feed(
            "missing_episode",
            {
                "child_id": "miss_person_id",
                "missing_id": "miss_table_id",
                "went_missing_on": "miss_missing_episode_start_date",
                "went_missing_at": "miss_missing_episode_start_date",
                "returned_on": "miss_missing_episode_end_date",
                "returned_at": "miss_missing_episode_end_date",
                "kind": "miss_missing_episode_type",
            },
        ),
    ),
    # Whether a return interview was offered and accepted, without a date: no interview is told by that.
    "miss_missing_rhi_offered miss_missing_rhi_accepted",
)

CARE_LEAVERS = table(
    "ssd_care_leavers",
    "Care leavers (ssd_care_leavers)",
    (
        identifier("clea_person_id"),
        Heading("clea_care_leaver_eligibility", Kind.CODE, ELIGIBILITY),
        Heading("clea_care_leaver_in_touch", Kind.CODE, IN_TOUCH),
        a_date("clea_care_leaver_latest_contact"),
        Heading("clea_care_leaver_accommodation", Kind.CODE, ACCOMMODATION),
        Heading("clea_care_leaver_accom_suitable", Kind.YES_NO, SUITABLE),
        Heading("clea_care_leaver_activity", Kind.CODE, ACTIVITY),
        a_date("clea_pathway_plan_review_date"),
        worker("clea_care_leaver_personal_advisor"),
        brought("clea_care_leaver_allocated_team"),
        worker("clea_care_leaver_worker_id"),
    ),
    (
        Feed(
            "ssd.care_leaver",
            "care_leaver",
            {
                "child_id": "clea_person_id",
                "eligibility": "clea_care_leaver_eligibility",
                "in_touch": "clea_care_leaver_in_touch",
                "last_contact_on": "clea_care_leaver_latest_contact",
                "pathway_plan_reviewed_on": "clea_pathway_plan_review_date",
                "accommodation": "clea_care_leaver_accommodation",
                "accommodation_suitable": "clea_care_leaver_accom_suitable",
                "activity": "clea_care_leaver_activity",
                "personal_adviser_id": "clea_care_leaver_personal_advisor",
                "team": "clea_care_leaver_allocated_team",
                "worker_id": "clea_care_leaver_worker_id",
            },
            Coverage(months=0, one_per_child=True),
            SSD_RANK,
        ),
    ),
    "clea_table_id",
)

ADOPTIONS = table(
    "ssd_permanence",
    "Permanence (ssd_permanence)",
    (
        identifier("perm_person_id"),
        a_date("perm_adm_decision_date"),
        a_date("perm_placement_order_date"),
        a_date("perm_placed_for_adoption_date"),
        a_date("perm_matched_date"),
        a_date("perm_placed_ffa_cp_date"),
        a_date("perm_decision_reversed_date"),
        Heading("perm_decision_reversed_reason", Kind.CODE, REVERSED),
        brought("date of the adoption order", Kind.DATE),
    ),
    (
        child_feed("perm_person_id"),
        feed(
            "adoption",
            {
                "child_id": "perm_person_id",
                "decided_on": "perm_adm_decision_date",
                "placement_order_on": "perm_placement_order_date",
                "placed_on": "perm_placed_for_adoption_date",
                "matched_on": "perm_matched_date",
                "fostering_for_adoption_on": "perm_placed_ffa_cp_date",
                "reversed_on": "perm_decision_reversed_date",
                "reversed_reason": "perm_decision_reversed_reason",
                "adopted_on": "date of the adoption order",
            },
            only_where="perm_adm_decision_date",
        ),
    ),
    "perm_table_id perm_cla_id perm_ffa_cp_decision_date perm_adopted_by_carer_flag perm_placed_foster_carer_date "
    "perm_part_of_sibling_group perm_siblings_placed_together perm_siblings_placed_apart perm_placement_provider_urn "
    "perm_permanence_order_date perm_permanence_order_type perm_adoption_worker_id perm_adopter_sex "
    "perm_adopter_legal_status perm_number_of_adopters",
)

INVOLVEMENTS = table(
    "ssd_involvements",
    "Involvements of workers (ssd_involvements)",
    (
        identifier("invo_person_id"),
        Heading("invo_professional_id", Kind.IDENTIFIER, required=True, is_name=True),
        Heading("invo_professional_role_id", Kind.CODE, ROLE),
        happened("invo_involvement_start_date"),
        a_date("invo_involvement_end_date"),
        brought("invo_professional_team"),
    ),
    (
        feed(
            "allocation",
            {
                "child_id": "invo_person_id",
                "worker_id": "invo_professional_id",
                "role": "invo_professional_role_id",
                "started_on": "invo_involvement_start_date",
                "ended_on": "invo_involvement_end_date",
                "team": "invo_professional_team",
            },
        ),
        Feed(
            "ssd.worker",
            "worker",
            {"worker_id": "invo_professional_id", "team": "invo_professional_team"},
            SEEN,
            SSD_RANK,
            distinct=True,
        ),
    ),
    "invo_involvements_id invo_worker_change_reason invo_referral_id",
)
