"""Young people who have left care, and those about to."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, code, day, identifier, yes_no

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
