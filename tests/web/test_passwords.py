"""One’s own password: changed with the one before, or chosen by a link that an administrator gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from everychild.roles import PARTS, Need, Role
from everychild.store.home import Home
from tests.web.conftest import served
from tests.web.staff import PASSWORD, Visitor, added, choose_by, link_on, signed_in, staffed
from tests.web.test_second_factor import next_code, set_up
from tests.web.visiting import Visit, _is_accessible

ANOTHER = "quite another long password"  # of invented people
NINTH = datetime(2019, 5, 9, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def password_home(home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    return staffed(home, tmp_path_factory.mktemp("passwords") / "home")


@pytest.fixture(scope="module")
def password_server(password_home: Home) -> Iterator[str]:
    yield from served(password_home, 19300)


def somebody(server: str, name: str, role: Role = Role.COUNCILLOR) -> Visitor:
    """New, so that no other test shares them."""
    added(signed_in(server, Role.ADMINISTRATOR), full_name=f"{name.capitalize()} Okafor", name=name, role=role)
    return signed_in(server, name)


def changed(visitor: Visitor, before: str = PASSWORD, new: str = ANOTHER, again: str | None = None, code: str = ""):
    return visitor.post("/password/", before=before, password=new, again=new if again is None else again, code=code)


def told_in_the_audit(server: str, **asked: str) -> str:
    question = "&".join(f"{name}={value.replace(' ', '+')}" for name, value in asked.items())
    return signed_in(server, Role.AUDITOR).get(f"/audit/?{question}").text


def test_a_person_changes_their_own_and_is_signed_out_everywhere_else(password_server: str) -> None:
    here, elsewhere = somebody(password_server, "carol"), signed_in(password_server, "carol")
    answer = changed(here)
    assert answer.status == 200
    assert "Wherever else you were signed in, you are not any more." in answer.text
    assert here.get("/r/").status == 200, "whoever changed it goes on"
    assert elsewhere.get("/r/").status == 302
    assert Visitor(password_server).sign_in("carol").status == 400
    assert Visitor(password_server).sign_in("carol", ANOTHER).status == 302
    assert "password changed" in told_in_the_audit(password_server, who="carol", action="password changed")


def test_what_is_not_right_changes_nothing(password_server: str) -> None:
    refused: list[tuple[dict[str, str], str]] = [
        ({"before": "not the password"}, "The password you have now is not right."),
        ({"before": ""}, "The password you have now is not right."),
        ({"again": "another again"}, "The two new passwords differ."),
        ({"new": PASSWORD}, "That is the password you have now."),
        ({"new": "short"}, "A password needs 12 characters or more."),
        ({"new": "1qaz2wsx3edc"}, "Many people use this password"),
    ]
    visitor = signed_in(password_server, Role.DEMOCRATIC_SERVICES)
    for fields, said in refused:
        answer = changed(visitor, **fields)
        assert answer.status == 400, fields
        assert said in answer.text, fields
    assert visitor.get("/r/").status == 200, "nobody is signed out"
    assert Visitor(password_server).sign_in(Role.DEMOCRATIC_SERVICES).status == 302


def test_guessing_the_password_on_the_page_makes_its_owner_wait_as_at_the_door(password_server: str) -> None:
    visitor = somebody(password_server, "gil")
    for _ in range(10):
        assert changed(visitor, before="not the password").status == 400
    assert "too many wrong attempts" in changed(visitor).text
    assert "too many wrong attempts" in Visitor(password_server).sign_in("gil").text


def test_where_there_is_a_second_factor_a_code_of_it_is_asked_for_too(password_server: str) -> None:
    visitor = somebody(password_server, "fay")
    totp, _ = set_up(visitor)
    answer = changed(visitor, code="000000")
    assert answer.status == 400
    assert "That code is not right" in answer.text
    assert changed(visitor, code=next_code(totp)).status == 200


def test_a_second_factor_set_up_or_taken_off_ends_every_other_sign_in(password_server: str) -> None:
    here, elsewhere = somebody(password_server, "ellis"), signed_in(password_server, "ellis")
    set_up(here)
    assert here.get("/r/").status == 200
    assert elsewhere.get("/r/").status == 302
    assert signed_in(password_server, Role.ADMINISTRATOR).post("/people/", take_off="ellis").status == 302
    assert here.get("/r/").status == 302


def test_an_administrator_gives_a_link_and_never_learns_the_password(password_server: str) -> None:
    """The password before is over at once, and so is every sign-in; the link opens once."""
    visitor = somebody(password_server, "lost")
    administrator = signed_in(password_server, Role.ADMINISTRATOR)
    answer = administrator.post("/people/", new_password="lost")
    assert answer.status == 200
    assert {"no-store", "private"} <= set(answer.headers["cache-control"].split(", "))
    link = link_on(answer)
    assert link not in administrator.get("/people/").text, "it is told once"
    assert visitor.get("/r/").status == 302
    assert Visitor(password_server).sign_in("lost").status == 400
    assert choose_by(password_server, link, ANOTHER, again="something else again").status == 400
    chosen = choose_by(password_server, link, ANOTHER)
    assert (chosen.status, chosen.headers["location"]) == (302, "/sign-in/?over=chosen")
    assert Visitor(password_server).sign_in("lost", ANOTHER).status == 302
    again = choose_by(password_server, link, PASSWORD)
    assert again.status == 404
    assert "opens nothing any more" in again.text
    told = told_in_the_audit(password_server, about="lost")
    assert "password link given" in told
    assert "password chosen" in told


def test_choosing_signs_nobody_in_and_a_second_factor_is_still_asked_for(password_server: str) -> None:
    set_up(somebody(password_server, "wes"))
    link = link_on(signed_in(password_server, Role.ADMINISTRATOR).post("/people/", new_password="wes"))
    visitor = Visitor(password_server)
    visitor.get(link)
    assert visitor.post("/sign-in/choose/", password=ANOTHER, again=ANOTHER).status == 302
    assert visitor.get("/r/").status == 302, "choosing is not signing in"
    assert visitor.sign_in("wes", ANOTHER).headers["location"] == "/sign-in/code/"


def test_the_code_of_a_link_stands_in_no_address_that_is_kept(password_server: str) -> None:
    somebody(password_server, "quiet")
    link = link_on(signed_in(password_server, Role.ADMINISTRATOR).post("/people/", new_password="quiet"))
    visitor = Visitor(password_server)
    opened = visitor.get(link)
    assert (opened.status, opened.headers["location"]) == (302, "/sign-in/choose/")
    assert link.split("/")[-2] not in visitor.get("/sign-in/choose/").text


def test_of_two_links_the_later_opens(password_server: str) -> None:
    somebody(password_server, "twice")
    administrator = signed_in(password_server, Role.ADMINISTRATOR)
    first, second = (link_on(administrator.post("/people/", new_password="twice")) for _ in range(2))
    assert choose_by(password_server, first).status == 404
    assert choose_by(password_server, second).status == 302


def test_a_link_is_one_person_s_and_ends_when_they_are_stopped(password_server: str) -> None:
    somebody(password_server, "gone")
    administrator = signed_in(password_server, Role.ADMINISTRATOR)
    link = link_on(administrator.post("/people/", new_password="gone"))
    number = int(link.split("/")[3])
    for other in (number - 1, number + 1, 10**30):
        assert Visitor(password_server).get(link.replace(f"/{number}/", f"/{other}/")).status == 404
    assert administrator.post("/people/", stop="gone").status == 302
    assert choose_by(password_server, link).status == 404
    assert administrator.post("/people/", new_password="gone").status == 400
    assert administrator.post("/people/", new_password="nobody").status == 400


def test_nobody_makes_a_link_for_themselves(password_server: str) -> None:
    """Whoever finds an administrator’s page left open cannot make it theirs."""
    administrator = signed_in(password_server, Role.ADMINISTRATOR)
    answer = administrator.post("/people/", new_password="administrator")
    assert answer.status == 400
    assert "Your own password is changed under Password" in answer.text
    assert 'value="administrator" aria-label="New password' not in administrator.get("/people/").text


def test_whoever_gives_links_is_no_author_of_figures(password_server: str) -> None:
    assert {role for role, part in PARTS.items() if Need.PEOPLE in part.may} == {Role.ADMINISTRATOR}
    assert PARTS[Role.ADMINISTRATOR].may == {Need.ANYONE, Need.PEOPLE, Need.TOKENS}
    for role in (Role.DIRECTOR, Role.ANALYST):
        assert signed_in(password_server, role).post("/people/", new_password="auditor").status == 403
    assert Visitor(password_server).sign_in(Role.AUDITOR).status == 302


def test_a_link_ends_after_a_day_by_a_clock_of_our_own(password_home: Home) -> None:
    import json
    import os
    import subprocess
    import sys

    ask = (
        "import django; django.setup()\n"
        "import json\n"
        "from datetime import datetime, timedelta\n"
        "from django.conf import settings\n"
        "from everychild.journal import passwords, people\n"
        "from everychild.roles import Role\n"
        f"at = datetime.fromisoformat({NINTH.isoformat()!r})\n"
        "people.add('day', 'Day Okafor', Role.COUNCILLOR, None, at, 'the test')\n"
        "link = passwords.reset('day', at, 'ada', 'administrator')\n"
        "hours = (0, 23, 24, 25, 24 * 400)\n"
        "opens = [passwords.whose_link(*link, at + timedelta(hours=each, seconds=1 if each > 23 else 0)) is not None\n"
        "         for each in hours]\n"
        "print(json.dumps([settings.LINK_LASTS.total_seconds(), opens]))"
    )
    told = subprocess.run(
        [sys.executable, "-c", ask],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "everychild.web.settings",
            "EVERYCHILD_HOME": str(password_home.path),
        },
        check=True,
        capture_output=True,
        text=True,
    )
    lasts, opens = json.loads(told.stdout)
    assert lasts == timedelta(hours=24).total_seconds()
    assert opens == [True, True, False, False, False]


def test_an_administrator_who_has_lost_their_own_sets_it_on_the_computer(home: Home, tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from everychild.cli.app import app
    from everychild.journal import audit
    from everychild.journal.connection import open_journal, point_at
    from everychild.journal.models import Person

    place = staffed(home, tmp_path / "home")
    asked = ["people", "new-password", "administrator", "--password-stdin", "--because", "Lost", "--home", place.path]
    told = CliRunner().invoke(app, [str(word) for word in asked], input=f"{ANOTHER}\n")
    assert told.exit_code == 0, told.output
    open_journal(place)
    assert Person.objects.get(sign_in_name="administrator").check_password(ANOTHER)
    assert [row.reason for row in audit.entries(action="password changed")] == ["Lost"]
    point_at(home)


@pytest.mark.page
def test_the_pages_can_be_read_by_everybody(visit: Visit, password_server: str) -> None:
    somebody(password_server, "seen")  # of their own: whoever is given a link cannot sign in until they have chosen
    page = visit.page
    page.goto(f"{password_server}/sign-in/?next=/people/")
    page.get_by_label("Name you sign in by").fill("administrator")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="New password for Seen Okafor").click()
    expect(page.get_by_role("heading", name="A link to choose a password by")).to_be_visible()
    _is_accessible(page)
    link = page.get_by_label("Link", exact=True).input_value()
    visit("/password/", server=password_server)
    page.get_by_label("The password you have now").fill("not the password")
    page.get_by_label("The new password", exact=True).fill(ANOTHER)
    page.get_by_label("The new password once more").fill(ANOTHER)
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_role("alert")).to_contain_text("is not right")
    _is_accessible(page)
    page.context.clear_cookies()
    page.goto(link)
    expect(page.get_by_role("heading", name="Choose a password")).to_be_visible()
    visit("/sign-in/choose/", server=password_server)
    page.get_by_label("Your password").fill(ANOTHER)
    page.get_by_label("The same once more").fill(ANOTHER)
    page.get_by_role("button", name="Choose it").click()
    expect(page.get_by_text("Your password is chosen. Sign in with it.")).to_be_visible()
    assert re.search(r"/sign-in/\?over=chosen$", page.url)
