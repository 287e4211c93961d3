"""Data quality in words: the rules that touch figures, the others that found something, the clean and the not run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from everychild import wording
from everychild.doubts import Doubts, Line, Touched
from everychild.quality.fault import Severity
from everychild.roles import Need, Reach, Viewer
from everychild.web.presenters.figures import shown
from everychild.web.presenters.frame import Frame, frame
from everychild.web.presenters.messages import Link

if TYPE_CHECKING:
    from everychild.web.editions import Asked

BECAME = {Severity.QUERY: "Used, and asked about", Severity.SET_ASIDE: "Set aside, and not used"}
NO_TEAM, NO_WORKER = "No team named", "Nobody named"
NO_RANGE = "Not to be told: one row may add any amount"


@dataclass(frozen=True)
class FigureTouched:
    """An indicator, its figure as it is told, and the lowest and highest it could be."""

    link: Link
    told: str
    could_be: str
    rows: int


@dataclass(frozen=True)
class RuleFound:
    """One rule on one column of one list."""

    title: str
    where: str
    rows: str
    became: str
    messages: tuple[str, ...]
    figures: tuple[FigureTouched, ...]

    @property
    def found(self) -> str:
        """Where, how many rows, and what became of them; nothing of a file as a whole, whose message says it all."""
        return wording.sentence(". ".join((self.where, self.rows, f"{self.became}."))) if self.rows else self.where


@dataclass(frozen=True)
class QualityWords:
    """Headings and labels, which are the same on every such page."""

    rules_that_touch: str = "Rules that touch published figures"
    about_ranges: str = (
        "The range is what the figure would be if every row asked about, or set aside, were settled one way "
        "or the other. A row set aside has no sure date, so any of them could belong to this month. It is "
        "the widest the rows allow, and no guess."
    )
    figures_touched: str = "Figures touched:"
    could_be: str = "could be"
    nothing_touches: str = "No rule found anything that touches a figure."
    how_far: str = "How far each figure could move"
    how_far_table: str = "How far each figure could move, table"
    all_rules_together: str = "All rules together, if every row in doubt were settled one way or the other"
    figure: str = "Figure"
    could_be_head: str = "Could be"
    rows_in_doubt: str = "Rows in doubt"
    everything_else: str = "Everything else that was found"
    nothing_else_found: str = "Nothing else was found."
    whose_rows: str = "Whose rows they are"
    whose_rows_table: str = "Whose rows they are, table"
    about_whose_rows: str = (
        "Rows asked about or set aside, by the team and worker they name. A row set aside names nobody."
    )
    by_worker: str = "By worker"
    nobodys_rows: str = "None of the rows is of a team of yours."
    clean: str = "Clean"
    about_clean: str = "Asked of so many lists, and nothing was found."
    not_run: str = "Not run, because"
    all_were_run: str = "Every rule was run."
    indicator: str = "Indicator"
    team: str = "Team"
    rows: str = "Rows"


@dataclass(frozen=True)
class QualityPage:
    """The page of one edition, as this viewer may read it."""

    asked: Asked
    found: Doubts
    viewer: Viewer
    words: QualityWords = QualityWords()

    @cached_property
    def frame(self) -> Frame:
        return frame(self.asked, f"Data quality, {wording.month(self.asked.edition.as_at)}", "quality/")

    @property
    def sentence(self) -> str:
        touched = len(self.found.together)
        counted = len(self.asked.edition.indicators)
        if not touched:
            return f"No rule found anything that touches a published figure: all {counted} pass every check."
        return (
            f"{wording.count(counted - touched, 'indicator')} of {counted} pass every check. "
            f"What was found touches the figures of the other {touched}."
        )

    @property
    def rules(self) -> list[tuple[str, int]]:
        """How the rules stand, each counted once."""
        touching = {line.rule for line in self.found.found if line.touches}
        other = {line.rule for line in self.found.found} - touching
        return [
            ("Touch a published figure", len(touching)),
            ("Found something else", len(other)),
            ("Clean", len(self.found.clean)),
            ("Not run", len(self.found.not_run)),
        ]

    @property
    def touching(self) -> list[RuleFound]:
        return [self._rule(line) for line in self.found.found if line.touches]

    @property
    def others(self) -> list[RuleFound]:
        return [self._rule(line) for line in self.found.found if not line.touches]

    @property
    def together(self) -> list[FigureTouched]:
        """Each figure that is touched, with the range if every row in doubt were settled, whichever rule asked."""
        return [self._figure(touched) for touched in self.found.together]

    @property
    def clean(self) -> list[tuple[str, str]]:
        return [(rule.title, wording.count(lists, "list")) for rule, lists in self.found.clean]

    @property
    def not_run(self) -> list[tuple[str, list[str]]]:
        """Each reason, and the rules it kept from being run."""
        reasons = dict.fromkeys(why for _, why in self.found.not_run)
        return [(why, [rule.title for rule, because in self.found.not_run if because == why]) for why in reasons]

    @property
    def may_see_teams(self) -> bool:
        return self.viewer.can(Need.QUALITY)

    @property
    def teams(self) -> list[tuple[str, int, str]]:
        """Each team that is theirs to see: its rows, and whose they are."""
        if not self.may_see_teams:
            return []
        mine = [
            share
            for share in self.found.shares
            if self.viewer.reach is Reach.EVERYBODY or self.viewer.reaches(share.team or None, ())
        ]
        held = Counter[str]()
        for share in mine:
            held[share.team] += share.rows
        return [
            (
                team or NO_TEAM,
                rows,
                ", ".join(f"{share.worker or NO_WORKER} {share.rows}" for share in mine if share.team == team),
            )
            for team, rows in held.most_common()
        ]

    @property
    def downloads(self) -> tuple[Link, ...]:
        place = self.asked.place
        return (
            Link("Every rule for a spreadsheet (CSV)", place.data("quality.csv")),
            Link("Every rule as data (JSON)", place.data("quality.json")),
        )

    def _rule(self, line: Line) -> RuleFound:
        return RuleFound(
            line.rule.title,
            ", ".join(part for part in (line.list_title, f"column “{line.column}”" if line.column else "") if part),
            ("At least " if line.at_least else "") + wording.count(line.rows, "row") if line.rows else "",
            BECAME[line.severity],
            tuple(wording.with_our_quotes(said) for said in line.messages),
            tuple(self._figure(touched) for touched in line.touches),
        )

    def _figure(self, touched: Touched) -> FigureTouched:
        item = self.asked.edition.by_ref(touched.ref)
        assert item is not None, f"{touched.ref} is touched and is not in the edition"
        could_be = NO_RANGE
        if touched.lowest is not None and touched.highest is not None:
            lowest, highest = shown(item, touched.lowest).value, shown(item, touched.highest).value
            could_be = f"{lowest} to {highest}" if lowest != highest else f"{lowest} either way"
        return FigureTouched(
            Link(f"{item.ref} {item.title}", self.asked.place.indicator(item.ref)),
            shown(item).value,
            could_be,
            touched.doubt.rows,
        )
