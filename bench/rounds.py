"""What each of the demonstration’s people opens in a day, and signing in as them, for the benches of pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin

import requests

from everychild.cli.demonstration import PASSWORD

MONTH = "2019-04"
FIGURES = (
    f"/p/{MONTH}/",
    f"/p/{MONTH}/s/child-protection/",
    f"/p/{MONTH}/s/workforce/",
    f"/p/{MONTH}/i/CP22/",
    f"/p/{MONTH}/i/MS06/?by=team",
    f"/p/{MONTH}/i/WF07/",
    f"/p/{MONTH}/find/?q=visits",
    f"/p/{MONTH}/quality/",
)
PICTURES = (f"/p/{MONTH}/i/CP22.svg", f"/p/{MONTH}/i/WF07.svg")
CASES = ("/w/", "/w/?huddle=yes", f"/p/{MONTH}/i/CP22/children/")
WRITING = (f"/c/{MONTH}/", f"/c/{MONTH}/WF07/", "/actions/")
ROUNDS: Mapping[str, tuple[str, ...]] = {
    "tess": (*FIGURES, *PICTURES, *CASES, *WRITING, "/calendar/", "/time/", "/tokens/"),
    "hana": (*FIGURES, *PICTURES, "/w/?team=North+Safeguarding", *WRITING, "/r/", "/calendar/"),
    "sam": (*FIGURES, *PICTURES, *WRITING, "/load/", "/targets/", "/publish/", "/r/"),
    "dana": (*FIGURES, *PICTURES, *WRITING, "/targets/", "/r/", "/calendar/"),
    "devi": (*FIGURES, "/r/", "/calendar/", "/publish/"),
    "carl": ("/r/", "/calendar/"),
    "ada": ("/people/",),
    "olu": ("/audit/",),
}
"""By the name they sign in by."""


def sign_in(session: requests.Session, server: str, name: str) -> None:
    """As a browser does: the form’s token, then the form. Raises AssertionError where they are not let in."""
    form = session.get(urljoin(server, "/sign-in/"), timeout=60).text
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
    assert token, "the sign-in page has no form"
    told = {"csrfmiddlewaretoken": token[1], "name": name, "password": PASSWORD}
    answer = session.post(urljoin(server, "/sign-in/"), data=told, allow_redirects=False, timeout=60)
    assert answer.status_code == 302, f"{name} could not sign in: {answer.status_code}"
