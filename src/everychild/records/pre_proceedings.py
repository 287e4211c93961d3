"""The last chance to put things right before the council asks a court to decide."""

from everychild.records import early_codes
from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, code, day, identifier

PRE_PROCEEDINGS = Table(
    name="pre_proceedings",
    grain="child per time in pre-proceedings",
    key=("child_id", "letter_sent_on"),
    began="letter_sent_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        identifier("family_id", "shared by brothers and sisters"),
        day("letter_sent_on", "when the letter that begins it was sent to the parents", required=True),
        day("first_met_on", "when parents and council first met about it"),
        day("meeting_offered_on", "when the family was offered a family group decision-making meeting"),
        day("meeting_held_on", "when that meeting was held"),
        code("outcome", early_codes.PRE_PROCEEDINGS_OUTCOME, "how it ended"),
        day("ended_on", "when it ended; empty while it goes on"),
        day("issued_on", "when care proceedings were issued in court"),
        day("final_hearing_on", "when the court made its final order"),
        TEAM,
        WORKER,
    ),
)
