"""Children who go missing, and the talk each should be offered on coming back."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, TEAM, WORKER, Table, code, day, identifier, moment, yes_no

MISSING_EPISODE = Table(
    name="missing_episode",
    grain="child per time missing",
    key=("child_id", "missing_id", "went_missing_at"),
    began="went_missing_on",
    ended="returned_on",
    columns=(
        CHILD_ID,
        identifier("missing_id", "the case system’s number for the episode"),
        day("went_missing_on", "the day the child went missing", required=True),
        moment("went_missing_at", "and the time, where it is known"),
        day("returned_on", "the day the child came back; empty while missing"),
        moment("returned_at", "and the time, where it is known"),
        code("kind", codes.MISSING_KIND, "missing or away"),
        code("missing_from", codes.MISSING_FROM, "from where"),
        TEAM,
        WORKER,
    ),
)

RETURN_INTERVIEW = Table(
    name="return_interview",
    grain="missing episode for which a return interview was considered",
    key=("child_id", "missing_id"),
    columns=(
        CHILD_ID,
        identifier("missing_id", "the episode it belongs to", required=True),
        yes_no("needed", "an interview was deemed necessary"),
        yes_no("offered", "it was offered"),
        day("offered_on", "when it was offered"),
        code("response", codes.INTERVIEW_RESPONSE, "the answer"),
        day("completed_on", "when it was held"),
        day("recorded_on", "when it was written up"),
        TEAM,
        WORKER,
    ),
)
