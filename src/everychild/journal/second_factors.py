"""Second factors: a code that changes every half minute, from a device its owner holds, or one of those on paper."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from everychild.errors import UnknownReference
from everychild.journal import audit
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time

make_ready()
from everychild.journal.models import Person, SecondFactor, SpentCode  # noqa: E402 - models need Django ready

SECONDS = 30
STEPS_EITHER_WAY = 1
"""A clock may be half a minute out."""


def has_one(sign_in_name: str) -> bool:
    return _standing(sign_in_name) is not None


def who_have_one() -> frozenset[str]:
    """By the names they sign in by."""
    newest: dict[str, str] = {}
    for row in SecondFactor.objects.select_related("person").order_by("id"):
        newest[row.person.sign_in_name] = row.secret
    return frozenset(name for name, secret in newest.items() if secret)


@one_at_a_time()
def set_up(sign_in_name: str, secret: str, given: str, paper_codes: Sequence[str], at: datetime) -> bool:
    """Keeps a factor once its owner has shown a code of it. Whether they have; the one before no longer counts."""
    person = _person(sign_in_name)
    step = _step_of(secret, given, at)
    if step is None:
        return False
    SecondFactor.objects.create(
        person=person,
        secret=secret,
        paper_codes=[_digest(code) for code in paper_codes],
        by=sign_in_name,
        at=at,
        last_step=step,
    )
    audit.record(at, sign_in_name, person.role, "second factor set up", sign_in_name)
    return True


@one_at_a_time()
def take_off(sign_in_name: str, at: datetime, by: str, by_role: str = "", reason: str = "") -> None:
    """For one whose device is lost: they sign in by password alone, and set up another. Raises UnknownReference."""
    person = _person(sign_in_name)
    if _standing(sign_in_name) is None:
        raise UnknownReference(f"{person.name} has no second factor.")
    SecondFactor.objects.create(person=person, secret="", paper_codes=[], by=by, at=at)
    audit.record(at, by, by_role, "second factor taken off", sign_in_name, reason)


@one_at_a_time()
def matches(sign_in_name: str, given: str, at: datetime) -> bool:
    """Whether this is a code of theirs, now. No code counts twice."""
    factor = _standing(sign_in_name)
    if factor is None:
        return False
    step = _step_of(factor.secret, given, at)
    if step is not None:
        if step <= factor.last_step:
            return False
        factor.last_step = step
        factor.save(update_fields=["last_step"])
        return True
    digest = _digest(given)
    if digest not in factor.paper_codes or SpentCode.objects.filter(factor=factor, code_sha256=digest).exists():
        return False
    SpentCode.objects.create(factor=factor, code_sha256=digest, at=at)
    audit.record(at, sign_in_name, factor.person.role, "paper code spent", sign_in_name)
    return True


def paper_codes_left(sign_in_name: str) -> int:
    factor = _standing(sign_in_name)
    return 0 if factor is None else len(factor.paper_codes) - SpentCode.objects.filter(factor=factor).count()


def _standing(sign_in_name: str) -> SecondFactor | None:
    newest = SecondFactor.objects.filter(person__sign_in_name=sign_in_name).order_by("-id").first()
    return newest if newest is not None and newest.secret else None


def _person(sign_in_name: str) -> Person:
    person = Person.objects.filter(sign_in_name=sign_in_name).first()
    if person is None:
        raise UnknownReference(f"Nobody signs in as {sign_in_name}.")
    return person


def _step_of(secret: str, given: str, at: datetime) -> int | None:
    """The half minute this code is of, if it is of one that is near enough."""
    import pyotp

    now = int(at.timestamp()) // SECONDS
    code = "".join(given.split())
    totp = pyotp.TOTP(secret, interval=SECONDS)
    for step in range(now + STEPS_EITHER_WAY, now - STEPS_EITHER_WAY - 1, -1):
        if pyotp.utils.strings_equal(totp.generate_otp(step), code):
            return step
    return None


def _digest(code: str) -> str:
    """A plain digest is enough: the code is chance and no word. Spaces, hyphens and capitals are the reader’s."""
    return hashlib.sha256("".join(code.replace("-", "").split()).upper().encode()).hexdigest()
