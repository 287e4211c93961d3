"""What was agreed about figures, and what became of it, written to the journal and read from it. Acts are added."""

from __future__ import annotations

from datetime import date, datetime

from everychild.calendar import Month
from everychild.errors import NotAllowed, UnknownReference
from everychild.journal.connection import make_ready
from everychild.journal.fitting import refuse_long
from everychild.journal.writing import one_at_a_time
from everychild.judgement.agreed import Agreed, Change, State
from everychild.measure.figure import Absent, Figure, Window
from everychild.roles import Need, Viewer

make_ready()
from everychild.journal.models import Action, ActionChange, Edition, Headline  # noqa: E402 - models need Django ready


@one_at_a_time()
def agree(edition: Edition, ref: str, what: str, owner: str, due_on: date, by: Viewer, at: datetime) -> Agreed:
    """Adds an action, bound to this edition. Raises NotAllowed, saying what is missing."""
    _may(by)
    if not what.strip():
        raise NotAllowed("Say what will be done.")
    if not owner.strip():
        raise NotAllowed("Say who owns it: a name or a post.")
    refuse_long(what)
    if due_on < at.date():
        raise NotAllowed("The day it is due has passed already. Choose one that is still to come.")
    if not Headline.objects.filter(edition=edition, ref=ref).exists():
        raise UnknownReference(f"{edition.month} has no indicator {ref}, so nothing can be agreed about it.")
    row = Action.objects.create(
        edition=edition,
        ref=ref,
        what=" ".join(what.split()),
        owner=owner.strip()[:120],
        due_on=due_on,
        who=by.person,
        name=by.name,
        title=by.title,
        at=at,
    )
    return _agreed(row)


@one_at_a_time()
def change(number: int, state: State, words: str, newest: Edition, by: Viewer, at: datetime) -> Agreed:
    """Says what became of an action. `newest` is the newest edition on that day. Raises NotAllowed without words."""
    _may(by)
    row = Action.objects.filter(pk=number).first()
    if row is None:
        raise UnknownReference(f"There is no action numbered {number}.")
    if not words.strip():
        raise NotAllowed("Say in a sentence what became of it.")
    refuse_long(words)
    if state is State.AGREED:
        raise NotAllowed("It was agreed already. Choose how it stands now.")
    ActionChange.objects.create(
        action=row,
        edition=newest,
        state=state.value,
        words=" ".join(words.split()),
        who=by.person,
        name=by.name,
        title=by.title,
        at=at,
    )
    return _agreed(row)


def one(number: int) -> Agreed:
    """Raises UnknownReference."""
    row = Action.objects.filter(pk=number).first()
    if row is None:
        raise UnknownReference(f"There is no action numbered {number}.")
    return _agreed(row)


def actions(ref: str = "") -> list[Agreed]:
    """All, or those about one indicator: the open ones first, each by the day it is due."""
    rows = Action.objects.filter(ref=ref) if ref else Action.objects.all()
    found = [_agreed(row) for row in rows.select_related("edition").prefetch_related("changes__edition")]
    return sorted(found, key=lambda agreed: not agreed.is_open)


def _may(by: Viewer) -> None:
    if not by.can(Need.WRITE):
        raise NotAllowed(f"A {by.title} does not agree actions here.")


def _agreed(row: Action) -> Agreed:
    month = Month.of(row.edition.month)
    return Agreed(
        number=row.pk,
        ref=row.ref,
        what=row.what,
        owner=row.owner,
        due_on=row.due_on,
        name=row.name,
        title=row.title,
        at=row.at,
        month=month,
        edition=row.edition.number,
        fingerprint=row.edition.fingerprint,
        figure=_figure(row, month),
        changes=tuple(
            Change(State(held.state), held.words, held.name, held.title, held.at, Month.of(held.edition.month))
            for held in row.changes.all()
        ),
    )


def _figure(row: Action, month: Month) -> Figure:
    held = Headline.objects.get(edition_id=row.edition_id, ref=row.ref)
    absent = Absent(held.absent) if held.absent else None
    return Figure(row.ref, Window(held.window), month, None, None, held.numerator, held.denominator, absent)
