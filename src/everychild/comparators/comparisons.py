"""Which series stands beside which indicator, and whether like is compared with like."""

from __future__ import annotations

from everychild.comparators.published_series import (
    ADOPTED,
    AGENCY,
    ALL_PLANS_IN_20_WEEKS,
    ASSESSMENTS,
    ASSESSMENTS_IN_45_DAYS,
    CARE_LEAVERS_BUSY,
    CARE_LEAVERS_HIGHER,
    CARE_LEAVERS_SUITABLE,
    CARE_STARTED,
    CASELOAD,
    CHILDRENS_HOMES,
    CONFERENCE_CHILDREN,
    CONFERENCES_IN_15_DAYS,
    CONFERENCES_OF_ENQUIRIES,
    CONVICTIONS,
    DENTAL_CHECKS,
    DIFFICULTIES_SCORE,
    ENQUIRIES,
    HEALTH_CHECKS,
    IMMUNISATIONS,
    IN_CARE,
    IN_NEED,
    NO_FURTHER_ACTION,
    NOT_IN_NEED,
    PLACED_FAR,
    PLANS_ENDED_OVER_TWO_YEARS,
    PLANS_IN_20_WEEKS,
    PLANS_OPEN,
    PLANS_OVER_TWO_YEARS,
    PLANS_REVIEWED,
    PLANS_STARTED,
    RE_REFERRALS,
    REFERRALS,
    REPEAT_PLANS,
    SAME_CARER,
    SICKNESS,
    SUBSTANCES,
    THREE_PLACEMENTS,
    THREE_WORKERS,
    TURNOVER,
    VACANCIES,
)
from everychild.comparators.series import Comparison, Series


def comparison_for(ref: str) -> Comparison | None:
    """What is set beside an indicator; None where nothing is published, or it has not been matched."""
    return _BY_REF.get(ref)


def every_series() -> tuple[Series, ...]:
    """Each series once, in the order of the first indicator beside it."""
    return tuple(dict.fromkeys(comparison.series for comparison in COMPARISONS))


def _like(ref: str, series: Series, because: str) -> Comparison:
    return Comparison(ref, series, True, because)


def _unlike(ref: str, series: Series, because: str) -> Comparison:
    return Comparison(ref, series, False, because)


_TWELVE_MONTHS = (
    "Both take children in care for at least 12 months. Theirs is as at 31 March, for a whole year’s cohort."
)
_BIRTHDAYS = "theirs tells how things stood around each birthday in the year, and ours how they stand at the month end"

COMPARISONS = (
    _like("FD06", REFERRALS, "Both count referrals in a year for every 10,000 children."),
    _like("FD08", RE_REFERRALS, "Both count referrals within 12 months of the child’s previous one, over a year."),
    _like("FD09", NO_FURTHER_ACTION, "Both count referrals on which nothing more was done, over a year."),
    _like("AS01", ASSESSMENTS, "Both count assessments completed in a year for every 10,000 children."),
    _like(
        "AS02", ASSESSMENTS_IN_45_DAYS, "Both count assessments completed in a year that took 45 working days or fewer."
    ),
    _unlike("AS06", NOT_IN_NEED, "theirs is a share of referrals, and ours of assessments"),
    _unlike("CN01", IN_NEED, "theirs counts care leavers too, and so is higher"),
    _like("CP02", ENQUIRIES, "Both count enquiries in a year for every 10,000 children."),
    _unlike(
        "CP03",
        CONFERENCES_OF_ENQUIRIES,
        "theirs divides the year’s conferences by its enquiries, whichever led where",
    ),
    _unlike("CP05", CONFERENCE_CHILDREN, "theirs is a yearly rate, and ours counts different children in a month"),
    _like(
        "CP06",
        CONFERENCES_IN_15_DAYS,
        "Both count conferences held in a year within 15 working days of the discussion.",
    ),
    _unlike("CP10", PLANS_REVIEWED, "theirs counts children on a plan for three months at 31 March, and ours reviews"),
    _like("CP12", PLANS_OPEN, "Both count children on a plan on one day for every 10,000 children."),
    _like("CP13", PLANS_STARTED, "Both count plans started in a year for every 10,000 children."),
    _like(
        "CP15",
        REPEAT_PLANS,
        "Both count plans started in a year for a child who had been on a plan before, however long ago.",
    ),
    _like(
        "CP17", PLANS_OVER_TWO_YEARS, "Both count children on a plan on one day. Many councils’ figures are held back."
    ),
    _like("CP18", PLANS_ENDED_OVER_TWO_YEARS, "Both count plans that ended in a year."),
    _like("CC01", IN_CARE, "Both count children in care on one day for every 10,000 children."),
    _like("CC02", CARE_STARTED, "Both count children coming into care in a year for every 10,000 children."),
    _like(
        "PL01", THREE_PLACEMENTS, "Both count children in care on one day by their placements in the 12 months before."
    ),
    _like("CC13", THREE_WORKERS, "Both count children in care on one day by their social workers in the year before."),
    _like(
        "PL02",
        SAME_CARER,
        "Both take children under 16 in care for two and a half years, and where they lived for two.",
    ),
    _unlike("PL03", PLACED_FAR, "theirs leaves out those placed inside the council’s boundary"),
    _unlike("PL07", CHILDRENS_HOMES, "theirs counts secure homes as well"),
    _unlike("PL05", PLACED_FAR, "theirs counts only those placed more than 20 miles from home as well"),
    _like("RH07", HEALTH_CHECKS, _TWELVE_MONTHS),
    _like("RH08", DENTAL_CHECKS, _TWELVE_MONTHS),
    _like("RH09", IMMUNISATIONS, _TWELVE_MONTHS),
    _like(
        "RH11", DIFFICULTIES_SCORE, "Both average the scores of children aged 4 to 16 in care for at least 12 months."
    ),
    _like("RH19", CONVICTIONS, "Both take children aged ten or over in care for at least 12 months."),
    _like("RH22", SUBSTANCES, _TWELVE_MONTHS),
    _unlike("CL03", CARE_LEAVERS_SUITABLE, _BIRTHDAYS),
    _unlike("CL04", CARE_LEAVERS_BUSY, _BIRTHDAYS),
    _unlike("CL11", CARE_LEAVERS_HIGHER, _BIRTHDAYS),
    _like("AD02", ADOPTED, "Both count children whose care ended in the year, and of them those adopted."),
    _like(
        "SE03",
        PLANS_IN_20_WEEKS,
        "Both count new plans issued over 12 months without exceptions. Theirs is a calendar year.",
    ),
    _like("SE04", ALL_PLANS_IN_20_WEEKS, "Both count new plans issued over 12 months. Theirs is a calendar year."),
    _like("WF03", VACANCIES, "Both count posts in full-time equivalents on one day."),
    _like("WF04", AGENCY, "Both count workers in full-time equivalents on one day."),
    _like("WF05", TURNOVER, "Both are yearly rates of leavers. Theirs divides by those in post at the year’s end."),
    _like("WF06", SICKNESS, "Both are working time lost over a year."),
    _unlike("WF01", CASELOAD, "theirs is for each full-time worker, and ours for each person who holds cases"),
)
_BY_REF = {comparison.ref: comparison for comparison in COMPARISONS}
