"""What each campaign came to, last time it was run whole: one row for each, kept beside the code it tried."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

RESULTS = Path(__file__).parent / "results.json"


@dataclass(frozen=True)
class Result:
    """What one campaign came to. A campaign that said nothing, or ran too few, has failed.

    `on` is the day it ended (ISO), `state` the commit that was tried (with “and changes” where files were changed),
    `seconds` whole ones by the clock, `said` its last line.
    """

    name: str
    command: str
    ran: int
    failed: int
    floor: int
    seconds: int
    said: str
    on: str
    version: str
    state: str

    @property
    def is_met(self) -> bool:
        return self.failed == 0 and self.ran >= self.floor


def kept(file: Path = RESULTS) -> dict[str, Result]:
    """The results by the campaign's name; none where none was kept yet."""
    if not file.exists():
        return {}
    return {row["name"]: Result(**row) for row in json.loads(file.read_text(encoding="utf-8"))}


def keep(result: Result, file: Path = RESULTS) -> None:
    """In the place of this campaign's last result, whatever either says."""
    rows = kept(file) | {result.name: result}
    told = json.dumps([asdict(rows[name]) for name in sorted(rows)], indent=1, ensure_ascii=False)
    file.write_text(told + "\n", encoding="utf-8")
