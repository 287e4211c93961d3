"""What people decided of flagged areas, written to the journal and read from it. Decisions are added, never changed."""

from __future__ import annotations

from everychild.journal import audit
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time
from everychild.judgement import decisions

make_ready()
from everychild.journal.models import Edition, FlagDecision  # noqa: E402 - models need Django ready


@one_at_a_time()
def record(edition: Edition, said: decisions.FlagDecision, person: str = "") -> None:
    """Adds a decision, and who made it to the audit chain. An earlier one of the same area stays written.

    `person` is the name they sign in by, where they have signed in.
    """
    FlagDecision.objects.create(
        edition=edition,
        area=said.area,
        decision=said.decision,
        by=said.by,
        role=said.role,
        reason=said.reason,
        at=said.at,
    )
    about = f"{said.area}, {edition.month}, edition {edition.number}"
    audit.record(said.at, (person or said.by)[:80], said.role[:30], f"flag {said.decision}", about, said.reason)


def of_edition(edition: Edition) -> tuple[decisions.FlagDecision, ...]:
    """What was said of an edition’s areas, oldest first."""
    return tuple(_decision(row, edition.number) for row in edition.flag_decisions.all())


def before_edition(edition: Edition) -> tuple[decisions.FlagDecision, ...]:
    """What had been said in the newest earlier edition of the same month of which anything was said."""
    earlier = Edition.objects.filter(month=edition.month, number__lt=edition.number, flag_decisions__isnull=False)
    last = earlier.order_by("-number").first()
    return () if last is None else of_edition(last)


def _decision(row: FlagDecision, edition: int) -> decisions.FlagDecision:
    return decisions.FlagDecision(
        row.area, decisions.Decision(row.decision), row.by, row.role, row.reason, row.at, edition
    )
