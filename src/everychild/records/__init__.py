"""What a council holds: every table, column and code, each documented; RECORDS in the order a case travels."""

from everychild.records.adoption import ADOPTER, ADOPTION
from everychild.records.assessed import ASSESSMENT_FACTOR, ASSESSMENT_REVIEW_POINT
from everychild.records.care_episodes import CARE_EPISODE
from everychild.records.care_leavers import CARE_LEAVER
from everychild.records.care_plans import CARE_PLAN
from everychild.records.care_reviews import CARE_REVIEW
from everychild.records.challenge import ADVOCACY_OFFER, ESCALATION
from everychild.records.child import CHILD
from everychild.records.child_protection import (
    CHILD_PROTECTION_PLAN,
    CONFERENCE,
    MEETING_REPORT,
    REVIEW_CONFERENCE,
    SECTION_47_ENQUIRY,
    VISIT,
)
from everychild.records.children_in_care import LEGAL_STATUS_SPELL, PERIOD_OF_CARE
from everychild.records.early_help import EARLY_HELP_ASSESSMENT, EARLY_HELP_EPISODE, EARLY_HELP_REQUEST
from everychild.records.education import EDUCATION_PLAN, HOME_EDUCATION, MISSING_EDUCATION, SCHOOL_ATTENDANCE
from everychild.records.exploitation import EXPLOITATION_RISK, NATIONAL_REFERRAL
from everychild.records.fostering import FOSTERING_ENQUIRY, FOSTERING_HOUSEHOLD
from everychild.records.front_door import (
    ASSESSMENT,
    CHILD_IN_NEED_EPISODE,
    CHILD_IN_NEED_PLAN,
    CHILD_IN_NEED_REVIEW,
    CONTACT,
    REFERRAL,
)
from everychild.records.health import CARE_OUTCOME, HEALTH_EVENT
from everychild.records.missing import MISSING_EPISODE, RETURN_INTERVIEW
from everychild.records.placements import PLACEMENT, PLACEMENT_COST, PLACEMENT_NOTIFICATION
from everychild.records.pre_proceedings import PRE_PROCEEDINGS
from everychild.records.private_lives import ALLEGATION, PRIVATE_FOSTERING
from everychild.records.proceedings import CARE_PROCEEDINGS, DEPRIVATION_OF_LIBERTY_ORDER
from everychild.records.protection_meetings import (
    CONFERENCE_ATTENDANCE,
    PLAN_MEETING,
    SECTION_47_OUTCOME,
    STRATEGY_DISCUSSION,
)
from everychild.records.providers import PROVIDER_INSPECTION, REGISTERED_PROVIDER
from everychild.records.quality import AUDIT, COMPLAINT, SERIOUS_INCIDENT
from everychild.records.references import CHILD_REFERENCE
from everychild.records.siblings import SIBLING_PLAN
from everychild.records.special_needs import ADVICE, APPEAL, PLAN, REQUEST, REVIEW
from everychild.records.staff import CASELOAD, STAFF, STAFF_SUPERVISION
from everychild.records.table import Codes, Column, Kind, Table
from everychild.records.workforce import ALLOCATION, SUPERVISION, WORKER_RECORD

RECORDS = (
    CHILD,
    CHILD_REFERENCE,
    EARLY_HELP_REQUEST,
    EARLY_HELP_ASSESSMENT,
    EARLY_HELP_EPISODE,
    CONTACT,
    REFERRAL,
    ASSESSMENT,
    ASSESSMENT_REVIEW_POINT,
    ASSESSMENT_FACTOR,
    CHILD_IN_NEED_EPISODE,
    STRATEGY_DISCUSSION,
    CHILD_IN_NEED_PLAN,
    CHILD_IN_NEED_REVIEW,
    PRIVATE_FOSTERING,
    ALLEGATION,
    SECTION_47_ENQUIRY,
    SECTION_47_OUTCOME,
    CONFERENCE,
    REVIEW_CONFERENCE,
    CONFERENCE_ATTENDANCE,
    CHILD_PROTECTION_PLAN,
    PLAN_MEETING,
    VISIT,
    MEETING_REPORT,
    PRE_PROCEEDINGS,
    PERIOD_OF_CARE,
    LEGAL_STATUS_SPELL,
    PLACEMENT,
    SIBLING_PLAN,
    PLACEMENT_COST,
    PLACEMENT_NOTIFICATION,
    REGISTERED_PROVIDER,
    PROVIDER_INSPECTION,
    CARE_PROCEEDINGS,
    DEPRIVATION_OF_LIBERTY_ORDER,
    CARE_REVIEW,
    CARE_PLAN,
    HEALTH_EVENT,
    CARE_OUTCOME,
    EDUCATION_PLAN,
    SCHOOL_ATTENDANCE,
    HOME_EDUCATION,
    MISSING_EDUCATION,
    CARE_LEAVER,
    ADOPTION,
    ADOPTER,
    FOSTERING_HOUSEHOLD,
    FOSTERING_ENQUIRY,
    MISSING_EPISODE,
    RETURN_INTERVIEW,
    EXPLOITATION_RISK,
    NATIONAL_REFERRAL,
    ESCALATION,
    ADVOCACY_OFFER,
    WORKER_RECORD,
    ALLOCATION,
    SUPERVISION,
    STAFF,
    CASELOAD,
    STAFF_SUPERVISION,
    AUDIT,
    COMPLAINT,
    SERIOUS_INCIDENT,
    REQUEST,
    ADVICE,
    PLAN,
    REVIEW,
    APPEAL,
)
PASSING = (CARE_EPISODE,)
"""Read from a file and made into other records before anything is kept."""

BY_NAME = {table.name: table for table in (*RECORDS, *PASSING)}

__all__ = ["BY_NAME", "PASSING", "RECORDS", "Codes", "Column", "Kind", "Table"]
