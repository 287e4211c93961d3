"""Nothing is published while anything stands in the way, by no road; a draft can always be written and says so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from everychild import publishing
from everychild.auditor import Audit
from everychild.calendar import Month, months_to
from everychild.cli.app import app
from everychild.disclosure.released import release
from everychild.errors import NotAllowed
from everychild.journal import actions, commentary, committee_calendar, ledger, public_releases
from everychild.journal.commentary import Act
from everychild.journal.connection import open_journal
from everychild.journal.models import Edition
from everychild.judgement.agreed import State
from everychild.judgement.decisions import Decision
from everychild.judgement.judged import JudgedEdition
from everychild.judgement.the_list import as_decided
from everychild.made_safe import Progress, Safe
from everychild.month_end import MONTHS_SHOWN, clocks_of, decide, open_edition
from everychild.papers import write_drafts, write_for_members
from everychild.pre_flight import PreFlight, pre_flight
from everychild.publishing import publish_paper
from everychild.roles import PARTS, Role, Viewer
from everychild.store.home import Home
from tests.homes import copy_of
from tests.web.conftest import served
from tests.web.staff import signed_in, staffed

APRIL = Month(2019, 4)
MEETING, IN_TIME, LATE = date(2019, 6, 18), date(2019, 6, 10), date(2019, 6, 11)
NOW = datetime(2019, 5, 9, 9, tzinfo=UTC)
WORDS = "The team is short of workers. Visits are planned within 10 working days."


def as_a(role: Role) -> Viewer:
    part = PARTS[role]
    return Viewer(role.value, "Jo Okafor", part.may, part.reach, part.title)


MANAGER, DIRECTOR, CLERK = as_a(Role.TEAM_MANAGER), as_a(Role.DIRECTOR), as_a(Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def own_home(home: Home, tmp_path: Path) -> Home:
    own = copy_of(home, tmp_path / "home")
    open_journal(own)
    return own


def april(own: Home, number: int | None = None) -> JudgedEdition:
    found = open_edition(own, APRIL, number)
    assert found is not None
    return found[0]


def approve(own: Home, ref: str, text: str = WORDS) -> None:
    edition = ledger.newest_edition(APRIL)
    assert edition is not None
    commentary.act(edition, ref, Act.SENT, text, MANAGER, NOW)
    commentary.act(edition, ref, Act.APPROVED, "", DIRECTOR, NOW)


def made_ready(own: Home, text: str = WORDS) -> None:
    """Every area confirmed, every flagged indicator with words, the month signed, the meeting in the calendar."""
    for area in april(own).areas:
        decide(own, APRIL, area.area.name, Decision.CONFIRMED, "Jo Okafor", "Director", "", NOW)
    flagged = [item.ref for area in as_decided(april(own)).areas for item in area.judged]
    for ref in flagged:
        approve(own, ref, text)
    edition = ledger.newest_edition(APRIL)
    assert edition is not None
    commentary.sign(edition, flagged, DIRECTOR, NOW)
    committee_calendar.announce("Scrutiny", MEETING, CLERK, NOW)


def look(own: Home, today: date = IN_TIME) -> PreFlight:
    return pre_flight(april(own), MEETING, today)


def standing(found: PreFlight) -> dict[str, tuple[str, ...]]:
    return {check.title: check.found for check in found.checks if check.found}


def test_of_a_month_nobody_has_looked_at_everything_a_person_must_do_stands_in_the_way(own_home: Home) -> None:
    found = look(own_home)
    titles = {check.title for check in found.failures}
    assert titles == {
        "A person has confirmed each area for improvement",
        "Each flagged indicator has words that are approved",
        "The month is signed, and the signature holds",
    }
    assert len(standing(found)["A person has confirmed each area for improvement"]) == len(april(own_home).areas)


def test_when_everything_is_done_nothing_stands_in_the_way(own_home: Home) -> None:
    made_ready(own_home)
    found = look(own_home)
    assert found.may_be_published
    assert standing(found) == {}


def test_what_a_clerk_should_know_does_not_stop_a_paper(own_home: Home) -> None:
    """Late by a day, a meeting that is in no calendar, and an action nothing was said of."""
    made_ready(own_home)
    edition = ledger.newest_edition(Month(2019, 2))
    assert edition is not None
    actions.agree(edition, "CP22", "Plan ahead", "Team manager", date(2019, 5, 20), MANAGER, NOW)
    found = pre_flight(april(own_home), date(2019, 6, 19), date(2019, 6, 12))
    assert found.may_be_published
    assert set(standing(found)) == {
        "The meeting is in the committee’s calendar",
        "The papers can be out in time",
        "Something was said of each action that is due",
    }
    assert "Monday 10 June 2019" in standing(look(own_home, LATE))["The papers can be out in time"][0]


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        ("We saw 987,654 families.", "Every number in the words is one of the figures", "987,654"),
        ("3 children moved away.", "No small number stands in the words", "“3”"),
        ("Only two families asked.", "No small number stands in the words", "“two”"),
        ("There were 5 of them.", "No small number stands in the words", "“5”"),
    ],
)
def test_words_with_a_number_that_may_not_stand_stop_a_paper(own_home: Home, text: str, title: str, names: str) -> None:
    made_ready(own_home, text)
    (check,) = look(own_home).failures
    assert check.title == title
    assert names in check.found[0]


@pytest.mark.parametrize(
    "text",
    [
        "It takes 5 working days, for 2 teams, by 3 September 2031.",
        "We ask again in three months; 4% is little and so are two points.",
        "In 2018-19 it was otherwise.",
    ],
)
def test_durations_days_and_percentages_tell_of_nobody(own_home: Home, text: str) -> None:
    made_ready(own_home, text)
    assert "No small number stands in the words" not in standing(look(own_home))
    assert not any("2031" in line or "2018" in line for line in sum(standing(look(own_home)).values(), ()))


def test_words_about_an_action_are_held_to_the_same(own_home: Home) -> None:
    made_ready(own_home)
    edition = ledger.newest_edition(APRIL)
    assert edition is not None
    agreed = actions.agree(edition, "CP22", "Visit the 4 children", "Manager", date(2019, 9, 1), MANAGER, NOW)
    assert f"Action {agreed.number}: “4”" in standing(look(own_home))["No small number stands in the words"][0]
    actions.change(agreed.number, State.DONE, "All 3 were seen.", edition, MANAGER, NOW)
    assert len(standing(look(own_home))["No small number stands in the words"]) == 2


@pytest.mark.parametrize(
    ("reasons", "names"),
    [
        ("None. This paper holds no information about any one child.", ()),
        ("Exempt under paragraphs 1 and 2 of Part 1 of Schedule 12A to the Local Government Act 1972.", ()),
        ("Exempt under paragraph 1: it tells of 3 children in one home.", ("“3”",)),
        ("In part 2 children could be recognised.", ("“2”",)),
        ("Section 4 families live close by.", ("“4”",)),
    ],
)
def test_why_a_paper_is_exempt_is_held_to_the_same_and_may_name_the_law(
    own_home: Home, reasons: str, names: tuple[str, ...]
) -> None:
    """A paragraph of a Schedule counts nobody; children in the same words do."""
    made_ready(own_home)
    known = april(own_home)
    committee = replace(known.council.committee, part_2_reasons=reasons)
    edition = replace(known, council=replace(known.council, committee=committee))
    found = standing(pre_flight(edition, MEETING, IN_TIME)).get("No small number stands in the words", ())
    assert [name in line and "part_2_reasons" in line for name, line in zip(names, found, strict=True)] == [
        True for _ in names
    ]


def test_an_earlier_edition_and_one_that_is_not_kept_are_not_published(own_home: Home) -> None:
    made_ready(own_home)
    found = pre_flight(april(own_home, 1), MEETING, IN_TIME)
    assert "The month is closed, and this is its newest edition" in {check.title for check in found.failures}


def test_nothing_is_written_for_members_while_anything_stands_in_the_way(own_home: Home, tmp_path: Path) -> None:
    """The refusal names each; a draft is written all the same. Made ready, it is written and is no draft."""
    to = tmp_path / "papers"
    with pytest.raises(NotAllowed, match=r"(?s)not ready to be published.*signed.*Nobody’s signature holds"):
        write_for_members(own_home, april(own_home), MEETING, to, IN_TIME)
    assert not to.exists()
    write_drafts(own_home, april(own_home), MEETING, to / "draft")
    assert "DRAFT" in (to / "draft" / "report.html").read_text(encoding="utf-8")
    made_ready(own_home)
    write_for_members(own_home, april(own_home), MEETING, to, IN_TIME)
    page = (to / "report.html").read_text(encoding="utf-8")
    assert "DRAFT" not in page
    assert "For Members, not for publication" in page


@pytest.fixture
def attacked(own_home: Home, monkeypatch: pytest.MonkeyPatch) -> list[Month]:
    """The months that were made safe: the attack itself has tests of its own, and takes its time."""
    asked: list[Month] = []

    def safe(home: Home, month: Month, tell: Progress) -> tuple[Edition, Safe, int]:
        asked.append(month)
        kept, opened = ledger.newest_edition(month), open_edition(home, month)
        assert kept is not None
        assert opened is not None
        edition, figures = opened
        released = release(edition, figures, clocks_of(edition.council), months_to(month, MONTHS_SHOWN))
        return kept, Safe(released, Audit(1, 1, (), 0), (), ()), 0

    monkeypatch.setattr(publishing, "made_safe", safe)
    return asked


def test_a_paper_for_publication_is_of_audited_numbers_alone_and_kept_as_a_release(
    own_home: Home, tmp_path: Path, attacked: list[Month]
) -> None:
    """No exact figure leaves by it: it is rounded, has no workbook, and the next release is attacked with it at hand."""
    made_ready(own_home)
    written = publish_paper(own_home, APRIL, MEETING, tmp_path / "out", "Jo Okafor", "Director", NOW)
    assert sorted(path.name for path in written) == ["report.docx", "report.html", "report.pdf"]
    assert attacked == [APRIL]
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "rounded so that no child can be recognised" in page
    assert "DRAFT" not in page
    assert "not for publication" not in page
    publish_paper(own_home, APRIL, MEETING, tmp_path / "again", "Jo Okafor", "Director", NOW)
    (kept,) = public_releases.every()
    assert (kept.month, kept.who) == ("2019-04", "Jo Okafor")
    assert (public_releases.folder_of(own_home, kept.number) / "figures.csv").is_file()


@pytest.mark.usefixtures("attacked")
def test_a_paper_for_publication_waits_for_the_same_as_members_own(own_home: Home, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="Nobody’s signature holds"):
        publish_paper(own_home, APRIL, MEETING, tmp_path / "out", "Jo Okafor", "Director", NOW)
    assert public_releases.every() == []
    assert not (tmp_path / "out").exists()


def test_the_command_looks_first_and_refuses_like_the_page(own_home: Home, tmp_path: Path) -> None:
    asked = ["report", "2019-04", "--meeting", "2019-06-18", "--home", str(own_home.path)]
    looked = CliRunner().invoke(app, [*asked, "--pre-flight", "--json"])
    assert looked.exit_code == 1
    told = json.loads(looked.stdout)
    assert sum(check["is_failure"] for check in told) == 3
    refused = CliRunner().invoke(app, [*asked, "--for-publication", "--to", str(tmp_path / "papers")])
    assert isinstance(refused.exception, NotAllowed)
    assert not (tmp_path / "papers").exists()
    for others in ("--for-members", "--members-set", "--without-exceptions"):
        both = CliRunner().invoke(app, [*asked, "--for-publication", others, "--to", str(tmp_path / "papers")])
        assert "has the parts of the public page" in str(both.exception)
    open_journal(own_home)
    made_ready(own_home)
    looked = CliRunner().invoke(app, [*asked, "--pre-flight"])
    assert looked.exit_code == 0
    assert "signature holds: fine." in looked.stdout


@pytest.fixture
def own_server(home: Home, tmp_path: Path) -> Iterator[str]:
    yield from served(staffed(home, tmp_path / "staffed"), 19200)


def test_the_builder_shows_what_stands_in_the_way_and_offers_a_draft_alone(own_server: str) -> None:
    clerk = signed_in(own_server, Role.DEMOCRATIC_SERVICES)
    chosen = "/r/build/?month=2019-04&meeting=2019-06-18&members_set=yes"
    page = clerk.get(chosen).text
    assert "Stands in the way" in page
    assert "The Members’ set" in page
    assert 'name="for_members"' not in page
    refused = clerk.post("/r/", month="2019-04", meeting="2019-06-18", for_members="yes")
    assert refused.status == 400
    assert "It was not written for Members" in refused.text
    assert clerk.get("/r/build/?month=2019-04&meeting=soon").status == 400
    assert clerk.get("/r/build/?month=2019-04/x&meeting=2019-06-18").status == 400
    assert clerk.get("/r/build/?month=2019-04/9&meeting=2019-06-18").status == 404
    assert "edition 1" in clerk.get("/r/build/?month=2019-04/1&meeting=2019-06-18").text
    assert signed_in(own_server, Role.COUNCILLOR).get(chosen).status == 403


def test_a_draft_is_for_those_who_write_papers(own_server: str) -> None:
    import time

    clerk, councillor = signed_in(own_server, Role.DEMOCRATIC_SERVICES), signed_in(own_server, Role.COUNCILLOR)
    answer = clerk.post("/r/", month="2019-04", meeting="2019-06-18", as_a_draft="yes")
    assert answer.status == 302
    until = time.monotonic() + 120
    while "Written as a draft" not in clerk.get(answer.headers["location"]).text:
        assert time.monotonic() < until, clerk.get(answer.headers["location"]).text
        time.sleep(0.2)
    (draft,) = re.findall(r'href="(/r/2019-04/draft/report\.html)"', clerk.get("/r/").text)
    assert "DRAFT" in clerk.get(draft).text
    assert "One page for the lead member and the director" in clerk.get("/r/").text
    assert clerk.get("/r/2019-04/draft/brief.pdf").status == 200
    assert councillor.get("/r/2019-04/draft/brief.pdf").status in (403, 404)
    assert councillor.get("/r/2019-04/brief.pdf").status == 404
    assert councillor.get(draft).status == 403
    assert "draft" not in councillor.get("/r/").text.lower()
    assert clerk.get("/r/2019-04/draft/council.toml").status == 404
