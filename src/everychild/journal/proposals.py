"""Targets proposed by one person and confirmed by another: two people to change a target, and no row ever changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from everychild.catalogue import BY_REF
from everychild.council import SetBy, Target
from everychild.errors import NotAllowed, UnknownReference
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time
from everychild.judgement.register import with_target
from everychild.roles import Need, Viewer
from everychild.store.durable import write_durably
from everychild.store.home import Home

make_ready()
from everychild.journal.models import TargetProposal  # noqa: E402 - models need Django ready

NUMBERS = ("value", "low", "high", "tolerance", "floor")
DAYS = ("since", "next_review")


@dataclass(frozen=True)
class Proposed:
    """A target somebody proposes, and what became of it: nothing yet, confirmed or refused."""

    number: int
    target: Target
    who: str
    name: str
    at: datetime
    decision: str
    decided_by: str


def propose(home: Home, target: Target, by: Viewer, at: datetime) -> int:
    """Keeps a proposal. Raises SettingsError where council.toml could not take it, NotAllowed where it is not theirs"""
    if not by.can(Need.TARGETS):
        raise NotAllowed(f"A {by.title} does not change targets here.")
    with_target(home.settings.read_text(encoding="utf-8"), target, BY_REF[target.indicator])
    kept = TargetProposal.objects.create(ref=target.indicator, row=_as_data(target), who=by.person, name=by.name, at=at)
    return int(kept.pk)


@one_at_a_time()
def decide(home: Home, number: int, by: Viewer, at: datetime, *, confirm: bool) -> Proposed:
    """Another person confirms, and the row is written; or refuses, and nothing is."""
    if not by.can(Need.TARGETS):
        raise NotAllowed(f"A {by.title} does not change targets here.")
    row = TargetProposal.objects.filter(pk=number).first()
    if row is None:
        raise UnknownReference(f"There is no proposal numbered {number}.")
    if row.decision:
        raise NotAllowed(f"It was {row.decision} already, by {row.decided_by}.")
    if row.who == by.person and confirm:
        raise NotAllowed("Two people change a target. Ask somebody else to confirm this one.")
    row.decision, row.decided_by, row.decided_at = "confirmed" if confirm else "refused", by.name, at
    row.save()
    proposed = _proposed(row)
    if confirm:
        text = with_target(home.settings.read_text(encoding="utf-8"), proposed.target, BY_REF[row.ref])
        write_durably(home.settings, lambda file: file.write(text.encode()))
    return proposed


def proposals(at_most: int = 20) -> list[Proposed]:
    """The newest first, those not decided before the others."""
    rows = list(TargetProposal.objects.all()[:at_most])
    return [_proposed(row) for row in sorted(rows, key=lambda row: bool(row.decision))]


def _as_data(target: Target) -> dict[str, str]:
    kept = {name: str(number) for name in NUMBERS if (number := getattr(target, name)) is not None}
    kept |= {name: day.isoformat() for name in DAYS if (day := getattr(target, name)) is not None}
    return kept | {"who": target.who, "why": target.why, "source": target.source, "set_by": target.set_by.value}


def _from_data(ref: str, kept: Mapping[str, str]) -> Target:
    numbers = {name: Fraction(kept[name]) if name in kept else None for name in NUMBERS}
    days = {name: date.fromisoformat(kept[name]) if name in kept else None for name in DAYS}
    since, tolerance = days["since"], numbers["tolerance"]
    assert since is not None
    assert tolerance is not None
    return Target(
        indicator=ref,
        value=numbers["value"],
        low=numbers["low"],
        high=numbers["high"],
        tolerance=tolerance,
        set_by=SetBy(kept["set_by"]),
        who=kept["who"],
        why=kept["why"],
        since=since,
        next_review=days["next_review"],
        source=kept["source"],
        floor=numbers["floor"],
    )


def _proposed(row: TargetProposal) -> Proposed:
    return Proposed(row.pk, _from_data(row.ref, row.row), row.who, row.name, row.at, row.decision, row.decided_by)
