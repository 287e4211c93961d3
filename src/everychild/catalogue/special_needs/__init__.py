"""Special educational needs and disabilities: plans, how soon they come, their reviews, and appeals."""

from everychild.catalogue.indicator import Indicator
from everychild.catalogue.special_needs import appeals, assessments, issuing, plans

INDICATORS: tuple[Indicator, ...] = (
    *plans.INDICATORS,
    *assessments.INDICATORS,
    *issuing.INDICATORS,
    *appeals.INDICATORS,
)
