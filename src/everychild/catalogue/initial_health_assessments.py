"""The first look at the health of a child who has come into care: in time, and not yet done."""

from everychild.catalogue.care_words import SHORT_BREAKS
from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, OtherRule, SetBy, Share
from everychild.catalogue.sections import CHILDREN_IN_CARE, HEALTH_IN_CARE
from everychild.facts.clocks import INITIAL_HEALTH_ASSESSMENT, INITIAL_HEALTH_ASSESSMENT_DAYS
from everychild.facts.health_in_care import initial_health_assessments, initial_health_assessments_overdue

initial_in_time = Indicator(
    ref="RH06",
    title="First health assessments within {time} of coming into care",
    meaning="Of the first health assessments that fell due, how many were held within {time} of coming into care.",
    why="What is found in the first weeks shapes the plan, and many children come with needs nobody knew of.",
    of=initial_health_assessments,
    measure=Share(initial_health_assessments.working_days_to_assessment.within(INITIAL_HEALTH_ASSESSMENT)),
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=HEALTH_IN_CARE,
    clock=INITIAL_HEALTH_ASSESSMENT,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance on the health of looked-after children: in time for the first review, which is within 20 "
        "working days. Counted in the month it fell due, for children still in care that day. The day that counts is "
        f"the day of the assessment, not of its report. {SHORT_BREAKS}"
    ),
    comparator="None: no national figures on first health assessments are published.",
    misuse=(
        "Few children come into care in a month, so one late group of brothers and sisters moves it far. A request "
        "made late by the council and a clinic with no room look the same."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was assessed on the last day allowed and Bea one working day later. Nothing is recorded for Cal, "
                "and what is unknown is not on time."
            ),
            rows="""
                child | working_days_to_assessment
                Ann   | 20
                Bea   | 21
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    backlog="RH20",
    other_rules=(
        OtherRule(
            name="in_28_days",
            title="28 days, bank holidays and all",
            why="Some councils and health services read 20 working days as 28 days.",
            measure=Share(initial_health_assessments.days_to_assessment.within(INITIAL_HEALTH_ASSESSMENT_DAYS)),
            clock=INITIAL_HEALTH_ASSESSMENT_DAYS,
        ),
        OtherRule(
            name="by_report",
            title="to the day the council had the report",
            why="The review can use only what it has been told: some councils stop the clock when the report arrives.",
            measure=Share(initial_health_assessments.working_days_to_report.within(INITIAL_HEALTH_ASSESSMENT)),
        ),
    ),
    synonyms=("IHA", "initial health assessment", "LAC", "CLA", "looked after", "paediatrician"),
)

initial_overdue = Indicator(
    ref="RH20",
    title="First health assessments overdue and not yet held",
    meaning="How many children in care at the month end were past {time} and still had no health assessment.",
    why="A figure about assessments held says nothing of the child who is still waiting.",
    of=initial_health_assessments_overdue,
    measure=Count(),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=HEALTH_IN_CARE,
    clock=INITIAL_HEALTH_ASSESSMENT,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance on the health of looked-after children: in time for the first review, which is within 20 "
        "working days. Any health assessment since coming into care ends the waiting, since for a child long in care "
        f"the first may be too old to be on file. {SHORT_BREAKS}"
    ),
    comparator="None: no national figures on first health assessments are published.",
    misuse="An older child who has refused stays in it month after month: ask how many have.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann and Bea are past the day and have had none; whoever is not yet past it is no row at all.",
            rows="""
                child
                Ann
                Bea
            """,
            expect="2",
        ),
    ),
    synonyms=("IHA", "initial health assessment", "overdue", "backlog", "LAC", "CLA", "looked after"),
)

INDICATORS: tuple[Indicator, ...] = (initial_in_time, initial_overdue)
