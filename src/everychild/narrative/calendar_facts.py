"""The month's calendar: holidays and days schools were closed. Offered as facts; nothing is put down to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from everychild import wording
from everychild.judgement.judged import JudgedEdition
from everychild.narrative import quantities
from everychild.narrative.bound import Bound, BoundNumber, BoundWord, Quantity, Source, listed, said, sentences
from everychild.school_terms import SchoolTerm, all_terms


def calendar_facts(edition: JudgedEdition) -> Bound:
    """Which days were not worked, how many were, and on how many of those schools were closed."""
    return sentences((holidays(edition), _days(edition)))


def holidays(edition: JudgedEdition) -> Bound:
    """Bank holidays and closure days of the month: a fact of the calendar, offered and not blamed."""
    off = days_off(edition)
    if not off:
        return Bound()
    named = listed(said("{name} ({day})", name=name_of_day(edition, day) or "", day=quantities.day(day)) for day in off)
    were, are = ("was not a working day", "is") if len(off) == 1 else ("were not working days", "are")
    held = Source(Quantity.DAYS_OFF, month=edition.as_at)
    return said(
        "{named} {were} and {are} not counted in any time above.",
        named=named,
        were=BoundWord(were, held, state=state_of_days_off(edition)),
        are=are,
    )


def state_of_days_off(edition: JudgedEdition) -> str:
    return ", ".join(day.isoformat() for day in days_off(edition))


def days_off(edition: JudgedEdition) -> tuple[date, ...]:
    """Weekdays of the month that were bank holidays or closure days."""
    return tuple(day for day in _weekdays(edition) if day in edition.calendar_days)


def name_of_day(edition: JudgedEdition, day: date) -> BoundNumber | None:
    """ "Good Friday"; None where the day is a working day in this edition."""
    name = edition.calendar_days.get(day)
    if name is None:
        return None
    return BoundNumber(name, Source(Quantity.DAY_NAME, month=edition.as_at, detail=day.isoformat()))


def working_days(edition: JudgedEdition) -> BoundNumber:
    """With its noun: "20 working days"."""
    number = len(_worked(edition))
    text = f"{wording.in_words(number)} working day{'' if number == 1 else 's'}"
    return BoundNumber(text, Source(Quantity.WORKING_DAYS, month=edition.as_at), Fraction(number))


def school_days_closed(edition: JudgedEdition) -> BoundNumber:
    """Of the month's working days, those on which schools were closed; the usual terms stand in where none are set."""
    terms = _terms(edition)
    number = sum(not any(day in term.days() for term in terms) for day in _worked(edition))
    return BoundNumber(
        wording.in_words(number) if number else "none",
        Source(Quantity.SCHOOL_DAYS_CLOSED, month=edition.as_at),
        Fraction(number),
    )


def _days(edition: JudgedEdition) -> Bound:
    worked, closed = working_days(edition), school_days_closed(edition)
    if not closed.exact:
        return said("The month had {worked}.", worked=worked)
    usual = "" if _has_own_terms(edition) else ", by the usual term dates"
    return said(
        "The month had {worked}; schools were closed for {closed} of them{usual}.",
        worked=worked,
        closed=closed,
        usual=usual,
    )


def _worked(edition: JudgedEdition) -> tuple[date, ...]:
    return tuple(day for day in _weekdays(edition) if day not in edition.calendar_days)


def _weekdays(edition: JudgedEdition) -> Iterator[date]:
    day = edition.as_at.first_day
    while day <= edition.as_at.last_day:
        if day.weekday() < 5:
            yield day
        day += timedelta(days=1)


def _terms(edition: JudgedEdition) -> tuple[SchoolTerm, ...]:
    year = edition.as_at.year
    return all_terms(edition.council.school_terms, range(year - 1, year + 1))


def _has_own_terms(edition: JudgedEdition) -> bool:
    """Whether the council has set the terms of the school year the month is in."""
    year = edition.as_at.year - (edition.as_at.number < 9)
    return any(term.school_year == year for term in edition.council.school_terms)
