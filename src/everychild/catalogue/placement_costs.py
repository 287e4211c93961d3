"""What placements cost, and children other councils place here."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Mean, SetBy, Unit
from everychild.catalogue.sections import CHILDREN_IN_CARE, HOMES_FOR_CHILDREN
from everychild.facts.placement_costs import placement_costs, placements_notified

weekly_cost = Indicator(
    ref="PL12",
    title="Average weekly cost of a placement",
    meaning="The average amount a week the council paid at the month end for a child in care’s placement.",
    why="What a few placements cost decides what is left for every other child.",
    of=placement_costs,
    measure=Mean(placement_costs.pounds_a_week, Unit.POUNDS),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=HOMES_FOR_CHILDREN,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. From finance’s own extract of weekly commitments, all lines for one child together, to "
        "the nearest pound. Children for whom nothing is paid, such as those with their parents, are not in it."
    ),
    comparator=(
        "None that is alike: the yearly section 251 return divides a whole year’s spending by days in care, and "
        "includes costs no placement is charged for."
    ),
    misuse=(
        "One home for one child can cost more than ten foster placements, so an average is moved by very few. Cheaper "
        "is not better where a child’s needs are not met."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann’s placement costs £450 a week and Bea’s £4,200. What Cal’s costs is not known.",
            rows="""
                child | pounds_a_week
                Ann   | 450
                Bea   | 4200
                Cal   |
            """,
            expect="2,325 pounds a week (4650 over 2)",
        ),
    ),
    synonyms=("unit cost", "budget", "spend", "section 251", "high-cost placements", "LAC", "looked after"),
)

notifications = Indicator(
    ref="PL13",
    title="Children other councils told us they had placed here",
    meaning="How many notifications arrived that another council had placed one of its children in our area.",
    why="These children use our schools, doctors and police, and nobody here chose where they live.",
    of=placements_notified,
    measure=Count(),
    good=Good.NEITHER,
    section=CHILDREN_IN_CARE,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. The Care Planning, Placement and Case Review (England) Regulations 2010 ask a "
        "council that places a child elsewhere to tell the council there."
    ),
    comparator="None: notifications are not published.",
    misuse="Councils forget to write: a rise may be better letters, and more live here than it tells.",
    influence=Influence.LOW,
    examples=(
        Example(
            says="Three notifications arrived, two of them from one council.",
            rows="""
                child
                The first
                The second
                The third
            """,
            expect="3",
        ),
    ),
    synonyms=("OLA", "other local authority", "host authority", "out of area notification", "LAC", "looked after"),
)

INDICATORS: tuple[Indicator, ...] = (weekly_cost, notifications)
