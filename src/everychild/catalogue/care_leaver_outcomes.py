"""How care leavers are doing: their homes, their work and their learning."""

from everychild.catalogue.care_leaver_words import (
    IN_WORK_OR_LEARNING,
    NINETEEN_TO_TWENTY_ONE,
    OUTCOMES_RELEASE,
    OUTCOMES_SOURCE,
    SEVENTEEN_OR_EIGHTEEN,
    STILL_SUPPORTED,
    YOUNG_RELEASE,
    around_birthday,
)
from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CARE_LEAVERS, CARE_LEAVERS_SUPPORT
from everychild.facts.care_leavers import care_leavers
from everychild.facts.children_in_care import care_ended
from everychild.records.placements import PLACEMENT

FOSTER_CARE = ("U1", "U2", "U3", "U4", "U5", "U6")

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
    other_rules=around_birthday(19, 21),
    synonyms=("CL", "leaving care", "housing", "homeless"),
)

young_in_suitable_accommodation = Indicator(
    ref="CL12",
    title="Care leavers aged 17 and 18 in suitable accommodation",
    meaning="Of the care leavers aged 17 and 18, how many are known to be living somewhere suitable.",
    why="A young person of 17 or 18 has nobody to fall back on if their first home after care goes wrong.",
    of=care_leavers,
    measure=Share(care_leavers.accommodation_suitable.is_yes),
    considers=SEVENTEEN_OR_EIGHTEEN,
    good=Good.HIGHER,
    section=CARE_LEAVERS,
    area=CARE_LEAVERS_SUPPORT,
    set_by=SetBy.NOBODY,
    source=f"{OUTCOMES_SOURCE} Those of 17 who are still in care are left out.",
    comparator=YOUNG_RELEASE,
    misuse="Suitable is a worker’s judgement made on moving in, and a first home is the one that changes soonest.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s home is suitable and Bea’s is not. Cal’s is not known, and what is unknown is not suitable. "
                "Dev is 17 and still in care, and is not considered."
            ),
            rows="""
                child | age | eligibility     | in_touch | accommodation_suitable
                Ann   | 17  | relevant        | yes      | yes
                Bea   | 18  | former_relevant | yes      | no
                Cal   | 18  | former_relevant | no       |
                Dev   | 17  | eligible        | yes      | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    other_rules=around_birthday(17, 18),
    synonyms=("CL", "leaving care", "housing", "17 and 18"),
)

without_a_home = Indicator(
    ref="CL10",
    title="Care leavers homeless, in bed and breakfast or in emergency accommodation",
    meaning="How many care leavers had no fixed home, or lived in bed and breakfast or emergency accommodation.",
    why="No parent would leave a child in a hostel room or on a friend’s floor if they could help it.",
    of=care_leavers,
    measure=Count(),
    considers=care_leavers.accommodation.is_one_of("S", "V", "W") & STILL_SUPPORTED,
    good=Good.LOWER,
    section=CARE_LEAVERS,
    set_by=SetBy.NOBODY,
    source="A count, with no standard. All ages; those in custody are told apart in the lists and are not counted.",
    comparator=OUTCOMES_RELEASE,
    misuse="Sleeping on a friend’s sofa is seldom recorded as homeless, and where a home is not known nobody counts.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann is in bed and breakfast and Bea has no fixed home. Cal has a flat. Where Dev lives is not known, "
                "and what is unknown is not counted."
            ),
            rows="""
                child | in_touch | accommodation
                Ann   | yes      | W
                Bea   | no       | S
                Cal   | yes      | U
                Dev   | no       |
            """,
            expect="2",
        ),
    ),
    synonyms=("CL", "leaving care", "B&B", "rough sleeping", "homelessness", "hostel"),
)

staying_put = Indicator(
    ref="CL09",
    title="Young people leaving foster care at 18 who stay with their carers",
    meaning="Of the young people who left foster care at 18, how many stayed on with their former foster carers.",
    why="Few families show a child the door on an eighteenth birthday, and foster families need not.",
    of=care_ended,
    measure=Share(care_ended.reason.is_a("E17")),
    considers=(care_ended.age >= 18) & care_ended.placement.is_one_of(*FOSTER_CARE),
    good=Good.HIGHER,
    section=CARE_LEAVERS,
    area=CARE_LEAVERS_SUPPORT,
    also_needs=(PLACEMENT,),
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set; the law makes the council support such an arrangement where both want it (Children Act "
        "1989, section 23CZA). Told by the reason care ended, and by where the young person lived last."
    ),
    comparator=(
        "Department for Education, Children looked after in England, yearly by council: staying put. Theirs also looks "
        "again three months after the birthday, and at 19 and 20."
    ),
    misuse="It says who stayed on the day, not for how long; an arrangement that ends in a month counts like a year’s.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann stayed with her carers and Bea moved to a flat. Why care ended for Cal is not known, and what is "
                "unknown is not staying. Dev lived in a children’s home and Eve is 16: neither is considered."
            ),
            rows="""
                child | age | placement | reason
                Ann   | 18  | U4        | E17
                Bea   | 18  | U6        | E5
                Cal   | 18  | U6        |
                Dev   | 18  | K2        | E6
                Eve   | 16  | U6        | E4A
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("CL", "leaving care", "foster carers", "remained with carers", "18th birthday"),
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
    other_rules=around_birthday(19, 21),
    synonyms=("CL", "leaving care", "EET", "NEET", "work", "apprenticeship"),
)

