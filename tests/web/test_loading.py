"""The analyst's month end from the page alone: files in, rows accounted for, a month closed, its overview read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from everychild.journal import people
from everychild.journal.connection import open_journal
from everychild.northbrook import write_files
from everychild.roles import Role
from everychild.store.home import Home
from tests.web.conftest import served
from tests.web.invented import empty_home
from tests.web.staff import PASSWORD

pytestmark = pytest.mark.page
A_WHILE = 120_000


@pytest.fixture(scope="module")
def new_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return empty_home(tmp_path_factory.mktemp("first day") / "home")


@pytest.fixture(scope="module")
def new_server(new_home: Home, home: Home) -> Iterator[str]:
    place = new_home
    open_journal(place)
    people.add("sam", "Sam Okafor", Role.ANALYST, PASSWORD, datetime(2019, 5, 1, tzinfo=UTC), "the test")
    open_journal(home)
    yield from served(place, 18950)


def test_from_dropped_files_to_a_closed_month_without_a_shell(page: Page, new_server: str, tmp_path: Path) -> None:
    (delivery,) = write_files(tmp_path, children=150, months=1)
    files = sorted(path for path in delivery.folder.iterdir() if path.is_file())
    page.goto(f"{new_server}/sign-in/?next=/load/")
    page.get_by_label("Name you sign in by").fill("sam")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Load", exact=True)).to_be_visible()

    page.get_by_label("Files", exact=True).set_input_files(files)
    page.get_by_role("button", name="Read as a trial").click()
    expect(page.get_by_text("Read as a trial: nothing was kept")).to_be_visible(timeout=A_WHILE)
    expect(page.get_by_role("heading", name="Since last time")).to_be_visible()
    page.get_by_role("link", name="Back to loading").click()
    expect(page.get_by_text("Nothing has been loaded yet.")).to_be_visible()

    page.get_by_label("Files", exact=True).set_input_files(files)
    page.get_by_label("Day the data left the case system").fill(delivery.extracted_on.isoformat())
    page.get_by_role("button", name="Load", exact=True).click()
    expect(page.get_by_text("Every row accounted for")).to_be_visible(timeout=A_WHILE)
    assert page.locator("table:has(caption) tbody tr").count() == len(files)
    page.get_by_role("link", name="Back to loading").click()
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_role("link", name="See April 2019")).to_be_visible(timeout=A_WHILE)
    page.get_by_role("link", name="See April 2019").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("April 2019")


def test_a_file_that_is_no_list_is_refused_in_plain_words_and_nothing_is_kept(
    page: Page, new_server: str, new_home: Home, tmp_path: Path
) -> None:
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n")
    page.goto(f"{new_server}/sign-in/?next=/load/")
    page.get_by_label("Name you sign in by").fill("sam")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.get_by_label("Files", exact=True).set_input_files(tmp_path / "notes.csv")
    page.get_by_role("button", name="Load", exact=True).click()
    expect(page.get_by_text("Refused. Nothing was kept.")).to_be_visible(timeout=A_WHILE)
    assert "notes.csv" in page.locator("main").inner_text()
    assert list((new_home.path / ".received").iterdir()) == [], "what was sent lies nowhere when the load is over"


def test_a_trial_after_a_close_says_which_figures_would_move(page: Page, new_server: str, tmp_path: Path) -> None:
    """A corrected file of the closed month, tried: what April would say, beside what its edition says."""
    (delivery,) = write_files(tmp_path, children=150, months=1)
    assessments = next(path for path in delivery.folder.iterdir() if "early_help_assess" in path.name)
    lines = assessments.read_text(encoding="utf-8").splitlines()
    corrected = tmp_path / "corrected.csv"
    corrected.write_text("\n".join([lines[0], *lines[1::2]]) + "\n", encoding="utf-8")
    page.goto(f"{new_server}/sign-in/?next=/load/")
    page.get_by_label("Name you sign in by").fill("sam")
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.get_by_label("Files", exact=True).set_input_files(corrected)
    page.get_by_label("Day the data left the case system").fill("2019-05-04")
    page.get_by_role("button", name="Read as a trial").click()
    expect(page.get_by_role("heading", name="What they would move in April 2019")).to_be_visible(timeout=A_WHILE)
    expect(page.get_by_text("would tell")).to_be_visible()
    expect(page.get_by_text("Unusual: the last loads held about").first).to_be_visible()
