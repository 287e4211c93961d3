"""Care leavers: who they are, whether the council knows how they are, and how they are doing."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CARE_LEAVERS, CARE_LEAVERS_SUPPORT
from everychild.facts.care_leavers import care_leavers
from everychild.facts.clocks import CARE_LEAVER_CONTACT, PATHWAY_PLAN

RELEASE = "Department for Education, Children looked after in England, yearly by council: care leavers"
OUTCOMES_RELEASE = (
    f"{RELEASE} aged 19 to 21. Theirs tells how things stood around each birthday in the year, for former relevant "
    "young people; this tells how they stand at the month end."
)
OUTCOMES_SOURCE = (
    "No standard is set. As the Department for Education does, young people the council has lost touch with stay in "
    "the total, and those who have died or gone home to parents for six months are left out."
)

STILL_SUPPORTED = ~care_leavers.in_touch.is_one_of("died", "returned_home")
"""Leaves out those for whom there is nothing left to do (children looked after return)."""

NINETEEN_TO_TWENTY_ONE = (care_leavers.age >= 19) & (care_leavers.age <= 21) & STILL_SUPPORTED
IN_WORK_OR_LEARNING = ("F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5")

care_leavers_supported = Indicator(
    ref="CL01",
    title="Care leavers supported",
    meaning="How many young people who are leaving or have left care were receiving the council’s support.",
    why="A parent does not stop at 18, and nor does the council for these young people.",
    of=care_leavers,
    measure=Count(),
    good=Good.NEITHER,
    section=CARE_LEAVERS,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. All four legal categories count: eligible, relevant, former relevant and "
        "qualifying."
    ),
    comparator=f"{RELEASE} by age. Theirs counts those with a birthday in the year, so totals differ.",
    misuse="It rises with the number who were in care some years ago; it says nothing of how good the support is.",
    influence=Influence.LOW,
    examples=(
        Example(
            says="Three young people, whatever their age and category.",
            rows="""
                child | age | eligibility
                Ann   | 17  | eligible
                Bea   | 20  | former_relevant
                Cal   | 23  | former_relevant
            """,
            expect="3",
        ),
    ),
    synonyms=("CL", "leaving care", "former relevant", "qualifying"),
)

in_touch = Indicator(
    ref="CL02",
    title="Care leavers aged 19 to 21 the council is in touch with",
    meaning="Of the care leavers aged 19 to 21, how many the council is in touch with.",
    why="A parent knows how their grown-up child is getting on.",
    of=care_leavers,
    measure=Share(care_leavers.in_touch.is_a("yes")),
    considers=NINETEEN_TO_TWENTY_ONE,
    good=Good.HIGHER,
    section=CARE_LEAVERS,
    area=CARE_LEAVERS_SUPPORT,
    set_by=SetBy.NOBODY,
    source=OUTCOMES_SOURCE,
    comparator=OUTCOMES_RELEASE,
    misuse=(
        "A single message answered in the year can be recorded as in touch: ask how often and how. A young adult may "
        "choose not to be in touch."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "The council is in touch with Ann. Bea refuses contact. Nothing is recorded for Cal, and what is "
                "unknown is not in touch. Dev is 22 and Eve has gone home to her parents: neither is considered."
            ),
            rows="""
                child | age | in_touch
                Ann   | 19  | yes
                Bea   | 21  | refused
                Cal   | 20  |
                Dev   | 22  | yes
                Eve   | 20  | returned_home
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("CL", "leaving care", "contact", "keeping in touch"),
)

