"""People and the record of what they did, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from everychild.journal.audit import Entry
from everychild.journal.people import Known
from everychild.roles import PARTS, Part, Role
from everychild.web.presenters.messages import PRODUCT


@dataclass(frozen=True)
class PeoplePage:
    """Everybody, and the form to add one; `problem` and `given` where it was filled in wrongly."""

    everybody: Sequence[Known]
    problem: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    heading: str = "People"
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def rows(self) -> list[tuple[Known, Part, str]]:
        """Each with the role in words and whose children they see."""
        return [(known, PARTS[known.role], ", ".join(known.teams) or known.worker or "") for known in self.everybody]

    @property
    def roles(self) -> list[tuple[Role, Part]]:
        return list(PARTS.items())


@dataclass(frozen=True)
class AuditPage:
    """The newest rows that were asked for, how many there are in all, and the anchor."""

    entries: Sequence[Entry]
    count: int
    anchor: str
    asked: Mapping[str, str]
    heading: str = "Who did and saw what"
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{self.heading}, {self.product}"
