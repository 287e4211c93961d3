"""Every digit of a draft is bound to what it came from."""

from __future__ import annotations

from fractions import Fraction

import pytest

from everychild.judgement.judged import JudgedEdition
from everychild.narrative.bound import BoundNumber, BoundWord, Quantity, Source, bound, said, sentences
from everychild.narrative.retold import retold, state_now
from everychild.report.small_numbers import protect
from tests.editions import april_2019
from tests.narrative.editions import each_flagged, every_draft
from tests.report.lively import lively

EDITIONS = {
    "invented": april_2019,
    "lively": lively,
    "as the paper tells it": lambda: protect(lively()),
    "every area flagged": lambda: each_flagged(lively()),
    "every area flagged, as the paper tells it": lambda: protect(each_flagged(lively())),
}


@pytest.fixture(params=EDITIONS, name="edition")
def _edition(request: pytest.FixtureRequest) -> JudgedEdition:
    return EDITIONS[request.param]()


def test_without_what_is_bound_no_digit_is_left(edition):
    """Of every judged indicator of the catalogue and of every area: strip the bound numbers and nothing counts."""
    drafts = list(every_draft(edition))

    assert len(drafts) > 5 * len(edition.indicators)
    for draft in drafts:
        assert not any(letter.isdigit() for letter in draft.stripped()), str(draft)


def test_every_bound_number_is_told_again_by_its_source(edition):
    """The way from the text back to the figure: asked for again, each number is what was written."""
    for draft in every_draft(edition):
        for number in draft.numbers:
            again = retold(number.source, edition)
            assert isinstance(again, BoundNumber), (str(draft), number)
            assert again.text.lower() == number.text.lower(), (str(draft), number)
            assert again.exact == number.exact, (str(draft), number)


def test_every_bound_word_holds_in_its_own_edition(edition):
    """Or a draft would be stale as soon as it is written."""
    for draft in every_draft(edition):
        for word in draft.words:
            assert state_now(word.source, edition) == word.state, (str(draft), word)


def test_a_loose_digit_cannot_be_written():
    """Neither in the sentence nor in what is put in it."""
    with pytest.raises(AssertionError, match="bound to nothing"):
        said("There were 12.")
    with pytest.raises(AssertionError, match="bound to nothing"):
        said("There were {number}.", number="12")


def test_how_a_number_was_rounded_is_known():
    """71.1% of 71.14 is to one place; 12 is not rounded."""

    def told(text: str, exact: str) -> str:
        return BoundNumber(text, Source(Quantity.VALUE), Fraction(exact)).rounding

    assert told("71.1%", "71.14") == "to 1 decimal place"
    assert told("71.14%", "71.144") == "to 2 decimal places"
    assert told("1,204", "1204.4") == "to a whole number"
    assert told("12", "12") == "not rounded"


def test_sentences_part_where_plain_words_end_them():
    """A full stop inside something bound ends nothing: “reg. 28” is one source."""
    source = BoundNumber("Regulations 2010, reg. 28.", Source(Quantity.SOURCE))
    value = BoundNumber("71.1%", Source(Quantity.VALUE))
    whole = sentences((said("It was {value}. It is written in {source}", value=value, source=source), "So it is."))

    assert [str(each) for each in whole.sentences()] == [
        "It was 71.1%.",
        "It is written in Regulations 2010, reg. 28.",
        "So it is.",
    ]


def test_a_capital_is_put_on_whatever_comes_first():
    """Bound or not."""
    word = BoundWord("getting worse", Source(Quantity.PATTERN), "worse")
    assert str(bound(word, ", again").capitalised()) == "Getting worse, again"
    assert str(said("no area").capitalised()) == "No area"
