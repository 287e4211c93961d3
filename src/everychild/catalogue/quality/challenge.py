"""Challenge and advocacy: what is taken further on a child’s behalf, and who is offered somebody to speak for them."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import ADVOCACY, QUALITY_ASSURANCE
from everychild.facts.challenge import advocacy_offers_due, escalations

escalations_raised = Indicator(
    ref="QA08",
    title="Formal escalations by reviewing officers and conference chairs",
    meaning="How many times a reviewing officer or conference chair formally took a concern about a child further.",
    why="Somebody independent should speak up when a child’s plan drifts, and be heard.",
    of=escalations,
    measure=Count(),
    good=Good.NEITHER,
    section=QUALITY_ASSURANCE,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Law and guidance ask every council for a way to settle such concerns and leave its "
        "stages to it; those settled before the formal stage are not counted. Brothers and sisters each count."
    ),
    comparator="None: councils tell of escalations in local yearly reports, each by its own stages.",
    misuse=(
        "More is not worse practice: it may be bolder officers. None at all, month after month, is the figure to ask "
        "about."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="One concern was about Ann and her brother Bea, so each counts; Ann’s chair raised another.",
            rows="""
                child
                Ann
                Bea
                Ann
            """,
            expect="3",
        ),
    ),
    synonyms=("IRO", "dispute resolution", "challenge", "CP chair", "escalation"),
)

advocates_offered = Indicator(
    ref="QA11",
    title="Children offered an advocate at an initial conference or on coming into care",
    meaning="Of the first conferences and times into care of children of four or over, how many brought an offer.",
    why="A child faced with a room of adults deciding should be offered somebody whose only job is their side of it.",
    of=advocacy_offers_due,
    measure=Share(advocacy_offers_due.offered_in_time.is_yes),
    considers=advocacy_offers_due.is_four_or_over.is_yes,
    good=Good.HIGHER,
    section=QUALITY_ASSURANCE,
    area=ADVOCACY,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set for how soon. Counted here: offered in the 30 days up to the conference, or within 20 "
        "working days of coming into care, and told when that time has run."
    ),
    comparator="None: no national figures on offers of an advocate are published.",
    misuse=(
        "A leaflet in an envelope is logged like an offer made in person: read it beside how many children wanted one. "
        "An offer never logged counts as never made."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann was offered an advocate before her conference. Bea came into care and was not. Cal is three, and "
                "how old Dev is is not known, so neither is considered."
            ),
            rows="""
                child | is_four_or_over | offered_in_time
                Ann   | yes             | yes
                Bea   | yes             | no
                Cal   | no              | no
                Dev   |                 | yes
            """,
            expect="1 of 2 (50.0%)",
        ),
    ),
    synonyms=("advocacy", "advocate", "voice of the child", "active offer"),
)

INDICATORS: tuple[Indicator, ...] = (escalations_raised, advocates_offered)
