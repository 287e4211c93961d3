"""The paper before it has a format: its sections, its words, and what it never does."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest

from everychild.calendar import Month
from everychild.errors import EverychildError, SettingsError
from everychild.narrative import area_paragraphs, quantities, waiting_for
from everychild.report.committee import committee_paper, data_age, to_print
from everychild.report.document import Bullets, Heading, Manner, Paper, Paragraph, Table, Terms
from everychild.report.guide import clocks_used
from everychild.report.xlsx import as_xlsx
from tests.editions import april_2019
from tests.report.conftest import MEETING
from tests.report.lively import edition_of, lively, lively_council
from tests.report.reading import workbook

SEED_ORDER = (
    "OUTCOME / BENEFITS TO THE COMMUNITY",
    "RECOMMENDATION",
    "SUMMARY OF REPORT",
    "Background",
    "Analysis of Issues",
    "FINANCIAL IMPLICATIONS OF THE RECOMMENDATION",
    "Other financial information relevant to the Recommendation",
    "Cross-Council Implications",
    "Reasons for considering the report in Part 2",
    "List of Background Papers",
    "Contact",
)


def texts(paper: Paper) -> list[str]:
    return [part.text for part in paper.parts if isinstance(part, Paragraph)]


def table(paper: Paper, caption: str) -> Table:
    return next(part for part in paper.tables if part.caption.startswith(caption))


def test_the_sections_come_in_the_order_the_committee_knows(paper: Paper) -> None:
    """The real paper's headings, all of them, in its order; ours stand between and after."""
    headings = [heading.text.lower() for heading in paper.headings]
    wanted = [heading.lower() for heading in SEED_ORDER]
    assert [heading for heading in headings if heading in wanted] == wanted


def test_the_title_block_says_what_for_whom_where_and_who(paper: Paper) -> None:
    """Title, committee and date, ward, lead officer: the first thing on the page."""
    block = next(part for part in paper.parts if isinstance(part, Terms))
    assert [(item.term, item.means) for item in block.items] == [
        ("Title", "Children’s Services performance indicators, April 2019"),
        ("For consideration by", "Children’s Services Overview and Scrutiny Committee on 18 June 2019"),
        ("Ward", "All wards"),
        ("Lead officer", "Director of Children’s Services"),
    ]


@pytest.mark.parametrize(
    ("as_at", "meeting", "age"),
    [
        (Month(2019, 4), date(2019, 6, 18), "49 days old (7 weeks)"),
        (Month(2019, 4), date(2019, 6, 20), "51 days old (7 weeks and 2 days)"),
        (Month(2019, 4), date(2019, 5, 8), "8 days old (1 week and 1 day)"),
        (Month(2019, 4), date(2019, 5, 1), "1 day old."),
    ],
)
def test_the_age_of_the_figures_at_the_meeting_is_told(as_at: Month, meeting: date, age: str) -> None:
    """Members asked for years how old the figures were: it is counted from the position date to the meeting."""
    assert age in data_age(as_at, meeting)


def test_page_one_says_the_position_date_and_the_age(paper: Paper) -> None:
    """In days and in weeks, beside the date the figures were known."""
    assert (
        "The figures tell the position at 30 April 2019, as known on 3 May 2019. "
        "At the meeting on Tuesday 18 June 2019 the figures will be 49 days old (7 weeks)."
    ) in texts(paper)


def test_a_meeting_before_the_month_has_ended_is_refused() -> None:
    """A paper cannot be read before its figures exist."""
    with pytest.raises(EverychildError, match="before April 2019 ends"):
        committee_paper(lively(), date(2019, 4, 29))


def test_each_area_has_its_panel_its_draft_its_reasons_and_two_gaps_for_a_person(paper: Paper) -> None:
    """Cause and action are never invented: each area says that it waits for a named officer."""
    areas = [heading for heading in paper.headings if heading.level == 3 and heading.text[0].isdigit()]
    numbers = [str(number) for number, _ in enumerate(lively().areas, 1)]
    assert len(numbers) >= 5
    assert [heading.text.split(".")[0] for heading in areas] == numbers
    waiting = [part.text for part in paper.parts if isinstance(part, Paragraph) and part.manner is Manner.WAITING]
    assert waiting == [waiting_for["cause"], waiting_for["action"]] * len(numbers)


def test_every_reason_is_printed_with_its_code_points_and_sentence(paper: Paper) -> None:
    """Why a thing is on the list: the recipe is shown where it bites."""
    said = {item for part in paper.parts if isinstance(part, Bullets) for item in part.items}
    assert "T1, 3 points: 43 against a target of 30 or fewer; close would be within 3 working days." in said
    assert "S1, 2 points: Getting worse: outside its expected range." in said


