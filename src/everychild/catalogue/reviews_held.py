"""What happens at reviews of children in care and between them: the child’s part, the officer’s eye, the plan."""

from everychild.catalogue.care_words import SHORT_BREAKS
from everychild.catalogue.indicator import Example, Good, Indicator, Influence, OtherRule, SetBy, Share
from everychild.catalogue.sections import CARE_VISITS_AND_REVIEWS, CHILDREN_IN_CARE
from everychild.facts.clocks import CARE_PLAN
from everychild.facts.health_in_care import care_plans
from everychild.facts.reviews_held import reviews_held

GAVE_VIEWS = ("PN1", "PN2", "PN3", "PN5", "PN6")

took_part_in_review = Indicator(
    ref="RH02",
    title="Reviews of children in care in which the child took part",
    meaning="Of the reviews held of children aged four or over, how many heard what the child had to say.",
    why="The review decides about the child’s life, so the child should be heard in it.",
    of=reviews_held,
    measure=Share(reviews_held.participation.is_one_of(*GAVE_VIEWS)),
    considers=(reviews_held.age >= 4) & ~reviews_held.participation.is_a("PN0"),
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=CARE_VISITS_AND_REVIEWS,
    set_by=SetBy.NATIONAL_RETURN,
    source=(
        "National: the participation codes of the children looked after return. A child takes part who gives views, "
        "in the room or not, themselves or through another; one who attends and gives none does not. Children under "
        f"four are left out. {SHORT_BREAKS}"
    ),
    comparator="None: how children take part in reviews is collected and no longer published by council.",
    misuse=(
        "A form filled in on the way to school counts as much as an hour’s conversation: ask children how it was for "
        "them."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann spoke for herself and Bea sent her views. Cal sat through it and gave none. Nothing is recorded "
                "for Dev, and what is unknown is not counted as taking part. Eve is three and is not considered."
            ),
            rows="""
                child | age | participation
                Ann   | 12  | PN1
                Bea   | 15  | PN6
                Cal   | 4   | PN4
                Dev   | 9   |
                Eve   | 3   | PN0
            """,
            expect="2 of 4 (50.0%)",
        ),
    ),
    other_rules=(
        OtherRule(
            name="attended_or_gave_views",
            title="a child who attended and gave no views takes part as well",
            why="Some councils count every code but the last: the child was there, or the child’s views were.",
            measure=Share(reviews_held.participation.is_one_of(*GAVE_VIEWS, "PN4")),
        ),
    ),
    synonyms=("participation", "voice of the child", "LAC review", "CLA", "looked after review", "PN codes"),
)

officer_between_reviews = Indicator(
    ref="RH04",
    title="Reviews before which the reviewing officer had been in touch with the child",
    meaning="Of the second and later reviews held, how many followed a contact by the officer since the one before.",
    why="Someone independent should notice between reviews when a child’s plan is not being carried out.",
    of=reviews_held,
    measure=Share(reviews_held.officer_in_touch.is_yes),
    considers=reviews_held.is_later_review.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=CARE_VISITS_AND_REVIEWS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set for how often: guidance expects the officer to keep in touch between reviews. Each month’s "
        "list tells the latest contact alone, so a second one in a month is not seen. A contact on the day of either "
        f"review does not count. {SHORT_BREAKS}"
    ),
    comparator="None: no national figures on contact by reviewing officers are published.",
    misuse="A telephone call to a carer may be recorded as contact with the child: ask what is counted.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "The officer saw Ann between her reviews and did not see Bea. For Cal nothing is known, and what is "
                "unknown is not counted. Dev has had one review only and is not considered."
            ),
            rows="""
                child | is_later_review | officer_in_touch
                Ann   | yes             | yes
                Bea   | yes             | no
                Cal   | yes             |
                Dev   | no              | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("IRO", "independent reviewing officer", "midway review", "LAC", "CLA", "oversight"),
)

care_plan_in_force = Indicator(
    ref="RH05",
    title="Children in care with a care plan in force",
    meaning="Of the children in care for {time} or more at the month end, how many had a current care plan.",
    why="Without a plan nobody can say where the child will live, who will do what, or by when.",
    of=care_plans,
    measure=Share(care_plans.plan_in_force.is_yes),
    considers=care_plans.plan_could_be_due.is_yes,
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=CARE_VISITS_AND_REVIEWS,
    clock=CARE_PLAN,
    set_by=SetBy.LAW,
    source=(
        "Statutory: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 4: a plan before "
        f"the first placement, or within ten working days of it where that is not practicable. {SHORT_BREAKS}"
    ),
    comparator="None: no national figures on care plans are published.",
    misuse="A plan in force may be an old one: it says nothing of whether the last review’s decisions are in it.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann has a plan in force and Bea’s has run out. For Cal nothing is known, and what is unknown is not "
                "in force. Dev came into care last week and is not considered."
            ),
            rows="""
                child | plan_could_be_due | plan_in_force
                Ann   | yes               | yes
                Bea   | yes               | no
                Cal   | yes               |
                Dev   | no                | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("care plan", "LAC", "CLA", "looked after", "part one"),
)

INDICATORS: tuple[Indicator, ...] = (took_part_in_review, officer_between_reviews, care_plan_in_force)
