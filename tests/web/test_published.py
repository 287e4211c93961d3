"""The site for everybody: published from a signed month, served by a process that can reach nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from time import sleep

import pytest

from everychild.auditor.solver import NoAnswer, Solver
from everychild.errors import EverychildError, NothingSupplied
from everychild.journal import audit, public_releases
from everychild.journal.committee_calendar import announce, change
from everychild.journal.connection import point_at
from everychild.made_safe import WouldTellTooMuch
from everychild.month_end import open_edition
from everychild.publishing import Outcome, publish
from everychild.released_folder import check_site
from everychild.roles import PARTS, Role, Viewer
from everychild.store.home import Home
from tests.processes import own_port
from tests.web.conftest import served
from tests.web.invented import APRIL
from tests.web.staff import signed_in, staffed
from tests.web.test_papers import signed
from tests.web.visiting import Visit

AT = datetime(2019, 5, 20, 9, tzinfo=UTC)
_PART = PARTS[Role.DEMOCRATIC_SERVICES]
CLERK = Viewer("devi", "Devi Rao", _PART.may, _PART.reach, _PART.title)
SERVE = """
import sys
from pathlib import Path
from everychild.public.serve import serve_public
serve_public(Path(sys.argv[1]), int(sys.argv[2]), lambda address: print(address, flush=True))
"""


@pytest.fixture(autouse=True)
def own_journal(counted: Home) -> None:
    point_at(counted)


@pytest.fixture(scope="module")
def preview(counted: Home, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    point_at(counted)  # made before any fixture of one test
    return publish(counted, APRIL, tmp_path_factory.mktemp("public") / "site", "Ana Lyst", "Analyst", AT)


@pytest.fixture(scope="module")
def public(preview: Outcome) -> Iterator[str]:
    command = [sys.executable, "-c", SERVE, str(preview.folder), str(own_port(19300))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip().rstrip("/")
            _wait_for(address)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=5).close()  # our own address
            return
        except urllib.error.URLError:
            sleep(0.1)
    raise AssertionError("the public server never answered")


@pytest.mark.page
@pytest.mark.parametrize("path", ["/", "/hidden.html", "/data.html", "/measures/CC01.html", "/measures/FD08.html"])
def test_each_page_is_light_readable_and_asks_nobody(visit: Visit, public: str, path: str) -> None:
    page = visit(path, server=public)
    assert page.get_by_role("note").inner_text().startswith("Preview.")
    assert len(page.context.cookies()) == 0
    page.get_by_role("link", name="What is hidden and why").click()
    assert page.locator("h1").inner_text() == "What is hidden and why"


def test_every_link_of_the_site_leads_somewhere_in_it(preview: Outcome) -> None:
    pages = list(preview.folder.rglob("*.html"))
    assert len(pages) > 150
    for page in pages:
        for target in re.findall(r'(?:href|src)="([^"#]+)"', page.read_text(encoding="utf-8")):
            assert not target.startswith(("http", "/", "mailto")), f"{page.name} asks somebody else for {target}"
            assert (page.parent / target).resolve().is_file(), f"{page.name} leads to {target}"


def test_no_exact_number_stands_in_any_published_file(counted: Home, preview: Outcome) -> None:
    """Every count is a multiple of five or a word; whatever else is a number follows from those."""
    text = (preview.folder / "data" / "figures.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) > 2_000
    for row in rows:
        for shown in (row["numerator"], row["denominator"]):
            assert shown in ("", "low", "high") or (int(shown) % 5 == 0 and int(shown) > 7)
    found = open_edition(counted, APRIL)
    assert found is not None
    exact = {(one.ref, one.window.value, str(one.as_at)): one for one in found[1] if one.breakdown is None}
    for row in rows:
        if row["unit"] == "count" and row["window"] != "financial_year" and row["value"]:
            number = exact[row["reference"], row["window"], row["as_at"]].numerator
            assert number is not None
            assert abs(int(row["value"]) - number) <= 2


def test_what_is_hidden_is_no_number_and_no_number_is_spoiled(preview: Outcome) -> None:
    """In one published dashboard the hidden are −100; in a published file 82.3 is 82.300000000000011."""
    text = (preview.folder / "data" / "figures.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    for row in rows:
        assert re.fullmatch(r"(\d+(\.\d{1,2})?)?", row["value"]), row
    hidden = [row for row in rows if "low" in (row["numerator"], row["denominator"])]
    assert len(hidden) > 100
    assert {row["value"] for row in hidden if row["unit"] == "count"} == {""}


def test_a_status_is_told_only_where_the_exact_figure_has_it(counted: Home, preview: Outcome) -> None:
    found = open_edition(counted, APRIL)
    assert found is not None
    page = (preview.folder / "index.html").read_text(encoding="utf-8")
    told = dict(re.findall(r'measures/([A-Z0-9a-z]+)\.html">[^<]*</a></th><td>[^\n]*</td><td>([^<]*)</td>', page))
    words = {"On target", "Off target", "Close to target"}
    stated = {ref: status for ref, status in told.items() if status in words}
    assert len(stated) >= 5, "too few to have looked at any"
    for ref, status in stated.items():
        item = found[0].by_ref(ref)
        assert item is not None
        assert item.status.in_words == status


def test_the_same_month_gives_the_same_bytes(counted: Home, preview: Outcome, tmp_path: Path) -> None:
    again = publish(counted, APRIL, tmp_path / "again", "Somebody Else", "", AT)
    assert again.fingerprint == preview.fingerprint
    for path in preview.folder.rglob("*"):
        if path.is_file():
            assert (again.folder / path.relative_to(preview.folder)).read_bytes() == path.read_bytes(), path.name


def test_a_preview_is_no_release(counted: Home, preview: Outcome) -> None:
    assert preview.is_preview
    assert public_releases.every() == []
    assert not counted.releases.exists()


def test_a_signed_month_is_a_release_written_down_and_kept(counted: Home, tmp_path: Path) -> None:
    own = staffed(counted, tmp_path / "home")
    for address in served(own, 19310):
        signed(address)
    point_at(own)
    first = publish(own, APRIL, tmp_path / "site", "Ana Lyst", "Analyst", AT)
    assert first.number == 1
    assert "Preview." not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    (listed,) = public_releases.every()
    assert (listed.month, listed.fingerprint, listed.who) == ("2019-04", first.fingerprint, "Ana Lyst")
    assert public_releases.of_fingerprint(first.fingerprint) == listed
    assert [(one.action, one.who) for one in audit.entries(action="published")] == [("published", "Ana Lyst")]
    kept = public_releases.folder_of(own, 1)
    assert (kept / "figures.csv").read_bytes() == (tmp_path / "site" / "data" / "figures.csv").read_bytes()
    again = publish(own, APRIL, tmp_path / "site", "Ana Lyst", "Analyst", AT)
    assert again.number == 1, "the same again is the same release"
    assert len(public_releases.every()) == 1


def test_a_month_is_published_from_a_page_and_then_nothing_of_it_changes(counted: Home, tmp_path: Path) -> None:
    own = staffed(counted, tmp_path / "home")
    point_at(own)
    announce("Children’s Scrutiny Committee", date(2019, 6, 18), CLERK, AT)
    announce("Children’s Scrutiny Committee", date(2019, 4, 16), CLERK, AT)
    off = announce("Children’s Scrutiny Committee", date(2019, 7, 16), CLERK, AT)
    change(off.number, None, "The chair is ill.", CLERK, AT)
    for address in served(own, 19320):
        analyst, director = signed_in(address, Role.ANALYST), signed_in(address, Role.DIRECTOR)
        assert "waits for the director" in analyst.get("/publish/").text or "Draft:" in analyst.get("/publish/").text
        signed(address)
        assert "Signed: can be published" in analyst.get("/publish/").text
        offered = re.findall(r'<option value="(2019-..-..|)"', analyst.get("/publish/").text)
        assert offered == ["", "2019-06-18", "2019-04-16"]
        for wrong in ("2019-07-16", "2019-06-19", "soon"):
            refused = analyst.post("/publish/", month="2019-04", meeting=wrong)
            assert refused.status == 400
            assert "Choose a meeting that is in the committee’s calendar" in refused.text
        refused = analyst.post("/publish/", month="2019-04", meeting="2019-04-16")
        assert refused.status == 400
        assert "before April 2019 ends" in refused.text
        asked = analyst.post("/publish/", month="2019-04", meeting="2019-06-18")
        assert asked.status == 302
        piece = asked.headers["location"]
        for _ in range(1500):
            told = analyst.get(piece).text
            if "Done." in told or "Refused" in told:
                break
            sleep(0.2)
        assert "Release 1: April 2019." in told
        assert "With the paper for the meeting on 18 June 2019." in told
        paper = analyst.get("/publish/2019-04/paper/report.html").text
        assert "rounded so that no child can be recognised" in paper
        assert "DRAFT" not in paper
        listed = analyst.get("/publish/").text
        (fingerprint,) = re.findall(r'class="print">([0-9a-f]{12})<', listed)
        assert analyst.get(f"/f/{fingerprint}/").headers["location"] == "/p/2019-04/?v=1"
        front = analyst.get("/publish/2019-04/index.html")
        assert "Eight plain measures" in front.text
        assert "Preview." not in front.text
        assert analyst.get("/publish/2019-04/../../council.toml").status == 404
        assert analyst.get("/publish/2019-04/%2e%2e/%2e%2e/council.toml").status == 404
        (page,) = set(re.findall(r'href="(/c/2019-04/CP22/)"', director.get("/c/2019-04/").text)) or {
            "/c/2019-04/CP22/"
        }
        refused = director.post(page, text="Something else.", save="yes")
        assert refused.status == 400
        assert "nothing of it changes any more" in refused.text
        assert director.post("/c/2019-04/sign/").status == 400


def test_what_the_auditor_learns_and_cannot_mend_is_refused(
    counted: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gives_up(self: Solver) -> None:
        raise NoAnswer

    monkeypatch.setattr(Solver, "spread", gives_up)
    monkeypatch.setattr("everychild.auditor.mending.ROUNDS", 0)
    with pytest.raises(WouldTellTooMuch, match="This release was not written"):
        publish(counted, APRIL, tmp_path / "site", "Ana Lyst", "Analyst", AT)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_something_else_is_left_alone(counted: Home, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all", encoding="utf-8")
    with pytest.raises(EverychildError, match="nothing of it was touched"):
        publish(counted, APRIL, tmp_path, "Ana Lyst", "Analyst", AT)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_month_not_closed_is_not_published(counted: Home, tmp_path: Path) -> None:
    with pytest.raises(NothingSupplied, match="everychild close 2017-01"):
        publish(counted, APRIL - 27, tmp_path / "site", "Ana Lyst", "Analyst", AT)


def test_a_published_file_that_was_changed_is_found(preview: Outcome, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(preview.folder, folder)
    assert check_site(folder).faults == ()
    (folder / "index.html").write_text("<h1>All is well</h1>", encoding="utf-8")
    (folder / "extra.html").write_text("x", encoding="utf-8")
    (folder / "data" / "figures.csv").unlink()
    assert check_site(folder).faults == (
        "data/figures.csv is missing.",
        "extra.html was not published.",
        "index.html has been changed since it was published.",
    )
    told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert told["is_preview"] is True
