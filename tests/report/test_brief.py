"""One page for the lead member and the director: what is wrong, what will not come right by itself, what is asked."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from everychild.calendar import Month
from everychild.judgement.judged import JudgedEdition
from everychild.judgement.outlook import Outlook
from everychild.judgement.pattern import Moving
from everychild.judgement.requested import Answer, Reply, Requested
from everychild.judgement.status import Status
from everychild.report import write_brief
from everychild.report.brief import LONGEST, ToDo, brief_paper, pages_of
from everychild.report.document import Bullets, Heading, Paper
from everychild.report.pdf import as_pdf
from tests.report.conftest import MEETING
from tests.report.lively import lively
from tests.report.reading import Page, pages_of_pdf, run_together, said_by, words_of_docx

LONG = "That the next report tells how many visits were late in each of the council’s teams, and why. " * 4
TO_DO = (ToDo("A person has confirmed each area for improvement", 7), ToDo("The month is signed", 1))


def asked(number: int, words: str, reply: Reply | None = None) -> Requested:
    at = datetime(2019, 5, 2, 9, tzinfo=UTC)
    answers = () if reply is None else (Answer(reply, "Told in May.", "Jo", "Director", at, Month(2019, 3)),)
    return Requested(number, "Scrutiny", date(2019, 4, 16), words, answers)


REQUESTS = (asked(1, "More on visits"), asked(2, LONG), asked(3, "Answered", Reply.ANSWERED))


@pytest.fixture(scope="module")
def edition() -> JudgedEdition:
    return lively()


@pytest.fixture(scope="module")
def brief(edition: JudgedEdition) -> Paper:
    return brief_paper(edition, MEETING, REQUESTS, TO_DO)


def under(paper: Paper, heading: str) -> tuple[str, ...]:
    parts = list(paper.parts)
    at = next(n for n, part in enumerate(parts) if isinstance(part, Heading) and part.text == heading)
    following = parts[at + 1]
    return following.items if isinstance(following, Bullets) else ()


def test_it_is_one_page_of_a4(brief: Paper, edition: JudgedEdition) -> None:
    """However much there is to say: fewer lines of each kind, and how many more there are."""
    assert pages_of(as_pdf(brief)) == 1
    many = brief_paper(edition, MEETING, [asked(number, LONG) for number in range(1, 30)], TO_DO * 3)
    assert pages_of(as_pdf(many)) == 1
    assert any("more, in the paper." in text for text in said_by(many))


@pytest.mark.parametrize(
    ("heading", "is_so"),
    [
        ("Off target", lambda item: item.status is Status.OFF_TARGET),
        ("Getting worse", lambda item: item.pattern.moving is Moving.GETTING_WORSE),
        ("Will not meet its target as things are", lambda item: item.outlook is Outlook.WONT_BE_MET),
    ],
)
def test_each_line_is_of_an_indicator_that_is_so(heading, is_so, brief: Paper, edition: JudgedEdition) -> None:  # type: ignore[no-untyped-def]
    """And none of another kind: the lead member asks about these."""
    titles = {item.title for item in edition.indicators if is_so(item)}
    lines = under(brief, heading)
    assert lines
    assert all(any(line.startswith(f"{title}: ") for title in titles) for line in lines)


def test_what_is_open_of_what_members_asked_is_told_shortly(brief: Paper) -> None:
    first, second = under(brief, "What Members asked for, and is still open")
    assert first == "More on visits"
    assert second.endswith("…")
    assert len(second) <= LONGEST + 1


def test_what_is_still_to_do_is_told(brief: Paper) -> None:
    assert under(brief, "What is asked of you before the paper goes out") == (
        "A person has confirmed each area for improvement: 7 still to do.",
        "The month is signed: still to do.",
    )


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html"])
def test_the_three_forms_say_the_same(ending: str, edition: JudgedEdition, brief: Paper, tmp_path: Path) -> None:
    content = write_brief(edition, MEETING, tmp_path / f"brief{ending}", REQUESTS, TO_DO).read_bytes()
    words = {
        ".pdf": lambda: "".join(pages_of_pdf(content)),
        ".docx": lambda: words_of_docx(content),
        ".html": lambda: "".join(Page(content).words),
    }[ending]()
    assert [text for text in said_by(brief) if run_together(text) not in run_together(words)] == []
