"""People of the invented council, one of each role, and signing in as them without a browser."""

from __future__ import annotations

import http.client
import re
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from everychild.journal import people
from everychild.journal.connection import open_journal
from everychild.roles import PARTS, Reach, Role
from everychild.store.home import Home
from tests.homes import copy_of
from tests.web.answering import Answer

PASSWORD = "a long enough password"  # of invented people
ADDED = datetime(2019, 5, 1, 9, tzinfo=UTC)


def staffed(home: Home, place: Path) -> Home:
    """A copy of a home where everybody signs in, with one person of each role who does so by the role’s name."""
    copy = copy_of(home, place)
    settings = copy.settings.read_text(encoding="utf-8")
    assert "visitors_read_figures = true" in settings
    copy.settings.write_text(settings.replace("visitors_read_figures = true", "visitors_read_figures = false"), "utf-8")
    open_journal(copy)
    for role, part in PARTS.items():
        people.add(
            role.value,
            f"{part.title.capitalize()} Okafor",
            role,
            PASSWORD,
            ADDED,
            "the test",
            teams=("North",) if part.reach is Reach.OWN_TEAMS else (),
            worker="W1" if part.reach is Reach.OWN_CASES else "",
        )
    open_journal(home)
    return copy


class Visitor:
    """One person’s browser, as far as the server can tell: it keeps cookies and follows nothing."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def post(self, path: str, **fields: str) -> Answer:
        """With the token of the form at that path, or of any page that has one."""
        return self._ask("POST", path, urlencode({"csrfmiddlewaretoken": self.token(path), **fields}))

    def post_without_a_token(self, path: str, **fields: str) -> Answer:
        return self._ask("POST", path, urlencode(fields))

    def send(self, path: str, field: str, name: str, content: bytes) -> Answer:
        """One file, in the form at that path."""
        line = "--between-the-parts-of-an-invented-form"
        told = (
            f'{line}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{self.token(path)}\r\n'
            f'{line}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        )
        body = told.encode() + content + f"\r\n{line}--\r\n".encode()
        return self._ask("POST", path, body, f"multipart/form-data; boundary={line.removeprefix('--')}")

    def token(self, path: str) -> str:
        for place in (path, "/sign-in/"):
            found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(place).text)
            if found:
                return found[1]
        return ""

    def sign_in(self, name: str, password: str = PASSWORD) -> Answer:
        return self.post("/sign-in/", name=name, password=password)

    def _ask(
        self,
        method: str,
        path: str,
        body: str | bytes | None = None,
        kind: str = "application/x-www-form-urlencoded",
    ) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(self.server).netloc, timeout=60)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = kind
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        answer = Answer(
            response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
        )
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                self.cookies |= {cookie.key: cookie.value for cookie in SimpleCookie(value).values()}
        connection.close()
        return answer


def link_on(answer: Answer) -> str:
    """The path of the link that a page of people gives, whatever host it names."""
    found = re.search(r"https?://[^/]+(/sign-in/choose/\d+/[-a-z0-9]+/)", answer.text)
    assert found, answer.text
    return found[1]


def choose_by(server: str, link: str, password: str = PASSWORD, again: str | None = None) -> Answer:
    """As whoever was given the link does: opens it, and types a password twice."""
    visitor = Visitor(server)
    opened = visitor.get(link)
    if opened.status != 302:
        return opened
    return visitor.post("/sign-in/choose/", password=password, again=password if again is None else again)


def added(administrator: Visitor, password: str = PASSWORD, **fields: str) -> None:
    """Somebody new, who has chosen a password."""
    answer = administrator.post("/people/", **fields)
    assert answer.status == 200, answer.text
    assert choose_by(administrator.server, link_on(answer), password).status == 302


def signed_in(server: str, role: Role | str) -> Visitor:
    visitor = Visitor(server)
    answer = visitor.sign_in(str(role))
    assert answer.status == 302, f"{role} could not sign in: {answer.status} {answer.text[-2000:]}"
    return visitor
