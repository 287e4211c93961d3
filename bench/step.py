"""One step of the bench, in a process of its own, so that its memory is its own."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, time
from importlib.resources import files
from pathlib import Path

APRIL_2019 = "2019-04"


def main(step: str, folder: Path, *more: str) -> None:
    {"write": write, "load": load, "close": close, "close again": close, "report": report}[step](folder, *more)


def write(folder: Path, children: str, months: str) -> None:
    """Northbrook's files, and a list of them for the next step. Not Everychild's own work, but worth knowing."""
    from everychild.northbrook import write_files

    deliveries = write_files(folder / "files", children=int(children), months=int(months))
    listed = [(str(delivery.folder), delivery.extracted_on.isoformat()) for delivery in deliveries]
    (folder / "deliveries.json").write_text(json.dumps(listed))


def load(folder: Path) -> None:
    """Every month's files, one load a month, into a new home."""
    from everychild import month_end
    from everychild.cli.new_home import make_home

    home = make_home(
        folder / "home", files("everychild.northbrook").joinpath("council.toml").read_text(encoding="utf-8")
    )
    for delivery, taken in json.loads((folder / "deliveries.json").read_text()):
        extracted_on = date.fromisoformat(taken)
        received_at = datetime.combine(extracted_on, time(9), tzinfo=UTC)
        month_end.load(home, [Path(delivery)], received_at, extracted_on)


def close(folder: Path) -> None:
    """April 2019 with its 25 months, all indicators, all breakdowns: computed, judged, frozen."""
    from everychild import month_end
    from everychild.calendar import Month
    from everychild.journal.connection import open_journal
    from everychild.store.home import Home

    home = Home(folder / "home")
    open_journal(home)
    month_end.close(home, Month.of(APRIL_2019), datetime.now(UTC))


def report(folder: Path) -> None:
    """The four papers from the closed edition."""
    from everychild import month_end
    from everychild.calendar import Month
    from everychild.journal.connection import open_journal
    from everychild.report import write_paper
    from everychild.store.home import Home

    home = Home(folder / "home")
    open_journal(home)
    found = month_end.open_edition(home, Month.of(APRIL_2019))
    assert found is not None
    write_paper(found[0], date(2019, 6, 18), folder / "papers")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
