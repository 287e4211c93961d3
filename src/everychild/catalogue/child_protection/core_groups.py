"""Core groups: the people who carry a plan out, meeting between its conferences."""

from everychild.catalogue.indicator import Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CHILD_PROTECTION, CORE_GROUPS
from everychild.facts.child_protection.conferences import core_groups
from everychild.facts.clocks import CORE_GROUP, FIRST_CORE_GROUP

NO_CORE_GROUPS_PUBLISHED = "None: no national figures on core groups are published."

first_core_groups_in_time = Indicator(
    ref="CP11",
    title="First core groups held within {time} of the plan’s start",
    meaning="Of the first core groups that fell due, how many had been held within {time} of the plan’s start.",
    why="A plan is only words until the people in it have met to begin the work.",
    of=core_groups,
    measure=Share(core_groups.held_in_time.is_yes),
    considers=core_groups.is_first.is_yes,
    good=Good.HIGHER,
    section=CHILD_PROTECTION,
    area=CORE_GROUPS,
    clock=FIRST_CORE_GROUP,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Working Together to Safeguard Children, within 10 working days of the initial conference. "
        "Counted here from the start of the plan, in the month in which it fell due, held or not."
    ),
    comparator=NO_CORE_GROUPS_PUBLISHED,
    misuse=(
        "A quarter of an hour after the conference counts as well as a real meeting. A plan that ended before its "
        "first core group was due is not in it."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was held in time and Bea’s was not. Whether Cal’s was held is not recorded, and what is unknown "
                "is not on time. Dev’s was not the first, so it is not considered."
            ),
            rows="""
                child | is_first | held_in_time
                Ann   | yes      | yes
                Bea   | yes      | no
                Cal   | yes      |
                Dev   | no       | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("core group", "10 days", "CP", "CPP"),
)

later_core_groups_in_time = Indicator(
    ref="CP31",
    title="Core groups after the first held within {time} of the one before",
    meaning="Of the later core groups that fell due, how many had been held within {time} of the one before.",
    why="When the people around a child stop meeting, a plan drifts without anybody having decided that it should.",
    of=core_groups,
    measure=Share(core_groups.held_in_time.is_yes),
    considers=core_groups.is_first.is_no,
    good=Good.HIGHER,
    section=CHILD_PROTECTION,
    area=CORE_GROUPS,
    clock=CORE_GROUP,
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: guidance sets no interval after the first core group, and procedures ask for four to six "
        "weeks. Counted in the month in which each fell due, held or not."
    ),
    comparator=NO_CORE_GROUPS_PUBLISHED,
    misuse="A meeting nobody but the social worker came to counts too: ask how many had enough people to decide.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Two of Ann’s fell due and one was late. Whether Bea’s was held is not recorded, and what is unknown "
                "is not on time. Cal’s was the plan’s first, so it is not considered."
            ),
            rows="""
                child | is_first | held_in_time
                Ann   | no       | yes
                Ann   | no       | no
                Bea   | no       |
                Cal   | yes      | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("core group", "six weeks", "CP", "CPP"),
)

INDICATORS: tuple[Indicator, ...] = (first_core_groups_in_time, later_core_groups_in_time)
