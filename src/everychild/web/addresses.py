"""Where each page stands. Month and edition are in the address, so a link is a citation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from everychild.calendar import Month

LATEST = "/p/latest/"
DESK = "/"
SIGN_IN = "/sign-in/"
SIGN_OUT = "/sign-out/"
SECOND_FACTOR = "/second-factor/"
PASSWORD = "/password/"  # noqa: S105 - an address
CHOOSE = "/sign-in/choose/"
SINGLE_SIGN_ON = "/sign-in/council/"
COMMENTARY = "/c/"
LISTED = "/f/"
WORKLIST = "/w/"
TARGETS = "/targets/"
PAPERS = "/r/"
LETTERS = "/letters/"
PUBLISH = "/publish/"
LOAD = "/load/"
OWN_WORDS = "/load/words/"
REFERENCES = "/load/references/"
PEOPLE = "/people/"
TOKENS = "/tokens/"
PROGRAMS = "/api/"
TIME = "/time/"
AUDIT = "/audit/"
QUALITY = "/quality/"
ACTIONS = "/actions/"
REQUESTS = "/requests/"
CALENDAR = "/calendar/"


@dataclass(frozen=True)
class Place:
    """A month's pages; with `edition`, that edition's for good, and every link from them stays in it.

    With `known`, the month as it was known on that day, which nobody closed; `edition` is then which working out of it.
    """

    month: Month
    edition: int | None = None
    known: date | None = None

    @property
    def overview(self) -> str:
        return self.at("")

    def section(self, name: str) -> str:
        return self.at(f"s/{name}/")

    def indicator(self, ref: str, by: str | None = None) -> str:
        return self.at(f"i/{ref}/", by=by)

    def children(self, ref: str) -> str:
        return self.at(f"i/{ref}/children/")

    @property
    def quality(self) -> str:
        return self.at("quality/")

    @property
    def profile(self) -> str:
        return self.at("profile/")

    @property
    def sources(self) -> str:
        return self.at("sources/")

    def differences(self, kind: str) -> str:
        """The children behind what two sources tell otherwise of one kind of event."""
        return self.at(f"sources/{kind}/children/")

    @property
    def find(self) -> str:
        """Without the edition: a form sends it as a field of its own."""
        return f"/p/{self.month}/find/"

    def data(self, name: str, by: str | None = None) -> str:
        """A twin of a page for programs or spreadsheets: "figures.json", "i/EH04.csv", "i/EH04.svg"."""
        return self.at(name, by=by)

    def pinned(self, edition: int) -> Place:
        return replace(self, edition=edition)

    def at(self, rest: str, by: str | None = None) -> str:
        """A page or twin by its own path within a month."""
        asked = {
            "by": by,
            "known": None if self.known is None else self.known.isoformat(),
            "v": None if self.edition is None else str(self.edition),
        }
        query = urlencode({name: value for name, value in asked.items() if value is not None})
        return f"/p/{self.month}/{rest}" + (f"?{query}" if query else "")
