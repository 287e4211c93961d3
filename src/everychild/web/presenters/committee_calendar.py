"""Meetings in words: when papers are out, what is done by when, which month can be ready and how old it will be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from everychild import wording
from everychild.calendar import Month
from everychild.journal.committee_calendar import Announced
from everychild.meetings import Rules, Timetable
from everychild.report.committee import data_age
from everychild.web.addresses import CALENDAR, Place
from everychild.web.presenters.messages import PRODUCT, Link

PAST_SHOWN = 6


@dataclass(frozen=True)
class CalendarWords:
    """Headings and labels of the calendar and of what is coming up."""

    heading: str = "Committee calendar"
    coming: str = "Meetings to come"
    none_coming: str = "No meeting is in the calendar."
    past: str = "Past, moved and called off"
    papers_out: str = "Papers out by"
    latest_month: str = "Latest month that can be ready"
    before: str = "Before the papers go out"
    before_table: str = "Before the papers go out, table"
    step: str = "What is done"
    who: str = "By whom"
    by_when: str = "By"
    days_before: str = "Working days before papers go out"
    add: str = "Add a meeting"
    committee: str = "Committee"
    meets_on: str = "Day it meets"
    add_it: str = "Add it"
    move: str = "Move it, or call it off"
    new_day: str = "New day"
    why: str = "Why"
    move_it: str = "Move it"
    call_off: str = "Call it off"
    for_outlook: str = "The dates for Outlook (iCalendar)"
    how_counted: str = "How the days are counted"
    coming_up: str = "Coming up"
    all_meetings: str = "The committee calendar"


WORDS = CalendarWords()


@dataclass(frozen=True)
class Dated:
    """A meeting and everything that hangs on its day."""

    meeting: Announced
    timetable: Timetable

    @property
    def announced_at(self) -> datetime:
        return self.meeting.announced_at


@dataclass(frozen=True)
class StepShown:
    """A step with its day, and whether that has passed."""

    name: str
    who: str
    by: str
    has_passed: bool
    days: int


@dataclass(frozen=True)
class MeetingShown:
    """One meeting as its readers are told of it."""

    number: int
    heading: str
    papers_out: str
    month: str
    month_link: Link | None
    age: str
    steps: tuple[StepShown, ...]
    history: tuple[str, ...]
    next_step: str


def shown(dated: Dated, closed: Sequence[Month], today: date, *, is_officer: bool) -> MeetingShown:
    meeting, days = dated.meeting, dated.timetable
    month = days.latest_month
    is_closed = month in closed
    steps = tuple(
        StepShown(
            due.step.name, due.step.who, wording.weekday_and_day(due.on), due.on < today, due.step.working_days_before
        )
        for due in days.due
    )
    following = next((step for step in steps if not step.has_passed), None)
    return MeetingShown(
        number=meeting.number,
        heading=f"{wording.weekday_and_day(meeting.on)}: {meeting.committee}",
        papers_out=wording.weekday_and_day(days.papers_out_by),
        month=f"{wording.month(month)}{'' if is_closed or not is_officer else ', not closed yet'}",
        month_link=Link(wording.month(month), Place(month).overview) if is_closed and is_officer else None,
        age=data_age(month, meeting.on),
        steps=steps if is_officer else (),
        history=_history(dated),
        next_step=f"Next: {following.name.lower()}, by {following.by}." if following and is_officer else "",
    )


def _history(dated: Dated) -> tuple[str, ...]:
    return tuple(
        f"{'Called off' if held.on is None else f'Moved to {wording.weekday_and_day(held.on)}'} on "
        f"{wording.day(held.at.date())}: {held.why}"
        for held in dated.meeting.changes
    )


@dataclass(frozen=True)
class ComingUp:
    """The next meetings, on the overview."""

    found: Sequence[Dated]
    closed: Sequence[Month]
    today: date
    is_officer: bool
    words: CalendarWords = WORDS

    @property
    def meetings(self) -> list[MeetingShown]:
        return [shown(dated, self.closed, self.today, is_officer=self.is_officer) for dated in self.found]

    @property
    def calendar(self) -> Link:
        return Link(self.words.all_meetings, CALENDAR)


@dataclass(frozen=True)
class CalendarPage:
    """Every meeting, those to come first."""

    found: Sequence[Dated]
    closed: Sequence[Month]
    today: date
    committee: str
    rules: Rules
    is_officer: bool
    may_change: bool
    problem: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    words: CalendarWords = WORDS
    heading: str = WORDS.heading
    product: str = PRODUCT

    @property
    def title(self) -> str:
        return f"{'Error: ' if self.problem else ''}{self.heading}, {self.product}"

    @property
    def sentence(self) -> str:
        coming = self._coming
        if not coming:
            return self.words.none_coming
        first = coming[0]
        return (
            f"The next meeting is on {wording.weekday_and_day(first.meeting.on)}. Its papers must be out by "
            f"{wording.weekday_and_day(first.timetable.papers_out_by)}; "
            f"{wording.month(first.timetable.latest_month)} is the latest month that can be ready."
        )

    @property
    def meetings(self) -> list[MeetingShown]:
        return [shown(dated, self.closed, self.today, is_officer=self.is_officer) for dated in self._coming]

    @property
    def past(self) -> list[tuple[str, tuple[str, ...]]]:
        over = [dated for dated in self.found if dated not in self._coming]
        return [
            (f"{wording.weekday_and_day(dated.meeting.on)}: {dated.meeting.committee}", _history(dated))
            for dated in reversed(over[-PAST_SHOWN:])
        ]

    @property
    def counted(self) -> str:
        after = wording.count(self.rules.figures_ready_after, "working day")
        return (
            f"Papers are out {wording.in_words(self.rules.clear_days)} clear days before: neither the day they go out "
            "nor the day of the meeting counts, and only working days do, less England’s bank holidays and days on "
            "which the council is closed. A month’s figures are counted on to be checked within "
            f"{after} of its end; the latest that can be ready is the last to be so by the first day in the list."
        )

    @property
    def chosen_committee(self) -> str:
        return self.given.get("committee", self.committee)

    @property
    def _coming(self) -> list[Dated]:
        return [dated for dated in self.found if dated.meeting.on >= self.today and not dated.meeting.is_off]
