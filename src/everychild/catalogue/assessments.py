"""Social work assessments: how many, how long, what they find, and who comes back."""

from everychild.catalogue.indicator import (
    Count,
    Example,
    Good,
    Indicator,
    Influence,
    Mean,
    Mix,
    OtherRule,
    SetBy,
    Share,
)
from everychild.catalogue.published import IN_NEED_RELEASE
from everychild.catalogue.sections import (
    ASSESSMENT_TIMELINESS,
    ASSESSMENTS,
    RE_REFERRALS,
    SEEN_IN_ASSESSMENT,
    THRESHOLDS,
)
from everychild.facts.assessments import (
    FACTOR,
    LENGTH,
    assessments_authorised,
    assessments_followed_up,
    assessments_open,
    factors_found,
    review_points_due,
)
from everychild.facts.clocks import ASSESSMENT, ASSESSMENT_FROM_REFERRAL

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
    other_rules=(
        OtherRule(
            name="from_referral",
            title="counted from the referral, where one led to the assessment, and else from its start",
            why="Working Together counts from the referral; the national release counts from the assessment’s start.",
            measure=Share(assessments_authorised.working_days_from_referral.within(ASSESSMENT_FROM_REFERRAL)),
            clock=ASSESSMENT_FROM_REFERRAL,
        ),
    ),
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
    other_rules=(
        OtherRule(
            name="from_referral",
            title="counted from the referral, where one led to the assessment, and else from its start",
            why="Working Together counts from the referral; the national release counts from the assessment’s start.",
            measure=Mean(assessments_authorised.working_days_from_referral),
            clock=ASSESSMENT_FROM_REFERRAL,
        ),
    ),
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

assessments_by_length = Indicator(
    ref="AS07",
    title="How long social work assessments take, in bands",
    meaning=(
        "What share of the assessments completed took each length of time, from ten working days or fewer to 46 or "
        "more."
    ),
    why="An average hides both the rushed and the very late: the bands show where most children’s wait lies.",
    of=assessments_authorised,
    measure=Mix(by=LENGTH),
    good=Good.NEITHER,
    section=ASSESSMENTS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set for the bands; the longest time allowed is another indicator. Counted from the start of "
        "the assessment, in the bands of the national release."
    ),
    comparator=f"{IN_NEED_RELEASE}: assessments completed, by length in bands.",
    misuse=(
        "Many in the band before the limit may mean that work waits for the limit; many in the shortest may mean "
        "that children are hardly met."
    ),
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s took 45 working days, the last of its band, and Bea’s 46. When Cal’s began is not known, so "
                "he is in no band."
            ),
            rows="""
                child | length_name
                Ann | 41 to 45
                Bea | 46 or more
                Cal | Not known
            """,
            expect="41 to 45 1 of 2, 46 or more 1 of 2",
        ),
    ),
    synonyms=(
        "C&F",
        "duration",
        "bands",
        "45 days",
    ),
)

