"""The kinds of home children in care live in: foster care, children’s homes, supported accommodation."""

from everychild.catalogue.care_words import IN_CARE_RELEASE, SHORT_BREAKS
from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CHILDREN_IN_CARE, HOMES_FOR_CHILDREN
from everychild.facts.placements import placed_children
from everychild.facts.siblings import sibling_groups

own_foster_carers = Indicator(
    ref="PL06",
    title="Children in foster care living with the council’s own carers",
    meaning="Of the children in foster care at the month end, how many lived with carers the council approves itself.",
    why="A council’s own carers mostly live near the child’s home and school, and cost a third as much or less.",
    of=placed_children,
    measure=Share(placed_children.council_provides.is_yes),
    considers=placed_children.fostered.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=HOMES_FOR_CHILDREN,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Provider code PR1, out of all foster placements; relatives and friends approved by the "
        f"council count as its own carers. {SHORT_BREAKS}"
    ),
    comparator=f"{IN_CARE_RELEASE}: placement provider at 31 March.",
    misuse="The right carer for this child matters more than whose carer it is. It rises with family members approved.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s carer is the council’s own and Bea’s is an agency’s. Whose Cal’s is is not recorded, and what "
                "is unknown is not counted as the council’s. Dev lives in a children’s home."
            ),
            rows="""
                child | fostered | council_provides
                Ann   | yes      | yes
                Bea   | yes      | no
                Cal   | yes      |
                Dev   | no       | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("in-house fostering", "IFA", "independent fostering agency", "sufficiency", "LAC", "looked after"),
)

in_childrens_homes = Indicator(
    ref="PL07",
    title="Children in care living in children’s homes",
    meaning="Of the children in care at the month end, how many lived in a children’s home, a secure one included.",
    why="Most children do best in a family, and a home with staff on shift is no family.",
    of=placed_children,
    measure=Share(placed_children.in_childrens_home.is_yes),
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=HOMES_FOR_CHILDREN,
    set_by=SetBy.NOBODY,
    source=f"No standard is set. Children’s homes and secure children’s homes (codes K1 and K2). {SHORT_BREAKS}",
    comparator=f"{IN_CARE_RELEASE}: placements at 31 March, children’s homes.",
    misuse=(
        "For some young people a good home is the right place, and a foster placement that breaks down is worse. It "
        "falls when young people are moved to supported accommodation too soon."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann lives in a children’s home and Bea with foster carers. Where Cal lives is not recorded, and what "
                "is unknown is not counted as a home."
            ),
            rows="""
                child | in_childrens_home
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("residential", "sufficiency", "LAC", "CLA", "looked after"),
)

unregistered_places = Indicator(
    ref="PL08",
    title="Children in care living in places that should be registered and are not",
    meaning="How many children in care lived in a place Ofsted should have registered and had not.",
    why="Nobody inspects such a place, and running one is against the law.",
    of=placed_children,
    measure=Count(),
    considers=placed_children.unregistered.is_yes,
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=HOMES_FOR_CHILDREN,
    zero_tolerance=True,
    set_by=SetBy.LAW,
    source=(
        "Statutory: Care Standards Act 2000, section 11: a children’s home must be registered; since 28 October 2023 "
        "so must supported accommodation for 16 and 17 year olds. Told by the council’s own record of such places."
    ),
    comparator="None: the number of children in unregistered places is not published by council.",
    misuse=(
        "Nought may mean that nobody writes them down. A short stay over a weekend between month ends is not in it: "
        "ask about the whole month."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann lives in such a place. Bea does not, and for Cal nothing is recorded.",
            rows="""
                child | unregistered
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1",
        ),
    ),
    synonyms=("unregistered", "unregulated", "illegal placement", "Ofsted", "LAC", "looked after"),
)

in_supported_accommodation = Indicator(
    ref="PL09",
    title="Young people of 16 and 17 in care living in supported accommodation",
    meaning="Of the 16 and 17 year olds in care, how many lived in supported accommodation.",
    why="Some are ready for a place of their own with help near by, and some still need a family.",
    of=placed_children,
    measure=Share(placed_children.in_supported_accommodation.is_yes),
    considers=placed_children.aged_16_or_17.is_yes,
    good=Good.RANGE,
    section=CHILDREN_IN_CARE,
    area=HOMES_FOR_CHILDREN,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Supported accommodation (code K3) and what was called semi-independent living before "
        f"2023 (code H5). {SHORT_BREAKS}"
    ),
    comparator=f"{IN_CARE_RELEASE}: placements of 16 and 17 year olds at 31 March.",
    misuse="Neither more nor fewer is good: ask who chose it, the young person or the want of anything else.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann, 16, lives in supported accommodation and Bea, 17, with foster carers. Where Cal, 16, lives is "
                "not recorded. Dev is 14 and is not considered."
            ),
            rows="""
                child | aged_16_or_17 | in_supported_accommodation
                Ann   | yes           | yes
                Bea   | yes           | no
                Cal   | yes           |
                Dev   | no            | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("semi-independent", "unregulated", "independent living", "LAC", "CLA", "looked after"),
)

siblings_together = Indicator(
    ref="PL10",
    title="Brothers and sisters in care who live together as planned",
    meaning="Of the groups of brothers and sisters meant to live together, how many all lived in one home.",
    why="When everything else has gone, a brother or a sister is the family a child has left.",
    of=sibling_groups,
    measure=Share(sibling_groups.live_together.is_yes),
    considers=sibling_groups.meant_to_live_together.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=HOMES_FOR_CHILDREN,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set in figures: the law asks for brothers and sisters to be placed together where that is "
        "right and can be done. Groups are counted, not children, and only those of them who are in care."
    ),
    comparator="None: no national figures on brothers and sisters placed together are published.",
    misuse=(
        "It can be lifted by writing “apart” into the plan: ask how many plans say so, and why. Three of four in one "
        "home count as not together."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "The first family’s children live together and the second’s do not. Where one of the third lives is "
                "not recorded, and what is unknown is not together. The fourth are meant to live apart."
            ),
            rows="""
                family | meant_to_live_together | live_together
                First  | yes                    | yes
                Second | yes                    | no
                Third  | yes                    |
                Fourth | no                     | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("siblings", "sibling groups", "together or apart", "LAC", "CLA", "looked after"),
)

INDICATORS: tuple[Indicator, ...] = (
    own_foster_carers,
    in_childrens_homes,
    unregistered_places,
    in_supported_accommodation,
    siblings_together,
)
