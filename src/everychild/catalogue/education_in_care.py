"""The education of children in care: the plan, attendance, suspension and a place at school."""

from everychild.catalogue.care_words import SHORT_BREAKS
from everychild.catalogue.indicator import (
    Count,
    Example,
    Good,
    Indicator,
    Influence,
    OtherRule,
    Proportion,
    SetBy,
    Share,
)
from everychild.catalogue.sections import CHILDREN_IN_CARE, EDUCATION_IN_CARE
from everychild.facts.clocks import INITIAL_EDUCATION_PLAN, INITIAL_EDUCATION_PLAN_WORKING_DAYS
from everychild.facts.education import (
    education_in_care,
    initial_education_plans,
    initial_education_plans_overdue,
    months_at_school,
)
from everychild.records.children_in_care import PERIOD_OF_CARE
from everychild.records.education import EDUCATION_PLAN, SCHOOL_ATTENDANCE

SCHOOL_AGE = "School age runs from reception to year 11, by the age on the 31 August before."
OUTCOMES_RELEASE = (
    "Department for Education, Outcomes for children in need, including children looked after by local authorities, "
    "yearly by council"
)
YEAR_NOT_TERM = "Twelve months are counted, so that a figure does not begin again at nought each September."
THIS_SCHOOL_YEAR = "the Department for Education counts the school year."

education_plans = Indicator(
    ref="RH13",
    title="Children in care whose education plan was reviewed last term or this",
    meaning="Of the school-age children in care, how many had their education plan reviewed last term or this one.",
    why="Each term brings new work and new worries, and a plan that has not noticed them helps nobody.",
    of=education_in_care,
    measure=Share(education_in_care.planned_since_last_term.is_yes),
    considers=education_in_care.school_age.is_yes & education_in_care.plan_could_be_due.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=EDUCATION_IN_CARE,
    also_needs=(EDUCATION_PLAN,),
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance on promoting the education of looked-after children: reviewed each term. In the first "
        "weeks of a term few reviews can have been held, so the last whole term counts as well. Terms are the "
        f"council’s own. {SCHOOL_AGE} {SHORT_BREAKS}"
    ),
    comparator="None: no national figures on personal education plans are published.",
    misuse="A plan reviewed on time may be a poor one: read it beside what the virtual school says of its quality.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was reviewed and Bea’s was not. Nothing is known of Cal’s, and what is unknown is not reviewed. "
                "Dev is not yet of school age and Eve came into care last week: neither is considered."
            ),
            rows="""
                child | school_age | plan_could_be_due | planned_since_last_term
                Ann   | yes        | yes               | yes
                Bea   | yes        | yes               | no
                Cal   | yes        | yes               |
                Dev   | no         | yes               | yes
                Eve   | yes        | no                | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    other_rules=(
        OtherRule(
            name="this_term",
            title="this term’s review alone",
            why="The guidance as it is written; it starts again at nought with each term.",
            measure=Share(education_in_care.planned_this_term.is_yes),
        ),
        OtherRule(
            name="aged_3_to_17",
            title="every child aged 3 to 17",
            why="Virtual schools also plan for the early years and for those over 16.",
            considers=education_in_care.plan_age.is_yes & education_in_care.plan_could_be_due.is_yes,
        ),
    ),
    synonyms=("PEP", "personal education plan", "virtual school", "LAC", "CLA", "looked after"),
)

initial_plan_in_time = Indicator(
    ref="RH14",
    title="First education plans within {time} of coming into care",
    meaning="Of the first education plans that fell due, how many were made within {time} of coming into care.",
    why="A child who has lost a home should not lose a term at school as well.",
    of=initial_education_plans,
    measure=Share(initial_education_plans.school_days_to_plan.within(INITIAL_EDUCATION_PLAN)),
    considers=initial_education_plans.school_age.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=EDUCATION_IN_CARE,
    clock=INITIAL_EDUCATION_PLAN,
    set_by=SetBy.LOCAL,
    source=(
        "Local standard, widely used: statutory guidance asks for the plan in time for the first review. Counted in "
        "the month it fell due, for children still in care that day; the days run in term alone, so a child who comes "
        f"in at the end of July is due in September. {SCHOOL_AGE} {SHORT_BREAKS}"
    ),
    comparator="None: no national figures on personal education plans are published.",
    misuse="Few children come into care in a month, so one late plan moves it far.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was made on the last day allowed and Bea’s one school day later. Nothing is recorded for Cal, "
                "and what is unknown is not on time. Dev is not of school age and is not considered."
            ),
            rows="""
                child | school_age | school_days_to_plan
                Ann   | yes        | 10
                Bea   | yes        | 11
                Cal   | yes        |
                Dev   | no         | 4
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    backlog="RH21",
    other_rules=(
        OtherRule(
            name="in_20_working_days",
            title="20 working days, term or holiday",
            why="The plan has to be ready for the first review, which does not wait for schools to open.",
            measure=Share(initial_education_plans.working_days_to_plan.within(INITIAL_EDUCATION_PLAN_WORKING_DAYS)),
            clock=INITIAL_EDUCATION_PLAN_WORKING_DAYS,
        ),
    ),
    synonyms=("PEP", "initial PEP", "personal education plan", "virtual school", "LAC", "CLA", "looked after"),
)

