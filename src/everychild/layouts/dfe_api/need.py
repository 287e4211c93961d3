"""An episode of social care from its referral on: assessments, child in need and protection plans, enquiries."""

from everychild.layouts.census.people import TRUE_FALSE, as_they_are
from everychild.layouts.dfe_api.people import EPISODE, PAYLOAD_RANK, TWO_YEARS, WHOSE, feed, rows_of
from everychild.layouts.layout import YES_NO, Feed, Heading, WrittenCodes
from everychild.records import Kind, codes, early_codes

NOT_REQUIRED = WrittenCodes(
    YES_NO,
    {"yes": "false", "no": "true", "unknown": ""},
    {"0": "yes", "N": "yes", "1": "no", "Y": "no"},
)
"""The payload says whether a conference was required; the record, whether it was not."""

EPISODES = rows_of(
    "episode",
    "social_care_episodes",
    EPISODE,
    (
        Heading("social_care_episode_id", Kind.TEXT),
        Heading("referral_date", Kind.DATE, required=True),
        Heading("referral_source", Kind.CODE, as_they_are(codes.REFERRAL_SOURCE)),
        Heading("closure_date", Kind.DATE),
        Heading("closure_reason", Kind.CODE, as_they_are(codes.CLOSURE_REASON)),
        Heading("referral_no_further_action_flag", Kind.YES_NO, TRUE_FALSE),
    ),
    (
        feed(
            "referral",
            {
                "referred_on": "referral_date",
                "source": "referral_source",
                "no_further_action": "referral_no_further_action_flag",
            },
        ),
        feed(
            "child_in_need_episode",
            {"started_on": "referral_date", "closed_on": "closure_date", "closure_reason": "closure_reason"},
            only_where="referral_date",
            unless="referral_no_further_action_flag",
        ),
    ),
)

ASSESSMENT_AT = f"{EPISODE}/child_and_family_assessments"
ASSESSMENTS = rows_of(
    "assessment",
    "child_and_family_assessments",
    ASSESSMENT_AT,
    (
        Heading("child_and_family_assessment_id", Kind.TEXT),
        Heading("start_date", Kind.DATE, required=True),
        Heading("authorisation_date", Kind.DATE),
    ),
    (feed("assessment", {"started_on": "start_date", "authorised_on": "authorisation_date"}),),
)

FACTORS = rows_of(
    "factor",
    "factors",
    f"{ASSESSMENT_AT}/factors",
    (
        # A factor is found when the assessment ends; one of an open assessment waits for its date.
        Heading("authorisation_date", Kind.DATE, required=True),
        Heading("factors", Kind.CODE, as_they_are(early_codes.ASSESSMENT_FACTOR), required=True),
    ),
    (feed("assessment_factor", {"authorised_on": "authorisation_date", "factor": "factors"}),),
    {title: f"{ASSESSMENT_AT}/{title}" for title in ("authorisation_date", "factors", "purge")},
)


CHILD_IN_NEED_PLANS = rows_of(
    "child_in_need_plan",
    "child_in_need_plans",
    f"{EPISODE}/child_in_need_plans",
    (
        Heading("child_in_need_plan_id", Kind.TEXT),
        Heading("start_date", Kind.DATE, required=True),
        Heading("end_date", Kind.DATE),
    ),
    (feed("child_in_need_plan", {"started_on": "start_date", "ended_on": "end_date"}),),
)

SECTION_47 = rows_of(
    "section_47",
    "section_47_assessments",
    f"{EPISODE}/section_47_assessments",
    (
        Heading("section_47_assessment_id", Kind.TEXT),
        Heading("start_date", Kind.DATE, required=True),
        Heading("icpc_required_flag", Kind.YES_NO, NOT_REQUIRED),
        Heading("icpc_date", Kind.DATE),
        Heading("end_date", Kind.DATE),
    ),
    (
        feed(
            "section_47_enquiry",
            {
                "started_on": "start_date",
                "conference_not_required": "icpc_required_flag",
                "conference_on": "icpc_date",
            },
        ),
        Feed(
            "dfe_api.conference",
            "conference",
            {**WHOSE, "held_on": "icpc_date", "enquiry_started_on": "start_date"},
            TWO_YEARS,
            PAYLOAD_RANK,
            constants={"kind": "initial"},
            only_where="icpc_date",
            distinct=True,
        ),
    ),
)

PROTECTION_PLANS = rows_of(
    "child_protection_plan",
    "child_protection_plans",
    f"{EPISODE}/child_protection_plans",
    (
        Heading("child_protection_plan_id", Kind.TEXT),
        Heading("start_date", Kind.DATE, required=True),
        Heading("end_date", Kind.DATE),
    ),
    (feed("child_protection_plan", {"started_on": "start_date", "ended_on": "end_date"}),),
)

WORKERS = rows_of(
    "care_worker",
    "care_worker_details",
    f"{EPISODE}/care_worker_details",
    (
        Heading("worker_id", Kind.IDENTIFIER, is_name=True),
        Heading("start_date", Kind.DATE, required=True),
        Heading("end_date", Kind.DATE),
    ),
    # Sent only of children with a child in need plan whose worker was active on a 31 March: no caseload is told by it.
    (
        Feed(
            "dfe_api.worker",
            "worker",
            {"worker_id": "worker_id"},
            TWO_YEARS,
            PAYLOAD_RANK,
            only_where="worker_id",
            distinct=True,
        ),
    ),
)
