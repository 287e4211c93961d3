"""Letters by e-mail: words are asked for, and a month that is out is told of. With no mail server named, none go."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from datetime import date, datetime
from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage

from everychild.calendar import Month
from everychild.council import read_council
from everychild.journal import audit, commentary, committee_calendar, ledger, mail_addresses, people
from everychild.judgement.judged import FlaggedArea, JudgedEdition
from everychild.judgement.the_list import as_decided
from everychild.meetings import timetable
from everychild.month_end import calendar_for, open_edition
from everychild.roles import PARTS, Need
from everychild.web.at_work import Asked, Say, long_work
from everychild.web.presenters import letters as words
from everychild.web.presenters.letters import Letter

WORDS_WRITTEN = "Words written and sent for approval"
"""The step of a meeting’s timetable that words are wanted by."""


def can_be_sent() -> bool:
    return bool(settings.MAILERS)


@long_work
def ask_for_words(asked: Asked, say: Say, month: str) -> Mapping[str, Any]:
    """One letter to each of those who write: the areas that have no approved words, and by when."""
    say("Writing to those who write")
    found, edition = open_edition(settings.HOME, Month.of(month)), ledger.newest_edition(Month.of(month))
    if found is None or edition is None:
        return {"said": "That month has not been closed."}
    approved = commentary.approved(edition)
    wanted = [area for area in _areas(found[0]) if not all(item.ref in approved for item in area.judged)]
    if not wanted:
        return {"said": "Every area for improvement has its words approved: there is nothing to ask for."}
    letter = words.words_wanted(found[0], wanted, _wanted_by(asked.at.date()), _address())
    writers = _those_with(Need.WRITE) - {asked.person}
    return {"said": _send(letter, writers, asked.at, asked.person, asked.title)}


def tell_published(month: Month, at: datetime, by: str, title: str) -> str:
    """Whom the letter went to that says a month is published; nothing where no letters are sent."""
    found = open_edition(settings.HOME, month) if can_be_sent() else None
    if found is None:
        return ""
    letter = words.published(found[0], _areas(found[0]), _address())
    return _send(letter, _those_with(Need.SIGN) | _those_with(Need.REPORTS), at, by, title)


def _areas(edition: JudgedEdition) -> tuple[FlaggedArea, ...]:
    return as_decided(edition).areas


def _send(letter: Letter, to: Collection[str], at: datetime, by: str, title: str) -> str:
    """Each by itself, so that nobody is told another’s address and one that fails keeps none of the others back."""
    sent, refused, without = [], [], []
    is_reached = True
    addresses = mail_addresses.addresses()
    for person in people.everybody():
        if person.sign_in_name not in to:
            continue
        if person.sign_in_name not in addresses:
            without.append(person.name)
            continue
        if not is_reached:  # each would wait as long again for nothing
            refused.append(person.name)
            continue
        message = EmailMessage(
            letter.subject, letter.text, os.environ.get("EVERYCHILD_MAIL_FROM"), [addresses[person.sign_in_name]]
        )
        try:
            message.send()
        except OSError as problem:  # as the errors of SMTP are; not said why: a server’s answer may hold an address
            refused.append(person.name)
            is_reached = isinstance(problem, SMTPRecipientsRefused | SMTPDataError)
            continue
        sent.append(person.name)
        audit.record(at, by, title, "letter sent", person.sign_in_name, letter.subject)
    return words.came_to(letter, sent, refused, without, is_reached=is_reached)


def _those_with(need: Need) -> set[str]:
    return {person.sign_in_name for person in people.everybody() if person.is_active and need in PARTS[person.role].may}


def _wanted_by(today: date) -> date | None:
    """The day the next meeting’s timetable gives for words, if it is still to come."""
    council, coming = read_council(settings.HOME.settings), committee_calendar.coming(today)
    if not coming:
        return None
    days = timetable(coming[0].on, calendar_for(coming[0].on, council), council.meetings).due
    return next((due.on for due in days if due.step.name == WORDS_WRITTEN and due.on >= today), None)


def _address() -> str:
    return os.environ.get("EVERYCHILD_ADDRESS", "").strip()
