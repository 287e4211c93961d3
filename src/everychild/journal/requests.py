"""What Members asked for and what was answered, written to the journal and read from it. Acts are added."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from everychild.calendar import Month
from everychild.errors import NotAllowed, UnknownReference
from everychild.journal.connection import make_ready
from everychild.journal.fitting import refuse_long
from everychild.journal.writing import one_at_a_time
from everychild.judgement.requested import Answer, Reply, Requested
from everychild.roles import Need, Viewer

make_ready()
from everychild.journal.models import MembersRequest, RequestAnswer  # noqa: E402 - models need Django ready

MOST = 100
"""Lines kept of one meeting at a time; a meeting’s minutes ask for some ten things."""


@one_at_a_time()
def keep(committee: str, asked_on: date, lines: Sequence[str], by: Viewer, at: datetime) -> list[Requested]:
    """Adds a request for each line, all of them or none. Raises NotAllowed, saying what is missing."""
    if not by.can(Need.REPORTS):
        raise NotAllowed(f"A {by.title} does not keep minutes here.")
    said = [" ".join(line.split()) for line in lines if line.strip()]
    if not committee.strip():
        raise NotAllowed("Say which committee it was.")
    if asked_on > at.date():
        raise NotAllowed("That meeting has not been held yet. Choose the day it met.")
    if not said:
        raise NotAllowed("Tick at least one line in which something was asked for.")
    if len(said) > MOST:
        raise NotAllowed(f"That is {len(said)} lines; {MOST} can be kept at a time. Tick fewer.")
    for line in said:
        refuse_long(line)
    held = set(MembersRequest.objects.filter(asked_on=asked_on).values_list("words", flat=True))
    rows = [
        MembersRequest.objects.create(
            committee=committee.strip()[:200],
            asked_on=asked_on,
            words=line,
            who=by.person,
            name=by.name,
            title=by.title,
            at=at,
        )
        for line in dict.fromkeys(said)
        if line not in held
    ]
    if not rows:
        raise NotAllowed("Every one of these lines was kept before.")
    return [_requested(row) for row in rows]


@one_at_a_time()
def answer(number: int, reply: Reply, words: str, known: Month, by: Viewer, at: datetime) -> Requested:
    """Says what became of a request. `known` is the newest closed month. Raises NotAllowed without words."""
    if not by.can(Need.REPORTS):
        raise NotAllowed(f"A {by.title} does not answer Members here.")
    row = MembersRequest.objects.filter(pk=number).first()
    if row is None:
        raise UnknownReference(f"There is no request numbered {number}.")
    if reply is Reply.WAITING:
        raise NotAllowed("It is waiting already. Choose how it stands now.")
    if not words.strip():
        raise NotAllowed("Say in a sentence what became of it: Members read it in the next paper.")
    refuse_long(words)
    RequestAnswer.objects.create(
        request=row,
        known=str(known),
        reply=reply.value,
        words=" ".join(words.split()),
        who=by.person,
        name=by.name,
        title=by.title,
        at=at,
    )
    return _requested(row)


def one(number: int) -> Requested:
    """Raises UnknownReference."""
    row = MembersRequest.objects.filter(pk=number).first()
    if row is None:
        raise UnknownReference(f"There is no request numbered {number}.")
    return _requested(row)


def requests() -> list[Requested]:
    """All of them: those not answered yet first, each by the day it was asked."""
    found = [_requested(row) for row in MembersRequest.objects.prefetch_related("answers")]
    return sorted(found, key=lambda requested: not requested.is_open)


def _requested(row: MembersRequest) -> Requested:
    return Requested(
        number=row.pk,
        committee=row.committee,
        asked_on=row.asked_on,
        words=row.words,
        answers=tuple(
            Answer(Reply(held.reply), held.words, held.name, held.title, held.at, Month.of(held.known))
            for held in row.answers.all()
        ),
    )
