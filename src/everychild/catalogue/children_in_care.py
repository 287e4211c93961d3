"""Children in care: how many, who they are, coming and going."""

from everychild.catalogue.care_words import IN_CARE_RELEASE, SHORT_BREAKS
from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Mix, SetBy, Share
from everychild.catalogue.sections import CHILDREN_IN_CARE, COMING_AND_GOING, LEGAL_STATUS
from everychild.facts.children_in_care import care_ended, care_started, children_in_care
from everychild.facts.fact import AGE

children_in_care_now = Indicator(
    ref="CC01",
    title="Children in care",
    meaning="How many children were in the council’s care at the month end.",
    why="The council is a parent to each of these children.",
    of=children_in_care,
    measure=Count(per_10_000=True),
    good=Good.RANGE,
    section=CHILDREN_IN_CARE,
    set_by=SetBy.NOBODY,
    source=f"A count, with no standard. {SHORT_BREAKS}",
    comparator=f"{IN_CARE_RELEASE}: children looked after at 31 March, and their rate for every 10,000 children.",
    misuse=(
        "Neither more nor fewer is good in itself: the right number is every child who cannot safely live at home, and "
        "no other."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Three children, however long they have been in care.",
            rows="""
                child | in_care_a_year
                Ann   | yes
                Bea   | no
                Cal   | yes
            """,
            expect="3",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "care population"),
)

coming_into_care = Indicator(
    ref="CC02",
    title="Children coming into care",
    meaning="How many times a child came into the council’s care in the period.",
    why="Coming into care is among the largest things that can happen to a child.",
    of=care_started,
    measure=Count(per_10_000=True),
    good=Good.RANGE,
    section=CHILDREN_IN_CARE,
    set_by=SetBy.NOBODY,
    source=f"A count, with no standard. A move from one placement to another is not a new start. {SHORT_BREAKS}",
    comparator=f"{IN_CARE_RELEASE}: children who started to be looked after in the year.",
    misuse="Months are small and uneven: one large family, or a group of children arriving alone, can double one.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann came into care, went home and came back within the quarter, so she counts twice; Bea once.",
            rows="""
                child
                Ann
                Ann
                Bea
            """,
            expect="3",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "entrants", "starters"),
)

leaving_care = Indicator(
    ref="CC03",
    title="Children leaving care",
    meaning="How many times a child left the council’s care in the period.",
    why="Leaving care should mean a lasting home: with family, with new parents or as an adult with support.",
    of=care_ended,
    measure=Count(),
    good=Good.NEITHER,
    section=CHILDREN_IN_CARE,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. A new episode begun the same day, such as a new legal status, is not an end of "
        f"care. {SHORT_BREAKS}"
    ),
    comparator=f"{IN_CARE_RELEASE}: children who ceased to be looked after in the year.",
    misuse="It adds together a child adopted, a child gone home and a young person turning 18: ask which.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Two children left care in the month.",
            rows="""
                child
                Ann
                Bea
            """,
            expect="2",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "leavers", "ceased"),
)

unaccompanied_children = Indicator(
    ref="CC04",
    title="Unaccompanied children in care",
    meaning="How many children in care at the month end had come to the country alone, seeking asylum.",
    why="A child alone in a strange country needs a home, a solicitor, a school and somebody to trust.",
    of=children_in_care,
    measure=Count(per_10_000=True),
    considers=children_in_care.unaccompanied.is_yes,
    good=Good.NEITHER,
    section=CHILDREN_IN_CARE,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Children who were unaccompanied at any time in the 12 months before, as Ofsted’s "
        "list of children in care asks; care leavers who arrived alone are not in it."
    ),
    comparator=f"{IN_CARE_RELEASE}: unaccompanied asylum-seeking children looked after at 31 March.",
    misuse=(
        "It follows arrivals, ports and the national transfer scheme, not anything families here did. The scheme’s "
        "mark of 0.1% of a council’s children is 10 for every 10,000; it is no limit on who must be cared for."
    ),
    influence=Influence.LOW,
    examples=(
        Example(
            says="Ann and Bea came alone. Cal did not, and for Dev it is not recorded, so he is not counted.",
            rows="""
                child | unaccompanied
                Ann   | yes
                Bea   | yes
                Cal   | no
                Dev   |
            """,
            expect="2",
        ),
    ),
    synonyms=("UASC", "asylum", "refugee", "separated children", "National Transfer Scheme"),
)