def test_the_calendar_is_said_once_after_the_last_time_it_is_true_of() -> None:
    """Five copies of the Easter sentence help nobody; "any time above" covers them all from the end."""
    said = [text for text in texts(committee_paper(lively(), MEETING)) if text.startswith("Good Friday")]
    assert len(said) == 1


def test_the_seeds_early_help_figures_are_told_as_it_told_them() -> None:
    """29 days in March met the target of 30, April was 43, the year averaged 40."""
    summary = table(committee_paper(april_2019(), MEETING), "Areas for improvement")
    assert [cell.text for cell in summary.rows[0]][1:4] == ["29", "43", "30 or fewer"]
    assert any("2018-19 averaged 40 working days" in text for text in texts(committee_paper(april_2019(), MEETING)))


def test_with_no_area_the_paper_says_so() -> None:
    """An empty list is a sentence, not a gap."""
    paper = committee_paper(replace(lively(), areas=(), improvements=()), MEETING)
    assert "At the end of April 2019 the dashboard flags no area for improvement." in texts(paper)
    assert not [part for part in paper.tables if part.caption.startswith("Areas for improvement")]
    assert "No indicator has got better on both last year and its usual range." in texts(paper)


def test_every_row_of_the_dashboard_says_which_way_is_good_and_whose_target(paper: Paper) -> None:
    """Members could not tell whether greater meant better, nor a national target from a local one."""
    rows = [row for part in paper.tables if part.columns[0].title == "Indicator" for row in part.rows]
    assert len(rows) == len(lively().indicators)
    for row in rows:
        assert any(way in row[0].text for way in ("is better", "Best within a range", "neither good nor bad"))
    assert "CP22. Higher is better. Local target." in {line for row in rows for line in row[0].text.splitlines()}


def test_absent_figures_say_why_and_no_cell_is_blank_or_a_false_nought(paper: Paper) -> None:
    """Not supplied and none due are different things, and neither is nought."""
    rows = [row for part in paper.tables if part.columns[0].title == "Indicator" for row in part.rows]
    by_name = {row[0].text.splitlines()[0]: [cell.text for cell in row] for row in rows}
    assert by_name["Children missing at the month end"][1:6] == ["Not supplied"] * 5
    assert "None were due" in by_name["Plans that had lasted two years or more when they ended"]
    assert all(cell.text.strip() for part in paper.tables for row in part.rows for cell in row)


def test_three_whole_years_stand_side_by_side_and_more_share_a_column() -> None:
    """Members asked for the average of every whole year held; the page has room for three columns of them."""
    three = table(committee_paper(edition_of(lively_council(), years=3), MEETING), "Early help")
    five = table(committee_paper(edition_of(lively_council(), years=5), MEETING), "Early help")
    assert [column.title for column in three.columns][4:7] == [
        "2016-17 average", "2017-18 average", "2018-19 average",
    ]  # fmt: skip
    assert five.columns[4].title == "Average of each whole year"
    assert [line.split(":")[0] for line in five.rows[1][4].text.splitlines()] == [
        "2014-15", "2015-16", "2016-17", "2017-18", "2018-19",
    ]  # fmt: skip


def test_a_year_of_things_that_happened_is_told_by_the_month() -> None:
    """A yearly total beside one month would look like a collapse: 1,464 contacts are 122 a month."""
    edition = lively()
    item = edition.by_ref("FD01")
    assert item is not None
    total = item.last_financial_year
    assert total is not None
    assert total.numerator is not None
    row = next(row for row in table(committee_paper(edition, MEETING), "Front door").rows if "FD01" in row[0].text)
    assert row[5].text == f"{round(total.numerator / 12)}"


def test_every_clock_in_use_is_listed_with_length_rule_setter_and_source(paper: Paper) -> None:
    """How days are counted is data and is printed: two councils count differently."""
    rules = table(paper, "Counting rules")
    clocks = clocks_used(lively())
    assert len(rules.rows) == len(clocks) >= 15
    visit = next(row for row in rules.rows if row[0].text == "From one child protection visit to the next")
    assert [cell.text for cell in visit][1:4] == ["10 working days", "The day after is day 1", "Local"]


def test_every_indicator_is_defined(paper: Paper) -> None:
    """A plain title and one sentence of meaning for each."""
    definitions = [part for part in paper.parts if isinstance(part, Terms)][-1]
    assert [item.means for item in definitions.items] == [item.meaning for item in lively().indicators]


