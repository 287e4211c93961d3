"""The invented council, from files to paper: the same steps a real council takes, one after the other."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from importlib.resources import files
from pathlib import Path
from time import monotonic

from everychild import month_end, wording
from everychild.calendar import Month, clear_days_before, working_calendar
from everychild.cli import tell
from everychild.cli.new_home import make_home
from everychild.journal.connection import open_journal
from everychild.northbrook import MonthlyDelivery, write_files
from everychild.papers import DRAFTS, write_drafts
from everychild.roles import COMMAND_LINE, PARTS, Role
from everychild.store.home import Home

LAST_MONTH = Month(2019, 4)
PASSWORD = "invented-northbrook"  # noqa: S105 - of invented people, on this computer alone
PEOPLE: tuple[tuple[str, str, Role, tuple[str, ...]], ...] = (
    ("sam", "Sam Okafor", Role.ANALYST, ()),
    ("tess", "Tess Morgan", Role.TEAM_MANAGER, ("North Safeguarding",)),
    ("hana", "Hana Siddiqui", Role.SERVICE_MANAGER, ("North Safeguarding", "South Safeguarding")),
    ("dana", "Dana Whitlock", Role.DIRECTOR, ()),
    ("devi", "Devi Lal", Role.DEMOCRATIC_SERVICES, ()),
    ("carl", "Carl Bright", Role.COUNCILLOR, ()),
    ("ada", "Ada Nowak", Role.ADMINISTRATOR, ()),
    ("olu", "Olu Adeyemi", Role.AUDITOR, ()),
)
MEETING = date(2019, 6, 18)


def demonstrate(home: Home, *, seed: int, children: int, months: int) -> Home:
    """Makes Northbrook's home, or goes on with the one that is there; loading a file twice changes nothing."""
    from everychild.web.looking_round import ask_to_look_round  # readies Django, which no import of ours does

    started = monotonic()
    if home.settings.is_file():
        open_journal(home)
    else:
        settings = files("everychild.northbrook").joinpath("council.toml").read_text(encoding="utf-8")
        make_home(home.path, settings)
    with tempfile.TemporaryDirectory() as folder:
        with tell.progress("Writing Northbrook’s files", months + 1) as step:
            deliveries = write_files(
                Path(folder), seed=seed, children=children, months=months, last=LAST_MONTH, progress=step
            )
        tell.note(f"Wrote {sum(len(delivery.files) for delivery in deliveries)} files of an invented council.")
        rows = _load(home, deliveries)
        tell.note(f"Loaded {rows:,} rows, every one accepted, queried or set aside.")
    with tell.progress(f"Closing {wording.month(LAST_MONTH)}"):
        edition = month_end.close(home, LAST_MONTH, datetime.now(UTC))
    with tell.progress("Writing the paper"):
        papers = write_drafts(home, edition, MEETING, home.path / "reports" / str(LAST_MONTH) / DRAFTS)
    ask_to_look_round(LAST_MONTH, COMMAND_LINE, datetime.now(UTC))
    add_people()
    names = ", ".join(f"{sign_in_name} ({PARTS[role].title})" for sign_in_name, _, role, _ in PEOPLE)
    tell.note(f"Sign in as {names}, each with the password {PASSWORD}.")
    tell.closed(edition)
    calendar = working_calendar(MEETING.year, MEETING.year, edition.council.closure_days)
    due = clear_days_before(MEETING, 5, calendar)
    tell.say(
        f"The draft of the paper for {wording.weekday_and_day(MEETING)} (to be published by "
        f"{wording.weekday_and_day(due)}):"
    )
    tell.papers(papers)
    tell.note(f"Done in {monotonic() - started:.0f} seconds.")
    return home


def add_people() -> None:
    """Somebody of every kind but a practitioner, so that each page can be seen as those who use it see it."""
    from everychild.journal import people

    if not people.anybody():
        now = datetime.now(UTC)
        for sign_in_name, name, role, teams in PEOPLE:
            people.add(sign_in_name, name, role, PASSWORD, now, "the demonstration", teams=teams)


def _load(home: Home, deliveries: Sequence[MonthlyDelivery]) -> int:
    """Each month's files as one load, received on the day they were taken; how many rows there were."""
    rows = 0
    with tell.progress("Loading", len(deliveries)) as step:
        for delivery in deliveries:
            received_at = datetime.combine(delivery.extracted_on, time(9), tzinfo=UTC)
            loaded = month_end.load(home, [delivery.folder], received_at, delivery.extracted_on)
            rows += sum(file.rows for file in loaded.files)
            step(wording.month(delivery.month))
    return rows
