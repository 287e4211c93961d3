"""A small Northbrook whose people walk their journeys: fourteen months, some hundreds of children, the last month dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from importlib.resources import files
from pathlib import Path

from everychild import month_end
from everychild.cli.demonstration import LAST_MONTH, MEETING, add_people
from everychild.cli.new_home import make_home
from everychild.journal import commentary, ledger, people
from everychild.journal.commentary import Act
from everychild.journal.connection import point_at
from everychild.judgement.decisions import Decision
from everychild.northbrook import MonthlyDelivery, write_files
from everychild.papers import write_for_members
from everychild.roles import Viewer
from everychild.store.home import Home
from tests.homes import copy_of

CHILDREN, MONTHS = 700, 14
APRIL, MARCH = LAST_MONTH, LAST_MONTH - 1
WORDS = "Posts were empty in March, and filled in April. The team now plans its work a week ahead."


@dataclass(frozen=True)
class Before:
    """Thirteen months loaded and March closed; April’s files lie outside, as the case system wrote them."""

    home: Home
    dropped: MonthlyDelivery

    @property
    def files(self) -> Sequence[Path]:
        return sorted(path for path in self.dropped.folder.iterdir() if path.is_file())


def before_the_month_end(place: Path) -> Before:
    """With the demonstration’s people, who sign in by the demonstration’s password."""
    *earlier, dropped = write_files(place / "files", children=CHILDREN, months=MONTHS, last=APRIL)
    settings = files("everychild.northbrook").joinpath("council.toml").read_text(encoding="utf-8")
    home: Home = make_home(place / "home", settings)
    for delivery in earlier:
        _load(home, delivery)
    month_end.close(home, MARCH, datetime(2019, 4, 20, 9, tzinfo=UTC))
    add_people()
    return Before(home, dropped)


def closed(before: Before, place: Path) -> Home:
    """April loaded and closed, as the analyst leaves it to the others."""
    home = copy_of(before.home, place)
    point_at(home)
    _load(home, before.dropped)
    month_end.close(home, APRIL, datetime(2019, 5, 8, 9, tzinfo=UTC))
    return home


def signed(home: Home, place: Path) -> Home:
    """The list confirmed, every flagged indicator with its words, written by the manager and approved by the director,
    who signed; and the papers for Members.
    """
    made = copy_of(home, place)
    point_at(made)
    found = month_end.open_edition(made, APRIL)
    edition = ledger.newest_edition(APRIL)
    assert found is not None
    assert edition is not None
    manager, director = _viewer("tess"), _viewer("dana")
    flagged = [item.ref for area in found[0].areas for item in area.judged]
    at = datetime(2019, 5, 20, 9, tzinfo=UTC)
    for area in found[0].areas:
        month_end.decide(made, APRIL, area.area.name, Decision.CONFIRMED, director.name, director.title, "", at)
    for ref in flagged:
        commentary.act(edition, ref, Act.SENT, WORDS, manager, at)
        commentary.act(edition, ref, Act.APPROVED, "", director, at)
    commentary.sign(edition, flagged, director, at)
    decided = month_end.open_edition(made, APRIL)
    assert decided is not None
    write_for_members(made, decided[0], MEETING, made.path / "reports" / str(APRIL), at.date())
    return made


def _viewer(sign_in_name: str) -> Viewer:
    from everychild.journal.models import Person

    return people.viewer_of(Person.objects.get(sign_in_name=sign_in_name))


def _load(home: Home, delivery: MonthlyDelivery) -> None:
    received = datetime.combine(delivery.extracted_on, time(9), tzinfo=UTC)
    month_end.load(home, [delivery.folder], received, delivery.extracted_on)
