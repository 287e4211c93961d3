"""What families say of the service: complaints by stage, how soon they are answered, and thanks."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, OtherRule, SetBy, Share
from everychild.catalogue.sections import COMPLAINTS, QUALITY_ASSURANCE
from everychild.facts.clocks import (
    COMPLAINT_STAGE_1,
    COMPLAINT_STAGE_1_EXTENDED,
    COMPLAINT_STAGE_2,
    COMPLAINT_STAGE_2_EXTENDED,
)
from everychild.facts.quality import complaints, complaints_answered, complaints_open, compliments

REGULATIONS = "Children Act 1989 Representations Procedure (England) Regulations 2006"
NOT_PUBLISHED = "None: no national figures on the time taken to answer complaints are published."
NOT_WITHDRAWN = ~complaints_answered.outcome.is_a("withdrawn")

received = Indicator(
    ref="QA03",
    title="Complaints received at stage 1",
    meaning="How many complaints under the children’s procedure were received at its first stage.",
    why="Each is a family or a young person telling the council that something went wrong.",
    of=complaints,
    measure=Count(),
    considers=complaints.stage.is_a("1"),
    good=Good.NEITHER,
    section=QUALITY_ASSURANCE,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Complaints under the statutory procedure for children’s social care, when they are "
        "received; corporate complaints are not in it."
    ),
    comparator="None: the Ombudsman publishes the complaints it receives itself, and not those councils answer.",
    misuse=(
        "More complaints can mean that people know how to complain and think it worth while. Very few is not always "
        "good news."
    ),
    influence=Influence.LOW,
    examples=(
        Example(
            says="Ann’s and Bea’s families complained. Bea’s took it on to stage 2, which is not counted again here.",
            rows="""
                about | stage
                Ann   | 1
                Bea   | 1
                Bea   | 2
            """,
            expect="2",
        ),
    ),
    synonyms=("complaints", "representations", "stage one", "customer relations"),
)

stage_1_in_time = Indicator(
    ref="QA04",
    title="Complaints at stage 1 answered within {time}",
    meaning="Of the complaints answered at stage 1, how many had their answer within {time}.",
    why="A quick, honest answer from those who know the family settles most complaints.",
    of=complaints_answered,
    measure=Share(complaints_answered.working_days_to_answer.within(COMPLAINT_STAGE_1)),
    considers=complaints_answered.stage.is_a("1") & NOT_WITHDRAWN,
    good=Good.HIGHER,
    section=QUALITY_ASSURANCE,
    area=COMPLAINTS,
    clock=COMPLAINT_STAGE_1,
    set_by=SetBy.LAW,
    source=(
        f"Statutory: {REGULATIONS}, 10 working days, which may be extended to 20 for a complaint that is complex or "
        "while an advocate is found. A complaint withdrawn is left out."
    ),
    comparator=NOT_PUBLISHED,
    misuse=(
        "A short reply on the ninth day counts like a proper one. Only answers sent are counted, so a pile of "
        "unanswered complaints cannot be seen in it."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was answered on the tenth working day and Bea’s on the eleventh. When Cal’s came in is not "
                "known, and what is unknown is not on time. Dev’s was withdrawn and is not considered."
            ),
            rows="""
                about | stage | outcome    | working_days_to_answer
                Ann   | 1     | upheld     | 10
                Bea   | 1     | not_upheld | 11
                Cal   | 1     | not_upheld |
                Dev   | 1     | withdrawn  | 2
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    backlog="QA12",
    other_rules=(
        OtherRule(
            name="extended",
            title="within the 20 working days to which the time may be extended",
            why="Many councils report the longest time the law allows, and look better for it.",
            measure=Share(complaints_answered.working_days_to_answer.within(COMPLAINT_STAGE_1_EXTENDED)),
            clock=COMPLAINT_STAGE_1_EXTENDED,
        ),
    ),
    synonyms=("complaints", "10 days", "20 days", "stage one", "response time"),
)

