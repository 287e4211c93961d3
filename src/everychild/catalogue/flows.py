"""How work passes from one stage to the next: what a section’s strip shows, each number an indicator’s own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from everychild.catalogue.indicator import Section
from everychild.catalogue.sections import ADOPTION, ASSESSMENTS, CHILD_PROTECTION, EARLY_HELP, FRONT_DOOR


@dataclass(frozen=True)
class Stage:
    """How many reached it; where told, what share of the stage before went on to it, and how long that took.

    Each is the reference of an indicator.
    """

    reached: str
    share: str | None = None
    time: str | None = None


REFERRED = Stage("FD06", share="FD03")
ASSESSED = Stage("AS01", share="FD11", time="AS03")

FLOWS: Mapping[Section, tuple[Stage, ...]] = {
    EARLY_HELP: (Stage("EH01"), Stage("EH03", share="EH13", time="EH04")),
    FRONT_DOOR: (Stage("FD01"), REFERRED, ASSESSED),
    ASSESSMENTS: (Stage("FD06"), ASSESSED),
    CHILD_PROTECTION: (Stage("CP01"), Stage("CP02"), Stage("CP05", share="CP03"), Stage("CP13", share="CP07")),
    ADOPTION: (Stage("AD06"), Stage("AD10"), Stage("AD01", time="AD04")),
}
"""A section that is not here has no stages that follow one another."""
