"""Families who take the council’s decision to the tribunal, and how it ends."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import APPEALS, SEND
from everychild.facts.special_needs import appeals, appeals_concluded

appeals_registered = Indicator(
    ref="SE10",
    title="Appeals to the tribunal about assessments and plans",
    meaning="How many appeals about assessments and plans the tribunal registered in the period.",
    why="An appeal is a family that the council could not agree with, and months more of not knowing.",
    of=appeals,
    measure=Count(),
    good=Good.LOWER,
    section=SEND,
    area=APPEALS,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Counted when the tribunal registers an appeal, and not when the council hears of "
        "it; an appeal about two decisions is one appeal."
    ),
    comparator=(
        "None: the Ministry of Justice publishes appeals for each council as a rate of decisions that can be "
        "appealed, which a count cannot stand beside."
    ),
    misuse=(
        "Families who know their rights appeal more, and a council that says no more often invites more. Few appeals "
        "may mean that families gave up."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann’s family appealed against a refusal and Bea’s against the school her plan names.",
            rows="""
                child
                Ann
                Bea
            """,
            expect="2",
        ),
    ),
    synonyms=("SENDIST", "tribunal", "appeal rate", "EHCP appeals", "mediation"),
)

appeals_upheld = Indicator(
    ref="SE13",
    title="Appeals the tribunal decided that were upheld, in part or whole",
    meaning="Of the appeals the tribunal decided, how many it upheld in part or in whole.",
    why="Each one is a decision the council got wrong in somebody else’s eyes, after a family had waited for months.",
    of=appeals_concluded,
    measure=Share(appeals_concluded.outcome.is_one_of("upheld", "part_upheld")),
    considers=appeals_concluded.outcome.is_one_of("upheld", "part_upheld", "not_upheld"),
    good=Good.LOWER,
    section=SEND,
    area=APPEALS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Out of appeals the tribunal decided: those the council conceded and those the family "
        "withdrew are left out, as is one whose outcome is not recorded."
    ),
    comparator="None: the Ministry of Justice publishes outcomes for England and not for each council.",
    misuse=(
        "A council that concedes its weak cases keeps only the strong ones, and looks better for it. The numbers are "
        "small: read them over a year."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s appeal was upheld and Bea’s was not. Cal’s was conceded before the hearing, and Dev’s outcome "
                "is not recorded: neither is considered."
            ),
            rows="""
                child | outcome
                Ann   | upheld
                Bea   | not_upheld
                Cal   | conceded
                Dev   |
            """,
            expect="1 of 2 (50.0%)",
        ),
    ),
    synonyms=("SENDIST", "tribunal", "appeal outcomes", "conceded", "EHCP appeals"),
)

INDICATORS: tuple[Indicator, ...] = (appeals_registered, appeals_upheld)
