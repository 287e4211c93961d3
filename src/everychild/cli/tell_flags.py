"""How the list of areas is told on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from everychild import wording
from everychild.cli.tell import areas, out, say
from everychild.judgement.judged import Code, Judged, JudgedEdition
from everychild.judgement.the_list import Moves, with_reason
from everychild.narrative import improvement_sentence
from everychild.narrative.the_list import left_sentence


def the_list(edition: JudgedEdition, moved: Moves) -> None:
    """The areas with every reason and decision, then what is beside the list."""
    areas(edition)
    then = wording.month(edition.as_at - 1)
    _under(f"New since {then}", [f"{area.area.title}." for area in moved.new], "None.")
    _under(
        f"On the list in {then}, and not now",
        [f"{left.area.area.title}. {left_sentence(left)}" for left in moved.left],
        "None.",
    )
    _under("Early warnings: on target still", _because(with_reason(edition.indicators, Code.E1), Code.E1), "None.")
    _under(
        "Met its target, but overdue work is growing",
        _because(with_reason(edition.indicators, Code.O1), Code.O1),
        "None.",
    )
    _under("What improved", [str(improvement_sentence(item)) for item in edition.improvements], "None.")


def _because(items: Sequence[Judged], code: Code) -> list[str]:
    return [
        f"{item.ref} {item.title}: {reason.sentence}"
        for item in items
        for reason in item.reasons
        if reason.code is code
    ]


def _under(heading: str, lines: Sequence[str], if_none: str) -> None:
    out.print(heading, style="bold", markup=False)
    for line in lines or [if_none]:
        say(f"   {line}")
