"""Facts of pre-proceedings and of care proceedings before the court."""

from everychild.facts import clocks
from everychild.facts.fact import Fact, Shape
from everychild.facts.language import Number, YesNo
from everychild.records import proceedings as records
from everychild.records.pre_proceedings import PRE_PROCEEDINGS


class PreProceedingsOpen(Fact):
    """From the letter before proceedings: a family taken to court at once was never in it."""

    shape = Shape.OPEN
    needs = (PRE_PROCEEDINGS,)
    clocks = (clocks.PRE_PROCEEDINGS,)
    counted_in = "children in pre-proceedings"
    counted_in_one = "child in pre-proceedings"

    days_open = Number("the time since the letter that began them")


class CareProceedingsEnded(Fact):
    """Children, not applications: three brothers in one case are three."""

    shape = Shape.EVENTS
    needs = (records.CARE_PROCEEDINGS,)
    clocks = (clocks.CARE_PROCEEDINGS,)
    counted_in = "children whose care proceedings ended"
    counted_in_one = "child whose care proceedings ended"

    days_taken = Number("the time from issue to the final hearing")
    ended_in_time = YesNo("the final hearing was within the time allowed")


class CareProceedingsOpen(Fact):
    """The ones a measure of proceedings ended hides."""

    shape = Shape.OPEN
    needs = (records.CARE_PROCEEDINGS,)
    due = "due_on"
    due_by = (clocks.CARE_PROCEEDINGS,)
    clocks = (clocks.CARE_PROCEEDINGS,)
    counted_in = "children in care proceedings"
    counted_in_one = "child in care proceedings"

    is_overdue = YesNo("the time allowed has passed since the issue")


in_pre_proceedings = PreProceedingsOpen()
proceedings_ended = CareProceedingsEnded()
proceedings_open = CareProceedingsOpen()

FACTS: tuple[Fact, ...] = (in_pre_proceedings, proceedings_ended, proceedings_open)
