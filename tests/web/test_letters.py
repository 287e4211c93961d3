"""Letters by e-mail, sent to a real mail server of the tests’ own."""

from __future__ import annotations

import os
import re
import socket
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.message import Message
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Handler
from playwright.sync_api import expect

from everychild.errors import SettingsError
from everychild.journal import audit, committee_calendar, mail_addresses
from everychild.journal.connection import point_at
from everychild.roles import PARTS, Role, Viewer
from everychild.store.home import Home
from everychild.web.mail_server import mailers
from everychild.web.serve import free_port
from tests.processes import own_port
from tests.web.conftest import served
from tests.web.staff import PASSWORD, Visitor, signed_in, staffed
from tests.web.visiting import CHILD_DETAIL, Visit

AT = datetime(2019, 5, 9, 9, tzinfo=UTC)
ASK = "/c/2019-04/ask/"
FROM = "performance@northbrook.example"


class Letterbox(Handler):
    """Keeps what it is handed, and will not take anything for one address."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: list[Message] = []

    def handle_message(self, message: Message) -> None:
        self.letters.append(message)

    async def handle_RCPT(
        self, server: object, session: object, envelope: object, address: str, options: object
    ) -> str:
        if address.startswith("full@"):
            return "552 mailbox full"
        envelope.rcpt_tos.append(address)  # type: ignore[attr-defined]
        return "250 OK"


@pytest.fixture
def letterbox() -> Iterator[tuple[Letterbox, int]]:
    box = Letterbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port(own_port(19700)))
    controller.start()
    yield box, controller.port
    controller.stop()


@pytest.fixture
def own_home(home: Home, tmp_path: Path) -> Home:
    own = staffed(home, tmp_path / "home")
    point_at(own)
    for role, address in (
        (Role.TEAM_MANAGER, "manager@northbrook.example"),
        (Role.SERVICE_MANAGER, "full@northbrook.example"),
        (Role.COUNCILLOR, "councillor@northbrook.example"),
    ):
        mail_addresses.give(role.value, address, AT, "administrator")
    part = PARTS[Role.DEMOCRATIC_SERVICES]
    officer = Viewer(Role.DEMOCRATIC_SERVICES.value, "Devi Officer", part.may, part.reach, part.title)
    committee_calendar.announce("Scrutiny", date(2099, 6, 18), officer, AT)
    return own


@pytest.fixture
def post_server(own_home: Home, letterbox: tuple[Letterbox, int], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("EVERYCHILD_MAIL", f"smtp://127.0.0.1:{letterbox[1]}")
    monkeypatch.setenv("EVERYCHILD_MAIL_FROM", FROM)
    monkeypatch.setenv("EVERYCHILD_ADDRESS", "https://everychild.northbrook.example")
    yield from served(own_home, 19720)


def until_over(visitor: Visitor, address: str) -> str:
    for _ in range(200):
        answer = visitor.get(address)
        if "refresh" not in answer.headers:
            return answer.text
        time.sleep(0.1)
    raise AssertionError("the letters were never sent")


def test_words_are_asked_of_those_who_write_one_letter_each_and_no_child_in_it(
    post_server: str, letterbox: tuple[Letterbox, int], own_home: Home
) -> None:
    analyst = signed_in(post_server, Role.ANALYST)
    assert "Ask for these words by e-mail" in analyst.get("/c/2019-04/").text
    answer = analyst.post(ASK)
    assert answer.status == 302
    told = until_over(analyst, answer.headers["location"])
    assert "The mail server refused it for" in told
    assert "no e-mail address here" in told
    (letter,) = letterbox[0].letters
    assert letter["To"] == "manager@northbrook.example"
    assert letter["From"] == FROM
    assert "April 2019" in letter["Subject"]
    text = letter.get_payload(decode=True).decode("utf-8")  # type: ignore[union-attr]
    assert "https://everychild.northbrook.example/c/2019-04/" in text
    assert "2099" in text, "by the day the calendar gives"
    assert "CP22" in text
    assert not CHILD_DETAIL.search(text)
    assert not re.search(r"\d+ (?:children|of) ", text), "no number of children leaves in a letter"
    point_at(own_home)
    assert [entry.about for entry in audit.entries(action="letter sent")] == [Role.TEAM_MANAGER.value]


def test_where_every_word_is_approved_nobody_is_asked(post_server: str, letterbox: tuple[Letterbox, int]) -> None:
    manager, director = signed_in(post_server, Role.TEAM_MANAGER), signed_in(post_server, Role.DIRECTOR)
    for address in set(re.findall(r'href="(/c/2019-04/[A-Z0-9a-z]+/)"', director.get("/c/2019-04/").text)):
        assert manager.post(address, text="The team is short of workers.", send="yes").status == 302
        assert director.post(address, approve="yes").status == 302
    told = until_over(director, director.post(ASK).headers["location"])
    assert "there is nothing to ask for" in told
    assert letterbox[0].letters == []


def test_a_mail_server_that_is_away_is_waited_for_once_and_said(
    own_home: Home, letterbox: tuple[Letterbox, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as nobody:  # bound and never answered
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setenv("EVERYCHILD_MAIL", f"smtp://127.0.0.1:{nobody.getsockname()[1]}")
        monkeypatch.setenv("EVERYCHILD_MAIL_FROM", FROM)
        for address in served(own_home, 19740):
            analyst = signed_in(address, Role.ANALYST)
            told = until_over(analyst, analyst.post(ASK).headers["location"])
            assert "could not be reached" in told
            assert "It went to nobody." in told
    assert letterbox[0].letters == []


def test_without_a_mail_server_nothing_is_offered_and_asking_is_answered_in_words(staff_server: str) -> None:
    analyst = signed_in(staff_server, Role.ANALYST)
    assert "Ask for these words" not in analyst.get("/c/2019-04/").text
    answer = analyst.post(ASK)
    assert answer.status == 400
    assert "No mail server is named" in answer.text


def test_an_address_is_given_on_the_page_of_people_and_may_be_taken_off(post_server: str, own_home: Home) -> None:
    administrator = signed_in(post_server, Role.ADMINISTRATOR)
    wrong = administrator.post("/people/", mail_to=Role.DIRECTOR.value, address="not an address")
    assert wrong.status == 400
    assert "That is no e-mail address" in wrong.text
    assert administrator.post("/people/", mail_to="nobody", address="a@b.example").status == 400
    assert administrator.post("/people/", mail_to=Role.DIRECTOR.value, address="d@northbrook.example").status == 302
    point_at(own_home)
    assert mail_addresses.addresses()[Role.DIRECTOR.value] == "d@northbrook.example"
    assert administrator.post("/people/", mail_to=Role.DIRECTOR.value, address="").status == 302
    assert Role.DIRECTOR.value not in mail_addresses.addresses()
    administrator.post("/people/", stop=Role.TEAM_MANAGER.value)
    assert Role.TEAM_MANAGER.value not in mail_addresses.addresses(), "who has left is not written to"


@pytest.mark.page
def test_the_letters_being_written_and_sent_read_well(visit: Visit, post_server: str) -> None:
    page = visit.page
    page.goto(f"{post_server}/sign-in/")
    page.get_by_label("Name you sign in by").fill(Role.ANALYST.value)
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.locator(".who")).to_be_visible()
    visit("/c/2019-04/", server=post_server)
    page.get_by_role("button", name="Ask for these words by e-mail").click()
    expect(page.get_by_text("went to")).to_be_visible(timeout=60_000)
    visit(urlsplit(page.url).path, server=post_server)


@pytest.mark.parametrize(
    ("said", "options"),
    [
        ("smtp://mail.example", {"host": "mail.example", "port": 587, "use_tls": True, "use_ssl": False}),
        ("smtps://a:b%40c@mail.example", {"port": 465, "use_ssl": True, "username": "a", "password": "b@c"}),
        ("smtp://localhost", {"port": 25, "use_tls": False, "use_ssl": False}),
    ],
)
def test_a_mail_server_elsewhere_is_never_spoken_to_without_tls(said: str, options: dict[str, object]) -> None:
    told = mailers({"EVERYCHILD_MAIL": said, "EVERYCHILD_MAIL_FROM": FROM})["default"]["OPTIONS"]
    assert {name: told[name] for name in options} == options


@pytest.mark.parametrize("said", ["mail.example:25", "http://name:secret@mail.example", "smtp:///secret"])
def test_what_is_no_address_of_a_mail_server_is_refused_without_being_repeated(said: str) -> None:
    with pytest.raises(SettingsError, match="EVERYCHILD_MAIL") as problem:
        mailers({"EVERYCHILD_MAIL": said, "EVERYCHILD_MAIL_FROM": FROM})
    assert said not in str(problem.value)


def test_no_server_no_letters_and_a_server_needs_a_sender(tmp_path: Path) -> None:
    assert mailers({}) == {}
    with pytest.raises(SettingsError, match="EVERYCHILD_MAIL_FROM"):
        mailers({"EVERYCHILD_MAIL": "smtp://localhost"})
    named = tmp_path / "mail"
    named.write_text("smtp://localhost:2525\n")
    found = mailers({"EVERYCHILD_MAIL_FILE": str(named), "EVERYCHILD_MAIL_FROM": FROM})
    assert found["default"]["OPTIONS"]["port"] == 2525
    with pytest.raises(SettingsError, match="cannot be read"):
        mailers({"EVERYCHILD_MAIL_FILE": str(tmp_path / "none"), "EVERYCHILD_MAIL_FROM": FROM})


def test_a_month_that_is_out_is_told_of_once_and_a_preview_not_at_all(
    own_home: Home, letterbox: tuple[Letterbox, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """To those who sign and those who write papers; the same published again is no news."""
    from django.conf import settings

    from everychild import publishing
    from everychild.journal import public_releases
    from everychild.web import releasing
    from everychild.web.at_work import Asked

    monkeypatch.setenv("EVERYCHILD_MAIL", f"smtp://127.0.0.1:{letterbox[1]}")
    monkeypatch.setenv("EVERYCHILD_MAIL_FROM", FROM)
    monkeypatch.setenv("EVERYCHILD_ADDRESS", "https://everychild.northbrook.example")
    monkeypatch.setattr(settings, "HOME", own_home, raising=False)
    monkeypatch.setattr(settings, "MAILERS", mailers(os.environ), raising=False)
    mail_addresses.give(Role.DIRECTOR.value, "director@northbrook.example", AT, "administrator")
    mail_addresses.give(Role.SERVICE_MANAGER.value, "", AT, "administrator")
    out: list[Any] = []
    audit_of_it = SimpleNamespace(asked=0)

    def published(number: int | None) -> str:
        outcome = publishing.Outcome(number, own_home.path, "0123456789ab", 1, audit_of_it, (), ())  # type: ignore[arg-type]
        monkeypatch.setattr(publishing, "publish", lambda *_: outcome)
        monkeypatch.setattr(public_releases, "every", lambda: list(out))
        work = releasing.publish_month.func.__wrapped__
        said = work(Asked("analyst", "performance analyst", AT), lambda _: None, "2019-04")["said"]
        if number is not None:
            out.append(SimpleNamespace(number=number))
        return str(said)

    assert "went to" not in published(None)
    assert "“Published: children’s services, April 2019” went to" in published(1)
    assert "went to" not in published(1)
    (letter,) = letterbox[0].letters
    assert letter["To"] == "director@northbrook.example"
    text = letter.get_payload(decode=True).decode("utf-8")  # type: ignore[union-attr]
    assert "April 2019 are published" in text
    assert "https://everychild.northbrook.example/p/2019-04/" in text
    assert not CHILD_DETAIL.search(text)
    assert not re.search(r"\d+(?:\.\d+)?%|\d+ of ", text), "no figure leaves in a letter"
