"""What presenters say of an edition, in tables an analyst could check by hand. No server and no browser."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

import pytest

from everychild.calendar import Month
from everychild.catalogue import BY_REF, CATALOGUE
from everychild.council import Baseline, Thresholds
from everychild.judgement.judged import Code, Judged, JudgedEdition, Reason
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status
from everychild.measure.figure import Absent, Figure, Window, missing
from everychild.narrative.charted import how_charted
from everychild.narrative.quantities import value_in_words
from everychild.web.addresses import Place
from everychild.web.presenters import (
    areas,
    breakdown,
    changes,
    definition,
    figures,
    finding,
    flagging,
    frame,
    marks,
    months,
    outlook_grid,
    overview,
    rests_on,
    strip,
    trust,
)
from everychild.web.presenters.figures import unit_in_words
from everychild.web.presenters.other_rules import other_rules
from tests.editions import APRIL_2019, april_2019
from tests.report.lively import lively

PLACE = Place(APRIL_2019)


@dataclass(frozen=True)
class Opened:
    """As `everychild.web.editions.Opened`, which needs a journal."""

    number: int
    closed_on: date
    edition: JudgedEdition
    before: tuple[Judged, ...]


@dataclass(frozen=True)
class Asked:
    place: Place
    opened: Opened
    months: tuple[Month, ...]
    newest: int

    @property
    def edition(self) -> JudgedEdition:
        return self.opened.edition


@pytest.fixture(scope="module")
def edition() -> JudgedEdition:
    return april_2019()


def asked(edition: JudgedEdition, number: int = 2, pinned: int | None = None) -> Asked:
    months = (Month(2019, 4), Month(2019, 3), Month(2018, 12))
    return Asked(
        Place(APRIL_2019, pinned), Opened(number, date(2019, 5, 7), edition, edition.indicators), months, newest=2
    )


def item(edition: JudgedEdition, ref: str) -> Judged:
    found = edition.by_ref(ref)
    assert found is not None
    return found


def test_a_reader_who_asked_for_an_edition_stays_in_it() -> None:
    """A link is a citation."""
    assert Place(APRIL_2019).indicator("EH04", "team") == "/p/2019-04/i/EH04/?by=team"
    assert Place(APRIL_2019, 1).indicator("EH04", "team") == "/p/2019-04/i/EH04/?by=team&v=1"
    assert Place(APRIL_2019, 1).overview == "/p/2019-04/?v=1"


def test_every_status_has_its_own_shape() -> None:
    """Without colour, no two can be taken for each other."""
    assert len({marks.status_mark(status).shape for status in Status}) == len(Status)
    assert len({marks.movement(moving).sign for moving in Moving}) == len(Moving)
    assert len({marks.outlook_mark(outlook).shape for outlook in Outlook}) == len(Outlook)


def test_what_has_no_figure_is_marked_by_why_and_not_by_a_status(edition: JudgedEdition) -> None:
    mark = marks.mark_of(item(edition, "MS08"))
    assert (mark.shape, mark.words) == ("dash", "Not supplied")


def test_marks_stand_worst_first_and_what_is_absent_last(edition: JudgedEdition) -> None:
    by_title = {strip_.title: strip_ for strip_ in strip.strips(edition, PLACE)}
    for section in by_title.values():
        order = [("square", "triangle", "circle", "ring", "dash").index(linked.mark.shape) for linked in section.marks]
        assert order == sorted(order)
    assert by_title["Missing and exploitation"].marks[-1].mark.shape == "dash"
    assert sum(len(section.marks) for section in by_title.values()) == len(edition.indicators)


def test_a_mark_is_called_by_its_title_its_figure_and_its_status(edition: JudgedEdition) -> None:
    early_help = strip.strips(edition, PLACE)[0]
    assert (
        early_help.marks[0].name
        == "Average time to complete an early help assessment: 43 working days. Off target (EH04)"
    )


def test_an_area_tells_its_points_its_reasons_and_whom_it_waits_for(edition: JudgedEdition) -> None:
    first = areas.areas(edition, frozenset({"EH04"}), PLACE)[0]
    assert (first.title, first.points) == ("Timeliness of early help assessments", "6 points")
    assert first.commentary == "Commentary: not written"
    shown = first.indicators[0]
    assert shown.is_new
    assert shown.reasons[0].points == "+3"
    assert shown.reasons[0].says.startswith("43 against a target of 30 or fewer; close would be within 3")


def test_an_average_has_nobody_on_its_wrong_side(edition: JudgedEdition) -> None:
    """Never "0 affected" of a thing that cannot be told."""
    by_title = {area.title: area for area in areas.areas(edition, frozenset(), PLACE)}
    assert by_title["Timeliness of early help assessments"].affected == ""
    assert by_title["Case supervision and recording"].affected.startswith("Affected: ")


def test_the_grid_holds_each_indicator_once_and_names_the_ones_left_out(edition: JudgedEdition) -> None:
    grid = outlook_grid.grid(edition, PLACE)
    placed = sum(cell.how_many for row in grid.rows for cell in row.cells)
    assert placed + len(grid.left_out) == sum(judged.target is not None for judged in edition.indicators)
    assert [cell.how_many for cell in grid.lists] == [len(cell.indicators) for cell in grid.lists]


def test_changes_are_told_with_both_figures(edition: JudgedEdition) -> None:
    """EH04 was 29 in March, on target, and is 43 in April."""
    before = tuple(
        replace(judged, is_flagged=False) if judged.ref == "EH04" else judged for judged in edition.indicators
    )
    before = tuple(replace(judged, figure=judged.last_month) if judged.ref == "EH04" else judged for judged in before)
    new, cleared, _, warnings, _ = changes.changes(edition, before, PLACE).kinds
    assert [(changed.link.address, changed.says) for changed in new.changed] == [
        ("/p/2019-04/i/EH04/", "March 29 working days, April 43 working days")
    ]
    assert cleared.changed == ()
    assert cleared.if_none
    assert all(edition.by_ref(changed.link.address.split("/")[-2]) for changed in warnings.changed)


def test_what_had_no_figure_before_is_not_news_and_what_has_none_now_is_not_cleared(edition: JudgedEdition) -> None:
    """A first month flags nothing anew; a list that stopped coming clears nothing."""
    gone = missing("EH04", Window.MONTH, APRIL_2019 - 1, Absent.NOT_SUPPLIED)
    before = tuple(
        replace(judged, is_flagged=False, figure=gone) if judged.ref == "EH04" else judged
        for judged in edition.indicators
    )
    assert changes.newly_flagged(edition, before) == frozenset()
    stopped = tuple(
        replace(judged, is_flagged=False, figure=gone) if judged.ref == "EH04" else judged
        for judged in edition.indicators
    )
    cleared = changes.changes(replace(edition, indicators=stopped), edition.indicators, PLACE).kinds[1]
    assert cleared.changed == ()


def test_with_no_target_anywhere_the_page_says_so_and_stands(edition: JudgedEdition) -> None:
    """Empty states are words: no areas, and no grid of noughts."""
    bare = tuple(
        replace(judged, target=None, outlook=None, status=Status.FOR_INFORMATION, is_flagged=False, reasons=())
        for judged in edition.indicators
    )
    calm = replace(edition, indicators=bare, areas=())
    page = overview.overview_page(asked(calm))
    assert (page.areas, page.no_areas) == ((), "No area is flagged for improvement this month.")
    assert page.grid.is_empty
    assert page.sentence == "No indicator has both a figure and a target this month."
    assert [tile.how_many for tile in page.tiles] == [0, 0, 0, len(CATALOGUE)]


def test_the_account_of_the_rows_adds_up_and_names_what_is_missing(edition: JudgedEdition) -> None:
    told = trust.trust(edition, PLACE)
    assert told.worked_out == f"{len(CATALOGUE) - 1} of {len(CATALOGUE)}"
    assert dict(told.extract)["Newest extract"] == "Taken 3 May 2019, 3 days after the month end"
    assert dict(told.extract)["It held"] == "4,207 rows in 8 files"
    assert [link.words for link in told.cautions[0].indicators] == ["Children missing at the month end"]


def test_before_anything_is_loaded_the_account_says_so(edition: JudgedEdition) -> None:
    empty = replace(edition, newest_extract=None)
    assert trust.trust(empty, PLACE).extract == (("Newest extract", "None has been loaded"),)


@pytest.mark.parametrize(
    ("ref", "value", "unit", "of"),
    [
        ("EH04", "43", "working days", "over"),
        ("EH03", None, "", ""),
        ("AS02", None, "", " of "),
        ("WF01", None, "children each", "over"),
    ],
)
def test_a_figure_stands_with_its_unit_and_what_it_is_out_of(
    edition: JudgedEdition, ref: str, value: str | None, unit: str, of: str
) -> None:
    judged = item(edition, ref)
    shown = figures.shown(judged)
    assert value is None or shown.value == value
    assert shown.unit == unit
    assert of in figures.of_in_words(judged)


def test_an_absent_figure_is_a_reason_and_never_nought(edition: JudgedEdition) -> None:
    shown = figures.shown(item(edition, "MS08"))
    assert (shown.value, shown.is_absent) == ("Not supplied", True)


def test_periods_run_from_the_month_to_whole_years(edition: JudgedEdition) -> None:
    rows = months.periods(item(edition, "EH04"))
    assert [(row.period, row.note) for row in rows] == [
        ("April 2019", ""),
        ("March 2019", "last month"),
        ("April 2018", "same month last year"),
        ("April 2019", "year to date"),
        ("May 2018 to April 2019", "twelve months"),
        ("2018-19", "whole year"),
        ("2017-18", "whole year"),
    ]


def test_the_table_behind_the_picture_skips_no_month(edition: JudgedEdition) -> None:
    """A month without a figure has its row, and signals stay with their own months."""
    judged = item(edition, "EH04")
    gap = Figure("EH04", Window.MONTH, judged.history[3].as_at, None, None, None, None, Absent.NO_CASES)
    history = (*judged.history[:3], gap, *judged.history[4:])
    signals = (None,) * 22 + tuple(judged.pattern.signals[-2:])
    told = tuple(figure.as_at for figure in history if figure.absent is None)
    pattern = replace(judged.pattern, months=told, signals=signals, expected=(None,) * 24)
    rows = months.trend_rows(replace(judged, history=history, charted=history, pattern=pattern))
    assert len(rows) == 25
    assert rows[-4].shown.value == "None were due"
    assert rows[1].month == "March 2019"
    assert bool(rows[1].signal) == (judged.pattern.signals[-2] is not None)


def test_why_and_why_not_are_both_answered(edition: JudgedEdition) -> None:
    thresholds = Thresholds(flag_at_points=3)
    flagged = flagging.flagging(item(edition, "EH04"), thresholds)
    assert (flagged.heading, flagged.total) == ("Why it was flagged", "6 points")
    assert flagged.rule == "An indicator is flagged at 3 points."
    calm = flagging.flagging(item(edition, "EH03"), thresholds)
    assert calm.heading == "Why it was not flagged"
    assert calm.if_none == "No reason applies. It has no target to miss."
    assert "no figure" in flagging.flagging(item(edition, "MS08"), thresholds).if_none


def test_small_numbers_say_how_they_hold_the_points_down(edition: JudgedEdition) -> None:
    small = replace(item(edition, "EH04"), reasons=(Reason(Code.N1, 0, "Small numbers."),), points=0)
    assert "Under 10 cases the points are held to 1" in flagging.flagging(small, Thresholds()).rule


def test_a_count_is_a_bar_from_nought_with_no_council_beside_it(edition: JudgedEdition) -> None:
    """The council's count is the sum of its groups: to set them side by side would mislead."""
    shown = breakdown.breakdown(asked(edition), item(edition, "EH03"), "sex")
    assert all(row.track.is_bar and row.track.council is None for row in shown.rows)
    assert "add up to the whole" in shown.note


