"""Education beyond care: children at home, children nowhere, and how those the council helps attend."""

from everychild.catalogue.education_in_care import OUTCOMES_RELEASE, SCHOOL_AGE
from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Proportion, SetBy
from everychild.catalogue.sections import ATTENDANCE_OF_THOSE_HELPED, EDUCATION
from everychild.facts.education import home_educated, missing_education, months_at_school
from everychild.records.child_protection import CHILD_PROTECTION_PLAN
from everychild.records.children_in_care import PERIOD_OF_CARE
from everychild.records.front_door import CHILD_IN_NEED_EPISODE

TERMLY = "the Department for Education has collected the number each term since 2022"
RATE_OF_ALL = (
    "The rate is of all children aged 0 to 17, because that is the estimate held: it is lower than one of 5 to 16."
)

educated_at_home = Indicator(
    ref="ED05",
    title="Children educated at home by their parents’ choice",
    meaning="How many children the council knew to be educated at home, by choice, at the month end.",
    why="A school sees a child every day; for a child at home the council must know that somebody does.",
    of=home_educated,
    measure=Count(per_10_000=True),
    good=Good.NEITHER,
    section=EDUCATION,
    set_by=SetBy.NOBODY,
    source=f"A count, with no standard: parents have the right to educate at home. {RATE_OF_ALL}",
    comparator=(
        "Department for Education, Elective home education, each term by council: children in elective home education "
        "on the day of the census."
    ),
    misuse=(
        "Parents need not tell the council, so it counts those known of, and a better register makes it rise. Choice "
        "is the word of the law: some parents say that they were left none."
    ),
    season="Most families who leave school do so as a school year ends or begins.",
    influence=Influence.LOW,
    examples=(
        Example(
            says="Three children on the register, however long they have been on it.",
            rows="""
                child
                Ann
                Bea
                Cal
            """,
            expect="3",
        ),
    ),
    synonyms=("EHE", "elective home education", "home schooling", "not in school"),
)

not_in_education = Indicator(
    ref="ED06",
    title="Children missing education",
    meaning="How many children of school age were known at the month end to be at no school and not taught otherwise.",
    why="A child nobody expects in the morning can be at risk without anyone noticing.",
    of=missing_education,
    measure=Count(per_10_000=True),
    good=Good.LOWER,
    section=EDUCATION,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard: the Education Act 1996, section 436A, has every council find these children, and "
        f"{TERMLY}. {RATE_OF_ALL}"
    ),
    comparator=(
        "Department for Education, Children missing education, each term by council: children missing education on the "
        "day of the census."
    ),
    misuse=(
        "A council that looks harder finds more. A child who has moved away stays on the list until the new council "
        "answers."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Two children on the list at the month end.",
            rows="""
                child
                Ann
                Bea
            """,
            expect="2",
        ),
    ),
    synonyms=("CME", "children missing from education", "not in school", "off roll"),
)

attendance_of_those_helped = Indicator(
    ref="ED11",
    title="School attendance of children on a plan",
    meaning="Of the half days children on a plan as in need or for protection could have attended, how many they did.",
    why="School is where these children are seen every day, and missing it is often the first sign of trouble.",
    of=months_at_school,
    measure=Proportion(months_at_school.sessions_attended, months_at_school.sessions_possible),
    considers=months_at_school.standing.is_one_of("protection_plan", "in_need") & months_at_school.school_age.is_yes,
    good=Good.HIGHER,
    section=EDUCATION,
    area=ATTENDANCE_OF_THOSE_HELPED,
    also_needs=(PERIOD_OF_CARE, CHILD_PROTECTION_PLAN, CHILD_IN_NEED_EPISODE),
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set; the Department for Education’s national framework asks for the figure. A month counts for "
        "a child on a child protection plan or a plan as in need at its end. A child in care is counted with children "
        f"in care, even if also on a plan. {SCHOOL_AGE}"
    ),
    comparator=f"{OUTCOMES_RELEASE}: overall absence of children in need and of children on a child protection plan.",
    misuse=(
        "Many children come to be on a plan because they were missing school, so a low figure is part of the reason "
        "for the help, and not its result."
    ),
    season="Illness keeps more children from school in winter, and short terms weigh a month by few days.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann attended 36 half days of 40 and Bea 30 of 40. Cal’s attendance is not known, so his half days "
                "possible are not counted either. Dev is in care and Eve is over school age: neither is considered."
            ),
            rows="""
                child | standing        | school_age | sessions_possible | sessions_attended
                Ann   | protection_plan | yes        | 40                | 36
                Bea   | in_need         | yes        | 40                | 30
                Cal   | in_need         | yes        | 40                |
                Dev   | in_care         | yes        | 40                | 40
                Eve   | in_need         | no         | 40                | 0
            """,
            expect="66 of 80 (82.5%)",
        ),
    ),
    synonyms=("absence", "CIN", "CP", "children with a social worker", "sessions"),
)

INDICATORS: tuple[Indicator, ...] = (educated_at_home, not_in_education, attendance_of_those_helped)