reviewed_by_the_agreed_day = Indicator(
    ref="AS08",
    title="Assessments a manager reviewed by the day agreed",
    meaning="Of the review points that fell due in assessments, how many a manager had held by the day agreed.",
    why=(
        "Looking again part of the way through keeps an assessment as short as the child needs, not as long as allowed."
    ),
    of=review_points_due,
    measure=Share(review_points_due.reviewed_in_time.is_yes),
    good=Good.HIGHER,
    section=ASSESSMENTS,
    area=ASSESSMENT_TIMELINESS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set nationally: each assessment has its own day, agreed when it begins. The day is an "
        "optional item of the children in need census."
    ),
    comparator="None: the Department for Education publishes nothing about review points.",
    misuse="It can be ticked without a word being said, and days set late are easily kept.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was reviewed on the day agreed and Bea’s a day later. Nothing is recorded for Cal, and what "
                "is unknown is not on time."
            ),
            rows="""
                child | reviewed_in_time
                Ann | yes
                Bea | no
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "C&F",
        "internal review point",
        "checkpoint",
    ),
)

factors_at_the_end = Indicator(
    ref="AS09",
    title="What assessments found in children’s lives",
    meaning=(
        "What share each kind of factor makes of all those found at the end of assessments, such as domestic abuse."
    ),
    why="It says what families are struggling with, and so what help the council needs to have.",
    of=factors_found,
    measure=Mix(by=FACTOR),
    good=Good.NEITHER,
    section=ASSESSMENTS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Factors are those of the children in need census, in groups; an assessment may find "
        "several. Answers of no factors found belong to no group."
    ),
    comparator=f"{IN_NEED_RELEASE}: factors identified at the end of assessment.",
    misuse="Workers tick what they look for: a factor that rises after training was there before.",
    influence=Influence.LOW,
    examples=(
        Example(
            says=(
                "Ann’s assessment found domestic abuse and neglect, Bea’s domestic abuse. Cal’s found nothing, which "
                "is no kind of factor."
            ),
            rows="""
                child | factor_name
                Ann | Domestic abuse
                Ann | Neglect
                Bea | Domestic abuse
                Cal | Not known
            """,
            expect="Domestic abuse 2 of 3, Neglect 1 of 3",
        ),
    ),
    synonyms=(
        "C&F",
        "factors",
        "domestic abuse",
        "mental health",
        "toxic trio",
    ),
)

back_within_six_months = Indicator(
    ref="AS10",
    title="Assessments that found no need, with the child back within six months",
    meaning=(
        "Of the assessments that found no need, ended six months before: how many children were referred or assessed "
        "again."
    ),
    why="A child who comes back so soon may have needed help the first time.",
    of=assessments_followed_up,
    measure=Share(assessments_followed_up.came_back.is_yes),
    considers=assessments_followed_up.followed_for.is_a("follow_up"),
    good=Good.LOWER,
    section=ASSESSMENTS,
    area=RE_REFERRALS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Counted in the month the six months are over, so it tells of assessments finished half "
        "a year ago."
    ),
    comparator="None: the Department for Education has looked for such a figure and publishes none.",
    misuse="Some children come back for quite another reason, and a low figure may mean that nobody looked again.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was referred again in time. Bea was not. Whether Cal was is not known. Dev is followed up for "
                "twelve months and is counted elsewhere."
            ),
            rows="""
                child | followed_for | came_back
                Ann | follow_up | yes
                Bea | follow_up | no
                Cal | follow_up |
                Dev | long_follow_up | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "NFA",
        "re-referral",
        "repeat",
    ),
)

back_within_a_year = Indicator(
    ref="AS11",
    title="Assessments that found no need, with the child back within 12 months",
    meaning=(
        "Of the assessments that found no need, ended 12 months before: how many children were referred or assessed "
        "again."
    ),
    why="A year shows whether closing was right, where six months may only show a quiet spell.",
    of=assessments_followed_up,
    measure=Share(assessments_followed_up.came_back_in_the_longer.is_yes),
    considers=assessments_followed_up.followed_for.is_a("long_follow_up"),
    good=Good.LOWER,
    section=ASSESSMENTS,
    area=RE_REFERRALS,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Counted in the month the 12 months are over, so it tells of assessments finished a year "
        "ago."
    ),
    comparator="None: the Department for Education has looked for such a figure and publishes none.",
    misuse="It is old news by the time it can be told: a change of practice shows in it only a year later.",
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann was referred again ten months later. Bea was not. Whether Cal was is not known. Dev is followed "
                "up for six months and is counted elsewhere."
            ),
            rows="""
                child | followed_for | came_back_in_the_longer
                Ann | long_follow_up | yes
                Bea | long_follow_up | no
                Cal | long_follow_up |
                Dev | follow_up | yes
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "NFA",
        "re-referral",
        "repeat",
    ),
)

INDICATORS: tuple[Indicator, ...] = (
    assessments_completed,
    assessments_in_time,
    average_length,
    assessments_open_too_long,
    seen_during_assessment,
    assessments_no_further_action,
    assessments_by_length,
    reviewed_by_the_agreed_day,
    factors_at_the_end,
    back_within_six_months,
    back_within_a_year,
)
