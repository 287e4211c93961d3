"""What came into the census, and what left it, from 2017 to 2026. A census of 2025 is of the year to 31 March 2025.

Between the published schemas nothing else changed; the label of N1 did in 2026, and its code did not.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """An element, or some codes of one, with the first census that has them or the last that had."""

    table: str
    element: str
    codes: frozenset[str] = frozenset()
    first: int | None = None
    last: int | None = None

    def fits(self, census: int) -> bool:
        return (self.first is None or census >= self.first) and (self.last is None or census <= self.last)

    def in_words(self) -> str:
        return f"came with the census of {self.first}" if self.first else f"left with the census of {self.last}"


CHANGES = (
    Change("AssessmentFactors", "AssessmentFactors", frozenset({"18B", "18C", "19B", "19C"}), first=2021),
    Change("AssessmentFactors", "AssessmentFactors", frozenset({"18A", "19A"}), last=2020),
    Change("AssessmentFactors", "AssessmentFactors", frozenset({"24A"}), first=2022),
    Change("CINPlanDates", "CINPlanStartDate", first=2022),
    Change("CINdetails", "ReferralSource", frozenset({"5D"}), first=2023),
    Change("CINdetails", "ReasonForClosure", frozenset({"RC9"}), first=2023),
    Change("Child", "GenderCurrent", last=2024),
    Change("Child", "Sex", first=2025),
)
