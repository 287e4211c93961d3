"""Children in care: how many, coming and going, and being visited."""

from everychild.catalogue.care_words import IN_CARE_RELEASE, SHORT_BREAKS
from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CARE_VISITS_AND_REVIEWS, CHILDREN_IN_CARE
from everychild.facts.children_in_care import care_ended, care_started, children_in_care
from everychild.facts.clocks import CARE_VISIT
from everychild.records.child_protection import VISIT

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

care_visits = Indicator(
    ref="CC09",
    title="Children in care visited in the last {time}",
    meaning="Of the children in care at the month end for whom a visit could be due, how many had one within {time}.",
    why="A child living away from home needs someone who comes to see how they are, and keeps coming.",
    of=children_in_care,
    measure=Share(children_in_care.visited_in_time.is_yes),
    considers=children_in_care.visit_could_be_due.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=CARE_VISITS_AND_REVIEWS,
    clock=CARE_VISIT,
    also_needs=(VISIT,),
    set_by=SetBy.LAW,
    source=(
        "Statutory: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28, at intervals "
        "of no more than six weeks in the first year. Longer intervals that may be allowed after that are not taken "
        "off here, so the test is stricter than the law for some children; the visit due in a child’s first week in a "
        "placement is not tested."
    ),
    comparator="None: no national figures on visits to children in care are published.",
    misuse=(
        "Children settled for good may rightly be visited every three months, and count here as late: ask how many "
        "before judging."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann was visited in time and Bea was not. No visit is recorded for Cal, and what is unknown is not on "
                "time. Dev came into care last week and is not considered."
            ),
            rows="""
                child | visit_could_be_due | visited_in_time
                Ann   | yes                | yes
                Bea   | yes                | no
                Cal   | yes                |
                Dev   | no                 | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("LAC visits", "CLA", "looked after", "statutory visits"),
)

INDICATORS: tuple[Indicator, ...] = (
    children_in_care_now,
    coming_into_care,
    leaving_care,
    care_visits,
)
