"""From the first telephone call to the end of the assessment."""

from everychild.records import codes, early_codes
from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, code, day, number, yes_no

CONTACT = Table(
    name="contact",
    grain="child per contact with the front door",
    key=("child_id", "contacted_on", "source"),
    began="contacted_on",
    columns=(
        CHILD_ID,
        day("contacted_on", "when the contact was received", required=True),
        code("source", codes.REFERRAL_SOURCE, "who made it"),
        day("decided_on", "when it was decided what to do; empty while waiting"),
        code("outcome", early_codes.CONTACT_OUTCOME, "what was decided"),
        TEAM,
        WORKER,
    ),
)

REFERRAL = Table(
    name="referral",
    grain="child per referral to children’s social care",
    key=("child_id", "referred_on"),
    began="referred_on",
    columns=(
        CHILD_ID,
        day("referred_on", "when the referral was received", required=True),
        code("source", codes.REFERRAL_SOURCE, "who made it"),
        yes_no("no_further_action", "the referral went no further"),
        number(
            "earlier_referrals",
            "referrals in the 12 months before the child’s latest one, as the case system counts them",
        ),
        TEAM,
        WORKER,
    ),
)

ASSESSMENT = Table(
    name="assessment",
    grain="child per social work assessment",
    key=("child_id", "started_on"),
    began="started_on",
    ended="authorised_on",
    columns=(
        CHILD_ID,
        day("started_on", "when it began", required=True),
        day("authorised_on", "when a manager authorised it; empty while open"),
        yes_no("child_seen", "the child was seen during it"),
        yes_no("support_required", "the child needs children’s social care"),
        TEAM,
        WORKER,
    ),
)

CHILD_IN_NEED_EPISODE = Table(
    name="child_in_need_episode",
    grain="child per episode of need, from referral to closure",
    key=("child_id", "started_on"),
    began="started_on",
    ended="closed_on",
    columns=(
        CHILD_ID,
        day("started_on", "when the episode began", required=True),
        day("closed_on", "when it closed; empty while open"),
        code("primary_need", codes.PRIMARY_NEED, "the main need"),
        code("closure_reason", codes.CLOSURE_REASON, "why it closed"),
        code("case_status", codes.CASE_STATUS, "the highest status when the extract was taken"),
        day("last_seen_on", "when the child was last seen"),
        TEAM,
        WORKER,
    ),
)

CHILD_IN_NEED_PLAN = Table(
    name="child_in_need_plan",
    grain="child per child in need plan",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "when the plan began", required=True),
        day("ended_on", "when it ended; empty while open. A child protection plan or care ends it"),
        TEAM,
        WORKER,
    ),
)

CHILD_IN_NEED_REVIEW = Table(
    name="child_in_need_review",
    grain="child per review of a child in need plan held",
    key=("child_id", "held_on"),
    began="held_on",
    columns=(
        CHILD_ID,
        day("held_on", "when the review was held", required=True),
        TEAM,
        WORKER,
    ),
)