def test_a_percentage_is_a_dot_on_a_track_from_0_to_100(edition: JudgedEdition) -> None:
    judged = item(edition, "AS02")
    figure = Figure("AS02", Window.MONTH, APRIL_2019, "team", "North", 1, 2)
    shown = breakdown.breakdown(asked(edition), replace(judged, groups={"team": (figure,)}), "team")
    track = shown.rows[0].track
    assert track.here == breakdown.TRACK / 2
    assert track.target == pytest.approx(breakdown.EDGE + 0.85 * (breakdown.TRACK - 2 * breakdown.EDGE), abs=0.1)
    assert shown.rows[0].is_small
    assert "from 0 to 100%" in shown.note


def test_groups_stand_in_their_own_order_and_not_by_alphabet(edition: JudgedEdition) -> None:
    """Ages run from youngest to oldest; teams have no order but the alphabet's."""
    ages = ("16 to 17", "Under 1", "5 to 9")
    teams = ("South", "North", "Assessment")
    groups = {
        "age": tuple(Figure("AS02", Window.MONTH, APRIL_2019, "age", group, 1, 2) for group in ages),
        "team": tuple(Figure("AS02", Window.MONTH, APRIL_2019, "team", group, 1, 2) for group in teams),
    }
    judged = replace(item(edition, "AS02"), groups=groups)
    by = {name: breakdown.breakdown(asked(edition), judged, name).rows for name in groups}
    assert [row.group for row in by["age"]] == ["Under 1", "5 to 9", "16 to 17"]
    assert [row.group for row in by["team"]] == ["Assessment", "North", "South"]


