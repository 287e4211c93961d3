"""Facts of education: plans and school for children in care, attendance of those helped, children not at school."""

from everychild.facts import clocks
from everychild.facts.fact import CHILD, Fact, Shape
from everychild.facts.language import Coded, Number, YesNo
from everychild.records import codes
from everychild.records.children_in_care import PERIOD_OF_CARE
from everychild.records.education import EDUCATION_PLAN, HOME_EDUCATION, MISSING_EDUCATION, SCHOOL_ATTENDANCE

_POSSIBLE = (SCHOOL_ATTENDANCE, "sessions_possible")
_ATTENDED = (SCHOOL_ATTENDANCE, "sessions_attended")
_SCHOOL_AGE = "the child is of school age, from reception to year 11"


class InitialEducationPlanDue(Fact):
    """Counted in the month it fell due, for children still in care that day. School days run in term alone."""

    shape = Shape.OBLIGATIONS
    needs = (PERIOD_OF_CARE, EDUCATION_PLAN)
    due = "happened_on"
    due_by = (clocks.INITIAL_EDUCATION_PLAN,)
    clocks = (clocks.INITIAL_EDUCATION_PLAN, clocks.INITIAL_EDUCATION_PLAN_WORKING_DAYS)
    counted_in = "first education plans due"
    counted_in_one = "first education plan due"

    school_age = YesNo(_SCHOOL_AGE)
    school_days_to_plan = Number(
        "the time from coming into care to the plan",
        when_known="a plan was made",
        rests_on=((EDUCATION_PLAN, "completed_on"),),
    )
    working_days_to_plan = Number(
        "the time from coming into care to the plan",
        when_known="a plan was made",
        rests_on=((EDUCATION_PLAN, "completed_on"),),
    )


class InitialEducationPlanOverdue(Fact):
    """No plan since coming into care, and the day it was due is past."""

    shape = Shape.OPEN
    needs = (PERIOD_OF_CARE, EDUCATION_PLAN)
    clocks = (clocks.INITIAL_EDUCATION_PLAN,)
    counted_in = "first education plans overdue"
    counted_in_one = "first education plan overdue"


class EducationInCareAtMonthEnd(Fact):
    """School age goes by the school year: aged 4 to 15 on the 31 August before it."""

    shape = Shape.OPEN
    needs = (PERIOD_OF_CARE,)
    clocks = (clocks.INITIAL_EDUCATION_PLAN,)
    counted_in = "children in care"
    counted_in_one = "child in care"

    school_age = YesNo(_SCHOOL_AGE)
    plan_age = YesNo("the child is aged 3 to 17")
    plan_could_be_due = YesNo("the child has been in care for longer than ten school days")
    planned_since_last_term = YesNo(
        "the education plan was reviewed in the last whole term or since", rests_on=((EDUCATION_PLAN, "completed_on"),)
    )
    planned_this_term = YesNo(
        "the education plan was reviewed since the latest term began", rests_on=((EDUCATION_PLAN, "completed_on"),)
    )
    at_school_in_year = YesNo(
        "the child had school to go to in the last 12 months", rests_on=(_POSSIBLE,), sees_back=12
    )
    missed_a_tenth = YesNo(
        "the child missed a tenth or more of the last 12 months at school",
        rests_on=(_POSSIBLE, _ATTENDED),
        sees_back=12,
    )
    missed_a_tenth_this_year = YesNo(
        "the child has missed a tenth or more of school since September", rests_on=(_POSSIBLE, _ATTENDED), sees_back=11
    )
    suspended = YesNo(
        "the child was suspended in the last 12 months",
        rests_on=((SCHOOL_ATTENDANCE, "suspensions"),),
        sees_back=12,
    )
    suspended_this_year = YesNo(
        "the child has been suspended since September", rests_on=((SCHOOL_ATTENDANCE, "suspensions"),), sees_back=11
    )
    school_place = Coded(
        "the school place held", codes=codes.SCHOOL_PLACE, rests_on=((SCHOOL_ATTENDANCE, "school_place"),)
    )


class MonthAtSchool(Fact):
    """Half days attended and possible. A child counts where they stood at the month’s end, in care before a plan."""

    shape = Shape.EVENTS
    needs = (SCHOOL_ATTENDANCE,)
    counted_in = "months at school"
    counted_in_one = "month at school"

    standing = Coded("how the child is helped", codes=codes.CASE_STATUS)
    school_age = YesNo(_SCHOOL_AGE)
    sessions_possible = Number("half days possible", rests_on=(_POSSIBLE,))
    sessions_attended = Number("half days attended", rests_on=(_ATTENDED,))


class HomeEducatedAtMonthEnd(Fact):
    """From the register the council keeps; a child is on it once."""

    shape = Shape.OPEN
    needs = (HOME_EDUCATION,)
    breakdowns = CHILD
    counted_in = "children educated at home by choice"
    counted_in_one = "child educated at home by choice"


class MissingEducationAtMonthEnd(Fact):
    """From the register the council keeps; a child is on it once."""

    shape = Shape.OPEN
    needs = (MISSING_EDUCATION,)
    breakdowns = CHILD
    counted_in = "children missing education"
    counted_in_one = "child missing education"


initial_education_plans = InitialEducationPlanDue()
initial_education_plans_overdue = InitialEducationPlanOverdue()
education_in_care = EducationInCareAtMonthEnd()
months_at_school = MonthAtSchool()
home_educated = HomeEducatedAtMonthEnd()
missing_education = MissingEducationAtMonthEnd()

FACTS: tuple[Fact, ...] = (
    initial_education_plans,
    initial_education_plans_overdue,
    education_in_care,
    months_at_school,
    home_educated,
    missing_education,
)
