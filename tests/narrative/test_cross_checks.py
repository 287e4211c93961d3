"""Figures that may seem to clash are told together; questions ask and never answer."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from everychild.catalogue import BY_REF
from everychild.judgement.judged import Code, FlaggedArea, Judged, JudgedEdition
from everychild.judgement.outlook import Outlook
from everychild.measure.figure import Absent
from everychild.narrative.cross_checks import CROSS_CHECKS, DoesNotAddUp, cross_check_notes, notes_about, refs_of
from everychild.narrative.questions import OF_REASONS, questions
from everychild.report.edition import with_each
from everychild.report.small_numbers import protect
from tests.editions import april_2019

EARLY = ("EH01", "EH03")


def with_values(**values: tuple[int | None, int | None]) -> JudgedEdition:
    """The invented edition with the last two months of some counts, or shares out of a hundred, as given."""

    def changed(item: Judged) -> Judged:
        if item.ref not in values:
            gone = replace(item.figure, numerator=None, denominator=None, absent=Absent.NO_CASES)
            return replace(item, figure=gone, history=(*item.history[:-1], gone))
        out_of = None if item.indicator.is_counted else 100
        two = [
            replace(
                figure, numerator=number, denominator=out_of, absent=None if number is not None else Absent.NO_CASES
            )
            for figure, number in zip(item.history[-2:], values[item.ref], strict=True)
        ]
        return replace(item, figure=two[-1], history=(*item.history[:-2], *two))

    return with_each(april_2019(), changed)


def told(edition: JudgedEdition) -> list[str]:
    return [str(note) for note in cross_check_notes(edition)]


def test_more_finished_than_asked_for_is_told_with_how_they_are_counted():
    """Twenty requests, thirty-four assessments."""
    (note,) = told(with_values(EH01=(30, 20), EH03=(30, 34)))
    assert note == (
        "Early help assessments completed (34) are more than Early help requests received (20) in April 2019: what is "
        "finished in a month was often begun in an earlier one, and not every assessment follows a request."
    )
    assert told(with_values(EH01=(30, 34), EH03=(30, 34))) == []


def test_a_month_end_that_does_not_follow_from_who_came_and_left():
    """170, then 173, where 8 came and 6 left; had 9 come, nothing would be said."""
    (note,) = told(with_values(CC01=(170, 173), CC02=(7, 8), CC03=(7, 6)))
    assert note.startswith(
        "Children in care: 170 at the end of March 2019 and 173 at the end of April 2019, which is not"
    )
    assert told(with_values(CC01=(170, 173), CC02=(7, 9), CC03=(7, 6))) == []


def test_two_measures_of_one_thing_that_moved_apart():
    """The average a day worse, the share five points better."""
    edition = with_values(AS03=(3000, 3100), AS02=(80, 85))
    (note,) = told(edition)
    assert note.startswith(
        "Since March 2019, “Social work assessments completed within 45 working days” is better (80.0%, now"
    )
    assert told(with_values(AS03=(3000, 2900), AS02=(80, 85))) == []
    assert [str(note) for note in notes_about(edition.by_ref("AS02"), edition)] == [note]
    assert notes_about(edition.by_ref("CC01"), edition) == ()


def test_a_hidden_number_is_in_no_note():
    """Four came: the paper holds that back, and so does whatever could be worked out from it."""
    edition = with_values(CC01=(170, 173), CC02=(7, 4), CC03=(7, 6))
    assert len(told(edition)) == 1
    assert told(protect(edition)) == []


def test_every_check_is_of_indicators_there_are_and_can_be_read():
    """Stocks at month ends; nothing checked twice."""
    names = [refs_of(check) for check in CROSS_CHECKS]
    assert len(set(names)) == len(names)
    for check in CROSS_CHECKS:
        assert all(ref in BY_REF for ref in refs_of(check))
        assert not check.because.endswith(".")
        if isinstance(check, DoesNotAddUp):
            assert BY_REF[check.stock].is_at_month_end
            assert not any(BY_REF[ref].is_at_month_end for ref in (check.came, check.left))


@pytest.mark.parametrize("code", Code)
def test_every_reason_has_a_question(code):
    """One that the recipe can give and no question answers to would be passed over in silence."""
    assert code in OF_REASONS


def test_questions_ask_of_the_work_and_of_nobody():
    """Each ends with a question mark, holds no figure, no name and no cause, and leads nowhere."""
    leading = re.compile(r"\b(fail|fault|blame|because|surely|why did|who is responsible|enough staff|shortage)", re.I)
    for area in april_2019().areas:
        asked = questions(area)
        assert asked
        assert len(set(asked)) == len(asked)
        names = {
            word
            for item in area.judged
            for figures in item.groups.values()
            for figure in figures
            for word in [figure.group]
        }
        for question in asked:
            assert question.endswith("?")
            assert not any(letter.isdigit() for letter in question)
            assert not leading.search(question)
            assert not any(name and len(name) > 4 and name in question for name in names)


def test_the_outlook_prompts_its_own_question():
    """Hit or miss: what tells the months apart; and no question twice for two indicators."""
    area = april_2019().areas[0]
    item = replace(area.judged[0], outlook=Outlook.HIT_OR_MISS)
    asked = questions(FlaggedArea(area.area, (item, item)))
    assert sum("months in which the target is met" in question for question in asked) == 1
