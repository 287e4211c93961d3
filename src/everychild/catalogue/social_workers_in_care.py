"""The social workers of children in care: whether each child has one, and for how long."""

from everychild.catalogue.indicator import Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CHILDREN_IN_CARE, SOCIAL_WORKERS_IN_CARE
from everychild.facts.children_in_care import children_in_care
from everychild.records.workforce import ALLOCATION

_STABILITY_RELEASE = (
    "Department for Education, Stability measures for children looked after, from 2023 to 2024: social workers in the "
    "year."
)
_COUNTED = (
    "No standard is set. Counted for children in care for 12 months or more of whom it is known who held their case "
    "12 months ago: every worker allocated to the child in that time, the first among them."
)
_settled = children_in_care.in_care_a_year.is_yes & children_in_care.social_workers_in_year.is_known

with_a_social_worker = Indicator(
    ref="CC11",
    title="Children in care with an allocated social worker",
    meaning="Of the children in care at the month end, how many had a social worker allocated to them.",
    why="Every child in care should know who their social worker is, and so should everyone around them.",
    of=children_in_care,
    measure=Share(children_in_care.has_social_worker.is_yes),
    good=Good.HIGHER,
    section=CHILDREN_IN_CARE,
    area=SOCIAL_WORKERS_IN_CARE,
    also_needs=(ALLOCATION,),
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set in figures; every council means it to be all. A case held by a worker known not to be a "
        "qualified social worker does not count."
    ),
    comparator="None: no national figures on allocation are published.",
    misuse="A case in a manager’s name, or in that of a worker who is off sick, counts as allocated: ask how many.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann and Bea have a social worker and Cal has none. For Dev nothing is recorded, and what is unknown "
                "is not counted as allocated."
            ),
            rows="""
                child | has_social_worker
                Ann   | yes
                Bea   | yes
                Cal   | no
                Dev   |
            """,
            expect="2 of 4 (50.0%)",
        ),
    ),
    synonyms=("unallocated", "allocated cases", "LAC", "CLA", "looked after"),
)

several_social_workers = Indicator(
    ref="CC12",
    title="Children in care with more than one social worker in 12 months",
    meaning="Of the children in care for a year or more, how many had two or more social workers in that time.",
    why="A child who has told their story to one person should not have to begin again with the next.",
    of=children_in_care,
    measure=Share(children_in_care.social_workers_in_year >= 2),
    considers=_settled,
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=SOCIAL_WORKERS_IN_CARE,
    also_needs=(ALLOCATION,),
    set_by=SetBy.NOBODY,
    source=_COUNTED,
    comparator=_STABILITY_RELEASE,
    misuse=(
        "A planned change of team counts like a worker who left, and one sickness leave covered for a month makes "
        "two. Some changes are asked for by the child."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann had two workers and Bea one. How many Cal had is not known, so he is not considered; Dev has "
                "been in care for less than a year."
            ),
            rows="""
                child | in_care_a_year | social_workers_in_year
                Ann   | yes            | 2
                Bea   | yes            | 1
                Cal   | yes            |
                Dev   | no             | 3
            """,
            expect="1 of 2 (50.0%)",
        ),
    ),
    synonyms=("change of social worker", "stability", "turnover", "LAC", "CLA", "looked after"),
)

many_social_workers = Indicator(
    ref="CC13",
    title="Children in care with three or more social workers in 12 months",
    meaning="Of the children in care for a year or more, how many had three or more social workers in that time.",
    why="Three in a year is more than chance: a child stops telling people anything.",
    of=children_in_care,
    measure=Share(children_in_care.social_workers_in_year >= 3),
    considers=_settled,
    good=Good.LOWER,
    section=CHILDREN_IN_CARE,
    area=SOCIAL_WORKERS_IN_CARE,
    also_needs=(ALLOCATION,),
    set_by=SetBy.NOBODY,
    source=_COUNTED,
    comparator=_STABILITY_RELEASE,
    misuse=(
        "Few children, so one family of three moves it visibly. It counts workers, not changes: three workers are "
        "two changes."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann had three workers and Bea two. How many Cal had is not known, so he is not considered; Dev has "
                "been in care for less than a year."
            ),
            rows="""
                child | in_care_a_year | social_workers_in_year
                Ann   | yes            | 3
                Bea   | yes            | 2
                Cal   | yes            |
                Dev   | no             | 3
            """,
            expect="1 of 2 (50.0%)",
        ),
    ),
    synonyms=("change of social worker", "stability", "turnover", "LAC", "CLA", "looked after"),
)

INDICATORS: tuple[Indicator, ...] = (with_a_social_worker, several_social_workers, many_social_workers)
