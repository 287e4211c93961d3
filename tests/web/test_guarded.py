"""What every answer says to the browser, whatever it is of; and what is no address of ours."""

from __future__ import annotations

import http.client
import re
from contextlib import closing
from html import escape
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest

from everychild.journal.connection import point_at
from everychild.roles import Role
from everychild.store.home import Home
from tests.web.staff import Visitor, choose_by, link_on, signed_in, staffed

KINDS = {
    "/p/2019-04/": (200, "text/html; charset=utf-8"),
    "/p/2019-04/figures.json": (200, "application/json; charset=utf-8"),
    "/p/2019-04/figures.csv": (200, "text/csv; charset=utf-8"),
    "/p/2019-04/i/CP22.svg": (200, "image/svg+xml"),
    "/static/everychild.css": (200, 'text/css; charset="utf-8"'),
    "/people/": (403, "text/html; charset=utf-8"),
    "/no-such-page/": (404, "text/html; charset=utf-8"),
}
POLICY = {
    "default-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
}
OF_CHILDREN_OR_PEOPLE = {
    "/p/2019-04/i/CP22/children/": Role.TEAM_MANAGER,
    "/w/": Role.TEAM_MANAGER,
    "/c/2019-04/": Role.TEAM_MANAGER,
    "/load/": Role.ANALYST,
    "/people/": Role.ADMINISTRATOR,
    "/audit/": Role.AUDITOR,
    "/tokens/": Role.ADMINISTRATOR,
    "/second-factor/": Role.COUNCILLOR,
    "/password/": Role.COUNCILLOR,
    "/sign-in/": Role.COUNCILLOR,
}


@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_answer_is_guarded_and_says_what_it_is(staff_server: str, path: str) -> None:
    answer = signed_in(staff_server, Role.DIRECTOR).get(path)
    assert (answer.status, answer.headers["content-type"]) == KINDS[path]
    assert set(answer.headers["content-security-policy"].split("; ")) == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert "access-control-allow-origin" not in answer.headers, "no other site’s script may read an answer"
    assert not any(letter.isdigit() for letter in answer.headers.get("server", "")), "versions are nobody’s business"


@pytest.mark.parametrize("path", OF_CHILDREN_OR_PEOPLE)
def test_what_tells_of_children_or_of_people_is_kept_by_no_browser(staff_server: str, path: str) -> None:
    answer = signed_in(staff_server, OF_CHILDREN_OR_PEOPLE[path]).get(path)
    assert answer.status == 200
    assert {"no-store", "private"} <= set(answer.headers["cache-control"].split(", "))


@pytest.mark.parametrize("method", ["TRACE", "OPTIONS", "CONNECT", "PROPFIND"])
def test_a_method_nothing_here_answers_to_is_refused(staff_server: str, method: str) -> None:
    visitor = signed_in(staff_server, Role.DIRECTOR)
    for path in ("/p/2019-04/", "/w/", "/sign-in/", "/api/1/figures"):
        answer = visitor._ask(method, path)
        assert answer.status in (400, 403, 405), (method, path, answer.status)
        assert "sessionid" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/static/",
        "/.git/HEAD",
        "/static/../settings.py",
        "/static/..%2f..%2fsettings.py",
        "/council.toml",
        "/secret-key",
    ],
)
def test_no_folder_is_listed_and_nothing_beside_the_pages_is_served(staff_server: str, path: str) -> None:
    with closing(http.client.HTTPConnection(urlsplit(staff_server).netloc, timeout=60)) as connection:
        connection.putrequest("GET", path, skip_accept_encoding=True)
        connection.endheaders()
        answer = connection.getresponse()
        answer.read()
    assert answer.status in (302, 400, 404), answer.status


def test_a_name_that_is_nobody_s_is_refused_in_the_words_a_wrong_password_is(staff_server: str) -> None:
    somebody, nobody = (Visitor(staff_server).sign_in(name, "not the password") for name in ("director", "nobody"))
    assert (somebody.status, nobody.status) == (400, 400)
    said = "do not belong together"
    assert said in somebody.text
    assert said in nobody.text


def test_nobody_is_there_who_was_not_added(empty_server: str) -> None:
    for name in ("admin", "root", "administrator", "everychild"):
        assert Visitor(empty_server).sign_in(name, name).status == 400


def test_whoever_is_refused_a_page_is_written_down_with_what_they_asked_for(staff_server: str) -> None:
    assert signed_in(staff_server, Role.COUNCILLOR).get("/p/2019-04/i/CP22/children/?team=North").status == 403
    told = signed_in(staff_server, Role.AUDITOR).get("/audit/?action=refused&who=councillor").text
    assert "/p/2019-04/i/CP22/children/" in told
    assert "team=North" not in told


