"""Local extracts: what no statutory return holds and a council's own case system must tell us.

One table to a CSV file or to a sheet. The headings are those of our own specification; councils may use their own.
"""

from everychild.layouts.local import quality, special_needs, staff
from everychild.layouts.local.assessed import ASSESSMENT_FACTORS, ASSESSMENT_REVIEW_POINTS
from everychild.layouts.local.care import CARE_PLANS, CLA_REVIEWS
from everychild.layouts.local.challenge import ADVOCACY_OFFERS, ESCALATIONS
from everychild.layouts.local.children_in_need import CHILD_IN_NEED_PLANS, CHILD_IN_NEED_REVIEWS
from everychild.layouts.local.contacts import CONTACT_DECISIONS
from everychild.layouts.local.early_help import EARLY_HELP_ASSESSMENTS, EARLY_HELP_EPISODES, EARLY_HELP_REFERRALS
from everychild.layouts.local.education import (
    HOME_EDUCATION,
    MISSING_EDUCATION,
    PERSONAL_EDUCATION_PLANS,
    SCHOOL_ATTENDANCE,
)
from everychild.layouts.local.exploitation import EXPLOITATION_RISK, NATIONAL_REFERRALS
from everychild.layouts.local.fostering import FOSTERING_ENQUIRIES, FOSTERING_HOUSEHOLDS
from everychild.layouts.local.health import CARE_OUTCOMES, HEALTH_ASSESSMENTS
from everychild.layouts.local.meetings import MEETING_REPORTS
from everychild.layouts.local.missing import MISSING_EPISODES, RETURN_HOME_INTERVIEWS
from everychild.layouts.local.placement_costs import PLACEMENT_COSTS, PLACEMENT_NOTIFICATIONS
from everychild.layouts.local.placements import LEGAL_STATUSES, PLACEMENTS
from everychild.layouts.local.pre_proceedings import PRE_PROCEEDINGS
from everychild.layouts.local.private_lives import ALLEGATIONS, PRIVATE_FOSTERING
from everychild.layouts.local.proceedings import CARE_PROCEEDINGS, DEPRIVATION_OF_LIBERTY
from everychild.layouts.local.protection_meetings import (
    CONFERENCE_LOG,
    CORE_GROUPS,
    SECTION_47_ENQUIRIES,
    STRATEGY_DISCUSSIONS,
)
from everychild.layouts.local.references import CHILD_REFERENCES
from everychild.layouts.local.siblings import SIBLING_PLANS
from everychild.layouts.local.visits import VISITS
from everychild.layouts.local.workforce import ALLOCATIONS, CASE_SUPERVISION

TABLES = (
    CHILD_REFERENCES,
    EARLY_HELP_REFERRALS,
    EARLY_HELP_ASSESSMENTS,
    EARLY_HELP_EPISODES,
    CONTACT_DECISIONS,
    ASSESSMENT_REVIEW_POINTS,
    ASSESSMENT_FACTORS,
    CHILD_IN_NEED_PLANS,
    CHILD_IN_NEED_REVIEWS,
    PRIVATE_FOSTERING,
    ALLEGATIONS,
    MEETING_REPORTS,
    CLA_REVIEWS,
    CARE_PLANS,
    HEALTH_ASSESSMENTS,
    CARE_OUTCOMES,
    STRATEGY_DISCUSSIONS,
    SECTION_47_ENQUIRIES,
    CONFERENCE_LOG,
    CORE_GROUPS,
    ESCALATIONS,
    ADVOCACY_OFFERS,
    PRE_PROCEEDINGS,
    PERSONAL_EDUCATION_PLANS,
    SCHOOL_ATTENDANCE,
    HOME_EDUCATION,
    MISSING_EDUCATION,
    MISSING_EPISODES,
    RETURN_HOME_INTERVIEWS,
    FOSTERING_HOUSEHOLDS,
    FOSTERING_ENQUIRIES,
    EXPLOITATION_RISK,
    NATIONAL_REFERRALS,
    CASE_SUPERVISION,
    VISITS,
    ALLOCATIONS,
    *staff.TABLES,
    *quality.TABLES,
    *special_needs.TABLES,
    PLACEMENTS,
    LEGAL_STATUSES,
    CARE_PROCEEDINGS,
    DEPRIVATION_OF_LIBERTY,
    SIBLING_PLANS,
    PLACEMENT_COSTS,
    PLACEMENT_NOTIFICATIONS,
)

__all__ = ["TABLES"]
