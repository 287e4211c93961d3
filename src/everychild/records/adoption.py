"""Children to be adopted, and the people who ask to adopt."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, Table, code, day, identifier, number, yes_no

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
