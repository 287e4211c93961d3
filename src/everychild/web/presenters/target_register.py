"""The register of targets, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from everychild import wording
from everychild.catalogue import BY_REF
from everychild.journal.proposals import Proposed
from everychild.judgement.preview import Preview
from everychild.judgement.register import Registered, Standing
from everychild.judgement.status import Status
from everychild.judgement.targets import target_in_words
from everychild.web.presenters.messages import PRODUCT


@dataclass(frozen=True)
class TargetsPage:
    """The register, what is proposed, and the form as it was filled in, with what a trial showed."""

    found: Sequence[Registered]
    proposals: Sequence[Proposed]
    problem: str
    given: Mapping[str, str]
    tried: Preview | None
    person: str
    heading: str = "Targets"
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def sentence(self) -> str:
        now = [row for row in self.found if row.standing is Standing.IN_FORCE]
        overdue = sum(row.review_overdue for row in now)
        said = f"{wording.count(len(now), 'target is', 'targets are')} in force."
        if overdue:
            said += f" {wording.count(overdue, 'review is', 'reviews are')} overdue."
        return wording.sentence(said)

    @property
    def rows(self) -> list[tuple[str, str, str, str, str, str]]:
        return [
            (
                f"{row.indicator.ref} {row.indicator.title.replace(' {time}', '')}",
                target_in_words(row.target, row.indicator),
                f"{row.standing.in_words} since {wording.day(row.target.since)}",
                row.target.who,
                row.target.why,
                (wording.day(row.target.next_review) if row.target.next_review else "")
                + (", overdue" if row.review_overdue else ""),
            )
            for row in self.found
        ]

    @property
    def waiting(self) -> list[tuple[Proposed, str, bool]]:
        """Each proposal, in words, and whether this person may confirm it: never one's own."""
        return [
            (
                proposed,
                f"{proposed.target.indicator}: {target_in_words(proposed.target, BY_REF[proposed.target.indicator])} "
                f"from {wording.day(proposed.target.since)}, because: {proposed.target.why}",
                not proposed.decision and proposed.who != self.person,
            )
            for proposed in self.proposals
        ]

    @property
    def trial(self) -> list[tuple[str, int, int]]:
        """Each status, and how many of the months had it and would have had it."""
        if self.tried is None:
            return []
        asked = (Status.ON_TARGET, Status.CLOSE, Status.OFF_TARGET)
        return [(status.in_words, self.tried.was(status), self.tried.would_be(status)) for status in asked]

    @property
    def list_would_change(self) -> str:
        if self.tried is None:
            return ""
        came = ", ".join(area.area.title for area in self.tried.came)
        left = ", ".join(area.area.title for area in self.tried.left)
        if not came and not left:
            return "This month’s list of areas for improvement would be the same."
        said = (f"On to this month’s list: {came}." if came else "", f"Off it: {left}." if left else "")
        return " ".join(part for part in said if part)
