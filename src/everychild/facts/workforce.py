"""Facts of the workforce: who holds whom, supervision and recording."""

from everychild.facts import clocks
from everychild.facts.fact import TEAM, Fact, Shape
from everychild.facts.language import Number, YesNo
from everychild.records import child_protection, workforce


class AllocatedCaseAtMonthEnd(Fact):
    """Only supervision written up by the month end counts: done and not recorded is not known to be done."""

    shape = Shape.OPEN
    needs = (workforce.ALLOCATION,)
    clocks = (clocks.CASE_SUPERVISION,)
    counted_in = "allocated children"
    counted_in_one = "allocated child"

    supervision_could_be_due = YesNo("the child has been allocated for longer than the time allowed")
    supervised_in_time = YesNo(
        "the last recorded supervision is within the time allowed", rests_on=((workforce.SUPERVISION, "recorded_on"),)
    )


class CaseWorkerAtMonthEnd(Fact):
    """Workers in the role of allocated case worker, full-time or not: hours are not in the extracts."""

    shape = Shape.OPEN
    needs = (workforce.ALLOCATION,)
    breakdowns = (TEAM,)
    counted_in = "case workers"
    counted_in_one = "case worker"

    children_held = Number("the number of children held")


class WorkRecorded(Fact):
    """In the month of the writing up, so that a late month shows when it is put right."""

    shape = Shape.EVENTS
    needs = (child_protection.VISIT, workforce.SUPERVISION)
    clocks = (clocks.RECORDING,)
    counted_in = "visits and supervisions written up"
    counted_in_one = "visit or supervision written up"

    working_days_to_record = Number(
        "the time from the event to its record",
        rests_on=((workforce.SUPERVISION, "recorded_on"), (child_protection.VISIT, "recorded_on")),
    )


allocated_cases = AllocatedCaseAtMonthEnd()
case_workers = CaseWorkerAtMonthEnd()
work_recorded = WorkRecorded()

FACTS: tuple[Fact, ...] = (allocated_cases, case_workers, work_recorded)
