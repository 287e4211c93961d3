"""Words that were approved stand in the paper with who wrote and who approved them; without any, the paper says it waits."""

from __future__ import annotations

from datetime import date

from everychild.narrative import waiting_for
from everychild.report import Said
from everychild.report.committee import committee_paper
from everychild.report.document import Heading, Paragraph
from tests.report.lively import lively

MEETING = date(2019, 6, 18)
SAID = Said(
    "Two workers were away.\n\nVisits are now planned a week ahead.", "Tess Okafor", "Dana Okafor", date(2019, 6, 3)
)


def texts(said: dict[str, Said]) -> list[str]:
    paper = committee_paper(lively(), MEETING, said=said)
    return [part.text for section in paper.sections for part in section.parts if isinstance(part, Heading | Paragraph)]


def test_an_area_with_approved_words_carries_them_and_no_gap() -> None:
    edition = lively()
    told = texts({edition.areas[0].judged[0].ref: SAID})
    assert "Visits are now planned a week ahead." in told
    assert "Written by Tess Okafor, approved by Dana Okafor on 3 June 2019." in told
    assert told.count(waiting_for["cause"]) == len(edition.areas) - 1


def test_words_approved_for_several_indicators_of_an_area_stand_once() -> None:
    edition = lively()
    area = next((area for area in edition.areas if len(area.judged) > 1), None)
    assert area is not None, "the invented edition has an area of several indicators"
    told = texts({item.ref: SAID for item in area.judged})
    assert sum("Two workers were away." in text for text in told) == 1


def test_without_words_every_area_says_that_it_waits() -> None:
    assert texts({}).count(waiting_for["cause"]) == len(lively().areas)
