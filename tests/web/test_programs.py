"""The figures for other programs: tokens, what they open and when they end, and answers held to the document."""

from __future__ import annotations

import csv
import http.client
import io
import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from everychild.errors import SettingsError, UnknownReference
from everychild.journal import audit, people, tokens
from everychild.journal.connection import point_at
from everychild.journal.models import Person, Token
from everychild.roles import PARTS, Need, Role
from everychild.store.home import Home
from tests import postgresql
from tests.web.answering import Answer
from tests.web.conftest import served
from tests.web.staff import Visitor, added, signed_in, staffed
from tests.web.visiting import Visit

NOON = datetime(2019, 6, 3, 11, tzinfo=UTC)
EXAMPLES = int(os.environ.get("EVERYCHILD_QUESTIONS", "12"))


@pytest.fixture
def own(home: Home, tmp_path: Path) -> Iterator[Home]:
    """A staffed home of this test’s own."""
    made = staffed(home, tmp_path / "home")
    point_at(made)
    yield made
    point_at(home)


def ask(server: str, path: str, **headers: str) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=60)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    answer = Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    connection.close()
    return answer


def token_of(visitor: Visitor, name: str = "Power BI", days: str = "30") -> str:
    answer = visitor.post("/tokens/", name=name, days=days)
    assert answer.status == 200, answer.text
    found = re.search(r"everychild_[\w-]{43}", answer.text)
    assert found, "the token is shown once"
    return found[0]


def test_a_token_opens_figures_until_it_runs_out(own: Home) -> None:
    """In the name of whoever made it; with none of their other rights, and reaching no child."""
    made = tokens.make("Power BI", "analyst", 30, "secret", NOON)
    viewer = tokens.viewer_with("secret", NOON + timedelta(days=29))
    assert viewer is not None
    assert (viewer.person, viewer.may) == ("analyst", frozenset({Need.ANYONE, Need.FIGURES}))
    assert not viewer.reaches("North", ["W1"])
    assert tokens.viewer_with("secret", NOON + timedelta(days=30)) is None
    assert tokens.viewer_with("another", NOON) is None
    assert made.opens(NOON)
    assert [entry.action for entry in audit.entries(about=f"token {made.number}")] == ["token made"]


def test_the_secret_is_not_kept(own: Home) -> None:
    tokens.make("Power BI", "analyst", 30, "a-secret-of-chance", NOON)
    if not postgresql.CHOSEN:  # there the journal is no file of the home
        assert b"a-secret-of-chance" not in own.journal.read_bytes()
    assert not any("a-secret-of-chance" in str(value) for value in Token.objects.values_list().get())
    assert Token.objects.get().secret_sha256 == tokens.digest_of("a-secret-of-chance")


def test_a_token_of_somebody_who_has_left_or_has_another_part_opens_nothing(own: Home) -> None:
    tokens.make("Power BI", "analyst", 30, "one", NOON)
    tokens.make("Power BI", "director", 30, "two", NOON)
    people.stop("analyst", NOON, "administrator")
    director = Person.objects.get(sign_in_name="director")
    director.role = Role.DEMOCRATIC_SERVICES.value
    director.save()
    assert tokens.viewer_with("one", NOON) is None
    assert tokens.viewer_with("two", NOON) is None


def test_a_token_is_withdrawn_by_its_holder_or_an_administrator_and_by_nobody_else(own: Home) -> None:
    def viewer(name: str):
        return people.viewer_of(Person.objects.get(sign_in_name=name))

    first = tokens.make("One", "analyst", 30, "one", NOON)
    second = tokens.make("Two", "analyst", 30, "two", NOON)
    with pytest.raises(UnknownReference):
        tokens.withdraw(first.number, NOON, viewer("director"))
    assert tokens.viewer_with("one", NOON) is not None
    tokens.withdraw(first.number, NOON, viewer("analyst"))
    tokens.withdraw(second.number, NOON, viewer("administrator"))
    tokens.withdraw(second.number, NOON, viewer("administrator"))
    assert tokens.viewer_with("one", NOON) is tokens.viewer_with("two", NOON) is None
    withdrawn = [(entry.who, entry.about) for entry in audit.entries(action="token withdrawn")]
    assert withdrawn == [("administrator", f"token {second.number}"), ("analyst", f"token {first.number}")]


