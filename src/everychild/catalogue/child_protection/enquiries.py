"""Strategy discussions and section 47 enquiries: looking into whether a child is suffering significant harm."""

from everychild.catalogue.child_protection.published import IN_NEED_RELEASE
from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import CHILD_PROTECTION, ENQUIRY_TIMELINESS, THRESHOLDS
from everychild.facts.child_protection.enquiries import (
    enquiries_awaiting_conference,
    enquiries_concluded,
    enquiries_due_a_conference,
    enquiries_open,
    section_47_enquiries,
    strategy_discussions,
)
from everychild.facts.clocks import INITIAL_CONFERENCE, SECTION_47_ENQUIRY

strategy_discussions_held = Indicator(
    ref="CP01",
    title="Strategy discussions held",
    meaning="How many strategy discussions were held in the period, counted once for each child discussed.",
    why="It is where social care, police and health first decide together whether a child may be in danger.",
    of=strategy_discussions,
    measure=Count(),
    good=Good.NEITHER,
    section=CHILD_PROTECTION,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Every discussion counts, those that led to no enquiry and those held again during "
        "one included; the enquiries begun are told by CP02."
    ),
    comparator="None: councils do not return strategy discussions, only those that began an enquiry.",
    misuse=(
        "More may mean more harm, more caution or better partners: read it beside what the discussions led to. Where "
        "only those that began an enquiry are written up, it says no more than the enquiries do."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="One discussion was about Ann and her brother Bea, so each counts; Ann was discussed again later.",
            rows="""
                child
                Ann
                Bea
                Ann
            """,
            expect="3",
        ),
    ),
    synonyms=("strategy meeting", "strat", "S47", "police"),
)

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

enquiries_leading_to_conference = Indicator(
    ref="CP03",
    title="Section 47 enquiries that led to an initial conference",
    meaning="Of the enquiries whose time for a conference ran out in the period, how many led to one.",
    why="An enquiry is hard on a family, and should be begun where a child is likely to need protecting.",
    of=enquiries_due_a_conference,
    measure=Share(enquiries_due_a_conference.led_to_conference.is_yes),
    good=Good.RANGE,
    section=CHILD_PROTECTION,
    area=THRESHOLDS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Counted in the month in which the 15 working days for a conference ran out, because only "
        "then can it be told; a conference held later than that still counts."
    ),
    comparator=f"{IN_NEED_RELEASE}: enquiries and initial conferences in the year, so a share can be worked out.",
    misuse=(
        "Few may mean enquiries begun too readily, many that they are begun only where the answer is known. Enquiries "
        "about children already on a plan lead to no initial conference and lower it."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s enquiry led to a conference. For Bea one was decided to be unnecessary. Nothing is recorded "
                "for Cal yet, and what is unknown is not counted as a conference."
            ),
            rows="""
                child | led_to_conference
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("S47", "ICPC", "conversion", "threshold"),
)

enquiries_concluded_in_time = Indicator(
    ref="CP04",
    title="Section 47 enquiries concluded within {time}",
    meaning="Of the section 47 enquiries concluded, how many were concluded within {time} of the strategy discussion.",
    why="A child who may be in danger, and a family under enquiry, should both know soon what will happen.",
    of=enquiries_concluded,
    measure=Share(enquiries_concluded.working_days_taken.within(SECTION_47_ENQUIRY)),
    good=Good.HIGHER,
    section=CHILD_PROTECTION,
    area=ENQUIRY_TIMELINESS,
    clock=SECTION_47_ENQUIRY,
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: guidance sets the time to a conference and none for the enquiry itself, so an enquiry that "
        "leads to no conference is held here to the same."
    ),
    comparator="None: councils do not return the day on which an enquiry was concluded.",
    misuse=(
        "It can be lifted by leaving late enquiries open, since only those concluded count: read it beside the "
        "enquiries still open."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was concluded on the last day allowed and Bea’s the day after. The day Cal’s began cannot be "
                "placed, and what is unknown is not on time."
            ),
            rows="""
                child | working_days_taken
                Ann   | 15
                Bea   | 16
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    backlog="CP33",
    synonyms=("S47", "section 47", "15 days", "timeliness"),
)

enquiries_overdue = Indicator(
    ref="CP33",
    title="Section 47 enquiries open for longer than {time}",
    meaning="How many section 47 enquiries were still going on, and already late, at the month end.",
    why="A figure about concluded enquiries leaves these children out, and nobody has yet said whether they are safe.",
    of=enquiries_open,
    measure=Count(),
    considers=enquiries_open.working_days_open.beyond(SECTION_47_ENQUIRY),
    good=Good.LOWER,
    section=CHILD_PROTECTION,
    area=ENQUIRY_TIMELINESS,
    clock=SECTION_47_ENQUIRY,
    set_by=SetBy.LOCAL,
    source="Local standard, as for concluded enquiries: guidance sets no time for the enquiry itself.",
    comparator="None: councils do not return the day on which an enquiry was concluded.",
    misuse=(
        "An enquiry finished and not closed on the system stands here: ask for each one whether the work or only the "
        "record is late."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann’s enquiry is 16 working days old and counts. Bea’s, at 15, is still in time.",
            rows="""
                child | working_days_open
                Ann   | 16
                Bea   | 15
            """,
            expect="1",
        ),
    ),
    synonyms=("S47", "section 47", "overdue", "open", "backlog"),
)

conferences_overdue = Indicator(
    ref="CP32",
    title="Section 47 enquiries waiting longer than {time} for a conference",
    meaning="How many enquiries that may lead to a conference had waited longer than {time} for it at the month end.",
    why="These are the children a figure about conferences held leaves out: theirs is late and has not been held.",
    of=enquiries_awaiting_conference,
    measure=Count(),
    considers=enquiries_awaiting_conference.working_days_waiting.beyond(INITIAL_CONFERENCE),
    good=Good.LOWER,
    section=CHILD_PROTECTION,
    area=ENQUIRY_TIMELINESS,
    clock=INITIAL_CONFERENCE,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Working Together to Safeguard Children, 15 working days from the strategy discussion. "
        "Asked as the children in need census asks at the year end: no conference held and none ruled out. Enquiries "
        "ended another way, and children on a plan already, are left out."
    ),
    comparator="None: no figure as at a day is published.",
    misuse=(
        "A decision that no conference is needed, made and not recorded, leaves a child here by mistake: settle the "
        "records before reading it as waiting."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann has waited 16 working days. Bea, at 15, is still in time. When Cal’s began cannot be placed.",
            rows="""
                child | working_days_waiting
                Ann   | 16
                Bea   | 15
                Cal   |
            """,
            expect="1",
        ),
    ),
    synonyms=("ICPC", "S47", "overdue", "waiting", "backlog", "15 days"),
)

INDICATORS: tuple[Indicator, ...] = (
    strategy_discussions_held,
    section_47_enquiries_started,
    enquiries_leading_to_conference,
    enquiries_concluded_in_time,
    enquiries_overdue,
    conferences_overdue,
)
