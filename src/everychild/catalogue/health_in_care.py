"""The health of children in care."""

from everychild.catalogue.care_words import IN_CARE_RELEASE
from everychild.catalogue.indicator import Example, Good, Indicator, Influence, OtherRule, SetBy, Share
from everychild.catalogue.sections import CHILDREN_IN_CARE, HEALTH_IN_CARE
from everychild.facts.children_in_care import children_in_care
from everychild.facts.clocks import DENTAL_CHECK, HEALTH_ASSESSMENT, HEALTH_ASSESSMENT_UNDER_FIVE

EVERYONE_DUE = OtherRule(
    name="everyone_due",
    title="every child in care for longer than 20 working days",
    why="Councils often watch everyone who is due each month; the national return asks after a year in care.",
    considers=children_in_care.health_check_could_be_due.is_yes,
)

health_assessments = Indicator(
    ref="RH07",
    title="Children in care with an up-to-date health assessment",
    meaning="Of the children in care for a year or more, how many had their health assessed as often as they should.",
    why="Many children come into care with needs that nobody had found, and someone has to keep looking.",
    of=children_in_care,
    measure=Share(children_in_care.health_assessment_up_to_date.is_yes),
    considers=children_in_care.in_care_a_year.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=HEALTH_IN_CARE,
    clock=HEALTH_ASSESSMENT_UNDER_FIVE,
    later_clocks=(HEALTH_ASSESSMENT,),
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance on the health of looked-after children: every six months before a fifth birthday and every "
        "12 months after it. Counted for children in care for 12 months or more, as the Department for Education does."
    ),
    comparator=f"{IN_CARE_RELEASE}: health assessments up to date at 31 March, for children in care for 12 months.",
    misuse=(
        "An older child may refuse, which counts as not up to date; an assessment waiting to be written up by the "
        "health service does too."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s is up to date and Bea’s is not. No date is recorded for Cal, and what is unknown is not up to "
                "date. Dev has been in care for less than a year and is not considered."
            ),
            rows="""
                child | in_care_a_year | health_assessment_up_to_date
                Ann   | yes            | yes
                Bea   | yes            | no
                Cal   | yes            |
                Dev   | no             | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    other_rules=(EVERYONE_DUE,),
    synonyms=("RHA", "IHA", "health assessment", "LAC", "CLA", "looked after"),
)

dental_checks = Indicator(
    ref="RH08",
    title="Children in care with a dental check in the last {time}",
    meaning="Of the children in care for a year or more, how many had seen a dentist in the last {time}.",
    why="Toothache keeps a child from eating, sleeping and learning, and is easily prevented.",
    of=children_in_care,
    measure=Share(children_in_care.dental_check_up_to_date.is_yes),
    considers=children_in_care.in_care_a_year.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=HEALTH_IN_CARE,
    clock=DENTAL_CHECK,
    set_by=SetBy.NATIONAL_RETURN,
    source=(
        "National: the children looked after return asks about the last 12 months; no law or guidance sets the "
        "interval. Counted for children in care for 12 months or more, as the Department for Education does."
    ),
    comparator=f"{IN_CARE_RELEASE}: teeth checked by a dentist, at 31 March, for children in care for 12 months.",
    misuse="It moves with the dentists taking patients locally, which the council cannot settle alone.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s check is in date and Bea’s is not. No date is recorded for Cal, and what is unknown is not up "
                "to date. Dev has been in care for less than a year and is not considered."
            ),
            rows="""
                child | in_care_a_year | dental_check_up_to_date
                Ann   | yes            | yes
                Bea   | yes            | no
                Cal   | yes            |
                Dev   | no             | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    other_rules=(EVERYONE_DUE,),
    synonyms=("dentist", "teeth", "LAC", "CLA", "looked after"),
)

INDICATORS: tuple[Indicator, ...] = (
    health_assessments,
    dental_checks,
)
