"""Early help: assessments finished, how long they took, and the ones still waiting."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Mean, SetBy, Share
from everychild.catalogue.sections import EARLY_HELP, EARLY_HELP_TIMELINESS
from everychild.facts.clocks import EARLY_HELP_ASSESSMENT
from everychild.facts.early_help import assessments_completed, assessments_open

NO_RETURN = "None: councils do not return early help assessments to anyone, so no national figure exists."

assessments_finished = Indicator(
    ref="EH03",
    title="Early help assessments completed",
    meaning="How many early help assessments were finished in the period, one for each child.",
    why="A child whose family needs help gets a plan only once somebody has worked out what would help.",
    of=assessments_completed,
    measure=Count(per_10_000=True),
    good=Good.NEITHER,
    section=EARLY_HELP,
    set_by=SetBy.NOBODY,
    source="A count, with no standard. Abandoned assessments and those stepped up to social care are not completions.",
    comparator=NO_RETURN,
    misuse=(
        "More is not better: the count rises with demand and with large families, because brothers and sisters "
        "assessed together each count."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann and her brother Bea were assessed together and each counts; Cal was assessed on his own.",
            rows="""
                child | working_days_taken
                Ann   | 28
                Bea   | 28
                Cal   | 51
            """,
            expect="3",
        ),
    ),
    synonyms=("EHA", "CAF", "early help assessment", "family help assessment", "volume"),
)

average_time = Indicator(
    ref="EH04",
    title="Average time to complete an early help assessment",
    meaning="The average number of working days from asking for an early help assessment to finishing it.",
    why="Weeks of waiting are weeks in which a small problem in a child’s life can grow into a large one.",
    of=assessments_completed,
    measure=Mean(assessments_completed.working_days_taken),
    good=Good.LOWER,
    section=EARLY_HELP,
    area=EARLY_HELP_TIMELINESS,
    clock=EARLY_HELP_ASSESSMENT,
    backlog="EH06",
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: Working Together sets no time limit for early help assessments. The time runs from the "
        "request, not from the day work began, because the family waits from the request."
    ),
    comparator=NO_RETURN,
    misuse=(
        "One very long assessment moves the average, and an assessment that is never finished is not in it at all: "
        "read it beside the assessments still open."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Two assessments finished, one in 30 working days and one in 56: 86 days over two.",
            rows="""
                child | working_days_taken
                Ann   | 30
                Bea   | 56
            """,
            expect="43 working days (86 over 2)",
        ),
        Example(
            says="Cal’s length cannot be worked out, so he is in neither the sum nor the count.",
            rows="""
                child | working_days_taken
                Ann   | 30
                Bea   | 35
                Cal   |
            """,
            expect="32.5 working days (65 over 2)",
        ),
    ),
    synonyms=("EHA", "CAF", "timeliness", "mean days"),
)

completed_in_time = Indicator(
    ref="EH05",
    title="Early help assessments completed within {time}",
    meaning="Of the early help assessments finished, how many were finished within {time} of being asked for.",
    why="A family told how long help will take should be able to rely on it, and a child should not wait longer.",
    of=assessments_completed,
    measure=Share(assessments_completed.working_days_taken.within(EARLY_HELP_ASSESSMENT)),
    good=Good.HIGHER,
    section=EARLY_HELP,
    area=EARLY_HELP_TIMELINESS,
    clock=EARLY_HELP_ASSESSMENT,
    backlog="EH06",
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: Working Together sets no time limit for early help assessments, and each council sets its "
        "own. The day after the request is day 1."
    ),
    comparator=NO_RETURN,
    misuse=(
        "It can be lifted by leaving late assessments unfinished, since only finished ones count: read it beside the "
        "assessments still open."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was finished on the last day allowed and is on time. Bea’s came a day late. Cal’s length is not "
                "known, and what is unknown is not on time."
            ),
            rows="""
                child | working_days_taken
                Ann   | 30
                Bea   | 31
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("EHA", "CAF", "timeliness", "on time"),
)

open_too_long = Indicator(
    ref="EH06",
    title="Early help assessments open for longer than {time}",
    meaning="How many early help assessments were still unfinished, and already late, at the month end.",
    why="These are the children a figure about finished assessments leaves out: they are waiting now.",
    of=assessments_open,
    measure=Count(),
    considers=assessments_open.working_days_open.beyond(EARLY_HELP_ASSESSMENT),
    good=Good.LOWER,
    section=EARLY_HELP,
    area=EARLY_HELP_TIMELINESS,
    clock=EARLY_HELP_ASSESSMENT,
    set_by=SetBy.LOCAL,
    source="Local standard, as for completed assessments: Working Together sets no time limit.",
    comparator=NO_RETURN,
    misuse=(
        "It can be lowered by closing assessments as abandoned, or by not recording a request until work begins: watch "
        "how many end unfinished."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann’s and Cal’s are late. Bea’s is due today and is not yet late.",
            rows="""
                child | working_days_open
                Ann   | 31
                Bea   | 30
                Cal   | 64
            """,
            expect="2",
        ),
    ),
    synonyms=("EHA", "CAF", "overdue", "backlog"),
)

INDICATORS: tuple[Indicator, ...] = (assessments_finished, average_time, completed_in_time, open_too_long)
