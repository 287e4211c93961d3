"""Children in care, and young people who have left it."""

from everychild.records import codes
from everychild.records.table import (
    CHILD_ID,
    TEAM,
    WORKER,
    Table,
    code,
    day,
    identifier,
    number,
    text,
    yes_no,
)

PERIOD_OF_CARE = Table(
    name="period_of_care",
    grain="child per unbroken time in care",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "when the child came into care", required=True),
        day("ended_on", "when care ended; empty while in care"),
        code("reason_ended", codes.REASON_CARE_ENDED, "why care ended"),
        code("category_of_need", codes.PRIMARY_NEED, "the main need on coming into care"),
        yes_no("second_within_year", "a second or later period of care within 12 months"),
        code("legal_status", codes.LEGAL_STATUS, "the legal status when the extract was taken"),
        day("legal_status_from", "since when"),
        code("permanence_plan", codes.PERMANENCE_PLAN, "the plan for the child’s future"),
        number("placements_in_year", "placements in the last 12 months, the present one included"),
        day("health_assessed_on", "the last health assessment"),
        day("dental_check_on", "the last dental check"),
        day("reviewing_officer_saw_on", "the last contact by the independent reviewing officer"),
        TEAM,
        WORKER,
    ),
)

PLACEMENT = Table(
    name="placement",
    grain="child per placement",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "when the placement began", required=True),
        day("ended_on", "when it ended; empty while it lasts"),
        code("placement_type", codes.PLACEMENT_TYPE, "what kind"),
        code("provider", codes.PLACEMENT_PROVIDER, "who provides it"),
        yes_no("out_of_area", "outside the council’s own area"),
        text("council_area", "the council area it lies in, as the extract names it"),
    ),
)

CARE_REVIEW = Table(
    name="care_review",
    grain="child per review of their care",
    key=("child_id", "held_on"),
    began="held_on",
    columns=(CHILD_ID, day("held_on", "when it was held", required=True), TEAM, WORKER),
)

CARE_LEAVER = Table(
    name="care_leaver",
    grain="young person receiving leaving-care services when the extract was taken",
    key=("child_id",),
    is_snapshot=True,
    columns=(
        CHILD_ID,
        code("eligibility", codes.ELIGIBILITY, "in law"),
        code("in_touch", codes.IN_TOUCH, "the council is in touch"),
        day("last_contact_on", "the latest contact"),
        day("pathway_plan_reviewed_on", "the latest pathway plan review"),
        code("accommodation", codes.ACCOMMODATION, "where they live"),
        yes_no("accommodation_suitable", "the accommodation is suitable"),
        code("activity", codes.ACTIVITY, "education, employment or training"),
        identifier("personal_adviser_id", "the personal adviser; a name is turned into a reference and not kept"),
        TEAM,
        WORKER,
    ),
)

ADOPTION = Table(
    name="adoption",
    grain="child with a decision that they should be placed for adoption",
    key=("child_id", "decided_on"),
    began="decided_on",
    columns=(
        CHILD_ID,
        identifier("adoptive_family_id", "the adoptive family"),
        day("entered_care_on", "when the child came into care"),
        day("decided_on", "the decision that the child should be placed", required=True),
        day("placement_order_on", "the placement order"),
        day("matched_on", "matched with adopters"),
        day("placed_on", "placed with them"),
        day("adopted_on", "the adoption order"),
        day("reversed_on", "the decision that the child should no longer be placed"),
        code("reversed_reason", codes.ADOPTION_REVERSED, "why"),
        day("fostering_for_adoption_on", "placed in fostering for adoption or concurrent planning"),
    ),
)

ADOPTER = Table(
    name="adopter",
    grain="person who has asked to adopt",
    key=("adopter_id",),
    columns=(
        identifier("adopter_id", "the case system’s number for the adopter", required=True),
        identifier("adoptive_family_id", "the adoptive family"),
        yes_no("fostering_for_adoption", "fosters for adoption"),
        day("enquired_on", "the enquiry"),
        day("stage_1_started_on", "stage 1 began"),
        day("stage_1_ended_on", "stage 1 ended"),
        day("stage_2_started_on", "stage 2 began"),
        day("stage_2_ended_on", "stage 2 ended"),
        day("applied_on", "the application"),
        day("approved_on", "the approval"),
        day("matched_on", "matched with a child"),
        day("placed_on", "a child placed"),
        number("children_placed", "how many"),
        day("adopted_on", "the adoption order"),
        day("left_on", "left the process"),
        code("left_reason", codes.ADOPTER_LEFT, "why"),
    ),
)
