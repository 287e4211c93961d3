"""What the server answers, asked without a browser: redirects, twins, caching, refusals, and every link."""

from __future__ import annotations

import csv
import http.client
import io
import json
import re
import time
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

import pytest

from everychild.roles import Role
from everychild.store.home import Home
from tests.web.answering import Answer
from tests.web.invented import APRIL, FEBRUARY
from tests.web.staff import signed_in


class Asking:
    """One connection to the server, kept open."""

    def __init__(self, server: str) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=30)

    def __call__(self, path: str, method: str = "GET", **headers: str) -> Answer:
        self.connection.request(
            method, path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        response = self.connection.getresponse()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())


@pytest.fixture
def ask(server: str) -> Iterator[Asking]:
    asking = Asking(server)
    yield asking
    asking.connection.close()


def test_the_front_door_leads_to_the_latest_month_by_its_own_address(ask: Asking) -> None:
    """What is bookmarked is what was seen: the month is in the address and "latest" is not."""
    first = ask("/")
    assert (first.status, first.headers["location"]) == (302, "/p/latest/")
    second = ask("/p/latest/")
    assert (second.status, second.headers["location"]) == (302, "/p/2019-04/")


def test_the_server_says_it_is_well(ask: Asking) -> None:
    assert ask("/health").text == "fine\n"


def test_every_link_leads_somewhere(ask: Asking) -> None:
    """Addresses are written in one place and answered in another: following each shows that the two agree."""
    waiting, seen = ["/p/2019-04/", "/p/2019-04/?v=1"], set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = ask(path)
        assert answer.status == 200, path
        if "text/html" in answer.headers["content-type"]:
            links = re.findall(r'(?:href|src|srcset)="(/[^"]*)"', answer.text)
            waiting += [unescape(link).partition("#")[0] for link in links if _is_worth_following(link)]
    assert len(seen) > 150


def test_every_link_from_an_older_edition_stays_in_it(staff_server: str) -> None:
    """For whoever may follow the most: pages, twins, pictures and children. Two ways out alone, and each says so."""
    analyst = signed_in(staff_server, Role.ANALYST)
    waiting, seen = ["/p/2019-04/?v=1"], set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = analyst.get(path)
        assert answer.status == 200, path
        if "text/html" not in answer.headers["content-type"]:
            continue
        assert (
            "This edition has been replaced" in answer.text or 'value="/p/2019-04/i/EH04/children/?v=1"' in answer.text
        )
        links = {
            unescape(link).partition("#")[0] for link in re.findall(r'(?:href|src|srcset)="(/p/[^"]*)"', answer.text)
        }
        newest, other_months = path.partition("?")[0], "/p/2019-03/"
        out = {link for link in links if "v=1" not in link and not link.startswith(other_months)}
        assert out <= {newest, "/p/latest/"}, (path, out)
        waiting += [link for link in links if "v=1" in link and ("/i/" not in link or "/i/EH04" in link)]
    assert any("children" in path for path in seen)
    assert len(seen) > 20


def _is_worth_following(link: str) -> bool:
    """Every page; of the twins and pictures, those of two indicators."""
    is_page = link.startswith("/p/2019-04/") and link.partition("?")[0].endswith("/")
    return (is_page and "by=" not in link) or any(name in link for name in ("2019-04/i/EH04", "2019-04/i/MS08"))


@pytest.mark.parametrize("by", [None, "team"])
def test_the_json_twin_is_what_the_command_prints(ask: Asking, home: Home, by: str | None) -> None:
    """A figure is one thing everywhere."""
    from everychild import shapes
    from everychild.month_end import open_edition

    edition, figures = open_edition(home, APRIL) or pytest.fail("April is closed")
    own = [figure for figure in figures if figure.ref == "EH04"]
    said = json.loads(ask(f"/p/2019-04/i/EH04.json{f'?by={by}' if by else ''}").text)
    assert said == json.loads(shapes.as_json(shapes.figure_shapes(edition, own, by)))
    assert said[0]["value"] == pytest.approx(43, abs=0.5)
    if by is None:
        every = json.loads(ask("/p/2019-04/figures.json").text)
        assert every == json.loads(shapes.as_json(shapes.figure_shapes(edition, figures, None)))
        flags = json.loads(ask("/p/2019-04/flags.json").text)
        assert flags == json.loads(json.dumps([shapes.area_shape(area, edition) for area in edition.areas]))


