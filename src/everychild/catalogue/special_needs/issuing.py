"""From request to final plan: twenty weeks in law, told in the ways it is published and one that it is not."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Mean, SetBy, Share, Unit
from everychild.catalogue.sections import PLANS_IN_TIME, SEND
from everychild.catalogue.special_needs.words import EXCEPTIONS, PLANS_RELEASE, REGULATIONS
from everychild.facts.clocks import EHC_PLAN
from everychild.facts.special_needs import assessments_open, plans_issued

issued_in_time = Indicator(
    ref="SE03",
    title="New plans issued within 20 weeks, exceptions left out",
    meaning="Of the new plans issued with no exception to the rule, how many came within {time} of the request.",
    why="Twenty weeks is half a school year, and until the plan comes the support in it need not be given.",
    of=plans_issued,
    measure=Share(plans_issued.days_to_issue.within(EHC_PLAN)),
    considers=~plans_issued.has_exception.is_yes,
    good=Good.HIGHER,
    section=SEND,
    area=PLANS_IN_TIME,
    clock=EHC_PLAN,
    set_by=SetBy.LAW,
    source=(
        f"Statutory: {REGULATIONS}, regulation 13: 20 weeks from the request. Plans to which an exception in the "
        "regulations applied are left out; where nothing is recorded none is taken to have applied."
    ),
    comparator=f"{PLANS_RELEASE}: new plans issued within 20 weeks, excluding exceptions, each calendar year.",
    misuse=(
        "Calling a late plan an exception lifts it: read it beside the figure for all plans. Only plans issued count, "
        "so clearing a backlog makes it worse for a while."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s took 140 days, the last day allowed, and Bea’s 141. For Cal no exception is recorded, so "
                "his counts too. Dev’s was an exception and is not considered."
            ),
            rows="""
                child | has_exception | days_to_issue
                Ann   | no            | 140
                Bea   | no            | 141
                Cal   |               | 120
                Dev   | yes           | 200
            """,
            expect="2 of 3 (66.7%)",
        ),
    ),
    backlog="SE06",
    synonyms=("20 weeks", "EHCP timeliness", "SEN2", "SEND", "excluding exceptions"),
)

all_issued_in_time = Indicator(
    ref="SE04",
    title="New plans issued within 20 weeks, all plans",
    meaning="Of all the new plans issued, exceptions or no, how many came within {time} of the request.",
    why="To a family waiting for a plan, a reason for the delay does not make the wait shorter.",
    of=plans_issued,
    measure=Share(plans_issued.days_to_issue.within(EHC_PLAN)),
    good=Good.HIGHER,
    section=SEND,
    area=PLANS_IN_TIME,
    clock=EHC_PLAN,
    set_by=SetBy.LAW,
    source=(
        f"Statutory: {REGULATIONS}, regulation 13: 20 weeks from the request. The law allows exceptions; here they are "
        "counted with the rest, as the Department for Education publishes beside the figure without them."
    ),
    comparator=f"{PLANS_RELEASE}: new plans issued within 20 weeks, including exceptions, each calendar year.",
    misuse=(
        "It is a little lower than the figure without exceptions, and is sometimes quoted against another council’s "
        "figure that leaves them out. Only plans issued count, so clearing a backlog makes it worse for a while."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s took 140 days and Bea’s, an exception, 200. The day of Cal’s request is not known, and what is "
                "unknown is not on time."
            ),
            rows="""
                child | days_to_issue
                Ann   | 140
                Bea   | 200
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    backlog="SE06",
    synonyms=("20 weeks", "EHCP timeliness", "SEN2", "SEND", "including exceptions"),
)

weeks_to_issue = Indicator(
    ref="SE05",
    title="Average time from request to a final plan",
    meaning="The average number of weeks from the request for an assessment to the final plan.",
    why="A share on time does not tell how late the late ones were, and a child waits every week of it.",
    of=plans_issued,
    measure=Mean(plans_issued.days_to_issue, unit=Unit.WEEKS),
    good=Good.LOWER,
    section=SEND,
    area=PLANS_IN_TIME,
    clock=EHC_PLAN,
    set_by=SetBy.LAW,
    source=(
        f"Statutory: {REGULATIONS}, regulation 13: 20 weeks from the request, the longest any plan should take. Days "
        f"are counted and told in weeks. {EXCEPTIONS}"
    ),
    comparator=f"{PLANS_RELEASE}: average weeks to issue a plan, each calendar year.",
    misuse=(
        "One plan a year late moves it more than ten on time, and a council that issues few plans has an average that "
        "jumps. Plans not issued yet are not in it."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann’s plan took 119 days and Bea’s 175. The time Cal’s took is not known and is left out.",
            rows="""
                child | days_to_issue
                Ann   | 119
                Bea   | 175
                Cal   |
            """,
            expect="21 weeks (294 days over 2)",
        ),
    ),
    backlog="SE06",
    synonyms=("20 weeks", "EHCP", "average weeks", "waiting time", "SEND"),
)

open_too_long = Indicator(
    ref="SE06",
    title="Assessments agreed and still without a plan after 20 weeks",
    meaning="How many assessments at the month end were agreed, not finished and over {time} from the request.",
    why="These children are waiting now, and a measure of plans issued leaves them out until their plan comes.",
    of=assessments_open,
    measure=Count(),
    considers=assessments_open.days_open.beyond(EHC_PLAN),
    good=Good.LOWER,
    section=SEND,
    area=PLANS_IN_TIME,
    clock=EHC_PLAN,
    set_by=SetBy.LAW,
    source=(
        f"Statutory: {REGULATIONS}, regulation 13: 20 weeks from the request. A request not decided yet is counted "
        f"with the requests not decided. {EXCEPTIONS}"
    ),
    comparator="None: no figure as at a day is published.",
    misuse=(
        "An assessment that ended without a plan and was not closed on the system is counted as waiting. Two councils "
        "of different size cannot be compared by it."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann’s has been open 140 days, the last day allowed, and Bea’s 141. Cal’s date is not known.",
            rows="""
                child | days_open
                Ann   | 140
                Bea   | 141
                Cal   |
            """,
            expect="1",
        ),
    ),
    synonyms=("EHCP backlog", "20 weeks", "overdue assessments", "SEND"),
)

INDICATORS: tuple[Indicator, ...] = (issued_in_time, all_issued_in_time, weeks_to_issue, open_too_long)