def test_a_definition_says_how_far_back_could_be_looked_where_that_is_less_than_it_looks() -> None:
    """Of those alone: said of every figure it would be read of none."""
    short = replace(lively(), seen_from={"CP15": date(2017, 11, 3)})
    found = [part for part in committee_paper(short, MEETING).parts if isinstance(part, Terms)][-1]
    told = [item for item in found.items if "It looks back to" in item.means]
    assert [item.term.partition("(")[2] for item in told] == ["CP15)"]
    assert told[0].means.endswith(
        "It looks back to 3 November 2017 and no further: no records of before are held, so what was then is not seen."
    )
    sheet = workbook(as_xlsx(short, committee_paper(short, MEETING)))["Definitions"]
    misleads = {str(row[0].value): str(row[5].value) for row in sheet.iter_rows(min_row=4)}
    assert [ref for ref, words in misleads.items() if "It looks back to" in words] == ["CP15"]


def test_how_to_read_says_what_c_is(paper: Paper) -> None:
    """The sign for a hidden number is explained where it is used."""
    guide = table(paper, "How to read")
    says = {row[0].text: row[1].text for row in guide.rows}
    assert "from 1 to 5" in says["[c]"]


def test_headings_begin_at_one_and_skip_no_level(paper: Paper) -> None:
    """Those who listen find their way by headings."""
    levels = [heading.level for heading in paper.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_year_table_runs_from_the_year_of_the_meeting(paper: Paper) -> None:
    """A meeting in June 2019 is in 2019-20, whatever month the figures are of."""
    money = table(paper, "Financial implications")
    assert [row[0].text.split(",")[0] for row in money.rows] == ["2019-20", "2020-21", "2021-22"]


def test_a_draft_that_is_no_kept_edition_says_so() -> None:
    """Nobody should look up a fingerprint that does not exist."""
    paper = committee_paper(replace(lively(), fingerprint=""), MEETING)
    assert "Draft, not a kept edition." in paper.footer


def test_the_paper_is_dated_by_what_it_is_given_and_never_by_the_clock() -> None:
    """The same edition written again is the same paper."""
    assert committee_paper(lively(), MEETING).written_on == date(2019, 5, 3)
    assert committee_paper(lively(), MEETING, date(2019, 6, 7)).written_on == date(2019, 6, 7)
    assert isinstance(committee_paper(lively(), MEETING).parts[0], Heading)


def test_what_the_council_says_keeps_its_paragraphs() -> None:
    """A blank line ends a paragraph; a line broken for the editor's sake does not."""
    council = lively_council()
    background = "The committee asked\nfor this.\n\nIt is the first."
    told = replace(lively(), council=replace(council, committee=replace(council.committee, background=background)))
    assert [text for text in texts(committee_paper(told, MEETING)) if text in background.replace("\n", " ")] == [
        "The committee asked for this.",
        "It is the first.",
    ]


def test_a_character_that_cannot_be_printed_is_refused_by_name() -> None:
    """Better a sentence that says where it stands than a library's complaint."""
    council = lively_council()
    told = replace(lively(), council=replace(council, committee=replace(council.committee, contact="Ann\x07")))
    with pytest.raises(SettingsError, match=r"contact holds a character that cannot be printed \(U\+0007\)"):
        committee_paper(told, MEETING)


def test_questions_are_in_the_paper_only_when_asked_for() -> None:
    """They are for scrutiny officers: off in the public document."""
    asked = committee_paper(lively(), MEETING, with_questions=True)
    headings = [heading.text for heading in asked.headings]
    assert headings.count("Questions this could prompt") == len(lively().areas)
    assert "Questions this could prompt" not in [
        heading.text for heading in committee_paper(lively(), MEETING).headings
    ]


def test_the_analysis_holds_no_digit_that_is_bound_to_nothing() -> None:
    """Every paragraph drafted of an area is one of the bound ones, word for word."""
    edition = to_print(lively())
    drafted = {str(text) for area in edition.areas for text in area_paragraphs(area, edition)}
    bound = {str(quantities.reason(item, reason)) for item in edition.indicators for reason in item.reasons}
    bound |= {f"{quantities.title(item)}: {quantities.points(item)}." for item in edition.indicators}
    parts = committee_paper(lively(), MEETING).parts
    begin = next(n for n, part in enumerate(parts) if isinstance(part, Heading) and part.text == "Analysis of issues")
    end = next(n for n, part in enumerate(parts) if isinstance(part, Heading) and part.text == "What improved")
    told = [part.text for part in parts[begin + 2 : end] if isinstance(part, Paragraph)]
    told += [item for part in parts[begin:end] if isinstance(part, Bullets) for item in part.items]
    assert len(told) > 20
    for text in told:
        assert text in drafted | bound or not any(letter.isdigit() for letter in text), text