initial_plan_overdue = Indicator(
    ref="RH21",
    title="First education plans overdue and not yet made",
    meaning="How many school-age children in care at the month end were past {time} and had no education plan.",
    why="A figure about plans made says nothing of the child who is still waiting for one.",
    of=initial_education_plans_overdue,
    measure=Count(),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=EDUCATION_IN_CARE,
    clock=INITIAL_EDUCATION_PLAN,
    set_by=SetBy.LOCAL,
    source=(
        "Local standard, widely used: statutory guidance asks for the plan in time for the first review. Any plan "
        f"since coming into care ends the waiting. {SCHOOL_AGE} {SHORT_BREAKS}"
    ),
    comparator="None: no national figures on personal education plans are published.",
    misuse="A plan made and not yet put on file counts as not made.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann and Bea are past the day and have none; whoever is not yet past it is no row at all.",
            rows="""
                child
                Ann
                Bea
            """,
            expect="2",
        ),
    ),
    synonyms=("PEP", "initial PEP", "overdue", "backlog", "virtual school", "LAC", "CLA", "looked after"),
)

attendance = Indicator(
    ref="RH15",
    title="School attendance of children in care",
    meaning="Of the half days at school that children in care could have attended, how many they did attend.",
    why="Nothing else the council can arrange does as much for a child’s chances as being at school.",
    of=months_at_school,
    measure=Proportion(months_at_school.sessions_attended, months_at_school.sessions_possible),
    considers=months_at_school.standing.is_a("in_care") & months_at_school.school_age.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=EDUCATION_IN_CARE,
    also_needs=(PERIOD_OF_CARE,),
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set; the Department for Education’s national framework asks for the figure. A month counts for "
        f"a child in care at its end. {SCHOOL_AGE} {SHORT_BREAKS}"
    ),
    comparator=f"{OUTCOMES_RELEASE}: overall absence of children in care for 12 months.",
    misuse=(
        "An average hides the child who is never there behind many who always are: read it beside those who miss a "
        "tenth or more. A child with no place has no half days possible and is not in it at all."
    ),
    season="Illness keeps more children from school in winter, and short terms weigh a month by few days.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann attended 38 half days of 40 and Bea 20 of 40. Cal’s attendance is not known, so his half days "
                "possible are not counted either. Dev is in need and Eve is over school age: neither is considered."
            ),
            rows="""
                child | standing | school_age | sessions_possible | sessions_attended
                Ann   | in_care  | yes        | 40                | 38
                Bea   | in_care  | yes        | 40                | 20
                Cal   | in_care  | yes        | 40                |
                Dev   | in_need  | yes        | 40                | 10
                Eve   | in_care  | no         | 40                | 40
            """,
            expect="58 of 80 (72.5%)",
        ),
    ),
    synonyms=("absence", "virtual school", "LAC", "CLA", "looked after", "sessions"),
)

