"""Private fostering, and allegations against adults who work with children."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, OtherRule, SetBy, Share
from everychild.catalogue.sections import ALLEGATIONS, FRONT_DOOR, PRIVATE_FOSTERING
from everychild.facts.clocks import ALLEGATION, ALLEGATION_LONGEST, ALLEGATION_SECOND, PRIVATE_FOSTERING_VISIT
from everychild.facts.private_lives import allegations_concluded, allegations_open, private_fostering

private_fostering_visited = Indicator(
    ref="FD12",
    title="Private fostering: children visited within {time}",
    meaning=(
        "Of the private fostering arrangements the council was told of, in how many it saw the child within {time}."
    ),
    why="A child living with people who are not close family depends on somebody looking in soon.",
    of=private_fostering,
    measure=Share(private_fostering.working_days_to_visit.within(PRIVATE_FOSTERING_VISIT)),
    good=Good.HIGHER,
    section=FRONT_DOOR,
    area=PRIVATE_FOSTERING,
    clock=PRIVATE_FOSTERING_VISIT,
    no_backlog="Every arrangement the council was told of is in the denominator, visited or not.",
    set_by=SetBy.LAW,
    source=(
        "Statutory: the Children (Private Arrangements for Fostering) Regulations 2005, regulation 4, allow seven "
        "working days from being told. The day after is day 1."
    ),
    comparator="None: the national return on private fostering ended in 2015.",
    misuse=(
        "Only arrangements the council is told of are counted, and most never are: a perfect figure over three "
        "children says nothing of the others."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann was visited on the last day allowed and Bea a day late. Nobody has visited Cal, and what is "
                "unknown is not on time."
            ),
            rows="""
                child | working_days_to_visit
                Ann | 7
                Bea | 8
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "private fostering",
        "notification",
        "regulation 4",
    ),
)

allegations_in_time = Indicator(
    ref="FD13",
    title="Allegations against adults who work with children concluded within {time}",
    meaning=(
        "Of the allegations against adults who work with children that were concluded, how many took at most {time}."
    ),
    why="Children should not wait to be safe, nor adults wait in doubt for longer than it takes to be fair.",
    of=allegations_concluded,
    measure=Share(allegations_concluded.concluded_in_time.is_yes),
    good=Good.HIGHER,
    section=FRONT_DOOR,
    area=ALLEGATIONS,
    clock=ALLEGATION,
    backlog="FD14",
    other_rules=(
        OtherRule(
            name="three_months",
            title="within three months",
            why="The second of the three times earlier guidance named, by which nine in ten were expected to end.",
            measure=Share(allegations_concluded.concluded_by_second.is_yes),
            clock=ALLEGATION_SECOND,
        ),
        OtherRule(
            name="a_year",
            title="within a year",
            why="The last of the three times earlier guidance named, for all but the most exceptional.",
            measure=Share(allegations_concluded.concluded_by_longest.is_yes),
            clock=ALLEGATION_LONGEST,
        ),
    ),
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: earlier editions of Keeping Children Safe in Education expected four in five within a "
        "month, nine in ten within three, and nearly all within a year. Today’s ask only for speed."
    ),
    comparator="None: no council figures are published.",
    misuse=(
        "Police and courts set the pace of the gravest, which should not be hurried. It tells of those concluded, so "
        "leaving the slow ones open lifts it."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "The first was concluded within the month and the second was not. When the third was reported is not "
                "known, and what is unknown is not in time."
            ),
            rows="""
                worker | concluded_in_time
                The first | yes
                The second | no
                The third |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "LADO",
        "designated officer",
        "allegations",
        "position of trust",
    ),
)

allegations_open_too_long = Indicator(
    ref="FD14",
    title="Allegations against adults who work with children open for longer than {time}",
    meaning="How many allegations against adults who work with children were open, and already late, at the month end.",
    why="A figure about allegations concluded leaves these out: somebody is still waiting, a child perhaps among them.",
    of=allegations_open,
    measure=Count(),
    considers=allegations_open.is_late.is_yes,
    good=Good.LOWER,
    section=FRONT_DOOR,
    area=ALLEGATIONS,
    clock=ALLEGATION,
    set_by=SetBy.LOCAL,
    source="Local standard, as for those concluded: no time is set by law or by today’s guidance.",
    comparator="None: no council figures are published.",
    misuse="One long trial can hold several open together through no fault of the council’s: ask which they are.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="The first and third are late; the second is due today and is not late yet.",
            rows="""
                worker | is_late
                The first | yes
                The second | no
                The third | yes
            """,
            expect="2",
        ),
    ),
    synonyms=(
        "LADO",
        "overdue",
        "backlog",
    ),
)

INDICATORS: tuple[Indicator, ...] = (private_fostering_visited, allegations_in_time, allegations_open_too_long)
