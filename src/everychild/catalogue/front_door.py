"""The front door, social work assessments and children in need."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Mean, SetBy, Share
from everychild.catalogue.sections import (
    ASSESSMENT_TIMELINESS,
    ASSESSMENTS,
    CHILDREN_IN_NEED,
    FRONT_DOOR,
    RE_REFERRALS,
    SEEN_IN_ASSESSMENT,
    THRESHOLDS,
)
from everychild.facts.clocks import ASSESSMENT
from everychild.facts.front_door import (
    assessments_authorised,
    assessments_open,
    children_in_need,
    contacts,
    referrals,
)

IN_NEED_RELEASE = "Department for Education, Children in need, yearly by council"

contacts_received = Indicator(
    ref="FD01",
    title="Contacts received at the front door",
    meaning="How many times somebody got in touch about a child with a worry or a question, each child counted.",
    why="Every contact is somebody worried about a child, and each one needs a decision.",
    of=contacts,
    measure=Count(per_10_000=True),
    good=Good.NEITHER,
    section=FRONT_DOOR,
    set_by=SetBy.NOBODY,
    source="A count, with no standard. Counted once for each child, as in the inspection list of contacts.",
    comparator="None: no national figures are published, and councils record contacts too differently to compare.",
    misuse=(
        "A rise may mean better awareness, a new form or a change in what is written down, as well as more worry about "
        "children."
    ),
    influence=Influence.LOW,
    examples=(
        Example(
            says="Somebody called about Ann twice; a single call about Bea and Cal counts once for each of them.",
            rows="""
                child
                Ann
                Ann
                Bea
                Cal
            """,
            expect="4",
        ),
    ),
    synonyms=("MASH", "hub", "demand", "enquiries"),
)

referrals_received = Indicator(
    ref="FD06",
    title="Referrals to children’s social care",
    meaning="How many times a child was passed to children’s social care for its help, counted once for each child.",
    why="A referral is the door to help for a child whose needs go beyond what family, school and early help can meet.",
    of=referrals,
    measure=Count(per_10_000=True),
    good=Good.RANGE,
    section=FRONT_DOOR,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. New information about a child whose case is already open is not a referral "
        "(children in need census)."
    ),
    comparator=f"{IN_NEED_RELEASE}: referrals in the year, and their rate for every 10,000 children.",
    misuse=(
        "Both ends can be wrong: few may mean a door too hard to open, many may mean other help missing. It can be "
        "moved by calling the same event a contact."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann was referred, her case was closed and she was referred again; Bea was referred once.",
            rows="""
                child | is_re_referral
                Ann   | no
                Ann   | yes
                Bea   | no
            """,
            expect="3",
        ),
    ),
    synonyms=("MASH", "demand", "referral rate"),
)

re_referrals = Indicator(
    ref="FD08",
    title="Children referred again within 12 months",
    meaning="Of the referrals received, how many were for a child who had already been referred in the year before.",
    why="A child who is referred again may not have had the right help the first time.",
    of=referrals,
    measure=Share(referrals.is_re_referral.is_yes),
    good=Good.LOWER,
    section=FRONT_DOOR,
    area=RE_REFERRALS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Counted as the children in need census does, from one referral to the next; some councils "
        "count from the closing of the last case, which gives a higher figure."
    ),
    comparator=f"{IN_NEED_RELEASE}: referrals within 12 months of a previous referral.",
    misuse=(
        "A low figure is not always good: it falls when worries about a child are added to an open case, or are never "
        "passed on."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was last referred five months ago, Bea three years ago and Cal never. Whether Dev was referred "
                "before is not known, so he is not counted as referred again."
            ),
            rows="""
                child | is_re_referral
                Ann   | yes
                Bea   | no
                Cal   | no
                Dev   |
            """,
            expect="1 of 4 (25.0%)",
        ),
    ),
    synonyms=("re-referral", "repeat referral", "revolving door"),
)

referrals_no_further_action = Indicator(
    ref="FD09",
    title="Referrals that went no further",
    meaning="Of the referrals received, how many ended with no further action by children’s social care.",
    why="Each is a child and family drawn into social care who turned out to need a different kind of help, or none.",
    of=referrals,
    measure=Share(referrals.no_further_action.is_yes),
    good=Good.LOWER,
    section=FRONT_DOOR,
    area=THRESHOLDS,
    set_by=SetBy.NOBODY,
    source="No standard is set. Counted by the no further action flag of the children in need census.",
    comparator=f"{IN_NEED_RELEASE}: referrals that resulted in no further action.",
    misuse=(
        "Councils that screen at the contact stage show few and those that screen after referral show many: the figure "
        "says more about where the line is drawn than about how well."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s referral went no further; Bea’s led to an assessment; for Cal no decision is recorded yet, and "
                "what is unknown is not counted as so."
            ),
            rows="""
                child | no_further_action
                Ann   | yes
                Bea   | no
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("NFA", "no further action", "threshold", "conversion"),
)

