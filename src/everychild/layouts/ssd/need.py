"""From a contact to a child in need plan, and early help."""

from everychild.layouts.annex_a import written
from everychild.layouts.annex_a.children_in_need import CLOSURE
from everychild.layouts.census.people import as_they_are
from everychild.layouts.layout import YES_NO, Feed, Heading, WrittenCodes
from everychild.layouts.ssd.people import (
    SIX_YEARS,
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
from everychild.records import Kind, early_codes

NOT_SUPPORTED = WrittenCodes(YES_NO, {"yes": "N", "no": "Y", "unknown": ""}, {"No": "yes", "Yes": "no"})
"""The dataset says whether nothing followed an assessment; the record, whether the child needs us."""

CONTACTS = table(
    "ssd_contacts",
    "Contacts (ssd_contacts)",
    (
        identifier("cont_person_id"),
        happened("cont_contact_date", "cont_contact_start"),
        Heading("cont_contact_source_code", Kind.CODE, written.SOURCE),
    ),
    (
        feed(
            "contact",
            {
                "child_id": "cont_person_id",
                "contacted_on": "cont_contact_date",
                "source": "cont_contact_source_code",
            },
        ),
    ),
    "cont_contact_id cont_contact_source_desc cont_contact_outcome_json",
)

EARLY_HELP = table(
    "ssd_early_help_episodes",
    "Early help episodes (ssd_early_help_episodes)",
    (
        identifier("earl_person_id"),
        happened("earl_episode_start_date"),
        a_date("earl_episode_end_date"),
        Heading("earl_episode_organisation", Kind.TEXT),
        worker("earl_episode_worker_id"),
    ),
    (
        feed(
            "early_help_episode",
            {
                "child_id": "earl_person_id",
                "started_on": "earl_episode_start_date",
                "ended_on": "earl_episode_end_date",
                "organisation": "earl_episode_organisation",
                "worker_id": "earl_episode_worker_id",
            },
        ),
    ),
    "earl_episode_id earl_episode_reason earl_episode_end_reason",
)

EPISODES = table(
    "ssd_cin_episodes",
    "Referrals and episodes of need (ssd_cin_episodes)",
    (
        identifier("cine_person_id"),
        happened("cine_referral_date"),
        Heading("cine_cin_primary_need_code", Kind.CODE, written.NEED),
        Heading("cine_referral_source_code", Kind.CODE, written.SOURCE),
        yes_no("cine_referral_nfa"),
        a_date("cine_close_date"),
        Heading("cine_close_reason", Kind.CODE, CLOSURE),
        brought("cine_referral_team"),
        worker("cine_referral_worker_id"),
    ),
    (
        feed(
            "referral",
            {
                "child_id": "cine_person_id",
                "referred_on": "cine_referral_date",
                "source": "cine_referral_source_code",
                "no_further_action": "cine_referral_nfa",
                "team": "cine_referral_team",
                "worker_id": "cine_referral_worker_id",
            },
        ),
        feed(
            "child_in_need_episode",
            {
                "child_id": "cine_person_id",
                "started_on": "cine_referral_date",
                "closed_on": "cine_close_date",
                "primary_need": "cine_cin_primary_need_code",
                "closure_reason": "cine_close_reason",
                "team": "cine_referral_team",
                "worker_id": "cine_referral_worker_id",
            },
            only_where="cine_referral_date",
            unless="cine_referral_nfa",
        ),
    ),
    "cine_referral_id cine_referral_source_desc cine_referral_outcome_json",
)

ASSESSMENTS = table(
    "ssd_cin_assessments",
    "Assessments (ssd_cin_assessments)",
    (
        identifier("cina_person_id"),
        happened("cina_assessment_start_date"),
        a_date("cina_assessment_auth_date"),
        Heading("cina_assessment_child_seen", Kind.YES_NO, written.CHILD_SEEN),
        Heading("cina_assessment_outcome_nfa", Kind.YES_NO, NOT_SUPPORTED),
        brought("cina_assessment_team"),
        worker("cina_assessment_worker_id"),
    ),
    (
        feed(
            "assessment",
            {
                "child_id": "cina_person_id",
                "started_on": "cina_assessment_start_date",
                "authorised_on": "cina_assessment_auth_date",
                "child_seen": "cina_assessment_child_seen",
                "support_required": "cina_assessment_outcome_nfa",
                "team": "cina_assessment_team",
                "worker_id": "cina_assessment_worker_id",
            },
        ),
    ),
    "cina_assessment_id cina_referral_id cina_assessment_outcome_json",
)

FACTOR_COLUMNS = {code: f"factor {code}" for code in early_codes.ASSESSMENT_FACTOR.values}
"""The factors of an assessment stand together in one cell: each is given a column of its own as the table is read."""

OTHER_FACTOR = "factor not known"
AUTHORISED = "cina_assessment_auth_date"


def _factor_feed(title: str) -> Feed:
    return Feed(
        "ssd.assessment_factor",
        "assessment_factor",
        {"child_id": "cina_person_id", "authorised_on": AUTHORISED, "factor": title},
        SIX_YEARS,
        SSD_RANK,
        only_where=title,
    )


FACTORS = table(
    "ssd_assessment_factors",
    "Factors found at assessment (ssd_assessment_factors)",
    (
        Heading("cinf_assessment_id", Kind.TEXT),
        Heading("cinf_assessment_factors_json", Kind.TEXT),
        identifier("cina_person_id"),
        # A factor is found when the assessment ends; one of an open assessment waits for its date.
        happened(AUTHORISED),
        *(
            Heading(title, Kind.CODE, as_they_are(early_codes.ASSESSMENT_FACTOR), required=False, expected=False)
            for title in (*FACTOR_COLUMNS.values(), OTHER_FACTOR)
        ),
    ),
    (child_feed("cina_person_id"), *(_factor_feed(title) for title in (*FACTOR_COLUMNS.values(), OTHER_FACTOR))),
    "cinf_table_id",
)

PLANS = table(
    "ssd_cin_plans",
    "Child in need plans (ssd_cin_plans)",
    (
        identifier("cinp_person_id"),
        happened("cinp_cin_plan_start_date"),
        a_date("cinp_cin_plan_end_date"),
        brought("cinp_cin_plan_team"),
        worker("cinp_cin_plan_worker_id"),
    ),
    (
        feed(
            "child_in_need_plan",
            {
                "child_id": "cinp_person_id",
                "started_on": "cinp_cin_plan_start_date",
                "ended_on": "cinp_cin_plan_end_date",
                "team": "cinp_cin_plan_team",
                "worker_id": "cinp_cin_plan_worker_id",
            },
        ),
    ),
    "cinp_cin_plan_id cinp_referral_id",
)
