"""Early help as it is given: who is helped, how it ends, and who comes back or goes on to social care."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, SetBy, Share
from everychild.catalogue.published import IN_NEED_RELEASE
from everychild.catalogue.published import NO_EARLY_HELP_RETURN as NO_RETURN
from everychild.catalogue.sections import EARLY_HELP, EARLY_HELP_OUTCOMES, FAMILY_MEETINGS
from everychild.facts.children_in_need import cases_closed
from everychild.facts.early_help import (
    children_in_early_help,
    episodes_ended,
    episodes_followed_up,
    episodes_started,
)
from everychild.facts.pre_proceedings import pre_proceedings_started

children_helped_early = Indicator(
    ref="EH07",
    title="Children helped by early help",
    meaning="How many children were being helped by early help at the month end, each child once.",
    why="These are the families being helped before things get worse, and the work that has to be staffed.",
    of=children_in_early_help,
    measure=Count(per_10_000=True),
    good=Good.NEITHER,
    section=EARLY_HELP,
    set_by=SetBy.NOBODY,
    source="A count, with no standard. Children are counted, not families.",
    comparator=NO_RETURN,
    misuse=(
        "Help that has ended and was never closed lifts it; help given by partners and not recorded with the council "
        "is not in it."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann and her brother Bea are helped together and each counts; Cal’s help ended on the day itself and "
                "is not here."
            ),
            rows="""
                child
                Ann
                Bea
            """,
            expect="2",
        ),
    ),
    synonyms=(
        "early help caseload",
        "open episodes",
        "targeted support",
    ),
)

needs_met = Indicator(
    ref="EH09",
    title="Early help that ended because needs were met",
    meaning="Of the periods of early help that ended, how many ended because the child’s needs had been met.",
    why="Help is for something: this is how often it is said to have done what it set out to do.",
    of=episodes_ended,
    measure=Share(episodes_ended.end_reason.is_a("needs_met")),
    good=Good.HIGHER,
    section=EARLY_HELP,
    area=EARLY_HELP_OUTCOMES,
    set_by=SetBy.NOBODY,
    source="No standard is set. Counted by the reason recorded when the help ended.",
    comparator=NO_RETURN,
    misuse="It is the worker’s own judgement: read it beside how many come back or are stepped up afterwards.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s needs were met; Bea’s family withdrew. Nothing is recorded for Cal, and what is unknown is "
                "not counted as met."
            ),
            rows="""
                child | end_reason
                Ann | needs_met
                Bea | disengaged
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "outcomes",
        "closures",
        "EHA",
        "successful closures",
    ),
)

stepped_up = Indicator(
    ref="EH10",
    title="Early help followed by social care within six months",
    meaning="Of the periods of early help that ended six months before, how many were followed by social care.",
    why="When help ends and social care begins soon after, it ended too soon or was not enough.",
    of=episodes_followed_up,
    measure=Share(episodes_followed_up.stepped_up.is_yes),
    good=Good.LOWER,
    section=EARLY_HELP,
    area=EARLY_HELP_OUTCOMES,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Counted in the month the six months are over, so it tells of help that ended half a "
        "year ago. A referral that went no further is left out."
    ),
    comparator=NO_RETURN,
    misuse="Stepping up can be exactly right. A low figure may mean that nobody looked again.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was referred four months after her help ended. Bea was not. Whether Cal was is not known, and "
                "what is unknown is not counted."
            ),
            rows="""
                child | stepped_up
                Ann | yes
                Bea | no
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "step up",
        "escalation",
        "de-escalation",
    ),
)

stepped_down = Indicator(
    ref="EH11",
    title="Social care cases closed with early help to follow",
    meaning="Of the social care cases closed, how many were closed after an assessment and passed to early help.",
    why="A family that does not need social care may still need somebody, and should not have to ask again.",
    of=cases_closed,
    measure=Share(cases_closed.closure_reason.is_a("RC9")),
    good=Good.NEITHER,
    section=EARLY_HELP,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Counted by the census’s own reason for closing (RC9), which is for cases closed after "
        "an assessment: later steps down are not in it."
    ),
    comparator=f"{IN_NEED_RELEASE}: episodes of need closed, by reason.",
    misuse=(
        "A family passed on is not a family helped: read it beside the requests for early help and what they led to."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s case closed with early help to follow; Bea’s needed nothing more. Why Cal’s closed is not "
                "recorded."
            ),
            rows="""
                child | closure_reason
                Ann | RC9
                Bea | RC8
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "step down",
        "RC9",
        "closures",
    ),
)

repeat_early_help = Indicator(
    ref="EH12",
    title="Children who had early help again within 12 months",
    meaning="Of the periods of early help that began, how many were for a child whose last ended in the year before.",
    why="A family that has to come back so soon may not have had the right help, or enough of it.",
    of=episodes_started,
    measure=Share(episodes_started.is_repeat.is_yes),
    good=Good.LOWER,
    section=EARLY_HELP,
    area=EARLY_HELP_OUTCOMES,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Counted from the end of the last help to the start of the next; help carried on the "
        "same day by somebody else is no repeat."
    ),
    comparator=NO_RETURN,
    misuse=(
        "Coming back can be a sign of trust. It falls when families are turned away, or when help is left open so "
        "that nothing can begin again."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s last help ended in spring, Bea’s three years ago. Whether Cal had any is not known, and what "
                "is unknown is not counted."
            ),
            rows="""
                child | is_repeat
                Ann | yes
                Bea | no
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "repeat",
        "re-referral",
        "revolving door",
    ),
)

family_meetings_offered = Indicator(
    ref="EH14",
    title="Families offered a family group meeting before pre-proceedings",
    meaning="Of the children whose pre-proceedings began, how many families had been offered a family group meeting.",
    why="A family that plans for its own child, with relatives and friends in the room, may need no court.",
    of=pre_proceedings_started,
    measure=Share(pre_proceedings_started.family_meeting_offered.is_yes),
    good=Good.HIGHER,
    section=EARLY_HELP,
    area=FAMILY_MEETINGS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set here. National law on offering family group decision-making is changing, and the children "
        "in need census is to ask about it from 2026-27: check both before setting a target."
    ),
    comparator="None: the Department for Education has published nothing yet.",
    misuse="An offer made in a letter is not an offer a family could take up: ask how many meetings were held.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s family was offered a meeting on the day the letter was sent, Bea’s a week after. Whether Cal’s "
                "was is not known, and what is unknown is not counted as offered."
            ),
            rows="""
                child | family_meeting_offered
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("FGDM", "FGC", "family group conference", "PLO", "pre-proceedings"),
)

INDICATORS: tuple[Indicator, ...] = (
    children_helped_early,
    needs_met,
    stepped_up,
    stepped_down,
    repeat_early_help,
    family_meetings_offered,
)
