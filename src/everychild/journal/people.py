"""Who may sign in, as what, and whose children they see."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from everychild.errors import SettingsError, UnknownReference
from everychild.journal import audit, identities, passwords
from everychild.journal.connection import make_ready
from everychild.journal.scope import require_scope
from everychild.journal.writing import one_at_a_time
from everychild.roles import PARTS, Role, Viewer

make_ready()
from everychild.journal.models import Person  # noqa: E402 - models need Django ready


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


@one_at_a_time()
def add(
    sign_in_name: str,
    name: str,
    role: Role,
    password: str | None,
    at: datetime,
    by: str,
    by_role: str = "",
    teams: Collection[str] = (),
    worker: str = "",
    subject: tuple[str, str] | None = None,
) -> Known:
    """Adds a person; `subject` is who they are in the council’s single sign-on (its issuer, and its name for them).

    Without a password they sign in by that alone, or by a link choose one (`passwords`).

    Raises SettingsError where the name is taken, the password short or a common one, or the scope missing.
    """
    part = PARTS[role]
    if Person.objects.filter(sign_in_name=sign_in_name).exists():
        raise SettingsError(f"Somebody signs in as {sign_in_name} already. Choose another name to sign in by.")
    require_scope(role, teams, worker)
    if password is not None:
        passwords.require_good(password)
    person = Person(
        sign_in_name=sign_in_name, name=name, role=role.value, teams=sorted(teams), worker=worker, added_at=at
    )
    person.set_password(password)
    person.save()
    audit.record(at, by, by_role, "person added", sign_in_name, f"as {part.title}")
    if subject is not None:
        identities.link(sign_in_name, *subject, at, by, by_role)
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


def _known(person: Person) -> Known:
    return Known(
        person.sign_in_name, person.name, Role(person.role), tuple(person.teams), person.worker, person.is_active
    )
