"""The story Northbrook's files tell, in numbers, by how many months are left to go: nought is the last month.

It ends in April 2019, with Easter late in the month, and follows a real committee paper's five areas for improvement.
"""

from __future__ import annotations

from types import MappingProxyType

EARLY_HELP_YEAR = range(1, 13)
"""The twelve months before the last: the financial year the paper looks back on."""

EARLY_HELP_MEAN_OF_YEAR = 40
EARLY_HELP_MEANS_OF_MONTHS = MappingProxyType({1: 29, 0: 43})
EARLY_HELP_USUAL = (37.5, 43.5)
EARLY_HELP_LEAST, EARLY_HELP_MOST = 36, 46

REPORT_WORKING_DAYS = MappingProxyType({"initial_conference": 1, "review_conference": 3, "care_review": 3})
"""How many working days before each meeting the social worker's report is to reach the family."""

RETURN_INTERVIEW_WORKING_DAYS = 3

SUPERVISIONS_RECORDED_LATE = MappingProxyType({6: 0.07, 5: 0.11, 4: 0.14, 3: 0.26, 2: 0.29, 1: 0.33, 0: 0.385})


def early_help_spread(to_go: int) -> float:
    """How far apart the times taken are, in working days."""
    return 14.0 if to_go < 0 else 11.0


def early_help_mean_after(to_go: int) -> float:
    """The mean for those still open when the story ends, who will have waited longer still."""
    return 50.0 - 1.0 * to_go


def reports_on_time(to_go: int) -> float:
    """The share of social workers' reports shared in time, for all children together."""
    return 0.63 if to_go <= 0 else 0.925


def dual_plan_reports_on_time(to_go: int) -> float:
    """The same for children on a plan and in care at once, who need several reports for several meetings."""
    return 0.35 if to_go <= 0 else 0.75


def return_interviews_on_time(to_go: int) -> float:
    """Held within three working days, of those deemed necessary."""
    return 0.525 if to_go <= 0 else 0.86


def supervisions_recorded_late(to_go: int) -> float:
    """None until seven months before the end; then more each month, though as many are held."""
    return SUPERVISIONS_RECORDED_LATE.get(max(to_go, 0), 0.0)


def seen_within_10_days(month_number: int) -> float:
    """Children on a plan visited in the last 10 working days: too few, all along, and fewer in the holidays."""
    return {4: 0.635, 8: 0.63, 12: 0.63}.get(month_number, 0.675)


def seen_within_15_days(to_go: int) -> float:
    """Within 15 working days: the quiet improvement."""
    return 0.80 + 0.13 * _part(to_go, since=24)


def not_seen_for_20_days(to_go: int) -> float:
    return 0.035 * (1 - _part(to_go, since=20))


def _part(to_go: int, since: int) -> float:
    """How much of the way has been gone, from nought until `since` to one at the end."""
    return min(1.0, max(0.0, 1 - to_go / since))
