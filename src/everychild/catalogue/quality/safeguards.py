"""Two safeguards: serious incidents told of in time, and records complete enough to be trusted."""

from everychild.catalogue.indicator import Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.sections import COMPLETE_RECORDS, QUALITY_ASSURANCE, SERIOUS_INCIDENTS
from everychild.facts.children_in_need import children_in_need
from everychild.facts.clocks import SERIOUS_INCIDENT
from everychild.facts.quality import serious_incidents

incidents_notified = Indicator(
    ref="QA09",
    title="Serious incidents notified within {time}",
    meaning="Of the serious incidents to be notified, how many were notified within {time} of being known.",
    why="When a child has died or been badly hurt, others must learn from it quickly and look to the other children.",
    of=serious_incidents,
    measure=Share(serious_incidents.working_days_to_notify.within(SERIOUS_INCIDENT)),
    good=Good.HIGHER,
    section=QUALITY_ASSURANCE,
    area=SERIOUS_INCIDENTS,
    clock=SERIOUS_INCIDENT,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Working Together to Safeguard Children, five working days from becoming aware. The duty "
        "itself is in section 16C of the Children Act 2004. Counted in the month in which the five days ended, so that "
        "one not notified counts as late."
    ),
    comparator="None: notifications are published for England and regions, and not how soon they were made.",
    misuse=(
        "There are very few: read it over a year, and one late is a matter to ask about. It cannot show an incident "
        "nobody thought of notifying."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "The first was notified on the fifth working day and the second on the sixth. The third has not been "
                "notified, and what is unknown is not on time."
            ),
            rows="""
                incident | working_days_to_notify
                1        | 5
                2        | 6
                3        |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    no_backlog="Its denominator holds the incidents not notified as well.",
    synonyms=("serious incident notification", "SIN", "national panel", "rapid review", "serious case review"),
)

records_complete = Indicator(
    ref="QA10",
    title="Open cases whose key details are all recorded",
    meaning="Of the children with an open case, how many have all five key details on their record.",
    why="A figure by age, sex, ethnic group or need can be trusted only as far as these have been written down.",
    of=children_in_need,
    measure=Share(children_in_need.key_fields_known.is_yes),
    good=Good.HIGHER,
    section=QUALITY_ASSURANCE,
    area=COMPLETE_RECORDS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. The five details: date of birth, or the expected date for a child not yet born; sex; "
        "ethnic group, where a refusal to say counts as recorded and not yet obtained does not; whether disabled; and "
        "the main need. They are the ones the dashboard’s own breakdowns rest on."
    ),
    comparator="None: no national figures on the completeness of records are published.",
    misuse=(
        "Recorded is not the same as right, and a box that must be filled in gets filled in. Five details are a small "
        "part of a record."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s record has all five and Bea’s lacks her ethnic group. Whether Cal’s is complete cannot be told, "
                "and what is unknown is not complete."
            ),
            rows="""
                child | key_fields_known
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("data quality", "completeness", "missing data", "mandatory fields"),
)

INDICATORS: tuple[Indicator, ...] = (incidents_notified, records_complete)
