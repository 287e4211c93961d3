"""Children in the area, from the published file to council.toml to a rate."""

from dataclasses import replace
from fractions import Fraction

import pytest

from everychild.calendar import Month
from everychild.catalogue import BY_REF
from everychild.catalogue.indicator import Children
from everychild.council import council_from, with_populations
from everychild.errors import FileRefused
from everychild.intake.population import read_populations
from everychild.measure.figure import Absent, Figure, Window
from everychild.measure.rate import rate_of

PUBLISHED = """time_period,geographic_level,new_la_code,la_name,age_group,population_estimate
2019,National,,,Children aged 0 to 17 years,12000000
2018,Local authority,E06000999,Northbrook,Children aged 0 to 17 years,36500
2019,Local authority,E06000999,Northbrook,Children aged 0 to 17 years,"36,900"
2019,Local authority,E06000999,Northbrook,All people,170000
2019,Local authority,E06000998,Southbrook,Children aged 0 to 17 years,40000
"""
SETTINGS = '# ours\n[council]\nname = "Northbrook"\n'
MARCH, APRIL = Month(2019, 3), Month(2019, 4)


@pytest.fixture
def published(tmp_path):
    path = tmp_path / "estimates.csv"
    path.write_text(PUBLISHED, encoding="utf-8-sig")
    return path


@pytest.mark.parametrize("area", ["Northbrook", "northbrook", "E06000999"])
def test_an_area_is_found_by_name_or_code(published, area):
    """Children only, and this area only."""
    assert [(one.year, one.children) for one in read_populations(published, area)] == [(2018, 36_500), (2019, 36_900)]


def test_an_area_that_is_not_there_is_told_with_its_neighbours(published):
    with pytest.raises(FileRefused, match=r"no area called Northbrok .* Near it: Northbrook"):
        read_populations(published, "Northbrok")


def test_what_is_wrong_is_named_by_row_and_column(published):
    """Never the value."""
    published.write_text(PUBLISHED.replace("36500", "about 36k"), encoding="utf-8")
    with pytest.raises(FileRefused, match=r"row 3, column population_estimate") as refused:
        read_populations(published, "Northbrook")
    assert refused.value.value_shape == "text of 9 characters"
    published.write_text(PUBLISHED.replace("la_name", "place"), encoding="utf-8")
    with pytest.raises(FileRefused, match="no column la_name"):
        read_populations(published, "Northbrook")


def test_rows_are_added_once_and_nothing_else_is_touched(published):
    """A second time adds nothing; a revised estimate is a row more, and is the one used."""
    estimates = read_populations(published, "Northbrook")
    once = with_populations(SETTINGS, estimates)
    assert once.startswith(SETTINGS)
    assert with_populations(once, estimates) == once
    revised = with_populations(once, [replace(estimates[1], children=37_000)])
    assert council_from(once).population_in(2020).children == 36_900
    assert council_from(revised).population_in(2020).children == 37_000
    assert council_from(once).population_in(2017) is None


def figure(window, numerator, denominator=None, as_at=MARCH, **more):
    return Figure("FD06", window, as_at, None, more.pop("group", None), numerator, denominator, **more)


@pytest.mark.parametrize(
    ("window", "numerator", "denominator", "expected"),
    [
        (Window.MONTH, 73, None, (240, True)),
        (Window.QUARTER, 219, None, (240, True)),
        (Window.ROLLING_12, 876, None, (240, False)),
        (Window.FINANCIAL_YEAR, 876, 12, (240, False)),
        (Window.YEAR_TO_DATE, 876, None, None),
    ],
)
def test_a_flow_is_told_as_a_yearly_rate(published, window, numerator, denominator, expected):
    """73 a month is 876 a year: 240 for every 10,000 of 36,500."""
    rate = rate_of(figure(window, numerator, denominator), BY_REF["FD06"], read_populations(published, "Northbrook")[0])
    assert (rate and (rate.value, rate.is_annualised)) == expected


def test_a_stock_is_told_as_it_stands_and_different_children_of_whole_years_only(published):
    """Twelve times the children of a month are not the children of a year."""
    population = read_populations(published, "Northbrook")[0]
    on_a_plan = BY_REF["CP12"]
    assert rate_of(figure(Window.AS_AT, 146), on_a_plan, population).value == 40
    different = replace(BY_REF["FD06"], measure=Children(per_10_000=True))
    assert rate_of(figure(Window.MONTH, 73), different, population) is None
    assert rate_of(figure(Window.FINANCIAL_YEAR, 365), different, population).value == 100


def test_there_is_no_rate_of_a_group_of_nothing_or_without_people(published):
    population = read_populations(published, "Northbrook")[0]
    referrals = BY_REF["FD06"]
    assert rate_of(figure(Window.MONTH, 73, group="North"), referrals, population) is None
    assert rate_of(figure(Window.MONTH, None, absent=Absent.NOT_SUPPLIED), referrals, population) is None
    assert rate_of(figure(Window.MONTH, 73), referrals, None) is None
    assert rate_of(figure(Window.MONTH, 73), BY_REF["FD08"], population) is None
    assert isinstance(rate_of(figure(Window.MONTH, 73), referrals, population).value, Fraction)
