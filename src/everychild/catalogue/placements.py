"""Placements: where children in care live, and how often they move."""

from everychild.catalogue.care_words import IN_CARE_RELEASE, SHORT_BREAKS
from everychild.catalogue.indicator import Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CHILDREN_IN_CARE, PLACEMENTS
from everychild.facts.children_in_care import children_in_care
from everychild.records.placements import PLACEMENT

three_or_more_placements = Indicator(
    ref="PL01",
    title="Children in care with three or more placements in 12 months",
    meaning="Of the children in care at the month end, how many had lived in three or more placements in a year.",
    why="Each move can mean a new home, a new school and people to trust all over again.",
    of=children_in_care,
    measure=Share(children_in_care.placements_in_year >= 3),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=PLACEMENTS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. The Department for Education’s measure: three or more placements, which is two or more "
        f"moves, the one held a year ago included. {SHORT_BREAKS}"
    ),
    comparator=f"{IN_CARE_RELEASE}: children looked after at 31 March with three or more placements in the year.",
    misuse=(
        "Three placements are two moves, not three. A move to a long-term home counts like any other, so a good move "
        "can make the figure worse."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann has lived in three placements and Bea in two. Cal’s number is not known, and what is unknown is "
                "not counted as three."
            ),
            rows="""
                child | placements_in_year
                Ann   | 3
                Bea   | 2
                Cal   |
                Dev   | 1
            """,
            expect="1 of 4 (25.0%)",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "stability", "placement moves"),
)

placed_out_of_area = Indicator(
    ref="PL05",
    title="Children in care placed outside the council’s area",
    meaning="Of the children in care at the month end, how many were living outside the council’s own area.",
    why="A child placed far away can lose touch with family, friends and school, and is harder to visit and to help.",
    of=children_in_care,
    measure=Share(children_in_care.out_of_area.is_yes),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=PLACEMENTS,
    also_needs=(PLACEMENT,),
    set_by=SetBy.NOBODY,
    source=f"No standard is set. Counted by the council’s boundary, not by distance. {SHORT_BREAKS}",
    comparator=f"{IN_CARE_RELEASE}: children looked after placed inside and outside the council’s boundary.",
    misuse=(
        "A small council has a near boundary: a child over it may be nearer home than one inside it, and may be with "
        "grandparents."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann lives outside the area and Bea inside it. Where Cal’s placement lies is not recorded, and what is "
                "unknown is not counted as outside."
            ),
            rows="""
                child | out_of_area
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "out of borough", "out of county", "distance"),
)

INDICATORS: tuple[Indicator, ...] = (
    three_or_more_placements,
    placed_out_of_area,
)
