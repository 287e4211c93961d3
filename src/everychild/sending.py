"""A council’s file for its region, and the region’s pages made of such files."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from pathlib import Path

from everychild.calendar import Month
from everychild.catalogue import CATALOGUE
from everychild.errors import NothingSupplied
from everychild.facts.clocks import CLOCKS
from everychild.journal import audit as audit_chain
from everychild.made_safe import Progress, checked, made_safe, silently
from everychild.regional.pack import pages
from everychild.regional.region import held, open_region
from everychild.regional.sent import file_of
from everychild.released.site import MANIFEST
from everychild.released_folder import refuse_what_is_not_ours, write_folder
from everychild.store.durable import write_durably
from everychild.store.home import Home


def export_regional(
    home: Home, month: Month, to: Path, key: Path, who: str, at: datetime, progress: Progress | None = None
) -> int:
    """Writes the month’s signed file for a region, and how many numbers are in it. What is attacked is what is sent.

    Raises NothingSupplied and WouldTellTooMuch as publishing does; EverychildError without a key.
    """
    kept, done, earlier = made_safe(home, month, progress or silently)
    taken = {f"{one.extracted_on} {one.sha256[:8]}": one.sha256 for one in kept.extracts.all()}
    content = file_of(done.released, taken, checked(done.audit, earlier), key)
    write_durably(to, lambda file: file.write(content))
    audit_chain.record(at, who, "", "sent to the region", f"{month}, edition {kept.number}")
    return len(done.released.cells)


def write_pack(folder: Path, month: Month, to: Path) -> tuple[int, int]:
    """Writes a region’s pages for a month; how many files, of how many councils. Raises NothingSupplied without any."""
    region = open_region(folder)
    sent = held(region, month)
    if not sent:
        raise NothingSupplied(f"No member has sent a file for {month}. First: everychild regional load FILE --region …")
    refuse_what_is_not_ours(to)
    clocks = {clock.name: clock for clock in CLOCKS}
    files = pages(region.name, [member.name for member in region.members], sent, month, CATALOGUE, clocks)
    sha256 = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    files[MANIFEST] = (
        json.dumps({"region": region.name, "as_at": str(month), "sha256": sha256}, indent=1) + "\n"
    ).encode()
    write_folder(to, files)
    return len(files), len(sent)
