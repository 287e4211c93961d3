"""The parts of the dashboard, in committee order, and the areas the committee hears about as one."""

from everychild.catalogue.indicator import Area, Section

EARLY_HELP = Section("early-help", "Early help")
FRONT_DOOR = Section("front-door", "Front door")
ASSESSMENTS = Section("assessments", "Assessments")
CHILDREN_IN_NEED = Section("children-in-need", "Children in need")
CHILD_PROTECTION = Section("child-protection", "Child protection")
CHILDREN_IN_CARE = Section("children-in-care", "Children in care")
MISSING = Section("missing", "Missing and exploitation")
CARE_LEAVERS = Section("care-leavers", "Care leavers")
ADOPTION = Section("adoption", "Adoption and permanence")
FOSTERING = Section("fostering", "Fostering")
EDUCATION = Section("education", "Education")
WORKFORCE = Section("workforce", "Workforce and supervision")
QUALITY_ASSURANCE = Section("quality-assurance", "Quality assurance and complaints", "Quality assurance")
SEND = Section("send", "Special educational needs and disabilities", "Special educational needs")

SECTIONS = (
    EARLY_HELP,
    FRONT_DOOR,
    ASSESSMENTS,
    CHILDREN_IN_NEED,
    CHILD_PROTECTION,
    CHILDREN_IN_CARE,
    MISSING,
    CARE_LEAVERS,
    ADOPTION,
    FOSTERING,
    EDUCATION,
    WORKFORCE,
    QUALITY_ASSURANCE,
    SEND,
)

EARLY_HELP_TIMELINESS = Area("early_help_timeliness", "Timeliness of early help assessments")
EARLY_HELP_REQUESTS = Area("early_help_requests", "Decisions on requests for early help")
EARLY_HELP_PARTNERS = Area("early_help_partners", "Early help led by other agencies")
EARLY_HELP_OUTCOMES = Area("early_help_outcomes", "What comes of early help")
FAMILY_MEETINGS = Area("family_meetings", "Family group meetings offered in time")
FRONT_DOOR_DECISIONS = Area("front_door_decisions", "Decisions on contacts and referrals")
REPEAT_CONTACTS = Area("repeat_contacts", "Children contacted about again")
RE_REFERRALS = Area("re_referrals", "Children referred again")
THRESHOLDS = Area("thresholds", "What referrals, assessments and conferences lead to")
PRIVATE_FOSTERING = Area("private_fostering", "Visits to children who are privately fostered")
ALLEGATIONS = Area("allegations", "Allegations against adults who work with children")
ASSESSMENT_TIMELINESS = Area("assessment_timeliness", "Timeliness of social work assessments")
SEEN_IN_ASSESSMENT = Area("seen_in_assessment", "Children seen during their assessment")
ENQUIRY_TIMELINESS = Area("enquiry_timeliness", "Timeliness of section 47 enquiries")
VIEWS_AT_CONFERENCES = Area("views_at_conferences", "Children’s views at child protection conferences")
CORE_GROUPS = Area("core_groups", "Timeliness of core groups")
NEED_PLANS = Area("need_plans", "Child in need plans: visits, reviews and length")
UNALLOCATED = Area("unallocated", "Children without a case worker")
CONFERENCE_TIMELINESS = Area("conference_timeliness", "Timeliness of child protection conferences")
REPORTS_TO_MEETINGS = Area(
    "reports_to_meetings",
    "Timeliness of social worker reports to child protection conferences and reviews of children in care",
)
PLAN_LENGTH = Area("plan_length", "Child protection plans: repeats and length")
SEEN_ALONE = Area("seen_alone", "Children seen alone")
ADVOCACY = Area("advocacy", "Advocates offered to children")
ALLOCATED_WORKERS = Area("allocated_workers", "Children with a qualified social worker of their own")
CHILD_PROTECTION_VISITS = Area("child_protection_visits", "Timeliness of visits to children on child protection plans")
COMING_AND_GOING = Area("coming_into_and_leaving_care", "Children coming into care and leaving it")
LEGAL_STATUS = Area("legal_status_in_care", "Legal status and court proceedings of children in care")
SOCIAL_WORKERS_IN_CARE = Area("social_workers_in_care", "Social workers of children in care")
SEEN_ALONE_IN_CARE = Area("seen_alone_in_care", "Children in care seen alone")
CARE_VISITS_AND_REVIEWS = Area("care_visits_and_reviews", "Visits to and reviews of children in care")
PLACEMENTS = Area("placements", "Placements of children in care")
HOMES_FOR_CHILDREN = Area("homes_for_children", "The kinds of home children in care live in")
HEALTH_IN_CARE = Area("health_in_care", "Health of children in care")
FEELINGS_IN_CARE = Area("feelings_in_care", "How children in care are feeling and behaving")
OFFENDING_IN_CARE = Area("offending_in_care", "Offending by children in care")
GOING_MISSING = Area("going_missing", "Children who go missing")
EDUCATION_IN_CARE = Area("education_in_care", "Education of children in care")
ATTENDANCE_OF_THOSE_HELPED = Area("attendance_of_those_helped", "School attendance of children on a plan")
RETURN_INTERVIEWS = Area("return_interviews", "Timeliness of return interviews for children who have been missing")
CARE_LEAVERS_SUPPORT = Area("care_leavers_support", "Support for care leavers")
WAITING_FOR_ADOPTION = Area("waiting_for_adoption", "How long children wait for adoption")
PERMANENCE = Area("permanence", "Permanent homes for children in care")
FOSTER_CARE = Area("foster_care", "Foster homes: enough of them, and looked after")
CASELOADS = Area("caseloads", "Children held by each case worker")
SUPERVISION = Area("supervision", "Case supervision and recording")
PLANS_IN_TIME = Area("plans_in_time", "Timeliness of education, health and care plans")
PLAN_REVIEWS = Area("plan_reviews", "Annual reviews of education, health and care plans")
PLANS_ELSEWHERE = Area("plans_elsewhere", "Education, health and care plans with a school outside the area")
APPEALS = Area("appeals", "Appeals about education, health and care plans")
STAFFING = Area("staffing", "Social work staffing: vacancies, agency workers, turnover and sickness")
STAFF_SUPERVISION = Area("staff_supervision", "Supervision of social workers")
AUDITS = Area("audits", "Audits of cases")
COMPLAINTS = Area("complaints", "Complaints")
SERIOUS_INCIDENTS = Area("serious_incidents", "Serious incidents notified")
COMPLETE_RECORDS = Area("complete_records", "Completeness of children’s records")
