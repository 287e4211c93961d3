"""The program’s own log says where it failed and never of whom: no child’s number, no cell, nothing somebody typed."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from logging.config import dictConfig
from pathlib import Path

import pytest

from everychild.roles import Role
from everychild.web.log_lines import LogLine
from tests.web.conftest import served
from tests.web.leaking import canaries, hits
from tests.web.staff import signed_in, staffed

SECRET = "NB00104711"


def line_of(problem: BaseException | None, message: str, *words: object) -> str:
    about = (type(problem), problem, problem.__traceback__) if problem else None
    return LogLine().format(logging.LogRecord("everychild.web", logging.ERROR, __file__, 1, message, words, about))


def raised() -> BaseException:
    try:
        try:
            {}[SECRET]
        except KeyError as error:
            raise ValueError(f"no date in {SECRET}") from error
    except ValueError as error:
        return error
    raise AssertionError


def test_an_error_nobody_foresaw_is_told_by_kind_and_place_and_not_in_its_words() -> None:
    """Its words may hold the cell it fell over; so may those of what it came from."""
    line = line_of(raised(), "work %d", 7)

    assert SECRET not in line
    assert re.search(
        r"Z ERROR everychild\.web: work 7 \| ValueError at test_logs\.py:\d+ raised because of KeyError", line
    )


@pytest.mark.parametrize("typed", ["one\ntwo", "one\r\ntwo", "one\x1b[2Jtwo", "one\u2028two"])
def test_what_is_typed_begins_no_line_of_its_own(typed: str) -> None:
    line = line_of(None, "%s: %s", "/p/", typed)
    assert len(line.splitlines()) == 1
    assert line.isprintable()


def test_it_is_what_the_program_logs_with(tmp_path: Path) -> None:
    """As the settings have it, an error of a page included."""
    from everychild.web import settings

    told = dict(settings.LOGGING)
    told["handlers"] = {
        "terminal": {"class": "logging.FileHandler", "filename": str(tmp_path / "log"), "formatter": "line"}
    }
    assert settings.LOGGING["handlers"]["terminal"]["formatter"] == "line"
    try:
        dictConfig(told)
        problem = raised()
        for name in ("django.request", "everychild.web"):
            logging.getLogger(name).error(
                "Internal Server Error: %s", "/p/", exc_info=(type(problem), problem, problem.__traceback__)
            )
    finally:
        dictConfig(settings.LOGGING)
    said = (tmp_path / "log").read_text(encoding="utf-8")
    assert said.count("ValueError at") == 2
    assert SECRET not in said


def test_a_server_that_was_asked_for_children_logs_none(counted, tmp_path: Path) -> None:
    """Lists of children, a child looked for by number, pages that are refused or not there; then one that is broken."""
    own = staffed(counted, tmp_path / "home")
    sought = canaries(own)
    child = max(sought)
    for address in served(own, 19360, log=tmp_path / "log"):
        manager = signed_in(address, Role.TEAM_MANAGER)
        for place in ("/w/", "/p/2019-04/i/CP22/children/", f"/p/2019-04/find/?q={child}"):
            assert manager.get(place).status == 200
        assert manager.get(f"/nowhere/{child}/").status == 404
        assert manager.get("/audit/").status in (403, 404)
    for kept in own.extracts.glob("*/*.parquet"):
        kept.write_bytes(b"broken")  # so that there is something to log
    for address in served(own, 19360, log=tmp_path / "broken"):
        manager = signed_in(address, Role.TEAM_MANAGER)
        assert manager.get("/p/2019-04/i/CP22/children/").status == 500
    said = (tmp_path / "broken").read_bytes()
    assert b"Z ERROR everychild.web: /p/2019-04/i/CP22/children/: " in said
    assert list(hits("log", (tmp_path / "log").read_bytes() + said, sought)) == []


def test_a_page_that_breaks_tells_the_reader_nothing_of_the_inside(home, tmp_path: Path) -> None:
    """And the log where, without what it fell over."""
    own = staffed(home, tmp_path / "home")
    done = subprocess.run(
        [sys.executable, "-m", "tests.web.a_page_that_breaks", str(own.path), SECRET],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    status, _, page = done.stdout.partition("\n")
    assert status == "500"
    assert "<h1>Something went wrong</h1>" in page
    assert not re.search(rf"{SECRET}|KeyError|Traceback|\.py\b|{re.escape(str(own.path))}", page)
    assert re.search(
        r"Z ERROR django\.request: Internal Server Error: /p/2019-04/find/ \| KeyError at .*views\.py:\d+ find",
        done.stderr,
    )
    assert SECRET not in done.stderr
