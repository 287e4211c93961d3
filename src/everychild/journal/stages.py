"""How far an edition has come: drafted, commented, signed, published. One table says what may follow what.

A stage is never written down by itself: it is read from the words approved, the signatures that hold and the releases
made, each of which is a sealed row. So a stage cannot say what did not happen.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from everychild.errors import NotAllowed
from everychild.journal import commentary, public_releases
from everychild.journal.connection import make_ready

make_ready()
from everychild.journal.models import Edition  # noqa: E402 - models need Django ready


class Stage(StrEnum):
    """Each with the words it is told in."""

    DRAFT = "draft"
    COMMENTED = "commented"
    SIGNED = "signed"
    PUBLISHED = "published"


MAY_FOLLOW: Mapping[Stage, frozenset[Stage]] = {
    Stage.DRAFT: frozenset({Stage.COMMENTED, Stage.SIGNED}),  # nothing flagged asks for no words
    Stage.COMMENTED: frozenset({Stage.SIGNED, Stage.DRAFT}),  # an approval falls away when words change
    Stage.SIGNED: frozenset({Stage.PUBLISHED, Stage.COMMENTED, Stage.DRAFT}),  # so does a signature
    Stage.PUBLISHED: frozenset(),  # what is out is out: a correction is a new edition, and a new release
}


def stage_of(edition: Edition) -> Stage:
    """How far it has come by now."""
    if any(one.month == edition.month and one.edition == edition.number for one in public_releases.every()):
        return Stage.PUBLISHED
    if any(signature.holds for signature in commentary.signatures(edition)):
        return Stage.SIGNED
    return Stage.COMMENTED if commentary.approved(edition) else Stage.DRAFT


def refuse_where_fixed(edition: Edition) -> None:
    """Raises NotAllowed where nothing may follow: neither words nor signatures nor its list change any more."""
    stage = stage_of(edition)
    if not MAY_FOLLOW[stage]:
        raise NotAllowed(
            f"This edition is {stage.value}, so nothing of it changes any more. A correction is a new edition: load "
            "what was missing, or mend the settings, and close the month again."
        )
