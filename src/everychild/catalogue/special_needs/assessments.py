"""The first steps: a request, the decision whether to assess, and the advice professionals give."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import PLANS_IN_TIME, SEND
from everychild.catalogue.special_needs.words import EXCEPTIONS, PLANS_RELEASE, REGULATIONS
from everychild.facts.clocks import EHC_ADVICE, EHC_DECISION
from everychild.facts.special_needs import advice, decisions, requests, undecided

requests_received = Indicator(
    ref="SE02",
    title="Requests for an education, health and care assessment",
    meaning="How many requests to assess a child for an education, health and care plan the council received.",
    why="What is asked for today is the work, and much of the cost, of the months to come.",
    of=requests,
    measure=Count(),
    good=Good.NEITHER,
    section=SEND,
    set_by=SetBy.NOBODY,
    source="A count, with no standard. A request from a parent, a young person or a school counts on the day it came.",
    comparator=f"{PLANS_RELEASE}: initial requests for assessment in each calendar year.",
    misuse=(
        "Requests follow the school year, so compare with the same month last year. A rise can mean that help without "
        "a plan has become harder to get."
    ),
    season="Schools make many of the requests, and few while they are closed.",
    influence=Influence.LOW,
    examples=(
        Example(
            says="Ann’s parents asked, were refused and asked again; Bea’s school asked once.",
            rows="""
                child
                Ann
                Ann
                Bea
            """,
            expect="3",
        ),
    ),
    synonyms=("EHCNA", "EHCP requests", "needs assessment", "SEND", "demand"),
)

decided_in_time = Indicator(
    ref="SE07",
    title="Decisions whether to assess made within six weeks of the request",
    meaning="Of the decisions whether to assess a child, how many came within {time} of the request.",
    why="Six weeks is how long the law says a family may wait to hear whether anybody will look into it.",
    of=decisions,
    measure=Share(decisions.days_to_decision.within(EHC_DECISION)),
    good=Good.HIGHER,
    section=SEND,
    area=PLANS_IN_TIME,
    clock=EHC_DECISION,
    set_by=SetBy.LAW,
    source=f"Statutory: {REGULATIONS}, regulations 4 and 5: six weeks, counted as 42 days. {EXCEPTIONS}",
    comparator="None: the time to this decision is not published.",
    misuse=(
        "Only decisions made are counted, so a pile of requests nobody has decided cannot be seen in it. A quick no "
        "counts as well as a quick yes."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s family heard on the 42nd day and Bea’s on the 43rd. The day of Cal’s request is not known, and "
                "what is unknown is not on time."
            ),
            rows="""
                child | days_to_decision
                Ann   | 42
                Bea   | 43
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    backlog="SE12",
    synonyms=("EHCNA", "decision to assess", "6 weeks", "EHCP", "SEND"),
)

undecided_too_long = Indicator(
    ref="SE12",
    title="Requests for an assessment still not decided after six weeks",
    meaning="How many requests at the month end had waited over {time} with no decision whether to assess.",
    why="These families are still waiting to hear, and a measure of decisions made leaves them out.",
    of=undecided,
    measure=Count(),
    considers=undecided.days_undecided.beyond(EHC_DECISION),
    good=Good.LOWER,
    section=SEND,
    area=PLANS_IN_TIME,
    clock=EHC_DECISION,
    set_by=SetBy.LAW,
    source=f"Statutory: {REGULATIONS}, regulations 4 and 5: six weeks. {EXCEPTIONS}",
    comparator="None: no figure as at a day is published.",
    misuse="A request that was withdrawn and not closed on the system is counted as waiting.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann’s had waited 42 days, which is the last day allowed, and Bea’s 43. Cal’s date is not known.",
            rows="""
                child | days_undecided
                Ann   | 42
                Bea   | 43
                Cal   |
            """,
            expect="1",
        ),
    ),
    synonyms=("EHCNA backlog", "decision to assess", "overdue", "EHCP", "SEND"),
)

advice_in_time = Indicator(
    ref="SE11",
    title="Professional advice for assessments received within six weeks",
    meaning="Of the pieces of advice due in the period, how many had come within {time} of being asked for.",
    why="A plan cannot be written until psychologists, health and others have said what the child needs.",
    of=advice,
    measure=Share(advice.days_to_advice.within(EHC_ADVICE)),
    good=Good.HIGHER,
    section=SEND,
    area=PLANS_IN_TIME,
    clock=EHC_ADVICE,
    set_by=SetBy.LAW,
    source=(
        f"Statutory: {REGULATIONS}, regulation 8: six weeks. Counted in the month in which the six weeks ended, so "
        "that advice that never came counts as late."
    ),
    comparator="None: the time taken over advice is not published.",
    misuse=(
        "Much of it is in the hands of health services and not of the council: look at it by who advises. Advice that "
        "comes on time and says little counts like any other."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s psychologist answered on the 42nd day, and health on the 50th. Bea’s has not come, and what is "
                "unknown is not on time."
            ),
            rows="""
                child | days_to_advice
                Ann   | 42
                Ann   | 50
                Bea   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    no_backlog="Its denominator holds the advice that has not come as well.",
    synonyms=("educational psychology", "EP advice", "health advice", "EHCNA", "6 weeks", "SEND"),
)

INDICATORS: tuple[Indicator, ...] = (requests_received, decided_in_time, undecided_too_long, advice_in_time)
