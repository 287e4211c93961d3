"""Children living with people who are not close family, and allegations against adults who work with children."""

from everychild.records import early_codes
from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, code, day, identifier

PRIVATE_FOSTERING = Table(
    name="private_fostering",
    grain="child per private fostering arrangement the council was told of",
    key=("child_id", "notified_on"),
    began="notified_on",
    columns=(
        CHILD_ID,
        day("notified_on", "when the council was told", required=True),
        day("started_on", "when the arrangement began"),
        day("ended_on", "when it ended; empty while it goes on"),
        day("first_visited_on", "when somebody from the council first went to see the child"),
        TEAM,
        WORKER,
    ),
)

ALLEGATION = Table(
    name="allegation",
    grain="allegation against an adult who works with children",
    key=("allegation_id",),
    began="referred_on",
    ended="concluded_on",
    columns=(
        identifier("allegation_id", "the number in the designated officer’s log", required=True),
        day("referred_on", "when the designated officer was told", required=True),
        day("concluded_on", "when it was concluded; empty while open"),
        code("workplace", early_codes.WORKPLACE, "the kind of place the adult works in"),
        code("outcome", early_codes.ALLEGATION_OUTCOME, "how it ended"),
    ),
)
