"""The council's own words as the journal knows them: every version of every list's, who made it, and which is in force.

A version's file is written first, then its row, then it is put in force: a run cut short leaves the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from everychild.errors import Tampered
from everychild.intake.mapping_steps import Step
from everychild.intake.own_words import ListMapping, OwnWords
from everychild.journal import audit
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time
from everychild.store.durable import sha256_of
from everychild.store.home import Home
from everychild.store.mappings import current_path, put_in_force, read_version, version_path, write_version
from everychild.wording import day

make_ready()
from everychild.journal.models import MappingVersion  # noqa: E402 - models need Django ready

CHANGED = "own words changed"


@dataclass(frozen=True)
class Version:
    """One version of one list's words."""

    layout: str
    number: int
    who: str
    at: datetime


def in_force(home: Home) -> OwnWords:
    """The council's own words, to read files by. Raises Tampered where a file in force was changed by hand."""
    newest = _newest()
    for row in newest:
        _require_in_force(home, row)
    return as_kept(home)


def as_kept(home: Home) -> OwnWords:
    """The same, to be looked at: the newest versions, whatever lies beside them."""
    found = {row.layout: _kept(home, row) for row in _newest()}
    return {layout: mapping for layout, mapping in found.items() if not mapping.is_empty}


def of_list(home: Home, layout: str) -> ListMapping:
    """One list's words; empty where it has none."""
    return as_kept(home).get(layout, ListMapping(layout))


def versions(layout: str = "") -> list[Version]:
    """Every version there has been, the newest first; of one list or of all."""
    rows = MappingVersion.objects.order_by("-id")
    rows = rows.filter(layout=layout) if layout else rows
    return [Version(row.layout, row.number, row.who, row.at) for row in rows]


def change(home: Home, layout: str, steps: Sequence[Step], who: str, role: str, at: datetime) -> ListMapping:
    """Changes one list's words as a new version, all of the steps or none; each is told in the audit chain.

    What changes nothing makes no version. What has been loaded stays as it was read.
    """
    with one_at_a_time():
        words = in_force(home)
        before = after = words.get(layout, ListMapping(layout))
        said = []
        for step in steps:
            changed = step.how({**words, layout: after}, after)
            said += [step.said] if changed != after else []
            after = changed
        if not said:
            return before
        number = (MappingVersion.objects.filter(layout=layout).aggregate(last=Max("number"))["last"] or 0) + 1
        sha256 = write_version(home, after, number)
        MappingVersion.objects.create(layout=layout, number=number, sha256=sha256, who=who, at=at)
        for what in said:
            audit.record(at, who, role, CHANGED, f"{layout}, version {number}", what)
    put_in_force(home, layout, number)
    return after


def changed_by_hand(home: Home) -> list[str]:
    """Faults: files in force that are not the newest version the journal names."""
    faults = []
    for row in _newest():
        path = current_path(home, row.layout)
        if path.is_file() and sha256_of(path) not in _digests_of(row.layout):
            faults.append(
                f"mappings/{row.layout}.toml was changed past Everychild, and files are not read by it. Remove it: "
                f"version {row.number} is put back when files are next loaded. Then change it with `everychild map`."
            )
    known = {row.layout for row in _newest()}
    return faults + [
        f"mappings/{path.name} is not in the journal, and files are not read by it. Remove it, and say the same with "
        "`everychild map`."
        for path in sorted(home.mappings.glob("*.toml"))
        if path.stem not in known
    ]


def _newest() -> list[MappingVersion]:
    newest: dict[str, MappingVersion] = {}
    for row in MappingVersion.objects.order_by("id"):
        newest[row.layout] = row
    return [newest[layout] for layout in sorted(newest)]


def _digests_of(layout: str) -> set[str]:
    return set(MappingVersion.objects.filter(layout=layout).values_list("sha256", flat=True))


def _kept(home: Home, row: MappingVersion) -> ListMapping:
    version = home.path / version_path(row.layout, row.number)
    if version.is_file() and sha256_of(version) != row.sha256:
        place = version_path(row.layout, row.number)
        raise Tampered(f"A mapping has changed since it was kept: {place}. Restore it from a backup.")
    return read_version(home, row.layout, row.number)


def _require_in_force(home: Home, row: MappingVersion) -> None:
    path = current_path(home, row.layout)
    held = sha256_of(path) if path.is_file() else ""
    if held and held not in _digests_of(row.layout):
        raise Tampered(
            f"mappings/{row.layout}.toml was changed past Everychild, so nothing is read by it. Remove it: version "
            f"{row.number} of {day(row.at.date())} is put back by itself. Then change it with `everychild map`."
        )
    if held != row.sha256:  # a run was cut short, or somebody removed the file to have it put back
        put_in_force(home, row.layout, row.number)
