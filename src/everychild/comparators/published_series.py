"""Every series an indicator is set beside."""

from __future__ import annotations

from everychild.comparators.interactive_tool import FAMILY as TOOL
from everychild.comparators.releases.children_in_need import BANDS_OVER_45_DAYS, BANDS_TO_45_DAYS
from everychild.comparators.series import Series, Source, Told, When


def _direct(family: str, measure: str) -> Source:
    return Source(family, (measure,))


def _share(name: str, title: str, *sources: Source, when: When = When.YEAR_TO_MARCH) -> Series:
    return Series(name, title, Told.PERCENT, when, sources)


def _rate(name: str, title: str, *sources: Source, when: When = When.YEAR_TO_MARCH) -> Series:
    return Series(name, title, Told.RATE, when, sources)


REFERRALS = _rate(
    "referrals",
    "Referrals to children’s social care",
    _direct("cin_referrals", "referrals_rate"),
    _direct(TOOL, "CPP_Total_Rateper10,000"),
)
RE_REFERRALS = _share(
    "re_referrals",
    "Referrals within 12 months of a previous referral",
    Source("cin_referrals", ("re_referrals",), ("referrals",)),
    _direct("cin_referrals", "re_referrals_percent"),
    _direct(TOOL, "ReReferral"),
)
NO_FURTHER_ACTION = _share(
    "no_further_action",
    "Referrals that resulted in no further action",
    Source("cin_referrals", ("no_further_action",), ("referrals",)),
    _direct("cin_referrals", "no_further_action_percent"),
    _direct(TOOL, "CIN_Refferals_NFA"),
)
NOT_IN_NEED = _share(
    "not_in_need",
    "Referrals assessed and found not to be in need",
    Source("cin_referrals", ("not_in_need",), ("referrals",)),
    _direct("cin_referrals", "not_in_need_percent"),
    _direct(TOOL, "Referrals_AssessedNotNeed"),
)
ASSESSMENTS = _rate("assessments", "Social work assessments completed", _direct("cin_assessments", "completed_rate"))
ASSESSMENTS_IN_45_DAYS = _share(
    "assessments_in_45_days",
    "Social work assessments completed within 45 working days",
    Source("cin_assessments", BANDS_TO_45_DAYS, (*BANDS_TO_45_DAYS, *BANDS_OVER_45_DAYS)),
    _direct(TOOL, "Continue_Assess_Comp"),
)
IN_NEED = _rate(
    "in_need",
    "Children in need",
    _direct("cin_open", "at_31_march_rate"),
    _direct(TOOL, "CIN"),
    when=When.AT_31_MARCH,
)
ENQUIRIES = _rate(
    "enquiries",
    "Section 47 enquiries",
    _direct("cin_conferences", "enquiries_rate"),
    _direct(TOOL, "Section_47"),
)
CONFERENCE_CHILDREN = _rate(
    "conference_children",
    "Children with an initial child protection conference",
    _direct("cin_conferences", "conference_children_rate"),
)
_TOOL_DAYS = ("10_ICPC", "15_ICPC", "20_ICPC", "21_ICPC")
CONFERENCES_IN_15_DAYS = _share(
    "conferences_in_15_days",
    "Initial child protection conferences held within 15 working days",
    Source("cin_conferences", ("0_to_10", "11_to_15"), ("conferences",)),
    Source(TOOL, _TOOL_DAYS[:2], _TOOL_DAYS),
    _direct(TOOL, "CP_conf_15days"),
)
PLANS_REVIEWED = _share(
    "plans_reviewed",
    "Child protection plans reviewed as often as required",
    Source("cin_plans_reviewed", ("reviewed",), ("open_three_months",)),
    _direct("cin_plans_reviewed", "reviewed_percent"),
    _direct(TOOL, "RevCP"),
    when=When.AT_31_MARCH,
)
PLANS_OPEN = _rate(
    "plans_open", "Children on a child protection plan", _direct(TOOL, "CPP_rate"), when=When.AT_31_MARCH
)
PLANS_STARTED = _rate("plans_started", "Child protection plans started", _direct(TOOL, "CPP_Abuse_Rate"))
REPEAT_PLANS = _share(
    "repeat_plans",
    "Child protection plans that were a second or later plan",
    Source("cin_repeat_plans", ("subsequent",), ("started",)),
    _direct("cin_repeat_plans", "subsequent_percent"),
    _direct(TOOL, "PrevRegCPR"),
)
PLANS_OVER_TWO_YEARS = _share(
    "plans_over_two_years",
    "Children on a plan for two years or more",
    Source("cin_plans_open", ("two_years",), ("open",)),
    _direct("cin_plans_open", "two_years_percent"),
    _direct(TOOL, "CPPlans2yrsActive"),
    when=When.AT_31_MARCH,
)
PLANS_ENDED_OVER_TWO_YEARS = _share(
    "plans_ended_over_two_years", "Plans that ended after two years or more", _direct(TOOL, "CPPlans2yrs")
)
IN_CARE = _rate(
    "in_care",
    "Children looked after",
    _direct("cla_numbers", "looked_after_rate"),
    _direct(TOOL, "LAC"),
    when=When.AT_31_MARCH,
)
CARE_STARTED = _rate(
    "care_started",
    "Children starting to be looked after",
    _direct("cla_numbers", "started_rate"),
    _direct(TOOL, "LAC_Start_Rate"),
)
THREE_PLACEMENTS = _share(
    "three_placements",
    "Children looked after with three or more placements in the year",
    Source("cla_placements", ("three_or_more",), ("children",)),
    _direct("cla_placements", "three_or_more_percent"),
    _direct(TOOL, "LACStable_2016on"),
    when=When.AT_31_MARCH,
)
SAME_CARER = _share(
    "same_carer",
    "Children long looked after who have lived with the same carer for two years",
    Source("cla_placements", ("same_carer",), ("long_in_care",)),
    _direct("cla_placements", "same_carer_percent"),
    _direct(TOOL, "LAC_LongStable%"),
    when=When.AT_31_MARCH,
)
CHILDRENS_HOMES = _share(
    "childrens_homes",
    "Children looked after living in secure homes and children’s homes",
    _direct(TOOL, "LAC_SecHome_And_ChildHome"),
    when=When.AT_31_MARCH,
)
THREE_WORKERS = _share(
    "three_workers",
    "Children looked after with three or more social workers in the year",
    _direct(TOOL, "Stability_SocialWorker"),
    when=When.AT_31_MARCH,
)
ADOPTED = _share("adopted", "Children leaving care who were adopted", _direct(TOOL, "%_of LAC Adopted"))
PLACED_FAR = _share(
    "placed_far",
    "Children looked after placed more than 20 miles from home and outside the boundary",
    _direct(TOOL, "LACDistance"),
    when=When.AT_31_MARCH,
)
HEALTH_CHECKS = _share(
    "health_checks",
    "Children looked after with a health assessment up to date",
    _direct(TOOL, "LACHealth%"),
    when=When.AT_31_MARCH,
)
DENTAL_CHECKS = _share(
    "dental_checks",
    "Children looked after whose teeth were checked by a dentist",
    _direct(TOOL, "LACDental%"),
    when=When.AT_31_MARCH,
)
IMMUNISATIONS = _share(
    "immunisations",
    "Children looked after whose immunisations are up to date",
    _direct(TOOL, "LACVaccinations%"),
    when=When.AT_31_MARCH,
)
CONVICTIONS = _share(
    "convictions",
    "Children looked after convicted or given a youth caution",
    _direct(TOOL, "LAC_Convictions"),
    when=When.AT_31_MARCH,
)
SUBSTANCES = _share(
    "substances",
    "Children looked after found to have a substance misuse problem",
    _direct(TOOL, "LACSubstance"),
    when=When.AT_31_MARCH,
)
DIFFICULTIES_SCORE = Series(
    "difficulties_score",
    "Average strengths and difficulties score of children looked after",
    Told.SCORE,
    When.AT_31_MARCH,
    (_direct(TOOL, "Emotional_LAC"),),
)
CARE_LEAVERS_SUITABLE = _share(
    "care_leavers_suitable", "Care leavers in suitable accommodation", _direct(TOOL, "CareLeaverAcc")
)
CARE_LEAVERS_BUSY = _share(
    "care_leavers_busy",
    "Care leavers in education, employment or training",
    _direct(TOOL, "CareLeaverEET"),
)
CARE_LEAVERS_HIGHER = _share("care_leavers_higher", "Care leavers in higher education", _direct(TOOL, "LAC_19_HE"))
PLANS_IN_20_WEEKS = _share(
    "plans_in_20_weeks",
    "Education, health and care plans issued within 20 weeks, exceptions left out",
    _direct(TOOL, "SEN_EHC_Excpt_20wks"),
    when=When.CALENDAR_YEAR,
)
ALL_PLANS_IN_20_WEEKS = _share(
    "all_plans_in_20_weeks",
    "Education, health and care plans issued within 20 weeks, exceptions included",
    _direct(TOOL, "SEN_EHC_All_20wks"),
    when=When.CALENDAR_YEAR,
)
VACANCIES = _share(
    "vacancies",
    "Social work posts vacant, in full-time equivalents",
    _direct("workforce", "vacancy_rate"),
    _direct(TOOL, "Work_Force_Vac_Rate"),
    when=When.AT_30_SEPTEMBER,
)
AGENCY = _share(
    "agency",
    "Social workers from an agency, in full-time equivalents",
    _direct("workforce", "agency_rate"),
    _direct(TOOL, "Work_Force_Agecy_Rate"),
    when=When.AT_30_SEPTEMBER,
)
TURNOVER = _share(
    "turnover",
    "Turnover of social workers, in full-time equivalents",
    _direct("workforce", "turnover_rate"),
    _direct(TOOL, "Work_Force_TO_Rate"),
    when=When.YEAR_TO_SEPTEMBER,
)
SICKNESS = _share(
    "sickness",
    "Working time of social workers lost to sickness",
    _direct("workforce", "absence_rate"),
    _direct(TOOL, "Work_Force_SWAbsence"),
    when=When.YEAR_TO_SEPTEMBER,
)
CONFERENCES_OF_ENQUIRIES = _share(
    "conferences_of_enquiries",
    "Initial child protection conferences as a share of section 47 enquiries",
    Source("cin_conferences", ("conferences",), ("enquiries",)),
)
CASELOAD = Series(
    "caseload",
    "Average caseload of children and family social workers",
    Told.EACH,
    When.AT_30_SEPTEMBER,
    (_direct("workforce", "caseload"), _direct(TOOL, "Work_Force_AvgNumCase_SW")),
)
