"""Care leavers: who they are, and whether the council knows how they are."""

from everychild.catalogue.care_leaver_words import (
    NINETEEN_TO_TWENTY_ONE,
    OUTCOMES_RELEASE,
    OUTCOMES_SOURCE,
    RELEASE,
    STILL_SUPPORTED,
    around_birthday,
)
from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CARE_LEAVERS, CARE_LEAVERS_SUPPORT
from everychild.facts.care_leavers import care_leavers
from everychild.facts.clocks import CARE_LEAVER_CONTACT, PATHWAY_PLAN

care_leavers_supported = Indicator(
    ref="CL01",
    title="Care leavers supported",
    meaning="How many young people who are leaving or have left care were receiving the council’s support.",
    why="A parent does not stop at 18, and nor does the council for these young people.",
    of=care_leavers,
    measure=Count(),
    good=Good.NEITHER,
    section=CARE_LEAVERS,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. All four legal categories count: eligible, relevant, former relevant and "
        "qualifying."
    ),
    comparator=f"{RELEASE} by age. Theirs counts those with a birthday in the year, so totals differ.",
    misuse="It rises with the number who were in care some years ago; it says nothing of how good the support is.",
    influence=Influence.LOW,
    examples=(
        Example(
            says="Three young people, whatever their age and category.",
            rows="""
                child | age | eligibility
                Ann   | 17  | eligible
                Bea   | 20  | former_relevant
                Cal   | 23  | former_relevant
            """,
            expect="3",
        ),
    ),
    synonyms=("CL", "leaving care", "former relevant", "qualifying"),
)

in_touch = Indicator(
    ref="CL02",
    title="Care leavers aged 19 to 21 the council is in touch with",
    meaning="Of the care leavers aged 19 to 21, how many the council is in touch with.",
    why="A parent knows how their grown-up child is getting on.",
    of=care_leavers,
    measure=Share(care_leavers.in_touch.is_a("yes")),
    considers=NINETEEN_TO_TWENTY_ONE,
    good=Good.HIGHER,
    section=CARE_LEAVERS,
    area=CARE_LEAVERS_SUPPORT,
    set_by=SetBy.NOBODY,
    source=OUTCOMES_SOURCE,
    comparator=OUTCOMES_RELEASE,
    misuse=(
        "A single message answered in the year can be recorded as in touch: ask how often and how. A young adult may "
        "choose not to be in touch."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "The council is in touch with Ann. Bea refuses contact. Nothing is recorded for Cal, and what is "
                "unknown is not in touch. Dev is 22 and Eve has gone home to her parents: neither is considered."
            ),
            rows="""
                child | age | in_touch
                Ann   | 19  | yes
                Bea   | 21  | refused
                Cal   | 20  |
                Dev   | 22  | yes
                Eve   | 20  | returned_home
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    other_rules=around_birthday(19, 21),
    synonyms=("CL", "leaving care", "contact", "keeping in touch"),
)

pathway_plans = Indicator(
    ref="CL06",
    title="Care leavers whose pathway plan was reviewed in the last {time}",
    meaning="Of the care leavers who should have a pathway plan, how many had it reviewed in the last {time}.",
    why="A young person’s life changes fast after care, and a plan that is not looked at again soon stops helping.",
    of=care_leavers,
    measure=Share(care_leavers.pathway_plan_up_to_date.is_yes),
    considers=~care_leavers.eligibility.is_a("qualifying") & STILL_SUPPORTED,
    good=Good.HIGHER,
    section=CARE_LEAVERS,
    area=CARE_LEAVERS_SUPPORT,
    clock=PATHWAY_PLAN,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Children Act 1989 guidance, volume 3, reviewed at least every six months. Qualifying "
        "young people need not have a pathway plan and are left out."
    ),
    comparator="None: the Department for Education publishes no figure for pathway plan reviews.",
    misuse="A new date on an old plan counts as a review: sample whether the young person took part.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s plan is up to date and Bea’s is not. Cal’s has no date, and what is unknown is not up to date. "
                "Dev is a qualifying young person and is not considered."
            ),
            rows="""
                child | eligibility     | in_touch | pathway_plan_up_to_date
                Ann   | former_relevant | yes      | yes
                Bea   | relevant        | yes      | no
                Cal   | eligible        | yes      |
                Dev   | qualifying      | yes      | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("CL", "leaving care", "PWP", "pathway plan"),
)

personal_advisers = Indicator(
    ref="CL07",
    title="Care leavers with a personal adviser",
    meaning="Of the care leavers who should have a personal adviser, how many have one named.",
    why="Someone has to be the person a young adult can ring.",
    of=care_leavers,
    measure=Share(care_leavers.has_personal_adviser.is_yes),
    considers=~care_leavers.eligibility.is_a("qualifying") & STILL_SUPPORTED,
    good=Good.HIGHER,
    section=CARE_LEAVERS,
    area=CARE_LEAVERS_SUPPORT,
    set_by=SetBy.LAW,
    source=(
        "The Children Act 1989, sections 23B to 23D and schedule 2, gives each eligible, relevant and former relevant "
        "young person a personal adviser. Qualifying young people need not have one and are left out."
    ),
    comparator="None: the Department for Education publishes no figure for personal advisers.",
    misuse="A name in the box is not a person who rings back: read it beside recent contact.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann has an adviser and Bea has none. The list does not say for Cal, and what is unknown is not so. "
                "Dev is a qualifying young person and is not considered."
            ),
            rows="""
                child | eligibility     | in_touch | has_personal_adviser
                Ann   | former_relevant | yes      | yes
                Bea   | relevant        | yes      | no
                Cal   | eligible        | yes      |
                Dev   | qualifying      | yes      | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("CL", "leaving care", "PA", "allocated"),
)

recent_contact = Indicator(
    ref="CL08",
    title="Care leavers in contact with the council in the last {time}",
    meaning="Of the care leavers the council should visit, how many had been in contact with it in the last {time}.",
    why="A young person on their own for the first time needs someone who turns up.",
    of=care_leavers,
    measure=Share(care_leavers.contacted_in_time.is_yes),
    considers=~care_leavers.eligibility.is_one_of("eligible", "qualifying") & STILL_SUPPORTED,
    good=Good.HIGHER,
    section=CARE_LEAVERS,
    area=CARE_LEAVERS_SUPPORT,
    clock=CARE_LEAVER_CONTACT,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Children Act 1989 guidance, volume 3, visited at least every two months. Eligible young "
        "people are still in care and are visited as such; qualifying young people have no visits laid down."
    ),
    comparator="None: the Department for Education publishes no figure for visits to care leavers.",
    misuse=(
        "The lists tell the latest contact, not the latest visit, so a text message counts. A young person who wants "
        "no contact counts against it."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was in contact last week and Bea half a year ago. No contact is recorded for Cal, and what is "
                "unknown is not on time. Dev is still in care, visited as a child in care, and is not considered."
            ),
            rows="""
                child | eligibility     | in_touch | contacted_in_time
                Ann   | former_relevant | yes      | yes
                Bea   | relevant        | yes      | no
                Cal   | former_relevant | no       |
                Dev   | eligible        | yes      | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("CL", "leaving care", "personal adviser", "visits", "eight weeks"),
)

INDICATORS: tuple[Indicator, ...] = (
    care_leavers_supported,
    in_touch,
    pathway_plans,
    personal_advisers,
    recent_contact,
)
