"""Permanent homes for children in care: whether there is a plan for one, and whether they leave care to one."""

from everychild.catalogue.indicator import Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import ADOPTION, PERMANENCE
from everychild.facts.adoption import permanence_plans
from everychild.facts.children_in_care import care_ended
from everychild.facts.clocks import PERMANENCE_PLAN

RELEASE = "Department for Education, Children looked after in England, yearly by council: reasons care ended."

left_to_adoption = Indicator(
    ref="AD02",
    title="Children leaving care who were adopted",
    meaning="Of the children who left care, how many left because they were adopted.",
    why="For a child who cannot go home, adoption is the surest way never to come back into care.",
    of=care_ended,
    measure=Share(care_ended.reason.is_one_of("E11", "E12")),
    good=Good.HIGHER,
    section=ADOPTION,
    area=PERMANENCE,
    set_by=SetBy.NOBODY,
    source="No standard is set. Out of all who left care, those who turned 18 included.",
    comparator=RELEASE,
    misuse="In a year when many turn 18 it falls though as many are adopted, and it says nothing of who came back.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann was adopted. Bea went home and Cal turned 18. Why Dev left is not known, and does not count.",
            rows="""
                child | reason
                Ann   | E12
                Bea   | E4A
                Cal   | E5
                Dev   |
            """,
            expect="1 of 4 (25.0%)",
        ),
    ),
    synonyms=("adoption", "leavers", "E11", "E12"),
)

left_to_guardians = Indicator(
    ref="AD08",
    title="Children leaving care to special guardianship or a child arrangements order",
    meaning="Of the children who left care, how many left to a special guardian or on a child arrangements order.",
    why="A home with relatives or people they know lets children keep their family and leave care for good.",
    of=care_ended,
    measure=Share(care_ended.reason.is_one_of("E41", "E45", "E46", "E47", "E48")),
    good=Good.HIGHER,
    section=ADOPTION,
    area=PERMANENCE,
    set_by=SetBy.NOBODY,
    source="No standard is set. Out of all who left care, those who turned 18 included.",
    comparator=RELEASE,
    misuse="An order made in haste can break down: ask how many of these children came back, and who helps the carers.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann lives with her grandmother as special guardian and Bea with an aunt on a child arrangements "
                "order. Cal went home. Why Dev left is not known, and that does not count."
            ),
            rows="""
                child | reason
                Ann   | E47
                Bea   | E41
                Cal   | E4A
                Dev   |
            """,
            expect="2 of 4 (50.0%)",
        ),
    ),
    synonyms=("SGO", "CAO", "kinship", "special guardianship", "leavers"),
)

planned_in_time = Indicator(
    ref="AD09",
    title="Children with a plan for permanence {time} after coming into care",
    meaning="Of the children in care who reached {time} in care, how many had a plan for permanence recorded.",
    why="A child should soon know where they will grow up, and everyone should be working to the same end.",
    of=permanence_plans,
    measure=Share(permanence_plans.has_permanence_plan.is_yes),
    good=Good.HIGHER,
    section=ADOPTION,
    area=PERMANENCE,
    clock=PERMANENCE_PLAN,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Children Act 1989 guidance, volume 2, a plan for permanence by the second review, which "
        "is read here as so many months into care. Told by the list taken after that month."
    ),
    comparator="None: the Department for Education publishes no figure for plans for permanence.",
    misuse="A box filled in is not a plan agreed at the review; one recorded days late, before the list, counts too.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann’s plan is recorded and Bea’s is not. Nothing is known of Cal’s, and what is unknown is not so.",
            rows="""
                child | has_permanence_plan
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("permanence planning", "second review", "four month review", "drift"),
)

INDICATORS: tuple[Indicator, ...] = (left_to_adoption, left_to_guardians, planned_in_time)
