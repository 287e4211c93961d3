"""Finding: by reference, title, other names, teams and pages, and with a slip of the finger."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild.catalogue import CATALOGUE
from everychild.catalogue.heard import HEARD
from everychild.roles import Role
from everychild.web.searching import Entry, code_in, entry, search, words_of
from tests.web.staff import signed_in
from tests.web.visiting import Visit

GLOSSARY = Path(__file__).parents[2] / "GLOSSARY.md"
ABOUT_KEEPING = {"retention schedule", "right to be forgotten", "sar", "dsar", "litigation hold"}
NOT_OF_FIGURES = ABOUT_KEEPING | {
    "dry run",
    "recording lag",
    "rebase",
    "recalculated limits",
    "locum",
    "in-house carers",
    "sn",
}
"""Said of how we work or count: no indicator goes by them, and the page says so."""


@pytest.fixture(scope="module")
def entries() -> list[Entry[str]]:
    """Every indicator of the catalogue, by what the page would find it by."""
    return [
        entry(
            one.ref,
            (one.ref, one.title, one.section.title, *one.synonyms, one.area.title if one.area else ""),
            (one.meaning, one.why, one.of.counted_in),
        )
        for one in CATALOGUE
    ]


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("re-referrals", "FD08"),
        ("rereferral", "FD08"),
        ("repeat referrals", "FD08"),
        ("ICPC", "CP06"),
        ("icpcs on time", "CP08"),
        ("CiN", "CN01"),
        ("cin plans", "CN02"),
        ("LAC reviews", "RH01"),
        ("children looked after", "RH01"),
        ("lac visits", "CC09"),
        ("rhi", "MS06"),
        ("45 days", "AS02"),
        ("supervision", "WF07"),
    ],
)
def test_what_people_say_finds_what_they_mean(entries: list[Entry[str]], typed: str, among: str) -> None:
    assert among in search(entries, typed).found


@pytest.mark.parametrize(
    ("typed", "put_right", "among"),
    [
        ("refferal", "referral", "FD03"),
        ("supervison", "supervision", "WF07"),
        ("confrence on time", "conference on time", "CP08"),
        ("asessment", "assessment", "AS02"),
        ("dentel checks", "dental check", "RH08"),
    ],
)
def test_a_slip_is_forgiven_and_said(entries: list[Entry[str]], typed: str, put_right: str, among: str) -> None:
    found = search(entries, typed)
    assert found.instead == put_right
    assert among in found.found


def test_what_nobody_says_finds_nothing(entries: list[Entry[str]]) -> None:
    for typed in ("", "   ", "zzzz", "!!!", "aardvark"):
        assert search(entries, typed).found == ()


def test_everything_the_glossary_says_is_also_heard_is_looked_for(entries: list[Entry[str]]) -> None:
    """A short form added to the glossary must lead somewhere, or be named here as leading nowhere."""
    heard = [
        re.split(r" for ", name.strip())[0].removeprefix("and ").removeprefix("once a ").strip(" .").lower()
        for line in re.findall(r"\*Also heard: ([^*]*)\*", GLOSSARY.read_text(encoding="utf-8"))
        for name in re.split(r"[,;]", line)
    ]
    assert len(heard) > 60
    lost = [name for name in heard if not search(entries, name).found or search(entries, name).instead]
    assert set(lost) <= NOT_OF_FIGURES | {"the assessed and supported year in employment"}, lost


def test_every_short_form_leads_somewhere(entries: list[Entry[str]]) -> None:
    lost = {heard for heard in HEARD if not search(entries, heard).found}
    assert lost <= NOT_OF_FIGURES, lost


@given(st.sampled_from([one.ref for one in CATALOGUE]), st.sampled_from(["", " ", "-"]), st.booleans())
def test_a_reference_is_known_however_it_is_typed(ref: str, between: str, lower: bool) -> None:
    typed = f"{ref[:2]}{between}{ref[2:]}"
    assert code_in(typed.lower() if lower else typed) == ref.upper()


@given(st.text(max_size=80))
def test_nothing_that_can_be_typed_breaks_it(typed: str) -> None:
    assert isinstance(words_of(typed), list)
    search([entry("one", ("Children referred again",))], typed)


def test_a_team_leads_to_its_figures_and_its_worklist(staff_server: str) -> None:
    """The worklist only for whoever reaches that team."""
    page = signed_in(staff_server, Role.ANALYST).get("/p/2019-04/find/?q=north+1").text
    assert re.search(r'href="/p/2019-04/i/[A-Z0-9]+/\?by=team#breakdown"', page)
    assert 'href="/w/?team=North+1"' in page
    assert (
        'href="/w/?team=North+1"'
        not in signed_in(staff_server, Role.TEAM_MANAGER).get("/p/2019-04/find/?q=north+1").text
    )


def test_a_page_is_found_by_those_who_may_open_it(staff_server: str) -> None:
    analyst, democratic = (signed_in(staff_server, role) for role in (Role.ANALYST, Role.DEMOCRATIC_SERVICES))
    for typed, address in (
        ("load", "/load/"),
        ("targets", "/targets/"),
        ("uplaod", "/load/"),
        ("power bi", "/tokens/"),
    ):
        main = analyst.get(f"/p/2019-04/find/?q={typed.replace(' ', '+')}").text.partition("<main")[2]
        assert f'href="{address}"' in main, typed
        main = democratic.get(f"/p/2019-04/find/?q={typed.replace(' ', '+')}").text.partition("<main")[2]
        assert f'href="{address}"' not in main, typed


def test_a_code_jumps_and_an_old_edition_is_kept_to(staff_server: str) -> None:
    visitor = signed_in(staff_server, Role.ANALYST)
    answer = visitor.get("/p/2019-04/find/?q=cp+22&v=1")
    assert (answer.status, answer.headers["location"]) == (302, "/p/2019-04/i/CP22/?v=1")
    anywhere = visitor.get("/find/?q=re-referrals")
    assert (anywhere.status, anywhere.headers["location"]) == (302, "/p/2019-04/find/?q=re-referrals")


@pytest.mark.page
@pytest.mark.parametrize("typed", ["lac", "refferal", "north", "child protection", "aardvark", ""])
def test_what_is_found_reads_well(visit: Visit, typed: str) -> None:
    visit(f"/p/2019-04/find/?q={typed.replace(' ', '+')}")
