"""Sources held against each other, in words: what two tell otherwise, counts that must agree, and what stands alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from everychild import wording
from everychild.journal.ledger import Place as Where
from everychild.reconciled import Reconciled
from everychild.reconciliation.differences import Told
from everychild.reconciliation.kinds import KINDS
from everychild.reconciliation.stated import STATED
from everychild.reconciliation.summary import AtMonthEnd, StatedSummary, Summary, TwoSources
from everychild.reconciliation.telling import in_words, stated_in_words
from everychild.roles import Need, Reach, Viewer
from everychild.web.addresses import Place
from everychild.web.presenters.frame import Frame, frame
from everychild.web.presenters.messages import PRODUCT, Link

if TYPE_CHECKING:
    from everychild.web.editions import Asked

ROWS_SHOWN = 400
NOTHING = "Nothing to compare with"
WHICH_CHILDREN = "Which children"


def sources_link(place: Place) -> Link:
    return Link("Sources held against each other: what two of them tell otherwise", place.sources)


@dataclass(frozen=True)
class SourcesWords:
    """Headings and labels, which are the same on every such page."""

    about: str = (
        "The same child and event, as each source would tell it by itself, over the twelve months to the month’s end. "
        "Nothing is changed by comparing: which row figures count is told of each."
    )
    pairs: str = "The same event in two sources"
    pairs_table: str = "The same event in two sources, table"
    about_pairs: str = (
        "In brackets, the rows looked at. One source is asked only about days for which it answers, and two dates up "
        "to seven days apart are taken for one event."
    )
    no_pairs: str = "No two sources that are loaded tell of the same kind of event on the same days."
    kind: str = "Kind"
    sources: str = "Sources"
    same: str = "The same"
    otherwise: str = "Otherwise"
    no_counts: str = "No two sources that are loaded count the same children. There is nothing to compare with."
    stated: str = "Figures that rows state themselves"
    alone: str = "Nothing to compare with"
    about_alone: str = "One source alone tells of these, or two tell of different days. That is no agreement."
    differs: str = "What differs"
    team: str = "Team last named"


@dataclass(frozen=True)
class PairLine:
    kind: str
    sources: str
    same: str
    otherwise: str
    children: Link | None


@dataclass(frozen=True)
class Line:
    """A title with its sentence, and the way to the children for those who may see them."""

    title: str
    sentence: str
    children: Link | None


@dataclass(frozen=True)
class SourcesPage:
    """The page of one edition, as this viewer may read it: counts, and no child."""

    asked: Asked
    found: Summary
    viewer: Viewer
    words: SourcesWords = SourcesWords()

    @cached_property
    def frame(self) -> Frame:
        return frame(self.asked, f"Sources compared, {wording.month(self.asked.edition.as_at)}", "sources/")

    @property
    def sentence(self) -> str:
        if not self.found.is_anything_compared:
            return "Nothing was compared: no two sources that are loaded tell of the same."
        compared = [pair for pair in self.found.pairs if pair.is_compared]
        alike = sum(not pair.differing for pair in compared)
        kinds = wording.count(len(compared), "kind of event", "kinds of event")
        if not self.found.differing:
            return f"Two sources were held against each other for {kinds}, and nothing differs."
        throughout = f"{alike} {'is' if alike == 1 else 'are'}" if alike else "none is"
        return (
            f"{wording.count(self.found.differing, 'difference')} between what two sources tell. Of {kinds} that two "
            f"tell of, {throughout} told alike throughout."
        )

    @property
    def pairs(self) -> list[PairLine]:
        compared = [pair for pair in self.found.pairs if pair.is_compared]
        return [self._pair(pair) for pair in sorted(compared, key=lambda pair: -pair.differing)]

    @property
    def counts_heading(self) -> str:
        return f"Counts that must agree on {wording.day(self.asked.edition.as_at.last_day)}"

    @property
    def counts(self) -> list[Line]:
        return [
            Line(each.title, _counted(each), self._children(each.record, each.apart))
            for each in self.found.at_month_end
        ]

    @property
    def stated(self) -> list[Line]:
        return [
            Line(figure.title, _stated(figure), self._children(figure.name, figure.otherwise))
            for figure in self.found.stated
        ]

    @property
    def alone(self) -> list[str]:
        pairs = self.found.of_other_days
        of_other_days = (f"{pair.kind}: {pair.one} and {pair.other}, of different days" for pair in pairs)
        return [*(f"{one.kind}: {one.source} alone" for one in self.found.alone), *of_other_days]

    @property
    def quality(self) -> Link:
        return Link("Every rule the data was held to, and how far figures could move", self.asked.place.quality)

    def _pair(self, pair: TwoSources) -> PairLine:
        between = wording.sentence(f"{pair.one} ({pair.one_rows:,}), {pair.other} ({pair.other_rows:,})")
        told = "; ".join(f"{how.value}: {times:,}" for how, times in pair.differs.items())
        says = wording.sentence(f"{told}.") if told else "Nothing"
        return PairLine(pair.kind, between, f"{pair.same:,}", says, self._children(pair.record, pair.differing))

    def _children(self, kind: str, differing: int) -> Link | None:
        if not differing or not self.viewer.can(Need.CHILDREN):
            return None
        return Link(WHICH_CHILDREN, self.asked.place.differences(kind))


def _counted(each: AtMonthEnd) -> str:
    told = ", ".join(
        f"{count.source}: {'does not answer for that day' if count.children is None else f'{count.children:,}'}"
        for count in each.counts
    )
    if not each.is_compared:
        return wording.sentence(f"{told}. {NOTHING}.")
    if not each.apart:
        return wording.sentence(f"{told}. The very same children.")
    apart = wording.count(each.apart, "child", "children")
    return wording.sentence(f"{told}. {wording.sentence(apart)} counted by one and not by another.")


def _stated(figure: StatedSummary) -> str:
    if figure.because:
        return f"{NOTHING}. {figure.because}"
    held = f"{wording.count(figure.rows, 'row')} held against {figure.of_events}"
    return f"{held}: {figure.otherwise:,} otherwise." if figure.otherwise else f"{held}, and nothing differs."


# Child by child


@dataclass(frozen=True)
class DifferenceLine:
    child_id: str
    says: str
    rows: tuple[str, ...]
    team: str


def kind_called(name: str) -> str | None:
    """The title of a kind of event or of a figure that rows state, by its name; None where there is no such."""
    titles = {kind.record.name: kind.title for kind in KINDS} | {figure.name: figure.title for figure in STATED}
    return titles.get(name)


@dataclass(frozen=True)
class DifferencesPage:
    """Differences of one kind, of the children this viewer reaches."""

    asked: Asked
    kind: str
    found: Reconciled
    placed: Mapping[int, Where]
    viewer: Viewer
    words: SourcesWords = SourcesWords()
    product: str = PRODUCT

    @property
    def heading(self) -> str:
        return f"Two sources otherwise: {kind_called(self.kind)}"

    @property
    def title(self) -> str:
        return f"{self.heading}, {wording.month(self.asked.edition.as_at)}, {self.product}"

    @property
    def sentence(self) -> str:
        whose = {
            Reach.EVERYBODY: "in the whole council",
            Reach.OWN_TEAMS: "of children last held by your teams",
            Reach.OWN_CASES: "among your own cases",
        }.get(self.viewer.reach, "")
        return f"{wording.count(len(self.every), 'difference')} {whose}."

    @property
    def note(self) -> str:
        more = len(self.every) - ROWS_SHOWN
        return f"The first {ROWS_SHOWN:,}; {more:,} more are told by the command reconcile." if more > 0 else ""

    @property
    def lines(self) -> Sequence[DifferenceLine]:
        return self.every[:ROWS_SHOWN]

    @cached_property
    def every(self) -> list[DifferenceLine]:
        told = [
            self._line(one.child_id, in_words(one), (one.one, one.other))
            for one in self.found.differences
            if one.kind.record.name == self.kind and self._reaches(one.child_id)
        ]
        for checked in self.found.stated:
            if checked.figure.name == self.kind:
                told += [
                    self._line(
                        row.child_id or "",
                        stated_in_words(checked.figure, row),
                        (Told(None, row.source_id, None, is_in_use=True),),
                    )
                    for row in checked.otherwise
                    if self._reaches(row.child_id)
                ]
        return told

    @property
    def back(self) -> Link:
        return sources_link(self.asked.place)

    def _reaches(self, child_id: str | None) -> bool:
        who = self.found.holds.get(child_id or "")
        return self.viewer.reaches(who.team if who else None, (who.worker_id if who else None,))

    def _line(self, child_id: str, says: str, sides: Sequence[Told]) -> DifferenceLine:
        who = self.found.holds.get(child_id)
        rows = tuple(self._row(told) for told in sides if told.source_id is not None)
        return DifferenceLine(child_id, says, rows, (who.team if who else None) or "No team named")

    def _row(self, told: Told) -> str:
        assert told.source_id is not None, "only a row has a place"
        place = self.placed[told.source_id]
        taken = f", taken {wording.day(told.taken_on)}" if told.taken_on else ""
        counts = "; figures count it" if told.is_in_use else ""
        return f"{place.file}, {place.sheet}, row {place.row}{taken}{counts}"
