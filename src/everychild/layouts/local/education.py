"""The virtual school’s plans and attendance, and the registers of children who are not at school."""

from everychild.layouts.layout import Coverage, Feed, Heading, SheetLayout, WrittenCodes
from everychild.layouts.local.people import CHILD_ID, EVERYTHING, LOCAL_RANK, WHOSE, optional
from everychild.records import Kind, codes

SCHOOL_PLACE = WrittenCodes(
    codes.SCHOOL_PLACE,
    {"full_time": "full_time", "part_time": "part_time", "none": "no_place"},
    {
        "Full time": "full_time",
        "FT": "full_time",
        "Part time": "part_time",
        "PT": "part_time",
        "Reduced timetable": "part_time",
        "No school place": "none",
    },
)

PERSONAL_EDUCATION_PLANS = SheetLayout(
    name="personal_education_plans",
    title="Personal education plans",
    number=None,
    other_titles=("personal education plan", "PEP", "PEPs"),
    headings=(
        CHILD_ID,
        optional("term", Kind.TEXT, "School Term"),
        optional("pep_due_date", Kind.DATE),
        Heading(
            "completed_date",
            Kind.DATE,
            aliases=("PEP Date", "PEP Completed", "Date of PEP", "PEP Meeting Date", "PEP Review Date"),
        ),
        optional("quality", Kind.TEXT, "PEP Quality"),
        Heading("school_urn", Kind.TEXT, aliases=("School",)),
        optional("attendance_pct", Kind.TEXT),
        optional("fixed_exclusion_days", Kind.TEXT),
    ),
    feeds=(
        Feed(
            "personal_education_plans.education_plan",
            "education_plan",
            {**WHOSE, "completed_on": "completed_date"},
            EVERYTHING,
            LOCAL_RANK,
        ),
    ),
)

SCHOOL_ATTENDANCE = SheetLayout(
    name="school_attendance",
    title="School attendance by month",
    number=None,
    other_titles=("attendance", "virtual school attendance"),
    headings=(
        CHILD_ID,
        Heading("month_from", Kind.DATE, aliases=("Month", "Month Beginning", "Attendance Month"), required=True),
        Heading("sessions_possible", Kind.NUMBER, aliases=("Possible Sessions", "Possible")),
        Heading("sessions_attended", Kind.NUMBER, aliases=("Attended Sessions", "Attended", "Present")),
        Heading("suspensions", Kind.NUMBER, aliases=("Fixed Term Exclusions", "FTEs", "Number of Suspensions")),
        Heading("school_place", Kind.CODE, SCHOOL_PLACE, aliases=("Provision", "Timetable"), expected=False),
        optional("attendance_school_urn", Kind.TEXT),
    ),
    feeds=(
        Feed(
            "school_attendance.school_attendance",
            "school_attendance",
            {
                **WHOSE,
                "month_from": "month_from",
                "sessions_possible": "sessions_possible",
                "sessions_attended": "sessions_attended",
                "suspensions": "suspensions",
                "school_place": "school_place",
            },
            EVERYTHING,
            LOCAL_RANK,
        ),
    ),
)

BORN = Heading("date_of_birth", Kind.DATE, aliases=("DOB",), expected=False)


def _children(table: str) -> Feed:
    """Most of these children are on no other list, so theirs must say how old they are."""
    return Feed(
        f"{table}.child",
        "child",
        {**WHOSE, "born_on": BORN.title},
        Coverage(proves_only=True),
        LOCAL_RANK,
        distinct=True,
    )


HOME_EDUCATION = SheetLayout(
    name="home_education",
    title="Children educated at home",
    number=None,
    other_titles=("elective home education", "home educated", "EHE"),
    headings=(
        CHILD_ID,
        BORN,
        Heading("ehe_start_date", Kind.DATE, aliases=("EHE Start", "Date Became EHE", "EHE Notified"), required=True),
        Heading("ehe_end_date", Kind.DATE, aliases=("EHE End", "Date Ceased EHE")),
        optional("ehe_reason", Kind.TEXT, "Primary Reason"),
    ),
    feeds=(
        Feed(
            "home_education.home_education",
            "home_education",
            {**WHOSE, "started_on": "ehe_start_date", "ended_on": "ehe_end_date"},
            EVERYTHING,
            LOCAL_RANK,
        ),
        _children("home_education"),
    ),
)

MISSING_EDUCATION = SheetLayout(
    name="children_missing_education",
    title="Children missing education",
    number=None,
    other_titles=("missing education", "CME"),
    headings=(
        CHILD_ID,
        BORN,
        Heading("cme_start_date", Kind.DATE, aliases=("CME Start", "Date Referred CME", "CME Notified"), required=True),
        Heading("cme_end_date", Kind.DATE, aliases=("CME End", "Date Closed CME")),
        optional("cme_reason", Kind.TEXT),
    ),
    feeds=(
        Feed(
            "children_missing_education.missing_education",
            "missing_education",
            {**WHOSE, "started_on": "cme_start_date", "ended_on": "cme_end_date"},
            EVERYTHING,
            LOCAL_RANK,
        ),
        _children("children_missing_education"),
    ),
)
