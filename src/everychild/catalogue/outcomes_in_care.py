"""What the children looked after return asks about a year in care: health, feelings, offending, drugs and alcohol."""

from everychild.catalogue.care_words import IN_CARE_RELEASE
from everychild.catalogue.indicator import Example, Good, Indicator, Influence, Mean, SetBy, Share, Unit
from everychild.catalogue.sections import CHILDREN_IN_CARE, FEELINGS_IN_CARE, HEALTH_IN_CARE, OFFENDING_IN_CARE
from everychild.facts.health_in_care import outcomes_in_care

THE_RETURN = "National: the children looked after return, outcomes of children in care for 12 months or more"
RUN_MONTHLY = (
    "The list is run each month as it is at 31 March; a child in care for a year who is not on it counts as not known."
)
FOUR_TO_SIXTEEN = outcomes_in_care.in_care_a_year.is_yes & (outcomes_in_care.age >= 4) & (outcomes_in_care.age <= 16)

immunisations = Indicator(
    ref="RH09",
    title="Children in care whose immunisations are up to date",
    meaning="Of the children in care for a year or more, how many had all the immunisations due at their age.",
    why="Children who have moved about miss injections that other children have without anyone thinking of it.",
    of=outcomes_in_care,
    measure=Share(outcomes_in_care.immunised.is_yes),
    considers=outcomes_in_care.in_care_a_year.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=HEALTH_IN_CARE,
    set_by=SetBy.NATIONAL_RETURN,
    source=f"{THE_RETURN}. {RUN_MONTHLY}",
    comparator=f"{IN_CARE_RELEASE}: immunisations up to date at 31 March, for children in care for 12 months.",
    misuse=(
        "Health records of children from abroad are often not to be had, so a council with many who came alone looks "
        "worse; and older children may refuse."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s are up to date and Bea’s are not. Nothing is known of Cal’s, and what is unknown is not up to "
                "date. Dev has been in care for less than a year and is not considered."
            ),
            rows="""
                child | in_care_a_year | immunised
                Ann   | yes            | yes
                Bea   | yes            | no
                Cal   | yes            |
                Dev   | no             | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("vaccinations", "jabs", "OC2", "LAC", "CLA", "looked after"),
)

questionnaires = Indicator(
    ref="RH10",
    title="Children in care aged 4 to 16 with a strengths and difficulties score",
    meaning="Of the children aged 4 to 16 in care for a year or more, how many had a questionnaire score for the year.",
    why="The questionnaire asks a carer how the child is feeling and behaving, so that trouble is seen early.",
    of=outcomes_in_care,
    measure=Share(outcomes_in_care.questionnaire_score.is_known),
    considers=FOUR_TO_SIXTEEN,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=FEELINGS_IN_CARE,
    set_by=SetBy.NATIONAL_RETURN,
    source=(
        f"{THE_RETURN}: asked of children from their fourth birthday to the day before their seventeenth. {RUN_MONTHLY}"
    ),
    comparator=f"{IN_CARE_RELEASE}: children aged 4 to 16 with a score, in care for 12 months at 31 March.",
    misuse="A questionnaire sent back in a hurry counts; one a carer or a child refused, with good reason, does not.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann, at 16, has a score of nought, which is a score. Bea, who is four, has none, and no reason makes "
                "up for one. Cal is three, Dev is 17 and Eve has been in care for less than a year: none is considered."
            ),
            rows="""
                child | in_care_a_year | age | questionnaire_score
                Ann   | yes            | 16  | 0
                Bea   | yes            | 4   |
                Cal   | yes            | 3   |
                Dev   | yes            | 17  | 12
                Eve   | no             | 9   | 20
            """,
            expect="1 of 2 (50.0%)",
        ),
    ),
    synonyms=("SDQ", "emotional health", "mental health", "wellbeing", "OC2", "LAC", "CLA", "looked after"),
)

questionnaire_score = Indicator(
    ref="RH11",
    title="Average strengths and difficulties score of children in care",
    meaning="The average score, from 0 to 40, of children aged 4 to 16 in care for a year or more.",
    why="A high score says that a child may be struggling and may need help with how they feel or behave.",
    of=outcomes_in_care,
    measure=Mean(outcomes_in_care.questionnaire_score, unit=Unit.SCORE),
    considers=FOUR_TO_SIXTEEN,
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=FEELINGS_IN_CARE,
    set_by=SetBy.NATIONAL_RETURN,
    source=(
        f"{THE_RETURN}. The carer’s questionnaire: up to 13 is close to average, 14 to 16 slightly raised, 17 or more "
        f"a cause for concern. {RUN_MONTHLY}"
    ),
    comparator=f"{IN_CARE_RELEASE}: average score of children aged 4 to 16, in care for 12 months at 31 March.",
    misuse=(
        "Children come into care because of what has happened to them, so it says more of who is in care than of how "
        "they are looked after. Two moves of a point in opposite directions hide each other."
    ),
    influence=Influence.LOW,
    examples=(
        Example(
            says=(
                "Two scores, 9 and 18. Cal has none, so is not in the average; Dev is 17 and Eve has been in care for "
                "less than a year, so neither is considered."
            ),
            rows="""
                child | in_care_a_year | age | questionnaire_score
                Ann   | yes            | 7   | 9
                Bea   | yes            | 16  | 18
                Cal   | yes            | 11  |
                Dev   | yes            | 17  | 30
                Eve   | no             | 9   | 3
            """,
            expect="13.5 score (27 over 2)",
        ),
    ),
    synonyms=("SDQ", "emotional health", "mental health", "wellbeing", "OC2", "LAC", "CLA", "looked after"),
)

development_checks = Indicator(
    ref="RH12",
    title="Children under five in care whose development checks are up to date",
    meaning="Of the children under five in care for a year or more, how many had every check due at their age.",
    why="The earlier a delay in speech or movement is found, the more can be done about it.",
    of=outcomes_in_care,
    measure=Share(outcomes_in_care.development_checked.is_yes),
    considers=outcomes_in_care.in_care_a_year.is_yes & (outcomes_in_care.age < 5),
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=HEALTH_IN_CARE,
    set_by=SetBy.NATIONAL_RETURN,
    source=f"{THE_RETURN}: asked of children who have not had their fifth birthday. {RUN_MONTHLY}",
    comparator=f"{IN_CARE_RELEASE}: development assessments up to date at 31 March, for children under five.",
    misuse="Few children under five stay in care for a year, so one child can move it by many points.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s checks are up to date and Bea’s are not. Nothing is known of Cal’s, and what is unknown is not "
                "up to date. Dev is five and Eve has been in care for less than a year: neither is considered."
            ),
            rows="""
                child | in_care_a_year | age | development_checked
                Ann   | yes            | 1   | yes
                Bea   | yes            | 4   | no
                Cal   | yes            | 3   |
                Dev   | yes            | 5   | yes
                Eve   | no             | 2   | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("developmental checks", "health visitor", "OC2", "LAC", "CLA", "looked after", "early years"),
)

