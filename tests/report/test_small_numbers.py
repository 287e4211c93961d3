"""Numbers from 1 to 5 stay out of the paper, and so does what would give them away beside it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from everychild.catalogue import BY_REF
from everychild.judgement.chart_choice import Chart
from everychild.judgement.judged import Code, Reason
from everychild.measure.figure import HIDDEN, Absent, Figure, HiddenNumber, WholeFigure, Window
from everychild.narrative.quantities import value_in_words
from everychild.narrative.sentences import pattern_sentence, position
from everychild.report.committee import committee_paper, to_print
from everychild.report.document import Paper
from everychild.report.small_numbers import is_small, protect, protected_figure
from tests.editions import APRIL_2019
from tests.report.conftest import MEETING
from tests.report.lively import lively
from tests.report.reading import said_by

SHARE, COUNT, MEAN = BY_REF["CP22"], BY_REF["CP26"], BY_REF["EH04"]


def figure(numerator: int, denominator: int | None) -> Figure:
    return Figure("X", Window.MONTH, APRIL_2019, None, None, numerator, denominator)


@pytest.mark.parametrize(
    ("numerator", "denominator", "is_hidden"),
    [
        (212, 298, False),
        (5, 298, True),  # few who met it
        (6, 298, False),
        (293, 298, True),  # few who did not
        (292, 298, False),
        (0, 298, False),  # nought is a number
        (298, 298, False),
        (0, 4, True),  # few in all
        (6, 12, False),
    ],
)
def test_a_share_hides_its_numbers_where_any_of_the_three_is_from_1_to_5(
    numerator: int, denominator: int, is_hidden: bool
) -> None:
    """Met, not met and considered: knowing two tells the third."""
    safe = protected_figure(figure(numerator, denominator), SHARE)
    assert f"{safe.numerator:,}" == (HIDDEN if is_hidden else f"{numerator:,}")
    assert f"{safe.denominator}" == (HIDDEN if is_hidden else f"{denominator}")


@pytest.mark.parametrize(("count", "shown"), [(0, "0"), (1, None), (5, None), (6, "6"), (113, "113")])
def test_a_count_from_1_to_5_is_held_back(count: int, shown: str | None) -> None:
    """Nought is told; 1 to 5 are not."""
    safe = protected_figure(figure(count, None), COUNT)
    assert safe.absent is (None if shown else Absent.HELD_BACK)
    assert safe.numerator == (count if shown else None)


def test_an_average_over_few_keeps_its_value_whole_and_hides_how_many() -> None:
    """43.5 days over 4 assessments is told as 44, over [c]."""
    safe = protected_figure(figure(174, 4), MEAN)
    assert safe.value(MEAN.unit) == 44
    assert f"{safe.denominator:,}" == HIDDEN


def test_an_average_hides_nothing_for_its_sum_of_days() -> None:
    """A sum of 3 days over 40 is not three children."""
    assert protected_figure(figure(3, 40), MEAN) == figure(3, 40)


def test_a_hidden_percentage_is_whole_in_every_sentence() -> None:
    """93.5% of 31 could only be 29 of 31: it is told as 94%."""
    item = lively().by_ref("CP22")
    assert item is not None
    small = replace(item, figure=figure(29, 31), target=None)
    safe = replace(small, figure=protected_figure(small.figure, SHARE))
    assert str(value_in_words(safe)) == "94%"
    assert "([c] of [c])" in str(position(safe))


def test_a_hidden_percentage_never_seems_to_meet_a_target_it_misses() -> None:
    """89.7% of 39, against 90%, is told as 89% and not 90%."""
    target = lively().by_ref("CP22").target  # type: ignore[union-attr]  # it is in the catalogue
    assert target is not None
    assert protected_figure(figure(35, 39), SHARE, target).value(SHARE.unit) == 89


def test_a_hidden_number_says_so_however_it_is_written() -> None:
    """Text, formats and debugging alike."""
    number = HiddenNumber(3)
    assert {str(number), repr(number), f"{number}", f"{number:,}", f"{number:d}"} == {HIDDEN}


def test_protecting_twice_changes_nothing_more() -> None:
    """What is printed from a protected edition is what was protected."""
    once = to_print(lively())
    assert to_print(once).indicators == once.indicators


def test_areas_and_improvements_point_to_the_protected_indicators() -> None:
    """Nothing is left holding the figures as they were."""
    safe = protect(lively())
    listed = [item for area in safe.areas for item in area.judged] + list(safe.improvements)
    assert all(any(item is other for other in safe.indicators) for item in listed)


def test_a_reason_that_quotes_a_held_count_does_not_quote_it() -> None:
    """Three children not seen: the reason keeps its code and points and says that the number is held back."""
    item = protect(lively()).by_ref("CP26")
    assert item is not None
    assert {reason.code for reason in item.reasons} == {Code.T1, Code.T3, Code.V1}
    assert {reason.sentence for reason in item.reasons} == {"Held back to protect children [c]."}


def test_a_reason_that_quotes_a_hidden_percentage_quotes_it_whole() -> None:
    """The sentence made before protection is made safe as well."""
    edition = lively()
    item = edition.by_ref("MS07")
    assert item is not None
    few = replace(item.figure, numerator=28, denominator=32)
    told = replace(
        item,
        figure=few,
        history=(*item.history[:-1], few),
        reasons=(Reason(Code.T1, 3, "87.5% against a target of 90% or more."),),
    )
    changed = replace(edition, indicators=tuple(told if one.ref == "MS07" else one for one in edition.indicators))
    safe = protect(changed).by_ref("MS07")
    assert safe is not None
    assert safe.reasons[0].sentence == "88% against a target of 90% or more."


def test_no_n_of_d_anywhere_in_the_paper_gives_away_a_small_number(paper: Paper) -> None:
    """Every "n of d" printed, in a cell or in a sentence, has none of the three from 1 to 5."""
    printed = [pair for text in said_by(paper) for pair in re.findall(r"([\d,]+) of ([\d,]+)(?![\d,]*%)", text)]
    assert len(printed) > 30
    for met, considered in printed:
        n, d = (int(number.replace(",", "")) for number in (met, considered))
        assert not {n, d, d - n} & {1, 2, 3, 4, 5}, f"{n} of {d}"


def test_held_months_are_neither_drawn_nor_called_nothing(paper: Paper) -> None:
    """The draft says "held back", never "no figure", and the picture shows a tick."""
    assert not any("There is no figure this month" in text for text in said_by(paper))
    assert any("held back to protect children for April 2019." in text for text in said_by(paper))


def test_the_other_groups_of_a_small_breakdown_are_not_told_apart() -> None:
    """Reports on time for 4 of 12 children on dual plans would name a 4: the sentence is left out."""
    edition = lively()
    area = next(area for area in edition.areas if area.area.name == "reports_to_meetings")
    lead = area.judged[0]

    def with_dual(on_time: int) -> str:
        groups = tuple(
            Figure(lead.ref, Window.MONTH, APRIL_2019, "dual_plan", group, n, d)
            for group, n, d in (("On a dual plan", on_time, 22), ("Not on a dual plan", 40, 74))
        )
        told = replace(lead, groups={"dual_plan": groups})
        changed = replace(
            edition,
            indicators=tuple(told if one.ref == lead.ref else one for one in edition.indicators),
            areas=tuple(
                replace(one, judged=tuple(told if item.ref == lead.ref else item for item in one.judged))
                for one in edition.areas
            ),
        )
        return " ".join(said_by(committee_paper(changed, MEETING)))

    assert "10 of 22 reports were on time" in with_dual(10)
    assert "of 22 reports were on time" not in with_dual(4)
    assert "of 22 reports were on time" not in with_dual(18)


def test_a_yearly_average_of_5_or_fewer_is_held_back_like_a_count() -> None:
    """Three children a month, told beside months that are [c], would undo them."""
    edition = lively()
    item = edition.by_ref("FD01")
    assert item is not None
    few = {year: replace(figure, numerator=36) for year, figure in item.financial_years.items()}
    told = replace(item, financial_years=few)
    changed = replace(edition, indicators=tuple(told if one.ref == "FD01" else one for one in edition.indicators))
    safe = to_print(changed).by_ref("FD01")
    assert safe is not None
    assert {figure.absent for figure in safe.financial_years.values()} == {Absent.HELD_BACK}


def test_a_small_loss_is_as_small_as_a_small_gain() -> None:
    """Three households fewer is a number of three."""
    assert [number for number in range(-7, 8) if is_small(number)] == [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]


def test_no_range_by_chance_is_told_of_a_number_that_is_hidden() -> None:
    """Its steps are so many parts of how many there were: 1 in 7 tells of seven."""
    edition = to_print(lively())
    hidden = 0
    for item in edition.indicators:
        if item.pattern.chart not in (Chart.SHARES, Chart.QUARTERS):
            continue
        for figure in item.charted:
            if isinstance(figure, WholeFigure):
                hidden += 1
                assert item.pattern.expected_in(figure.as_at) in (None, item.pattern.usual)
        if item.charted and isinstance(item.charted[-1], WholeFigure):
            assert item.pattern.limits is None
            assert "expected range of" not in str(pattern_sentence(item))
    assert hidden


def test_an_improvement_that_is_held_back_is_not_listed_as_one() -> None:
    """It would say of a number that it got better, and then not say the number."""
    edition = lively()
    held = next(item for item in edition.indicators if item.ref == "CP26")
    paper = committee_paper(replace(edition, improvements=(held, *edition.improvements)), MEETING)
    improved = "\n".join(said_by(paper)).split("What improved")[1].split("Financial implications")[0]
    assert "Held back" not in improved
    assert "held back" not in improved
