"""Whether somebody listens to a child who has been missing: interviews offered, held, and held in time."""

from everychild.catalogue.indicator import Example, Good, Indicator, Influence, OtherRule, SetBy, Share
from everychild.catalogue.sections import MISSING, RETURN_INTERVIEWS
from everychild.facts.clocks import RETURN_INTERVIEW, RETURN_INTERVIEW_NATIONAL
from everychild.facts.missing import returns

NO_INTERVIEWS_PUBLISHED = "None: no national figures on return interviews are published."

WHY_OUT_OF_NEEDED = "It asks of each child who should have been listened to, whatever became of the offer."
WHY_OUT_OF_OFFERED = "It leaves out children nobody asked, so a council that offers few can score well."
WHY_OUT_OF_HELD = "It tells how soon interviews come, and nothing of those that never came."

interviews_offered = Indicator(
    ref="MS04",
    title="Returns after which an interview was offered",
    meaning="Of the times a child came back from being missing, how many were followed by the offer of an interview.",
    why="Every child who comes back should be asked what happened and what would help.",
    of=returns,
    measure=Share(returns.interview_offered.is_yes),
    good=Good.HIGHER,
    section=MISSING,
    area=RETURN_INTERVIEWS,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance on children who run away or go missing from home or care, 2014: an independent interview "
        "is offered after every return."
    ),
    comparator=NO_INTERVIEWS_PUBLISHED,
    misuse="An offer by letter or left with a carer counts like one made in person: ask how offers are made.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann came back twice and was offered an interview once. Bea was offered one. Nothing is recorded for "
                "Cal, and what is unknown was not offered."
            ),
            rows="""
                child | interview_offered
                Ann   | yes
                Ann   | no
                Bea   | yes
                Cal   |
            """,
            expect="2 of 4 (50.0%)",
        ),
    ),
    synonyms=("RHI", "return home interview", "return interview", "offer"),
)

