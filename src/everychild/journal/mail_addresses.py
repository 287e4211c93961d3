"""Where people are written to by e-mail: given by an administrator, and kept with who gave it and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from everychild.errors import SettingsError, UnknownReference
from everychild.journal import audit
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time

make_ready()
from everychild.journal.models import MailAddress, Person  # noqa: E402 - models need Django ready


@one_at_a_time()
def give(sign_in_name: str, address: str, at: datetime, by: str, by_role: str = "") -> None:
    """From now on this person is written to there; with no address, not at all.

    Raises UnknownReference for nobody, SettingsError for what is no address.
    """
    person = Person.objects.filter(sign_in_name=sign_in_name).first()
    if person is None:
        raise UnknownReference(f"Nobody signs in as {sign_in_name}.")
    address = address.strip()
    try:
        if address:
            validate_email(address)
    except ValidationError:
        raise SettingsError("That is no e-mail address. One looks like name@council.gov.uk.") from None
    MailAddress.objects.create(person=person, address=address, at=at, by=by)
    audit.record(at, by, by_role, "e-mail address given" if address else "e-mail address taken off", sign_in_name)


def addresses() -> Mapping[str, str]:
    """Of everybody who may sign in and has one, by the name they sign in by."""
    newest = {
        row.person.sign_in_name: row.address
        for row in MailAddress.objects.select_related("person").order_by("id")
        if row.person.is_active
    }
    return {name: address for name, address in newest.items() if address}
