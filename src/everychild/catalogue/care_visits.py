"""Visits to children in care: in time, and alone with the child."""

from everychild.catalogue.indicator import Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CARE_VISITS_AND_REVIEWS, CHILDREN_IN_CARE, SEEN_ALONE_IN_CARE
from everychild.facts.care_visits import care_visits as visits
from everychild.facts.children_in_care import children_in_care
from everychild.facts.clocks import CARE_VISIT
from everychild.records.child_protection import VISIT

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

seen_alone = Indicator(
    ref="CC10",
    title="Visits to children in care at which the child was seen alone",
    meaning="Of the visits to children in care old enough and willing, at how many the child was seen alone.",
    why="A child may say only in private that all is not well where they live.",
    of=visits,
    measure=Share(visits.seen_alone.is_a("yes")),
    considers=visits.could_be_seen_alone.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=SEEN_ALONE_IN_CARE,
    set_by=SetBy.LAW,
    source=(
        "Statutory: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 29: the child is "
        "spoken to in private unless they refuse or are not of an age to. Visits recorded as refused or too young, "
        "and visits to children under four, are left out; the age is our own."
    ),
    comparator="None: no national figures on visits to children in care are published.",
    misuse="A minute in the hall counts as well as an hour: ask what children said, and what came of it.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann was seen alone and Bea was not. Nothing is recorded for Cal, and what is unknown is not counted "
                "as seen alone. Dev is two and is not considered."
            ),
            rows="""
                child | could_be_seen_alone | seen_alone
                Ann   | yes                 | yes
                Bea   | yes                 | no
                Cal   | yes                 |
                Dev   | no                  | too_young
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("voice of the child", "seen alone", "LAC visits", "CLA", "looked after", "statutory visits"),
)

INDICATORS: tuple[Indicator, ...] = (care_visits, seen_alone)