care_by_agreement = Indicator(
    ref="CC05",
    title="Children in care by agreement with their family",
    meaning="Of the children in care at the month end, how many were there by agreement and not by a court’s order.",
    why="Agreement can be right for a child; left to drift, nobody outside the council has tested the plan.",
    of=children_in_care,
    measure=Share(children_in_care.legal_status.is_a("V2")),
    good=Good.RANGE,
    section=CHILDREN_IN_CARE,
    area=LEGAL_STATUS,
    set_by=SetBy.NOBODY,
    source=f"No standard is set. Accommodated under section 20 of the Children Act 1989 (code V2). {SHORT_BREAKS}",
    comparator=f"{IN_CARE_RELEASE}: children looked after at 31 March under a voluntary agreement.",
    misuse=(
        "Neither end is good: young people who came alone are mostly here by agreement, and rightly; a baby here by "
        "agreement for a year may be drifting. Ask who, and for how long."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann is in care by agreement. Bea is under a full care order and Cal under an interim one. Dev’s "
                "status is not recorded, and what is unknown is not counted as agreement."
            ),
            rows="""
                child | legal_status
                Ann   | V2
                Bea   | C2
                Cal   | C1
                Dev   |
            """,
            expect="1 of 4 (25.0%)",
        ),
    ),
    synonyms=("section 20", "S20", "voluntary", "accommodated", "legal status", "LAC", "looked after"),
)

ages_coming_into_care = Indicator(
    ref="CC06",
    title="Ages of children coming into care",
    meaning="Of the times a child of known age came into care, what share were babies, small children and teenagers.",
    why="A teenager who comes into care late has often been known, and not helped enough, for years.",
    of=care_started,
    measure=Mix(by=AGE),
    good=Good.NEITHER,
    section=CHILDREN_IN_CARE,
    set_by=SetBy.NOBODY,
    source=f"No standard is set. Ages are on the day the child came into care. {SHORT_BREAKS}",
    comparator=f"{IN_CARE_RELEASE}: age of children who started to be looked after in the year.",
    misuse=(
        "A month holds few children: read it over 12 months. Young people who came to the country alone are nearly "
        "all 16 or 17 and tell nothing about families here."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann was a baby; Bea and Cal were 16. Dev’s age is not known, so he has no share.",
            rows="""
                child | age_band
                Ann   | Under 1
                Bea   | 16 to 17
                Cal   | 16 to 17
                Dev   | Not known
            """,
            expect="Under 1 1 of 3, 16 to 17 2 of 3",
        ),
    ),
    synonyms=("age profile", "entrants", "adolescents", "late entry", "LAC", "looked after"),
)

returns_to_care = Indicator(
    ref="CC07",
    title="Children coming back into care within 12 months",
    meaning="Of the times a child came into care, how many were of a child who had left care in the year before.",
    why="Going home and losing it again hurts a child twice.",
    of=care_started,
    measure=Share(care_started.is_return.is_yes),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=COMING_AND_GOING,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Told by the periods of care we hold, and by the case system’s own answer on the list of "
        f"children in care. {SHORT_BREAKS}"
    ),
    comparator="None: no national figures on children coming back into care within a year are published.",
    misuse=(
        "Few children come into care in a month, so one family can move it: read it over 12 months. Keeping children "
        "in care who could go home would lower it."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann had left care in the year before and Bea had not. For Cal it is not known, and what is unknown "
                "is not counted as a return."
            ),
            rows="""
                child | is_return
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("re-entry", "reunification", "return to care", "LAC", "looked after", "second period"),
)

leaving_to_permanence = Indicator(
    ref="CC08",
    title="Children leaving care for a permanent home",
    meaning="Of the times a child left care, how many went to a new family for good, or home as had been planned.",
    why="Care should end with a home and people the child can count on.",
    of=care_ended,
    measure=Share(care_ended.reason.is_one_of("E11", "E12", "E41", "E45", "E46", "E47", "E48", "E4A")),
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=COMING_AND_GOING,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Adoption, special guardianship, a child arrangements order, or going home as planned "
        "(codes E11, E12, E45 to E48, E41 and E4A). Young people who turned 18 in care are among those who left."
    ),
    comparator=f"{IN_CARE_RELEASE}: reasons for ceasing to be looked after in the year.",
    misuse=(
        "It falls when many young people turn 18 in a month, which is nobody’s failure of planning; and going home as "
        "planned is a good end only where it lasts: read it beside children coming back into care."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was adopted and Bea went home as planned. Cal turned 18. Why Dev left is not recorded, and what "
                "is unknown is not counted as a permanent home."
            ),
            rows="""
                child | reason
                Ann   | E12
                Bea   | E4A
                Cal   | E5
                Dev   |
            """,
            expect="2 of 4 (50.0%)",
        ),
    ),
    synonyms=("permanence", "adoption", "SGO", "CAO", "reunification", "LAC", "looked after"),
)

INDICATORS: tuple[Indicator, ...] = (
    children_in_care_now,
    coming_into_care,
    leaving_care,
    unaccompanied_children,
    care_by_agreement,
    ages_coming_into_care,
    returns_to_care,
    leaving_to_permanence,
)
