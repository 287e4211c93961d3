"""The clocks facts count by: how long is allowed, counted how, said by whom.

A council sets its own lengths in council.toml under [clocks.<name>]. "Statutory" is used only where a law or
statutory guidance sets the number; the rest are local standards and say so.
"""

from everychild.calendar import Clock, CountsFrom, Unit

NATIONAL = "national"
LOCAL = "local"

EARLY_HELP_DECISION = Clock(
    "early_help_decision",
    "from a request for early help to the decision what to offer",
    3,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard. No national time is set.",
)
EARLY_HELP_ASSESSMENT = Clock(
    "early_help_assessment",
    "from the request for an early help assessment to its completion",
    30,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard. Working Together sets no time limit for early help assessments.",
)
EARLY_HELP_REPEAT = Clock(
    "early_help_repeat",
    "from the end of early help to its starting again",
    12,
    Unit.MONTHS,
    LOCAL,
    "Local standard. No national time is set.",
)
FOLLOW_UP = Clock(
    "follow_up",
    "the time children are followed up for after help or an assessment ends",
    6,
    Unit.MONTHS,
    LOCAL,
    "Local standard. The Department for Education has asked after six and twelve months and publishes neither.",
)
LONG_FOLLOW_UP = Clock(
    "long_follow_up",
    "the time children are followed up for, the longer look",
    12,
    Unit.MONTHS,
    LOCAL,
    "Local standard. The Department for Education has asked after six and twelve months and publishes neither.",
)
NEXT_STEP = Clock(
    "next_step",
    "from a contact, request or referral to the step it led to",
    1,
    Unit.MONTHS,
    LOCAL,
    "Local standard: what came later than this is taken to have another cause.",
)
CONTACT_DECISION = Clock(
    "contact_decision",
    "from a contact with the front door to the decision what to do",
    1,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard. Working Together sets one working day for decisions on referrals; many hold contacts to it too.",
)
REPEAT_CONTACT = Clock(
    "repeat_contact",
    "from one contact about a child to the next",
    3,
    Unit.MONTHS,
    LOCAL,
    "Local standard. No national time is set.",
)
REFERRAL_DECISION = Clock(
    "referral_decision",
    "from receiving a referral to the decision what to do",
    1,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Working Together to Safeguard Children: within one working day of a referral being received.",
)
ASSESSMENT = Clock(
    "assessment",
    "from the start of a social work assessment to a manager’s authorisation",
    45,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Working Together to Safeguard Children: 45 working days at most. Counted here from the start of the assessment, "
    "as in the children in need census query 8670.",
)
ASSESSMENT_FROM_REFERRAL = Clock(
    "assessment_from_referral",
    "from the referral to a manager’s authorisation of the assessment",
    45,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Working Together to Safeguard Children: 45 working days at most from the point of referral.",
)
NEED_PLAN_START = Clock(
    "need_plan_start",
    "from an assessment that found a child in need to the plan",
    10,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard. No national time is set.",
)
CHILD_IN_NEED_VISIT = Clock(
    "child_in_need_visit",
    "from one visit to a child on a child in need plan to the next",
    20,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard. Working Together sets no fixed interval for visits to children in need.",
)
FIRST_NEED_REVIEW = Clock(
    "first_need_review",
    "from the start of a child in need plan to its first review",
    42,
    Unit.CALENDAR_DAYS,
    LOCAL,
    "Local standard. No national time is set.",
)
LATER_NEED_REVIEW = Clock(
    "later_need_review",
    "from one review of a child in need plan to the next",
    3,
    Unit.MONTHS,
    LOCAL,
    "Local standard. No national time is set.",
)
LONG_NEED_PLAN = Clock(
    "long_need_plan",
    "the length a child in need plan seldom needs",
    12,
    Unit.MONTHS,
    LOCAL,
    "Local standard. No national time is set.",
)
LONG_NEED_PLAN_FIRST = Clock(
    "long_need_plan_first",
    "the length at which many councils first ask why a child in need plan is still open",
    9,
    Unit.MONTHS,
    LOCAL,
    "Local standard. No national time is set.",
)
PRIVATE_FOSTERING_VISIT = Clock(
    "private_fostering_visit",
    "from being told of a private fostering arrangement to the first visit",
    7,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Children (Private Arrangements for Fostering) Regulations 2005, regulation 4: within seven working days.",
)
ALLEGATION = Clock(
    "allegation",
    "from an allegation being reported to its conclusion",
    1,
    Unit.MONTHS,
    LOCAL,
    "Local standard. Earlier editions of Keeping Children Safe in Education expected four in five within a month.",
)
ALLEGATION_SECOND = Clock(
    "allegation_second",
    "from an allegation being reported to its conclusion, the second threshold",
    3,
    Unit.MONTHS,
    LOCAL,
    "Local standard. Earlier editions of Keeping Children Safe in Education expected nine in ten within three months.",
)
ALLEGATION_LONGEST = Clock(
    "allegation_longest",
    "from an allegation being reported to its conclusion, the longest it should take",
    12,
    Unit.MONTHS,
    LOCAL,
    "Local standard. Earlier editions of Keeping Children Safe in Education expected all but the most exceptional.",
)
RE_REFERRAL = Clock(
    "re_referral",
    "from one referral to the next",
    12,
    Unit.MONTHS,
    NATIONAL,
    "Children in need census: a referral within 12 months of the child’s previous one.",
)
SECTION_47_ENQUIRY = Clock(
    "section_47_enquiry",
    "from the strategy discussion that began a section 47 enquiry to its conclusion",
    15,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard. Guidance sets the time to a conference; an enquiry that leads to none is held to the same.",
)
INITIAL_CONFERENCE = Clock(
    "initial_conference",
    "from the strategy discussion that began the section 47 enquiry to the initial child protection conference",
    15,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Working Together to Safeguard Children; children in need census guide, target date for the conference.",
)
INITIAL_CONFERENCE_FROM_DAY_ONE = Clock(
    "initial_conference_from_day_one",
    "from the strategy discussion, its own day counted, to the initial child protection conference",
    15,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard. The same limit, a working day sooner: some procedures count the day of the discussion as day 1.",
    CountsFrom.DAY_ONE,
)
FIRST_CORE_GROUP = Clock(
    "first_core_group",
    "from the start of a child protection plan to its first core group",
    10,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Working Together to Safeguard Children: within 10 working days of the initial conference.",
)
CORE_GROUP = Clock(
    "core_group",
    "from one core group to the next",
    42,
    Unit.CALENDAR_DAYS,
    LOCAL,
    "Local standard. Guidance sets no interval after the first; procedures ask for four to six weeks.",
)
ADVOCACY_BEFORE_CONFERENCE = Clock(
    "advocacy_before_conference",
    "from offering a child an advocate to the initial conference it is offered for",
    30,
    Unit.CALENDAR_DAYS,
    LOCAL,
    "Local standard. An older offer was made for something else.",
    backwards=True,
)
ADVOCACY_IN_CARE = Clock(
    "advocacy_in_care",
    "from coming into care to the offer of an advocate",
    20,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard: by the time of the first review.",
)
FIRST_REVIEW_CONFERENCE = Clock(
    "first_review_conference",
    "from the start of a child protection plan to its first review conference",
    3,
    Unit.MONTHS,
    NATIONAL,
    "Working Together to Safeguard Children: within three months of the initial conference.",
)
LATER_REVIEW_CONFERENCE = Clock(
    "later_review_conference",
    "from one review conference to the next",
    6,
    Unit.MONTHS,
    NATIONAL,
    "Working Together to Safeguard Children: then at intervals of no more than six months.",
)
LONG_PLAN = Clock(
    "long_plan",
    "the length a child protection plan seldom reaches",
    24,
    Unit.MONTHS,
    NATIONAL,
    "Department for Education, characteristics of children in need: plans of two years or more.",
)
REPEAT_PLAN = Clock(
    "repeat_plan",
    "from the end of one child protection plan to the start of another that counts as a return",
    24,
    Unit.MONTHS,
    LOCAL,
    "Local standard. National figures count any earlier plan, however long ago.",
)
CHILD_PROTECTION_VISIT = Clock(
    "child_protection_visit",
    "from one child protection visit to the next",
    10,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard. Working Together sets no fixed interval for visits to children on a plan.",
)
CHILD_PROTECTION_VISIT_SECOND = Clock(
    "child_protection_visit_second",
    "from one child protection visit to the next, the second threshold",
    15,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard: a second threshold that shows near misses.",
)
CHILD_PROTECTION_VISIT_BACKSTOP = Clock(
    "child_protection_visit_backstop",
    "since a child on a plan was last seen",
    20,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local safeguarding backstop: nobody on a plan should go longer unseen.",
)
REPORT_TO_INITIAL_CONFERENCE = Clock(
    "report_to_initial_conference",
    "from sharing the social worker’s report to the initial conference",
    1,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard. Guidance says only that reports are shared in advance.",
    backwards=True,
)
REPORT_TO_REVIEW_CONFERENCE = Clock(
    "report_to_review_conference",
    "from sharing the social worker’s report to the review conference",
    3,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard. Guidance says only that reports are shared in advance.",
    backwards=True,
)
REPORT_TO_CARE_REVIEW = Clock(
    "report_to_care_review",
    "from sharing the social worker’s report to the review of a child in care",
    3,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard. Guidance says only that reports are shared in advance.",
    backwards=True,
)
FIRST_CARE_REVIEW = Clock(
    "first_care_review",
    "from coming into care to the first review",
    20,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33.",
)
SECOND_CARE_REVIEW = Clock(
    "second_care_review",
    "from the first review of a child in care to the second",
    3,
    Unit.MONTHS,
    NATIONAL,
    "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33.",
)
LATER_CARE_REVIEW = Clock(
    "later_care_review",
    "from one review of a child in care to the next",
    6,
    Unit.MONTHS,
    NATIONAL,
    "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33.",
)
RETURN_TO_CARE = Clock(
    "return_to_care",
    "from the end of one period of care to the start of the next",
    12,
    Unit.MONTHS,
    NATIONAL,
    "Ofsted’s list of children in care (Annex A, list 8): a second or later period of care within 12 months.",
)
SOCIAL_WORKERS_COUNTED = Clock(
    "social_workers_counted",
    "the time over which a child’s social workers are counted",
    12,
    Unit.MONTHS,
    LOCAL,
    "Local standard.",
)
LONG_IN_CARE = Clock(
    "long_in_care",
    "the time in care after which a child should have been able to settle",
    30,
    Unit.MONTHS,
    NATIONAL,
    "Department for Education, children looked after: in care for two and a half years or more.",
)
SETTLED_WITH_CARER = Clock(
    "settled_with_carer",
    "since the child came to live with the same carer",
    24,
    Unit.MONTHS,
    NATIONAL,
    "Department for Education, children looked after: in the same placement for two years or more.",
)
AT_HOME_ON_ORDER = Clock(
    "at_home_on_order",
    "since a child under a care order was placed with their own parents",
    12,
    Unit.MONTHS,
    LOCAL,
    "Local standard.",
)
PRE_PROCEEDINGS = Clock(
    "pre_proceedings",
    "from the letter before proceedings to the decision they end with",
    16,
    Unit.WEEKS,
    LOCAL,
    "Local standard. Practice in England runs from 12 to 24 weeks.",
)
CARE_PROCEEDINGS = Clock(
    "care_proceedings",
    "from the issue of care proceedings to the final hearing",
    26,
    Unit.WEEKS,
    NATIONAL,
    "Children Act 1989, section 32, as the Children and Families Act 2014 has it: within 26 weeks.",
)
CARE_VISIT = Clock(
    "care_visit",
    "from one visit to a child in care to the next",
    42,
    Unit.CALENDAR_DAYS,
    NATIONAL,
    "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28: at intervals of no more than "
    "six weeks in the first year. Longer intervals allowed later are not taken off here.",
)
HEALTH_ASSESSMENT_UNDER_FIVE = Clock(
    "health_assessment_under_five",
    "from one health assessment of a child in care under five to the next",
    6,
    Unit.MONTHS,
    NATIONAL,
    "Promoting the health and wellbeing of looked-after children: every six months before a fifth birthday.",
)
HEALTH_ASSESSMENT = Clock(
    "health_assessment",
    "from one health assessment of a child in care aged five or over to the next",
    12,
    Unit.MONTHS,
    NATIONAL,
    "Promoting the health and wellbeing of looked-after children: every 12 months from a fifth birthday.",
)
DENTAL_CHECK = Clock(
    "dental_check",
    "from one dental check of a child in care to the next",
    12,
    Unit.MONTHS,
    NATIONAL,
    "Children looked after return: teeth checked in the last 12 months.",
)
YEAR_IN_CARE = Clock(
    "year_in_care",
    "the time in care after which health measures count a child",
    12,
    Unit.MONTHS,
    NATIONAL,
    "Children looked after return, outcomes: children in care for 12 months or more.",
)
INITIAL_HEALTH_ASSESSMENT = Clock(
    "initial_health_assessment",
    "from coming into care to the first health assessment",
    20,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Promoting the health and wellbeing of looked-after children: done in time for the first review of the care plan, "
    "which is within 20 working days.",
)
INITIAL_HEALTH_ASSESSMENT_DAYS = Clock(
    "initial_health_assessment_days",
    "from coming into care to the first health assessment, counted in days",
    28,
    Unit.CALENDAR_DAYS,
    LOCAL,
    "Local standard: some councils and health services read 20 working days as 28 days.",
)
CARE_PLAN = Clock(
    "care_plan",
    "from coming into care to a care plan",
    10,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 4: before the first placement, or "
    "within ten working days of its start where that is not practicable.",
)
REPEAT_MISSING = Clock(
    "repeat_missing",
    "the stretch within which a third time missing is a pattern",
    90,
    Unit.CALENDAR_DAYS,
    LOCAL,
    "Local standard. No national number is set.",
    counts_from=CountsFrom.DAY_ONE,
)
REPEAT_MISSING_SHORT = Clock(
    "repeat_missing_short",
    "the shorter stretch within which a third time missing is a pattern",
    30,
    Unit.CALENDAR_DAYS,
    LOCAL,
    "Local standard. No national number is set; some councils hold a strategy meeting after three times in 30 days.",
    counts_from=CountsFrom.DAY_ONE,
)
INITIAL_EDUCATION_PLAN = Clock(
    "initial_education_plan",
    "from coming into care to the first personal education plan",
    10,
    Unit.SCHOOL_DAYS,
    LOCAL,
    "Local standard, widely used. Statutory guidance asks for the plan in time for the first review of the care plan.",
)
INITIAL_EDUCATION_PLAN_WORKING_DAYS = Clock(
    "initial_education_plan_working_days",
    "from coming into care to the first personal education plan, term or holiday",
    20,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Promoting the education of looked-after and previously looked-after children: in time for the first review of the "
    "care plan, which is within 20 working days.",
)
RETURN_INTERVIEW = Clock(
    "return_interview",
    "from a child’s return to the return interview",
    3,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard.",
)
RETURN_INTERVIEW_NATIONAL = Clock(
    "return_interview_national",
    "from a child’s return to the return interview",
    3,
    Unit.CALENDAR_DAYS,
    NATIONAL,
    "Statutory guidance on children who run away or go missing, 2014: within 72 hours. Where only the days are "
    "recorded, 72 hours is read as three days.",
)
PATHWAY_PLAN = Clock(
    "pathway_plan",
    "from one pathway plan review to the next",
    6,
    Unit.MONTHS,
    NATIONAL,
    "Children Act 1989 guidance, volume 3: reviewed at least every six months.",
)
CARE_LEAVER_CONTACT = Clock(
    "care_leaver_contact",
    "since the council was last in contact with a care leaver",
    2,
    Unit.MONTHS,
    NATIONAL,
    "Children Act 1989 guidance, volume 3: visited at least every two months.",
)
BEFORE_BIRTHDAY = Clock(
    "before_birthday",
    "how long before a birthday a care leaver’s position counts as that birthday’s",
    3,
    Unit.MONTHS,
    NATIONAL,
    "Children looked after return: contact from three months before the birthday to one month after it.",
)
AFTER_BIRTHDAY = Clock(
    "after_birthday",
    "how long after a birthday a care leaver’s position counts as that birthday’s",
    1,
    Unit.MONTHS,
    NATIONAL,
    "Children looked after return: contact from three months before the birthday to one month after it.",
    backwards=True,
)
PERMANENCE_PLAN = Clock(
    "permanence_plan",
    "from coming into care to a plan for permanence",
    4,
    Unit.MONTHS,
    NATIONAL,
    "Children Act 1989 guidance, volume 2: by the second review, which falls due about four months into care.",
)
ENTRY_TO_ADOPTIVE_HOME = Clock(
    "entry_to_adoptive_home",
    "from coming into care to moving in with an adoptive family",
    426,
    Unit.CALENDAR_DAYS,
    NATIONAL,
    "Department for Education, adoption scorecards: the threshold of 14 months, 426 days.",
)
PLACEMENT_ORDER_TO_MATCH = Clock(
    "placement_order_to_match",
    "from the placement order to the match with an adoptive family",
    121,
    Unit.CALENDAR_DAYS,
    NATIONAL,
    "Department for Education, adoption scorecards: the threshold of four months, 121 days.",
)
FOSTERING_REVIEW = Clock(
    "fostering_review",
    "from one review of a fostering household’s approval to the next",
    12,
    Unit.MONTHS,
    NATIONAL,
    "Fostering Services (England) Regulations 2011, regulation 28: not more than a year after approval, then yearly.",
)
UNANNOUNCED_VISIT = Clock(
    "unannounced_visit",
    "from one unannounced visit to a fostering household to the next",
    12,
    Unit.MONTHS,
    NATIONAL,
    "Fostering Services: National Minimum Standards 2011, standard 21: at least one unannounced visit a year.",
)
TEMPORARY_FOSTERING = Clock(
    "temporary_fostering",
    "the time for which relatives or friends may be approved to foster before they are assessed in full",
    112,
    Unit.CALENDAR_DAYS,
    NATIONAL,
    "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 24: 16 weeks.",
)
TEMPORARY_FOSTERING_EXTENDED = Clock(
    "temporary_fostering_extended",
    "the same where it was extended",
    168,
    Unit.CALENDAR_DAYS,
    NATIONAL,
    "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 25: eight weeks more.",
)
FOSTERING_APPROVAL = Clock(
    "fostering_approval",
    "from an enquiry about fostering to approval",
    9,
    Unit.MONTHS,
    LOCAL,
    "Local standard. Regulations limit the time from application to approval, and nothing limits it from the enquiry.",
)
CASE_SUPERVISION = Clock(
    "case_supervision",
    "from one recorded supervision of a case to the next",
    1,
    Unit.MONTHS,
    LOCAL,
    "Local standard. No national interval is set.",
)
RECORDING = Clock(
    "recording",
    "from a visit or supervision to its record",
    3,
    Unit.WORKING_DAYS,
    LOCAL,
    "Local standard.",
)