young_in_work_or_learning = Indicator(
    ref="CL05",
    title="Care leavers aged 17 and 18 in education, employment or training",
    meaning="Of the care leavers aged 17 and 18, how many are known to be in education, employment or training.",
    why="The first months after care decide much, and someone of 17 with nothing to get up for is soon adrift.",
    of=care_leavers,
    measure=Share(care_leavers.activity.is_one_of(*IN_WORK_OR_LEARNING)),
    considers=SEVENTEEN_OR_EIGHTEEN,
    good=Good.HIGHER,
    section=CARE_LEAVERS,
    area=CARE_LEAVERS_SUPPORT,
    set_by=SetBy.NOBODY,
    source=f"{OUTCOMES_SOURCE} Those of 17 who are still in care are left out.",
    comparator=YOUNG_RELEASE,
    misuse="Everyone of 17 should be learning by law, so compare like ages; the numbers are small and swing.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann is at college and Bea is not in work. What Cal does is not known, and what is unknown does not "
                "count. Dev is 17 and still in care, and Eve is 19: neither is considered."
            ),
            rows="""
                child | age | eligibility     | in_touch | activity
                Ann   | 17  | relevant        | yes      | F2
                Bea   | 18  | former_relevant | yes      | G5
                Cal   | 18  | former_relevant | no       |
                Dev   | 17  | eligible        | yes      | F2
                Eve   | 19  | former_relevant | yes      | F5
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    other_rules=around_birthday(17, 18),
    synonyms=("CL", "leaving care", "EET", "NEET", "17 and 18"),
)

higher_education = Indicator(
    ref="CL11",
    title="Care leavers aged 19 to 21 in higher education",
    meaning="Of the care leavers aged 19 to 21, how many are known to be in higher education, full time or part time.",
    why="Few young people who were in care reach university, and those who want to should be able to.",
    of=care_leavers,
    measure=Share(care_leavers.activity.is_one_of("F1", "P1")),
    considers=NINETEEN_TO_TWENTY_ONE,
    good=Good.HIGHER,
    section=CARE_LEAVERS,
    area=CARE_LEAVERS_SUPPORT,
    set_by=SetBy.NOBODY,
    source=f"{OUTCOMES_SOURCE} Studies beyond A level count, wherever they are.",
    comparator=OUTCOMES_RELEASE,
    misuse="Where there are few care leavers one student more moves it far, and it falls when she takes her degree.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann is at university. Bea is at college and not in higher education. What Cal does is not known, and "
                "what is unknown does not count. Dev is 22 and is not considered."
            ),
            rows="""
                child | age | in_touch | activity
                Ann   | 19  | yes      | F1
                Bea   | 20  | yes      | F2
                Cal   | 21  | no       |
                Dev   | 22  | yes      | P1
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    other_rules=around_birthday(19, 21),
    synonyms=("CL", "leaving care", "university", "degree", "HE"),
)

INDICATORS: tuple[Indicator, ...] = (
    suitable_accommodation,
    young_in_suitable_accommodation,
    without_a_home,
    staying_put,
    in_work_or_learning,
    young_in_work_or_learning,
    higher_education,
)
