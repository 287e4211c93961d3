"""What is told beside a figure, in cases a performance analyst could check by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from everychild.calendar import FinancialYear, Month
from everychild.comparators.areas import councils
from everychild.comparators.beside import Band, Standing
from everychild.comparators.files import read_one
from everychild.comparators.library import Library, only_shipped
from everychild.comparators.neighbours import Model, Neighbour
from everychild.comparators.published import ATTRIBUTION
from everychild.comparators.reading import published
from everychild.measure.figure import Figure, Window
from everychild.narrative import compared as says
from everychild.report.charts.funnel import funnel_chart, sizes
from everychild.report.committee import committee_paper
from everychild.report.document import Paragraph
from everychild.web.addresses import Place
from everychild.web.presenters.compared import compared
from tests.comparators.small_files import ENGLAND, WOKINGHAM, council, referrals_2025
from tests.editions import april_2019

WOKINGHAM_COUNCIL = replace(april_2019().council, area_code="E06000041", region="")
NUMBERS = [number for number in councils() if number not in ("867", "870", "871", "872")][:60]


def with_year(ref: str, numerator: int, denominator: int | None):
    """An indicator whose year to March 2019 came to this."""
    item = april_2019().by_ref(ref)
    year = Figure(ref, Window.FINANCIAL_YEAR, Month(2019, 3), None, None, numerator, denominator)
    return replace(item, financial_years={FinancialYear(2018): year})


def library(*rows: str) -> Library:
    """Re-referrals loaded, and Wokingham’s neighbours being Slough, Reading and Bracknell Forest."""
    reading = read_one("any.csv", referrals_2025(*rows, f"2026,{ENGLAND},1000,200,20"))
    near = tuple(Neighbour(number, "Close") for number in ("871", "870", "867"))
    values = published(reading.table.to_pylist(), reading.release)
    return Library(
        lambda wanted: [value for value in values if (value.family, value.measure) in set(wanted)],
        (Model(date(2021, 4, 1), {"872": near}),),
    )


def councils_from(first: int) -> list[str]:
    """A row a council, each with 1,000 referrals and one more re-referral than the one before."""
    return [f"2019,{council(number, 'E09', number)},1000,{first + n},1" for n, number in enumerate(NUMBERS)]


def test_no_more_than_chance_gets_no_place():
    """Of 100 referrals 22 came back, where England’s share is 20%: chance brings 13 to 28."""
    found = library(f"2019,{ENGLAND},1000,200,20", *councils_from(150)).beside(
        with_year("FD08", 22, 100), WOKINGHAM_COUNCIL
    )
    assert found.standing is Standing.WITHIN_CHANCE
    assert found.band is None
    assert "no more than chance" in str(says.standing_sentence(found))


@pytest.mark.parametrize(
    ("came_back", "standing", "band"),
    [
        (29, Standing.HIGHER, Band.HIGHEST),
        (34, Standing.MUCH_HIGHER, Band.HIGHEST),
        (11, Standing.LOWER, Band.LOWEST),
        (5, Standing.MUCH_LOWER, Band.LOWEST),
    ],
)
def test_beyond_chance_gets_a_quarter_and_never_a_rank(came_back, standing, band):
    """The quarter it falls in, of how many councils; no council is first or last."""
    found = library(f"2019,{ENGLAND},1000,200,20", *councils_from(150)).beside(
        with_year("FD08", came_back, 100), WOKINGHAM_COUNCIL
    )
    assert (found.standing, found.band) == (standing, band)
    assert f"of the {len(NUMBERS)} councils known" in str(says.standing_sentence(found))


def test_too_few_councils_known_make_no_quarters():
    """Three councils are no field to be placed in."""
    found = library(f"2019,{ENGLAND},1000,200,20", *councils_from(150)[:3]).beside(
        with_year("FD08", 60, 100), WOKINGHAM_COUNCIL
    )
    assert found.standing is Standing.MUCH_HIGHER
    assert found.band is None


def test_the_middle_of_the_neighbours_and_how_many_are_known():
    """Two of three known: the middle of 18% and 22%. One of three: none is told."""
    rows = (f"2019,{ENGLAND},1000,200,20", f"2019,{council('871', 'E06', 'Slough')},100,18,18")
    two = library(*rows, f"2019,{council('870', 'E06', 'Reading')},100,22,22")
    found = two.beside(with_year("FD08", 22, 100), WOKINGHAM_COUNCIL)
    assert (found.neighbours.median, found.neighbours.known) == (20, 2)
    assert not found.neighbours.is_in_force
    assert "another was in force" in str(says.neighbours_sentence(found.neighbours))
    one = library(*rows, f"2019,{council('870', 'E06', 'Reading')},c,c,c").beside(
        with_year("FD08", 22, 100), WOKINGHAM_COUNCIL
    )
    assert one.neighbours.median is None
    held = next(line for line in one.neighbours.lines if line.area == "870")
    assert says.published_in_words(held, one.series.told) == "Held back by the publisher"


def test_the_newest_year_that_had_ended():
    """In April 2019 the year to March 2020 had not, whatever is published by now."""
    rows = [f"{year},{ENGLAND},1000,{year - 1800},1" for year in (2018, 2019, 2020)]
    found = library(*rows).beside(with_year("FD08", 22, 100), WOKINGHAM_COUNCIL)
    assert found.year == 2019
    assert found.ours.is_same_time


def test_without_our_own_year_the_nearest_of_the_same_length_is_told_as_such():
    """Twelve months to April, and the sentence says so."""
    item = replace(with_year("FD08", 22, 100), financial_years={})
    found = library(f"2019,{ENGLAND},1000,200,20").beside(item, WOKINGHAM_COUNCIL)
    assert not found.ours.is_same_time
    assert "12 months to April 2019" in str(says.time_sentence(found))


def test_a_council_of_no_area_has_england_and_the_region_it_names():
    """Northbrook: no code, no neighbours, and nothing invented in their place."""
    council_named = replace(april_2019().council, region="South East")
    found = only_shipped().beside(with_year("CP06", 85, 100), council_named)
    assert found.neighbours is None
    assert found.own is None
    assert found.region.name == "South East"
    assert str(says.others_sentence(found)) == "In the year to 31 March 2019: England 78.7% and South East 77.2%."


def test_a_rate_is_compared_by_the_children_there_are():
    """500 referrals of 10,000 children is a rate of 500; England’s was 553.7."""
    settings = april_2019().council
    from everychild.council import Population

    found = only_shipped().beside(
        with_year("FD06", 500, 12), replace(settings, populations=(Population(2018, 10_000, "Invented"),))
    )
    assert found.ours.value == 500
    assert found.ours.cases == 10_000
    assert found.standing is Standing.LOWER


def test_not_comparable_is_shown_with_its_reason_and_no_verdict():
    """The nearest figure, why it is not the same, no funnel and no place."""
    found = only_shipped().beside(april_2019().by_ref("CP10"), WOKINGHAM_COUNCIL)
    assert (found.standing, found.band, found.funnel) == (None, None, None)
    assert str(says.comparable_sentence(found)).startswith("Not comparable, because theirs counts children")


def test_what_nothing_is_published_of_has_nothing_beside_it():
    """The declared reason is all the page says."""
    item = april_2019().by_ref("EH03")
    assert only_shipped().beside(item, WOKINGHAM_COUNCIL) is None
    shown = compared(item, None, Place(Month(2019, 4)))
    assert shown.strip == (item.indicator.comparator,)
    assert not shown.rows


def test_the_page_shows_the_licence_and_a_vintage_for_every_number():
    """Wherever a number stands, so does where it is from."""
    item = with_year("FD08", 22, 100)
    shown = compared(
        item,
        library(f"2019,{ENGLAND},1000,200,20", f"2019,{WOKINGHAM},100,21,21").beside(item, WOKINGHAM_COUNCIL),
        Place(Month(2019, 4)),
    )
    assert shown.attribution == f"{ATTRIBUTION}."
    assert [row.who for row in shown.rows] == ["Ours, counted here", "Wokingham, as published", "England", "South East"]
    assert all(row.source for row in shown.rows)
    assert shown.funnel.rows[0][0] == "Ours"


def test_the_funnel_narrows_as_cases_grow_and_says_what_it_shows():
    """Its limits close on England’s value; its title is the finding."""
    found = library(f"2019,{ENGLAND},1000,200,20", *councils_from(150)).beside(
        with_year("FD08", 22, 100), WOKINGHAM_COUNCIL
    )
    first, *_, last = sizes(found.funnel)
    assert first < 100 < last
    width = [high - low for low, high in (found.funnel.limits(cases, 0.95) for cases in (10, 100, 1000))]
    assert width == sorted(width, reverse=True)
    drawn = funnel_chart(found.funnel, str(says.funnel_finding(found, found.funnel)), "How to read it", narrow=False)
    assert (
        "<title>Referrals within 12 months of a previous referral: ours is where chance alone could put it</title>"
        in drawn
    )
    assert "style=" not in drawn
    assert "Ours 22.0%" in drawn


def paragraphs(published) -> list[str]:
    paper = committee_paper(april_2019(), date(2019, 6, 18), published=published)
    return [part.text for part in paper.parts if isinstance(part, Paragraph)]


def test_the_paper_sets_an_area_beside_others_and_names_the_licence():
    """A paragraph for each that something is published of, with its source, or for an area’s first why nothing is; the
    licence once."""
    flagged = {item.ref for area in april_2019().areas for item in area.judged}
    told = [text for text in paragraphs(only_shipped()) if "compared with others." in text]
    beside = [
        item.ref
        for area in april_2019().areas
        for item in area.judged
        if only_shipped().beside(item, april_2019().council)
    ]
    leads = {area.judged[0].ref for area in april_2019().areas} - set(beside)
    sourced = [text for text in told if "Source: Department for Education" in text]
    assert len(sourced) == len(beside)
    assert len(told) == len(beside) + len(leads)
    assert flagged
    for ref in leads:
        assert any(text.endswith(april_2019().by_ref(ref).indicator.comparator) for text in told), ref
    assert sum(ATTRIBUTION in text for text in paragraphs(only_shipped())) == bool(sourced)
    assert not any("compared with others." in text for text in paragraphs(None))


def test_a_small_number_of_ours_stays_hidden_beside_theirs():
    """4 of 9 is told whole, as the paper tells it elsewhere, and nothing is said of chance."""
    from everychild.report.compared import _sentences

    item = with_year("FD08", 4, 9)
    text = str(_sentences(item, library(f"2019,{ENGLAND},1000,200,20").beside(item, WOKINGHAM_COUNCIL)))
    assert "Ours was 44% (year to 31 March 2019)." in text
    assert "chance" not in text
    assert str(Fraction(4, 9)) not in text
