"""The front door: contacts, what was decided about them, and referrals."""

from everychild.catalogue.indicator import Count, Example, Good, Indicator, Influence, Mix, SetBy, Share
from everychild.catalogue.published import IN_NEED_RELEASE
from everychild.catalogue.sections import FRONT_DOOR, FRONT_DOOR_DECISIONS, RE_REFERRALS, REPEAT_CONTACTS, THRESHOLDS
from everychild.facts.clocks import CONTACT_DECISION, REFERRAL_DECISION
from everychild.facts.front_door import REFERRER, contacts, referrals
from everychild.records.front_door import ASSESSMENT, CONTACT

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
    season="Schools make many of the contacts, and few while they are closed.",
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

contacts_decided = Indicator(
    ref="FD02",
    title="Contacts decided within {time}",
    meaning="Of the contacts received, how many had a decision what to do within {time}.",
    why="A worry about a child should not lie unread: the next person to look may be the one who can help.",
    of=contacts,
    measure=Share(contacts.working_days_to_decision.within(CONTACT_DECISION)),
    good=Good.HIGHER,
    section=FRONT_DOOR,
    area=FRONT_DOOR_DECISIONS,
    clock=CONTACT_DECISION,
    no_backlog="Every contact received is in the denominator, decided or not.",
    set_by=SetBy.LOCAL,
    source=(
        "Local standard: Working Together sets one working day for decisions on referrals, and many councils hold "
        "contacts to it. The day after the contact is day 1."
    ),
    comparator="None: no national figures are published, and councils record contacts too differently to compare.",
    misuse="A decision made fast is not yet a decision made well: read it beside contacts that come again.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was decided the next working day and Bea’s the day after that. Nobody has decided Cal’s, and "
                "what is unknown is not on time."
            ),
            rows="""
                child | working_days_to_decision
                Ann | 1
                Bea | 2
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "MASH",
        "front door",
        "timeliness",
        "24 hours",
    ),
)

contacts_becoming_referrals = Indicator(
    ref="FD03",
    title="Contacts that became referrals",
    meaning="Of the contacts received, how many were passed on as a referral to children’s social care.",
    why="It shows where the council draws the line, and whether people know what to bring to it.",
    of=contacts,
    measure=Share(contacts.outcome.is_one_of("referral", "strategy_discussion")),
    good=Good.RANGE,
    section=FRONT_DOOR,
    area=THRESHOLDS,
    set_by=SetBy.NOBODY,
    source="No standard is set. A contact that went straight to a strategy discussion is counted as a referral.",
    comparator="None: no national figures are published, and councils record contacts too differently to compare.",
    misuse=(
        "Both ends can be wrong: few may mean a door too hard to open or too many calls that should go elsewhere; "
        "many may mean no sorting at all."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s was passed on as a referral and Bea’s was not. What was decided about Cal is not known, and "
                "is not counted as passed on."
            ),
            rows="""
                child | outcome
                Ann | referral
                Bea | signposted
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "MASH",
        "conversion",
        "threshold",
    ),
)

