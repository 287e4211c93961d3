"""The education of children the council helps or looks after, and of children who are not at school."""

from everychild.records import codes
from everychild.records.table import CHILD_ID, Table, code, day, number

EDUCATION_PLAN = Table(
    name="education_plan",
    grain="child in care per personal education plan made or reviewed",
    key=("child_id", "completed_on"),
    began="completed_on",
    columns=(CHILD_ID, day("completed_on", "when it was made or reviewed; empty until then")),
)

SCHOOL_ATTENDANCE = Table(
    name="school_attendance",
    grain="child per month and school",
    key=("child_id", "month_from"),
    began="month_from",
    columns=(
        CHILD_ID,
        day("month_from", "the first day of the month it is about", required=True),
        number("sessions_possible", "half days the child could have attended"),
        number("sessions_attended", "half days attended"),
        number("suspensions", "times suspended in the month"),
        code("school_place", codes.SCHOOL_PLACE, "the place held at the end of the month"),
    ),
)

HOME_EDUCATION = Table(
    name="home_education",
    grain="child per time educated at home by choice",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "when the council came to know of it", required=True),
        day("ended_on", "when it ended; empty while it lasts"),
    ),
)

MISSING_EDUCATION = Table(
    name="missing_education",
    grain="child per time missing education",
    key=("child_id", "started_on"),
    began="started_on",
    ended="ended_on",
    columns=(
        CHILD_ID,
        day("started_on", "when the council came to know of it", required=True),
        day("ended_on", "when the child was in school, or educated otherwise; empty until then"),
    ),
)