offending = Indicator(
    ref="RH19",
    title="Children in care convicted of an offence or given a youth caution",
    meaning="Of the children aged ten or over in care for a year or more, how many offended and were found to.",
    why="A child should not come away from care with a criminal record that a child at home would not have.",
    of=outcomes_in_care,
    measure=Share(outcomes_in_care.convicted.is_yes),
    considers=outcomes_in_care.in_care_a_year.is_yes & (outcomes_in_care.age >= 10),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=OFFENDING_IN_CARE,
    set_by=SetBy.NATIONAL_RETURN,
    source=f"{THE_RETURN}: convicted, or given a youth caution, in the year. {RUN_MONTHLY}",
    comparator=f"{IN_CARE_RELEASE}: children aged ten or over convicted or cautioned, in care for 12 months.",
    misuse=(
        "It counts what came to court in the year, not what happened in it, and a home that calls the police over a "
        "broken door makes it higher."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was convicted and Bea was not. Nothing is known of Cal, and what is unknown is not an offence. "
                "Dev is nine and Eve has been in care for less than a year: neither is considered."
            ),
            rows="""
                child | in_care_a_year | age | convicted
                Ann   | yes            | 16  | yes
                Bea   | yes            | 10  | no
                Cal   | yes            | 13  |
                Dev   | yes            | 9   |
                Eve   | no             | 15  | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("offending", "convictions", "youth justice", "OC2", "LAC", "CLA", "looked after"),
)

substance_misuse = Indicator(
    ref="RH22",
    title="Children in care found to have a problem with drugs, alcohol or solvents",
    meaning="Of the children in care for a year or more, how many were found in the year to have such a problem.",
    why="A problem that is known of can be helped, and often stands for another that nobody has asked about.",
    of=outcomes_in_care,
    measure=Share(outcomes_in_care.substance_misuse.is_yes),
    considers=outcomes_in_care.in_care_a_year.is_yes,
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=FEELINGS_IN_CARE,
    set_by=SetBy.NATIONAL_RETURN,
    source=f"{THE_RETURN}. {RUN_MONTHLY}",
    comparator=f"{IN_CARE_RELEASE}: children with a substance misuse problem, in care for 12 months at 31 March.",
    misuse="It rises where workers ask and falls where they do not, so a low figure may be a poor one.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "A problem was found with Ann and not with Bea. Nothing is known of Cal, and what is unknown is not "
                "counted. Dev has been in care for less than a year and is not considered."
            ),
            rows="""
                child | in_care_a_year | substance_misuse
                Ann   | yes            | yes
                Bea   | yes            | no
                Cal   | yes            |
                Dev   | no             | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("drugs", "alcohol", "solvents", "OC2", "LAC", "CLA", "looked after"),
)

INDICATORS: tuple[Indicator, ...] = (
    immunisations,
    questionnaires,
    questionnaire_score,
    development_checks,
    offending,
    substance_misuse,
)
