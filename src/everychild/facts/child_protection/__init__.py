"""Facts of child protection: enquiries, conferences, reports to them, plans and visits."""

from everychild.facts.child_protection import conferences, enquiries, plans, reports, visits
from everychild.facts.fact import Fact

FACTS: tuple[Fact, ...] = (
    *enquiries.FACTS,
    *conferences.FACTS,
    *reports.FACTS,
    *plans.FACTS,
    *visits.FACTS,
)
