"""The committee’s paper on the public page: of released numbers alone, and refused where anything else stands in it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from everychild import made_safe as safety
from everychild import publishing
from everychild.auditor import Audit
from everychild.calendar import months_to
from everychild.council import Baseline
from everychild.disclosure.longer import offers
from everychild.disclosure.released import ReleasedEdition, release
from everychild.errors import NotAllowed
from everychild.journal import ledger
from everychild.journal.connection import point_at
from everychild.judgement.agreed import Agreed
from everychild.judgement.decisions import Decision, FlagDecision
from everychild.judgement.judged import JudgedEdition
from everychild.made_safe import Safe
from everychild.measure.figure import Absent, Figure, Window
from everychild.month_end import MONTHS_SHOWN, clocks_of, open_edition
from everychild.public_paper import refuse_what_is_not_told
from everychild.publishing import publish
from everychild.released import pages
from everychild.released_folder import check_site
from everychild.report import cells
from everychild.report.committee import committee_paper
from everychild.report.contents import Contents
from everychild.report.document import Bullets, Cell, Heading, Look, Paper, Paragraph, Table, Tone, Words
from everychild.report.for_everybody import TOO_FEW_TO_SAY, as_agreed, as_told
from everychild.report.only_told import not_told
from everychild.store.home import Home
from tests.web.invented import APRIL

MEETING = date(2019, 6, 18)
AT = datetime(2019, 5, 20, 9, tzinfo=UTC)
ROUNDED = Contents(members_set=True, is_rounded=True)


@pytest.fixture(scope="module")
def released(home: Home) -> ReleasedEdition:
    point_at(home)  # made before any fixture of one test
    found = open_edition(home, APRIL)
    assert found is not None
    edition, figures = found
    clocks, months = clocks_of(edition.council), months_to(APRIL, MONTHS_SHOWN)
    alone = release(edition, figures, clocks, months)
    together = [cells[0].key for cells in offers(alone, figures).values()]
    return release(edition, figures, clocks, months, together=together)


@pytest.fixture(scope="module")
def told(released: ReleasedEdition) -> JudgedEdition:
    return as_told(released, clocks_of(released.edition.council), months_to(APRIL, MONTHS_SHOWN))


@pytest.fixture(scope="module")
def paper(told: JudgedEdition) -> Paper:
    return committee_paper(told, MEETING, contents=ROUNDED)


def test_every_number_in_its_tables_is_a_released_one(paper: Paper, released: ReleasedEdition) -> None:
    """And there are many: a check that looks at nothing would pass too."""
    assert not_told(paper, released) == ()
    numbers = [
        cell.text
        for table in paper.tables
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if column.is_number and re.search(r"\d", cell.text)
    ]
    assert len(numbers) >= 30


def test_the_paper_of_exact_numbers_would_not_pass(released: ReleasedEdition) -> None:
    """The negative control: the same paper made of the edition itself says hundreds of numbers nobody released."""
    exact = committee_paper(released.edition, MEETING, contents=Contents(members_set=True))
    assert len(not_told(exact, released)) > 50


def test_no_count_is_told_but_in_fives_and_nothing_of_groups_or_of_a_year_so_far(told: JudgedEdition) -> None:
    for item in told.indicators:
        for figure in (*item.history, *item.charted, *item.financial_years.values()):
            if item.indicator.is_counted and figure.absent is None and figure.numerator is not None:
                assert figure.numerator % 5 == 0
                assert figure.numerator > 7
        assert not item.groups
        assert not item.groups_last_month
        assert not item.by_other_rules
        assert item.year_to_date is None or item.year_to_date.absent is not None
        assert item.rolling_12 is None or item.rolling_12.absent is not None or item.told_longer is not None


def test_where_one_month_would_be_small_numbers_several_stand_there_together_and_it_is_said(
    told: JudgedEdition, paper: Paper, released: ReleasedEdition
) -> None:
    """In April no quarter and no year so far holds the month and more: twelve months do."""
    longer = [item for item in told.indicators if item.told_longer is not None]
    assert len(longer) > 20
    for item in longer:
        assert item.value is None
        assert item.told_longer is not None
        assert (item.told_longer.window, item.told_longer.as_at) == (Window.ROLLING_12, APRIL)
        if item.indicator.is_share:
            value = item.value_of(item.told_longer)
            assert value is not None
            assert value.denominator == 1
    said = [cell.text for table in paper.tables for row in table.rows for cell in row]
    why = "In the twelve months to April 2019 together, because one month would be small numbers"
    assert sum(why in text for text in said) >= 3  # the paper has the Members’ set alone
    hidden = pages.hidden(released, "", ())
    assert {title for title, _ in hidden.together} == {item.title for item in longer}
    assert {when for _, when in hidden.together} == {"Twelve months to April 2019"}


def test_its_page_names_the_longer_time(released: ReleasedEdition) -> None:
    item = next(one for one in released.indicators if one.longer is not None and one.judged.indicator.is_share)
    page = pages.measure(item, None, released)
    assert "in the twelve months to April 2019 together, because one month would be small numbers." in page.sentence
    (row,) = page.together
    assert row.when == "Twelve months to April 2019"


def test_the_areas_are_those_people_decided_on_and_say_no_more_of_why_than_rounded_numbers_do(
    told: JudgedEdition, released: ReleasedEdition
) -> None:
    """Where they are too few, that is said; a reason by a target it is too close to is not."""
    assert [area.area for area in told.areas] == [area.area for area in released.edition.areas]
    by_ref = {item.ref: item for item in released.indicators}
    for area in told.areas:
        for item in area.judged:
            assert item.reasons
            if item.value is None:
                assert item.reasons == (TOO_FEW_TO_SAY,)
            of = by_ref.get(item.ref)
            if of is not None and of.status is None:
                assert not {reason.code.value for reason in item.reasons} & {"T1", "T2", "T3", "F1"}


def planted(paper: Paper, text: str) -> tuple[Paper, str]:
    """The paper with one number of one table changed, and the indicator it is said of."""
    for section in paper.sections:
        for part in section.parts:
            if isinstance(part, Table) and part.columns[0].title == "Indicator":
                first, _, *rest = part.rows[0]
                changed = replace(part, rows=((first, Cell((Words(text),)), *rest), *part.rows[1:]))
                parts = tuple(changed if one is part else one for one in section.parts)
                sections = tuple(replace(one, parts=parts) if one is section else one for one in paper.sections)
                return replace(paper, sections=sections), first.text.splitlines()[0]
    raise AssertionError("the paper has no dashboard")


@pytest.mark.parametrize("number", ["3", "1", "7", "43.7%", "211"])
def test_a_number_that_was_planted_is_refused_by_the_name_of_its_place(
    number: str, paper: Paper, released: ReleasedEdition, told: JudgedEdition
) -> None:
    """The section, the indicator and the month: whoever put it there can find it."""
    spoiled, named = planted(paper, number)
    with pytest.raises(NotAllowed, match="nothing was published") as refused:
        refuse_what_is_not_told(spoiled, released, told, [])
    assert f"{named}, April 2019: {number}." in str(refused.value)
    under = next(part.text for part in paper.parts if isinstance(part, Heading) and part.level == 3 and part.text)
    assert under


def test_another_months_number_is_not_this_months(paper: Paper, released: ReleasedEdition, told: JudgedEdition) -> None:
    """A released number in the wrong column tells something else, and may be the exact one of that month."""
    ref = next(
        line.text.partition(".")[0].partition(",")[0]
        for table in paper.tables
        if table.columns[0].title == "Indicator"
        for line in table.rows[0][0].lines[1:2]
        if isinstance(line, Words)
    )
    item = told.by_ref(ref)
    assert item is not None
    now = {cells.value(item, item.figure)}
    others = {cells.value(item, figure) for figure in item.history if figure.absent is None} - now
    number = sorted(others)[0]
    spoiled, _ = planted(paper, number)
    with pytest.raises(NotAllowed, match=f"April 2019: {re.escape(number)}"):
        refuse_what_is_not_told(spoiled, released, told, [])


def test_the_large_figure_of_an_area_is_read_too(paper: Paper, released: ReleasedEdition, told: JudgedEdition) -> None:
    """It stands in a panel, which has no column of numbers."""
    (panel, *_) = [table for table in paper.tables if table.look is Look.PANEL]
    for text in ("63.7%", "7", "27 of 37"):
        first, *rest = panel.rows[0]
        tone = Tone.QUIET if "of" in text else Tone.LARGE
        changed = replace(panel, rows=((Cell((Words(text, tone), *first.lines)), *rest),))
        sections = tuple(
            replace(one, parts=tuple(changed if part is panel else part for part in one.parts))
            for one in paper.sections
        )
        with pytest.raises(NotAllowed, match=f"at a glance, April 2019: {text}"):
            refuse_what_is_not_told(replace(paper, sections=sections), released, told, [])


def test_what_was_agreed_is_told_with_the_released_figure_it_was_agreed_on(
    told: JudgedEdition, released: ReleasedEdition
) -> None:
    """The action keeps the exact one, and its sentence would say it."""
    item = next(one for one in released.edition.indicators if one.ref == "CP22")
    rounded = told.by_ref("CP22")
    assert rounded is not None
    agreed = [agreed_on(replace(item.history[at], numerator=67, denominator=101)) for at in (-2, -1)]
    old = agreed_on(replace(item.history[-1], as_at=APRIL - 60))
    assert [one.figure for one in as_agreed([*agreed, old], told)][:2] == list(rounded.history[-2:])
    assert as_agreed([old], told)[0].figure.absent is Absent.HELD_BACK
    paper = committee_paper(told, MEETING, contents=ROUNDED, agreed=as_agreed(agreed, told))
    said = [text for part in paper.parts if isinstance(part, Bullets) for text in part.items]
    assert any("Agreed on" in text for text in said)
    assert not any("66.3%" in text for text in said)


def agreed_on(figure: Figure) -> Agreed:
    return Agreed(
        1, figure.ref, "More visits", "Manager", MEETING, "Jo", "Manager", AT, figure.as_at, 1, "abc", figure, ()
    )


def test_why_an_area_was_taken_off_and_a_range_begun_anew_are_held_to_the_same(
    paper: Paper, released: ReleasedEdition, told: JudgedEdition
) -> None:
    area = told.areas[0].area
    off = FlagDecision(area.name, Decision.REMOVED, "Jo", "Director", "Only 2 children, both seen.", AT, 1)
    with pytest.raises(NotAllowed, match=f"{area.title}, taken off the list: “2”"):
        refuse_what_is_not_told(paper, released, replace(told, decisions=(off,)), [])
    first, *rest = told.indicators
    anew = Baseline(first.ref, APRIL - 6, None, "Jo", "Three families moved away.", MEETING)
    changed = replace(first, pattern=replace(first.pattern, baselines=(anew,)))
    with pytest.raises(NotAllowed, match=f"{first.ref}, its expected range begun anew: “Three”"):
        refuse_what_is_not_told(paper, released, replace(told, indicators=(changed, *rest)), [])


def test_how_many_rows_were_read_is_in_members_paper_alone(told: JudgedEdition, paper: Paper) -> None:
    """A count of rows is exact, and nobody attacked it."""
    exact = committee_paper(told, MEETING)
    assert any(" set aside." in part.text for part in exact.parts if isinstance(part, Paragraph))
    assert not any(" set aside." in part.text for part in paper.parts if isinstance(part, Paragraph))


@pytest.mark.parametrize(
    ("about", "text", "says"),
    [
        ("CP22", "Only 3 children were not seen.", "CP22: “3”"),
        ("CP22", "There were 987,654 visits.", "CP22: nothing in April 2019 says 987,654"),
        ("Action 1", "See the four families.", "Action 1: “four”"),
    ],
)
def test_what_people_write_is_held_to_the_same(
    about: str, text: str, says: str, paper: Paper, released: ReleasedEdition, told: JudgedEdition
) -> None:
    with pytest.raises(NotAllowed) as refused:
        refuse_what_is_not_told(paper, released, told, [(about, text)])
    assert says in str(refused.value)


def test_so_is_what_council_toml_has_it_say(paper: Paper, released: ReleasedEdition, told: JudgedEdition) -> None:
    council = released.edition.council
    committee = replace(council.committee, background="Two children were moved last month.")
    changed = replace(released, edition=replace(released.edition, council=replace(council, committee=committee)))
    with pytest.raises(NotAllowed, match=r"council\.toml, \[committee\] background: “Two”"):
        refuse_what_is_not_told(paper, changed, told, [])


@pytest.fixture
def audited(home: Home, released: ReleasedEdition, monkeypatch: pytest.MonkeyPatch) -> None:
    """The attack itself has tests of its own, and takes its time; so do the pages of two hundred measures."""
    kept = ledger.newest_edition(APRIL)
    few = replace(released, indicators=released.indicators[::20])
    done = Safe(few, Audit(1, 1, (), 0), (), ())
    monkeypatch.setattr(publishing, "made_safe", lambda home, month, tell: (kept, done, 0))
    assert safety.made_safe is not publishing.made_safe


@pytest.mark.usefixtures("audited")
def test_the_site_has_the_paper_in_three_forms_and_leads_to_each(home: Home, tmp_path: Path) -> None:
    """It is in the list of what was published, so that a change to it is seen; and as a preview it says so."""
    outcome = publish(home, APRIL, tmp_path / "site", "Ana Lyst", "Analyst", AT, meeting=MEETING)
    front = (outcome.folder / "index.html").read_text(encoding="utf-8")
    for name in ("report.docx", "report.pdf", "report.html"):
        assert f'href="paper/{name}"' in front
        assert f"paper/{name}" in json.loads((outcome.folder / "manifest.json").read_text(encoding="utf-8"))["sha256"]
    page = (outcome.folder / "paper" / "report.html").read_text(encoding="utf-8")
    assert "DRAFT" in page
    assert "rounded so that no child can be recognised" in page
    assert check_site(outcome.folder).faults == ()


@pytest.mark.usefixtures("audited")
def test_without_a_meeting_there_is_no_paper(home: Home, tmp_path: Path) -> None:
    outcome = publish(home, APRIL, tmp_path / "site", "Ana Lyst", "Analyst", AT)
    assert not (outcome.folder / "paper").exists()
    assert "The paper for the scrutiny committee" not in (outcome.folder / "index.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("audited")
def test_where_something_stands_in_the_way_of_the_paper_nothing_is_published(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the site nor the paper: half a publication is worse than none."""
    monkeypatch.setattr("everychild.public_paper.not_told", lambda paper, released: ("Dashboard, Missing, April: 3.",))
    with pytest.raises(NotAllowed, match="Dashboard, Missing, April: 3"):
        publish(home, APRIL, tmp_path / "site", "Ana Lyst", "Analyst", AT, meeting=MEETING)
    assert not (tmp_path / "site").exists()


def test_the_same_release_gives_the_same_paper(released: ReleasedEdition, paper: Paper) -> None:
    clocks = clocks_of(released.edition.council)
    again = committee_paper(as_told(released, clocks, months_to(APRIL, MONTHS_SHOWN)), MEETING, contents=ROUNDED)
    assert again == paper