assessments_completed = Indicator(
    ref="AS01",
    title="Social work assessments completed",
    meaning="How many social work assessments a manager authorised as complete in the period, one for each child.",
    why="An assessment is how a child’s needs come to be understood and a decision about help comes to be made.",
    of=assessments_authorised,
    measure=Count(per_10_000=True),
    good=Good.NEITHER,
    section=ASSESSMENTS,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Complete when a manager has authorised it, not when the worker has finished "
        "(children in need census)."
    ),
    comparator=f"{IN_NEED_RELEASE}: assessments completed in the year, and their rate for every 10,000 children.",
    misuse="A busy month may be a backlog being cleared: read it beside the assessments still open.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Three assessments were authorised in the month; how long they took does not matter here.",
            rows="""
                child | working_days_taken
                Ann   | 12
                Bea   | 45
                Cal   | 70
            """,
            expect="3",
        ),
    ),
    synonyms=("C&F", "child and family assessment", "single assessment", "volume"),
)

assessments_in_time = Indicator(
    ref="AS02",
    title="Social work assessments completed within {time}",
    meaning="Of the social work assessments completed, how many were authorised within {time} of being started.",
    why="A child at risk, or in need, should not wait longer than that for a decision about help.",
    of=assessments_authorised,
    measure=Share(assessments_authorised.working_days_taken.within(ASSESSMENT)),
    good=Good.HIGHER,
    section=ASSESSMENTS,
    area=ASSESSMENT_TIMELINESS,
    clock=ASSESSMENT,
    backlog="AS04",
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Working Together to Safeguard Children allows 45 working days at most, from the referral. "
        "Counted here from the start of the assessment, as the census’s own year-end check does, because many "
        "assessments begin on cases already open."
    ),
    comparator=(
        f"{IN_NEED_RELEASE}: assessments completed within 45 working days. Check which day that year’s release counts "
        "from before comparing closely."
    ),
    misuse=(
        "It can be lifted by leaving late assessments open, since only completed ones count, and a good figure hides "
        "easy cases held to the forty-fifth day."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was authorised on the last day allowed and Bea’s the day after. When Cal’s began is not known, "
                "and what is unknown is not on time."
            ),
            rows="""
                child | working_days_taken
                Ann   | 45
                Bea   | 46
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("C&F", "single assessment", "45 days", "timeliness"),
)

average_length = Indicator(
    ref="AS03",
    title="Average time to complete a social work assessment",
    meaning="The average number of working days from the start of a social work assessment to its authorisation.",
    why="The limit is a limit, not a target: many children’s needs can be understood much sooner.",
    of=assessments_authorised,
    measure=Mean(assessments_authorised.working_days_taken),
    good=Good.LOWER,
    section=ASSESSMENTS,
    area=ASSESSMENT_TIMELINESS,
    clock=ASSESSMENT,
    backlog="AS04",
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Working Together to Safeguard Children sets the longest time allowed and no average. "
        "Counted from the start of the assessment."
    ),
    comparator=f"{IN_NEED_RELEASE}: length of assessments in bands, with a median rather than an average.",
    misuse=(
        "Very short is not good either: an assessment needs time to see the child and hear from others. One very long "
        "assessment moves the average."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Two assessments, of 20 and 41 working days; Cal’s length is not known and is left out.",
            rows="""
                child | working_days_taken
                Ann   | 20
                Bea   | 41
                Cal   |
            """,
            expect="30.5 working days (61 over 2)",
        ),
    ),
    synonyms=("C&F", "single assessment", "duration", "mean days"),
)

assessments_open_too_long = Indicator(
    ref="AS04",
    title="Social work assessments open for longer than {time}",
    meaning="How many social work assessments were still not authorised, and already late, at the month end.",
    why="These are children still waiting, and a figure about completed assessments does not count them.",
    of=assessments_open,
    measure=Count(),
    considers=assessments_open.working_days_open.beyond(ASSESSMENT),
    good=Good.LOWER,
    section=ASSESSMENTS,
    area=ASSESSMENT_TIMELINESS,
    clock=ASSESSMENT,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Working Together to Safeguard Children allows 45 working days at most. The children in "
        "need census runs the same check at 31 March, from the start of the assessment."
    ),
    comparator="None: the Department for Education publishes the length of completed assessments only.",
    misuse=(
        "An assessment done and not yet authorised counts as open, so a manager away from work can look like children "
        "waiting: ask which it is."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says="Ann’s is a day late and Cal’s five weeks late; Bea’s is due today and is not yet late.",
            rows="""
                child | working_days_open
                Ann   | 46
                Bea   | 45
                Cal   | 70
            """,
            expect="2",
        ),
    ),
    synonyms=("C&F", "overdue", "backlog", "open assessments"),
)

seen_during_assessment = Indicator(
    ref="AS05",
    title="Children seen during their assessment",
    meaning="Of the social work assessments completed, how many record that the worker saw the child.",
    why="Nobody can understand a child’s life without meeting the child.",
    of=assessments_authorised,
    measure=Share(assessments_authorised.child_seen.is_yes),
    considers=assessments_authorised.is_unborn.is_no,
    good=Good.HIGHER,
    section=ASSESSMENTS,
    area=SEEN_IN_ASSESSMENT,
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Working Together to Safeguard Children expects the child to be seen; no percentage is "
        "set. Unborn children are left out."
    ),
    comparator="None: no council figures are published.",
    misuse="Seen is not listened to, and a yes may be ticked for a glimpse at the door: sample the records behind it.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann was seen and Bea was not. Nothing is recorded for Cal, and what is unknown does not count as "
                "seen. Dev was not yet born and is not considered."
            ),
            rows="""
                child | child_seen | is_unborn
                Ann   | yes        | no
                Bea   | no         | no
                Cal   |            | no
                Dev   |            | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("C&F", "child seen", "voice of the child"),
)

