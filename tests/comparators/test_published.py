"""A cell is a number or a named state, and a state is never a number."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everychild.comparators.published import SYMBOLS, State, period, told, unspoiled
from everychild.comparators.reading import told_text


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("65.6", Fraction(656, 10)),
        ("1,204", Fraction(1204)),
        ("0", Fraction(0)),
        ("0.0", Fraction(0)),
        ("-1.5", Fraction(-3, 2)),
        ("1.2E-3", Fraction(12, 10_000)),
        ("c", State.HELD_BACK),
        ("C", State.HELD_BACK),
        ("x", State.NOT_AVAILABLE),
        ("z", State.NOT_APPLICABLE),
        ("u", State.UNRELIABLE),
        ("k", State.ROUNDS_TO_NOUGHT),
        ("low", State.ROUNDS_TO_NOUGHT),
        ("-", State.NOT_GIVEN),
        ("", State.NOT_GIVEN),
    ],
)
def test_what_a_cell_says(cell, says):
    """Each symbol is a state with a name; nought is nought and nothing else is."""
    assert told(cell) == says


@pytest.mark.parametrize("cell", ["seven", "12a", "1,2", "1e400", "nan", "inf", "--", "12 %", "١٢", "c5"])
def test_what_is_neither_is_refused(cell):
    """And never guessed at."""
    with pytest.raises(ValueError, match="neither a number nor a symbol"):
        told(cell)


@given(st.text(max_size=8))
def test_any_text_is_a_number_a_state_or_refused(text):
    """No text becomes nought by being unreadable."""
    try:
        found = told(text)
    except ValueError:
        return
    if isinstance(found, State):
        assert text.strip().casefold() in SYMBOLS
    else:
        assert any(letter.isdecimal() for letter in text)


@given(st.sampled_from(sorted(SYMBOLS)), st.sampled_from(["", " ", "  "]), st.booleans())
def test_a_symbol_is_a_state_however_it_is_spaced(symbol, space, is_upper):
    """It has words, and is no number."""
    found = told(space + (symbol.upper() if is_upper else symbol) + space)
    assert isinstance(found, State)
    assert found.in_words


@given(st.decimals(-1_000_000, 1_000_000, places=3))
def test_a_number_is_kept_exactly(number):
    """Text to fraction to text and back: nothing is rounded."""
    value, state = told_text(told(format(number, "f")))
    assert state is None
    assert Fraction(value) == Fraction(number)


@given(st.integers(-999_999, 999_999), st.integers(0, 3))
def test_what_a_spreadsheet_spoiled_is_mended(digits, places):
    """Seventeen digits of a double go back to the few that were published."""
    published = Decimal(digits).scaleb(-places)
    assert Fraction(unspoiled(format(float(published), ".17g"))) == Fraction(published)


def test_a_value_worked_out_is_kept_as_the_fraction_it_is():
    """168 of 256 has an end as a decimal; one third has none."""
    assert told_text(Fraction(16800, 256)) == ("65.625", None)
    assert told_text(Fraction(1, 3)) == ("1/3", None)


@pytest.mark.parametrize(
    ("label", "year"),
    [
        ("2019", 2019),
        ("2015/16", 2016),
        ("2016-17 (OT)", 2017),
        ("2018 (Rev)", 2018),
        ("2025 (prov)", 2025),
        ("202324", 2024),
        ("1999/00", 2000),
        ("2014-16", 2016),
        ("2013/14-15/16", 2016),
    ],
)
def test_the_year_a_label_ends_in(label, year):
    """However it is written; and the label itself is kept."""
    assert period(label).year == year
    assert period(label).label == label


@pytest.mark.parametrize("label", ["0", "", "Spring", "20", "2019/"])
def test_what_is_no_year(label):
    """One measure of the Tool has a year of nought."""
    with pytest.raises(ValueError, match="not a year"):
        period(label)
