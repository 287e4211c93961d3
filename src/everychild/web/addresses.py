"""Where each page stands. Month and edition are in the address, so a link is a citation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from everychild.calendar import Month

LATEST = "/p/latest/"
DESK = "/"
SIGN_IN = "/sign-in/"
SIGN_OUT = "/sign-out/"
COMMENTARY = "/c/"
WORKLIST = "/w/"
TARGETS = "/targets/"
LOAD = "/load/"
PEOPLE = "/people/"
AUDIT = "/audit/"


@dataclass(frozen=True)
class Place:
    """A month's pages; with `edition`, that edition's for good, and every link from them stays in it."""

    month: Month
    edition: int | None = None

    @property
    def overview(self) -> str:
        return self._at("")

    def section(self, name: str) -> str:
        return self._at(f"s/{name}/")

    def indicator(self, ref: str, by: str | None = None) -> str:
        return self._at(f"i/{ref}/", by=by)

    @property
    def find(self) -> str:
        """Without the edition: a form sends it as a field of its own."""
        return f"/p/{self.month}/find/"

    def data(self, name: str, by: str | None = None) -> str:
        """A twin of a page for programs or spreadsheets: "figures.json", "i/EH04.csv", "i/EH04.svg"."""
        return self._at(name, by=by)

    def pinned(self, edition: int) -> Place:
        return replace(self, edition=edition)

    def _at(self, rest: str, by: str | None = None) -> str:
        asked = {"by": by, "v": None if self.edition is None else str(self.edition)}
        query = urlencode({name: value for name, value in asked.items() if value is not None})
        return f"/p/{self.month}/{rest}" + (f"?{query}" if query else "")