TWINS = {
    "": "overview",
    "find/": "find",
    "s/child-protection/": "s/child-protection",
    "i/EH04/": "i/EH04",
    "quality/": "quality",
    "profile/": "profile",
    "sources/": "sources",
}
"""For each page of a month, the address of its twins without their ending."""

NO_TWIN = {"children/"}
"""Lists of children, which leave the server as a page and in no other way."""


def test_every_page_of_a_month_has_its_twins(staff_server: str, home: Home) -> None:
    """By the list of addresses: a new page that shows figures fails here until it says what its twins are."""
    from tests.web.test_access import SAMPLES

    paths = {sample.partition("?")[0] for sample in SAMPLES.values() if sample.startswith("/p/2019-04/")}
    pages = {re.sub(r"^/p/2019-04/", "", path).replace("i/CP22", "i/EH04") for path in paths if path.endswith("/")}
    pages = {page for page in pages if not any(page.endswith(none) for none in NO_TWIN)}
    assert pages == set(TWINS)
    analyst = signed_in(staff_server, Role.ANALYST)
    for page, twin in TWINS.items():
        asked = "?q=plan" if page == "find/" else ""
        data = analyst.get(f"/p/2019-04/{twin}.json{asked}")
        table = analyst.get(f"/p/2019-04/{twin}.csv{asked}")
        assert (data.status, table.status) == (200, 200), page
        assert table.headers["content-disposition"].startswith("attachment; filename="), page
        rows, listed = json.loads(data.text), list(csv.DictReader(io.StringIO(table.text.removeprefix("\ufeff"))))
        assert len(rows) == len(listed), page
        if rows:
            assert list(rows[0]) == list(listed[0]), page
            assert not any(value.startswith(("{", "[")) for row in listed for value in row.values()), page


def test_a_pages_twin_tells_every_row_the_page_does(staff_server: str) -> None:
    analyst = signed_in(staff_server, Role.ANALYST)
    every = json.loads(analyst.get("/p/2019-04/overview.json").text)
    assert len(every) == len({row["ref"] for row in every}) > 90
    for section in ("child-protection", "early-help"):
        page = analyst.get(f"/p/2019-04/s/{section}/").text.partition("<main")[2]
        rows = json.loads(analyst.get(f"/p/2019-04/s/{section}.json").text)
        assert {row["ref"] for row in rows} == set(re.findall(r'href="/p/2019-04/i/([A-Z]+[0-9]+[a-z]?)/"', page))
        assert rows == [row for row in every if row["ref"] in {one["ref"] for one in rows}]
    old = json.loads(analyst.get("/p/2019-04/overview.json?v=1").text)
    assert old != every
    assert analyst.get("/p/2019-04/s/no-such.json").status == 404
    flags = list(csv.DictReader(io.StringIO(analyst.get("/p/2019-04/flags.csv").text.removeprefix("\ufeff"))))
    areas = json.loads(analyst.get("/p/2019-04/flags.json").text)
    assert list(dict.fromkeys(row["area"] for row in flags)) == [area["area"] for area in areas]


def test_the_spreadsheet_twin_holds_the_same_rows(ask: Asking) -> None:
    """Named for its month, and with the mark Excel needs to read curly quotes."""
    answer = ask("/p/2019-04/i/EH04.csv?by=team")
    assert answer.headers["content-disposition"] == 'attachment; filename="EH04-2019-04.csv"'
    assert answer.text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(answer.text[1:])))
    data = json.loads(ask("/p/2019-04/i/EH04.json?by=team").text)
    assert [row["title"] for row in rows] == [row["title"] for row in data]
    assert [row["value"] for row in rows] == ["" if row["value"] is None else str(row["value"]) for row in data]


def test_a_team_called_like_a_formula_is_text_in_a_spreadsheet() -> None:
    """A name comes from the case system; a spreadsheet must not run it."""
    from everychild.web.twins import as_csv

    written = as_csv([{"group": "=HYPERLINK(1)", "value": -3}, {"group": "North 1", "value": 2}])
    assert "'=HYPERLINK(1),-3" in written
    assert "North 1,2" in written


