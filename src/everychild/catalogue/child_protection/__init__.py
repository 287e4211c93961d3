"""Child protection: enquiries, conferences, reports to them, plans and visits."""

from everychild.catalogue.child_protection import (
    conferences,
    core_groups,
    enquiries,
    plan_length,
    plans,
    reports,
    visits,
)
from everychild.catalogue.indicator import Indicator

INDICATORS: tuple[Indicator, ...] = (
    *enquiries.INDICATORS,
    *conferences.INDICATORS,
    *reports.INDICATORS,
    *plans.INDICATORS,
    *plan_length.INDICATORS,
    *core_groups.INDICATORS,
    *visits.INDICATORS,
)
