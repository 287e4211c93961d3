"""Adoption: how many children, how long they wait, and the decisions on the way."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Mean, SetBy, Share, Unit
from everychild.catalogue.sections import ADOPTION, PERMANENCE, WAITING_FOR_ADOPTION
from everychild.facts.adoption import children_waiting, decisions, placement_orders, plans_ended
from everychild.facts.clocks import ENTRY_TO_ADOPTIVE_HOME, PLACEMENT_ORDER_TO_MATCH

SCORECARDS = (
    "Department for Education, adoption scorecards: three-year averages by council, for the years they were published."
)
RELEASE = "Department for Education, Children looked after in England, yearly by council: adoptions"
NOT_PUBLISHED_AS_AT = (
    "None: children waiting on a day are counted each quarter for regional adoption agencies, and not published by "
    "council."
)
OVER_OUR_WINDOWS = (
    "There it is the average of three years; here it is told over months and up to a year, so read the longest."
)

children_adopted = Indicator(
    ref="AD01",
    title="Children adopted",
    meaning="How many children were adopted from care in the period.",
    why="For a child who cannot go home, adoption is a family for life.",
    of=plans_ended,
    measure=Count(),
    considers=plans_ended.adopted.is_yes,
    good=Good.NEITHER,
    section=ADOPTION,
    set_by=SetBy.NOBODY,
    source="A count, with no standard. Counted on the day of the adoption order.",
    comparator=f"{RELEASE}, by the reason care ended.",
    misuse="It follows decisions of a year or two ago, and more is not better: other children go home or to relatives.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann and Bea were adopted. Cal’s plan was changed, and he is not counted.",
            rows="""
                child | adopted
                Ann   | yes
                Bea   | yes
                Cal   | no
            """,
            expect="2",
        ),
    ),
    synonyms=("adoptions", "adoption orders", "E11", "E12"),
)

time_to_adoptive_home = Indicator(
    ref="AD03",
    title="Average time from coming into care to moving in with an adoptive family",
    meaning="For children adopted in the period, the average time from coming into care to moving in.",
    why="Every month a small child waits is a month without the people who will be mother and father.",
    of=plans_ended,
    measure=Mean(plans_ended.days_to_adoptive_home, Unit.DAYS),
    considers=plans_ended.adopted.is_yes,
    good=Good.LOWER,
    section=ADOPTION,
    area=WAITING_FOR_ADOPTION,
    clock=ENTRY_TO_ADOPTIVE_HOME,
    backlog="AD11",
    set_by=SetBy.NATIONAL_RETURN,
    source=(
        f"National: the Department for Education’s adoption scorecards, indicator A10. {OVER_OUR_WINDOWS} For a child "
        "placed early with those who adopted, the fostering counts as moving in."
    ),
    comparator=SCORECARDS,
    misuse=(
        "It counts only children who were adopted: it gets worse when a family is found at last for a child who has "
        "waited long, and says nothing of those still waiting."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann moved in after 300 days and Bea after 500. When Cal moved in is not known and he is left out. "
                "Dev’s plan was changed, and he is not considered."
            ),
            rows="""
                child | adopted | days_to_adoptive_home
                Ann   | yes     | 300
                Bea   | yes     | 500
                Cal   | yes     |
                Dev   | no      |
            """,
            expect="400 days (800 over 2)",
        ),
    ),
    synonyms=("A10", "A1", "scorecard", "timeliness", "BLA to placement"),
)

time_to_match = Indicator(
    ref="AD04",
    title="Average time from placement order to match with an adoptive family",
    meaning="For children adopted in the period, the average time from the placement order to the match.",
    why="Once a court has agreed to adoption, finding the family is the council’s to do.",
    of=plans_ended,
    measure=Mean(plans_ended.days_to_match, Unit.DAYS),
    considers=plans_ended.adopted.is_yes,
    good=Good.LOWER,
    section=ADOPTION,
    area=WAITING_FOR_ADOPTION,
    clock=PLACEMENT_ORDER_TO_MATCH,
    backlog="AD12",
    set_by=SetBy.NATIONAL_RETURN,
    source=(
        f"National: the Department for Education’s adoption scorecards, indicator A2. {OVER_OUR_WINDOWS} A child "
        "matched before the order counts as no days."
    ),
    comparator=SCORECARDS,
    misuse=(
        "Children who are hard to find a family for leave it only when they are matched: a good average can stand on "
        "babies alone."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann was matched after 90 days and Bea before the order, which counts as none. Cal’s match is not "
                "known and he is left out. Dev was not adopted, and he is not considered."
            ),
            rows="""
                child | adopted | days_to_match
                Ann   | yes     | 90
                Bea   | yes     | 0
                Cal   | yes     |
                Dev   | no      | 40
            """,
            expect="45 days (90 over 2)",
        ),
    ),
    synonyms=("A2", "scorecard", "timeliness", "family finding"),
)

waiting_with_order = Indicator(
    ref="AD05",
    title="Children with a placement order who are waiting to be placed for adoption",
    meaning="How many children in care had a placement order and were not yet placed with adopters.",
    why="A court has said that these children need a new family, and they have not moved in with one.",
    of=children_waiting,
    measure=Count(),
    considers=children_waiting.has_placement_order.is_yes,
    good=Good.LOWER,
    section=ADOPTION,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. From the order until the child is placed, adopted or leaves care, or the plan is "
        "changed."
    ),
    comparator=NOT_PUBLISHED_AS_AT,
    misuse="A brother and sister wait as two, and a plan that ought to be changed waits until somebody changes it.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann and Bea have orders. Cal’s case is still in court. Whether there is an order for Dev is not "
                "known, and what is unknown is not counted."
            ),
            rows="""
                child | has_placement_order
                Ann   | yes
                Bea   | yes
                Cal   | no
                Dev   |
            """,
            expect="2",
        ),
    ),
    synonyms=("PO", "family finding", "waiting children", "ASGLB"),
)

waiting_long_for_a_home = Indicator(
    ref="AD11",
    title="Children waiting for an adoptive home more than {time} after coming into care",
    meaning="How many children with a plan for adoption had been in care for more than {time} and had not moved in.",
    why="They are the children the average leaves out, because for them nothing has happened yet.",
    of=children_waiting,
    measure=Count(),
    considers=children_waiting.days_without_adoptive_home.beyond(ENTRY_TO_ADOPTIVE_HOME),
    good=Good.LOWER,
    section=ADOPTION,
    clock=ENTRY_TO_ADOPTIVE_HOME,
    set_by=SetBy.NATIONAL_RETURN,
    source=(
        "National: the threshold of the Department for Education’s adoption scorecards, looked at here for children "
        "still waiting. A child fostered by those who may adopt has moved in."
    ),
    comparator=NOT_PUBLISHED_AS_AT,
    misuse="For some the right answer is to change the plan: a long wait is a reason to ask, and not always a delay.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann has been in care 500 days. Bea’s 426 are the last day allowed. Cal is fostered by those who may "
                "adopt him, so there is nothing to count."
            ),
            rows="""
                child | days_without_adoptive_home
                Ann   | 500
                Bea   | 426
                Cal   |
            """,
            expect="1",
        ),
    ),
    synonyms=("drift", "delay", "waiting children", "A10"),
)

waiting_long_for_a_match = Indicator(
    ref="AD12",
    title="Children not yet matched more than {time} after their placement order",
    meaning="How many children had waited more than {time} since their placement order without a match.",
    why="After a few months the search has to be widened, and somebody has to say how.",
    of=children_waiting,
    measure=Count(),
    considers=children_waiting.days_without_match.beyond(PLACEMENT_ORDER_TO_MATCH),
    good=Good.LOWER,
    section=ADOPTION,
    clock=PLACEMENT_ORDER_TO_MATCH,
    set_by=SetBy.NATIONAL_RETURN,
    source=(
        "National: the threshold of the Department for Education’s adoption scorecards, looked at here for children "
        "still waiting."
    ),
    comparator=NOT_PUBLISHED_AS_AT,
    misuse="Older children, groups of brothers and sisters and children with disabilities make most of it everywhere.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann has waited 122 days and Bea 121, the last day allowed. Cal is matched, so there is nothing to "
                "count."
            ),
            rows="""
                child | days_without_match
                Ann   | 122
                Bea   | 121
                Cal   |
            """,
            expect="1",
        ),
    ),
    synonyms=("drift", "delay", "family finding", "A2"),
)

adoption_decisions = Indicator(
    ref="AD06",
    title="Decisions that a child should be placed for adoption",
    meaning="How many times the council decided that a child should be placed for adoption.",
    why="Each is a decision to look for a new family, and the start of a road that takes a year or more.",
    of=decisions,
    measure=Count(),
    good=Good.NEITHER,
    section=ADOPTION,
    set_by=SetBy.NOBODY,
    source="A count, with no standard. Counted on the day of the decision maker’s decision.",
    comparator=f"{RELEASE}, as decisions to place.",
    misuse="It follows how many babies came into care half a year before, and brothers and sisters come together.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann and her brother Cal, in one family: two children, two decisions.",
            rows="""
                child
                Ann
                Cal
            """,
            expect="2",
        ),
    ),
    synonyms=("ADM decisions", "SHOBPA", "agency decision maker", "best interest decisions"),
)

orders_made = Indicator(
    ref="AD10",
    title="Placement orders made",
    meaning="How many times a court gave the council leave to place a child for adoption.",
    why="Until a court agrees, the council may decide on adoption and can do nothing about it.",
    of=placement_orders,
    measure=Count(),
    good=Good.NEITHER,
    section=ADOPTION,
    set_by=SetBy.NOBODY,
    source="A count, with no standard. Counted on the day of the order.",
    comparator=f"{RELEASE}, as placement orders.",
    misuse="Courts take months, so it is the decisions of last year; fewer may mean courts ask for more, or less need.",
    influence=Influence.LOW,
    examples=(
        Example(
            says="One order each for Ann and Bea.",
            rows="""
                child
                Ann
                Bea
            """,
            expect="2",
        ),
    ),
    synonyms=("PO", "court", "adoption pipeline"),
)

plans_changed = Indicator(
    ref="AD07",
    title="Plans for adoption that ended in a change of plan",
    meaning="Of the plans for adoption that ended, how many ended in a change of plan and not in an adoption.",
    why="A child was told to expect a new family and will not have one; somebody should ask why.",
    of=plans_ended,
    measure=Share(plans_ended.adopted.is_no),
    good=Good.LOWER,
    section=ADOPTION,
    area=PERMANENCE,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Counted on the day of the decision that the child should no longer be placed, out of "
        "those adopted or changed in the period."
    ),
    comparator=f"{RELEASE}, as decisions reversed.",
    misuse="A plan changed because relatives came forward is good news; one never looked at again does not show here.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann and Bea were adopted. For Cal no adopters could be found, and for Dev no reason is recorded.",
            rows="""
                child | adopted | reversed_reason
                Ann   | yes     |
                Bea   | yes     |
                Cal   | no      | RD3
                Dev   | no      |
            """,
            expect="2 of 4 (50.0%)",
        ),
    ),
    synonyms=("reversals", "revoked", "RD1", "no longer to be placed"),
)

INDICATORS: tuple[Indicator, ...] = (
    children_adopted,
    time_to_adoptive_home,
    time_to_match,
    waiting_with_order,
    waiting_long_for_a_home,
    waiting_long_for_a_match,
    adoption_decisions,
    orders_made,
    plans_changed,
)
