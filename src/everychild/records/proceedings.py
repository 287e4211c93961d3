"""Children whose care is before a court, and orders that take away their liberty."""

from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, day

CARE_PROCEEDINGS = Table(
    name="care_proceedings",
    grain="child per application to the court for a care or supervision order",
    key=("child_id", "issued_on"),
    began="issued_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("issued_on", "when the court issued the application", required=True),
        day("ended_on", "the final hearing; empty while it goes on"),
        TEAM,
        WORKER,
    ),
)

DEPRIVATION_OF_LIBERTY_ORDER = Table(
    name="deprivation_of_liberty_order",
    grain="child per order of the High Court that they may be deprived of their liberty",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "when the order began", required=True),
        day("ended_on", "when it ended; empty while it lasts"),
    ),
)
