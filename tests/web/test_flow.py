"""The strip that shows how work passes through a section."""

from __future__ import annotations

import pytest

from everychild.catalogue import BY_REF, SECTIONS
from everychild.catalogue.flows import FLOWS
from everychild.catalogue.sections import CHILD_PROTECTION, SEND
from everychild.judgement.judged import JudgedEdition
from everychild.measure.figure import Window
from everychild.web.presenters.flow import LONGEST, flow
from tests.web.test_presenters import april_2019, asked


@pytest.fixture(scope="module")
def edition() -> JudgedEdition:
    return april_2019()


def test_every_stage_is_told_by_indicators_of_the_right_kind() -> None:
    for section, stages in FLOWS.items():
        assert section in SECTIONS
        assert len(stages) > 1
        assert stages[0].share is None
        assert stages[0].time is None
        for stage in stages:
            assert BY_REF[stage.reached].is_counted
            assert stage.share is None or BY_REF[stage.share].is_share
            assert stage.time is None or BY_REF[stage.time].is_average


def test_a_stage_tells_twelve_months_as_its_own_indicator_does(edition: JudgedEdition) -> None:
    shown = flow(asked(edition), CHILD_PROTECTION)
    assert shown is not None
    by_title = {stage.link.words: stage for stage in shown.stages}
    assert len(by_title) > 1
    for stage in FLOWS[CHILD_PROTECTION]:
        item = edition.by_ref(stage.reached)
        if item is None or item.rolling_12 is None or item.rolling_12.absent:
            assert BY_REF[stage.reached].title not in by_title
            continue
        assert item.rolling_12.window is Window.ROLLING_12
        told = by_title[item.title]
        assert told.how_many.replace(",", "") == str(item.rolling_12.numerator)
        assert told.length is not None
        assert 0 <= told.length <= LONGEST
    assert max(stage.length or 0 for stage in shown.stages) == LONGEST


def test_a_section_without_stages_has_no_strip(edition: JudgedEdition) -> None:
    assert flow(asked(edition), SEND) is None
