"""Legal holds: while one stands, nothing it covers is deleted, whoever asks and whatever the schedule says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from everychild.errors import NotAllowed, SettingsError, UnknownReference
from everychild.journal import audit
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time

make_ready()
from everychild.journal.models import HoldLifted, LegalHold  # noqa: E402 - models need Django ready


@dataclass(frozen=True)
class Hold:
    """One hold. With no child it covers everything."""

    number: int
    child_id: str
    who: str
    why: str
    review_on: date
    at: datetime

    @property
    def covers_everything(self) -> bool:
        return not self.child_id


@one_at_a_time()
def put_on(child_id: str, who: str, why: str, review_on: date, at: datetime) -> Hold:
    """Raises SettingsError without a name and a reason. A day to look at it again is always set."""
    require_name_and_reason(who, why)
    row = LegalHold.objects.create(child_id=child_id, who=who, why=why, review_on=review_on, at=at)
    audit.record(at, who, "", "hold put on", f"hold {row.pk}", why)
    return _hold(row)


@one_at_a_time()
def lift(number: int, who: str, why: str, at: datetime) -> Hold:
    """Raises UnknownReference where there is no such hold, NotAllowed where it was lifted before."""
    require_name_and_reason(who, why)
    row = LegalHold.objects.filter(pk=number).first()
    if row is None:
        raise UnknownReference(f"There is no hold {number}. `everychild hold list` tells which there are.")
    if HoldLifted.objects.filter(hold=row).exists():
        raise NotAllowed(f"Hold {number} was lifted before.")
    HoldLifted.objects.create(hold=row, who=who, why=why, at=at)
    audit.record(at, who, "", "hold lifted", f"hold {number}", why)
    return _hold(row)


def standing() -> tuple[Hold, ...]:
    """The holds that nobody has lifted, oldest first."""
    return tuple(_hold(row) for row in LegalHold.objects.filter(lifted=None))


def require_name_and_reason(who: str, why: str) -> None:
    """Raises SettingsError: what cannot be undone is done by somebody, for a reason."""
    if not who.strip() or not why.strip():
        raise SettingsError("Say who decided this, with --who, and why, with --why.")


def _hold(row: LegalHold) -> Hold:
    return Hold(row.pk, row.child_id, row.who, row.why, row.review_on, row.at)
