"""What a paper holds: every indicator in its appendix or the Members’ set, and the areas one by one or not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from everychild.errors import SettingsError
from everychild.judgement.judged import JudgedEdition


@dataclass(frozen=True)
class Contents:
    """`members_set`: the appendix has the indicators Members asked for, and no others. `with_exceptions`: each area for
    improvement is told in full, as an exception report does; without, the summary’s table of them stands alone.
    `is_draft`: the paper says that it is one, on its first page and on every other. `is_rounded`: its numbers are those
    of the public page, and it says so. A paper that is neither has exact figures: it is for Members, and says that.
    """

    members_set: bool = False
    with_exceptions: bool = True
    is_draft: bool = False
    is_rounded: bool = False

    @property
    def is_for_members(self) -> bool:
        return not self.is_draft and not self.is_rounded


WHOLE = Contents()


def in_the_appendix(edition: JudgedEdition, contents: Contents) -> JudgedEdition:
    """The edition with the indicators the appendix tells of.

    The Members’ set is what council.toml names; where it names none, every indicator with a target. Raises
    SettingsError where it names an indicator that there is not.
    """
    if not contents.members_set:
        return edition
    named = edition.council.committee.members_set
    for ref in named:
        if edition.by_ref(ref) is None:
            raise SettingsError(
                f"council.toml: [committee] members_set names {ref}, and there is no such indicator. "
                "`everychild catalogue` lists all."
            )
    chosen = tuple(item for item in edition.indicators if (item.ref in named if named else item.target is not None))
    return replace(edition, indicators=chosen)
