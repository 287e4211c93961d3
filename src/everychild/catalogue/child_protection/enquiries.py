"""Section 47 enquiries: looking into whether a child is suffering significant harm."""

from everychild.catalogue.child_protection.published import IN_NEED_RELEASE
from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy
from everychild.catalogue.sections import CHILD_PROTECTION
from everychild.facts.child_protection.enquiries import section_47_enquiries

section_47_enquiries_started = Indicator(
    ref="CP02",
    title="Section 47 enquiries started",
    meaning="How many enquiries were begun into whether a child is suffering, or likely to suffer, significant harm.",
    why="It is how the council finds out, with police and health, whether a child needs protecting.",
    of=section_47_enquiries,
    measure=Count(per_10_000=True),
    good=Good.RANGE,
    section=CHILD_PROTECTION,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. The enquiry belongs to the month of the strategy discussion that began it "
        "(children in need census)."
    ),
    comparator=f"{IN_NEED_RELEASE}: section 47 enquiries in the year, and their rate for every 10,000 children.",
    misuse=(
        "Both ends can be wrong: many enquiries that find nothing put families through a great deal, and few may mean "
        "harm not looked into."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="One enquiry covered Ann and her brother Bea, so each counts; Cal’s was his own.",
            rows="""
                child
                Ann
                Bea
                Cal
            """,
            expect="3",
        ),
    ),
    synonyms=("S47", "section 47", "strategy discussion", "child protection enquiry"),
)

INDICATORS: tuple[Indicator, ...] = (section_47_enquiries_started,)