persistent_absence = Indicator(
    ref="RH16",
    title="Children in care who missed a tenth or more of school",
    meaning="Of the school-age children in care with a school, how many missed a tenth or more of it in 12 months.",
    why="A child who misses a day each fortnight falls behind, and the reason is often one that can be put right.",
    of=education_in_care,
    measure=Share(education_in_care.missed_a_tenth.is_yes),
    considers=education_in_care.school_age.is_yes & education_in_care.at_school_in_year.is_yes,
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=EDUCATION_IN_CARE,
    also_needs=(SCHOOL_ATTENDANCE,),
    set_by=SetBy.NOBODY,
    source=(
        f"No standard is set. A tenth is the Department for Education’s line for persistent absence. {YEAR_NOT_TERM} "
        f"{SCHOOL_AGE} {SHORT_BREAKS}"
    ),
    comparator=f"{OUTCOMES_RELEASE}: persistent absence of children in care for 12 months.",
    misuse="Illness and appointments count as missed, so it is not the same as staying away.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann missed a tenth or more and Bea did not. For Cal it cannot be told, and what is unknown is not "
                "counted. Dev had no school to go to and Eve is over school age: neither is considered."
            ),
            rows="""
                child | school_age | at_school_in_year | missed_a_tenth
                Ann   | yes        | yes               | yes
                Bea   | yes        | yes               | no
                Cal   | yes        | yes               |
                Dev   | yes        | no                |
                Eve   | no         | yes               | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    other_rules=(
        OtherRule(
            name="since_september",
            title="since September alone",
            why=f"In its yearly figures {THIS_SCHOOL_YEAR}",
            measure=Share(education_in_care.missed_a_tenth_this_year.is_yes),
        ),
    ),
    synonyms=("persistent absence", "absentees", "attendance", "virtual school", "LAC", "CLA", "looked after"),
)

suspensions = Indicator(
    ref="RH17",
    title="Children in care suspended from school in the last 12 months",
    meaning="Of the school-age children in care with a school, how many were suspended from it at least once.",
    why="Being sent home from school can cost a child in care a placement as well as lessons.",
    of=education_in_care,
    measure=Share(education_in_care.suspended.is_yes),
    considers=education_in_care.school_age.is_yes & education_in_care.at_school_in_year.is_yes,
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=EDUCATION_IN_CARE,
    also_needs=(SCHOOL_ATTENDANCE,),
    set_by=SetBy.NOBODY,
    source=f"No standard is set. {YEAR_NOT_TERM} {SCHOOL_AGE} {SHORT_BREAKS}",
    comparator=f"{OUTCOMES_RELEASE}: children in care for 12 months with one suspension or more.",
    misuse=(
        "Schools that send children home without saying so, or put them on a short timetable, suspend fewer: read it "
        "beside children without a full-time place."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was suspended, however often, and Bea was not. For Cal nothing is known, and what is unknown is "
                "not counted. Dev is over school age and is not considered."
            ),
            rows="""
                child | school_age | at_school_in_year | suspended
                Ann   | yes        | yes               | yes
                Bea   | yes        | yes               | no
                Cal   | yes        | yes               |
                Dev   | no         | yes               | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    other_rules=(
        OtherRule(
            name="since_september",
            title="since September alone",
            why=f"In its yearly figures {THIS_SCHOOL_YEAR}",
            measure=Share(education_in_care.suspended_this_year.is_yes),
        ),
    ),
    synonyms=("exclusion", "fixed term exclusion", "virtual school", "LAC", "CLA", "looked after"),
)

no_full_time_place = Indicator(
    ref="RH18",
    title="Children in care without a full-time school place",
    meaning="How many school-age children in care had a part-time place or timetable, or none, at the month end.",
    why="A child out of school all day needs someone at home all day, and placements break down over it.",
    of=education_in_care,
    measure=Count(),
    considers=education_in_care.school_age.is_yes & education_in_care.school_place.is_one_of("part_time", "none"),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=EDUCATION_IN_CARE,
    also_needs=(SCHOOL_ATTENDANCE,),
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set in numbers; every child of school age is entitled to full-time education. A child whose "
        f"place is not known is not counted as without one. {SCHOOL_AGE} {SHORT_BREAKS}"
    ),
    comparator="None: no national figures on part-time places of children in care are published.",
    misuse="A short timetable agreed for a few weeks after an illness counts as one that has gone on for a year.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann has no place and Bea a short timetable. Cal has a full-time place, Dev’s is not known, and Eve is "
                "over school age: none of them is counted."
            ),
            rows="""
                child | school_age | school_place
                Ann   | yes        | none
                Bea   | yes        | part_time
                Cal   | yes        | full_time
                Dev   | yes        |
                Eve   | no         | none
            """,
            expect="2",
        ),
    ),
    synonyms=("reduced timetable", "part-time timetable", "out of school", "virtual school", "LAC", "CLA"),
)

INDICATORS: tuple[Indicator, ...] = (
    education_plans,
    initial_plan_in_time,
    initial_plan_overdue,
    attendance,
    persistent_absence,
    suspensions,
    no_full_time_place,
)
