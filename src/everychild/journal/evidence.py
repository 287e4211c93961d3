"""What the journal can say of itself: whether every row is as it was written, and whether any is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from everychild.calendar import Month
from everychild.errors import Tampered
from everychild.journal import audit, seals
from everychild.journal.connection import make_ready
from everychild.store.extracts import digest_of_extract, name_of_reading

make_ready()
from everychild.journal.models import (  # noqa: E402 - models need Django ready
    AuditEntry,
    Edition,
    Extract,
    Headline,
    Seal,
    SealsGiven,
    SourceFile,
    sealed_tables,
)


@dataclass(frozen=True)
class Evidence:
    """How many rows and seals were gone through, the newest seal’s digest, and what does not agree."""

    rows: int
    seals: int
    audit_rows: int
    anchor: str
    faults: tuple[str, ...]


def examine(anchors: Sequence[str] = ()) -> Evidence:
    """Goes through every seal, sealed row and row of audit. `anchors` must be found in one chain or the other."""
    held = seals.chain(Seal, SealsGiven)
    faults: list[str] = []
    if held.broken_at is not None:
        faults.append(f"The seals of the journal are broken at seal {held.broken_at}.")
    else:  # a broken chain vouches for no row
        faults += [
            f"The journal’s row {row.number} of {row.table.removeprefix('journal_')} was {row.how} past Everychild."
            for row in seals.broken_rows(sealed_tables(), held)
        ]
    audit_rows = 0
    if not faults:  # what is past trusting is not read further: any of it might be nonsense
        try:
            faults += _wrongly_named_extracts()
            audit_rows, _ = audit.check()
        except (Tampered, ValueError, TypeError, AttributeError) as problem:
            faults.append(f"The journal cannot be followed: {problem}")
    told = set(AuditEntry.objects.values_list("sha256", flat=True))
    faults += [
        f"The anchor {anchor[:12]}… is in neither chain: what was written by the day it was kept is not what is there."
        for anchor in anchors
        if anchor not in held.known and anchor not in told
    ]
    return Evidence(len(held.stands), held.length, audit_rows, held.anchor, tuple(faults))


def _wrongly_named_extracts() -> list[str]:
    return [
        f"The extract of {extract.extracted_on} is not made of the files the journal names for it."
        for extract in Extract.objects.all()
        if extract.sha256
        != digest_of_extract(
            (
                name_of_reading(sha256, reading)
                for sha256, reading in SourceFile.objects.filter(extract=extract).values_list("sha256", "reading")
            ),
            extract.extracted_on,
        )
    ]


def editions() -> list[Edition]:
    """Every edition, by month and number."""
    return list(Edition.objects.all())


def headlines_of(edition: Edition) -> dict[str, tuple[object, ...]]:
    """By indicator: the window, the two numbers and how it was judged, as it was kept."""
    return {row.ref: _told(row) for row in Headline.objects.filter(edition=edition)}


def headline_told(row: Headline) -> tuple[object, ...]:
    """What of a headline must be the same whenever it is worked out again."""
    return _told(row)


def _told(row: Headline) -> tuple[object, ...]:
    return (
        str(row.window),
        row.numerator,
        row.denominator,
        str(row.absent),
        str(row.status),
        str(row.pattern),
        str(row.outlook),
        row.points,
        row.is_flagged,
    )


def name_of(edition: Edition) -> str:
    """How an edition is spoken of."""
    return f"{Month.of(edition.month)}, edition {edition.number}"