assessments_no_further_action = Indicator(
    ref="AS06",
    title="Social work assessments that found no need for social care",
    meaning="Of the social work assessments completed, how many found that the child did not need social care.",
    why="An assessment is a weighty thing in a family’s life, and should be kept for children who may need it.",
    of=assessments_authorised,
    measure=Share(assessments_authorised.support_required.is_no),
    good=Good.RANGE,
    section=ASSESSMENTS,
    area=THRESHOLDS,
    set_by=SetBy.NOBODY,
    source="No standard is set. Counted by the answer recorded when the assessment was authorised.",
    comparator=(
        f"{IN_NEED_RELEASE}: children assessed and found not to be in need. Theirs counts referrals, not assessments."
    ),
    misuse=(
        "Both ends can be wrong: many may mean assessing too readily, few may mean that children who should be "
        "assessed are not."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was found not to need social care and Bea to need it. Cal’s answer is not recorded, and what is "
                "unknown is not counted as no need."
            ),
            rows="""
                child | support_required
                Ann   | no
                Bea   | yes
                Cal   |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=("NFA", "C&F", "no further action", "threshold"),
)

children_with_an_open_case = Indicator(
    ref="CN01",
    title="Children with an open social care case",
    meaning="How many children had an open social care case of any kind at the month end, from assessment to care.",
    why="Each of these children is relying on the council for help or protection today.",
    of=children_in_need,
    measure=Count(per_10_000=True),
    good=Good.RANGE,
    section=CHILDREN_IN_NEED,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Two rules are in use: the Department for Education counts every open episode of "
        "need, care leavers included; this follows the inspection list, which leaves care leavers out."
    ),
    comparator=f"{IN_NEED_RELEASE}: children in need at 31 March, which counts care leavers too and so is higher.",
    misuse=(
        "Cases that should have been closed stay in it and lift it; it is not the number on a child in need plan, "
        "which is usually meant in conversation."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann is in care, Bea is on a child in need plan and Cal is being assessed: all three count.",
            rows="""
                child | case_status
                Ann   | in_care
                Bea   | in_need
                Cal   | assessment
            """,
            expect="3",
        ),
    ),
    synonyms=("CIN", "children in need", "open cases", "section 17"),
)

children_on_a_need_plan = Indicator(
    ref="CN02",
    title="Children on a child in need plan",
    meaning="How many children were being helped through a child in need plan at the month end.",
    why="A plan says what will change for the child, who will do it and by when.",
    of=children_in_need,
    measure=Count(per_10_000=True),
    considers=children_in_need.case_status.is_a("in_need"),
    good=Good.RANGE,
    section=CHILDREN_IN_NEED,
    set_by=SetBy.NOBODY,
    source=(
        "A count, with no standard. Each child is counted by the highest status of the case, so a child on a child "
        "protection plan or in care is not here."
    ),
    comparator=(
        "None that matches: the Department for Education’s children in need are everyone with an open case, which is "
        "another indicator."
    ),
    misuse="Plans left open after the work has ended lift it, and a step down from a protection plan adds to it.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Only Bea’s highest status is a child in need plan; Dev’s status was not in the extract.",
            rows="""
                child | case_status
                Ann   | protection_plan
                Bea   | in_need
                Cal   | assessment
                Dev   |
            """,
            expect="1",
        ),
    ),
    synonyms=("CIN", "child in need plan", "section 17"),
)

INDICATORS: tuple[Indicator, ...] = (
    contacts_received,
    referrals_received,
    re_referrals,
    referrals_no_further_action,
    assessments_completed,
    assessments_in_time,
    average_length,
    assessments_open_too_long,
    seen_during_assessment,
    assessments_no_further_action,
    children_with_an_open_case,
    children_on_a_need_plan,
)
