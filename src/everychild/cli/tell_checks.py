"""Quality rules at the command line: those that failed first, then what was found, then counts and reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table

from everychild import wording
from everychild.cli import tell

if TYPE_CHECKING:
    from everychild.checked import CheckedSet, Checks


def results(found: Checks) -> None:
    for kind in found.sets:
        _set(kind)


def rows(found: Sequence[dict[str, Any]]) -> None:
    table = Table("Rule", "File", "Sheet", "Row", box=None, header_style="bold")
    for row in found:
        table.add_row(row["rule"], row["file"], row["sheet"], str(row["row"]))
    tell.out.print(table)
    tell.say(f"{wording.count(len(found), 'row')} at fault, each once for every rule it breaks.")


def _set(kind: CheckedSet) -> None:
    from everychild.checked import Outcome

    tell.out.print(kind.title, style="bold", markup=False, soft_wrap=True)
    for result in kind.of(Outcome.FAILED):
        tell.say(f"  FAILED {result.code}: {result.because}")
    table = Table("Rule", "Rows", "Children", "What is wrong", "Who puts it right", box=None, header_style="bold")
    for result in sorted(kind.of(Outcome.FOUND), key=lambda one: (one.weight, -one.rows)):
        says = result.says + "".join(f"\n{about}" for about in result.about[:5])
        table.add_row(result.code, f"{result.rows:,}", f"{result.children:,}", says, result.owner.value)
    if table.row_count:
        tell.out.print(table)
    for why, times in Counter(result.because for result in kind.of(Outcome.NOT_RUN)).most_common():
        tell.say(f"  {times} not run: {why}")
    counts = ", ".join(f"{len(kind.of(outcome))} {outcome.value}" for outcome in Outcome)
    tell.say(f"{wording.count(len(kind.results), 'rule')}: {counts}.")