def test_a_group_with_no_cases_says_so_and_has_no_dot(edition: JudgedEdition) -> None:
    figure = Figure("AS02", Window.MONTH, APRIL_2019, "team", "North", None, None, Absent.NO_CASES)
    shown = breakdown.breakdown(asked(edition), replace(item(edition, "AS02"), groups={"team": (figure,)}), "team")
    assert shown.rows[0].shown.value == "None were due"
    assert shown.rows[0].track.here is None


def test_every_definition_can_be_shown(edition: JudgedEdition) -> None:
    """Counted, out of, left out, time allowed, worked examples: for all of them, with nothing empty."""
    for judged in edition.indicators:
        told = definition.definition(judged, edition.council)
        assert told.sentence.endswith(".")
        assert all(says.strip() for _, says in told.entries), judged.ref
        assert told.examples, judged.ref
        for example in told.examples:
            assert all(len(row) == len(example.headings) for row in example.rows), judged.ref


def test_a_clock_is_told_with_its_counting_rule_and_whose_it_is(edition: JudgedEdition) -> None:
    entries = dict(definition.definition(item(edition, "EH04"), edition.council).entries)
    assert entries["Time allowed"].startswith("30 working days, from the request")
    assert "the day after is day 1" in entries["Time allowed"]
    assert entries["Time allowed"].count("Local standard") == 1
    assert entries["Left out"] == "Those where the time from request to completion is not known."


