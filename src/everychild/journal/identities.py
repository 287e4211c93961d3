"""Who somebody is in the council’s single sign-on: an issuer and its name for them, and never an address of theirs.

Addresses and names are given again to others; an issuer’s own name for a person (the subject) is not.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from everychild.errors import NotAllowed, SettingsError, UnknownReference
from everychild.journal import audit
from everychild.journal.connection import make_ready
from everychild.journal.scope import require_scope
from everychild.journal.writing import one_at_a_time
from everychild.roles import PARTS, Role

make_ready()
from everychild.journal.models import Identity, Person  # noqa: E402 - models need Django ready


@one_at_a_time()
def link(sign_in_name: str, issuer: str, subject: str, at: datetime, by: str, by_role: str = "") -> None:
    """From now on this person is who the issuer calls so. Raises UnknownReference, SettingsError where taken."""
    person = Person.objects.filter(sign_in_name=sign_in_name).first()
    if person is None:
        raise UnknownReference(f"Nobody signs in as {sign_in_name}.")
    if not subject.strip():
        raise SettingsError("Give the reference that the person was shown when they first tried to sign in.")
    taken = Identity.objects.select_related("person").filter(issuer=issuer, subject=subject.strip()).first()
    if taken is not None:
        raise SettingsError(f"That reference is {taken.person.name}’s already.")
    Identity.objects.create(person=person, issuer=issuer, subject=subject.strip(), at=at, by=by)
    audit.record(at, by, by_role, "single sign-on linked", sign_in_name, subject.strip()[:400])


def who_are_linked() -> frozenset[str]:
    """By the names they sign in by."""
    return frozenset(Identity.objects.values_list("person__sign_in_name", flat=True))


def person_for(issuer: str, subject: str, roles: Collection[Role], at: datetime) -> Person:
    """Who this is, in the role their app roles give them. Raises NotAllowed, saying why and what to do.

    Sign-up is closed: whoever is not known is told the reference by which an administrator can add them.
    """
    identity = Identity.objects.select_related("person").filter(issuer=issuer, subject=subject).first()
    if identity is None:
        audit.record(at, "", "", "sign-in refused", f"not known: {subject}"[:200])
        raise NotAllowed(
            "You are not known here yet. Ask an administrator of this service to add you, "
            f"and give them this reference: {subject}"
        )
    person = identity.person
    if not person.is_active:
        audit.record(at, person.sign_in_name, person.role, "sign-in refused", "stopped")
        raise NotAllowed("You can no longer sign in here. If that is wrong, ask an administrator of this service.")
    role = _one_role(person, roles, at)
    if role is not Role(person.role):
        require_scope(role, person.teams, person.worker)
        _change_role(person, role, at)
    return person


@one_at_a_time()
def _change_role(person: Person, role: Role, at: datetime) -> None:
    was, person.role = PARTS[Role(person.role)].title, role.value
    person.save()
    audit.record(at, person.sign_in_name, person.role, "role changed", person.sign_in_name, f"from {was}")


def _one_role(person: Person, roles: Collection[Role], at: datetime) -> Role:
    if Role(person.role) in roles:
        return Role(person.role)
    if len(roles) == 1:
        return next(iter(roles))
    audit.record(at, person.sign_in_name, person.role, "sign-in refused", "no role" if not roles else "several roles")
    if roles:
        raise NotAllowed(
            "Your sign-in gives you more than one role here. Ask whoever looks after the council’s sign-in to give one."
        )
    raise NotAllowed(
        "Your sign-in gives you no role here. Ask whoever looks after the council’s sign-in to assign you one."
    )
