"""Who may sign in, as what, and whose children they see."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.password_validation import MinimumLengthValidator, validate_password
from django.core.exceptions import ValidationError

from everychild.errors import SettingsError, UnknownReference
from everychild.journal import audit
from everychild.journal.connection import make_ready
from everychild.roles import PARTS, Reach, Role, Viewer

make_ready()
from everychild.journal.models import Person  # noqa: E402 - models need Django ready

SHORTEST_PASSWORD = 12


@dataclass(frozen=True)
class Known:
    """One person, as others are told of them."""

    sign_in_name: str
    name: str
    role: Role
    teams: tuple[str, ...]
    worker: str
    is_active: bool


def anybody() -> bool:
    """Whether anyone has been added yet."""
    return Person.objects.exists()


def everybody() -> list[Known]:
    return [_known(person) for person in Person.objects.all()]


def add(
    sign_in_name: str,
    name: str,
    role: Role,
    password: str,
    at: datetime,
    by: str,
    by_role: str = "",
    teams: Collection[str] = (),
    worker: str = "",
) -> Known:
    """Adds a person. Raises SettingsError where the name is taken, the password short, or the scope missing."""
    part = PARTS[role]
    if Person.objects.filter(sign_in_name=sign_in_name).exists():
        raise SettingsError(f"Somebody signs in as {sign_in_name} already. Choose another name to sign in by.")
    if part.reach is Reach.OWN_TEAMS and not teams:
        raise SettingsError(f"A {part.title} sees the children of their teams: say which, with --team.")
    if part.reach is Reach.OWN_CASES and not worker:
        raise SettingsError(f"A {part.title} sees their own cases: say their reference as a worker, with --worker.")
    _require_good(password)
    person = Person(
        sign_in_name=sign_in_name, name=name, role=role.value, teams=sorted(teams), worker=worker, added_at=at
    )
    person.set_password(password)
    person.save()
    audit.record(at, by, by_role, "person added", sign_in_name, f"as {part.title}")
    return _known(person)


def stop(sign_in_name: str, at: datetime, by: str, by_role: str = "", reason: str = "") -> Known:
    """Nobody is deleted: what they signed keeps its name. Raises UnknownReference."""
    person = Person.objects.filter(sign_in_name=sign_in_name).first()
    if person is None:
        raise UnknownReference(f"Nobody signs in as {sign_in_name}.")
    person.is_active = False
    person.set_unusable_password()
    person.save()
    audit.record(at, by, by_role, "person stopped", sign_in_name, reason)
    return _known(person)


def viewer_of(person: Person) -> Viewer:
    """What a person who has signed in may do, and whose children they see."""
    role = Role(person.role)
    part = PARTS[role]
    return Viewer(
        person.sign_in_name, person.name, part.may, part.reach, part.title, frozenset(person.teams), person.worker
    )


def _require_good(password: str) -> None:
    try:
        validate_password(password, password_validators=[MinimumLengthValidator(SHORTEST_PASSWORD)])
    except ValidationError:
        raise SettingsError(f"A password needs {SHORTEST_PASSWORD} characters or more.") from None


def _known(person: Person) -> Known:
    return Known(
        person.sign_in_name, person.name, Role(person.role), tuple(person.teams), person.worker, person.is_active
    )