def test_an_unknown_cell_of_an_example_says_so() -> None:
    table = definition._example(BY_REF["EH04"].examples[1], BY_REF["EH04"])
    assert table.headings == ("Child", "The time from request to completion")
    assert table.rows[-1] == ("Cal", "not known")


def test_a_figure_tells_what_it_rests_on_and_what_is_held_against_it(edition: JudgedEdition) -> None:
    told = rests_on.rests_on(item(edition, "EH04"), edition)
    assert dict(told.facts)["Rows set aside"] == "12 of 4,207 in the newest extract"
    assert len(told.cautions) == 1
    assert told.cautions[0].startswith(
        "Since March 2019, “Early help assessments completed within 30 working days” is better"
    )
    assert rests_on.rests_on(item(edition, "EH02"), edition).cautions == ()
    short = replace(edition, seen_from={"CP15": date(2019, 4, 3)})
    assert rests_on.rests_on(item(short, "CP15"), short).cautions[-1] == (
        "It looks back to 3 April 2019 and no further: no records of before are held, so what was then is not seen."
    )
    assert rests_on.rests_on(item(edition, "MS08"), edition).cautions == ("25 of the 25 months shown have no figure.",)


def test_the_frame_leads_to_the_same_page_of_another_closed_month(edition: JudgedEdition) -> None:
    """March is closed and May is not."""
    around = frame.frame(asked(edition), "Average time", "i/EH04/")
    assert around.earlier is not None
    assert (around.earlier.words, around.earlier.address) == ("March 2019", "/p/2019-03/i/EH04/")
    assert around.later is None
    assert around.title == "Average time, April 2019, Northbrook children’s services performance"
    assert around.citation == "/p/2019-04/i/EH04/?v=2"
    assert around.replaced_by is None


