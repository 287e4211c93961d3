"""Children in need: referrals, assessments, enquiries, conferences and plans, released each autumn."""

from __future__ import annotations

from everychild.comparators.releases.family import Family, Measure

_TITLE = "Department for Education, Children in need"
_YEAR = "year ended 31 March"
BANDS_TO_45_DAYS = ("same_day", "1_to_10", "11_to_20", "21_to_30", "31_to_40", "41_to_45")
BANDS_OVER_45_DAYS = ("46_to_50", "51_to_60", "61_and_over")

FAMILIES = (
    Family(
        "cin_open",
        _TITLE,
        _YEAR,
        (("Anypoint_episodes",), ("At31_episodes",)),
        (
            Measure("at_31_march", ("At31_episodes",)),
            Measure("at_31_march_rate", ("At31_episodes_rate",)),
        ),
    ),
    Family(
        "cin_referrals",
        _TITLE,
        _YEAR,
        (("referral_count", "Referrals"), ("rereferral_percent", "Re_referrals_percent")),
        (
            Measure("referrals", ("referral_count", "Referrals")),
            Measure("referrals_rate", ("referral_rate", "Referrals_rate")),
            Measure("re_referrals", ("rereferral_count", "Re_referrals")),
            Measure("re_referrals_percent", ("rereferral_percent", "Re_referrals_percent")),
            Measure("no_further_action", ("no_further_action_count", "No_Further_Action")),
            Measure("no_further_action_percent", ("no_further_action_percent", "No_Further_Action_percent")),
            Measure("not_in_need", ("not_in_need_count", "Not_in_Need")),
            Measure("not_in_need_percent", ("not_in_need_percent", "Not_in_Need_percent")),
        ),
    ),
    Family(
        "cin_assessments",
        _TITLE,
        _YEAR,
        (("Assessments_completed",), ("41-45_days",)),
        (
            Measure("completed", ("Assessments_completed",)),
            Measure("completed_rate", ("Assessments_completed_rate",)),
            Measure("same_day", ("Same_day",)),
            Measure("1_to_10", ("1-10_days",)),
            Measure("11_to_20", ("11-20_days",)),
            Measure("21_to_30", ("21-30_days",)),
            Measure("31_to_40", ("31-40_days",)),
            Measure("41_to_45", ("41-45_days",)),
            Measure("46_to_50", ("46-50_days",)),
            Measure("51_to_60", ("51-60_days",)),
            Measure("61_and_over", ("61+_days",)),
        ),
    ),
    Family(
        "cin_conferences",
        _TITLE,
        _YEAR,
        (("Section47",), ("ICPC",), ("Duration_11-15_days",)),
        (
            Measure("enquiries", ("Section47",)),
            Measure("enquiries_rate", ("Section47_rate",)),
            Measure("conferences", ("ICPC",)),
            Measure("conference_children_rate", ("ICPC_child_rate",)),
            Measure("0_to_10", ("Duration_0-10_days",)),
            Measure("11_to_15", ("Duration_11-15_days",)),
        ),
    ),
    Family(
        "cin_repeat_plans",
        _TITLE,
        _YEAR,
        (("CPP_start",), ("CPP_subsequent",)),
        (
            Measure("started", ("CPP_start",)),
            Measure("subsequent", ("CPP_subsequent",)),
            Measure("subsequent_percent", ("CPP_subsequent_percent",)),
        ),
    ),
    Family(
        "cin_plans_open",
        _TITLE,
        _YEAR,
        (("CPP_At31",), ("2_years_or_more",)),
        (
            Measure("open", ("CPP_At31",)),
            Measure("two_years", ("2_years_or_more",)),
            Measure("two_years_percent", ("2_years_or_more_percent",)),
        ),
    ),
    Family(
        "cin_plans_reviewed",
        _TITLE,
        _YEAR,
        (("CPP_At31_3Months",), ("Reviewed_within_timescales",)),
        (
            Measure("open_three_months", ("CPP_At31_3Months",)),
            Measure("reviewed", ("Reviewed_within_timescales",)),
            Measure("reviewed_percent", ("Reviewed_within_timescales_percent",)),
        ),
    ),
)
