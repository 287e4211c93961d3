"""Letting somebody in once they have proved who they are, by whichever way; and how long that lasts."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest

from everychild.journal import audit
from everychild.journal.models import Person
from everychild.sign_in import read_sign_in
from everychild.web import timing
from everychild.web.timing import Over

TRIES = 10
WAIT = timedelta(minutes=15)
BY, BY_PASSWORD, BY_CODE, BY_COUNCIL = "by", "password", "code", "council"
"""In the session: how somebody proved who they are. A code was given after a password."""

ENOUGH = (BY_CODE, BY_COUNCIL)
"""Where a second factor is required. The council’s own sign-in asks for one by its own rules."""

PASSWORDS = "django.contrib.auth.backends.ModelBackend"


def must_wait(sign_in_name: str, now: datetime) -> bool:
    """Whether there were too many wrong attempts with a name, of passwords and codes together."""
    return audit.how_often(sign_in_name, "sign-in refused", now - WAIT) >= TRIES


def come_in(request: HttpRequest, person: Person, now: datetime, by: str) -> None:
    """A new session, which belongs to this person from now on; written down."""
    request.session.cycle_key()  # Django leaves the key as it is where the same person signs in again
    login(request, person, backend=PASSWORDS)
    request.session[BY] = by
    timing.begin(request.session, now)
    audit.record(now, person.sign_in_name, person.role, "signed in", person.sign_in_name, f"by {by}")


def over(request: HttpRequest, now: datetime) -> Over | None:
    """Why the sign-in is over, if it is: then it is ended."""
    why = timing.look(request.session, now, settings.IDLE, settings.LONGEST)
    if why is not None:
        user: Any = request.user
        audit.record(now, user.sign_in_name, user.role, "signed out", user.sign_in_name, f"by the clock: {why}")
        logout(request)
    return why


def needs_a_second_factor(request: HttpRequest) -> bool:
    """Whether everything waits until this person has set one up."""
    return request.session.get(BY) not in ENOUGH and read_sign_in(settings.HOME.settings).second_factor_required
