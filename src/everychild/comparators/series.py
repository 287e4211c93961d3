"""What may stand beside each indicator: a published series, and whether like is compared with like.

A series says where its values come from, first choice first. A share is worked out from published counts where those
are published, so that a difference can be held against chance; else it is taken as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from everychild.comparators.interactive_tool import FAMILY as TOOL
from everychild.comparators.releases.children_in_need import BANDS_OVER_45_DAYS, BANDS_TO_45_DAYS


class When(StrEnum):
    """What a year’s value tells of."""

    YEAR_TO_MARCH = "year_to_march"
    AT_31_MARCH = "at_31_march"
    AT_30_SEPTEMBER = "at_30_september"

    @property
    def is_as_at(self) -> bool:
        return self is not When.YEAR_TO_MARCH

    def in_words(self, year: int) -> str:
        return {
            When.YEAR_TO_MARCH: f"year to 31 March {year}",
            When.AT_31_MARCH: f"31 March {year}",
            When.AT_30_SEPTEMBER: f"30 September {year}",
        }[self]


class Told(StrEnum):
    """How a series’ values are told."""

    PERCENT = "percent"
    RATE = "rate"
    EACH = "children each"
    SCORE = "score"

    @property
    def in_words(self) -> str:
        return {
            Told.PERCENT: "per cent",
            Told.RATE: "for every 10,000 children",
            Told.EACH: "children for each full-time worker",
            Told.SCORE: "score",
        }[self]


@dataclass(frozen=True)
class Source:
    """Where values stand: a measure as published; or, with `whole`, sums of counts of which the share is taken."""

    family: str
    parts: tuple[str, ...]
    whole: tuple[str, ...] = ()

    @property
    def measures(self) -> tuple[str, ...]:
        return (*self.parts, *self.whole)


@dataclass(frozen=True)
class Series:
    """A published figure, year by year."""

    name: str
    title: str
    told: Told
    when: When
    sources: tuple[Source, ...]

    @property
    def wanted(self) -> frozenset[tuple[str, str]]:
        """Every (family, measure) it may be made from."""
        return frozenset((source.family, measure) for source in self.sources for measure in source.measures)


@dataclass(frozen=True)
class Comparison:
    """An indicator beside a series. Where like is not compared with like, `because` says why not."""

    ref: str
    series: Series
    is_comparable: bool
    because: str


def comparison_for(ref: str) -> Comparison | None:
    """What is set beside an indicator; None where nothing is published, or it has not been matched."""
    return _BY_REF.get(ref)


def every_series() -> tuple[Series, ...]:
    """Each series once, in the order of the first indicator beside it."""
    return tuple(dict.fromkeys(comparison.series for comparison in COMPARISONS))


def wanted_of(series: Iterable[Series]) -> frozenset[tuple[str, str]]:
    return frozenset(pair for one in series for pair in one.wanted)


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
CASELOAD = Series(
    "caseload",
    "Average caseload of children and family social workers",
    Told.EACH,
    When.AT_30_SEPTEMBER,
    (_direct("workforce", "caseload"), _direct(TOOL, "Work_Force_AvgNumCase_SW")),
)


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
    _unlike("WF01", CASELOAD, "theirs is for each full-time worker, and ours for each person who holds cases"),
)
_BY_REF = {comparison.ref: comparison for comparison in COMPARISONS}