stage_2_in_time = Indicator(
    ref="QA05",
    title="Complaints at stage 2 completed within {time}",
    meaning="Of the complaints investigated at stage 2 and answered, how many took no more than {time}.",
    why="By stage 2 a family has been unhappy with one answer already, and should not wait half a year for another.",
    of=complaints_answered,
    measure=Share(complaints_answered.working_days_to_answer.within(COMPLAINT_STAGE_2)),
    considers=complaints_answered.stage.is_a("2") & NOT_WITHDRAWN,
    good=Good.HIGHER,
    section=QUALITY_ASSURANCE,
    area=COMPLAINTS,
    clock=COMPLAINT_STAGE_2,
    set_by=SetBy.LAW,
    source=(
        f"Statutory: {REGULATIONS}, 25 working days from the start of the investigation, which may be extended to 65. "
        "A complaint withdrawn is left out."
    ),
    comparator=NOT_PUBLISHED,
    misuse=(
        "There are few in a month, so one late answer halves it: read it over a year. Waiting to agree what the "
        "complaint is about delays the start and flatters the figure."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s was completed on the 25th working day and Bea’s on the 60th. When Cal’s began is not known, and "
                "what is unknown is not on time. Dev’s was at stage 1 and is not considered."
            ),
            rows="""
                about | stage | outcome     | working_days_to_answer
                Ann   | 2     | part_upheld | 25
                Bea   | 2     | not_upheld  | 60
                Cal   | 2     | upheld      |
                Dev   | 1     | upheld      | 8
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    backlog="QA13",
    other_rules=(
        OtherRule(
            name="extended",
            title="within the 65 working days to which the time may be extended",
            why="Few investigations by somebody independent are done in 25, and many councils report the longest time.",
            measure=Share(complaints_answered.working_days_to_answer.within(COMPLAINT_STAGE_2_EXTENDED)),
            clock=COMPLAINT_STAGE_2_EXTENDED,
        ),
    ),
    synonyms=("complaints", "stage two", "25 days", "65 days", "independent investigation"),
)

stage_1_overdue = Indicator(
    ref="QA12",
    title="Complaints at stage 1 still not answered after {time}",
    meaning="How many complaints at stage 1 had at the month end waited over {time} for an answer.",
    why="These families are still waiting, and a measure of answers sent leaves them out.",
    of=complaints_open,
    measure=Count(),
    considers=complaints_open.stage.is_a("1") & complaints_open.working_days_open.beyond(COMPLAINT_STAGE_1),
    good=Good.LOWER,
    section=QUALITY_ASSURANCE,
    area=COMPLAINTS,
    clock=COMPLAINT_STAGE_1,
    set_by=SetBy.LAW,
    source=f"Statutory: {REGULATIONS}, 10 working days, which may be extended to 20.",
    comparator="None: no figure as at a day is published.",
    misuse="One whose time was properly extended is counted as well, since logs seldom say so.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann’s has waited ten working days, the last allowed, and Bea’s eleven. Cal’s is at stage 2.",
            rows="""
                about | stage | working_days_open
                Ann   | 1     | 10
                Bea   | 1     | 11
                Cal   | 2     | 30
            """,
            expect="1",
        ),
    ),
    other_rules=(
        OtherRule(
            name="extended",
            title="past the 20 working days to which the time may be extended",
            why="Past that there is no excuse in law.",
            considers=complaints_open.stage.is_a("1")
            & complaints_open.working_days_open.beyond(COMPLAINT_STAGE_1_EXTENDED),
            clock=COMPLAINT_STAGE_1_EXTENDED,
        ),
    ),
    synonyms=("complaints backlog", "overdue complaints", "stage one"),
)

stage_2_overdue = Indicator(
    ref="QA13",
    title="Complaints at stage 2 still not completed after {time}",
    meaning="How many complaints at stage 2 had at the month end been under investigation for over {time}.",
    why="These families are still waiting, and a measure of answers sent leaves them out.",
    of=complaints_open,
    measure=Count(),
    considers=complaints_open.stage.is_a("2") & complaints_open.working_days_open.beyond(COMPLAINT_STAGE_2),
    good=Good.LOWER,
    section=QUALITY_ASSURANCE,
    area=COMPLAINTS,
    clock=COMPLAINT_STAGE_2,
    set_by=SetBy.LAW,
    source=f"Statutory: {REGULATIONS}, 25 working days, which may be extended to 65.",
    comparator="None: no figure as at a day is published.",
    misuse="One whose time was properly extended is counted as well, since logs seldom say so.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann’s has taken 25 working days, the last allowed, and Bea’s 26. Cal’s is at stage 1.",
            rows="""
                about | stage | working_days_open
                Ann   | 2     | 25
                Bea   | 2     | 26
                Cal   | 1     | 30
            """,
            expect="1",
        ),
    ),
    other_rules=(
        OtherRule(
            name="extended",
            title="past the 65 working days to which the time may be extended",
            why="Past that there is no excuse in law.",
            considers=complaints_open.stage.is_a("2")
            & complaints_open.working_days_open.beyond(COMPLAINT_STAGE_2_EXTENDED),
            clock=COMPLAINT_STAGE_2_EXTENDED,
        ),
    ),
    synonyms=("complaints backlog", "overdue complaints", "stage two"),
)

upheld = Indicator(
    ref="QA06",
    title="Complaints upheld in part or in full",
    meaning="Of the complaints answered with a finding, how many were upheld in part or in full.",
    why="An upheld complaint is the council agreeing that it did wrong, and a thing to learn from.",
    of=complaints_answered,
    measure=Share(complaints_answered.outcome.is_one_of("upheld", "part_upheld")),
    considers=complaints_answered.outcome.is_known & NOT_WITHDRAWN,
    good=Good.LOWER,
    section=QUALITY_ASSURANCE,
    area=COMPLAINTS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. All stages together; a complaint taken further is counted again at its next stage. Those "
        "withdrawn, and those whose finding is not recorded, are left out."
    ),
    comparator="None: the Ombudsman publishes what it upholds itself, which is another and much smaller thing.",
    misuse=(
        "A council that defends everything upholds little: a low figure may be pride. What was changed afterwards "
        "matters more."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s was upheld in part and Bea’s was not. Cal’s was withdrawn, and the finding of Dev’s is not "
                "recorded: neither is considered."
            ),
            rows="""
                about | outcome
                Ann   | part_upheld
                Bea   | not_upheld
                Cal   | withdrawn
                Dev   |
            """,
            expect="1 of 2 (50.0%)",
        ),
    ),
    synonyms=("complaint outcomes", "fault found", "Ombudsman", "LGSCO", "learning"),
)

thanks = Indicator(
    ref="QA07",
    title="Compliments received",
    meaning="How many compliments about children’s services were received and written down.",
    why="What families thank workers for shows what good help looks like to them.",
    of=compliments,
    measure=Count(),
    good=Good.HIGHER,
    section=QUALITY_ASSURANCE,
    set_by=SetBy.NOBODY,
    source="A count, with no standard. Only compliments that somebody entered in the log are in it.",
    comparator="None: no national figures on compliments are published.",
    misuse=(
        "It counts how well compliments are written down as much as how many there were. They do not weigh against "
        "complaints: the one is not the other’s price."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Two families wrote to say thank you.",
            rows="""
                about
                Ann
                Bea
            """,
            expect="2",
        ),
    ),
    synonyms=("compliments", "thanks", "positive feedback", "voice"),
)

INDICATORS: tuple[Indicator, ...] = (
    received,
    stage_1_in_time,
    stage_1_overdue,
    stage_2_in_time,
    stage_2_overdue,
    upheld,
    thanks,
)