def test_an_unchanged_page_is_not_sent_twice(ask: Asking) -> None:
    first = ask("/p/2019-04/i/EH04/")
    again = ask("/p/2019-04/i/EH04/", If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert first.headers["cache-control"] == "private, no-cache"


def test_the_overview_is_quick_once_its_edition_is_in_memory(ask: Asking) -> None:
    ask("/p/2019-04/")
    taken = []
    for _ in range(5):
        began = time.monotonic()
        ask("/p/2019-04/")
        taken.append(time.monotonic() - began)
    assert min(taken) < 0.3


def test_an_edition_is_read_once(home: Home) -> None:
    """The same edition is the same object; another edition of the month is another."""
    from everychild.web.editions import ask as edition_asked

    first, second = (edition_asked(home, "2019-04", None) for _ in range(2))
    assert first.opened is second.opened
    older = edition_asked(home, "2019-04", "1")
    assert older.opened is not first.opened
    assert (older.opened.number, first.opened.number) == (1, 2)


def test_two_editions_of_a_month_each_keep_their_own_figure(ask: Asking) -> None:
    """Edition 2 corrected one count; edition 1 still says what it said."""
    first, second = (json.loads(ask(f"/p/2019-04/i/EH03.json?v={number}").text) for number in (1, 2))
    headline = [next(row for row in rows if row["as_at"] == "2019-04-30") for rows in (first, second)]
    assert headline[0]["value"] != headline[1]["value"]


def test_pages_are_read_and_never_written_to(ask: Asking) -> None:
    assert ask("/p/2019-04/", method="POST").status in (403, 405)


def test_no_other_name_is_answered_to(ask: Asking) -> None:
    """A page made for another host's name could be kept and shown to someone else."""
    assert ask("/p/2019-04/", Host="evil.example").status == 400


def test_an_unknown_breakdown_lists_the_ways_there_are(ask: Asking) -> None:
    answer = ask("/p/2019-04/i/EH04/?by=postcode")
    assert answer.status == 404
    assert "by=team" in answer.text
    assert ask("/p/2019-04/i/EH04.json?by=postcode").status == 404


@pytest.mark.parametrize("edition", ["0", "9", "two", "", "99999999999"])
def test_only_an_edition_that_exists_is_shown(ask: Asking, edition: str) -> None:
    assert ask(f"/p/2019-04/?v={edition}").status == (200 if edition == "" else 404)


def test_a_style_sheet_is_kept_for_good_under_an_address_that_changes_with_it(ask: Asking) -> None:
    address = re.search(r'href="(/static/everychild.css\?[0-9a-f]+)"', ask("/p/2019-04/").text)
    assert address
    answer = ask(address.group(1))
    assert answer.status == 200
    assert "max-age=31536000" in answer.headers["cache-control"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_kept_file_that_was_changed_is_refused_in_plain_words(ask: Asking, home: Home) -> None:
    """Figures are checked against the journal when read: a changed file shows no figure at all."""
    from everychild.journal import ledger

    edition = ledger.newest_edition(FEBRUARY)
    assert edition is not None
    (home.path / edition.figures_path).write_bytes(b"not the figures that were frozen")
    answer = ask("/p/2019-02/")
    assert answer.status == 500
    assert "has changed since it was kept" in answer.text
    assert "<h1>This page cannot be shown</h1>" in answer.text


def test_the_funnel_is_drawn_where_there_is_one(ask: Asking) -> None:
    """As a picture that runs nothing; where there is none, a page says so."""
    for path in ("/p/2019-04/i/FD08-funnel.svg", "/p/2019-04/i/FD08-funnel-narrow.svg"):
        answer = ask(path)
        assert answer.status == 200
        assert answer.headers["content-type"] == "image/svg+xml"
        assert "<title>" in answer.text
    assert ask("/p/2019-04/i/EH03-funnel.svg").status == 404


def test_published_numbers_stand_with_their_licence(ask: Asking) -> None:
    """On the page of an indicator that something is published of, and on no other."""
    licence = "Open Government Licence v3.0"
    assert licence in ask("/p/2019-04/i/FD08/").text
    assert licence not in ask("/p/2019-04/i/EH03/").text