@pytest.mark.parametrize(
    ("who", "name", "days", "problem", "says"),
    [
        ("councillor", "Mine", 30, SettingsError, "sees no figures"),
        ("administrator", "Mine", 30, SettingsError, "sees no figures"),
        ("nobody", "Mine", 30, UnknownReference, "Nobody signs in as nobody"),
        ("analyst", " ", 30, SettingsError, "what the token is for"),
        ("analyst", "Mine", 0, SettingsError, "1 to 366 days"),
        ("analyst", "Mine", 400, SettingsError, "1 to 366 days"),
    ],
)
def test_no_token_is_made_that_would_open_nothing_or_never_end(
    own: Home, who: str, name: str, days: int, problem: type[Exception], says: str
) -> None:
    with pytest.raises(problem, match=says):
        tokens.make(name, who, days, "secret", NOON)


def test_a_program_asks_by_token_in_either_way_and_is_told_why_not_in_words(staff_server: str) -> None:
    token = token_of(signed_in(staff_server, Role.ANALYST))
    by_name = b64encode(f"anything:{token}".encode()).decode()
    for shown in (f"Bearer {token}", f"bearer {token}", f"Basic {by_name}"):
        answer = ask(staff_server, "/api/1/figures?ref=CP22", Authorization=shown)
        assert (answer.status, answer.headers["content-type"]) == (200, "application/json; charset=utf-8")
    for shown in ("", "Bearer ", f"Bearer {token}x", "Basic !!!", "Negotiate abc"):
        answer = ask(staff_server, "/api/1/figures?ref=CP22", **({"Authorization": shown} if shown else {}))
        assert answer.status == 401
        assert "Make one under Tokens" in json.loads(answer.text)["detail"]
        assert answer.headers["www-authenticate"].startswith("Bearer")


def test_a_token_opens_no_page_and_changes_nothing(staff_server: str) -> None:
    token = token_of(signed_in(staff_server, Role.ANALYST))
    for page in ("/p/2019-04/", "/w/", "/p/2019-04/i/CP22/children/", "/tokens/", "/load/"):
        assert ask(staff_server, page, Authorization=f"Bearer {token}").status == 302, page
    connection = http.client.HTTPConnection(urlsplit(staff_server).netloc, timeout=60)
    connection.request("POST", "/api/1/figures", headers={"Authorization": f"Bearer {token}"})
    assert connection.getresponse().status in (403, 405)
    connection.close()


def test_a_leavers_token_is_refused_at_the_next_question(staff_server: str) -> None:
    administrator = signed_in(staff_server, Role.ADMINISTRATOR)
    added(administrator, full_name="A Leaver", name="leaver", role="analyst")
    token = token_of(signed_in(staff_server, "leaver"))
    assert ask(staff_server, "/api/1/editions", Authorization=f"Bearer {token}").status == 200
    assert administrator.post("/people/", stop="leaver").status == 302
    assert ask(staff_server, "/api/1/editions", Authorization=f"Bearer {token}").status == 401
    assert "its holder has left" in administrator.get("/tokens/").text


def test_the_figures_are_those_of_the_page_with_days_as_days(staff_server: str) -> None:
    """A figure is one thing everywhere; a target that is a range has columns of its own."""
    visitor = signed_in(staff_server, Role.ANALYST)
    told = json.loads(visitor.get("/api/1/figures?month=2019-04&ref=eh04&breakdown=team").text)
    page = json.loads(visitor.get("/p/2019-04/i/EH04.json?by=team").text)
    assert told["total"] == len(told["rows"]) == len(page)
    assert [row["value"] for row in told["rows"]] == [row["value"] for row in page]
    assert (told["edition"]["month"], told["edition"]["number"], told["edition"]["is_newest"]) == ("2019-04", 2, True)
    assert told["rows"][0]["as_at"] == "2019-04-30"
    assert {row["group"] for row in told["rows"] if row["breakdown"] == "team"} >= {"South", "North 1"}
    one = json.loads(visitor.get("/api/1/figures?month=2019-04&ref=EH04&window=month&limit=1&offset=2").text)
    every = [row for row in told["rows"] if row["window"] == "month" and row["breakdown"] is None]
    assert (one["rows"], one["total"]) == ([every[2]], len(every))
    table = list(csv.DictReader(io.StringIO(visitor.get("/api/1/figures.csv?ref=EH04").text.removeprefix("\ufeff"))))
    assert len(table) == json.loads(visitor.get("/api/1/figures?ref=EH04").text)["total"]
    assert list(table[0]) == list(told["rows"][0])


def test_an_earlier_edition_is_still_told(staff_server: str) -> None:
    visitor = signed_in(staff_server, Role.ANALYST)
    old = json.loads(visitor.get("/api/1/figures?month=2019-04&edition=1").text)
    new = json.loads(visitor.get("/api/1/figures?month=2019-04").text)
    assert (old["edition"]["number"], old["edition"]["is_newest"]) == (1, False)
    assert old["rows"] != new["rows"]
    kept = json.loads(visitor.get("/api/1/editions").text)
    assert [(row["month"], row["number"], row["is_newest"]) for row in kept][-2:] == [
        ("2019-04", 1, False),
        ("2019-04", 2, True),
    ]


