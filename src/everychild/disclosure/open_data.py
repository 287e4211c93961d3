"""The release as data: every number told, its definition, and how the numbers hang together. CSV and JSON, no more.

The auditor reads these files and nothing else; so may anybody.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

from everychild import wording
from everychild.disclosure.released import Cell, ReleasedEdition
from everychild.disclosure.rounding import RULE
from everychild.measure.figure import Absent

FIGURES = "figures.csv"
DEFINITIONS = "definitions.csv"
ABOUT = "release.json"

LICENCE = "Open Government Licence v3.0"
_FIGURE_COLUMNS = (
    "reference", "title", "section", "window", "as_at", "period_ends", "numerator", "denominator", "value",
    "value_in_words", "unit", "good", "absent",
)  # fmt: skip
_DEFINITION_COLUMNS = (
    "reference", "title", "section", "meaning", "why", "good", "unit", "counted", "source", "version",
    "effective_from", "comparator", "misuse",
)  # fmt: skip


def files(released: ReleasedEdition) -> dict[str, bytes]:
    """Each file by name. The same release gives the same bytes."""
    titles = {item.ref: item.judged.title for item in released.indicators}
    return {
        FIGURES: _csv(_FIGURE_COLUMNS, (_row(cell, titles) for cell in released.cells)),
        DEFINITIONS: _csv(_DEFINITION_COLUMNS, _definitions(released)),
        ABOUT: _about(released),
    }


def _about(released: ReleasedEdition) -> bytes:
    edition = released.edition
    told = {
        "council": edition.council.name,
        "as_at": str(edition.as_at),
        "known_on": edition.known_on.isoformat(),
        "edition": edition.fingerprint,
        "rounding": RULE,
        "links": released.links.as_data(),
        "left_out": dict(sorted(released.left_out.items())),
        "licence": LICENCE,
    }
    return (json.dumps(told, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


def _row(cell: Cell, titles: Mapping[str, str]) -> Mapping[str, str]:
    indicator = cell.indicator
    return {
        "reference": indicator.ref,
        "title": titles[indicator.ref],
        "section": indicator.section.title,
        "window": cell.window.value,
        "as_at": str(cell.as_at),
        "period_ends": cell.as_at.last_day.isoformat(),
        "numerator": cell.met.text if cell.met else "",
        "denominator": cell.considered.text if cell.considered else "",
        "value": _value(cell),
        "value_in_words": value_in_words(cell),
        "unit": indicator.unit.value,
        "good": indicator.good.value,
        "absent": cell.absent.value if cell.absent else "",
    }


def _value(cell: Cell) -> str:
    """The number alone, where there is one that is not a bound."""
    if cell.average is not None:
        return wording.exactly(cell.average).replace(",", "").replace(wording.MINUS, "-")
    if cell.percentage is not None and cell.met is not None and cell.met.number is not None:
        return str(round(cell.percentage.shown))
    if cell.indicator.is_counted and cell.met is not None and cell.met.number is not None:
        return str(cell.met.number)
    return ""


def value_in_words(cell: Cell) -> str:
    """The value as it is read: about 63%, 93% or more, about 75, seven or fewer."""
    if cell.absent is Absent.HELD_BACK:
        return "Not told, to protect children"
    if cell.absent is not None:
        return cell.absent.in_words
    if cell.average is not None:
        return f"{wording.exactly(cell.average)} {cell.indicator.unit.value}"
    if cell.percentage is not None:
        return cell.percentage.words
    if cell.indicator.is_counted and cell.met is not None:
        return f"about {cell.met.number:,}" if cell.met.number is not None else "Seven or fewer"
    return "Too few to tell"


def _definitions(released: ReleasedEdition) -> Iterable[Mapping[str, str]]:
    for item in released.indicators:
        judged, indicator = item.judged, item.judged.indicator
        clocks = {clock.name: clock for clock in [judged.clock] if clock}
        yield {
            "reference": indicator.ref,
            "title": judged.title,
            "section": indicator.section.title,
            "meaning": judged.meaning,
            "why": indicator.why,
            "good": indicator.good.in_words,
            "unit": indicator.unit.value,
            "counted": indicator.condition_in_words(clocks),
            "source": indicator.source,
            "version": str(indicator.version),
            "effective_from": indicator.effective_from.isoformat(),
            "comparator": indicator.comparator,
            "misuse": indicator.misuse,
        }


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _plain(value) for key, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _plain(text: str) -> str:
    """A cell that a spreadsheet reads as text: one that begins like a formula is put in front with a quotation mark."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not text.lstrip("-").isdigit() else text
