"""Children who go missing: how many, how often, for how long, and who is missing now."""

from everychild.catalogue.indicator import (
    Children,
    Count,
    Example,
    Good,
    Indicator,
    Influence,
    OtherRule,
    SetBy,
    Share,
)
from everychild.catalogue.sections import GOING_MISSING, MISSING
from everychild.facts.clocks import REPEAT_MISSING, REPEAT_MISSING_SHORT
from everychild.facts.missing import missing_episodes, missing_now, returns

times_missing = Indicator(
    ref="MS01",
    title="Times a child went missing",
    meaning="How many times a child went missing in the period, from home or from care.",
    why="A child who is missing is in danger, and is often running from something or to somebody.",
    of=missing_episodes,
    measure=Count(),
    good=Good.LOWER,
    section=MISSING,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Every time counts, however short. Being away without authorisation, where it is "
        "known where the child is, is another thing and is left out."
    ),
    comparator=(
        "None for all children: the Department for Education publishes children missing from care only, and warns that "
        "councils record them differently."
    ),
    misuse=(
        "A rise may be better reporting by carers, and one child can be behind many episodes: ask how many children. "
        "A council that looks for fewer finds fewer."
    ),
    season="Children go missing more often when evenings are light and schools are closed.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann went missing twice and Bea once: three times, two children.",
            rows="""
                child
                Ann
                Ann
                Bea
            """,
            expect="3",
        ),
    ),
    synonyms=("missing episodes", "absconding", "runaway", "MISPER"),
)

children_missing = Indicator(
    ref="MS02",
    title="Children who went missing",
    meaning="How many different children went missing in the period, from home or from care.",
    why="Behind the number of times are children, and each needs somebody to find out what draws or drives them.",
    of=missing_episodes,
    measure=Children(per_10_000=True),
    good=Good.LOWER,
    section=MISSING,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. A child missing several times in the period counts once, so a year is fewer than "
        "its months added up."
    ),
    comparator=(
        "None for all children: the Department for Education publishes children missing from care only, and warns that "
        "councils record them differently."
    ),
    misuse="A council whose carers and parents report every absence shows more children than one that looks away.",
    season="Children go missing more often when evenings are light and schools are closed.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann went missing three times and Bea once: two children.",
            rows="""
                child | times_lately
                Ann   | 1
                Ann   | 2
                Ann   | 3
                Bea   | 1
            """,
            expect="2",
        ),
    ),
    synonyms=("missing children", "individuals", "absconding", "runaway", "MISPER"),
)

children_missing_again = Indicator(
    ref="MS03",
    title="Children who went missing for a third time or more within {time}",
    meaning="How many different children went missing in the period for at least the third time within {time}.",
    why="A child who goes again and again is going to somebody or from something, and is in most danger.",
    of=missing_episodes,
    measure=Children(),
    considers=missing_episodes.times_lately >= 3,
    good=Good.LOWER,
    section=MISSING,
    clock=REPEAT_MISSING,
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: no national number is set. Looked back from each time missing, that day included; counted in "
        "the period of the third time or any after it."
    ),
    comparator="None: children missing repeatedly are not published for all children.",
    misuse="Two or three children make most of it, so a fall may be one child who came of age or moved away.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s third and fourth times make her one child. Bea’s was her second. How often Cal went is not "
                "known, and what is unknown is not a third time."
            ),
            rows="""
                child | times_lately
                Ann   | 3
                Ann   | 4
                Bea   | 2
                Cal   |
            """,
            expect="1",
        ),
    ),
    other_rules=(
        OtherRule(
            name="short",
            title="within a month’s 30 days",
            why="Some councils hold a strategy meeting after three times in 30 days.",
            considers=missing_episodes.times_very_lately >= 3,
            clock=REPEAT_MISSING_SHORT,
        ),
    ),
    synonyms=("repeat missing", "frequent missing", "three or more", "90 days", "30 days", "MISPER"),
)

missing_over_a_day = Indicator(
    ref="MS09",
    title="Times missing that lasted more than 24 hours",
    meaning="Of the times a child came back from being missing, how many had lasted more than 24 hours.",
    why="The longer a child is gone, the more can have happened to them.",
    of=returns,
    measure=Share(returns.over_a_day.is_yes),
    considers=returns.over_a_day.is_known,
    good=Good.LOWER,
    section=MISSING,
    area=GOING_MISSING,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Counted by the hour where both times are recorded; by the day otherwise, and where "
        "that cannot settle it the time is left out. Told in the period of the return."
    ),
    comparator="None: how long children are missing is not published for all children.",
    misuse="A return recorded the next morning makes a night of an evening, and more short times make a lower share.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was gone two days and Bea an evening. Cal went one day and came back the next with no times "
                "recorded: whether that was more than 24 hours is not known, and he is not considered."
            ),
            rows="""
                child | over_a_day
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 2 (50.0%)",
        ),
    ),
    synonyms=("duration", "overnight", "length of missing episodes", "MISPER"),
)

children_missing_now = Indicator(
    ref="MS08",
    title="Children missing at the month end",
    meaning="How many children were still missing at the end of the last day of the month.",
    why="When the month ended, nobody knew whether these children were safe.",
    of=missing_now,
    measure=Count(),
    good=Good.LOWER,
    section=MISSING,
    set_by=SetBy.NOBODY,
    source="A count, with no standard: the number anyone would want is none.",
    comparator="None: no figure as at a day is published.",
    misuse=(
        "A return nobody has recorded leaves a child here by mistake, and one night is not a trend: check each name "
        "first."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Two children had not come back by the end of the day.",
            rows="""
                child
                Ann
                Bea
            """,
            expect="2",
        ),
    ),
    synonyms=("missing now", "MISPER", "currently missing"),
)

INDICATORS: tuple[Indicator, ...] = (
    times_missing,
    children_missing,
    children_missing_again,
    missing_over_a_day,
    children_missing_now,
)
