"""A count beside the children there are: per 10,000, by whose estimate, and whether brought up to a year."""

from __future__ import annotations

from everychild import wording
from everychild.council import Council
from everychild.judgement.judged import Judged
from everychild.measure.rate import rate_of


def rate_in_words(item: Judged, council: Council) -> str:
    """ "41.3 for every 10,000 children, brought up to a year (36,500 children in mid-2018)"; else nothing."""
    rate = rate_of(item.figure, item.indicator, council.population_in(item.figure.as_at.year))
    if rate is None:
        return ""
    yearly = ", brought up to a year" if rate.is_annualised else ""
    people = f"{rate.population.children:,} children in mid-{rate.population.year}"
    return f"{wording.rounded(rate.value, 1)} for every 10,000 children{yearly} ({people})"