def test_flags_targets_indicators_and_words_are_tables(staff_server: str) -> None:
    visitor = signed_in(staff_server, Role.ANALYST)
    flags = json.loads(visitor.get("/api/1/flags?month=2019-04").text)["rows"]
    page = json.loads(visitor.get("/p/2019-04/flags.json").text)
    assert list(dict.fromkeys(row["area"] for row in flags)) == [area["area"] for area in page]
    assert json.loads(visitor.get("/api/1/targets").text)[0]["since"] >= "2000-01-01"
    (defined,) = json.loads(visitor.get("/api/1/indicators?ref=CP22").text)["rows"]
    assert defined["condition_in_words"]
    words = json.loads(visitor.get("/api/1/definitions").text)
    assert {"column": "status", "word": "off_target", "meaning": "Off target"} in words
    assert all(row["meaning"] for row in words)


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("figures?month=2031-01", 404, "January 2031 has not been closed"),
        ("figures?month=May", 422, "month"),
        ("figures?edition=7", 404, "edition"),
        ("figures?ref=CP99", 404, "There is no indicator CP99"),
        ("figures?section=schools", 404, "There is no section schools"),
        ("figures?ref=CP22&breakdown=shoe_size", 404, "broken down by shoe_size"),
        ("figures?limit=0", 422, "limit"),
    ],
)
def test_what_is_not_there_is_said_in_words(staff_server: str, path: str, status: int, says: str) -> None:
    answer = signed_in(staff_server, Role.ANALYST).get(f"/api/1/{path}")
    assert answer.status == status
    assert says in json.loads(answer.text)["detail"]


def test_nothing_of_a_child_is_in_the_document(staff_server: str) -> None:
    """Never a child’s row: no column of any answer could hold one."""
    document = json.loads(ask(staff_server, "/api/1/openapi.json").text)
    columns = {name for schema in document["components"]["schemas"].values() for name in schema.get("properties", {})}
    assert not columns & {"child", "child_id", "worker", "worker_id", "date_of_birth", "file", "sheet", "row"}
    assert {method for path in document["paths"].values() for method in path} == {"get"}
    assert document["components"]["securitySchemes"].keys() == {"Bearer", "Basic"}


def test_too_many_questions_are_told_when_to_come_back(own: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVERYCHILD_API_A_MINUTE", "3")
    for server in served(own, 19000):
        visitor = signed_in(server, Role.ANALYST)
        assert [visitor.get("/api/1/definitions").status for _ in range(4)] == [200, 200, 200, 429]
        answer = visitor.get("/api/1/definitions")
        assert 1 <= int(answer.headers["retry-after"]) <= 60
        assert "more than 3 questions in a minute" in json.loads(answer.text)["detail"]
        assert signed_in(server, Role.DIRECTOR).get("/api/1/definitions").status == 200


def test_every_answer_is_as_the_document_says(own: Home) -> None:
    """Asked what nobody thought of. EVERYCHILD_QUESTIONS=500 asks more of each address."""
    tokens.make("The test", "analyst", 30, "secret", datetime.now(UTC))
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "everychild.web.settings",
        "EVERYCHILD_HOME": str(own.path),
        "EVERYCHILD_API_A_MINUTE": "1000000",
    }
    asked = [sys.executable, "-m", "tests.web.held_to_its_document", "secret", str(EXAMPLES)]
    done = subprocess.run(asked, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "7"), done.stderr[-4000:]


@pytest.mark.page
def test_the_pages_for_programs_read_well(visit: Visit, staff_server: str) -> None:
    visit("/api/", server=staff_server)
    visit.page.goto(f"{staff_server}/sign-in/")
    visit.page.get_by_label("Name you sign in by").fill("analyst")
    visit.page.get_by_label("Password").fill("a long enough password")
    visit.page.get_by_role("button", name="Sign in").click()
    page = visit("/tokens/", server=staff_server)
    page.get_by_label("What it is for").fill("Excel, for the board")
    page.get_by_role("button", name="Make it").click()
    assert page.get_by_label("Token", exact=True).input_value().startswith("everychild_")
    page = visit("/tokens/", server=staff_server)
    assert "everychild_" not in page.content()
    page.get_by_role("button", name="Withdraw Excel, for the board").first.click()
    expect(page.get_by_text("Withdrawn").first).to_be_visible()


def test_who_may_make_tokens_may_read_figures_or_looks_after_people() -> None:
    for role, part in PARTS.items():
        if Need.TOKENS in part.may:
            assert part.may & {Need.FIGURES, Need.PEOPLE}, role
