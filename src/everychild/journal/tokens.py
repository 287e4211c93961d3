"""Tokens: how a program somebody runs asks for figures. A token opens figures and nothing else, and never a child."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils import timezone

from everychild.errors import SettingsError, UnknownReference
from everychild.journal import audit, people
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time
from everychild.roles import PARTS, Need, Reach, Role, Viewer

make_ready()
from everychild.journal.models import Person, Token, TokenWithdrawal  # noqa: E402 - models need Django ready

LONGEST_DAYS = 366
OPENS = frozenset({Need.ANYONE, Need.FIGURES})
"""All that a token opens, whatever else its holder may do."""


@dataclass(frozen=True)
class Made:
    """One token, as its holder is told of it: never its secret."""

    number: int
    name: str
    holder: str
    holder_name: str
    made_at: datetime
    expires_at: datetime
    last_used_on: date | None
    withdrawn_at: datetime | None
    withdrawn_by: str
    holder_is_active: bool

    def opens(self, at: datetime) -> bool:
        return self.withdrawn_at is None and self.holder_is_active and at < self.expires_at


@one_at_a_time()
def make(name: str, holder: str, days: int, secret: str, at: datetime) -> Made:
    """A token for a person who may read figures, good for so many days. Raises SettingsError, UnknownReference.

    `secret` is made by the caller from chance enough that it cannot be guessed, and is not kept.
    """
    person = Person.objects.filter(sign_in_name=holder, is_active=True).first()
    if person is None:
        raise UnknownReference(f"Nobody signs in as {holder}.")
    if not PARTS[Role(person.role)].may >= OPENS:
        raise SettingsError(
            f"A {PARTS[Role(person.role)].title} sees no figures, so there is nothing a token would open."
        )
    if not name.strip():
        raise SettingsError("Say what the token is for, so that you know it again: Power BI, monthly refresh.")
    if not 1 <= days <= LONGEST_DAYS:
        raise SettingsError(f"A token is good for 1 to {LONGEST_DAYS} days.")
    row = Token.objects.create(
        name=name.strip()[:80],
        secret_sha256=digest_of(secret),
        holder=person,
        role=person.role,
        made_at=at,
        expires_at=at + timedelta(days=days),
    )
    title = PARTS[Role(person.role)].title
    audit.record(at, holder, title, "token made", f"token {row.pk}", f"{row.name}; until {row.expires_at:%Y-%m-%d}")
    return _made(row)


@one_at_a_time()
def withdraw(number: int, at: datetime, by: Viewer) -> Made:
    """By its holder or whoever looks after people; twice is once. Raises UnknownReference for anybody else."""
    row = Token.objects.select_related("holder").filter(pk=number).first()
    if row is None or not (by.can(Need.PEOPLE) or row.holder.sign_in_name == by.person):
        raise UnknownReference(f"There is no token {number} of yours.")
    if not TokenWithdrawal.objects.filter(token=row).exists():
        TokenWithdrawal.objects.create(token=row, by=by.person, at=at)
        audit.record(at, by.person, by.title, "token withdrawn", f"token {number}", f"of {row.holder.sign_in_name}")
    return _made(Token.objects.select_related("holder", "withdrawal").get(pk=number))


def held_by(viewer: Viewer) -> list[Made]:
    """The viewer’s own, newest first; everybody’s, for whoever looks after people."""
    rows = Token.objects.select_related("holder", "withdrawal")
    return [
        _made(row) for row in (rows if viewer.can(Need.PEOPLE) else rows.filter(holder__sign_in_name=viewer.person))
    ]


def viewer_with(secret: str, at: datetime) -> Viewer | None:
    """Whom a token speaks for; None where it was never made, has run out, was withdrawn, or its holder has left.

    A holder whose role is another by now needs another token: this one was made for the part they had.
    """
    row = Token.objects.select_related("holder", "withdrawal").filter(secret_sha256=digest_of(secret)).first()
    if row is None or not _made(row).opens(at) or row.role != row.holder.role:
        return None
    today = timezone.localdate(at)
    if row.last_used_on != today:
        row.last_used_on = today
        row.save(update_fields=["last_used_on"])
    person = people.viewer_of(row.holder)
    return replace(person, may=person.may & OPENS, reach=Reach.NOBODY, teams=frozenset(), worker="")


def digest_of(secret: str) -> str:
    """A plain digest is enough: the secret is chance and no word, so there is nothing to guess it from."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _made(row: Token) -> Made:
    withdrawal = getattr(row, "withdrawal", None)
    return Made(
        number=row.pk,
        name=row.name,
        holder=row.holder.sign_in_name,
        holder_name=row.holder.name,
        made_at=row.made_at,
        expires_at=row.expires_at,
        last_used_on=row.last_used_on,
        withdrawn_at=withdrawal.at if withdrawal else None,
        withdrawn_by=withdrawal.by if withdrawal else "",
        holder_is_active=row.holder.is_active,
    )
