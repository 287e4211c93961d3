"""An edition’s figures counted again from its extracts, and its judgements made again, beside what was kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from everychild.calendar import Month
from everychild.errors import EverychildError
from everychild.journal import deletions, evidence, ledger
from everychild.month_end import count_again, is_by_this_software, open_edition
from everychild.store.figures import digest_of, thaw
from everychild.store.home import Home

if TYPE_CHECKING:
    from everychild.journal.models import Edition


@dataclass(frozen=True)
class Recounted:
    """How one edition came out. Other software may rightly count otherwise: a difference is then a note, no fault."""

    edition: str
    figures: int
    same_software: bool
    figures_agree: bool
    judgements_differing: tuple[str, ...]
    could_not: str = ""
    held: str = ""
    """Why it is not counted again though nothing is wrong: rows it was counted from were deleted since."""

    @property
    def differences(self) -> tuple[str, ...]:
        told = []
        if self.could_not:
            told.append(f"{self.edition} could not be counted again: {self.could_not}")
        elif not self.figures_agree and not self.held:
            told.append(f"{self.edition}: its figures, counted again from its own extracts, come out otherwise.")
        if self.judgements_differing:
            told.append(f"{self.edition}: judged again, these differ: {', '.join(self.judgements_differing)}.")
        return tuple(told)

    @property
    def in_words(self) -> str:
        """What counting and judging again came to, each by itself."""
        if self.could_not:
            return "could not be counted again"
        counted = "counted again, the same" if self.figures_agree else "counted again, not the same"
        counted = "as they were told, not counted again" if self.held else counted
        return f"{counted}; judged again, not the same" if self.judgements_differing else counted

    @property
    def faults(self) -> tuple[str, ...]:
        return tuple(f"{told} Restore it from a backup." for told in self.differences) if self.same_software else ()

    @property
    def notes(self) -> tuple[str, ...]:
        held = (f"{self.edition}: {self.held}",) if self.held else ()
        if self.same_software:
            return held
        return held + tuple(
            f"{told} It was closed by another version of Everychild, so this cannot tell whether it was changed."
            for told in self.differences
        )


def recount(home: Home, edition: Edition) -> Recounted:
    """Counts an edition again by its own settings and extracts."""
    name = evidence.name_of(edition)
    try:
        kept = thaw(home, edition.figures_path, edition.figures_sha256)
        held = _why_held(edition)
        again, same_software = (kept, is_by_this_software(edition)) if held else count_again(home, edition)
        opened = open_edition(home, Month.of(edition.month), edition.number)
    except EverychildError as problem:
        return Recounted(name, 0, True, False, (), str(problem))
    assert opened is not None, "an edition the journal lists can be opened"
    judged = {row.ref: evidence.headline_told(row) for row in ledger.headlines_from(edition, opened[0].indicators)}
    stored = evidence.headlines_of(edition)
    differing = sorted(ref for ref in judged.keys() | stored.keys() if judged.get(ref) != stored.get(ref))
    agree = not held and digest_of(again) == digest_of(kept)
    return Recounted(name, kept.num_rows, same_software, agree, tuple(differing), held=held)


def _why_held(edition: Edition) -> str:
    took = deletions.rested_on(edition)
    if took is None:
        return ""
    return (
        f"its figures stand as they were told. They are not counted again, since rows they were counted from were "
        f"deleted on {took.at:%d %B %Y}, by {took.who}: {took.why}"
    )
