"""A draft kept and told again: numbers move, words that no longer hold are named, nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everychild.calendar import Month
from everychild.errors import DraftUnreadable
from everychild.judgement.judged import FlaggedArea, Judged, JudgedEdition
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Moving
from everychild.judgement.status import Status
from everychild.measure.figure import Absent
from everychild.narrative.areas import area_paragraphs
from everychild.narrative.bound import Bound, BoundNumber, Quantity, Source, said
from everychild.narrative.draft import Draft, as_json, draft_of, from_json, rebound
from everychild.report.edition import with_each
from tests.editions import april_2019
from tests.narrative.editions import each_flagged
from tests.report.lively import lively

REF = "EH04"


def drafts(edition: JudgedEdition) -> list[Draft]:
    return [draft_of(area, edition) for area in edition.areas]


def of_early_help(edition: JudgedEdition) -> Draft:
    area = next(area for area in edition.areas if area.judged[0].ref == REF)
    return draft_of(area, edition)


def with_figure(
    edition: JudgedEdition, numerator: int | None, denominator: int | None, **judged: object
) -> JudgedEdition:
    """The edition with EH04’s own figure changed, and what is said of it."""

    def changed(item: Judged) -> Judged:
        if item.ref != REF:
            return item
        absent = None if numerator is not None else Absent.NO_CASES
        figure = replace(item.figure, numerator=numerator, denominator=denominator, absent=absent)
        return replace(item, figure=figure, history=(*item.history[:-1], figure), **judged)

    return replace(with_each(edition, changed), fingerprint="0" * 64)


@pytest.mark.parametrize("edition", [april_2019(), lively(), each_flagged(lively())])
def test_over_its_own_edition_a_draft_is_as_it_was(edition):
    """Not a letter moves and nothing is stale."""
    for draft in drafts(edition):
        again = rebound(draft, edition)
        assert again.draft == draft
        assert again.stale == ()


def test_what_is_kept_is_read_back_whole():
    """Text, sources, exact numbers and states."""
    for draft in drafts(each_flagged(lively())):
        assert from_json(as_json(draft)) == draft


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"edition": "", "month": "2019-04", "paragraphs": [["12 of 14"]]}'])
def test_what_is_not_a_draft_is_refused(text):
    """A loose number in a kept draft is one, too."""
    with pytest.raises(DraftUnreadable, match="Draft the area again"):
        from_json(text)


def test_a_figure_that_changes_changes_the_text():
    """43 working days are 44 in the new edition; the words still hold."""
    edition = april_2019()
    was = of_early_help(edition)
    denominator = edition.by_ref(REF).figure.denominator
    now = rebound(was, with_figure(edition, 44 * denominator, denominator))

    assert "April 2019 was 43 working days" in str(was.paragraphs[1])
    assert "April 2019 was 44 working days" in str(now.draft.paragraphs[1])
    assert now.draft.edition == "0" * 64
    assert now.stale == ()


def test_a_word_that_no_longer_holds_makes_its_sentence_stale():
    """The outlook has changed: the sentence that told it is named, and left for a person to write."""
    edition = april_2019()
    was = of_early_help(edition)
    item = edition.by_ref(REF)
    other = next(outlook for outlook in Outlook if outlook is not item.outlook)
    now = rebound(was, with_figure(edition, item.figure.numerator, item.figure.denominator, outlook=other))

    assert [str(paragraph) for paragraph in now.draft.paragraphs] == [str(paragraph) for paragraph in was.paragraphs]
    assert len(now.stale) == 1
    assert "no longer holds" in now.stale[0].because[0]


def test_a_figure_that_is_gone_is_left_and_said_to_be():
    """No case in the new edition: the old number stays until somebody writes the sentence anew."""
    edition = april_2019()
    now = rebound(of_early_help(edition), with_figure(edition, None, None))

    stale = next(each for each in now.stale if "43" in each.sentence)
    assert "“43” has no number now: none were due" in stale.because


def test_last_month_stays_last_month():
    """A draft of April taken over to May tells of May beside April; and, in April, of the financial year just ended."""
    when = Month(2019, 4)
    told = Draft("a", when, (said("{now}, {then}", now=_month(when), then=_month(when - 1)),))
    later = rebound(told, replace(april_2019(), as_at=when + 1, fingerprint="b"))

    assert str(later.draft.paragraphs[0]) == "May 2019, April 2019"


def _month(which: Month) -> BoundNumber:
    from everychild.narrative.quantities import month

    return month(which)


@given(
    numerator=st.integers(0, 60),
    status=st.sampled_from((Status.ON_TARGET, Status.CLOSE, Status.OFF_TARGET)),
    moving=st.sampled_from(Moving),
    outlook=st.sampled_from((None, *Outlook)),
)
@settings(max_examples=40, deadline=None)
def test_a_sentence_that_is_not_stale_is_what_would_be_drafted_now(numerator, status, moving, outlook):
    """Two ways: an old draft told again and a new one. Whatever is not named stale stands in the new one, too."""
    edition = april_2019()
    item = edition.by_ref("CP21")
    assert item is not None

    def changed(each: Judged) -> Judged:
        if each.ref != item.ref:
            return each
        figure = replace(each.figure, numerator=numerator, denominator=60)
        pattern = replace(each.pattern, moving=moving)
        history = (*each.history[:-1], figure)
        return replace(each, figure=figure, history=history, status=status, pattern=pattern, outlook=outlook)

    newer = with_each(edition, changed)
    area, later = (FlaggedArea(item.indicator.area, (each.by_ref(item.ref),)) for each in (edition, newer))
    again = rebound(draft_of(area, edition), newer)
    stale = {each.sentence for each in again.stale}
    now = {str(told) for paragraph in area_paragraphs(later, newer) for told in paragraph.sentences()}

    for paragraph in again.draft.paragraphs:
        for told in paragraph.sentences():
            assert str(told) in now | stale, told


def test_what_others_published_never_moves():
    """It is of its own year; ours beside it, and how it stands, have to be drafted again."""
    theirs = BoundNumber("78.7%", Source(Quantity.PUBLISHED, detail="re_referrals, 2019, England"), Fraction("78.7"))
    ours = BoundNumber("80.1%", Source(Quantity.OURS_COMPARED, ref=REF, detail="value"), Fraction("80.1"))
    draft = Draft("a", Month(2019, 4), (Bound((theirs, ".")), Bound((ours, "."))))
    now = rebound(draft, april_2019())

    assert [str(paragraph) for paragraph in now.draft.paragraphs] == ["78.7%.", "80.1%."]
    assert [each.paragraph for each in now.stale] == [1]
