"""Facts of the health, care plans and outcomes of children in care."""

from everychild.facts import clocks
from everychild.facts.fact import Fact, Shape
from everychild.facts.language import Number, YesNo
from everychild.records.care_plans import CARE_PLAN
from everychild.records.children_in_care import PERIOD_OF_CARE
from everychild.records.health import CARE_OUTCOME, HEALTH_EVENT


class InitialHealthAssessmentDue(Fact):
    """Counted in the month it fell due, for children still in care that day."""

    shape = Shape.OBLIGATIONS
    needs = (PERIOD_OF_CARE, HEALTH_EVENT)
    due = "happened_on"
    due_by = (clocks.INITIAL_HEALTH_ASSESSMENT,)
    clocks = (clocks.INITIAL_HEALTH_ASSESSMENT, clocks.INITIAL_HEALTH_ASSESSMENT_DAYS)
    counted_in = "initial health assessments due"
    counted_in_one = "initial health assessment due"

    working_days_to_assessment = Number(
        "the time from coming into care to the assessment",
        when_known="an assessment was held",
        rests_on=((HEALTH_EVENT, "completed_on"),),
    )
    days_to_assessment = Number(
        "the time from coming into care to the assessment",
        when_known="an assessment was held",
        rests_on=((HEALTH_EVENT, "completed_on"),),
    )
    working_days_to_report = Number(
        "the time from coming into care to the council’s having the report of the assessment",
        when_known="the report was received",
        rests_on=((HEALTH_EVENT, "report_received_on"),),
    )


class InitialHealthAssessmentOverdue(Fact):
    """No assessment of health since coming into care, by any list, and the day it was due is past."""

    shape = Shape.OPEN
    needs = (PERIOD_OF_CARE, HEALTH_EVENT)
    clocks = (clocks.INITIAL_HEALTH_ASSESSMENT,)
    counted_in = "initial health assessments overdue"
    counted_in_one = "initial health assessment overdue"


class OutcomesInCareAtMonthEnd(Fact):
    """What the national return asks of the year, from its own list as run after the month end."""

    shape = Shape.OPEN
    needs = (PERIOD_OF_CARE, CARE_OUTCOME)
    clocks = (clocks.YEAR_IN_CARE,)
    counted_in = "children in care"
    counted_in_one = "child in care"

    in_care_a_year = YesNo("the child has been in care for 12 months or more")
    age = Number("the child’s age")
    immunised = YesNo("immunisations are up to date", rests_on=((CARE_OUTCOME, "immunised"),))
    development_checked = YesNo("development checks are up to date", rests_on=((CARE_OUTCOME, "development_checked"),))
    questionnaire_score = Number(
        "the questionnaire score",
        when_known="there is a questionnaire score for the year",
        rests_on=((CARE_OUTCOME, "questionnaire_score"),),
    )
    convicted = YesNo(
        "the child was convicted or given a youth caution in the year", rests_on=((CARE_OUTCOME, "convicted"),)
    )
    substance_misuse = YesNo(
        "a problem with drugs, alcohol or solvents was found in the year",
        rests_on=((CARE_OUTCOME, "substance_misuse"),),
    )


class CarePlanAtMonthEnd(Fact):
    """A plan may wait ten working days; after that a child is considered."""

    shape = Shape.OPEN
    needs = (PERIOD_OF_CARE, CARE_PLAN)
    clocks = (clocks.CARE_PLAN,)
    counted_in = "children in care"
    counted_in_one = "child in care"

    plan_could_be_due = YesNo("the child has been in care for ten working days or more")
    plan_in_force = YesNo("a care plan is in force")


initial_health_assessments = InitialHealthAssessmentDue()
initial_health_assessments_overdue = InitialHealthAssessmentOverdue()
outcomes_in_care = OutcomesInCareAtMonthEnd()
care_plans = CarePlanAtMonthEnd()

FACTS: tuple[Fact, ...] = (
    initial_health_assessments,
    initial_health_assessments_overdue,
    outcomes_in_care,
    care_plans,
)