STAFF_SUPERVISION = Clock(
    "staff_supervision",
    "from one meeting of a social worker and their manager about their own practice to the next",
    1,
    Unit.MONTHS,
    LOCAL,
    "Local standard. No national interval is set.",
)
COMPLAINT_STAGE_1 = Clock(
    "complaint_stage_1",
    "from receiving a complaint to answering it at stage 1",
    10,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Children Act 1989 Representations Procedure (England) Regulations 2006: 10 working days.",
)
COMPLAINT_STAGE_1_EXTENDED = Clock(
    "complaint_stage_1_extended",
    "from receiving a complaint to answering it at stage 1, the longest allowed",
    20,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Children Act 1989 Representations Procedure (England) Regulations 2006: 10 working days, extendable to 20.",
)
COMPLAINT_STAGE_2 = Clock(
    "complaint_stage_2",
    "from the start of an investigation of a complaint at stage 2 to the answer",
    25,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Children Act 1989 Representations Procedure (England) Regulations 2006: 25 working days.",
)
COMPLAINT_STAGE_2_EXTENDED = Clock(
    "complaint_stage_2_extended",
    "from the start of an investigation of a complaint at stage 2 to the answer, the longest allowed",
    65,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Children Act 1989 Representations Procedure (England) Regulations 2006: 25 working days, extendable to 65.",
)
SERIOUS_INCIDENT = Clock(
    "serious_incident",
    "from learning of a serious incident to notifying the national panel",
    5,
    Unit.WORKING_DAYS,
    NATIONAL,
    "Working Together to Safeguard Children: within five working days of becoming aware of the incident.",
)
EHC_DECISION = Clock(
    "ehc_decision",
    "from a request for an education, health and care needs assessment to the decision whether to assess",
    42,
    Unit.CALENDAR_DAYS,
    NATIONAL,
    "Special Educational Needs and Disability Regulations 2014, regulations 4 and 5: within six weeks of the request.",
)
EHC_ADVICE = Clock(
    "ehc_advice",
    "from asking for advice in a needs assessment to receiving it",
    42,
    Unit.CALENDAR_DAYS,
    NATIONAL,
    "Special Educational Needs and Disability Regulations 2014, regulation 8: within six weeks of being asked.",
)
EHC_PLAN = Clock(
    "ehc_plan",
    "from a request for an education, health and care needs assessment to the final plan",
    140,
    Unit.CALENDAR_DAYS,
    NATIONAL,
    "Special Educational Needs and Disability Regulations 2014, regulation 13: within 20 weeks of the request.",
)
EHC_ANNUAL_REVIEW = Clock(
    "ehc_annual_review",
    "from the start of an education, health and care plan, or the letter after a review, to the next such letter",
    12,
    Unit.MONTHS,
    NATIONAL,
    "Children and Families Act 2014, section 44: reviewed within 12 months of the plan, and then of each review.",
)

CLOCKS = tuple(value for value in list(vars().values()) if isinstance(value, Clock))
"""Every clock, in the order a case meets them."""
