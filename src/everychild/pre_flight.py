"""Before a paper is published: what would embarrass, looked for by rule. A paper with a failure is not published.

What is noted does not stop a paper: the law or the council has a way for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from everychild import wording
from everychild.calendar import working_calendar
from everychild.council import Committee
from everychild.errors import NotAllowed
from everychild.journal import actions, commentary, committee_calendar, ledger, requests
from everychild.judgement.agreed import Agreed
from everychild.judgement.judged import JudgedEdition
from everychild.judgement.requested import Reply, Requested
from everychild.judgement.the_list import as_decided, decision_on, removed
from everychild.meetings import timetable
from everychild.narrative.offers import KnownNumbers, Typed

SMALLEST, LARGEST = 1, 5
"""Counts that are hidden in the paper’s tables, and so may not stand in its words."""

_SMALL = frozenset(str(number) for number in range(SMALLEST, LARGEST + 1)) | frozenset(
    wording.in_words(number) for number in range(SMALLEST, LARGEST + 1)
)
_TELLS_NOBODY = re.compile(
    r"\s?(?:%|per\s?cent\b|percentage\b|working\b|school\b|days?\b|weeks?\b|months?\b|years?\b|"
    r"hours?\b|points?\b|teams?\b)",
    re.IGNORECASE,
)
"""What may follow a small number that counts neither children nor the people who work with them."""

_NAMES_THE_LAW = re.compile(
    r"\b(?:[Pp]aragraphs?|Parts?|[Ss]chedules?|[Ss]ections?|[Rr]egulations?)\s+(?:\d+[A-Z]?\s*(?:,|and|or|to)\s*)*$"
)
_STILL_NAMES_IT = re.compile(r"\s*(?:$|[.,;:()\[\]]|(?:of|and|or|to|in|is|are|was|applies|apply)\b)")
"""Before and after a number that is a place in the law: “paragraphs 1 and 2 of Part 1”, and not “Part 2 children”."""


@dataclass(frozen=True)
class Check:
    """One thing looked for. `found` is each place where it is not so; `stops` whether a paper waits for it."""

    title: str
    found: tuple[str, ...]
    stops: bool = True

    @property
    def is_failure(self) -> bool:
        return self.stops and bool(self.found)


@dataclass(frozen=True)
class PreFlight:
    """Every check, in the order a clerk would make them."""

    checks: tuple[Check, ...]

    @property
    def failures(self) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if check.is_failure)

    @property
    def may_be_published(self) -> bool:
        return not self.failures


def pre_flight(edition: JudgedEdition, meeting: date, today: date) -> PreFlight:
    """Looks for all of it in what is kept now: the words approved for this edition, signatures, what was agreed."""
    kept = ledger.edition_with(edition.as_at, edition.fingerprint)
    said = commentary.approved_for(edition.as_at, edition.fingerprint)
    told = [one for one in actions.actions() if one.is_told_with(edition.as_at)]
    asked = [one for one in requests.requests() if one.is_told_at(meeting, edition.as_at)]
    texts = [*((ref, held.text) for ref, held in said.items()), *_words_of(told), *_answers_to(asked)]
    newest = ledger.newest_edition(edition.as_at)
    signed = kept is not None and any(signature.holds for signature in commentary.signatures(kept))
    return PreFlight(
        (
            Check(
                "The month is closed, and this is its newest edition",
                _not_newest(edition, kept == newest and kept is not None),
            ),
            Check("A person has confirmed each area for improvement", tuple(_not_confirmed(edition))),
            Check("Each flagged indicator has words that are approved", tuple(_without_words(edition, said))),
            Check(
                "The month is signed, and the signature holds",
                () if signed else (f"Nobody’s signature holds for {wording.month(edition.as_at)}.",),
            ),
            Check("Every number in the words is one of the figures", tuple(not_in_the_figures(texts, edition))),
            Check(
                "No small number stands in the words",
                tuple(
                    small_numbers_in(
                        [
                            *texts,
                            *((f"Request {one.number}", one.words) for one in asked),
                            *own_words_of(edition.council.committee),
                            *whys_of_decisions(edition),
                            *whys_of_ranges(edition),
                        ],
                        edition,
                    )
                ),
            ),
            Check("The paper says what a paper must", tuple(_missing(edition))),
            Check("The meeting is in the committee’s calendar", tuple(_not_in_calendar(meeting)), stops=False),
            Check("The papers can be out in time", tuple(_too_late(edition, meeting, today)), stops=False),
            Check("Each thing Members asked for has an answer", tuple(_not_answered(asked)), stops=False),
            Check("Something was said of each action that is due", tuple(_nothing_said(told, today)), stops=False),
        )
    )


def must_be_ready(found: PreFlight) -> None:
    """Raises NotAllowed naming every failure: a paper for publication is never written with one."""
    if found.may_be_published:
        return
    lines = [f"{check.title}: {' '.join(check.found)}" for check in found.failures]
    raise NotAllowed("The paper is not ready to be published. " + "\n".join(("", *lines)).strip())


def _not_newest(edition: JudgedEdition, is_newest: bool) -> tuple[str, ...]:
    if is_newest:
        return ()
    month = wording.month(edition.as_at)
    if not edition.fingerprint:
        return (f"{month} has not been closed, so these figures are kept nowhere.",)
    return (f"{month} was closed again, or looked back at: these figures are not its newest.",)


def _not_confirmed(edition: JudgedEdition) -> Iterable[str]:
    for area in edition.areas:
        if decision_on(edition, area) is None:
            yield f"{area.area.title}: nobody has confirmed it, or taken it off the list."


def _without_words(edition: JudgedEdition, said: Iterable[str]) -> Iterable[str]:
    approved = set(said)
    for area in as_decided(edition).areas:
        for item in area.judged:
            if item.ref not in approved:
                yield f"{item.ref} {item.title}: no words are approved for this edition."


def _words_of(told: Sequence[Agreed]) -> Iterable[tuple[str, str]]:
    for one in told:
        yield f"Action {one.number}", one.what
        if one.changes:
            yield f"Action {one.number}", one.changes[-1].words


def _answers_to(asked: Sequence[Requested]) -> Iterable[tuple[str, str]]:
    return ((f"Request {one.number}", one.answers[-1].words) for one in asked if one.answers)


def _not_answered(asked: Sequence[Requested]) -> Iterable[str]:
    for one in asked:
        if one.reply is Reply.WAITING:
            yield f"Request {one.number}, of {wording.day(one.asked_on)}, has no answer."


def not_in_the_figures(texts: Sequence[tuple[str, str]], edition: JudgedEdition) -> Iterable[str]:
    """Each number in words that no figure of the edition says, with the place it stands at."""
    known = KnownNumbers(edition)
    for about, text in texts:
        for typed in known.offers(text, most=1):
            if not typed.offers and not _is_a_day(typed) and not _is_small(typed, text) and not _is_law(typed, text):
                yield f"{about}: nothing in {wording.month(edition.as_at)} says {typed.text}."


def small_numbers_in(texts: Sequence[tuple[str, str]], edition: JudgedEdition) -> Iterable[str]:
    """Each number in words that a table would hide, with the place it stands at."""
    known = KnownNumbers(edition)
    for about, text in texts:
        for typed in known.offers(text, most=1):
            if _is_small(typed, text):
                yield f"{about}: “{typed.text}” is a number the paper’s tables would hide."


def _is_a_day(typed: Typed) -> bool:
    """A day, a month or a financial year: not a figure, and often still to come."""
    if re.fullmatch(r"\d{4}[-–/]\d{2}", typed.text):
        return True
    return bool(re.search(r"[A-Za-z]", typed.text)) and typed.text.lower() not in _NUMBER_WORDS


_NUMBER_WORDS = frozenset(word.lower() for word in wording.NUMBER_WORDS)


def _is_small(typed: Typed, text: str) -> bool:
    is_few = typed.text.lower() in _SMALL and not _TELLS_NOBODY.match(text[typed.end :])
    return is_few and not _is_law(typed, text)


def _is_law(typed: Typed, text: str) -> bool:
    return bool(_NAMES_THE_LAW.search(text[: typed.start]) and _STILL_NAMES_IT.match(text[typed.end :]))


def own_words_of(committee: Committee) -> Iterable[tuple[str, str]]:
    """What council.toml has the paper say, each with its place."""
    for key in (
        "outcome", "recommendation", "background", "financial_context", "cross_council", "part_2_reasons",
        "background_papers",
    ):  # fmt: skip
        yield f"council.toml, [committee] {key}", getattr(committee, key)


def whys_of_decisions(edition: JudgedEdition) -> Iterable[tuple[str, str]]:
    """Why people took areas off the list: the paper tells it in their words."""
    for area, decided in removed(edition):
        yield f"{area.area.title}, taken off the list", decided.reason


def whys_of_ranges(edition: JudgedEdition) -> Iterable[tuple[str, str]]:
    """Why people began expected ranges anew: the paper’s appendix tells it in their words."""
    for item in edition.indicators:
        if item.pattern.baseline is not None:
            yield f"{item.ref}, its expected range begun anew", item.pattern.baseline.why


def _missing(edition: JudgedEdition) -> Iterable[str]:
    committee = edition.council.committee
    for name, text in (
        ("a recommendation", committee.recommendation),
        ("the outcome for the community", committee.outcome),
        ("reasons for considering it in Part 2, or that there are none", committee.part_2_reasons),
        ("a person to ask", committee.contact),
        ("an address for email", committee.email),
    ):
        if not text.strip():
            yield f"council.toml: [committee] gives no text for {name}."


def _not_in_calendar(meeting: date) -> Iterable[str]:
    if not any(held.on == meeting and not held.is_off for held in committee_calendar.meetings()):
        yield f"No meeting on {wording.weekday_and_day(meeting)} is in the calendar."


def _too_late(edition: JudgedEdition, meeting: date, today: date) -> Iterable[str]:
    council = edition.council
    calendar = working_calendar(meeting.year - 1, meeting.year, council.closure_days)
    out = timetable(meeting, calendar, council.meetings).papers_out_by
    if today > out:
        yield (
            f"They had to be out by {wording.weekday_and_day(out)}. A later item is taken only if the chair agrees "
            "that it is urgent, and says why (Local Government Act 1972, section 100B(4)(b))."
        )


def _nothing_said(told: Sequence[Agreed], today: date) -> Iterable[str]:
    for one in told:
        if one.is_overdue(today) and not one.changes:
            yield f"Action {one.number}, due {wording.day(one.due_on)}: nothing was said of it."
