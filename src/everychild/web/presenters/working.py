"""The worklist in words: what is overdue, what is due by which day, and who is carrying what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.http import urlencode

from everychild import wording
from everychild.council import Council
from everychild.journal.reasons import REASONS, Of
from everychild.web.addresses import WORKLIST
from everychild.web.presenters.messages import PRODUCT, Link
from everychild.web.presenters.the_week import Carrying, LateReasons, WeekChanges, carrying, late_reasons, week_changes
from everychild.worklist import A_WEEK, WORK, Piece, When, Worklist, in_one_sentence

NO_TEAM = "No team named"
ROWS_SHOWN = 250
HUDDLE_OVERDUE, HUDDLE_DUE = 14, 45
"""What one side of A4 holds."""


@dataclass(frozen=True)
class WhyPage:
    """Asked of whoever opens cases outside a team of their own."""

    problem: str = ""
    onwards: str = WORKLIST
    heading: str = "Why do you need to see children’s cases?"
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"


@dataclass(frozen=True)
class TeamLine:
    """One team's counts."""

    name: str
    address: str
    overdue: int
    this_week: int
    due: int
    not_in_time: int


@dataclass(frozen=True)
class TeamsPage:
    """The teams whose work can be opened."""

    found: Worklist
    heading: str = "Worklists"
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{self.heading}, {self.product}"

    @property
    def sentence(self) -> str:
        return in_one_sentence(self.found)

    @property
    def lines(self) -> list[TeamLine]:
        names = sorted({piece.team for piece in self.found.pieces})
        return [self._line(name, [piece for piece in self.found.pieces if piece.team == name]) for name in names]

    def _line(self, name: str, pieces: list[Piece]) -> TeamLine:
        counts = Counter(piece.when for piece in pieces)
        return TeamLine(
            name or NO_TEAM,
            f"{WORKLIST}?{urlencode({'team': name})}",
            counts[When.OVERDUE],
            sum(_is_this_week(piece, self.found.on) for piece in pieces),
            counts[When.DUE],
            counts[When.NOT_IN_TIME],
        )


@dataclass(frozen=True)
class Row:
    """One piece of work as it is shown."""

    piece: Piece
    due: str
    late: str
    reason: str


@dataclass(frozen=True)
class ListPage:
    """One team's list, or one worker's."""

    whole: Worklist
    team: str
    reasons: Mapping[Of, str]
    council: Council
    kind: str = ""
    product: str = PRODUCT

    @property
    def found(self) -> Worklist:
        """All of it, or one kind of work."""
        return self.whole.where(lambda each: each.ref == self.kind) if self.kind else self.whole

    @property
    def heading(self) -> str:
        return f"Worklist, {self.team}" if self.team else "Worklist"

    @property
    def kinds(self) -> list[Link]:
        """Everything, then each kind of work there is, with how much of it."""
        counts = Counter(piece.ref for piece in self.whole.pieces)
        each = [
            Link(f"{WORK[ref]} {held:,}", self._address(work=ref), is_here=ref == self.kind)
            for ref, held in counts.most_common()
        ]
        return [Link(f"Everything {len(self.whole.pieces):,}", self._address(), is_here=not self.kind), *each]

    @property
    def huddle(self) -> Link:
        return Link("A page to print for the huddle", self._address(work=self.kind, huddle="yes"))

    @property
    def back(self) -> Link:
        return Link("The whole list", self._address(work=self.kind))

    @property
    def on(self) -> str:
        return wording.weekday_and_day(self.found.on)

    @property
    def week(self) -> WeekChanges:
        return week_changes(self.found, self.council)

    @property
    def why_late(self) -> LateReasons:
        return late_reasons(self.found, self.reasons)

    @property
    def load(self) -> Carrying:
        return carrying(self.found)

    @property
    def few_overdue(self) -> tuple[list[Row], int]:
        """As many as one side of paper holds, and how many more there are."""
        rows = self.overdue
        return rows[:HUDDLE_OVERDUE], max(0, self.found.how_many(When.OVERDUE) - HUDDLE_OVERDUE)

    @property
    def few_by_day(self) -> tuple[list[tuple[str, list[Row]]], int]:
        left, shown, more = HUDDLE_DUE, [], 0
        for day, rows in self.by_day:
            kept = rows[:left]
            more += len(rows) - len(kept)
            left -= len(kept)
            if kept:
                shown.append((day, kept))
        return shown, more

    @property
    def title(self) -> str:
        return f"{self.heading}, {wording.day(self.found.on)}, {self.product}"

    @property
    def sentence(self) -> str:
        return in_one_sentence(self.found)

    @property
    def overdue(self) -> list[Row]:
        return [self._row(piece) for piece in self._of(When.OVERDUE)][:ROWS_SHOWN]

    @property
    def by_day(self) -> list[tuple[str, list[Row]]]:
        """What is due in the next seven days, day by day."""
        soon = [piece for piece in self._of(When.DUE) if _is_this_week(piece, self.found.on)][:ROWS_SHOWN]
        days = groupby(soon, key=lambda piece: piece.due_on)
        return [(wording.weekday_and_day(day), [self._row(piece) for piece in held]) for day, held in days if day]

    @property
    def later(self) -> list[tuple[str, int]]:
        """What falls due after that, counted by kind."""
        ahead = [piece for piece in self._of(When.DUE) if not _is_this_week(piece, self.found.on)]
        return Counter(piece.title for piece in ahead).most_common()

    @property
    def not_in_time(self) -> list[Row]:
        return [self._row(piece) for piece in self._of(When.NOT_IN_TIME)][:ROWS_SHOWN]

    @property
    def not_supplied(self) -> list[str]:
        return [WORK[item.ref] for item in self.found.not_supplied]

    @property
    def choices(self) -> list[tuple[str, str]]:
        return list(REASONS.items())

    @property
    def teams(self) -> Link:
        return Link("All worklists", WORKLIST)

    def _address(self, **asked: str) -> str:
        query = urlencode({name: value for name, value in {"team": self.team, **asked}.items() if value})
        return WORKLIST + (f"?{query}" if query else "")

    def _of(self, when: When) -> list[Piece]:
        return [piece for piece in self.found.pieces if piece.when is when]

    def _row(self, piece: Piece) -> Row:
        days = piece.working_days or 0
        late = f"{wording.count(days, 'working day')}" if piece.when is When.OVERDUE else ""
        reason = self.reasons.get((piece.ref, piece.child_id, piece.due_on), "")
        return Row(piece, wording.day(piece.due_on) if piece.due_on else "", late, REASONS.get(reason, ""))


def _is_this_week(piece: Piece, on: date) -> bool:
    return piece.when is When.DUE and piece.due_on is not None and piece.due_on < on + A_WEEK
