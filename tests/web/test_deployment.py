"""Served to many: Django’s own check for deployment, TLS ended by a proxy, and what the service files say."""

from __future__ import annotations

import configparser
import http.client
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
import typer

from everychild.cli.app import app
from everychild.errors import EverychildError
from everychild.store.home import Home
from everychild.web.serve import serve
from tests.web.answering import Answer
from tests.web.conftest import served
from tests.web.staff import PASSWORD, staffed

DEPLOY = Path(__file__).parents[2] / "deploy"
HOST = "everychild.example.gov.uk"
BY_TLS = {"Host": HOST, "X-Forwarded-Proto": "https"}


def test_django_s_check_for_deployment_finds_nothing(home: Home) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "DEBUG"],
        env={
            **{
                name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"
            },  # the tests’ own
            "DJANGO_SETTINGS_MODULE": "everychild.web.settings",
            "EVERYCHILD_HOME": str(home.path),
            "EVERYCHILD_HTTPS": "1",
            "EVERYCHILD_HOSTS": HOST,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert "no issues" in told.stdout + told.stderr


@pytest.fixture
def behind_tls(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    place = staffed(home, tmp_path / "home")
    monkeypatch.setenv("EVERYCHILD_HTTPS", "1")
    monkeypatch.setenv("EVERYCHILD_HOSTS", HOST)
    yield from served(place, 19400)


def ask(server: str, method: str, path: str, headers: dict[str, str], body: str = "") -> Answer:
    with closing(http.client.HTTPConnection(urlsplit(server).netloc, timeout=60)) as connection:
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        told = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, told, response.read())


def test_behind_tls_people_sign_in_and_nobody_reads_without_it(behind_tls: str) -> None:
    """As a proxy passes it on: the address people typed, and that they came by TLS."""
    without = ask(behind_tls, "GET", "/sign-in/", {"Host": HOST})
    assert (without.status, without.headers["location"]) == (301, f"https://{HOST}/sign-in/")
    assert ask(behind_tls, "GET", "/health", {"Host": "localhost"}).status == 200
    assert ask(behind_tls, "GET", "/sign-in/", {**BY_TLS, "Host": "elsewhere.example"}).status == 400

    form = ask(behind_tls, "GET", "/sign-in/", BY_TLS)
    assert form.headers["strict-transport-security"] == "max-age=31536000"
    cookie = form.headers["set-cookie"]
    assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    assert cookie.startswith("__Host-")
    assert "Domain" not in cookie
    token = form.text.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    sent = {
        **BY_TLS,
        "Cookie": cookie.split(";")[0],
        "Origin": f"https://{HOST}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    body = urlencode({"csrfmiddlewaretoken": token, "name": "analyst", "password": PASSWORD})
    let_in = ask(behind_tls, "POST", "/sign-in/", sent, body)
    assert let_in.status == 302
    session = let_in.headers["set-cookie"]
    assert session.startswith("__Host-sessionid=")
    assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in session.split(";")}
    assert ask(behind_tls, "POST", "/sign-in/", {**sent, "Origin": "https://elsewhere.example"}, body).status == 403


def test_pages_are_not_served_to_elsewhere_without_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVERYCHILD_HTTPS", raising=False)
    with pytest.raises(EverychildError, match="without TLS"):
        serve(tmp_path, 8000, print, address="0.0.0.0")


def commands() -> list[list[str]]:
    found = []
    for path in sorted(DEPLOY.glob("*.service")):
        unit = configparser.ConfigParser(interpolation=None, strict=False)
        unit.optionxform = str  # type: ignore[assignment,method-assign]  # systemd tells capitals apart
        unit.read_string(path.read_text(encoding="utf-8"))
        found.append(shlex.split(unit["Service"]["ExecStart"])[1:])
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    return [*found, *(json.loads(line.removeprefix("CMD "))[1:] for line in lines if line.startswith("CMD "))]


@pytest.mark.parametrize("told", commands(), ids=lambda told: told[0])
def test_what_the_service_files_run_is_there_with_its_options(told: list[str]) -> None:
    """Parsed as the program itself would, and not run."""
    group: Any = typer.main.get_command(app)
    command = group.commands[told[0]]
    command.make_context(told[0], told[1:], resilient_parsing=False)


def test_the_image_has_what_is_locked_by_the_program_that_locks_and_only_the_source() -> None:
    told = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    set_up = (DEPLOY.parent / "scripts" / "set-up").read_text(encoding="utf-8")
    version = re.search(r"^UV_VERSION=(\S+)$", set_up, re.MULTILINE)
    assert version is not None
    assert f"pip install --no-cache-dir uv=={version[1]} " in told
    assert "uv sync --locked " in told
    copied = [line.split()[1:-1] for line in told.splitlines() if line.startswith("COPY ") and "--from" not in line]
    assert copied == [["pyproject.toml", "uv.lock", "README.md", "LICENSE"], ["src"]]


def test_there_is_a_unit_for_the_pages_one_for_the_work_and_a_container() -> None:
    assert [told[0] for told in commands()] == ["work", "serve", "serve"]
