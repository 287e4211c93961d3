"""The workforce: how many children each worker holds, supervision, and how soon work is written up."""

from everychild.catalogue.indicator import Example, Good, Indicator, Influence, Mean, SetBy, Share, Unit
from everychild.catalogue.sections import CASELOADS, SUPERVISION, WORKFORCE
from everychild.facts.clocks import CASE_SUPERVISION, RECORDING
from everychild.facts.workforce import allocated_cases, case_workers, work_recorded
from everychild.records import workforce as records

average_caseload = Indicator(
    ref="WF01",
    title="Average number of children held by each case worker",
    meaning="The average number of children allocated to each worker who held any at the month end.",
    why="A worker with too many children cannot know each of them.",
    of=case_workers,
    measure=Mean(case_workers.children_held, unit=Unit.EACH),
    good=Good.LOWER,
    section=WORKFORCE,
    area=CASELOADS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Workers are counted, not working hours: case systems do not hold hours. The Department "
        "for Education divides by full-time equivalents, which gives a higher figure where many work part time."
    ),
    comparator=(
        "Department for Education, Children’s social work workforce, at 30 September each year: average caseload, for "
        "each full-time equivalent."
    ),
    misuse=(
        "An average hides the worker with thirty children beside a new one with six, and staff seldom recognise it: "
        "ask for the spread as well."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Two workers, one holding 14 children and one 19.",
            rows="""
                worker   | children_held
                Worker 1 | 14
                Worker 2 | 19
            """,
            expect="16.5 children each (33 over 2)",
        ),
    ),
    synonyms=("caseload", "workload", "cases per social worker", "FTE"),
)

supervision_in_time = Indicator(
    ref="WF07",
    title="Case supervision held and recorded within {time}",
    meaning="Of the children with a worker, how many had their case discussed and written up within {time}.",
    why="A second pair of eyes on each child’s case catches drift and danger, and helps the worker to think.",
    of=allocated_cases,
    measure=Share(allocated_cases.supervised_in_time.is_yes),
    considers=allocated_cases.supervision_could_be_due.is_yes,
    good=Good.HIGHER,
    section=WORKFORCE,
    area=SUPERVISION,
    clock=CASE_SUPERVISION,
    also_needs=(records.SUPERVISION,),
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: no national interval is set. Only supervision written up by the month end counts, because "
        "what is not recorded cannot be relied on by the next worker."
    ),
    comparator="None: no national figures on case supervision are published.",
    misuse=(
        "Supervision held and not yet written up counts as not held: read it beside the time to record. A list of "
        "names gone through quickly counts as well as a real discussion."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s case was supervised in time and Bea’s was not. Nothing is recorded for Cal, and what is unknown "
                "is not on time. Dev was allocated last week and is not considered."
            ),
            rows="""
                child | supervision_could_be_due | supervised_in_time
                Ann   | yes                      | yes
                Bea   | yes                      | no
                Cal   | yes                      |
                Dev   | no                       | no
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("case supervision", "management oversight", "one to one"),
)

time_to_record = Indicator(
    ref="WF09",
    title="Average time to write up a visit or supervision",
    meaning="The average number of working days between a visit or a supervision and its being written up.",
    why="If a child is in danger tonight, what was learned on the last visit has to be where others can read it.",
    of=work_recorded,
    measure=Mean(work_recorded.working_days_to_record),
    good=Good.LOWER,
    section=WORKFORCE,
    area=SUPERVISION,
    clock=RECORDING,
    set_by=SetBy.LOCAL,
    source=(
        "Local standard. Counted in the month of the writing up, so that a backlog shows when it is being put right."
    ),
    comparator="None: no national figures on time to record are published.",
    misuse=(
        "Work never written up is not in it, and clearing a backlog makes it worse for a month: tell the reason beside "
        "it."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="One visit was written up the same day, one after 3 working days and one after 12.",
            rows="""
                child | working_days_to_record
                Ann   | 0
                Bea   | 3
                Cal   | 12
            """,
            expect="5 working days (15 over 3)",
        ),
    ),
    no_backlog="What is not written up yet cannot be seen, so it cannot be counted.",
    synonyms=("recording lag", "late recording", "case notes", "backlog"),
)

INDICATORS: tuple[Indicator, ...] = (average_caseload, supervision_in_time, time_to_record)
