"""Passwords: changed by their owner, or chosen anew by a link that an administrator gives. Nobody knows another’s.

The links are Django’s own: signed over what a person’s password is kept as, so that choosing one ends every link.
"""

from __future__ import annotations

from datetime import UTC, datetime

from django.contrib.auth.password_validation import CommonPasswordValidator, MinimumLengthValidator
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import ValidationError

from everychild.errors import NotAllowed, SettingsError, UnknownReference
from everychild.journal import audit
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time

make_ready()
from everychild.journal.models import Person  # noqa: E402 - models need Django ready

SHORTEST_PASSWORD = 12


class Links(PasswordResetTokenGenerator):
    """Django’s links, at a moment that is told."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        self.at = at

    def _now(self) -> datetime:
        """Always in UTC, so that an hour that comes twice lengthens no link."""
        return self.at.astimezone(UTC).replace(tzinfo=None)


def require_good(password: str) -> None:
    """The same rules wherever one is chosen. Raises SettingsError."""
    try:
        MinimumLengthValidator(SHORTEST_PASSWORD).validate(password)
    except ValidationError:
        raise SettingsError(f"A password needs {SHORTEST_PASSWORD} characters or more.") from None
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        raise SettingsError("Many people use this password, so it is tried first. Choose another.") from None


@one_at_a_time()
def change(sign_in_name: str, password: str, at: datetime, by: str, by_role: str = "", reason: str = "") -> Person:
    """Sets it, which ends every sign-in of theirs and every link. Raises SettingsError, UnknownReference."""
    person = _who_is_there(sign_in_name)
    require_good(password)
    _keep(person, password)
    audit.record(at, by, by_role, "password changed", sign_in_name, reason)
    return person


@one_at_a_time()
def reset(sign_in_name: str, at: datetime, by: str, by_role: str) -> tuple[int, str]:
    """The person’s number and the code of a link by which they choose a password; the one before opens nothing more.

    Raises UnknownReference, and NotAllowed where it is one’s own: whoever finds a page left open could make it theirs.
    """
    person = _who_is_there(sign_in_name)
    if sign_in_name == by:
        raise NotAllowed("Your own password is changed under Password, at the top of the page.")
    _keep(person, None)
    audit.record(at, by, by_role, "password link given", sign_in_name, "the password before is over")
    return person.pk, Links(at).make_token(person)


def whose_link(number: int, code: str, at: datetime) -> Person | None:
    """Whoever a link is for, while it opens."""
    person = Person.objects.filter(pk=number, is_active=True).first()
    return person if person is not None and Links(at).check_token(person, code) else None


@one_at_a_time()
def choose(number: int, code: str, password: str, at: datetime) -> bool:
    """By a link. Whether it still opened: it opens once. Raises SettingsError where the password is no good one."""
    person = whose_link(number, code, at)
    if person is None:
        return False
    require_good(password)
    _keep(person, password)
    audit.record(at, person.sign_in_name, person.role, "password chosen", person.sign_in_name, "by a link")
    return True


def _who_is_there(sign_in_name: str) -> Person:
    person = Person.objects.filter(sign_in_name=sign_in_name, is_active=True).first()
    if person is None:
        raise UnknownReference(f"Nobody signs in as {sign_in_name}.")
    return person


def _keep(person: Person, password: str | None) -> None:
    person.set_password(password)
    person.save(update_fields=["password"])
