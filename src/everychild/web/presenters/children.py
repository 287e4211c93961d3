"""The children and work behind a figure, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from everychild import wording
from everychild.behind import ChildBehind
from everychild.judgement.judged import Judged
from everychild.measure.lineage import Part
from everychild.roles import Reach, Viewer
from everychild.web.editions import Asked
from everychild.web.presenters.messages import PRODUCT, Link

ROWS_SHOWN = 400
HEADINGS = {
    Part.NUMERATOR: "Counted, and meeting the condition",
    Part.DENOMINATOR: "Counted, and not meeting it",
    Part.EXCLUDED: "Left out",
}


@dataclass(frozen=True)
class ChildrenPage:
    """One figure's rows, by where they stand in it."""

    asked: Asked
    item: Judged
    rows: Sequence[ChildBehind]
    viewer: Viewer
    product: str = PRODUCT

    @property
    def heading(self) -> str:
        return f"Behind the figure: {self.item.title}"

    @property
    def title(self) -> str:
        return f"{self.heading}, {wording.month(self.asked.edition.as_at)}, {self.product}"

    @property
    def sentence(self) -> str:
        counted = sum(one.row.part is not Part.EXCLUDED for one in self.rows)
        met = sum(one.row.part is Part.NUMERATOR for one in self.rows)
        whose = {
            Reach.EVERYBODY: "in the whole council",
            Reach.OWN_TEAMS: "in your teams",
            Reach.OWN_CASES: "among your own cases",
        }.get(self.viewer.reach, "")
        return (
            f"{wording.count(counted, 'row')} {whose} {'was' if counted == 1 else 'were'} counted for "
            f"{wording.month(self.asked.edition.as_at)}, {met:,} of them meeting the condition."
        )

    @property
    def parts(self) -> list[tuple[str, str, list[tuple[ChildBehind, str]]]]:
        """Heading, how many are not shown, and the rows with their day in words."""
        found = []
        for part, heading in HEADINGS.items():
            held = [one for one in self.rows if one.row.part is part]
            if held:
                more = len(held) - ROWS_SHOWN
                note = f"The first {ROWS_SHOWN:,}; {more:,} more are told by the command behind." if more > 0 else ""
                found.append(
                    (f"{heading} ({len(held):,})", note, [(one, wording.day(one.on)) for one in held[:ROWS_SHOWN]])
                )
        return found

    @property
    def figure(self) -> Link:
        return Link(f"{self.item.ref} {self.item.title}", self.asked.place.indicator(self.item.ref))
