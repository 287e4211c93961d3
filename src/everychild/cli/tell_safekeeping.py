"""What was verified, backed up, restored and tried, in words and as data."""

from __future__ import annotations

from typing import Any

from everychild.cli.tell import note, say
from everychild.safekeeping.backup import BackedUp
from everychild.safekeeping.drill import Drilled
from everychild.safekeeping.key_ring import BESIDE_BACKUPS
from everychild.safekeeping.restore import Restored
from everychild.safekeeping.verify import Verified


def verified(found: Verified) -> None:
    for kind, count in sorted(found.files.items()):
        say(f"{count:>7,}  {kind}")
    say(f"{found.rows:>7,}  row of the journal, by {found.seals:,} seals; {found.audit_rows:,} of who did and saw what")
    for edition in found.editions:
        say(f"{edition.figures:>7,}  figures of {edition.edition}: {edition.in_words}")
    for told in found.notes:
        note(told)
    for fault in found.faults:
        say(f"■ {fault}")
    if found.is_sound:
        say(
            f"Everything is as it was kept. Keep this anchor somewhere else: {found.anchor or 'nothing is written yet'}"
        )
    else:
        say(f"{len(found.faults):,} found that {'is' if len(found.faults) == 1 else 'are'} not as kept.")


def verified_shape(found: Verified) -> dict[str, Any]:
    return {
        "is_sound": found.is_sound,
        "files": found.files,
        "rows": found.rows,
        "seals": found.seals,
        "audit_rows": found.audit_rows,
        "anchor": found.anchor,
        "editions": [
            {
                "edition": edition.edition,
                "figures": edition.figures,
                "same_software": edition.same_software,
                "figures_agree": edition.figures_agree,
                "held": edition.held,
                "judgements_differing": list(edition.judgements_differing),
            }
            for edition in found.editions
        ],
        "faults": list(found.faults),
        "notes": list(found.notes),
    }


def backed_up(made: BackedUp) -> None:
    how = f"locked to {made.keys} keys" if made.keys else "not locked: whoever holds it can read it"
    size = made.path.stat().st_size
    say(f"{made.path}: {len(made.manifest.files):,} files, {size:,} bytes, {how}.")
    say(f"The keys of the data are beside it, in {BESIDE_BACKUPS}. Without that file no backup there can be opened.")
    say(f"Keep this anchor somewhere else: {made.manifest.anchor or 'nothing is written yet'}")


def backed_up_shape(made: BackedUp) -> dict[str, Any]:
    return {
        "path": str(made.path),
        "files": len(made.manifest.files),
        "bytes": made.path.stat().st_size,
        "keys": made.keys,
        "anchor": made.manifest.anchor,
    }


def restored(made: Restored, seconds: float) -> None:
    say(
        f"{made.home.path} is restored from {made.source.name}: {len(made.manifest.files):,} files, "
        f"{made.manifest.size:,} bytes, in {seconds:.1f} seconds. Everything in it was verified."
    )
    for told in made.verified.notes:
        note(told)
    if made.deleted_again:
        say(f"{made.deleted_again:,} deletions made since that backup were made again.")
    if made.stopped_again:
        say(f"Stopped again, as since that backup: {', '.join(made.stopped_again)}.")
    say("Everybody signs in anew.")


def restored_shape(made: Restored, seconds: float) -> dict[str, Any]:
    return {
        "home": str(made.home.path),
        "from": str(made.source),
        "made_at": made.manifest.made_at.isoformat(),
        "files": len(made.manifest.files),
        "bytes": made.manifest.size,
        "seconds": round(seconds, 3),
        "deleted_again": made.deleted_again,
        "stopped_again": list(made.stopped_again),
        "verified": verified_shape(made.verified),
    }


def drilled(done: Drilled) -> None:
    say(
        f"The backup came back: {len(done.restored.manifest.files):,} files and "
        f"{sum(edition.figures for edition in done.restored.verified.editions):,} figures, verified in "
        f"{done.seconds_to_recover:.1f} seconds."
    )
    say(f"The certificate: {done.certificate}")


def drilled_shape(done: Drilled) -> dict[str, Any]:
    return {
        "certificate": str(done.certificate),
        "seconds_to_back_up": round(done.seconds_to_back_up, 3),
        **restored_shape(done.restored, done.seconds_to_recover),
    }