def test_signing_in_rightly_and_wrongly_is_written_down_with_the_way(staff_server: str) -> None:
    assert Visitor(staff_server).sign_in("service_manager", "not the password").status == 400
    signed_in(staff_server, Role.SERVICE_MANAGER).post("/sign-out/")
    auditor = signed_in(staff_server, Role.AUDITOR)
    for action in ("sign-in+refused", "signed+in", "signed+out"):
        assert "service_manager" in auditor.get(f"/audit/?action={action}&who=service_manager").text, action
    assert "by password" in auditor.get("/audit/?action=signed+in&who=service_manager").text


def test_a_session_has_a_new_key_at_every_sign_in_and_the_one_before_is_dead(staff_server: str) -> None:
    visitor = signed_in(staff_server, Role.DEMOCRATIC_SERVICES)
    first = dict(visitor.cookies)
    assert re.fullmatch("[a-z0-9]{32}", first["sessionid"]), "32 of 36 letters: 165 bits of chance"
    assert visitor.sign_in(Role.DEMOCRATIC_SERVICES).status == 302
    second = dict(visitor.cookies)
    assert second["sessionid"] != first["sessionid"]
    assert visitor.get("/r/").status == 200
    assert visitor.post("/sign-out/").status == 302
    for kept in (first, second):
        visitor.cookies = kept
        assert visitor.get("/r/").status == 302, "nothing is opened by the cookie of a session that is over"


def test_nobody_is_signed_out_by_a_link(staff_server: str) -> None:
    visitor = signed_in(staff_server, Role.DEMOCRATIC_SERVICES)
    assert visitor.get("/sign-out/").status == 405
    page = visitor.get("/r/")
    assert page.status == 200
    assert 'action="/sign-out/"' in page.text, "signing out is on every page"


def test_a_password_counts_letter_for_letter_and_may_be_long_or_plain(staff_server: str) -> None:
    administrator, long = signed_in(staff_server, Role.ADMINISTRATOR), "Ünd so weiter, all in words " * 4
    link = link_on(administrator.post("/people/", full_name="Exact Okafor", name="exact", role="councillor"))
    for common in ("1qaz2wsx3edc", "123456qwerty", "Qwerty123456"):
        refused = choose_by(staff_server, link, common)
        assert refused.status == 400
        assert "Many people use this password" in refused.text
    assert choose_by(staff_server, link, long).status == 302
    for near in (long[:-1], long[:72], long.lower(), long.strip()):
        assert Visitor(staff_server).sign_in("exact", near).status == 400
    assert Visitor(staff_server).sign_in("exact", long).status == 302


def test_a_password_is_typed_unseen_and_a_password_manager_may_fill_it_in(staff_server: str) -> None:
    page = Visitor(staff_server).get("/sign-in/").text
    field = re.search(r'<input id="password"[^>]*>', page)
    assert field
    assert 'type="password"' in field[0]
    assert 'autocomplete="current-password"' in field[0]


def test_passwords_are_kept_by_a_function_that_takes_long_to_try(home: Home, tmp_path: Path) -> None:
    from everychild.journal.models import Person

    point_at(staffed(home, tmp_path / "home"))
    kept = Person.objects.get(sign_in_name="analyst").password
    assert kept.startswith("scrypt$")
    point_at(home)


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' or 1=1 --"])
def test_what_is_typed_comes_back_as_text(staff_server: str, typed: str) -> None:
    """What is looked for, what is written about a month, and a name that nobody has."""
    manager = signed_in(staff_server, Role.TEAM_MANAGER)
    assert manager.post("/c/2019-04/CP20/", text=f"It was {typed}", save="yes").status == 302
    seen = [
        manager.get("/c/2019-04/CP20/").text,
        manager.get(f"/p/2019-04/find/?{urlencode({'q': typed})}").text,
        Visitor(staff_server).sign_in(typed, "x").text,
    ]
    for page in seen:
        assert escape(typed) in page
        assert typed not in page
    assert manager.get(f"/p/{quote(typed, safe='')}/").status == 404


def test_words_in_the_shape_of_a_question_to_a_database_find_nothing(staff_server: str) -> None:
    auditor = signed_in(staff_server, Role.AUDITOR)
    told = auditor.get(f"/audit/?{urlencode({'who': "nobody' or '1'='1", 'action': 'signed in'})}").text
    assert "signed in</td>" not in told
    assert "by password" not in told