contacts_ending_in_advice = Indicator(
    ref="FD04",
    title="Contacts that ended in advice or no further action",
    meaning="Of the contacts received, how many ended in advice, in being pointed elsewhere, or in nothing more.",
    why="Many callers need an answer and not a service: how many tells how well other help is known.",
    of=contacts,
    measure=Share(contacts.outcome.is_one_of("signposted", "no_further_action")),
    good=Good.NEITHER,
    section=FRONT_DOOR,
    set_by=SetBy.NOBODY,
    source="No standard is set. Counted by the decision recorded about the contact.",
    comparator="None: no national figures are published, and councils record contacts too differently to compare.",
    misuse=(
        "Advice given well may be the best help there is, and advice may also be a polite no: the figure cannot tell "
        "them apart."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says="Ann’s caller was given advice; Bea’s contact became a referral; nothing is recorded yet for Cal.",
            rows="""
                child | outcome
                Ann | signposted
                Bea | referral
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "NFA",
        "MASH",
        "signposting",
    ),
)

repeat_contacts = Indicator(
    ref="FD05",
    title="Contacts within three months of another about the child",
    meaning="Of the contacts received, how many were about a child somebody had called about in the last three months.",
    why="When people keep calling about the same child, the first answer may not have been enough.",
    of=contacts,
    measure=Share(contacts.is_repeat.is_yes),
    good=Good.LOWER,
    section=FRONT_DOOR,
    area=REPEAT_CONTACTS,
    set_by=SetBy.NOBODY,
    source="No standard is set. Two contacts about a child on one day are not repeats of each other.",
    comparator="None: no national figures are published, and councils record contacts too differently to compare.",
    misuse=(
        "Agencies are asked to call whenever they are worried, and a child with an open case is called about often: "
        "a low figure may mean people have stopped calling."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Somebody called about Ann last month, about Bea last year. Whether anybody had about Cal is not known."
            ),
            rows="""
                child | is_repeat
                Ann | yes
                Bea | no
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "MASH",
        "repeat",
        "re-contact",
    ),
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
    season="Schools make many of the referrals, and few while they are closed.",
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

referrals_decided = Indicator(
    ref="FD07",
    title="Referrals decided within {time}",
    meaning="Of the referrals received, how many had a decision what to do within {time}.",
    why="Within a day a social worker should have decided what the child needs next, and told whoever was worried.",
    of=referrals,
    measure=Share(referrals.working_days_to_decision.within(REFERRAL_DECISION)),
    good=Good.HIGHER,
    section=FRONT_DOOR,
    area=FRONT_DOOR_DECISIONS,
    clock=REFERRAL_DECISION,
    no_backlog="Every referral received is in the denominator, decided or not.",
    also_needs=(CONTACT,),
    set_by=SetBy.GUIDANCE,
    source=(
        "Statutory guidance: Working Together to Safeguard Children asks for a decision within one working day of a "
        "referral being received. The decision is read from the contact that brought the referral."
    ),
    comparator="None: the Department for Education does not collect the day of the decision.",
    misuse="A referral whose contact cannot be found counts as not in time, so poor recording looks like slow work.",
    influence=Influence.DIRECT,
    examples=(
        Example(
            says=(
                "Ann’s was decided the next working day and Bea’s the day after that. No decision can be found for "
                "Cal’s, and what is unknown is not on time."
            ),
            rows="""
                child | working_days_to_decision
                Ann | 1
                Bea | 2
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "MASH",
        "timeliness",
        "24 hours",
    ),
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

who_refers = Indicator(
    ref="FD10",
    title="Who refers children to social care",
    meaning=(
        "What share of the referrals each kind of person or agency made: police, schools, health, families and others."
    ),
    why="It shows who sees children in trouble, and whose worries never reach the council.",
    of=referrals,
    measure=Mix(by=REFERRER),
    good=Good.NEITHER,
    section=FRONT_DOOR,
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. Sources are those of the children in need census, in the groups the Department for "
        "Education publishes."
    ),
    comparator=f"{IN_NEED_RELEASE}: referrals by source.",
    misuse="A share can fall only because another rose: read it beside the number of referrals.",
    influence=Influence.LOW,
    examples=(
        Example(
            says=(
                "The police referred Ann and Bea and a school Cal. Who referred Dev was not recorded, so he is in no "
                "group."
            ),
            rows="""
                child | referrer_name
                Ann | Police
                Bea | Police
                Cal | Schools
                Dev | Not known
            """,
            expect="Police 2 of 3, Schools 1 of 3",
        ),
    ),
    synonyms=(
        "source",
        "referrers",
        "police",
        "schools",
    ),
)

referrals_assessed = Indicator(
    ref="FD11",
    title="Referrals that led to a social work assessment",
    meaning="Of the referrals received, how many led to a social work assessment of the child.",
    why="A referral accepted is a child who may need help: an assessment is how that is found out.",
    of=referrals,
    measure=Share(referrals.led_to_assessment.is_yes),
    good=Good.RANGE,
    section=FRONT_DOOR,
    area=THRESHOLDS,
    also_needs=(ASSESSMENT,),
    set_by=SetBy.NOBODY,
    source=(
        "No standard is set. An assessment counts where it began within a month of the referral (unless the council "
        "sets another time) and before the next one."
    ),
    comparator=(
        f"None that matches: {IN_NEED_RELEASE}, tells referrals that were assessed and closed, not those that led to "
        "an assessment."
    ),
    misuse=(
        "Both ends can be wrong: few may mean children turned away, many may mean assessing where less would do. The "
        "newest month rises when it is counted again."
    ),
    influence=Influence.SHARED,
    examples=(
        Example(
            says=(
                "Ann’s led to an assessment; Bea’s ended with advice. Whether Cal’s did is not known, and what is "
                "unknown is not counted."
            ),
            rows="""
                child | led_to_assessment
                Ann | yes
                Bea | no
                Cal |
            """,
            expect="1 of 3 (33.3%)",
        ),
    ),
    synonyms=(
        "conversion",
        "C&F",
        "threshold",
    ),
)

INDICATORS: tuple[Indicator, ...] = (
    contacts_received,
    contacts_decided,
    contacts_becoming_referrals,
    contacts_ending_in_advice,
    repeat_contacts,
    referrals_received,
    referrals_decided,
    re_referrals,
    referrals_no_further_action,
    who_refers,
    referrals_assessed,
)
