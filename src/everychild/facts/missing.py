"""Facts of children going missing and coming back."""

from everychild.facts import clocks
from everychild.facts.fact import MISSING_FROM, WHO, Fact, Shape
from everychild.facts.language import Number, YesNo
from everychild.records import missing as records


class MissingEpisodeStarted(Fact):
    """Missing only; "away without authorisation" is another thing and is left out. Every length counts."""

    shape = Shape.EVENTS
    needs = (records.MISSING_EPISODE,)
    clocks = (clocks.REPEAT_MISSING, clocks.REPEAT_MISSING_SHORT)
    breakdowns = (*WHO, MISSING_FROM)
    counted_in = "missing episodes"
    counted_in_one = "missing episode"

    times_lately = Number("the number of times missing in the stretch looked back over, this one included", sees_back=3)
    times_very_lately = Number(
        "the number of times missing in the shorter stretch looked back over, this one included", sees_back=1
    )


class MissingAtMonthEnd(Fact):
    """Still missing at the end of the last day of the month."""

    shape = Shape.OPEN
    needs = (records.MISSING_EPISODE,)
    counted_in = "children missing"
    counted_in_one = "child missing"


class ReturnFromMissing(Fact):
    """Each return needs its own interview: a child missing twice counts twice."""

    shape = Shape.OBLIGATIONS
    needs = (records.MISSING_EPISODE, records.RETURN_INTERVIEW)
    due = "due_on"
    due_by = (clocks.RETURN_INTERVIEW,)
    clocks = (clocks.RETURN_INTERVIEW, clocks.RETURN_INTERVIEW_NATIONAL)
    breakdowns = (*WHO, MISSING_FROM)
    counted_in = "returns from missing"
    counted_in_one = "return from missing"

    over_a_day = YesNo(
        "the child was missing for more than 24 hours",
        when_known="how long the child was missing is known",
        when_no="the child was missing for 24 hours or less",
    )
    interview_needed = YesNo("an interview was deemed necessary", rests_on=((records.RETURN_INTERVIEW, "needed"),))
    interview_offered = YesNo("an interview was offered", rests_on=((records.RETURN_INTERVIEW, "offered"),))
    working_days_to_interview = Number(
        "the time from return to interview",
        when_known="an interview was held",
        rests_on=((records.RETURN_INTERVIEW, "completed_on"),),
    )
    days_to_interview = Number(
        "the time from return to interview",
        when_known="an interview was held",
        rests_on=((records.RETURN_INTERVIEW, "completed_on"),),
    )


missing_episodes = MissingEpisodeStarted()
missing_now = MissingAtMonthEnd()
returns = ReturnFromMissing()

FACTS: tuple[Fact, ...] = (missing_episodes, missing_now, returns)
