"""Early help: requests, assessments finished, how long they took, and the ones still waiting."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Mean, OtherRule, SetBy, Share
from everychild.catalogue.published import NO_EARLY_HELP_RETURN as NO_RETURN
from everychild.catalogue.sections import EARLY_HELP, EARLY_HELP_PARTNERS, EARLY_HELP_REQUESTS, EARLY_HELP_TIMELINESS
from everychild.facts.clocks import EARLY_HELP_ASSESSMENT, EARLY_HELP_DECISION
from everychild.facts.early_help import assessments_completed, assessments_open, requests
from everychild.records.early_help import EARLY_HELP_ASSESSMENT as EARLY_HELP_ASSESSMENT_RECORD

requests_received = Indicator(
    ref="EH01",
    title="Early help requests received",
    meaning="How many requests for early help came in, counted once for each child, whoever made them.",
    why="Each is somebody asking for help for a child before things get worse.",
    of=requests,
    measure=Count(),
    good=Good.NEITHER,
    section=EARLY_HELP,
    other_rules=(
        OtherRule(
            name="without_step_downs",
            title="families stepped down from social care left out",
            why="Some councils count only what came in from outside, because a step down is their own decision.",
            considers=~requests.is_step_down.is_yes,
        ),
    ),
    set_by=SetBy.NOBODY,
    source="A count, with no standard. A family stepped down from social care is a request too.",
    comparator=NO_RETURN,
    misuse=(
        "More may mean more need, or a door better known; it falls where schools stop asking because nothing comes "
        "of it."
    ),
    season="Schools ask for much of it, and ask for little while they are closed.",
    influence=Influence.LOW,
    examples=(
        Example(
            says="Two were asked for by school and one came down from social care: all three are requests.",
            rows="""
                child | is_step_down
                Ann | no
                Bea | no
                Cal | yes
            """,
            expect="3",
        ),
    ),
    synonyms=(
        "EHA",
        "early help referral",
        "volume",
        "demand",
    ),
)

request_decided_in_time = Indicator(
    ref="EH02",
    title="Early help requests decided within {time}",
    meaning="Of the requests for early help received, how many were decided on within {time}.",
    why="A family that has asked for help should soon know whether it is coming.",
    of=requests,
    measure=Share(requests.working_days_to_decision.within(EARLY_HELP_DECISION)),
    good=Good.HIGHER,
    section=EARLY_HELP,
    area=EARLY_HELP_REQUESTS,
    clock=EARLY_HELP_DECISION,
    no_backlog="Every request received is in the denominator, decided or not.",
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: no national time is set, and councils that set one differ. The day after the request is day 1."
    ),
    comparator=NO_RETURN,
    misuse=(
        "A quick no counts as well as a quick yes. Requests of the month’s last days may still be undecided, and not "
        "yet late, when the extract is taken."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was decided on the last day allowed and Bea’s a day late. Nobody has decided Cal’s, and what "
                "is unknown is not on time."
            ),
            rows="""
                child | working_days_to_decision
                Ann | 3
                Bea | 4
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "triage",
        "EHA",
        "timeliness",
        "decision",
    ),
)

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

requests_leading_to_assessment = Indicator(
    ref="EH13",
    title="Early help requests that led to an assessment",
    meaning="Of the requests for early help received, how many led to an early help assessment.",
    why=(
        "A request that leads nowhere is a family sent away, or sent to better help elsewhere: either is worth knowing."
    ),
    of=requests,
    measure=Share(requests.led_to_assessment.is_yes),
    good=Good.NEITHER,
    section=EARLY_HELP,
    also_needs=(EARLY_HELP_ASSESSMENT_RECORD,),
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. An assessment counts where it was asked for within a month of the request (unless the "
        "council sets another time) and before the next one."
    ),
    comparator=NO_RETURN,
    misuse=(
        "Not every family needs an assessment. A request of the month’s last days may lead to one that is not "
        "recorded yet, so the newest month rises when it is counted again."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s led to an assessment and Bea’s to a parenting course. Whether Cal’s did is not known, and "
                "what is unknown is not counted."
            ),
            rows="""
                child | led_to_assessment
                Ann | yes
                Bea | no
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "conversion",
        "EHA",
        "requests",
        "referrals",
    ),
)

led_by_partners = Indicator(
    ref="EH08",
    title="Early help assessments led by other agencies",
    meaning="Of the early help assessments finished, how many a school, health or another agency led, not the council.",
    why="A family is often best helped by somebody they know already, and early help is everybody’s work.",
    of=assessments_completed,
    measure=Share(assessments_completed.led_by_partner.is_yes),
    good=Good.HIGHER,
    section=EARLY_HELP,
    area=EARLY_HELP_PARTNERS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. An agency is the council where its name has a word for the council in it; each council "
        "can set its own words."
    ),
    comparator=NO_RETURN,
    misuse="Partners often record late or not at all, so a low figure may be a gap in the records and not in the help.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "A school led Ann’s, the council Bea’s. Who led Cal’s is not recorded, and what is unknown is not "
                "counted as a partner."
            ),
            rows="""
                child | led_by_partner
                Ann | yes
                Bea | no
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "partners",
        "lead agency",
        "lead professional",
        "EHA",
    ),
)

INDICATORS: tuple[Indicator, ...] = (
    requests_received,
    request_decided_in_time,
    requests_leading_to_assessment,
    assessments_finished,
    average_time,
    completed_in_time,
    open_too_long,
    led_by_partners,
)
