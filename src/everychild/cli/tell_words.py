"""What the commands about words print."""

from __future__ import annotations

from collections.abc import Sequence

from everychild import wording
from everychild.cli.tell import note, say
from everychild.judgement.judged import JudgedEdition
from everychild.narrative.draft import Draft, Rebound
from everychild.narrative.offers import Typed

NOTHING_SAYS_THIS = "nothing in the edition says this"


def typed(found: Sequence[Typed], text: str, edition: JudgedEdition) -> None:
    """A number a line, with its line in the text and what it could be."""
    for number in found:
        line = text.count("\n", 0, number.start) + 1
        if not number.offers:
            say(f"Line {line}: {number.text}: {NOTHING_SAYS_THIS}.")
            continue
        first, *others = number.offers
        say(f"Line {line}: {number.text}: {_offered(first.says, is_exact=first.is_exact)}")
        for offer in others:
            say(f"    or {_offered(offer.says, is_exact=offer.is_exact)}")
    unknown = sum(not number.offers for number in found)
    when = wording.month(edition.as_at)
    note(f"{wording.count(len(found), 'number')} held against {when}: {len(found) - unknown} found, {unknown} not.")


def drafted(title: str, draft: Draft) -> None:
    say(title)
    for paragraph in draft.paragraphs:
        say(f"  {paragraph}")
    say("")


def redrafted(again: Rebound) -> None:
    """The words with their numbers moved, then what somebody has to read again."""
    for paragraph in again.draft.paragraphs:
        say(str(paragraph))
    if not again.stale:
        note("Every sentence still holds.")
        return
    say("")
    say(f"To be read again: {wording.count(len(again.stale), 'sentence')}.")
    for stale in again.stale:
        say(f"  {stale.sentence}")
        for because in stale.because:
            say(f"    {wording.sentence(because)}.")


def _offered(says: str, *, is_exact: bool) -> str:
    return says if is_exact else f"{says}, rounded"