suitable_accommodation = Indicator(
    ref="CL03",
    title="Care leavers aged 19 to 21 in suitable accommodation",
    meaning="Of the care leavers aged 19 to 21, how many are known to be living somewhere suitable.",
    why="Without a safe place to live, nothing else in a young person’s life can hold.",
    of=care_leavers,
    measure=Share(care_leavers.accommodation_suitable.is_yes),
    considers=NINETEEN_TO_TWENTY_ONE,
    good=Good.HIGHER,
    section=CARE_LEAVERS,
    area=CARE_LEAVERS_SUPPORT,
    set_by=SetBy.NOBODY,
    source=f"{OUTCOMES_SOURCE} Where a young person lives must be known to count as suitable.",
    comparator=OUTCOMES_RELEASE,
    misuse="Suitable is a worker’s judgement, and is easily given to a room nobody has visited lately.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s home is suitable and Bea’s is not. Where Cal lives is not known, and what is unknown is not "
                "suitable. Dev is 18 and is not considered."
            ),
            rows="""
                child | age | in_touch | accommodation_suitable
                Ann   | 19  | yes      | yes
                Bea   | 20  | yes      | no
                Cal   | 21  | no       |
                Dev   | 18  | yes      | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("CL", "leaving care", "housing", "homeless"),
)

in_work_or_learning = Indicator(
    ref="CL04",
    title="Care leavers aged 19 to 21 in education, employment or training",
    meaning="Of the care leavers aged 19 to 21, how many are known to be in education, employment or training.",
    why="Work or learning gives a young person money, company and a future of their own.",
    of=care_leavers,
    measure=Share(care_leavers.activity.is_one_of(*IN_WORK_OR_LEARNING)),
    considers=NINETEEN_TO_TWENTY_ONE,
    good=Good.HIGHER,
    section=CARE_LEAVERS,
    area=CARE_LEAVERS_SUPPORT,
    set_by=SetBy.NOBODY,
    source=f"{OUTCOMES_SOURCE} Full time and part time count alike.",
    comparator=OUTCOMES_RELEASE,
    misuse=(
        "A few hours a week count like a full-time job, and a young parent or a young person too ill to work counts "
        "against it."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann is at university and Bea in a part-time apprenticeship. Cal is caring for a baby. What Dev does "
                "is not known, and what is unknown does not count. Eve is 17 and is not considered."
            ),
            rows="""
                child | age | in_touch | activity
                Ann   | 19  | yes      | F1
                Bea   | 20  | yes      | P4
                Cal   | 21  | yes      | G6
                Dev   | 20  | no       |
                Eve   | 17  | yes      | F2
            """,
            expect="2 of 4 (50.0%)",
        ),
    ),
    synonyms=("CL", "leaving care", "EET", "NEET", "work", "apprenticeship"),
)

pathway_plans = Indicator(
    ref="CL06",
    title="Care leavers whose pathway plan was reviewed in the last {time}",
    meaning="Of the care leavers who should have a pathway plan, how many had it reviewed in the last {time}.",
    why="A young person’s life changes fast after care, and a plan that is not looked at again soon stops helping.",
    of=care_leavers,
    measure=Share(care_leavers.pathway_plan_up_to_date.is_yes),
    considers=~care_leavers.eligibility.is_a("qualifying") & STILL_SUPPORTED,
    good=Good.HIGHER,
    section=CARE_LEAVERS,
    area=CARE_LEAVERS_SUPPORT,
    clock=PATHWAY_PLAN,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Children Act 1989 guidance, volume 3, reviewed at least every six months. Qualifying "
        "young people need not have a pathway plan and are left out."
    ),
    comparator="None: the Department for Education publishes no figure for pathway plan reviews.",
    misuse="A new date on an old plan counts as a review: sample whether the young person took part.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s plan is up to date and Bea’s is not. Cal’s has no date, and what is unknown is not up to date. "
                "Dev is a qualifying young person and is not considered."
            ),
            rows="""
                child | eligibility     | in_touch | pathway_plan_up_to_date
                Ann   | former_relevant | yes      | yes
                Bea   | relevant        | yes      | no
                Cal   | eligible        | yes      |
                Dev   | qualifying      | yes      | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("CL", "leaving care", "PWP", "pathway plan"),
)

recent_contact = Indicator(
    ref="CL08",
    title="Care leavers in contact with the council in the last {time}",
    meaning="Of the care leavers the council should visit, how many had been in contact with it in the last {time}.",
    why="A young person on their own for the first time needs someone who turns up.",
    of=care_leavers,
    measure=Share(care_leavers.contacted_in_time.is_yes),
    considers=~care_leavers.eligibility.is_one_of("eligible", "qualifying") & STILL_SUPPORTED,
    good=Good.HIGHER,
    section=CARE_LEAVERS,
    area=CARE_LEAVERS_SUPPORT,
    clock=CARE_LEAVER_CONTACT,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Children Act 1989 guidance, volume 3, visited at least every two months. Eligible young "
        "people are still in care and are visited as such; qualifying young people have no visits laid down."
    ),
    comparator="None: the Department for Education publishes no figure for visits to care leavers.",
    misuse=(
        "The lists tell the latest contact, not the latest visit, so a text message counts. A young person who wants "
        "no contact counts against it."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was in contact last week and Bea half a year ago. No contact is recorded for Cal, and what is "
                "unknown is not on time. Dev is still in care, visited as a child in care, and is not considered."
            ),
            rows="""
                child | eligibility     | in_touch | contacted_in_time
                Ann   | former_relevant | yes      | yes
                Bea   | relevant        | yes      | no
                Cal   | former_relevant | no       |
                Dev   | eligible        | yes      | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("CL", "leaving care", "personal adviser", "visits", "eight weeks"),
)

INDICATORS: tuple[Indicator, ...] = (
    care_leavers_supported,
    in_touch,
    suitable_accommodation,
    in_work_or_learning,
    pathway_plans,
    recent_contact,
)
