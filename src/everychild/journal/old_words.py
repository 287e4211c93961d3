"""Words of the journal that name a child or tell what somebody did long ago, and taking them out.

The rows stay, so that no chain is broken: each is sealed anew as it then stands. Lists of work that was done, and words
nobody knew, are no evidence, and their rows go.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models

from everychild.journal import audit
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time

make_ready()
from everychild.journal.models import (  # noqa: E402 - models need Django ready
    AskedWords,
    AuditEntry,
    Commentary,
    FlagDecision,
    Job,
    LateReason,
    LegalHold,
    MembersRequest,
    RequestAnswer,
    SealedRow,
)

AUDIT, REASONS, WORK, ASKED = "audit", "reasons", "work", "words_asked"
ERASED = "erased"

WRITTEN_BY_PEOPLE: tuple[tuple[type[models.Model], str], ...] = (
    (Commentary, "text"),
    (Commentary, "note"),
    (FlagDecision, "reason"),
    (MembersRequest, "words"),
    (RequestAnswer, "words"),
)
"""Words that were approved, signed or published as they stand."""


def rows_before(kind: str, day: datetime) -> int:
    """How many rows of one kind are older than that and still tell anything."""
    return sum(rows.count() for rows in _before(kind, day))


def oldest(kind: str) -> datetime | None:
    """When the oldest row of one kind was written that still tells anything."""
    found = []
    for rows in _all(kind):
        first = rows.order_by(_WHEN[rows.model.__name__]).first()
        if first is not None:
            found.append(getattr(first, _WHEN[rows.model.__name__]))
    return min(found, default=None)


@one_at_a_time()
def take_out_before(days: Mapping[str, datetime], deletion: int) -> dict[str, int]:
    """Takes the words of each kind older than its day out, within the transaction around it; how many rows."""
    done = {}
    for kind, day in days.items():
        done[kind] = 0
        for rows in _before(kind, day):
            done[kind] += rows.count()
            _TAKEN_OUT[rows.model](rows, deletion)
    return done


def named_in_audit(child_id: str) -> list[AuditEntry]:
    """The rows of who did and saw what that name a child, oldest first."""
    named, alone = _named(child_id), _alone(child_id)
    rows = AuditEntry.objects.filter(
        models.Q(about__contains=f"case {child_id}") | models.Q(reason__contains=child_id)
    ).order_by("id")
    return [row for row in rows if named.search(row.about) or alone.search(row.reason)]


def reasons_of(child_id: str) -> list[LateReason]:
    return list(LateReason.objects.filter(child_id=child_id).order_by("id"))


@one_at_a_time()
def take_out_of_child(child_id: str, deletion: int) -> int:
    """A child’s number out of every row that names the child, and all words that files held and nobody knew, since
    nothing tells whose they were. How many rows.
    """
    seen = named_in_audit(child_id)
    alone = _alone(child_id)
    for row in seen:
        row.about = f"{audit.WORDS_TAKEN_OUT}{deletion}"
        row.reason = alone.sub(ERASED, row.reason)
    _written_anew(AuditEntry, seen, ["about", "reason"])
    late, held = reasons_of(child_id), list(LegalHold.objects.filter(child_id=child_id))
    for one in (*late, *held):
        one.child_id = ERASED
    _written_anew(LateReason, late, ["child_id"])
    _written_anew(LegalHold, held, ["child_id"])
    asked = AskedWords.objects.all().delete()[0]
    return len(seen) + len(late) + len(held) + asked


def written_of_child(child_id: str) -> dict[str, int]:
    """How many rows of words that people wrote hold a child’s number, which stand as they were approved or signed."""
    alone = _alone(child_id)
    found: dict[str, int] = {}
    for model, column in WRITTEN_BY_PEOPLE:
        texts = model._default_manager.filter(**{f"{column}__contains": child_id}).values_list(column, flat=True)
        how_many = sum(1 for text in texts if alone.search(text))
        if how_many:
            found[model.__name__] = found.get(model.__name__, 0) + how_many
    return found


def _alone(child_id: str) -> re.Pattern[str]:
    """The number as a word of its own, so that 12 is not found in 2019-12 or in 4127."""
    return re.compile(rf"(?<![\w-]){re.escape(child_id)}(?![\w-])")


def _named(child_id: str) -> re.Pattern[str]:
    return re.compile(rf"\bcase {re.escape(child_id)}(?![\w-])")


def _all(kind: str) -> tuple[models.QuerySet[Any], ...]:
    return {
        AUDIT: (models.QuerySet(AuditEntry).exclude(about__startswith=audit.WORDS_TAKEN_OUT),),
        REASONS: (models.QuerySet(LateReason).exclude(child_id=ERASED),),
        WORK: (
            models.QuerySet(Job).filter(ended_at__isnull=False),
            models.QuerySet(apps.get_model("django_tasks_database", "DBTaskResult")).filter(finished_at__isnull=False),
        ),
        ASKED: (models.QuerySet(AskedWords),),
    }[kind]


def _before(kind: str, day: datetime) -> tuple[models.QuerySet[Any], ...]:
    return tuple(rows.filter(**{f"{_WHEN[rows.model.__name__]}__lt": day}) for rows in _all(kind))


def _of_audit(rows: models.QuerySet[Any], deletion: int) -> None:
    found = list(rows)
    for row in found:
        row.who, row.role, row.about, row.reason = "", "", f"{audit.WORDS_TAKEN_OUT}{deletion}", ""
    _written_anew(AuditEntry, found, ["who", "role", "about", "reason"])


def _of_reasons(rows: models.QuerySet[Any], deletion: int) -> None:
    found = list(rows)
    for row in found:
        row.child_id = ERASED
    _written_anew(LateReason, found, ["child_id"])


def _rows_go(rows: models.QuerySet[Any], deletion: int) -> None:
    rows.delete()


def _written_anew(model: type[SealedRow], rows: list[Any], columns: list[str]) -> None:
    """Past the manager, which lets nobody change a row; sealed as they now stand."""
    if rows:
        models.QuerySet(model).bulk_update(rows, columns, batch_size=500)
        model.seal(rows)


_WHEN = {
    "AuditEntry": "at",
    "LateReason": "at",
    "Job": "ended_at",
    "DBTaskResult": "finished_at",
    "AskedWords": "asked_at",
}
_TAKEN_OUT: dict[type[models.Model], Callable[[models.QuerySet[Any], int], None]] = {
    AuditEntry: _of_audit,
    LateReason: _of_reasons,
    Job: _rows_go,
    AskedWords: _rows_go,
    apps.get_model("django_tasks_database", "DBTaskResult"): _rows_go,
}
