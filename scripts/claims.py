"""docs/asvs.csv as a page: how many requirements of each chapter are met, by which tests, and which are not."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from scripts.markdown import table

ROOT = Path(__file__).parent.parent
CLAIMS = ROOT / "docs" / "asvs.csv"
MET, NOT_MET, NOT_APPLICABLE = "met", "not met", "not applicable"
STATUSES = (MET, NOT_MET, NOT_APPLICABLE)
CHAPTERS = (
    "Encoding and sanitisation",
    "Validation and business logic",
    "Web front end",
    "Interfaces and web services",
    "Files",
    "Proving who one is",
    "Sessions",
    "What each may do",
    "Self-contained tokens",
    "OAuth and OpenID Connect",
    "Cryptography",
    "Secure communication",
    "Configuration",
    "Protecting data",
    "Code and architecture",
    "Logging and errors",
    "WebRTC",
)
INTRODUCTION = """# How we stand against OWASP ASVS 5.0

Every requirement of levels 1 and 2 of the [Application Security Verification Standard
5.0.0](https://owasp.org/www-project-application-security-verification-standard/), and ten of level 3 that are about
the worst that could happen here, stands in [`docs/asvs.csv`](../asvs.csv) as one row: *met* only with a test that shows
it, *not applicable* with the reason, and otherwise *not met*, though it may well be done. Nobody outside has looked at
this. A test holds that each test named is there.

Numbers are the standard’s own; the words are ours and short: the requirement itself is in the standard, © The OWASP
Foundation, under [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/). The table and this page are given on
under the same licence, which is not that of Everychild’s code.

"""


@dataclass(frozen=True)
class Claim:
    """One requirement. `tests` are `path::name`."""

    number: str
    level: int
    requirement: str
    status: str
    tests: tuple[str, ...]
    note: str

    @property
    def chapter(self) -> int:
        return int(self.number.split(".")[0])


def claims() -> list[Claim]:
    with CLAIMS.open(encoding="utf-8", newline="") as file:
        return [
            Claim(
                row["requirement"],
                int(row["level"]),
                row["in short"],
                row["status"],
                tuple(row["tests"].split()),
                row["note"],
            )
            for row in csv.DictReader(file)
        ]


def page() -> str:
    every = claims()
    text = INTRODUCTION + table(("Level", "Requirements", "Met", "Not met", "Not applicable"), [*_by_level(every)])
    text += "\n## By chapter\n\n"
    rows = []
    for number, title in enumerate(CHAPTERS, 1):
        found = Counter(claim.status for claim in every if claim.chapter == number)
        rows.append((str(number), title, *(str(found[status]) for status in STATUSES)))
    text += table(("", "Chapter", "Met", "Not met", "Not applicable"), rows)
    text += "\n## Not met\n\n"
    text += table(
        ("", "Level", "In short", "How it stands"),
        [
            (claim.number, str(claim.level), claim.requirement, claim.note or "Not there.")
            for claim in every
            if claim.status == NOT_MET
        ],
    )
    text += "\n## Met\n\n"
    return text + table(
        ("", "Level", "In short", "Shown by"),
        [
            (claim.number, str(claim.level), claim.requirement, ", ".join(f"`{name(test)}`" for test in claim.tests))
            for claim in every
            if claim.status == MET
        ],
    )


def name(test: str) -> str:
    return test.partition("::")[2]


def _by_level(every: list[Claim]) -> list[tuple[str, ...]]:
    rows = []
    for level in (1, 2, 3):
        found = Counter(claim.status for claim in every if claim.level == level)
        said = "3, those named" if level == 3 else str(level)
        rows.append((said, str(found.total()), *(str(found[status]) for status in STATUSES)))
    return rows
