"""Return home interviews as the coordinator keeps them: a spreadsheet saved as CSV, with a title, a total and habits.

The bytes are those of Windows, the cells are parted by semicolons, dates are written as the hand found them. Nothing is
ever written so that an interview could not be read back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random

from everychild import wording
from everychild.layouts.local import TABLES
from everychild.northbrook.as_known import AsKnown
from everychild.northbrook.chance import stream, weighted
from everychild.northbrook.work_done import Interview, Missing

TABLE = next(table for table in TABLES if table.name == "return_home_interviews")
COLUMNS = {
    "person_id": "Case Number",
    "missing_id": "Missing Episode ID",
    "needed": "RHI Required",
    "offered": "RHI Offered",
    "offered_date": "Date Offered",
    "response": "response",
    "completed_date": "Date of RHI",
    "recorded_at": "Date Recorded",
    "placed_out_of_area": "placed_out_of_area",
    "team": "Allocated Team",
    "worker_id": "Worker",
}
"""Our headings, and what the coordinator calls them: other names the layout knows."""

NOTHING = {"": 70, "N/A": 14, "tbc": 10, "-": 6}
HOW_DATES_ARE_WRITTEN = {"%d/%m/%Y": 62, "%d-%m-%Y": 12, "%d/%m/%y": 12, "%Y-%m-%d": 8, "named": 6}
ROWS_TO_A_BLANK_ONE = 40


def write_return_interviews(known: AsKnown, folder: Path) -> Path:
    rng = stream(known.town.setting.seed, f"untidy/{known.month}")
    interviewed = [one for one in known.missing() if one.interview and one.returned_at.date() <= known.on]
    lines = [
        ["Return home interviews – kept by the RHI Coordinator, Early Help"],
        [f"Extracted {wording.day(known.on)} – Northbrook’s children are invented"],
        [],
        list(COLUMNS.values()),
    ]
    for one in interviewed:
        if rng.random() < 1 / ROWS_TO_A_BLANK_ONE:
            lines.append([])
        lines.append(_line(rng, known, one, one.interview))
    lines.append(["Total", str(len(interviewed))])
    path = folder / "return_home_interviews.csv"
    path.write_bytes(_text(lines).encode("cp1252"))
    return path


def _line(rng: Random, known: AsKnown, one: Missing, interview: Interview | None) -> list[str]:
    assert interview is not None
    offered_on = known.past(interview.offered_on)
    recorded = interview.recorded_on is not None and interview.recorded_on <= known.on
    completed_on = interview.completed_on if recorded else None
    response = interview.response if recorded or not offered_on else "pending"
    written = {
        "person_id": one.child.child_id,
        "missing_id": one.missing_id,
        "needed": _yes_or_no(rng, interview.needed),
        "offered": _yes_or_no(rng, offered_on is not None),
        "offered_date": _date(rng, offered_on),
        "response": str(TABLE.heading("response").write(response)) if offered_on and response else _nothing(rng),
        "completed_date": _date(rng, completed_on),
        "recorded_at": _date(rng, interview.recorded_on if recorded else None),
        "placed_out_of_area": "Y" if one.missing_from == "placement_out_of_area" else "N",
        "team": _spaced(rng, one.worker.team),
        "worker_id": one.worker.number,
    }
    return [written[title] for title in COLUMNS]


def _yes_or_no(rng: Random, so: bool) -> str:
    return rng.choice(("Y", "Yes", "Yes") if so else ("N", "No", "No"))


def _nothing(rng: Random) -> str:
    return weighted(rng, NOTHING)


def _date(rng: Random, day: date | None) -> str:
    if day is None:
        return _nothing(rng)
    style = weighted(rng, HOW_DATES_ARE_WRITTEN)
    return wording.day(day) if style == "named" else day.strftime(style)


def _spaced(rng: Random, text: str) -> str:
    """The text, sometimes with a space too many."""
    spaces = rng.random()
    return text.replace(" ", "  ") if spaces < 0.08 else f"{text} " if spaces < 0.14 else text


def _text(lines: Sequence[Sequence[str]]) -> str:
    """Every line as wide as the headings, as a spreadsheet saves it."""
    width = len(COLUMNS)
    return "".join(";".join([*line, *[""] * (width - len(line))]) + "\r\n" for line in lines)
