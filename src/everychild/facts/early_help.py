"""Facts of early help."""

from everychild.facts import clocks
from everychild.facts.fact import Fact, Shape
from everychild.facts.language import Number
from everychild.records import early_help as records


class EarlyHelpAssessmentCompleted(Fact):
    """Abandoned assessments and those stepped up to social care are not completions."""

    shape = Shape.EVENTS
    needs = (records.EARLY_HELP_ASSESSMENT,)
    clocks = (clocks.EARLY_HELP_ASSESSMENT,)
    counted_in = "early help assessments completed"
    counted_in_one = "early help assessment completed"

    working_days_taken = Number(
        "the time from request to completion", rests_on=((records.EARLY_HELP_ASSESSMENT, "completed_on"),)
    )


class EarlyHelpAssessmentOpen(Fact):
    """The ones a completed-only measure hides."""

    shape = Shape.OPEN
    needs = (records.EARLY_HELP_ASSESSMENT,)
    clocks = (clocks.EARLY_HELP_ASSESSMENT,)
    counted_in = "open early help assessments"
    counted_in_one = "open early help assessment"

    working_days_open = Number("the time since the request")


assessments_completed = EarlyHelpAssessmentCompleted()
assessments_open = EarlyHelpAssessmentOpen()

FACTS: tuple[Fact, ...] = (assessments_completed, assessments_open)