interviews_held = Indicator(
    ref="MS05",
    title="Return interviews offered that were held",
    meaning="Of the returns after which an interview was offered, how many had an interview that took place.",
    why="An offer helps nobody until a child has been listened to.",
    of=returns,
    measure=Share(returns.days_to_interview.is_known),
    considers=returns.interview_offered.is_yes,
    good=Good.HIGHER,
    section=MISSING,
    area=RETURN_INTERVIEWS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set for take-up: the guidance asks for the offer, and a child may decline. Counted out of "
        "interviews offered; counting out of all returns gives a lower figure."
    ),
    comparator=NO_INTERVIEWS_PUBLISHED,
    misuse=(
        "It can be lifted by offering only to children likely to say yes: read it beside the interviews offered. "
        "Some older children will always decline."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s was held after two days. Bea declined. Cal agreed and it has not been held. Dev was not offered "
                "one and is not considered."
            ),
            rows="""
                child | interview_offered | days_to_interview
                Ann   | yes               | 2
                Bea   | yes               |
                Cal   | yes               |
                Dev   | no                |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    other_rules=(
        OtherRule(
            name="needed",
            title="out of interviews thought necessary",
            why=WHY_OUT_OF_NEEDED,
            considers=returns.interview_needed.is_yes,
        ),
    ),
    synonyms=("RHI", "return home interview", "return interview", "take-up", "completed", "accepted"),
)

interviews_in_local_time = Indicator(
    ref="MS06",
    title="Return interviews needed that were held within {time}",
    meaning="Of the returns after which an interview was thought necessary, how many had one within {time}.",
    why="A child who has been missing should be listened to soon, while it is fresh and before it happens again.",
    of=returns,
    measure=Share(returns.working_days_to_interview.within(RETURN_INTERVIEW)),
    considers=returns.interview_needed.is_yes,
    good=Good.HIGHER,
    section=MISSING,
    area=RETURN_INTERVIEWS,
    clock=RETURN_INTERVIEW,
    set_by=SetBy.LOCAL,
    source=(
        "Local standard, counted in working days out of interviews deemed necessary. The national test, 72 hours out "
        "of interviews held, is told beside it."
    ),
    comparator=NO_INTERVIEWS_PUBLISHED,
    misuse=(
        "It can be lifted by deeming fewer interviews necessary. A child who keeps declining counts as late, which the "
        "council can influence but not decide."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s was held on the third working day and Bea’s on the fourth. Cal’s has not been held, and what is "
                "unknown is not on time. Dev’s was not deemed necessary, so he is not considered."
            ),
            rows="""
                child | interview_needed | working_days_to_interview
                Ann   | yes              | 3
                Bea   | yes              | 4
                Cal   | yes              |
                Dev   | no               |
            """,
            expect="1 of 3 (33.3%)",
        ),
        Example(
            says="Ann came back twice in the month, and each return needs an interview of its own.",
            rows="""
                child | interview_needed | working_days_to_interview
                Ann   | yes              | 1
                Ann   | yes              |
            """,
            expect="1 of 2 (50.0%)",
        ),
    ),
    other_rules=(
        OtherRule(
            name="offered",
            title="out of interviews offered",
            why=WHY_OUT_OF_OFFERED,
            considers=returns.interview_offered.is_yes,
        ),
        OtherRule(
            name="held",
            title="out of interviews held",
            why=WHY_OUT_OF_HELD,
            considers=returns.days_to_interview.is_known,
        ),
        OtherRule(
            name="hours",
            title="within 72 hours, read as three days with weekends counted",
            why="It is the national test: a return on a Friday has until Monday, by working days until Wednesday.",
            measure=Share(returns.days_to_interview.within(RETURN_INTERVIEW_NATIONAL)),
            clock=RETURN_INTERVIEW_NATIONAL,
        ),
    ),
    synonyms=("RHI", "return home interview", "return interview", "timeliness", "3 days"),
)

interviews_in_national_time = Indicator(
    ref="MS07",
    title="Return interviews held within 72 hours of return",
    meaning="Of the return interviews held, how many were within 72 hours, read as {time}, of the child’s return.",
    why="The sooner a child is listened to, the more likely it is that what they say can keep them safe.",
    of=returns,
    measure=Share(returns.days_to_interview.within(RETURN_INTERVIEW_NATIONAL)),
    considers=returns.days_to_interview.is_known,
    good=Good.HIGHER,
    section=MISSING,
    area=RETURN_INTERVIEWS,
    clock=RETURN_INTERVIEW_NATIONAL,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance on children who run away or go missing from home or care, 2014: within 72 hours. Systems "
        "record days, not hours, so three days, weekends included, stand for 72 hours."
    ),
    comparator=NO_INTERVIEWS_PUBLISHED,
    misuse=(
        "Only interviews held are counted, so a council that holds few can score well: read it beside the interviews "
        "offered and held. Hardly any council reaches all of them."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s was held on the third day and Bea’s on the fourth, after a weekend. Cal’s has not been held and "
                "is not considered."
            ),
            rows="""
                child | days_to_interview
                Ann   | 3
                Bea   | 4
                Cal   |
            """,
            expect="1 of 2 (50.0%)",
        ),
    ),
    other_rules=(
        OtherRule(
            name="needed",
            title="out of interviews thought necessary",
            why=WHY_OUT_OF_NEEDED,
            considers=returns.interview_needed.is_yes,
        ),
        OtherRule(
            name="offered",
            title="out of interviews offered",
            why=WHY_OUT_OF_OFFERED,
            considers=returns.interview_offered.is_yes,
        ),
        OtherRule(
            name="working_days",
            title="within the council’s own time in working days",
            why="Weekends and bank holidays do not count, so a return on a Friday has until Wednesday.",
            measure=Share(returns.working_days_to_interview.within(RETURN_INTERVIEW)),
            clock=RETURN_INTERVIEW,
        ),
    ),
    synonyms=("RHI", "return home interview", "return interview", "72 hours", "timeliness"),
)

INDICATORS: tuple[Indicator, ...] = (
    interviews_offered,
    interviews_held,
    interviews_in_local_time,
    interviews_in_national_time,
)
