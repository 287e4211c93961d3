"""Help before statutory social care."""

from everychild.records import codes, early_codes
from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, code, day, identifier, text, yes_no

EARLY_HELP_REQUEST = Table(
    name="early_help_request",
    grain="child per request for early help",
    key=("child_id", "received_on"),
    began="received_on",
    columns=(
        CHILD_ID,
        identifier("request_id", "the case system’s number for the request"),
        day("received_on", "when the request came in", required=True),
        code("source", codes.REFERRAL_SOURCE, "who made it"),
        day("decided_on", "when it was decided what to offer; empty while waiting"),
        code("outcome", early_codes.REQUEST_OUTCOME, "what was decided"),
        yes_no("step_down", "the family came from social care"),
        TEAM,
        WORKER,
    ),
)

EARLY_HELP_ASSESSMENT = Table(
    name="early_help_assessment",
    grain="child per early help assessment",
    key=("child_id", "requested_on"),
    began="requested_on",
    ended="completed_on",
    columns=(
        CHILD_ID,
        identifier("assessment_id", "the case system’s number for the assessment"),
        identifier("family_assessment_id", "shared by brothers and sisters assessed together"),
        day("requested_on", "when the assessment was asked for; the clock starts here", required=True),
        day("started_on", "when work on it began"),
        day("completed_on", "when it was finished; empty while open"),
        code("status", codes.ASSESSMENT_STATUS, "how it stands"),
        text("lead_agency", "who led it: the council or a partner"),
        TEAM,
        WORKER,
    ),
)

EARLY_HELP_EPISODE = Table(
    name="early_help_episode",
    grain="child per period of early help",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "when early help began", required=True),
        day("ended_on", "when it ended; empty while it goes on"),
        code("end_reason", early_codes.EARLY_HELP_ENDED, "why it ended"),
        text("organisation", "who gave it"),
        TEAM,
        WORKER,
    ),
)