def test_an_older_edition_leads_to_the_one_that_replaced_it(edition: JudgedEdition) -> None:
    around = frame.frame(asked(edition, number=1, pinned=1), "Average time", "i/EH04/")
    assert around.replaced_by is not None
    assert (around.replaced_by.words, around.replaced_by.address) == ("Edition 2", "/p/2019-04/i/EH04/")


def test_finding_sets_names_before_definitions(edition: JudgedEdition) -> None:
    """Every word must be there; no word finds nothing, not everything."""
    assert finding.matching(edition.indicators, "  ").found == ()
    found = finding.matching(edition.indicators, "Dental")
    assert [judged.ref for judged in found.found] == ["RH08"]
    assessments = finding.matching(edition.indicators, "early help assessment")
    assert {judged.ref for judged in assessments.found} >= {"EH03", "EH04"}
    assert finding.matching(edition.indicators, "dental aardvarks").found == ()
    for typed in (" eh04 ", "EH 04", "eh-04"):
        assert finding.only_by_reference(edition.indicators, typed) is item(edition, "EH04")


def test_a_median_that_falls_between_two_is_told_with_its_half(edition: JudgedEdition) -> None:
    from everychild.web.presenters.figures import median_of

    judged = item(edition, "EH04")
    told = [median_of(judged, replace(judged.figure, median_twice=twice)) for twice in (None, 82, 83, 2001)]
    assert told == ["", "Median: 41 working days", "Median: 41.5 working days", "Median: 1,000.5 working days"]
    assert judged.value == Fraction(43)


TEMPLATES = sorted(Path(str(files("everychild.web"))).joinpath("templates").rglob("*.html"))
WORDS_PLACED = re.compile(r"\{[%{#].*?[%}#]\}|<!doctype[^>]*>|<[^>]*>", re.DOTALL)
WORDS_IN_ATTRIBUTES = re.compile(r'(?:aria-label|title|alt|placeholder)="([^"]*)"')


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_places_words_and_has_none_of_its_own(template: Path) -> None:
    """So that every word of the dashboard can be found, read and tested where presenters keep them."""
    source = template.read_text(encoding="utf-8")
    own = [re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", said) for said in WORDS_IN_ATTRIBUTES.findall(source)]
    assert [said for said in own if re.search("[A-Za-z]", said)] == []
    assert re.findall("[A-Za-z]+", re.sub("&[a-z]+;", " ", WORDS_PLACED.sub(" ", source))) == []


def test_the_same_thing_by_another_rule_stands_beside_it():
    """The rule in force first; an indicator with one rule has no such table."""
    told = lively().by_ref("AS02")
    other = replace(told.figure, numerator=1, denominator=4)
    rows = other_rules(replace(told, by_other_rules={"from_referral": other})).rows
    assert [row.is_here for row in rows] == [True, False]
    assert rows[1].shown.of == "1 of 4"
    assert rows[1].title[0].isupper()
    assert other_rules(lively().by_ref("CP12")).rows == ()
    assert not BY_REF["CP12"].other_rules


def test_a_mix_says_what_its_percentage_is_of_and_is_not_moved_by_its_own_groups():
    """“100.0%” alone would say nothing; and its groups have one whole between them."""
    mix = lively().by_ref("CP20")
    assert mix.indicator.mix_by is not None
    assert unit_in_words(mix.indicator) == "have their category of abuse recorded"
    assert str(value_in_words(mix)).endswith("% known")
    groups = (replace(mix.figure, breakdown="category_of_abuse", group="Neglect", numerator=3, denominator=9),) * 2
    told = replace(mix, groups={"category_of_abuse": groups}, groups_last_month={"category_of_abuse": groups})
    assert told.moved_by("category_of_abuse", 1) is None


def test_the_page_says_how_a_figure_is_charted_and_who_began_its_range(edition: JudgedEdition) -> None:
    """The choice of chart with its reason, then the name and the reason of whoever began it anew."""
    judged = item(edition, "EH04")
    row = Baseline("EH04", Month(2018, 4), None, "Head of Early Help", "A new form", date(2019, 5, 3))
    found = how_charted(replace(judged, pattern=replace(judged.pattern, baselines=(row,))))
    assert found[0] == judged.pattern.choice.because
    assert "Begun anew by Head of Early Help, 3 May 2019: A new form." in found[1]
