"""The second factor: set up by its owner, asked for after the password, taken off by an administrator."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest

from everychild.roles import Role
from everychild.store.home import Home
from tests.web.conftest import served
from tests.web.staff import PASSWORD, Visitor, signed_in, staffed
from tests.web.visiting import Visit


@pytest.fixture(scope="module")
def factor_home(home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    return staffed(home, tmp_path_factory.mktemp("factor") / "home")


@pytest.fixture(scope="module")
def factor_server(factor_home: Home) -> Iterator[str]:
    yield from served(factor_home, 19200)


def secret_on(text: str) -> str:
    found = re.search(r"<code>([A-Z2-7 ]+)</code>", text)
    assert found, text
    return found[1].replace(" ", "")


def set_up(visitor: Visitor, before: str = "") -> tuple[pyotp.TOTP, list[str]]:
    totp = pyotp.TOTP(secret_on(visitor.get("/second-factor/").text))
    answer = visitor.post("/second-factor/", code=totp.now(), before=before)
    assert answer.status == 200, answer.text
    codes = re.findall(r"<li><code>([A-Z0-9-]+)</code></li>", answer.text)
    assert len(set(codes)) == 10
    assert all(len(code.replace("-", "")) == 12 for code in codes), "12 of 32 letters: sixty bits of chance"
    return totp, codes


def next_code(totp: pyotp.TOTP) -> str:
    """Of the half minute to come, which is near enough and has not been used."""
    return totp.at(time.time() + 30)


def test_from_setting_it_up_to_signing_in_with_it(factor_server: str) -> None:
    visitor = signed_in(factor_server, Role.ANALYST)
    totp, codes = set_up(visitor)
    again = Visitor(factor_server)
    answer = again.sign_in("analyst")
    assert (answer.status, answer.headers["location"]) == (302, "/sign-in/code/")
    assert again.get("/targets/").status == 302, "the password alone opens nothing"
    assert again.post("/sign-in/code/", code="000000").status == 400
    assert again.post("/sign-in/code/", code=next_code(totp)).status == 302
    assert again.get("/targets/").status == 200

    by_paper = Visitor(factor_server)
    by_paper.sign_in("analyst")
    assert by_paper.post("/sign-in/code/", code=codes[0].lower()).status == 302
    once_more = Visitor(factor_server)
    once_more.sign_in("analyst")
    assert once_more.post("/sign-in/code/", code=codes[0]).status == 400, "no paper code opens the door twice"
    assert "9 codes left" in by_paper.get("/second-factor/").text


def test_a_code_opens_the_door_once(factor_server: str) -> None:
    visitor = signed_in(factor_server, Role.SERVICE_MANAGER)
    totp, _ = set_up(visitor)
    code = next_code(totp)
    first, second = Visitor(factor_server), Visitor(factor_server)
    for one in (first, second):
        one.sign_in("service_manager")
    assert first.post("/sign-in/code/", code=code).status == 302
    assert second.post("/sign-in/code/", code=code).status == 400


def test_another_is_set_up_only_with_a_code_of_the_one_before(factor_server: str) -> None:
    """Whoever finds a page left open cannot make it theirs."""
    visitor = signed_in(factor_server, Role.DEMOCRATIC_SERVICES)
    _, codes = set_up(visitor)
    totp = pyotp.TOTP(secret_on(visitor.get("/second-factor/").text))
    answer = visitor.post("/second-factor/", code=totp.now(), before="123456")
    assert answer.status == 400
    assert "the second factor you have now is not right" in answer.text
    set_up(visitor, before=codes[0])


def test_wrong_codes_make_their_owner_wait_as_wrong_passwords_do(factor_server: str) -> None:
    """The administrator like anybody."""
    set_up(signed_in(factor_server, Role.AUDITOR))
    visitor = Visitor(factor_server)
    visitor.sign_in("auditor")
    for _ in range(10):
        assert visitor.post("/sign-in/code/", code="000000").status == 400
    assert "too many wrong attempts" in visitor.post("/sign-in/code/", code="000000").text
    assert "too many wrong attempts" in Visitor(factor_server).sign_in("auditor").text


def test_an_administrator_takes_it_off_and_it_is_written_down(factor_server: str) -> None:
    set_up(signed_in(factor_server, Role.COUNCILLOR))
    administrator = signed_in(factor_server, Role.ADMINISTRATOR)
    assert administrator.post("/people/", take_off="councillor").status == 302
    answer = Visitor(factor_server).sign_in("councillor")
    assert answer.headers["location"] != "/sign-in/code/"
    assert administrator.post("/people/", take_off="councillor").status == 400


def test_the_code_cannot_be_asked_for_without_a_password_before_it(factor_server: str) -> None:
    answer = Visitor(factor_server).get("/sign-in/code/")
    assert (answer.status, answer.headers["location"]) == (302, "/sign-in/")


def test_where_it_is_required_nothing_opens_until_it_is_set_up(home: Home, tmp_path: Path) -> None:
    place = staffed(home, tmp_path / "home")
    settings = place.settings.read_text(encoding="utf-8")
    assert "[access]\n" in settings
    place.settings.write_text(settings.replace("[access]\n", '[access]\nsecond_factor = "required"\n'), "utf-8")
    for server in served(place, 19250):
        visitor = signed_in(server, Role.ANALYST)
        answer = visitor.get("/targets/")
        assert (answer.status, answer.headers["location"]) == (302, "/second-factor/")
        assert "Your council asks everybody for one." in visitor.get("/second-factor/").text
        set_up(visitor)
        assert visitor.get("/targets/").status == 200


@pytest.mark.page
def test_the_pages_can_be_read_by_everybody(visit: Visit, factor_server: str) -> None:
    page = visit.page
    page.goto(f"{factor_server}/sign-in/?next=/second-factor/")
    page.get_by_label("Name you sign in by").fill("team_manager")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page = visit("/second-factor/", server=factor_server)
    totp = pyotp.TOTP(page.locator("main code").first.inner_text().replace(" ", ""))
    page.get_by_label("The six figures the app shows now").fill(totp.now())
    page.get_by_role("button", name="Set it up").click()
    assert page.get_by_role("heading", name="Ten codes for paper").is_visible()
    page.context.clear_cookies()
    page.goto(f"{factor_server}/sign-in/")
    page.get_by_label("Name you sign in by").fill("team_manager")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    visit("/sign-in/code/", server=factor_server)
