"""Placements: how settled children in care are, how far from home, and how they come to move."""

from everychild.catalogue.care_words import IN_CARE_RELEASE, SHORT_BREAKS
from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CHILDREN_IN_CARE, LEGAL_STATUS, PLACEMENTS
from everychild.facts.children_in_care import care_started, children_in_care
from everychild.facts.placements import placed_children, placement_moves
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

settled_with_a_carer = Indicator(
    ref="PL02",
    title="Children long in care who have lived with the same carer for two years",
    meaning="Of the under-16s in care for two and a half years or more, how many had been two years with one carer.",
    why="A child who grows up in care needs one home to grow up in.",
    of=placed_children,
    measure=Share(placed_children.with_same_carer.is_yes),
    considers=placed_children.should_be_settled.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=PLACEMENTS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. The Department for Education’s measure: in the same placement for two years, or placed "
        "for adoption where that placement and the one before it last for two years together. A temporary placement, "
        f"and a new name for the same home, do not end it. {SHORT_BREAKS}"
    ),
    comparator=f"{IN_CARE_RELEASE}: children looked after for two and a half years, in one placement for two years.",
    misuse=(
        "It says nothing of children in their first two and a half years in care, and a bad placement kept up counts "
        "as well as a good one. Where nobody recorded who stayed with whom, each placement counts as a new carer."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann has been two years with one carer and Bea has not. Since when Cal has been with his carer is not "
                "known, and what is unknown is not two years. Dev has not been long in care."
            ),
            rows="""
                child | should_be_settled | with_same_carer
                Ann   | yes               | yes
                Bea   | yes               | no
                Cal   | yes               |
                Dev   | no                | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "long-term stability", "permanence", "NI 63"),
)

far_from_home = Indicator(
    ref="PL03",
    title="Children in care living more than 20 miles from home",
    meaning="Of the children in care whose distance from home is known, how many lived more than 20 miles away.",
    why="Twenty miles can part a child from school, friends, brothers and sisters.",
    of=placed_children,
    measure=Share(placed_children.far_from_home.is_yes),
    considers=placed_children.far_from_home.is_known,
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=PLACEMENTS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. As the crow flies, from the home a child came from to the placement, as the Department "
        f"for Education measures it. Children whose distance is not known are left out. {SHORT_BREAKS}"
    ),
    comparator=f"{IN_CARE_RELEASE}: distance between home and placement at 31 March.",
    misuse=(
        "A child may be far away with an aunt or with adopters, or for their own safety. A young person who came to "
        "the country alone has no home address, and is mostly left out."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann lives far from home and Bea near it. How far Cal lives is not known, so he is left out.",
            rows="""
                child | far_from_home
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 2 (50.0%)",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "distance", "20 miles"),
)

first_placed_far_from_home = Indicator(
    ref="PL04",
    title="Children coming into care placed more than 20 miles from home",
    meaning="Of the times a child came into care, how many were first placed more than 20 miles from home.",
    why="The first night away from home is worse far away, and a child seldom moves nearer later.",
    of=care_started,
    measure=Share(care_started.first_placed_far.is_yes),
    considers=care_started.first_distance_counts.is_yes,
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=PLACEMENTS,
    also_needs=(PLACEMENT,),
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Children who came to the country alone, children placed with their own parents and those "
        f"whose distance is not known are left out. {SHORT_BREAKS}"
    ),
    comparator="None: the distance of first placements is not published.",
    misuse="Few children come into care in a month: read it over 12 months.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was first placed far from home; Bea and Eve were not. Cal’s distance is not known, and Dev came "
                "to the country alone: neither is considered."
            ),
            rows="""
                child | first_distance_counts | first_placed_far
                Ann   | yes                   | yes
                Bea   | yes                   | no
                Cal   | no                    |
                Dev   | no                    | yes
                Eve   | yes                   | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "entrants", "distance", "20 miles"),
)

unplanned_moves = Indicator(
    ref="PL11",
    title="Moves of children in care that nobody had planned",
    meaning="Of the moves from one carer to another, how many came about for a reason nobody had planned.",
    why="A child told today to pack for tonight learns that no home is safe.",
    of=placement_moves,
    measure=Share(placement_moves.unplanned.is_yes),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=PLACEMENTS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. By the children looked after return’s reasons for a change of placement: the carer’s or "
        "the child’s request, a closure, an allegation, a concern about standards or approval withdrawn. The care "
        "plan, the council’s own request, custody and other reasons are not among them."
    ),
    comparator="None: reasons for moves are returned nationally, and not published by council in this form.",
    misuse=(
        "Workers choose “other” when in a hurry, which hides disruption: ask how many. Few children move in a month, "
        "so read it over 12 months."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s carer asked for her to move. Bea moved as her plan said. Why Cal moved is not recorded, and "
                "what is unknown is not counted as unplanned."
            ),
            rows="""
                child | unplanned
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("LAC", "CLA", "looked after", "disruption", "placement breakdown", "unplanned ending"),
)

home_on_an_order = Indicator(
    ref="CC17",
    title="Children under a care order living with their parents for over 12 months",
    meaning="How many children under a full care order had lived with their own parents for more than 12 months.",
    why="If home has been safe for a year, a court should be asked whether the order is still needed.",
    of=children_in_care,
    measure=Count(),
    considers=children_in_care.long_at_home_on_order.is_yes,
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=LEGAL_STATUS,
    also_needs=(PLACEMENT,),
    set_by=SetBy.NOBODY,
    source="A count, with no standard. Placed with own parents (code P1) under a full care order (code C2).",
    comparator="None: children placed with parents are published, and not for how long.",
    misuse=(
        "Some children are kept safe at home only by the order. Ask of each when the court will be asked to end it, "
        "not why the figure is not nought."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann has been home for over a year under an order. Bea has not, and for Cal it is not known.",
            rows="""
                child | long_at_home_on_order
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1",
        ),
    ),
    synonyms=("placed with parents", "discharge of care orders", "P1", "home on a care order", "revocation"),
)

INDICATORS: tuple[Indicator, ...] = (
    three_or_more_placements,
    settled_with_a_carer,
    far_from_home,
    first_placed_far_from_home,
    placed_out_of_area,
    unplanned_moves,
    home_on_an_order,
)
