"""Looks England’s bank holidays up and writes them beside the calendar: python -m scripts.bank_holidays

Run it when the library that knows them has learned of another: a test fails until it has been.
"""

from __future__ import annotations

import csv
from pathlib import Path

from everychild import calendar

YEARS = range(1985, 2051)


def main(to: Path) -> None:
    with to.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("day", "name"))
        writer.writerows(calendar.looked_up(YEARS).items())


if __name__ == "__main__":
    main(Path(calendar.__file__).with_name("bank_holidays.csv"))
