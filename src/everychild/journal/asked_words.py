"""What files held and nobody has said the meaning of, until somebody does or puts it away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import datetime

from everychild.intake.headings import folded
from everychild.intake.own_words import OwnWords
from everychild.intake.recognise import LAYOUTS
from everychild.intake.unknown_words import UnknownValue, UnknownWords
from everychild.journal.connection import make_ready
from everychild.journal.writing import one_at_a_time

make_ready()
from everychild.journal.models import AskedWords  # noqa: E402 - models need Django ready

LONGEST_NAME = 255


@one_at_a_time()
def ask(files: Iterable[str], unknown: Sequence[UnknownWords], at: datetime) -> None:
    """Asks what these files held; what was asked of them before is asked no longer."""
    AskedWords.objects.filter(file__in=[file[:LONGEST_NAME] for file in files]).delete()
    for words in unknown:
        if words.is_empty or (words.layout and words.layout not in LAYOUTS):
            continue
        _ask_once(words)
        AskedWords.objects.create(
            file=words.file[:LONGEST_NAME],
            sheet=words.sheet[:LONGEST_NAME],
            layout=words.layout,
            header=list(words.header),
            headings=list(words.headings),
            values=[asdict(value) for value in words.values],
            not_shown=words.not_shown,
            asked_at=at,
        )


def _ask_once(words: UnknownWords) -> None:
    """Lets go of what was asked of earlier files and this one says again, so that a month more is no question more."""
    for row in AskedWords.objects.filter(layout=words.layout):
        before = _told(row)
        is_such = bool(words.layout) or set(before.header) == set(words.header)
        if is_such and set(before.headings) <= set(words.headings) and _said(before) <= _said(words):
            row.delete()


def _said(words: UnknownWords) -> set[tuple[str, str]]:
    return {(value.column, value.written) for value in words.values}


def asked(own_words: OwnWords) -> list[tuple[int, UnknownWords]]:
    """What is still to be said, with the number of each question: without what has been mapped since."""
    found = [(row.pk, _still_unknown(_told(row), own_words)) for row in AskedWords.objects.all()]
    return [(number, words) for number, words in found if not words.is_empty]


def put_away(number: int) -> None:
    """Asks no longer, until a file holds the words again."""
    AskedWords.objects.filter(pk=number).delete()


def _told(row: AskedWords) -> UnknownWords:
    return UnknownWords(
        row.file,
        row.sheet,
        row.layout,
        tuple(row.header),
        tuple(row.headings),
        tuple(UnknownValue(**value) for value in row.values),
        row.not_shown,
    )


def _still_unknown(words: UnknownWords, own_words: OwnWords) -> UnknownWords:
    if not words.layout:
        said = any(mapping.remembers(words.header) for mapping in own_words.values())
        return replace(words, headings=()) if said else words
    mapping = own_words.get(words.layout)
    if mapping is None:
        return words
    return replace(
        words,
        headings=tuple(each for each in words.headings if folded(each) not in mapping.heading_of),
        values=tuple(each for each in words.values if folded(each.written) not in mapping.values_of(each.column)),
    )
