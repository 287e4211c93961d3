"""Facts of private fostering, and of allegations against adults who work with children."""

from everychild.facts import clocks
from everychild.facts.fact import WHO, Breakdown, Fact, Shape
from everychild.facts.language import Number, YesNo
from everychild.records import early_codes
from everychild.records import private_lives as records

WORKPLACE = Breakdown(
    "workplace", "Kind of workplace", "workplace_name", (*early_codes.WORKPLACE.values.values(), "Not known")
)


class PrivateFosteringNotified(Fact):
    """In the month the council was told, whenever the arrangement began."""

    shape = Shape.EVENTS
    needs = (records.PRIVATE_FOSTERING,)
    clocks = (clocks.PRIVATE_FOSTERING_VISIT,)
    breakdowns = WHO
    counted_in = "private fostering arrangements the council was told of"
    counted_in_one = "private fostering arrangement the council was told of"

    working_days_to_visit = Number(
        "the time from being told to the first visit", rests_on=((records.PRIVATE_FOSTERING, "first_visited_on"),)
    )


class AllegationConcluded(Fact):
    """About an adult, and so about no child of ours: told by kind of workplace alone."""

    shape = Shape.EVENTS
    needs = (records.ALLEGATION,)
    clocks = (clocks.ALLEGATION, clocks.ALLEGATION_SECOND, clocks.ALLEGATION_LONGEST)
    breakdowns = (WORKPLACE,)
    counted_in = "allegations concluded"
    counted_in_one = "allegation concluded"

    concluded_in_time = YesNo("the allegation was concluded within the time allowed")
    concluded_by_second = YesNo("the allegation was concluded within the second of the times allowed")
    concluded_by_longest = YesNo("the allegation was concluded within the longest of the times allowed")


class AllegationOpen(Fact):
    """The ones a concluded-only measure hides."""

    shape = Shape.OPEN
    needs = (records.ALLEGATION,)
    due = "due_on"
    due_by = (clocks.ALLEGATION,)
    clocks = (clocks.ALLEGATION,)
    breakdowns = (WORKPLACE,)
    counted_in = "open allegations"
    counted_in_one = "open allegation"

    is_late = YesNo("the allegation has been open for longer than the time allowed")


private_fostering = PrivateFosteringNotified()
allegations_concluded = AllegationConcluded()
allegations_open = AllegationOpen()

FACTS: tuple[Fact, ...] = (private_fostering, allegations_concluded, allegations_open)
