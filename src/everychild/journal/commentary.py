"""The words about a figure, and who wrote, sent, returned and approved them. Acts are added; the last one stands.

An author never approves own words. What is approved belongs to one edition: when a month is closed anew,
its words are carried over, and are approved again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from everychild.calendar import Month
from everychild.errors import NotAllowed
from everychild.journal import flag_decisions
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time
from everychild.judgement.decisions import Decision, latest
from everychild.roles import Need, Viewer

make_ready()
from everychild.journal.models import Commentary, Edition, Signature  # noqa: E402 - models need Django ready

LONGEST = 6_000


class Act(StrEnum):
    """What somebody did with the words."""

    SAVED = "saved"
    SENT = "sent"
    RETURNED = "returned"
    APPROVED = "approved"


class State(StrEnum):
    """How the words about an indicator stand."""

    NONE = "not written"
    DRAFT = "draft"
    SENT = "sent for approval"
    RETURNED = "returned with a note"
    APPROVED = "approved"
    CARRIED = "approved for an earlier edition, to be approved again"


_STATES = {Act.SAVED: State.DRAFT, Act.SENT: State.SENT, Act.RETURNED: State.RETURNED, Act.APPROVED: State.APPROVED}


@dataclass(frozen=True)
class Told:
    """One act, as it is shown in the history."""

    edition: int
    act: Act
    text: str
    who: str
    name: str
    title: str
    note: str
    at: datetime


@dataclass(frozen=True)
class Standing:
    """The words that stand about one indicator, and how."""

    state: State
    text: str
    author: str
    author_name: str
    by: str
    at: datetime | None
    note: str


NOTHING = Standing(State.NONE, "", "", "", "", None, "")


def history(edition: Edition, ref: str) -> list[Told]:
    """Every act on the words about one indicator in the edition's month, oldest first, earlier editions included."""
    rows = Commentary.objects.filter(edition__month=edition.month, edition__number__lte=edition.number, ref=ref)
    return [_told(row) for row in rows.select_related("edition")]


def standing(edition: Edition) -> Mapping[str, Standing]:
    """How the words stand about every indicator that has any."""
    rows = Commentary.objects.filter(edition__month=edition.month, edition__number__lte=edition.number)
    acts: dict[str, list[Told]] = {}
    for row in rows.select_related("edition"):
        acts.setdefault(row.ref, []).append(_told(row))
    return {ref: _standing(told, edition.number) for ref, told in acts.items()}


def approved(edition: Edition) -> Mapping[str, Standing]:
    """The words approved for this very edition."""
    return {ref: held for ref, held in standing(edition).items() if held.state is State.APPROVED}


def approved_for(month: Month, fingerprint: str) -> Mapping[str, Standing]:
    """The same, for the kept edition with that fingerprint; none where there is none."""
    edition = Edition.objects.filter(month=str(month), fingerprint=fingerprint).first() if fingerprint else None
    return {} if edition is None else approved(edition)


@one_at_a_time()
def act(edition: Edition, ref: str, what: Act, text: str, by: Viewer, at: datetime, note: str = "") -> Standing:
    """Adds an act. Raises NotAllowed, saying why, where it is not this person’s to do, or not yet."""
    held = standing(edition).get(ref, NOTHING)
    if what in (Act.SAVED, Act.SENT):
        _may(by, Need.WRITE)
        if not text.strip():
            raise NotAllowed("There are no words yet. Write them, then save or send them.")
        if len(text) > LONGEST:
            raise NotAllowed(f"That is {len(text):,} characters; a paragraph has room for {LONGEST:,}. Shorten it.")
    else:
        _may(by, Need.SIGN)
        if held.state is not State.SENT:
            raise NotAllowed(f"These words are {held.state.value}: only words sent for approval can be decided on.")
        if what is Act.APPROVED and held.author == by.person:
            raise NotAllowed("Nobody approves their own words. Ask somebody else who may sign.")
        if what is Act.RETURNED and not note.strip():
            raise NotAllowed("Say in a note what should be different.")
        text = held.text
    row = Commentary.objects.create(
        edition=edition,
        ref=ref,
        act=what.value,
        text=text.strip(),
        who=by.person,
        name=by.name,
        title=by.title,
        note=note.strip(),
        at=at,
    )
    return _standing([*history(edition, ref)[:-1], _told(row)], edition.number)


@dataclass(frozen=True)
class Signed:
    """A signature, and whether it still holds."""

    name: str
    title: str
    at: datetime
    holds: bool


@one_at_a_time()
def sign(edition: Edition, flagged: Iterable[str], by: Viewer, at: datetime) -> Signed:
    """Signs an edition with the words approved for it. Raises NotAllowed naming what is not approved yet."""
    _may(by, Need.SIGN)
    told = approved(edition)
    missing = [ref for ref in flagged if ref not in told]
    if missing:
        raise NotAllowed(
            f"The words about {', '.join(missing)} are not approved yet. Each flagged indicator needs some first."
        )
    Signature.objects.create(
        edition=edition,
        words_sha256=_digest(told, _off_the_list(edition)),
        who=by.person,
        name=by.name,
        title=by.title,
        at=at,
    )
    return Signed(by.name, by.title, at, holds=True)


def signatures(edition: Edition) -> list[Signed]:
    """Who has signed. A signature falls away when the words change, an area is taken off the list or put back, or the
    month is closed anew."""
    newest = Edition.objects.filter(month=edition.month).order_by("-number").first()
    now = _digest(approved(edition), _off_the_list(edition))
    return [
        Signed(row.name, row.title, row.at, holds=row.words_sha256 == now and newest == edition)
        for row in Signature.objects.filter(edition=edition)
    ]


def _may(by: Viewer, need: Need) -> None:
    if not by.can(need):
        raise NotAllowed(f"A {by.title} does not {need.value} here.")


def _standing(told: list[Told], edition: int) -> Standing:
    last = told[-1]
    author = next(one for one in reversed(told) if one.act in (Act.SAVED, Act.SENT))
    state = _STATES[last.act]
    if state is State.APPROVED and last.edition != edition:
        state = State.CARRIED
    return Standing(state, last.text, author.who, author.name, last.name, last.at, last.note)


def _off_the_list(edition: Edition) -> list[str]:
    said = latest(flag_decisions.of_edition(edition))
    return sorted(area for area, last in said.items() if last.decision is Decision.REMOVED)


def _digest(told: Mapping[str, Standing], off_the_list: Iterable[str]) -> str:
    words = "\n".join(
        (*(f"{ref}\t{held.text}" for ref, held in sorted(told.items())), *(f"off\t{area}" for area in off_the_list))
    )
    return hashlib.sha256(words.encode()).hexdigest()


def _told(row: Commentary) -> Told:
    return Told(row.edition.number, Act(row.act), row.text, row.who, row.name, row.title, row.note, row.at)
