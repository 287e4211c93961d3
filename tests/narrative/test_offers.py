"""Numbers somebody typed, held against an edition."""

from __future__ import annotations

import pytest

from everychild import wording
from everychild.narrative.areas import area_paragraphs
from everychild.narrative.bound import BoundNumber, Quantity
from everychild.narrative.offers import KnownNumbers, offers
from everychild.narrative.quantities import source_of, value_in_words
from everychild.narrative.retold import retold
from tests.editions import april_2019
from tests.narrative.editions import each_flagged


def one(text: str):
    found = offers(text, april_2019())
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "quantity", "ref", "group"),
    [
        ("Early help assessments took 43 working days", Quantity.VALUE, "EH04", ""),
        ("The target for early help assessments is 30", Quantity.TARGET, "EH04", ""),
        ("Early help assessments: a change of +14 days since March", Quantity.DIFFERENCE, "EH04", ""),
        ("EH04 took 29 days", Quantity.VALUE, "EH04", ""),
    ],
)
def test_the_figure_meant_is_offered_first(text, quantity, ref, group):
    """By the words round the number, and by a reference named."""
    first = one(text).offers[0]
    assert (first.number.source.quantity, first.number.source.ref, first.number.source.group) == (quantity, ref, group)


def test_a_number_that_nothing_says_has_no_offer():
    """It stays for a person to strike out or to explain."""
    assert one("It was 1,234,567.").offers == ()


def test_a_rounder_number_is_offered_the_figure_it_rounds():
    """ "45 per cent" for 44.7%: offered, and said to be rounded."""
    edition = april_2019()
    item = next(
        item
        for item in edition.indicators
        if item.indicator.is_share
        and "." in str(value_in_words(item))
        and not str(value_in_words(item)).endswith(".0%")
    )
    typed = offers(f"{item.ref} was {wording.rounded(item.value)} per cent", edition)[-1]
    found = next(offer for offer in typed.offers if offer.number.source == source_of(item, Quantity.VALUE))
    assert found.number.exact == item.value
    assert not found.is_exact


def test_a_percentage_is_not_offered_a_count():
    """43% is no 43 days."""
    for offer in one("Assessments: 43%").offers:
        assert offer.number.text.endswith("%")


def test_months_days_and_years_are_held_against_the_edition():
    """April 2019 is told of; May 2031 is not."""
    found = offers("April 2019, 2018-19, 30 April 2019 and May 2031", april_2019())
    assert [bool(each.offers) for each in found] == [True, True, True, False]
    assert [each.text for each in found] == ["April 2019", "2018-19", "30 April 2019", "May 2031"]


def test_places_are_those_of_the_text():
    """An editor marks them where they stand."""
    text = "In April 2019 it took −43 or 43.0 days,\nand ten of them were late."
    for each in offers(text, april_2019()):
        assert text[each.start : each.end] == each.text


def test_a_draft_typed_out_again_finds_its_own_figures():
    """Two ways: what a draft binds, and what is offered for its words typed by hand. Each figure is among the offers."""
    edition = each_flagged(april_2019())
    known = KnownNumbers(edition)
    looked_for = (Quantity.VALUE, Quantity.NUMERATOR, Quantity.DENOMINATOR)
    for area in edition.areas[:6]:
        for paragraph in area_paragraphs(area, edition):
            typed = known.offers(str(paragraph), most=10_000)
            offered = {offer.number.source for each in typed for offer in each.offers}
            assert {number.source for number in paragraph.numbers if number.source.quantity in looked_for} <= offered


def test_whatever_is_offered_can_be_bound():
    """Its source tells the same number again."""
    edition = april_2019()
    for each in offers("43, 30, 12, 71%, 29, five and 20", edition, most=200):
        for offer in each.offers:
            again = retold(offer.number.source, edition)
            assert isinstance(again, BoundNumber), offer.says
            assert again.exact == offer.number.exact, offer.says
