"""People and the record of what they did, in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from everychild import wording
from everychild.journal.audit import Entry
from everychild.journal.people import Known
from everychild.roles import PARTS, Part, Role
from everychild.web.presenters.messages import PRODUCT


@dataclass(frozen=True)
class PersonRow:
    """One person on the page, and what can be done about how they sign in."""

    person: Known
    part: Part
    scope: str
    has_second_factor: bool
    address: str
    is_viewer: bool


@dataclass(frozen=True)
class GivenLink:
    """What somebody chooses a password by: told once, to whoever asked for it."""

    sign_in_name: str
    address: str
    until: datetime
    heading: str = "A link to choose a password by"
    label: str = "Link"
    about: str = (
        "Give it to them yourself, and to nobody else. It is shown this once and opens once. Until they have "
        "chosen, no password opens anything in their name, and they are signed out everywhere."
    )

    @property
    def lead(self) -> str:
        """The hour by the clock on the wall."""
        good_until = f"{self.until:%H:%M} on {wording.day(self.until.date())}"
        return f"For whoever signs in as {self.sign_in_name}, until {good_until}."


@dataclass(frozen=True)
class PeoplePage:
    """Everybody, and the form to add one; `problem` and `given` where it was filled in wrongly."""

    everybody: Sequence[Known]
    problem: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    have_second_factor: Collection[str] = ()
    are_linked: Collection[str] = ()
    single_sign_on: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)
    viewer: str = ""
    link: GivenLink | None = None
    heading: str = "People"
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def rows(self) -> list[PersonRow]:
        """Each with the role in words and whose children they see."""
        return [
            PersonRow(
                known,
                PARTS[known.role],
                ", ".join(known.teams) or known.worker or "",
                known.sign_in_name in self.have_second_factor,
                self.addresses.get(known.sign_in_name, ""),
                known.sign_in_name == self.viewer,
            )
            for known in self.everybody
        ]

    @property
    def to_link(self) -> list[Known]:
        """Those who are there and are nobody yet in the council’s single sign-on."""
        if not self.single_sign_on:
            return []
        return [known for known in self.everybody if known.is_active and known.sign_in_name not in self.are_linked]

    @property
    def link_heading(self) -> str:
        return f"Link somebody to {self.single_sign_on}"

    @property
    def reference_label(self) -> str:
        return f"Their reference in {self.single_sign_on}"

    @property
    def subject_label(self) -> str:
        """Where the council has a single sign-on: with the reference the person was shown, no link is given."""
        return f"Their reference in {self.single_sign_on}, if they sign in by it" if self.single_sign_on else ""

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
