"""Quality assurance: audits, complaints and compliments, serious incidents, and records that are complete."""

from everychild.catalogue.indicator import Indicator
from everychild.catalogue.quality import audits, challenge, complaints, safeguards

INDICATORS: tuple[Indicator, ...] = (
    *audits.INDICATORS,
    *complaints.INDICATORS,
    *challenge.INDICATORS,
    *safeguards.INDICATORS,
)
