"""Children who seem to go by another reference than before: asked, answered, and the answer loaded like any list.

An answer is a list of its own (`child_references`), known as from the day of the newest extract: every count after it
reads the two references as one child, what was closed before stands, and a no is not asked again.
"""

from __future__ import annotations

import csv
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from everychild import month_end
from everychild.errors import NotAllowed
from everychild.journal import ledger
from everychild.journal.remembered import until_a_deletion
from everychild.layouts.local.references import CHILD_REFERENCES
from everychild.store.home import Home
from everychild.store.references import RECORD, References, answers_in
from everychild.store.renamed import children_of, renamed
from everychild.store.supply import KeptList

LOADS_LOOKED_AT = 4
"""Of each list, the newest; a change older than a quarter of monthly loads would have been asked of in its time."""


@dataclass(frozen=True)
class LikelySame:
    """Two references whose rows are the same in everything else, and the records in which they are."""

    earlier_id: str
    child_id: str
    records: tuple[str, ...]


def likely_same(home: Home) -> tuple[LikelySame, ...]:
    """Those nobody has answered yet, by their references."""
    kept = ledger.kept_lists(ledger.visible_extracts(None))
    told = frozenset(item for item in kept if "child_id" in item.columns and item.record != RECORD)
    answered = answers(home)
    return tuple(one for one in _alike(home, told) if (one.earlier_id, one.child_id) not in answered)


def answers(home: Home) -> Mapping[References, bool]:
    """What has been said of two references so far, by the council’s own lists or as an answer here."""
    kept = ledger.kept_lists(ledger.visible_extracts(None))
    return answers_in([home.extracts / item.path for item in kept if item.record == RECORD])


def answer(home: Home, said: Mapping[References, bool], at: datetime) -> month_end.Loaded:
    """Loads what a person said. Raises NotAllowed where nothing was said, or of references nobody was asked about."""
    known = {(one.earlier_id, one.child_id) for one in likely_same(home)} | set(answers(home))
    if not said:
        raise NotAllowed("Answer at least one of them, or go back.")
    if not said.keys() <= known:
        raise NotAllowed("One of these is no longer asked. Open the page again and answer what it asks now.")
    newest = max(extract.extracted_on for extract in ledger.visible_extracts(None))
    with tempfile.TemporaryDirectory(dir=home.path, prefix=".answers-") as place:  # names children
        path = Path(place) / f"child references answered {at:%Y-%m-%d %H.%M.%S}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            written = csv.writer(file)
            written.writerow(heading.title for heading in CHILD_REFERENCES.headings)
            written.writerows(_rows(said, at))
        return month_end.load(home, [path], at, newest)


def _rows(said: Mapping[References, bool], at: datetime) -> Iterator[list[object]]:
    """As the list’s own headings write them: an answer given at midnight is still one with a time."""
    told = {"told_at": f"{at:%d/%m/%Y %H:%M:%S}"}
    for (earlier, child), is_same in sorted(said.items()):
        cells = {"person_id": child, "earlier_person_id": earlier, "same_child": is_same} | told
        yield [heading.write(cells[heading.title]) for heading in CHILD_REFERENCES.headings]


@until_a_deletion(at_most=2)
def _alike(home: Home, kept: frozenset[KeptList]) -> tuple[LikelySame, ...]:
    """Looked for once: what is kept does not change, and an answer is none of it."""
    found: dict[References, set[str]] = defaultdict(set)
    for record, loads in _newest_loads(kept):
        named = [children_of(_paths(home, load)) for load in loads]
        for (then, before), (now, after) in pairwise(zip(loads, named, strict=True)):
            if gone := before - after:
                pairs = renamed(gone, after - before, _paths(home, then), _paths(home, now))
                for pair in pairs.items():
                    found[pair].add(record)
    return tuple(LikelySame(*pair, tuple(sorted(found[pair]))) for pair in sorted(found))


def _newest_loads(kept: Iterable[KeptList]) -> Iterator[tuple[str, list[list[KeptList]]]]:
    """Of each list of each record, the newest loads in the order they were taken."""
    loads: dict[tuple[str, str], dict[tuple[date, int], list[KeptList]]] = defaultdict(lambda: defaultdict(list))
    for item in kept:
        loads[item.record, item.feed][item.extracted_on, item.extract_no].append(item)
    for (record, _), by_load in sorted(loads.items()):
        yield record, [by_load[load] for load in sorted(by_load)[-LOADS_LOOKED_AT:]]


def _paths(home: Home, lists: Sequence[KeptList]) -> list[Path]:
    return [home.extracts / item.path for item in lists]
